//! `isonym same`: are two spellings one name?

use std::io::{self, Write};
use std::process::ExitCode;

use isonym::names::{Verdict, same};
use serde_json::json;

use crate::args::Format;
use crate::console::{self, Outcome};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Two spellings; without them, tab-separated pairs on standard input
    #[arg(num_args = 2, value_names = ["A", "B"])]
    pair: Vec<String>,
    /// Use no glossary entry, only tables and rules
    #[arg(long)]
    rules_only: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let mut out = console::out();
    let mut unanswered = false;
    if let [a, b] = &args.pair[..] {
        write(a, b, same(a, b), args.format, &mut out)?;
    } else {
        console::each_name(&[], |line| match line.split_once('\t') {
            Some((a, b)) => write(a, b, same(a, b), args.format, &mut out),
            None => {
                unanswered |= !line.is_empty();
                blank(line, args.format, &mut out)
            }
        })?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(unanswered)))
}

fn write(a: &str, b: &str, verdict: Verdict, format: Format, out: &mut impl Write) -> io::Result<()> {
    let word = if verdict.same { "same" } else { "different" };
    let (score, reason) = (verdict.score, verdict.reason.as_str());
    match format {
        Format::Text => writeln!(out, "{word} ({score:.2}, by {reason})"),
        Format::Tsv => writeln!(
            out,
            "{}\t{}\t{word}\t{score:.3}",
            console::tsv(a),
            console::tsv(b)
        ),
        Format::Jsonl => {
            let answer = json!({"a": a, "b": b, "verdict": word, "same": verdict.same, "score": score, "reason": reason});
            writeln!(out, "{answer}")
        }
    }
}

/// A line without a pair has no answer: an empty one, to keep lines together.
fn blank(line: &str, format: Format, out: &mut impl Write) -> io::Result<()> {
    match format {
        Format::Jsonl => writeln!(out, "{}", json!({"a": line, "b": null, "verdict": null})),
        _ => writeln!(out),
    }
}
