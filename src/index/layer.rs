//! One compiled glossary: its format, writing and reading.
//!
//! A layer is a block of bytes: the magic, seven little-endian u32 section lengths, then the sections
//!
//! | section | content |
//! |---|---|
//! | fst | folded spelling → a packed reading, or `MANY` and a place in `readings` |
//! | readings | for spellings of several readings: their count, then packed readings (u64 each) |
//! | ids | fst of entry ids → number of the entry |
//! | entries | per entry: string id, kind, first name, names per language, weight (five u32) |
//! | names | per name: strings of text, style, system, valid, note, source, then status and form (seven u32) |
//! | offsets | per string: its end in `strings` (u32) |
//! | strings | UTF-8 text, each distinct string once |

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use fst::raw::{Fst, Output};
use fst::{Map, MapBuilder};

use super::spellings::{Relation, spellings};
use super::{EntryId, Reading};
use crate::error::{Error, ErrorKind};
use crate::glossary::{Entry, Form, Glossary, Kind, Name, Status};
use crate::lang::Lang;

const MAGIC: &[u8; 8] = b"isonym\x00\x02";
const SECTIONS: usize = 7;
const HEADER: usize = MAGIC.len() + SECTIONS * 4;
const ENTRY_WORDS: usize = 5;
const NAME_WORDS: usize = 7;
/// Marks a value of the fst that leads to several readings.
const MANY: u64 = 1 << 63;

/// A part of a layer's bytes.
#[derive(Clone)]
pub(super) struct Slice {
    bytes: Cow<'static, [u8]>,
}

impl AsRef<[u8]> for Slice {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// A compiled glossary.
#[derive(Clone)]
pub(super) struct Layer {
    bytes: Cow<'static, [u8]>,
    sections: [(usize, usize); SECTIONS],
    map: Map<Slice>,
    ids: Map<Slice>,
    first: u32,
}

impl Layer {
    /// Reads a layer whose entries are numbered from `first`.
    pub(super) fn read(bytes: Cow<'static, [u8]>, first: u32) -> Result<Layer, Error> {
        let broken = || {
            Error::new(
                ErrorKind::Data,
                "not an index of this version of isonym: build it again",
            )
        };
        if bytes.get(..MAGIC.len()) != Some(MAGIC) {
            return Err(broken());
        }
        let mut sections = [(0, 0); SECTIONS];
        let mut start = HEADER;
        for (at, section) in sections.iter_mut().enumerate() {
            let length = word(&bytes, MAGIC.len() / 4 + at).ok_or_else(broken)? as usize;
            *section = (start, start + length);
            start += length;
        }
        if start != bytes.len() {
            return Err(broken());
        }
        let map = |(start, end): (usize, usize)| {
            let bytes = match &bytes {
                Cow::Borrowed(all) => Cow::Borrowed(&all[start..end]),
                Cow::Owned(all) => Cow::Owned(all[start..end].to_vec()),
            };
            Map::new(Slice { bytes }).map_err(|_| broken())
        };
        Ok(Layer {
            map: map(sections[0])?,
            ids: map(sections[2])?,
            bytes,
            sections,
            first,
        })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The value of a folded spelling.
    pub(super) fn get(&self, key: &str) -> Option<u64> {
        self.map.get(key)
    }

    pub(super) fn fst(&self) -> &Fst<Slice> {
        self.map.as_fst()
    }

    /// Calls `found` with the length and value of every key that the bytes begin with.
    pub(super) fn walk(&self, bytes: &[u8], mut found: impl FnMut(usize, u64)) {
        let fst = self.fst();
        let mut node = fst.root();
        let mut output = Output::zero();
        for (at, &byte) in bytes.iter().enumerate() {
            let Some(next) = node.find_input(byte) else { return };
            let transition = node.transition(next);
            output = output.cat(transition.out);
            node = fst.node(transition.addr);
            if node.is_final() {
                found(at + 1, output.cat(node.final_output()).value());
            }
        }
    }

    /// The number after the last entry's.
    pub(super) fn end(&self) -> usize {
        self.first as usize + self.section(3).len() / (4 * ENTRY_WORDS)
    }

    pub(super) fn find(&self, id: &str) -> Option<u32> {
        self.ids.get(id).map(|at| at as u32 + self.first)
    }

    pub(super) fn id(&self, entry: u32) -> &str {
        self.string(self.entry_word(entry, 0))
    }

    pub(super) fn kind(&self, entry: u32) -> Kind {
        Kind::ALL[self.entry_word(entry, 1) as usize]
    }

    pub(super) fn weight(&self, entry: u32) -> u32 {
        self.entry_word(entry, 4)
    }

    pub(super) fn entry(&self, number: u32) -> Entry {
        let mut entry = Entry::new(self.id(number), self.kind(number));
        entry.weight = self.weight(number);
        for lang in Lang::ALL {
            for at in 0..self.count(number, lang) {
                entry.add(lang, self.name(number, lang, at));
            }
        }
        entry
    }

    pub(super) fn name(&self, entry: u32, lang: Lang, at: usize) -> Name {
        let cell = self.name_record(entry, lang, at);
        let text = |column: usize| self.string(cell(column)).to_owned();
        Name {
            text: text(0),
            style: text(1),
            system: text(2),
            valid: text(3),
            note: text(4),
            source: text(5),
            status: Status::ALL[(cell(6) & 0xff) as usize],
            form: Form::ALL[(cell(6) >> 8) as usize],
        }
    }

    pub(super) fn form(&self, entry: u32, lang: Lang, at: usize) -> Form {
        Form::ALL[(self.name_record(entry, lang, at)(6) >> 8) as usize]
    }

    /// The words of a name's record.
    fn name_record(&self, entry: u32, lang: Lang, at: usize) -> impl Fn(usize) -> u32 + '_ {
        let before: usize = Lang::ALL
            .iter()
            .take_while(|&&l| l != lang)
            .map(|&l| self.count(entry, l))
            .sum();
        let record = self.entry_word(entry, 2) as usize + before + at;
        move |column| word(self.section(4), record * NAME_WORDS + column).expect("a name's record")
    }

