//! TBX (ISO 30042): term bases as XML, version 2 (`martif`) and version 3 in both of its styles.

mod read;
mod write;

pub(super) use self::read::read;
pub(super) use self::write::write;
use crate::glossary::{Form, Status};

/// A dialect that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Version 2.
    Martif,
    /// Version 3, data categories as attributes (DCA).
    Attributes,
    /// Version 3, data categories as tags (DCT).
    Tags,
}

/// The word of TBX for a status.
fn status_word(status: Status) -> &'static str {
    match status {
        Status::Preferred => "preferredTerm-admn-sts",
        Status::Admitted => "admittedTerm-admn-sts",
        Status::Deprecated => "deprecatedTerm-admn-sts",
        Status::Superseded => "supersededTerm-admn-sts",
    }
}

/// What TBX calls a form: a data category and its value. TBX has no word for the name of an inhabitant.
fn form_words(form: Form) -> Option<(&'static str, &'static str)> {
    Some(match form {
        Form::Ordinary => return None,
        Form::Official => ("termType", "fullForm"),
        Form::Short => ("termType", "shortForm"),
        Form::Abbreviation => ("termType", "abbreviation"),
        Form::Adjective => ("partOfSpeech", "adjective"),
        Form::Demonym => (FORM, "demonym"),
        Form::Lookup => (FORM, "lookup"),
        Form::Gloss => (FORM, "gloss"),
    })
}

/// Data categories of our own, for what TBX has none for.
const FORM: &str = "x-isonym-form";
const SYSTEM: &str = "x-isonym-system";
const VALID: &str = "x-isonym-valid";
const WEIGHT: &str = "x-isonym-weight";
const COUNTRY: &str = "x-isonym-country";
