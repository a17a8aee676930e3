//! The phonemic key: what is left of a name when everything is taken away that romanizations disagree about.

use super::sounds::{Reading, readings};

/// Most keys of one name.
const MOST: usize = 8;

/// The keys of a name. Spellings of one name in Latin and Cyrillic letters share at least one of them; names that share one
/// may still be different, so ask [`same`](crate::names::same) next.
///
/// A key has the consonants alone, those that romanizations confuse as one (b p · f v · d t · g k kh · s z ts · sh zh ch shch),
/// and `a` for a vowel at the beginning. Letters that are read in several ways (German ch, French ch) give several keys, the
/// commonest reading first.
///
/// ```
/// use isonym::translit::keys;
/// let shared = |a, b| keys(a).iter().any(|key| keys(b).contains(key));
/// assert!(shared("Хрущёв", "Chruschtschow"));
/// assert!(shared("Khrushchev", "Khrouchtchov"));
/// assert!(!shared("Хрущёв", "Ельцин"));
/// ```
pub fn keys(name: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for reading in readings(name) {
        for key in classes(&reading) {
            if !key.is_empty() && !found.contains(&key) {
                found.push(key);
            }
        }
        if found.len() >= MOST {
            break;
        }
    }
    found.truncate(MOST);
    found
}

/// The key that the commonest reading gives; empty for a name without letters that have a sound.
pub fn key(name: &str) -> String {
    keys(name).into_iter().next().unwrap_or_default()
}

fn classes(reading: &Reading) -> Vec<String> {
    let mut found = vec![String::new()];
    for sound in reading {
        let mut kinds: Vec<Option<char>> = Vec::new();
        for name in sound.each() {
            let kind = class(name);
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        found = found
            .iter()
            .flat_map(|key| kinds.iter().map(move |kind| with(key, *kind)))
            .take(MOST)
            .collect();
    }
    found
}

fn with(key: &str, class: Option<char>) -> String {
    match class {
        Some('a') if !key.is_empty() => key.to_owned(),
        Some(class) if !key.ends_with(class) => format!("{key}{class}"),
        _ => key.to_owned(),
    }
}

/// The class of a sound; the glide has none.
fn class(sound: char) -> Option<char> {
    Some(match sound {
        'A' | 'E' | 'I' | 'O' | 'U' => 'a',
        'P' | 'B' => 'p',
        'F' | 'V' => 'f',
        'T' | 'D' => 't',
        'K' | 'G' | 'H' => 'k',
        'S' | 'Z' | 'C' => 's',
        'X' | 'J' | 'Q' => 'x',
        'M' => 'm',
        'N' => 'n',
        'L' => 'l',
        'R' => 'r',
        _ => return None,
    })
}
