//! `isonym mentions`: the names that stand in texts.

mod args;
mod count;
mod file;
mod found;
mod pieces;
mod place;
mod report;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) use args::Args;
use args::Format;
use count::Counts;
use file::File;
use found::Finder;
use rayon::prelude::*;

use crate::console::{self, FAILED, Outcome};
use crate::lint::{Input, inputs, standard_input_is_given};
use crate::ui::said;

/// So many files are read at once.
const BATCH: usize = 64;

pub(crate) fn run(args: &Args) -> Outcome {
    let paths = match args.paths.as_slice() {
        [] if standard_input_is_given() => vec![PathBuf::from("-")],
        [] => return Err(said!("nothing-to-read").into()),
        paths => paths.to_vec(),
    };
    let mut unread = 0;
    let inputs = inputs(
        &paths,
        false,
        |path, why| {
            unread += 1;
            console::tell(&format!("{}: {why}", path.display()));
        },
        |path| console::mention(&said!("no-document-in", folder = path)),
    );
    let index = args.layers.index()?;
    let finder = Finder {
        index: &index,
        lang: args.lang,
    };
    let mut out = console::out();
    if args.format == Format::Csv && !args.count {
        out.write_all(report::HEADER.as_bytes())?;
    }
    let (mut counts, mut is_found) = (Counts::default(), false);
    for batch in inputs.chunks(BATCH) {
        let files = batch.into_par_iter().map(|input| File::read(input, args));
        let files: Vec<(&Input, Result<File, String>)> =
            batch.iter().zip(files.collect::<Vec<_>>()).collect();
        let wanted = |file: &File, name: &Path| match args.count {
            true => Written::Counts(count::counts(&finder, file)),
            false => Written::Lines(report::lines(&finder, file, name, args.format)),
        };
        let done: Vec<Result<Written, String>> = files
            .into_par_iter()
            .map(|(input, file)| Ok(wanted(&file?, input.path())))
            .collect();
        for (input, done) in batch.iter().zip(done) {
            match done {
                Ok(Written::Counts(more)) => counts.add(more),
                Ok(Written::Lines(pieces)) => {
                    for piece in pieces {
                        is_found |= !piece.is_empty();
                        out.write_all(&piece)?;
                    }
                }
                Err(why) => {
                    unread += 1;
                    console::tell(&format!("{}: {why}", input.path().display()));
                }
            }
        }
    }
    if args.count {
        is_found = counts.write(&finder, args.format, &mut out)?;
    }
    out.flush()?;
    Ok(ExitCode::from(match unread {
        0 => u8::from(!is_found),
        _ => FAILED,
    }))
}

/// What is written of a file.
enum Written {
    Lines(Vec<Vec<u8>>),
    Counts(Counts),
}
