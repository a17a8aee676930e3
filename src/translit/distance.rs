//! How far two names are apart by ear: the price of turning the sounds of one into those of the other.

use super::sounds::{Reading, SOUNDS, Sound};

/// What it costs to take one thing for another. A price of 1 is one clear difference.
const GLIDE: f32 = 0.15;
const SECOND: f32 = 0.08;
const VOWEL: f32 = 0.9;
const CONSONANT: f32 = 1.5;

/// Pairs of sounds that spellings of one name confuse, with the price of it.
const NEAR: [(&str, f32); 28] = [
    ("IY", 0.05),
    ("EI", 0.35),
    ("AO", 0.3),
    ("OU", 0.45),
    ("AE", 0.6),
    ("EO", 0.45),
    ("EY", 0.4),
    ("VF", 0.35),
    ("VU", 0.3),
    // Spanish and Greek hear no difference
    ("BV", 0.5),
    ("PB", 0.55),
    ("TD", 0.55),
    ("KG", 0.55),
    ("GH", 0.35),
    ("KH", 0.4),
    ("SZ", 0.2),
    ("SC", 0.5),
    ("ZC", 0.4),
    ("XJ", 0.3),
    ("XQ", 0.4),
    ("JQ", 0.5),
    ("SX", 0.4),
    ("ZJ", 0.4),
    ("CQ", 0.4),
    ("TQ", 0.6),
    ("TC", 0.5),
    ("CK", 0.7),
    ("ZX", 0.5),
];

/// The price of the cheapest way between readings of two names, and how many sounds the longer one has.
pub(crate) fn distance(a: &[Reading], b: &[Reading]) -> (f32, usize) {
    let mut best = f32::INFINITY;
    for x in a {
        for y in b {
            best = best.min(price(x, y));
        }
    }
    let longest = a.iter().chain(b).map(Vec::len).max().unwrap_or(0);
    (best, longest)
}

fn price(a: &Reading, b: &Reading) -> f32 {
    let mut last: Vec<f32> = vec![0.0; b.len() + 1];
    for at in 0..b.len() {
        last[at + 1] = last[at] + alone(b, at);
    }
    for (row, sound) in a.iter().enumerate() {
        let left = alone(a, row);
        let mut this = vec![last[0] + left];
        for (column, other) in b.iter().enumerate() {
            let swapped = last[column] + between(*sound, *other);
            let dropped = last[column + 1] + left;
            let added = this[column] + alone(b, column);
            this.push(swapped.min(dropped).min(added));
        }
        last = this;
    }
    last[b.len()]
}

/// The price of a sound that the other name does not have.
fn alone(reading: &Reading, at: usize) -> f32 {
    let before = at.checked_sub(1).map(|at| reading[at]);
    let after = reading.get(at + 1).copied();
    let is = |sound: Option<Sound>, names| sound.is_some_and(|s| has(s, names));
    match reading[at] {
        sound if has(sound, "Y") => GLIDE,
        sound if has(sound, "I") && (is(before, "IYE") || is(after, "AEOUIY")) => GLIDE,
        // Ivanov and Ivanova are two people, Ivanov and Ivanovo a person and a town
        sound if has(sound, "AO") && after.is_none() && is_surname(&reading[..at]) => CONSONANT,
        // Latvian gives every town in -sk the ending of its nouns: Omska
        sound if has(sound, "A") && after.is_none() && is_town(&reading[..at]) => 0.2,
        sound if has(sound, "AEIOU") && after.is_none() => 0.45,
        sound if has(sound, "AIUO") && reading.len() == at + 2 && is(after, "S") => 0.15,
        sound if has(sound, "G") && is(before, "N") => 0.25,
        sound if has(sound, "AEIOU") => VOWEL,
        sound if has(sound, "Q") && is(before, "X") => 0.3,
        sound if has(sound, "T") && is(after, "QC") => 0.2,
        sound if has(sound, "H") => 0.6,
        sound if has(sound, "S") && after.is_none() => 0.3,
        _ => CONSONANT,
    }
}

/// Whether a word so far is a surname of a man: -ov, -ev, -in.
fn is_surname(reading: &[Sound]) -> bool {
    match reading {
        [.., vowel, last] => has(*last, "V") && has(*vowel, "OE") || has(*last, "N") && has(*vowel, "I"),
        _ => false,
    }
}

/// Whether a word so far ends in -sk.
fn is_town(reading: &[Sound]) -> bool {
    matches!(reading, [.., s, k] if has(*s, "S") && has(*k, "K"))
}

fn has(sound: Sound, names: &str) -> bool {
    sound.each().any(|name| names.contains(name))
}

fn between(a: Sound, b: Sound) -> f32 {
    if a.set & b.set != 0 {
        return if a.first == b.first { 0.0 } else { SECOND };
    }
    let mut best = CONSONANT;
    for (pair, price) in NEAR {
        let mut names = pair
            .chars()
            .filter_map(|name| SOUNDS.find(name))
            .map(|at| 1u32 << at);
        let (Some(x), Some(y)) = (names.next(), names.next()) else {
            continue;
        };
        if a.set & x != 0 && b.set & y != 0 || a.set & y != 0 && b.set & x != 0 {
            best = best.min(price);
        }
    }
    best
}
