//! Office documents as programs write them, made here: runs that split words, tables, notes, headers, pictures.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive with such parts in this order.
pub(super) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method = match *name {
            "mimetype" | "word/media/image1.png" => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        out.start_file(*name, options).expect("a part begins");
        out.write_all(text.as_bytes()).expect("a part is written");
    }
    out.finish().expect("the archive ends").into_inner()
}

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/><Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/></Types>";

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

const OWN_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" Target=\"footnotes.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/></Relationships>";

/// What stands in the body of the Word document: a word split over three runs, a table, a tracked change of somebody's.
pub(crate) const BODY: &str = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr><w:r><w:t xml:space=\"preserve\">A bridge links Heihe with </w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>Blago</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>vesch</w:t></w:r><w:r><w:t>chensk</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t xml:space=\"preserve\"> &amp; more.</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>City</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Mо</w:t></w:r><w:r><w:t>cква</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Blagoveshchensk is Russian; Blagoveshchensk, as Blagoveschchensk, is not.</w:t></w:r></w:p><w:p><w:ins w:id=\"7\" w:author=\"Anna\"><w:r><w:t>Тoмск</w:t></w:r></w:ins><w:del w:id=\"8\" w:author=\"Anna\"><w:r><w:delText>Тoмск</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>Тoмск</w:instrText></w:r></w:p><w:sectPr><w:headerReference xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" w:type=\"default\" r:id=\"rId2\"/></w:sectPr>";

/// A Word document with such a body, a footnote, a header and a picture.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:document {WORD}><w:body>{body}</w:body></w:document>"
    );
    let notes = format!(
        "<w:footnotes {WORD}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Mоcква in a note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let header = format!("<w:hdr {WORD}><w:p><w:r><w:t>Пeрмь</w:t></w:r></w:p></w:hdr>");
    archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/media/image1.png", "no real picture"),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", OWN_RELATIONS),
        ("word/footnotes.xml", &notes),
        ("word/header1.xml", &header),
    ])
}

/// A Word document with such a body and such a part of comments.
pub(super) fn commented(body: &str, comments: &str) -> Vec<u8> {
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>";
    archive(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &document),
        ("word/comments.xml", comments),
    ])
}

const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

const MANIFEST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";

/// An OpenDocument text with a word split over spans, a note, a table, a comment, deleted text and a header.
pub(super) fn odt() -> Vec<u8> {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>Тoмск</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>A bridge<text:s text:c=\"2\"/>links Heihe with <text:span>Blago</text:span>vesch<text:span>chensk</text:span>.<text:note text:id=\"ftn1\" text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>Mоcква</text:p></text:note-body></text:note><office:annotation><text:p>Тoмск</text:p></office:annotation></text:p><table:table><table:table-column/><table:table-row><table:table-cell><text:p>Пeрмь</text:p></table:table-cell></table:table-row></table:table><text:p>Blagoveshchensk</text:p>";
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content {SPACES} office:version=\"1.3\"><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles {SPACES} office:version=\"1.3\"><office:automatic-styles><style:page-layout style:name=\"L\"/></office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"L\"><style:header><text:p>Kaзань</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", &styles),
        ("META-INF/manifest.xml", MANIFEST),
    ])
}

/// A workbook as programs write it: a list of shared texts, some in runs with phonetic readings, and texts in the sheet itself.
pub(super) fn xlsx() -> Vec<u8> {
    let namespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let types = format!(
        "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{kind}.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{kind}.sharedStrings+xml\"/></Types>"
    );
    let book = format!(
        "<workbook {namespace} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Names\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relations =
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let sheet = format!(
        "<worksheet {namespace}><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>42</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>Mоscow</t></is></c><c r=\"D2\" t=\"str\"><f>A2</f><v>Mоscow</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"s\"><v>99</v></c></row></sheetData></worksheet>"
    );
    let texts = format!(
        "<sst {namespace} count=\"3\" uniqueCount=\"2\"><si><t>Blagoveshchensk</t></si><si><r><rPr><b/></rPr><t>Blago</t></r><r><t xml:space=\"preserve\">veschchensk &amp; more</t></r><rPh sb=\"0\" eb=\"1\"><t>Mоscow</t></rPh></si></sst>"
    );
    archive(&[
        ("[Content_Types].xml", &types),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", &texts),
    ])
}
