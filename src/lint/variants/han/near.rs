//! Names of the glossary that an article has with another character in one place.
//!
//! No right name stands by for comparison, so all must agree: the character is part of no known word, it sounds or looks like the
//! one that the name has, nothing longer is written there, and the words around divide far better with the name.

use super::text::HanText;
use crate::index::{Index, Reading};
use crate::known::characters::{commonness, likeness, may_transcribe, transcribes};
use crate::text::Span;

/// The shortest and the longest name that is looked for, in characters.
pub(crate) const SHORTEST: usize = 3;
const LONGEST: usize = 7;

/// From this commonness on, a character is a word of its own too often to be asked about.
const LITTLE_WORD: f32 = 8.3;

/// How much cheaper the surroundings must be to divide into words with the name, in nats.
const LEAST_GAIN: f32 = 8.0;

/// A stretch that is a name but for one character.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HanNear {
    from: usize,
    to: usize,
    /// The name.
    pub reading: Reading,
}

impl HanNear {
    /// How many characters it has.
    pub(crate) fn length(&self) -> usize {
        self.to - self.from
    }

    /// Where it stands.
    pub(crate) fn span(&self, text: &HanText) -> Span {
        text.span(self.from, self.to)
    }
}

/// The stretches that are a name but for one character, in order; `is_wanted` is asked about names and their lengths.
pub(crate) fn near_names(
    text: &HanText,
    index: &Index,
    is_wanted: impl Fn(Reading, usize) -> bool,
) -> Vec<HanNear> {
    let explained = text.explained();
    let mut found: Vec<HanNear> = Vec::new();
    let is_strange = |at: &usize| !explained[*at] && commonness(text.chars[*at]) < LITTLE_WORD;
    for at in (0..text.len()).filter(is_strange) {
        let names = Surroundings::of(text, at).names(index, &is_wanted);
        let sure = |name: &HanNear| {
            stands_alone(text, &explained, name) && text.gain(name.from, name.to) >= LEAST_GAIN
        };
        let Some(name) = longest(index, names).filter(sure) else {
            continue;
        };
        match found.last_mut().filter(|last| last.to > name.from) {
            Some(last) if last.length() < name.length() => *last = name,
            Some(_) => {}
            None => found.push(name),
        }
    }
    found
}

/// The longest of several names, if all that are as long are written alike; of namesakes the one that is meant first.
fn longest(index: &Index, names: Vec<HanNear>) -> Option<HanNear> {
    let length = names.iter().map(HanNear::length).max()?;
    let mut longest = names.into_iter().filter(|name| name.length() == length);
    let first = longest.next()?;
    let text = |name: &HanNear| index.name_text(name.reading);
    let weight = |name: &HanNear| index.weight(name.reading.entry);
    longest.try_fold(first, |best, name| {
        let heavier = if weight(&name) > weight(&best) { name } else { best };
        (text(&name) == text(&best)).then_some(heavier)
    })
}

/// Whether a stretch is no part of something longer, and neither another name nor a word with a character beside it.
fn stands_alone(text: &HanText, explained: &[bool], name: &HanNear) -> bool {
    let goes_on = |at: usize| may_transcribe(text.chars[at]) && !explained[at];
    let before = text.joined(name.from) && goes_on(name.from - 1);
    let after = text.joined(name.to) && goes_on(name.to);
    let is_other = |(from, to): (usize, usize)| {
        let is_small = name.from <= from && to <= name.to && to - from + 2 <= name.length();
        to > name.from && !is_small
    };
    let mut listed = (name.from.saturating_sub(LONGEST)..name.to).flat_map(|at| text.listed_from(at));
    let unexplained = (name.from..name.to).filter(|&at| !explained[at]).count();
    !before && !after && !listed.any(is_other) && (unexplained > 1 || name.length() > SHORTEST)
}

/// A strange character and those around it.
struct Surroundings<'a> {
    text: &'a HanText,
    at: usize,
    /// The first of the characters.
    first: usize,
    row: String,
    /// Where in the row the characters begin, and where it ends.
    starts: Vec<usize>,
}

impl<'a> Surroundings<'a> {
    fn of(text: &'a HanText, at: usize) -> Surroundings<'a> {
        let goes_on = |&place: &usize| text.joined(place) && !text.dotted[place];
        let earlier = (at.saturating_sub(LONGEST - 2)..=at).rev();
        let first = at - earlier.take_while(goes_on).count();
        let later = at + 1..text.len().min(at + LONGEST);
        let end = at + 1 + later.take_while(goes_on).count();
        let row = String::from_iter(&text.chars[first..end]);
        let mut starts: Vec<usize> = row.char_indices().map(|(start, _)| start).collect();
        starts.push(row.len());
        Surroundings {
            text,
            at,
            first,
            row,
            starts,
        }
    }

    /// The names that have another character in the place of the strange one.
    fn names(&self, index: &Index, is_wanted: &impl Fn(Reading, usize) -> bool) -> Vec<HanNear> {
        let (mut found, mut room) = (Vec::new(), Vec::new());
        let end = self.first + self.starts.len() - 1;
        for from in self.first..=self.at {
            for to in (self.at + 1).max(from + SHORTEST)..=end.min(from + LONGEST) {
                let row = |from: usize, to: usize| {
                    &self.row[self.starts[from - self.first]..self.starts[to - self.first]]
                };
                let [before, after] = [row(from, self.at), row(self.at + 1, to)];
                let fits = |c: char| self.is_slip(c, from, to) && !self.is_transcription(c, from, to);
                index.between(before, after, &mut room, fits, |reading| {
                    if is_wanted(reading, to - from) {
                        found.push(HanNear { from, to, reading });
                    }
                });
            }
        }
        found
    }

    /// Whether the strange character of a stretch may stand for another by a slip; of a short name, or at the edge of one that is
    /// hardly longer, only by one of the ear.
    fn is_slip(&self, right: char, from: usize, to: usize) -> bool {
        let written = self.text.chars[self.at];
        let alike = likeness(written, right);
        let is_edge = self.at == from || self.at + 1 == to;
        let by_eye = to - from > SHORTEST + usize::from(is_edge);
        written != right && (alike.same_sound || by_eye && (alike.near_sound || alike.shape))
    }

    /// Whether a stretch may be a foreign name as somebody else transcribes it.
    fn is_transcription(&self, right: char, from: usize, to: usize) -> bool {
        let written = self.text.chars[self.at];
        let others = (from..to).filter(|&other| other != self.at);
        let strange = others
            .filter(|&other| !transcribes(self.text.chars[other]))
            .count();
        (transcribes(written) || may_transcribe(written) && may_transcribe(right)) && 4 * strange <= to - from
    }
}
