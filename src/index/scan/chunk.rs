//! The places of a part of a text where a name of the tables may begin.

use super::masks::{BLOCK, Carry, masks};
use super::odd::Odd;
use super::starts::{Class, Start, Starts};
use super::table::View;
use crate::text::is_gap;

/// So many bytes of a text are read together.
const SIZE: usize = 1 << 14;
const BLOCKS: usize = SIZE / BLOCK;
/// So many bytes behind them are seen too.
const AHEAD: usize = BLOCK;

/// A part of a text. It begins and ends where no word goes on.
pub(super) struct Chunk {
    pub(super) bytes: [u8; SIZE + AHEAD],
    pub(super) blocks: usize,
    /// Letters and digits, with what the fold ignores within words.
    pub(super) word: [u64; BLOCKS + 1],
    pub(super) small: [u64; BLOCKS],
    pub(super) small_cyrillic: [u64; BLOCKS],
    pub(super) han: [u64; BLOCKS + 1],
    /// Chinese characters that what is behind them decides about.
    pub(super) forced: [u64; BLOCKS + 1],
    /// Where no word begins whatever stands before it, or one that has been asked about already.
    pub(super) known: [u64; BLOCKS],
    /// Where a name may begin.
    pub(super) hits: [u64; BLOCKS],
    strange: Vec<usize>,
    /// Places within what a character is folded to.
    pub(super) within: Vec<Start>,
    odd: Odd,
}

impl Chunk {
    pub(super) fn new() -> Box<Chunk> {
        Box::new(Chunk {
            bytes: [0; SIZE + AHEAD],
            blocks: 0,
            word: [0; BLOCKS + 1],
            small: [0; BLOCKS],
            small_cyrillic: [0; BLOCKS],
            han: [0; BLOCKS + 1],
            forced: [0; BLOCKS + 1],
            known: [0; BLOCKS],
            hits: [0; BLOCKS],
            strange: Vec::new(),
            within: Vec::new(),
            odd: Odd::default(),
        })
    }

    /// Reads on from a byte of a text; gives the byte behind the part that was read.
    pub(super) fn read(&mut self, text: &str, from: usize, views: &[View<'_>]) -> usize {
        self.within.clear();
        self.strange.clear();
        self.blocks = 0;
        let Some(end) = chunk_end(text, from) else {
            return self.read_slowly(text, from);
        };
        let seen = &text.as_bytes()[from..text.len().min(from + SIZE + AHEAD)];
        self.bytes[..seen.len()].copy_from_slice(seen);
        self.bytes[seen.len()..].fill(0);
        self.look(end - from);
        if end < text.len() {
            self.force(end - from);
        }
        self.look_closer(text, from, views);
        views.iter().for_each(|view| self.sift(view));
        end
    }

    /// Where names may begin, as bytes of the part.
    pub(super) fn hits(&self) -> impl Iterator<Item = usize> + '_ {
        let bits = |(block, &hits): (usize, &u64)| {
            std::iter::successors(Some(hits), |left| Some(left & left.wrapping_sub(1)))
                .take_while(|&left| left != 0)
                .map(move |left| block * BLOCK + left.trailing_zeros() as usize)
        };
        self.hits[..self.blocks].iter().enumerate().flat_map(bits)
    }

    /// A part in which no place was found to end it: all its places are given, and none is asked about.
    fn read_slowly(&mut self, text: &str, from: usize) -> usize {
        let mut starts = Starts::new(text).begun_at(from, false);
        while let Some(start) = starts.next_before(from + SIZE) {
            self.within.push(start);
        }
        starts.at()
    }

    /// Sorts so many bytes into classes.
    fn look(&mut self, length: usize) {
        self.blocks = length.div_ceil(BLOCK);
        let mut carry = Carry::default();
        for at in 0..self.blocks {
            let begin = at * BLOCK;
            let block = self.bytes[begin..].first_chunk().expect("the bytes ahead");
            let han_before = carry.han;
            let found = masks(block, self.bytes[begin + BLOCK], &mut carry);
            let kept = match length - begin {
                left @ 0..BLOCK => (1 << left) - 1,
                _ => u64::MAX,
            };
            self.word[at] = found.word & kept;
            self.small[at] = found.small;
            self.small_cyrillic[at] = found.small_cyrillic;
            self.han[at] = found.han & kept;
            self.known[at] = 0;
            self.hits[at] = 0;
            let gaps = found.gap & (found.han << 3 | han_before >> 61);
            self.forced[at] = gaps >> 3;
            if at > 0 {
                self.forced[at - 1] |= gaps << 61;
            }
            let mut strange = found.odd & kept;
            while strange != 0 {
                self.strange.push(begin + strange.trailing_zeros() as usize);
                strange &= strange - 1;
            }
        }
        self.word[self.blocks] = 0;
        self.han[self.blocks] = 0;
        self.forced[self.blocks] = 0;
    }

