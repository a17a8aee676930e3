//! Chinese names: one character in the place of another, or two that changed places.

use super::{diagnostic, has_parts};
use crate::glossary::{Kind, Status};
use crate::index::{EntryId, Reading, Relation};
use crate::lang::Lang;
use crate::lint::variants::han::{SHORTEST, near_names};
use crate::lint::{Article, Diagnostic, Fix};
use crate::text::simplified;

/// Variants of a Chinese name that stands right elsewhere in the article and that the glossary knows.
pub(super) fn variants(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    for variant in article.han_variants().iter().filter(|variant| variant.listed) {
        let entry = variant
            .models
            .iter()
            .find_map(|&span| article.mention_at(span))
            .map(|m| m.readings[0].entry);
        if let Some(entry) = entry {
            found.push(Diagnostic {
                related: variant.models.iter().copied().take(5).collect(),
                ..diagnostic(article, variant.span, variant.suggestion.clone(), entry)
            });
        }
    }
}

/// Chinese names with another character in one place, which nothing explains.
pub(super) fn near_names_of_the_glossary(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    if !article.has_han() {
        return;
    }
    let is_wanted = |reading: Reading, length: usize| {
        matches!(reading.relation, Relation::Itself | Relation::Part)
            && reading.lang == Lang::Zh
            && article.index.status(reading) <= Status::Admitted
            && !matches!(article.index.kind(reading.entry), Kind::Other | Kind::Currency)
            && (length > SHORTEST || is_prominent(article, reading.entry))
    };
    let text = article.han();
    for near in near_names(text, article.index, is_wanted) {
        let span = near.span(text);
        // The name is known in simplified characters.
        if span.of(article.text).chars().any(|c| simplified(c) != c) {
            continue;
        }
        let name = article.index.name_text(near.reading).to_owned();
        // So few characters leave a doubt.
        let is_short = near.length() == SHORTEST;
        found.push(Diagnostic {
            fix: Some(if is_short { Fix::Unsafe } else { Fix::Safe }),
            ..diagnostic(article, span, name, near.reading.entry)
        });
    }
}

/// The number of inhabitants of a place that an article is likely to mean.
const LARGE: u32 = 500_000;

/// Whether so much is written about a thing that even a short name is likelier misspelt than another's: a large place or a
/// foreigner.
fn is_prominent(article: &Article<'_>, entry: EntryId) -> bool {
    match article.index.kind(entry) {
        Kind::Country => true,
        Kind::City | Kind::Province => article.index.weight(entry) >= LARGE,
        Kind::Person => has_parts(article, entry),
        _ => false,
    }
}
