#!/usr/bin/env bash
# Validates action.yml, the workflows and the hooks for pre-commit against their published schemas.
#
# The schemas are those that the Python packages check-jsonschema and pre-commit bring; where they cannot be had the script says so and
# succeeds.
set -euo pipefail
cd "$(dirname "$0")/../.."

command -v python3 >/dev/null || { echo "skipped: python3 is not installed"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" 2>"$work/why" \
    && "$work/venv/bin/pip" install --quiet --disable-pip-version-check check-jsonschema pre-commit 2>"$work/why" \
    || { echo "skipped: check-jsonschema and pre-commit could not be installed:"; cat "$work/why"; exit 0; }
"$work/venv/bin/check-jsonschema" --builtin-schema vendor.github-actions action.yml
"$work/venv/bin/check-jsonschema" --builtin-schema vendor.github-workflows .github/workflows/*.yml
"$work/venv/bin/pre-commit" validate-manifest .pre-commit-hooks.yaml
echo "the hooks are valid"
