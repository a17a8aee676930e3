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
    // Each name once, with the places where it is written so, in the order of the text.
    let mut distinct: Vec<Vec<FullName>> = Vec::new();
    let mut numbers: HashMap<[&str; 2], usize> = HashMap::new();
    for name in full_names(words) {
        let number = *numbers.entry(name.keys(words)).or_insert(distinct.len());
        match distinct.get_mut(number) {
            Some(places) => places.push(name),
            None => distinct.push(vec![name]),
        }
    }
    let mut by_letters: HashMap<[Option<char>; 2], Vec<&[FullName]>> = HashMap::new();
    for places in &distinct {
        let letters = places[0].letters(words);
        by_letters.entry(letters).or_default().push(places);
    }
    for places in &distinct {
        let name = places[0];
        let [a, b] = name.letters(words);
        let turned = others(&by_letters, [b, a], |other| is_turned(words, name, other));
        if turned.is_empty() || !is_person(words, name) {
            continue;
        }
        let same = others(&by_letters, [a, b], |other| is_same(words, name, other)).len();
        // Where both stand equally often, the order that came first is the writer's own.
        let minor =
            |place: &FullName| turned.len() > same || turned.len() == same && turned[0].first < place.first;
        let minor = places.iter().filter(|&place| minor(place));
        found.extend(minor.map(|&place| diagnostic(article, place, &turned)));
    }
}

/// The places of the names with some letters that are meant, in the order of the text.
fn others(
    by_letters: &HashMap<[Option<char>; 2], Vec<&[FullName]>>,
    letters: [Option<char>; 2],
    is_meant: impl Fn(FullName) -> bool,
) -> Vec<FullName> {
    let names = by_letters.get(&letters).into_iter().flatten();
    let meant = names.filter(|places| is_meant(places[0]));
    let mut places: Vec<FullName> = meant.copied().flatten().copied().collect();
    places.sort_unstable_by_key(|place| place.first);
    places
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
