//! Names a slip away among many: isonym's index against the symspell crate, in one interleaved run.
//!
//!     benches/rows.sh 33334 > many.csv
//!     cargo run --release --manifest-path benches/peers/Cargo.toml --bin fuzzy many.csv
//!
//! Symspell is given the folded names alone, and isonym finds all spellings of them: case forms and conversions, too. How many
//! names a brute search finds near some of the queries, and how many of these both find, is the recall.

use std::collections::HashSet;
use std::time::Instant;

use isonym::index::distance;
use isonym::{Glossary, Index, Lang, fold};
use symspell::{SymSpell, SymSpellBuilder, UnicodeStringStrategy, Verbosity};

const QUERIES: usize = 2000;
const SEARCHED: usize = 60;
const ROUNDS: usize = 9;

fn main() {
    let path = std::env::args().nth(1).expect("the path of a glossary");
    let text = std::fs::read_to_string(path).expect("the glossary can be read");
    let (glossary, _) = Glossary::from_csv(&text);
    let index = Index::build(&glossary);
    let of = |lang| {
        let entries = glossary.entries().iter().flat_map(move |entry| entry.names(lang));
        entries.map(|name| fold(&name.text)).collect::<Vec<String>>()
    };
    let names = Lang::ALL.map(of);
    let mut symspell: SymSpell<UnicodeStringStrategy> = SymSpellBuilder::default()
        .max_dictionary_edit_distance(1)
        .count_threshold(0)
        .build()
        .expect("a dictionary");
    for name in names.iter().flatten() {
        symspell.load_dictionary_line(&format!("{name}\t1"), 0, 1, "\t");
    }
    println!("{} names, {} spellings", names.iter().map(Vec::len).sum::<usize>(), index.spellings());
    println!("script  isonym µs  symspell µs  ratio  near by brute search  isonym  symspell");
    for (lang, names) in Lang::ALL.iter().zip(&names) {
        let queries = queries(names);
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(time(&queries, |query| index.near(query, 1).len()));
            theirs.push(time(&queries, |query| symspell.lookup(query, Verbosity::All, 1).len()));
        }
        let (ours, theirs) = (median(ours), median(theirs));
        let mut count = [0; 3];
        for query in &queries[..SEARCHED] {
            let near: HashSet<&str> =
                names.iter().map(String::as_str).filter(|name| distance(name, query) <= 1).collect();
            let by_us: HashSet<String> = index.near(query, 1).into_iter().map(|near| near.key).collect();
            let by_them: HashSet<String> =
                symspell.lookup(query, Verbosity::All, 1).into_iter().map(|found| found.term).collect();
            count[0] += near.len();
            count[1] += near.iter().filter(|name| by_us.contains(**name)).count();
            count[2] += near.iter().filter(|name| by_them.contains(**name)).count();
        }
        let [near, by_us, by_them] = count;
        let ratio = theirs / ours;
        println!("{:6}  {ours:9.2}  {theirs:11.2}  {ratio:5.1}  {near:20}  {by_us:6}  {by_them:8}", lang.code());
    }
}

/// Names with one slip each, of all four kinds.
fn queries(names: &[String]) -> Vec<String> {
    let step = (names.len() / QUERIES).max(1);
    let slip = |(number, name): (usize, &String)| {
        let mut letters: Vec<char> = name.chars().collect();
        let at = number * 7 % letters.len();
        let other = names[number * 31 % names.len()].chars().next().unwrap_or('x');
        match number % 4 {
            0 => letters[at] = other,
            1 => letters.insert(at, other),
            2 if letters.len() > 1 => drop(letters.remove(at)),
            _ if at > 0 => letters.swap(at - 1, at),
            _ => letters.push(other),
        }
        letters.into_iter().collect()
    };
    names.iter().step_by(step).take(QUERIES).enumerate().map(slip).collect()
}

/// Microseconds a query.
fn time(queries: &[String], mut answer: impl FnMut(&str) -> usize) -> f64 {
    let start = Instant::now();
    let found: usize = queries.iter().map(|query| answer(query)).sum();
    assert!(found > 0);
    start.elapsed().as_secs_f64() * 1e6 / queries.len() as f64
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
