//! Where names may begin: the first letters of words, and Chinese characters.

use super::filter::{Filter, Next, Token, mixed};
use crate::lang::Script;
use crate::text::{Folded, is_gap, is_ignored, simplified};
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
    filter: Option<&'a Filter>,
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
enum Class {
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
    fn of(c: char) -> Class {
        match c {
            '\0'..='\x7f' => ASCII[c as usize],
            'А'..='я' | 'ё' | 'Ё' => Class::Letter,
            '\u{4e00}'..='\u{9fff}' => Class::Han,
            '‘' | '•' | '·' => Class::Opening,
            '“' | '”' | '«' | '»' | '„' | '…' | '、' | '。' | '《' | '》' | '，' | '：' | '；' | '！'
            | '？' | '（' | '）' => Class::Other,
            _ if is_gap(c) => Class::Other,
            _ if is_ignored(c) || is_combining_mark(c) => Class::Nothing,
            _ => Class::Rare,
        }
    }
}

impl<'a> Starts<'a> {
    pub(in crate::index) fn new(text: &'a str, filter: Option<&'a Filter>) -> Starts<'a> {
        Starts {
            text,
            filter,
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

    /// The next place whose word is not known to begin no name.
    pub(in crate::index) fn next(&mut self) -> Option<Start> {
        loop {
            if self.skip == 0 {
                self.pass_plain();
            }
            let c = self.text[self.at..].chars().next()?;
            let (at, is_free) = (self.at, !self.joins || self.follows_opening());
            match Class::of(c) {
                Class::Rare => {
                    if let Some(start) = self.within(c, is_free) {
                        return Some(start);
                    }
                    continue;
                }
                Class::Nothing | Class::Opening => {}
                Class::Other => self.joins = false,
                Class::Han => {
                    self.joins = false;
                    if self.may_begin_han(c) {
                        self.pass(c);
                        return Some(Start { at, skip: 0 });
                    }
                }
                Class::Letter => {
                    self.joins = true;
                    if is_free && self.may_begin() {
                        self.pass(c);
                        return Some(Start { at, skip: 0 });
                    }
                }
            }
            self.pass(c);
        }
    }

    fn pass(&mut self, c: char) {
        self.at += c.len_utf8();
        self.skip = 0;
    }

    /// Passes over ASCII in which no word begins that could be a name.
    fn pass_plain(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if byte >= 0x80 {
                return;
            }
            match ASCII[usize::from(byte)] {
                Class::Letter if !self.joins => {
                    if self.may_begin() {
                        return;
                    }
                    self.joins = true;
                }
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

    /// Whether the word that begins here may begin a name.
    fn may_begin(&self) -> bool {
        self.filter
            .is_none_or(|filter| filter.has_token(&Token::of_text(&self.text[self.at..])))
    }

    /// Whether the Chinese character here may begin a name, by what follows it.
    fn may_begin_han(&self, c: char) -> bool {
        let Some(filter) = self.filter else { return true };
        let first = simplified(c);
        let mut rest = self.text[self.at + c.len_utf8()..].chars();
        let mut follows = || match rest.next() {
            Some(c @ '\u{4e00}'..='\u{9fff}') => Next::Han(simplified(c)),
            // The fold leaves no gap beside a Chinese character.
            Some(c) if is_gap(c) || c == '…' => Next::Unknown,
            Some(c) if matches!(Class::of(c), Class::Letter | Class::Other) => Next::Other,
            _ => Next::Unknown,
        };
        filter.has_han(first, follows(), follows)
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

/// The folded form of a letter of class [`Class::Letter`].
pub(super) fn plain(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' | 'а'..='я' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        'А'..='Я' => char::from_u32(c as u32 + 0x20),
        'ё' | 'Ё' => Some('е'),
        _ => None,
    }
}

impl Token {
    /// The word that a text begins with; unknown if something in it or behind it is not plain.
    fn of_text(text: &str) -> Token {
        let bytes = text.as_bytes();
        let mut token = Token::default();
        let mut at = 0;
        token.is_lower =
            bytes[0].is_ascii_lowercase() || text.starts_with(|c: char| matches!(c, 'а'..='я' | 'ё'));
        while let Some(&byte) = bytes.get(at) {
            let c = match byte {
                0..=0x7f => match ASCII[usize::from(byte)] {
                    Class::Letter => char::from(byte | (byte & 0x40) >> 1),
                    Class::Other => break,
                    _ => return token.unknown(),
                },
                _ => {
                    let c = text[at..].chars().next().unwrap_or(' ');
                    at += c.len_utf8() - 1;
                    match (plain(c), Class::of(c)) {
                        (Some(plain), _) => plain,
                        (None, Class::Other | Class::Han) => break,
                        _ => return token.unknown(),
                    }
                }
            };
            token.hash = mixed(token.hash, c);
            at += 1;
        }
        token
    }
}
