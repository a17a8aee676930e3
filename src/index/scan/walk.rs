//! The names that begin at a place of a text, told by the tables.

use super::hash::{with_han, with_run};
use super::starts::Class;
use super::table::{GOES_ON, GOES_ON_ODDLY, START, TOO_LONG, View};
use crate::text::{is_gap, simplified};

/// Where a name may end in the text, and what is behind it.
#[derive(Clone, Copy, Debug)]
pub(in crate::index) struct Ending {
    pub(in crate::index) end: usize,
    pub(in crate::index) layer: usize,
    pub(in crate::index) value: u64,
    /// Which of [`crate::index::needs::Needs::ALL`].
    pub(in crate::index) needs: u8,
}

/// What stands at a place of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// A letter or digit of a word.
    Letter,
    Han(char),
    /// A character that ends a name, unless the name holds it.
    Other,
    /// What has to be folded to be known.
    Odd,
    End,
}

/// Walks along names. Its room is used again.
#[derive(Default)]
pub(super) struct Walk {
    /// The folded text from the place on.
    key: Vec<u8>,
}

impl Walk {
    /// Adds the names of a layer that begin at a byte of the text, which is a word's first or a Chinese character's. Whether
    /// that is all: if not, something is there that has to be folded.
    pub(super) fn names(
        &mut self,
        text: &str,
        at: usize,
        view: &View<'_>,
        layer: usize,
        ends: &mut Vec<Ending>,
    ) -> bool {
        self.key.clear();
        let Some((mut hash, mut end)) = self.first(text, at, view, layer, ends) else {
            return false;
        };
        while end > 0 {
            let found = view.beginning(hash, &self.key);
            if found.follows == 0 && found.name.is_none() {
                return true;
            }
            let (behind, next) = after(text, end);
            if next == Next::Odd || found.follows & TOO_LONG != 0 {
                return false;
            }
            if let Some((value, needs)) = found.name {
                ends.push(Ending {
                    end,
                    layer,
                    value,
                    needs,
                });
            }
            match next {
                Next::Letter if found.follows & GOES_ON != 0 => {
                    if !ends_in_han(&self.key) {
                        self.key.push(b' ');
                    }
                    match self.run(text, behind, hash) {
                        Some((longer, further)) => (hash, end) = (longer, further),
                        None => return false,
                    }
                }
                Next::Han(c) if found.follows & GOES_ON != 0 => {
                    (hash, end) = (self.han(c, hash), behind + c.len_utf8())
                }
                Next::Other if found.follows & GOES_ON_ODDLY != 0 => return false,
                _ => return true,
            }
        }
        true
    }

    /// The hash and the end of the first word or the first two Chinese characters; an end of zero if no name begins here.
    fn first(
        &mut self,
        text: &str,
        at: usize,
        view: &View<'_>,
        layer: usize,
        ends: &mut Vec<Ending>,
    ) -> Option<(u64, usize)> {
        let c = match class(text, at) {
            Next::Letter => return self.run(text, at, START),
            Next::Han(c) => c,
            _ => return None,
        };
        let (hash, end) = (self.han(c, START), at + c.len_utf8());
        match after(text, end) {
            (_, Next::Odd) => None,
            (behind, Next::Han(second)) => {
                if view.has_single
                    && let Some((value, needs)) = view.beginning(hash, &self.key).name
                {
                    ends.push(Ending {
                        end,
                        layer,
                        value,
                        needs,
                    });
                }
                Some((self.han(second, hash), behind + second.len_utf8()))
            }
            _ if view.has_single => Some((hash, end)),
            _ => Some((hash, 0)),
        }
    }

    fn han(&mut self, c: char, hash: u64) -> u64 {
        let c = simplified(c);
        self.key.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
        with_han(hash, c)
    }

    /// Folds a word: the hash with it, and its end; none if what stands behind it has to be folded.
    fn run(&mut self, text: &str, at: usize, hash: u64) -> Option<(u64, usize)> {
        let begin = self.key.len();
        let mut rest = &text.as_bytes()[at..];
        loop {
            let ascii = rest
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .count();
            let from = self.key.len();
            self.key.extend(&rest[..ascii]);
            self.key[from..].make_ascii_lowercase();
            rest = &rest[ascii..];
            match *rest {
                [lead @ (0xd0 | 0xd1), second, ..] => self.key.extend(small_cyrillic(lead, second)?),
                [b'\'' | b'`', ..] => return None,
                [0..0x80, ..] | [] => break,
                _ if class(text, text.len() - rest.len()) == Next::Odd => return None,
                _ => break,
            }
            rest = &rest[2..];
        }
        Some((with_run(hash, &self.key[begin..]), text.len() - rest.len()))
    }
}

/// The small letter of a Russian one, without the dots of `ё`, in UTF-8.
fn small_cyrillic(lead: u8, second: u8) -> Option<[u8; 2]> {
    Some(match (lead, second) {
        (0xd0, 0xb0..=0xbf) | (0xd1, 0x80..=0x8f) => [lead, second],
        (0xd0, 0x90..=0x9f) => [0xd0, second + 0x20],
        (0xd0, 0xa0..=0xaf) => [0xd1, second - 0x20],
        (0xd0, 0x81) | (0xd1, 0x91) => [0xd0, 0xb5],
        _ => return None,
    })
}

fn ends_in_han(key: &[u8]) -> bool {
    matches!(key, [.., 0xe3..=0xe9, _, _])
}

/// What stands behind a byte but for spaces and what is like them, and where.
fn after(text: &str, at: usize) -> (usize, Next) {
    let bytes = text.as_bytes();
    let mut at = at;
    loop {
        match bytes.get(at) {
            Some(b' ' | b'-' | b'.' | b'\t'..=b'\r') => at += 1,
            Some(0..0x80) | None => return (at, class(text, at)),
            _ => match text[at..].chars().next() {
                Some(c) if is_gap(c) => at += c.len_utf8(),
                _ => return (at, class(text, at)),
            },
        }
    }
}

fn class(text: &str, at: usize) -> Next {
    let Some(c) = text[at..].chars().next() else {
        return Next::End;
    };
    match Class::of(c) {
        Class::Letter => Next::Letter,
        Class::Han => Next::Han(c),
        // The fold leaves a space of it.
        Class::Other if c == '…' => Next::Odd,
        Class::Other => Next::Other,
        Class::Nothing | Class::Opening | Class::Rare => Next::Odd,
    }
}
