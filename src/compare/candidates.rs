//! Which mentions are surely names: what looks like one may be a word, or a part of a longer name that no glossary has.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::side::{Class, Side};
use crate::glossary::{Form, Kind};
use crate::index::{Index, Mention, Reading, Relation};
use crate::inflection::{Hint, NameKind, Number, inflect};
use crate::known::{is_word, name_rank};
use crate::lang::{Lang, Script};
use crate::text::{Span, fold};

/// Chinese names of so many characters may be part of a longer one.
const SHORT: usize = 3;

/// From this rank on a name is known in many languages.
const WELL_KNOWN: u8 = 5;

/// The least number of letters of a name that is no abbreviation.
const SHORTEST: usize = 3;

/// Whether a mention names something beyond doubt.
pub(super) fn is_name(index: &Index, side: &Side<'_>, mention: &Mention) -> bool {
    if mention
        .readings
        .iter()
        .all(|reading| matches!(reading.relation, Relation::Converted(_)))
    {
        return false;
    }
    let written = mention.span.of(side.text);
    if is_country(index, mention) {
        return !is_plural_only(index, mention, written);
    }
    match Script::of_text(written) {
        Some(Script::Han) => !is_within_transcription(side.text, mention.span),
        _ if written.contains([' ', '-']) => true,
        _ if written.chars().count() < SHORTEST => is_abbreviation(index, mention),
        _ => !is_ordinary(index, side, mention) && !is_within_name(side, mention.span),
    }
}

/// Whether a country is meant: these are told by their name alone.
pub(super) fn is_country(index: &Index, mention: &Mention) -> bool {
    let of_country = |reading: &&Reading| index.kind(reading.entry) == Kind::Country;
    mention
        .readings
        .iter()
        .any(|reading| of_country(&reading) && reading.relation != Relation::Part)
}

/// Whether a text is nothing but a name without its ending, the genitive plural of a name that has a singular: Доминик is
/// hardly more than one Доминика.
fn is_plural_only(index: &Index, mention: &Mention, written: &str) -> bool {
    mention.readings.iter().all(|reading| {
        reading.relation == Relation::Inflected && reading.lang == Lang::Ru && {
            let name = index.name(*reading);
            let hint = Hint {
                kind: Some(NameKind::Place),
                gender: None,
            };
            let forms = inflect(&name.text, hint).forms;
            let key = fold(written);
            let singular = || forms.iter().filter(|form| form.number == Number::Sing);
            let is_noun = matches!(name.form, Form::Ordinary | Form::Short);
            let is_bare = written.chars().count() < name.text.chars().count();
            is_noun
                && is_bare
                && singular().next().is_some()
                && singular().all(|form| fold(&form.text) != key)
        }
    })
}

fn is_abbreviation(index: &Index, mention: &Mention) -> bool {
    mention
        .readings
        .iter()
        .any(|reading| index.name(*reading).form == Form::Abbreviation)
}

/// Whether a single word is a word of the language, too, as it stands or as the name's first form.
fn is_ordinary(index: &Index, side: &Side<'_>, mention: &Mention) -> bool {
    let word = |text: &str| is_word(&fold(text), side.lang);
    let is_form = |reading: &Reading| reading.relation == Relation::Inflected;
    let is_written = word(mention.span.of(side.text));
    if is_written && mention.readings.iter().all(is_form) {
        return true;
    }
    let mut forms = mention.readings.iter().filter(|reading| is_form(reading));
    let is_ordinary = is_written || forms.any(|reading| word(&index.name(*reading).text));
    is_ordinary
        && !mention
            .readings
            .iter()
            .any(|reading| is_well_known(index, *reading))
}

/// Whether a place of a name is known in many languages: Vienna, Nice.
fn is_well_known(index: &Index, reading: Reading) -> bool {
    let entry = index.entry(reading.entry);
    let names = [Lang::En, Lang::Ru]
        .into_iter()
        .filter_map(|lang| entry.preferred(lang));
    Class::of(entry.kind) == Class::Town
        && names
            .into_iter()
            .any(|name| name_rank(&fold(&name.text)) >= WELL_KNOWN)
}

/// Whether a capitalised word that belongs to no mention, and is no word of the language, stands beside a word: the two are a name of somebody else.
fn is_within_name(side: &Side<'_>, span: Span) -> bool {
    let at = side.words.partition_point(|word| word.span.end <= span.start);
    let Some(word) = side.words.get(at) else {
        return false;
    };
    let after = side.words.get(at + 1).filter(|next| next.follows && next.capital);
    let before = at.checked_sub(1).map(|at| &side.words[at]);
    let before = before.filter(|before| word.follows && before.capital && !before.opens);
    [before, after]
        .into_iter()
        .flatten()
        .any(|word| !side.is_mention(word.span) && !is_word(&word.key, side.lang))
}

/// Whether a short Chinese name stands beside an interpunct, or a character that transcriptions of foreign names are made of.
fn is_within_transcription(text: &str, span: Span) -> bool {
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    let joins = |c: char| matches!(c, '·' | '・' | '•');
    if [before, after].into_iter().flatten().any(joins) {
        return true;
    }
    span.of(text).chars().count() <= SHORT && after.is_some_and(is_transcribing)
}

/// Whether a character hardly stands for anything but a foreign sound.
pub(super) fn is_transcribing(c: char) -> bool {
    TRANSCRIBING.contains(&c)
}

/// Characters that hardly stand for anything but a foreign sound.
static TRANSCRIBING: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let rows = include_str!("transcribing.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1);
    rows.flat_map(str::chars).collect()
});
