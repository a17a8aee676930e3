//! The words of a text: runs of letters, with what stands around them.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

use crate::lang::Script;
use crate::text::{Span, fold};

/// A word in Latin or Cyrillic script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Where: bytes of the text, without a possessive `'s`.
    pub span: Span,
    /// The folded word.
    pub key: Cow<'a, str>,
    /// The script of its letters; `None` where two scripts are mixed.
    pub script: Option<Script>,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether all its letters are capitals, and there are two or more.
    pub all_capitals: bool,
    /// Whether a sentence, a line or a quotation begins with it.
    pub opens: bool,
    /// Whether only one space or hyphen lies between the word before and this one.
    pub follows: bool,
    /// The character that joins it to the word before, where it follows.
    pub joint: char,
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    // An English word has five letters and a space, a Russian one twelve bytes.
    let mut words: Vec<Word<'_>> = Vec::with_capacity(text.len() / 8);
    let mut last_end = 0;
    let mut at = 0;
    while let Some(start) = next_letter(text, at) {
        let letters = Letters::read(text, start);
        let end = if letters.are_plain {
            letters.end
        } else {
            word_end(text, letters.end)
        };
        let after_digit = start > 0 && text.as_bytes()[start - 1].is_ascii_digit();
        if !after_digit {
            let whole = Span { start, end };
            let mut word = if letters.are_plain {
                plain_word(text, whole, &letters)
            } else {
                word(text, whole)
            };
            word.place(text, last_end, words.is_empty());
            words.push(word);
        }
        last_end = end;
        at = end;
    }
    words
}

/// The first letter of a word from a byte on.
fn next_letter(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        match *bytes.get(at)? {
            byte if byte.is_ascii_alphabetic() => return Some(at),
            byte if byte.is_ascii() => at += 1,
            // The Chinese characters of most texts.
            0xe4..=0xe9 => at += 3,
            _ => {
                let c = text[at..].chars().next()?;
                if is_letter(c) {
                    return Some(at);
                }
                at += c.len_utf8();
            }
        }
    }
}

/// The letters that a word begins with, as far as they are those of the English and Russian alphabets without `ё`.
struct Letters {
    end: usize,
    /// Whether nothing follows that goes on with the word: no other letter, mark, apostrophe or invisible character.
    are_plain: bool,
    latin: usize,
    cyrillic: usize,
    capitals: usize,
    begins_with_capital: bool,
}

impl Letters {
    fn read(text: &str, start: usize) -> Letters {
        let bytes = text.as_bytes();
        let mut letters = Letters {
            end: start,
            are_plain: false,
            latin: 0,
            cyrillic: 0,
            capitals: 0,
            begins_with_capital: false,
        };
        loop {
            let at = letters.end;
            let (length, is_capital) = match bytes[at..] {
                [byte, ..] if byte.is_ascii_alphabetic() => {
                    letters.latin += 1;
                    (1, byte.is_ascii_uppercase())
                }
                [0xd0, next @ 0x90..=0xbf, ..] => {
                    letters.cyrillic += 1;
                    (2, next < 0xb0)
                }
                [0xd1, 0x80..=0x8f, ..] => {
                    letters.cyrillic += 1;
                    (2, false)
                }
                _ => break,
            };
            letters.capitals += usize::from(is_capital);
            letters.begins_with_capital |= is_capital && at == start;
            letters.end = at + length;
        }
        letters.are_plain = letters.end > start
            && match bytes.get(letters.end) {
                None => true,
                Some(b'\'' | b'`') => false,
                Some(byte) if byte.is_ascii() => true,
                // Chinese characters.
                Some(0xe4..=0xe9) => true,
                Some(_) => !text[letters.end..].starts_with(goes_on),
            };
        letters
    }

    fn count(&self) -> usize {
        self.latin + self.cyrillic
    }
}

