//! isonym keeps names straight across Chinese, Russian and English.

pub mod document;
pub mod error;
pub mod glossary;
pub mod index;
pub mod inflection;
pub mod lang;
mod line_index;
pub mod lint;
pub mod names;
mod shipped;
pub mod text;
pub mod translit;
mod words;

pub use error::{Error, ErrorKind};
pub use glossary::{Entry, Form, Glossary, Kind, Name, Status};
pub use index::{Index, Mention};
pub use lang::{Lang, Script};
pub use line_index::LineIndex;
pub use shipped::shipped;
pub use text::{Folded, Span, fold};
