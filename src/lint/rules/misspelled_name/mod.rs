//! A spelling that nothing gives, near a name that the glossary knows.

mod chinese;
mod persons;

use std::collections::HashSet;

use super::Rule;
use crate::glossary::{Kind, Status};
use crate::index::{EntryId, Near, Reading, Relation};
use crate::inflection::{Hint, inflect};
use crate::lang::{Lang, Script};
use crate::lint::messages::say;
use crate::lint::variants::{Knowledge, Spelling, Spellings, slip};
use crate::lint::{Article, Diagnostic, Fix, Severity};
use crate::text::{Span, fold};

pub(super) const RULE: Rule = Rule {
    name: "misspelled-name",
    summary: "a spelling that no source and no system gives, near a known name",
    page: include_str!("../../../../tests/lint/misspelled-name.md"),
    check,
};

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    near_names_of_the_article(article, found);
    near_names_of_the_glossary(article, found);
    persons::near_persons(article, found);
    chinese::variants(article, found);
    chinese::near_names_of_the_glossary(article, found);
}

/// Variants of a name that stands right elsewhere in the article and that the glossary knows.
fn near_names_of_the_article(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let variants = article.variants();
    for variant in &variants.found {
        let known = Knowledge::of(article, &variants.spellings, variant.variant);
        let places = variants.model_places(article, variant);
        let Some(entry) = places.iter().find_map(|&span| listed(article, span)) else {
            continue;
        };
        if !known.is_nothing() {
            continue;
        }
        for &place in &variants.variant(variant).places {
            let span = article.words[place].span;
            found.push(Diagnostic {
                related: places.iter().copied().take(5).collect(),
                ..diagnostic(article, span, variants.mended(article, variant, place), entry)
            });
        }
    }
}

/// The entry that a single word names by itself.
fn listed(article: &Article<'_>, span: Span) -> Option<EntryId> {
    let mention = article.mention_at(span).filter(|mention| mention.span == span)?;
    let reading = mention.readings.first()?;
    matches!(
        reading.relation,
        Relation::Itself | Relation::Inflected | Relation::Part
    )
    .then_some(reading.entry)
}

/// So many different names may stand in an article of any length.
const MOST_NAMES: usize = 5000;

/// The least number of letters of a word that is compared with the whole glossary: shorter ones have too many
/// right neighbours.
const SHORTEST: usize = 7;
/// The same where the name stands right elsewhere in the article.
const SHORTEST_BESIDE: usize = 6;
/// The same for the towns of a gazetteer that few articles mean.
const SHORTEST_OBSCURE: usize = 10;

/// Whether a text is a list of words rather than an article: thousands of different capitalised ones, and few others.
fn is_word_list(article: &Article<'_>, spellings: &Spellings) -> bool {
    spellings.list.len() > MOST_NAMES && 2 * spellings.list.len() > article.words.len()
}

/// Words that nobody knows, a slip away from one prominent name of the glossary.
fn near_names_of_the_glossary(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let spellings: &Spellings = &article.variants().spellings;
    if is_word_list(article, spellings) {
        return;
    }
    for (number, spelling) in spellings.list.iter().enumerate() {
        let length = spelling.key.chars().count();
        let plain = spelling.lower == 0 && spelling.inside > 0 && length >= SHORTEST_BESIDE;
        if !plain || !Knowledge::of(article, spellings, number).is_nothing() {
            continue;
        }
        let Some((entry, right)) = meant(article, spelling, length) else {
            continue;
        };
        for &place in &spelling.places {
            let word = &article.words[place];
            let in_place = |text: &String| match word.all_capitals {
                true => text.to_uppercase(),
                false => text.clone(),
            };
            let suggestions: Vec<String> = right.iter().map(in_place).collect();
            // Which of several cases is meant, a person has to say.
            let fix = if right.len() > 1 { Fix::Unsafe } else { Fix::Safe };
            found.push(Diagnostic {
                fix: Some(fix),
                suggestions: suggestions.clone(),
                ..diagnostic(article, word.span, suggestions[0].clone(), entry)
            });
        }
    }
}

/// The name of the glossary that a word of so many letters is a slip of, in the forms that it can have there.
fn meant(article: &Article<'_>, spelling: &Spelling, length: usize) -> Option<(EntryId, Vec<String>)> {
    let near = article.index.near(&spelling.key, 1);
    let alone = (length >= SHORTEST)
        .then(|| nearest(article, &spelling.key, &near))
        .flatten();
    alone
        .or_else(|| cut_ending(article, spelling, &near))
        .filter(|(_, forms)| !forms.is_empty())
}

