//! Spans of text, and the fold from a spelling to the key it is looked up by.

mod fold;
mod hashed;
mod spans;

pub use fold::{Folded, fold, simplified};
pub(crate) use fold::{fold_into, is_gap, is_ignored, traditional_pairs};
pub(crate) use hashed::Hashed;
pub(crate) use spans::Spans;

/// A range of bytes in a text; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The text that the span covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the other span lies within this one.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
