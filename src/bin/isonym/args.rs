//! What the program understands on its command line. Each command's own arguments stand in its file.

use clap::{Parser, Subcommand, ValueEnum};

/// Keeps names straight across Chinese, Russian and English.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) manner: crate::console::Manner,
}

/// The commands. The arguments of those that are not called are never set up.
#[derive(Subcommand)]
#[command(defer = true)]
pub(crate) enum Command {
    /// Check the names in articles
    Lint(Box<crate::lint::Args>),
    /// Find the names of a thing in the other languages
    Lookup(crate::lookup::Args),
    /// List the names that stand in texts, with their places or how often
    Mentions(crate::mentions::Args),
    /// Convert names between scripts by a named system
    Translit(crate::translit::Args),
    /// Tell whether two spellings are one name
    Same(crate::same::Args),
    /// Find the systems that could have written a spelling, and its source
    Identify(crate::identify::Args),
    /// Give the Russian case forms of names
    Inflect(crate::inflect::Args),
    /// Check that a translation uses the names of its source
    Compare(crate::compare::Args),
    /// Serve a page to check articles and look names up, and the same as JSON, on this machine
    #[cfg(feature = "serve")]
    Serve(crate::serve::Args),
    /// Work on glossary files
    #[command(subcommand)]
    Glossary(crate::glossary::Command),
    /// Build, show or remove the compiled indexes of glossaries
    #[command(subcommand)]
    Index(crate::index::Command),
    /// Take spellings as right from now on, in the project's isonym.toml
    Accept(crate::accept::Args),
    /// List the house styles, or the names that one prefers
    Styles(crate::styles::Args),
    /// Serve editors by the Language Server Protocol, on standard input and output
    Lsp(crate::lsp::Args),
    /// Print the manual of a rule, or list the rules
    Explain(crate::explain::Args),
    /// Print a completion script for a shell
    Completions(crate::manual::Completions),
    /// Print the manual page
    Man,
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
