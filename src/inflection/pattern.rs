//! One possible declension of a name or of a part of one.

use super::{Case, CaseForm, Declension, Gender, Number};

/// The kinds of words that the tables tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Place,
    Surname,
    Given,
    Patronymic,
    Noun,
    Adjective,
}

impl Sort {
    pub(super) fn from_word(word: &str) -> Option<Sort> {
        Some(match word {
            "place" => Sort::Place,
            "surname" => Sort::Surname,
            "given" => Sort::Given,
            "patronymic" => Sort::Patronymic,
            "noun" => Sort::Noun,
            "adjective" => Sort::Adjective,
            _ => return None,
        })
    }

    /// Whether rows for any kind hold for this one too. A word is an attribute or a patronymic only if it looks like one.
    pub(super) fn is_open(self) -> bool {
        !matches!(self, Sort::Patronymic | Sort::Adjective)
    }
}

/// Whether the accusative is the genitive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Animacy {
    Thing,
    Being,
    /// Common nouns (китаец, район) and attributes: either.
    Unknown,
}

impl Animacy {
    pub(super) fn of(sort: Sort) -> Animacy {
        match sort {
            Sort::Place => Animacy::Thing,
            Sort::Surname | Sort::Given | Sort::Patronymic => Animacy::Being,
            Sort::Noun | Sort::Adjective => Animacy::Unknown,
        }
    }
}

/// A form in its place in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) number: Number,
    pub(super) case: Case,
    pub(super) text: String,
}

/// One possible declension.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub(super) sort: Sort,
    pub(super) gender: Option<Gender>,
    pub(super) declension: Declension,
    pub(super) cells: Vec<Cell>,
}

/// What may stand for one part of a name in a whole: its spelling with what precedes it, and its declension.
pub(super) struct Part<'a> {
    pub(super) before: &'a str,
    pub(super) pattern: &'a Pattern,
}

impl Pattern {
    /// The declension of what does not decline.
    pub(super) fn fixed(text: &str, sort: Sort) -> Pattern {
        let cell = |&case: &Case| Cell {
            number: Number::Sing,
            case,
            text: text.to_owned(),
        };
        Pattern {
            sort,
            gender: None,
            declension: Declension::Indeclinable,
            cells: Case::ALL.iter().map(cell).collect(),
        }
    }

    pub(super) fn with_gender(mut self, gender: Option<Gender>) -> Pattern {
        self.gender = gender;
        self
    }

    pub(super) fn is_fixed(&self) -> bool {
        self.declension == Declension::Indeclinable
    }

    pub(super) fn has_plural_only(&self) -> bool {
        self.cells.iter().all(|cell| cell.number == Number::Plur)
    }

    /// Whether an attribute of this declension can stand before a noun of the other.
    pub(super) fn agrees_with(&self, noun: &Pattern) -> bool {
        match (self.has_plural_only(), noun.has_plural_only()) {
            (false, false) => self.gender == noun.gender || (noun.is_fixed() && noun.gender.is_none()),
            (mine, theirs) => mine == theirs,
        }
    }

    /// The texts of a case and number; an indeclinable part has its one text for all.
    fn texts(&self, number: Number, case: Case) -> Vec<&str> {
        let of_place = |cell: &&Cell| self.is_fixed() || (cell.number == number && cell.case == case);
        let mut texts: Vec<&str> = self
            .cells
            .iter()
            .filter(of_place)
            .map(|c| c.text.as_str())
            .collect();
        texts.dedup();
        texts
    }

    /// The declension of a whole of which only this part declines. A whole that does not decline is one thing (Сенат США).
    pub(super) fn within(mut self, before: &str, after: &str) -> Pattern {
        let is_fixed = self.is_fixed();
        for cell in &mut self.cells {
            cell.text = [before, &cell.text, after].concat();
            if is_fixed {
                cell.number = Number::Sing;
            }
        }
        self
    }

    /// The declension of a whole of which every part declines by its own. `head` gives gender and kind.
    pub(super) fn combine(parts: &[Part<'_>], head: usize, after: &str) -> Pattern {
        let mut cells = Vec::new();
        for &number in Number::ALL {
            for &case in Case::ALL {
                for text in whole_texts(parts, number, case) {
                    cells.push(Cell {
                        number,
                        case,
                        text: text + after,
                    });
                }
            }
        }
        let head = parts[head].pattern;
        if parts.iter().all(|part| part.pattern.is_fixed()) {
            cells.retain(|cell| cell.number == Number::Sing);
        }
        Pattern {
            sort: head.sort,
            gender: head.gender,
            declension: whole_declension(parts),
            cells,
        }
    }

    pub(super) fn into_forms(self) -> impl Iterator<Item = CaseForm> {
        let gender = self.gender;
        self.cells.into_iter().map(move |cell| CaseForm {
            text: cell.text,
            case: cell.case,
            number: cell.number,
            gender: if cell.number == Number::Sing { gender } else { None },
        })
    }
}

/// The spellings of a case and number of a whole: first forms together, then second forms where there are any. Where the
/// parts' accusatives differ in animacy (both are given for attributes), only like ones go together.
fn whole_texts(parts: &[Part<'_>], number: Number, case: Case) -> Vec<String> {
    let columns: Vec<Vec<&str>> = parts.iter().map(|p| p.pattern.texts(number, case)).collect();
    if columns.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    let deepest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let row = |at: usize| {
        let mut text = String::new();
        for (part, column) in parts.iter().zip(&columns) {
            text.push_str(part.before);
            text.push_str(column[at.min(column.len() - 1)]);
        }
        text
    };
    let mut texts: Vec<String> = (0..deepest).map(row).collect();
    texts.dedup();
    texts
}

fn whole_declension(parts: &[Part<'_>]) -> Declension {
    let mut kinds: Vec<Declension> = parts.iter().map(|p| p.pattern.declension).collect();
    kinds.retain(|&kind| kind != Declension::Indeclinable);
    kinds.dedup();
    match kinds.as_slice() {
        [] => Declension::Indeclinable,
        [one] => *one,
        _ => Declension::Several,
    }
}
