//! Names of Chinese characters with one character left open, by which those are found that are one slip away.
//!
//! A place of the map has hundreds of next characters, each of which would have to be tried; a spelling of few characters has few
//! places. For every spelling of [`LEAST`] to [`MOST`] characters and each of its places the section holds the character that
//! stands there, by a hash of the others. A hash may be that of others too: what is found is looked up in the map.
//!
//! | words of four bytes | content |
//! |---|---|
//! | 0 | how many of a hash's bits are the number of its bucket |
//! | 1– | for each bucket which pair is its first; the number of pairs |
//! | then | the pairs by their buckets: 16 bits of the hash, and the lowest 16 of the character |

use xxhash_rust::xxh3::xxh3_64;

/// The least and the largest number of characters of a spelling that is held.
const LEAST: usize = 2;
const MOST: usize = 12;

/// Stands for the open place; no byte of a text.
const HOLE: u8 = 0xff;

/// How many pairs a bucket has about.
const BUCKET: usize = 4;

/// The pairs of some spellings while they are collected.
#[derive(Default)]
pub(super) struct Collector {
    /// Half of the hash, which begins with the bucket, and what is written.
    pairs: Vec<u64>,
    hasher: Hasher,
}

impl Collector {
    /// Adds the places of a spelling, if it is one that is held. Of one with a character that is not of the East this is the only
    /// place that can be open where all others are.
    pub(super) fn add(&mut self, key: &str) {
        let others = key.chars().filter(|&c| !is_eastern(c)).take(2).count();
        if others > 1 || !(LEAST..=MOST).contains(&key.chars().count()) {
            return;
        }
        let places = key.char_indices();
        for (at, c) in places.filter(|&(_, c)| others == 0 || !is_eastern(c)) {
            let hash = self.hasher.of(&key[..at], &key[at + c.len_utf8()..]);
            self.pairs
                .push(hash.start << 32 | hash.rest << 16 | u64::from(c) & 0xffff);
        }
    }

    /// The section.
    pub(super) fn section(mut self) -> Vec<u8> {
        self.pairs.sort_unstable();
        let bits = (self.pairs.len() / BUCKET).max(1).ilog2();
        let bucket_of = |pair: u64| pair.checked_shr(64 - bits).unwrap_or(0);
        let mut words = vec![bits];
        words.extend((0..=1 << bits).map(|bucket| {
            let before = self.pairs.partition_point(|&pair| bucket_of(pair) < bucket);
            u32::try_from(before).expect("fewer than four billion places")
        }));
        let pairs = self
            .pairs
            .iter()
            .flat_map(|&pair| [(pair >> 32) as u32, pair as u32]);
        words.extend(pairs);
        words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }
}

fn is_eastern(c: char) -> bool {
    c >= '\u{3000}'
}

/// Whether all spellings a slip away from a text that have a character more, or another one, are held.
pub(super) fn hold_all_near(text: &str) -> bool {
    text.chars().all(is_eastern) && (LEAST..MOST).contains(&text.chars().count())
}

/// The section of a layer.
pub(super) struct Holes<'a> {
    section: &'a [u8],
    hasher: Hasher,
}

impl<'a> Holes<'a> {
    pub(super) fn new(section: &'a [u8]) -> Holes<'a> {
        Holes {
            section,
            hasher: Hasher::default(),
        }
    }

    /// The characters that may stand between two parts of a spelling: one of each plane, for only the map tells which it is.
    pub(super) fn between(&mut self, before: &str, after: &str) -> impl Iterator<Item = char> + use<'a> {
        const PLANES: u32 = 17;
        let hash = self.hasher.of(before, after);
        let section = self.section;
        let bits = word(section, 0);
        let bucket = (hash.start << bits >> 32) as usize;
        let first = 2 + (1 << bits);
        let pairs = word(section, 1 + bucket)..word(section, 2 + bucket);
        let pairs = pairs.map(move |pair| word(section, first + pair as usize));
        let characters = pairs
            .filter(move |&pair| u64::from(pair >> 16) == hash.rest)
            .map(|pair| pair & 0xffff);
        characters.flat_map(|low| (0..PLANES).filter_map(move |plane| char::from_u32(plane << 16 | low)))
    }
}

fn word(section: &[u8], at: usize) -> u32 {
    let bytes = section.get(at * 4..).and_then(|rest| rest.first_chunk());
    u32::from_le_bytes(*bytes.expect("the section is as it was written"))
}

/// Hashes what stands around an open place.
#[derive(Default)]
struct Hasher {
    room: Vec<u8>,
}

/// A hash: 32 bits, and 16 others.
struct Hash {
    start: u64,
    rest: u64,
}

impl Hasher {
    fn of(&mut self, before: &str, after: &str) -> Hash {
        self.room.clear();
        self.room.extend(before.bytes());
        self.room.push(HOLE);
        self.room.extend(after.bytes());
        let hash = xxh3_64(&self.room);
        Hash {
            start: hash >> 32,
            rest: hash & 0xffff,
        }
    }
}
