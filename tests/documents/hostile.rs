//! Documents that nobody should open: refused with a sentence, within bounds.

use isonym::document::{Container, Document, Format, Options};
use proptest::prelude::*;

use super::archives::isonym;
use super::made::{self, archive, docx};

const LIMIT: u64 = 1 << 20;

/// Why a container cannot be read.
fn refusal(bytes: Vec<u8>) -> String {
    let read = Container::open(bytes, LIMIT).and_then(|container| container.document(&Options::default()));
    read.err().map(|why| why.to_string()).unwrap_or_default()
}

#[track_caller]
fn refused(bytes: Vec<u8>, why: &str) {
    let refusal = refusal(bytes);
    assert!(refusal.contains(why), "{refusal:?}");
}

fn odt_of(content: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
    ])
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    refused(docx(&" ".repeat(2 << 20)), "--max-file-size");
    refused(odt_of(&"x".repeat(2 << 20)), "--max-file-size");
}

#[test]
fn entities_are_not_expanded() {
    let bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><a>&b;</a>";
    refused(odt_of(bomb), "unknown entity `&b;`");
    let read = Document::read(Format::Xliff, bomb, &Options::default());
    assert!(read.is_err_and(|why| why.to_string().contains("line 1: unknown entity")));
}

#[test]
fn elements_nested_too_deeply_are_refused_and_those_of_pages_are_read() {
    let nested = "<x>".repeat(10_000) + &"</x>".repeat(10_000);
    refused(odt_of(&nested), "elements within each other");
    refused(docx(&nested), "elements within each other");
    let page = "<code lang=ru>".repeat(10_000) + "Heihe";
    let read = Document::read(Format::Html, &page, &Options::default());
    assert_eq!(read.expect("every page is read").text(), "Heihe");
}

#[test]
fn parts_that_lead_out_of_the_archive_are_refused() {
    refused(
        archive(&[("../evil.xml", "x"), ("mimetype", "x")]),
        "`../evil.xml`",
    );
}

#[test]
fn encrypted_documents_are_told() {
    let mut bytes = docx("");
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = bytes
            .windows(4)
            .position(|window| window == signature)
            .expect("a header");
        bytes[at + flags] |= 1;
    }
    refused(bytes, "encrypted");
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "x"),
        ("META-INF/manifest.xml", manifest),
    ];
    refused(archive(&parts), "encrypted");
}

#[test]
fn other_archives_are_no_documents() {
    refused(archive(&[("a.txt", "x")]), "no Word document");
    refused(archive(&[("mimetype", "application/epub+zip")]), "epub");
    refused(archive(&[("[Content_Types].xml", "<Types/>")]), "another kind");
}

#[test]
fn the_program_says_so_and_exits_with_2() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = docx(made::BODY);
    for (name, bytes, why) in [
        ("cut.docx", &whole[..whole.len() / 2], "damaged"),
        ("text.docx", b"Heihe".as_slice(), "damaged"),
        (
            "old.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "encrypted, or an old",
        ),
        ("bad.xlf", b"<xliff><file>", "not closed"),
        ("bad.po", b"hello\n", "line 1"),
    ] {
        std::fs::write(folder.path().join(name), bytes).expect("written");
        let done = isonym(folder.path(), &["lint", "--fix", name]);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(2), "{name}: {said}");
        assert!(said.contains(why) && said.contains(name), "{said}");
        assert_eq!(std::fs::read(folder.path().join(name)).expect("there"), bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_are_trouble(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        refusal([b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    #[test]
    fn damaged_documents_are_no_trouble(kind in 0..3usize, at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = match kind {
            0 => docx(made::BODY),
            1 => made::odt(),
            _ => made::xlsx(),
        };
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if byte.is_multiple_of(2) {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(container) = Container::open(bytes, LIMIT)
            && let Ok(document) = container.document(&Options::default())
        {
            let _ = container.with(&document);
        }
    }
}
