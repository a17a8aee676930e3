//! Spellings that are one or two slips away.

use fst::raw::{CompiledAddr, Fst, Output};

use super::layer::Layer;
use super::{Block, Index, Reading, one_slip};

/// A spelling near the one that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The folded spelling that the index knows.
    pub key: String,
    /// How many insertions, deletions, substitutions and transpositions of neighbours lie between.
    pub distance: usize,
    /// What it can mean.
    pub readings: Vec<Reading>,
}

impl Index {
    /// The spellings within a number of slips of a folded key, nearest first; names that only answer questions are left out.
    /// Characters of the East do not count as slips of a key in letters.
    pub fn near(&self, key: &str, most: usize) -> Vec<Near> {
        self.near_of(key, most, |reading| !self.only_asked(reading))
    }

    /// The spellings that begin with some text and are one slip from another one behind it, in folded keys; names that only answer
    /// questions are left out.
    pub(crate) fn near_behind(&self, right: &str, wanted: &str) -> Vec<Near> {
        let key = [right, wanted].concat();
        self.near_in_part(|layer| one_slip::behind(layer, &key, right.chars().count()))
    }

    /// The same of spellings that end with some text.
    pub(crate) fn near_before(&self, wanted: &str, right: &str) -> Vec<Near> {
        let key = [wanted, right].concat();
        self.near_in_part(|layer| one_slip::before(layer, &key, right.chars().count()))
    }

    fn near_in_part(&self, near: impl Fn(&Layer) -> Vec<(String, u64)>) -> Vec<Near> {
        let mut found = Vec::new();
        for layer in self.layers.iter().rev() {
            let near = near(layer).into_iter();
            found.extend(near.filter_map(|(key, value)| {
                self.near_spelling(layer, &key, 1, value, |reading| !self.only_asked(reading))
            }));
        }
        found.sort_by(|a, b| a.key.cmp(&b.key));
        found
    }

    /// A spelling of a layer with its readings of a kind, if it has any.
    fn near_spelling(
        &self,
        layer: &Layer,
        key: &str,
        distance: usize,
        value: u64,
        is_wanted: impl Fn(Reading) -> bool,
    ) -> Option<Near> {
        let readings: Vec<Reading> = layer
            .readings(value)
            .filter(|&reading| !self.hidden(reading.entry) && is_wanted(reading))
            .collect();
        (!readings.is_empty()).then(|| Near {
            key: key.to_owned(),
            distance,
            readings,
        })
    }

    /// Calls `found` with what the spellings of Chinese characters mean that are two texts with one character between them, of
    /// those that `fits` takes; names that only answer questions are left out. `room` is used again from one call to the next.
    pub(crate) fn between(
        &self,
        before: &str,
        after: &str,
        room: &mut Vec<u8>,
        mut fits: impl FnMut(char) -> bool,
        mut found: impl FnMut(Reading),
    ) {
        for layer in &self.layers {
            layer.holes().between(before, after, room, &mut |c| {
                let key = || [before, c.encode_utf8(&mut [0; 4]), after].concat();
                let value = fits(c).then(key).and_then(|key| layer.get(&key));
                let readings = value.into_iter().flat_map(|value| layer.readings(value));
                readings
                    .filter(|&reading| !self.hidden(reading.entry) && !self.only_asked(reading))
                    .for_each(&mut found);
            });
        }
    }

    /// The spellings within a number of slips of a folded key that have readings of a kind, nearest first.
    pub(super) fn near_of(&self, key: &str, most: usize, is_wanted: impl Fn(Reading) -> bool) -> Vec<Near> {
        let wanted: Vec<char> = key.chars().collect();
        let mut found: Vec<Near> = Vec::new();
        for layer in self.layers.iter().rev() {
            let mut take = |key: &str, distance, value| {
                found.extend(self.near_spelling(layer, key, distance, value, &is_wanted));
            };
            match most {
                0 | 1 => one_slip::run(layer, key, most, &mut take),
                2 => two_slips(layer, &wanted, &mut take),
                _ => Walk::new(layer.fst(), &wanted, &|_| most).run(&mut take),
            }
        }
        found.sort_by(|a, b| (a.distance, &a.key).cmp(&(b.distance, &b.key)));
        found
    }
}

/// The last byte that characters of spellings near a key begin with.
pub(super) fn last_lead(key: &str) -> u8 {
    const LAST_OF_LETTERS: u8 = 0xe2;
    let eastern = key.bytes().any(|byte| byte > LAST_OF_LETTERS);
    if eastern { u8::MAX } else { LAST_OF_LETTERS }
}

