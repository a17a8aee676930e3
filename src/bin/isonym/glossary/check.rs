//! `isonym glossary check`: all that is wrong in glossary files, `file:line: column: message`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use isonym::Glossary;
use isonym::glossary::Severity;

use crate::console::{self, FAILED, Outcome};
use crate::ui;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Glossary files; `-` is standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Encoding of the files; told from their bytes if left out
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

/// Exits with 1 if there is anything but notes, and with 2 if a file could not be read; the others are still checked.
pub(crate) fn run(args: &Args) -> Outcome {
    let mut out = console::out();
    let mut code = 0;
    for file in &args.files {
        let decoded = match super::read(file, args.encoding.as_deref()) {
            Ok(decoded) => decoded,
            Err(why) => {
                console::tell(&ui::failure(&*why));
                code = FAILED;
                continue;
            }
        };
        let (_, problems) = Glossary::from_csv(&decoded.text);
        for problem in &problems {
            writeln!(out, "{}:{}", file.display(), ui::problem(problem))?;
        }
        if problems.iter().any(|problem| problem.severity < Severity::Note) {
            code = code.max(1);
        }
    }
    out.flush()?;
    Ok(ExitCode::from(code))
}
