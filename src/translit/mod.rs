//! Conversion of names between scripts by named standard systems, forward and back.
//!
//! A [`System`] is a row of [`SYSTEMS`]. Conversion knows no glossary: it sees tables and rules alone.

pub mod han;

use crate::lang::Script;

/// What a name is a name of: readings and rules differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Use {
    /// Not known; the converter judges by the text.
    #[default]
    Any,
    /// A place.
    Place,
    /// A person's full name.
    Person,
    /// A surname alone.
    Surname,
    /// A given name alone.
    Given,
}

/// What an answer rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// An entry of the glossary.
    Entry,
    /// A lexicon of name parts.
    Lexicon,
    /// Tables and rules of the system alone.
    Rule,
}

/// One possible conversion of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The converted name.
    pub text: String,
    /// What it rests on.
    pub basis: Basis,
    /// How likely it is among the candidates, from 0 to 1.
    pub score: f32,
}

/// A conversion system: what it is called, who publishes it, and which script it leads to.
pub struct System {
    /// The id on the command line: `bgn-pcgn`, `iso9`, `palladius` …
    pub id: &'static str,
    /// Script of the source text.
    pub from: Script,
    /// Script of the result.
    pub to: Script,
}
