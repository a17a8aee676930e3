//! From paths to findings to an exit code.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use indicatif::ProgressBar;
use isonym::Lang;
use isonym::document::Document;
use isonym::lint::variants::{Compared, Series};
use isonym::lint::{Article, Diagnostic, Options, check, guess_language, lint};
use rayon::prelude::*;

use super::args::{Args, Scope};
use super::baseline;
use super::fix::{self, Mended};
use super::inputs::{Input, inputs, standard_input_is_given};
use super::interactive;
use super::narrow::{Narrow, OfFile};
use super::original::Original;
use super::queue::{Job, Next, Queue};
use super::setup::{Setup, Setups};
use super::stats::Stats;
use crate::console::{self, FAILED, Outcome};
use crate::decode::Decoded;
use crate::progress;
use crate::report::{Checked, Format, Report, Summary};
use crate::ui::{self, UiLang, said};

pub(crate) fn run(args: &Args) -> Outcome {
    if args.interactive {
        return interactive::run(args);
    }
    // What machines read is in English, and these formats hold why something was not read.
    if matches!(args.format, Format::Sarif | Format::Junit) {
        ui::speak(UiLang::En);
    }
    let paths = paths(args)?;
    if args.stats && !matches!(args.format, Format::Text | Format::Json) {
        return Err(said!("stats-format").into());
    }
    let mut setups = Setups::new(args);
    let mut run = Run {
        args,
        summary: Summary::default(),
        changes: Changes::default(),
        unfixed: 0,
        series: None,
        stats: args.stats.then(Stats::default),
        archive: None,
        narrow: Narrow::new(args)?,
        baseline: args.write_baseline.as_deref().map(baseline::Writer::new),
    };
    let mut unread = Vec::new();
    let inputs = inputs(
        &paths,
        args.jsonl_field.is_some(),
        |path, why| unread.push((path.to_path_buf(), why)),
        |path| console::mention(&said!("no-document-in", folder = path)),
    );
    let mut out = output(args, &inputs);
    let mut nothing = io::sink();
    let findings: &mut dyn Write = if args.stats { &mut nothing } else { &mut *out };
    let mut report = Report::begin(args.format, args.threshold(), findings)?;
    for (path, why) in unread {
        run.leave(&path, None, &why, &mut report);
    }
    if args.scope == Scope::Run {
        run.series = Some(run.gather(&inputs, &mut setups)?);
    }
    let bar = progress::bar_of_run(inputs.iter().map(Input::size).sum(), args.stats);
    run.check_all(Queue::new(args, &mut setups, inputs, bar.clone()), &mut report)?;
    bar.finish_and_clear();
    report.end(&run.summary)?;
    if let Some(stats) = &run.stats {
        stats.write(&mut *out, args.format, &run.summary)?;
    }
    out.flush()?;
    run.tell_changes();
    run.narrow.tell();
    run.write_baseline()?;
    Ok(run.exit_code())
}

