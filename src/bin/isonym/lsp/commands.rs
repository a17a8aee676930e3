//! What changes a project's files: names that are taken as right, and rows of its glossary.

use std::path::Path;

use isonym::Lang;
use serde::Deserialize;

use super::open::Open;
use crate::project;
use crate::ui::said;

/// Takes a name as right.
pub(super) const IGNORE: &str = "isonym.ignore";

/// Adds a name to the glossary.
pub(super) const ADD: &str = "isonym.addToGlossary";

/// Every command.
pub(super) const ALL: [&str; 2] = [IGNORE, ADD];

/// What a command is given.
#[derive(Debug, Deserialize)]
pub(super) struct Given {
    /// The document that the name stands in.
    pub(super) uri: String,
    pub(super) name: String,
    /// The language of the name, where its letters do not tell it.
    lang: Option<String>,
}

/// Runs a command, and says what it did.
///
/// # Errors
///
/// Why it could not be done.
pub(super) fn run(
    command: &str,
    given: &Given,
    open: Option<&Open>,
    root: Option<&Path>,
) -> Result<String, String> {
    let name = given.name.trim();
    if name.is_empty() || name.contains(char::is_control) {
        return Err(said!("lsp-no-name"));
    }
    let folder = open.map_or_else(
        || root.unwrap_or(Path::new("")).to_path_buf(),
        |open| open.folder(root),
    );
    let config = project::config(&folder, root.unwrap_or(&folder));
    match command {
        IGNORE => project::accept(&config, name),
        ADD => {
            let setup = open.and_then(|open| open.setup.as_ref());
            let glossaries = setup.map_or(&[][..], |setup| &setup.glossaries);
            project::define(&config, glossaries, lang(given, name)?, name)
        }
        _ => Err(said!("lsp-no-command", command = command)),
    }
}

fn lang(given: &Given, name: &str) -> Result<Lang, String> {
    match &given.lang {
        Some(code) => code.parse().map_err(|_| said!("lsp-no-language", code = code)),
        None => project::lang_of(name).ok_or_else(|| said!("lsp-language-unknown", name = name)),
    }
}
