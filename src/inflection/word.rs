//! One word, with the letter case of its forms.

use super::pattern::{Animacy, Cell, Pattern, Sort};
use super::table::{Choice, is_vowel, tables};
use super::{Case, Declension, Gender, Hint, NameKind, Number, compound};

/// The declensions of a single word of which the hint may say more.
pub(super) fn of_hint(token: &str, hint: Hint) -> Vec<Pattern> {
    if hint == Hint::default() && is_adjective(token) {
        let adjective = all_genders(token);
        return if starts_small(token) {
            adjective
        } else {
            name_patterns(token, hint).into_iter().chain(adjective).collect()
        };
    }
    name_patterns(token, hint)
}

fn name_patterns(token: &str, hint: Hint) -> Vec<Pattern> {
    let sorts = sorts(token, hint.kind);
    let all = sorts.iter().flat_map(|&sort| compound::patterns(token, sort));
    let patterns: Vec<Pattern> = all.filter(|pattern| suits(pattern, hint.gender)).collect();
    if patterns.is_empty() {
        return vec![Pattern::fixed(token, sorts[0]).with_gender(hint.gender)];
    }
    patterns
}

/// Whether a declension is possible for a gender.
pub(super) fn suits(pattern: &Pattern, gender: Option<Gender>) -> bool {
    gender.is_none() || pattern.gender.is_none() || pattern.gender == gender
}

/// What a single word may be, the likelier first.
fn sorts(token: &str, kind: Option<NameKind>) -> &'static [Sort] {
    match kind {
        Some(NameKind::Place) => &[Sort::Place],
        Some(NameKind::Surname) => &[Sort::Surname],
        Some(NameKind::Given) => &[Sort::Given],
        Some(NameKind::Patronymic) => &[Sort::Patronymic],
        Some(NameKind::Person) => &[Sort::Given, Sort::Surname, Sort::Patronymic],
        Some(NameKind::Thing) => &[Sort::Noun, Sort::Place],
        None if starts_small(token) => &[Sort::Noun],
        None => unknown_sorts(token),
    }
}

/// Whether some row gives a word in lower case a declension.
fn may_decline_as(lower: &str, sort: Sort, wanted: Declension) -> bool {
    if lower.contains('-') {
        return compound::patterns(lower, sort)
            .iter()
            .any(|p| p.declension == wanted);
    }
    let choices = tables().choose(lower, sort);
    choices
        .iter()
        .any(|choice| tables().classes[choice.class].declension == wanted)
}

/// Акакий is a given name by its look as much as an adjective; Вяземский is not.
fn may_be_given(token: &str) -> bool {
    let lower = token.to_lowercase();
    lower.ends_with("ий") && !lower.ends_with("ский") && !lower.ends_with("цкий")
}

fn unknown_sorts(token: &str) -> &'static [Sort] {
    let lower = token.to_lowercase();
    let declines_as = |sort, wanted| may_decline_as(&lower, sort, wanted);
    if tables().lists(&lower, Sort::Given) {
        &[Sort::Given, Sort::Place, Sort::Surname]
    } else if declines_as(Sort::Place, Declension::Several) {
        &[Sort::Place]
    } else if declines_as(Sort::Place, Declension::Adjectival) && !may_be_given(token) {
        &[Sort::Place, Sort::Surname]
    } else if declines_as(Sort::Surname, Declension::Possessive) {
        &[Sort::Surname, Sort::Place, Sort::Given]
    } else {
        &[Sort::Place, Sort::Given, Sort::Surname, Sort::Patronymic]
    }
}

pub(super) fn starts_small(token: &str) -> bool {
    token.chars().next().is_some_and(char::is_lowercase)
}

/// An adjective that is no name, амурский, or may be one: Петербургский.
fn is_adjective(token: &str) -> bool {
    const ENDS: [&str; 4] = ["ский", "цкий", "СКИЙ", "ЦКИЙ"];
    (starts_small(token) || ENDS.iter().any(|end| token.ends_with(end)))
        && simple(token, Sort::Adjective)
            .iter()
            .any(|p| p.gender == Some(Gender::Masc))
}

