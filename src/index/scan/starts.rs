//! Where names may begin: the first letters of words, and Chinese characters.

use crate::lang::Script;
use crate::text::{Folded, is_gap, is_ignored};
use unicode_normalization::char::is_combining_mark;

/// A place where a name may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::index) struct Start {
    /// The byte of the text whose character begins there.
    pub(in crate::index) at: usize,
    /// So many bytes of what that character is folded to come before.
    pub(in crate::index) skip: usize,
}

/// The places of a text where a name may begin, in order.
pub(in crate::index) struct Starts<'a> {
    text: &'a str,
    /// The byte that is read next.
    at: usize,
    /// So many folded bytes of its character are passed over.
    skip: usize,
    /// Whether the folded character before goes on into a letter or digit.
    joins: bool,
    rare: Folded,
}

/// What a character is to the words around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter or digit that is folded to one other.
    Letter,
    Han,
    /// Ends a word.
    Other,
    /// As if it were not there.
    Nothing,
    /// As if it were not there, but a word may begin after it.
    Opening,
    /// What it is folded to has to be seen.
    Rare,
}

/// The class of each ASCII character.
const ASCII: [Class; 128] = {
    let mut table = [Class::Other; 128];
    let mut at = 0;
    while at < 128 {
        if (at as u8).is_ascii_alphanumeric() {
            table[at] = Class::Letter;
        }
        at += 1;
    }
    table[b'\'' as usize] = Class::Nothing;
    table[b'`' as usize] = Class::Nothing;
    table
};

impl Class {
    pub(super) fn of(c: char) -> Class {
        match c {
            '\0'..='\x7f' => ASCII[c as usize],
            'А'..='я' | 'ё' | 'Ё' => Class::Letter,
            '\u{4e00}'..='\u{9fff}' => Class::Han,
            '‘' | '•' | '·' => Class::Opening,
            '“' | '”' | '«' | '»' | '„' | '…' | '、' | '。' | '《' | '》' | '，' | '：' | '；' | '！'
            | '？' | '（' | '）' | '£' | '€' | '§' | '°' | '±' => Class::Other,
            _ if is_gap(c) => Class::Other,
            _ if is_ignored(c) || is_combining_mark(c) => Class::Nothing,
            _ => Class::Rare,
        }
    }
}

impl<'a> Starts<'a> {
    pub(in crate::index) fn new(text: &'a str) -> Starts<'a> {
        Starts {
            text,
            at: 0,
            skip: 0,
            joins: false,
            rare: Folded::default(),
        }
    }

    /// Goes on behind a name: before so many folded bytes of the character at a byte of the text.
    pub(in crate::index) fn go_on(&mut self, at: usize, skip: usize, last: char) {
        self.at = at;
        self.skip = skip;
        self.joins = last.is_alphanumeric() && Script::of(last) != Some(Script::Han);
    }

    /// Begins at a byte of the text; `joins` is whether a letter there goes on what is before it.
    pub(super) fn begun_at(mut self, at: usize, joins: bool) -> Starts<'a> {
        (self.at, self.joins) = (at, joins);
        self
    }

    /// The byte that is read next.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next place before a character that ends a word.
    pub(super) fn next_in_word(&mut self) -> Option<Start> {
        self.next_before(self.at)
    }

    /// The next place before a character that ends a word and stands at a byte of the text or behind it.
    pub(super) fn next_before(&mut self, end: usize) -> Option<Start> {
        loop {
            let c = self.text[self.at..].chars().next()?;
            let ends = matches!(Class::of(c), Class::Other | Class::Han);
            if self.skip == 0 && self.at >= end && ends {
                return None;
            }
            if let Some(start) = self.step(c) {
                return Some(start);
            }
        }
    }

    /// The next place.
    pub(in crate::index) fn next(&mut self) -> Option<Start> {
        loop {
            if self.skip == 0 {
                self.pass_plain();
            }
            let c = self.text[self.at..].chars().next()?;
            if let Some(start) = self.step(c) {
                return Some(start);
            }
        }
    }

    /// Goes past the next character, which is `c`, or up to a place within it.
    fn step(&mut self, c: char) -> Option<Start> {
        let (at, is_free) = (self.at, !self.joins || self.follows_opening());
        let begins = match Class::of(c) {
            Class::Rare => return self.within(c, is_free),
            Class::Nothing | Class::Opening => false,
            Class::Other => {
                self.joins = false;
                false
            }
            Class::Han => {
                self.joins = false;
                true
            }
            Class::Letter => {
                self.joins = true;
                is_free
            }
        };
        self.pass(c);
        begins.then_some(Start { at, skip: 0 })
    }

    fn pass(&mut self, c: char) {
        self.at += c.len_utf8();
        self.skip = 0;
    }

    /// Passes over ASCII in which no word begins.
    fn pass_plain(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if byte >= 0x80 {
                return;
            }
            match ASCII[usize::from(byte)] {
                Class::Letter if !self.joins => return,
                Class::Letter if self.at > 0 && bytes[self.at - 1] >= 0x80 => return,
                Class::Other => self.joins = false,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// An opening quotation mark is ignored by the fold like an apostrophe, but it ends a word.
    fn follows_opening(&self) -> bool {
        let is_ascii = self.at == 0 || self.text.as_bytes()[self.at - 1] < 0x80;
        !is_ascii && self.text[..self.at].ends_with(['‘', '•', '·'])
    }

    /// The next start within what a rare character is folded to.
    fn within(&mut self, c: char, mut is_free: bool) -> Option<Start> {
        let follows_opening = self.follows_opening();
        // A letter before it keeps a gap at its beginning.
        self.rare.key.clear();
        self.rare.starts.clear();
        self.rare.push('a', 0);
        self.rare.push(c, 1);
        let pieces = &self.rare.key[1..];
        let has_gap = pieces.starts_with(' ');
        for (offset, piece) in pieces.char_indices() {
            let offset = offset - usize::from(has_gap && offset > 0);
            let is_done = offset < self.skip || has_gap && piece == ' ' && offset == 0;
            let is_word = piece.is_alphanumeric();
            let is_han = Script::of(piece) == Some(Script::Han);
            if is_done {
                if has_gap && self.skip == 0 {
                    is_free = true;
                    self.joins = false;
                }
                continue;
            }
            self.joins = is_word && !is_han;
            if is_han || is_word && is_free {
                let start = Start {
                    at: self.at,
                    skip: offset,
                };
                self.skip = offset + piece.len_utf8();
                return Some(start);
            }
            is_free = follows_opening || !self.joins;
        }
        self.pass(c);
        None
    }
}
