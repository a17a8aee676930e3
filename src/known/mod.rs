//! Spellings that are known to exist: ordinary words, and names of people and places of all the world; and how single Chinese characters are used.
//!
//! The lists say that a spelling is no slip of the pen; they say nothing of what it names. They are sorted
//! text, embedded and searched as they are, so that a run pays only for the words that it asks about. Where
//! they come from stands in `glossaries/README.md`; `glossaries/build/known.py` makes them again.

pub(crate) mod characters;
mod chinese;
mod memo;

use std::collections::BTreeMap;

pub(crate) use self::chinese::{Sieve, Words};
pub(crate) use self::memo::Memo;
use crate::lang::{Lang, Script};

thread_local! {
    static NAMES: Memo<String, u8> = Memo::new();
    /// By language.
    static WORDS: [Memo<String, u8>; 3] = [Memo::new(), Memo::new(), Memo::new()];
}

/// How widely a name is known: 0 not at all, 9 in many languages.
pub(crate) fn name_rank(key: &str) -> u8 {
    NAMES.with(|known| known.get(key, || listed_name(key)))
}

fn listed_name(key: &str) -> u8 {
    let list = match Script::of_text(key) {
        Some(Script::Latin) => include_str!("names-latin.txt"),
        Some(Script::Cyrillic) => include_str!("names-cyrillic.txt"),
        Some(Script::Han) => include_str!("names-han.txt"),
        _ => return 0,
    };
    find(list, key).map_or(0, |count| count.parse().unwrap_or(1))
}

/// Whether a folded word is an ordinary word of the language (for Russian, its dictionary form).
pub(crate) fn is_word(key: &str, lang: Lang) -> bool {
    word_rank(key, lang) > 0
}

/// How common an ordinary word is: 0 for none; for Chinese the number of digits of how often it was counted.
pub(crate) fn word_rank(key: &str, lang: Lang) -> u8 {
    WORDS.with(|known| known[lang as usize].get(key, || listed_word(key, lang)))
}

fn listed_word(key: &str, lang: Lang) -> u8 {
    let list = match lang {
        Lang::En => include_str!("words-en.txt"),
        Lang::Ru => include_str!("words-ru.txt"),
        Lang::Zh => include_str!("words-zh.txt"),
    };
    find(list, key).map_or(0, |count| count.parse().unwrap_or(1))
}

/// How widely a row of Chinese characters is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rank {
    /// As a word: 0 for none.
    pub word: u8,
    /// As a name: 0 for none.
    pub name: u8,
}

/// The Chinese words and names that begin with the same characters, by what follows these.
#[derive(Debug, Default)]
pub(crate) struct Beginning {
    rows: Vec<(Vec<char>, Rank)>,
    /// The numbers of characters that follow in some row, a bit each: what is asked for has mostly another one.
    lengths: u64,
}

impl Beginning {
    /// The beginning `start`; `lists` are those of [`chinese_from`] for its first character.
    pub(crate) fn of_chinese(lists: [&'static str; 2], start: &str) -> Beginning {
        let mut rows: BTreeMap<Vec<char>, Rank> = BTreeMap::new();
        for (list, of_words) in lists.into_iter().zip([true, false]) {
            for line in beginning(list, start).lines() {
                let (text, count) = line.split_once('\t').unwrap_or((line, ""));
                let known = rows.entry(text[start.len()..].chars().collect()).or_default();
                let rank = if of_words {
                    &mut known.word
                } else {
                    &mut known.name
                };
                *rank = count.trim_start().parse().unwrap_or(1);
            }
        }
        Beginning {
            lengths: rows.keys().fold(0, |all, row| all | length_bit(row)),
            rows: rows.into_iter().collect(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// As [`word_rank`] and [`name_rank`], of what begins so and goes on with `rest`.
    pub(crate) fn rank(&self, rest: &[char]) -> Rank {
        if self.lengths & length_bit(rest) == 0 {
            return Rank::default();
        }
        let found = self.rows.binary_search_by(|(own, _)| own.as_slice().cmp(rest));
        found.map_or_else(|_| Rank::default(), |at| self.rows[at].1)
    }
}

/// The bit of a number of characters; the last one is that of all large numbers.
fn length_bit(row: &[char]) -> u64 {
    1 << row.len().min(63)
}

/// The Chinese words.
fn chinese_words() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("words-zh.txt").lines();
    lines.map(|line| line.split_once('\t').map_or(line, |(word, _)| word))
}

/// The Chinese words, and the names, that begin with a character, as they stand in their lists.
pub(crate) fn chinese_from(first: char) -> [&'static str; 2] {
    let lists = [include_str!("words-zh.txt"), include_str!("names-han.txt")];
    lists.map(|list| beginning(list, first.encode_utf8(&mut [0; 4])))
}

/// The rows that begin with a text, in text whose lines are sorted by their bytes.
fn beginning(list: &'static str, start: &str) -> &'static str {
    let least = |line: &[u8]| first(line, start.len()) < start.as_bytes();
    let from = bound(list, least);
    let rest = &list[from..];
    &rest[..bound(rest, |line| first(line, start.len()) == start.as_bytes())]
}

fn first(line: &[u8], most: usize) -> &[u8] {
    &line[..line.len().min(most)]
}

/// Where the first line begins that does not hold `holds`, which earlier lines do and later ones do not.
fn bound(list: &str, holds: impl Fn(&[u8]) -> bool) -> usize {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let (start, end) = line_at(bytes, low + (high - low) / 2);
        if holds(&bytes[start..end]) {
            low = (end + 1).min(bytes.len());
        } else {
            high = start;
        }
    }
    low
}

/// Where the line around a byte begins and ends.
fn line_at(bytes: &[u8], middle: usize) -> (usize, usize) {
    let start = bytes[..middle].iter().rposition(|&b| b == b'\n');
    let end = bytes[middle..].iter().position(|&b| b == b'\n');
    (
        start.map_or(0, |at| at + 1),
        end.map_or(bytes.len(), |at| middle + at),
    )
}

/// The second column of the row with a key, in text whose lines are sorted by their bytes.
fn find(list: &'static str, key: &str) -> Option<&'static str> {
    let bytes = list.as_bytes();
    let word = |line: &[u8]| line.iter().position(|&b| b == b'\t').unwrap_or(line.len());
    let at = bound(list, |line| line[..word(line)] < *key.as_bytes());
    let line = &bytes[at..];
    let line = &line[..line.iter().position(|&b| b == b'\n').unwrap_or(line.len())];
    let tab = word(line);
    (line[..tab] == *key.as_bytes()).then(|| list[at + tab..at + line.len()].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_list_is_found() {
        for (list, lang) in [
            ("words-en.txt", Lang::En),
            ("words-ru.txt", Lang::Ru),
            ("words-zh.txt", Lang::Zh),
        ] {
            let path = format!("{}/src/known/{list}", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).unwrap();
            let words: Vec<&str> = text
                .lines()
                .map(|line| line.split('\t').next().unwrap())
                .collect();
            assert!(words.len() > 10_000 && words.is_sorted());
            assert!(words.iter().all(|word| is_word(word, lang)));
        }
    }
}
