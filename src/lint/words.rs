//! The words of a text: runs of letters, with what stands around them.

use unicode_normalization::char::is_combining_mark;

use crate::lang::Script;
use crate::text::{Span, fold};

/// A word in Latin or Cyrillic script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where: bytes of the text, without a possessive `'s`.
    pub span: Span,
    /// The folded word.
    pub key: String,
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
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut last_end = 0;
    while let Some((start, c)) = chars.next() {
        if !is_letter(c) {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            let joins = is_letter(c)
                || is_combining_mark(c)
                || is_invisible(c)
                || (is_apostrophe(c) && text[at + c.len_utf8()..].starts_with(is_letter));
            if !joins {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        let after_digit = text[..start].ends_with(|c: char| c.is_ascii_digit());
        if !after_digit {
            let between = &text[last_end..start];
            words.push(word(text, start, end, between, words.is_empty()));
        }
        last_end = end;
    }
    words
}

fn word(text: &str, start: usize, end: usize, between: &str, first: bool) -> Word {
    let whole = &text[start..end];
    let bare = whole.trim_end_matches(is_invisible);
    let bare = strip_possessive(bare);
    let span = Span {
        start,
        end: start + bare.len(),
    };
    let mut scripts = bare.chars().filter_map(Script::of);
    let script = scripts.next();
    let same = scripts.all(|s| Some(s) == script);
    let letters = || bare.chars().filter(|c| c.is_alphabetic());
    let mut joint = between.chars();
    let follows =
        !first && between.chars().count() == 1 && between.starts_with([' ', '-', '\u{a0}', '\n', '‑']);
    Word {
        span,
        key: fold(bare),
        script: if same { script } else { None },
        capital: letters().next().is_some_and(char::is_uppercase),
        all_capitals: letters().count() > 1 && letters().all(|c| !c.is_lowercase()),
        opens: first || between != " " && (opens(between) || begins_line(&text[..start], between)),
        follows,
        joint: if follows {
            joint.next().unwrap_or(' ')
        } else {
            '\0'
        },
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
