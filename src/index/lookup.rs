//! Looking one name up.

use super::{EntryId, Index, Reading, Relation};
use crate::glossary::{Name, Status};
use crate::lang::Lang;
use crate::text::fold;

/// How a query found an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The name as it stands in the glossary.
    Exact,
    /// The name but for letter case, width, accents, ё/е, hyphens or traditional characters.
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
}

impl Index {
    /// The entries that a name can mean, best first: by exact name, folded, inflected, converted, and where
    /// none of these finds anything, by nearness. `lang` restricts the names that are looked at.
    pub fn lookup(&self, query: &str, lang: Option<Lang>, limit: usize) -> Vec<Match> {
        let key = fold(query);
        let allowed = |reading: &Reading| lang.is_none_or(|lang| reading.lang == lang);
        let mut matches: Vec<Match> = self
            .readings_of_key(&key)
            .into_iter()
            .filter(allowed)
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
                }
            })
            .collect();
        if matches.is_empty() {
            matches = self.fuzzy(&key, allowed);
        }
        self.best(matches, limit)
    }

    fn fuzzy(&self, key: &str, allowed: impl Fn(&Reading) -> bool) -> Vec<Match> {
        let length = key.chars().count();
        let most = match length {
            0..=1 => return Vec::new(),
            2..=6 => 1,
            _ => 2,
        };
        self.near(key, most)
            .into_iter()
            .flat_map(|near| {
                near.readings
                    .into_iter()
                    .map(move |reading| (near.distance, reading))
            })
            .filter(|(_, reading)| allowed(reading))
            .map(|(distance, reading)| Match {
                entry: reading.entry,
                how: How::Fuzzy,
                score: score(How::Fuzzy) * (1.0 - distance as f32 / (length as f32 + 1.0)),
                lang: reading.lang,
                name: self.name(reading),
            })
            .collect()
    }

    fn best(&self, mut matches: Vec<Match>, limit: usize) -> Vec<Match> {
        matches.sort_by(|a, b| {
            let rank = |m: &Match| {
                (
                    m.how,
                    m.name.status != Status::Preferred,
                    m.name.status,
                    self.kind(m.entry).rank(),
                    m.entry,
                )
            };
            b.score.total_cmp(&a.score).then_with(|| rank(a).cmp(&rank(b)))
        });
        let mut seen = std::collections::HashSet::new();
        matches.retain(|m| seen.insert(m.entry));
        matches.truncate(limit);
        matches
    }
}

const fn score(how: How) -> f32 {
    match how {
        How::Exact => 1.0,
        How::Folded => 0.98,
        How::Inflected => 0.95,
        How::Converted => 0.9,
        How::Fuzzy => 0.8,
    }
}
