//! The rows of a name's entry in the project's glossaries.

use std::fs;
use std::path::Path;

use gen_lsp_types::{Location, Position, Range};
use isonym::glossary::lines_of;

use super::here::{self, Here};
use super::open::Open;
use super::uri;
use crate::decode::decode;
use crate::lint::Setup;

/// The entry that is meant at a byte of the source, and the rows that define it, those that have the name first; the later
/// glossaries, which win, before the others.
pub(super) fn definition(open: &Open, setup: &Setup, at: usize) -> Option<(String, Vec<Location>)> {
    let finding = open
        .findings
        .iter()
        .find(|one| one.diagnostic.span.start <= at && at <= one.diagnostic.span.end);
    let (id, name) = match finding.and_then(|one| one.diagnostic.entry.clone()) {
        Some(id) => (id, String::new()),
        None => {
            let Here { entry, name, .. } = here::known(open, setup, at)?;
            (entry.id.clone(), name.text)
        }
    };
    let files = setup.glossaries.iter().rev();
    let rows = files.flat_map(|file| rows(file, &id, &name)).collect();
    Some((id, rows))
}

/// The rows of an entry in a file. One that cannot be read has been complained of.
fn rows(file: &Path, id: &str, name: &str) -> Vec<Location> {
    let Ok(path) = fs::canonicalize(file) else {
        return Vec::new();
    };
    let decoded = fs::read(&path).ok().and_then(|bytes| decode(&bytes, None).ok());
    let Some(decoded) = decoded else { return Vec::new() };
    let mut lines = lines_of(&decoded.text, id);
    let text = |line: usize| decoded.text.lines().nth(line - 1).unwrap_or_default();
    lines.sort_by_key(|&line| !text(line).contains(name));
    lines.into_iter().map(|line| location(&path, line)).collect()
}

/// The beginning of a line, from 1.
fn location(path: &Path, line: usize) -> Location {
    let start = Position {
        line: line.saturating_sub(1) as u32,
        character: 0,
    };
    Location {
        uri: uri::of(path),
        range: Range { start, end: start },
    }
}
