//! One test crate: data-driven tests through the public API and the program.

mod fold;
mod inflection;
mod names;
mod translit;
