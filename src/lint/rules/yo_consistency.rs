//! One name with ё here and with е there.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashMapExt};

use super::Rule;
use crate::inflection::{Hint, inflect};
use crate::known::is_word;
use crate::lang::{Lang, Script};
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

/// A way in which a name is written, and where.
struct Form<'a> {
    written: &'a str,
    letters: Vec<char>,
    spans: Vec<Span>,
}

/// The ways in which the places of a name are written, in the order of their first places.
fn forms<'a>(text: &'a str, spans: &[Span]) -> Vec<Form<'a>> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut forms: Vec<Form<'a>> = Vec::new();
    for &span in spans {
        let written = span.of(text);
        let number = *numbers.entry(written).or_insert(forms.len());
        if number == forms.len() {
            forms.push(Form {
                written,
                letters: written.to_lowercase().chars().collect(),
                spans: Vec::new(),
            });
        }
        forms[number].spans.push(span);
    }
    forms
}

/// Compares the forms of one name letter by letter.
fn compare(article: &Article<'_>, spans: &[Span], found: &mut Vec<Diagnostic>) {
    let forms = forms(article.text, spans);
    let longest = forms.iter().map(|form| form.letters.len()).max().unwrap_or(0);
    for at in 0..longest {
        let with = |letter: char| {
            let own = forms.iter().filter(|form| form.letters.get(at) == Some(&letter));
            own.collect::<Vec<&Form<'_>>>()
        };
        let (mut dotted, plain) = (with('ё'), with('е'));
        dotted.retain(|form| !loses_yo(form, &plain));
        let (dotted, plain) = (places(&dotted), places(&plain));
        if dotted.is_empty() || plain.is_empty() {
            continue;
        }
        let (rare, often, right) = if dotted.len() < plain.len() {
            (dotted, plain, 'е')
        } else {
            (plain, dotted, 'ё')
        };
        report(article, rare, &often, (at, right), found);
    }
}

/// Where some forms stand, one form after the other.
fn places(forms: &[&Form<'_>]) -> Vec<Span> {
    forms.iter().flat_map(|form| &form.spans).copied().collect()
}

/// Reports the rarer places of a name, which have another letter than the others have.
fn report(
    article: &Article<'_>,
    rare: Vec<Span>,
    often: &[Span],
    (at, right): (usize, char),
    found: &mut Vec<Diagnostic>,
) {
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

/// Whether a name with ё has the plain forms by its own declension: Пётр, Петра.
fn loses_yo(name: &Form<'_>, plain: &[&Form<'_>]) -> bool {
    let own = inflect(name.written, Hint::default()).forms;
    plain
        .iter()
        .any(|plain| own.iter().any(|form| form.text == plain.written))
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
