//! Persons that no glossary has: a full name of the target that sounds like nothing in the source stands for one of the source
//! that sounds like nothing in the target.

use super::Mismatch;
use super::candidates::is_transcribing;
use super::side::Side;
use super::sounds::Sounds;
use crate::inflection::lemmas;
use crate::known::is_word;
use crate::lang::{Lang, Script};
use crate::lint::say;
use crate::lint::{Severity, Word};
use crate::text::{Span, fold};

/// The interpunct between the parts of a foreign name in Chinese.
const INTERPUNCT: char = '·';

/// The most characters of a part of a name in Chinese.
const LONGEST_PART: usize = 7;

/// Names further apart than this, as parts of the texts, do not stand for each other.
const REACH: f64 = 0.5;

/// So many names on either side of a place are looked at.
const NEAREST: usize = 8;

/// A full name in a text.
struct FullName<'a> {
    span: Span,
    parts: Vec<&'a str>,
}

/// The full names that stand for others.
pub(super) fn mismatches(source: &Side<'_>, target: &Side<'_>) -> Vec<Mismatch> {
    let (there, here) = (full_names(source), full_names(target));
    if there.is_empty() || here.is_empty() {
        return Vec::new();
    }
    let wanted = unheard(there, &sounds(target));
    let mut taken = vec![false; wanted.len()];
    let mut found = Vec::new();
    for name in unheard(here, &sounds(source)) {
        let here = progress(name.span, target);
        let far = |at: usize| (progress(wanted[at].span, source) - here).abs();
        let middle = wanted.partition_point(|name| progress(name.span, source) < here);
        let near = middle.saturating_sub(NEAREST)..(middle + NEAREST).min(wanted.len());
        let free = near.filter(|&at| !taken[at] && far(at) <= REACH);
        if let Some(at) = free.min_by(|&a, &b| far(a).total_cmp(&far(b))) {
            taken[at] = true;
            found.push(mismatch(source, target, wanted[at].span, name.span));
        }
    }
    found
}

/// How far into its text a place is, from 0 to 1.
fn progress(span: Span, side: &Side<'_>) -> f64 {
    span.start as f64 / side.text.len().max(1) as f64
}

fn mismatch(source: &Side<'_>, target: &Side<'_>, wanted: Span, strange: Span) -> Mismatch {
    let (expected, written) = (wanted.of(source.text), strange.of(target.text));
    Mismatch {
        severity: Severity::Warning,
        entry: None,
        message: say("compare-other", &[("expected", expected), ("written", written)]),
        suggestions: Vec::new(),
        source: Some(wanted),
        target: Some(strange),
    }
}

/// The names of which no part sounds like a word of the other side.
fn unheard<'a>(names: Vec<FullName<'a>>, sounds: &Sounds) -> Vec<FullName<'a>> {
    let is_heard = |name: &FullName<'_>| name.parts.iter().any(|part| sounds.have(part));
    names
        .into_iter()
        .filter(|name| !is_heard(name) && !is_ordinary(name))
        .collect()
}

/// The sounds of all that may be a part of a name.
fn sounds(side: &Side<'_>) -> Sounds {
    let words = side
        .words
        .iter()
        .filter(|word| word.capital)
        .map(|word| word.span.of(side.text));
    let names = side.mentions.iter().map(|mention| mention.span.of(side.text));
    let foreign = chinese(side.text);
    Sounds::of(
        words
            .chain(names)
            .chain(foreign.iter().flat_map(|name| name.parts.iter().copied())),
    )
}

fn full_names<'a>(side: &Side<'a>) -> Vec<FullName<'a>> {
    let mut names = latin_and_cyrillic(side);
    names.extend(chinese(side.text));
    names.retain(|name| !side.is_mention(name.span));
    names.sort_by_key(|name| name.span);
    names
}

/// Runs of two to four capitalised words that are no words of the language.
fn latin_and_cyrillic<'a>(side: &Side<'a>) -> Vec<FullName<'a>> {
    let is_part = |word: &Word| {
        word.capital && !word.all_capitals && word.key.chars().count() > 2 && !is_word(&word.key, side.lang)
    };
    let mut names = Vec::new();
    let mut run: Vec<&Word> = Vec::new();
    let mut end = |run: &mut Vec<&Word>| {
        if let (2..=4, Some(first), Some(last)) = (run.len(), run.first(), run.last()) {
            names.push(FullName {
                span: Span {
                    start: first.span.start,
                    end: last.span.end,
                },
                parts: run.iter().map(|word| word.span.of(side.text)).collect(),
            });
        }
        run.clear();
    };
    for word in &side.words {
        let goes_on = word.follows && word.joint == ' ' && !run.is_empty();
        if !goes_on {
            end(&mut run);
        }
        // A word with a capital before or after that is no part makes the whole something else than a person.
        if is_part(word) {
            run.push(word);
        } else if word.capital {
            run.clear();
        } else {
            end(&mut run);
        }
    }
    end(&mut run);
    names
}

/// Whether a word of a Russian name is a form of a word of the language.
fn is_ordinary(name: &FullName<'_>) -> bool {
    let is_form = |part: &&str| {
        lemmas(part)
            .iter()
            .any(|lemma| is_word(&fold(&lemma.text), Lang::Ru))
    };
    let mut russian = name
        .parts
        .iter()
        .filter(|part| Script::of_text(part) == Some(Script::Cyrillic));
    russian.any(is_form)
}

/// Names with interpuncts. Where the first part begins no space tells: every beginning is heard.
fn chinese(text: &str) -> Vec<FullName<'_>> {
    let is_han = |c: char| Script::of(c) == Some(Script::Han);
    let mut names: Vec<FullName<'_>> = Vec::new();
    for (at, _) in text.match_indices(INTERPUNCT) {
        let from = at + INTERPUNCT.len_utf8();
        let rest = text[from..].chars().take_while(|&c| is_han(c)).take(LONGEST_PART);
        let end = from + rest.map(char::len_utf8).sum::<usize>();
        let before = text[..at]
            .char_indices()
            .rev()
            .take_while(|&(_, c)| is_han(c))
            .take(LONGEST_PART);
        let before: Vec<(usize, char)> = before.collect();
        if let Some(name) = names.last_mut().filter(|name| name.span.end >= at) {
            name.span.end = end;
            name.parts.push(&text[from..end]);
        } else if end > from && before.len() > 1 {
            let foreign = before.iter().take_while(|(_, c)| is_transcribing(*c)).last();
            let start = foreign.or(before.last()).map_or(at, |&(start, _)| start);
            let mut parts: Vec<&str> = before[1..].iter().map(|&(start, _)| &text[start..at]).collect();
            parts.push(&text[from..end]);
            names.push(FullName {
                span: Span { start, end },
                parts,
            });
        }
    }
    names
}
