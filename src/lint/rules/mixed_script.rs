//! Letters of another script that look like the right ones.

use std::sync::LazyLock;

use super::Rule;
use crate::lang::{Lang, Script};
use crate::lint::messages::say;
use crate::lint::{Article, Diagnostic, Fix, Severity};

pub(super) const RULE: Rule = Rule {
    name: "mixed-script",
    summary: "a word with look-alike letters of another script",
    page: include_str!("../../../tests/lint/mixed-script.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    for word in article.words.iter().filter(|word| word.script.is_none()) {
        let written = word.span.of(article.text);
        let Some((right, script)) = mended(article, written) else {
            continue;
        };
        let strange: Vec<String> = written
            .chars()
            .filter(|&c| Script::of(c).is_some_and(|s| s != script))
            .map(|c| format!("{} `{c}` (U+{:04X})", script_name(Script::of(c)), c as u32))
            .collect();
        let letters = strange.join(", ");
        found.push(Diagnostic {
            rule: RULE.name,
            severity: Severity::Error,
            span: word.span,
            message: say(
                "mixed-script",
                &[("letters", &letters), ("script", script_name(Some(script)))],
            ),
            suggestions: vec![right],
            fix: Some(Fix::Safe),
            entry: None,
            related: Vec::new(),
        });
    }
}

/// The word with its look-alike letters replaced, and the script that it is then in. Nothing where the
/// letters of the lesser script have no look-alikes (`BLMщики`), or the word is a number (`ХIX`).
fn mended(article: &Article<'_>, written: &str) -> Option<(String, Script)> {
    let count = |script| written.chars().filter(|&c| Script::of(c) == Some(script)).count();
    let (latin, cyrillic) = (count(Script::Latin), count(Script::Cyrillic));
    if latin + cyrillic < 3 || is_number(written) || is_abbreviation_with_ending(written) {
        return None;
    }
    let as_cyrillic = replaced(written, Script::Cyrillic);
    let as_latin = replaced(written, Script::Latin);
    let prefers_cyrillic = match latin.cmp(&cyrillic) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Greater => false,
        std::cmp::Ordering::Equal => article.lang == Lang::Ru,
    };
    let both = [(as_cyrillic, Script::Cyrillic), (as_latin, Script::Latin)];
    let likely = both
        .iter()
        .filter_map(|(right, script)| Some((right.clone()?, *script)));
    if prefers_cyrillic {
        likely.min_by_key(|(_, s)| *s != Script::Cyrillic)
    } else {
        likely.min_by_key(|(_, s)| *s != Script::Latin)
    }
}

/// A Latin abbreviation with a Russian ending: `SMSками`.
fn is_abbreviation_with_ending(word: &str) -> bool {
    let ending = word.trim_start_matches(|c| Script::of(c) == Some(Script::Latin));
    let abbreviation = &word[..word.len() - ending.len()];
    abbreviation.chars().count() > 1
        && abbreviation.chars().all(char::is_uppercase)
        && ending
            .chars()
            .all(|c| Script::of(c) == Some(Script::Cyrillic) && c.is_lowercase())
}

/// Roman numerals are often written with letters of either script.
fn is_number(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M' | 'Х' | 'І' | 'С' | 'М'))
}

/// The word in one script, if each letter of another script has a look-alike there.
fn replaced(word: &str, script: Script) -> Option<String> {
    word.chars()
        .map(|c| match Script::of(c) {
            Some(other) if other != script => look_alike(c, script),
            _ => Some(c),
        })
        .collect()
}

/// The letter of a script that looks like a letter of the other one.
fn look_alike(c: char, script: Script) -> Option<char> {
    static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let rows = include_str!("look-alikes.csv")
            .lines()
            .filter(|row| !row.starts_with('#'))
            .skip(1);
        rows.filter_map(|row| {
            let mut cells = row.split(',').filter_map(|cell| cell.chars().next());
            Some((cells.next()?, cells.next()?))
        })
        .collect()
    });
    PAIRS.iter().find_map(|&(latin, cyrillic)| match script {
        Script::Cyrillic if latin == c => Some(cyrillic),
        Script::Latin if cyrillic == c => Some(latin),
        _ => None,
    })
}

fn script_name(script: Option<Script>) -> &'static str {
    match script {
        Some(Script::Latin) => "Latin",
        Some(Script::Cyrillic) => "Cyrillic",
        _ => "foreign",
    }
}