/// The one known name that a word is a slip away from, as it is written there.
fn nearest(article: &Article<'_>, key: &str, near: &[Near]) -> Option<(EntryId, Vec<String>)> {
    let prominent = |near: &Near| {
        near.readings
            .iter()
            .copied()
            .find(|reading| is_prominent(article, *reading))
    };
    let found: Vec<(Reading, &str)> = near
        .iter()
        .filter_map(|near| Some((prominent(near)?, near.key.as_str())))
        .collect();
    let entries: HashSet<EntryId> = found.iter().map(|(reading, _)| reading.entry).collect();
    let (reading, spelling) = found.into_iter().next().filter(|_| entries.len() == 1)?;
    let slip = slip(key, spelling)?;
    // A difference at the end of a word is more often another form or another word than a slip.
    let sure = slip.left > 1 && slip.at > 0;
    let name = article.index.name_text(reading);
    (sure && fold(name) == spelling).then(|| (reading.entry, vec![name.to_owned()]))
}

/// A Russian word that lost or won a letter of its ending, where the name stands right elsewhere in the article:
/// the forms that it can be, those of the article first.
fn cut_ending(article: &Article<'_>, spelling: &Spelling, near: &[Near]) -> Option<(EntryId, Vec<String>)> {
    if spelling.script != Script::Cyrillic {
        return None;
    }
    let stands = |reading: &Reading| article.names_itself(reading.entry);
    let fits = |near: &Near| -> Option<Reading> {
        let slip = slip(&spelling.key, &near.key)?;
        let gap = spelling.key.chars().count() != near.key.chars().count();
        near.readings
            .iter()
            .find(|r| gap && slip.left < 2 && is_prominent(article, **r) && stands(r))
            .copied()
    };
    let forms: Vec<(Reading, &str)> = near
        .iter()
        .filter_map(|near| Some((fits(near)?, near.key.as_str())))
        .collect();
    let entry = forms.first()?.0.entry;
    let name = |reading: Reading| article.index.name_text(reading);
    if forms
        .iter()
        .any(|&(reading, _)| name(reading) != name(forms[0].0))
    {
        return None;
    }
    let mut suggestions: Vec<String> = forms
        .into_iter()
        .filter_map(|(reading, key)| written(article, reading, key))
        .collect();
    suggestions.sort_by_key(|form| !article.has_word(&fold(form)));
    Some((entry, suggestions))
}

/// Whether a spelling is the name or one of its cases.
fn is_form(reading: Reading) -> bool {
    matches!(reading.relation, Relation::Itself | Relation::Inflected)
}

/// Whether a name is one that an article is likely to mean.
fn is_prominent(article: &Article<'_>, reading: Reading) -> bool {
    let kind = article.index.kind(reading.entry);
    let obscure = (Kind::City..=Kind::Province).contains(&kind)
        || matches!(kind, Kind::Person | Kind::Company | Kind::People);
    is_form(reading)
        && article.index.status(reading) <= Status::Admitted
        && !matches!(kind, Kind::Other | Kind::Currency)
        && (!obscure || fold(article.index.name_text(reading)).chars().count() >= SHORTEST_OBSCURE)
}

/// Whether a person's whole name has parts in Chinese, as those of foreigners have: 唐纳德·特朗普.
fn has_parts(article: &Article<'_>, person: EntryId) -> bool {
    let entry = article.entry(person);
    entry
        .preferred(Lang::Zh)
        .is_some_and(|name| name.text.contains('·'))
}

/// A spelling of the index as it is written: the name itself or one of its cases.
fn written(article: &Article<'_>, reading: Reading, key: &str) -> Option<String> {
    let name = article.index.name_text(reading);
    if fold(name) == key {
        return Some(name.to_owned());
    }
    let forms = inflect(name, Hint::default()).forms;
    forms
        .into_iter()
        .map(|form| form.text)
        .find(|form| fold(form) == key)
}

fn diagnostic(article: &Article<'_>, span: Span, suggestion: String, entry: EntryId) -> Diagnostic {
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Error,
        span,
        message: say(
            "misspelling",
            &[("here", span.of(article.text)), ("right", &suggestion)],
        ),
        suggestions: vec![suggestion],
        fix: Some(Fix::Safe),
        entry: Some(article.entry(entry).id.clone()),
        related: Vec::new(),
    }
}
