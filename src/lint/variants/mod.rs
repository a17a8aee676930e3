//! Pairs of spellings in one article that may be one name, found without a dictionary of names.
//!
//! [`Spellings`] collects what is written with a capital; [`pairs`] finds those that lie a slip or a spelling
//! habit apart ([`slips`]); [`evidence`] weighs what speaks for one name and what for two.

mod evidence;
mod pairs;
mod slips;
mod spellings;
mod stems;

pub(crate) use evidence::{Evidence, weigh};
pub(crate) use pairs::{Pair, pairs};
pub(crate) use spellings::{Spelling, Spellings};
pub(crate) use stems::same_word;

use crate::lint::Article;
use crate::text::Span;

/// What the rule `unlisted-variant` saw of a pair of spellings: for those who tune its weights.
#[derive(Clone, Debug)]
pub struct Observation {
    /// Where the spelling that is likelier wrong first stands.
    pub variant: Span,
    /// Where the spelling that is likelier right first stands.
    pub model: Span,
    /// What was observed, by the names in `evidence.csv`.
    pub features: Vec<(&'static str, f32)>,
    /// The weighed sum: above zero, the pair is reported.
    pub score: f32,
}

/// All near pairs of spellings in an article, as they were judged.
pub fn observations(article: &Article<'_>) -> Vec<Observation> {
    let spellings = Spellings::of(article);
    let first = |at: usize| article.words[spellings.list[at].places[0]].span;
    pairs(&spellings)
        .iter()
        .map(|pair| weigh(article, &spellings, pair))
        .map(|e| Observation {
            variant: first(e.variant),
            model: first(e.model),
            features: e.features,
            score: e.score,
        })
        .collect()
}
