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

/// A digest of all that a compiled glossary depends on beside its rows: the code that compiles it and its tables. An index that
/// another version of the program compiled is to be compiled again.
pub fn compiler() -> u64 {
    u64::from_str_radix(env!("ISONYM_COMPILER"), 16).expect("the build script wrote it")
}
