//! Names of Chinese characters with one character left open, by which those are found that are one slip away.
//!
//! A place of the map has hundreds of next characters, each of which would have to be tried; a spelling of few characters has few
//! places. For every spelling of at most [`MOST`] characters the section holds a mark, and for each of its places the character
//! that stands there, by hashes of what else there is. Hashes may agree by chance: what is found is a guess that the map confirms.
//!
//! The section is a table of lines of 16 words of four bytes, as long as a line of the processor's cache. A word is 14 bits of
//! a hash and 18 of a character, or of the hash of a whole spelling; the others of the hash point to its line. Of lines that are
//! full the next one is the continuation; a word of zeros ends one. One byte more follows the lines if a spelling has a character of
//! which the word does not hold all bits: those beyond plane 3, which has the last Chinese ones.

use xxhash_rust::xxh3::xxh3_64;

/// The largest number of characters of a spelling that is held.
const MOST: usize = 12;

/// Stands for the open place; no byte of a text.
const HOLE: &[u8] = &[0xff];

/// Words of a line, and how many of them are filled about.
const WORDS: usize = 16;
const FILLED: usize = 12;

/// How many bits of a word are a character.
const CHARACTER: u32 = 18;

/// The places of some spellings while they are collected.
#[derive(Default)]
pub(super) struct Collector {
    /// The half of the hash that points to the line, and the word.
    words: Vec<u64>,
    has_more_bits: bool,
    room: Vec<u8>,
}

impl Collector {
    /// Adds the places of a spelling, if it is one that is held. Of one with a character that is not of the East this is the only
    /// place that can be open where all others are.
    pub(super) fn add(&mut self, key: &str) {
        let others = key.chars().filter(|&c| !is_eastern(c)).take(2).count();
        let length = key.chars().count();
        if others > 1 || !(1..=MOST).contains(&length) {
            return;
        }
        if others == 0 {
            let hash = Hash::of([key.as_bytes(), b"", b"", b""], &mut self.room);
            self.words.push(hash.line(1 << 32) << 32 | u64::from(hash.mark()));
        }
        for (at, c) in key.char_indices().filter(|&(_, c)| others == 0 || !is_eastern(c)) {
            let parts = [
                &key.as_bytes()[..at],
                HOLE,
                &key.as_bytes()[at + c.len_utf8()..],
                b"",
            ];
            let hash = Hash::of(parts, &mut self.room);
            self.words
                .push(hash.line(1 << 32) << 32 | u64::from(hash.tag() | low(c)));
            self.has_more_bits |= low(c) != u32::from(c);
        }
    }

    /// The section.
    pub(super) fn section(mut self) -> Vec<u8> {
        self.words.sort_unstable();
        let lines = self.words.len().div_ceil(FILLED);
        let mut table = vec![0; lines * WORDS];
        let mut free = 0;
        let mut over = Vec::new();
        for word in self.words {
            let line = (((word >> 32) * lines as u64) >> 32) as usize;
            free = free.max(line * WORDS);
            match table.get_mut(free) {
                Some(place) => *place = word as u32,
                None => over.push(word as u32),
            }
            free += 1;
        }
        // What does not fit behind the last line goes on in the first one.
        let mut places = table.iter_mut().filter(|place| **place == 0);
        for word in over {
            *places.next().expect("a line has more words than are filled") = word;
        }
        let mut section: Vec<u8> = table.iter().flat_map(|word: &u32| word.to_le_bytes()).collect();
        section.extend(self.has_more_bits.then_some(1));
        section
    }
}

fn is_eastern(c: char) -> bool {
    c >= '\u{3000}'
}

/// The bits of a character that are kept.
fn low(c: char) -> u32 {
    u32::from(c) & ((1 << CHARACTER) - 1)
}

/// Whether all spellings a slip away from a text can be guessed.
pub(super) fn hold_all_near(text: &str) -> bool {
    text.chars().all(is_eastern) && (2..MOST).contains(&text.chars().count())
}

/// The section of a layer.
pub(super) struct Holes<'a> {
    lines: &'a [[u8; 4 * WORDS]],
    has_more_bits: bool,
}

/// What is looked for: the text up to `at`, something, and the text from `next` on.
struct Ask {
    hash: Hash,
    at: usize,
    next: usize,
    between: Between,
}

enum Between {
    Nothing,
    /// The characters there, the other way round: the second begins here.
    Swapped(usize),
    Open,
}

