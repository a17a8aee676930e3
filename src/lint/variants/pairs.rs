//! Which spellings of an article lie near each other.

use foldhash::{HashMap, HashSet};

use super::kin::are_kin;
use super::slips::{Slip, slip};
use super::spellings::Spellings;
use super::stems::shares_stem;
use crate::lang::Script;

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
    let mut keys = Keys::default();
    for (number, spelling) in spellings.list.iter().enumerate() {
        let length = spelling.key.chars().count();
        if length < SHORTEST && !(length + 1 == SHORTEST && spelling.hyphenated) {
            continue;
        }
        for (cut, stem) in spelling.stems.iter().enumerate() {
            let place = (number as u32, cut as u32);
            let stem = &spelling.key[..stem.length];
            keys.of(stem, spelling.script, |key| keyed.push((key, place)));
        }
    }
    let mut best: HashMap<[usize; 2], Pair> = HashMap::default();
    let mut met: HashSet<[(u32, u32); 2]> = HashSet::default();
    keep_repeated(&mut keyed);
    keyed.sort_unstable();
    let mut buckets: Vec<&[(u64, (u32, u32))]> = keyed
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|same| (2..=CROWD).contains(&same.len()))
        .collect();
    // The result does not depend on what the hashes are.
    buckets.sort_unstable_by(|a, b| places(a).cmp(places(b)));
    let mut company = vec![0; spellings.list.len()];
    for bucket in buckets {
        for (at, &(_, x)) in bucket.iter().enumerate() {
            for &(_, y) in &bucket[at + 1..] {
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

/// Leaves out keys that stand once, as most do: counted in a table in which strangers may share a place.
fn keep_repeated(keyed: &mut Vec<(u64, (u32, u32))>) {
    let mut counts = vec![0u8; (4 * keyed.len()).next_power_of_two()];
    let mask = counts.len() - 1;
    let place = |key: u64| (key >> 32) as usize & mask;
    for &(key, _) in keyed.iter() {
        let count = &mut counts[place(key)];
        *count = count.saturating_add(1);
    }
    keyed.retain(|&(key, _)| counts[place(key)] > 1);
}

/// The spellings of a bucket, each with its stem.
fn places(bucket: &[(u64, (u32, u32))]) -> impl Iterator<Item = &(u32, u32)> {
    bucket.iter().map(|(_, place)| place)
}

fn pair(spellings: &Spellings, [x, y]: [(u32, u32); 2]) -> Option<Pair> {
    let (a, b) = (&spellings.list[x.0 as usize], &spellings.list[y.0 as usize]);
    let (cut_a, cut_b) = (a.stems[x.1 as usize], b.stems[y.1 as usize]);
    let russian = a.script == Script::Cyrillic;
    let agree =
        a.script == b.script && cut_a.patterns & cut_b.patterns != 0 || a.stems.len() + b.stems.len() == 2;
    if !agree
        || a.key == b.key
        || russian && shares_stem(a, b)
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

/// Makes the keys that near spellings share: the word without one of its letters, the sequence of its consonants, and
/// how it sounds to English ears.
#[derive(Default)]
struct Keys {
    /// The hashes of the word's beginnings.
    beginnings: Vec<u64>,
    letters: Vec<char>,
    skeleton: String,
}

/// What the hash of a row of letters is multiplied with for each further letter.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

impl Keys {
    fn of(&mut self, word: &str, script: Script, mut put: impl FnMut(u64)) {
        self.letters.clear();
        self.letters.extend(word.chars());
        let whole = self.hash_beginnings();
        put(key(0, whole));
        self.without_a_letter(whole, |hash| put(key(0, hash)));
        if script == Script::Latin {
            self.by_consonants(word, |hash| put(key(1, hash)));
            put(key(2, by_ear(word).map_or(whole, |word| hash(word.chars()))));
        }
    }

    fn hash_beginnings(&mut self) -> u64 {
        self.beginnings.clear();
        let mut sum = 0;
        self.beginnings.push(sum);
        for &c in &self.letters {
            sum = step(sum, c);
            self.beginnings.push(sum);
        }
        sum
    }

    /// The hashes of the word without each of its letters, without the second of two equal ones only once.
    fn without_a_letter(&self, whole: u64, mut put: impl FnMut(u64)) {
        // The power of the base that stands with the letter.
        let mut power: u64 = 1;
        for at in (0..self.letters.len()).rev() {
            if at == 0 || self.letters[at - 1] != self.letters[at] {
                let before = self.beginnings[at].wrapping_mul(power);
                let after = whole.wrapping_sub(self.beginnings[at + 1].wrapping_mul(power));
                put(before.wrapping_add(after));
            }
            power = power.wrapping_mul(BASE);
        }
    }

    fn by_consonants(&mut self, word: &str, mut put: impl FnMut(u64)) {
        // `j` and `x` are sibilants in some systems and not in others, `w` is a consonant or none.
        const DOUBTFUL: [char; 3] = ['j', 'x', 'w'];
        let doubtful = DOUBTFUL.map(|c| word.contains(c));
        let subset = |number: usize, at: usize| number >> at & 1 == 1;
        // Each subset of the doubtful letters that the word has.
        for number in (0..1 << DOUBTFUL.len()).filter(|&n| (0..3).all(|at| doubtful[at] || !subset(n, at))) {
            let silent = |c: char| (0..3).any(|at| DOUBTFUL[at] == c && subset(number, at));
            write_skeleton(&self.letters, silent, &mut self.skeleton);
            if self.skeleton.len() >= 2 {
                put(hash(self.skeleton.chars()));
            }
        }
    }
}

/// The hash of a row of letters and one more.
fn step(sum: u64, c: char) -> u64 {
    sum.wrapping_mul(BASE).wrapping_add(u64::from(u32::from(c)))
}

fn hash(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0, step)
}

/// The key of a hash of some sort.
fn key(sort: u64, hash: u64) -> u64 {
    (hash ^ sort << 61).wrapping_mul(BASE)
}

/// A Latin spelling with the initials of Pinyin, Wade–Giles and English ears made one, where it has any of them.
fn by_ear(word: &str) -> Option<String> {
    const GROUPS: [(&str, &str); 9] = [
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
    // All groups have a rare letter or begin with one of these pairs.
    let may_have = word.bytes().any(|byte| b"xqjz".contains(&byte))
        || word
            .as_bytes()
            .windows(2)
            .any(|pair| matches!(pair, b"hs" | b"ts" | b"tc" | b"un"));
    may_have.then(|| {
        GROUPS
            .iter()
            .fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
    })
}

/// The consonants of a Latin spelling by rough class, as different systems would agree on them.
fn write_skeleton(letters: &[char], silent: impl Fn(char) -> bool, skeleton: &mut String) {
    skeleton.clear();
    for (at, &c) in letters.iter().enumerate() {
        let breathed = letters.get(at + 1) == Some(&'h');
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
}
