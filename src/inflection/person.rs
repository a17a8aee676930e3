//! Names of persons of several words: every part declines with the person's gender, unless the name is Chinese.

use super::pattern::{Part, Pattern, Sort};
use super::phrase::Token;
use super::table::{is_vowel, tables};
use super::word::{starts_small, suits};
use super::{Gender, Number, compound};

/// The declensions of a person's name, one for each gender that it may have.
pub(super) fn patterns(tokens: &[Token<'_>], gender: Option<Gender>) -> Vec<Pattern> {
    if is_eastern(tokens) {
        return eastern(tokens, gender);
    }
    let roles = roles(tokens);
    let genders = gender.map_or_else(|| genders(tokens, &roles), |gender| vec![gender]);
    genders
        .into_iter()
        .map(|gender| of_gender(tokens, &roles, gender))
        .collect()
}

/// Whether a part of the name is a known given name or a patronymic, or the name begins as a Chinese one does.
pub(super) fn looks_like_one(tokens: &[Token<'_>]) -> bool {
    let lower = |token: &Token<'_>| token.text.to_lowercase();
    let is_given =
        |token: &Token<'_>| tables().lists(&lower(token), Sort::Given) && !starts_small(token.text);
    let is_initial = |token: &Token<'_>| token.text.ends_with('.') && token.text.chars().count() <= 5;
    tokens.len() <= 4
        && (tokens
            .iter()
            .any(|t| is_given(t) || is_initial(t) || is_patronymic(t.text))
            || is_eastern(tokens))
}

fn is_patronymic(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["ович", "евич", "овна", "евна", "ична"]
        .iter()
        .any(|end| lower.ends_with(end))
}

/// Си Цзиньпин, Ким Чен Ын: a listed first syllable, then one or two words that are no Russian names.
fn is_eastern(tokens: &[Token<'_>]) -> bool {
    let [surname, given @ ..] = tokens else {
        return false;
    };
    let syllables = |word: &str| word.chars().filter(|&c| "аеёиоуыэюя".contains(c)).count();
    let may_follow = |token: &Token<'_>| {
        let lower = token.text.to_lowercase();
        !tables().lists(&lower, Sort::Given)
            && (1..=4).contains(&syllables(&lower))
            && !is_russian_surname(&lower)
    };
    (1..=2).contains(&given.len())
        && tables().is_eastern_surname(&surname.text.to_lowercase())
        && given.iter().all(may_follow)
}

fn is_russian_surname(lower: &str) -> bool {
    [
        "ов", "ев", "ёв", "ова", "ева", "ёва", "ина", "ский", "ская", "цкий", "цкая", "енко",
    ]
    .iter()
    .any(|end| lower.ends_with(end))
}

/// Only the last part of a Chinese name declines, and only a man's that ends in a consonant.
fn eastern(tokens: &[Token<'_>], gender: Option<Gender>) -> Vec<Pattern> {
    let (last, first) = tokens.split_last().expect("the name has several words");
    let fixed: Vec<Pattern> = first
        .iter()
        .map(|t| Pattern::fixed(t.text, Sort::Surname))
        .collect();
    let whole = |pattern: &Pattern| {
        let patterns = fixed.iter().chain([pattern]);
        let parts: Vec<Part<'_>> = tokens.iter().zip(patterns).map(|(t, p)| part(t, p)).collect();
        singular(Pattern::combine(&parts, tokens.len() - 1, ""))
    };
    let mut found = Vec::new();
    if gender != Some(Gender::Femn) && !last.text.to_lowercase().ends_with(is_vowel) {
        let declined = compound::patterns(last.text, Sort::Given);
        let masculine = declined.iter().filter(|p| p.gender == Some(Gender::Masc));
        found.extend(masculine.map(whole));
    }
    if gender != Some(Gender::Masc) || found.is_empty() {
        found.push(whole(
            &Pattern::fixed(last.text, Sort::Surname).with_gender(gender),
        ));
    }
    found
}

/// What each word of the name is: given name first, unless a patronymic stands last of three or more.
fn roles(tokens: &[Token<'_>]) -> Vec<Sort> {
    let last = tokens.len() - 1;
    let patronymic = tokens
        .iter()
        .rposition(|t| is_patronymic(t.text))
        .filter(|&at| at > 0);
    let surname_first = patronymic == Some(last) && last >= 2;
    let role = |at: usize| match at {
        _ if Some(at) == patronymic => Sort::Patronymic,
        0 if surname_first => Sort::Surname,
        _ if surname_first => Sort::Given,
        _ if at == last => Sort::Surname,
        _ => Sort::Given,
    };
    (0..tokens.len()).map(role).collect()
}

/// The genders that all parts of a name allow, the likelier first.
fn genders(tokens: &[Token<'_>], roles: &[Sort]) -> Vec<Gender> {
    let allowed = |gender: Gender| {
        let mut parts = tokens.iter().zip(roles);
        parts.all(|(token, &role)| is_particle(token.text) || allows(token.text, role, gender))
    };
    let mut genders = vec![Gender::Masc, Gender::Femn];
    if roles[0] == Sort::Given && tokens[0].text.ends_with(['а', 'я']) {
        genders.reverse();
    }
    let possible: Vec<Gender> = genders
        .iter()
        .copied()
        .filter(|&gender| allowed(gender))
        .collect();
    if possible.is_empty() { genders } else { possible }
}

/// Whether a part of a name may be of a gender. A given name in -а counts as a woman's only if nothing is known of it.
fn allows(word: &str, role: Sort, gender: Gender) -> bool {
    let patterns = compound::patterns(word, role);
    let is_foreign_surname = role == Sort::Surname && patterns.iter().any(|p| p.is_fixed());
    is_foreign_surname
        || patterns.is_empty()
        || patterns.iter().any(|p| suits(p, Some(gender)))
        || (role == Sort::Given
            && gender == Gender::Masc
            && word.ends_with(['а', 'я'])
            && !tables().lists(&word.to_lowercase(), role))
}

/// де, фон, бин; and initials.
fn is_particle(word: &str) -> bool {
    starts_small(word) || word.ends_with('.')
}

fn of_gender(tokens: &[Token<'_>], roles: &[Sort], gender: Gender) -> Pattern {
    let choose = |(token, &role): (&Token<'_>, &Sort)| part_of_gender(token.text, role, gender);
    let patterns: Vec<Pattern> = tokens.iter().zip(roles).map(choose).collect();
    let parts: Vec<Part<'_>> = tokens.iter().zip(&patterns).map(|(t, p)| part(t, p)).collect();
    singular(Pattern::combine(&parts, 0, "").with_gender(Some(gender)))
}

/// The likeliest declension of a part in a gender; what has none does not decline.
fn part_of_gender(word: &str, role: Sort, gender: Gender) -> Pattern {
    let fixed = || Pattern::fixed(word, role);
    if is_particle(word) {
        return fixed();
    }
    let declined = compound::patterns(word, role);
    let suited = declined.iter().find(|p| suits(p, Some(gender)));
    let feminine_in_a = || {
        declined
            .iter()
            .find(|_| word.to_lowercase().ends_with(['а', 'я']))
    };
    suited.or_else(feminine_in_a).cloned().unwrap_or_else(fixed)
}

fn part<'a>(token: &Token<'a>, pattern: &'a Pattern) -> Part<'a> {
    Part {
        before: token.before,
        pattern,
    }
}

/// A person is one.
fn singular(mut pattern: Pattern) -> Pattern {
    pattern.cells.retain(|cell| cell.number == Number::Sing);
    pattern
}
