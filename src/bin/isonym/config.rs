//! `isonym.toml`: what a project says once for all its articles.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use isonym::Lang;
use serde::Deserialize;

use crate::ui::{self, said};

/// The name of the file.
pub(crate) const NAME: &str = "isonym.toml";

/// What a project says.
#[derive(Debug)]
pub(crate) struct Config {
    /// Glossaries, the later ones winning.
    pub(crate) glossaries: Vec<PathBuf>,
    /// Whether the shipped glossary is used.
    pub(crate) default_glossary: bool,
    /// House styles, the later ones winning.
    pub(crate) styles: Vec<String>,
    /// The language of the articles; told from their letters where there is none.
    pub(crate) lang: Option<Lang>,
    /// The rules to run; all of them if empty.
    pub(crate) select: Vec<String>,
    /// The rules to leave out.
    pub(crate) ignore: Vec<String>,
    /// Spellings that are right.
    pub(crate) accept: Vec<String>,
    exclude: GlobSet,
    /// The folder of the file, without links, which the patterns are from.
    folder: PathBuf,
}

/// The keys of the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Keys {
    #[serde(default)]
    glossaries: Vec<PathBuf>,
    #[serde(default = "yes")]
    default_glossary: bool,
    style: Option<OneOrMany>,
    lang: Option<String>,
    #[serde(default)]
    select: Vec<String>,
    #[serde(default)]
    ignore: Vec<String>,
    #[serde(default)]
    accept: Vec<String>,
    #[serde(default)]
    exclude: Vec<String>,
}

/// `"bbc"` or `["bbc", "ours"]`.
#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl From<OneOrMany> for Vec<String> {
    fn from(words: OneOrMany) -> Vec<String> {
        match words {
            OneOrMany::One(word) => vec![word],
            OneOrMany::Many(words) => words,
        }
    }
}

fn yes() -> bool {
    true
}

impl Config {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// A sentence that begins with the file and, where it is known, the line.
    pub(crate) fn read(path: &Path) -> Result<Config, String> {
        let name = path.display();
        let text = fs::read_to_string(path).map_err(|error| said!("of-file", file = path, why = error))?;
        let keys: Keys = toml::from_str(&text).map_err(|error| {
            let line = error.span().map_or(1, |span| line_of(&text, span.start));
            format!("{name}:{line}: {}", error.message().replace('\n', "; "))
        })?;
        let at = |key: &str| line_of_key(&text, key);
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        let lang = match keys.lang.as_deref() {
            None | Some("auto") => None,
            Some(code) => Some(
                code.parse()
                    .map_err(|why: isonym::Error| format!("{name}:{}: {}", at("lang"), ui::failure(&why)))?,
            ),
        };
        for (key, rules) in [("select", &keys.select), ("ignore", &keys.ignore)] {
            crate::lint::known_rules(rules).map_err(|why| format!("{name}:{}: {why}", at(key)))?;
        }
        Ok(Config {
            exclude: globs(&keys.exclude).map_err(|why| format!("{name}:{}: {why}", at("exclude")))?,
            glossaries: keys.glossaries.iter().map(|file| folder.join(file)).collect(),
            folder: fs::canonicalize(path)
                .ok()
                .and_then(|file| file.parent().map(Path::to_path_buf))
                .unwrap_or_default(),
            default_glossary: keys.default_glossary,
            styles: keys.style.map(Vec::from).unwrap_or_default(),
            lang,
            select: keys.select,
            ignore: keys.ignore,
            accept: keys.accept,
        })
    }

    /// Whether a file below the configuration is none to check. A pattern without a slash speaks of names at any depth.
    pub(crate) fn excludes(&self, file: &Path) -> bool {
        if self.exclude.is_empty() {
            return false;
        }
        let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
        let inner = file.strip_prefix(&self.folder);
        // A folder that is excluded excludes what is in it.
        inner.is_ok_and(|inner| inner.ancestors().any(|part| self.exclude.is_match(part)))
    }
}

fn globs(patterns: &[String]) -> Result<GlobSet, String> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let anchored = match pattern.trim_end_matches('/') {
            name if name.contains('/') => name.trim_start_matches('/').to_owned(),
            name => format!("**/{name}"),
        };
        let glob = GlobBuilder::new(&anchored).literal_separator(true).build();
        set.add(glob.map_err(|error| error.to_string())?);
    }
    set.build().map_err(|error| error.to_string())
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at.min(text.len())].matches('\n').count() + 1
}

/// The line on which a key of the file stands.
fn line_of_key(text: &str, key: &str) -> usize {
    let is_it = |line: &str| {
        line.trim_start()
            .strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    text.lines().position(is_it).map_or(1, |at| at + 1)
}

/// The configuration that applies to what stands in a folder: the nearest one, upwards.
pub(crate) fn above(folder: &Path) -> io::Result<Option<PathBuf>> {
    // Relative paths stay relative, so that messages name the file as the user would.
    let relative = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let absolute = fs::canonicalize(relative)?;
    for (depth, parent) in absolute.ancestors().enumerate() {
        let file = parent.join(NAME);
        if file.is_file() {
            return Ok(Some(if depth == 0 {
                folder.join(NAME)
            } else {
                shortened(&file)
            }));
        }
    }
    Ok(None)
}

/// A path from the working directory on, where it lies within that.
fn shortened(file: &Path) -> PathBuf {
    let here = std::env::current_dir().and_then(fs::canonicalize);
    match here
        .ok()
        .and_then(|here| file.strip_prefix(here).ok().map(Path::to_path_buf))
    {
        Some(inner) => inner,
        None => file.to_path_buf(),
    }
}
