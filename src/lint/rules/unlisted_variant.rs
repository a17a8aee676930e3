//! Two spellings of one name that stands in no glossary.

use super::Rule;
use crate::lint::messages::{Message, say};
use crate::lint::variants::{Variant, Variants};
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "unlisted-variant",
    summary: "two spellings in one article that are likely one name, which no glossary holds",
    page: include_str!("../../../tests/lint/unlisted-variant.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let variants = article.variants();
    for variant in &variants.found {
        let models = variants.model_places(article, variant);
        for &place in &variants.variant(variant).places {
            found.push(diagnostic(article, variants, variant, place, &models));
        }
    }
    found.extend(
        article
            .han_variants()
            .iter()
            .filter(|variant| !variant.listed)
            .map(|variant| Diagnostic {
                rule: RULE.name,
                severity: Severity::Warning,
                span: variant.span,
                message: counted(variant.models.len(), &variant.name, variant.span.of(article.text)),
                suggestions: vec![variant.suggestion.clone()],
                fix: Some(Fix::Unsafe),
                entry: None,
                related: variant.models.iter().copied().take(5).collect(),
            }),
    );
}

fn counted(count: usize, model: &str, here: &str) -> Message {
    say(
        "counted",
        &[("count", &count.to_string()), ("model", model), ("here", here)],
    )
}

fn diagnostic(
    article: &Article<'_>,
    variants: &Variants,
    variant: &Variant,
    place: usize,
    models: &[Span],
) -> Diagnostic {
    let span = article.words[place].span;
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Warning,
        span,
        message: counted(models.len(), models[0].of(article.text), span.of(article.text)),
        suggestions: vec![variants.mended(article, variant, place)],
        fix: Some(Fix::Unsafe),
        entry: None,
        related: models.iter().copied().take(5).collect(),
    }
}
