//! The systems for Chinese names: what is asked for, read by [`han`](super::han) and written by its columns.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::han::{Name, Writing, syllables};
use super::{Ask, Basis, Candidate};
use crate::lang::Script;
use crate::text::{fold, simplified};

pub(super) fn pinyin(text: &str, ask: &Ask) -> Vec<Candidate> {
    convert(text, ask, Name::pinyin)
}

pub(super) fn pinyin_tones(text: &str, ask: &Ask) -> Vec<Candidate> {
    convert(text, ask, Name::toned_pinyin)
}

pub(super) fn pinyin_numbers(text: &str, ask: &Ask) -> Vec<Candidate> {
    convert(text, ask, Name::numbered_pinyin)
}

pub(super) fn passport(text: &str, ask: &Ask) -> Vec<Candidate> {
    convert(text, ask, Name::passport)
}

pub(super) fn wade_giles(text: &str, ask: &Ask) -> Vec<Candidate> {
    convert(text, ask, |name| name.written(Writing::WadeGiles))
}

pub(super) fn tongyong(text: &str, ask: &Ask) -> Vec<Candidate> {
    convert(text, ask, |name| name.written(Writing::Tongyong))
}

pub(super) fn yale(text: &str, ask: &Ask) -> Vec<Candidate> {
    convert(text, ask, |name| name.written(Writing::Yale))
}

pub(super) fn palladius(text: &str, ask: &Ask) -> Vec<Candidate> {
    convert(text, ask, |name| name.written(Writing::Palladius))
}

/// Established names in English, else Pinyin.
pub(super) fn english(text: &str, ask: &Ask) -> Vec<Candidate> {
    established(text, ask, 1).map_or_else(|| pinyin(text, ask), |name| vec![name])
}

/// Traditional names in Russian, else Palladius.
pub(super) fn russian(text: &str, ask: &Ask) -> Vec<Candidate> {
    established(text, ask, 2).map_or_else(|| palladius(text, ask), |name| vec![name])
}

/// Postal names, which follow no rule: only those of the table.
pub(super) fn postal(text: &str, ask: &Ask) -> Vec<Candidate> {
    let plain: String = text.chars().map(simplified).collect();
    let known = SPELLINGS.iter().find(|known| known.zh == plain && known.postal);
    known
        .filter(|_| ask.lexicon)
        .map(|known| certain(known.spelling))
        .into_iter()
        .collect()
}

/// Chinese characters for a transcribed name: those of names that stand in a table. A transcription alone does not tell them.
pub(super) fn characters(text: &str, ask: &Ask) -> Vec<Candidate> {
    if !ask.lexicon {
        return Vec::new();
    }
    let known = CHARACTERS.get(&fold(text)).map_or(&[][..], Vec::as_slice);
    known.iter().map(|zh| certain(zh)).collect()
}

/// Chinese names by the folded names of both tables in other languages.
static CHARACTERS: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let spelled = SPELLINGS.iter().map(|known| (known.spelling, known.zh));
    let conventional = CONVENTIONAL
        .iter()
        .flat_map(|row| row[1..].iter().map(|name| (*name, row[0])));
    let mut by_key: HashMap<String, Vec<&str>> = HashMap::new();
    for (name, zh) in spelled.chain(conventional).filter(|(name, _)| !name.is_empty()) {
        let known = by_key.entry(fold(name)).or_default();
        if !known.contains(&zh) {
            known.push(zh);
        }
    }
    by_key
});

fn certain(text: &str) -> Candidate {
    Candidate {
        text: text.to_owned(),
        basis: Basis::Lexicon,
        score: 1.0,
    }
}

