//! Whole documents.

use super::{Mismatch, Options, compare};
use crate::index::Index;

/// Compares a whole text with its source.
pub fn compare_documents(index: &Index, source: &str, target: &str, options: &Options) -> Vec<Mismatch> {
    compare(index, source, target, options)
}
