//! Which words and Chinese characters begin no name.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use fst::Streamer;

use crate::index::Index;
use crate::lang::Script;

/// A filter is made once so many bytes have been scanned: before that, walking the map from every word costs less.
const WORTH_IT: usize = 1 << 22;

/// So many bits of a set for each of its members.
const BITS: usize = 16;

/// The filter of an index, made when it is worth it.
#[derive(Default)]
pub(in crate::index) struct Gate {
    filter: OnceLock<Filter>,
    scanned: AtomicUsize,
}

impl Gate {
    /// The filter, if so many bytes more make it worth having.
    pub(in crate::index) fn filter(&self, index: &Index, bytes: usize) -> Option<&Filter> {
        if let Some(filter) = self.filter.get() {
            return Some(filter);
        }
        let before = self.scanned.fetch_add(bytes, Ordering::Relaxed);
        (before.saturating_add(bytes) >= WORTH_IT).then(|| self.filter.get_or_init(|| Filter::new(index)))
    }
}

impl Clone for Gate {
    /// A copy of an index may get another layer: it has no filter yet.
    fn clone(&self) -> Gate {
        Gate::default()
    }
}

/// The beginnings of all names: what is not in it begins none; what is in it may.
pub(in crate::index) struct Filter {
    /// First words.
    any: Set,
    /// First words of names that are found without a capital.
    lower: Set,
    /// First two characters of Chinese names, the first one of names of one.
    two: Set,
    /// First three characters of Chinese names of more than two.
    three: Set,
    /// Chinese characters that begin a name of one character or one that goes on in other letters.
    alone: Set,
    /// First two characters that are a whole name, or are followed by other letters.
    pair: Set,
}

/// A first word, as a hash.
#[derive(Default)]
pub(in crate::index) struct Token {
    pub(super) hash: u64,
    /// Whether it begins with a small letter.
    pub(super) is_lower: bool,
    is_unknown: bool,
}

impl Token {
    /// A word about which nothing can be said.
    pub(super) fn unknown(mut self) -> Token {
        self.is_unknown = true;
        self
    }
}

/// Another character of a word.
pub(super) fn mixed(hash: u64, c: char) -> u64 {
    (hash.rotate_left(5) ^ u64::from(c as u32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Filter {
    fn new(index: &Index) -> Filter {
        let names: usize = index.layers.iter().map(|layer| layer.fst().len()).sum();
        let set = || Set::new(names);
        let mut filter = Filter {
            any: set(),
            lower: set(),
            two: set(),
            three: set(),
            alone: set(),
            pair: set(),
        };
        for layer in &index.layers {
            let mut keys = layer.fst().stream();
            while let Some((key, value)) = keys.next() {
                let key = std::str::from_utf8(key).unwrap_or_default();
                let found_small = || {
                    layer
                        .readings(value.value())
                        .any(|reading| !index.needs_capital(reading))
                };
                filter.insert(key, found_small);
            }
        }
        filter
    }

    fn insert(&mut self, key: &str, found_small: impl FnOnce() -> bool) {
        let mut chars = key.chars();
        let Some(first) = chars.next() else { return };
        if Script::of(first) == Some(Script::Han) {
            let mut next = || chars.next().filter(|&c| Script::of(c) == Some(Script::Han));
            return self.insert_han(first, next(), next());
        }
        let is_word = |c: &char| c.is_alphanumeric() && Script::of(*c) != Some(Script::Han);
        let hash = key.chars().take_while(is_word).fold(0, mixed);
        if !self.any.has(hash) || !self.lower.has(hash) {
            self.any.insert(hash);
            if found_small() {
                self.lower.insert(hash);
            }
        }
    }

    fn insert_han(&mut self, first: char, second: Option<char>, third: Option<char>) {
        let one = mixed(0, first);
        let Some(second) = second else {
            return self.alone.insert(one);
        };
        let two = mixed(one, second);
        self.two.insert(two);
        match third {
            Some(third) => self.three.insert(mixed(two, third)),
            None => self.pair.insert(two),
        }
    }

    /// Whether a word may begin a name.
    pub(super) fn has_token(&self, token: &Token) -> bool {
        token.is_unknown || if token.is_lower { &self.lower } else { &self.any }.has(token.hash)
    }

    /// Whether a Chinese character may begin a name, with those behind it.
    pub(super) fn has_han(&self, first: char, second: Next, third: impl FnOnce() -> Next) -> bool {
        let one = mixed(0, first);
        let two = match second {
            Next::Han(second) => mixed(one, second),
            Next::Other => return self.alone.has(one),
            Next::Unknown => return true,
        };
        let goes_on = || match third() {
            Next::Han(third) => self.three.has(mixed(two, third)),
            Next::Other => false,
            Next::Unknown => true,
        };
        self.two.has(two) && (self.pair.has(two) || goes_on()) || self.alone.has(one)
    }
}

/// What follows a Chinese character in the folded text.
pub(super) enum Next {
    Han(char),
    Other,
    Unknown,
}

/// A set that may take strangers for members, but no member for a stranger.
struct Set {
    words: Vec<u64>,
}

impl Set {
    fn new(members: usize) -> Set {
        let words = (members * BITS / 64).next_power_of_two().max(64);
        Set {
            words: vec![0; words],
        }
    }

    /// The word of a hash, and two bits in it.
    fn place(&self, hash: u64) -> (usize, u64) {
        let at = (hash >> 12) as usize & (self.words.len() - 1);
        (at, 1 << (hash >> 58) | 1 << (hash >> 52 & 63))
    }

    fn insert(&mut self, hash: u64) {
        let (at, bits) = self.place(hash);
        self.words[at] |= bits;
    }

    fn has(&self, hash: u64) -> bool {
        let (at, bits) = self.place(hash);
        self.words[at] & bits == bits
    }
}
