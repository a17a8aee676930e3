#!/usr/bin/env bash
# The real OpenRefine reconciles a small sheet of names in three scripts with `isonym serve`, and extends it.
#
#     tests/openrefine/run.sh BINARY
#
# Needs OpenRefine (Debian: openrefine) and Python 3; without them it says so and does nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:?name the program}")
for needed in openrefine python3; do
    command -v "$needed" >/dev/null || { echo "skipped: $needed is not installed" >&2; exit 0; }
done
work=$(mktemp -d)
server= refine=
trap 'for id in $server $refine; do kill -- "$id" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT
"$program" serve --port 0 --quiet >"$work/address" &
server=$!
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
setsid openrefine -p "$port" -d "$work/refine" -x refine.headless=true >"$work/log" 2>&1 &
refine="-$!"
until [ -s "$work/address" ]; do sleep 0.1; done
python3 "$here/reconcile.py" "http://127.0.0.1:$port" "$(head -1 "$work/address")"
