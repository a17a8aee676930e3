//! Hashes of what names begin with.

const ONE: u64 = 0x9e37_79b9_7f4a_7c15;
const OTHER: u64 = 0xd6e8_feb8_6659_fd93;

/// The hash of nothing.
pub(super) const NOTHING: u64 = 0x243f_6a88_85a3_08d3;

/// A hash with sixteen bytes more. Its high bits depend on all of them.
#[inline(always)]
pub(super) fn mixed(hash: u64, low: u64, high: u64) -> u64 {
    let sum = (hash ^ low).wrapping_mul(ONE).rotate_left(29) ^ high;
    (sum ^ sum >> 32).wrapping_mul(OTHER)
}

/// A hash with a run of letters more.
pub(super) fn with_run(hash: u64, run: &[u8]) -> u64 {
    let mut hash = hash;
    for piece in run.chunks(16) {
        let (low, high) = sixteen(piece);
        hash = mixed(hash, low, high);
    }
    hash
}

/// A hash with a Chinese character more.
pub(super) fn with_han(hash: u64, c: char) -> u64 {
    mixed(hash, u64::from(c as u32) | 1 << 40, 0)
}

/// At most sixteen bytes as two numbers.
fn sixteen(bytes: &[u8]) -> (u64, u64) {
    let mut long = [0; 16];
    long[..bytes.len()].copy_from_slice(bytes);
    let number = u128::from_le_bytes(long);
    (number as u64, (number >> 64) as u64)
}

/// The hash of the first letters of a word, whether they are small or capital: of its first sixteen bytes, of which the ones behind its
/// end are zero. The letters are ASCII ones, digits, and `А`–`я`.
#[inline(always)]
pub(super) fn of_word(low: u64, high: u64) -> u64 {
    mixed(NOTHING, caseless(low), caseless(high))
}

/// The same for a word by itself.
pub(super) fn of_first_run(run: &[u8]) -> u64 {
    let (low, high) = sixteen(&run[..run.len().min(16)]);
    of_word(low, high)
}

/// Eight bytes alike for small and capital letters. With the bit of `0x20` set, the second bytes of `А`–`П` are those of `а`–`п`, and
/// the ones of `Р`–`Я` those of `р`–`я`, whose first bytes are `D0` and `D1`: these are made the same.
#[inline(always)]
fn caseless(bytes: u64) -> u64 {
    let small = bytes | 0x2020_2020_2020_2020;
    let leads = small & small << 1 & 0x8080_8080_8080_8080;
    small & !(leads >> 7)
}

/// The hash of two Chinese characters as they are written: their six bytes.
#[inline(always)]
pub(super) fn of_pair(bytes: u64) -> u64 {
    let bytes = bytes & 0xffff_ffff_ffff;
    bytes.wrapping_mul(ONE)
}

/// The hash of three: their nine bytes.
#[inline(always)]
pub(super) fn of_triple(bytes: u64, last: u64) -> u64 {
    (bytes.wrapping_mul(ONE).rotate_left(29) ^ last & 0xff).wrapping_mul(OTHER)
}

/// The hash of one.
#[inline(always)]
pub(super) fn of_character(bytes: u64) -> u64 {
    let bytes = bytes & 0xff_ffff;
    (bytes ^ bytes >> 13).wrapping_mul(OTHER)
}

/// The first sixteen bytes of a text that begins with these characters, as two numbers.
pub(super) fn bytes_of(chars: &[char]) -> (u64, u64) {
    let text: String = chars.iter().collect();
    sixteen(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_hash_of_its_small_letters() {
        for letter in ('А'..='Я').chain('A'..='Z') {
            let small: String = letter.to_lowercase().collect();
            for word in [letter.to_string(), format!("4{letter}x{letter}ы")] {
                let lower = word.replace(letter, &small);
                assert_eq!(
                    of_first_run(word.as_bytes()),
                    of_first_run(lower.as_bytes()),
                    "{word}"
                );
            }
        }
        assert_ne!(of_first_run("бор".as_bytes()), of_first_run("вор".as_bytes()));
    }
}
