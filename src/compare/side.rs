//! One side of a translation: its text, the names in it, and what entries it may mean.

use std::collections::{HashMap, HashSet};

use super::abbreviations::abbreviated;
use crate::glossary::{Entry, Kind};
use crate::index::{EntryId, Index, Mention, Reading, Relation};
use crate::lang::Lang;
use crate::lint::{Word, words};
use crate::text::Span;

/// One side of a translation, read once.
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) lang: Lang,
    /// The names that it means: longest ones, in order.
    pub(super) mentions: Vec<Mention>,
    /// All names in it, those within longer ones too, by where they begin.
    within: Vec<Mention>,
    /// The words in Latin and Cyrillic script, in order.
    pub(super) words: Vec<Word<'a>>,
    /// The entries that any name in it may mean, in longer names too: what speaks for an entry having been named.
    pub(super) meant: HashSet<EntryId>,
    /// How many mentions may mean an entry.
    pub(super) counts: HashMap<EntryId, usize>,
}

impl<'a> Side<'a> {
    pub(super) fn new(index: &Index, text: &'a str, lang: Lang) -> Side<'a> {
        let mentions = index.mentions(text);
        let mut counts = HashMap::new();
        for mention in &mentions {
            for entry in entries(mention) {
                *counts.entry(entry).or_default() += 1;
            }
        }
        let within = index.names_within(text);
        let mut meant: HashSet<EntryId> = within.iter().flat_map(entries).collect();
        meant.extend(initials(index, text));
        meant.extend(abbreviated(index, text));
        Side {
            text,
            lang,
            words: words(text),
            mentions,
            within,
            meant,
            counts,
        }
    }

    /// Whether one of the entries that a mention of the other side may mean stands here.
    pub(super) fn answers(&self, mention: &Mention) -> bool {
        entries(mention).any(|entry| self.meant.contains(&entry))
    }

    /// The names within a mention: United Nations in United Nations Environment Programme.
    pub(super) fn inner(&self, mention: &Mention) -> impl Iterator<Item = &Mention> {
        let span = mention.span;
        let from = self.within.partition_point(|name| name.span.start < span.start);
        let within = self.within[from..]
            .iter()
            .take_while(move |name| name.span.start < span.end);
        within.filter(move |name| span.contains(name.span) && name.span != span)
    }

    /// How many mentions here may mean one of the entries of a mention.
    pub(super) fn count(&self, mention: &Mention) -> usize {
        let counts = entries(mention).map(|entry| self.counts.get(&entry).copied().unwrap_or(0));
        counts.max().unwrap_or(0)
    }

    /// Whether a word is part of a mention.
    pub(super) fn is_mention(&self, word: Span) -> bool {
        let at = self
            .mentions
            .partition_point(|mention| mention.span.end <= word.start);
        self.mentions
            .get(at)
            .is_some_and(|mention| mention.span.overlaps(word))
    }

    /// How far into the text a place is, from 0 to 1.
    pub(super) fn progress(&self, mention: &Mention) -> f64 {
        mention.span.start as f64 / self.text.len().max(1) as f64
    }
}

/// The entries that a mention may mean.
pub(super) fn entries(mention: &Mention) -> impl Iterator<Item = EntryId> {
    mention.readings.iter().map(|reading| reading.entry)
}

/// The entries of abbreviations that are written with periods: U.N., С.Ш.А.
fn initials(index: &Index, text: &str) -> Vec<EntryId> {
    let is_initials = |word: &&str| {
        let mut chars = word.chars();
        word.contains('.') && chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.')
    };
    let words = text
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .filter(is_initials);
    let joined = words.map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    joined
        .filter(|word| (2..=6).contains(&word.chars().count()) && !word.chars().any(char::is_lowercase))
        .flat_map(|word| index.readings(&word))
        .map(|reading| reading.entry)
        .collect()
}

/// Things that a translator takes for one another when he takes one for another at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Class {
    /// Countries, and islands that have a government.
    State,
    /// Parts of the world.
    Region,
    /// Cities and other places where people live.
    Town,
    Division,
    Person,
    Body,
    Water,
    Other(Kind),
}

impl Class {
    /// Whether it is one of places or persons.
    pub(super) fn is_place_or_person(self) -> bool {
        match self {
            Class::Body => false,
            Class::Other(kind) => kind.is_place(),
            _ => true,
        }
    }

    pub(super) fn of(kind: Kind) -> Class {
        match kind {
            Kind::Country | Kind::Island => Class::State,
            Kind::Region => Class::Region,
            Kind::City | Kind::Settlement => Class::Town,
            Kind::County | Kind::District | Kind::Province => Class::Division,
            Kind::Person => Class::Person,
            Kind::Organization | Kind::Company | Kind::University => Class::Body,
            Kind::River | Kind::Lake | Kind::Sea | Kind::Strait => Class::Water,
            other => Class::Other(other),
        }
    }
}

/// The classes of what a mention may mean.
pub(super) fn classes(index: &Index, mention: &Mention) -> HashSet<Class> {
    let is_whole = |reading: &&Reading| reading.relation != Relation::Part;
    let has_whole = mention.readings.iter().any(|reading| is_whole(&reading));
    let readings = mention
        .readings
        .iter()
        .filter(|reading| !has_whole || is_whole(reading));
    readings
        .map(|reading| Class::of(index.kind(reading.entry)))
        .collect()
}

/// The entry of a class that a mention likeliest means.
pub(super) fn likeliest(index: &Index, mention: &Mention, class: Option<Class>) -> Entry {
    let of_class = |id: &EntryId| class.is_none_or(|class| Class::of(index.kind(*id)) == class);
    let best = entries(mention)
        .filter(of_class)
        .min_by_key(|&id| index.kind(id).rank());
    index.entry(best.unwrap_or(mention.readings[0].entry))
}
