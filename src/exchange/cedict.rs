//! CC-CEDICT: the names among its words, which are those with a capital in their Pinyin.

use std::io::{self, BufRead};

use super::entry::{Draft, Sink};
use super::records::read_line;
use super::report::Report;
use super::tags::{TRADITIONAL, Tag};
use crate::glossary::{Kind, Name};
use crate::lang::Lang;
use crate::message::said;

pub(super) fn read(input: &mut dyn BufRead, sink: &mut Sink<'_>, report: &mut Report) -> io::Result<()> {
    let (mut line, mut number) = (Vec::new(), 0);
    while read_line(input, &mut line)? {
        number += 1;
        let Ok(text) = std::str::from_utf8(&line) else {
            report.broken(number, "", said!("not-utf8"));
            continue;
        };
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        match word(text) {
            None => report.broken(number, "", said!("no-cedict")),
            Some(word) if !word.pinyin.starts_with(|c: char| c.is_ascii_uppercase()) => {
                report.lose(said!("lost-words"))
            }
            Some(word) => match draft(&word, report) {
                Some(draft) => sink.put(draft, report)?,
                None => report.lose(said!("lost-surnames")),
            },
        }
    }
    Ok(())
}

/// A line of the dictionary.
struct Word<'a> {
    traditional: &'a str,
    simplified: &'a str,
    pinyin: &'a str,
    meanings: Vec<&'a str>,
}

fn word(line: &str) -> Option<Word<'_>> {
    let (characters, rest) = line.split_once('[')?;
    let (pinyin, meanings) = rest.split_once(']')?;
    let (traditional, simplified) = characters.trim().split_once(' ')?;
    let meanings = meanings.trim().strip_prefix('/')?.strip_suffix('/')?;
    Some(Word {
        traditional,
        simplified: simplified.trim(),
        pinyin,
        meanings: meanings.split('/').collect(),
    })
}

/// What the meaning of a name that is no entry of its own begins with.
const NOT_NAMES: [&str; 12] = [
    "surname ",
    "variant of",
    "old variant of",
    "abbr.",
    "see ",
    "also ",
    "used in",
    "erhua",
    "Japanese variant",
    "(Tw)",
    "(name)",
    "CL:",
];

fn draft(word: &Word<'_>, report: &mut Report) -> Option<Draft> {
    let meaning = *word
        .meanings
        .iter()
        .find(|meaning| !NOT_NAMES.iter().any(|start| meaning.starts_with(start)))?;
    let english = leading_name(meaning)?;
    let mut draft = Draft {
        kind: Some(kind(meaning)),
        notes: vec![plain(meaning)],
        ..Draft::default()
    };
    let name = |text: &str| Name {
        text: text.to_owned(),
        source: "CC-CEDICT".to_owned(),
        ..Name::default()
    };
    draft.add(
        Tag {
            lang: Lang::Zh,
            system: "",
        },
        name(word.simplified),
        None,
        report,
    );
    if word.traditional != word.simplified {
        draft.add(
            Tag {
                lang: Lang::Zh,
                system: TRADITIONAL,
            },
            name(word.traditional),
            None,
            report,
        );
    }
    draft.add(
        Tag {
            lang: Lang::En,
            system: "",
        },
        name(english),
        None,
        report,
    );
    Some(draft)
}

/// Small words within English names.
const WITHIN: [&str; 12] = [
    "of", "the", "and", "de", "la", "le", "van", "von", "der", "da", "on", "in",
];

/// The name that a meaning begins with: `Heihe` of `Heihe prefecture-level city in …`.
fn leading_name(meaning: &str) -> Option<&str> {
    let end = meaning.find([',', '(', ';', ':', '[']).unwrap_or(meaning.len());
    let (mut at, mut kept) = (0, 0);
    for word in meaning[..end].split_inclusive(' ') {
        at += word.len();
        let word = word.trim_end();
        if word.starts_with(char::is_uppercase) {
            kept = at;
        } else if kept == 0 || !WITHIN.contains(&word) {
            break;
        }
    }
    let name = meaning[..kept].trim_end();
    let is_latin = name
        .chars()
        .all(|c| !matches!(crate::lang::Script::of(c), Some(crate::lang::Script::Han)));
    (name.chars().filter(|c| c.is_alphabetic()).count() > 1 && is_latin).then_some(name)
}

/// A meaning without the Chinese words that it refers to.
fn plain(meaning: &str) -> String {
    let mut text = String::new();
    for word in meaning.split(' ') {
        if crate::lang::Script::of_text(word) != Some(crate::lang::Script::Han) && !word.ends_with(']') {
            super::entry::append_word(&mut text, word);
        }
    }
    text
}

/// The kind that the words of a meaning speak for.
fn kind(meaning: &str) -> Kind {
    let years = meaning
        .split('(')
        .skip(1)
        .any(|part| part.starts_with(|c: char| c.is_ascii_digit()) && part.contains('-'));
    const WORDS: &[(&str, Kind)] = &[
        ("level city", Kind::City),
        ("city", Kind::City),
        ("capital", Kind::City),
        ("county", Kind::County),
        ("district", Kind::District),
        ("province", Kind::Province),
        ("oblast", Kind::Province),
        ("autonomous region", Kind::Province),
        ("River", Kind::River),
        ("Lake", Kind::Lake),
        ("Strait", Kind::Strait),
        ("Sea", Kind::Sea),
        ("Island", Kind::Island),
        ("Mount", Kind::Mountain),
        ("University", Kind::University),
        ("politician", Kind::Person),
        ("writer", Kind::Person),
    ];
    if years {
        return Kind::Person;
    }
    let first = WORDS
        .iter()
        .filter_map(|(word, kind)| Some((meaning.find(word)?, *kind)))
        .min_by_key(|(at, _)| *at);
    first.map_or(Kind::Other, |(_, kind)| kind)
}
