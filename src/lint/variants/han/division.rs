//! How well a row of Chinese characters divides into known words: the cost of its cheapest division.

use std::rc::Rc;

use crate::known::characters::commonness;
use crate::known::{Beginning, Rank};

/// The longest word of a division, in characters.
const LONGEST: usize = 8;
/// The natural logarithm of the number of words that the frequencies were counted in.
const ALL_WORDS: f32 = 17.9;
/// What a name of the glossary costs, as if it were an uncommon word.
const LISTED: f32 = 11.5;
/// What a character costs that stands for itself, beside its rarity.
const ALONE: f32 = 1.0;
/// The natural logarithm of the number of characters that their frequencies were counted in.
const ALL_CHARACTERS: f32 = 13.9;

/// The cost of the cheapest division of characters into words, in nats: the negated sum of the logarithms of
/// the words' frequencies. `listed` are stretches that are names of the glossary; `beginning` gives what is known to begin
/// with the character in a place and the one behind it.
pub(super) fn cost(
    chars: &[char],
    listed: &[(usize, usize)],
    beginning: impl Fn(usize) -> Option<Rc<Beginning>>,
) -> f32 {
    let mut best = vec![f32::INFINITY; chars.len() + 1];
    best[0] = 0.0;
    for from in 0..chars.len() {
        let before = best[from];
        let alone = ALL_CHARACTERS - commonness(chars[from]) + ALONE;
        best[from + 1] = best[from + 1].min(before + alone);
        let beginning = beginning(from);
        for to in from + 2..=chars.len().min(from + LONGEST) {
            let cost = match listed.contains(&(from, to)) {
                true => Some(LISTED),
                false => beginning
                    .as_ref()
                    .and_then(|beginning| word_cost(beginning.rank(&chars[from + 2..to]), to - from)),
            };
            best[to] = best[to].min(cost.map_or(f32::INFINITY, |cost| before + cost));
        }
    }
    best[chars.len()]
}

/// What a known word or name costs.
fn word_cost(known: Rank, length: usize) -> Option<f32> {
    let names = if length > 2 { 13.0 } else { 14.0 };
    let word_cost = match known.word {
        0 => f32::INFINITY,
        rank => ALL_WORDS - (f32::from(rank) - 0.5) * std::f32::consts::LN_10,
    };
    let name_cost = match known.name {
        0 => f32::INFINITY,
        rank => names - 0.3 * f32::from(rank),
    };
    Some(word_cost.min(name_cost)).filter(|cost| cost.is_finite())
}
