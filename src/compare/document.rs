//! Whole documents: a name may be anywhere in the translation, and the numbers of mentions tell something.

use std::collections::HashSet;

use super::findings::{missing, wrong};
use super::pairs::{Odd, odd};
use super::side::{Side, entries, likeliest};
use super::{Mismatch, Options, without_glossary};
use crate::index::{Index, Mention};
use crate::lint::say;
use crate::lint::{Severity, guess_language};

/// Names may stand for each other that are so far apart, as a part of the text, or in bytes where that is more.
const REACH: (f64, f64) = (0.1, 600.0);

/// So many mentions of the source say something of fewer than a third of them in the target.
const MANY: usize = 6;

/// Compares a whole text with its source.
///
/// Unlike [`compare`](super::compare) it takes a name for missing only where the whole target lacks it, once for each entry, and is
/// sure of it where the source has the name more than once. Where the target has far fewer mentions, a note says so.
///
/// ```
/// use isonym::compare::{Options, compare_documents};
/// let source = "Heihe is a city.\nThe bridge of Heihe is long.";
/// let found = compare_documents(&isonym::shipped(), source, "Это город.\nМост длинный.", &Options::default());
/// assert_eq!(found[0].message, "`Heihe` stands 2 × in the source and never in the target");
/// ```
pub fn compare_documents(index: &Index, source: &str, target: &str, options: &Options) -> Vec<Mismatch> {
    let from = options.from.unwrap_or_else(|| guess_language(source));
    let to = options.to.unwrap_or_else(|| guess_language(target));
    let source = Side::new(index, source, from);
    let target = Side::new(index, target, to);
    let odd = odd(index, &source, &target, reach(&target));
    let mut found = strange(index, &source, &target, &odd);
    let first = each_once(&odd.missing);
    found.extend(first.map(|mention| missing(index, &source, &target, mention, Some(source.count(mention)))));
    without_glossary(index, &source, &target, &odd, &mut found);
    found.extend(rarer(index, &source, &target));
    found
}

fn reach(target: &Side<'_>) -> f64 {
    REACH.0.max(REACH.1 / target.text.len().max(1) as f64)
}

/// The names that stand for others, every place; and those that the source does not have, once.
fn strange(index: &Index, source: &Side<'_>, target: &Side<'_>, odd: &Odd<'_>) -> Vec<Mismatch> {
    let paired = odd
        .strange
        .iter()
        .filter_map(|(mention, wanted)| Some((*mention, (*wanted)?)));
    let mut found: Vec<Mismatch> = paired
        .map(|(mention, wanted)| wrong(index, source, target, wanted, mention))
        .collect();
    let alone: Vec<&Mention> = odd
        .strange
        .iter()
        .filter(|(_, wanted)| wanted.is_none())
        .map(|(mention, _)| *mention)
        .collect();
    found.extend(each_once(&alone).map(|mention| super::findings::stranger(index, target, mention)));
    found
}

/// The first mention of each entry.
fn each_once<'a>(mentions: &[&'a Mention]) -> impl Iterator<Item = &'a Mention> {
    let mut seen = HashSet::new();
    mentions.iter().copied().filter(move |mention| {
        let new = entries(mention).all(|entry| !seen.contains(&entry));
        seen.extend(entries(mention));
        new
    })
}

/// The names of which the target has far fewer mentions, though it has some.
fn rarer(index: &Index, source: &Side<'_>, target: &Side<'_>) -> Vec<Mismatch> {
    let all: Vec<&Mention> = source.mentions.iter().collect();
    let rare = each_once(&all).filter_map(|mention| {
        let (here, there) = (source.count(mention), target.count(mention));
        (here >= MANY && there > 0 && there * 3 < here).then(|| Mismatch {
            severity: Severity::Note,
            entry: Some(likeliest(index, mention, None).id),
            message: say(
                "compare-rarer",
                &[
                    ("expected", mention.span.of(source.text)),
                    ("here", &here.to_string()),
                    ("there", &there.to_string()),
                ],
            ),
            suggestions: Vec::new(),
            source: Some(mention.span),
            target: None,
        })
    });
    rare.collect()
}
