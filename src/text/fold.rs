//! From a spelling to its key: what the key ignores is what a reader would ignore.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::lang::Script;

/// The key of a spelling: letter case, width, accents of Latin letters, ё/е, traditional characters,
/// apostrophes and interpuncts are ignored, and hyphens, periods and runs of white space are one space
/// (none beside a Chinese character).
///
/// Folding is idempotent.
///
/// ```
/// use isonym::fold;
/// assert_eq!(fold("Xi’an"), fold("XI'AN"));
/// assert_eq!(fold("Королёв"), "королев");
/// assert_eq!(fold("Komsomolsk-on-Amur"), "komsomolsk on amur");
/// assert_eq!(fold("海參崴"), "海参崴");
/// assert_eq!(fold("西摩・赫什"), "西摩赫什");
/// ```
pub fn fold(text: &str) -> String {
    let mut key = String::new();
    fold_into(text, &mut key);
    key
}

/// Writes the key of a spelling into room that is empty.
pub(crate) fn fold_into(text: &str, key: &mut String) {
    key.reserve(text.len());
    if fold_plain(text, key).is_none() {
        *key = Folded::new(text).key;
    }
}

/// The key of a spelling of plain letters, digits, spaces and hyphens, as most are; none of others.
fn fold_plain(text: &str, key: &mut String) -> Option<()> {
    let mut after_han = true;
    for c in text.chars() {
        let c = match c {
            'a'..='z' | '0'..='9' | 'а'..='я' => c,
            'A'..='Z' => c.to_ascii_lowercase(),
            'А'..='Я' => char::from_u32(c as u32 + 0x20)?,
            'ё' | 'Ё' => 'е',
            '\u{4e00}'..='\u{9fff}' => {
                if key.ends_with(' ') {
                    key.pop();
                }
                key.push(simplified(c));
                after_han = true;
                continue;
            }
            ' ' | '-' | '.' => {
                if !after_han && !key.ends_with(' ') {
                    key.push(' ');
                }
                continue;
            }
            _ => return None,
        };
        key.push(c);
        after_han = false;
    }
    if key.ends_with(' ') {
        key.pop();
    }
    Some(())
}

/// A folded text with the way back to its source.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub key: String,
    /// For every byte of `key`, and for its end, the byte of the source where its character begins.
    pub starts: Vec<u32>,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Folded {
        let mut folded = Folded {
            key: String::with_capacity(text.len()),
            starts: Vec::with_capacity(text.len() + 1),
        };
        for (at, c) in text.char_indices() {
            folded.push(c, at as u32);
        }
        folded.close(text.len());
        folded
    }

    /// Ends the text at a byte.
    pub(crate) fn close(&mut self, at: usize) {
        if self.key.ends_with(' ') {
            self.key.pop();
            self.starts.pop();
        }
        self.starts.push(at as u32);
    }

    /// Adds a character that begins at a byte of the text.
    pub(crate) fn push(&mut self, c: char, at: u32) {
        match c {
            'a'..='z' | '0'..='9' | 'а'..='я' => self.put(c, at),
            'A'..='Z' => self.put(c.to_ascii_lowercase(), at),
            'А'..='Я' => self.put(char::from_u32(c as u32 + 0x20).unwrap_or(c), at),
            'ё' | 'Ё' => self.put('е', at),
            '\u{4e00}'..='\u{9fff}' => self.put(simplified(c), at),
            _ if is_gap(c) => self.gap(at),
            _ if is_ignored(c) => {}
            '\u{306}' if self.key.ends_with('и') => {
                self.key.pop();
                self.key.push('й');
            }
            _ if is_combining_mark(c) => {}
            _ => self.push_rare(c, at),
        }
    }

    fn push_rare(&mut self, c: char, at: u32) {
        if let Some(letters) = undecomposable(c) {
            return letters.chars().for_each(|l| self.put(l, at));
        }
        let lower = c.to_lowercase();
        for l in lower {
            if let Some(letters) = undecomposable(l) {
                letters.chars().for_each(|l| self.put(l, at));
            } else if Script::of(l) == Some(Script::Cyrillic) {
                self.put(if l == 'ѐ' { 'е' } else { l }, at);
            } else {
                decompose_compatible(l, |part| self.push_part(part, at));
            }
        }
    }

    fn push_part(&mut self, part: char, at: u32) {
        if is_combining_mark(part) || is_ignored(part) {
        } else if is_gap(part) {
            self.gap(at);
        } else {
            part.to_lowercase().for_each(|l| self.put_plain(l, at));
        }
    }

    fn put_plain(&mut self, c: char, at: u32) {
        match undecomposable(c) {
            Some(letters) => letters.chars().for_each(|l| self.put(l, at)),
            None => self.put(simplified(c), at),
        }
    }

    fn put(&mut self, c: char, at: u32) {
        if Script::of(c) == Some(Script::Han) && self.key.ends_with(' ') {
            self.key.pop();
            self.starts.pop();
        }
        self.key.push(c);
        self.starts.resize(self.key.len(), at);
    }

    fn gap(&mut self, at: u32) {
        let last = self.key.chars().next_back();
        if last.is_some_and(|c| c != ' ' && Script::of(c) != Some(Script::Han)) {
            self.put(' ', at);
        }
    }
}

