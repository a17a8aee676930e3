//! The flat tables of a layer: what its names begin with, and the names by their hashes.
//!
//! They are one block of bytes that is used where it lies, in memory or in a file. All numbers are little-endian, u64:
//!
//! | part | content |
//! |---|---|
//! | head | for each of the other parts, how many bytes it has; whether there are names of one Chinese character |
//! | any | set of the first words of names |
//! | small | set of the first words of names that are found without a capital |
//! | latin, cyrillic | of those, the first three letters (`openings.rs`) |
//! | pairs | set of the first two Chinese characters, as they may be written |
//! | enough | set of those that are a name, or go on in other letters |
//! | triples | set of the first three Chinese characters |
//! | single | set of the first characters of Chinese names that have one, or go on in other letters |
//! | slots | the beginnings of names, by units (words, Chinese characters): tag 29 bits · what follows 3 · record 32 |
//! | records | from byte 8 on, a record a name: its length in bytes (u8), what capital it needs (u8), its value (u64), its key |
//!
//! A slot stands where its hash says, or in one of the next up to an empty one.

use super::hash::NOTHING;
use super::openings::Openings;
use super::set::Set;
use crate::index::Block;

const PARTS: usize = 10;
const HEAD: usize = PARTS * 8 + 8;

/// How many bytes of a record come before its key.
pub(super) const RECORD_HEAD: usize = 10;

/// What a unit of a name is followed by, in the names that go on: a word or Chinese character, or something else.
pub(super) const GOES_ON: u64 = 1 << 32;
pub(super) const GOES_ON_ODDLY: u64 = 1 << 33;
/// A name that is too long for a record begins so.
pub(super) const TOO_LONG: u64 = 1 << 34;

const TAG: u32 = 35;

/// The tables of a layer.
#[derive(Clone)]
pub(in crate::index) struct Table {
    block: Block,
    ends: [usize; PARTS],
    has_lone: bool,
}

/// The parts of a table.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) any: Set<'a>,
    pub(super) small: Set<'a>,
    pub(super) latin: Openings<'a>,
    pub(super) cyrillic: Openings<'a>,
    pub(super) pairs: Set<'a>,
    pub(super) enough: Set<'a>,
    pub(super) triples: Set<'a>,
    pub(super) single: Set<'a>,
    pub(super) has_han: bool,
    pub(super) has_single: bool,
    /// Whether a name is one Chinese character.
    pub(super) has_lone: bool,
    slots: &'a [[u8; 8]],
    records: &'a [u8],
}

/// What is known of a beginning of names.
#[derive(Clone, Copy, Default)]
pub(super) struct Beginning {
    /// [`GOES_ON`], [`GOES_ON_ODDLY`], [`TOO_LONG`].
    pub(super) follows: u64,
    /// The value of the name that ends there, and what capital it needs.
    pub(super) name: Option<(u64, u8)>,
}

impl Table {
    /// The tables that lie in these bytes; none if they have another shape.
    pub(in crate::index) fn read(block: Block) -> Option<Table> {
        let bytes = block.as_ref();
        let mut ends = [0; PARTS];
        let mut end = HEAD;
        for (at, part) in ends.iter_mut().enumerate() {
            let length = u64::from_le_bytes(*bytes.get(at * 8..)?.first_chunk()?);
            end = end.checked_add(usize::try_from(length).ok()?)?;
            *part = end;
        }
        let has_lone = *bytes.get(PARTS * 8)? != 0;
        let is_whole = end == bytes.len();
        let table = Table {
            block,
            ends,
            has_lone,
        };
        (is_whole && table.parts().is_some()).then_some(table)
    }

    pub(super) fn view(&self) -> View<'_> {
        self.parts()
            .expect("the parts were there when the table was read")
    }

    fn parts(&self) -> Option<View<'_>> {
        let bytes = self.block.as_ref();
        let part = |at: usize| &bytes[if at == 0 { HEAD } else { self.ends[at - 1] }..self.ends[at]];
        let words = |at: usize| part(at).as_chunks().0;
        let set = |at: usize| Set::new(words(at));
        Some(View {
            any: set(0)?,
            small: set(1)?,
            latin: Openings::new(words(2))?,
            cyrillic: Openings::new(words(3))?,
            pairs: set(4)?,
            enough: set(5)?,
            triples: set(6)?,
            single: set(7)?,
            has_han: !(set(4)?.is_empty() && set(7)?.is_empty()),
            has_single: !set(7)?.is_empty(),
            has_lone: self.has_lone,
            slots: words(8),
            records: part(9),
        })
    }
}

impl View<'_> {
    /// What is known of the beginning `key`, which has this hash.
    pub(super) fn beginning(&self, hash: u64, key: &[u8]) -> Beginning {
        let mut found = Beginning::default();
        let mut at = place(hash, self.slots.len());
        while let Some(slot) = self.slots.get(at).map(|slot| u64::from_le_bytes(*slot)) {
            if slot == 0 {
                break;
            }
            if slot >> TAG == tag(hash) {
                found.follows |= slot & (GOES_ON | GOES_ON_ODDLY | TOO_LONG);
                found.name = found.name.or_else(|| self.record(slot as u32 as usize, key));
            }
            at = if at + 1 == self.slots.len() { 0 } else { at + 1 };
        }
        found
    }

    /// The record at a byte, if it is of this key.
    fn record(&self, at: usize, key: &[u8]) -> Option<(u64, u8)> {
        let record = self.records.get(at..)?;
        let (&length, needs) = (record.first()?, *record.get(1)?);
        let is_it = at > 0
            && usize::from(length) == key.len()
            && record.get(RECORD_HEAD..RECORD_HEAD + key.len())? == key;
        is_it.then(|| Some((u64::from_le_bytes(*record[2..].first_chunk()?), needs)))?
    }
}

/// The tag of a hash.
fn tag(hash: u64) -> u64 {
    hash & ((1 << (64 - TAG)) - 1)
}

/// The slot where a hash is looked for first.
fn place(hash: u64, slots: usize) -> usize {
    ((u128::from(hash) * slots as u128) >> 64) as usize
}

/// A beginning of names that is to be put into the slots: its hash, and the lower bits of its slot.
pub(super) type Node = (u64, u64);

/// The slots of these beginnings.
pub(super) fn slots_of(nodes: &[Node]) -> Vec<u64> {
    let mut slots = vec![0; nodes.len() * 5 / 3 + 2];
    for &(hash, low) in nodes {
        let mut at = place(hash, slots.len());
        loop {
            let slot: u64 = slots[at];
            let both_end = slot as u32 != 0 && low as u32 != 0;
            if slot == 0 || slot >> TAG == tag(hash) && !both_end {
                slots[at] = slot | low | tag(hash) << TAG;
                break;
            }
            at = if at + 1 == slots.len() { 0 } else { at + 1 };
        }
    }
    slots
}

/// The parts, of which the last is the records, as one.
pub(super) fn together(words: [Vec<u64>; PARTS - 1], records: &[u8], has_lone: bool) -> Vec<u8> {
    let length = words.iter().map(|part| part.len() * 8).sum::<usize>() + records.len() + HEAD;
    let mut bytes = Vec::with_capacity(length);
    for length in words.iter().map(|part| part.len() * 8).chain([records.len()]) {
        bytes.extend((length as u64).to_le_bytes());
    }
    bytes.extend(u64::from(has_lone).to_le_bytes());
    for part in words {
        part.iter().for_each(|word| bytes.extend(word.to_le_bytes()));
    }
    bytes.extend(records);
    bytes
}

/// The hash that a name begins with.
pub(super) const START: u64 = NOTHING;
