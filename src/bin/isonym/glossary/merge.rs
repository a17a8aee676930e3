//! `isonym glossary merge`: what two people made of one glossary, put together by the ids of its entries.

use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use isonym::Glossary;
use isonym::exchange::Rows;
use isonym::glossary::merge;

use crate::atomic::{Draft, Lock};
use crate::console::{self, Outcome};
use crate::ui::{self, said};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The glossary that both began with
    base: PathBuf,
    /// Our version
    ours: PathBuf,
    /// Their version
    theirs: PathBuf,
    /// The file to write, which may be one of the three; standard output if left out
    #[arg(long, short, value_name = "FILE.csv")]
    output: Option<PathBuf>,
}

/// Exits with 1 if the two disagree; the disagreements are told, and ours is written. As git's merge driver:
/// `isonym glossary merge %O %A %B --output %A`.
pub(crate) fn run(args: &Args) -> Outcome {
    let read = |file| super::load(file);
    let (base, ours, theirs) = (read(&args.base)?, read(&args.ours)?, read(&args.theirs)?);
    let (merged, conflicts) = merge(&base, &ours, &theirs);
    match &args.output {
        Some(file) => {
            let failure = |error: std::io::Error| said!("of-file", file = file, why = error);
            let _lock = Lock::take(file).map_err(failure)?;
            let mut draft = Draft::beside(file).map_err(failure)?;
            write(BufWriter::new(&mut draft), &merged).map_err(failure)?;
            draft.commit().map_err(failure)?;
        }
        None => write(console::out(), &merged)?,
    }
    for conflict in &conflicts {
        console::tell(&said!(
            "conflict",
            id = &conflict.id,
            about = ui::message(&conflict.about)
        ));
    }
    Ok(ExitCode::from(u8::from(!conflicts.is_empty())))
}

fn write(out: impl Write, glossary: &Glossary) -> std::io::Result<()> {
    let mut rows = Rows::new(out);
    glossary
        .entries()
        .iter()
        .try_for_each(|entry| rows.write(entry))?;
    rows.finish()?.flush()
}
