//! Wrong readings: a name in Chinese characters that is not Chinese, or is read otherwise, put into letters by its characters.

use std::collections::HashMap;

use super::Mismatch;
use super::pairs::Odd;
use super::side::{Side, likeliest};
use super::sounds::Sounds;
use crate::glossary::Kind;
use crate::index::{Index, Mention};
use crate::lang::{Lang, Script};
use crate::lint::{Severity, Word};
use crate::text::{Span, fold};
use crate::translit::Use;
use crate::translit::han::{Name, Writing};

/// So many places of a name's first word are looked at.
const MOST_PLACES: usize = 64;

/// The names of the source that the target gives by the readings of their characters, though they are said otherwise:
/// 安倍晋三 as Anbei Jinsan.
pub(super) fn misread(index: &Index, source: &Side<'_>, target: &Side<'_>, odd: &Odd<'_>) -> Vec<Mismatch> {
    if target.lang == Lang::Zh || odd.missing.is_empty() {
        return Vec::new();
    }
    let places = Places::of(&target.words);
    let missing = odd
        .missing
        .iter()
        .filter(|mention| is_han(mention.span.of(source.text)));
    missing
        .filter_map(|mention| misreading(index, source, target, &places, mention))
        .collect()
}

fn is_han(text: &str) -> bool {
    Script::of_text(text) == Some(Script::Han) && text.chars().count() > 1
}

fn misreading(
    index: &Index,
    source: &Side<'_>,
    target: &Side<'_>,
    places: &Places<'_>,
    mention: &Mention,
) -> Option<Mismatch> {
    let entry = likeliest(index, mention, None);
    let expected = entry.preferred(target.lang)?;
    let characters = mention.span.of(source.text);
    let usage = if entry.kind == Kind::Person {
        Use::Person
    } else {
        Use::Place
    };
    let name = Name::of(characters, usage);
    let (read, system) = match target.lang {
        Lang::Ru => (name.written(Writing::Palladius), "Palladius"),
        _ => (name.pinyin(), "Pinyin"),
    };
    // A foreign name in Chinese transcription sounds like itself when it is read.
    let own = Sounds::of(expected.text.split(' '));
    let is_transcribed = read.split(' ').all(|word| own.have(word));
    let span = places.find(&fold(&read)).filter(|_| !is_transcribed)?;
    Some(Mismatch {
        severity: Severity::Warning,
        message: format!(
            "`{}` is the {system} of `{characters}`, whose name is `{}`",
            span.of(target.text),
            expected.text
        ),
        suggestions: vec![expected.text.clone()],
        entry: Some(entry.id),
        source: Some(mention.span),
        target: Some(span),
    })
}

/// The words of a text by their keys, to look for names of several words.
struct Places<'a> {
    words: &'a [Word],
    by_key: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Places<'a> {
    fn of(words: &'a [Word]) -> Places<'a> {
        let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, word) in words.iter().enumerate().filter(|(_, word)| word.capital) {
            by_key.entry(&word.key).or_default().push(at);
        }
        Places { words, by_key }
    }

    /// Where a folded name stands first.
    fn find(&self, name: &str) -> Option<Span> {
        let wanted: Vec<&str> = name.split(' ').collect();
        let stands = |at: &&usize| {
            let there = self.words[**at..].iter().map(|word| word.key.as_str());
            there.take(wanted.len()).eq(wanted.iter().copied())
        };
        let at = *self
            .by_key
            .get(wanted[0])?
            .iter()
            .take(MOST_PLACES)
            .find(stands)?;
        Some(Span {
            start: self.words[at].span.start,
            end: self.words[at + wanted.len() - 1].span.end,
        })
    }
}