impl<'a> Holes<'a> {
    pub(super) fn new(section: &'a [u8]) -> Holes<'a> {
        let (lines, rest) = section.as_chunks();
        let has_more_bits = !rest.is_empty();
        Holes { lines, has_more_bits }
    }

    /// Guesses at the spellings one slip away from a text of which [`hold_all_near`] is true: all that there are, and few others.
    pub(super) fn near(&self, wanted: &str, guess: &mut dyn FnMut(String)) {
        if self.lines.is_empty() {
            return;
        }
        let asks = asks(wanted);
        // All lines are called for before the first one is waited for.
        let line = |ask: &Ask| ask.hash.line(self.lines.len() as u64) as usize;
        std::hint::black_box(asks.iter().fold(0, |all, ask| all ^ self.lines[line(ask)][0]));
        for ask in &asks {
            let (before, after) = (&wanted[..ask.at], &wanted[ask.next..]);
            match ask.between {
                Between::Open => self
                    .characters(line(ask), ask.hash)
                    .for_each(|c| guess([before, c.encode_utf8(&mut [0; 4]), after].concat())),
                Between::Nothing if self.words(line(ask)).any(|word| word == ask.hash.mark()) => {
                    guess([before, after].concat());
                }
                Between::Swapped(second) if self.words(line(ask)).any(|word| word == ask.hash.mark()) => {
                    let (first, second) = (&wanted[ask.at..second], &wanted[second..ask.next]);
                    guess([before, second, first, after].concat());
                }
                _ => {}
            }
        }
    }

    /// Guesses at the characters between two texts that make a spelling of them.
    pub(super) fn between(&self, before: &str, after: &str, room: &mut Vec<u8>, guess: &mut dyn FnMut(char)) {
        if !self.lines.is_empty() {
            let parts = [before.as_bytes(), HOLE, after.as_bytes(), b""];
            let hash = Hash::of(parts, room);
            let line = hash.line(self.lines.len() as u64) as usize;
            self.characters(line, hash).for_each(guess);
        }
    }

    /// The characters that a line has for a hash, and all others with their lowest bits.
    fn characters(&self, line: usize, hash: Hash) -> impl Iterator<Item = char> {
        let most = if self.has_more_bits {
            u32::from(char::MAX) >> CHARACTER
        } else {
            0
        };
        let words = self.words(line);
        let own = words.filter(move |word| word >> CHARACTER == hash.tag() >> CHARACTER);
        let low = own.map(|word| word & ((1 << CHARACTER) - 1));
        low.flat_map(move |low| (0..=most).filter_map(move |high| char::from_u32(high << CHARACTER | low)))
    }

    /// The words of a line and of those that continue it.
    fn words(&self, line: usize) -> impl Iterator<Item = u32> {
        let (earlier, later) = self.lines.split_at(line);
        let words = later.iter().chain(earlier).flat_map(|line| line.as_chunks().0);
        words
            .map(|word| u32::from_le_bytes(*word))
            .take_while(|&word| word != 0)
    }
}

/// All spellings that a slip can make of a text.
fn asks(wanted: &str) -> Vec<Ask> {
    let mut room = Vec::new();
    let mut ask = |at: usize, next: usize, between: Between| {
        let bytes = wanted.as_bytes();
        let (before, after) = (&bytes[..at], &bytes[next..]);
        let parts = match between {
            Between::Nothing => [before, after, b"", b""],
            Between::Swapped(second) => [before, &bytes[second..next], &bytes[at..second], after],
            Between::Open => [before, HOLE, after, b""],
        };
        let hash = Hash::of(parts, &mut room);
        Ask {
            hash,
            at,
            next,
            between,
        }
    };
    let mut asks = Vec::with_capacity(4 * MOST);
    let mut last = None;
    for (at, c) in wanted.char_indices() {
        let next = at + c.len_utf8();
        asks.push(ask(at, at, Between::Open));
        asks.push(ask(at, next, Between::Open));
        asks.push(ask(at, next, Between::Nothing));
        asks.extend(last.map(|first| ask(first, next, Between::Swapped(at))));
        last = Some(at);
    }
    asks.push(ask(wanted.len(), wanted.len(), Between::Open));
    asks
}

#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    fn of(parts: [&[u8]; 4], room: &mut Vec<u8>) -> Hash {
        room.clear();
        parts.iter().for_each(|part| room.extend(*part));
        Hash(xxh3_64(room))
    }

    /// The line of so many.
    fn line(self, lines: u64) -> u64 {
        ((u128::from(self.0 >> 32) * u128::from(lines)) >> 32) as u64
    }

    /// The bits that a word holds beside a character; never none, so that no word is zero.
    fn tag(self) -> u32 {
        (self.0 as u32 | 1) << CHARACTER
    }

    /// The word of a whole spelling.
    fn mark(self) -> u32 {
        self.tag() | (self.0 >> 14) as u32 & ((1 << CHARACTER) - 1)
    }
}
