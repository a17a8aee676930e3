//! Lines that were changed since a revision, as git knows them.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

use isonym::document::Document;
use isonym::lint::Diagnostic;
use isonym::{LineIndex, Span};

use crate::ui::{self, said};

/// A revision, in whatever repositories the files of a run stand.
pub(super) struct Since {
    revision: String,
    /// By folder.
    folders: Mutex<HashMap<PathBuf, Result<Arc<Repository>, String>>>,
}

/// A repository with what was changed in it.
struct Repository {
    root: PathBuf,
    /// The revision as git names it for sure.
    commit: String,
    changed: HashSet<PathBuf>,
    new: HashSet<PathBuf>,
}

/// The lines of a file that were changed.
pub(super) enum Changed {
    All,
    Lines(Vec<RangeInclusive<usize>>),
}

impl Since {
    pub(super) fn new(revision: &str) -> Since {
        Since {
            revision: revision.to_owned(),
            folders: Mutex::default(),
        }
    }

    /// What was changed of a file.
    ///
    /// # Errors
    ///
    /// Why that cannot be known: no repository, no such revision, no git.
    pub(super) fn of(&self, file: &Path) -> Result<Changed, String> {
        if file == Path::new("-") {
            return Err(said!("since-input"));
        }
        let whole = fs::canonicalize(file).map_err(|error| ui::failure(&error))?;
        let folder = whole.parent().unwrap_or(Path::new("/")).to_path_buf();
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let repository = folders
            .entry(folder.clone())
            .or_insert_with(|| Repository::of(&folder, &self.revision).map(Arc::new))
            .clone()?;
        drop(folders);
        repository.changed_lines(&whole)
    }
}

impl Repository {
    fn of(folder: &Path, revision: &str) -> Result<Repository, String> {
        if revision.starts_with('-') || revision.is_empty() {
            return Err(said!("since-no-revision", revision = revision));
        }
        let root =
            git(folder, &["rev-parse", "--show-toplevel"])?.ok_or_else(|| said!("since-no-repository"))?;
        let root = PathBuf::from(line(&root));
        let root = fs::canonicalize(&root).unwrap_or(root);
        let wanted = format!("{revision}^{{commit}}");
        let commit = git(
            &root,
            &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted],
        )?
        .ok_or_else(|| said!("since-unknown-revision", revision = revision))?;
        let commit = line(&commit);
        let failed = || said!("since-cannot-compare", revision = revision);
        let changed = git(
            &root,
            &[
                "diff",
                "--name-only",
                "-z",
                "--no-renames",
                "--no-ext-diff",
                &commit,
                "--",
            ],
        )?
        .ok_or_else(failed)?;
        let new = git(&root, &["ls-files", "-z", "--others"])?.ok_or_else(failed)?;
        Ok(Repository {
            changed: paths(&root, &changed),
            new: paths(&root, &new),
            root,
            commit,
        })
    }

    fn changed_lines(&self, file: &Path) -> Result<Changed, String> {
        if self.new.contains(file) {
            return Ok(Changed::All);
        }
        if !self.changed.contains(file) {
            return Ok(Changed::Lines(Vec::new()));
        }
        let inner = file.strip_prefix(&self.root).unwrap_or(file);
        let mut words: Vec<OsString> = [
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-renames",
            &self.commit,
            "--",
        ]
        .map(OsString::from)
        .to_vec();
        words.push(inner.into());
        let diff = git(&self.root, &words)?.ok_or_else(|| said!("since-cannot-tell"))?;
        let diff = String::from_utf8_lossy(&diff);
        let hunks: Vec<&str> = diff.lines().filter(|line| line.starts_with("@@ ")).collect();
        // Of what is no text for git it shows no lines.
        if hunks.is_empty() && diff.lines().any(|line| line.starts_with("Binary files ")) {
            return Ok(Changed::All);
        }
        Ok(Changed::Lines(hunks.into_iter().filter_map(lines_of).collect()))
    }
}

/// The lines that a hunk gives: `@@ -1,2 +3,4 @@`.
fn lines_of(hunk: &str) -> Option<RangeInclusive<usize>> {
    let new = hunk.split(' ').find_map(|part| part.strip_prefix('+'))?;
    let (first, count) = new.split_once(',').unwrap_or((new, "1"));
    let (first, count): (usize, usize) = (first.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| first..=first + count - 1)
}

/// What git prints; none if it refuses.
fn git<T: AsRef<OsStr>>(folder: &Path, words: &[T]) -> Result<Option<Vec<u8>>, String> {
    let done = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(words)
        .env("GIT_LITERAL_PATHSPECS", "1")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("LC_ALL", "C")
        .output()
        .map_err(|error| said!("since-no-git", why = error))?;
    Ok(done.status.success().then_some(done.stdout))
}

fn line(printed: &[u8]) -> String {
    String::from_utf8_lossy(printed)
        .trim_end_matches(['\n', '\r'])
        .to_owned()
}

fn paths(root: &Path, printed: &[u8]) -> HashSet<PathBuf> {
    let names = printed.split(|&byte| byte == 0).filter(|name| !name.is_empty());
    names.map(|name| root.join(path(name))).collect()
}

#[cfg(unix)]
fn path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(name))
}

#[cfg(not(unix))]
fn path(name: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(name).into_owned())
}

impl Changed {
    /// The findings of a document that stand on changed lines; of an office document that was changed, all of them.
    pub(super) fn only(&self, document: &Document, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let Changed::Lines(changed) = self else {
            return found;
        };
        if document.format().is_archive() && !changed.is_empty() {
            return found;
        }
        let lines = LineIndex::new(document.source());
        let line = |at: usize| lines.position(document.source(), at).0;
        found.retain(|one| {
            document.source_span(one.span).is_some_and(|Span { start, end }| {
                let (first, last) = (line(start), line(end));
                changed
                    .iter()
                    .any(|changed| first <= *changed.end() && *changed.start() <= last)
            })
        });
        found
    }
}
