//! What the bytes of a text are, 64 at a time, a bit for each.

/// So many bytes are looked at together.
pub(super) const BLOCK: usize = 64;

/// The classes of the bytes of a block; the lowest bit is the first byte. Only the first byte of a character counts, but for `word`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Masks {
    /// All bytes of ASCII letters and digits, and of characters that begin with `D0` or `D1`.
    pub(super) word: u64,
    /// `a`–`z`.
    pub(super) small: u64,
    /// `а`–`я`.
    pub(super) small_cyrillic: u64,
    /// Characters from U+4E00 to U+9FFF.
    pub(super) han: u64,
    /// Characters that have to be seen: all others beyond ASCII, letters that are folded in a way of their own, and apostrophes.
    pub(super) odd: u64,
    /// ASCII spaces, hyphens and periods; only where a Chinese character stands in the block or right before it.
    pub(super) gap: u64,
}

/// What reaches over into the next block.
#[derive(Clone, Copy, Default)]
pub(super) struct Carry {
    cyrillic: u64,
    pub(super) han: u64,
}

/// The classes of the bytes of a block, of which `next` is the byte behind.
#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
#[inline(always)]
pub(super) fn masks(block: &[u8; BLOCK], next: u8, carry: &mut Carry) -> Masks {
    // SAFETY: what is called needs the instructions of SSE2 and nothing else; they are a part of x86-64, which this is compiled for.
    unsafe { masks_by_instructions(block, next, carry) }
}

#[cfg(not(target_arch = "x86_64"))]
pub(super) fn masks(block: &[u8; BLOCK], next: u8, carry: &mut Carry) -> Masks {
    masks_by_instructions(block, next, carry)
}

#[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
#[inline]
fn masks_by_instructions(block: &[u8; BLOCK], next: u8, carry: &mut Carry) -> Masks {
    let bytes = Bytes::new(block);
    let letters = bytes.ascii_letters();
    let upper = letters & !bytes.bit(5);
    let ascii = letters | bytes.between(b'0', b'9');
    let apostrophes = bytes.is(b'\'') | bytes.is(b'`');
    let beyond = bytes.bit(7);
    let mut masks = Masks {
        word: ascii,
        small: letters & !upper,
        odd: apostrophes,
        ..Masks::default()
    };
    if beyond != 0 || carry.cyrillic | carry.han != 0 {
        masks.add_beyond_ascii(&bytes, beyond, next, carry);
    }
    masks
}

impl Masks {
    #[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
    #[inline]
    fn add_beyond_ascii(&mut self, bytes: &Bytes, beyond: u64, next: u8, carry: &mut Carry) {
        let behind = |mask: u64, is: bool| mask >> 1 | u64::from(is) << 63;
        let mut known = bytes.between(0x80, 0xbf);
        let cyrillic = bytes.between(0xd0, 0xd1);
        if cyrillic | carry.cyrillic != 0 {
            let second = bytes.is(0xd1) & cyrillic;
            let first = cyrillic & !second;
            let low = behind(bytes.between(0x80, 0x8f), next & 0xf0 == 0x80);
            let high = behind(bytes.between(0xb0, 0xbf), next & 0xf0 == 0xb0);
            self.word |= cyrillic | cyrillic << 1 | carry.cyrillic;
            self.small_cyrillic = first & high | second & low;
            self.odd |= first & low | second & !low;
            known |= cyrillic;
        }
        let mut han = bytes.between(0xe4, 0xe9);
        known |= han;
        if han | carry.han != 0 {
            let rare = bytes.is(0xe4) & behind(bytes.between(0x80, 0xb7), (0x80..0xb8).contains(&next));
            self.odd |= rare;
            han &= !rare;
            self.han = han;
            self.gap = bytes.gaps();
        }
        self.odd |= beyond & !known;
        carry.cyrillic = cyrillic >> 63;
        carry.han = han;
    }
}

#[cfg(not(target_arch = "x86_64"))]
use portable::Bytes;
#[cfg(target_arch = "x86_64")]
use sse2::Bytes;

