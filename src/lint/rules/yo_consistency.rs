//! One name with ё here and with е there.

use std::collections::BTreeSet;

use super::Rule;
use crate::inflection::{Hint, inflect};
use crate::lang::{Lang, Script};
use crate::lint::known::is_word;
use crate::lint::messages::say;
use crate::lint::variants::Spellings;
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "yo-consistency",
    summary: "one name written both with ё and with е",
    page: include_str!("../../../tests/lint/yo-consistency.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    if !article.text.contains('ё') && !article.text.contains('Ё') {
        return;
    }
    let spellings = &article.variants().spellings;
    for number in with_yo(article, spellings) {
        let spelling = &spellings.list[number];
        let name =
            spelling.script == Script::Cyrillic && spelling.lower == 0 && !is_word(&spelling.key, Lang::Ru);
        let forms = spellings.forms(number);
        // Each family of forms is judged once, by its first spelling.
        if name && forms.iter().all(|&form| form >= number) {
            let places = forms.iter().flat_map(|&form| &spellings.list[form].places);
            let spans: Vec<Span> = places.map(|&place| article.words[place].span).collect();
            compare(article, &spans, found);
        }
    }
}

/// The spellings that stand with ё somewhere, and those that can be forms of the same words.
fn with_yo(article: &Article<'_>, spellings: &Spellings) -> BTreeSet<usize> {
    let dotted = |place: &usize| article.words[*place].span.of(article.text).contains(['ё', 'Ё']);
    let own = |number: &usize| spellings.list[*number].places.iter().any(dotted);
    (0..spellings.list.len())
        .filter(own)
        .flat_map(|number| spellings.forms(number))
        .collect()
}

/// Compares the forms of one name letter by letter.
fn compare(article: &Article<'_>, spans: &[Span], found: &mut Vec<Diagnostic>) {
    let letters = |span: &Span| {
        span.of(article.text)
            .to_lowercase()
            .chars()
            .collect::<Vec<char>>()
    };
    let all: Vec<(Span, Vec<char>)> = spans.iter().map(|span| (*span, letters(span))).collect();
    let longest = all.iter().map(|(_, letters)| letters.len()).max().unwrap_or(0);
    for at in 0..longest {
        let with = |yo: char| {
            all.iter()
                .filter(|(_, l)| l.get(at) == Some(&yo))
                .map(|(s, _)| *s)
                .collect::<Vec<_>>()
        };
        let (dotted, plain) = (with('ё'), with('е'));
        let dotted: Vec<Span> = dotted
            .into_iter()
            .filter(|&span| !loses_yo(article, span, &plain))
            .collect();
        if dotted.is_empty() || plain.is_empty() {
            continue;
        }
        let (rare, often, right) = if dotted.len() < plain.len() {
            (dotted, plain, 'е')
        } else {
            (plain, dotted, 'ё')
        };
        for span in rare {
            let suggestion = with_letter(span.of(article.text), at, right);
            found.push(Diagnostic {
                rule: RULE.name,
                severity: Severity::Warning,
                span,
                message: say(
                    "counted-yo",
                    &[
                        ("count", &often.len().to_string()),
                        ("letter", &right.to_string()),
                        ("model", often[0].of(article.text)),
                        ("here", span.of(article.text)),
                    ],
                ),
                suggestions: vec![suggestion],
                fix: Some(Fix::Safe),
                entry: None,
                related: often.iter().copied().take(5).collect(),
            });
        }
    }
}

/// Whether a name with ё has the plain forms by its own declension: Пётр, Петра.
fn loses_yo(article: &Article<'_>, name: Span, plain: &[Span]) -> bool {
    let forms = inflect(name.of(article.text), Hint::default()).forms;
    plain
        .iter()
        .any(|span| forms.iter().any(|form| form.text == span.of(article.text)))
}

/// A word with another letter in a place, in the case of the old one.
fn with_letter(word: &str, at: usize, letter: char) -> String {
    let put = |old: char| {
        if old.is_uppercase() {
            letter.to_uppercase().collect()
        } else {
            letter.to_string()
        }
    };
    word.chars()
        .enumerate()
        .map(|(i, c)| if i == at { put(c) } else { c.to_string() })
        .collect()
}
