//! Places of a Chinese text that are alike but for one slip.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::text::HanText;
use crate::known::characters::likeness;

/// What happened between the one place and the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Slip {
    /// One character instead of another.
    Substituted,
    /// Two neighbours changed places.
    Swapped,
    /// A character too many in the variant.
    Extra,
    /// A character too few in the variant.
    Missing,
}

/// Two places that are alike but for one slip.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub slip: Slip,
    /// The characters of each place that differ: of the likelier variant and of the likelier model.
    pub differing: [(usize, usize); 2],
    /// How many characters before and after them are the same in both.
    pub left: usize,
    pub right: usize,
}

/// Contexts that more places than this share say nothing.
const CROWD: usize = 30;
/// How many places of one pair of characters are compared.
const FEW: usize = 4;
/// How far the common context is followed.
const FARTHEST: usize = 8;

/// All pairs of places, each once, with the earlier place first.
pub(super) fn places(text: &HanText) -> Vec<Place> {
    let mut places = Vec::new();
    let mut met = HashSet::new();
    substitutions(text, |place| {
        if met.insert((place.slip, place.differing)) {
            places.push(place);
        }
    });
    swaps_and_gaps(text, |place| {
        if met.insert((place.slip, place.differing)) {
            places.push(place);
        }
    });
    short_names(text, |place| {
        if met.insert((place.slip, place.differing)) {
            places.push(place);
        }
    });
    places.sort_by_key(|place| (place.differing, place.slip));
    places
}

/// Places that share one character with a glossary's name of two and sound alike in the other.
fn short_names(text: &HanText, mut put: impl FnMut(Place)) {
    let is_name = |&at: &usize| text.is_listed(at - 1, at + 1);
    let names: Vec<usize> = (1..text.len()).filter(is_name).collect();
    let mut places: HashMap<char, Vec<usize>> = HashMap::new();
    for &name in &names {
        places.entry(text.chars[name - 1]).or_default();
        places.entry(text.chars[name]).or_default();
    }
    if names.is_empty() {
        return;
    }
    for at in 0..text.len() {
        if let Some(places) = places.get_mut(&text.chars[at]) {
            places.push(at);
        }
    }
    let mut met = HashSet::new();
    for name in names {
        if !met.insert((text.chars[name - 1], text.chars[name])) {
            continue;
        }
        let firsts = places[&text.chars[name - 1]].iter().map(|&at| (at + 1, name));
        let seconds = places[&text.chars[name]]
            .iter()
            .filter(|&&at| at > 0)
            .map(|&at| (at - 1, name - 1));
        for (other, own) in firsts.chain(seconds) {
            let joined = if own == name {
                text.joined(other)
            } else {
                text.joined(other + 1)
            };
            if joined
                && text.chars[other] != text.chars[own]
                && likeness(text.chars[other], text.chars[own]).same_sound
            {
                put(place(text, Slip::Substituted, (other, other + 1), (own, own + 1)));
            }
        }
    }
}

/// Two characters beside a place, and on which side or sides they stand.
fn beside(side: u64, a: char, b: char) -> u64 {
    side << 42 | u64::from(a) << 21 | u64::from(b)
}

/// Calls `put` with every place and what stands beside it, before it, around it and after it.
fn each_context(text: &HanText, mut put: impl FnMut(u64, usize)) {
    for at in 0..text.len() {
        let (before, after) = (text.joined(at), text.joined(at + 1));
        if before && text.joined(at - 1) {
            put(beside(0, text.chars[at - 2], text.chars[at - 1]), at);
        }
        if before && after {
            put(beside(1, text.chars[at - 1], text.chars[at + 1]), at);
        }
        if after && text.joined(at + 2) {
            put(beside(2, text.chars[at + 1], text.chars[at + 2]), at);
        }
    }
}

/// The contexts that may stand more than once: a table of two bits, of which strangers may share one.
struct Repeated {
    counts: Vec<u8>,
}

impl Repeated {
    fn of(text: &HanText) -> Repeated {
        let size = (8 * text.len()).next_power_of_two();
        let mut repeated = Repeated {
            counts: vec![0; size],
        };
        each_context(text, |context, _| {
            let at = repeated.place(context);
            repeated.counts[at] = repeated.counts[at].saturating_add(1);
        });
        repeated
    }

