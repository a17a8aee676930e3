//! One test crate: data-driven tests through the public API and the program.

#[cfg(feature = "cli")]
mod cli;
mod compare;
#[cfg(feature = "cli")]
mod documents;
mod evaluate;
mod examples;
#[cfg(feature = "exchange")]
mod exchange;
mod fold;
mod glossaries;
mod glossary;
mod han;
mod index;
mod inflection;
mod lint;
mod names;
#[cfg(feature = "cli")]
mod robust;
mod rooms;
#[cfg(feature = "serve")]
mod serve;
mod styles;
mod translit;
