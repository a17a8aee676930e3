//! Compiling a glossary into the bytes of a layer ([`super::format`]).

use std::collections::HashMap;
use std::thread;

use xxhash_rust::xxh3::xxh3_64;

use super::automaton::Writer;
use super::keys::Keys;
use super::layer::Layer;
use super::{Block, format, scan};
use crate::error::{Error, ErrorKind};
use crate::glossary::{Country, Entry, Name};
use crate::lang::Lang;
use crate::message::said;
use crate::text::Hashed;

/// Most names of an entry in one language that an index holds.
const MOST_NAMES: usize = 0x3ff;

/// Fewer entries than this are done before a thread has begun.
const WORTH_A_THREAD: usize = 1000;

/// What a layer holds, taken from entries that are not needed any more.
pub(super) struct Parts {
    keys: Keys,
    ids: Vec<u8>,
    records: Records,
}

impl Parts {
    /// # Errors
    /// If the texts of the entries are more than a layer can hold.
    pub(super) fn of(entries: &[&Entry]) -> Result<Parts, Error> {
        let mut records = Records::default();
        entries.iter().for_each(|entry| records.entry(entry));
        records.fit()?;
        Ok(Parts {
            keys: keys(entries),
            ids: ids(entries),
            records,
        })
    }

    /// The bytes of the layer.
    pub(super) fn compile(mut self, origin: u128, remarks: &str) -> Vec<u8> {
        self.keys.sort();
        let keys = self.keys;
        let count = self.records.entries.len() / format::ENTRY_WORDS;
        let ([map, readings, holes], turned) = both(count, || keys.map(), || keys.turned());
        drop(keys);
        let sections = [
            map,
            readings,
            self.ids,
            bytes(self.records.entries),
            bytes(self.records.names),
            bytes(self.records.offsets),
            self.records.strings,
            turned,
            holes,
            remarks.as_bytes().to_vec(),
            Vec::new(),
        ];
        format::write(origin, sections)
    }
}

/// A layer as [`super::Index::compile`] gives it, with the tables that names are found by in large texts: for one that is kept. Without
/// them they are made when they are worth it.
///
/// # Panics
/// If the bytes are no such layer.
pub fn with_tables(layer: Vec<u8>) -> Vec<u8> {
    let block = Block::from(layer);
    let read = Layer::read(block.clone(), 0).expect("a layer as it was written");
    let tables = scan::build(&read).unwrap_or_default();
    drop(read);
    let mut layer = block.into_vec().expect("nothing else uses it");
    format::append(&mut layer, &tables);
    layer
}

/// The spellings of all entries.
fn keys(entries: &[&Entry]) -> Keys {
    let middle = entries.len() / 2;
    let (mut keys, later) = both(
        entries.len(),
        || Keys::of(&entries[..middle], 0),
        || Keys::of(&entries[middle..], middle as u32),
    );
    keys.append(later);
    keys
}

/// Does two things at once where that is worth it and the system has threads.
fn both<A, B: Send>(entries: usize, one: impl FnOnce() -> A, other: impl Fn() -> B + Sync) -> (A, B) {
    if entries < WORTH_A_THREAD {
        return (one(), other());
    }
    thread::scope(|scope| match thread::Builder::new().spawn_scoped(scope, &other) {
        Ok(thread) => {
            let one = one();
            (
                one,
                thread
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            )
        }
        Err(_) => (one(), other()),
    })
}

/// The map from ids to the numbers of their entries.
fn ids(entries: &[&Entry]) -> Vec<u8> {
    let mut ids: Vec<(&str, u64)> = Vec::with_capacity(entries.len());
    ids.extend(
        entries
            .iter()
            .zip(0..)
            .map(|(entry, number)| (entry.id.as_str(), number)),
    );
    ids.sort_unstable();
    let mut map = Writer::new(ids.len());
    ids.iter()
        .for_each(|(id, number)| map.insert(id.as_bytes(), *number));
    map.finish()
}

fn bytes(words: Vec<u32>) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// The entries and names with their strings.
#[derive(Default)]
struct Records {
    entries: Vec<u32>,
    names: Vec<u32>,
    offsets: Vec<u32>,
    strings: Vec<u8>,
    /// By the hash of a string, its number. Of two strings with one hash the later stands as often as it comes.
    known: HashMap<u64, u32, Hashed>,
    /// The number of the empty string, which most cells are.
    empty: Option<u32>,
}

impl Records {
    fn entry(&mut self, entry: &Entry) {
        let mut counts = 0;
        let kind = entry.kind as u32 | u32::from(Country::pack(entry.country)) << 8;
        let id = self.string(&entry.id);
        let first = self.names.len() / format::NAME_WORDS;
        for lang in Lang::ALL {
            let names = &entry.names(lang)[..entry.names(lang).len().min(MOST_NAMES)];
            counts |= (names.len() as u32) << (10 * lang as u32);
            names.iter().for_each(|name| self.name(name));
        }
        self.entries
            .extend([id, kind, first as u32, counts, entry.weight]);
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
        match self.empty {
            Some(at) if text.is_empty() => return at,
            None if text.is_empty() => self.empty = Some(self.offsets.len() as u32),
            _ => {}
        }
        let hash = xxh3_64(text.as_bytes());
        if let Some(&at) = self.known.get(&hash)
            && self.is(at, text)
        {
            return at;
        }
        self.strings.extend(text.as_bytes());
        self.offsets.push(self.strings.len() as u32);
        let at = self.offsets.len() as u32 - 1;
        self.known.entry(hash).or_insert(at);
        at
    }

    /// Whether all numbers fit into the words of a layer.
    fn fit(&self) -> Result<(), Error> {
        let names = self.names.len() / format::NAME_WORDS;
        let most = self.strings.len().max(self.offsets.len()).max(names);
        match u32::try_from(most) {
            Ok(_) => Ok(()),
            Err(_) => Err(Error::new(ErrorKind::Data, said!("index-too-large"))),
        }
    }

    fn is(&self, at: u32, text: &str) -> bool {
        let at = at as usize;
        let start = if at == 0 { 0 } else { self.offsets[at - 1] as usize };
        &self.strings[start..self.offsets[at] as usize] == text.as_bytes()
    }
}
