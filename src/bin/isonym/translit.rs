//! `isonym translit`: names from one script to another by a named system.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use isonym::Script;
use isonym::names;
use isonym::translit::{Ask, Candidate, Route, SYSTEMS, System, Use, route};
use serde::Serialize;

use crate::args::Format;
use crate::console::{self, Outcome};
use crate::layers::Layers;
use crate::lookup::{CandidateObject, candidate_object};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Names; without any, the lines of standard input
    text: Vec<String>,
    /// The system to convert by, or a language for its usual system: ru, zh, en
    #[arg(long, value_name = "SYSTEM", required_unless_present = "list")]
    to: Option<String>,
    /// The system that has written the names, to be read backwards
    #[arg(long, value_name = "SYSTEM")]
    from: Option<String>,
    /// What the names are names of
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// How many answers to give for a name, best first
    #[arg(long, value_name = "N", default_value_t = 1)]
    candidates: usize,
    /// Use no glossary entry and no lexicon of names, only tables and rules
    #[arg(long)]
    rules_only: bool,
    /// Read the names from a file, one a line
    #[arg(long, value_name = "PATH", conflicts_with = "text")]
    file: Option<PathBuf>,
    #[command(flatten)]
    layers: Layers,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// List the systems
    #[arg(long)]
    list: bool,
}

/// What a name is a name of.
#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Person,
    Place,
    Surname,
    Given,
}

impl From<Kind> for Use {
    fn from(kind: Kind) -> Use {
        match kind {
            Kind::Person => Use::Person,
            Kind::Place => Use::Place,
            Kind::Surname => Use::Surname,
            Kind::Given => Use::Given,
        }
    }
}

pub(crate) fn run(args: &Args) -> Outcome {
    let mut out = console::out();
    let code = match &args.to {
        Some(to) if !args.list => convert(args, &route(to, args.from.as_deref())?, &mut out)?,
        _ => {
            list(args.format, &mut out)?;
            ExitCode::SUCCESS
        }
    };
    out.flush()?;
    Ok(code)
}

fn convert(args: &Args, route: &Route, out: &mut impl Write) -> Outcome {
    let ask = Ask {
        kind: args.kind.map_or(Use::Any, Use::from),
        limit: args.candidates.max(1),
        lexicon: !args.rules_only,
        ..Ask::default()
    };
    let mut unanswered = false;
    let index = args.layers.unless(args.rules_only)?;
    console::each_name(&args.text, args.file.as_deref(), |name| {
        let found = match &index {
            Some(index) => names::convert(index, route, name, &ask),
            None => route.candidates(name, &ask),
        };
        unanswered |= found.is_empty() && !name.trim().is_empty();
        let system = Script::of_text(name).and_then(|script| route.system(script));
        write(name, system.map_or("", |s| s.id), &found, args.format, out)
    })?;
    Ok(ExitCode::from(u8::from(unanswered)))
}

/// One line for one name. A name without an answer is given back unchanged, and marked so in jsonl.
fn write(
    name: &str,
    system: &str,
    found: &[Candidate],
    format: Format,
    out: &mut impl Write,
) -> io::Result<()> {
    let texts: Vec<&str> = match found {
        [] => vec![name],
        found => found.iter().map(|c| c.text.as_str()).collect(),
    };
    match format {
        Format::Text => writeln!(out, "{}", texts[0]),
        Format::Tsv if name.is_empty() => writeln!(out),
        Format::Tsv => {
            let fields: Vec<String> = std::iter::once(name).chain(texts).map(console::tsv).collect();
            writeln!(out, "{}", fields.join("\t"))
        }
        Format::Jsonl => {
            serde_json::to_writer(&mut *out, &object(name, system, found))?;
            writeln!(out)
        }
    }
}

/// An answer as it is written in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct ConversionObject<'a> {
    source: &'a str,
    system: &'a str,
    candidates: Vec<CandidateObject<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unchanged: bool,
}

pub(crate) fn object<'a>(source: &'a str, system: &'a str, found: &'a [Candidate]) -> ConversionObject<'a> {
    ConversionObject {
        source,
        system,
        candidates: found.iter().map(candidate_object).collect(),
        unchanged: found.is_empty(),
    }
}

/// A system as it is written in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct SystemObject {
    id: &'static str,
    from: &'static str,
    to: &'static str,
    title: &'static str,
    authority: &'static str,
    date: &'static str,
    document: &'static str,
}

impl SystemObject {
    pub(crate) fn of(system: &System) -> SystemObject {
        SystemObject {
            id: system.id,
            from: system.from.code(),
            to: system.to.code(),
            title: system.title(),
            authority: system.authority(),
            date: system.date(),
            document: system.document(),
        }
    }
}

fn list(format: Format, out: &mut impl Write) -> io::Result<()> {
    let width = SYSTEMS.iter().map(|s| s.id.len()).max().unwrap_or(0);
    for system in SYSTEMS {
        let (from, to) = (system.from.code(), system.to.code());
        match format {
            Format::Text => writeln!(
                out,
                "{:width$}  {from} → {to}  {} ({}, {})",
                system.id,
                system.title(),
                system.authority(),
                system.date()
            ),
            Format::Tsv => {
                let fields = [
                    system.id,
                    from,
                    to,
                    system.title(),
                    system.authority(),
                    system.date(),
                    system.document(),
                ];
                writeln!(out, "{}", fields.map(console::tsv).join("\t"))
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut *out, &SystemObject::of(system))?;
                writeln!(out)
            }
        }?;
    }
    Ok(())
}
