//! `isonym accept`: spellings that are right from now on, kept in the project's `isonym.toml`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use toml_edit::{Array, DocumentMut, Item, Value};

use crate::atomic::{self, Lock};
use crate::config;
use crate::console::{self, Outcome};
use crate::ui::said;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Spellings; of a Russian name in the nominative all its case forms are accepted
    #[arg(required = true)]
    names: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let path = config::above(Path::new(""))?.unwrap_or_else(|| PathBuf::from(config::NAME));
    let names: Vec<&str> = args.names.iter().map(String::as_str).collect();
    let added = add(&path, "accept", &names)?;
    let mut out = console::out();
    for spelling in &added {
        writeln!(out, "{}", said!("accepts", file = &path, name = *spelling))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Adds words to a list of a configuration, which is made if it is not there, and gives those that were not in it.
///
/// # Errors
///
/// Why it cannot be read or written, with its name.
pub(crate) fn add<'a>(path: &Path, key: &str, words: &[&'a str]) -> Result<Vec<&'a str>, String> {
    let _lock = Lock::take(path).map_err(|error| said!("of-file", file = path, why = error))?;
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read.map_err(|error| said!("of-file", file = path, why = error))?,
    };
    let words = words
        .iter()
        .map(|word| word.trim())
        .filter(|word| !word.is_empty());
    let (text, added) = with(&text, key, words).map_err(|why| said!("of-file", file = path, why = why))?;
    if !added.is_empty() {
        atomic::write(path, text.as_bytes()).map_err(|error| said!("of-file", file = path, why = error))?;
    }
    Ok(added)
}

/// The file with more words in a list, and those that were not in it before.
fn with<'a>(
    text: &str,
    key: &str,
    names: impl Iterator<Item = &'a str>,
) -> Result<(String, Vec<&'a str>), String> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let line = error
            .span()
            .map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        said!("of-line", line = line, why = error.message())
    })?;
    let list = document
        .entry(key)
        .or_insert(Item::Value(Value::Array(Array::new())));
    let list = list.as_array_mut().ok_or_else(|| said!("no-list", key = key))?;
    let mut added = Vec::new();
    for name in names {
        if !list.iter().any(|old| old.as_str() == Some(name)) {
            push(list, name);
            added.push(name);
        }
    }
    Ok((document.to_string(), added))
}

/// Adds to a list as it is written: in one line, or each name on its own.
fn push(list: &mut Array, name: &str) {
    let mut value = Value::from(name);
    let before = list
        .iter()
        .last()
        .and_then(|last| last.decor().prefix()?.as_str());
    let Some(before) = before.filter(|before| before.contains('\n')) else {
        return list.push(value);
    };
    let indent = before.rsplit('\n').next().unwrap_or("    ").to_owned();
    // A comment behind the comma of the last name stands before the closing bracket: it stays with its name.
    let trailing = list.trailing().as_str().filter(|_| list.trailing_comma());
    let comment = trailing.unwrap_or("").trim_end().to_owned();
    value.decor_mut().set_prefix(format!("{comment}\n{indent}"));
    list.push_formatted(value);
    if list.trailing_comma() {
        list.set_trailing("\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str) {
        let (text, _) = with(before, "accept", ["b"].into_iter()).expect("the file can be read");
        assert_eq!(text, after);
    }

    #[test]
    fn lists_keep_their_form_and_comments() {
        check("", "accept = [\"b\"]\n");
        check(
            "# mine\naccept = [\"a\"] # here\n",
            "# mine\naccept = [\"a\", \"b\"] # here\n",
        );
        check(
            "accept = [\n    # first\n    \"a\",\n]\n",
            "accept = [\n    # first\n    \"a\",\n    \"b\",\n]\n",
        );
        check(
            "accept = [\n  \"a\", # why\n]\n",
            "accept = [\n  \"a\", # why\n  \"b\",\n]\n",
        );
        check("accept = [\"b\"]\n", "accept = [\"b\"]\n");
        check(
            "lang = \"en\"\n[other]\nx = 1\n",
            "lang = \"en\"\naccept = [\"b\"]\n[other]\nx = 1\n",
        );
    }

    #[test]
    fn what_is_no_list_is_left_alone() {
        assert!(with("accept = 1\n", "accept", ["b"].into_iter()).is_err());
        assert!(with("accept = [\n", "accept", ["b"].into_iter()).is_err());
    }
}
