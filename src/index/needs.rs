//! Which capitals a name is found with.

use super::layer::Layer;
use crate::glossary::Form;
use crate::lang::Script;

/// The capitals that a text must have for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    Nothing,
    /// The first letter.
    Capital,
    /// All letters: an abbreviation.
    Capitals,
    /// What the names of one spelling do not agree about.
    Mixed,
}

impl Needs {
    pub(super) const ALL: [Needs; 4] = [Needs::Nothing, Needs::Capital, Needs::Capitals, Needs::Mixed];

    pub(super) fn of_name(name: &str) -> Needs {
        if is_abbreviation(name) {
            return Needs::Capitals;
        }
        let first = name.chars().find(|c| c.is_alphabetic());
        if first.is_some_and(char::is_uppercase) {
            Needs::Capital
        } else {
            Needs::Nothing
        }
    }

    /// Whether a text has them; what is mixed has to be asked name by name.
    pub(super) fn agrees(self, written: &str) -> bool {
        match (self, written.chars().next()) {
            (Needs::Nothing, _) | (Needs::Capital, Some('A'..='Z' | 'А'..='Я' | '\u{4e00}'..='\u{9fff}')) =>
            {
                return true;
            }
            (_, Some('a'..='z' | 'а'..='я')) => return false,
            _ => {}
        }
        match written.chars().find(|c| c.is_alphabetic()) {
            Some(first) if first.is_lowercase() || first.is_uppercase() => match self {
                Needs::Capitals => !written.chars().any(char::is_lowercase),
                _ => first.is_uppercase(),
            },
            _ => true,
        }
    }
}

fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).count() > 1
        && name.chars().all(|c| !c.is_lowercase())
        && Script::of_text(name) != Some(Script::Han)
}

/// What the names of a layer need, by the numbers of their records; nothing is said of names that only answer questions.
pub(super) struct NeedsOfNames(Vec<Option<Needs>>);

impl Layer {
    pub(super) fn needs_of_names(&self) -> NeedsOfNames {
        let of =
            |record| (self.form_of(record) != Form::Lookup).then(|| Needs::of_name(self.text_of(record)));
        NeedsOfNames((0..self.names()).map(of).collect())
    }

    /// What the names behind a value of the map need; none if they only answer questions.
    pub(super) fn needs(&self, names: &NeedsOfNames, value: u64) -> Option<Needs> {
        let of = |reading: super::Reading| names.0[self.record(reading.entry.0, reading.lang, reading.name)];
        let mut found = self.readings(value).filter_map(of);
        let first = found.next()?;
        Some(if found.all(|needs| needs == first) {
            first
        } else {
            Needs::Mixed
        })
    }
}