/// Spaces, hyphens and periods: what may stand between the parts of a name.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '\u{ff0e}'
        )
}

/// Apostrophes, primes, interpuncts and invisible characters.
pub(crate) fn is_ignored(c: char) -> bool {
    matches!(c,
        '\'' | '`' | '\u{b4}' | '\u{b7}' | '\u{2bb}'..='\u{2bf}' | '\u{2b9}' | '\u{2ba}' | '\u{2c8}' | '\u{2018}'..='\u{201b}'
        | '\u{2032}'..='\u{2034}' | '\u{ff07}'
        | '\u{2022}' | '\u{2219}' | '\u{2027}' | '\u{30fb}' | '\u{ff65}' | '\u{22c5}'
        | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}')
}

/// Letters that Unicode does not decompose, by their usual plain spelling.
fn undecomposable(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

/// Traditional characters with their simplified forms (OpenCC).
pub(crate) fn traditional_pairs() -> impl Iterator<Item = (char, char)> {
    include_str!("simplified.csv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .skip(1)
        .filter_map(|row| {
            let mut chars = row.split(',').filter_map(|cell| cell.chars().next());
            Some((chars.next()?, chars.next()?))
        })
}

/// The simplified form of a traditional character; any other character is its own.
pub fn simplified(c: char) -> char {
    match c as u32 {
        at @ FIRST..=LAST => char::from_u32(SIMPLIFIED[(at - FIRST) as usize].into()).unwrap_or(c),
        _ => c,
    }
}

const CHARACTERS: usize = (LAST - FIRST + 1) as usize;

/// By character from [`FIRST`] on, made when the library is compiled: a start would take longer to make it than for all else.
#[allow(long_running_const_eval)]
static SIMPLIFIED: [u16; CHARACTERS] = simplified_table(include_bytes!("simplified.csv"));

const fn simplified_table(csv: &[u8]) -> [u16; CHARACTERS] {
    let mut table = [0; CHARACTERS];
    let mut at = 0;
    while at < CHARACTERS {
        table[at] = FIRST as u16 + at as u16;
        at += 1;
    }
    let mut at = 0;
    while at < csv.len() {
        let (from, comma) = character(csv, at);
        if csv[comma] == b',' && FIRST <= from && from <= LAST {
            let (to, end) = character(csv, comma + 1);
            if to <= LAST {
                table[(from - FIRST) as usize] = to as u16;
            }
            at = end;
        }
        while at < csv.len() && csv[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    table
}

/// The character at a byte of UTF-8, and the byte after it.
const fn character(text: &[u8], at: usize) -> (u32, usize) {
    let lead = text[at] as u32;
    let (mut c, length) = match lead {
        0..0x80 => (lead, 1),
        0x80..0xe0 => (lead & 0x1f, 2),
        0xe0..0xf0 => (lead & 0x0f, 3),
        _ => (lead & 0x07, 4),
    };
    let mut next = 1;
    while next < length {
        c = c << 6 | text[at + next] as u32 & 0x3f;
        next += 1;
    }
    (c, at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_simplified_characters_holds_its_rows() {
        let mut rows = 0;
        for (from, to) in traditional_pairs()
            .filter(|&(from, to)| (FIRST..=LAST).contains(&(from as u32)) && to as u32 <= LAST)
        {
            assert_eq!(simplified(from), to, "{from}");
            rows += 1;
        }
        assert!(rows > 2500, "{rows}");
        assert_eq!(simplified('河'), '河');
    }
}
