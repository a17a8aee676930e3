//! A name that the glossary advises against, or that another system than the article's makes of a known name.

use super::Rule;
use super::aliases::declared;
use crate::glossary::{Entry, Name, Status};
use crate::index::{Reading, Relation};
use crate::known::{is_word, name_rank};
use crate::lang::Lang;
use crate::lint::article::Found;
use crate::lint::messages::{Message, say};
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::fold;
use crate::translit::SYSTEMS;

pub(super) const RULE: Rule = Rule {
    name: "discouraged-name",
    summary: "a deprecated or superseded name, or another system's form of a known name",
    page: include_str!("../../../tests/lint/discouraged-name.md"),
    check,
};

/// The least number of characters of another system's form that is reported by itself.
const SHORTEST: usize = 7;

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    for mention in article.found() {
        let span = mention.mention.span;
        if !is_discouraged(article, &mention) {
            continue;
        }
        let entry = mention.entry();
        let Some(preferred) = counterpart(&mention, &entry) else {
            continue;
        };
        let Some((severity, message)) = judged(article, &mention, &entry, &preferred.text) else {
            continue;
        };
        if declared(article.text, &[span]) {
            continue;
        }
        let right = article.in_place_of(&mention, &preferred.text);
        found.push(Diagnostic {
            rule: RULE.name,
            severity,
            span,
            message,
            suggestions: vec![right],
            fix: Some(Fix::Unsafe),
            entry: Some(entry.id.clone()),
            related: Vec::new(),
        });
    }
}

/// Whether nothing bears a spelling rightly.
fn is_discouraged(article: &Article<'_>, mention: &Found<'_>) -> bool {
    let right = |r: &Reading| {
        !matches!(r.relation, Relation::Converted(_)) && article.index.status(*r) <= Status::Admitted
    };
    !mention.mention.readings.iter().any(right)
}

/// The preferred name to use instead: of the same form and as many words, or else the entry's usual one.
fn counterpart<'e>(mention: &Found<'_>, entry: &'e Entry) -> Option<&'e Name> {
    let words = |name: &str| name.matches([' ', '·']).count();
    let like = |name: &&Name| {
        (name.status, name.form) == (Status::Preferred, mention.form())
            && name.style.is_empty()
            && words(&name.text) == words(mention.name_text())
    };
    let mut names = entry.names(mention.reading.lang).iter();
    names.find(like).or_else(|| entry.preferred(mention.reading.lang))
}

/// How bad a mention is, and what is said of it.
fn judged(
    article: &Article<'_>,
    mention: &Found<'_>,
    entry: &Entry,
    preferred: &str,
) -> Option<(Severity, Message)> {
    let here = mention.mention.span.of(article.text);
    match (mention.reading.relation, mention.status()) {
        (Relation::Converted(system), _) => {
            let system = SYSTEMS.get(usize::from(system))?;
            let source = if system.from == Lang::Zh.script() {
                Lang::Zh
            } else {
                Lang::Ru
            };
            let source = &entry.preferred(source)?.text;
            let said = || {
                say(
                    "converted",
                    &[
                        ("here", here),
                        ("system", system.title()),
                        ("source", source),
                        ("right", preferred),
                    ],
                )
            };
            telling(article, here).then(|| (Severity::Warning, said()))
        }
        (_, Status::Deprecated) => Some((
            Severity::Warning,
            say("deprecated", &[("here", here), ("right", preferred)]),
        )),
        (_, Status::Superseded) => Some((
            Severity::Note,
            say("former", &[("here", here), ("right", preferred)]),
        )),
        _ => None,
    }
}

/// Whether a spelling can hardly be anything else: long, no word and no name of anybody.
fn telling(article: &Article<'_>, written: &str) -> bool {
    let key = fold(written);
    key.chars().count() >= SHORTEST
        && !key.contains(' ')
        && name_rank(&key) == 0
        && !is_word(&key, article.lang)
}
