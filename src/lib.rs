//! isonym keeps names straight across Chinese, Russian and English.
//!
//! A [`Glossary`] holds entries, each one thing in the world with its names in three languages. An [`Index`]
//! knows every spelling of every name: its case forms, what conversion systems make of it, and what the fold
//! ignores. [`lint::lint`] reads an article, finds the mentions of known names and the likely variants of unknown
//! ones, and says what is wrong with them.
//!
//! ```
//! use isonym::lint::{Options, lint};
//!
//! let text = "Trucks go from Heihe to Blagoveschchensk. Blagoveshchensk is in Russia.";
//! let found = lint(&isonym::shipped(), text, &Options::default());
//! assert_eq!(found[0].suggestions, ["Blagoveshchensk"]);
//! assert_eq!(found[0].message, "`Blagoveschchensk` is a misspelling of `Blagoveshchensk`");
//! ```
//!
//! The modules stand below in the order in which they build on each other; none of them reads a file or prints.

pub mod compare;
pub mod document;
pub mod error;
#[cfg(feature = "exchange")]
pub mod exchange;
pub mod glossary;
pub mod index;
pub mod inflection;
mod known;
pub mod lang;
mod line_index;
pub mod lint;
#[cfg(feature = "mapped")]
mod mapped;
pub mod message;
pub mod names;
mod shipped;
pub mod styles;
pub mod text;
pub mod translit;
mod words;

pub use error::{Error, ErrorKind};
pub use glossary::{Entry, Form, Glossary, Kind, Name, Status};
pub use index::{Index, Mention};
pub use lang::{Lang, Script};
pub use line_index::LineIndex;
#[cfg(feature = "mapped")]
pub use mapped::map;
pub use message::Message;
pub use shipped::{compiler, shipped};
pub use text::{Folded, Span, fold};
