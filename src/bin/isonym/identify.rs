//! `isonym identify`: which systems could have written a spelling, and of which source?

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use isonym::names::{Origin, identify, identify_by_rule};
use serde::Serialize;

use crate::args::Format;
use crate::console::{self, Outcome};
use crate::layers::Layers;
use crate::lookup::{CandidateObject, candidate_object};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Spellings; without any, the lines of standard input
    names: Vec<String>,
    /// Read the spellings from a file, one a line
    #[arg(long, value_name = "PATH", conflicts_with = "names")]
    file: Option<PathBuf>,
    /// How many sources to give for a system
    #[arg(long, value_name = "N", default_value_t = 1)]
    candidates: usize,
    /// Use no glossary entry, only tables and rules
    #[arg(long)]
    rules_only: bool,
    #[command(flatten)]
    layers: Layers,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let mut out = console::out();
    let mut unanswered = false;
    let index = args.layers.unless(args.rules_only)?;
    let limit = args.candidates.max(1);
    console::each_name(&args.names, args.file.as_deref(), |name| {
        let origins = match &index {
            Some(index) => identify(index, name, limit),
            None => identify_by_rule(name, limit),
        };
        unanswered |= origins.is_empty() && !name.trim().is_empty();
        write(name, &origins, args.format, &mut out)
    })?;
    out.flush()?;
    Ok(ExitCode::from(u8::from(unanswered)))
}

/// One line for one name: every system with its sources.
fn write(name: &str, origins: &[Origin], format: Format, out: &mut impl Write) -> io::Result<()> {
    let sources = |origin: &Origin, joint| {
        let texts: Vec<&str> = origin.sources.iter().map(|c| c.text.as_str()).collect();
        texts.join(joint)
    };
    match format {
        Format::Text => {
            let all: Vec<String> = origins
                .iter()
                .map(|o| format!("{} ({})", o.system.id, sources(o, ", ")))
                .collect();
            writeln!(out, "{}", all.join(" · "))
        }
        Format::Tsv if name.is_empty() => writeln!(out),
        Format::Tsv => {
            let fields = origins
                .iter()
                .map(|o| format!("{}={}", o.system.id, sources(o, "|")));
            let fields: Vec<String> = std::iter::once(name.to_owned())
                .chain(fields)
                .map(|f| console::tsv(&f))
                .collect();
            writeln!(out, "{}", fields.join("\t"))
        }
        Format::Jsonl => {
            serde_json::to_writer(&mut *out, &object(name, origins))?;
            writeln!(out)
        }
    }
}

/// The origins of a spelling as they are written in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct OriginsObject<'a> {
    name: &'a str,
    systems: Vec<OriginObject<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
struct OriginObject<'a> {
    system: &'static str,
    score: f64,
    sources: Vec<CandidateObject<'a>>,
}

pub(crate) fn object<'a>(name: &'a str, origins: &'a [Origin]) -> OriginsObject<'a> {
    let systems = origins.iter().map(|origin| OriginObject {
        system: origin.system.id,
        score: console::rounded(origin.score),
        sources: origin.sources.iter().map(candidate_object).collect(),
    });
    OriginsObject {
        name,
        systems: systems.collect(),
    }
}
