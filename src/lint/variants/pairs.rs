//! Which spellings of an article lie near each other.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::kin::are_kin;
use super::slips::{Slip, slip};
use super::spellings::Spellings;
use super::stems::same_word;
use crate::lang::Script;
use crate::lint::mix::{MixMap, MixSet};

/// Two spellings that may be one name.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// The numbers of the two spellings.
    pub spellings: [usize; 2],
    /// How far their stems lie apart.
    pub slip: Slip,
    /// How many bytes of each spelling are stem.
    pub stems: [usize; 2],
}

/// The least number of letters that a spelling is compared by.
const SHORTEST: usize = 4;
/// Spellings that share a key with more others than this are not compared by it: no article has so many
/// variants of a name, and without a limit a list of ten thousand names would be quadratic.
const CROWD: usize = 24;

/// A spelling with more near ones than this is part of a list of look-alikes, not a name with variants.
const COMPANY: usize = 6;

/// All pairs that lie near each other, each once.
pub(crate) fn pairs(spellings: &Spellings) -> Vec<Pair> {
    // By key, a spelling and one of its stems.
    let mut keyed: Vec<(u64, (u32, u32))> = Vec::new();
    for (number, spelling) in spellings.list.iter().enumerate() {
        let length = spelling.key.chars().count();
        if length < SHORTEST && !(length + 1 == SHORTEST && spelling.hyphenated) {
            continue;
        }
        for (cut, stem) in spelling.stems.iter().enumerate() {
            let place = (number as u32, cut as u32);
            keys(&spelling.key[..stem.length], spelling.script, |key| {
                keyed.push((key, place));
            });
        }
    }
    let mut best: MixMap<[usize; 2], Pair> = MixMap::default();
    let mut met: MixSet<[(u32, u32); 2]> = MixSet::default();
    keyed.sort_unstable();
    let mut buckets: Vec<Vec<(u32, u32)>> = keyed
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|same| (2..=CROWD).contains(&same.len()))
        .map(|same| same.iter().map(|(_, place)| *place).collect())
        .collect();
    drop(keyed);
    // The result does not depend on the order of a hash table.
    buckets.sort_unstable();
    let mut company = vec![0; spellings.list.len()];
    for bucket in buckets {
        for (at, &x) in bucket.iter().enumerate() {
            for &y in &bucket[at + 1..] {
                let cuts = [x.min(y), x.max(y)];
                let crowded = company[x.0 as usize] >= COMPANY || company[y.0 as usize] >= COMPANY;
                if x.0 != y.0
                    && !crowded
                    && met.insert(cuts)
                    && let Some(pair) = pair(spellings, cuts)
                {
                    company[x.0 as usize] += 1;
                    company[y.0 as usize] += 1;
                    let old = best.entry(pair.spellings).or_insert_with(|| pair.clone());
                    if pair.slip.cost < old.slip.cost {
                        *old = pair;
                    }
                }
            }
        }
    }
    let mut pairs: Vec<Pair> = best.into_values().collect();
    pairs.sort_by_key(|pair| pair.spellings);
    pairs
}

fn pair(spellings: &Spellings, [x, y]: [(u32, u32); 2]) -> Option<Pair> {
    let (a, b) = (&spellings.list[x.0 as usize], &spellings.list[y.0 as usize]);
    let (cut_a, cut_b) = (a.stems[x.1 as usize], b.stems[y.1 as usize]);
    let russian = a.script == Script::Cyrillic;
    let agree =
        a.script == b.script && cut_a.patterns & cut_b.patterns != 0 || a.stems.len() + b.stems.len() == 2;
    if !agree
        || same_word(&a.key, &b.key, russian)
        || a.shouted != b.shouted && is_acronym_length(a.key.len().min(b.key.len()))
    {
        return None;
    }
    // Whoever writes capitals within a word means a brand.
    let branded = a.inner_capitals != b.inner_capitals && !a.shouted && !b.shouted;
    if branded || are_kin(a, b) {
        return None;
    }
    let slip = match (&a.spelt_out, &b.spelt_out) {
        (Some(plain), None) if *plain == b.key => Slip::of_a_system(),
        (None, Some(plain)) if *plain == a.key => Slip::of_a_system(),
        _ => slip(&a.key[..cut_a.length], &b.key[..cut_b.length])?,
    };
    Some(Pair {
        spellings: [x.0 as usize, y.0 as usize],
        slip,
        stems: [cut_a.length, cut_b.length],
    })
}

/// Whether a word is short enough that its capitals make it an abbreviation, not a headline's name.
fn is_acronym_length(bytes: usize) -> bool {
    bytes <= 5
}

/// Keys that near spellings share: the word without one of its letters, and the sequence of its consonants.
fn keys(word: &str, script: Script, mut put: impl FnMut(u64)) {
    let hash = |tag: u8, text: &str| {
        let mut hasher = DefaultHasher::new();
        (tag, text).hash(&mut hasher);
        hasher.finish()
    };
    put(hash(0, word));
    let mut without = String::with_capacity(word.len());
    let mut last = None;
    for (at, c) in word.char_indices() {
        if last != Some(c) {
            without.clear();
            without.push_str(&word[..at]);
            without.push_str(&word[at + c.len_utf8()..]);
            put(hash(0, &without));
        }
        last = Some(c);
    }
    if script == Script::Latin {
        // `j` and `x` are sibilants in some systems and not in others, `w` is a consonant or none.
        let letters: Vec<char> = ['j', 'x', 'w']
            .into_iter()
            .filter(|&c| word.contains(c))
            .collect();
        for subset in 0..1 << letters.len() {
            let silent = |c: char| {
                letters
                    .iter()
                    .position(|&l| l == c)
                    .is_some_and(|at| subset >> at & 1 == 1)
            };
            let skeleton = skeleton(word, silent);
            if skeleton.len() >= 2 {
                put(hash(1, &skeleton));
            }
        }
        put(hash(2, &by_ear(word)));
    }
}

/// A Latin spelling with the initials of Pinyin, Wade–Giles and English ears made one.
fn by_ear(word: &str) -> String {
    let groups = [
        ("hs", "sh"),
        ("x", "sh"),
        ("tch", "ch"),
        ("zh", "ch"),
        ("q", "ch"),
        ("j", "ch"),
        ("ts", "ch"),
        ("tz", "ch"),
        ("ung", "ong"),
    ];
    groups
        .iter()
        .fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
}

/// The consonants of a Latin spelling by rough class, as different systems would agree on them.
fn skeleton(word: &str, silent: impl Fn(char) -> bool) -> String {
    let mut skeleton = String::new();
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let breathed = chars.peek() == Some(&'h');
        let class = match c {
            'k' | 'g' if breathed => continue,
            'p' if breathed => 'f',
            _ if silent(c) => continue,
            'v' | 'w' | 'f' => 'f',
            'b' | 'p' => 'p',
            'd' | 't' => 't',
            'g' | 'k' | 'q' => 'k',
            's' | 'z' | 'c' | 'j' | 'x' => 's',
            'l' | 'r' | 'm' | 'n' => c,
            _ => continue,
        };
        // `ts`, `tsch`, `tch` are one sound.
        if class == 's' && skeleton.ends_with('t') {
            skeleton.pop();
        }
        if !skeleton.ends_with(class) {
            skeleton.push(class);
        }
    }
    skeleton
}
