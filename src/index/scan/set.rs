//! Sets of hashes that may take strangers for members, but no member for a stranger.

/// At least so many bits of a set for each of its members.
const BITS: usize = 24;

/// So many words has a set at least.
const LEAST: usize = 2;

/// A set, where it lies: a power of two of words of eight bytes.
#[derive(Clone, Copy)]
pub(super) struct Set<'a> {
    words: &'a [[u8; 8]],
    shift: u32,
}

impl<'a> Set<'a> {
    /// None if there are not as many words as a set can have.
    pub(super) fn new(words: &'a [[u8; 8]]) -> Option<Set<'a>> {
        let shift = shift(words.len())?;
        Some(Set { words, shift })
    }

    #[inline(always)]
    pub(super) fn has(&self, hash: u64) -> bool {
        let (at, one, other) = place(hash, self.shift);
        let word = u64::from_le_bytes(self.words[at & (self.words.len() - 1)]);
        word >> one & word >> other & 1 == 1
    }

    /// A set without members is as small as a set can be.
    pub(super) fn is_empty(&self) -> bool {
        self.words.len() <= LEAST && self.words.iter().all(|word| *word == [0; 8])
    }
}

/// A set of these hashes.
pub(super) fn set_of(hashes: &[u64]) -> Vec<u64> {
    let words = (hashes.len() * BITS / 64).next_power_of_two().max(LEAST);
    let shift = shift(words).expect("a power of two");
    let mut set = vec![0; words];
    for &hash in hashes {
        let (at, one, other) = place(hash, shift);
        set[at] |= 1 << one | 1 << other;
    }
    set
}

/// The upper bits of a hash from here on tell its word.
fn shift(words: usize) -> Option<u32> {
    (words.is_power_of_two() && words >= LEAST).then(|| u64::BITS - words.trailing_zeros())
}

/// The word of a hash, and two bits in it.
#[inline(always)]
fn place(hash: u64, shift: u32) -> (usize, u64, u64) {
    ((hash >> shift) as usize, hash >> 40 & 63, hash >> 34 & 63)
}
