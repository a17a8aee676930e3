//! Two spellings of one name that stands in no glossary.

use super::Rule;
use crate::lint::variants::{Evidence, Pair, Spellings, pairs, weigh};
use crate::lint::{Article, Diagnostic, Fix, Severity, Word};
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "unlisted-variant",
    summary: "two spellings in one article that are likely one name, which no glossary holds",
    page: include_str!("../../../tests/lint/unlisted-variant.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let spellings = Spellings::of(article);
    for pair in pairs(&spellings) {
        let evidence = weigh(article, &spellings, &pair);
        if evidence.score > 0.0 {
            report(article, &spellings, &pair, &evidence, found);
        }
    }
}

fn report(
    article: &Article<'_>,
    spellings: &Spellings,
    pair: &Pair,
    evidence: &Evidence,
    found: &mut Vec<Diagnostic>,
) {
    let (variant, model) = (&spellings.list[evidence.variant], &spellings.list[evidence.model]);
    let cut = |at: usize| pair.stems[usize::from(pair.spellings[1] == at)];
    let related: Vec<Span> = spellings
        .forms(evidence.model)
        .iter()
        .flat_map(|&form| &spellings.list[form].places)
        .map(|&place| article.words[place].span)
        .take(5)
        .collect();
    for &place in &variant.places {
        let word = &article.words[place];
        let like = &article.words[model.places[0]];
        let suggestion = replaced(
            word.span.of(article.text),
            variant.key[..cut(evidence.variant)].chars().count(),
            like.span.of(article.text),
            model.key[..cut(evidence.model)].chars().count(),
            word,
        );
        found.push(Diagnostic {
            rule: RULE.name,
            severity: Severity::Warning,
            span: word.span,
            message: format!(
                "{} × `{}`, here `{}`",
                spellings.count(evidence.model),
                like.span.of(article.text),
                word.span.of(article.text)
            ),
            suggestions: vec![suggestion],
            fix: Some(Fix::Unsafe),
            entry: None,
            related: related.clone(),
        });
    }
}

/// The model's stem with the ending of the word in its place, in the capitals of the place.
fn replaced(written: &str, stem: usize, model: &str, model_stem: usize, word: &Word) -> String {
    let mut text: String = model.chars().take(model_stem).collect();
    text.extend(written.chars().skip(stem));
    match word.all_capitals {
        true => text.to_uppercase(),
        false => text,
    }
}
