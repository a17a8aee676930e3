//! The shipped glossary, compiled into the library.

use crate::index::Index;

/// The index of the shipped glossary (`glossaries/*.csv`). Opening it costs microseconds.
///
/// ```
/// let index = isonym::shipped();
/// assert!(index.len() > 200);
/// ```
pub fn shipped() -> Index {
    Index::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/shipped.index")))
        .expect("the build script wrote it")
}