/// The number of slips between two words: insertions, deletions, substitutions and transpositions of
/// neighbouring characters, each counted once.
///
/// ```
/// assert_eq!(isonym::index::distance("москва", "масква"), 1);
/// assert_eq!(isonym::index::distance("willimas", "williams"), 1);
/// ```
pub fn distance(a: &str, b: &str) -> usize {
    let wanted: Vec<char> = a.chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=wanted.len()).collect()];
    let mut last = None;
    for c in b.chars() {
        let row = next_row(&wanted, &rows, c, last);
        rows.push(row);
        last = Some(c);
    }
    rows[rows.len() - 1][wanted.len()]
}

/// Two slips lie on both sides of a word's middle, so that each side has at most one, or both on one side of it, and the other
/// side is right: the first side is followed with at most one slip, and then the second one, from the end, with none.
fn two_slips(layer: &Layer, wanted: &[char], found: &mut dyn FnMut(&str, usize, u64)) {
    let half = wanted.len() / 2;
    let mut near = Vec::new();
    Walk::new(layer.fst(), wanted, &|at| if at <= half { 1 } else { 2 })
        .run(&mut |key, distance, value| near.push((key.to_owned(), distance, value)));
    let turned: Vec<char> = wanted.iter().rev().copied().collect();
    let right = wanted.len() - half;
    Walk::new(layer.turned(), &turned, &|at| if at < right { 0 } else { 2 }).run(&mut |key, distance, _| {
        let key: String = key.chars().rev().collect();
        near.extend(layer.get(&key).map(|value| (key, distance, value)));
    });
    near.sort_unstable();
    near.dedup_by(|later, earlier| later.0 == earlier.0);
    near.iter()
        .for_each(|(key, distance, value)| found(key, *distance, *value));
}

/// A depth-first walk through a map that keeps one row of the distance table a character.
struct Walk<'a> {
    fst: &'a Fst<Block>,
    wanted: &'a [char],
    /// How many slips there may be up to a place of the wanted word.
    most: &'a dyn Fn(usize) -> usize,
    last_lead: u8,
    key: String,
    rows: Vec<Vec<usize>>,
}

impl<'a> Walk<'a> {
    fn new(fst: &'a Fst<Block>, wanted: &'a [char], most: &'a dyn Fn(usize) -> usize) -> Walk<'a> {
        Walk {
            fst,
            wanted,
            most,
            last_lead: last_lead(&String::from_iter(wanted)),
            key: String::new(),
            rows: vec![(0..=wanted.len()).collect()],
        }
    }

    fn run(&mut self, found: &mut dyn FnMut(&str, usize, u64)) {
        let root = self.fst.root().addr();
        self.node(root, Output::zero(), &mut Vec::new(), found);
    }

    /// `pending` holds the bytes of a character that is not complete yet.
    fn node(
        &mut self,
        addr: CompiledAddr,
        output: Output,
        pending: &mut Vec<u8>,
        found: &mut dyn FnMut(&str, usize, u64),
    ) {
        let node = self.fst.node(addr);
        let end = self.wanted.len();
        let here = self.rows[self.rows.len() - 1][end];
        if node.is_final() && pending.is_empty() && here <= (self.most)(end) {
            found(&self.key, here, output.cat(node.final_output()).value());
        }
        for transition in node.transitions() {
            if pending.is_empty() && transition.inp > self.last_lead {
                break;
            }
            pending.push(transition.inp);
            let output = output.cat(transition.out);
            match std::str::from_utf8(pending)
                .ok()
                .and_then(|text| text.chars().next())
            {
                None => self.node(transition.addr, output, pending, found),
                Some(c) => {
                    let row = next_row(self.wanted, &self.rows, c, self.key.chars().next_back());
                    if row
                        .iter()
                        .enumerate()
                        .any(|(at, &least)| least <= (self.most)(at))
                    {
                        self.rows.push(row);
                        self.key.push(c);
                        self.node(transition.addr, output, &mut Vec::new(), found);
                        self.key.pop();
                        self.rows.pop();
                    }
                }
            }
            pending.pop();
        }
    }
}

/// The next row of the distance table after a character, with transpositions of neighbours.
fn next_row(wanted: &[char], rows: &[Vec<usize>], c: char, last: Option<char>) -> Vec<usize> {
    let above = &rows[rows.len() - 1];
    let mut row = Vec::with_capacity(above.len());
    row.push(rows.len());
    for at in 1..above.len() {
        let same = usize::from(wanted[at - 1] != c);
        let mut best = (above[at - 1] + same).min(above[at] + 1).min(row[at - 1] + 1);
        if at > 1 && rows.len() > 1 && last == Some(wanted[at - 1]) && wanted[at - 2] == c {
            best = best.min(rows[rows.len() - 2][at - 2] + 1);
        }
        row.push(best);
    }
    row
}
