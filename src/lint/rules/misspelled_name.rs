//! A spelling that nothing gives, near a name that the glossary knows.

use std::collections::HashSet;

use super::Rule;
use crate::glossary::{Kind, Status};
use crate::index::{EntryId, Near, Reading, Relation};
use crate::lint::variants::{Knowledge, Spellings, slip};
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::{Span, fold};

pub(super) const RULE: Rule = Rule {
    name: "misspelled-name",
    summary: "a spelling that no source and no system gives, near a known name",
    page: include_str!("../../../tests/lint/misspelled-name.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    near_names_of_the_article(article, found);
    near_names_of_the_glossary(article, found);
    chinese_variants(article, found);
}

/// Variants of a Chinese name that stands right elsewhere in the article and that the glossary knows.
fn chinese_variants(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
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

/// Variants of a name that stands right elsewhere in the article and that the glossary knows.
fn near_names_of_the_article(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let variants = article.variants();
    for variant in &variants.found {
        let known = Knowledge::of(article, &variants.spellings, variant.variant);
        let places = variants.model_places(article, variant);
        let Some(entry) = places.iter().find_map(|&span| listed(article, span)) else {
            continue;
        };
        if !known.is_nothing() {
            continue;
        }
        for &place in &variants.variant(variant).places {
            let span = article.words[place].span;
            found.push(Diagnostic {
                related: places.iter().copied().take(5).collect(),
                ..diagnostic(article, span, variants.mended(article, variant, place), entry)
            });
        }
    }
}

/// The entry that a single word names by itself.
fn listed(article: &Article<'_>, span: Span) -> Option<EntryId> {
    let mention = article.mention_at(span).filter(|mention| mention.span == span)?;
    let reading = mention.readings.first()?;
    matches!(
        reading.relation,
        Relation::Itself | Relation::Inflected | Relation::Part
    )
    .then_some(reading.entry)
}

/// The least number of letters of a word that is compared with the whole glossary: shorter ones have too many
/// right neighbours.
const SHORTEST: usize = 7;
/// The same for the towns of a gazetteer that few articles mean.
const SHORTEST_OBSCURE: usize = 10;

/// Words that nobody knows, a slip away from one prominent name of the glossary.
fn near_names_of_the_glossary(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let spellings: &Spellings = &article.variants().spellings;
    for (number, spelling) in spellings.list.iter().enumerate() {
        let plain = spelling.lower == 0 && spelling.inside > 0 && spelling.key.chars().count() >= SHORTEST;
        if !plain || !Knowledge::of(article, spellings, number).is_nothing() {
            continue;
        }
        let Some((reading, key)) = nearest(article, &spelling.key) else {
            continue;
        };
        for &place in &spelling.places {
            let word = &article.words[place];
            if let Some(suggestion) = suggestion(article, reading, &key) {
                let suggestion = if word.all_capitals {
                    suggestion.to_uppercase()
                } else {
                    suggestion
                };
                found.push(diagnostic(article, word.span, suggestion, reading.entry));
            }
        }
    }
}

/// The one known name that a word is a slip away from, and its spelling there.
fn nearest(article: &Article<'_>, key: &str) -> Option<(Reading, String)> {
    let near = article.index.near(key, 1);
    let prominent = |near: &Near| {
        near.readings
            .iter()
            .copied()
            .find(|reading| is_prominent(article, *reading))
    };
    let found: Vec<(Reading, String)> = near
        .iter()
        .filter_map(|near| Some((prominent(near)?, near.key.clone())))
        .collect();
    let entries: HashSet<EntryId> = found.iter().map(|(reading, _)| reading.entry).collect();
    let (reading, spelling) = found.into_iter().next().filter(|_| entries.len() == 1)?;
    let slip = slip(key, &spelling)?;
    // A difference at the end of a word is more often another form or another word than a slip.
    (slip.left > 1 && slip.at > 0).then_some((reading, spelling))
}

/// Whether a name is one that an article is likely to mean.
fn is_prominent(article: &Article<'_>, reading: Reading) -> bool {
    let name = article.index.name(reading);
    let kind = article.index.kind(reading.entry);
    let obscure =
        (Kind::City..=Kind::Province).contains(&kind) || kind == Kind::Person || kind == Kind::Company;
    matches!(reading.relation, Relation::Itself | Relation::Inflected)
        && name.status <= Status::Admitted
        && !matches!(kind, Kind::Other | Kind::Currency)
        && (!obscure || fold(&name.text).chars().count() >= SHORTEST_OBSCURE)
}

/// The known name as it would be written in the place.
fn suggestion(article: &Article<'_>, reading: Reading, key: &str) -> Option<String> {
    let name = article.index.name(reading).text;
    (fold(&name) == key).then_some(name)
}

fn diagnostic(article: &Article<'_>, span: Span, suggestion: String, entry: EntryId) -> Diagnostic {
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Error,
        span,
        message: format!("`{}` is a misspelling of `{suggestion}`", span.of(article.text)),
        suggestions: vec![suggestion],
        fix: Some(Fix::Safe),
        entry: Some(article.entry(entry).id.clone()),
        related: Vec::new(),
    }
}
