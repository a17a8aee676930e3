//! Russian inflection of names, by table.
//!
//! The endings, the classes that a name's end points to, and the words that go their own way stand in CSV files beside this
//! module. [`inflect`] gives the forms of a name, [`lemmas`] the names that a form may belong to, and [`reinflect`] puts
//! one name into the case and number that another has. Where kind or gender of a name is unknown, every plausible
//! declension counts: the result is a set of possible forms, not a claim that all are in use.

mod compound;
mod lemma;
mod pattern;
mod person;
mod phrase;
mod reinflect;
mod table;
mod word;

use std::collections::HashSet;

pub use self::lemma::{Lemma, lemmas};
use self::pattern::{Pattern, Sort};
pub use self::reinflect::reinflect;
use crate::words::words;

words! {
    /// A case of Russian.
    Case, Argument, "case", {
        /// Nominative.
        Nom = "nom",
        /// Genitive.
        Gen = "gen",
        /// Dative.
        Dat = "dat",
        /// Accusative.
        Acc = "acc",
        /// Instrumental.
        Ins = "ins",
        /// Prepositional, with the second locative (в Крыму) as another form.
        Loc = "loc",
    }
}

words! {
    /// Singular or plural.
    Number, Argument, "number", {
        /// Singular.
        Sing = "sing",
        /// Plural.
        Plur = "plur",
    }
}

words! {
    /// A gender.
    Gender, Argument, "gender", {
        /// Masculine.
        Masc = "masc",
        /// Feminine.
        Femn = "femn",
        /// Neuter.
        Neut = "neut",
    }
}

words! {
    /// What a name is a name of, as far as it matters to its declension.
    NameKind, Argument, "kind", {
        /// A place.
        Place = "place",
        /// A person's full name.
        Person = "person",
        /// A surname alone.
        Surname = "surname",
        /// A given name alone.
        Given = "given",
        /// A patronymic alone.
        Patronymic = "patronymic",
        /// Anything else: organizations, peoples, common nouns.
        Thing = "thing",
    }
}

words! {
    /// A declension, by the school's count.
    Declension, Argument, "declension", {
        /// Nouns in -а, -я.
        First = "first",
        /// Masculines without an ending and neuters.
        Second = "second",
        /// Feminines in -ь and the neuters in -мя.
        Third = "third",
        /// Adjectives, and names that decline as one.
        Adjectival = "adjectival",
        /// Surnames in -ов, -ин: partly noun, partly adjective.
        Possessive = "possessive",
        /// Names that have a plural only.
        Plural = "plural",
        /// Names with one form for all cases.
        Indeclinable = "indeclinable",
        /// More than one declension is possible, or the parts of the name differ.
        Several = "several",
    }
}

/// What is known of a name besides its spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Hint {
    /// The kind, if it is known.
    pub kind: Option<NameKind>,
    /// The gender, if it is known.
    pub gender: Option<Gender>,
}

/// One form of a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CaseForm {
    /// The form, with the letter case of the name.
    pub text: String,
    /// Its case.
    pub case: Case,
    /// Its number.
    pub number: Number,
    /// The gender; none where it is not known and for names that have a plural only.
    pub gender: Option<Gender>,
}

/// The forms of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paradigm {
    /// The declension, or [`Declension::Several`].
    pub declension: Declension,
    /// The forms: the likelier declension first, each in the order of cases, singular before plural.
    pub forms: Vec<CaseForm>,
}

impl Paradigm {
    /// The first form of a case and number.
    ///
    /// ```
    /// use isonym::inflection::{Case, Hint, Number, inflect};
    /// let name = inflect("Комсомольск-на-Амуре", Hint::default());
    /// assert_eq!(name.form(Case::Loc, Number::Sing), Some("Комсомольске-на-Амуре"));
    /// ```
    pub fn form(&self, case: Case, number: Number) -> Option<&str> {
        let found = self.forms.iter().find(|f| f.case == case && f.number == number);
        found.map(|form| form.text.as_str())
    }
}

/// More distinct spellings than this are never given for one name.
pub const MAX_SPELLINGS: usize = 30;

/// Names longer than this many bytes are left as they are: no name is so long.
const LONGEST: usize = 300;

/// The forms of a name, from its nominative.
///
/// What has no Russian letters, or more than 300 bytes, is indeclinable and keeps its one form. The empty name has no form.
///
/// ```
/// use isonym::inflection::{Case, Declension, Hint, NameKind, Number, inflect};
/// let place = Hint { kind: Some(NameKind::Place), gender: None };
/// let moscow = inflect("МОСКВА", place);
/// assert_eq!(moscow.form(Case::Gen, Number::Sing), Some("МОСКВЫ"));
/// assert_eq!(inflect("Хэйхэ", place).declension, Declension::Indeclinable);
/// let person = Hint { kind: Some(NameKind::Person), gender: None };
/// assert_eq!(inflect("Си Цзиньпин", person).form(Case::Ins, Number::Sing), Some("Си Цзиньпином"));
/// ```
pub fn inflect(name: &str, hint: Hint) -> Paradigm {
    paradigm(patterns(name, hint))
}

/// Calls `put` with each different spelling among the forms that [`inflect`] gives, without their cases.
pub(crate) fn forms(name: &str, hint: Hint, put: &mut dyn FnMut(&str)) {
    let patterns = patterns(name, hint);
    let mut known: Vec<&str> = Vec::with_capacity(MAX_SPELLINGS);
    for cell in patterns.iter().flat_map(|pattern| &pattern.cells) {
        if known.len() < MAX_SPELLINGS && !known.contains(&cell.text.as_str()) {
            known.push(&cell.text);
            put(&cell.text);
        }
    }
}

/// The possible declensions of a name, the likelier first.
fn patterns(name: &str, hint: Hint) -> Vec<Pattern> {
    let tokens = phrase::tokens(name);
    match tokens.as_slice() {
        [] => Vec::new(),
        _ if name.len() > LONGEST => vec![Pattern::fixed(name.trim(), Sort::Noun)],
        [token] => word::of_hint(token.text, hint),
        tokens => phrase::patterns(tokens, hint),
    }
}

fn paradigm(patterns: Vec<Pattern>) -> Paradigm {
    let mut declensions: Vec<Declension> = patterns.iter().map(|p| p.declension).collect();
    declensions.dedup();
    let (mut forms, mut spellings, mut seen) = (Vec::new(), HashSet::new(), HashSet::new());
    for form in patterns.into_iter().flat_map(Pattern::into_forms) {
        if spellings.len() >= MAX_SPELLINGS && !spellings.contains(&form.text) {
            continue;
        }
        spellings.insert(form.text.clone());
        if seen.insert(form.clone()) {
            forms.push(form);
        }
    }
    Paradigm {
        declension: match declensions.as_slice() {
            [] => Declension::Indeclinable,
            [one] => *one,
            _ => Declension::Several,
        },
        forms,
    }
}
