//! What is wrong with a glossary file.

use std::fmt;

use crate::message::{Message, said};

/// What is wrong with a place in a glossary file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line in the file, from 1.
    pub line: usize,
    /// Column of the table, by its name; empty where the whole row is meant.
    pub column: String,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong and what to do.
    pub message: Message,
}

impl fmt::Display for Problem {
    /// `line: column: message`, the place as people look for it after the name of the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.line)?;
        if !self.column.is_empty() {
            write!(f, "{}: ", self.column)?;
        }
        if self.severity == Severity::Note {
            f.write_str("note: ")?;
        }
        self.message.fmt(f)
    }
}

/// How bad a [`Problem`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data is wrong; what cannot be read of it was left out.
    Error,
    /// The data was read; it deserves a look.
    Warning,
    /// Worth knowing: nothing needs to be done.
    Note,
}

/// More problems of one file than this are counted, not kept.
pub const MAX_PROBLEMS: usize = 1000;

/// The problems of one file, up to a limit.
#[derive(Debug, Default)]
pub(super) struct Problems {
    kept: Vec<Problem>,
    more: usize,
    /// The line of the last problem that was not kept.
    last: usize,
}

impl Problems {
    pub(super) fn add(&mut self, line: usize, column: &str, severity: Severity, message: Message) {
        if self.kept.len() == MAX_PROBLEMS {
            self.more += 1;
            self.last = line;
            return;
        }
        self.kept.push(Problem {
            line,
            column: column.to_owned(),
            severity,
            message,
        });
    }

    /// All problems in the order of the lines, the uncounted ones as one at the end.
    pub(super) fn into_vec(self) -> Vec<Problem> {
        let mut problems = self.kept;
        problems.sort_by_key(|problem| problem.line);
        if self.more > 0 {
            problems.push(Problem {
                line: self.last,
                column: String::new(),
                severity: Severity::Error,
                message: said!("problems-more", count = self.more),
            });
        }
        problems
    }
}
