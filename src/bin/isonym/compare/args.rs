//! The arguments of `isonym compare`.

use std::path::PathBuf;

use clap::ValueEnum;
use isonym::lint::Severity;

use crate::layers::Layers;
use crate::lint::{AnyLang, Least, Limit, encoding, language};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The source: a text, or a file that holds both sides (.po, .xlf, .xliff, .tmx)
    pub(super) source: PathBuf,
    /// Its translation; left out where the first file holds both sides
    pub(super) target: Option<PathBuf>,
    /// Line n of one file translates line n of the other
    #[arg(long, requires = "target")]
    pub(super) aligned: bool,
    /// Language of the source: auto, en, ru or zh
    #[arg(long, value_name = "LANG", value_parser = language, default_value = "auto")]
    pub(super) from: AnyLang,
    /// Language of the target: auto, en, ru or zh
    #[arg(long, value_name = "LANG", value_parser = language, default_value = "auto")]
    pub(super) to: AnyLang,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Encoding of the files; told from their bytes if left out
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(super) encoding: Option<String>,
    /// Files that are larger are refused
    #[arg(long, value_name = "SIZE", default_value = "64M")]
    pub(super) max_file_size: Limit,
    /// Findings from which on the exit code is 1; all are printed
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = Least::Warning)]
    min_severity: Least,
    #[command(flatten)]
    pub(super) layers: Layers,
}

impl Args {
    /// The least severity that makes the exit code 1.
    pub(super) fn threshold(&self) -> Severity {
        self.min_severity.severity()
    }

    /// Whether two whole texts are compared, not their units.
    pub(super) fn is_document(&self) -> bool {
        self.target.is_some() && !self.aligned
    }
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, with the places in both texts
    Text,
    /// One JSON object with all findings and a summary
    Json,
    /// One JSON object on a line for each finding
    Jsonl,
}
