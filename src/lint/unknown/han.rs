//! Chinese names that no entry has. They have no capitals: a dot between parts tells a foreign one, characters that write
//! foreign sounds a transcription, an office before it or a verb of saying behind it a person.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use super::Unknown;
use crate::glossary::Kind;
use crate::lang::Lang;
use crate::lint::Article;
use crate::lint::variants::han::{HanText, commonness, transcribes};
use crate::text::Span;
use crate::translit::han::is_surname;

/// The Chinese names of an article that no entry has, in no order.
pub(super) fn names(article: &Article<'_>) -> Vec<Unknown> {
    let text = HanText::of(article);
    let mut kinds: BTreeMap<Vec<char>, Kind> = BTreeMap::new();
    let dotted = dotted(article, &text);
    for (from, to) in dotted.iter().copied() {
        kinds.insert(text.chars[from..to].to_vec(), Kind::Person);
    }
    let within = |from: usize, to: usize| dotted.iter().any(|&(first, last)| from < last && first < to);
    for (from, to) in persons(&text) {
        if !within(from, to) && !is_held(article, &text, from, to) {
            kinds.entry(text.chars[from..to].to_vec()).or_insert(Kind::Person);
        }
    }
    for (from, to) in transcriptions(&text) {
        if !within(from, to) && !is_held(article, &text, from, to) {
            kinds.entry(text.chars[from..to].to_vec()).or_insert(Kind::Other);
        }
    }
    let names = kinds.into_iter().map(|(chars, kind)| {
        let places = text
            .places_of(&chars)
            .into_iter()
            .map(|at| (at, at + chars.len()));
        let free = places.filter(|&(from, to)| !article.is_accepted(text.span(from, to)));
        (
            free.map(|(from, to)| text.span(from, to)).collect::<Vec<Span>>(),
            kind,
        )
    });
    names
        .filter(|(places, _)| !places.is_empty())
        .map(|(places, kind)| Unknown {
            text: places[0].of(article.text).to_owned(),
            lang: Lang::Zh,
            kind,
            places,
        })
        .collect()
}

/// Whether a stretch is a mention, or part of one.
fn is_held(article: &Article<'_>, text: &HanText, from: usize, to: usize) -> bool {
    article.mention_at(text.span(from, to)).is_some()
}

/// Foreign names in parts: 迈克尔·约翰逊.
fn dotted(article: &Article<'_>, text: &HanText) -> Vec<(usize, usize)> {
    let is_dot = |at: usize| matches!(text.dot_before(article, at), Some('·' | '•' | '・' | '‧'));
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in 1..text.len() {
        if !is_dot(at) || found.last().is_some_and(|&(_, end)| at < end) {
            continue;
        }
        let (from, mut to) = (text.left_part(at), text.right_part(at));
        while to < text.len() && is_dot(to) {
            to = text.right_part(to);
        }
        let whole = text.span(from, to);
        let is_known = article
            .mention_at(whole)
            .is_some_and(|mention| mention.span.start <= whole.start && whole.end <= mention.span.end);
        if !is_known {
            found.push((from, to));
        }
    }
    found
}

/// The longest given name of a Chinese person, in characters.
const LONGEST_GIVEN: usize = 2;

/// Whether a character can stand in a given name: the commonest ones are grammar (就, 来, 说), 国 is the commonest that is not.
fn is_given(c: char) -> bool {
    commonness(c) <= commonness('国')
}

/// How much cheaper the surroundings of a name must be to divide into words if it is one, in nats.
const LEAST_GAIN: f32 = 3.0;

/// Chinese persons behind an office or before a verb of saying.
fn persons(text: &HanText) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for from in 0..text.len() {
        // 石屹 is no name within 潘石屹.
        let is_within = found.last().is_some_and(|&(_, end)| from < end);
        if is_within || !is_surname(text.chars[from]) {
            continue;
        }
        let behind = CUES.ends(text, from);
        let ends = (2..=1 + LONGEST_GIVEN).map(|length| from + length);
        let joined = ends.filter(|&to| {
            to <= text.len()
                && (from + 1..to).all(|at| text.joined(at) && !text.dotted[at] && is_given(text.chars[at]))
        });
        let cued = joined.filter(|&to| behind || CUES.begins(text, to));
        let best = cued
            .map(|to| (text.gain(from, to), to))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((gain, to)) = best
            && gain >= LEAST_GAIN
        {
            found.push((from, to));
        }
    }
    found
}

/// The shortest and the longest transcription that is taken for a name without a dot.
const TRANSCRIBED: std::ops::RangeInclusive<usize> = 3..=7;

/// Rows of characters that write foreign sounds and make no words, and stand in the text more than once.
fn transcriptions(text: &HanText) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < text.len() {
        let goes_on =
            |&at: &usize| transcribes(text.chars[at]) && (at == from || text.joined(at) && !text.dotted[at]);
        let to = (from..text.len())
            .take_while(goes_on)
            .last()
            .map_or(from, |at| at + 1);
        if TRANSCRIBED.contains(&(to - from))
            && text.gain(from, to) >= LEAST_GAIN
            && text.places_of(&text.chars[from..to]).len() > 1
        {
            found.push((from, to));
        }
        from = to.max(from + 1);
    }
    found
}

/// Words that stand beside names of persons.
struct Cues {
    before: HashSet<Vec<char>>,
    after: HashSet<Vec<char>>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let rows = || {
        let lines = include_str!("cues.csv")
            .lines()
            .filter(|line| !line.starts_with('#'));
        lines.skip(1).filter_map(|line| line.split_once(','))
    };
    let of = |side: &str| {
        let cues = rows().filter(|(_, on)| *on == side);
        cues.map(|(cue, _)| cue.chars().collect()).collect()
    };
    Cues {
        before: of("before"),
        after: of("after"),
    }
});

/// The longest cue, in characters.
const LONGEST_CUE: usize = 4;

impl Cues {
    /// Whether a cue ends before a character.
    fn ends(&self, text: &HanText, at: usize) -> bool {
        let starts = (1..=LONGEST_CUE).filter_map(|length| at.checked_sub(length));
        let mut near = starts.filter(|&from| (from + 1..=at).all(|at| text.joined(at)));
        near.any(|from| self.before.contains(&text.chars[from..at]))
    }

    /// Whether a cue begins with a character.
    fn begins(&self, text: &HanText, at: usize) -> bool {
        let ends = (1..=LONGEST_CUE)
            .map(|length| at + length)
            .filter(|&to| to <= text.len());
        let mut near = ends.filter(|&to| (at..to).all(|at| text.joined(at)));
        near.any(|to| self.after.contains(&text.chars[at..to]))
    }
}
