//! Persons whom the glossary knows by their whole names: a slip in one word of such a name.
//!
//! A surname alone is near too many others; beside the given name it is near one.

use std::collections::HashSet;

use super::{diagnostic, has_parts, written};
use crate::glossary::{Kind, Status};
use crate::index::{EntryId, Near, Reading, Relation};
use crate::lang::Script;
use crate::lint::variants::{Knowledge, SlipKind, Spellings, slip};
use crate::lint::{Article, Diagnostic, Word};
use crate::text::{Span, fold};

/// The least number of letters of a word that is looked at.
const SHORTEST: usize = 4;

/// The most words of a name that stand before or behind one.
const MOST_BESIDE: usize = 3;

/// Words that nobody knows beside the other words of a person's name, a slip away from what stands there in it; words that few bear as a name,
/// too, where the right one stands in the article.
pub(super) fn near_persons(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let spellings: &Spellings = &article.variants().spellings;
    for (number, spelling) in spellings.list.iter().enumerate() {
        let is_long = spelling.key.chars().nth(SHORTEST - 1).is_some();
        let known = Knowledge::of(article, spellings, number);
        if !is_long || spelling.lower > 0 || !(known.is_nothing() || known.is_rare_name()) {
            continue;
        }
        let places = spelling.places.iter();
        let named = places.filter_map(|&place| Some((place, person(article, place)?)));
        let meant = named.filter(|(_, person)| known.is_nothing() || article.has_word(&fold(&person.word)));
        for (place, person) in meant {
            let word = &article.words[place];
            let right = match word.all_capitals {
                true => person.word.to_uppercase(),
                false => person.word,
            };
            found.push(diagnostic(article, word.span, right, person.entry));
        }
    }
}

/// Who is meant, and what the word is in the name.
struct Person {
    entry: EntryId,
    word: String,
}

/// The person in whose name a word stands, but for one slip.
fn person(article: &Article<'_>, place: usize) -> Option<Person> {
    (1..=MOST_BESIDE).find_map(|count| {
        let first = place.checked_sub(count)?;
        behind(article, first, place).or_else(|| before(article, place, place + count))
    })
}

/// The person whose name begins with some words, before the last one of which a slip was made.
fn behind(article: &Article<'_>, first: usize, place: usize) -> Option<Person> {
    let words = row(article, first, place)?;
    let right = fold(span(&words[..words.len() - 1]).of(article.text)) + " ";
    let near = article.index.near_behind(&right, &words[words.len() - 1].key);
    choose(article, words, words.len() - 1, &near)
}

/// The person whose name ends with some words, in the first one of which a slip was made.
fn before(article: &Article<'_>, place: usize, last: usize) -> Option<Person> {
    let words = row(article, place, last)?;
    let right = " ".to_owned() + &fold(span(&words[1..]).of(article.text));
    let near = article.index.near_before(&words[0].key, &right);
    choose(article, words, 0, &near)
}

/// Words with capitals that follow each other on one line.
fn row<'a>(article: &'a Article<'_>, first: usize, last: usize) -> Option<&'a [Word<'a>]> {
    let words = article.words.get(first..=last)?;
    let is_one = words
        .iter()
        .all(|word| word.capital && word.script == words[0].script)
        && words[1..]
            .iter()
            .all(|word| word.follows && matches!(word.joint, ' ' | '-' | '\u{a0}'));
    is_one.then_some(words)
}

fn span(words: &[Word<'_>]) -> Span {
    Span {
        start: words[0].span.start,
        end: words[words.len() - 1].span.end,
    }
}

/// The one person among the near names, and the word of the name in a place.
fn choose(article: &Article<'_>, words: &[Word<'_>], at: usize, near: &[Near]) -> Option<Person> {
    let is_sure = |near: &&Near| {
        let wanted = near.key.split(' ').nth(at);
        let same_length = near.key.split(' ').count() == words.len();
        wanted.is_some_and(|wanted| same_length && is_slip(article, &words[at], wanted))
    };
    let found: Vec<(Reading, &str)> = near
        .iter()
        .filter(is_sure)
        .filter_map(|near| Some((reading(article, near)?, near.key.as_str())))
        .collect();
    let entries: HashSet<EntryId> = found.iter().map(|(reading, _)| reading.entry).collect();
    let (reading, key) = found.into_iter().next().filter(|_| entries.len() == 1)?;
    let name = written(article, reading, key)?;
    let word = name.split([' ', '-']).nth(at)?;
    (Some(fold(word).as_str()) == key.split(' ').nth(at)).then(|| Person {
        entry: reading.entry,
        word: word.to_owned(),
    })
}

/// Whether a word is a slip of another one. What systems write in two ways, and in Russian a letter that is doubled or not, is another
/// transcription; a difference at the beginning makes another name; one at the end a case in Russian, and a plural or the like in English,
/// unless the right word stands in the article and the last letter was dropped.
fn is_slip(article: &Article<'_>, word: &Word<'_>, right: &str) -> bool {
    let as_long = word.key.chars().count() == right.chars().count();
    slip(&word.key, right).is_some_and(|slip| {
        let (at_end, is_variant) = match word.script {
            Some(Script::Cyrillic) => (slip.left < 2, slip.kind == SlipKind::Double),
            _ => (
                slip.left == 0 && !as_long && !is_cut_off(article, word, right),
                false,
            ),
        };
        slip.at > 0 && !at_end && !is_variant && slip.kind != SlipKind::System
    })
}

/// Whether a word is another one of the article without its last letter.
fn is_cut_off(article: &Article<'_>, word: &Word<'_>, right: &str) -> bool {
    right.starts_with(word.key.as_ref()) && article.has_word(right)
}

/// The reading of a near spelling as the whole name of a person whose names are no syllables, as those of China and Korea are.
fn reading(article: &Article<'_>, near: &Near) -> Option<Reading> {
    let mut readings = near.readings.iter().copied();
    readings.find(|&reading| {
        matches!(reading.relation, Relation::Itself | Relation::Inflected)
            && article.index.kind(reading.entry) == Kind::Person
            && article.index.status(reading) <= Status::Admitted
            && has_parts(article, reading.entry)
    })
}
