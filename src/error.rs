//! The error of the library.

use std::fmt;

use crate::message::Message;

/// What went wrong, where, and what to do about it.
///
/// The message is one sentence in lower case without a final period, with names in backticks. It is displayed in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: Message,
}

/// The kind of an [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument is none of the values it may have.
    Argument,
    /// Data (a glossary, an index, a table) does not have the form it must have.
    Data,
    /// A text cannot be read in the encoding that it was said or guessed to have.
    Encoding,
}

impl Error {
    /// An error of a kind with its message.
    pub(crate) fn new(kind: ErrorKind, message: Message) -> Error {
        Error { kind, message }
    }

    /// What went wrong, as a sentence that can be put into other languages.
    ///
    /// ```
    /// let error = "fr".parse::<isonym::Lang>().unwrap_err();
    /// assert_eq!(error.message().id(), "unknown-language");
    /// ```
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// The kind of this error.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(f)
    }
}

impl std::error::Error for Error {}

impl From<Error> for Message {
    fn from(error: Error) -> Message {
        error.message
    }
}
