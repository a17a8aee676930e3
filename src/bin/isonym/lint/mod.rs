//! `isonym lint`: reads articles and reports what is wrong with their names.

mod args;
mod fix;
mod inputs;
mod original;
mod run;
mod setup;
mod source;

pub(crate) use args::{AnyLang, Args, Least, encoding, known_rules, language};
#[cfg(feature = "serve")]
pub(crate) use fix::AUTHOR;
pub(crate) use inputs::Input;
#[cfg(feature = "serve")]
pub(crate) use original::{Original, Reading};
pub(crate) use run::run;
pub(crate) use source::{Limit, read};
