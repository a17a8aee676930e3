//! Finding names in text: isonym, aho-corasick and daachorse in turn, over the same names and texts, in one process.
//!
//!     cargo run --release --manifest-path benches/peers/Cargo.toml --bin scan -- [NAMES [MEGABYTES [FOLDER]]]
//!
//! At most half of the names are the shipped glossary's and the others made up from syllables by a fixed rule; so are the texts, with
//! one name in about 400 bytes. The peers are given the names as they are written and report leftmost-longest matches, of which those
//! that break a word are dropped: that loses a few mentions (a longer match that breaks a word hides a shorter one), which favours
//! them. isonym finds other letter cases, joints and inflected forms too, and knows which entry is meant. The time is that of the
//! thread on the processor. The variable TEXTS names other texts, files divided by colons. With a FOLDER, glossary, names and texts are written there for whole programs to be compared with.

use std::path::Path;
use std::time::Duration;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use cpu_time::ThreadTime;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};
use isonym::glossary::{Form, Status};
use isonym::{Glossary, Index, Lang, Script, fold};

const ROUNDS: usize = 7;
const TEXTS: [(&str, &[usize]); 4] = [("en", &[0]), ("ru", &[1]), ("zh", &[2]), ("mixed", &[0, 1, 2])];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, or| args.get(at).map_or(or, |arg| arg.parse().expect("a number"));
    let (count, megabytes) = (number(0, 10_000), number(1, 8));
    let names = names(count);
    let rows = rows(&names);
    if let Some(folder) = args.get(2) {
        return write(Path::new(folder), &names, &rows, megabytes);
    }
    let (index, built) = timed(|| Index::build(&Glossary::from_csv(&rows).0));
    let (_, tables) = timed(|| index.mentions(&" ".repeat(index.spellings() * 16)));
    let given: usize = names.iter().map(Vec::len).sum();
    println!("{given} names, {} spellings; index {:.2} s, tables {:.3} s", index.spellings(), built.as_secs_f64(), tables.as_secs_f64());
    let matchers = Matchers::new(&names);
    println!("{megabytes} MB a text, MB/s (median of {ROUNDS}), matches in brackets");
    println!("text   isonym           aho-corasick     daachorse bytes  daachorse chars  × aho-corasick  × daachorse");
    let given: Vec<(String, String)> = match std::env::var("TEXTS") {
        Ok(files) => files.split(':').map(|file| (file.to_string(), std::fs::read_to_string(file).expect("a text"))).collect(),
        Err(_) => TEXTS.iter().map(|&(title, langs)| (title.to_string(), text(&names, langs, megabytes * 1_000_000))).collect(),
    };
    for (title, text) in given {
        let results = matchers.race(&index, &text);
        let cells: Vec<String> = results.iter().map(|(speed, found)| format!("{:<17}", format!("{speed:.0} ({found})"))).collect();
        let ratio = |other: f64| results[0].0 / other;
        println!("{title:<7}{}{:<16.1}{:.1}", cells.concat(), ratio(results[1].0), ratio(results[2].0.max(results[3].0)));
        if results.iter().any(|&(_, found)| found != results[0].1) {
            matchers.differences(&index, &text);
        }
    }
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = ThreadTime::now();
    let result = run();
    (result, start.elapsed())
}

/// The glossary, the names one a line, and the texts, as files.
fn write(folder: &Path, names: &[Vec<String>; 3], rows: &str, megabytes: usize) {
    let put = |name: &str, content: &str| std::fs::write(folder.join(name), content).expect("the folder can be written");
    put("names.csv", rows);
    put("names.txt", &(names.concat().join("\n") + "\n"));
    for (title, langs) in TEXTS {
        put(&format!("{title}.txt"), &text(names, langs, megabytes * 1_000_000));
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

/// Names of the shipped glossary in a language and its script, as many as there are but at most so many, from all parts of it.
fn shipped(lang: Lang, most: usize) -> Vec<String> {
    let is_name = |text: &str| text.chars().count() > 2 && text.chars().all(|c| Script::of(c) == Some(lang.script()) || c == ' ') && !text.contains(['ё', 'Ё']);
    let mut seen = std::collections::HashSet::new();
    let mut all = Vec::new();
    for entry in isonym::shipped().entries() {
        let names = entry.names(lang).iter().filter(|name| name.status <= Status::Admitted && name.form == Form::Ordinary);
        all.extend(names.map(|name| name.text.clone()).filter(|text| is_name(text) && seen.insert(fold(text))));
    }
    let step = all.len().div_ceil(most).max(1);
    all.into_iter().step_by(step).collect()
}

/// A third of the names in each script.
fn names(count: usize) -> [Vec<String>; 3] {
    let mut chance = Chance(7);
    let each = count.div_ceil(3);
    let mut names = [Lang::En, Lang::Ru, Lang::Zh].map(|lang| shipped(lang, each / 2));
    let known = names.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..each - known {
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

fn rows(names: &[Vec<String>; 3]) -> String {
    let mut rows = String::from("id,kind,en,ru,zh\n");
    for (lang, list) in names.iter().enumerate() {
        for (at, name) in list.iter().enumerate() {
            let cells: Vec<&str> = (0..3).map(|column| if column == lang { name } else { "" }).collect();
            rows += &format!("n{lang}-{at},other,{}\n", cells.join(","));
        }
    }
    rows
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
        text.push_str(if lang == 2 { "。\n" } else { ".\n" });
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

    /// Prints some of what isonym finds and aho-corasick does not, or the reverse.
    fn differences(&self, index: &Index, text: &str) {
        use std::collections::BTreeSet;
        let is_name = |start: usize, end: usize| !breaks_word(text, start) && !breaks_word(text, end);
        let ours: BTreeSet<(usize, usize)> = index.mentions(text).iter().map(|found| (found.span.start, found.span.end)).collect();
        let theirs = self.nfa.find_iter(text).map(|found| (found.start(), found.end()));
        let theirs: BTreeSet<(usize, usize)> = theirs.filter(|&(start, end)| is_name(start, end)).collect();
        let show = |spans: Vec<&(usize, usize)>| {
            let texts: Vec<&str> = spans.iter().take(5).map(|&&(start, end)| &text[start..end]).collect();
            format!("{} ({})", spans.len(), texts.join(", "))
        };
        println!("       only isonym {}, only aho-corasick {}", show(ours.difference(&theirs).collect()), show(theirs.difference(&ours).collect()));
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
                let (count, time) = timed(run);
                found[at] = count;
                times[at].push(time.as_secs_f64());
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
