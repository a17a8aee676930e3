//! The spellings of a glossary on their way into an index: collected, sorted, and written as finite-state maps.

use std::collections::HashSet;

use super::automaton::Writer;
use super::code::{Decoder, encode, turn};
use super::format::MANY;
use super::holes::Collector;
use super::layer::pack;
use super::spellings::{Relation, spellings};
use super::{EntryId, Reading};
use crate::glossary::Entry;
use crate::lang::Lang;

/// Keys of more bytes than this are left out: nobody looks them up.
const LONGEST: usize = (1 << 24) - 1;

/// Keys of at most so many bytes stand in their records.
const SHORT: usize = 16;

/// Spellings with a reading each; a glossary of a million names has some millions, so that each takes little room.
pub(super) struct Keys<R = u64> {
    /// The keys that are longer than [`SHORT`], in [`super::code`] as all are.
    text: Vec<u8>,
    records: Vec<Record<R>>,
    /// Where a key is put together.
    room: Vec<u8>,
}

#[derive(Clone, Copy)]
struct Record<R> {
    /// The first bytes of the key as two numbers of the same order.
    start: [u64; 2],
    /// Where a longer key begins, and in the lowest 24 bits how long it is.
    place: u64,
    /// The reading as a number whose order puts the likelier relation first.
    reading: R,
}

impl Keys {
    /// All spellings of some entries, which are numbered from `first`.
    pub(super) fn of(entries: &[&Entry], first: u32) -> Keys {
        // Most names have more spellings than this: room that is not used costs nothing, but more must be copied.
        let mut keys = Keys::with_room(entries.len() * 16, 0);
        for (number, entry) in entries.iter().enumerate() {
            let entry_id = EntryId(first + number as u32);
            let own = keys.records.len();
            spellings(entry, &mut |key, lang, name, relation| {
                let reading = ordered(Reading {
                    entry: entry_id,
                    lang,
                    name,
                    relation,
                });
                keys.add(key, own, reading);
            });
        }
        keys
    }

    /// Adds a key of an entry, whose records begin at `own`, unless it has it already for the name by a relation that is
    /// likelier. Systems agree so often, and cases too, that it is found near the end or costs less to sort out later.
    fn add(&mut self, key: &str, own: usize, reading: u64) {
        self.room.clear();
        encode(key, &mut self.room);
        let start = start(&self.room);
        let near = own.max(self.records.len().saturating_sub(64));
        let mut records = self.records[near..].iter();
        let is_known = records.any(|record| {
            record.start == start
                && record.reading & NAMES == reading & NAMES
                && record.reading <= reading
                && record.key(&self.text, &mut [0; SHORT]) == self.room
        });
        if !is_known {
            self.push(reading);
        }
    }
}

impl<R: Copy + Ord> Keys<R> {
    fn with_room(records: usize, text: usize) -> Keys<R> {
        Keys {
            text: Vec::with_capacity(text),
            records: Vec::with_capacity(records),
            room: Vec::new(),
        }
    }

    /// Adds the key in the room.
    fn push(&mut self, reading: R) {
        let key = &self.room;
        if key.len() > LONGEST {
            return;
        }
        self.records.push(Record {
            start: start(key),
            place: (self.text.len() as u64) << 24 | key.len() as u64,
            reading,
        });
        if key.len() > SHORT {
            self.text.extend(key);
        }
    }

    /// Adds the keys of others.
    pub(super) fn append(&mut self, others: Keys<R>) {
        let moved = (self.text.len() as u64) << 24;
        self.text.extend(others.text);
        let records = others.records.into_iter();
        self.records.extend(records.map(|record| Record {
            place: record.place + moved,
            ..record
        }));
    }

    /// Puts the keys in their order, and the readings of each in theirs.
    pub(super) fn sort(&mut self) {
        // Numbers alone are sorted several times as fast as what has to be looked at.
        self.records.sort_unstable_by_key(Record::number);
        for alike in self.records.chunk_by_mut(|a, b| a.start == b.start) {
            if alike.len() > 1 {
                alike.sort_unstable_by(|a, b| {
                    let (mut a_room, mut b_room) = ([0; SHORT], [0; SHORT]);
                    let (a_key, b_key) = (a.key(&self.text, &mut a_room), b.key(&self.text, &mut b_room));
                    a_key.cmp(b_key).then(a.reading.cmp(&b.reading))
                });
            }
        }
    }

