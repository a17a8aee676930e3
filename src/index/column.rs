//! Names that are asked together.

use std::collections::VecDeque;

use super::{How, Index, Match};
use crate::glossary::Kind;
use crate::lang::Lang;

/// The names of a column, which are of one kind more often than not: those before a name tell which of several things of that name
/// is meant. In a column of oblasts Voronezh is the oblast, though by itself it is the city.
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
    kinds: VecDeque<Kind>,
}

/// So many earlier names tell something, if so many of them are of one kind.
const REMEMBERED: usize = 5;
const ALIKE: usize = 4;

/// So many things of one name are looked at.
const NAMESAKES: usize = 16;

impl Column {
    /// [`Index::lookup`] of the next name. Of things that bear the name, one of the kind of the names before comes first, and says so
    /// ([`Match::by_column`]).
    pub fn lookup(&mut self, index: &Index, query: &str, lang: Option<Lang>, limit: usize) -> Vec<Match> {
        let mut matches = index.lookup(query, lang, limit.max(NAMESAKES));
        let bears_it = |found: &&Match| found.how <= How::Folded;
        let kinds: Vec<Kind> = matches
            .iter()
            .take_while(bears_it)
            .map(|found| sort(index.kind(found.entry)))
            .collect();
        if let Some(&first) = kinds.first() {
            if kinds.iter().all(|&kind| kind == first) {
                self.learn(first);
            } else if let Some(at) = kinds.iter().position(|&kind| self.is_of(kind))
                && at > 0
            {
                matches[..=at].rotate_right(1);
                matches[0].by_column = true;
            }
        }
        matches.truncate(limit);
        matches
    }

    /// Remembers the kind of a name.
    fn learn(&mut self, kind: Kind) {
        self.kinds.push_back(kind);
        if self.kinds.len() > REMEMBERED {
            self.kinds.pop_front();
        }
    }

    /// Whether the names before are of a kind.
    fn is_of(&self, kind: Kind) -> bool {
        self.kinds.iter().filter(|&&other| other == kind).count() >= ALIKE
    }
}

/// The kind that stands for those which registers do not tell apart: a county is listed by the town that it is governed from.
const fn sort(kind: Kind) -> Kind {
    match kind {
        Kind::Settlement | Kind::County | Kind::District => Kind::City,
        kind => kind,
    }
}
