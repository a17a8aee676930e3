//! Finding names in text: isonym, aho-corasick and daachorse in turn, over the same names and texts, in one process.
//!
//!     cargo run --release --bin scan -- [NAMES [MEGABYTES]]
//!
//! Names and texts are made up from syllables by a fixed rule, one name in about 400 bytes. The peers are given the names as they
//! are written and report leftmost-longest matches, of which those that break a word are dropped: that loses a few mentions
//! (a longer match that breaks a word hides a shorter one), which favours them. isonym finds other letter cases, joints and
//! inflected forms too, and says which entry is meant.

use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};
use isonym::{Glossary, Index, Script};

const ROUNDS: usize = 5;

fn main() {
    let mut args = std::env::args().skip(1).map(|arg| arg.parse().expect("a number"));
    let count: usize = args.next().unwrap_or(10_000);
    let megabytes: usize = args.next().unwrap_or(8);
    let names = names(count);
    let index = Index::build(&glossary(&names));
    let matchers = Matchers::new(&names);
    println!("{count} names, {megabytes} MB a text, MB/s (median of {ROUNDS}), matches in brackets");
    println!("text   isonym           aho-corasick     daachorse bytes  daachorse chars  × aho-corasick  × daachorse");
    for (title, langs) in [("en", &[0][..]), ("ru", &[1]), ("zh", &[2]), ("mixed", &[0, 1, 2])] {
        let text = text(&names, langs, megabytes * 1_000_000);
        let results = matchers.race(&index, &text);
        let cells: Vec<String> = results.iter().map(|(speed, found)| format!("{:<17}", format!("{speed:.0} ({found})"))).collect();
        let ratio = |other: f64| results[0].0 / other;
        println!("{title:<7}{}{:<16.1}{:.1}", cells.concat(), ratio(results[1].0), ratio(results[2].0.max(results[3].0)));
    }
}

/// Numbers that only look like chance (a linear congruence).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const LATIN: [&str; 32] = [
    "ba", "ve", "dor", "ka", "len", "mi", "no", "ra", "shch", "sta", "ter", "ul", "wa", "ye", "zhi", "ang", "ber", "chi", "do",
    "er", "fen", "gor", "ho", "in", "ja", "ko", "lia", "man", "ne", "ov", "pe", "ri",
];
const CYRILLIC: [&str; 32] = [
    "ба", "ве", "дор", "ка", "лен", "ми", "но", "ра", "ще", "ста", "тер", "уль", "ва", "ье", "жи", "анг", "бер", "чи", "до", "ер",
    "фен", "гор", "хо", "ин", "ча", "ко", "ля", "ман", "не", "ов", "пе", "ри",
];

fn word(chance: &mut Chance, syllables: &[&str], count: usize) -> String {
    (0..count).map(|_| chance.of(syllables)).collect()
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// A Chinese character of the block's first 3,000.
fn han(chance: &mut Chance) -> char {
    char::from_u32(0x4e00 + chance.below(3_000) as u32).expect("a character")
}

/// A third of the names in each script.
fn names(count: usize) -> [Vec<String>; 3] {
    let mut chance = Chance(7);
    let mut names: [Vec<String>; 3] = Default::default();
    for at in 0..count.div_ceil(3) {
        for (list, syllables) in [(0, &LATIN), (1, &CYRILLIC)] {
            let first = { let count = 3 + chance.below(2); capitalised(&word(&mut chance, syllables, count)) };
            let name = if at % 3 == 0 { format!("{first} {}", capitalised(&word(&mut chance, syllables, 3))) } else { first };
            names[list].push(name);
        }
        let length = 2 + chance.below(3);
        names[2].push((0..length.max(usize::from(count > 100_000) + 2)).map(|_| han(&mut chance)).collect());
    }
    for list in &mut names {
        list.sort();
        list.dedup();
    }
    names
}

fn glossary(names: &[Vec<String>; 3]) -> Glossary {
    let mut rows = String::from("id,kind,en,ru,zh\n");
    for (lang, list) in names.iter().enumerate() {
        for (at, name) in list.iter().enumerate() {
            let cells: Vec<&str> = (0..3).map(|column| if column == lang { name } else { "" }).collect();
            rows += &format!("n{lang}-{at},other,{}\n", cells.join(","));
        }
    }
    Glossary::from_csv(&rows).0
}

fn text(names: &[Vec<String>; 3], langs: &[usize], bytes: usize) -> String {
    let mut chance = Chance(11);
    let mut text = String::with_capacity(bytes + 500);
    while text.len() < bytes {
        let lang = langs[chance.below(langs.len())];
        let begin = text.len();
        while text.len() < begin + 400 {
            if lang == 2 {
                let length = 4 + chance.below(12);
                text.extend((0..length).map(|_| han(&mut chance)));
                text.push('，');
            } else {
                let length = 1 + chance.below(4);
                let word = word(&mut chance, [&LATIN, &CYRILLIC][lang], length);
                text.push_str(&if chance.below(10) == 0 { capitalised(&word) } else { word });
                text.push(if chance.below(12) == 0 { ',' } else { ' ' });
            }
        }
        text.push_str(&names[lang][chance.below(names[lang].len())]);
        text.push_str(if lang == 2 { "。" } else { ". " });
    }
    text
}

struct Matchers {
    nfa: AhoCorasick,
    bytewise: DoubleArrayAhoCorasick<u32>,
    charwise: CharwiseDoubleArrayAhoCorasick<u32>,
}

impl Matchers {
    fn new(names: &[Vec<String>; 3]) -> Matchers {
        let all: Vec<&String> = names.iter().flatten().collect();
        Matchers {
            nfa: AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .match_kind(MatchKind::LeftmostLongest)
                .build(&all)
                .expect("the names fit"),
            bytewise: DoubleArrayAhoCorasickBuilder::new()
                .match_kind(daachorse::MatchKind::LeftmostLongest)
                .build(&all)
                .expect("the names fit"),
            charwise: CharwiseDoubleArrayAhoCorasickBuilder::new()
                .match_kind(daachorse::MatchKind::LeftmostLongest)
                .build(&all)
                .expect("the names fit"),
        }
    }

    /// The speed of each in MB/s and what it found, the rounds of all interleaved.
    fn race(&self, index: &Index, text: &str) -> [(f64, usize); 4] {
        let is_name = |start: usize, end: usize| !breaks_word(text, start) && !breaks_word(text, end);
        let runs: [&dyn Fn() -> usize; 4] = [
            &|| index.mentions(text).len(),
            &|| self.nfa.find_iter(text).filter(|found| is_name(found.start(), found.end())).count(),
            &|| self.bytewise.leftmost_find_iter(text).filter(|found| is_name(found.start(), found.end())).count(),
            &|| self.charwise.leftmost_find_iter(text).filter(|found| is_name(found.start(), found.end())).count(),
        ];
        let mut times: [Vec<f64>; 4] = Default::default();
        let mut found = [0; 4];
        for _ in 0..ROUNDS {
            for (at, run) in runs.iter().enumerate() {
                let start = Instant::now();
                found[at] = run();
                times[at].push(start.elapsed().as_secs_f64());
            }
        }
        std::array::from_fn(|at| {
            times[at].sort_by(f64::total_cmp);
            (text.len() as f64 / 1e6 / times[at][ROUNDS / 2], found[at])
        })
    }
}

/// Whether a word in Latin or Cyrillic letters goes on over a place.
fn breaks_word(text: &str, at: usize) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && Script::of(c) != Some(Script::Han));
    is_word(text[..at].chars().next_back()) && is_word(text[at..].chars().next())
}
