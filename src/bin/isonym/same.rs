//! `isonym same`: are two spellings one name?

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use isonym::Index;
use isonym::names::{Reason, Verdict, same, same_by_rule};
use serde::Serialize;
use serde_json::json;

use crate::args::Format;
use crate::console::{self, Outcome};
use crate::layers::Layers;
use crate::ui::said;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Two spellings; without them, tab-separated pairs on standard input
    #[arg(num_args = 2, value_names = ["A", "B"])]
    pair: Vec<String>,
    /// Use no glossary entry, only tables and rules
    #[arg(long)]
    rules_only: bool,
    /// Read the pairs from a file
    #[arg(long, value_name = "PATH", conflicts_with = "pair")]
    file: Option<PathBuf>,
    #[command(flatten)]
    layers: Layers,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let mut out = console::out();
    let mut unanswered = false;
    let index = args.layers.unless(args.rules_only)?;
    if let [a, b] = &args.pair[..] {
        write(a, b, judge(index.as_ref(), a, b), args.format, &mut out)?;
    } else {
        console::each_name(&[], args.file.as_deref(), |line| match line.split_once('\t') {
            Some((a, b)) => write(a, b, judge(index.as_ref(), a, b), args.format, &mut out),
            None => {
                unanswered |= !line.is_empty();
                blank(line, args.format, &mut out)
            }
        })?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(unanswered)))
}

/// Whether two spellings are one name; without an index, by rule alone.
pub(crate) fn judge(index: Option<&Index>, a: &str, b: &str) -> Verdict {
    match index {
        Some(index) => same(index, a, b),
        None => same_by_rule(a, b),
    }
}

fn write(a: &str, b: &str, verdict: Verdict, format: Format, out: &mut impl Write) -> io::Result<()> {
    let (word, score) = (word(verdict), verdict.score);
    match format {
        Format::Text => writeln!(out, "{}", for_people(verdict)),
        Format::Tsv => writeln!(
            out,
            "{}\t{}\t{word}\t{score:.3}",
            console::tsv(a),
            console::tsv(b)
        ),
        Format::Jsonl => {
            serde_json::to_writer(&mut *out, &VerdictObject::of(a, b, verdict))?;
            writeln!(out)
        }
    }
}

fn for_people(verdict: Verdict) -> String {
    let score = format!("{:.2}", verdict.score);
    let reason = match verdict.reason {
        Reason::Spelling => said!("reason-spelling"),
        Reason::Entry => said!("reason-entry"),
        Reason::Inflected => said!("reason-inflected"),
        Reason::System(id) => said!("reason-system", system = id),
        Reason::Systems(a, b) => said!("reason-systems", first = a, second = b),
        Reason::Characters => said!("reason-characters"),
        Reason::Syllables => said!("reason-syllables"),
        Reason::Sound => said!("reason-sound"),
    };
    match verdict.same {
        true => said!("verdict-same", score = score, reason = reason),
        false => said!("verdict-different", score = score, reason = reason),
    }
}

/// A verdict as it is written in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct VerdictObject<'a> {
    a: &'a str,
    b: &'a str,
    verdict: &'static str,
    same: bool,
    score: f64,
    reason: String,
}

impl<'a> VerdictObject<'a> {
    pub(crate) fn of(a: &'a str, b: &'a str, verdict: Verdict) -> VerdictObject<'a> {
        VerdictObject {
            a,
            b,
            verdict: word(verdict),
            same: verdict.same,
            score: console::rounded(verdict.score),
            reason: verdict.reason.to_string(),
        }
    }
}

fn word(verdict: Verdict) -> &'static str {
    if verdict.same { "same" } else { "different" }
}

/// A line without a pair has no answer: an empty one, to keep lines together.
fn blank(line: &str, format: Format, out: &mut impl Write) -> io::Result<()> {
    match format {
        Format::Jsonl => writeln!(out, "{}", json!({"a": line, "b": null, "verdict": null})),
        _ => writeln!(out),
    }
}
