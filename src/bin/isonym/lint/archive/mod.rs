//! Archives: files of many articles, one on a line, and files that are compressed.

mod packed;
mod record;

pub(super) use packed::{Packing, unpacked};
pub(super) use record::{Records, text_of};

use std::path::Path;

use isonym::document::Format;

use super::{Args, Input};

/// The endings of files with an object of JSON on each line.
const ENDINGS: [&str; 2] = ["jsonl", "ndjson"];

/// Whether each line of an input is an article: if a field is named, what is called so, and what has the ending of no other format.
pub(super) fn is_of_records(input: &Input, path: &Path, args: &Args) -> bool {
    let name = Packing::inner(path);
    args.jsonl_field.is_some()
        && (is_called_jsonl(&name) || input.is_named() && Format::known(&name.to_string_lossy()).is_none())
}

/// Whether a file has an ending of JSON lines.
pub(super) fn is_called_jsonl(path: &Path) -> bool {
    let end = path.extension().unwrap_or_default();
    ENDINGS.iter().any(|known| end.eq_ignore_ascii_case(known))
}