/// An adjective has three genders: their forms follow from the three nominatives.
fn all_genders(token: &str) -> Vec<Pattern> {
    let lower = token.to_lowercase();
    let mut patterns = Vec::new();
    for choice in tables().choose(&lower, Sort::Adjective) {
        let class = &tables().classes[choice.class];
        let stem = choice.stem_of(&lower, class, "");
        let soft = class.name == "am-soft";
        let husher = stem.ends_with(['ж', 'ш', 'ч', 'щ']);
        let endings = match (soft, husher) {
            (true, true) => ["ий", "ая", "ее"],
            (true, false) => ["ий", "яя", "ее"],
            _ => [class.nominative.as_str(), "ая", "ое"],
        };
        for ending in endings {
            let nominative = in_case_of(&(stem.clone() + ending), token, is_capitals(token));
            patterns.extend(compound::patterns(&nominative, Sort::Adjective));
        }
    }
    patterns
}

/// The declensions of a word without hyphens.
pub(super) fn simple(token: &str, sort: Sort) -> Vec<Pattern> {
    simple_as(token, sort, Animacy::of(sort))
}

/// The declensions of an attribute before a noun of a kind, which decides its accusative. Of one with hyphens (Южно-Банатский)
/// the last part declines.
pub(super) fn attribute(token: &str, noun: Sort) -> Vec<Pattern> {
    let last = token.rfind('-').map_or(0, |at| at + 1);
    let patterns = simple_as(&token[last..], Sort::Adjective, Animacy::of(noun)).into_iter();
    let mut declined: Vec<Pattern> = patterns.filter(|pattern| !pattern.is_fixed()).collect();
    for cell in declined.iter_mut().flat_map(|pattern| &mut pattern.cells) {
        cell.text.insert_str(0, &token[..last]);
    }
    declined
}

fn simple_as(token: &str, sort: Sort, animacy: Animacy) -> Vec<Pattern> {
    if !token.chars().all(is_name_letter) || token.is_empty() {
        return vec![Pattern::fixed(token, sort)];
    }
    let lower = token.to_lowercase();
    let choices = tables().choose(&lower, sort);
    let word = Word {
        token,
        lower: &lower,
        sort,
    };
    let mut patterns = Vec::new();
    if is_short_capitals(token) && !tables().knows(&lower) {
        patterns.push(Pattern::fixed(token, sort));
        if lower.chars().any(is_vowel) && !lower.ends_with(is_vowel) {
            patterns.extend(choices.iter().map(|c| pattern(&word, c, animacy, false)));
        }
        if !lower.chars().any(is_vowel) {
            return patterns;
        }
    }
    let capitals = is_capitals(token);
    patterns.extend(
        choices
            .iter()
            .map(|choice| pattern(&word, choice, animacy, capitals)),
    );
    if patterns.is_empty() && sort.is_open() {
        patterns.push(Pattern::fixed(token, sort));
    }
    patterns
}

/// Letters of Russian names; the apostrophe of д’Ивуар stands among them.
fn is_name_letter(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '’' | '\'')
}

pub(super) fn is_capitals(token: &str) -> bool {
    if token.chars().any(|c| matches!(c, 'а'..='я' | 'a'..='z')) {
        return false;
    }
    let mut letters = token.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
}

/// What may be an abbreviation: МИД, АНП.
fn is_short_capitals(token: &str) -> bool {
    is_capitals(token) && token.chars().count() <= 5
}

/// A word as it is written, in lower case, and what it is taken for.
struct Word<'a> {
    token: &'a str,
    lower: &'a str,
    sort: Sort,
}

