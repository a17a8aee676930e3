//! Making the tables of a layer.

use fst::Streamer;

use super::hash::{bytes_of, of_character, of_first_run, of_pair, of_triple, with_han, with_run};
use super::openings::{Letters, Opened};
use super::set::set_of;
use super::starts::Class;
use super::table::{GOES_ON, GOES_ON_ODDLY, Node, START, TOO_LONG, slots_of, together};
use crate::index::layer::Layer;
use crate::index::needs::Needs;
use crate::lang::Script;
use crate::text::simplified;

/// The tables of a layer; none if they would be too large.
pub(in crate::index) fn build(layer: &Layer) -> Option<Vec<u8>> {
    let mut builder = Builder::new();
    let needs = layer.needs_of_names();
    let mut keys = layer.fst().stream();
    while let Some((key, value)) = keys.next() {
        let key = std::str::from_utf8(key).unwrap_or_default();
        if let Some(needs) = layer.needs(&needs, value.value()) {
            builder.add(key, value.value(), needs);
        }
    }
    builder.done()
}

/// A part of a folded name that the tables know about.
enum Unit<'k> {
    /// ASCII letters and digits, and `а`–`я`.
    Run(&'k str),
    Han(char),
    /// Anything else.
    Odd,
}

/// The units of a folded name, spaces between two runs left out.
struct Units<'k> {
    key: &'k str,
    at: usize,
}

impl<'k> Iterator for Units<'k> {
    type Item = Unit<'k>;

    fn next(&mut self) -> Option<Unit<'k>> {
        let rest = &self.key[self.at..];
        let rest = if self.at > 0 {
            rest.strip_prefix(' ').unwrap_or(rest)
        } else {
            rest
        };
        self.at = self.key.len() - rest.len();
        let first = rest.chars().next()?;
        if is_han(first) {
            self.at += first.len_utf8();
            return Some(Unit::Han(first));
        }
        let length = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        let (run, rest) = rest.split_at(length);
        // What comes behind may be a letter too, one that is seen as rare in a text.
        let ends = rest
            .chars()
            .next()
            .is_none_or(|c| is_han(c) || Class::of(c) == Class::Other);
        if run.is_empty() || !ends {
            return Some(Unit::Odd);
        }
        self.at += length;
        Some(Unit::Run(run))
    }
}

fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9' | 'а'..='я')
}

/// Whether a character of a key may be written by one of the block that [`Class::Han`] is.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}') && Script::of(c) == Some(Script::Han)
}

struct Builder {
    /// By simplified character, the traditional ones.
    variants: Vec<(char, char)>,
    any: Vec<u64>,
    small: Vec<u64>,
    latin: Opened,
    cyrillic: Opened,
    pairs: Vec<u64>,
    enough: Vec<u64>,
    triples: Vec<u64>,
    single: Vec<u64>,
    has_lone: bool,
    nodes: Vec<Node>,
    /// The beginnings of the name before: hash and node. Names come in order and often begin alike.
    open: Vec<(u64, usize)>,
    records: Vec<u8>,
    /// What the last ones were made of.
    begun: Option<(char, char, Option<char>)>,
}

impl Builder {
    fn new() -> Builder {
        let mut variants: Vec<(char, char)> = ('\u{4e00}'..='\u{9fff}')
            .filter(|&c| simplified(c) != c)
            .map(|c| (simplified(c), c))
            .collect();
        variants.sort_unstable();
        Builder {
            variants,
            any: Vec::new(),
            small: Vec::new(),
            latin: Opened::new(Letters::Latin),
            cyrillic: Opened::new(Letters::Cyrillic),
            pairs: Vec::new(),
            enough: Vec::new(),
            triples: Vec::new(),
            single: Vec::new(),
            has_lone: false,
            nodes: Vec::new(),
            open: Vec::new(),
            records: vec![0; 8],
            begun: None,
        }
    }

    fn add(&mut self, key: &str, value: u64, needs: Needs) {
        let mut units = Units { key, at: 0 };
        let mut hash = START;
        match units.next() {
            Some(Unit::Run(run)) => {
                hash = with_run(hash, run.as_bytes());
                self.first_word(run.as_bytes(), needs);
            }
            Some(Unit::Han(first)) => {
                hash = with_han(hash, first);
                let before = units.at;
                match units.next() {
                    Some(Unit::Han(second)) => {
                        hash = with_han(hash, second);
                        let third = match (Units { ..units }).next() {
                            Some(Unit::Han(third)) => Some(third),
                            _ => None,
                        };
                        self.first_characters(first, second, third);
                    }
                    _ => {
                        units.at = before;
                        self.has_lone |= before == key.len();
                        self.first_character(first);
                    }
                }
            }
            _ => return,
        }
        self.beginnings(units, hash, value, needs);
    }

