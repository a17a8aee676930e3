//! The arguments of `isonym mentions`.

use std::path::PathBuf;

use clap::ValueEnum;
use isonym::Lang;

use crate::layers::Layers;
use crate::lint::{Limit, encoding};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files and folders; `-`, or nothing on a pipe, is standard input
    pub(super) paths: Vec<PathBuf>,
    /// How mentions are written. Columns of csv: path, line, column, start, end, text, entry, kind, lang
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Only names in this language: zh, ru or en
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<Lang>,
    /// How often each name stands in all texts together, the most frequent first, instead of its places
    #[arg(long)]
    pub(super) count: bool,
    /// Encoding of the texts; told from their bytes if left out
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(super) encoding: Option<String>,
    /// Files that are larger are refused
    #[arg(long, value_name = "SIZE", default_value = "4G")]
    pub(super) max_file_size: Limit,
    #[command(flatten)]
    pub(super) layers: Layers,
}

/// How mentions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A line a mention: place, name, entry and kind, or several of them
    Text,
    /// One JSON object on a line for each mention
    Jsonl,
    /// Comma-separated values, with the likeliest entry
    Csv,
}
