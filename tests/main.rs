//! One test crate: data-driven tests through the public API and the program.

#[cfg(feature = "cli")]
mod cli;
mod fold;
mod glossary;
mod glossaries;
mod inflection;
mod translit;
