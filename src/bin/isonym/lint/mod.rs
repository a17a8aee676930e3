//! `isonym lint`: reads articles and reports what is wrong with their names.

mod archive;
mod args;
mod fix;
mod inputs;
mod original;
mod queue;
mod run;
mod setup;
mod source;
mod stats;

pub(crate) use args::{AnyLang, Args, Least, encoding, known_rules, language};
pub(crate) use inputs::Input;
pub(crate) use run::run;
pub(crate) use source::{Limit, read};
