//! Baselines: findings that are known, so that only new ones are told.
//!
//! A file of tab-separated columns (escaped as elsewhere): path from the file's folder on, rule, text, what stands around it, and how many
//! times. What stands around it are the words next to it, so that neither lines that move nor other changes of a paragraph matter. A
//! finding is known if one of its path, rule and text is in the file that no other finding has taken: those with the same words around
//! them come first, then those with the same word on one side.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use isonym::Span;
use isonym::lint::Diagnostic;

use crate::console;
use crate::ui::said;

/// The first line of the file.
const HEADER: &str = "# isonym baseline: path, rule, text, context, count";

/// What stands for the name between the words around it.
const GAP: char = '…';

/// So many characters on each side are looked at.
const AROUND: usize = 24;

/// What findings have in common that are told apart by what is around them.
type Key = (String, String);

/// How often a context stands in a file.
type Contexts = Vec<(String, usize)>;

/// Known findings.
pub(super) struct Baseline {
    file: PathBuf,
    /// By path, then by rule and text.
    known: HashMap<String, HashMap<Key, Contexts>>,
    /// Of the paths that were checked, how many known findings were not found.
    gone: Mutex<HashMap<String, usize>>,
}

impl Baseline {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// A sentence that begins with the file and, where it is known, the line.
    pub(super) fn read(file: &Path) -> Result<Baseline, String> {
        let text = fs::read_to_string(file).map_err(|error| console::unread(file, &error))?;
        let mut known: HashMap<String, HashMap<Key, Contexts>> = HashMap::new();
        for (at, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<String> = line.split('\t').map(unescaped).collect();
            let row = <[String; 5]>::try_from(cells).ok();
            let row = row.and_then(|[path, rule, text, context, count]| {
                Some((path, (rule, text), context, count.parse::<usize>().ok()?))
            });
            let (path, key, context, count) =
                row.ok_or_else(|| said!("no-baseline-row", file = file, line = at + 1))?;
            let contexts = known.entry(path).or_default().entry(key).or_default();
            contexts.push((context, count));
        }
        Ok(Baseline {
            file: file.to_path_buf(),
            known,
            gone: Mutex::default(),
        })
    }

    /// The findings of a file's text that are not known.
    pub(super) fn new_ones(&self, path: &Path, text: &str, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let path = from(&self.file, path);
        let mut left = self.known.get(&path).cloned().unwrap_or_default();
        let mut is_known = vec![false; found.len()];
        for likeness in [Likeness::Same, Likeness::Half, Likeness::Any] {
            for (one, is_known) in found
                .iter()
                .zip(&mut is_known)
                .filter(|(_, is_known)| !**is_known)
            {
                let Some(contexts) = left.get_mut(&key(one, text)) else {
                    continue;
                };
                let around = context(one.span, text);
                let mut rows = contexts.iter_mut();
                if let Some((_, count)) = rows.find(|(own, count)| *count > 0 && likeness.holds(own, &around))
                {
                    *count -= 1;
                    *is_known = true;
                }
            }
        }
        let gone = left.values().flatten().map(|(_, count)| count).sum();
        if let Ok(mut all) = self.gone.lock() {
            // After a fix the file is looked at again: what the first look has found is not gone.
            all.entry(path).or_insert(gone);
        }
        let new = found.into_iter().zip(is_known).filter(|(_, is_known)| !is_known);
        new.map(|(one, _)| one).collect()
    }

    /// How many known findings are there no more, in the files that were checked and in those that have gone.
    pub(super) fn gone(&self) -> usize {
        let checked = self.gone.lock().map(|gone| gone.clone()).unwrap_or_default();
        let folder = self.file.parent().unwrap_or(Path::new(""));
        let count =
            |of: &HashMap<Key, Contexts>| of.values().flatten().map(|(_, count)| count).sum::<usize>();
        let missing = self.known.iter();
        let missing = missing
            .filter(|(path, _)| !checked.contains_key(*path) && *path != "-" && !folder.join(path).exists());
        checked.values().sum::<usize>() + missing.map(|(_, of)| count(of)).sum::<usize>()
    }

    /// The file's name.
    pub(super) fn name(&self) -> String {
        self.file.display().to_string()
    }
}

/// How much alike two contexts are.
#[derive(Clone, Copy)]
enum Likeness {
    Same,
    /// On one side.
    Half,
    Any,
}

impl Likeness {
    fn holds(self, one: &str, other: &str) -> bool {
        match self {
            Likeness::Same => one == other,
            Likeness::Half => match (one.split_once(GAP), other.split_once(GAP)) {
                (Some((before, after)), Some((old_before, old_after))) => {
                    before == old_before || after == old_after
                }
                _ => false,
            },
            Likeness::Any => true,
        }
    }
}

/// Findings that are going to be a baseline.
pub(super) struct Writer {
    file: PathBuf,
    rows: Mutex<BTreeMap<[String; 4], usize>>,
}

impl Writer {
    pub(super) fn new(file: &Path) -> Writer {
        Writer {
            file: file.to_path_buf(),
            rows: Mutex::default(),
        }
    }

    /// Takes the findings of a file's text.
    pub(super) fn add(&self, path: &Path, text: &str, found: &[Diagnostic]) {
        let path = from(&self.file, path);
        let Ok(mut rows) = self.rows.lock() else { return };
        for one in found {
            let (rule, name) = key(one, text);
            let row = [path.clone(), rule, name, context(one.span, text)];
            *rows.entry(row).or_default() += 1;
        }
    }

    /// Writes the file, and says how many findings it holds.
    pub(super) fn finish(&self) -> Result<usize, String> {
        let rows = self.rows.lock().map(|rows| rows.clone()).unwrap_or_default();
        let mut text = format!("{HEADER}\n");
        for (cells, count) in &rows {
            cells.iter().for_each(|cell| {
                text += &console::tsv(&cell.replace('\r', " "));
                text.push('\t');
            });
            text += &format!("{count}\n");
        }
        let written = crate::atomic::write(&self.file, text.as_bytes());
        written.map_err(|error| said!("of-file", file = &self.file, why = error))?;
        Ok(rows.values().sum())
    }

    /// The file's name.
    pub(super) fn name(&self) -> String {
        self.file.display().to_string()
    }
}

fn key(one: &Diagnostic, text: &str) -> Key {
    (one.rule.to_owned(), normal(one.span.of(text)))
}

/// A path from the folder of a file on, where it lies below that.
fn from(file: &Path, path: &Path) -> String {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")));
    let whole = fs::canonicalize(path);
    let inner = match (&folder, &whole) {
        (Ok(folder), Ok(whole)) => whole.strip_prefix(folder).ok(),
        _ => None,
    };
    inner.unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The words next to a part of a text.
fn context(span: Span, text: &str) -> String {
    let before: Vec<char> = text[..span.start].chars().rev().take(AROUND).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[span.end..].chars().take(AROUND).collect();
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let first = after.split_whitespace().next().unwrap_or_default();
    format!("{last}{GAP}{first}")
}

/// A text on one line.
fn normal(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// A cell as it was before it was escaped.
fn unescaped(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some(other) => other,
                None => '\\',
            },
            c => c,
        });
    }
    text
}
