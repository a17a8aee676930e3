//! Russian names in Chinese characters: places by GB/T 17693.4-2009, persons by the practice of Xinhua.
//!
//! Places are read by sound, and the parts that the standard translates are translated; of persons, given names and well-known
//! surnames come from the lexicon, and the rest is read by sound, with the characters of women's names where they belong.

mod back;
mod person;
mod place;
mod sound;

use std::borrow::Cow;

use super::lexicon;
use super::{Ask, Basis, Candidate, Use};
use crate::lang::Script;
use sound::Sound;

/// The likeliest Chinese forms of a Russian name, best first; none if the text is not in Russian letters.
pub(super) fn forward(text: &str, ask: &Ask) -> Vec<Candidate> {
    if Script::of_text(text) != Some(Script::Cyrillic) || text.chars().count() > LONGEST {
        return Vec::new();
    }
    let variants = match ask.kind {
        Use::Person => person::full(text, ask),
        Use::Surname => person::surname(text, ask),
        Use::Given => person::given(text, ask),
        Use::Any if looks_like_person(text) => person::full(text, ask),
        Use::Any if ask.lexicon && lexicon::given(text).is_some() => person::given(text, ask),
        Use::Any if ask.lexicon && lexicon::surname(text, true).is_some() => person::surname(text, ask),
        Use::Place | Use::Any => place::variants(text, ask.limit > 1),
    };
    ranked(variants, ask.limit.max(1))
}

/// Russian names for Chinese ones, by the lexicon.
pub(super) fn backward(text: &str, ask: &Ask) -> Vec<Candidate> {
    if ask.lexicon {
        back::names(text)
    } else {
        Vec::new()
    }
}

/// The longest text that is taken for a name, in characters.
const LONGEST: usize = 400;

/// A given name of the lexicon or an initial with a word after it, or a patronymic within.
fn looks_like_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [first, rest @ ..] = &words[..] else {
        return false;
    };
    let patronymic = rest
        .iter()
        .any(|word| person::is_patronymic(&word.to_lowercase()));
    let named = lexicon::given(first).is_some() || person::initial(first).is_some();
    patronymic || (named && !rest.is_empty())
}

/// One way to put a name together: alternatives part by part.
#[derive(Clone, Debug)]
struct Variant {
    parts: Vec<Part>,
    cost: u32,
    basis: Basis,
}

/// What may stand at a place of a name: the likeliest, and others with what they cost.
#[derive(Clone, Debug)]
struct Part {
    best: Text,
    others: Vec<(u32, Text)>,
}

/// Most parts stand in a table as they are.
type Text = Cow<'static, str>;

fn fixed(text: impl Into<Text>) -> Part {
    Part {
        best: text.into(),
        others: Vec::new(),
    }
}

impl Part {
    /// All that may stand there, likeliest first.
    fn texts(&mut self) -> impl Iterator<Item = &mut Text> {
        std::iter::once(&mut self.best).chain(self.others.iter_mut().map(|(_, text)| text))
    }

    fn with_costs(&self) -> impl Iterator<Item = (u32, &Text)> {
        let others = self.others.iter().map(|(cost, text)| (*cost, text));
        std::iter::once((0, &self.best)).chain(others)
    }
}

/// Sounds as parts: the characters of the table, and, where many are wanted, what else writers use for the letters.
fn parts(sounds: &[Sound], many: bool) -> Vec<Part> {
    sounds.iter().map(|sound| part(sound, many)).collect()
}

fn part(sound: &Sound, many: bool) -> Part {
    let others = sound.others.iter().filter(|_| many);
    Part {
        best: sound.characters.into(),
        others: others.map(|(cost, other)| (*cost, (*other).into())).collect(),
    }
}

/// The cheapest texts of all variants.
fn ranked(variants: Vec<Variant>, limit: usize) -> Vec<Candidate> {
    if let (1, [variant]) = (limit, &variants[..]) {
        return likeliest(variant);
    }
    let mut all: Vec<(u32, String, Basis)> = Vec::new();
    for variant in variants {
        let mut texts: Vec<(u32, String)> = vec![(variant.cost, String::new())];
        for part in &variant.parts {
            texts = texts
                .iter()
                .flat_map(|(cost, text)| {
                    part.with_costs()
                        .map(move |(more, next)| (cost + more, format!("{text}{next}")))
                })
                .collect();
            texts.sort_by_key(|(cost, _)| *cost);
            texts.truncate(limit);
        }
        all.extend(texts.into_iter().map(|(cost, text)| (cost, text, variant.basis)));
    }
    all.sort_by_key(|(cost, ..)| *cost);
    let mut found: Vec<Candidate> = Vec::new();
    for (cost, text, basis) in all {
        if found.len() < limit && !text.is_empty() && !found.iter().any(|known| known.text == text) {
            found.push(candidate(text, cost, basis));
        }
    }
    found
}

/// The cheapest text of a variant: what is likeliest at each place.
fn likeliest(variant: &Variant) -> Vec<Candidate> {
    let mut text = String::with_capacity(variant.parts.iter().map(|part| part.best.len()).sum());
    variant.parts.iter().for_each(|part| text.push_str(&part.best));
    if text.is_empty() {
        return Vec::new();
    }
    vec![candidate(text, variant.cost, variant.basis)]
}

fn candidate(text: String, cost: u32, basis: Basis) -> Candidate {
    Candidate {
        text,
        basis,
        score: 1.0 / (1.0 + cost as f32 / 6.0),
    }
}

/// Characters that the standard sets at the beginning of a word: 弗 for 夫, 叶 for 耶.
fn begin(parts: &mut [Part]) {
    replace_first(parts, &[('夫', '弗'), ('耶', '叶')]);
}

fn replace_first(parts: &mut [Part], pairs: &[(char, char)]) {
    for text in parts.first_mut().into_iter().flat_map(Part::texts) {
        if let Some(first) = text.chars().next()
            && let Some((_, other)) = pairs.iter().find(|(from, _)| *from == first)
        {
            *text = format!("{other}{}", &text[first.len_utf8()..]).into();
        }
    }
}

fn replace_last(parts: &mut [Part], pairs: &[(char, char)]) {
    for text in parts.last_mut().into_iter().flat_map(Part::texts) {
        if let Some(last) = text.chars().next_back()
            && let Some((_, other)) = pairs.iter().find(|(from, _)| *from == last)
        {
            *text = format!("{}{other}", &text[..text.len() - last.len_utf8()]).into();
        }
    }
}
