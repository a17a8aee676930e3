//! The engine of table systems: from Cyrillic letters to others by rows that look one letter to each side.
//!
//! A row is `before,source,after,target`. `before` and `after` are sets: letters, `^` and `$` for the edges of a word,
//! a Latin capital for a class named in the header (`# class V: аеёиоуыэюя`), all of it negated by a leading `!`, and
//! nothing at all for any neighbour. The longest source that fits wins, then the first row. Letter case is no
//! business of the rows.

use std::cell::Cell;
use std::sync::OnceLock;

use super::Candidate;
use super::inverse::{self, Inverse};
use super::letters::{Alphabet, CAPITAL, EDGE, Letters};

/// A table system, ready to convert.
pub(super) struct Table {
    pub(super) alphabet: Alphabet,
    /// Rows by their first letter, then longest source first, then in file order.
    pub(super) rows: Vec<Row>,
    /// For every letter, where its rows begin; one more at the end.
    starts: Vec<u16>,
    /// For every letter, its target in lower case if one row converts it whatever stands beside it.
    plain: Vec<Option<Short>>,
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
    pub(super) lower: Short,
    title: Short,
    upper: Short,
}

/// A short text that is copied as one machine word: most targets are one to four bytes long, and a call for each of them
/// would cost more than all the rest.
pub(super) struct Short {
    text: String,
    first: [u8; Short::WORD],
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
        let plain = (0..=alphabet.len() as u8)
            .map(|letter| plain(&rows, letter))
            .collect();
        Ok(Table {
            alphabet,
            rows,
            starts,
            plain,
            inverse: OnceLock::new(),
        })
    }

    /// Converts a text; `None` if it has no letter of the alphabet, or a Cyrillic letter that stands in no table.
    pub(super) fn convert(&self, text: &str) -> Option<String> {
        let mut out = Out::for_text(text);
        let mut word = Word::used();
        let mut rest = text;
        let mut found = false;
        while !rest.is_empty() {
            rest = self.alphabet.word(rest, &mut word)?;
            if word.letters.is_empty() {
                let gap;
                (gap, rest) = self.alphabet.gap(rest)?;
                out.push(gap.as_bytes());
            } else {
                found = true;
                self.push_word(&word, text, &mut out);
            }
        }
        word.leave();
        found.then(|| out.into_string())
    }

    fn push_word(&self, word: &Word, text: &str, out: &mut Out) {
        let mut at = 0;
        while let Some(&letter) = word.letters.get(at) {
            if let Some(Some(target)) = self.plain.get(usize::from(letter)) {
                out.push_short(target);
                at += 1;
                continue;
            }
            let Some((row, _)) = self.row(&word.letters, at) else {
                at += 1;
                continue;
            };
            let len = row.source.len();
            let target = match word.case(at, len) {
                Case::Lower => &row.target.lower,
                Case::Title => &row.target.title,
                Case::Upper => &row.target.upper,
                Case::Lone if is_capitals(text) => &row.target.upper,
                Case::Lone => &row.target.title,
            };
            out.push_short(target);
            at += len;
        }
    }

    /// The row that converts the letters from `at`, and its number.
    pub(super) fn row(&self, word: &[u8], at: usize) -> Option<(&Row, usize)> {
        let letter = usize::from(word[at] & !CAPITAL);
        let range = usize::from(self.starts[letter])..usize::from(self.starts[letter + 1]);
        let neighbour = |at: usize| word.get(at).map_or(EDGE, |letter| letter & !CAPITAL);
        let before = neighbour(at.wrapping_sub(1));
        let (first, rows) = (range.start, self.rows.get(range)?);
        let fits = |row: &Row| {
            row.before.contains(before)
                && row.after.contains(neighbour(at + row.source.len()))
                && (1..row.source.len()).all(|next| neighbour(at + next) == row.source[next])
        };
        let number = rows.iter().position(fits)?;
        Some((&rows[number], first + number))
    }

    /// The likeliest sources of a text.
    pub(super) fn invert(&self, text: &str, limit: usize) -> Vec<Candidate> {
        inverse::invert(self, text, limit)
    }

    pub(super) fn inverse(&self) -> &Inverse {
        self.inverse.get_or_init(|| Inverse::new(self))
    }
}

