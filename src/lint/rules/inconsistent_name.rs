//! One entry under two spellings in one article.

use std::collections::BTreeMap;

use super::Rule;
use crate::glossary::{Form, Status};
use crate::index::{EntryId, Relation};
use crate::lang::Lang;
use crate::lint::article::Found;
use crate::lint::{Article, Diagnostic, Fix, Severity};

pub(super) const RULE: Rule = Rule {
    name: "inconsistent-name",
    summary: "one thing under two names of one kind in one article",
    page: include_str!("../../../tests/lint/inconsistent-name.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let mut entries: BTreeMap<(EntryId, Lang), Vec<Found<'_>>> = BTreeMap::new();
    for mention in article.found() {
        let comparable = mention.name.form == Form::Ordinary
            && mention.name.status <= Status::Admitted
            && matches!(mention.reading.relation, Relation::Itself | Relation::Inflected);
        if comparable {
            entries
                .entry((mention.reading.entry, mention.reading.lang))
                .or_default()
                .push(mention);
        }
    }
    for mentions in entries.into_values() {
        let mut names: BTreeMap<&str, Vec<&Found<'_>>> = BTreeMap::new();
        mentions
            .iter()
            .for_each(|mention| names.entry(&mention.name.text).or_default().push(mention));
        let Some(most) = names.values().map(Vec::len).max() else {
            continue;
        };
        let Some(&chosen) = names
            .iter()
            .find(|(_, places)| places.len() == most)
            .map(|(name, _)| name)
        else {
            continue;
        };
        for (name, places) in names.iter().filter(|(name, _)| **name != chosen) {
            for place in places {
                found.push(Diagnostic {
                    rule: RULE.name,
                    severity: Severity::Warning,
                    span: place.mention.span,
                    message: format!("{most} × `{chosen}`, here `{name}`"),
                    suggestions: vec![chosen.to_owned()],
                    fix: Some(Fix::Unsafe),
                    entry: Some(place.entry.id.clone()),
                    related: names[chosen]
                        .iter()
                        .take(5)
                        .map(|other| other.mention.span)
                        .collect(),
                });
            }
        }
    }
}
