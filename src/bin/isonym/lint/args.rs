//! The arguments of `isonym lint`.

use std::path::PathBuf;

use clap::ValueEnum;
use isonym::Lang;
use isonym::lint::{RULES, Severity};

use super::source::Limit;
use crate::decode::by_name;
use crate::explain::unknown_rule;
use crate::report::Format;
use crate::ui::said;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files and folders; `-`, or nothing on a pipe, is standard input
    pub(super) paths: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Language of the articles: auto, en, ru or zh
    #[arg(long, value_name = "LANG", value_parser = language)]
    lang: Option<AnyLang>,
    /// Encoding of the articles; told from their bytes if left out
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(super) encoding: Option<String>,
    /// Files that are larger are refused
    #[arg(long, value_name = "SIZE", default_value = "64M")]
    pub(super) max_file_size: Limit,
    /// The name that standard input goes by: its ending tells its format
    #[arg(long, value_name = "PATH")]
    pub(super) stdin_filename: Option<PathBuf>,
    /// A glossary laid over the shipped one and over earlier ones
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) glossary: Vec<PathBuf>,
    /// Leave the shipped glossary out
    #[arg(long)]
    pub(super) no_default_glossary: bool,
    /// A house style whose names are preferred (`isonym styles` lists them); of several the later one wins
    #[arg(long, value_name = "ID")]
    pub(crate) style: Vec<String>,
    /// Run these rules only
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    pub(super) select: Vec<String>,
    /// Leave these rules out
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    pub(crate) ignore: Vec<String>,
    /// Findings from which on the exit code is 1; all are printed
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = Least::Warning)]
    min_severity: Least,
    /// Put in the suggestions that are safe; of standard input the result is written to standard output
    #[arg(long)]
    pub(super) fix: bool,
    /// Print what `--fix` would change, and change nothing
    #[arg(long)]
    pub(super) diff: bool,
    /// With `--fix` or `--interactive`: put the suggestions into Word documents as tracked changes, with comments that say why
    #[arg(long)]
    pub(super) track: bool,
    /// Of tables (CSV, TSV, XLSX) check these columns only: names of the first row, or numbers from 1
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(super) columns: Vec<String>,
    /// Each line of .jsonl, .ndjson and standard input is a JSON object, and this field of it an article: findings have the
    /// line of the file, and count columns and bytes in the field's text. Such files, and others, may be compressed (.gz, .zst)
    #[arg(long, value_name = "NAME")]
    pub(super) jsonl_field: Option<String>,
    /// Instead of the findings, how often they and the names stand in all the articles (formats text and json)
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    pub(super) stats: bool,
    /// Compare the names within each document, or over all documents of the run, too
    #[arg(long, value_name = "SCOPE", value_enum, default_value = "document")]
    pub(super) scope: Scope,
    /// Leave out the findings that this file knows
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write all findings into a file for `--baseline`, and report none
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "since", "fix", "diff"])]
    pub(super) write_baseline: Option<PathBuf>,
    /// Only findings on lines that were changed since a revision of git
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,
    /// Walk through the findings on a terminal, and write what was decided at the end
    #[arg(long, conflicts_with_all = ["fix", "diff", "write_baseline", "format", "stdin_filename", "jsonl_field", "stats"])]
    pub(super) interactive: bool,
    /// With `--fix` or `--diff`: put in the suggestions that a person should look at, too
    #[arg(long)]
    pub(super) unsafe_fixes: bool,
}

/// What is compared with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Scope {
    /// The names of each article among themselves
    Document,
    /// Those of all articles of the run, too
    Run,
}

impl Args {
    /// The least severity that makes the exit code 1.
    pub(super) fn threshold(&self) -> Severity {
        self.min_severity.severity()
    }

    /// The language that was named. `auto` names none, and overrides what a configuration says.
    pub(super) fn lang(&self) -> Option<Option<Lang>> {
        self.lang.map(|lang| lang.0)
    }
}

/// A severity, as the command line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Least {
    Error,
    Warning,
    Note,
}

impl Least {
    pub(crate) fn severity(self) -> Severity {
        match self {
            Least::Error => Severity::Error,
            Least::Warning => Severity::Warning,
            Least::Note => Severity::Note,
        }
    }
}

/// A language, or none of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnyLang(pub(crate) Option<Lang>);

pub(crate) fn language(code: &str) -> Result<AnyLang, String> {
    match code {
        "auto" => Ok(AnyLang(None)),
        code => code
            .parse()
            .map(|lang| AnyLang(Some(lang)))
            .map_err(|_| said!("unknown-language", code = code)),
    }
}

pub(crate) fn encoding(name: &str) -> Result<String, String> {
    by_name(name).map(|_| name.to_owned())
}

fn rule(name: &str) -> Result<String, String> {
    let name = name.trim().to_owned();
    known_rules(std::slice::from_ref(&name)).map(|()| name)
}

/// Whether all of these are rules.
///
/// # Errors
///
/// A sentence that names the first one that is none, and those that there are.
pub(crate) fn known_rules(names: &[String]) -> Result<(), String> {
    let stranger = names
        .iter()
        .find(|name| !RULES.iter().any(|rule| rule.name == **name));
    stranger.map_or(Ok(()), |name| Err(unknown_rule(name)))
}
