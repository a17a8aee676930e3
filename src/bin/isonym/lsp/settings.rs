//! What the editor's user has set: what `isonym lint` takes on its command line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Parser;
use isonym::lint::Severity;
use serde::Deserialize;
use serde_json::Value;

use crate::lint;
use crate::ui::{self, said};

/// The section of an editor's configuration.
pub(super) const SECTION: &str = "isonym";

/// The keys of the section. Empty words are taken as not given: editors have no other way to say so.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct Keys {
    style: OneOrMany,
    glossaries: Vec<PathBuf>,
    default_glossary: Option<bool>,
    lang: String,
    select: Vec<String>,
    ignore: Vec<String>,
    min_severity: String,
    /// How to start the server: the client's own.
    #[serde(rename = "path")]
    _path: Value,
    /// What the client writes into its log: its own.
    #[serde(rename = "trace")]
    _trace: Value,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Default for OneOrMany {
    fn default() -> OneOrMany {
        OneOrMany::Many(Vec::new())
    }
}

/// What documents are checked with besides their project's configuration.
pub(super) struct Settings {
    pub(super) args: Arc<lint::Args>,
    /// Lesser findings are not shown.
    pub(super) least: Severity,
}

/// The arguments of the linter, on their own.
#[derive(Parser)]
#[command(no_binary_name = true)]
struct Line {
    #[command(flatten)]
    args: lint::Args,
}

impl Settings {
    /// Reads a section. Paths are from a folder on, if there is one.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in one line.
    pub(super) fn read(section: &Value, root: Option<&Path>) -> Result<Settings, String> {
        let keys = match section {
            Value::Null => Keys::default(),
            section => Keys::deserialize(section).map_err(|error| error.to_string())?,
        };
        let line = Line::try_parse_from(words(&keys, root)).map_err(|error| ui::refused(&error))?;
        let least = match keys.min_severity.as_str() {
            "" | "note" => Severity::Note,
            "warning" => Severity::Warning,
            "error" => Severity::Error,
            other => return Err(said!("lsp-severity", other = other)),
        };
        Ok(Settings {
            args: Arc::new(line.args),
            least,
        })
    }
}

/// The settings as words of a command line.
fn words(keys: &Keys, root: Option<&Path>) -> Vec<OsString> {
    let mut words: Vec<OsString> = Vec::new();
    let mut put = |flag: &str, value: OsString| {
        if !value.is_empty() {
            let mut word = OsString::from(format!("--{flag}="));
            word.push(value);
            words.push(word);
        }
    };
    let styles = match &keys.style {
        OneOrMany::One(style) => std::slice::from_ref(style),
        OneOrMany::Many(styles) => styles,
    };
    styles.iter().for_each(|style| put("style", style.into()));
    for file in &keys.glossaries {
        let file = root.map_or_else(|| file.clone(), |root| root.join(file));
        put("glossary", file.into());
    }
    put("lang", keys.lang.clone().into());
    keys.select.iter().for_each(|rule| put("select", rule.into()));
    keys.ignore.iter().for_each(|rule| put("ignore", rule.into()));
    if keys.default_glossary == Some(false) {
        words.push("--no-default-glossary".into());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn settings_are_those_of_the_command_line() {
        let read = |section| Settings::read(&section, Some(Path::new("/project")));
        let settings = read(json!({
            "style": "bbc", "glossaries": ["ours.csv"], "lang": "", "ignore": ["mixed-hanzi"], "minSeverity": "warning",
        }));
        let Ok(settings) = settings else {
            panic!("it can be read")
        };
        assert_eq!(settings.args.style, ["bbc"]);
        assert_eq!(settings.args.glossary, [Path::new("/project/ours.csv")]);
        assert_eq!(settings.args.ignore, ["mixed-hanzi"]);
        assert_eq!(settings.least, Severity::Warning);
        assert!(read(Value::Null).is_ok());
        for wrong in [
            json!({"ignore": ["no-such-rule"]}),
            json!({"lang": "tlh"}),
            json!({"minSeverity": "loud"}),
            json!({"unknown": 1}),
            json!([1]),
        ] {
            assert!(read(wrong.clone()).is_err(), "{wrong}");
        }
    }
}