    /// The readings behind a value of the map.
    pub(super) fn readings(&self, value: u64) -> impl Iterator<Item = Reading> + '_ {
        let (start, count) = match value & MANY {
            0 => (None, 1),
            _ => {
                let at = (value & !MANY) as usize;
                (Some(at + 1), self.long(at) as usize)
            }
        };
        (0..count).map(move |i| unpack(start.map_or(value, |start| self.long(start + i)), self.first))
    }

    fn count(&self, entry: u32, lang: Lang) -> usize {
        (self.entry_word(entry, 3) >> (10 * lang as u32)) as usize & 0x3ff
    }

    fn section(&self, at: usize) -> &[u8] {
        let (start, end) = self.sections[at];
        &self.bytes[start..end]
    }

    fn entry_word(&self, entry: u32, column: usize) -> u32 {
        word(
            self.section(3),
            (entry - self.first) as usize * ENTRY_WORDS + column,
        )
        .expect("an entry's record")
    }

    fn long(&self, at: usize) -> u64 {
        let section = self.section(1);
        u64::from_le_bytes(section[at * 8..at * 8 + 8].try_into().expect("eight bytes"))
    }

    fn string(&self, at: u32) -> &str {
        let end_of = |at: u32| word(self.section(5), at as usize).expect("a string's end") as usize;
        let start = if at == 0 { 0 } else { end_of(at - 1) };
        std::str::from_utf8(&self.section(6)[start..end_of(at)]).expect("strings were written as UTF-8")
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at * 4..at * 4 + 4)
        .map(|four| u32::from_le_bytes(four.try_into().expect("four bytes")))
}

/// entry 24 bits · language 2 · name 10 · relation 16.
fn pack(reading: Reading) -> u64 {
    u64::from(reading.entry.0) << 28
        | (reading.lang as u64) << 26
        | (reading.name as u64) << 16
        | u64::from(reading.relation.code())
}

