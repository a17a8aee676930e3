//! Words with hyphens: Ростов-на-Дону, Петропавловск-Камчатский, Римский-Корсаков.

use super::Declension;
use super::pattern::{Part, Pattern, Sort};
use super::table::tables;
use super::word::{attribute, simple};

/// Prepositions within a name: what follows them does not change.
const PREPOSITIONS: [&str; 8] = ["на", "над", "под", "при", "у", "в", "во", "за"];

/// The declensions of a word that may have hyphens.
pub(super) fn patterns(token: &str, sort: Sort) -> Vec<Pattern> {
    let Some(first_hyphen) = token.find('-') else {
        return simple(token, sort);
    };
    if let Some(at) = before_preposition(token) {
        let heads = patterns(&token[..at], sort).into_iter();
        return heads.map(|head| head.within("", &token[at..])).collect();
    }
    let last_hyphen = token.rfind('-').unwrap_or(first_hyphen);
    let (first, last) = (&token[..last_hyphen], &token[last_hyphen + 1..]);
    let both = both_decline(first, last, sort);
    match both {
        Both::Always(both) if !both.is_empty() => both,
        Both::Always(_) => last_declines(first, last, sort),
        Both::Maybe(mut both) => {
            both.extend(last_declines(first, last, sort));
            both
        }
        Both::Never => last_declines(first, last, sort),
    }
}

/// Where the part ` -на-Дону` begins, if there is one.
pub(super) fn before_preposition(token: &str) -> Option<usize> {
    let hyphens: Vec<usize> = token.match_indices('-').map(|(at, _)| at).collect();
    let between = |pair: &&[usize]| {
        let word = token[pair[0] + 1..pair[1]].to_lowercase();
        pair[0] > 0 && PREPOSITIONS.contains(&word.as_str())
    };
    hyphens.windows(2).find(between).map(|pair| pair[0])
}

fn last_declines(first: &str, last: &str, sort: Sort) -> Vec<Pattern> {
    let before = first.to_owned() + "-";
    let lasts = simple(last, sort).into_iter();
    lasts.map(|last| last.within(&before, "")).collect()
}

fn join(first: &Pattern, last: &Pattern, head: usize) -> Pattern {
    let parts = [("", first), ("-", last)].map(|(before, pattern)| Part { before, pattern });
    Pattern::combine(&parts, head, "")
}

/// Whether the first part declines with the last.
enum Both {
    Always(Vec<Pattern>),
    Maybe(Vec<Pattern>),
    Never,
}

fn both_decline(first: &str, last: &str, sort: Sort) -> Both {
    if first.contains('-') {
        return Both::Never;
    }
    match sort {
        Sort::Place | Sort::Noun => place_pair(first, last, sort),
        Sort::Surname => surname_pair(first, last),
        Sort::Given => given_pair(first, last),
        _ => Both::Never,
    }
}

/// A noun and its attribute (Каменск-Уральский) both decline; a name and the word for its kind (Москва-река) may.
fn place_pair(first: &str, last: &str, sort: Sort) -> Both {
    let nouns: Vec<Pattern> = simple(first, sort)
        .into_iter()
        .filter(|n| !n.is_fixed())
        .collect();
    let attributes = agreeing(&nouns, &attribute(last, sort), 0);
    if !attributes.is_empty() {
        return Both::Always(attributes);
    }
    if tables().lists(last, Sort::Noun) {
        return Both::Maybe(agreeing(&nouns, &simple(last, Sort::Noun), 1));
    }
    Both::Never
}

/// Both of two given names may decline (Франца-Иосифа); a woman's always do (Анны-Марии).
fn given_pair(first: &str, last: &str) -> Both {
    let pairs = || agreeing(&simple(first, Sort::Given), &simple(last, Sort::Given), 1);
    if first.ends_with(['а', 'я']) {
        Both::Always(pairs())
    } else if tables().lists(&first.to_lowercase(), Sort::Given) {
        Both::Maybe(pairs())
    } else {
        Both::Never
    }
}

/// A double surname declines in both parts if the first one is Russian; a foreign first part may before a Russian one.
fn surname_pair(first: &str, last: &str) -> Both {
    let is_russian = |p: &Pattern| matches!(p.declension, Declension::Adjectival | Declension::Possessive);
    let (firsts, lasts) = (simple(first, Sort::Surname), simple(last, Sort::Surname));
    let pairs = agreeing(&firsts, &lasts, 1);
    match (firsts.iter().any(is_russian), lasts.iter().any(is_russian)) {
        _ if pairs.is_empty() => Both::Never,
        (true, _) => Both::Always(pairs),
        (false, true) => Both::Maybe(pairs),
        (false, false) => Both::Never,
    }
}

/// Every pair of declensions that can go together.
fn agreeing(firsts: &[Pattern], lasts: &[Pattern], head: usize) -> Vec<Pattern> {
    let mut pairs = Vec::new();
    for first in firsts {
        let fitting = lasts.iter().filter(|last| first.agrees_with(last));
        pairs.extend(fitting.map(|last| join(first, last, head)));
    }
    pairs
}
