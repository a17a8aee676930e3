//! Another name in the case and number of a mention.

use super::lemma::key;
use super::pattern::{Cell, Pattern, Sort};
use super::word::is_capitals;
use super::{Case, Hint, Number, patterns};

/// Puts a name into the case and number in which `form` is a form of `from_lemma`.
///
/// Where the form may be of several cases, the first of singular before plural, nominative, genitive, prepositional,
/// dative, instrumental, accusative is taken for which all is known; a form in capitals gives one in capitals. None if
/// `form` is no form of `from_lemma`, or the other name has none of its cases.
///
/// ```
/// use isonym::inflection::reinflect;
/// let corrected = reinflect("Благовещинск", "Благовещинске", "Благовещенск");
/// assert_eq!(corrected.as_deref(), Some("Благовещенске"));
/// assert_eq!(reinflect("Сахалянь", "Хэйхэ", "Благовещенск"), None);
/// ```
pub fn reinflect(from_lemma: &str, form: &str, to_lemma: &str) -> Option<String> {
    let places = places(from_lemma, form);
    let targets = patterns(to_lemma, Hint::default());
    if key(from_lemma) == key(to_lemma) && !places.is_empty() {
        return Some(form.to_owned());
    }
    let best = places.iter().find_map(|place| found(&targets, place))?;
    Some(if is_capitals(form) {
        best.to_uppercase()
    } else {
        best.to_owned()
    })
}

/// Where a form stands in a paradigm.
struct Place {
    /// None if the lemma has a plural only: the other name's own number is meant.
    number: Option<Number>,
    case: Case,
    sort: Sort,
    /// Which of the forms of the case and number it is.
    nth: usize,
}

fn places(lemma: &str, form: &str) -> Vec<Place> {
    let key = key(form.trim());
    let mut places = Vec::new();
    for pattern in patterns(lemma, Hint::default()) {
        for cell in pattern.cells.iter().filter(|cell| self::key(&cell.text) == key) {
            places.push(Place {
                number: Some(cell.number).filter(|_| !pattern.has_plural_only()),
                case: cell.case,
                sort: pattern.sort,
                nth: like(&pattern, cell.number, cell.case)
                    .position(|c| c == cell)
                    .unwrap_or(0),
            });
        }
    }
    places.sort_by_key(|place| (place.number, rank(place.case)));
    places
}

/// Which case a form is taken for that may be of several.
fn rank(case: Case) -> usize {
    const LIKELIEST: [Case; 6] = [Case::Nom, Case::Gen, Case::Loc, Case::Dat, Case::Ins, Case::Acc];
    LIKELIEST
        .iter()
        .position(|&c| c == case)
        .unwrap_or(LIKELIEST.len())
}

fn like(pattern: &Pattern, number: Number, case: Case) -> impl Iterator<Item = &Cell> {
    pattern
        .cells
        .iter()
        .filter(move |cell| cell.number == number && cell.case == case)
}

/// The form of the same place: by a pattern of the same kind of name if there is one.
fn found<'a>(targets: &'a [Pattern], place: &Place) -> Option<&'a str> {
    let of_kind = targets.iter().find(|target| target.sort == place.sort);
    of_kind
        .into_iter()
        .chain(targets)
        .find_map(|target| in_place(target, place))
}

fn in_place<'a>(target: &'a Pattern, place: &Place) -> Option<&'a str> {
    let of_number = |number| like(target, number, place.case).collect::<Vec<&Cell>>();
    let own = if target.has_plural_only() {
        Number::Plur
    } else {
        Number::Sing
    };
    let cells = match place.number {
        Some(number) if !target.has_plural_only() => of_number(number),
        _ => of_number(own),
    };
    let fixed = target.is_fixed().then(|| target.cells.first()).flatten();
    let cell = cells.get(place.nth).or(cells.first()).copied().or(fixed)?;
    Some(cell.text.as_str())
}
