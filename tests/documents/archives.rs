//! Word and OpenDocument texts through the program.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::{Command, Output};

use zip::ZipArchive;

use super::made;

pub(super) fn isonym(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_isonym"))
        .args(args)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .expect("the program runs")
}

/// The findings in a document: where each stands, and its text.
fn found(folder: &Path, name: &str) -> Vec<String> {
    let done = isonym(folder, &["lint", "--format", "jsonl", name]);
    let lines = String::from_utf8(done.stdout).expect("JSON is text");
    let told = lines.lines().map(|line| {
        let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let (place, text) = (&finding["place"], &finding["text"]);
        format!(
            "{}: {}",
            place.as_str().unwrap_or("?"),
            text.as_str().unwrap_or("?")
        )
    });
    told.collect()
}

/// How a part is compressed, and its bytes so.
type Raw = (String, String, Vec<u8>);

fn raw(bytes: &[u8]) -> Vec<Raw> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let parts = (0..archive.len()).map(|number| {
        let mut file = archive.by_index_raw(number).expect("a part");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        let name = file.name().expect("a name").into_owned();
        (name, format!("{:?}", file.compression()), bytes)
    });
    parts.collect()
}

fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let parts = (0..archive.len()).map(|number| {
        let mut file = archive.by_index(number).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("its text");
        (file.name().expect("a name").into_owned(), text)
    });
    parts.collect()
}

/// Fixes a document and compares the parts, but for replacements that are expected; untouched parts byte for byte.
#[track_caller]
fn mends(name: &str, before: &[u8], args: &[&str], expected: &[(&str, &str, &str)]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, before).expect("written");
    let done = isonym(folder.path(), &[&["lint", "--fix", name], args].concat());
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(said.contains("made in 1 file"), "{said}");
    let after = fs::read(&path).expect("there");
    let mut parts = unpacked(before);
    for (part, old, new) in expected {
        // What is put in for nothing is a part of its own.
        if old.is_empty() {
            parts.insert((*part).to_owned(), (*new).to_owned());
            continue;
        }
        let text = parts.get_mut(*part).expect("the part is there");
        assert!(text.contains(old), "{part} has no {old}");
        *text = text.replacen(old, new, 1);
    }
    assert_eq!(unpacked(&after), parts);
    for (old, new) in raw(before).iter().zip(raw(&after)) {
        assert_eq!((&old.0, &old.1), (&new.0, &new.1));
        if !expected.iter().any(|(part, ..)| *part == old.0) {
            assert_eq!(old.2, new.2, "{} was compressed anew", old.0);
        }
    }
    // What was mended is read, and a second run changes nothing.
    isonym(folder.path(), &[&["lint", "--fix", name], args].concat());
    assert_eq!(fs::read(&path).expect("there"), after);
}

#[test]
fn names_are_found_over_runs_and_in_tables_notes_and_headers() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.docx"), made::docx(made::BODY)).expect("written");
    fs::write(folder.path().join("a.odt"), made::odt()).expect("written");
    // Archives are told by their content.
    fs::write(folder.path().join("b.txt"), made::odt()).expect("written");
    assert_eq!(
        found(folder.path(), "a.docx"),
        [
            "paragraph 1: Blagoveschchensk",
            "table 1, row 1, column 2: Mоcква",
            "paragraph 2: Blagoveschchensk",
            "paragraph 3: Тoмск",
            "footnotes, paragraph 1: Mоcква",
            "header, paragraph 1: Пeрмь",
        ]
    );
    let odt = [
        "footnotes, paragraph 1: Mоcква",
        "paragraph 1: Blagoveschchensk",
        "table 1, row 1, column 1: Пeрмь",
        "header, paragraph 1: Kaзань",
    ];
    assert_eq!(found(folder.path(), "a.odt"), odt);
    assert_eq!(found(folder.path(), "b.txt"), odt);
}