    fn first_word(&mut self, run: &[u8], needs: Needs) {
        let hash = of_first_run(run);
        if self.any.last() != Some(&hash) {
            self.any.push(hash);
        }
        if matches!(needs, Needs::Nothing | Needs::Mixed) && self.small.last() != Some(&hash) {
            self.small.push(hash);
            match run.first() {
                Some(b'a'..=b'z') => self.latin.add(run),
                Some(0xd0 | 0xd1) => self.cyrillic.add(run),
                _ => {}
            }
        }
    }

    fn first_characters(&mut self, first: char, second: char, third: Option<char>) {
        let before = self.begun.replace((first, second, third));
        if before == self.begun {
            return;
        }
        let is_new_pair = before.is_none_or(|(one, other, _)| (one, other) != (first, second));
        for first in self.written(first) {
            for second in self.written(second) {
                let pair = of_pair(bytes_of(&[first, second]).0);
                if is_new_pair {
                    self.pairs.push(pair);
                }
                match third {
                    None => self.enough.push(pair),
                    Some(third) => {
                        for third in self.written(third) {
                            let (bytes, last) = bytes_of(&[first, second, third]);
                            self.triples.push(of_triple(bytes, last));
                        }
                    }
                }
            }
        }
    }

    fn first_character(&mut self, first: char) {
        for first in self.written(first) {
            self.single.push(of_character(bytes_of(&[first]).0));
        }
    }

    /// The characters that are folded to this one.
    fn written(&self, c: char) -> Vec<char> {
        let from = self.variants.partition_point(|&(simple, _)| simple < c);
        let others = self.variants[from..]
            .iter()
            .take_while(|&&(simple, _)| simple == c);
        others.map(|&(_, traditional)| traditional).chain([c]).collect()
    }

    /// Puts down what a name begins with, from the first unit or pair on; `hash` is that one's.
    fn beginnings(&mut self, mut units: Units<'_>, mut hash: u64, value: u64, needs: Needs) {
        let mut depth = 0;
        loop {
            let node = self.node(depth, hash);
            depth += 1;
            if units.key.len() > usize::from(u8::MAX) {
                self.nodes[node].1 |= TOO_LONG;
                return;
            }
            match units.next() {
                None => return self.name(node, units.key, value, needs),
                Some(Unit::Odd) => {
                    self.nodes[node].1 |= GOES_ON_ODDLY;
                    return;
                }
                Some(Unit::Run(run)) => hash = with_run(hash, run.as_bytes()),
                Some(Unit::Han(c)) => hash = with_han(hash, c),
            }
            self.nodes[node].1 |= GOES_ON;
        }
    }

    /// The node of a beginning of so many units.
    fn node(&mut self, depth: usize, hash: u64) -> usize {
        match self.open.get(depth) {
            Some(&(known, node)) if known == hash => return node,
            _ => self.open.truncate(depth),
        }
        self.nodes.push((hash, 0));
        self.open.push((hash, self.nodes.len() - 1));
        self.nodes.len() - 1
    }

    fn name(&mut self, node: usize, key: &str, value: u64, needs: Needs) {
        let at = self.records.len() as u64;
        self.records.push(key.len() as u8);
        self.records.push(needs as u8);
        self.records.extend(value.to_le_bytes());
        self.records.extend(key.as_bytes());
        if self.nodes[node].1 as u32 == 0 {
            self.nodes[node].1 |= at;
        } else {
            self.nodes.push((self.nodes[node].0, at));
        }
    }

    fn done(self) -> Option<Vec<u8>> {
        u32::try_from(self.records.len()).ok()?;
        let words = [
            set_of(&self.any),
            set_of(&self.small),
            self.latin.words,
            self.cyrillic.words,
            set_of(&self.pairs),
            set_of(&self.enough),
            set_of(&self.triples),
            set_of(&self.single),
            slots_of(&self.nodes),
        ];
        Some(together(words, &self.records, self.has_lone))
    }
}
