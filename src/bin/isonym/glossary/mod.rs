//! `isonym glossary`: work on glossary files, one file a command.

mod add;
mod append;
mod check;
mod conversions;
mod diff;
mod export;
mod fmt;
mod import;
mod merge;
mod stats;
mod suggest;

pub(crate) use add::add_name;
#[cfg(feature = "serve")]
pub(crate) use add::{for_file, objections, open};
#[cfg(feature = "serve")]
pub(crate) use append::append;

use std::error::Error;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use isonym::Glossary;
use isonym::exchange::{Format, Report};
use isonym::glossary::{Problem, Severity};

use crate::cache::Remark;
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
    /// Read other programs' glossaries: tables, TBX, OmegaT, GeoNames, Wikidata …
    Import(Box<import::Args>),
    /// Write glossaries for other programs: tables, TBX, OmegaT, DeepL …
    Export(export::Args),
    /// Show what differs between two glossaries
    Diff(diff::Args),
    /// Put together what two people made of one glossary
    Merge(merge::Args),
    /// Find the names of articles that no entry has
    Suggest(suggest::Args),
    /// Count the names of glossary files by kind, language, status and source
    Stats(stats::Args),
}

pub(crate) fn run(command: &Command) -> Outcome {
    match command {
        Command::Check(args) => check::run(args),
        Command::Fmt(args) => fmt::run(args),
        Command::Add(args) => add::run(args),
        Command::Import(args) => import::run(args),
        Command::Export(args) => export::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Merge(args) => merge::run(args),
        Command::Suggest(args) => suggest::run(args),
        Command::Stats(args) => stats::run(args),
    }
}

/// The bytes of a file; `-` is standard input.
pub(crate) fn bytes_of(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    Ok(fs::read(path).map_err(|error| console::unread(path, &error))?)
}

/// Reads and decodes a file; `-` is standard input. A guessed encoding is told on standard error.
fn read(path: &Path, encoding: Option<&str>) -> Result<Decoded, Box<dyn Error>> {
    let name = path.display();
    let bytes = bytes_of(path)?;
    let decoded = decode(&bytes, encoding).map_err(|why| format!("{name}: {why}"))?;
    if decoded.guess.is_some() {
        console::mention(&format!("{name}: {decoded}"));
    }
    Ok(decoded)
}

/// A glossary from a file. What is wrong with its rows is told on standard error; it is an error if none can be used.
pub(crate) fn load(path: &Path) -> Result<Glossary, String> {
    load_as(path, None)
}

fn load_as(path: &Path, encoding: Option<&str>) -> Result<Glossary, String> {
    let name = path.display().to_string();
    let decoded = read(path, encoding).map_err(|why| why.to_string())?;
    let (glossary, said) = rows(&decoded.text);
    said.iter().for_each(|remark| remark.say(&name));
    is_of_use(&glossary, &said, &name)?;
    Ok(glossary)
}

/// A glossary from the bytes of a file, with what was told about it on standard error.
pub(crate) fn load_bytes(path: &Path, bytes: &[u8]) -> Result<(Glossary, Vec<Remark>), String> {
    let name = path.display().to_string();
    let decoded = decode(bytes, None).map_err(|why| format!("{name}: {why}"))?;
    let (glossary, problems) = rows(&decoded.text);
    let guess = decoded.guess.map(|_| Remark {
        is_note: true,
        parts: vec![String::new(), format!(": {decoded}")],
    });
    let said: Vec<Remark> = guess.into_iter().chain(problems.iter().cloned()).collect();
    said.iter().for_each(|remark| remark.say(&name));
    is_of_use(&glossary, &problems, &name)?;
    Ok((glossary, said))
}

/// The rows of a glossary, and what is to be told about them.
fn rows(text: &str) -> (Glossary, Vec<Remark>) {
    let (glossary, problems) = Glossary::from_csv(text);
    let is_problem = |problem: &&Problem| problem.severity < Severity::Note;
    let told = problems.iter().filter(is_problem).take(MOST_PROBLEMS);
    let remark = |parts: Vec<String>| Remark {
        is_note: false,
        parts,
    };
    let mut said: Vec<Remark> = told
        .map(|problem| remark(vec![String::new(), format!(":{problem}")]))
        .collect();
    let more = problems.iter().filter(is_problem).count() - said.len();
    if more > 0 {
        said.push(remark(vec![
            String::new(),
            format!(": {more} more problems: `isonym glossary check "),
            "` shows them".to_owned(),
        ]));
    }
    (glossary, said)
}

fn is_of_use(glossary: &Glossary, problems: &[Remark], name: &str) -> Result<(), String> {
    if glossary.entries().is_empty() && !problems.is_empty() {
        return Err(format!("{name}: no row of it can be used"));
    }
    Ok(())
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

/// The text of a file that is going to be written again in UTF-8.
fn unguessed(path: &Path) -> Result<String, Box<dyn Error>> {
    let decoded = read(path, None)?;
    match decoded.encoding() {
        "UTF-8" => Ok(decoded.text),
        other => Err(format!(
            "{}: not changed, for it is in {other}: save it as UTF-8 first",
            path.display()
        )
        .into()),
    }
}

/// The format that the name of a file stands for.
fn format_of(file: &Path) -> Result<Format, String> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if name.starts_with("allCountries") || name.starts_with("alternateNames") {
        return Ok(Format::GeoNames);
    }
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or("");
    Format::of_ending(ending).ok_or_else(|| {
        let words: Vec<&str> = Format::ALL.iter().map(|format| format.word()).collect();
        format!(
            "{}: its name tells no format: say `--format` with one of {}",
            file.display(),
            words.join(", ")
        )
    })
}

/// `HEADER=COLUMN`.
fn mapping(text: &str) -> Result<(String, String), String> {
    match text.rsplit_once('=') {
        Some((header, column)) if !header.trim().is_empty() && !column.trim().is_empty() => {
            Ok((header.trim().to_owned(), column.trim().to_owned()))
        }
        _ => Err(format!("`{text}` has no `=` between two words")),
    }
}

/// Tells what is wrong with the rows of a file.
fn tell_problems(file: &Path, report: &Report) {
    let name = file.display();
    for problem in report.problems.iter().take(MOST_PROBLEMS) {
        console::tell(&format!("{name}:{problem}"));
    }
    let shown = report.problems.len().min(MOST_PROBLEMS);
    let broken = report
        .problems
        .iter()
        .take(shown)
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    if report.broken > broken {
        console::tell(&format!(
            "{name}: {} more rows that cannot be read",
            report.broken - broken
        ));
    }
}

/// Tells what became of a glossary.
fn tell(report: &Report, done: &str) {
    let count =
        |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let broken = match report.broken {
        0 => String::new(),
        number => format!("; {} could not be read", count(number, "row", "rows")),
    };
    let entries = count(report.entries, "entry", "entries");
    let names = count(report.names, "name", "names");
    console::mention(&format!("{entries} with {names} {done}{broken}"));
    for (what, number) in &report.lost {
        console::mention(&format!("not held: {what} ({number})"));
    }
}
