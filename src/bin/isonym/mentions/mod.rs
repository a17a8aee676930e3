//! `isonym mentions`: the names that stand in texts.

mod args;
mod count;
mod file;
mod found;
mod pieces;
mod place;
mod report;

use std::io::Write;
use std::path::PathBuf;
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

/// So many files are read at once, or so many of which all but the last have so many bytes.
const BATCH: usize = 64;
const BATCH_BYTES: u64 = 32 << 20;

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
    for batch in batches(&inputs) {
        for (input, done) in batch.iter().zip(found(batch, &finder, args)) {
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

/// The inputs, so many together as are read at once.
fn batches(mut inputs: &[Input]) -> impl Iterator<Item = &[Input]> {
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let is_room = |input: &&Input| {
            let room = bytes < BATCH_BYTES;
            bytes += input.size();
            room
        };
        let count = inputs.iter().take(BATCH).take_while(is_room).count();
        let (batch, rest) = inputs.split_at(count);
        inputs = rest;
        (count > 0).then_some(batch)
    })
}

/// What is written of a file.
enum Written {
    Lines(Vec<Vec<u8>>),
    Counts(Counts),
}

/// The names of some files: all are read before any is searched, as a large one is searched in pieces by all threads.
fn found(batch: &[Input], finder: &Finder<'_>, args: &Args) -> Vec<Result<Written, String>> {
    let files: Vec<Result<File, String>> = batch.par_iter().map(|input| File::read(input, args)).collect();
    let names = |(input, file): (&Input, Result<File, String>)| {
        let file = file?;
        Ok(match args.count {
            true => Written::Counts(count::counts(finder, &file)),
            false => Written::Lines(report::lines(finder, &file, input.path(), args.format)),
        })
    };
    batch.par_iter().zip(files).map(names).collect()
}
