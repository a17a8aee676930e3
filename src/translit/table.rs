//! The engine of table systems: from Cyrillic letters to others by rows that look one letter to each side.
//!
//! A row is `before,source,after,target`. `before` and `after` are sets: letters, `^` and `$` for the edges of a word,
//! a Latin capital for a class named in the header (`# class V: аеёиоуыэюя`), all of it negated by a leading `!`, and
//! nothing at all for any neighbour. The longest source that fits wins, then the first row. Letter case is no
//! business of the rows.

use std::sync::OnceLock;

use super::Candidate;
use super::inverse::{self, Inverse};
use super::letters::{Alphabet, EDGE, Letters};

/// A table system, ready to convert.
pub(super) struct Table {
    pub(super) alphabet: Alphabet,
    /// Rows by their first letter, then longest source first, then in file order.
    pub(super) rows: Vec<Row>,
    /// For every letter, where its rows begin; one more at the end.
    starts: Vec<u16>,
    inverse: OnceLock<Inverse>,
}

/// One row of a table.
pub(super) struct Row {
    pub(super) before: Letters,
    pub(super) source: Vec<u8>,
    pub(super) after: Letters,
    pub(super) target: Cased,
}

/// A target in the three forms that letter case asks for.
pub(super) struct Cased {
    pub(super) lower: String,
    title: String,
    upper: String,
}

/// The value of a `# field: value` line in the header of a table.
pub(super) fn header<'a>(data: &'a str, field: &str) -> Option<&'a str> {
    headers(data).find_map(|(name, value)| (name == field).then_some(value))
}

fn headers(data: &str) -> impl Iterator<Item = (&str, &str)> {
    data.lines()
        .map_while(|line| line.strip_prefix('#'))
        .filter_map(|line| line.trim().split_once(": "))
}

impl Table {
    /// Reads a table; the error says which row is wrong.
    pub(super) fn read(data: &str) -> Result<Table, String> {
        let mut reader = ::csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_reader(data.as_bytes());
        let records: Vec<::csv::StringRecord> = reader
            .records()
            .collect::<Result<_, _>>()
            .map_err(|error| error.to_string())?;
        let classes: Vec<(char, &str)> = headers(data)
            .filter_map(|(name, letters)| Some((name.strip_prefix("class ")?.chars().next()?, letters)))
            .collect();
        let alphabet = Alphabet::of(records.iter().flat_map(|r| r[1].chars()))?;
        let mut rows = Vec::with_capacity(records.len());
        for record in &records {
            rows.push(Row {
                before: alphabet.set(&record[0], &classes)?,
                source: alphabet.ids(&record[1])?,
                after: alphabet.set(&record[2], &classes)?,
                target: Cased::new(&record[3]),
            });
        }
        rows.sort_by_key(|row| (row.source[0], usize::MAX - row.source.len()));
        let starts = (0..=alphabet.len() as u8 + 1)
            .map(|letter| rows.partition_point(|row| row.source[0] < letter) as u16)
            .collect();
        Ok(Table {
            alphabet,
            rows,
            starts,
            inverse: OnceLock::new(),
        })
    }

    /// Converts a text; `None` if it has no letter of the alphabet, or a Cyrillic letter that stands in no table.
    pub(super) fn convert(&self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len() + 8);
        let mut word = Word::default();
        let mut rest = text;
        let mut found = false;
        while !rest.is_empty() {
            rest = self.alphabet.word(rest, &mut word)?;
            if word.ids.is_empty() {
                rest = self.alphabet.gap(rest, &mut out)?;
            } else {
                found = true;
                self.push_word(&word, text, &mut out);
            }
        }
        found.then_some(out)
    }

    fn push_word(&self, word: &Word, text: &str, out: &mut String) {
        let mut at = 0;
        while at < word.ids.len() {
            let Some((row, _)) = self.row(&word.ids, at) else {
                at += 1;
                continue;
            };
            let len = row.source.len();
            out.push_str(match word.case(at, len) {
                Case::Lower => &row.target.lower,
                Case::Title => &row.target.title,
                Case::Upper => &row.target.upper,
                Case::Lone if is_capitals(text) => &row.target.upper,
                Case::Lone => &row.target.title,
            });
            at += len;
        }
    }

    /// The row that converts the letters from `at`, and its number.
    pub(super) fn row(&self, word: &[u8], at: usize) -> Option<(&Row, usize)> {
        let letter = usize::from(word[at]);
        let range = usize::from(self.starts[letter])..usize::from(self.starts[letter + 1]);
        let before = if at == 0 { EDGE } else { word[at - 1] };
        range.map(|number| (&self.rows[number], number)).find(|(row, _)| {
            let end = at + row.source.len();
            row.before.contains(before)
                && word.get(at..end) == Some(&row.source[..])
                && row.after.contains(word.get(end).copied().unwrap_or(EDGE))
        })
    }

    /// The likeliest sources of a text.
    pub(super) fn invert(&self, text: &str, limit: usize) -> Vec<Candidate> {
        inverse::invert(self, text, limit)
    }

    pub(super) fn inverse(&self) -> &Inverse {
        self.inverse.get_or_init(|| Inverse::new(self))
    }
}