fn paths(args: &Args) -> Result<Vec<PathBuf>, String> {
    match args.paths.as_slice() {
        [] if standard_input_is_given() => Ok(vec![PathBuf::from("-")]),
        [] => Err(said!("nothing-to-check-pipe")),
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
    summary: Summary,
    changes: Changes,
    /// How many articles could not be fixed.
    unfixed: usize,
    /// The names of all articles, where they are compared over the run.
    series: Option<Compared>,
    stats: Option<Stats>,
    /// The file whose lines were checked last.
    archive: Option<Arc<Path>>,
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

/// An article that was read and checked.
struct Done {
    checked: Checked,
    stats: Option<Stats>,
    /// What to tell of the encoding, if it was guessed.
    guess: Option<String>,
    mended: Option<Mended>,
}

impl Run<'_> {
    fn check_all(&mut self, mut queue: Queue<'_, '_>, report: &mut Report<'_>) -> io::Result<()> {
        let mut batch = queue.batch();
        while !batch.is_empty() {
            let check = |next: Next| {
                next.map(|job| (self.check(&job), job.path, job.record.map(|record| record.line)))
            };
            let done: Vec<_> = match batch.len() {
                1 => batch.into_iter().map(check).collect(),
                _ => batch.into_par_iter().map(check).collect(),
            };
            for done in done {
                match done {
                    Ok((Ok(done), path, line)) => self.finish(&path, line, done, report)?,
                    Ok((Err(why), path, line)) => self.leave(&path, line, &why, report),
                    // The reason was told already.
                    Err(unread) if unread.is_told => {
                        self.summary.unread += 1;
                        report.unread(&unread.path, &unread.why);
                    }
                    Err(unread) => self.leave(&unread.path, unread.line, &unread.why, report),
                }
            }
            batch = queue.batch();
        }
        Ok(())
    }

    /// The names of all articles of the run. What cannot be read is told when it is checked.
    fn gather<'s>(&self, inputs: &[Input], setups: &mut Setups<&'s Args>) -> Result<Compared, String>
    where
        Self: 's,
    {
        if inputs.contains(&Input::Standard) {
            return Err(said!("scope-input"));
        }
        let mut series = Series::default();
        for job in Queue::new(self.args, setups, inputs.to_vec(), ProgressBar::hidden()).flatten() {
            if let Ok((_, document)) = Original::read(&job, self.args) {
                let options = options(&job.setup, &document);
                let article = Article::new(&job.setup.index, document.text(), &options);
                series.gather(&article, &job.name());
            }
        }
        Ok(series.compare())
    }

    /// What the other articles of the run say of a document, where no rule has spoken.
    fn found_in_series(&self, job: &Job, article: &Article<'_>, found: &mut Vec<Diagnostic>) {
        let Some(series) = &self.series else { return };
        if !job.setup.options.runs("unlisted-variant") {
            return;
        }
        for one in series.findings(article, &job.name()) {
            if !found.iter().any(|other| other.span.overlaps(one.span)) {
                found.push(one);
            }
        }
        found.sort_by_key(|diagnostic| diagnostic.span);
    }

    /// Says why an input, or a line of one, was not checked.
    fn leave(&mut self, path: &Path, line: Option<usize>, why: &str, report: &mut Report<'_>) {
        let name = if path == Path::new("-") {
            said!("standard-input")
        } else {
            path.to_string_lossy().into_owned()
        };
        let why = match line {
            Some(line) => said!("of-line", line = line, why = why),
            None => why.to_owned(),
        };
        console::tell(&said!("of-file", file = name, why = &*why));
        self.summary.unread += 1;
        report.unread(path, &why);
    }

    fn check(&self, job: &Job) -> Result<Done, String> {
        let (original, document) = Original::read(job, self.args)?;
        let narrow = self.narrow.file(&job.path)?;
        let about = options(&job.setup, &document);
        let article = Article::new(&job.setup.index, document.text(), &about);
        let mut found = check(&article);
        self.found_in_series(job, &article, &mut found);
        let found = narrow.only(&document, found);
        if let Some(writer) = &self.baseline {
            writer.add(&job.path, document.text(), &found);
        }
        let stats = self.args.stats.then(|| Stats::of(&article, &found));
        let lang = article.lang;
        drop(article);
        if self.args.fix || self.args.diff {
            return self.mend(job, &narrow, original, document, found);
        }
        let checked = checked(job, &document, found, lang, &original);
        Ok(Done {
            checked,
            stats,
            guess: guess(&original),
            mended: None,
        })
    }

    /// The same for an article that is to be fixed.
    fn mend(
        &self,
        job: &Job,
        narrow: &OfFile<'_>,
        original: Original,
        document: Document,
        found: Vec<Diagnostic>,
    ) -> Result<Done, String> {
        let find = |document: &Document| narrow.only(document, self::found(&job.setup, document));
        let fixed = fix::fixed(&document, &found, self.args, &find);
        let written = fixed
            .as_ref()
            .map(|fixed| original.with(&document, &fixed.document))
            .transpose();
        let (written, refusal) = match written {
            Ok(written) => (written, None),
            Err(why) => (None, Some(why)),
        };
        let fixed = fixed.filter(|_| refusal.is_none());
        let (shown, found) = match &fixed {
            Some(fixed) if !self.args.diff => (&fixed.document, fixed.remaining.clone()),
            _ => (&document, found),
        };
        let lang = job.setup.options.lang.or(shown.lang());
        let lang = lang.unwrap_or_else(|| guess_language(shown.text()));
        Ok(Done {
            checked: checked(job, shown, found, lang, &original),
            stats: None,
            guess: guess(&original),
            mended: Some(Mended {
                fixed,
                refusal,
                original,
                before: document,
                written,
                is_standard: job.input == Input::Standard,
            }),
        })
    }

    /// Reports what was found in an article and writes what was fixed.
    fn finish(
        &mut self,
        path: &Arc<Path>,
        line: Option<usize>,
        done: Done,
        report: &mut Report<'_>,
    ) -> io::Result<()> {
        if let Some(guess) = &done.guess {
            console::mention(&said!("of-file", file = &**path, why = guess));
        }
        if let Some(mended) = &done.mended
            && let Err(why) = self.put(path, &done.checked, mended)?
        {
            self.leave(path, None, &why, report);
            return Ok(());
        }
        match line {
            None => self.summary.files += 1,
            Some(_) => {
                self.summary.records += 1;
                self.summary.files += usize::from(self.archive.as_ref() != Some(path));
                self.archive = Some(path.clone());
            }
        }
        self.summary.add(&done.checked.found);
        if let (Some(all), Some(one)) = (&mut self.stats, done.stats) {
            all.merge(one);
            return Ok(());
        }
        report.file(&done.checked)
    }

    /// Writes what was fixed, or shows it; in the end why it could not be written.
    fn put(&mut self, path: &Path, checked: &Checked, mended: &Mended) -> io::Result<Result<(), String>> {
        if let Some(why) = &mended.refusal {
            console::tell(&said!("of-file", file = path, why = why));
            self.unfixed += 1;
        }
        if self.args.diff {
            if let Some(fixed) = &mended.fixed {
                fix::write_diff(&checked.path, &mended.before, &fixed.document)?;
            }
        } else if let Err(why) = mended.write(path) {
            return Ok(Err(why));
        }
        if let Some(fixed) = &mended.fixed {
            self.changes.files += 1;
            self.changes.fixes += fixed.count;
        }
        Ok(Ok(()))
    }

    fn tell_changes(&self) {
        let Changes { fixes, files } = self.changes;
        if fixes > 0 {
            let id = if self.args.diff {
                "fixes-possible"
            } else {
                "fixes-made"
            };
            let (fixes, files) = (ui::counted("fixes", fixes), ui::counted("files", files));
            console::mention(&ui::say(id, &[("fixes", &fixes), ("files", &files)]));
        }
    }

    /// Writes the findings where they are to be known.
    fn write_baseline(&self) -> Result<(), String> {
        let Some(writer) = &self.baseline else {
            return Ok(());
        };
        let (count, name) = (writer.finish()?, writer.name());
        let findings = ui::counted("findings", count);
        console::mention(&ui::say(
            "baseline-written",
            &[("findings", &findings), ("path", &name)],
        ));
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

/// What is reported of an article.
fn checked(
    job: &Job,
    document: &Document,
    found: Vec<Diagnostic>,
    lang: Lang,
    original: &Original,
) -> Checked {
    let guess = original.guessed().and_then(|decoded| decoded.guess);
    let checked = Checked::new(&job.path, document, found, lang, original.encoding(), guess);
    checked.in_line(job.record.as_ref().map(|record| record.line))
}

fn guess(original: &Original) -> Option<String> {
    original.guessed().map(Decoded::said)
}

/// The findings of an article, as a function of it.
pub(super) type Find<'a> = dyn Fn(&Document) -> Vec<Diagnostic> + 'a;
