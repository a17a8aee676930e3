//! Names that are asked together.

use std::cmp::Reverse;
use std::collections::VecDeque;

use super::{Among, EntryId, How, Index, Match};
use crate::glossary::{Country, Kind};

/// The names of a column, which are of one kind and of one country more often than not: those before a name tell which of several things
/// of that name is meant. In a column of oblasts Voronezh is the oblast, though by itself it is the city.
///
/// ```
/// use isonym::index::Column;
/// let (index, mut column) = (isonym::shipped(), Column::default());
/// let mut first = |name: &str| column.lookup(&index, name, None, 1)[0].entry;
/// assert_eq!(index.id(first("Voronezh")), "voronezh");
/// let others = ["Amur Oblast", "Chita Oblast", "Moscow Oblast", "Tomsk Oblast", "Omsk Oblast", "Kursk Oblast", "Tula Oblast"];
/// others.map(&mut first);
/// assert_eq!(index.id(first("Voronezh")), "voronezh-oblast");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// The kinds of the last names that can only mean things of one kind.
    kinds: Recent<Kind>,
    /// The countries of the last names that can only mean things of one country.
    countries: Recent<Country>,
}

/// So many things of one name are looked at.
const NAMESAKES: usize = 16;

impl Column {
    /// [`Index::lookup`] of the next name. Of things that bear the name, one of the kind or the country of the names before comes first, and
    /// says so ([`Match::by_column`]).
    pub fn lookup(
        &mut self,
        index: &Index,
        query: &str,
        among: impl Into<Among>,
        limit: usize,
    ) -> Vec<Match> {
        let mut matches = index.lookup(query, among, limit.max(NAMESAKES));
        let bear_it = matches.iter().take_while(|found| found.how <= How::Folded);
        let bearers: Vec<EntryId> = bear_it.map(|found| found.entry).collect();
        let kinds = bearers.iter().map(|&entry| sort(index.kind(entry)));
        let countries = bearers.iter().map(|&entry| index.country(entry));
        if let Some(at) = self.likest(kinds.clone().zip(countries.clone())) {
            matches[..=at].rotate_right(1);
            matches[0].by_column = true;
        }
        self.kinds.learn(only(kinds));
        self.countries.learn(only(countries).flatten());
        matches.truncate(limit);
        matches
    }

    /// Which of several things is more like the names before than the first one is: above all of their kind, then of their country.
    fn likest(&self, things: impl Iterator<Item = (Kind, Option<Country>)>) -> Option<usize> {
        let likeness = |(kind, country): (Kind, Option<Country>)| {
            let of_country = country.is_some_and(|country| self.countries.are(country));
            (self.kinds.are(kind), of_country)
        };
        let things = things.map(likeness).enumerate();
        // Of equals the first one.
        let (at, _) = things.min_by_key(|&(_, likeness)| Reverse(likeness))?;
        (at > 0).then_some(at)
    }
}

/// What the last names of a column were.
#[derive(Clone, Debug)]
struct Recent<T>(VecDeque<T>);

/// So many earlier names tell something, if so many of them are alike.
const REMEMBERED: usize = 5;
const ALIKE: usize = 4;

impl<T: PartialEq> Recent<T> {
    fn learn(&mut self, value: Option<T>) {
        self.0.extend(value);
        if self.0.len() > REMEMBERED {
            self.0.pop_front();
        }
    }

    /// Whether the names before are of this value.
    fn are(&self, value: T) -> bool {
        self.0.iter().filter(|&other| *other == value).count() >= ALIKE
    }
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Recent(VecDeque::new())
    }
}

/// The value that all have.
fn only<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The kind that stands for those which registers do not tell apart: a county is listed by the town that it is governed from.
const fn sort(kind: Kind) -> Kind {
    match kind {
        Kind::Settlement | Kind::County | Kind::District => Kind::City,
        kind => kind,
    }
}
