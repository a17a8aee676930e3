//! Plain text: all of it is prose.

use crate::text::Span;

pub(super) fn no_prose(_: &str) -> Vec<Span> {
    Vec::new()
}