fn unpack(value: u64, first: u32) -> Reading {
    Reading {
        entry: EntryId((value >> 28) as u32 + first),
        lang: Lang::ALL[(value >> 26) as usize & 3],
        name: (value >> 16) as usize & 0x3ff,
        relation: Relation::from_code(value as u16),
    }
}

/// Compiles a glossary into the bytes of a layer.
pub(super) fn compile(glossary: &Glossary) -> Vec<u8> {
    let mut writer = Writer::default();
    for (number, entry) in glossary.entries().iter().enumerate() {
        writer.entry(number as u32, entry);
    }
    writer.finish()
}

#[derive(Default)]
struct Writer {
    keys: BTreeMap<String, Vec<Reading>>,
    ids: BTreeMap<String, u64>,
    entries: Vec<u32>,
    names: Vec<u32>,
    known: HashMap<String, u32>,
    offsets: Vec<u32>,
    strings: Vec<u8>,
}

impl Writer {
    fn entry(&mut self, number: u32, entry: &Entry) {
        self.ids.insert(entry.id.clone(), number.into());
        let mut counts = 0;
        let record = [
            self.string(&entry.id),
            entry.kind as u32,
            (self.names.len() / NAME_WORDS) as u32,
        ];
        for lang in Lang::ALL {
            counts |= (entry.names(lang).len().min(0x3ff) as u32) << (10 * lang as u32);
            for name in entry.names(lang).iter().take(0x3ff) {
                self.name(name);
            }
        }
        self.entries.extend(record);
        self.entries.extend([counts, entry.weight]);
        spellings(entry, |key, lang, name, relation| {
            self.keys.entry(key).or_default().push(Reading {
                entry: EntryId(number),
                lang,
                name,
                relation,
            });
        });
    }

    fn name(&mut self, name: &Name) {
        for text in [
            &name.text,
            &name.style,
            &name.system,
            &name.valid,
            &name.note,
            &name.source,
        ] {
            let at = self.string(text);
            self.names.push(at);
        }
        self.names.push(name.status as u32 | (name.form as u32) << 8);
    }

    fn string(&mut self, text: &str) -> u32 {
        if let Some(&at) = self.known.get(text) {
            return at;
        }
        self.strings.extend(text.as_bytes());
        self.offsets.push(self.strings.len() as u32);
        let at = self.offsets.len() as u32 - 1;
        self.known.insert(text.to_owned(), at);
        at
    }

    fn finish(self) -> Vec<u8> {
        let mut readings: Vec<u8> = Vec::new();
        let mut map = MapBuilder::memory();
        for (key, mut list) in self.keys {
            list.sort_by_key(|reading| (reading.relation, reading.entry, reading.lang, reading.name));
            // The likeliest relation of each name is enough.
            let mut seen = std::collections::HashSet::new();
            list.retain(|reading| seen.insert((reading.entry, reading.lang, reading.name)));
            let value = match list[..] {
                [one] => pack(one),
                _ => {
                    let at = readings.len() as u64 / 8;
                    readings.extend((list.len() as u64).to_le_bytes());
                    list.iter()
                        .for_each(|&reading| readings.extend(pack(reading).to_le_bytes()));
                    MANY | at
                }
            };
            map.insert(key, value).expect("keys come in order");
        }
        let map = map.into_inner().expect("writing to memory");
        let ids = Map::from_iter(self.ids)
            .expect("ids come in order")
            .into_fst()
            .into_inner();
        let words = |words: &[u32]| {
            words
                .iter()
                .flat_map(|word| word.to_le_bytes())
                .collect::<Vec<u8>>()
        };
        let sections = [
            map,
            readings,
            ids,
            words(&self.entries),
            words(&self.names),
            words(&self.offsets),
            self.strings,
        ];
        let mut bytes = MAGIC.to_vec();
        sections
            .iter()
            .for_each(|section| bytes.extend((section.len() as u32).to_le_bytes()));
        sections.iter().for_each(|section| bytes.extend(section));
        bytes
    }
}
