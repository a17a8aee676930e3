//! Names that the house style explains by another one at their first mention.

use std::collections::HashSet;

use super::Rule;
use crate::glossary::{Entry, Form, Name, Status};
use crate::index::Relation;
use crate::lang::Lang;
use crate::lint::article::Found;
use crate::lint::messages::say;
use crate::lint::{Article, Diagnostic, Fix, Severity};

pub(super) const RULE: Rule = Rule {
    name: "missing-gloss",
    summary: "a name that the house style wants explained by another one at its first mention, and is not",
    page: include_str!("../../../tests/lint/missing-gloss.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for mention in article.found() {
        let lang = mention.reading.lang;
        if !article.index.has_form(mention.reading.entry, lang, Form::Gloss) {
            continue;
        }
        let is_name = matches!(mention.reading.relation, Relation::Itself | Relation::Inflected);
        if !is_name || !seen.insert((mention.reading.entry, lang)) {
            continue;
        }
        // Any of them will do, wherever the article has it: writers explain in many words.
        let entry = mention.entry();
        let glosses = glosses(&entry, lang);
        if let Some(gloss) = glosses.first()
            && !glosses.iter().any(|gloss| article.text.contains(&gloss.text))
        {
            found.push(diagnostic(article, &mention, gloss));
        }
    }
}

/// The names that explain an entry's; none unless a style gives them.
fn glosses(entry: &Entry, lang: Lang) -> Vec<&Name> {
    let names = entry.names(lang).iter();
    names
        .filter(|name| name.form == Form::Gloss && name.style.is_empty() && name.status <= Status::Admitted)
        .collect()
}

fn diagnostic(article: &Article<'_>, mention: &Found<'_>, gloss: &Name) -> Diagnostic {
    let span = mention.mention.span;
    let written = span.of(article.text);
    let glossed = match mention.reading.lang {
        Lang::Zh => format!("{written}（{}）", gloss.text),
        _ => format!("{written} ({})", gloss.text),
    };
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Note,
        span,
        message: say("gloss-missing", &[("gloss", &gloss.text), ("name", written)]),
        fix: Some(Fix::Unsafe),
        suggestions: vec![glossed],
        entry: Some(mention.id().to_owned()),
        related: Vec::new(),
    }
}
