//! From paths to findings to an exit code.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use isonym::document::Format;
use isonym::lint::{Diagnostic, Options, guess_language, lint};
use rayon::prelude::*;

use super::fix::{self, Fixed};
use super::inputs::{Input, inputs, standard_input_is_given};
use super::setup::{Setup, Setups};
use super::{Args, source};
use crate::console::{self, FAILED, Outcome};
use crate::decode::Decoded;
use crate::report::{self, Checked, Report, Summary};

/// So many bytes of articles are held at once, besides the one that exceeds them.
const BATCH_BYTES: u64 = 32 << 20;

/// So many articles are held at once.
const BATCH_FILES: usize = 256;

pub(crate) fn run(args: &Args) -> Outcome {
    let paths = paths(args)?;
    let mut run = Run {
        args,
        setups: Setups::new(args),
        summary: Summary::default(),
        changes: Changes::default(),
        unfixed: 0,
    };
    let mut unread = Vec::new();
    let inputs = inputs(
        &paths,
        |path, why| unread.push((path.to_path_buf(), why)),
        |path| {
            console::mention(&format!(
                "{}: no .txt, .md or .markdown file in it",
                path.display()
            ))
        },
    );
    let mut out = output(args, &inputs);
    let mut report = Report::begin(args.format, args.threshold(), &mut *out)?;
    for (path, why) in unread {
        run.leave(&path, &why, &mut report);
    }
    run.check_all(&inputs, &mut report)?;
    report.end(&run.summary)?;
    out.flush()?;
    run.tell_changes();
    Ok(run.exit_code())
}

fn paths(args: &Args) -> Result<Vec<PathBuf>, &'static str> {
    match args.paths.as_slice() {
        [] if standard_input_is_given() => Ok(vec![PathBuf::from("-")]),
        [] => Err("nothing to check: name files or folders, or pipe text in"),
        paths => Ok(paths.to_vec()),
    }
}

/// Where the report goes. Standard input that is fixed goes to standard output, and the report out of its way.
fn output(args: &Args, inputs: &[Input]) -> Box<dyn Write> {
    if args.diff {
        Box::new(io::sink())
    } else if args.fix && inputs.contains(&Input::Standard) {
        Box::new(io::stderr())
    } else {
        Box::new(console::out())
    }
}

/// A run over many articles.
struct Run<'a> {
    args: &'a Args,
    setups: Setups<'a>,
    summary: Summary,
    changes: Changes,
    /// How many articles could not be fixed.
    unfixed: usize,
}

/// What fixing has done.
#[derive(Default)]
struct Changes {
    fixes: usize,
    files: usize,
}

/// An article to read, and what to check it with.
struct Job {
    input: Input,
    path: PathBuf,
    setup: Arc<Setup>,
}

/// An article that was read and checked.
struct Done {
    checked: Checked,
    fixed: Option<Fixed>,
    /// Why it is not fixed, though there was something to fix.
    refusal: Option<String>,
    decoded: Decoded,
    is_standard: bool,
    /// The bytes of standard input, if they are not fixed.
    unchanged: Option<Vec<u8>>,
}

