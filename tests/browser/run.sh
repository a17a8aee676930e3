#!/usr/bin/env bash
# Tries the page of `isonym serve` in Chromium.
#
#     tests/browser/run.sh BINARY [WORD]      only the tests whose name has the word
#
# Needs Chromium and Node with npm; playwright-core and axe-core are installed into a scratch folder, or taken from the
# folder that BROWSER_TOOLS names. Where something is missing it says so and does nothing; with CI=true it installs it.
# SCREENSHOTS=FOLDER keeps pictures of the page there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:?name the program}")

skip() {
    echo "the page was not tried: $1" >&2
    exit 0
}
have() { command -v "$1" >/dev/null; }
have chromium || "$here/../../.ci/install" chromium fonts-noto-cjk || true
have npm || "$here/../../.ci/install" nodejs npm || true
have chromium || skip "Chromium is not installed (Debian: chromium)"
have npm || skip "npm is not installed (Debian: npm)"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tools=${BROWSER_TOOLS:-$scratch}
if [ ! -d "$tools/node_modules/playwright-core" ] || [ ! -d "$tools/node_modules/axe-core" ]; then
    npm install --prefix "$tools" --no-package-lock --no-audit --no-fund playwright-core@1 axe-core@4 >"$scratch/npm.log" 2>&1 \
        || skip "playwright-core and axe-core could not be installed"
fi
PROGRAM=$program TOOLS=$tools SCRATCH=$scratch CHROMIUM=$(command -v chromium) node "$here/run.mjs" "${2:-}"
