//! A spelling that nothing gives, near a name that the glossary knows.

use std::collections::HashMap;

use super::Rule;
use crate::glossary::{Kind, Status};
use crate::index::{Near, Reading, Relation};
use crate::lang::Script;
use crate::lint::known::{is_word, name_rank};
use crate::lint::{Article, Diagnostic, Fix, Severity, Word};

pub(super) const RULE: Rule = Rule {
    name: "misspelled-name",
    summary: "a spelling that no source and no system gives, near a known name",
    page: include_str!("../../../tests/lint/misspelled-name.md"),
    check,
};

/// The least number of letters of a word that is compared with the glossary: shorter ones have too many
/// right neighbours.
const SHORTEST: usize = 6;

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let mut judged: HashMap<&str, Option<(Near, Reading)>> = HashMap::new();
    for word in article
        .words
        .iter()
        .filter(|word| word.capital && word.script.is_some())
    {
        if is_known(article, word) {
            continue;
        }
        let near = judged
            .entry(&word.key)
            .or_insert_with(|| nearest(article, word))
            .clone();
        if let Some((near, reading)) = near {
            found.push(diagnostic(article, word, &near, reading));
        }
    }
}

/// Whether a word is a mention, a part of one, a name of anybody or an ordinary word.
fn is_known(article: &Article<'_>, word: &Word) -> bool {
    let from = article
        .mentions
        .partition_point(|mention| mention.span.end <= word.span.start);
    article
        .mentions
        .get(from)
        .is_some_and(|mention| mention.span.overlaps(word.span))
        || name_rank(&word.key) > 0
        || is_word(&word.key, article.lang)
}

/// The one known name that a word is a slip away from.
fn nearest(article: &Article<'_>, word: &Word) -> Option<(Near, Reading)> {
    if word.key.chars().count() < SHORTEST {
        return None;
    }
    let near = article.index.near(&word.key, 1);
    let [near] = &near[..] else { return None };
    let reading = *near
        .readings
        .iter()
        .find(|reading| is_prominent(article, reading))?;
    (Script::of_text(&near.key) == word.script && !near.key.contains(' ')).then(|| (near.clone(), reading))
}

/// Whether a name is one that an article is likely to mean.
fn is_prominent(article: &Article<'_>, reading: &Reading) -> bool {
    matches!(reading.relation, Relation::Itself | Relation::Inflected)
        && article.index.name(*reading).status <= Status::Admitted
        && !matches!(article.index.kind(reading.entry), Kind::Other | Kind::Currency)
}

fn diagnostic(article: &Article<'_>, word: &Word, near: &Near, reading: Reading) -> Diagnostic {
    let entry = article.entry(reading.entry);
    let name = &entry.names(reading.lang)[reading.name].text;
    let suggestion = if word.all_capitals {
        name.to_uppercase()
    } else {
        name.clone()
    };
    let _ = near;
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Error,
        span: word.span,
        message: format!("`{}` is a slip away from `{name}`", word.span.of(article.text)),
        suggestions: vec![suggestion],
        fix: Some(Fix::Safe),
        entry: Some(entry.id.clone()),
        related: Vec::new(),
    }
}
