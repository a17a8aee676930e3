//! `isonym lint`: reads articles and reports what is wrong with their names.

mod args;
mod fix;
mod inputs;
mod run;
mod setup;
mod source;

pub(crate) use args::{Args, known_rules};
pub(crate) use run::run;
