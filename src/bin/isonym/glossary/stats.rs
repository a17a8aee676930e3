//! `isonym glossary stats`: how many entries and names there are, and of what.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use isonym::glossary::Severity;
use isonym::{Glossary, Lang};
use serde_json::json;

use crate::args::Format;
use crate::console::{self, Outcome};
use crate::ui::said;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Glossary files, later ones over earlier ones; `-` is standard input. Without any, the shipped glossary
    files: Vec<PathBuf>,
    /// How to write the counts. Columns of tsv: what is counted, value, count
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Encoding of the files; told from their bytes if left out
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

/// A table of counts: what is counted, and how many of each value.
type Counts = (&'static str, Vec<(String, usize)>);

pub(crate) fn run(args: &Args) -> Outcome {
    let mut glossary = Glossary::default();
    if args.files.is_empty() {
        isonym::shipped().entries().for_each(|entry| glossary.add(entry));
    }
    for file in &args.files {
        let decoded = super::read(file, args.encoding.as_deref())?;
        let (rows, problems) = Glossary::from_csv(&decoded.text);
        let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
        if errors > 0 {
            console::tell(&said!("glossary-errors", file = file, count = errors));
        }
        glossary.overlay(rows);
    }
    let mut out = console::out();
    let tables = count(&glossary);
    match args.format {
        Format::Text => write_text(&mut out, &tables)?,
        Format::Tsv => write_tsv(&mut out, &tables)?,
        Format::Jsonl => write_jsonl(&mut out, &tables)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn count(glossary: &Glossary) -> Vec<Counts> {
    let mut counts: [BTreeMap<String, usize>; 4] = Default::default();
    let mut names = 0;
    for entry in glossary.entries() {
        *counts[0].entry(entry.kind.to_string()).or_default() += 1;
        for lang in Lang::ALL {
            for name in entry.names(lang) {
                names += 1;
                *counts[1].entry(lang.to_string()).or_default() += 1;
                *counts[2].entry(name.status.to_string()).or_default() += 1;
                *counts[3].entry(name.source.clone()).or_default() += 1;
            }
        }
    }
    let all_three = glossary
        .entries()
        .iter()
        .filter(|entry| Lang::ALL.iter().all(|&lang| !entry.names(lang).is_empty()));
    let totals = vec![
        ("entries".to_owned(), glossary.entries().len()),
        ("in all three languages".to_owned(), all_three.count()),
        ("names".to_owned(), names),
    ];
    let titles = [
        "entries by kind",
        "names by language",
        "names by status",
        "names by source",
    ];
    std::iter::once(("total", totals))
        .chain(titles.into_iter().zip(counts.map(by_size)))
        .collect()
}

/// The most frequent values first.
fn by_size(counts: BTreeMap<String, usize>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts
}

fn write_text(out: &mut impl Write, tables: &[Counts]) -> io::Result<()> {
    for (title, counts) in tables {
        writeln!(out, "{}", heading(title))?;
        for (value, count) in counts {
            let value = match value.as_str() {
                "" => said!("stats-no-source"),
                value => heading(value),
            };
            writeln!(out, "  {count:>8}  {value}")?;
        }
    }
    Ok(())
}

/// A heading for people; words of the data stay as they are.
fn heading(title: &str) -> String {
    match title {
        "total" => said!("stats-total"),
        "entries" => said!("stats-entries"),
        "in all three languages" => said!("stats-complete"),
        "names" => said!("stats-names"),
        "entries by kind" => said!("stats-kinds"),
        "names by language" => said!("stats-languages"),
        "names by status" => said!("stats-statuses"),
        "names by source" => said!("stats-sources"),
        other => other.to_owned(),
    }
}

fn write_tsv(out: &mut impl Write, tables: &[Counts]) -> io::Result<()> {
    for (title, counts) in tables {
        for (value, count) in counts {
            writeln!(out, "{title}\t{}\t{count}", console::tsv(value))?;
        }
    }
    Ok(())
}

fn write_jsonl(out: &mut impl Write, tables: &[Counts]) -> io::Result<()> {
    for (title, counts) in tables {
        for (value, count) in counts {
            writeln!(
                out,
                "{}",
                json!({"counted": title, "value": value, "count": count})
            )?;
        }
    }
    Ok(())
}
