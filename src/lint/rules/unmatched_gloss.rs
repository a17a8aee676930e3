//! Names in brackets after a name that belong to something else.

use super::Rule;
use crate::index::Relation;
use crate::lint::article::Found;
use crate::lint::messages::say;
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "unmatched-gloss",
    summary: "a name in brackets, in another language, that is no name of what stands before it",
    page: include_str!("../../../tests/lint/unmatched-gloss.md"),
    check,
};

/// The most bytes between the brackets of a gloss.
const LONGEST: usize = 120;

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let mentions: Vec<Found<'_>> = article.found().collect();
    for (at, name) in mentions.iter().enumerate() {
        let Some(bracket) = bracket_after(article.text, name.mention.span.end) else {
            continue;
        };
        let inside = mentions[at + 1..]
            .iter()
            .take_while(|m| m.mention.span.start < bracket.end);
        for gloss in inside.filter(|gloss| is_whole(article.text, bracket, gloss.mention.span)) {
            if is_other(article, name, gloss) {
                found.push(diagnostic(article, name, gloss));
            }
        }
    }
}

/// What stands between the brackets that open after a name.
fn bracket_after(text: &str, end: usize) -> Option<Span> {
    let rest = &text[end..];
    let open = rest.trim_start_matches(' ');
    let inside = open.strip_prefix(['(', '（'])?;
    let start = text.len() - inside.len();
    let mut near = inside.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let (length, _) = near.find(|(_, c)| matches!(c, ')' | '）' | '\n'))?;
    Some(Span {
        start,
        end: start + length,
    })
}

/// Whether a mention is a whole item of the list in a bracket.
fn is_whole(text: &str, bracket: Span, mention: Span) -> bool {
    const BORDERS: [char; 7] = [',', '，', '、', ';', '；', '/', '／'];
    let space = |c: char| c == ' ' || "\"“”«»'‘’".contains(c);
    let before = text[bracket.start..mention.start].trim_end_matches(space);
    let after = text[mention.end..bracket.end].trim_start_matches(space);
    (before.is_empty() || before.ends_with(BORDERS)) && (after.is_empty() || after.starts_with(BORDERS))
}

/// Whether a gloss names something else of the same kind, in another language. What is of another kind says where a
/// thing is: `Gazprom (Moscow)`.
fn is_other(article: &Article<'_>, name: &Found<'_>, gloss: &Found<'_>) -> bool {
    let plain = |m: &Found<'_>| matches!(m.reading.relation, Relation::Itself | Relation::Inflected);
    let entries = |m: &Found<'_>| m.mention.readings.iter().map(|r| r.entry).collect::<Vec<_>>();
    let kind = |m: &Found<'_>| article.index.kind(m.reading.entry);
    let (own, other) = (entries(name), entries(gloss));
    plain(name)
        && plain(gloss)
        && name.reading.lang != gloss.reading.lang
        && kind(name) == kind(gloss)
        && own.iter().all(|entry| !other.contains(entry))
}

fn diagnostic(article: &Article<'_>, name: &Found<'_>, gloss: &Found<'_>) -> Diagnostic {
    let span = gloss.mention.span;
    let written = name.mention.span.of(article.text);
    let right = name
        .entry()
        .preferred(gloss.reading.lang)
        .map(|name| name.text.clone());
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Error,
        span,
        message: say("gloss", &[("here", span.of(article.text)), ("name", written)]),
        fix: right.is_some().then_some(Fix::Unsafe),
        suggestions: right.into_iter().collect(),
        entry: Some(name.id().to_owned()),
        related: vec![name.mention.span],
    }
}
