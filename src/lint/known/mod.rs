//! Spellings that are known to exist: ordinary words, and names of people and places of all the world.
//!
//! The lists say that a spelling is no slip of the pen; they say nothing of what it names. They are sorted
//! text, embedded and searched as they are, so that a run pays only for the words that it asks about. Where
//! they come from stands in `glossaries/README.md`; `glossaries/build/known.py` makes them again.

use crate::lang::{Lang, Script};

/// How widely a name is known: 0 not at all, 9 in many languages.
pub(crate) fn name_rank(key: &str) -> u8 {
    let list = match Script::of_text(key) {
        Some(Script::Latin) => include_str!("names-latin.txt"),
        Some(Script::Cyrillic) => include_str!("names-cyrillic.txt"),
        Some(Script::Han) => include_str!("names-han.txt"),
        _ => return 0,
    };
    find(list, key).map_or(0, |count| count.parse().unwrap_or(1))
}

/// Whether a folded word is an ordinary word of the language (for Russian, its dictionary form).
pub(crate) fn is_word(key: &str, lang: Lang) -> bool {
    word_rank(key, lang) > 0
}

/// How common an ordinary word is: 0 for none; for Chinese the number of digits of how often it was counted.
pub(crate) fn word_rank(key: &str, lang: Lang) -> u8 {
    let list = match lang {
        Lang::En => include_str!("words-en.txt"),
        Lang::Ru => include_str!("words-ru.txt"),
        Lang::Zh => include_str!("words-zh.txt"),
    };
    find(list, key).map_or(0, |count| count.parse().unwrap_or(1))
}

/// The second column of the row with a key, in text whose lines are sorted by their bytes.
fn find(list: &'static str, key: &str) -> Option<&'static str> {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[..middle]
            .iter()
            .rposition(|&b| b == b'\n')
            .map_or(0, |at| at + 1);
        let end = bytes[middle..]
            .iter()
            .position(|&b| b == b'\n')
            .map_or(bytes.len(), |at| middle + at);
        let line = &bytes[start..end];
        let tab = line.iter().position(|&b| b == b'\t').unwrap_or(line.len());
        match line[..tab].cmp(key.as_bytes()) {
            std::cmp::Ordering::Equal => return Some(list[start + tab..end].trim_start()),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_list_is_found() {
        for (list, lang) in [
            ("words-en.txt", Lang::En),
            ("words-ru.txt", Lang::Ru),
            ("words-zh.txt", Lang::Zh),
        ] {
            let path = format!("{}/src/lint/known/{list}", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).unwrap();
            let words: Vec<&str> = text
                .lines()
                .map(|line| line.split('\t').next().unwrap())
                .collect();
            assert!(words.len() > 10_000 && words.is_sorted());
            assert!(words.iter().all(|word| is_word(word, lang)));
        }
    }
}
