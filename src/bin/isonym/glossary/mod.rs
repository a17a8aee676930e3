//! `isonym glossary`: work on glossary files, one file a command.

mod add;
mod check;
mod fmt;
mod stats;

use std::error::Error;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use isonym::Glossary;
use isonym::glossary::{Problem, Severity};

use crate::console::{self, Outcome};
use crate::decode::{Decoded, decode};

/// How many problems of one glossary are shown where it is used.
const MOST_PROBLEMS: usize = 20;

/// The commands on glossary files.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Report all that is wrong in glossary files
    Check(check::Args),
    /// Write glossary files in their canonical form
    Fmt(fmt::Args),
    /// Add a row to a glossary file
    Add(Box<add::Args>),
    /// Count the names of glossary files by kind, language, status and source
    Stats(stats::Args),
}

pub(crate) fn run(command: &Command) -> Outcome {
    match command {
        Command::Check(args) => check::run(args),
        Command::Fmt(args) => fmt::run(args),
        Command::Add(args) => add::run(args),
        Command::Stats(args) => stats::run(args),
    }
}

/// Reads and decodes a file; `-` is standard input. A guessed encoding is told on standard error.
fn read(path: &Path, encoding: Option<&str>) -> Result<Decoded, Box<dyn Error>> {
    let name = path.display();
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        bytes
    } else {
        fs::read(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => format!("{name}: there is no such file"),
            _ => format!("{name}: {error}"),
        })?
    };
    let decoded = decode(&bytes, encoding).map_err(|why| format!("{name}: {why}"))?;
    if decoded.guess.is_some() {
        console::mention(&format!("{name}: {decoded}"));
    }
    Ok(decoded)
}

/// A glossary from a file. What is wrong with its rows is told on standard error; it is an error if none can be used.
pub(crate) fn load(path: &Path) -> Result<Glossary, String> {
    let name = path.display();
    let decoded = read(path, None).map_err(|why| why.to_string())?;
    let (glossary, problems) = Glossary::from_csv(&decoded.text);
    let problems: Vec<&Problem> = problems
        .iter()
        .filter(|problem| problem.severity < Severity::Note)
        .collect();
    for problem in problems.iter().take(MOST_PROBLEMS) {
        console::tell(&format!("{name}:{problem}"));
    }
    if problems.len() > MOST_PROBLEMS {
        let more = problems.len() - MOST_PROBLEMS;
        console::tell(&format!(
            "{name}: {more} more problems: `isonym glossary check {name}` shows them"
        ));
    }
    if glossary.entries().is_empty() && !problems.is_empty() {
        return Err(format!("{name}: no row of it can be used"));
    }
    Ok(glossary)
}

/// Why a file is not changed if its encoding was guessed: what is written would be wrong if the guess is.
fn refuse_guess(path: &Path, file: &Decoded) -> Result<(), String> {
    match file.guess {
        None => Ok(()),
        Some(_) => Err(format!(
            "{}: not changed on a guess: say `--encoding {}` if that is right",
            path.display(),
            file.encoding()
        )),
    }
}
