//! `isonym identify`: which systems could have written a spelling, and of which source?

use std::io::{self, Write};
use std::process::ExitCode;

use isonym::names::{Origin, identify};
use serde_json::json;

use crate::args::Format;
use crate::console::{self, Outcome};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Latin spellings; without any, the lines of standard input
    names: Vec<String>,
    /// How many sources to give for a system
    #[arg(long, value_name = "N", default_value_t = 1)]
    candidates: usize,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let mut out = console::out();
    let mut unanswered = false;
    console::each_name(&args.names, |name| {
        let origins = identify(name, args.candidates.max(1));
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
            let systems: Vec<_> = origins.iter().map(object).collect();
            writeln!(out, "{}", json!({"name": name, "systems": systems}))
        }
    }
}

fn object(origin: &Origin) -> serde_json::Value {
    let sources: Vec<_> = origin
        .sources
        .iter()
        .map(|c| json!({"text": c.text, "score": c.score}))
        .collect();
    json!({"system": origin.system.id, "score": origin.score, "sources": sources})
}
