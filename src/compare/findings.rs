//! What is odd between two sides, in words.

use super::Mismatch;
use super::pairs::Wanted;
use super::side::{Side, likeliest};
use crate::glossary::{Entry, Form, Kind, Name, Status};
use crate::index::{Index, Mention, Reading, Relation};
use crate::inflection::reinflect;
use crate::lang::{Lang, Script};
use crate::lint::Severity;
use crate::lint::say;

/// A name of the target that stands for another one.
pub(super) fn wrong(
    index: &Index,
    source: &Side<'_>,
    target: &Side<'_>,
    wanted: Wanted<'_>,
    mention: &Mention,
) -> Mismatch {
    let entry = likeliest(index, wanted.name, Some(wanted.class));
    let expected = wanted.name.span.of(source.text);
    let written = mention.span.of(target.text);
    Mismatch {
        severity: Severity::Warning,
        message: if wanted.answered {
            say("compare-fewer", &[("expected", expected), ("written", written)])
        } else {
            say("compare-other", &[("expected", expected), ("written", written)])
        },
        suggestions: suggestion(index, &entry, target, mention).into_iter().collect(),
        entry: Some(entry.id),
        source: Some(wanted.name.span),
        target: Some(mention.span),
    }
}

/// A name of the target that nothing in the source speaks for.
pub(super) fn stranger(index: &Index, target: &Side<'_>, mention: &Mention) -> Mismatch {
    let written = mention.span.of(target.text);
    Mismatch {
        severity: if is_full_name(index, mention, written) {
            Severity::Warning
        } else {
            Severity::Note
        },
        entry: Some(likeliest(index, mention, None).id),
        message: say("compare-stranger", &[("written", written)]),
        suggestions: Vec::new(),
        source: None,
        target: Some(mention.span),
    }
}

/// Whether a person is named in full: a translator says `he` for a name, but hardly the reverse with all of it.
fn is_full_name(index: &Index, mention: &Mention, written: &str) -> bool {
    let is_whole = |reading: &Reading| matches!(reading.relation, Relation::Itself | Relation::Inflected);
    let is_long = match Script::of_text(written) {
        Some(Script::Han) => written.contains('·'),
        _ => written.contains(' '),
    };
    is_long
        && mention
            .readings
            .iter()
            .all(|reading| is_whole(reading) && index.kind(reading.entry) == Kind::Person)
}

/// A name of the source that nothing in the target speaks for, and how often it stands there where that is known.
pub(super) fn missing(
    index: &Index,
    source: &Side<'_>,
    target: &Side<'_>,
    mention: &Mention,
    times: Option<usize>,
) -> Mismatch {
    let entry = likeliest(index, mention, None);
    let expected = mention.span.of(source.text);
    let (severity, message) = match times {
        Some(times) if times > 1 => (
            Severity::Warning,
            say(
                "compare-never",
                &[("expected", expected), ("times", &times.to_string())],
            ),
        ),
        _ => (Severity::Note, say("compare-missing", &[("expected", expected)])),
    };
    let preferred = entry.preferred(target.lang);
    Mismatch {
        severity,
        message,
        suggestions: preferred.map(|name| name.text.clone()).into_iter().collect(),
        entry: Some(entry.id),
        source: Some(mention.span),
        target: None,
    }
}

/// The expected name as it would be written in a mention's place.
fn suggestion(index: &Index, entry: &Entry, target: &Side<'_>, mention: &Mention) -> Option<String> {
    let reading = mention
        .readings
        .iter()
        .find(|reading| reading.lang == target.lang)?;
    let there = index.name(*reading);
    let name = of_form(entry, target.lang, there.form)?;
    let written = mention.span.of(target.text);
    let inflected = match target.lang {
        Lang::Ru => reinflect(&there.text, written, &name.text),
        _ => None,
    };
    Some(inflected.unwrap_or_else(|| name.text.clone()))
}

/// An entry's name of the form that stands there: an adjective for an adjective.
fn of_form(entry: &Entry, lang: Lang, form: Form) -> Option<&Name> {
    let is_like = |name: &&Name| {
        name.form == form
            && name.status <= Status::Admitted
            && matches!(form, Form::Adjective | Form::Demonym)
    };
    entry
        .names(lang)
        .iter()
        .find(is_like)
        .or_else(|| entry.preferred(lang))
}
