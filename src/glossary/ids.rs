//! Ids for rows that have none: readable, ASCII, made from a name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// An id made from the first of some names that is not empty, best in Latin letters.
///
/// Russian letters are written in Latin ones and Chinese characters by their numbers: an id need not be a standard's
/// romanization, only readable where it can be, and always the same.
pub(super) fn made<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or("");
    let mut id = String::new();
    for c in name.nfc().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => id.push(c),
            '\'' | '’' | 'ʼ' | 'ь' | 'ъ' => {}
            _ => match cyrillic(c) {
                Some(letters) => id.push_str(letters),
                None => push_other(&mut id, c),
            },
        }
    }
    let id = id.trim_matches('-');
    if id.is_empty() {
        "name".to_owned()
    } else {
        id.to_owned()
    }
}

fn push_other(id: &mut String, c: char) {
    let mut parts = std::iter::once(c)
        .nfkd()
        .filter(|&part| !is_combining_mark(part))
        .peekable();
    if parts.peek().is_some_and(char::is_ascii_alphanumeric) {
        id.extend(
            parts
                .filter(char::is_ascii_alphanumeric)
                .map(|c| c.to_ascii_lowercase()),
        );
    } else if c.is_alphabetic() {
        *id += &format!("u{:x}-", c as u32);
    } else if !id.ends_with('-') {
        id.push('-');
    }
}

fn cyrillic(c: char) -> Option<&'static str> {
    const LETTERS: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    match c {
        'ё' => Some("yo"),
        'а'..='я' => LETTERS.get(c as usize - 'а' as usize).copied(),
        _ => None,
    }
}