#[test]
fn only_the_text_of_the_runs_concerned_changes() {
    let document = "word/document.xml";
    mends(
        "a.docx",
        &made::docx(made::BODY),
        &[],
        &[
            (
                document,
                "<w:t>vesch</w:t></w:r><w:r><w:t>chensk",
                "<w:t>vesh</w:t></w:r><w:r><w:t>chensk",
            ),
            (
                document,
                "Mо</w:t></w:r><w:r><w:t>cква",
                "Мос</w:t></w:r><w:r><w:t>ква",
            ),
            (document, "as Blagoveschchensk", "as Blagoveshchensk"),
            (document, "Тoмск", "Томск"),
            ("word/footnotes.xml", "Mоcква", "Москва"),
            ("word/header1.xml", "Пeрмь", "Пермь"),
        ],
    );
    mends(
        "a.odt",
        &made::odt(),
        &[],
        &[
            ("content.xml", "vesch<text:span>chensk", "vesh<text:span>chensk"),
            ("content.xml", "Mоcква", "Москва"),
            ("content.xml", "Пeрмь", "Пермь"),
            ("styles.xml", "Kaзань", "Казань"),
        ],
    );
}

#[test]
fn changes_are_tracked_with_the_formats_of_their_runs_and_comments_say_why() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>In Mоc</w:t></w:r><w:r><w:t>квa, Пeрмь.</w:t></w:r><w:ins w:id=\"7\" w:author=\"Anna\"><w:r><w:t>Тoмск</w:t></w:r></w:ins></w:p>";
    let mark = |id: usize, what: &str| format!("<w:{what} w:id=\"{id}\" w:author=\"isonym\">");
    let space = "xml:space=\"preserve\"";
    let comment = |id: usize, what: &str| format!("<w:commentRange{what} w:id=\"{id}\"/>");
    let reference = |id: usize| {
        let end = comment(id, "End");
        format!("{end}<w:r><w:commentReference w:id=\"{id}\"/></w:r>")
    };
    let first = format!(
        "<w:t {space}>In </w:t></w:r>{}{}<w:r><w:rPr><w:b/></w:rPr><w:delText {space}>Mоc</w:delText></w:r></w:del>{}<w:r><w:rPr><w:b/></w:rPr><w:t {space}>Москва</w:t></w:r></w:ins><w:r><w:rPr><w:b/></w:rPr><w:t {space}></w:t></w:r>",
        comment(8, "Start"),
        mark(9, "del"),
        mark(10, "ins")
    );
    let second = format!(
        "<w:r><w:t {space}></w:t></w:r>{}<w:r><w:delText {space}>квa</w:delText></w:r></w:del>{}<w:r><w:t {space}>, </w:t></w:r>{}{}<w:r><w:delText {space}>Пeрмь</w:delText></w:r></w:del>{}<w:r><w:t {space}>Пермь</w:t></w:r></w:ins>{}<w:r><w:t {space}>.</w:t></w:r>",
        mark(11, "del"),
        reference(8),
        comment(12, "Start"),
        mark(13, "del"),
        mark(14, "ins"),
        reference(12)
    );
    let old = "<w:t>In Mоc</w:t></w:r><w:r><w:t>квa, Пeрмь.</w:t></w:r>";
    mends(
        "a.docx",
        &made::docx(body),
        &["--track"],
        &[
            ("word/document.xml", old, &(first + &second)),
            (
                "word/footnotes.xml",
                "<w:r><w:t>Mоcква in a note.",
                &format!(
                    "<w:r><w:t {space}></w:t></w:r>{}{}<w:r><w:delText {space}>Mоcква</w:delText></w:r></w:del>{}<w:r><w:t {space}>Москва</w:t></w:r></w:ins>{}<w:r><w:t {space}> in a note.",
                    comment(15, "Start"),
                    mark(16, "del"),
                    mark(17, "ins"),
                    reference(15)
                ),
            ),
            (
                "word/header1.xml",
                "<w:r><w:t>Пeрмь",
                &format!(
                    "<w:r><w:t {space}></w:t></w:r>{}<w:r><w:delText {space}>Пeрмь</w:delText></w:r></w:del>{}<w:r><w:t {space}>Пермь</w:t></w:r></w:ins><w:r><w:t {space}>",
                    mark(18, "del"),
                    mark(19, "ins")
                ),
            ),
            (
                "[Content_Types].xml",
                "</Types>",
                "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>",
            ),
            (
                "word/_rels/document.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rIdComments1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>",
            ),
            (
                "word/comments.xml",
                "",
                &comments_of(&[
                    (8, "Latin `M` (U+004D), Latin `c` (U+0063), Latin `a` (U+0061)"),
                    (12, "Latin `e` (U+0065)"),
                    (15, "Latin `M` (U+004D), Latin `c` (U+0063)"),
                ]),
            ),
        ],
    );
}