/// Sixteen bytes at once: every such processor has these instructions.
#[cfg(target_arch = "x86_64")]
mod sse2 {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_cvtsi32_si128, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128,
        _mm_set_epi64x, _mm_set1_epi8, _mm_sll_epi16, _mm_sub_epi8,
    };

    use super::BLOCK;

    pub(super) struct Bytes([__m128i; 4]);

    impl Bytes {
        #[target_feature(enable = "sse2")]
        #[inline]
        pub(super) fn new(block: &[u8; BLOCK]) -> Bytes {
            let long = |at: usize| i64::from_le_bytes(std::array::from_fn(|i| block[at + i]));
            Bytes(std::array::from_fn(|part| {
                _mm_set_epi64x(long(part * 16 + 8), long(part * 16))
            }))
        }

        #[target_feature(enable = "sse2")]
        #[inline]
        fn mask(&self, of: impl Fn(__m128i) -> __m128i) -> u64 {
            let part = |part: usize| u64::from(_mm_movemask_epi8(of(self.0[part])) as u16) << (part * 16);
            part(0) | part(1) | part(2) | part(3)
        }

        #[target_feature(enable = "sse2")]
        #[inline]
        pub(super) fn is(&self, byte: u8) -> u64 {
            self.mask(|part| _mm_cmpeq_epi8(part, _mm_set1_epi8(byte as i8)))
        }

        #[target_feature(enable = "sse2")]
        #[inline]
        pub(super) fn between(&self, first: u8, last: u8) -> u64 {
            self.mask(|part| within(part, first, last))
        }

        /// Bytes in which a bit is set.
        #[target_feature(enable = "sse2")]
        #[inline]
        pub(super) fn bit(&self, bit: i32) -> u64 {
            self.mask(|part| _mm_sll_epi16(part, _mm_cvtsi32_si128(7 - bit)))
        }

        #[target_feature(enable = "sse2")]
        #[inline]
        pub(super) fn ascii_letters(&self) -> u64 {
            self.mask(|part| within(_mm_or_si128(part, _mm_set1_epi8(0x20)), b'a', b'z'))
        }

        #[target_feature(enable = "sse2")]
        #[inline]
        pub(super) fn gaps(&self) -> u64 {
            self.mask(|part| {
                let marks = _mm_or_si128(
                    within(part, b'-', b'.'),
                    _mm_cmpeq_epi8(part, _mm_set1_epi8(b' ' as i8)),
                );
                _mm_or_si128(within(part, b'\t', b'\r'), marks)
            })
        }
    }

    #[target_feature(enable = "sse2")]
    #[inline]
    fn within(bytes: __m128i, first: u8, last: u8) -> __m128i {
        let above = _mm_sub_epi8(bytes, _mm_set1_epi8(first as i8));
        _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8((last - first) as i8)), above)
    }
}

/// The same for other processors, a byte after the other.
#[cfg(any(test, not(target_arch = "x86_64")))]
mod portable {
    use super::BLOCK;

    pub(super) struct Bytes([u8; BLOCK]);

    impl Bytes {
        pub(super) fn new(block: &[u8; BLOCK]) -> Bytes {
            Bytes(*block)
        }

        fn mask(&self, is: impl Fn(u8) -> bool) -> u64 {
            let eight = |bytes: &[u8]| (0..8).fold(0, |mask, at| mask | u64::from(is(bytes[at])) << at);
            (0..8).fold(0, |mask, at| {
                mask | eight(&self.0[at * 8..at * 8 + 8]) << (at * 8)
            })
        }

        pub(super) fn is(&self, byte: u8) -> u64 {
            self.mask(|b| b == byte)
        }

        pub(super) fn between(&self, first: u8, last: u8) -> u64 {
            self.mask(|b| (first..=last).contains(&b))
        }

        pub(super) fn bit(&self, bit: i32) -> u64 {
            self.mask(|b| b >> bit & 1 == 1)
        }

        pub(super) fn ascii_letters(&self) -> u64 {
            self.mask(|b| b.is_ascii_alphabetic())
        }

        pub(super) fn gaps(&self) -> u64 {
            self.mask(|b| matches!(b, b'\t'..=b'\r' | b' ' | b'-' | b'.'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_look_at_bytes_see_the_same() {
        #[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
        fn agree(shift: u8) {
            let block: [u8; BLOCK] = std::array::from_fn(|at| (at as u8).wrapping_mul(5).wrapping_add(shift));
            let (one, other) = (Bytes::new(&block), portable::Bytes::new(&block));
            assert_eq!(one.is(shift), other.is(shift));
            assert_eq!(one.ascii_letters(), other.ascii_letters());
            assert_eq!(one.gaps(), other.gaps());
            for (first, last) in [
                (b'0', b'9'),
                (0x80, 0xbf),
                (0xe4, 0xe9),
                (0x80, 0x8f),
                (shift, shift),
            ] {
                assert_eq!(one.between(first, last), other.between(first, last));
            }
            for bit in 0..8 {
                assert_eq!(one.bit(bit), other.bit(bit));
            }
        }
        for shift in 0..=255 {
            // SAFETY: SSE2 is a part of x86-64.
            #[allow(unsafe_code, unused_unsafe)]
            unsafe {
                agree(shift);
            }
        }
    }

    #[test]
    fn characters_that_reach_over_a_block_are_seen() {
        let text = "д".repeat(31) + "-дё" + &"國".repeat(30) + " 國國x";
        let text = format!("a{text}");
        let bytes = text.as_bytes();
        let mut carry = Carry::default();
        let (mut word, mut han, mut odd) = (0, 0, 0);
        for at in (0..bytes.len()).step_by(BLOCK) {
            let mut block = [0; BLOCK];
            let rest = &bytes[at..bytes.len().min(at + BLOCK)];
            block[..rest.len()].copy_from_slice(rest);
            let masks = masks(&block, bytes.get(at + BLOCK).copied().unwrap_or(0), &mut carry);
            word += masks.word.count_ones();
            han += masks.han.count_ones();
            odd += masks.odd.count_ones();
        }
        assert_eq!((word, han, odd), (1 + 62 + 4 + 1, 32, 1));
    }
}
