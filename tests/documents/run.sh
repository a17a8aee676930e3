#!/usr/bin/env bash
# Documents as LibreOffice writes them: mended, opened again by LibreOffice, and converted to text. Only the names may differ.
#
#     tests/documents/run.sh [PROGRAM]
#
# Needs `soffice` (Debian: libreoffice-writer-nogui). Without it this says so and exits with 0; where CI=true it is installed.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-target/debug/isonym}

command -v soffice >/dev/null || .ci/install libreoffice-writer-nogui || true
if ! command -v soffice >/dev/null; then
    echo "LibreOffice is not installed (Debian: libreoffice-writer-nogui): no document was opened"
    exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# convert FORMAT FILE INTO
convert() {
    mkdir -p "$3"
    soffice --headless -env:UserInstallation="file://$folder/profile" --convert-to "$1" --outdir "$3" "$2" >/dev/null 2>&1
}

cat >"$folder/article.html" <<'END'
<html><head><meta charset="utf-8"><title>A bridge</title></head><body>
<h1>The bridge at Heihe</h1>
<p>Trucks go from Heihe to <b>Blago</b>vesch<i>chensk</i> &amp; back. The ferry to Blagoveshchensk has closed.</p>
<table border="1"><tr><td>City</td><td>River</td></tr><tr><td>Mо<u>scow</u></td><td>Amur</td></tr></table>
<ul><li>Жители Благовещинска ждут. Город Благовещенск растёт.</li><li>黑河与布拉戈维申斯克</li></ul>
</body></html>
END

for format in docx odt; do
    name="$folder/article.$format"
    case $format in docx) filter="docx:MS Word 2007 XML" ;; *) filter=odt ;; esac
    soffice --headless -env:UserInstallation="file://$folder/profile" --infilter="HTML (StarWriter)" --convert-to "$filter" \
        --outdir "$folder" "$folder/article.html" >/dev/null 2>&1
    [ -s "$name" ] || { echo "LibreOffice wrote no $format" >&2; exit 1; }
    convert txt:Text "$name" "$folder/before"
    "$program" lint --fix --quiet "$name" >/dev/null || [ $? -eq 1 ]
    convert txt:Text "$name" "$folder/after"
    sed 's/Blagoveschchensk/Blagoveshchensk/; s/Mоscow/Moscow/; s/Благовещинска/Благовещенска/' "$folder/before/article.txt" >"$folder/expected.txt"
    cmp -s "$folder/before/article.txt" "$folder/expected.txt" && { echo "$format: nothing to mend was found in what LibreOffice wrote" >&2; exit 1; }
    diff "$folder/expected.txt" "$folder/after/article.txt" || { echo "$format: more or less than the names has changed" >&2; exit 1; }
    echo "$format: mended, and opened again by LibreOffice: only the names changed"
done

# Tracked changes, each with a comment by the program that says why.
cp "$folder/article.html" "$folder/tracked.html"
soffice --headless -env:UserInstallation="file://$folder/profile" --infilter="HTML (StarWriter)" --convert-to "docx:MS Word 2007 XML" \
    --outdir "$folder" "$folder/tracked.html" >/dev/null 2>&1
"$program" lint --fix --track --quiet "$folder/tracked.docx" >/dev/null || [ $? -eq 1 ]
convert odt "$folder/tracked.docx" "$folder/tracked"
python3 - "$folder/tracked/tracked.odt" <<'END'
import re, sys, zipfile
content = zipfile.ZipFile(sys.argv[1]).read("content.xml").decode()
assert "text:insertion" in content, "docx: LibreOffice sees no tracked changes"
comments = re.findall("<office:annotation .*?</office:annotation>", content, re.S)
assert len(comments) == 3, f"docx: LibreOffice sees {len(comments)} comments, not 3"
for why in ("misspelling of `Blagoveshchensk`", "Cyrillic `о`", "misspelling of `Благовещенска`"):
    assert any(why in re.sub("<.*?>", "", one) for one in comments), f"docx: no comment says {why}: {comments}"
assert all("<dc:creator>isonym</dc:creator>" in one for one in comments), "docx: a comment is somebody else's"
END
echo "docx: LibreOffice sees the tracked changes and their comments"
