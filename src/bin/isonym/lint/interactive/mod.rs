//! `isonym lint --interactive`: walks through the findings; what was decided is written at the end, if that is confirmed.

mod walk;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use isonym::document::{Document, Tracking};
use isonym::lint::Diagnostic;
use isonym::{Lang, Span};

use self::walk::{Choice, Item, confirms, walk};
use super::inputs::{Input, inputs};
use super::narrow::Narrow;
use super::original::Original;
use super::queue::Job;
use super::setup::{Setup, Setups};
use super::{Args, fix};
use crate::console::{self, FAILED, Outcome};
use crate::report::{self, Checked};
use crate::ui::{self, said};
use crate::{atomic, project};

/// A document with what was found in it.
struct Work {
    path: PathBuf,
    setup: Arc<Setup>,
    original: Original,
    document: Document,
    found: Vec<Diagnostic>,
}

/// What was decided, by document.
struct Plan<'a> {
    works: &'a [Work],
    /// For each finding: which document it is of, and what becomes of it.
    choices: Vec<(usize, &'a Diagnostic, Option<Choice>)>,
}

pub(super) fn run(args: &Args) -> Outcome {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(said!("needs-terminal").into());
    }
    let (works, unread) = works(args)?;
    let found = works
        .iter()
        .enumerate()
        .flat_map(|(at, work)| work.found.iter().map(move |one| (at, one)));
    let found: Vec<(usize, &Diagnostic)> = found.collect();
    let items: Vec<Item> = found.iter().map(|&(at, one)| item(&works[at], one)).collect();
    let (mut input, mut out) = (io::stdin().lock(), io::stdout());
    let mut show = |at: usize| shown(&works[found[at].0], found[at].1);
    let choices = walk(&items, &mut show, &mut input, &mut out)?;
    let Some(choices) = choices else {
        writeln!(out, "{}", said!("nothing-written"))?;
        return Ok(ExitCode::from(FAILED));
    };
    let choices = found
        .iter()
        .zip(choices)
        .map(|(&(at, one), choice)| (at, one, choice));
    let plan = Plan {
        works: &works,
        choices: choices.collect(),
    };
    let Some(summary) = plan.summary() else {
        writeln!(
            out,
            "{}",
            if items.is_empty() {
                said!("nothing-found")
            } else {
                said!("nothing-to-write")
            }
        )?;
        return Ok(plan.exit_code(args, unread > 0));
    };
    if !confirms(&said!("write-it", summary = summary), &mut input, &mut out)? {
        writeln!(out, "{}", said!("nothing-written"))?;
        return Ok(plan.exit_code(args, true));
    }
    let failures = plan.write(args);
    failures.iter().for_each(|why| console::tell(why));
    Ok(plan.exit_code(args, unread > 0 || !failures.is_empty()))
}

