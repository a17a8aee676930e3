//! Text documents: reading one, its spans, and mending it. The first byte chooses the format.

#![no_main]

use isonym::Span;
use isonym::document::{Document, Format, Options};
use libfuzzer_sys::fuzz_target;

const FORMATS: [&str; 10] = [
    "txt", "md", "html", "po", "srt", "tex", "csv", "tsv", "xlf", "tmx",
];

fuzz_target!(|data: &[u8]| {
    let Some((&first, rest)) = data.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    let format = Format::of_name(&format!("a.{}", FORMATS[usize::from(first) % FORMATS.len()]));
    let Ok(document) = Document::read(format, text, &Options::default()) else {
        return;
    };
    let read = document.text();
    for part in document.excluded() {
        assert!(read.get(part.start..part.end).is_some(), "a part that is no text");
    }
    // Every place of the text has one in the source, between characters.
    for (at, c) in read.char_indices().take(64) {
        let span = Span {
            start: at,
            end: at + c.len_utf8(),
        };
        if let Some(span) = document.source_span(span) {
            assert!(
                document.source().get(span.start..span.end).is_some(),
                "a place that is no text"
            );
        }
        let _ = document.place(at);
    }
    // Mending nothing changes nothing.
    assert_eq!(document.edited(&[], None).0.source(), document.source());
    if let Some((at, c)) = read.char_indices().nth(read.chars().count() / 2) {
        let span = Span {
            start: at,
            end: at + c.len_utf8(),
        };
        let _ = document.edited(&[(span, "Хэйхэ & <黑河>\"".to_owned())], None);
    }
});
