//! The format of a compiled glossary, in the program as in a cache file.
//!
//! All numbers are little-endian; a file is read where it lies, nothing of it is copied or parsed at the start.
//!
//! | bytes | content |
//! |---|---|
//! | 0–7 | magic: `isonym`, 0, and the version of this format |
//! | 8–15 | checksum: XXH3 (64 bits) of all bytes after these |
//! | 16–23 | length of the whole in bytes |
//! | 24–39 | origin: a digest of all that it was compiled from ([`super::Header::origin`]) |
//! | 40–47 | how many sections follow |
//! | 48– | for each section where it begins and how long it is (two u64 each) |
//!
//! Then the sections, each on a multiple of eight bytes, with zeros between:
//!
//! | section | content |
//! |---|---|
//! | spellings | fst: folded spelling → a packed reading, or a mark and a place in `readings` |
//! | readings | for spellings of several readings: their count, then packed readings (u64 each) |
//! | ids | fst: entry id → number of the entry |
//! | entries | per entry: string id, kind and country (from bit 8), first name, names per language, weight (five u32) |
//! | names | per name: strings of text, style, system, valid, note, source, then status and form (seven u32) |
//! | offsets | per string: its end in `strings` (u32) |
//! | strings | UTF-8 text |
//! | turned | fst: every folded spelling with its characters in reverse, which slips at the beginning are found by |
//! | holes | characters of short Chinese spellings by what stands around them ([`super::holes`]) |
//! | remarks | UTF-8 text that the writer left for itself: what was said when the source was read |
//! | scan | tables that names are found by in texts (`scan/table.rs`), or nothing: then they are made when they are worth it |
//!
//! Whoever reads bytes that somebody else can have written calls [`Header::is_whole`] first: after that the sections are trusted.
//! A change of the meaning of any section is a new version.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

const MAGIC: &[u8; 8] = b"isonym\x00\x06";
const CHECKED: usize = 16;
const LENGTH: usize = 16;
const HEAD: usize = 48;

/// The parts of a compiled glossary, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Spellings,
    Readings,
    Ids,
    Entries,
    Names,
    Offsets,
    Strings,
    Turned,
    Holes,
    Remarks,
    Scan,
}

/// How many sections there are.
pub(super) const SECTIONS: usize = Section::Scan as usize + 1;

/// How many words of four bytes an entry has.
pub(super) const ENTRY_WORDS: usize = 5;
/// How many words of four bytes a name has.
pub(super) const NAME_WORDS: usize = 7;
/// Marks a value of the spellings that leads to several readings.
pub(super) const MANY: u64 = 1 << 63;

/// What stands at the beginning of a compiled glossary.
#[derive(Clone, Debug)]
pub struct Header {
    /// The digest that [`super::Index::compile`] was given: what the layer was compiled from.
    pub origin: u128,
    /// How long the whole is, in bytes.
    pub length: usize,
    checksum: u64,
    sections: [(usize, usize); SECTIONS],
}

impl Header {
    /// Reads the beginning of a compiled glossary; none if the bytes are not one of this version, or have another length.
    pub fn read(bytes: &[u8]) -> Option<Header> {
        let long = |at: usize| Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let length = usize::try_from(long(16)?).ok()?;
        if bytes.get(..MAGIC.len())? != MAGIC || length != bytes.len() || long(40)? != SECTIONS as u64 {
            return None;
        }
        let mut sections = [(0, 0); SECTIONS];
        for (at, section) in sections.iter_mut().enumerate() {
            let start = usize::try_from(long(HEAD + at * 16)?).ok()?;
            let end = start.checked_add(usize::try_from(long(HEAD + at * 16 + 8)?).ok()?)?;
            if end > length {
                return None;
            }
            *section = (start, end);
        }
        Some(Header {
            origin: u128::from(long(24)?) | u128::from(long(32)?) << 64,
            length,
            checksum: long(8)?,
            sections,
        })
    }

    /// Whether no byte is another one than was written: reads them all.
    pub fn is_whole(&self, bytes: &[u8]) -> bool {
        bytes.len() == self.length && xxh3_64(&bytes[CHECKED..]) == self.checksum
    }

    /// The checksum that the bytes must have.
    pub fn checksum(&self) -> u64 {
        self.checksum
    }

    /// How many entries there are.
    pub fn entries(&self) -> usize {
        self.section(Section::Entries).len() / (4 * ENTRY_WORDS)
    }

    /// How many names there are.
    pub fn names(&self) -> usize {
        self.section(Section::Names).len() / (4 * NAME_WORDS)
    }

    /// What the writer left for itself.
    pub fn remarks<'a>(&self, bytes: &'a [u8]) -> &'a str {
        let remarks = bytes.get(self.section(Section::Remarks));
        remarks
            .and_then(|remarks| std::str::from_utf8(remarks).ok())
            .unwrap_or("")
    }

    pub(super) fn section(&self, section: Section) -> Range<usize> {
        let (start, end) = self.sections[section as usize];
        start..end
    }
}

/// Puts the sections together; each is given back to the system as soon as it is copied.
pub(super) fn write(origin: u128, sections: [Vec<u8>; SECTIONS]) -> Vec<u8> {
    let mut starts = [0; SECTIONS];
    let mut length = HEAD + SECTIONS * 16;
    for (start, section) in starts.iter_mut().zip(&sections) {
        *start = length.next_multiple_of(8);
        length = *start + section.len();
    }
    let mut bytes = Vec::with_capacity(length);
    bytes.extend(MAGIC);
    bytes.extend([0; 8]);
    bytes.extend((length as u64).to_le_bytes());
    bytes.extend(origin.to_le_bytes());
    bytes.extend((SECTIONS as u64).to_le_bytes());
    for (start, section) in starts.iter().zip(&sections) {
        bytes.extend((*start as u64).to_le_bytes());
        bytes.extend((section.len() as u64).to_le_bytes());
    }
    for (start, section) in starts.into_iter().zip(sections) {
        bytes.resize(start, 0);
        bytes.extend(section);
    }
    seal(&mut bytes);
    bytes
}

/// Puts the last section, which is empty, behind all others.
pub(super) fn append(bytes: &mut Vec<u8>, section: &[u8]) {
    let start = bytes.len().next_multiple_of(8);
    bytes.resize(start, 0);
    bytes.extend(section);
    let length = bytes.len() as u64;
    let place = HEAD + Section::Scan as usize * 16;
    bytes[LENGTH..LENGTH + 8].copy_from_slice(&length.to_le_bytes());
    bytes[place..place + 8].copy_from_slice(&(start as u64).to_le_bytes());
    bytes[place + 8..place + 16].copy_from_slice(&(section.len() as u64).to_le_bytes());
    seal(bytes);
}

fn seal(bytes: &mut [u8]) {
    let checksum = xxh3_64(&bytes[CHECKED..]);
    bytes[MAGIC.len()..CHECKED].copy_from_slice(&checksum.to_le_bytes());
}
