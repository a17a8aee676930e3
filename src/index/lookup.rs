//! Looking one name up.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::by_ear::{self, Heard};
use super::ear::Ear;
use super::respell::respellings;
use super::{EntryId, Index, Near, Reading, Relation};
use crate::glossary::{Country, Form, Kind, Name, Status};
use crate::lang::{Lang, Script};
use crate::text::fold;

/// How a query found an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The name as it stands in the glossary.
    Exact,
    /// The name but for letter case, width, accents, ё/е, hyphens, traditional characters, or a word for its type.
    Folded,
    /// A grammatical form or the surname of the name.
    Inflected,
    /// What a conversion system makes of a name in another script.
    Converted,
    /// A name that is a slip or two away.
    Fuzzy,
}

impl How {
    /// The word for it in machine-readable output.
    pub const fn word(self) -> &'static str {
        match self {
            How::Exact => "exact",
            How::Folded => "folded",
            How::Inflected => "inflected",
            How::Converted => "converted",
            How::Fuzzy => "fuzzy",
        }
    }
}

/// An entry that a query can mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The entry.
    pub entry: EntryId,
    /// How it was found.
    pub how: How,
    /// How close it is, from 0 to 1.
    pub score: f32,
    /// The language of the name that matched.
    pub lang: Lang,
    /// The name that matched.
    pub name: Name,
    /// Whether it comes first because it is like the names asked before it ([`super::Column`]).
    pub by_column: bool,
}

/// What a question is about: everything, if nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Among {
    /// Names in this language.
    pub lang: Option<Lang>,
    /// Things of this country.
    pub country: Option<Country>,
}

impl From<Option<Lang>> for Among {
    fn from(lang: Option<Lang>) -> Among {
        Among { lang, country: None }
    }
}

impl Index {
    /// The entries that a name can mean, best first: by exact name, folded, inflected, converted; where none of these
    /// finds anything, without or with a word for its type, and last by nearness. Of entries that are found alike the
    /// heavier one comes first ([`crate::glossary::Entry::weight`]), and a country before all. `among` restricts what is looked at.
    pub fn lookup(&self, query: &str, among: impl Into<Among>, limit: usize) -> Vec<Match> {
        let Among { lang, country } = among.into();
        let allowed = |reading: &Reading| {
            lang.is_none_or(|lang| reading.lang == lang)
                && (country.is_none() || self.country(reading.entry) == country)
        };
        let key = fold(query);
        let mut matches = self.known(&key, query, allowed);
        if matches.is_empty() {
            let respelled = respellings(query).into_iter();
            matches = respelled
                .map(|text| self.respelled(&text, allowed))
                .find(|found| !found.is_empty())
                .unwrap_or_default();
        }
        if matches.iter().all(|found| found.name.form == Form::Lookup) {
            matches.extend(self.fuzzy(&key, allowed));
        }
        self.best(matches, limit)
    }

    /// What has a name of this key; `query` is the name as it was asked for.
    fn known(&self, key: &str, query: &str, allowed: impl Fn(&Reading) -> bool) -> Vec<Match> {
        let readings = self.readings_of_key(key).into_iter().filter(allowed);
        readings
            .map(|reading| {
                let name = self.name(reading);
                let how = match reading.relation {
                    Relation::Itself if name.text == query => How::Exact,
                    Relation::Itself => How::Folded,
                    Relation::Inflected | Relation::Part => How::Inflected,
                    Relation::Converted(_) => How::Converted,
                };
                Match {
                    entry: reading.entry,
                    how,
                    score: score(how),
                    lang: reading.lang,
                    name,
                    by_column: false,
                }
            })
            .collect()
    }

    /// What has a name that was asked for in other words.
    fn respelled(&self, text: &str, allowed: impl Fn(&Reading) -> bool) -> Vec<Match> {
        let mut found = self.known(&fold(text), text, allowed);
        found.retain(|found| found.how <= How::Folded);
        for found in &mut found {
            found.how = How::Folded;
            found.score = RESPELLED;
        }
        found
    }

    fn fuzzy(&self, key: &str, allowed: impl Fn(&Reading) -> bool) -> Vec<Match> {
        let length = key.chars().count();
        // A Chinese character is a syllable: four of them are as much as a long word.
        let short = if Script::of_text(key) == Some(Script::Han) {
            3
        } else {
            4
        };
        let most = match length {
            0..=1 => return Vec::new(),
            length if length <= short => 1,
            _ => 2,
        };
        let ear = Ear::new(key);
        let mut matches = Vec::new();
        for near in self.near_of(key, most, |_| true) {
            let slips = slips(key, &near) * ear.weighs(&near.key);
            let readings = near.readings.into_iter().filter(&allowed);
            matches.extend(readings.map(|reading| self.nearly(reading, slips, length)));
        }
        self.within(key, &allowed, &mut matches);
        self.by_ear(key, allowed, &mut matches);
        matches
    }

