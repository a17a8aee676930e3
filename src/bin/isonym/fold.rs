//! `isonym fold`: the key that a spelling is looked up by.

use std::io::Write;
use std::process::ExitCode;

use crate::console::{self, Outcome};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Spellings; without any, the lines of standard input
    spellings: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let mut out = console::out();
    console::each_name(&args.spellings, None, |spelling| {
        writeln!(out, "{}", isonym::fold(spelling))
    })?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