    /// The records of each key, once they are sorted.
    fn groups(&self) -> impl Iterator<Item = &[Record<R>]> {
        let same = |a: &Record<R>, b: &Record<R>| {
            a.start == b.start
                && a.length() == b.length()
                && (a.length() <= SHORT || a.long(&self.text) == b.long(&self.text))
        };
        self.records.chunk_by(same)
    }
}

impl<R> Record<R> {
    fn number(&self) -> u128 {
        u128::from(self.start[0]) << 64 | u128::from(self.start[1])
    }

    fn length(&self) -> usize {
        self.place as usize & LONGEST
    }

    /// The bytes of the key, for which there is room if it is short.
    fn key<'a>(&self, text: &'a [u8], room: &'a mut [u8; SHORT]) -> &'a [u8] {
        if self.length() > SHORT {
            return self.long(text);
        }
        *room = self.number().to_be_bytes();
        &room[..self.length()]
    }

    fn long<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        let at = (self.place >> 24) as usize;
        &text[at..at + self.length()]
    }
}

impl Keys {
    /// The map from the sorted keys to their readings, the list of those that are several, and the open places of the keys.
    pub(super) fn map(&self) -> [Vec<u8>; 3] {
        let mut holes = Collector::default();
        let mut several: Vec<u8> = Vec::new();
        let mut map = Writer::new(self.records.len());
        let mut names = Vec::new();
        let mut text = Decoder::default();
        for group in self.groups() {
            // The likeliest relation of each name is enough.
            names.clear();
            for record in group {
                if !names
                    .iter()
                    .rev()
                    .take(64)
                    .any(|name| record.reading & NAMES == name & NAMES)
                {
                    names.push(record.reading);
                }
            }
            if names.len() > 64 {
                let mut seen = HashSet::new();
                names.retain(|name| seen.insert(name & NAMES));
            }
            let value = if let [one] = names[..] {
                pack(reading(one))
            } else {
                let at = several.len() as u64 / 8;
                several.extend((names.len() as u64).to_le_bytes());
                for &name in &names {
                    several.extend(pack(reading(name)).to_le_bytes());
                }
                MANY | at
            };
            let key = text.text(group[0].key(&self.text, &mut [0; SHORT]));
            map.insert(key, value);
            holes.add(std::str::from_utf8(key).expect("keys are text"));
        }
        [map.finish(), several, holes.section()]
    }

    /// The set of the sorted keys with their characters in reverse.
    pub(super) fn turned(&self) -> Vec<u8> {
        let mut turned = Keys::<()>::with_room(self.records.len(), self.text.len());
        for group in self.groups() {
            turned.room.clear();
            turn(group[0].key(&self.text, &mut [0; SHORT]), &mut turned.room);
            turned.push(());
        }
        turned.sort();
        let mut set = Writer::new(turned.records.len());
        let mut text = Decoder::default();
        for record in &turned.records {
            set.insert(text.text(record.key(&turned.text, &mut [0; SHORT])), 0);
        }
        set.finish()
    }
}

/// The first bytes of a key as two numbers of the same order.
fn start(key: &[u8]) -> [u64; 2] {
    let mut first = [0; SHORT];
    let length = key.len().min(SHORT);
    first[..length].copy_from_slice(&key[..length]);
    let number = u128::from_be_bytes(first);
    [(number >> 64) as u64, number as u64]
}

/// The bits of [`ordered`] that tell a name.
const NAMES: u64 = (1 << 48) - 1;

/// From the highest bit: relation 16 · entry · language 2 · name 10.
fn ordered(reading: Reading) -> u64 {
    u64::from(reading.relation.code().rotate_left(8)) << 48
        | u64::from(reading.entry.0) << 12
        | (reading.lang as u64) << 10
        | reading.name as u64
}

fn reading(ordered: u64) -> Reading {
    Reading {
        entry: EntryId((ordered >> 12) as u32),
        lang: Lang::ALL[(ordered >> 10) as usize & 3],
        name: ordered as usize & 0x3ff,
        relation: Relation::from_code(((ordered >> 48) as u16).rotate_left(8)),
    }
}
