//! One test crate: data-driven tests through the public API and the program.

mod fold;
mod han;
mod inflection;
mod translit;