/// The part with comments on such letters in Cyrillic words.
fn comments_of(letters: &[(usize, &str)]) -> String {
    let comments = letters.iter().map(|(id, letters)| {
        format!("<w:comment w:id=\"{id}\" w:author=\"isonym\" w:initials=\"i\"><w:p><w:r><w:t xml:space=\"preserve\">{letters} in a Cyrillic word</w:t></w:r></w:p></w:comment>")
    });
    let comments: String = comments.collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{comments}</w:comments>"
    )
}

#[test]
fn comments_are_added_to_those_that_a_document_has() {
    let own = "<x:comments xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><x:comment x:id=\"40\" x:author=\"Anna\"><x:p/></x:comment></x:comments>\n";
    let before = made::commented(
        "<w:p><w:r><w:t xml:space=\"preserve\">Пeрмь</w:t></w:r></w:p>",
        own,
    );
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.docx");
    fs::write(&path, &before).expect("written");
    isonym(folder.path(), &["lint", "--fix", "--track", "a.docx"]);
    let (before, after) = (unpacked(&before), unpacked(&fs::read(&path).expect("there")));
    let changed: Vec<&str> = after
        .iter()
        .filter(|(name, text)| before.get(*name) != Some(text))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(changed, ["word/comments.xml", "word/document.xml"]);
    let comments = &after["word/comments.xml"];
    let (kept, new) = comments.split_at(own.find("</x:comments>").expect("an end"));
    assert!(own.starts_with(kept));
    assert!(
        new.starts_with("<x:comment x:id=\"41\" x:author=\"isonym\" x:initials=\"i\"><x:p><x:r><x:t"),
        "{new}"
    );
    assert!(new.ends_with("</x:comment></x:comments>\n"), "{new}");
    assert!(after["word/document.xml"].contains("<w:commentReference w:id=\"41\"/>"));
}

#[test]
fn a_document_in_which_nothing_is_found_gets_neither_changes_nor_comments() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.docx");
    let before = made::commented("<w:p><w:r><w:t>Пермь</w:t></w:r></w:p>", "<w:comments/>");
    fs::write(&path, &before).expect("written");
    isonym(folder.path(), &["lint", "--fix", "--track", "a.docx"]);
    assert_eq!(fs::read(&path).expect("there"), before);
}

#[test]
fn a_difference_shows_the_text_of_a_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let before = made::odt();
    fs::write(folder.path().join("a.odt"), &before).expect("written");
    let done = isonym(folder.path(), &["lint", "--diff", "a.odt"]);
    let shown = String::from_utf8_lossy(&done.stdout);
    assert!(
        shown.contains("-A bridge  links Heihe with Blagoveschchensk.\n"),
        "{shown}"
    );
    assert!(
        shown.contains("+A bridge  links Heihe with Blagoveshchensk.\n"),
        "{shown}"
    );
    assert_eq!(fs::read(folder.path().join("a.odt")).expect("there"), before);
}

#[test]
fn workbooks_are_mended_where_their_texts_stand() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.xlsx"), made::xlsx()).expect("written");
    assert_eq!(
        found(folder.path(), "a.xlsx"),
        [
            "sheet `Names`, cell A2: Blagoveschchensk",
            "sheet `Names`, cell C2: Mоscow"
        ]
    );
    mends(
        "b.xlsx",
        &made::xlsx(),
        &[],
        &[
            ("xl/sharedStrings.xml", "veschchensk", "veshchensk"),
            ("xl/worksheets/sheet1.xml", "<is><t>Mоscow", "<is><t>Moscow"),
        ],
    );
}
