//! From paths to findings to an exit code.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use isonym::document::Document;
use isonym::lint::variants::{Compared, Series};
use isonym::lint::{Article, Diagnostic, Options, guess_language, lint};
use rayon::prelude::*;

use super::args::{Args, Scope};
use super::baseline;
use super::fix::{self, Fixed};
use super::inputs::{Input, inputs, standard_input_is_given};
use super::interactive;
use super::narrow::Narrow;
use super::original::Original;
use super::setup::{Setup, Setups};
use crate::console::{self, FAILED, Outcome};
use crate::report::{self, Checked, Report, Summary};

/// So many bytes of articles are held at once, besides the one that exceeds them.
const BATCH_BYTES: u64 = 32 << 20;

/// So many articles are held at once.
const BATCH_FILES: usize = 256;

pub(crate) fn run(args: &Args) -> Outcome {
    if args.interactive {
        return interactive::run(args);
    }
    let paths = paths(args)?;
    let mut run = Run {
        args,
        setups: Setups::new(args),
        summary: Summary::default(),
        changes: Changes::default(),
        unfixed: 0,
        series: None,
        narrow: Narrow::new(args)?,
        baseline: args.write_baseline.as_deref().map(baseline::Writer::new),
    };
    let mut unread = Vec::new();
    let inputs = inputs(
        &paths,
        |path, why| unread.push((path.to_path_buf(), why)),
        |path| console::mention(&format!("{}: no document in it that can be read", path.display())),
    );
    let mut out = output(args, &inputs);
    let mut report = Report::begin(args.format, args.threshold(), &mut *out)?;
    for (path, why) in unread {
        run.leave(&path, &why, &mut report);
    }
    if args.scope == Scope::Run {
        run.series = Some(run.gather(&inputs)?);
    }
    run.check_all(&inputs, &mut report)?;
    report.end(&run.summary)?;
    out.flush()?;
    run.tell_changes();
    run.narrow.tell();
    run.write_baseline()?;
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
    if args.diff || args.write_baseline.is_some() {
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
    setups: Setups<&'a Args>,
    summary: Summary,
    changes: Changes,
    /// How many articles could not be fixed.
    unfixed: usize,
    /// The names of all articles, where they are compared over the run.
    series: Option<Compared>,
    /// Which of the findings are told.
    narrow: Narrow,
    /// Where they are written instead.
    baseline: Option<baseline::Writer>,
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
    original: Original,
    /// The document before it was fixed, for a difference.
    before: Document,
    /// The bytes of the file once it is fixed.
    written: Option<Vec<u8>>,
    is_standard: bool,
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

    /// The names of all articles of the run. What cannot be read is told when it is checked.
    fn gather(&mut self, inputs: &[Input]) -> Result<Compared, &'static str> {
        let mut series = Series::default();
        for input in inputs {
            let Input::File { path, .. } = input else {
                return Err(
                    "--scope run reads every article twice, which standard input does not allow: name files",
                );
            };
            let Ok(setup) = self.setups.of(path.parent().unwrap_or(Path::new(""))) else {
                continue;
            };
            let excluded = matches!(input, Input::File { named: false, .. }) && setup.excludes(path);
            if let (false, Ok((_, document))) = (excluded, Original::read(input, path, self.args)) {
                let options = options(&setup, &document);
                let article = Article::new(&setup.index, document.text(), &options);
                series.gather(&article, &path.to_string_lossy());
            }
        }
        Ok(series.compare())
    }

    /// What the other articles of the run say of a document, where no rule has spoken.
    fn found_in_series(&self, job: &Job, document: &Document, found: &mut Vec<Diagnostic>) {
        let Some(series) = &self.series else { return };
        let options = options(&job.setup, document);
        if !options.runs("unlisted-variant") {
            return;
        }
        let article = Article::new(&job.setup.index, document.text(), &options);
        for one in series.findings(&article, &job.path.to_string_lossy()) {
            if !found.iter().any(|other| other.span.overlaps(one.span)) {
                found.push(one);
            }
        }
        found.sort_by_key(|diagnostic| diagnostic.span);
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
        let (original, document) = Original::read(&job.input, &job.path, self.args)?;
        let narrow = self.narrow.file(&job.path)?;
        let find = |document: &Document| narrow.only(document, found(&job.setup, document));
        let mut found = found(&job.setup, &document);
        self.found_in_series(job, &document, &mut found);
        let found = narrow.only(&document, found);
        if let Some(writer) = &self.baseline {
            writer.add(&job.path, document.text(), &found);
        }
        let mut fixed = match self.args.fix || self.args.diff {
            true => fix::fixed(&document, &found, self.args, &find),
            false => None,
        };
        let written = fixed
            .as_ref()
            .map(|fixed| original.with(&document, &fixed.document))
            .transpose();
        let (written, refusal) = match written {
            Ok(written) => (written, None),
            Err(why) => (None, Some(why)),
        };
        fixed = fixed.filter(|_| refusal.is_none());
        let (shown, found) = match &fixed {
            Some(fixed) if !self.args.diff => (&fixed.document, fixed.remaining.clone()),
            _ => (&document, found),
        };
        let lang = job.setup.options.lang.or(shown.lang());
        let lang = lang.unwrap_or_else(|| guess_language(shown.text()));
        let guess = original.guessed().and_then(|decoded| decoded.guess);
        let checked = Checked::new(&job.path, shown, found, lang, original.encoding(), guess);
        Ok(Done {
            checked,
            fixed,
            refusal,
            original,
            before: document,
            written,
            is_standard: job.input == Input::Standard,
        })
    }

    /// Reports what was found in an article and writes what was fixed.
    fn finish(&mut self, path: &Path, done: Done, report: &mut Report<'_>) -> io::Result<()> {
        if let Some(decoded) = done.original.guessed() {
            console::mention(&format!("{}: {decoded}", path.display()));
        }
        if let Some(why) = &done.refusal {
            console::tell(&format!("{}: {why}", path.display()));
            self.unfixed += 1;
        }
        if self.args.diff {
            if let Some(fixed) = &done.fixed {
                fix::write_diff(&done.checked.path, &done.before, &fixed.document)?;
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

    /// Writes the findings where they are to be known.
    fn write_baseline(&self) -> Result<(), String> {
        let Some(writer) = &self.baseline else {
            return Ok(());
        };
        let (count, name) = (writer.finish()?, writer.name());
        let findings = report::counted(count, "finding", "findings");
        console::mention(&format!("{findings} written to {name}"));
        Ok(())
    }

    fn exit_code(&self) -> ExitCode {
        let is_found = self.baseline.is_none() && self.is_found();
        ExitCode::from(match self.summary.unread + self.unfixed {
            0 => u8::from(is_found),
            _ => FAILED,
        })
    }

    fn is_found(&self) -> bool {
        self.summary.at_least(self.args.threshold()) > 0 || self.args.diff && self.changes.fixes > 0
    }
}

/// What the rules find in a document.
pub(crate) fn found(setup: &Setup, document: &Document) -> Vec<Diagnostic> {
    lint(&setup.index, document.text(), &options(setup, document))
}

/// What a document is checked with.
pub(crate) fn options(setup: &Setup, document: &Document) -> Options {
    Options {
        excluded: document.excluded().to_vec(),
        lang: setup.options.lang.or(document.lang()),
        ..setup.options.clone()
    }
}

/// Writes what was fixed; of standard input, what there is, fixed or not.
fn write(path: &Path, done: &Done) -> Result<(), String> {
    if done.is_standard {
        let bytes = done.written.as_deref().unwrap_or(done.original.bytes());
        let mut out = console::out();
        return out
            .write_all(bytes)
            .and_then(|()| out.flush())
            .map_err(|error| error.to_string());
    }
    match &done.written {
        Some(bytes) => crate::atomic::write(path, bytes).map_err(|error| error.to_string()),
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

/// The findings of an article, as a function of it.
pub(super) type Find<'a> = dyn Fn(&Document) -> Vec<Diagnostic> + 'a;
