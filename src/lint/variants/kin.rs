//! Words of one stem that are no variants of one name.

use std::sync::LazyLock;

use super::spellings::Spelling;
use crate::known::is_word;
use crate::lang::{Lang, Script};

/// Whether two spellings are another form, another word or no Russian or English at all, rather than variants.
pub(super) fn are_kin(a: &Spelling, b: &Spelling) -> bool {
    let (a_key, b_key) = (a.key.as_str(), b.key.as_str());
    let plural_of = |longer: &Spelling, shorter: &Spelling| {
        longer.count <= shorter.count && plural(&longer.key, &shorter.key)
    };
    plural_of(a, b)
        || plural_of(b, a)
        || pairs().any(|(one, other)| swaps(a_key, b_key, one, other) || swaps(b_key, a_key, one, other))
        || (a.script == Script::Latin && is_english(a) && is_english(b))
        || (a.script == Script::Cyrillic
            && a_key.chars().next() != b_key.chars().next()
            && is_ordinary(a_key, b_key))
        || is_foreign(a_key)
        || is_foreign(b_key)
}

fn is_english(spelling: &Spelling) -> bool {
    let word = || is_word(&spelling.key, Lang::En);
    *spelling.english.get_or_init(word)
}

/// Whether one spelling is the rarer plural of the other: `Royces`, but not `Netherland` for `Netherlands`.
fn plural(longer: &str, shorter: &str) -> bool {
    longer
        .strip_prefix(shorter)
        .is_some_and(|end| end == "s" || end == "es")
        && shorter.len() > 3
        && !shorter.ends_with('s')
}

fn swaps(a: &str, b: &str, one: &str, other: &str) -> bool {
    a.strip_suffix(one)
        .is_some_and(|stem| stem.len() > 3 && b.strip_suffix(other) == Some(stem))
}

/// Whether one of two spellings that begin differently is an ordinary word: Большой and Польша.
fn is_ordinary(a: &str, b: &str) -> bool {
    is_word(a, Lang::Ru) || is_word(b, Lang::Ru)
}

/// Letters of Ukrainian and Belarusian: the word is quoted from another language.
fn is_foreign(key: &str) -> bool {
    key.contains(['і', 'ї', 'є', 'ґ', 'ў'])
}

fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAIRS.iter().copied()
}

static PAIRS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let ending = |cell: &'static str| if cell == "-" { "" } else { cell };
    let rows = include_str!("kin.csv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .skip(1);
    rows.filter_map(|row| row.split_once(','))
        .map(|(one, other)| (ending(one), ending(other)))
        .collect()
});
