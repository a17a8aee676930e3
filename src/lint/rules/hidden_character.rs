//! Characters that nobody sees, inside a word.

use super::Rule;
use crate::lint::messages::say;
use crate::lint::{Article, Diagnostic, Fix, Severity};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub(super) const RULE: Rule = Rule {
    name: "hidden-character",
    summary: "an invisible character, or a letter taken apart, inside a name",
    page: include_str!("../../../tests/lint/hidden-character.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    for word in article.words.iter().filter(|word| word.capital) {
        let written = word.span.of(article.text);
        if written.is_ascii() {
            continue;
        }
        let Some(strange) = written.chars().find_map(|c| described(c, written)) else {
            continue;
        };
        let right: String = written.chars().filter(|&c| hidden(c).is_none()).nfc().collect();
        if right != written {
            found.push(Diagnostic {
                rule: RULE.name,
                severity: Severity::Error,
                span: word.span,
                message: say("hidden", &[("character", &strange), ("right", &right)]),
                suggestions: vec![right],
                fix: Some(Fix::Safe),
                entry: None,
                related: Vec::new(),
            });
        }
    }
}

fn described(c: char, word: &str) -> Option<String> {
    let name = hidden(c).or_else(|| {
        let whole = || word.nfc().collect::<String>();
        (is_combining_mark(c) && whole().chars().count() < word.chars().count())
            .then_some("letter taken apart")
    })?;
    Some(format!("{name} (U+{:04X})", c as u32))
}

fn hidden(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero-width space",
        '\u{200c}' => "zero-width non-joiner",
        '\u{200d}' => "zero-width joiner",
        '\u{2060}' => "word joiner",
        '\u{feff}' => "byte order mark",
        _ => return None,
    })
}
