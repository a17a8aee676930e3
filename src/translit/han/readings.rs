//! Which syllable a character stands for, by what is named.

use std::sync::LazyLock;
use std::sync::atomic::AtomicU16;
use std::sync::atomic::Ordering::Relaxed;

use ::pinyin::ToPinyin;

use super::name::Unit;
use super::quick::QuickMap;
use super::rows;
use super::syllable::{Reading, Syllable};
use crate::text::simplified;
use crate::translit::Use;

/// The readings of a text's characters, in their order; `None` for what is no Chinese character or has no known reading.
///
/// Words are read first, the longest at each place: words of any name, then those of place names or persons. The other
/// characters are read one by one. Traditional characters are read as their simplified forms where those stand in a table.
pub fn read(text: &str, kind: Use) -> Vec<Option<Reading>> {
    let original: Vec<char> = text.chars().collect();
    let plain: Vec<char> = original.iter().map(|&c| simplified(c)).collect();
    let mut found = Vec::with_capacity(plain.len());
    read_part(&original, &plain, kind, &mut found);
    found.into_iter().map(|unit| unit.read.ok()).collect()
}

/// Reads a part of a name, given as it stands and in simplified characters.
pub(super) fn read_part(original: &[char], plain: &[char], kind: Use, found: &mut Vec<Unit>) {
    let books = Books::of(kind);
    let mut at = 0;
    while at < plain.len() {
        match books.word(&plain[at..]) {
            Some(word) => {
                let units = word.iter().zip(&original[at..]);
                found.extend(units.map(|(reading, &c)| Unit::of(Some(*reading), c)));
                at += word.len();
            }
            None => {
                found.push(Unit::of(read_one(original[at], plain[at], kind), original[at]));
                at += 1;
            }
        }
    }
    soften(plain, kind, found);
}

