//! Asking the sets of a table about all places of a part of a text where a name may begin.

use super::chunk::Chunk;
use super::hash::{of_character, of_pair, of_triple, of_word};
use super::masks::BLOCK;
use super::openings::{Letters, Openings};
use super::set::Set;
use super::table::View;

impl Chunk {
    /// Puts down where names of a table may begin.
    pub(super) fn sift(&mut self, view: &View<'_>) {
        self.words(view);
        if view.has_han {
            self.characters(view);
        }
    }

    fn words(&mut self, view: &View<'_>) {
        let mut before = 0;
        for at in 0..self.blocks {
            let word = self.word[at];
            let starts = word & !(word << 1 | before) & !self.known[at];
            before = word >> 63;
            let (latin, cyrillic) = (starts & self.small[at], starts & self.small_cyrillic[at]);
            let window = self.window(at);
            let small = Letters::Latin.opening(view.latin, window, latin)
                | Letters::Cyrillic.opening(view.cyrillic, window, cyrillic);
            let other = starts & !(latin | cyrillic);
            let hits = self.in_set(view.any, at, other) | self.in_set(view.small, at, small);
            self.hits[at] |= hits;
        }
    }

    /// Of the beginnings of words of a block, those whose word is in a set, by its first sixteen bytes.
    #[inline(always)]
    fn in_set(&self, set: Set<'_>, at: usize, starts: u64) -> u64 {
        let window = self.window(at);
        let (word, behind) = (self.word[at], self.word[at + 1]);
        those(starts, |start| {
            let rest = word >> start | behind << 1 << (63 - start);
            let (low, high) = KEPT[(rest.trailing_ones() as usize).min(16)];
            let (low, high) = (eight::<0>(window, start) & low, eight::<8>(window, start) & high);
            set.has(of_word(low, high))
        })
    }

    #[inline(always)]
    fn characters(&mut self, view: &View<'_>) {
        for at in 0..self.blocks {
            let han = self.han[at];
            if han == 0 {
                continue;
            }
            let window = self.window(at);
            let forced = self.forced[at] & han;
            let followed = (han >> 3 | self.han[at + 1] << 61) & !forced;
            let single = match (view.has_lone, view.has_single) {
                (true, _) => han & !forced,
                (_, true) => han & !forced & !followed,
                _ => 0,
            };
            let pair = |start| of_pair(eight::<0>(window, start));
            let pairs = those(han & followed, |start| view.pairs.has(pair(start)));
            // What is behind the second character decides about this one, too.
            let open = pairs & (self.forced[at] >> 3 | self.forced[at + 1] << 61);
            let names = those(pairs & !open, |start| {
                let last = eight::<1>(window, start) >> 56;
                view.triples.has(of_triple(eight::<0>(window, start), last)) | view.enough.has(pair(start))
            });
            let singles = those(single, |start| {
                view.single.has(of_character(eight::<0>(window, start)))
            });
            self.hits[at] |= forced | open | names | singles;
        }
    }

    /// The bytes of a block, and as many behind it.
    #[inline(always)]
    fn window(&self, block: usize) -> &[u8; 2 * BLOCK] {
        self.bytes[block * BLOCK..]
            .first_chunk()
            .expect("the bytes ahead")
    }
}

/// Eight bytes, from so many behind a place of a block on.
#[inline(always)]
fn eight<const BEHIND: usize>(window: &[u8; 2 * BLOCK], start: usize) -> u64 {
    let bytes = window[start % BLOCK + BEHIND..].first_chunk();
    u64::from_le_bytes(*bytes.expect("the block behind"))
}

impl View<'_> {
    /// Whether a name may begin as a word does of which these bytes are the first ones, and plain.
    pub(super) fn may_open(&self, word: &[u8]) -> bool {
        match word {
            &[first @ b'a'..=b'z', second, third, ..] => {
                let bytes = u32::from_le_bytes([first, second, third, 0]);
                self.latin.has(Letters::Latin, bytes.into())
            }
            _ => true,
        }
    }
}

impl Letters {
    /// Of the beginnings of words of a block, those that open as a name does.
    #[inline(always)]
    fn opening(self, openings: Openings<'_>, window: &[u8; 2 * BLOCK], starts: u64) -> u64 {
        those(starts, |start| openings.has(self, eight::<0>(window, start)))
    }
}

/// Those of the places of a block of which something is true.
#[inline(always)]
fn those(places: u64, is: impl Fn(usize) -> bool) -> u64 {
    let (mut left, mut found) = (places, 0);
    while left != 0 {
        let place = left.trailing_zeros() as usize;
        found |= u64::from(is(place)) << place;
        left &= left - 1;
    }
    found
}

/// By the length of a word, which bits of its first sixteen bytes are its.
const KEPT: [(u64, u64); 17] = {
    let mut kept = [(0, 0); 17];
    let mut length = 1;
    while length <= 16 {
        let all = u128::MAX >> (128 - 8 * length as u32);
        kept[length] = (all as u64, (all >> 64) as u64);
        length += 1;
    }
    kept
};
