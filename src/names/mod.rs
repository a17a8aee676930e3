//! What needs glossary and conversion together: the conversion of a name, whether two spellings are one name, and which
//! systems have written a spelling.

mod common;
mod convert;
mod identify;
mod same;

pub use convert::convert;
pub use identify::{Origin, identify, identify_by_rule};
pub use same::{Reason, Verdict, same, same_by_rule};
