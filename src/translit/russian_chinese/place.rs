//! Places: what is translated, what is read by sound, and how the parts stand together.

use std::sync::LazyLock;

use super::sound::{PLACES, cells, letters, lower};
use super::{Basis, Part, Variant, begin, fixed, parts, replace_first, replace_last};

/// Parts of one class with what they are in Chinese, the shortest first.
struct Translated(LazyLock<Vec<(&'static str, &'static str)>>);

static WORDS: Translated = Translated(LazyLock::new(|| of_class("word")));
static PREFIXES: Translated = Translated(LazyLock::new(|| of_class("prefix")));
static RIVERS: Translated = Translated(LazyLock::new(|| of_class("river")));

fn of_class(wanted: &str) -> Vec<(&'static str, &'static str)> {
    let rows = cells(include_str!("parts.csv")).filter(|[_, class, _]| *class == wanted);
    let mut found: Vec<_> = rows.map(|[source, _, target]| (source, target)).collect();
    found.sort_by_key(|(source, _)| source.len());
    found
}

impl Translated {
    fn of(&self, part: &str) -> Option<&'static str> {
        self.0
            .iter()
            .find(|(source, _)| *source == part)
            .map(|(_, target)| *target)
    }
}

/// How a place is to be written.
#[derive(Clone, Copy)]
struct How {
    /// Whether adjectives are translated.
    translate: bool,
    /// Whether alternatives are wanted.
    many: bool,
}

/// The ways to write a place: with its first part translated, and, where several are wanted, all by sound.
pub(super) fn variants(text: &str, many: bool) -> Vec<Variant> {
    let lower: String = text.trim().chars().flat_map(lower).collect();
    let how = How {
        translate: true,
        many,
    };
    let Some(usual) = whole(&lower, how) else {
        return Vec::new();
    };
    let mut found = vec![Variant {
        parts: usual,
        cost: 0,
        basis: Basis::Rule,
    }];
    let by_sound = How {
        translate: false,
        many,
    };
    if let Some(by_sound) = many.then(|| whole(&lower, by_sound)).flatten() {
        found.push(Variant {
            parts: by_sound,
            cost: 8,
            basis: Basis::Rule,
        });
    }
    found
}

fn whole(text: &str, how: How) -> Option<Vec<Part>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found: Vec<Part> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before_another = at + 1 < words.len();
        let adjective = (how.translate && before_another)
            .then(|| WORDS.of(word))
            .flatten();
        match adjective {
            Some(adjective) => found.push(fixed(adjective)),
            None => found.extend(hyphened(word, how)?),
        }
    }
    Some(found)
}

/// A word with hyphens: on a river, or parts that are joined but where the second is an adjective.
fn hyphened(word: &str, how: How) -> Option<Vec<Part>> {
    let pieces: Vec<&str> = word
        .split(['-', '–', '\u{2010}', '\u{2011}'])
        .filter(|piece| !piece.is_empty())
        .collect();
    if let [place, "на", river] = pieces[..]
        && let Some(river) = RIVERS.of(river)
    {
        let mut found = vec![fixed(river), fixed("河畔")];
        found.extend(compound(place, how)?);
        return Some(found);
    }
    let mut found = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let before_another = how.translate && at + 1 < pieces.len();
        match before_another.then(|| PREFIXES.of(piece)).flatten() {
            Some(prefix) => found.push(fixed(prefix)),
            None => {
                if at > 0 && keeps_hyphen(pieces[at - 1], piece) {
                    found.push(fixed("-"));
                }
                found.extend(compound(piece, how)?);
            }
        }
    }
    Some(found)
}

fn keeps_hyphen(first: &str, second: &str) -> bool {
    let adjective = |word: &str| {
        ["ский", "цкий", "ская", "ское"]
            .iter()
            .any(|ending| word.ends_with(ending))
    };
    adjective(second) && PREFIXES.of(first).is_none() && first != "усть"
}

/// A word whose first part may be an adjective: Нижнекамск, Новокузнецк.
fn compound(word: &str, how: How) -> Option<Vec<Part>> {
    if how.translate {
        for (first, prefix) in PREFIXES.0.iter() {
            if let Some(rest) = word.strip_prefix(first)
                && rest.chars().count() >= 4
                && (4..=8).contains(&first.chars().count())
                && !is_stem(word)
            {
                let mut found = vec![fixed(*prefix)];
                found.extend(by_sound(rest, false, how.many)?);
                return Some(found);
            }
        }
    }
    by_sound(word, true, how.many)
}

/// Whether a stem of the table begins with the letters of a prefix: Новгород is not the new one of something.
fn is_stem(word: &str) -> bool {
    static STEMS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let rows = cells(include_str!("parts.csv"));
        rows.filter(|[source, class, _]| *class == "stem" && source.chars().count() > 4)
            .map(|[source, ..]| source)
            .collect()
    });
    STEMS.iter().any(|stem| word.starts_with(stem))
}

fn by_sound(word: &str, initial: bool, many: bool) -> Option<Vec<Part>> {
    let ends = ENDS
        .iter()
        .find(|(source, _)| word.ends_with(source) && word.len() > source.len());
    let (word, end) = match ends {
        Some((source, target)) => (&word[..word.len() - source.len()], Some(*target)),
        None => (word, None),
    };
    let letters = letters(word);
    let mut found = parts(&PLACES.read(&letters)?, many);
    begin(&mut found);
    if initial {
        replace_first(&mut found, &[('东', '栋'), ('南', '楠'), ('西', '锡')]);
    }
    match end {
        Some(end) => found.push(fixed(end)),
        None => replace_last(&mut found, &[('海', '亥'), ('江', '姜')]),
    }
    Some(found)
}

/// Last parts of compounds with an established form.
static ENDS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = cells(include_str!("parts.csv"));
    rows.filter(|[_, class, _]| *class == "end")
        .map(|[source, _, target]| (source, target))
        .collect()
});
