//! Archives: Word documents, workbooks, OpenDocument texts, and what pretends to be one. The first byte chooses whether the rest is
//! the archive itself or the main part of a sound one.

#![no_main]

use std::io::{Cursor, Write};

use isonym::document::{Container, Options};
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// So much text may be in an archive.
const LIMIT: u64 = 1 << 20;

/// Of each kind: the part that the fuzzer writes, and those that it needs beside it.
const KINDS: [(&str, &[(&str, &str)]); 4] = [
    (
        "word/document.xml",
        &[(
            "[Content_Types].xml",
            "<T><Override PartName=\"/word/document.xml\" ContentType=\"a.wordprocessingml.document.main+xml\"/></T>",
        )],
    ),
    (
        "content.xml",
        &[("mimetype", "application/vnd.oasis.opendocument.text")],
    ),
    (
        "xl/worksheets/sheet1.xml",
        &[
            (
                "[Content_Types].xml",
                "<T><Override PartName=\"/xl/workbook.xml\" ContentType=\"a.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"a.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"a.spreadsheetml.sharedStrings+xml\"/></T>",
            ),
            ("xl/workbook.xml", "<w><sheets/></w>"),
            (
                "xl/sharedStrings.xml",
                "<sst><si><t>Heihe</t></si><si><t>Mоscow</t></si></sst>",
            ),
        ],
    ),
    ("[Content_Types].xml", &[("word/document.xml", "<w/>")]),
];

fn archive(name: &str, text: &[u8], others: &[(&str, &str)]) -> Option<Vec<u8>> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = others.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, text) in parts.chain([(name, text)]) {
        out.start_file(name, SimpleFileOptions::default()).ok()?;
        out.write_all(text).ok()?;
    }
    Some(out.finish().ok()?.into_inner())
}

fuzz_target!(|data: &[u8]| {
    let Some((&first, rest)) = data.split_first() else {
        return;
    };
    let bytes = match KINDS.get(usize::from(first) % (KINDS.len() + 1)) {
        Some((name, others)) => archive(name, rest, others),
        None => Some([b"PK\x03\x04".as_slice(), rest].concat()),
    };
    let Some(container) = bytes.and_then(|bytes| Container::open(bytes, LIMIT).ok()) else {
        return;
    };
    if let Ok(document) = container.document(&Options::default()) {
        assert!(document.text().len() as u64 <= 8 * LIMIT);
        assert!(container.with(&document).is_ok(), "what was read can be written");
    }
});
