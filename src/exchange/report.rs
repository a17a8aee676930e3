//! What became of a glossary that was read or written.

use std::collections::BTreeMap;

use crate::glossary::{MAX_PROBLEMS, Problem, Severity};
use crate::message::Message;

/// What became of a glossary that was read or written.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Entries, or rows of a table, that were read or written.
    pub entries: usize,
    /// Their names.
    pub names: usize,
    /// Rows that could not be read.
    pub broken: usize,
    /// What is wrong with rows, in their order: [`MAX_PROBLEMS`] at most.
    pub problems: Vec<Problem>,
    /// What could not be held, and how often it came.
    pub lost: BTreeMap<Message, usize>,
}

impl Report {
    /// How often something could not be held, by its English words.
    pub fn lost(&self, what: &str) -> usize {
        self.lost
            .iter()
            .filter(|(message, _)| **message == what)
            .map(|(_, count)| count)
            .sum()
    }

    /// Counts a row that cannot be read, and keeps why.
    pub(super) fn broken(&mut self, line: usize, column: &str, message: Message) {
        self.broken += 1;
        self.problem(line, column, Severity::Error, message);
    }

    /// Keeps what is worth a look in a row that was read.
    pub(super) fn warn(&mut self, line: usize, column: &str, message: Message) {
        self.problem(line, column, Severity::Warning, message);
    }

    fn problem(&mut self, line: usize, column: &str, severity: Severity, message: Message) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem {
                line,
                column: column.to_owned(),
                severity,
                message,
            });
        }
    }

    /// Counts something that cannot be held.
    pub(super) fn lose(&mut self, what: Message) {
        self.lose_many(what, 1);
    }

    pub(super) fn lose_many(&mut self, what: Message, count: usize) {
        if count > 0 {
            *self.lost.entry(what).or_default() += count;
        }
    }

    /// Adds what became of another part of the glossary.
    pub fn add(&mut self, other: Report) {
        self.entries += other.entries;
        self.names += other.names;
        self.broken += other.broken;
        let room = MAX_PROBLEMS - self.problems.len().min(MAX_PROBLEMS);
        self.problems.extend(other.problems.into_iter().take(room));
        other
            .lost
            .into_iter()
            .for_each(|(what, count)| self.lose_many(what, count));
    }
}