/// Longest words first, from the tables that a use allows.
struct Books([Option<&'static Words>; 3]);

impl Books {
    fn of(kind: Use) -> Books {
        Books(match kind {
            Use::Place => [Some(&PLACES), Some(&PHRASES), None],
            Use::Any => [Some(&PLACES), Some(&PHRASES), Some(&TITLES)],
            Use::Person | Use::Given => [Some(&PHRASES), None, None],
            Use::Surname => [Some(&SURNAMES), None, None],
        })
    }

    fn word(&self, rest: &[char]) -> Option<&'static [Reading]> {
        let words = self.0.iter().flatten();
        words
            .filter_map(|words| words.longest(rest))
            .max_by_key(|word| word.len())
    }
}

/// A word and its readings, character by character.
type Word = (Vec<char>, Vec<Reading>);

/// A table of words with their readings.
pub(super) struct Words {
    by_first: QuickMap<char, Vec<Word>>,
    firsts: Vec<u64>,
}

pub(super) static PHRASES: LazyLock<Words> = LazyLock::new(|| Words::new(include_str!("phrases.csv")));
static TITLES: LazyLock<Words> = LazyLock::new(|| Words::new(include_str!("titles.csv")));
static PLACES: LazyLock<Words> = LazyLock::new(|| Words::new(include_str!("places.csv")));
pub(super) static PERSONS: LazyLock<Words> = LazyLock::new(|| Words::new(include_str!("persons.csv")));
pub(super) static SURNAMES: LazyLock<Words> = LazyLock::new(|| Words::new(include_str!("surnames.csv")));

/// The first of the characters whose words are worth a look into the hash table.
const FIRST: u32 = 0x3400;

impl Words {
    fn new(table: &'static str) -> Words {
        let mut words = Words {
            by_first: QuickMap::default(),
            firsts: vec![0; (0xa000 - FIRST as usize) / 64],
        };
        for row in rows(table) {
            let (name, readings) = row.split_once(',').unwrap_or((row, ""));
            let readings: Vec<Reading> = readings
                .split_whitespace()
                .filter_map(Reading::from_marked)
                .collect();
            let name: Vec<char> = name.chars().map(simplified).collect();
            if !readings.is_empty() && readings.len() == name.len() {
                words.add(name, readings);
            }
        }
        for list in words.by_first.values_mut() {
            list.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        words
    }

    fn add(&mut self, name: Vec<char>, readings: Vec<Reading>) {
        let first = name[0];
        if let Some(slot) = (first as u32).checked_sub(FIRST)
            && let Some(bits) = self.firsts.get_mut(slot as usize / 64)
        {
            *bits |= 1 << (slot % 64);
            self.by_first.entry(first).or_default().push((name, readings));
        }
    }

    /// The readings of the longest word that the characters begin with.
    pub(super) fn longest(&self, rest: &[char]) -> Option<&[Reading]> {
        let first = *rest.first()?;
        let slot = (first as u32).checked_sub(FIRST)? as usize;
        if self.firsts.get(slot / 64)? >> (slot % 64) & 1 == 0 {
            return None;
        }
        let words = self.by_first.get(&first)?;
        words
            .iter()
            .find(|(name, _)| rest.starts_with(name))
            .map(|(_, readings)| &readings[..])
    }
}

/// The readings of one character: in any name, a place, a surname, a given name.
type ByUse = [Option<Reading>; 4];

static CHARACTERS: LazyLock<QuickMap<char, ByUse>> = LazyLock::new(|| {
    rows(include_str!("characters.csv"))
        .filter_map(|row| {
            let mut cells = row.split(',');
            let character = cells.next()?.chars().next()?;
            Some((
                character,
                [(); 4].map(|()| cells.next().and_then(Reading::from_marked)),
            ))
        })
        .collect()
});

/// The reading of a character for a use; a simplified one is looked up once.
fn read_one(original: char, plain: char, kind: Use) -> Option<Reading> {
    match original == plain {
        true => MEMORY.reading(plain, kind),
        false => look_up(original, plain, kind),
    }
}

/// The readings of characters that have been looked up, by use: a look-up asks three tables.
struct Memory {
    known: [[AtomicU16; Memory::CHARACTERS]; Memory::USES],
}

static MEMORY: Memory = Memory {
    known: [const { [const { AtomicU16::new(0) }; Memory::CHARACTERS] }; Memory::USES],
};

impl Memory {
    const FIRST: u32 = 0x4e00;
    const CHARACTERS: usize = 0x5200;
    const USES: usize = 5;
    const NONE: u16 = u16::MAX;

    fn reading(&self, c: char, kind: Use) -> Option<Reading> {
        let at = (c as u32).wrapping_sub(Memory::FIRST) as usize;
        let Some(known) = self.known[kind as usize].get(at) else {
            return look_up(c, c, kind);
        };
        match known.load(Relaxed) {
            0 => {
                let reading = look_up(c, c, kind);
                let packed = reading.map_or(Memory::NONE, |reading| reading.packed() + 1);
                known.store(packed, Relaxed);
                reading
            }
            Memory::NONE => None,
            packed => Some(Reading::unpacked(packed - 1)),
        }
    }
}

fn look_up(original: char, plain: char, kind: Use) -> Option<Reading> {
    if (original as u32) < FIRST {
        return None;
    }
    let listed = CHARACTERS.get(&plain).and_then(|by_use| {
        let of_use = match kind {
            Use::Place => by_use[1],
            Use::Surname => by_use[2],
            Use::Given => by_use[3],
            Use::Any | Use::Person => None,
        };
        of_use.or(by_use[0])
    });
    listed.or_else(|| usual(original)).or_else(|| usual(plain))
}

/// The first reading of Unihan.
fn usual(character: char) -> Option<Reading> {
    let text = character.to_pinyin()?.with_tone_num_end();
    let (plain, tone) = match text.as_bytes().last() {
        Some(digit @ b'1'..=b'4') => (&text[..text.len() - 1], digit - b'0'),
        _ => (text, 0),
    };
    Some(Reading {
        syllable: Syllable::from_pinyin(plain)?,
        tone,
    })
}

/// 子 within or at the end of a longer place name is a suffix with the neutral tone: Gānjǐngzi, but Púzǐ.
fn soften(plain: &[char], kind: Use, found: &mut [Unit]) {
    if !matches!(kind, Use::Place | Use::Any) || plain.len() < 3 {
        return;
    }
    let start = found.len() - plain.len();
    for (at, _) in plain.iter().enumerate().skip(1).filter(|(_, c)| **c == '子') {
        let listed = PLACES.covers(plain, at) || PHRASES.covers(plain, at);
        if !listed && let Ok(reading) = &mut found[start + at].read {
            reading.tone = 0;
        }
    }
}

impl Words {
    /// Whether a word of the table stands over the character.
    fn covers(&self, text: &[char], at: usize) -> bool {
        (at.saturating_sub(4)..=at).any(|start| {
            self.longest(&text[start..])
                .is_some_and(|word| start + word.len() > at)
        })
    }
}
