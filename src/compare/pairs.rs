//! Names that have no counterpart, and which of them stand for each other.

use std::collections::HashSet;

use super::candidates::is_name;
use super::kin::Kin;
use super::side::{Class, Side, classes};
use crate::glossary::Form;
use crate::index::{Index, Mention};

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

/// What two sides do not have in common.
pub(super) struct Odd<'a> {
    /// Names of the target that nothing in the source speaks for, with the name of the source that each may stand for.
    pub(super) strange: Vec<(&'a Mention, Option<Wanted<'a>>)>,
    /// Names of the source that nothing in the target speaks for and no strange name stands for.
    pub(super) missing: Vec<&'a Mention>,
}

/// A name of the source that another one stands for.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) name: &'a Mention,
    pub(super) class: Class,
    /// Whether it has a counterpart elsewhere, but fewer than mentions.
    pub(super) answered: bool,
}

/// Finds what two sides do not have in common. Names may stand for each other that are so far apart: as parts of the texts.
pub(super) fn odd<'a>(index: &Index, source: &'a Side<'_>, target: &'a Side<'_>, reach: f64) -> Odd<'a> {
    let strange = strange(index, source, target);
    let lone = lone(index, source, target);
    let mut partners: Vec<Option<Wanted<'a>>> = vec![None; strange.len()];
    let mut taken = vec![false; lone.len()];
    for pair in pairs(index, source, target, &strange, &lone) {
        let is_weak = reach < 1.0 && lone[pair.lone].answered && pair.class != Class::State;
        if pair.price.2 <= reach && !is_weak && partners[pair.strange].is_none() && !taken[pair.lone] {
            let wanted = &lone[pair.lone];
            partners[pair.strange] = Some(Wanted {
                name: wanted.of_class(index, pair.class),
                class: pair.class,
                answered: wanted.answered,
            });
            taken[pair.lone] = true;
        }
    }
    let left = lone
        .iter()
        .zip(&taken)
        .filter(|(lone, taken)| !**taken && !lone.answered);
    let mut missing: Vec<&Mention> = left.map(|(lone, _)| lone.mention).collect();
    if !missing.is_empty() {
        let kin = Kin::of(index, target, source.lang);
        missing.retain(|mention| is_thing(index, mention) && !kin.has(index, source, mention));
    }
    Odd {
        strange: strange.into_iter().zip(partners).collect(),
        missing,
    }
}

/// Whether a mention names a thing itself: an adjective or the name of an inhabitant is easily said otherwise.
fn is_thing(index: &Index, mention: &Mention) -> bool {
    let is_thing = |form: Form| !matches!(form, Form::Adjective | Form::Demonym);
    mention
        .readings
        .iter()
        .all(|reading| is_thing(index.name(*reading).form))
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
            let own = classes(index, mention);
            // A place within a place's name, or a person's, is not meant: Columbia in British Columbia.
            let is_title = !own.iter().any(|class| class.is_place_or_person());
            let inner = source
                .inner(mention)
                .filter(|name| is_title && is_name(index, source, name));
            let inner: Vec<&Mention> = inner.collect();
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
    // Where a country may be meant, it is.
    let is_likely = |class: Class| class == Class::State || !wanted.contains(&Class::State);
    same.map(|class| (*class, !is_likely(*class)))
        .or_else(|| other().map(|class| (*class, true)))
}
