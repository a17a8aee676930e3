#!/usr/bin/env bash
# Packages the extension for Visual Studio Code in a scratch folder, and looks into the package.
#
#     tests/editors/vscode.sh [FOLDER]      the package is left in FOLDER, if one is given
#
# Needs Node.js 20 or later with npm; without them it says so and succeeds.
set -euo pipefail
cd "$(dirname "$0")/../.."

for program in node npm; do
    command -v "$program" >/dev/null || { echo "skipped: $program is not installed"; exit 0; }
done
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || { echo "skipped: Node.js 20 or later is needed"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r editors/vscode "$work/extension"
rm -rf "$work/extension/node_modules"
cd "$work/extension"
node --check extension.js
npm install --no-package-lock --no-audit --no-fund --silent --omit=dev 2>"$work/why" \
    || { echo "skipped: what the extension needs could not be installed:"; cat "$work/why"; exit 0; }
# Packaging needs neither the optional parts of the tool (a keyring) nor what its parts build when they are installed.
npm install --no-package-lock --no-audit --no-fund --silent --omit=optional --ignore-scripts --prefix "$work/tools" @vscode/vsce 2>"$work/why" \
    || { echo "skipped: the packaging tool could not be installed:"; cat "$work/why"; exit 0; }
"$work/tools/node_modules/.bin/vsce" package --skip-license --allow-missing-repository --out "$work/isonym.vsix" >"$work/log" 2>&1 \
    || { cat "$work/log"; exit 1; }
python3 - "$work/isonym.vsix" <<'PYTHON'
import sys, zipfile
names = zipfile.ZipFile(sys.argv[1]).namelist()
for wanted in ("extension/extension.js", "extension/package.json", "extension/node_modules/vscode-languageclient/package.json"):
    assert wanted in names, f"{wanted} is not in the package"
print(f"the extension is packaged: {len(names)} files")
PYTHON
[ $# -eq 0 ] || cp "$work/isonym.vsix" "$OLDPWD/$1/"