/// The target of a letter that one row converts whatever stands beside it.
fn plain(rows: &[Row], letter: u8) -> Option<Short> {
    let row = rows.iter().find(|row| row.source[0] == letter)?;
    let always = row.source.len() == 1 && row.before == Letters::ANY && row.after == Letters::ANY;
    always.then(|| Short::new(row.target.lower.text.clone()))
}

/// The letters of a word as numbers of an alphabet, [`CAPITAL`] added to capitals.
pub(super) struct Word {
    pub(super) letters: Vec<u8>,
}

enum Case {
    Lower,
    Title,
    Upper,
    /// A word of one capital: the rest of the text decides.
    Lone,
}

thread_local! {
    static LETTERS: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

impl Word {
    /// Longest room for letters that a thread keeps.
    const KEPT: usize = 1024;

    /// The word that this thread used last time, so that a name needs no room of its own for its letters.
    pub(super) fn used() -> Word {
        Word {
            letters: LETTERS.take(),
        }
    }

    fn leave(self) {
        if self.letters.capacity() <= Word::KEPT {
            LETTERS.set(self.letters);
        }
    }

    fn is_capital(&self, at: usize) -> Option<bool> {
        self.letters.get(at).map(|letter| letter & CAPITAL != 0)
    }

    /// The case of what stands for the letters `at..at + len`: a capital beside a capital makes all of it capitals.
    fn case(&self, at: usize, len: usize) -> Case {
        if self.letters[at] & CAPITAL == 0 {
            return Case::Lower;
        }
        let last = self.is_capital(at.wrapping_sub(1));
        match (self.is_capital(at + 1), last) {
            (Some(true), _) | (None, Some(true)) => Case::Upper,
            (None, None) if len == 1 => Case::Lone,
            (Some(false), _) | (None, _) => Case::Title,
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
            lower: Short::new(lower.to_owned()),
            title: Short::new(title(lower)),
            upper: Short::new(lower.to_uppercase()),
        }
    }
}

impl Short {
    /// Bytes that are copied at once.
    const WORD: usize = 8;

    fn new(text: String) -> Short {
        let mut first = [0; Short::WORD];
        for (to, from) in first.iter_mut().zip(text.as_bytes()) {
            *to = *from;
        }
        Short { text, first }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }
}

/// The text that a conversion writes: bytes with room behind them, into which targets are copied whole.
struct Out {
    bytes: Vec<u8>,
    end: usize,
}

impl Out {
    fn for_text(text: &str) -> Out {
        Out {
            bytes: vec![0; text.len() + text.len() / 2 + 2 * Short::WORD],
            end: 0,
        }
    }

    #[inline]
    fn push_short(&mut self, target: &Short) {
        match self.bytes.get_mut(self.end..self.end + Short::WORD) {
            Some(room) if target.text.len() <= Short::WORD => {
                room.copy_from_slice(&target.first);
                self.end += target.text.len();
            }
            _ => self.push(target.text.as_bytes()),
        }
    }

    fn push(&mut self, bytes: &[u8]) {
        let end = self.end + bytes.len();
        if end > self.bytes.len() {
            self.bytes.resize(end + end / 2 + Short::WORD, 0);
        }
        self.bytes[self.end..end].copy_from_slice(bytes);
        self.end = end;
    }

    fn into_string(mut self) -> String {
        self.bytes.truncate(self.end);
        String::from_utf8(self.bytes).expect("targets and gaps are texts")
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
        let mut word = Word::used();
        while !rest.is_empty() {
            rest = table
                .alphabet
                .word(rest, &mut word)
                .expect("samples are readable");
            if word.letters.is_empty() {
                (_, rest) = table.alphabet.gap(rest).expect("samples are readable");
            }
            let mut at = 0;
            while at < word.letters.len() {
                let (row, number) = table
                    .row(&word.letters, at)
                    .expect("every letter has a plain row");
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
                .map(|number| table.rows[number].target.lower.as_str())
                .collect();
            assert!(missing.is_empty(), "{id}: rows to {missing:?} are in no sample");
        }
    }

    #[test]
    fn every_target_is_written_in_latin_letters() {
        for (id, table) in tables() {
            for row in &table.rows {
                let target = row.target.lower.as_str();
                let latin = target
                    .chars()
                    .all(|c| matches!(Script::of(c), None | Some(Script::Latin)));
                assert!(latin && target == target.to_lowercase(), "{id}: {target}");
            }
        }
    }
}
