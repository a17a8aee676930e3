//! One entry under two names in one article.

use std::collections::BTreeMap;

use super::Rule;
use super::aliases::{declared, side_by_side};
use crate::glossary::{Form, Name, Status};
use crate::index::{EntryId, Relation};
use crate::lang::{Lang, Script};
use crate::lint::article::Found;
use crate::lint::messages::say;
use crate::lint::variants::slip;
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::fold;

pub(super) const RULE: Rule = Rule {
    name: "inconsistent-name",
    summary: "one thing under two spellings or two regional names in one article",
    page: include_str!("../../../tests/lint/inconsistent-name.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let mut entries: BTreeMap<(EntryId, Lang), Vec<Found<'_>>> = BTreeMap::new();
    for mention in article.found() {
        if is_comparable(&mention) {
            entries
                .entry((mention.reading.entry, mention.reading.lang))
                .or_default()
                .push(mention);
        }
    }
    let several = |mentions: &Vec<Found<'_>>| {
        mentions
            .iter()
            .any(|mention| mention.reading.name != mentions[0].reading.name)
    };
    for mentions in entries.into_values().filter(several) {
        let mut names: BTreeMap<usize, Vec<&Found<'_>>> = BTreeMap::new();
        mentions
            .iter()
            .for_each(|mention| names.entry(mention.reading.name).or_default().push(mention));
        // The commonest name, or of those the one that the glossary puts first.
        let Some((&chosen, models)) = names
            .iter()
            .max_by_key(|(name, places)| (places.len(), usize::MAX - **name))
        else {
            continue;
        };
        for (_, places) in names.iter().filter(|(name, _)| **name != chosen) {
            compare(article, places, models, found);
        }
    }
}

/// Whether a mention is of a plain name, not of an adjective, an official title or a surname alone.
fn is_comparable(mention: &Found<'_>) -> bool {
    matches!(mention.form(), Form::Ordinary | Form::Short)
        && matches!(mention.reading.relation, Relation::Itself | Relation::Inflected)
}

fn compare(article: &Article<'_>, places: &[&Found<'_>], models: &[&Found<'_>], found: &mut Vec<Diagnostic>) {
    let (name, model) = (&places[0].name(), &models[0].name());
    let spans = |of: &[&Found<'_>]| of.iter().map(|f| f.mention.span).collect::<Vec<_>>();
    let (rare, often) = (spans(places), spans(models));
    if !competes(name, model)
        || declared(article.text, &rare)
        || declared(article.text, &often)
        || side_by_side(article.text, &rare, &often)
    {
        return;
    }
    for place in places {
        let span = place.mention.span;
        found.push(Diagnostic {
            rule: RULE.name,
            severity: Severity::Warning,
            span,
            message: say(
                "counted",
                &[
                    ("count", &often.len().to_string()),
                    ("model", &model.text),
                    ("here", span.of(article.text)),
                ],
            ),
            suggestions: vec![article.in_place_of(place, &model.text)],
            fix: Some(Fix::Unsafe),
            entry: Some(place.id().to_owned()),
            related: often.iter().copied().take(5).collect(),
        });
    }
}

/// Whether an article should keep to one of two names: they are two spellings of one word, two regions' names,
/// or one of them is discouraged. A longer and a shorter name (`Amur River`, 印尼 for 印度尼西亚) go together.
fn competes(name: &Name, model: &Name) -> bool {
    let (a, b) = (fold(&name.text), fold(&model.text));
    let regional = !name.system.is_empty() || !model.system.is_empty();
    let part = is_part(&a, &b) || is_part(&b, &a);
    // 肯亚 is no short form of 肯尼亚: characters are left out in the middle by another region's custom.
    if a == b || part && !(regional && is_han(&a)) {
        return false;
    }
    let either = |status: Status| name.status == status || model.status == status;
    let respelt = || a.contains(' ') == b.contains(' ') && slip(&a, &b).is_some();
    // An older name belongs to its time; an older spelling of the same name does not.
    if either(Status::Superseded) {
        return respelt();
    }
    either(Status::Deprecated) || regional || respelt()
}

fn is_han(text: &str) -> bool {
    Script::of_text(text) == Some(Script::Han)
}

/// Whether the characters of one name stand in the other in their order.
fn is_part(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}
