//! Names that share a part: they may be one thing's, though no entry says so.

use std::collections::HashSet;

use super::side::{Side, entries};
use crate::glossary::Entry;
use crate::index::{Index, Mention};
use crate::lang::{Lang, Script};
use crate::text::fold;

/// The least number of Chinese characters of a part.
const HAN: usize = 2;

/// The least number of letters of a part.
const LETTERS: usize = 3;

/// The longest ending of a declined name.
const ENDING: usize = 2;

/// So many words, or Chinese characters, of a name are taken into parts: longer names are titles.
const LONGEST: usize = 10;

/// What the names of a source are made of, in both languages.
pub(super) struct Kin {
    /// Whole names.
    wholes: HashSet<String>,
    /// What stands within them: runs of words, runs of Chinese characters.
    parts: HashSet<String>,
    langs: [Lang; 2],
}

impl Kin {
    /// The kin of all names in the source.
    pub(super) fn of(index: &Index, source: &Side<'_>, target: Lang) -> Kin {
        let mut kin = Kin {
            wholes: HashSet::new(),
            parts: HashSet::new(),
            langs: [source.lang, target],
        };
        let mut seen = HashSet::new();
        for mention in &source.mentions {
            kin.add(&fold(mention.span.of(source.text)));
            for id in entries(mention).filter(|id| seen.insert(*id)) {
                for name in names(&index.entry(id), kin.langs) {
                    kin.add(&name);
                }
            }
        }
        kin
    }

    fn add(&mut self, name: &str) {
        for part in parts(name) {
            self.parts.insert(stem(part).to_owned());
        }
        self.wholes.insert(stem(name).to_owned());
    }

    /// Whether a Russian word is a part of a name but for an ending.
    fn has_declined(&self, word: &str) -> bool {
        let length = word.chars().count();
        let is_one = Script::of_text(word) == Some(Script::Cyrillic) && !word.contains(' ');
        is_one
            && (1..=ENDING).filter(|cut| length >= LETTERS + cut).any(|cut| {
                let end = word
                    .char_indices()
                    .nth(length - cut)
                    .map_or(word.len(), |(at, _)| at);
                self.parts.contains(&word[..end])
            })
    }

    /// Whether a name of the target is part of one in the source, or has one as a part.
    pub(super) fn has(&self, index: &Index, target: &Side<'_>, mention: &Mention) -> bool {
        let written = fold(mention.span.of(target.text));
        let shares = |name: &str| {
            self.parts.contains(stem(name)) || parts(name).iter().any(|part| self.wholes.contains(stem(part)))
        };
        shares(&written)
            || self.has_declined(&written)
            || mention.readings.iter().any(|reading| {
                let own = fold(&index.name(*reading).text);
                shares(&own) || names(&index.entry(reading.entry), self.langs).any(|name| shares(&name))
            })
    }
}

/// The folded names of an entry in two languages that are long enough to tell something.
fn names(entry: &Entry, langs: [Lang; 2]) -> impl Iterator<Item = String> {
    langs
        .into_iter()
        .flat_map(|lang| entry.names(lang))
        .map(|name| fold(&name.text))
        .filter(|name| is_long(name))
}

fn is_long(name: &str) -> bool {
    let least = if Script::of_text(name) == Some(Script::Han) {
        HAN
    } else {
        LETTERS
    };
    name.chars().count() >= least
}

/// A name without its last letter, which may be an ending; not of short or Chinese ones.
fn stem(name: &str) -> &str {
    let is_stem = Script::of_text(name) != Some(Script::Han) && name.chars().count() > LETTERS + 2;
    let last = name.char_indices().next_back().filter(|_| is_stem);
    last.map_or(name, |(at, _)| &name[..at])
}

/// The runs of words, or of Chinese characters, in a folded name, the whole name among them.
fn parts(name: &str) -> Vec<&str> {
    let bounds: Vec<(usize, usize)> = match Script::of_text(name) {
        Some(Script::Han) => name
            .char_indices()
            .map(|(at, c)| (at, at + c.len_utf8()))
            .collect(),
        _ => words(name),
    };
    let bounds = &bounds[..bounds.len().min(LONGEST)];
    let runs = (0..bounds.len()).flat_map(|from| (from..bounds.len()).map(move |to| (from, to)));
    runs.map(|(from, to)| &name[bounds[from].0..bounds[to].1])
        .filter(|part| is_long(part))
        .collect()
}

fn words(name: &str) -> Vec<(usize, usize)> {
    let mut at = 0;
    name.split(' ')
        .map(|word| {
            let bounds = (at, at + word.len());
            at += word.len() + 1;
            bounds
        })
        .collect()
}