/// The documents in which something is found, and how many could not be read.
fn works(args: &Args) -> Result<(Vec<Work>, usize), String> {
    let narrow = Narrow::new(args)?;
    let mut setups = Setups::new(args);
    let mut works = Vec::new();
    let mut unread = 0;
    if args.paths.is_empty() {
        return Err(said!("nothing-to-check"));
    }
    let mut leave = |path: &Path, why: &str| {
        console::tell(&said!("of-file", file = path, why = why));
        unread += 1;
    };
    let mut strange = Vec::new();
    let inputs = inputs(
        &args.paths,
        args.jsonl_field.is_some(),
        |path, why| strange.push((path.to_path_buf(), why)),
        |_| {},
    );
    strange.iter().for_each(|(path, why)| leave(path, why));
    for input in inputs {
        let Input::File { path, named } = &input else {
            leave(Path::new("-"), &said!("answers-on-input"));
            continue;
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        match setups.of(folder) {
            // The reason was told already.
            Err(_) => leave(path, &said!("not-checked")),
            Ok(setup) if !named && setup.excludes(path) => {}
            Ok(setup) => match work(&input, path, setup, args, &narrow) {
                Ok(work) => works.extend(Some(work).filter(|work| !work.found.is_empty())),
                Err(why) => leave(path, &why),
            },
        }
    }
    Ok((works, unread))
}

fn work(input: &Input, path: &Path, setup: Arc<Setup>, args: &Args, narrow: &Narrow) -> Result<Work, String> {
    let job = Job::of_file(input, path, setup);
    let (original, document) = Original::read(&job, args)?;
    let mut found = narrow
        .file(path)?
        .only(&document, super::found(&job.setup, &document));
    found.retain(|one| document.format().is_archive() || document.source_span(one.span).is_some());
    Ok(Work {
        path: path.to_path_buf(),
        setup: job.setup,
        original,
        document,
        found,
    })
}

fn item(work: &Work, one: &Diagnostic) -> Item {
    let name = one.span.of(work.document.text()).to_owned();
    let suggestions = one.suggestions.iter().filter(|suggestion| **suggestion != name);
    Item {
        suggestions: suggestions.cloned().collect(),
        name,
    }
}

fn shown(work: &Work, one: &Diagnostic) -> String {
    let encoding = work.original.encoding();
    let one = vec![one.clone()];
    // The language plays no part in what people read.
    report::for_people(&Checked::new(
        &work.path,
        &work.document,
        one,
        Lang::En,
        encoding,
        None,
    ))
}

impl Plan<'_> {
    /// What is written into a document, in order, and why.
    fn edits(&self, at: usize) -> (Vec<(Span, String)>, Vec<String>) {
        let own = self.choices.iter().filter(|(of, ..)| *of == at);
        let mut edits: Vec<((Span, String), String)> = own
            .filter_map(|(_, one, choice)| match choice {
                Some(Choice::Write(text)) => Some(((one.span, text.clone()), ui::message(&one.message))),
                _ => None,
            })
            .collect();
        edits.sort_by_key(|((span, _), _)| *span);
        edits.into_iter().unzip()
    }

    /// The names of which something was decided, with their documents, none twice.
    fn names(&self, wanted: &Choice) -> BTreeSet<(usize, &str)> {
        let own = self
            .choices
            .iter()
            .filter(|(.., choice)| choice.as_ref() == Some(wanted));
        own.map(|(at, one, _)| (*at, one.span.of(self.works[*at].document.text())))
            .collect()
    }

    /// What is going to be written, if anything is.
    fn summary(&self) -> Option<String> {
        let edits: Vec<usize> = (0..self.works.len())
            .map(|at| self.edits(at).0.len())
            .filter(|&n| n > 0)
            .collect();
        let mut parts = Vec::new();
        if !edits.is_empty() {
            let changes = ui::counted("changes", edits.iter().sum());
            let files = ui::counted("files", edits.len());
            parts.push(ui::say("changes-in", &[("changes", &changes), ("files", &files)]));
        }
        for (choice, what) in [
            (Choice::Accept, "names-accepted"),
            (Choice::Define, "names-defined"),
        ] {
            let count = self.names(&choice).len();
            if count > 0 {
                parts.push(ui::counted(what, count));
            }
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Writes everything, and gives what could not be written.
    fn write(&self, args: &Args) -> Vec<String> {
        let mut failures = Vec::new();
        for (at, work) in self.works.iter().enumerate() {
            let (edits, reasons) = self.edits(at);
            if !edits.is_empty()
                && let Err(why) = write(work, &edits, &reasons, args)
            {
                failures.push(said!("of-file", file = &work.path, why = why));
            }
        }
        for choice in [Choice::Accept, Choice::Define] {
            for (at, name) in self.names(&choice) {
                let work = &self.works[at];
                let folder = work.path.parent().unwrap_or(Path::new(""));
                let config = project::config(folder, Path::new(""));
                let done = match choice {
                    Choice::Accept => project::accept(&config, name),
                    _ => define(work, &config, name),
                };
                match done {
                    Ok(said) => console::mention(&said),
                    Err(why) => failures.push(why),
                }
            }
        }
        failures
    }

    fn exit_code(&self, args: &Args, has_failed: bool) -> ExitCode {
        let stays = |choice: &Option<Choice>| matches!(choice, None | Some(Choice::Leave));
        let is_right = |one: &Diagnostic, at: usize| {
            let name = one.span.of(self.works[at].document.text());
            self.names(&Choice::Accept)
                .iter()
                .chain(&self.names(&Choice::Define))
                .any(|(_, known)| *known == name)
        };
        let remains = self.choices.iter().any(|(at, one, choice)| {
            stays(choice) && one.severity >= args.threshold() && !is_right(one, *at)
        });
        ExitCode::from(if has_failed { FAILED } else { u8::from(remains) })
    }
}

fn define(work: &Work, config: &Path, name: &str) -> Result<String, String> {
    let lang = project::lang_of(name).ok_or_else(|| said!("language-unknown", name = name))?;
    project::define(config, &work.setup.glossaries, lang, name)
}

/// Writes a document with changes in it.
fn write(work: &Work, edits: &[(Span, String)], reasons: &[String], args: &Args) -> Result<(), String> {
    let now = std::fs::read(&work.path).map_err(|error| ui::failure(&error))?;
    if now != work.original.bytes() {
        return Err(said!("changed-meanwhile"));
    }
    let tracking = Tracking {
        author: fix::AUTHOR,
        reasons,
    };
    let (after, done) = work.document.edited(edits, args.track.then_some(&tracking));
    if done > 0 {
        let bytes = work.original.with(&work.document, &after)?;
        atomic::write(&work.path, &bytes).map_err(|error| ui::failure(&error))?;
    }
    match edits.len() - done {
        0 => Ok(()),
        left => Err(ui::say(
            "changes-left",
            &[("changes", &ui::counted("changes", left))],
        )),
    }
}
