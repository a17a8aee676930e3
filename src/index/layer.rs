//! One compiled glossary, read where it lies ([`super::format`]).

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use fst::raw::{Fst, Output};
use fst::{Map, Set};

use super::format::{ENTRY_WORDS, Header, MANY, NAME_WORDS, Section};
use super::holes::Holes;
use super::scan::{self, Table};
use super::spellings::Relation;
use super::{Block, EntryId, Reading};
use crate::error::{Error, ErrorKind};
use crate::glossary::{Country, Entry, Form, Kind, Name, Status};
use crate::lang::Lang;
use crate::message::said;

/// A compiled glossary.
#[derive(Clone)]
pub(super) struct Layer {
    block: Block,
    header: Header,
    map: Map<Block>,
    ids: Map<Block>,
    turned: Set<Block>,
    table: Arc<MadeOnce>,
    first: u32,
}

/// The tables that names are found by in texts, made when they are worth it.
struct MadeOnce {
    is_begun: AtomicBool,
    made: OnceLock<Option<Table>>,
}

impl From<Option<Table>> for MadeOnce {
    fn from(stored: Option<Table>) -> MadeOnce {
        MadeOnce {
            is_begun: stored.is_some().into(),
            made: stored.map_or_else(OnceLock::new, |table| OnceLock::from(Some(table))),
        }
    }
}

impl Layer {
    /// Reads a layer whose entries are numbered from `first`.
    pub(super) fn read(block: Block, first: u32) -> Result<Layer, Error> {
        let broken = || Error::new(ErrorKind::Data, said!("index-other"));
        let header = Header::read(block.as_ref()).ok_or_else(broken)?;
        let part = |section| block.part(header.section(section));
        let stored = Table::read(part(Section::Scan));
        Ok(Layer {
            map: Map::new(part(Section::Spellings)).map_err(|_| broken())?,
            ids: Map::new(part(Section::Ids)).map_err(|_| broken())?,
            turned: Set::new(part(Section::Turned)).map_err(|_| broken())?,
            table: Arc::new(MadeOnce::from(stored)),
            block,
            header,
            first,
        })
    }

    /// The tables that names are found by in texts, if they are there already.
    pub(super) fn table(&self) -> Option<&Table> {
        self.table.made.get()?.as_ref()
    }

    /// The same, made now if nobody has begun to make them: whoever comes meanwhile goes without them. None if they would be
    /// too large.
    pub(super) fn made_table(&self) -> Option<&Table> {
        if !self.table.is_begun.swap(true, Ordering::Relaxed) {
            let make = || Table::read(scan::build(self)?.into());
            self.table.made.get_or_init(make);
        }
        self.table()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.block.as_ref()
    }

    /// The value of a folded spelling.
    pub(super) fn get(&self, key: &str) -> Option<u64> {
        self.map.get(key)
    }

    pub(super) fn fst(&self) -> &Fst<Block> {
        self.map.as_fst()
    }

    /// The spellings with their characters in reverse.
    pub(super) fn turned(&self) -> &Fst<Block> {
        self.turned.as_fst()
    }

