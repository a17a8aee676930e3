//! Variants of Chinese names. No segmenter is trusted: places of the raw text that are alike but for one slip are
//! compared, and known words only say what a place can be.

mod coincidence;
mod division;
mod evidence;
mod near;
mod pairs;
mod rows;
mod text;

use std::collections::HashMap;

pub(crate) use crate::known::characters::{commonness, is_common, transcribes};
use coincidence::is_plain_coincidence;
use evidence::{Depth, Judged, judge};
pub(crate) use near::{SHORTEST, near_names};
pub(crate) use text::HanText;

use crate::lint::Article;
use crate::text::Span;

/// A likely variant of a Chinese name.
pub(crate) struct HanVariant {
    /// Where it stands.
    pub span: Span,
    /// What would stand there with the model's characters.
    pub suggestion: String,
    /// Where the model stands.
    pub models: Vec<Span>,
    /// Whether the glossary has the model's name.
    pub listed: bool,
    /// The name as the model writes it.
    pub name: String,
}

/// The likely variants of Chinese names in an article, one for each place.
pub(crate) fn variants(article: &Article<'_>) -> Vec<HanVariant> {
    let text = article.han();
    let mut best: HashMap<usize, Judged> = HashMap::new();
    let places = pairs::places(text).into_iter();
    for place in places.filter(|place| !is_plain_coincidence(text, place)) {
        let judged = judge(text, place, Depth::Enough);
        if judged.score > 0.0 {
            let old = best.entry(judged.name.0).or_insert_with(|| judged.clone());
            if judged.score > old.score {
                *old = judged;
            }
        }
    }
    let mut found: Vec<Judged> = best.into_values().collect();
    found.sort_by_key(|judged| judged.name);
    found
        .iter()
        .map(|judged| variant(article, text, judged))
        .collect()
}

fn variant(article: &Article<'_>, text: &HanText, judged: &Judged) -> HanVariant {
    let model = text.span(judged.model.0, judged.model.1);
    let name = model.of(article.text).to_owned();
    let count = judged.model.1 - judged.model.0;
    let models = text.places_of(&text.chars[judged.model.0..judged.model.1]);
    HanVariant {
        span: text.span(judged.name.0, judged.name.1),
        suggestion: name.clone(),
        models: models.into_iter().map(|at| text.span(at, at + count)).collect(),
        listed: judged.listed,
        name,
    }
}

/// All near places of an article's Chinese names as they were judged: for those who tune the weights.
pub(super) fn observations(article: &Article<'_>) -> Vec<super::Observation> {
    let text = article.han();
    pairs::places(text)
        .into_iter()
        .map(|place| judge(text, place, Depth::All))
        .map(|judged| super::Observation {
            variant: text.span(judged.name.0, judged.name.1),
            model: text.span(judged.model.0, judged.model.1),
            features: judged.features,
            score: judged.score,
        })
        .collect()
}
