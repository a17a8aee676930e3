#!/bin/sh
# Opens mended documents with LibreOffice and compares their text before and after: only the names may differ.
#
#     tests/documents/run.sh FILE.docx|FILE.odt …
#
# Needs `soffice` (Debian: libreoffice-writer-nogui) and `cargo build`; without LibreOffice it says so and exits with 77.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
program=${ISONYM:-$here/target/debug/isonym}
if ! command -v soffice >/dev/null; then
    echo "LibreOffice is not installed: nothing was opened" >&2
    exit 77
fi
[ $# -gt 0 ] || { echo "name documents to mend" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
text() {
    soffice --headless -env:UserInstallation="file://$folder/profile" --convert-to txt:Text --outdir "$2" "$1" >/dev/null
}
for document; do
    name=$(basename "$document")
    mkdir -p "$folder/before" "$folder/after"
    cp "$document" "$folder/$name"
    text "$folder/$name" "$folder/before"
    "$program" lint --fix --quiet "$folder/$name" || [ $? -eq 1 ]
    text "$folder/$name" "$folder/after"
    echo "== $name"
    diff "$folder/before/${name%.*}.txt" "$folder/after/${name%.*}.txt" || true
done
