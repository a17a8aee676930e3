//! Which three letters begin a word that may be written small at the beginning of a name.
//!
//! Almost every word of a text begins small and almost no name does: three letters, read with one multiplication, tell most of them apart.

/// So many letters decide.
const LETTERS: usize = 3;

/// Five bits of a byte tell a letter, whether it is small or capital: of an ASCII letter, and of the second byte of a Cyrillic one.
const OF_BYTE: u8 = 0x1f;

const BITS: u32 = 15;

/// So many words of eight bytes have the openings of a script.
pub(super) const WORDS: usize = (1 << BITS) / 64;

/// The scripts whose small letters are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    Latin,
    Cyrillic,
}

impl Letters {
    /// Of the first eight bytes of a word, the bits that tell its first letters.
    const fn bits(self) -> u64 {
        match self {
            Letters::Latin => 0x1f_1f1f,
            Letters::Cyrillic => 0x1f00_1f00_1f00,
        }
    }

    const fn bytes(self) -> [usize; LETTERS] {
        match self {
            Letters::Latin => [0, 1, 2],
            Letters::Cyrillic => [1, 3, 5],
        }
    }

    fn place(self, bytes: u64) -> usize {
        ((bytes & self.bits()).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
    }
}

/// The openings of a script, where they lie.
#[derive(Clone, Copy)]
pub(super) struct Openings<'a>(&'a [[u8; 8]; WORDS]);

impl<'a> Openings<'a> {
    /// None if there are not as many bytes as there should be.
    pub(super) fn new(words: &'a [[u8; 8]]) -> Option<Openings<'a>> {
        words.try_into().ok().map(Openings)
    }

    /// Whether a name may begin as these bytes do.
    #[inline(always)]
    pub(super) fn has(&self, letters: Letters, bytes: u64) -> bool {
        let place = letters.place(bytes);
        u64::from_le_bytes(self.0[place / 64]) >> (place % 64) & 1 == 1
    }
}

/// The openings of a script as they are made.
pub(super) struct Opened {
    letters: Letters,
    pub(super) words: Vec<u64>,
}

impl Opened {
    pub(super) fn new(letters: Letters) -> Opened {
        Opened {
            letters,
            words: vec![0; WORDS],
        }
    }

    /// Adds a folded word, in all the letter cases in which it may be written.
    pub(super) fn add(&mut self, run: &[u8]) {
        let [first, second, third] = self.letters.bytes().map(|at| fields(run.get(at)));
        for first in first {
            for second in second.clone() {
                for third in third.clone() {
                    self.set([first, second, third]);
                }
            }
        }
    }

    fn set(&mut self, fields: [u8; LETTERS]) {
        let placed = self.letters.bytes().into_iter().zip(fields);
        let bytes = placed.fold(0, |bytes, (at, field)| bytes | u64::from(field) << (8 * at));
        let place = self.letters.place(bytes);
        self.words[place / 64] |= 1 << (place % 64);
    }
}

/// What the bits of a byte may be: anything behind the end of a word, and both of the first bytes of Cyrillic letters for each other.
fn fields(byte: Option<&u8>) -> std::ops::RangeInclusive<u8> {
    match byte {
        None => 0..=OF_BYTE,
        Some(0xd0 | 0xd1) => 0x10..=0x11,
        Some(byte) => byte & OF_BYTE..=byte & OF_BYTE,
    }
}
