//! Reading glossary rows from CSV.

use super::{Entry, Glossary, Name};
use crate::error::Error;
use crate::lang::Lang;

/// What is wrong with a place in a glossary file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line in the file, from 1.
    pub line: usize,
    /// Column of the table, by its name; empty where the whole row is meant.
    pub column: String,
    /// Whether the row was left out.
    pub severity: Severity,
    /// What is wrong and what to do.
    pub message: String,
}

/// How bad a [`Problem`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The row was left out.
    Error,
    /// The row was read; it deserves a look.
    Warning,
}

pub(super) fn read(text: &str) -> (Glossary, Vec<Problem>) {
    let mut glossary = Glossary::default();
    let mut problems = Vec::new();
    let mut reader = ::csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    let mut record = ::csv::StringRecord::new();
    while let Ok(true) = reader.read_record(&mut record) {
        let cell = |column: &str| {
            headers
                .iter()
                .position(|h| h.trim() == column)
                .and_then(|at| record.get(at))
                .unwrap_or("")
                .trim()
        };
        let line = record.position().map_or(0, |p| p.line() as usize);
        match entry(&cell) {
            Ok(entry) => glossary.add(entry),
            Err(error) => problems.push(Problem {
                line,
                column: String::new(),
                severity: Severity::Error,
                message: error.to_string(),
            }),
        }
    }
    (glossary, problems)
}

fn entry<'a>(cell: &impl Fn(&str) -> &'a str) -> Result<Entry, Error> {
    let kind = cell("kind");
    let mut entry = Entry::new(
        cell("id"),
        if kind.is_empty() {
            Default::default()
        } else {
            kind.parse()?
        },
    );
    let status = cell("status");
    for lang in Lang::ALL {
        let text = cell(lang.code());
        if !text.is_empty() {
            let name = Name {
                text: text.to_owned(),
                status: if status.is_empty() {
                    Default::default()
                } else {
                    status.parse()?
                },
                form: cell("form").parse()?,
                style: cell("style").to_owned(),
                system: cell("system").to_owned(),
                valid: cell("valid").to_owned(),
                note: cell("note").to_owned(),
                source: cell("source").to_owned(),
            };
            entry.add(lang, name);
        }
    }
    Ok(entry)
}
