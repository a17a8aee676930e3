//! A person's names in the other order than elsewhere in the article.

use foldhash::{HashMap, HashMapExt};

use super::Rule;
use super::full_names::{FullName, full_names, has_surname_ending, is_given};
use crate::lang::Script;
use crate::lint::messages::say;
use crate::lint::variants::same_word;
use crate::lint::{Article, Diagnostic, Fix, Severity, Word};
use crate::translit::Use;
use crate::translit::han::{Writing, syllables};

pub(super) const RULE: Rule = Rule {
    name: "name-order",
    summary: "given name and surname in the other order than elsewhere in the article",
    page: include_str!("../../../tests/lint/name-order.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let words = &article.words;
    let names = full_names(words);
    let mut by_letters: HashMap<[Option<char>; 2], Vec<FullName>> = HashMap::new();
    for &name in &names {
        by_letters.entry(name.letters(words)).or_default().push(name);
    }
    for &name in &names {
        let [a, b] = name.letters(words);
        let turned: Vec<FullName> = others(&by_letters, [b, a], |other| is_turned(words, name, other));
        let same = others(&by_letters, [a, b], |other| is_same(words, name, other)).len();
        // Where both stand equally often, the order that came first is the writer's own.
        let minor = turned.len() > same || turned.len() == same && turned[0].first < name.first;
        if !turned.is_empty() && minor && is_person(words, name) {
            found.push(diagnostic(article, name, &turned));
        }
    }
}

fn others(
    by_letters: &HashMap<[Option<char>; 2], Vec<FullName>>,
    letters: [Option<char>; 2],
    is_meant: impl Fn(FullName) -> bool,
) -> Vec<FullName> {
    let names = by_letters.get(&letters).into_iter().flatten();
    names.copied().filter(|&other| is_meant(other)).collect()
}

fn is_turned(words: &[Word<'_>], name: FullName, other: FullName) -> bool {
    let ([a, b], [c, d]) = (name.words(words), other.words(words));
    is_form(a, d) && is_form(b, c) && !is_form(a, b)
}

fn is_same(words: &[Word<'_>], name: FullName, other: FullName) -> bool {
    let ([a, b], [c, d]) = (name.words(words), other.words(words));
    is_form(a, c) && is_form(b, d)
}

fn is_form(a: &Word<'_>, b: &Word<'_>) -> bool {
    a.script == b.script && same_word(&a.key, &b.key, a.script == Some(Script::Cyrillic))
}

/// Whether two words look like a person's name: a known given name with a surname, or both in Pinyin. Two given names
/// may stand in either order as names of two people.
fn is_person(words: &[Word<'_>], name: FullName) -> bool {
    let [first, last] = name.words(words);
    let person = |given: &Word<'_>, surname: &Word<'_>| {
        is_given(given) && !is_given(surname) && has_surname_ending(surname)
    };
    person(first, last) || person(last, first) || is_chinese(first, last)
}

/// Whether the one word is a Chinese surname and the other a given name in Pinyin.
fn is_chinese(a: &Word<'_>, b: &Word<'_>) -> bool {
    let count = |word: &Word<'_>| {
        Some(
            syllables(&word.key, Writing::Pinyin, Use::Place, 1)
                .first()?
                .readings()
                .count(),
        )
    };
    matches!((count(a), count(b)), (Some(1), Some(2)) | (Some(2), Some(1)))
}

fn diagnostic(article: &Article<'_>, name: FullName, turned: &[FullName]) -> Diagnostic {
    let span = name.span(&article.words);
    let [first, last] = name.words(&article.words).map(|word| word.span.of(article.text));
    let model = turned[0].span(&article.words).of(article.text);
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Warning,
        span,
        message: say(
            "order",
            &[
                ("count", &turned.len().to_string()),
                ("model", model),
                ("here", span.of(article.text)),
            ],
        ),
        suggestions: vec![format!("{last} {first}")],
        fix: Some(Fix::Unsafe),
        entry: None,
        related: turned
            .iter()
            .take(5)
            .map(|other| other.span(&article.words))
            .collect(),
    }
}