impl Run<'_> {
    fn check_all(&mut self, inputs: &[Input], report: &mut Report<'_>) -> io::Result<()> {
        let mut rest = inputs;
        while !rest.is_empty() {
            let (batch, after) = rest.split_at(batch_length(rest));
            rest = after;
            let jobs: Vec<Job> = batch.iter().filter_map(|input| self.job(input, report)).collect();
            let check = |job: &Job| (job.path.clone(), self.check(job));
            let done: Vec<_> = match jobs.as_slice() {
                [job] => vec![check(job)],
                jobs => jobs.par_iter().map(check).collect(),
            };
            for (path, done) in done {
                match done {
                    Ok(done) => self.finish(&path, done, report)?,
                    Err(why) => self.leave(&path, &why, report),
                }
            }
        }
        Ok(())
    }

    /// Says why an input was not checked.
    fn leave(&mut self, path: &Path, why: &str, report: &mut Report<'_>) {
        let name = if path == Path::new("-") {
            "standard input".into()
        } else {
            path.to_string_lossy()
        };
        console::tell(&format!("{name}: {why}"));
        self.summary.unread += 1;
        report.unread(path, why);
    }

    /// What is to be done for an input: nothing if its configuration excludes it or cannot be read.
    fn job(&mut self, input: &Input, report: &mut Report<'_>) -> Option<Job> {
        let path = match input {
            Input::Standard => self
                .args
                .stdin_filename
                .clone()
                .unwrap_or_else(|| PathBuf::from("-")),
            Input::File { path, .. } => path.clone(),
        };
        let folder = match input {
            Input::Standard => Path::new(""),
            Input::File { path, .. } => path.parent().unwrap_or(Path::new("")),
        };
        let setup = match self.setups.of(folder) {
            Ok(setup) => setup,
            // The reason was told already.
            Err(why) => {
                self.summary.unread += 1;
                report.unread(&path, &why);
                return None;
            }
        };
        if matches!(input, Input::File { named: false, .. }) && setup.excludes(&path) {
            return None;
        }
        Some(Job {
            input: input.clone(),
            path,
            setup,
        })
    }

    fn check(&self, job: &Job) -> Result<Done, String> {
        let (bytes, mut decoded) =
            source::read(&job.input, self.args.encoding.as_deref(), self.args.max_file_size)?;
        let format = Format::of_name(&job.path.to_string_lossy());
        let find = |text: &str| {
            let excluded = format.no_prose(text);
            lint(
                &job.setup.index,
                text,
                &Options {
                    excluded,
                    ..job.setup.options.clone()
                },
            )
        };
        let found = find(&decoded.text);
        let mut fixed = match self.args.fix || self.args.diff {
            true => fix::fixed(&decoded.text, &found, self.args.unsafe_fixes, &find),
            false => None,
        };
        let writable = fixed
            .as_ref()
            .map(|fixed| fix::can_be_written(&decoded, &bytes, &fixed.text));
        let refusal = writable.and_then(Result::err);
        fixed = fixed.filter(|_| refusal.is_none());
        let is_standard = job.input == Input::Standard;
        let unchanged = (is_standard && fixed.is_none()).then_some(bytes);
        let (text, found) = match &fixed {
            Some(fixed) if !self.args.diff => (fixed.text.clone(), fixed.remaining.clone()),
            // What was read is wanted once more only for a difference.
            Some(_) => (decoded.text.clone(), found),
            None => (std::mem::take(&mut decoded.text), found),
        };
        let lang = job.setup.options.lang.unwrap_or_else(|| guess_language(&text));
        let checked = Checked::new(&job.path, text, found, lang, decoded.encoding(), decoded.guess);
        Ok(Done {
            checked,
            fixed,
            refusal,
            decoded,
            is_standard,
            unchanged,
        })
    }

    /// Reports what was found in an article and writes what was fixed.
    fn finish(&mut self, path: &Path, done: Done, report: &mut Report<'_>) -> io::Result<()> {
        if done.decoded.guess.is_some() {
            console::mention(&format!("{}: {}", path.display(), done.decoded));
        }
        if let Some(why) = &done.refusal {
            console::tell(&format!("{}: {why}", path.display()));
            self.unfixed += 1;
        }
        if self.args.diff {
            if let Some(fixed) = &done.fixed {
                fix::write_diff(&done.checked.path, &done.decoded.text, &fixed.text)?;
            }
        } else if self.args.fix
            && let Err(why) = write(path, &done)
        {
            self.leave(path, &why, report);
            return Ok(());
        }
        if let Some(fixed) = &done.fixed {
            self.changes.files += 1;
            self.changes.fixes += fixed.count;
        }
        self.summary.add(&done.checked.found);
        report.file(&done.checked)
    }

    fn tell_changes(&self) {
        let Changes { fixes, files } = self.changes;
        if fixes > 0 {
            let made = if self.args.diff { "would be made" } else { "made" };
            let (fixes, files) = (
                report::counted(fixes, "fix", "fixes"),
                report::counted(files, "file", "files"),
            );
            console::mention(&format!("{fixes} {made} in {files}"));
        }
    }

    fn exit_code(&self) -> ExitCode {
        let is_found =
            self.summary.at_least(self.args.threshold()) > 0 || self.args.diff && self.changes.fixes > 0;
        ExitCode::from(match self.summary.unread + self.unfixed {
            0 => u8::from(is_found),
            _ => FAILED,
        })
    }
}

/// Writes what was fixed; of standard input, what there is, fixed or not.
fn write(path: &Path, done: &Done) -> Result<(), String> {
    let text = &done.checked.text;
    if done.is_standard {
        let fixed = || done.decoded.encode(text);
        let bytes = done.unchanged.clone().map_or_else(fixed, Ok)?;
        let mut out = console::out();
        return out
            .write_all(&bytes)
            .and_then(|()| out.flush())
            .map_err(|error| error.to_string());
    }
    match done.fixed {
        Some(_) => crate::atomic::write(path, &done.decoded.encode(text)?).map_err(|error| error.to_string()),
        None => Ok(()),
    }
}

/// How many inputs come next: as many as may be held at once.
fn batch_length(inputs: &[Input]) -> usize {
    let mut bytes = 0;
    for (at, input) in inputs.iter().enumerate() {
        if at == BATCH_FILES || bytes > BATCH_BYTES {
            return at;
        }
        if let Input::File { path, .. } = input {
            bytes += path.metadata().map_or(0, |about| about.len());
        }
    }
    inputs.len()
}

/// The findings of an article, as a function of its text.
pub(super) type Find<'a> = dyn Fn(&str) -> Vec<Diagnostic> + 'a;
