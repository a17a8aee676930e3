//! A file whose names are listed.

use isonym::Span;
use isonym::document::{Document, Format};

use super::Args;
use crate::lint::{Input, Original, Reading, bytes_of, name_inside};

/// A text, where it is a file's as it stands, or a document with the way back to its file.
pub(super) enum File {
    Text(String),
    Document(Box<Document>),
}

impl File {
    pub(super) fn read(input: &Input, args: &Args) -> Result<File, String> {
        let (bytes, _) = bytes_of(input, args.max_file_size)?;
        let name = name_inside(input.path());
        let is_plain = Format::of_name(&name.to_string_lossy()) == Format::Plain;
        let bytes = match is_plain && args.encoding.is_none() {
            true => match plain(bytes) {
                Ok(text) => return Ok(File::Text(text)),
                Err(bytes) => bytes,
            },
            false => bytes,
        };
        let reading = Reading {
            encoding: args.encoding.as_deref(),
            limit: args.max_file_size,
            columns: &[],
        };
        let (_, document) = Original::of(bytes, &name, &reading)?;
        Ok(File::Document(Box::new(document)))
    }

    /// The text that names are looked for in.
    pub(super) fn text(&self) -> &str {
        match self {
            File::Text(text) => text,
            File::Document(document) => document.text(),
        }
    }

    /// The text that places are counted in.
    pub(super) fn source(&self) -> &str {
        match self {
            File::Text(text) => text,
            File::Document(document) => document.source(),
        }
    }

    /// Where a span of the text stands in the source; none if it is no prose.
    pub(super) fn place(&self, span: Span) -> Option<Span> {
        match self {
            File::Text(_) => Some(span),
            File::Document(document) if document.excluded().iter().any(|other| other.overlaps(span)) => None,
            File::Document(document) => document.source_span(span),
        }
    }
}

/// UTF-8 that needs no reading of another kind; its bytes again if it does.
fn plain(bytes: Vec<u8>) -> Result<String, Vec<u8>> {
    let is_other = [&b"\xef\xbb\xbf"[..], b"%PDF-", b"PK\x03\x04", b"{\\rtf"];
    if is_other.iter().any(|start| bytes.starts_with(start)) || bytes.contains(&0) {
        return Err(bytes);
    }
    String::from_utf8(bytes).map_err(std::string::FromUtf8Error::into_bytes)
}
