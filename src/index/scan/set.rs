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
    pub(super) fn new(words: &'a [[u8; 8]]) -> Set<'a> {
        Set {
            words,
            shift: shift(words.len()),
        }
    }

    #[inline(always)]
    pub(super) fn has(&self, hash: u64) -> bool {
        let (at, bits) = place(hash, self.shift);
        let word = self.words.get(at).map_or(0, |word| u64::from_le_bytes(*word));
        word & bits == bits
    }

    /// A set without members is as small as a set can be.
    pub(super) fn is_empty(&self) -> bool {
        self.words.len() <= LEAST && self.words.iter().all(|word| *word == [0; 8])
    }
}

/// A set of these hashes.
pub(super) fn set_of(hashes: &[u64]) -> Vec<u64> {
    let words = (hashes.len() * BITS / 64).next_power_of_two().max(LEAST);
    let mut set = vec![0; words];
    for &hash in hashes {
        let (at, bits) = place(hash, shift(words));
        set[at] |= bits;
    }
    set
}

fn shift(words: usize) -> u32 {
    64 - words.trailing_zeros().clamp(1, 63)
}

/// The word of a hash, and three bits in it.
#[inline(always)]
fn place(hash: u64, shift: u32) -> (usize, u64) {
    let bit = |at: u32| 1 << (hash >> at & 63);
    ((hash >> shift) as usize, bit(18) | bit(24) | bit(30))
}