/// Whether a character can go on with a word.
fn goes_on(c: char) -> bool {
    is_letter(c) || is_combining_mark(c) || is_invisible(c) || is_apostrophe(c)
}

/// Where a word ends of which all before `at` has been read.
fn word_end(text: &str, at: usize) -> usize {
    let mut end = at;
    for (offset, c) in text[at..].char_indices() {
        let here = at + offset;
        let joins = is_letter(c)
            || is_combining_mark(c)
            || is_invisible(c)
            || (is_apostrophe(c) && text[here + c.len_utf8()..].starts_with(is_letter));
        if !joins {
            break;
        }
        end = here + c.len_utf8();
    }
    end
}

/// A word of plain letters.
fn plain_word<'a>(text: &'a str, span: Span, letters: &Letters) -> Word<'a> {
    let written = span.of(text);
    Word {
        span,
        key: if letters.capitals == 0 {
            Cow::Borrowed(written)
        } else {
            Cow::Owned(fold(written))
        },
        script: match (letters.latin, letters.cyrillic) {
            (_, 0) => Some(Script::Latin),
            (0, _) => Some(Script::Cyrillic),
            _ => None,
        },
        capital: letters.begins_with_capital,
        all_capitals: letters.count() > 1 && letters.capitals == letters.count(),
        opens: false,
        follows: false,
        joint: '\0',
    }
}

/// Any other word.
fn word(text: &str, span: Span) -> Word<'_> {
    let bare = span.of(text).trim_end_matches(is_invisible);
    let bare = strip_possessive(bare);
    let mut scripts = bare.chars().filter_map(Script::of);
    let script = scripts.next();
    let same = scripts.all(|s| Some(s) == script);
    let letters = || bare.chars().filter(|c| c.is_alphabetic());
    Word {
        span: Span {
            start: span.start,
            end: span.start + bare.len(),
        },
        key: Cow::Owned(fold(bare)),
        script: if same { script } else { None },
        capital: letters().next().is_some_and(char::is_uppercase),
        all_capitals: letters().count() > 1 && letters().all(|c| !c.is_lowercase()),
        opens: false,
        follows: false,
        joint: '\0',
    }
}

impl Word<'_> {
    /// Notes what lies between the word before, which ends at a byte, and this one.
    fn place(&mut self, text: &str, last_end: usize, is_first: bool) {
        let start = self.span.start;
        let between = &text[last_end..start];
        let mut joint = between.chars();
        if let (Some(c @ (' ' | '-' | '\u{a0}' | '\n' | '‑')), None, false) =
            (joint.next(), joint.next(), is_first)
        {
            (self.follows, self.joint) = (true, c);
        }
        self.opens = is_first || between != " " && (opens(between) || begins_line(&text[..start], between));
    }
}

/// Whether what lies before a word lets a sentence, a line or a quotation begin.
fn opens(between: &str) -> bool {
    let period = between.contains(['!', '?', '…', ':', '“', '«', '"', '‘', '•', '—', '–', '|', '(']);
    period || between.trim_end().ends_with('.') || between.contains(". ")
}

/// From this length on, a line without a full stop is taken for a line of wrapped text, not for a heading.
const WRAPPED: usize = 60;

/// Whether a word begins a paragraph or a line, and not merely the next line of wrapped text.
fn begins_line(before: &str, between: &str) -> bool {
    if !between.contains('\n') {
        return false;
    }
    let lines = between.matches('\n').count();
    let last = before.trim_end().rsplit('\n').next().unwrap_or("");
    lines > 1 || last.chars().count() < WRAPPED || !last.ends_with(|c: char| c.is_lowercase() || c == ',')
}

fn is_letter(c: char) -> bool {
    matches!(Script::of(c), Some(Script::Latin | Script::Cyrillic))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | '´' | 'ʼ' | 'ʹ')
}

fn strip_possessive(word: &str) -> &str {
    ["'s", "’s", "'S", "’S", "`s", "´s"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word)
}
