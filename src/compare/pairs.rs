//! Names that have no counterpart, and which of them stand for each other.

use std::collections::HashSet;

use super::Mismatch;
use super::candidates::is_name;
use super::kin::Kin;
use super::side::{Class, Side, classes, likeliest};
use crate::glossary::{Entry, Form, Name, Status};
use crate::index::{Index, Mention};
use crate::inflection::reinflect;
use crate::lang::Lang;
use crate::lint::Severity;

/// A name of one side that stands there oftener than on the other side.
struct Lone<'a> {
    mention: &'a Mention,
    /// The name, and those within it: another name of the target may stand for one of these.
    names: Vec<&'a Mention>,
    /// Whether it stands on the other side at all.
    answered: bool,
}

impl<'a> Lone<'a> {
    /// The name of a class in it, the longest one.
    fn of_class(&self, index: &Index, class: Class) -> &'a Mention {
        let of_class = |name: &&&Mention| classes(index, name).contains(&class);
        self.names.iter().find(of_class).copied().unwrap_or(self.mention)
    }
}

/// A name of the target that may stand for one of the source.
struct Pair {
    strange: usize,
    lone: usize,
    class: Class,
    price: Price,
}

/// How unlikely a pair is: the name is answered elsewhere, is of another class, stands far away.
type Price = (bool, bool, f64);

/// So many names on either side of a place are looked at.
const NEAREST: usize = 12;

/// What is wrong between two sides, in the order of the target.
pub(super) fn mismatches(index: &Index, source: &Side<'_>, target: &Side<'_>) -> Vec<Mismatch> {
    let strange = strange(index, source, target);
    let lone = lone(index, source, target);
    let mut partners: Vec<Option<(usize, Class)>> = vec![None; strange.len()];
    let mut taken = vec![false; lone.len()];
    for pair in pairs(index, source, target, &strange, &lone) {
        if partners[pair.strange].is_none() && !taken[pair.lone] {
            partners[pair.strange] = Some((pair.lone, pair.class));
            taken[pair.lone] = true;
        }
    }
    let mut found = Vec::new();
    for (mention, partner) in strange.iter().zip(&partners) {
        found.push(match partner {
            Some((at, class)) => wrong(index, source, target, &lone[*at], mention, *class),
            None => stranger(index, target, mention),
        });
    }
    let left = lone
        .iter()
        .zip(&taken)
        .filter(|(lone, taken)| !**taken && !lone.answered);
    found.extend(left.map(|(lone, _)| missing(index, source, target, lone)));
    found
}

/// The names of the target that nothing in the source speaks for.
fn strange<'a>(index: &Index, source: &Side<'_>, target: &'a Side<'_>) -> Vec<&'a Mention> {
    let unanswered = |mention: &&Mention| !source.answers(mention) && is_name(index, target, mention);
    let mut strange: Vec<&Mention> = target.mentions.iter().filter(unanswered).collect();
    if !strange.is_empty() {
        let kin = Kin::of(index, source, target.lang);
        strange.retain(|mention| !kin.has(index, target, mention));
    }
    strange
}

/// The names of the source that the target lacks, or has less often.
fn lone<'a>(index: &Index, source: &'a Side<'_>, target: &Side<'_>) -> Vec<Lone<'a>> {
    let mut lone = Vec::new();
    for mention in &source.mentions {
        let answered = target.answers(mention);
        let is_short = !answered || source.count(mention) > target.count(mention);
        if is_short && is_name(index, source, mention) {
            let inner: Vec<&Mention> = source
                .inner(mention)
                .filter(|name| is_name(index, source, name))
                .collect();
            let own = classes(index, mention);
            let is_half = |name: &&Mention| target.answers(name) && classes(index, name).is_disjoint(&own);
            if answered || !inner.iter().any(is_half) {
                let names = std::iter::once(mention).chain(inner).collect();
                lone.push(Lone {
                    mention,
                    names,
                    answered,
                });
            }
        }
    }
    lone
}

/// The pairs that are possible, the likeliest first.
fn pairs(
    index: &Index,
    source: &Side<'_>,
    target: &Side<'_>,
    strange: &[&Mention],
    lone: &[Lone<'_>],
) -> Vec<Pair> {
    let own: Vec<HashSet<Class>> = lone
        .iter()
        .map(|lone| lone.names.iter().flat_map(|name| classes(index, name)).collect())
        .collect();
    let mut pairs = Vec::new();
    for (number, mention) in strange.iter().enumerate() {
        let here = target.progress(mention);
        let classes = classes(index, mention);
        let middle = lone.partition_point(|lone| source.progress(lone.mention) < here);
        for at in middle.saturating_sub(NEAREST)..(middle + NEAREST).min(lone.len()) {
            let answered = lone[at].answered;
            if let Some((class, other)) =
                shared(&own[at], &classes).filter(|(_, other)| !(*other && answered))
            {
                let far = (source.progress(lone[at].mention) - here).abs();
                pairs.push(Pair {
                    strange: number,
                    lone: at,
                    class,
                    price: (answered, other, far),
                });
            }
        }
    }
    pairs.sort_by(|a, b| {
        let (x, y) = (a.price, b.price);
        (x.0, x.1)
            .cmp(&(y.0, y.1))
            .then(x.2.total_cmp(&y.2))
            .then((a.strange, a.lone).cmp(&(b.strange, b.lone)))
    });
    pairs
}

/// The class in which one name may stand for another, and whether it is another one: states and bodies act alike.
fn shared(wanted: &HashSet<Class>, there: &HashSet<Class>) -> Option<(Class, bool)> {
    let acts = |class: Class| matches!(class, Class::State | Class::Region | Class::Body);
    let alike = |a: Class, b: Class| acts(a) && acts(b) && (a == Class::State || b == Class::State);
    let same = wanted.iter().filter(|class| there.contains(class)).min();
    let other = || {
        wanted
            .iter()
            .filter(|&&a| there.iter().any(|&b| alike(a, b)))
            .min()
    };
    same.map(|class| (*class, false))
        .or_else(|| other().map(|class| (*class, true)))
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
    let name = wanted.of_class(index, class);
    let entry = likeliest(index, name, Some(class));
    let expected = name.span.of(source.text);
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
        source: Some(name.span),
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
