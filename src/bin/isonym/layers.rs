//! The glossaries that a command on names answers from: the shipped one, with the user's laid over it.

use std::path::PathBuf;

use isonym::Index;

use crate::config::Config;
use crate::stack::stack;

#[derive(clap::Args)]
pub(crate) struct Layers {
    /// A glossary laid over the shipped one and over earlier ones
    #[arg(long, value_name = "FILE.csv")]
    glossary: Vec<PathBuf>,
    /// Leave the shipped glossary out
    #[arg(long)]
    no_default_glossary: bool,
    /// A house style whose names are preferred (`isonym styles` lists them); of several the later one wins
    #[arg(long, value_name = "ID")]
    style: Vec<String>,
}

impl Layers {
    /// The user's glossaries, later ones over earlier ones.
    #[cfg(feature = "serve")]
    pub(crate) fn files(&self) -> &[PathBuf] {
        &self.glossary
    }

    /// Whether the shipped glossary lies below them.
    #[cfg(feature = "serve")]
    pub(crate) fn has_shipped(&self) -> bool {
        !self.no_default_glossary
    }

    /// The styles that were chosen.
    #[cfg(feature = "serve")]
    pub(crate) fn styles(&self) -> &[String] {
        &self.style
    }

    /// The index of all layers.
    pub(crate) fn index(&self) -> Result<Index, String> {
        self.index_with(None)
    }

    /// The index of all layers, those of a project's configuration below those of the command line.
    pub(crate) fn index_with(&self, config: Option<&Config>) -> Result<Index, String> {
        let has_default = !self.no_default_glossary && config.is_none_or(|config| config.default_glossary);
        let files = config
            .iter()
            .flat_map(|config| &config.glossaries)
            .chain(&self.glossary);
        let styles = config.iter().flat_map(|config| &config.styles).chain(&self.style);
        stack(has_default, files, styles)
    }

    /// The index, unless only tables and rules are to be used.
    pub(crate) fn unless(&self, rules_only: bool) -> Result<Option<Index>, String> {
        if rules_only {
            Ok(None)
        } else {
            self.index().map(Some)
        }
    }
}
