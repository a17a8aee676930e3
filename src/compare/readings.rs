//! Wrong readings: a name in Chinese characters that is not Chinese, or is read otherwise, put into letters by its characters.

use std::collections::HashMap;

use super::Mismatch;
use super::pairs::Odd;
use super::side::{Side, likeliest};
use super::sounds::Sounds;
use crate::glossary::Kind;
use crate::index::{Index, Mention};
use crate::lang::{Lang, Script};
use crate::lint::say;
use crate::lint::{Severity, Word};
use crate::text::{Span, fold};
use crate::translit::Use;
use crate::translit::han::{Name, Writing};

/// A name has so many words at most.
const MOST_WORDS: usize = 4;

/// The names of the source that the target gives by the readings of their characters, though they are said otherwise:
/// 安倍晋三 as Anbei Jinsan.
pub(super) fn misread(index: &Index, source: &Side<'_>, target: &Side<'_>, odd: &Odd<'_>) -> Vec<Mismatch> {
    if target.lang == Lang::Zh || odd.missing.is_empty() {
        return Vec::new();
    }
    let runs = runs(&target.words);
    let missing = odd
        .missing
        .iter()
        .filter(|mention| is_han(mention.span.of(source.text)));
    missing
        .filter_map(|mention| misreading(index, source, target, &runs, mention))
        .collect()
}

fn is_han(text: &str) -> bool {
    Script::of_text(text) == Some(Script::Han) && text.chars().count() > 1
}

fn misreading(
    index: &Index,
    source: &Side<'_>,
    target: &Side<'_>,
    runs: &HashMap<String, Span>,
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
    let span = runs
        .get(&fold(&read).replace(' ', ""))
        .copied()
        .filter(|_| !is_transcribed)?;
    Some(Mismatch {
        severity: Severity::Warning,
        message: say(
            "compare-reading",
            &[
                ("written", span.of(target.text)),
                ("system", system),
                ("characters", characters),
                ("expected", &expected.text),
            ],
        ),
        suggestions: vec![expected.text.clone()],
        entry: Some(entry.id),
        source: Some(mention.span),
        target: Some(span),
    })
}

/// What a few words in a row say without the spaces between them, and where it stands first: readers divide a name of another
/// language as they like.
fn runs(words: &[Word]) -> HashMap<String, Span> {
    let mut runs = HashMap::new();
    for (at, first) in words.iter().enumerate().filter(|(_, word)| word.capital) {
        let mut run = String::new();
        let row = words[at..].iter().enumerate();
        let row = row
            .take_while(|(nth, word)| *nth == 0 || word.follows)
            .take(MOST_WORDS);
        for (_, word) in row {
            run += &word.key;
            runs.entry(run.clone()).or_insert(Span {
                start: first.span.start,
                end: word.span.end,
            });
        }
    }
    runs
}
