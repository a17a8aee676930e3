//! What the names of a kind of thing are names of, as far as conversion and declension go.

use crate::glossary::Kind;
use crate::inflection::NameKind;
use crate::translit::Use;

impl From<Kind> for Use {
    fn from(kind: Kind) -> Use {
        match kind {
            Kind::Person => Use::Person,
            kind if kind.is_place() => Use::Place,
            _ => Use::Any,
        }
    }
}

/// Of the ordinary name: that of a person or a place declines as one, any other as a phrase.
impl From<Kind> for NameKind {
    fn from(kind: Kind) -> NameKind {
        match kind {
            Kind::Person => NameKind::Person,
            kind if kind.is_place() => NameKind::Place,
            _ => NameKind::Thing,
        }
    }
}
