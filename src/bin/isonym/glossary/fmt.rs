//! `isonym glossary fmt`: glossary files in their canonical form.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use isonym::glossary::canonical;

use crate::atomic::{self, Lock};
use crate::console::{self, FAILED, Outcome};
use crate::ui::{self, said};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Glossary files; `-` is standard input, written to standard output
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Change nothing: list the files that are not in canonical form
    #[arg(long)]
    check: bool,
    /// Encoding of the files; they are written in UTF-8
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

/// Exits with 1 if `--check` found a file to change, and with 2 if a file could not be read; the others are still done.
pub(crate) fn run(args: &Args) -> Outcome {
    let mut out = console::out();
    let mut code = 0;
    for file in &args.files {
        match format(file, args, &mut out) {
            Ok(differs) if differs && args.check => {
                writeln!(out, "{}", file.display())?;
                code = code.max(1);
            }
            Ok(_) => {}
            Err(why) => {
                console::tell(&why.to_string());
                code = FAILED;
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::from(code))
}

/// Formats one file and says whether it was not in canonical form.
fn format(file: &Path, args: &Args, out: &mut impl Write) -> Result<bool, Box<dyn Error>> {
    let is_input = file == Path::new("-");
    let _lock = if args.check || is_input {
        None
    } else {
        Some(lock(file)?)
    };
    let decoded = super::read(file, args.encoding.as_deref())?;
    if !args.check && !is_input {
        super::refuse_guess(file, &decoded)?;
    }
    let tidy = canonical(&decoded.text).map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| format!("{}:{}", file.display(), ui::problem(problem)))
            .collect();
        lines.join("\nisonym: ")
    })?;
    let differs = decoded.encode(&decoded.text)? != tidy.as_bytes();
    match (args.check, is_input) {
        (true, _) => {}
        (false, true) => out.write_all(tidy.as_bytes())?,
        (false, false) if differs => atomic::write(file, tidy.as_bytes())
            .map_err(|error| said!("of-file", file = file, why = error))?,
        (false, false) => {}
    }
    Ok(differs)
}

fn lock(file: &Path) -> Result<Lock, String> {
    Lock::take(file).map_err(|error| said!("of-file", file = file, why = error))
}
