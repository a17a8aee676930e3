//! The stems that a Russian word form can have.

use std::collections::HashMap;
use std::sync::LazyLock;

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
    let letters: Vec<usize> = key.char_indices().map(|(at, _)| at).chain([key.len()]).collect();
    for &cut in letters.iter().rev().take(5) {
        let long_enough = letters.iter().filter(|&&at| at < cut).count() >= SHORTEST;
        if long_enough && let Some(&patterns) = ENDINGS.get(&key[cut..]) {
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

static ENDINGS: LazyLock<HashMap<&'static str, u64>> = LazyLock::new(|| {
    let mut endings: HashMap<&str, u64> = HashMap::new();
    let rows = include_str!("endings.csv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .skip(1);
    for (bit, row) in rows.enumerate() {
        for ending in row.split_once(',').map_or("", |(_, list)| list).split(' ') {
            *endings
                .entry(if ending == "-" { "" } else { ending })
                .or_default() |= 1 << bit;
        }
    }
    endings
});