    /// Looks at the characters whose first byte does not tell enough.
    fn look_closer(&mut self, text: &str, from: usize, views: &[View<'_>]) {
        let strange = std::mem::take(&mut self.strange);
        let mut done = 0;
        for &at in &strange {
            if at < done {
                continue;
            }
            if is_plain_mark(&self.bytes[at..]) {
                continue;
            }
            let Some(c) = text[from + at..].chars().next() else {
                break;
            };
            let in_word = at > 0 && is_set(&self.word, at - 1);
            match Class::of(c) {
                Class::Letter => self.ask(text, from, at, views),
                Class::Other if is_gap(c) || c == '…' => self.force(at),
                Class::Other | Class::Han => {}
                Class::Nothing if in_word => {
                    set(&mut self.word, at, c.len_utf8());
                    self.ask(text, from, at, views);
                }
                Class::Nothing => self.force(at),
                Class::Opening if !in_word => self.force(at),
                Class::Opening if next_class(text, from + at + c.len_utf8()) == Some(Class::Letter) => {
                    self.ask(text, from, at, views);
                }
                Class::Opening | Class::Rare => {
                    self.force(at);
                    done = self.zone(text, from, at, in_word, views);
                }
            }
        }
        self.strange = strange;
    }

    /// What is behind the Chinese character before a byte decides about it.
    fn force(&mut self, at: usize) {
        if at >= 3 && is_set(&self.han, at - 3) {
            set(&mut self.forced, at - 3, 1);
        }
    }

    /// Asks about the word that the character at a byte is in or behind.
    fn ask(&mut self, text: &str, from: usize, at: usize, views: &[View<'_>]) {
        let start = run_start(&self.word, at);
        if !is_set(&self.known, start) {
            set(&mut self.known, start, 1);
            let before = &self.bytes[start..at];
            if views.iter().any(|view| view.may_open(before)) && self.odd.may_begin(text, from + start, views)
            {
                set(&mut self.hits, start, 1);
            }
        }
    }

    /// Reads characters one by one up to the end of a word; gives its end.
    fn zone(&mut self, text: &str, from: usize, at: usize, in_word: bool, views: &[View<'_>]) -> usize {
        if in_word {
            self.ask(text, from, at, views);
        }
        let mut starts = Starts::new(text).begun_at(from + at, in_word);
        while let Some(start) = starts.next_in_word() {
            if start.skip > 0 {
                self.within.push(start);
            } else if self.odd.may_begin(text, start.at, views) {
                set(&mut self.hits, start.at - from, 1);
            }
        }
        let end = starts.at() - from;
        set(&mut self.word, at, end - at);
        set(&mut self.known, at, end - at);
        end
    }
}

fn is_set(bits: &[u64], at: usize) -> bool {
    bits[at / BLOCK] >> (at % BLOCK) & 1 == 1
}

fn set(bits: &mut [u64], at: usize, count: usize) {
    (at..at + count).for_each(|at| bits[at / BLOCK] |= 1 << (at % BLOCK));
}

/// Whether some bytes begin with one of the commonest marks beyond ASCII that only end a word.
fn is_plain_mark(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xef, 0xbc, 0x81 | 0x88 | 0x89 | 0x8c | 0x9a | 0x9b | 0x9f, ..]
            | [0xe3, 0x80, 0x81 | 0x82 | 0x8a | 0x8b, ..]
            | [0xe2, 0x80, 0x9c..=0x9e, ..]
            | [0xc2, 0xab | 0xbb, ..]
    )
}

/// Where the word begins that reaches to a byte or has its character there.
fn run_start(word: &[u64], at: usize) -> usize {
    let mut block = at / BLOCK;
    let mut others = !word[block] & ((1 << (at % BLOCK)) - 1);
    while others == 0 {
        if block == 0 {
            return 0;
        }
        block -= 1;
        others = !word[block];
    }
    block * BLOCK + BLOCK - others.leading_zeros() as usize
}

fn next_class(text: &str, at: usize) -> Option<Class> {
    text[at..].chars().next().map(Class::of)
}

/// The end of a part that begins at a byte: behind a space, or between two Chinese characters.
fn chunk_end(text: &str, from: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[from..];
    if bytes.len() <= SIZE {
        return Some(text.len());
    }
    let is_space = |&at: &usize| matches!(bytes[at - 1], b' ' | b'\t'..=b'\r');
    let is_han = |at: usize| matches!(bytes[at], 0xe5..=0xe9);
    let between = |&at: &usize| is_han(at) && is_han(at - 3);
    let near = SIZE - SIZE / 64..=SIZE;
    let mut found = near
        .clone()
        .rev()
        .find(is_space)
        .or_else(|| near.rev().find(between));
    if found.is_none() {
        found = (3..=SIZE).rev().find(|at| is_space(at) || between(at));
    }
    found.map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_marks_only_end_words() {
        let is_plain = |c: &char| is_plain_mark(c.encode_utf8(&mut [0; 4]).as_bytes());
        let marks: Vec<char> = ('\0'..=char::MAX).filter(is_plain).collect();
        assert_eq!(marks.len(), 16);
        for c in marks {
            assert!(Class::of(c) == Class::Other && !is_gap(c) && c != '…', "{c}");
        }
    }
}
