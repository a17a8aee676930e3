//! A name that was asked for in other words: with a bracket, turned round as lists do, with or without a word for its type.

use std::sync::LazyLock;

use crate::lang::Lang;

/// A row of `type_words.csv`.
struct TypeWord {
    lang: Lang,
    place: Place,
    word: &'static str,
    /// Whether a name that is not found alone is tried with the word.
    added: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    After,
    Joined,
}

static TYPE_WORDS: LazyLock<Vec<TypeWord>> = LazyLock::new(|| {
    let rows = include_str!("type_words.csv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).skip(1);
    rows.map(|row| {
        let cells: Vec<&str> = row.split(',').collect();
        TypeWord {
            lang: cells[0].parse().expect("a language"),
            place: match cells[1] {
                "before" => Place::Before,
                "after" => Place::After,
                _ => Place::Joined,
            },
            word: cells[2],
            added: cells[3] == "yes",
        }
    })
    .collect()
});

/// The least that is left of a name without a word, in characters.
const SHORTEST: usize = 2;

/// Longer queries are no names: they are left alone.
const LONGEST: usize = 120;

/// Other ways to ask for the same name, the likeliest first.
pub(super) fn respellings(query: &str) -> Vec<String> {
    let query = query.trim();
    let mut found = Vec::new();
    if query.chars().count() > LONGEST {
        return found;
    }
    found.extend(without_bracket(query));
    found.extend(turned(query));
    found.extend(saints(query));
    found.extend(TYPE_WORDS.iter().filter_map(|word| without(query, word)));
    for short in found.clone() {
        found.extend(TYPE_WORDS.iter().filter_map(|word| without(&short, word)));
    }
    found.extend(
        TYPE_WORDS
            .iter()
            .filter(|word| word.added)
            .filter_map(|word| with(query, word)),
    );
    found
}

/// `Iran (Islamic Republic of)`: Islamic Republic of Iran, Iran.
fn without_bracket(query: &str) -> Vec<String> {
    let Some((name, rest)) = query.split_once(['(', '（']) else {
        return Vec::new();
    };
    let inner = rest.trim_end().trim_end_matches([')', '）']).trim();
    let name = name.trim();
    if name.is_empty() {
        return Vec::new();
    }
    vec![
        format!("{inner} {name}"),
        format!("{name} {inner}"),
        name.to_owned(),
    ]
}

/// `Iran, Islamic Republic of`: Islamic Republic of Iran, Iran.
fn turned(query: &str) -> Vec<String> {
    match query.split_once(", ") {
        Some((name, rest)) if !name.is_empty() && !rest.is_empty() => {
            vec![format!("{rest} {name}"), name.to_owned()]
        }
        _ => Vec::new(),
    }
}

/// `Saint` is shortened to `St.`, and written out.
fn saints(query: &str) -> Option<String> {
    let pairs = [
        ("Saint ", "St. "),
        ("St. ", "Saint "),
        ("St ", "Saint "),
        ("Ste. ", "Sainte "),
    ];
    let (from, to) = pairs.into_iter().find(|(from, _)| query.contains(from))?;
    Some(query.replacen(from, to, 1))
}

/// The name without a type word that it has.
fn without(name: &str, word: &TypeWord) -> Option<String> {
    let rest = match word.place {
        Place::Before => strip_start(name, word.word)?.strip_prefix(' ')?,
        Place::After if word.lang == Lang::Zh => name.strip_suffix(word.word)?,
        Place::After => strip_end(name, word.word)?.strip_suffix(' ')?,
        Place::Joined => name.strip_suffix(word.word)?,
    };
    (rest.chars().count() >= SHORTEST).then(|| rest.trim().to_owned())
}

/// The name with a type word, if it is in the word's script.
fn with(name: &str, word: &TypeWord) -> Option<String> {
    if crate::lang::Script::of_text(name) != Some(word.lang.script()) {
        return None;
    }
    match word.place {
        Place::Before => Some(format!("{} {name}", word.word)),
        Place::After if word.lang == Lang::Zh => Some(format!("{name}{}", word.word)),
        Place::After => Some(format!("{name} {}", word.word)),
        Place::Joined => None,
    }
}

fn strip_start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.get(..word.len())?;
    (start.to_lowercase() == word.to_lowercase()).then(|| &text[word.len()..])
}

fn strip_end<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(word.len())?;
    let end = text.get(at..)?;
    (end.to_lowercase() == word.to_lowercase()).then(|| &text[..at])
}
