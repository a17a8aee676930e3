//! Finding the names in a text.

use super::{Index, Reading};
use crate::lang::Script;
use crate::text::{Folded, Span};

/// A place in a text where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where: bytes of the text.
    pub span: Span,
    /// What can be meant, likelier relations first; never empty.
    pub readings: Vec<Reading>,
}

impl Index {
    /// The names in a text: leftmost and longest, from word edge to word edge in Latin and Cyrillic script,
    /// anywhere in Chinese. A name that is written with a capital is found only with a capital.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let folded = Folded::new(text);
        let mut mentions = Vec::new();
        let mut from = 0;
        while let Some(start) = next_start(text, &folded, from) {
            from = match self.longest(text, &folded, start) {
                Some((end, mention)) => {
                    mentions.push(mention);
                    end
                }
                None => start + folded.key[start..].chars().next().map_or(1, char::len_utf8),
            };
        }
        mentions
    }

    /// Every name in a text, those within longer names and those that overlap too, by where they begin and the
    /// longer ones first: what a text may be said to mention, where [`Index::mentions`] are what it does mention.
    ///
    /// ```
    /// let text = "The Sea of Japan";
    /// let names = isonym::shipped().names_within(text);
    /// assert!(names.iter().any(|name| name.span.of(text) == "Japan"));
    /// ```
    pub fn names_within(&self, text: &str) -> Vec<Mention> {
        let folded = Folded::new(text);
        let mut names = Vec::new();
        let mut from = 0;
        while let Some(start) = next_start(text, &folded, from) {
            let ends = self.ends(text, &folded, start);
            let same = ends.chunk_by(|a, b| a.0 == b.0);
            names.extend(same.filter_map(|same| self.mention(text, &folded, start, same)));
            from = start + folded.key[start..].chars().next().map_or(1, char::len_utf8);
        }
        names
    }

    /// The longest name that begins at a byte of the folded text.
    fn longest(&self, text: &str, folded: &Folded, start: usize) -> Option<(usize, Mention)> {
        let ends = self.ends(text, folded, start);
        ends.chunk_by(|a, b| a.0 == b.0)
            .find_map(|same| Some((same[0].0, self.mention(text, folded, start, same)?)))
    }

    /// Where names may end that begin at a byte of the folded text, the longest first, with layer and value.
    fn ends(&self, text: &str, folded: &Folded, start: usize) -> Vec<(usize, usize, u64)> {
        let mut ends: Vec<(usize, usize, u64)> = Vec::new();
        for (at, layer) in self.layers.iter().enumerate() {
            layer.walk(&folded.key.as_bytes()[start..], |length, value| {
                let end = start + length;
                if ends_here(text, folded, end) {
                    ends.push((end, at, value));
                }
            });
        }
        ends.sort_by_key(|&(end, layer, _)| std::cmp::Reverse((end, layer)));
        ends
    }

    /// The mention of the names that end in one place, if the text's letter case agrees with one of them.
    fn mention(
        &self,
        text: &str,
        folded: &Folded,
        start: usize,
        same: &[(usize, usize, u64)],
    ) -> Option<Mention> {
        let span = source_span(text, folded, start, same[0].0);
        let mut readings: Vec<Reading> = same
            .iter()
            .flat_map(|&(_, layer, value)| self.layers[layer].readings(value))
            .filter(|&reading| !self.hidden(reading.entry) && self.capital_agrees(reading, span.of(text)))
            .collect();
        readings.sort_by_key(|reading| reading.relation);
        (!readings.is_empty()).then_some(Mention { span, readings })
    }

    /// A capitalised name needs a capital in the text; an all-capital abbreviation needs all of them.
    fn capital_agrees(&self, reading: Reading, written: &str) -> bool {
        let first_is_capital = |text: &str| {
            text.chars()
                .find(|c| c.is_alphabetic())
                .is_some_and(char::is_uppercase)
        };
        let Some(first) = written.chars().find(|c| c.is_alphabetic()) else {
            return true;
        };
        if !first.is_lowercase() && !first.is_uppercase() {
            return true;
        }
        let name = self.name(reading).text;
        let abbreviation = name.chars().filter(|c| c.is_alphabetic()).count() > 1
            && name.chars().all(|c| !c.is_lowercase())
            && Script::of_text(&name) != Some(Script::Han);
        if abbreviation {
            return !written.chars().any(char::is_lowercase);
        }
        first.is_uppercase() || !first_is_capital(&name)
    }
}

/// The bytes of the source that a part of the folded text comes from.
fn source_span(text: &str, folded: &Folded, start: usize, end: usize) -> Span {
    let from = folded.starts[start] as usize;
    let mut to = folded.starts[end] as usize;
    // What the fold ignored after the last character (a space, an apostrophe, a quote) is no part of the name.
    while let Some(last) = text[from..to].chars().next_back() {
        if Script::of(last).is_some() || last.is_alphanumeric() || is_mark(last) {
            break;
        }
        to -= last.len_utf8();
    }
    Span { start: from, end: to }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The next place in the folded text where a name may begin: a word's first letter or a Chinese character.
fn next_start(text: &str, folded: &Folded, from: usize) -> Option<usize> {
    folded.key[from..]
        .char_indices()
        .map(|(at, c)| (from + at, c))
        .find_map(|(at, c)| {
            let begins = match Script::of(c) {
                Some(Script::Han) => true,
                _ => c.is_alphanumeric() && !joins_before(text, folded, at),
            };
            begins.then_some(at)
        })
}

/// Whether the character before goes on into the one at `at` within one word.
fn joins_before(text: &str, folded: &Folded, at: usize) -> bool {
    let Some(before) = folded.key[..at].chars().next_back() else {
        return false;
    };
    if !before.is_alphanumeric() || Script::of(before) == Some(Script::Han) {
        return false;
    }
    // An opening quotation mark is ignored by the fold like an apostrophe, but it ends a word.
    let here = folded.starts[at] as usize;
    !text[..here].ends_with(['‘', '•', '·'])
}

/// Whether a name may end before the byte `end` of the folded text.
fn ends_here(text: &str, folded: &Folded, end: usize) -> bool {
    let Some(next) = folded.key[end..].chars().next() else {
        return true;
    };
    let last = folded.key[..end].chars().next_back();
    if last.and_then(Script::of) == Some(Script::Han) || Script::of(next) == Some(Script::Han) {
        return true;
    }
    !next.is_alphanumeric() || is_possessive(&text[folded.starts[end] as usize..], text, folded, end)
}

/// An apostrophe and `s` after a name: `Heihe's`, `Heihe’s`.
fn is_possessive(rest: &str, text: &str, folded: &Folded, end: usize) -> bool {
    let here = text.len() - rest.len();
    let apostrophe = text[..here]
        .chars()
        .next_back()
        .is_some_and(|c| matches!(c, '\'' | '’' | '`' | '´'));
    let after = folded.key[end..].strip_prefix('s');
    apostrophe && after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
}
