//! `isonym glossary export`: glossaries in the formats of other programs.

use std::error::Error;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use isonym::exchange::{self, Format, Options, TABLE_COLUMNS};
use isonym::{Glossary, Kind, Lang};

use crate::atomic::{Draft, Lock};
use crate::console::{self, Outcome};
use crate::ui::said;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Glossary files, later ones over earlier ones; `-` is standard input. Without any, the shipped glossary
    files: Vec<PathBuf>,
    /// Format: csv, tsv, xlsx, tbx (version 2), tbx3-dca, tbx3-dct, omegat, deepl, google or weblate; told from the name of
    /// the output if left out
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// The file to write; standard output if left out
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Source language of formats with two columns
    #[arg(long, value_name = "LANG")]
    from: Option<Lang>,
    /// Target language of formats with two columns
    #[arg(long, value_name = "LANG")]
    to: Option<Lang>,
    /// How to head a column of a table: `English=en`, `Remark=note`
    #[arg(long, value_name = "HEADER=COLUMN", value_parser = mapping)]
    map: Vec<(String, String)>,
    /// Only entries of these kinds
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    kind: Vec<Kind>,
    /// In formats with two columns: admitted names of the source language, too
    #[arg(long)]
    all_names: bool,
    /// Encoding of the glossary files; told from their bytes if left out
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

fn mapping(text: &str) -> Result<(String, String), String> {
    let (header, column) = super::mapping(text)?;
    match TABLE_COLUMNS
        .iter()
        .find(|known| known.eq_ignore_ascii_case(&column) || column == "zh" && **known == "zh-Hans")
    {
        Some(known) => Ok((header, (*known).to_owned())),
        None => Err(said!(
            "no-table-column",
            column = column,
            columns = TABLE_COLUMNS.join(", ")
        )),
    }
}

pub(crate) fn run(args: &Args) -> Outcome {
    let format = format(args)?;
    let mut glossary = Glossary::default();
    if args.files.is_empty() {
        isonym::shipped().entries().for_each(|entry| glossary.add(entry));
    }
    for file in &args.files {
        glossary.overlay(super::load_as(file, args.encoding.as_deref())?);
    }
    let chosen: Vec<_> = glossary
        .entries()
        .iter()
        .filter(|entry| args.kind.is_empty() || args.kind.contains(&entry.kind))
        .cloned()
        .collect();
    let options = Options {
        from: args.from,
        to: args.to,
        columns: args.map.clone(),
        all_names: args.all_names,
        ..Options::default()
    };
    let report = match &args.output {
        Some(file) => {
            let failure = |error: std::io::Error| said!("of-file", file = file, why = error);
            let _lock = Lock::take(file).map_err(failure)?;
            let mut draft = Draft::beside(file).map_err(failure)?;
            let mut out = BufWriter::with_capacity(1 << 16, &mut draft);
            let report = exchange::write(format, &chosen, &options, &mut out)?;
            out.flush().map_err(failure)?;
            drop(out);
            draft.commit().map_err(failure)?;
            report
        }
        None => {
            let mut out = console::out();
            let report = exchange::write(format, &chosen, &options, &mut out)?;
            out.flush()?;
            report
        }
    };
    super::tell(&report, true);
    Ok(ExitCode::SUCCESS)
}

fn format(args: &Args) -> Result<Format, Box<dyn Error>> {
    let format = match (args.format, &args.output) {
        (Some(format), _) => format,
        (None, Some(file)) => super::format_of(file)?,
        (None, None) => {
            return Err(said!("no-format").into());
        }
    };
    let name = format.word();
    if !format.is_written() {
        let written: Vec<&str> = Format::ALL
            .iter()
            .filter(|format| format.is_written())
            .map(|format| format.word())
            .collect();
        return Err(said!("only-imported", format = name, written = written.join(", ")).into());
    }
    Ok(format)
}
