//! Names that have no counterpart, and which of them stand for each other.

use super::Mismatch;
use super::side::{Class, Side, classes, likeliest};
use crate::glossary::{Entry, Form, Name, Status};
use crate::index::{Index, Mention};
use crate::inflection::reinflect;
use crate::lang::Lang;
use crate::lint::Severity;

/// A name of one side that stands there oftener than on the other side.
struct Lone<'a> {
    mention: &'a Mention,
    /// Whether it stands on the other side at all.
    answered: bool,
}

/// What is wrong between two sides, in the order of the target.
pub(super) fn mismatches(index: &Index, source: &Side<'_>, target: &Side<'_>) -> Vec<Mismatch> {
    let strange: Vec<&Mention> = target
        .mentions
        .iter()
        .filter(|mention| !source.answers(mention))
        .collect();
    let mut lone = lone(source, target);
    let mut found = Vec::new();
    for mention in strange {
        let classes = classes(index, mention);
        let wanted = best(index, &lone, source, target.progress(mention), &classes);
        found.push(match wanted {
            Some((at, class)) => {
                let wanted = lone.remove(at);
                wrong(index, source, target, &wanted, mention, class)
            }
            None => stranger(index, target, mention),
        });
    }
    found.extend(
        lone.iter()
            .filter(|lone| !lone.answered)
            .map(|lone| missing(index, source, target, lone)),
    );
    found
}

/// The names of the source that the target lacks, or has less often.
fn lone<'a>(source: &'a Side<'_>, target: &Side<'_>) -> Vec<Lone<'a>> {
    let mut lone = Vec::new();
    for mention in &source.mentions {
        let answered = target.answers(mention);
        if !answered || source.count(mention) > target.count(mention) {
            lone.push(Lone { mention, answered });
        }
    }
    lone
}

/// The name of the source that a strange one likeliest stands for: one of its class without a counterpart, the nearest.
fn best(
    index: &Index,
    lone: &[Lone<'_>],
    source: &Side<'_>,
    progress: f64,
    wanted: &std::collections::HashSet<Class>,
) -> Option<(usize, Class)> {
    lone.iter()
        .enumerate()
        .filter_map(|(at, lone)| {
            let class = classes(index, lone.mention)
                .into_iter()
                .find(|class| wanted.contains(class))?;
            let far = (source.progress(lone.mention) - progress).abs();
            Some(((lone.answered, far), at, class))
        })
        .min_by(|(a, ..), (b, ..)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))
        .map(|(_, at, class)| (at, class))
}

/// A name of the target that stands for another one.
fn wrong(
    index: &Index,
    source: &Side<'_>,
    target: &Side<'_>,
    wanted: &Lone<'_>,
    mention: &Mention,
    class: Class,
) -> Mismatch {
    let entry = likeliest(index, wanted.mention, Some(class));
    let expected = wanted.mention.span.of(source.text);
    let written = mention.span.of(target.text);
    let rest = format!("and `{written}` has none in the source");
    let message = if wanted.answered {
        format!("`{expected}` has fewer counterparts than mentions, {rest}")
    } else {
        format!("`{expected}` has no counterpart here, {rest}")
    };
    Mismatch {
        severity: Severity::Warning,
        message,
        suggestions: suggestion(index, &entry, target, mention).into_iter().collect(),
        entry: Some(entry.id),
        source: Some(wanted.mention.span),
        target: Some(mention.span),
    }
}

/// A name of the target that nothing in the source speaks for.
fn stranger(index: &Index, target: &Side<'_>, mention: &Mention) -> Mismatch {
    let written = mention.span.of(target.text);
    Mismatch {
        severity: Severity::Note,
        entry: Some(likeliest(index, mention, None).id),
        message: format!("`{written}` has no counterpart in the source"),
        suggestions: Vec::new(),
        source: None,
        target: Some(mention.span),
    }
}

/// A name of the source that nothing in the target speaks for.
fn missing(index: &Index, source: &Side<'_>, target: &Side<'_>, lone: &Lone<'_>) -> Mismatch {
    let entry = likeliest(index, lone.mention, None);
    let expected = lone.mention.span.of(source.text);
    Mismatch {
        severity: Severity::Note,
        message: format!("`{expected}` has no counterpart in the target"),
        suggestions: entry
            .preferred(target.lang)
            .map(|name| name.text.clone())
            .into_iter()
            .collect(),
        entry: Some(entry.id),
        source: Some(lone.mention.span),
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
