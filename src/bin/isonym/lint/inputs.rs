//! Which files are checked: those that are named, and the articles in folders that are named.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use isonym::document::Format;

use super::Args;
use super::archive::{self, Packing};

use crate::ui;

/// Files of a folder that are passed over although they can be read: data and templates, which a user has to name.
const ONLY_NAMED: [&str; 7] = ["csv", "tsv", "tab", "pot", "xlsx", "xlsm", "xltx"];

/// Something to check.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Input {
    /// Standard input.
    Standard,
    /// A file.
    File {
        path: PathBuf,
        /// Whether the user named it, so that no configuration excludes it.
        named: bool,
    },
}

impl Input {
    /// The name that it goes by.
    pub(super) fn name(&self, args: &Args) -> PathBuf {
        match self {
            Input::Standard => args.stdin_filename.clone().unwrap_or_else(|| PathBuf::from("-")),
            Input::File { path, .. } => path.clone(),
        }
    }

    /// The path, which is `-` for standard input.
    pub(crate) fn path(&self) -> &Path {
        match self {
            Input::Standard => Path::new("-"),
            Input::File { path, .. } => path,
        }
    }

    /// The folder whose configuration applies.
    pub(super) fn folder(&self) -> &Path {
        match self {
            Input::Standard => Path::new(""),
            Input::File { path, .. } => path.parent().unwrap_or(Path::new("")),
        }
    }

    /// Whether the user named it.
    pub(super) fn is_named(&self) -> bool {
        !matches!(self, Input::File { named: false, .. })
    }

    /// How many bytes the file has, if that can be known.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Input::Standard => 0,
            Input::File { path, .. } => path.metadata().map_or(0, |about| about.len()),
        }
    }
}

/// The inputs in the order in which they were named, folders in the order of their paths, none twice. What could not be
/// read is given to `unread`, a folder without articles to `empty`. Archives in folders are passed over but `with_jsonl`.
pub(crate) fn inputs(
    paths: &[PathBuf],
    with_jsonl: bool,
    mut unread: impl FnMut(&Path, String),
    mut empty: impl FnMut(&Path),
) -> Vec<Input> {
    let mut found = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            found.push(Input::Standard);
        } else if path.is_dir() {
            let before = found.len();
            walk(path, with_jsonl, &mut found, &mut unread);
            if found.len() == before {
                empty(path);
            }
        } else {
            let path = path.clone();
            found.push(Input::File { path, named: true });
        }
    }
    let mut seen = HashSet::new();
    found.retain(|input| match input {
        Input::Standard => seen.insert(PathBuf::from("-")),
        Input::File { path, .. } => seen.insert(path.clone()),
    });
    found
}

/// The articles below a folder that are neither hidden nor ignored. Links are not followed.
fn walk(folder: &Path, with_jsonl: bool, found: &mut Vec<Input>, unread: &mut impl FnMut(&Path, String)) {
    let mut walk = WalkBuilder::new(folder);
    walk.require_git(false).sort_by_file_path(Path::cmp);
    for item in walk.build() {
        match item {
            Ok(item)
                if item.file_type().is_some_and(|kind| kind.is_file())
                    && is_article(item.path(), with_jsonl) =>
            {
                let path = item.into_path();
                let path = path.strip_prefix(".").map_or(path.clone(), Path::to_path_buf);
                found.push(Input::File { path, named: false });
            }
            Ok(_) => {}
            Err(error) => unread(folder, ui::failure(&error)),
        }
    }
}

fn is_article(path: &Path, with_jsonl: bool) -> bool {
    let path = Packing::inner(path);
    if archive::is_called_jsonl(&path) {
        return with_jsonl;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_named = |end: &&str| {
        path.extension()
            .is_some_and(|known| known.eq_ignore_ascii_case(end))
    };
    // `~$` begins the names of files that Word holds documents with.
    !name.starts_with("~$") && Format::known(&name).is_some() && !ONLY_NAMED.iter().any(is_named)
}

/// Whether there is anything to wait for on standard input: a pipe or a file, not a terminal or nothing.
#[cfg(unix)]
pub(crate) fn standard_input_is_given() -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;
    let file = io::stdin().as_fd().try_clone_to_owned().map(std::fs::File::from);
    let kind = file
        .and_then(|file| file.metadata())
        .map(|about| about.file_type());
    kind.is_ok_and(|kind| kind.is_fifo() || kind.is_file() || kind.is_socket())
}

/// Whether there is anything to wait for on standard input.
#[cfg(not(unix))]
pub(crate) fn standard_input_is_given() -> bool {
    use std::io::IsTerminal;
    !io::stdin().is_terminal()
}
