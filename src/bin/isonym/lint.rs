//! `isonym lint`: reads articles and reports what is wrong with their names.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use isonym::lint::{Diagnostic, Options, Severity, lint};
use isonym::{Index, Lang, LineIndex};
use serde_json::json;

use crate::console::{self, Outcome};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files and folders; `-` is standard input
    paths: Vec<PathBuf>,
    /// Language of the articles
    #[arg(long, default_value = "auto")]
    lang: String,
    /// How findings are written
    #[arg(long, default_value = "text")]
    format: String,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let options = Options {
        lang: match args.lang.as_str() {
            "auto" => None,
            code => Some(code.parse::<Lang>()?),
        },
        ..Options::default()
    };
    let index = isonym::shipped();
    let mut out = console::out();
    let mut findings = 0;
    for path in files(&args.paths)? {
        let text = std::fs::read_to_string(&path)?;
        findings += check(&index, &path, &text, &options, &mut out)?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(findings > 0)))
}

fn check(
    index: &Index,
    path: &Path,
    text: &str,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<usize> {
    let lines = LineIndex::new(text);
    let found = lint(index, text, options);
    for d in &found {
        writeln!(out, "{}", object(path, text, &lines, d))?;
    }
    Ok(found.iter().filter(|d| d.severity >= Severity::Warning).count())
}

fn object(path: &Path, text: &str, lines: &LineIndex, d: &Diagnostic) -> serde_json::Value {
    let (line, column) = lines.position(text, d.span.start);
    json!({
        "path": path.to_string_lossy(), "rule": d.rule, "severity": d.severity.word(),
        "start": d.span.start, "end": d.span.end, "line": line, "column": column,
        "text": d.span.of(text), "message": d.message, "suggestions": d.suggestions,
        "fix": d.fix.map(|fix| fix.word()), "entry": d.entry,
        "related": d.related.iter().map(|span| {
            let (line, column) = lines.position(text, span.start);
            json!({"start": span.start, "end": span.end, "line": line, "column": column, "text": span.of(text)})
        }).collect::<Vec<_>>(),
    })
}

fn files(paths: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut inner: Vec<PathBuf> = std::fs::read_dir(path)?
                .map(|f| Ok(f?.path()))
                .collect::<io::Result<_>>()?;
            inner.sort();
            files.extend(inner);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}