fn convert(text: &str, ask: &Ask, write: impl Fn(&Name) -> String) -> Vec<Candidate> {
    if text.chars().any(|c| Script::of(c) == Some(Script::Han)) {
        let name = Name::of(text, ask.kind);
        let read = name.has_readings();
        return read.then(|| super::by_rule(write(&name))).into_iter().collect();
    }
    let mut found: Vec<Candidate> = Vec::new();
    for (rank, (name, basis)) in names(text, ask).into_iter().enumerate() {
        let written = write(&name);
        if !found.iter().any(|candidate| candidate.text == written) {
            found.push(Candidate {
                text: written,
                basis,
                score: 1.0 / (1 + rank) as f32,
            });
        }
    }
    found
}

/// The longest text in another script that is taken for a name, in bytes.
const LONGEST: usize = 400;

/// The names that a text without Chinese characters can be, read from what a system has written.
fn names(text: &str, ask: &Ask) -> Vec<(Name, Basis)> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let writing = match (ask.written_by.map(|system| system.id), Script::of_text(text)) {
        (Some("wade-giles" | "postal"), _) => Writing::WadeGiles,
        (Some("tongyong"), _) => Writing::Tongyong,
        (Some("yale"), _) => Writing::Yale,
        (_, Some(Script::Latin)) => Writing::Pinyin,
        (_, Some(Script::Cyrillic)) => Writing::Palladius,
        _ => return Vec::new(),
    };
    let from_pinyin = ask
        .written_by
        .is_none_or(|system| system.id.starts_with("pinyin") || system.id == "passport");
    let known = (ask.lexicon && !from_pinyin)
        .then(|| KNOWN.get(&fold(text)))
        .flatten();
    let known = known.map(|pinyin| (syllables(pinyin, Writing::Pinyin, ask.kind, 1), Basis::Lexicon));
    let read = (
        syllables(text, writing, ask.kind, ask.limit.max(1) + 2),
        Basis::Rule,
    );
    let all = known.into_iter().chain([read]);
    all.flat_map(|(names, basis)| names.into_iter().map(move |name| (name, basis)))
        .collect()
}

struct Spelling {
    spelling: &'static str,
    pinyin: &'static str,
    zh: &'static str,
    postal: bool,
}

static SPELLINGS: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    super::han::rows(include_str!("han/spellings.csv"))
        .filter_map(|row| {
            let mut cells = row.split(',');
            let mut cell = || cells.next();
            Some(Spelling {
                spelling: cell()?,
                pinyin: cell()?,
                zh: cell()?,
                postal: cell()? == "postal",
            })
        })
        .collect()
});

/// Pinyin by the folded spelling.
static KNOWN: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    SPELLINGS
        .iter()
        .map(|known| (fold(known.spelling), known.pinyin))
        .collect()
});

/// Chinese, English, Russian.
static CONVENTIONAL: LazyLock<Vec<[&'static str; 3]>> = LazyLock::new(|| {
    super::han::rows(include_str!("han/conventional.csv"))
        .map(|row| {
            let mut cells = row.split(',');
            [(); 3].map(|()| cells.next().unwrap_or(""))
        })
        .collect()
});

static BY_CHARACTERS: LazyLock<HashMap<&'static str, &'static [&'static str; 3]>> =
    LazyLock::new(|| CONVENTIONAL.iter().map(|row| (row[0], row)).collect());

/// The established name in a column of the table, by the Chinese name or by the name in another column.
fn established(text: &str, ask: &Ask, column: usize) -> Option<Candidate> {
    use super::Use;
    if !ask.lexicon || matches!(ask.kind, Use::Person | Use::Surname | Use::Given) {
        return None;
    }
    let plain: String = text.chars().map(simplified).collect();
    let foreign = Script::of_text(text) != Some(Script::Han);
    let meant = || CHARACTERS.get(&fold(text)).filter(|_| foreign)?.first().copied();
    let known = BY_CHARACTERS
        .get(plain.as_str())
        .or_else(|| BY_CHARACTERS.get(meant()?));
    let row = known?;
    let name = row[column];
    (!name.is_empty() && name != text).then(|| certain(name))
}
