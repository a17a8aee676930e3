//! The syllables of Standard Chinese and how five systems write them.

use std::sync::LazyLock;

use super::quick::QuickMap;

/// A syllable without its tone: a row of the table of syllables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Syllable(u16);

/// A syllable with its tone: 1 to 4, or 0 where it is neutral or not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The syllable.
    pub syllable: Syllable,
    /// The tone.
    pub tone: u8,
}

/// A way to write syllables: a column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Writing {
    /// Hanyu Pinyin (ISO 7098).
    Pinyin,
    /// Wade–Giles, with ê and ’.
    WadeGiles,
    /// Tongyong Pinyin.
    Tongyong,
    /// The Yale romanization of Mandarin.
    Yale,
    /// The Palladius system, in Cyrillic letters.
    Palladius,
}

impl Writing {
    /// All columns, in the order of the table.
    pub const ALL: [Writing; 5] = [
        Writing::Pinyin,
        Writing::WadeGiles,
        Writing::Tongyong,
        Writing::Yale,
        Writing::Palladius,
    ];
}

struct Table {
    rows: Vec<[&'static str; 5]>,
    /// For each syllable, Pinyin with each tone, the neutral one first.
    toned: Vec<[String; 5]>,
    by_pinyin: QuickMap<&'static str, Syllable>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows: Vec<[&str; 5]> = super::rows(include_str!("syllables.csv"))
        .map(|row| {
            let mut cells = row.split(',');
            [(); 5].map(|()| cells.next().unwrap_or(""))
        })
        .collect();
    let toned = rows
        .iter()
        .map(|row| [0, 1, 2, 3, 4].map(|tone| with_mark(row[0], tone)))
        .collect();
    let by_pinyin = rows
        .iter()
        .zip(0..)
        .map(|(row, at)| (row[0], Syllable(at)))
        .collect();
    Table {
        rows,
        toned,
        by_pinyin,
    }
});

impl Syllable {
    /// All standard syllables, in the order of Pinyin.
    pub fn all() -> impl Iterator<Item = Syllable> {
        (0..TABLE.rows.len() as u16).map(Syllable)
    }

    /// The syllable that Pinyin writes so: lower case, no tone, ü as `ü`.
    pub fn from_pinyin(pinyin: &str) -> Option<Syllable> {
        TABLE.by_pinyin.get(pinyin).copied()
    }

    /// The syllable as a system writes it, in lower case.
    ///
    /// ```
    /// use isonym::translit::han::{Syllable, Writing};
    /// let qu = Syllable::from_pinyin("qu").unwrap();
    /// assert_eq!(qu.written(Writing::WadeGiles), "ch’ü");
    /// assert_eq!(qu.written(Writing::Palladius), "цюй");
    /// ```
    pub fn written(self, writing: Writing) -> &'static str {
        TABLE.rows[self.0 as usize][writing as usize]
    }
}

impl Reading {
    /// The reading that Pinyin with a tone mark writes so (`lù`); without a mark the tone is neutral.
    pub fn from_marked(pinyin: &str) -> Option<Reading> {
        let mut tone = 0;
        let plain: String = pinyin
            .chars()
            .map(|c| match unmarked(c) {
                (letter, 0) => letter,
                (letter, mark) => {
                    tone = mark;
                    letter
                }
            })
            .collect();
        Some(Reading {
            syllable: Syllable::from_pinyin(&plain)?,
            tone,
        })
    }

    /// The reading as a number below 8 times the number of syllables.
    pub(super) fn packed(self) -> u16 {
        self.syllable.0 << 3 | u16::from(self.tone)
    }

    pub(super) fn unpacked(number: u16) -> Reading {
        Reading {
            syllable: Syllable(number >> 3),
            tone: (number & 7) as u8,
        }
    }

    /// The reading in Pinyin with its tone mark.
    pub fn marked(self) -> &'static str {
        &TABLE.toned[self.syllable.0 as usize][usize::from(self.tone.min(4))]
    }
}

const VOWELS: [(char, [char; 5]); 6] = [
    ('a', ['a', 'ā', 'á', 'ǎ', 'à']),
    ('e', ['e', 'ē', 'é', 'ě', 'è']),
    ('i', ['i', 'ī', 'í', 'ǐ', 'ì']),
    ('o', ['o', 'ō', 'ó', 'ǒ', 'ò']),
    ('u', ['u', 'ū', 'ú', 'ǔ', 'ù']),
    ('ü', ['ü', 'ǖ', 'ǘ', 'ǚ', 'ǜ']),
];

/// A vowel without its tone mark, and the tone (0 where there was no mark).
pub(super) fn unmarked(c: char) -> (char, u8) {
    VOWELS
        .iter()
        .find_map(|(plain, marked)| Some((*plain, marked.iter().position(|m| *m == c)? as u8)))
        .unwrap_or((c, 0))
}

/// The mark stands on a or e, on the o of ou, else on the last vowel (ISO 7098).
fn with_mark(pinyin: &str, tone: usize) -> String {
    let at = pinyin
        .find(['a', 'e'])
        .or_else(|| pinyin.find("ou"))
        .or_else(|| pinyin.rfind(['i', 'o', 'u', 'ü']));
    pinyin
        .char_indices()
        .map(|(i, c)| match VOWELS.iter().find(|(plain, _)| *plain == c) {
            Some((_, marked)) if Some(i) == at => marked[tone],
            _ => c,
        })
        .collect()
}
