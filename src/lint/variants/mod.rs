//! Pairs of spellings in one article that may be one name, found without a dictionary of names.
//!
//! `Spellings` collects what is written with a capital; `pairs` finds those that lie a slip or a spelling
//! habit apart (`slips`); `evidence` weighs what speaks for one name and what for two.

mod context;
mod evidence;
pub(crate) mod han;
mod joins;
mod kin;
mod pairs;
mod series;
mod slips;
mod spellings;
mod stems;

pub(crate) use evidence::Knowledge;
pub(crate) use joins::{Join, joins};
pub use series::{Compared, Series};
pub(crate) use slips::{SlipKind, slip};
pub(crate) use spellings::{Spelling, Spellings};
pub(crate) use stems::{dictionary_forms, same_word};

use evidence::{Depth, Evidence, weigh};
use pairs::{Pair, pairs};

use crate::lint::{Article, Word};
use crate::text::Span;

/// A spelling that is likely a variant of another one in the same article.
pub(crate) struct Variant {
    pair: Pair,
    /// The number of the spelling that is likelier wrong.
    pub variant: usize,
    /// The number of the spelling that is likelier right.
    pub model: usize,
    score: f32,
}

/// The likely variants of an article, the surest first.
pub(crate) struct Variants {
    pub spellings: Spellings,
    pub found: Vec<Variant>,
}

impl Variants {
    pub(crate) fn of(article: &Article<'_>) -> Variants {
        let (spellings, near) = near(article);
        let mut found: Vec<Variant> = near
            .into_iter()
            .map(|pair| (weigh(&spellings, &pair, Depth::Enough), pair))
            .filter(|(evidence, _)| evidence.score > 0.0)
            .map(
                |(
                    Evidence {
                        variant,
                        model,
                        score,
                        ..
                    },
                    pair,
                )| Variant {
                    pair,
                    variant,
                    model,
                    score,
                },
            )
            .collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score));
        Variants { spellings, found }
    }

    /// The spelling that is likelier wrong.
    pub(crate) fn variant(&self, of: &Variant) -> &Spelling {
        &self.spellings.list[of.variant]
    }

    /// The spelling that is likelier right.
    pub(crate) fn model(&self, of: &Variant) -> &Spelling {
        &self.spellings.list[of.model]
    }

    /// How a place of the variant would read with the model's spelling: the model's stem with the ending and
    /// the capitals of the place.
    pub(crate) fn mended(&self, article: &Article<'_>, of: &Variant, place: usize) -> String {
        let stem = |at: usize| {
            let bytes = of.pair.stems[usize::from(of.pair.spellings[1] == at)];
            self.spellings.list[at].key[..bytes].chars().count()
        };
        let word = &article.words[place];
        let like = self.model_word(article, of);
        let stem_text: String = like.span.of(article.text).chars().take(stem(of.model)).collect();
        let mut text = match like.all_capitals && !word.all_capitals {
            true => stem_text
                .chars()
                .take(1)
                .chain(stem_text.to_lowercase().chars().skip(1))
                .collect(),
            false => stem_text,
        };
        text.extend(word.span.of(article.text).chars().skip(stem(of.variant)));
        if word.all_capitals {
            text.to_uppercase()
        } else {
            text
        }
    }

    /// A place of the model, not in capitals throughout if there is one.
    fn model_word<'a>(&self, article: &'a Article<'_>, of: &Variant) -> &'a Word<'a> {
        let mut places = self.model(of).places.iter().map(|&place| &article.words[place]);
        let first = &article.words[self.model(of).places[0]];
        places.find(|word| !word.all_capitals).unwrap_or(first)
    }

    /// The places of the model in all its forms, in the order of the text.
    pub(crate) fn model_places(&self, article: &Article<'_>, of: &Variant) -> Vec<Span> {
        let forms = self.spellings.forms(of.model);
        let places = forms.iter().flat_map(|&form| &self.spellings.list[form].places);
        let mut spans: Vec<Span> = places.map(|&place| article.words[place].span).collect();
        spans.sort();
        spans
    }
}

/// The spellings of an article, and the pairs of them that lie near each other, both observed.
fn near(article: &Article<'_>) -> (Spellings, Vec<Pair>) {
    let mut spellings = Spellings::of(article);
    let near = pairs(&spellings);
    let mut compared: Vec<usize> = near.iter().flat_map(|pair| pair.spellings).collect();
    compared.sort_unstable();
    compared.dedup();
    spellings.observe(article, &compared);
    (spellings, near)
}

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
    let (spellings, near) = near(article);
    let first = |at: usize| article.words[spellings.list[at].places[0]].span;
    let mut all = han::observations(article);
    let words = near
        .iter()
        .map(|pair| weigh(&spellings, pair, Depth::All))
        .map(|e| Observation {
            variant: first(e.variant),
            model: first(e.model),
            features: e.features,
            score: e.score,
        });
    all.extend(words);
    all
}
