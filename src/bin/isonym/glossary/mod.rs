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
use crate::ui::{self, said};

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
    let bytes = bytes_of(path)?;
    let decoded = decode(&bytes, encoding).map_err(|why| said!("of-file", file = path, why = why))?;
    if decoded.guess.is_some() {
        console::mention(&said!("of-file", file = path, why = decoded.said()));
    }
    Ok(decoded)
}

/// A glossary from a file. What is wrong with its rows is told on standard error; it is an error if none can be used.
pub(crate) fn load(path: &Path) -> Result<Glossary, String> {
    load_as(path, None)
}

fn load_as(path: &Path, encoding: Option<&str>) -> Result<Glossary, String> {
    let name = path.display().to_string();
    let decoded = read(path, encoding).map_err(|why| ui::failure(&*why))?;
    let (glossary, said) = rows(&decoded.text);
    said.iter().for_each(|remark| remark.say(&name));
    is_of_use(&glossary, &said, &name)?;
    Ok(glossary)
}

/// A glossary from the bytes of a file, with what was told about it on standard error.
pub(crate) fn load_bytes(path: &Path, bytes: &[u8]) -> Result<(Glossary, Vec<Remark>), String> {
    let name = path.display().to_string();
    let decoded = decode(bytes, None).map_err(|why| said!("of-file", file = path, why = why))?;
    let (glossary, problems) = rows(&decoded.text);
    let about_guess = said!("of-file", file = MARK, why = decoded.said());
    let guess = decoded.guess.map(|_| remark(true, &about_guess));
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
    let mut said: Vec<Remark> = told
        .map(|problem| remark(false, &format!("{MARK}:{}", ui::problem(problem))))
        .collect();
    let more = problems.iter().filter(is_problem).count() - said.len();
    if more > 0 {
        said.push(remark(false, &said!("more-problems", file = MARK, count = more)));
    }
    (glossary, said)
}

/// Stands for the name of a file.
const MARK: &str = "\u{0}";

fn remark(is_note: bool, message: &str) -> Remark {
    Remark {
        is_note,
        parts: message.split(MARK).map(str::to_owned).collect(),
        lang: ui::lang().code().to_owned(),
    }
}

fn is_of_use(glossary: &Glossary, problems: &[Remark], name: &str) -> Result<(), String> {
    if glossary.entries().is_empty() && !problems.is_empty() {
        return Err(said!("no-row-of-use", file = name));
    }
    Ok(())
}

/// Why a file is not changed if its encoding was guessed: what is written would be wrong if the guess is.
fn refuse_guess(path: &Path, file: &Decoded) -> Result<(), String> {
    match file.guess {
        None => Ok(()),
        Some(_) => Err(said!(
            "not-changed-guess",
            file = path,
            encoding = file.encoding()
        )),
    }
}

/// The text of a file that is going to be written again in UTF-8.
fn unguessed(path: &Path) -> Result<String, Box<dyn Error>> {
    let decoded = read(path, None)?;
    match decoded.encoding() {
        "UTF-8" => Ok(decoded.text),
        other => Err(said!("not-changed", file = path, encoding = other).into()),
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
        said!("format-untold", file = file, formats = words.join(", "))
    })
}

/// `HEADER=COLUMN`.
fn mapping(text: &str) -> Result<(String, String), String> {
    match text.rsplit_once('=') {
        Some((header, column)) if !header.trim().is_empty() && !column.trim().is_empty() => {
            Ok((header.trim().to_owned(), column.trim().to_owned()))
        }
        _ => Err(said!("no-equals", text = text)),
    }
}

/// Tells what is wrong with the rows of a file.
fn tell_problems(file: &Path, report: &Report) {
    let name = file.display();
    for problem in report.problems.iter().take(MOST_PROBLEMS) {
        console::tell(&format!("{name}:{}", ui::problem(problem)));
    }
    let shown = report.problems.len().min(MOST_PROBLEMS);
    let broken = report
        .problems
        .iter()
        .take(shown)
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    if report.broken > broken {
        console::tell(&said!(
            "more-rows-unread",
            file = file,
            count = report.broken - broken
        ));
    }
}

/// Tells what became of a glossary that was written, or else read.
fn tell(report: &Report, is_written: bool) {
    let entries = ui::counted("entries", report.entries);
    let names = ui::counted("names", report.names);
    let mut told = match is_written {
        true => said!("glossary-written", entries = entries, names = names),
        false => said!("glossary-read", entries = entries, names = names),
    };
    if report.broken > 0 {
        told += &said!("rows-unread", rows = ui::counted("rows", report.broken));
    }
    console::mention(&told);
    let mut lost: Vec<(String, usize)> = report
        .lost
        .iter()
        .map(|(what, &count)| (ui::message(what), count))
        .collect();
    lost.sort();
    for (what, count) in lost {
        console::mention(&said!("not-held", what = what, count = count));
    }
}
