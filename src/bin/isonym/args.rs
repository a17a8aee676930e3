//! What the program understands on its command line. Each command's own arguments stand in its file.

use clap::{Parser, Subcommand, ValueEnum};

/// Keeps names straight across Chinese, Russian and English.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Check the names in articles
    Lint(crate::lint::Args),
    /// Print the key that a spelling is looked up by
    Fold(crate::fold::Args),
    /// Convert names between scripts by a named system
    Translit(crate::translit::Args),
    /// Give the Russian case forms of names
    Inflect(crate::inflect::Args),
    /// Work on glossary files
    #[command(subcommand)]
    Glossary(crate::glossary::Command),
}

/// How the answers of a command that takes names are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// Tab-separated values, one line for each name
    Tsv,
    /// One JSON object on a line for each name
    Jsonl,
}
