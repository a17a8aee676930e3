//! What can be said of names by conversion, without asking what they name: are two spellings one name, and which
//! systems have written a spelling.

mod identify;
mod same;

pub use identify::{Origin, identify};
pub use same::{Reason, Verdict, same, same_unless_known};