    /// What was found so many slips from a key of so many letters.
    fn nearly(&self, reading: Reading, slips: f32, length: usize) -> Match {
        Match {
            entry: reading.entry,
            how: How::Fuzzy,
            score: score(How::Fuzzy) * (1.0 - slips / (length as f32 + 1.0)),
            lang: reading.lang,
            name: self.name(reading),
            by_column: false,
        }
    }

    /// Adds the names that are whole words of a key: a name is asked for with a preposition, or with what it is.
    fn within(&self, key: &str, allowed: impl Fn(&Reading) -> bool, matches: &mut Vec<Match>) {
        let words: Vec<&str> = key.split(' ').collect();
        if words.len() > MOST_WORDS {
            return;
        }
        let is_name = |reading: &Reading| {
            let form = self.form(*reading);
            matches!(reading.relation, Relation::Itself | Relation::Inflected)
                && matches!(form, Form::Ordinary | Form::Official | Form::Short)
        };
        let length = key.chars().count();
        let rows = (0..words.len()).flat_map(|from| (from + 1..=words.len()).map(move |to| from..to));
        for text in rows.map(|row| words[row].join(" ")) {
            let own = text.chars().count();
            if (SHORTEST_WITHIN..length).contains(&own) {
                let slips = BESIDE * (length - own) as f32;
                let readings = self.readings_of_key(&text).into_iter();
                let names = readings.filter(|reading| allowed(reading) && is_name(reading));
                matches.extend(names.map(|reading| self.nearly(reading, slips, length)));
            }
        }
    }

    /// Adds what sounds like a key and was not found near it.
    fn by_ear(&self, key: &str, allowed: impl Fn(&Reading) -> bool, matches: &mut Vec<Match>) {
        let length = key.chars().count();
        let near: HashSet<EntryId> = matches.iter().map(|found| found.entry).collect();
        for layer in self.layers.iter().rev() {
            by_ear::run(layer, key, &mut |heard: Heard| {
                let slips = RESPELT * heard.respelt as f32 + ENDING * heard.missing as f32;
                let readings = layer.readings(heard.value).filter(&allowed);
                let readings =
                    readings.filter(|reading| !self.hidden(reading.entry) && !near.contains(&reading.entry));
                matches.extend(readings.map(|reading| self.nearly(reading, slips, length)));
            });
        }
    }

    /// How good a name is among those that were found alike: a city is as well known by a short name as by its full one.
    fn standing(&self, found: &Match) -> Status {
        let is_short = matches!(found.name.form, Form::Short | Form::Official);
        match found.name.status {
            Status::Admitted if is_short && self.kind(found.entry) == Kind::City => Status::Preferred,
            status => status,
        }
    }

    fn best(&self, mut matches: Vec<Match>, limit: usize) -> Vec<Match> {
        matches.sort_by_cached_key(|found| {
            (
                // Scores are positive, so that their bits are in their order.
                Reverse(found.score.to_bits()),
                found.how,
                found.name.status > Status::Admitted,
                found.name.form == Form::Lookup,
                self.standing(found),
                // A country comes before what is named like it.
                self.kind(found.entry) != Kind::Country,
                Reverse(self.weight(found.entry)),
                self.kind(found.entry).rank(),
                found.entry,
            )
        });
        let mut seen = HashSet::new();
        matches.retain(|m| seen.insert(m.entry));
        matches.truncate(limit);
        matches
    }
}

/// How much the slips weigh by where they are: an ending is often left out, a first letter is rarely wrong.
fn slips(key: &str, near: &Near) -> f32 {
    let slips = near.distance as f32;
    match near.key.strip_prefix(key) {
        Some(_) => slips * ENDING,
        None if near.key.chars().next() != key.chars().next() => slips + FIRST_LETTER,
        None => slips,
    }
}

/// What a sound weighs that is spelt otherwise.
const RESPELT: f32 = 0.45;

/// What a letter weighs that is missing at the end.
const ENDING: f32 = 0.45;

/// What it weighs more if the first letter is another.
const FIRST_LETTER: f32 = 0.3;

/// What each letter weighs that stands beside a name.
const BESIDE: f32 = 0.45;

/// The most words of a question in which names are looked for, and the least number of letters of such a name.
const MOST_WORDS: usize = 8;
const SHORTEST_WITHIN: usize = 3;

/// What the score is of a name that was asked for in other words.
const RESPELLED: f32 = 0.93;

const fn score(how: How) -> f32 {
    match how {
        How::Exact => 1.0,
        How::Folded => 0.98,
        How::Inflected => 0.95,
        How::Converted => 0.9,
        How::Fuzzy => 0.8,
    }
}
