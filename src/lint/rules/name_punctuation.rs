//! Dots, hyphens and spaces between the parts of a name.

use super::Rule;
use crate::lint::messages::{Message, say};
use crate::lint::variants::{Join, joins};
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "name-punctuation",
    summary: "a dot, hyphen or space between the parts of a name that is wrong or unlike the rest of the article",
    page: include_str!("../../../tests/lint/name-punctuation.md"),
    check,
};

/// The dot between the parts of a foreign name in Chinese text (GB/T 15834).
const DOT: char = '·';

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    chinese_dots(article, found);
    for Join {
        span,
        models,
        suggestion,
    } in joins(article)
    {
        let message = say(
            "counted",
            &[
                ("count", &models.len().to_string()),
                ("model", &suggestion),
                ("here", span.of(article.text)),
            ],
        );
        found.push(diagnostic(span, message, suggestion, models));
    }
}

fn diagnostic(span: Span, message: Message, suggestion: String, related: Vec<Span>) -> Diagnostic {
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Warning,
        span,
        message,
        suggestions: vec![suggestion],
        fix: Some(Fix::Safe),
        entry: None,
        related: related.into_iter().take(5).collect(),
    }
}

/// Chinese names whose dot is another one than elsewhere in the article, or is missing.
fn chinese_dots(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let text = article.han();
    let dots: Vec<usize> = (1..text.len()).filter(|&at| text.dotted[at]).collect();
    let right = |at: &&usize| text.dot_before(article, **at) == Some(DOT);
    let models: Vec<usize> = dots.iter().filter(right).copied().collect();
    for &model in &models {
        let (left, after) = (text.left_part(model), text.right_part(model));
        for at in text.places_of(&text.chars[left..after]) {
            let dot = at + (model - left);
            let plain = text.dot_before(article, dot) == Some(DOT);
            let dotted = |at: usize| text.dotted.get(at).is_some_and(|&dotted| dotted);
            let whole = !dotted(at) && !dotted(at + after - left);
            if !plain && whole && text.runs[at] == text.runs[at + (after - left) - 1] {
                let span = text.span(at, at + (after - left));
                let name = text.span(left, after).of(article.text).to_owned();
                let message = say(
                    "written-elsewhere",
                    &[("here", span.of(article.text)), ("right", &name)],
                );
                found.push(diagnostic(span, message, name, vec![text.span(left, after)]));
            }
        }
    }
}