    fn place(&self, context: u64) -> usize {
        (context.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & (self.counts.len() - 1)
    }

    fn has(&self, context: u64) -> bool {
        self.counts[self.place(context)] > 1
    }
}

fn substitutions(text: &HanText, mut put: impl FnMut(Place)) {
    let repeated = Repeated::of(text);
    let mut keyed: Vec<(u64, u32)> = Vec::new();
    each_context(text, |context, at| {
        if repeated.has(context) {
            keyed.push((context, at as u32));
        }
    });
    keyed.sort_unstable();
    for bucket in keyed.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
        for (x, y) in distinct_pairs(text, bucket.iter().map(|&(_, at)| at as usize)) {
            let place = place(text, Slip::Substituted, (x, x + 1), (y, y + 1));
            let alike = || {
                let alike = likeness(text.chars[x], text.chars[y]);
                alike.same_sound || alike.near_sound || alike.shape
            };
            if place.left + place.right >= 3 || alike() {
                put(place);
            }
        }
    }
}

/// Pairs of places whose characters differ, one for each two characters.
fn distinct_pairs(text: &HanText, bucket: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut by_char: Vec<(char, Vec<usize>)> = Vec::new();
    for at in bucket {
        match by_char.iter().position(|(c, _)| *c == text.chars[at]) {
            Some(known) => by_char[known].1.push(at),
            None if by_char.len() < CROWD => by_char.push((text.chars[at], vec![at])),
            None => return Vec::new(),
        }
    }
    let mut pairs = Vec::new();
    for (number, (_, xs)) in by_char.iter().enumerate() {
        for (_, ys) in &by_char[number + 1..] {
            for &x in xs.iter().take(4) {
                pairs.extend(ys.iter().take(4).map(|&y| (x, y)));
            }
        }
    }
    pairs
}

/// Where each two neighbouring characters stand, by the second of them.
struct Neighbours {
    first: HashMap<u64, u32>,
    /// By place, the next one of the same two characters; 0 for none.
    next: Vec<u32>,
}

impl Neighbours {
    fn of(text: &HanText) -> Neighbours {
        let mut first = HashMap::with_capacity(text.len());
        let mut next = vec![0; text.len()];
        for at in (1..text.len()).rev().filter(|&at| text.joined(at)) {
            let pair = beside(0, text.chars[at - 1], text.chars[at]);
            next[at] = first.insert(pair, at as u32).unwrap_or(0);
        }
        Neighbours { first, next }
    }

    fn places(&self, a: char, b: char) -> impl Iterator<Item = usize> + '_ {
        let step = |&at: &u32| Some(self.next[at as usize]).filter(|&next| next != 0);
        let first = self.first.get(&beside(0, a, b)).copied();
        std::iter::successors(first, step).map(|at| at as usize)
    }
}

fn swaps_and_gaps(text: &HanText, mut put: impl FnMut(Place)) {
    let pairs = Neighbours::of(text);
    for at in 1..text.len() {
        if !text.joined(at) {
            continue;
        }
        let (x, y) = (text.chars[at - 1], text.chars[at]);
        // A row of one character is an ornament.
        if x == y && at > 1 && text.chars[at - 2] == x {
            continue;
        }
        if x < y {
            for other in pairs.places(y, x).take(FEW) {
                put_if_close(
                    place(text, Slip::Swapped, (at - 1, at + 1), (other - 1, other + 1)),
                    2,
                    &mut put,
                );
            }
        }
        if text.joined(at + 1) {
            let z = text.chars[at + 1];
            for other in pairs.places(x, z).take(FEW) {
                if other != at && other != at + 1 {
                    let place = place(text, Slip::Extra, (at, at + 1), (other, other));
                    let named = || text.is_listed(at - place.left, at + 1 + place.right);
                    let least = if y == x || y == z || named() { 3 } else { 4 };
                    put_if_close(place, least, &mut put);
                }
            }
        }
    }
}

fn put_if_close(place: Place, least: usize, put: &mut impl FnMut(Place)) {
    if place.left + place.right >= least {
        put(place);
    }
}

fn place(text: &HanText, slip: Slip, a: (usize, usize), b: (usize, usize)) -> Place {
    let mut left = 0;
    while left < FARTHEST
        && left < a.0.min(b.0)
        && text.joined(a.0 - left)
        && text.joined(b.0 - left)
        && text.chars[a.0 - left - 1] == text.chars[b.0 - left - 1]
    {
        left += 1;
    }
    let mut right = 0;
    while right < FARTHEST
        && text.joined(a.1 + right)
        && text.joined(b.1 + right)
        && text.chars[a.1 + right] == text.chars[b.1 + right]
    {
        right += 1;
    }
    Place {
        slip,
        differing: [a, b],
        left,
        right,
    }
}
