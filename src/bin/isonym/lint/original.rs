//! What an article was read from: text in an encoding, an office document, or a line of an archive.

use std::path::Path;

use isonym::document::{Container, Document, Format, Options};

use super::archive::{self, Packing};
use super::queue::Job;
use super::{Args, Limit, fix, source};
use crate::decode::{Decoded, decode};
use crate::ui::{self, said};

/// What the reading of an article is told.
pub(crate) struct Reading<'a> {
    /// The encoding; told from the bytes if it is none.
    pub(crate) encoding: Option<&'a str>,
    /// More bytes than these are refused in the parts of an archive.
    pub(crate) limit: Limit,
    /// The columns of a table that are text; all of them where it is empty.
    pub(crate) columns: &'a [String],
}

/// What an article was read from, with the way back to its bytes.
pub(crate) enum Original {
    Text {
        decoded: Decoded,
        bytes: Vec<u8>,
    },
    Archive(Container),
    /// A field of a line: there is no way back.
    Record,
}

impl Original {
    /// Reads an article.
    pub(super) fn read(job: &Job, args: &Args) -> Result<(Original, Document), String> {
        if let Some(record) = &job.record {
            let field = args.jsonl_field.as_deref().unwrap_or_default();
            let text = archive::text_of(&record.bytes, field)?;
            return Ok((Original::Record, plain(&text)?));
        }
        let (bytes, is_packed) = source::bytes_of(&job.input, args.max_file_size)?;
        if is_packed && (args.fix || args.diff) {
            return Err(said!("archive-not-fixed"));
        }
        let reading = Reading {
            encoding: args.encoding.as_deref(),
            limit: args.max_file_size,
            columns: &args.columns,
        };
        Original::of(bytes, &Packing::inner(&job.path), &reading)
    }

    /// Takes the bytes of an article. The name tells its format; archives are told by their bytes.
    pub(crate) fn of(
        bytes: Vec<u8>,
        path: &Path,
        reading: &Reading<'_>,
    ) -> Result<(Original, Document), String> {
        let options = Options {
            columns: reading.columns.to_vec(),
        };
        let format = Format::of_name(&path.to_string_lossy());
        if Container::is_one(&bytes) {
            return archive(bytes, reading.limit, &options);
        }
        if format.is_archive() {
            return Err(no_archive(&bytes));
        }
        source::refuse_binary(&bytes)?;
        let mut decoded = decode(&bytes, reading.encoding)?;
        let text = std::mem::take(&mut decoded.text);
        let document = Document::read(format, &text, &options).map_err(|error| ui::failure(&error))?;
        Ok((Original::Text { decoded, bytes }, document))
    }

    /// The text's encoding, if the file is one of text; office documents are UTF-8 inside.
    pub(crate) fn encoding(&self) -> &'static str {
        match self {
            Original::Text { decoded, .. } => decoded.encoding(),
            Original::Archive(_) | Original::Record => "UTF-8",
        }
    }

    /// The text file's decoding, if it was a guess.
    pub(crate) fn guessed(&self) -> Option<&Decoded> {
        match self {
            Original::Text { decoded, .. } => Some(decoded).filter(|decoded| decoded.guess.is_some()),
            Original::Archive(_) | Original::Record => None,
        }
    }

    /// The bytes as they were read.
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Original::Text { bytes, .. } => bytes,
            Original::Archive(container) => container.bytes(),
            Original::Record => &[],
        }
    }

    /// The bytes of a mended document.
    ///
    /// # Errors
    ///
    /// Why it cannot take the place of its file.
    pub(crate) fn with(&self, before: &Document, after: &Document) -> Result<Vec<u8>, String> {
        match self {
            Original::Text { decoded, bytes } => {
                fix::can_be_written(decoded, bytes, before.source(), after.source())?;
                decoded.encode(after.source())
            }
            Original::Archive(container) => container.with(after).map_err(|error| ui::failure(&error)),
            Original::Record => Err(said!("archive-not-fixed")),
        }
    }
}

fn plain(text: &str) -> Result<Document, String> {
    Document::read(Format::Plain, text, &Options::default()).map_err(|error| ui::failure(&error))
}

fn archive(bytes: Vec<u8>, limit: Limit, options: &Options) -> Result<(Original, Document), String> {
    let container = Container::open(bytes, limit.bytes()).map_err(|error| ui::failure(&error))?;
    let document = container.document(options).map_err(|error| ui::failure(&error))?;
    Ok((Original::Archive(container), document))
}

/// Why a file that is named like an office document is none.
fn no_archive(bytes: &[u8]) -> String {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        said!("office-old")
    } else {
        said!("office-damaged")
    }
}
