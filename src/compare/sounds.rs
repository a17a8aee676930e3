//! Do two words sound alike, across scripts? Asked of many words at once, and answered generously: what sounds alike here may
//! still be two names, but what does not is hardly one.

use std::collections::BTreeSet;

use crate::lang::Script;
use crate::text::fold;
use crate::translit::han::Name;
use crate::translit::{Use, keys};

/// The least number of consonants of which the beginning of a word tells something.
const TELLING: usize = 2;

/// The sounds of the words of a side.
#[derive(Default)]
pub(super) struct Sounds {
    keys: BTreeSet<String>,
}

impl Sounds {
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Sounds {
        Sounds {
            keys: words.flat_map(heard).collect(),
        }
    }

    /// Whether one of the words sounds like this one, or begins like it: endings differ. What has no sound is not missed.
    pub(super) fn have(&self, word: &str) -> bool {
        let heard = heard(word);
        heard.iter().all(String::is_empty) || heard.iter().any(|key| self.has(key))
    }

    fn has(&self, key: &str) -> bool {
        let shorter =
            (TELLING..=key.len()).any(|end| key.is_char_boundary(end) && self.keys.contains(&key[..end]));
        // The ends of both may be endings.
        let begin = if key.len() > 2 * TELLING {
            &key[..key.len() - 1]
        } else {
            key
        };
        let longer = || {
            self.keys
                .range(begin.to_owned()..)
                .next()
                .is_some_and(|next| next.starts_with(begin))
        };
        shorter || (key.len() >= TELLING && longer()) || (key.len() < TELLING && self.keys.contains(key))
    }
}

/// The keys of a word, with the sounds that Chinese and others confuse as one. A word of Chinese characters is heard in Pinyin.
fn heard(word: &str) -> Vec<String> {
    let read = match Script::of_text(word) {
        Some(Script::Han) => Name::of(word, Use::Place).pinyin(),
        _ => fold(word),
    };
    keys(&read).iter().map(|key| loosened(key)).collect()
}

fn loosened(key: &str) -> String {
    let mut loose = String::new();
    for c in key.chars() {
        let c = match c {
            'r' => 'l',
            'x' => 's',
            'f' => 'p',
            other => other,
        };
        if !loose.ends_with(c) {
            loose.push(c);
        }
    }
    loose
}
