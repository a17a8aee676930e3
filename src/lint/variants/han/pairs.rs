//! Places of a Chinese text that are alike but for one slip.

use foldhash::{HashMap, HashSet};

use super::characters::likeness;
use super::text::HanText;

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
    let mut met = HashSet::default();
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
    let mut places: HashMap<char, Vec<usize>> = HashMap::default();
    for at in 0..text.len() {
        places.entry(text.chars[at]).or_default().push(at);
    }
    let mut met = HashSet::default();
    for name in (1..text.len()).filter(|&at| text.is_listed(at - 1, at + 1)) {
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

fn substitutions(text: &HanText, mut put: impl FnMut(Place)) {
    // By which two characters around a place, and what these are.
    let mut keyed: Vec<((u8, char, char), usize)> = Vec::with_capacity(3 * text.len());
    for at in 0..text.len() {
        let (before, after) = (text.joined(at), text.joined(at + 1));
        if before && text.joined(at - 1) {
            keyed.push(((0, text.chars[at - 2], text.chars[at - 1]), at));
        }
        if before && after {
            keyed.push(((1, text.chars[at - 1], text.chars[at + 1]), at));
        }
        if after && text.joined(at + 2) {
            keyed.push(((2, text.chars[at + 1], text.chars[at + 2]), at));
        }
    }
    keyed.sort_unstable();
    for bucket in keyed.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
        for (x, y) in distinct_pairs(text, bucket.iter().map(|&(_, at)| at)) {
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

fn swaps_and_gaps(text: &HanText, mut put: impl FnMut(Place)) {
    let mut pairs: HashMap<(char, char), Vec<usize>> = HashMap::default();
    for at in 1..text.len() {
        if text.joined(at) {
            pairs
                .entry((text.chars[at - 1], text.chars[at]))
                .or_default()
                .push(at);
        }
    }
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
            for &other in pairs.get(&(y, x)).into_iter().flatten().take(FEW) {
                put_if_close(
                    place(text, Slip::Swapped, (at - 1, at + 1), (other - 1, other + 1)),
                    2,
                    &mut put,
                );
            }
        }
        if text.joined(at + 1) {
            let z = text.chars[at + 1];
            for &other in pairs.get(&(x, z)).into_iter().flatten().take(FEW) {
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
