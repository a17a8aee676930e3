//! Putting suggestions in.

use std::io::{self, Write};

use isonym::lint::{Diagnostic, Fix};
use similar::TextDiff;

use super::run::Find;
use crate::console;
use crate::decode::Decoded;

/// What one suggestion changes can call for another: an article is fixed so many times at most.
const MOST_PASSES: usize = 10;

/// A text with suggestions put in.
pub(super) struct Fixed {
    pub(super) text: String,
    /// How many suggestions were put in.
    pub(super) count: usize,
    /// What is found in the text now.
    pub(super) remaining: Vec<Diagnostic>,
}

/// Puts in what may be put in, until nothing is left of it; none if there was nothing.
pub(super) fn fixed(text: &str, found: &[Diagnostic], with_unsafe: bool, find: &Find<'_>) -> Option<Fixed> {
    let mut fixed = Fixed {
        text: text.to_owned(),
        count: 0,
        remaining: found.to_vec(),
    };
    for _ in 0..MOST_PASSES {
        let (text, count) = once(&fixed.text, &fixed.remaining, with_unsafe);
        if count == 0 {
            break;
        }
        fixed.remaining = find(&text);
        fixed.text = text;
        fixed.count += count;
    }
    (fixed.count > 0).then_some(fixed)
}

fn once(text: &str, found: &[Diagnostic], with_unsafe: bool) -> (String, usize) {
    let allowed = |fix: Option<Fix>| match fix {
        Some(Fix::Safe) => true,
        Some(Fix::Unsafe) => with_unsafe,
        None => false,
    };
    let mut fixes: Vec<(&Diagnostic, &String)> = found
        .iter()
        .filter(|finding| allowed(finding.fix))
        .filter_map(|finding| Some((finding, finding.suggestions.first()?)))
        .filter(|(finding, suggestion)| finding.span.of(text) != *suggestion)
        .collect();
    fixes.sort_by_key(|(finding, _)| finding.span);
    fixes.dedup_by(|later, earlier| later.0.span.overlaps(earlier.0.span));
    let mut fixed = String::with_capacity(text.len());
    let mut from = 0;
    for (finding, suggestion) in &fixes {
        fixed.push_str(&text[from..finding.span.start]);
        fixed.push_str(suggestion);
        from = finding.span.end;
    }
    fixed.push_str(&text[from..]);
    (fixed, fixes.len())
}

/// Whether a fixed text can take the place of its file.
///
/// # Errors
///
/// Why not: the encoding was guessed, it lacks a character, or it would not give the other bytes back.
pub(super) fn can_be_written(decoded: &Decoded, bytes: &[u8], fixed: &str) -> Result<(), String> {
    let encoding = decoded.encoding();
    if decoded.guess.is_some() {
        return Err(format!(
            "not fixed on a guess: say `--encoding {encoding}` if that is right"
        ));
    }
    decoded.encode(fixed)?;
    if decoded.encode(&decoded.text)? != bytes {
        return Err(format!(
            "writing it as {encoding} would change other characters: save it as UTF-8 first"
        ));
    }
    Ok(())
}

/// Writes what a fix changes as a unified diff on standard output.
pub(super) fn write_diff(path: &str, before: &str, after: &str) -> io::Result<()> {
    let mut out = console::out();
    let diff = TextDiff::from_lines(before, after);
    diff.unified_diff()
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_writer(&mut out)?;
    out.flush()
}
