//! Like places of a Chinese text that are never one name with a slip in it.

use super::evidence::Side;
use super::pairs::{Place, Slip};
use super::text::{HanText, Known};
use crate::known::characters::{GRAMMATICAL, commonness, likeness};
use crate::translit::han::is_surname;

/// Where words divide less than this better with the model in its place, the variant needs no mending: fives of
/// nats.
const LITTLE: f32 = 0.5;

/// Whether that can be said of a place before its sides are looked at.
pub(super) fn is_plain_coincidence(text: &HanText, place: &Place) -> bool {
    if place.slip != Slip::Substituted {
        return false;
    }
    let [a, b] = place.differing.map(|(at, _)| text.chars[at]);
    let one_sided = place.left == 0 || place.right == 0;
    let grammar = |c: char| commonness(c) > GRAMMATICAL;
    let alike = || {
        let alike = likeness(a, b);
        alike.same_sound || alike.near_sound || alike.shape
    };
    grammar(a) && grammar(b) || one_sided && !alike()
}

/// Whether a difference is never a slip: two listed names, grammar, words that stand well as they are.
pub(super) fn is_coincidence(
    text: &HanText,
    place: &Place,
    slip: Slip,
    [variant, model]: [&Side; 2],
    gain: f32,
) -> bool {
    let own = variant.any.filter(|&(_, _, known)| known == Known::Listed);
    let grammar = is_grammar(text, variant) || is_grammar(text, model);
    let (from, to) = variant.differing;
    let long = length(model.shared) > 2;
    match slip {
        _ if own.is_some() && length(own) >= length(model.shared) => true,
        Slip::Substituted => is_other(text, place, variant, model, gain),
        _ if gain < LITTLE => true,
        // Two characters of a longer name are often a word or a short name of their own.
        Slip::Swapped => length(model.shared) < 4 && text.known(from, to).is_some(),
        Slip::Extra => !(long && is_doubled(text, from)) && (grammar || is_between_words(text, model)),
        Slip::Missing => !long || is_shortened(text, model),
    }
}

/// Whether a character in another's place makes other words, or another person.
fn is_other(text: &HanText, place: &Place, variant: &Side, model: &Side, gain: f32) -> bool {
    let chars = [variant, model].map(|side| text.chars[side.differing.0]);
    let alike = likeness(chars[0], chars[1]);
    let alike = alike.same_sound || alike.near_sound || alike.shape;
    let one_sided = place.left == 0 || place.right == 0;
    // The end of a person's name stands in no list of words.
    let given = place.left >= 2 && !chars.iter().all(|&c| is_surname(c));
    (is_grammar(text, variant) && is_grammar(text, model))
        || (one_sided && gain < LITTLE && !given)
        || (!alike && (one_sided || length(model.shared) == 2))
}

/// Whether what a variant lacks is that of a first part which headlines leave out: 美国务院 for 美国国务院, 朝人民军 for 朝鲜人民军.
fn is_shortened(text: &HanText, model: &Side) -> bool {
    let (at, after) = model.differing;
    model.shared.is_some_and(|(from, to, _)| {
        at == from + 1 && (text.chars[at] == '国' || text.known(after, to).is_some())
    })
}

/// Whether a variant has something between two words of its model: 改革与开放.
fn is_between_words(text: &HanText, model: &Side) -> bool {
    let (at, _) = model.differing;
    model
        .shared
        .is_some_and(|(from, to, _)| text.known(from, at).is_some() && text.known(at, to).is_some())
}

/// Whether characters are nothing but a listed name and words of two and more characters.
pub(super) fn is_all_words(text: &HanText, name: (usize, usize)) -> bool {
    (name.0 + 2..=name.1.saturating_sub(2)).any(|cut| {
        let known = [text.known(name.0, cut), text.known(cut, name.1)];
        let plain = |known: &Option<Known>| matches!(known, Some(Known::Word | Known::Listed));
        known.iter().all(plain) && known.contains(&Some(Known::Listed))
    })
}

/// Whether characters begin within a listed name: 亚金融危机 in 东南亚金融危机.
pub(super) fn is_within_listed(text: &HanText, name: (usize, usize)) -> bool {
    let mut listed = (name.0.saturating_sub(LONGEST_BEFORE)..name.0).flat_map(|at| text.listed_from(at));
    listed.any(|(_, to)| (name.0 + 1..name.1).contains(&to))
}

/// How many characters before a place a name that reaches into it may begin.
const LONGEST_BEFORE: usize = 8;

/// Whether a character stands beside itself.
pub(super) fn is_doubled(text: &HanText, at: usize) -> bool {
    text.chars[at] == text.chars[at - 1] || text.chars.get(at + 1) == Some(&text.chars[at])
}

fn is_grammar(text: &HanText, side: &Side) -> bool {
    (side.differing.0..side.differing.1).any(|at| commonness(text.chars[at]) > GRAMMATICAL)
}

fn length(known: Option<(usize, usize, Known)>) -> usize {
    known.map_or(0, |(from, to, _)| to - from)
}
