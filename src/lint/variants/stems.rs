//! The stems that a Russian word form can have.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::spellings::Spelling;

/// A way to cut a word into stem and ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stem {
    /// How many bytes of the word are stem.
    pub length: usize,
    /// The patterns of declension that have this ending, one bit each.
    pub patterns: u64,
}

/// The least number of letters in a stem.
const SHORTEST: usize = 3;

/// All ways to cut a folded word. A word of another script is its own stem.
pub(crate) fn stems(key: &str, russian: bool) -> Vec<Stem> {
    if !russian {
        return vec![Stem {
            length: key.len(),
            patterns: u64::MAX,
        }];
    }
    let mut stems = Vec::new();
    let letters = key.chars().count();
    let cuts = [key.len()]
        .into_iter()
        .chain(key.char_indices().rev().map(|(at, _)| at));
    for (left_out, cut) in cuts.take(5).enumerate() {
        if letters - left_out < SHORTEST {
            break;
        }
        if let Some(&patterns) = ENDINGS.get(&key[cut..]) {
            let patterns = if is_bare(key, cut) {
                patterns & *BARE
            } else {
                patterns
            };
            stems.push(Stem {
                length: cut,
                patterns,
            });
        }
    }
    if stems.is_empty() {
        stems.push(Stem {
            length: key.len(),
            patterns: 0,
        });
    }
    stems
}

/// Whether a word has no ending and its stem ends in a vowel, as no genitive plural does.
fn is_bare(key: &str, cut: usize) -> bool {
    cut == key.len() && key.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я'])
}

/// The patterns whose nominative has no ending.
static BARE: LazyLock<u64> = LazyLock::new(|| {
    let bits = PATTERNS
        .iter()
        .enumerate()
        .filter(|(_, endings)| endings[0].is_empty());
    bits.fold(0, |mask, (bit, _)| mask | 1 << bit)
});

/// Whether two folded words can be forms of one word.
pub(crate) fn same_word(a: &str, b: &str, russian: bool) -> bool {
    a == b
        || russian
            && stems(a, true).iter().any(|x| {
                stems(b, true)
                    .iter()
                    .any(|y| x.patterns & y.patterns != 0 && a[..x.length] == b[..y.length])
            })
}

/// Whether two Russian spellings can be forms of one word.
pub(super) fn shares_stem(a: &Spelling, b: &Spelling) -> bool {
    a.stems.iter().any(|x| {
        let same = |y: &Stem| x.patterns & y.patterns != 0 && a.key[..x.length] == b.key[..y.length];
        b.stems.iter().any(same)
    })
}

/// The dictionary forms that a word with a stem can have: the nominatives of its patterns.
pub(crate) fn nominatives(key: &str, stem: &Stem) -> Vec<String> {
    let mut forms = Vec::new();
    for (_, nominatives) in PATTERNS
        .iter()
        .enumerate()
        .filter(|(bit, _)| stem.patterns >> bit & 1 == 1)
    {
        for ending in nominatives {
            let form = format!("{}{ending}", &key[..stem.length]);
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

/// The dictionary forms that a folded Russian word can have.
pub(crate) fn dictionary_forms(key: &str) -> Vec<String> {
    stems(key, true)
        .iter()
        .flat_map(|stem| nominatives(key, stem))
        .collect()
}

/// The endings of nominatives beside the first of a pattern: the genders and the plural of adjectives.
const OTHER_NOMINATIVES: [&str; 6] = ["ая", "яя", "ое", "ее", "ые", "ие"];

/// The nominative endings of each pattern.
static PATTERNS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let nominative = |(at, ending): (usize, &&str)| at == 0 || OTHER_NOMINATIVES.contains(ending);
    rows()
        .map(|endings| {
            let endings: Vec<&str> = endings.collect();
            let chosen = endings
                .iter()
                .enumerate()
                .filter(|&(at, ending)| nominative((at, ending)));
            chosen.map(|(_, ending)| *ending).collect()
        })
        .collect()
});

/// The endings of each pattern, the nominative first.
fn rows() -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
    let rows = include_str!("endings.csv")
        .lines()
        .filter(|row| !row.starts_with('#'));
    let lists = rows
        .skip(1)
        .map(|row| row.split_once(',').map_or("", |(_, list)| list));
    lists.map(|list| {
        list.split(' ')
            .map(|ending| if ending == "-" { "" } else { ending })
    })
}

static ENDINGS: LazyLock<HashMap<&'static str, u64>> = LazyLock::new(|| {
    let mut patterns: HashMap<&str, u64> = HashMap::new();
    for (bit, endings) in rows().enumerate() {
        for ending in endings {
            *patterns.entry(ending).or_default() |= 1 << bit;
        }
    }
    patterns
});
