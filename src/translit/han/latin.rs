//! Finding the syllables of a name that one of the systems has written.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::name::{Joint, Name, Unit};
use super::rows;
use super::syllable::{Reading, Syllable, Writing, unmarked};
use crate::translit::Use;

/// The names that a text can be, best first, as words of syllables: `Ch’eng-tu` is cheng du. Empty if the text is not made of
/// syllables of that system.
///
/// Apostrophes, hyphens and ъ divide. Where marks that tell syllables apart are missing (Wade–Giles without ’ and ü), every
/// syllable that may be meant is a candidate.
pub fn syllables(text: &str, writing: Writing, kind: Use, limit: usize) -> Vec<Name> {
    let marked = writing != Writing::WadeGiles || text.contains(APOSTROPHES) || text.contains('ü');
    let mut found: Vec<(u32, Vec<Unit>)> = vec![(0, Vec::new())];
    for (at, word) in text
        .split(char::is_whitespace)
        .filter(|word| !word.is_empty())
        .enumerate()
    {
        let surname = at == 0 && kind == Use::Person || kind == Use::Surname;
        let read = read_word(
            word,
            Keys {
                writing,
                marked,
                surname,
            },
            limit,
        );
        found = combine(&found, &read, limit);
    }
    found.retain(|(_, units)| !units.is_empty());
    found
        .into_iter()
        .map(|(_, units)| Name::from_units(units, kind))
        .collect()
}

const APOSTROPHES: [char; 7] = ['\'', '’', '‘', 'ʻ', 'ʼ', '`', '´'];

/// The longest run of letters that is searched for syllables.
const LONGEST_RUN: usize = 48;

type Ranked = (u32, Vec<Unit>);

fn combine(heads: &[Ranked], tails: &[Ranked], limit: usize) -> Vec<Ranked> {
    let pairs = heads
        .iter()
        .flat_map(|head| tails.iter().map(move |tail| (head, tail)));
    let mut found: Vec<Ranked> = pairs
        .map(|((cost, units), (more, rest))| (cost + more, units.iter().chain(rest).copied().collect()))
        .collect();
    found.sort_by_key(|(cost, _)| *cost);
    found.truncate(limit.max(1));
    found
}

#[derive(Clone, Copy)]
struct Keys {
    writing: Writing,
    marked: bool,
    surname: bool,
}

/// Reads a word: its parts between hyphens and dividing apostrophes one after the other.
fn read_word(word: &str, keys: Keys, limit: usize) -> Vec<Ranked> {
    let mut found: Vec<Ranked> = vec![(0, Vec::new())];
    for (at, part) in word.split(['-', '\u{2010}', '\u{2011}', '–']).enumerate() {
        let capital = part.chars().next().is_some_and(char::is_uppercase);
        let joint = match at {
            0 => Joint::Word,
            _ if capital && keys.writing == Writing::Pinyin => Joint::Hyphen,
            _ => Joint::Same,
        };
        let read: Vec<Ranked> = read_part(&folded(part), keys, limit)
            .into_iter()
            .map(|(cost, syllables)| (cost, units(&syllables, joint)))
            .collect();
        found = combine(&found, &read, limit);
    }
    found
}

fn units(syllables: &[Syllable], joint: Joint) -> Vec<Unit> {
    let joints = std::iter::once(joint).chain(std::iter::repeat(Joint::Same));
    let readings = syllables.iter().map(|&syllable| Reading { syllable, tone: 0 });
    readings
        .zip(joints)
        .map(|(reading, joint)| Unit {
            read: Ok(reading),
            joint,
        })
        .collect()
}

/// Lower case, one apostrophe sign, no tone marks and digits, ê as e, v and u: as ü.
fn folded(part: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(part.len());
    for c in part.chars().flat_map(char::to_lowercase) {
        match unmarked(c).0 {
            c if APOSTROPHES.contains(&c) => letters.push('\''),
            'ê' => letters.push('e'),
            'ŭ' | 'û' => letters.push('u'),
            'v' => letters.push('ü'),
            'ё' => letters.extend(['й', 'о']),
            '1'..='5' => {}
            ':' if letters.last() == Some(&'u') => {
                letters.pop();
                letters.push('ü');
            }
            c => letters.push(c),
        }
    }
    letters
}

/// The cheapest ways to divide a run of letters into syllables.
fn read_part(letters: &[char], keys: Keys, limit: usize) -> Vec<(u32, Vec<Syllable>)> {
    if letters.is_empty() || letters.len() > LONGEST_RUN {
        return Vec::new();
    }
    let index = &INDEX[keys.writing as usize];
    let mut best: Vec<Vec<(u32, Vec<Syllable>)>> = vec![Vec::new(); letters.len() + 1];
    best[0].push((0, Vec::new()));
    for start in 0..letters.len() {
        if best[start].is_empty() {
            continue;
        }
        if is_divider(letters, start) {
            let here = best[start].clone();
            best[start + 1].extend(here);
            continue;
        }
        for end in start + 1..=letters.len().min(start + LONGEST_KEY) {
            let Some(meant) = index.get(&letters[start..end]) else {
                continue;
            };
            let divided = divided_cost(letters, start, keys.writing);
            for &(syllable, stripped) in meant {
                let cost = 2 + divided + cost_of(syllable, stripped, start == 0, keys);
                let more: Vec<_> = best[start]
                    .iter()
                    .map(|(sum, syllables)| {
                        let mut syllables = syllables.clone();
                        syllables.push(syllable);
                        (sum + cost, syllables)
                    })
                    .collect();
                best[end].extend(more);
            }
            best[end].sort_by_key(|(cost, _)| *cost);
            best[end].dedup_by(|a, b| a.1 == b.1);
            best[end].truncate(limit.max(4));
        }
    }
    best.pop().unwrap_or_default()
}

