//! One test crate: data-driven tests through the public API and the program.

#[cfg(feature = "cli")]
mod cache;
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
#[cfg(feature = "cli")]
mod lsp;
mod names;
#[cfg(feature = "cli")]
mod robust;
mod rooms;
#[cfg(feature = "serve")]
mod serve;
#[cfg(feature = "cli")]
mod since;
mod styles;
mod translit;
