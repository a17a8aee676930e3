//! `isonym lint`: reads articles and reports what is wrong with their names.

mod archive;
mod args;
mod baseline;
mod fix;
mod inputs;
mod interactive;
mod narrow;
mod original;
mod queue;
mod run;
mod setup;
mod since;
mod source;
mod stats;

pub(crate) use args::{AnyLang, Args, Least, encoding, known_rules, language};
#[cfg(feature = "serve")]
pub(crate) use fix::AUTHOR;
pub(crate) use inputs::{Input, inputs, standard_input_is_given};
pub(crate) use original::{Original, Reading};
pub(crate) use run::{found, options, run};
pub(crate) use setup::{Setup, Setups};
pub(crate) use source::{Limit, bytes_of, name_inside, read};