fn pattern(word: &Word<'_>, choice: &Choice, animacy: Animacy, capitals: bool) -> Pattern {
    let &Word { token, lower, sort } = word;
    let class = &tables().classes[choice.class];
    let (stem, full) = (
        choice.stem_of(lower, class, ""),
        choice.stem_of(lower, class, "-"),
    );
    // Where the name has no capital but its first letter, forms take nothing else from it.
    let is_plain = !capitals && !full.is_empty() && rest_of(token) == rest_of(lower);
    let head = is_plain.then(|| in_case_of(&full, token, capitals));
    let mut cells = Vec::with_capacity(14);
    for ending in &class.endings {
        let whole = |form: &str| in_case_of(form, token, capitals);
        let text = match ending.case {
            Case::Nom if choice.stem.is_some() && is_lemma_number(ending.number, class.declension) => {
                whole(lower)
            }
            _ if ending.text.is_empty() => whole(&stem),
            _ => match &head {
                Some(head) => [head, ending.text.as_str()].concat(),
                None => whole(&[&full, ending.text.as_str()].concat()),
            },
        };
        if !is_awkward(&stem, &ending.text, ending.case, ending.number, class.declension) {
            cells.push(Cell {
                number: ending.number,
                case: ending.case,
                text,
            });
        }
    }
    // They mostly are: only second forms stand in rows of their own.
    if !cells.is_sorted_by_key(|cell| (cell.number, cell.case)) {
        cells.sort_by_key(|cell| (cell.number, cell.case));
    }
    for &number in &class.by_animacy {
        add_accusative(&mut cells, number, animacy);
    }
    Pattern {
        sort,
        gender: choice.gender,
        declension: class.declension,
        cells,
    }
}

/// A word without its first letter.
fn rest_of(word: &str) -> &str {
    let mut letters = word.chars();
    letters.next();
    letters.as_str()
}

fn is_lemma_number(number: Number, declension: Declension) -> bool {
    (number == Number::Plur) == (declension == Declension::Plural)
}

/// The genitive plural of a stem in two consonants would need a vowel that no table gives: no form is better than a wrong one.
fn is_awkward(stem: &str, ending: &str, case: Case, number: Number, declension: Declension) -> bool {
    if declension != Declension::First
        || case != Case::Gen
        || number != Number::Plur
        || ending.chars().any(is_vowel)
    {
        return false;
    }
    let mut last = stem.chars().rev();
    match (last.next(), last.next()) {
        (Some(a), Some(b)) => ending != "й" && a != b && !is_vowel(a) && !is_vowel(b),
        _ => true,
    }
}

/// The accusative of things is their nominative, that of beings their genitive. The cells are in order.
fn add_accusative(cells: &mut Vec<Cell>, number: Number, animacy: Animacy) {
    let cases: &[Case] = match animacy {
        Animacy::Thing => &[Case::Nom],
        Animacy::Being => &[Case::Gen],
        Animacy::Unknown => &[Case::Nom, Case::Gen],
    };
    for &case in cases {
        let same = cells
            .iter()
            .find(|cell| cell.number == number && cell.case == case);
        if let Some(text) = same.map(|cell| cell.text.clone()) {
            let at = cells.partition_point(|cell| (cell.number, cell.case) <= (number, Case::Acc));
            let case = Case::Acc;
            cells.insert(at, Cell { number, case, text });
        }
    }
}

/// A form in lower case, written as the name is: the letters it shares with the name keep their case.
pub(super) fn in_case_of(form: &str, token: &str, capitals: bool) -> String {
    let mut rest = form.chars();
    let mut shared = 0;
    for original in token.chars() {
        let mut next = rest.clone();
        let is_same = |c: char| c == original || c.to_lowercase().eq(original.to_lowercase());
        if !next.next().is_some_and(is_same) {
            break;
        }
        shared += original.len_utf8();
        rest = next;
    }
    let rest = rest.as_str();
    if capitals {
        [&token[..shared], rest.to_uppercase().as_str()].concat()
    } else {
        [&token[..shared], rest].concat()
    }
}
