//! isonym keeps names straight across Chinese, Russian and English.

pub mod error;
pub mod glossary;
pub mod inflection;
pub mod lang;
pub mod text;
pub mod translit;

pub use error::{Error, ErrorKind};
pub use glossary::{Entry, Form, Glossary, Kind, Name, Status};
pub use lang::{Lang, Script};
pub use text::{Folded, Span, fold};