    /// The spellings of Chinese characters with one of them left open.
    pub(super) fn holes(&self) -> Holes<'_> {
        Holes::new(self.section(Section::Holes))
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
        self.first as usize + self.header.entries()
    }

    pub(super) fn find(&self, id: &str) -> Option<u32> {
        self.ids.get(id).map(|at| at as u32 + self.first)
    }

    pub(super) fn id(&self, entry: u32) -> &str {
        self.string(self.entry_word(entry, 0))
    }

    pub(super) fn kind(&self, entry: u32) -> Kind {
        Kind::ALL[self.entry_word(entry, 1) as usize & 0xff]
    }

    pub(super) fn country(&self, entry: u32) -> Option<Country> {
        Country::unpack((self.entry_word(entry, 1) >> 8) as u16)
    }

    pub(super) fn weight(&self, entry: u32) -> u32 {
        self.entry_word(entry, 4)
    }

    pub(super) fn entry(&self, number: u32) -> Entry {
        let mut entry = Entry::new(self.id(number), self.kind(number));
        entry.weight = self.weight(number);
        entry.country = self.country(number);
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

    /// The text of a name, where it lies.
    pub(super) fn text(&self, entry: u32, lang: Lang, at: usize) -> &str {
        self.string(self.name_record(entry, lang, at)(0))
    }

    pub(super) fn status(&self, entry: u32, lang: Lang, at: usize) -> Status {
        Status::ALL[(self.name_record(entry, lang, at)(6) & 0xff) as usize]
    }

    pub(super) fn form(&self, entry: u32, lang: Lang, at: usize) -> Form {
        self.form_of(self.record(entry, lang, at))
    }

    /// How many names there are.
    pub(super) fn names(&self) -> usize {
        self.header.names()
    }

    /// The form of the name of a record.
    pub(super) fn form_of(&self, record: usize) -> Form {
        Form::ALL[(self.name_word(record, 6) >> 8) as usize]
    }

    /// The text of the name of a record.
    pub(super) fn text_of(&self, record: usize) -> &str {
        self.string(self.name_word(record, 0))
    }

    /// The number of a name's record.
    pub(super) fn record(&self, entry: u32, lang: Lang, at: usize) -> usize {
        let before: usize = Lang::ALL
            .iter()
            .take_while(|&&l| l != lang)
            .map(|&l| self.count(entry, l))
            .sum();
        self.entry_word(entry, 2) as usize + before + at
    }

    /// The words of a name's record.
    fn name_record(&self, entry: u32, lang: Lang, at: usize) -> impl Fn(usize) -> u32 + '_ {
        let record = self.record(entry, lang, at);
        move |column| self.name_word(record, column)
    }

    fn name_word(&self, record: usize, column: usize) -> u32 {
        word(self.section(Section::Names), record * NAME_WORDS + column).expect("a name's record")
    }

    /// The readings behind a value of the map.
    pub(super) fn readings(&self, value: u64) -> impl ExactSizeIterator<Item = Reading> + '_ {
        let (start, count) = match value & MANY {
            0 => (None, 1),
            _ => {
                let at = (value & !MANY) as usize;
                (Some(at + 1), self.long(at) as usize)
            }
        };
        (0..count).map(move |i| unpack(start.map_or(value, |start| self.long(start + i)), self.first))
    }

    /// How many names an entry has in a language.
    pub(super) fn count(&self, entry: u32, lang: Lang) -> usize {
        (self.entry_word(entry, 3) >> (10 * lang as u32)) as usize & 0x3ff
    }

    fn section(&self, section: Section) -> &[u8] {
        &self.block.as_ref()[self.header.section(section)]
    }

    fn entry_word(&self, entry: u32, column: usize) -> u32 {
        word(
            self.section(Section::Entries),
            (entry - self.first) as usize * ENTRY_WORDS + column,
        )
        .expect("an entry's record")
    }

    fn long(&self, at: usize) -> u64 {
        let section = self.section(Section::Readings);
        u64::from_le_bytes(section[at * 8..at * 8 + 8].try_into().expect("eight bytes"))
    }

    fn string(&self, at: u32) -> &str {
        let end_of =
            |at: u32| word(self.section(Section::Offsets), at as usize).expect("a string's end") as usize;
        let start = if at == 0 { 0 } else { end_of(at - 1) };
        std::str::from_utf8(&self.section(Section::Strings)[start..end_of(at)])
            .expect("strings were written as UTF-8")
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at * 4..at * 4 + 4)
        .map(|four| u32::from_le_bytes(four.try_into().expect("four bytes")))
}

/// From the highest bit: entry · language 2 · name 10 · relation 16.
pub(super) fn pack(reading: Reading) -> u64 {
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
