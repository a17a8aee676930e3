//! A name converted: by the glossary's entry, then by the lexicons of name parts, then by rule.

use std::cmp::Reverse;

use crate::glossary::{Entry, Form, Kind, Name, Status};
use crate::index::{Index, Reading, Relation};
use crate::lang::{Lang, Script};
use crate::text::fold;
use crate::translit::{Ask, Basis, Candidate, Route, System, Use};

/// The likeliest conversions of a name, best first: established names of the entries that it names, and behind them
/// what [`Route::candidates`] answers. Each says what it rests on.
///
/// Entries answer for languages (`ru`, `zh`, `en`) and the systems that keep established names; a system that was asked for
/// by its id keeps its own forms. Read backwards (`--from`), an established name is taken only if the system writes it so.
///
/// ```
/// use isonym::names::convert;
/// use isonym::translit::{Ask, Basis, route};
/// let index = isonym::shipped();
/// let best = |text, to| convert(&index, &route(to, None).unwrap(), text, &Ask::default()).remove(0);
/// assert_eq!(best("Москва", "zh").text, "莫斯科");
/// assert_eq!(best("海参崴", "ru").text, "Владивосток");
/// assert_eq!(best("Пекин", "en").text, "Beijing");
/// assert_eq!(best("Beijing", "zh").text, "北京");
/// assert_eq!(best("Москва", "bgn-pcgn").text, "Moskva");
/// assert_eq!(best("Москва", "en").basis, Basis::Entry);
/// assert_eq!(best("Абакумово", "en").basis, Basis::Rule);
/// ```
pub fn convert(index: &Index, route: &Route, text: &str, ask: &Ask) -> Vec<Candidate> {
    let mut found = match (route.lang(), route.from()) {
        (Some(lang), Some(from)) if lang.script() == from.from => written_by(index, from, lang, text, ask),
        (Some(lang), None) => established(index, lang, text, ask),
        _ => Vec::new(),
    };
    if found.len() < ask.limit {
        let known = !found.is_empty();
        for mut candidate in route.candidates(text, ask) {
            if found.iter().all(|other| other.text != candidate.text) {
                candidate.score *= if known { BEHIND } else { 1.0 };
                found.push(candidate);
            }
        }
    }
    found.truncate(ask.limit);
    found
}

/// What the score of a conversion is worth behind an established name.
const BEHIND: f32 = 0.5;

/// The score of established names behind the first one.
const SECOND: f32 = 0.8;

/// The names in a language of the entries that a text names.
fn established(index: &Index, lang: Lang, text: &str, ask: &Ask) -> Vec<Candidate> {
    let script = Script::of_text(text);
    if script == Some(lang.script()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (entry, matched) in named(index, text, ask.kind) {
        for name in counterparts(&entry, lang, matched.form) {
            let text = if is_shouted(text, &matched.text) {
                name.text.to_uppercase()
            } else {
                name.text.clone()
            };
            push(&mut found, text);
        }
    }
    found
}

/// The names in a language that a system writes like the text, of the entries that it may name.
fn written_by(index: &Index, from: &System, lang: Lang, text: &str, ask: &Ask) -> Vec<Candidate> {
    let wanted = fold(text);
    let mut found = Vec::new();
    for reading in index.readings_of_key(&wanted) {
        let entry = index.entry(reading.entry);
        if reading.relation == Relation::Inflected || !is_of(ask.kind, &entry) {
            continue;
        }
        for name in counterparts(&entry, lang, Form::Ordinary) {
            if fold(&from.convert(&name.text, ask.kind)) == wanted && is_cased(&name.text, text) {
                push(&mut found, name.text.clone());
            }
        }
    }
    found
}

/// Whether a name can stand for a text as it is: its letter case is the same.
fn is_cased(name: &str, text: &str) -> bool {
    let capitals = |text: &str| text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    capitals(name) == capitals(text) && starts_upper(name) == starts_upper(text)
}

fn starts_upper(text: &str) -> bool {
    text.chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_uppercase)
}

/// Puts an established name behind the likelier ones.
fn push(found: &mut Vec<Candidate>, text: String) {
    if found.iter().all(|other| other.text != text) {
        found.push(Candidate {
            text,
            basis: Basis::Entry,
            score: if found.is_empty() { 1.0 } else { SECOND },
        });
    }
}

/// The entries that a text names, with the name that it is: the likeliest first.
pub(super) fn named(index: &Index, text: &str, kind: Use) -> Vec<(Entry, Name)> {
    let script = Script::of_text(text);
    let mut readings: Vec<Reading> = index
        .readings(text)
        .into_iter()
        .filter(|reading| reading.relation == Relation::Itself && Some(reading.lang.script()) == script)
        .collect();
    readings.sort_by_cached_key(|&reading| {
        let name = index.name(reading);
        (
            name.text != text,
            name.form == Form::Lookup,
            name.status,
            index.kind(reading.entry) != Kind::Country,
            Reverse(index.weight(reading.entry)),
            index.kind(reading.entry).rank(),
            reading.entry,
        )
    });
    let mut seen = Vec::new();
    readings.retain(|reading| {
        let new = !seen.contains(&reading.entry);
        seen.push(reading.entry);
        new
    });
    let names = readings
        .into_iter()
        .map(|reading| (index.entry(reading.entry), index.name(reading)));
    names.filter(|(entry, _)| is_of(kind, entry)).collect()
}

/// Whether an entry is what a name is said to be a name of.
fn is_of(kind: Use, entry: &Entry) -> bool {
    match kind {
        Use::Any => true,
        Use::Place => entry.kind.is_place(),
        Use::Person => entry.kind == Kind::Person,
        Use::Surname | Use::Given => false,
    }
}

/// The names of an entry in a language that answer one of a form: of the same form, or the ordinary ones where the form
/// may be exchanged; an adjective or a demonym is answered by its like alone. A preferred name that is no longer than
/// the short ones is as good an answer to a short one.
fn counterparts(entry: &Entry, lang: Lang, form: Form) -> Vec<&Name> {
    let usable = |name: &&Name| name.status <= Status::Admitted && name.style.is_empty();
    let of = |wanted: Form| {
        entry
            .names(lang)
            .iter()
            .filter(usable)
            .filter(move |name| name.form == wanted)
    };
    let form = if form == Form::Lookup {
        Form::Ordinary
    } else {
        form
    };
    let mut names: Vec<&Name> = of(form).collect();
    if form == Form::Short
        && let Some(short) = names.first()
        && let Some(preferred) = entry.preferred(lang).filter(|name| usable(name))
        && preferred.text.chars().count() <= short.text.chars().count()
    {
        names.insert(0, preferred);
    }
    let is_thing = !matches!(form, Form::Adjective | Form::Demonym);
    if names.is_empty() && is_thing {
        names.extend(entry.preferred(lang).filter(|name| usable(name)));
    }
    names
}

/// Whether a text is in capitals that its name does not have.
fn is_shouted(text: &str, name: &str) -> bool {
    let capitals = |text: &str| {
        let mut letters = text
            .chars()
            .filter(|c| c.is_lowercase() || c.is_uppercase())
            .peekable();
        letters.peek().is_some() && letters.all(char::is_uppercase)
    };
    text.chars().count() > 1 && capitals(text) && !capitals(name)
}
