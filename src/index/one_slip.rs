//! Spellings that are at most one slip away: before the slip and after it they are followed letter by letter, so that only
//! the slip itself tries what the map has.

use std::collections::BTreeMap;

use fst::raw::{CompiledAddr, Output};

use super::layer::Layer;
use super::near::last_lead;

/// Where a walk stands in the map.
#[derive(Clone, Copy)]
struct Place {
    addr: CompiledAddr,
    output: Output,
}

/// The walk through one layer.
pub(super) struct OneSlip<'a> {
    layer: &'a Layer,
    wanted: &'a str,
    last_lead: u8,
    /// By key, the distance and the value.
    found: BTreeMap<String, (usize, u64)>,
}

impl<'a> OneSlip<'a> {
    pub(super) fn new(layer: &'a Layer, wanted: &'a str) -> OneSlip<'a> {
        OneSlip {
            layer,
            wanted,
            last_lead: last_lead(wanted),
            found: BTreeMap::new(),
        }
    }

    /// Gives the spellings at most `most` slips away, which is none or one.
    pub(super) fn run(mut self, most: usize, found: &mut dyn FnMut(&str, usize, u64)) {
        let mut here = Some(Place {
            addr: self.layer.fst().root().addr(),
            output: Output::zero(),
        });
        let wanted = self.wanted;
        for (at, c) in wanted.char_indices() {
            let Some(place) = here else { break };
            if most > 0 {
                self.slips(place, at, Some(c));
            }
            here = self.follow(place, &wanted[at..at + c.len_utf8()]);
        }
        if let Some(place) = here {
            if most > 0 {
                self.slips(place, wanted.len(), None);
            }
            if let Some(value) = self.value(place) {
                self.found.insert(wanted.to_owned(), (0, value));
            }
        }
        for (key, (distance, value)) in self.found {
            found(&key, distance, value);
        }
    }

    /// All slips in one place of the wanted key, before the character `c` or at the end.
    fn slips(&mut self, place: Place, at: usize, c: Option<char>) {
        let next = at + c.map_or(0, char::len_utf8);
        if let Some(c) = c {
            self.finish(place, at, "", next);
            if let Some(after) = self.wanted[next..].chars().next().filter(|&after| after != c) {
                let swapped = String::from_iter([after, c]);
                if let Some(place) = self.follow(place, &swapped) {
                    self.finish(place, at, &swapped, next + after.len_utf8());
                }
            }
        }
        let mut bytes = Vec::with_capacity(4);
        let layer = self.layer;
        let wanted = self.wanted.as_bytes();
        self.each_character(place, &mut bytes, &mut |walk, other, place| {
            let mut slip = [0; 4];
            let slip = other.encode_utf8(&mut slip);
            // Most ways end at once: the map is asked for the next byte before anything is set up.
            let node = layer.fst().node(place.addr);
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
        let value = self
            .follow(place, &self.wanted[from..])
            .and_then(|place| self.value(place));
        if let Some(value) = value {
            let key = [&self.wanted[..at], slip, &self.wanted[from..]].concat();
            if key != self.wanted {
                self.found.insert(key, (1, value));
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
        let layer = self.layer;
        for transition in layer.fst().node(place.addr).transitions() {
            if bytes.is_empty() && transition.inp > self.last_lead {
                break;
            }
            bytes.push(transition.inp);
            let next = Place {
                addr: transition.addr,
                output: place.output.cat(transition.out),
            };
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

    fn follow(&self, mut place: Place, text: &str) -> Option<Place> {
        for byte in text.bytes() {
            let node = self.layer.fst().node(place.addr);
            let transition = node.transition(node.find_input(byte)?);
            place = Place {
                addr: transition.addr,
                output: place.output.cat(transition.out),
            };
        }
        Some(place)
    }

    fn value(&self, place: Place) -> Option<u64> {
        let node = self.layer.fst().node(place.addr);
        node.is_final()
            .then(|| place.output.cat(node.final_output()).value())
    }
}