/// The longest key of a syllable (`chʼuang`, `чжуань`).
const LONGEST_KEY: usize = 7;

fn is_divider(letters: &[char], at: usize) -> bool {
    at > 0 && matches!(letters[at], '\'' | 'ъ')
}

/// A syllable that begins with a vowel within a run would have had an apostrophe: dear in Pinyin, and after н in Palladius.
fn divided_cost(letters: &[char], start: usize, writing: Writing) -> u32 {
    let Some(before) = start.checked_sub(1).map(|at| letters[at]) else {
        return 0;
    };
    match writing {
        _ if matches!(before, '\'' | 'ъ') => 0,
        Writing::Palladius => 20 * u32::from(before == 'н' && "аеиоуэюя".contains(letters[start])),
        _ => 20 * u32::from("aoe".contains(letters[start])),
    }
}

/// A missing mark costs more where the writer sets marks elsewhere; a common surname costs less in its place.
fn cost_of(syllable: Syllable, stripped: bool, first: bool, keys: Keys) -> u32 {
    let mark = if !stripped {
        0
    } else if keys.marked {
        8
    } else {
        3
    };
    let surname = if first && keys.surname {
        rank_as_surname(syllable)
    } else {
        0
    };
    mark + surname
}

/// 0 for the syllables of the commonest surnames, more for the rarer ones.
fn rank_as_surname(syllable: Syllable) -> u32 {
    const COMMON: [&str; 60] = [
        "wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun", "ma",
        "zhu", "hu", "guo", "he", "lin", "gao", "luo", "zheng", "liang", "song", "xie", "tang", "deng",
        "cao", "peng", "zeng", "xiao", "tian", "pan", "yuan", "cai", "jiang", "yu", "du", "ye", "cheng",
        "su", "lü", "wei", "lu", "ding", "ren", "shen", "yao", "jin", "qiu", "kong", "ke", "you", "gu",
        "gui", "han", "fan", "hou", "shi", "meng", "qin",
    ];
    let rank = COMMON
        .iter()
        .position(|common| *common == syllable.written(Writing::Pinyin));
    rank.map_or(12, |rank| rank as u32 / 6)
}

/// For each system, the syllables that a run of letters may be, and whether marks are missing in it.
type Index = HashMap<Vec<char>, Vec<(Syllable, bool)>>;

static INDEX: LazyLock<[Index; 5]> = LazyLock::new(|| Writing::ALL.map(index));

fn index(writing: Writing) -> Index {
    let mut index = Index::new();
    let mut add = |key: Vec<char>, syllable: Syllable, stripped: bool| {
        let meant = index.entry(key).or_default();
        if !meant.iter().any(|(known, _)| *known == syllable) {
            meant.push((syllable, stripped));
        }
    };
    let order = |syllable: &Syllable| RARE.contains(&syllable.written(Writing::Pinyin));
    let mut all: Vec<Syllable> = Syllable::all().collect();
    all.sort_by_key(order);
    for &syllable in &all {
        add(folded(syllable.written(writing)), syllable, false);
    }
    for (spelling, syllable) in variants(writing) {
        add(spelling.chars().collect(), syllable, writing == Writing::Pinyin);
    }
    for &syllable in all.iter().filter(|_| writing != Writing::Palladius) {
        add(stripped(syllable.written(writing)), syllable, true);
    }
    index
}

/// Syllables of interjections and dialects, which names hardly have.
const RARE: [&str; 14] = [
    "lo", "yo", "yai", "e", "o", "den", "nun", "cei", "kei", "tei", "zhei", "rua", "pia", "fiao",
];

fn stripped(spelling: &str) -> Vec<char> {
    let plain = folded(spelling).into_iter().filter(|c| *c != '\'');
    plain.map(|c| if c == 'ü' { 'u' } else { c }).collect()
}

/// Further spellings that writers of a system use.
fn variants(writing: Writing) -> impl Iterator<Item = (&'static str, Syllable)> {
    const NAMES: [&str; 5] = ["pinyin", "wade-giles", "tongyong", "yale", "palladius"];
    rows(include_str!("variants.csv")).filter_map(move |row| {
        let mut cells = row.split(',');
        let mine = cells.next()? == NAMES[writing as usize];
        let spelling = cells.next()?;
        Some((spelling, Syllable::from_pinyin(cells.next()?)?)).filter(|_| mine)
    })
}
