//! Spellings that are at most one slip away.
//!
//! A slip lies in the first half of a word or in the second. One in the second half is looked for in the map of the spellings:
//! the first half is followed letter by letter, so that only few spellings are left where the slip itself tries what the map
//! has. One in the first half is looked for in the same way from the end, in the map of the reversed spellings. A table of every
//! spelling with every letter left out would find the same, and is some ten times as large. Only for Chinese characters, of which
//! names have few and places of the map hundreds, there is one like it ([`super::holes`]).

use fst::raw::Fst;

use super::Block;
use super::holes::hold_all_near;
use super::layer::Layer;
use super::near::last_lead;
use super::place::Place;

/// Gives the spellings of a layer that are exactly one slip from the wanted one, and the wanted one itself, with their values.
pub(super) fn run(layer: &Layer, wanted: &str, most: usize, found: &mut dyn FnMut(&str, usize, u64)) {
    if let Some(value) = layer.get(wanted) {
        found(wanted, 0, value);
    }
    if most == 0 {
        return;
    }
    let mut near = if hold_all_near(wanted) {
        let mut near = Vec::new();
        layer.holes().near(wanted, &mut |key| {
            if key != wanted {
                near.extend(layer.get(&key).map(|value| (key, value)));
            }
        });
        near
    } else {
        from_both_ends(layer, wanted)
    };
    near.sort_unstable();
    near.dedup();
    for (key, value) in near {
        found(&key, 1, value);
    }
}

fn from_both_ends(layer: &Layer, wanted: &str) -> Vec<(String, u64)> {
    let length = wanted.chars().count();
    let half = length / 2;
    let mut near = behind(layer, wanted, half);
    near.extend(before(layer, wanted, length - half));
    near
}

/// The spellings that are right in so many characters from the beginning on and have a slip behind them.
pub(super) fn behind(layer: &Layer, wanted: &str, exact: usize) -> Vec<(String, u64)> {
    let mut walk = OneSlip::new(layer.fst(), wanted);
    walk.run(exact);
    walk.found
}

/// The spellings that are right in so many characters up to the end and have a slip before them.
pub(super) fn before(layer: &Layer, wanted: &str, exact: usize) -> Vec<(String, u64)> {
    let turned: String = wanted.chars().rev().collect();
    let mut walk = OneSlip::new(layer.turned(), &turned);
    walk.run(exact);
    let turned = walk.found.into_iter().map(|(turned, _)| turned);
    let keys = turned.map(|turned| turned.chars().rev().collect::<String>());
    keys.filter_map(|key| layer.get(&key).map(|value| (key, value)))
        .collect()
}

/// The walk through one map.
struct OneSlip<'a> {
    fst: &'a Fst<Block>,
    wanted: &'a str,
    last_lead: u8,
    found: Vec<(String, u64)>,
}

impl<'a> OneSlip<'a> {
    fn new(fst: &'a Fst<Block>, wanted: &'a str) -> OneSlip<'a> {
        OneSlip {
            fst,
            wanted,
            last_lead: last_lead(wanted),
            found: Vec::new(),
        }
    }

    /// Finds the spellings with one slip after `exact` characters that are right; of two that changed places the first may be
    /// the last of these.
    fn run(&mut self, exact: usize) {
        let mut here = Place::root(self.fst);
        let wanted = self.wanted;
        for (number, (at, c)) in wanted.char_indices().enumerate() {
            let next = at + c.len_utf8();
            if number + 1 >= exact {
                self.swapped(here, at, c);
            }
            if number >= exact {
                self.finish(here, at, "", next);
                self.others(here, at, Some(c));
            }
            match here.follow(self.fst, &wanted[at..next]) {
                Some(place) => here = place,
                None => return,
            }
        }
        self.others(here, wanted.len(), None);
    }

    /// The character `c` and the one after it the other way round.
    fn swapped(&mut self, place: Place, at: usize, c: char) {
        let next = at + c.len_utf8();
        if let Some(after) = self.wanted[next..].chars().next().filter(|&after| after != c) {
            let swapped = String::from_iter([after, c]);
            if let Some(place) = place.follow(self.fst, &swapped) {
                self.finish(place, at, &swapped, next + after.len_utf8());
            }
        }
    }

    /// Another character in the place of `c`, or one too many before it.
    fn others(&mut self, place: Place, at: usize, c: Option<char>) {
        let next = at + c.map_or(0, char::len_utf8);
        let fst = self.fst;
        let wanted = self.wanted.as_bytes();
        self.each_character(place, &mut Vec::with_capacity(4), &mut |walk, other, place| {
            let mut slip = [0; 4];
            let slip = other.encode_utf8(&mut slip);
            // Most ways end at once: the map is asked for the next byte before anything is set up.
            let node = fst.node(place.addr);
            let goes_on = |from: usize| match wanted.get(from) {
                Some(&byte) => node.find_input(byte).is_some(),
                None => node.is_final(),
            };
            if goes_on(at) {
                walk.finish(place, at, slip, at);
            }
            if c.is_some_and(|c| c != other) && goes_on(next) {
                walk.finish(place, at, slip, next);
            }
        });
    }

    /// Takes the key that is the wanted one up to `at`, then `slip`, then the wanted one from `from` on.
    fn finish(&mut self, place: Place, at: usize, slip: &str, from: usize) {
        let value = place
            .follow(self.fst, &self.wanted[from..])
            .and_then(|place| place.value(self.fst));
        if let Some(value) = value {
            let key = [&self.wanted[..at], slip, &self.wanted[from..]].concat();
            if key != self.wanted {
                self.found.push((key, value));
            }
        }
    }

    /// Calls `then` with every character that the map has in a place.
    fn each_character(
        &mut self,
        place: Place,
        bytes: &mut Vec<u8>,
        then: &mut dyn FnMut(&mut Self, char, Place),
    ) {
        let fst = self.fst;
        for transition in fst.node(place.addr).transitions() {
            if bytes.is_empty() && transition.inp > self.last_lead {
                break;
            }
            bytes.push(transition.inp);
            let next = place.behind(transition);
            match std::str::from_utf8(bytes)
                .ok()
                .and_then(|text| text.chars().next())
            {
                Some(character) => then(self, character, next),
                None => self.each_character(next, bytes, then),
            }
            bytes.pop();
        }
    }
}