/// The letters of a word as ids of an alphabet, and which of them are capitals.
#[derive(Default)]
pub(super) struct Word {
    pub(super) ids: Vec<u8>,
    pub(super) capitals: Vec<bool>,
}

enum Case {
    Lower,
    Title,
    Upper,
    /// A word of one capital: the rest of the text decides.
    Lone,
}

impl Word {
    /// The case of what stands for the letters `at..at + len`: a capital beside a capital makes all of it capitals.
    fn case(&self, at: usize, len: usize) -> Case {
        if !self.capitals[at] {
            return Case::Lower;
        }
        let next = self.capitals.get(at + 1);
        match (next, at.checked_sub(1)) {
            (Some(true), _) => Case::Upper,
            (Some(false), _) => Case::Title,
            (None, Some(last)) if self.capitals[last] => Case::Upper,
            (None, Some(_)) => Case::Title,
            (None, None) if len == 1 => Case::Lone,
            (None, None) => Case::Title,
        }
    }
}

/// Whether a text has several letters and all of them are capitals.
fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).take(200);
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

impl Cased {
    fn new(lower: &str) -> Cased {
        Cased {
            lower: lower.to_owned(),
            title: title(lower),
            upper: lower.to_uppercase(),
        }
    }
}

/// The first letter as a capital, and with it the second one if a tie joins them (ALA-LC `T͡S`).
fn title(lower: &str) -> String {
    const TIE: char = '\u{361}';
    let mut out = String::new();
    let mut due = true;
    for c in lower.chars() {
        if due && c.is_alphabetic() && c.is_lowercase() {
            out.extend(c.to_uppercase());
            due = false;
        } else {
            out.push(c);
            due |= c == TIE;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Script;
    use crate::translit::{Method, SYSTEMS};

    fn tables() -> impl Iterator<Item = (&'static str, &'static Table)> {
        SYSTEMS.iter().filter_map(|system| match &system.method {
            Method::Table(table) => Some((system.id, &***table)),
            Method::Code { .. } => None,
        })
    }

    /// The rows that convert a text, by number.
    fn fired(table: &Table, text: &str) -> Vec<usize> {
        let mut fired = Vec::new();
        let mut rest = text;
        let (mut word, mut skipped) = (Word::default(), String::new());
        while !rest.is_empty() {
            rest = table
                .alphabet
                .word(rest, &mut word)
                .expect("samples are readable");
            if word.ids.is_empty() {
                rest = table
                    .alphabet
                    .gap(rest, &mut skipped)
                    .expect("samples are readable");
            }
            let mut at = 0;
            while at < word.ids.len() {
                let (row, number) = table.row(&word.ids, at).expect("every letter has a plain row");
                fired.push(number);
                at += row.source.len();
            }
        }
        fired
    }

    #[test]
    fn every_row_converts_something_in_a_sample() {
        for (id, table) in tables() {
            let path = format!("{}/tests/translit/{id}.csv", env!("CARGO_MANIFEST_DIR"));
            let mut samples = ::csv::Reader::from_path(&path).expect("every table has samples");
            let sources = samples
                .records()
                .map(|row| row.expect("samples are CSV")[0].to_owned());
            let fired: Vec<usize> = sources.flat_map(|source| fired(table, &source)).collect();
            let missing: Vec<&str> = (0..table.rows.len())
                .filter(|number| !fired.contains(number))
                .map(|number| &*table.rows[number].target.lower)
                .collect();
            assert!(missing.is_empty(), "{id}: rows to {missing:?} are in no sample");
        }
    }

    #[test]
    fn every_target_is_written_in_latin_letters() {
        for (id, table) in tables() {
            for row in &table.rows {
                let target = &row.target.lower;
                let latin = target
                    .chars()
                    .all(|c| matches!(Script::of(c), None | Some(Script::Latin)));
                assert!(latin && *target == target.to_lowercase(), "{id}: {target}");
            }
        }
    }
}
