//! The spellings of a glossary on their way into an index: collected, sorted, and written as finite-state maps.

use std::cmp::Ordering;
use std::collections::HashSet;

use fst::{MapBuilder, SetBuilder};

use super::format::MANY;
use super::layer::pack;
use super::spellings::{Relation, spellings};
use super::{EntryId, Reading};
use crate::glossary::Entry;
use crate::lang::Lang;

/// Keys of more bytes than this are left out: nobody looks them up.
const LONGEST: usize = (1 << 24) - 1;

/// Spellings with a reading each; a glossary of a million names has some millions, so that each takes little room.
#[derive(Default)]
pub(super) struct Keys {
    text: Vec<u8>,
    records: Vec<Record>,
}

#[derive(Clone, Copy)]
struct Record {
    /// The first eight bytes of the key as a number of the same order.
    start: u64,
    /// Where the key begins, and in the lowest 24 bits how long it is.
    place: u64,
    /// The reading as a number whose order puts the likelier relation first.
    reading: u64,
}

impl Keys {
    /// All spellings of some entries, which are numbered from `first`.
    pub(super) fn of(entries: &[&Entry], first: u32) -> Keys {
        let mut keys = Keys::default();
        for (number, entry) in entries.iter().enumerate() {
            let entry_id = EntryId(first + number as u32);
            let own = keys.records.len();
            spellings(entry, |key, lang, name, relation| {
                let reading = ordered(Reading {
                    entry: entry_id,
                    lang,
                    name,
                    relation,
                });
                if !keys.has(own, key.as_bytes(), reading) {
                    keys.push(key.as_bytes(), reading);
                }
            });
        }
        keys
    }

    /// Whether an entry, whose records begin at `own`, has a key already for a name, by a relation that is likelier. Systems
    /// agree so often, and cases too, that it is found near the end or costs less to sort out later.
    fn has(&self, own: usize, text: &[u8], reading: u64) -> bool {
        let start = start(text);
        let near = own.max(self.records.len().saturating_sub(64));
        let mut records = self.records[near..].iter();
        records.any(|record| {
            record.start == start
                && record.reading & NAMES == reading & NAMES
                && record.reading <= reading
                && key(&self.text, record) == text
        })
    }

    fn push(&mut self, key: &[u8], reading: u64) {
        if key.len() <= LONGEST {
            let place = (self.text.len() as u64) << 24 | key.len() as u64;
            self.text.extend(key);
            self.records.push(Record {
                start: start(key),
                place,
                reading,
            });
        }
    }

    /// Adds the keys of others.
    pub(super) fn append(&mut self, others: Keys) {
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
        let text = &self.text;
        self.records
            .sort_unstable_by(|a, b| compare(text, a, b).then(a.reading.cmp(&b.reading)));
    }

    /// The records of each key, once they are sorted.
    fn groups(&self) -> impl Iterator<Item = (&[u8], &[Record])> {
        let same = |a: &Record, b: &Record| compare(&self.text, a, b) == Ordering::Equal;
        self.records
            .chunk_by(same)
            .map(|group| (key(&self.text, &group[0]), group))
    }

    /// The map from the sorted keys to their readings, and the list of those that are several.
    pub(super) fn map(&self) -> (Vec<u8>, Vec<u8>) {
        let mut several: Vec<u8> = Vec::new();
        let mut map = MapBuilder::memory();
        let mut names = Vec::new();
        for (key, group) in self.groups() {
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
            map.insert(key, value).expect("keys come in order");
        }
        (map.into_inner().expect("writing to memory"), several)
    }

    /// The set of the sorted keys with their characters in reverse.
    pub(super) fn turned(&self) -> Vec<u8> {
        let mut turned = Keys::default();
        let mut buffer = String::new();
        for (key, _) in self.groups() {
            buffer.clear();
            buffer.extend(std::str::from_utf8(key).expect("keys are text").chars().rev());
            turned.push(buffer.as_bytes(), 0);
        }
        turned.sort();
        let mut set = SetBuilder::memory();
        for (key, _) in turned.groups() {
            set.insert(key).expect("keys come in order");
        }
        set.into_inner().expect("writing to memory")
    }
}

fn start(key: &[u8]) -> u64 {
    let mut first = [0; 8];
    let length = key.len().min(8);
    first[..length].copy_from_slice(&key[..length]);
    u64::from_be_bytes(first)
}

fn key<'a>(text: &'a [u8], record: &Record) -> &'a [u8] {
    let at = (record.place >> 24) as usize;
    &text[at..at + (record.place as usize & LONGEST)]
}

fn compare(text: &[u8], a: &Record, b: &Record) -> Ordering {
    a.start.cmp(&b.start).then_with(|| key(text, a).cmp(key(text, b)))
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
