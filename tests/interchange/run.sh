#!/usr/bin/env bash
# Second implementations read what isonym writes, and the other way round. See README.md beside this file.
set -euo pipefail
cd "$(dirname "$0")/../.."

command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" 2>"$work/why" || { echo "skipped: python3 -m venv does not work:"; cat "$work/why"; exit 0; }
"$work/venv/bin/pip" install --quiet --disable-pip-version-check translate-toolkit openpyxl 2>"$work/why" \
    || { echo "skipped: translate-toolkit and openpyxl could not be installed:"; cat "$work/why"; exit 0; }

isonym=${1:-}
if [ -z "$isonym" ]; then
    cargo build --quiet --bin isonym
    isonym=target/debug/isonym
fi
"$work/venv/bin/python" tests/interchange/check.py "$isonym" glossaries/places-amur.csv "$work"
"$work/venv/bin/python" tests/interchange/mended.py "$isonym" "$work"
