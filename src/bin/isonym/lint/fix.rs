//! Putting suggestions in.

use std::io::{self, Write};
use std::path::Path;

use isonym::Span;
use isonym::document::{Document, Tracking};
use isonym::lint::{Diagnostic, Fix};
use similar::TextDiff;

use super::Args;
use super::original::Original;
use super::run::Find;
use crate::console;
use crate::decode::Decoded;
use crate::ui::{self, said};

/// What one suggestion changes can call for another: an article is fixed so many times at most.
const MOST_PASSES: usize = 10;

/// The author of tracked changes.
pub(crate) const AUTHOR: &str = "isonym";

/// A document with suggestions put in.
pub(super) struct Fixed {
    pub(super) document: Document,
    /// How many suggestions were put in.
    pub(super) count: usize,
    /// What is found in the document now.
    pub(super) remaining: Vec<Diagnostic>,
}

/// Puts in what may be put in, until nothing is left of it; none if there was nothing.
pub(super) fn fixed(
    document: &Document,
    found: &[Diagnostic],
    args: &Args,
    find: &Find<'_>,
) -> Option<Fixed> {
    let mut fixed: Option<Fixed> = None;
    for _ in 0..MOST_PASSES {
        let (before, found) = match &fixed {
            Some(fixed) => (&fixed.document, fixed.remaining.as_slice()),
            None => (document, found),
        };
        let (edits, reasons) = edits(before.text(), found, args.unsafe_fixes);
        let tracking = Tracking {
            author: AUTHOR,
            reasons: &reasons,
        };
        let (after, count) = before.edited(&edits, args.track.then_some(&tracking));
        if count == 0 {
            break;
        }
        fixed = Some(Fixed {
            remaining: find(&after),
            document: after,
            count: count + fixed.map_or(0, |fixed| fixed.count),
        });
    }
    fixed
}

/// What is put in where, in order, and why.
fn edits(text: &str, found: &[Diagnostic], with_unsafe: bool) -> (Vec<(Span, String)>, Vec<String>) {
    let allowed = |fix: Option<Fix>| match fix {
        Some(Fix::Safe) => true,
        Some(Fix::Unsafe) => with_unsafe,
        None => false,
    };
    let mut edits: Vec<(Span, &String, &Diagnostic)> = found
        .iter()
        .filter(|finding| allowed(finding.fix))
        .filter_map(|finding| Some((finding.span, finding.suggestions.first()?, finding)))
        .filter(|(span, suggestion, _)| span.of(text) != *suggestion)
        .collect();
    edits.sort_by_key(|(span, ..)| *span);
    edits.dedup_by(|later, earlier| later.0.overlaps(earlier.0));
    let both = edits
        .into_iter()
        .map(|(span, suggestion, finding)| ((span, suggestion.clone()), ui::message(&finding.message)));
    both.unzip()
}

/// Whether a fixed text can take the place of its file.
///
/// # Errors
///
/// Why not: the encoding was guessed, it lacks a character, or it would not give the other bytes back.
pub(super) fn can_be_written(
    decoded: &Decoded,
    bytes: &[u8],
    before: &str,
    after: &str,
) -> Result<(), String> {
    let encoding = decoded.encoding();
    if decoded.guess.is_some() {
        return Err(said!("not-fixed-guess", encoding = encoding));
    }
    decoded.encode(after)?;
    if decoded.encode(before)? != bytes {
        return Err(said!("characters-change", encoding = encoding));
    }
    Ok(())
}

/// Writes what a fix changes as a unified diff on standard output: of the source, or of an office document's text.
pub(super) fn write_diff(path: &str, before: &Document, after: &Document) -> io::Result<()> {
    let mut out = console::out();
    let (before, after) = match before.format().is_archive() {
        true => (before.text(), after.text()),
        false => (before.source(), after.source()),
    };
    let diff = TextDiff::from_lines(before, after);
    diff.unified_diff()
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_writer(&mut out)?;
    out.flush()
}

/// An article that was fixed, if there was something to fix.
pub(super) struct Mended {
    pub(super) fixed: Option<Fixed>,
    /// Why it is not fixed, though there was something to fix.
    pub(super) refusal: Option<String>,
    pub(super) original: Original,
    /// The document before it was fixed, for a difference.
    pub(super) before: Document,
    /// The bytes of the file once it is fixed.
    pub(super) written: Option<Vec<u8>>,
    pub(super) is_standard: bool,
}

impl Mended {
    /// Writes what was fixed; of standard input, what there is, fixed or not.
    pub(super) fn write(&self, path: &Path) -> Result<(), String> {
        if self.is_standard {
            let bytes = self.written.as_deref().unwrap_or(self.original.bytes());
            let mut out = console::out();
            return out
                .write_all(bytes)
                .and_then(|()| out.flush())
                .map_err(|error| ui::failure(&error));
        }
        match &self.written {
            Some(bytes) => crate::atomic::write(path, bytes).map_err(|error| ui::failure(&error)),
            None => Ok(()),
        }
    }
}
