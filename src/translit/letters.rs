//! The alphabet of a table: from characters to small numbers, so that contexts are sets of bits.

use std::sync::LazyLock;

use unicode_normalization::char::{compose, decompose_canonical};

use super::table::Word;

/// The number that stands for the edge of a word.
pub(super) const EDGE: u8 = 0;

/// Most letters an alphabet may have: a set of them is a `u128` with the edge.
const MOST: usize = 127;

/// First and last character of the blocks in which an alphabet finds its letters directly.
const FIRST: u32 = 0x400;
const LAST: u32 = 0x52f;
/// What is added to the number of a letter where it is a capital.
pub(super) const CAPITAL: u8 = 0x80;

/// A set of letters, perhaps with the edge of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters(u128);

impl Letters {
    pub(super) const ANY: Letters = Letters(u128::MAX);

    pub(super) fn contains(self, letter: u8) -> bool {
        self.0 >> letter & 1 == 1
    }
}

/// The letters that a table converts, numbered from 1.
pub(super) struct Alphabet {
    letters: Vec<char>,
    /// For every Cyrillic character its letter, with [`CAPITAL`] set for capitals; 0 for none.
    direct: Box<[u8; (LAST - FIRST + 1) as usize]>,
    apostrophe: u8,
}

impl Alphabet {
    pub(super) fn of(sources: impl Iterator<Item = char>) -> Result<Alphabet, String> {
        let mut letters: Vec<char> = sources.collect();
        letters.sort_unstable();
        letters.dedup();
        if letters.len() > MOST {
            return Err(format!("{} letters are too many", letters.len()));
        }
        let mut alphabet = Alphabet {
            letters,
            direct: Box::new([0; (LAST - FIRST + 1) as usize]),
            apostrophe: 0,
        };
        alphabet.apostrophe = alphabet.id('’').unwrap_or(0);
        for at in FIRST..=LAST {
            let c = char::from_u32(at).expect("the Cyrillic blocks have no surrogates");
            alphabet.direct[(at - FIRST) as usize] = alphabet.nearest(c);
        }
        Ok(alphabet)
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The letters, in the order of their numbers.
    pub(super) fn letters(&self) -> impl Iterator<Item = char> {
        self.letters.iter().copied()
    }

    /// The text of a string of numbers.
    pub(super) fn text(&self, ids: &[u8]) -> String {
        ids.iter().map(|&id| self.letters[usize::from(id) - 1]).collect()
    }

    /// The number of a Cyrillic letter as it is read, [`CAPITAL`] added to that of a capital; 0 where it cannot be.
    pub(super) fn number(&self, letter: char) -> u8 {
        let at = u32::from(letter).checked_sub(FIRST);
        at.and_then(|at| self.direct.get(at as usize))
            .copied()
            .unwrap_or(0)
    }

    /// The number of a lower-case letter.
    pub(super) fn id(&self, letter: char) -> Option<u8> {
        let at = self.letters.binary_search(&letter).ok()?;
        Some(at as u8 + 1)
    }

    pub(super) fn ids(&self, source: &str) -> Result<Vec<u8>, String> {
        if source.is_empty() {
            return Err("a row without a source".to_owned());
        }
        source
            .chars()
            .map(|c| self.id(c).ok_or_else(|| format!("no letter `{c}`")))
            .collect()
    }

    /// Reads a set as a table writes it.
    pub(super) fn set(&self, cell: &str, classes: &[(char, &str)]) -> Result<Letters, String> {
        if cell.is_empty() {
            return Ok(Letters::ANY);
        }
        let (negated, names) = match cell.strip_prefix('!') {
            Some(rest) => (true, rest),
            None => (false, cell),
        };
        let mut bits = 0;
        for name in names.chars() {
            bits |= match classes.iter().find(|(class, _)| *class == name) {
                Some((_, letters)) => self.bits(letters)?,
                None => self.bits(name.encode_utf8(&mut [0; 4]))?,
            };
        }
        Ok(Letters(if negated { !bits } else { bits }))
    }

    fn bits(&self, letters: &str) -> Result<u128, String> {
        letters.chars().try_fold(0, |bits, c| match c {
            '^' | '$' => Ok(bits | 1 << EDGE),
            _ => match self.id(c) {
                Some(id) => Ok(bits | 1 << id),
                None => Err(format!("`{c}` in a context is no letter of the table")),
            },
        })
    }

    /// The number of a Cyrillic character, a capital marked: its own, or that of the letter nearest to it
    /// (`nearest.csv`), or that of the letter below its diacritic.
    fn nearest(&self, c: char) -> u8 {
        let mut lower = c.to_lowercase();
        let (Some(small), None) = (lower.next(), lower.next()) else {
            return 0;
        };
        let case = if small == c { 0 } else { CAPITAL };
        let own = |letter| {
            self.id(letter)
                .or_else(|| nearest(letter).and_then(|near| self.id(near)))
        };
        let id = own(small).or_else(|| {
            let mut base = None;
            decompose_canonical(small, |part| base = base.or(Some(part)));
            base.filter(|b| *b != small).and_then(own)
        });
        id.map_or(0, |id| id | case)
    }

    /// Takes the letters from the beginning of a text into `word` and returns the rest; `None` if a Cyrillic letter
    /// comes that this alphabet cannot read.
    pub(super) fn word<'a>(&self, text: &'a str, word: &mut Word) -> Option<&'a str> {
        word.letters.clear();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at + 1 < bytes.len() {
            let lead = bytes[at];
            let far = lead == 0xd4 && bytes[at + 1] >= 0xb0;
            if far || !(0xd0..=0xd4).contains(&lead) {
                match self.rare(&text[at..], word) {
                    0 => break,
                    read => at += read,
                }
                continue;
            }
            let code = u32::from(lead & 0x1f) << 6 | u32::from(bytes[at + 1] & 0x3f);
            let letter = self.direct.get((code - FIRST) as usize).copied()?;
            if letter == 0 {
                if is_mark(code) && !word.letters.is_empty() {
                    at += 2;
                    continue;
                }
                return None;
            }
            word.letters.push(letter);
            at += 2;
        }
        Some(&text[at..])
    }

    /// Marks and apostrophes within a word; returns the bytes read.
    fn rare(&self, text: &str, word: &mut Word) -> usize {
        let Some(last) = word.letters.last_mut() else {
            return 0;
        };
        let mut chars = text.chars();
        match chars.next() {
            Some(mark @ '\u{300}'..='\u{36f}') => {
                let (case, id) = (*last & CAPITAL, *last & !CAPITAL);
                let joined = compose(self.letters[usize::from(id) - 1], mark);
                if let Some(id) = joined.and_then(|c| self.id(c)) {
                    *last = id | case;
                }
                mark.len_utf8()
            }
            Some(sign @ ('\'' | '’' | 'ʼ' | '`')) if self.apostrophe != 0 => {
                let next = chars.next().map_or(0, u32::from);
                if !(FIRST..=LAST).contains(&next) {
                    return 0;
                }
                let case = *last & CAPITAL;
                word.letters.push(self.apostrophe | case);
                sign.len_utf8()
            }
            _ => 0,
        }
    }

    /// What stands before the next Cyrillic letter, and the rest; `None` at one beyond the blocks this reads.
    pub(super) fn gap<'a>(&self, text: &'a str) -> Option<(&'a str, &'a str)> {
        let end = text
            .char_indices()
            .find(|(_, c)| (FIRST..=LAST).contains(&u32::from(*c)) || is_far(*c))
            .map_or(text.len(), |(at, _)| at);
        if text[end..].starts_with(is_far) {
            return None;
        }
        Some(text.split_at(end))
    }
}

/// Combining signs of the Cyrillic block.
fn is_mark(code: u32) -> bool {
    (0x482..=0x489).contains(&code)
}

/// Cyrillic letters outside the blocks that [`Alphabet`] reads.
fn is_far(c: char) -> bool {
    matches!(c, '\u{1c80}'..='\u{1c8f}' | '\u{1d2b}' | '\u{1d78}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}')
}

/// The letter that stands in for one that most tables lack.
pub(super) fn nearest(letter: char) -> Option<char> {
    let row = NEAREST.iter().find(|(own, _)| *own == letter)?;
    Some(row.1)
}

/// Letters that most tables lack, with the letter that stands in for them.
static NEAREST: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    include_str!("nearest.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| {
            let (letter, near) = line.split_once(',')?;
            Some((letter.chars().next()?, near.chars().next()?))
        })
        .collect()
});
