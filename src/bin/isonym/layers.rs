//! The glossaries that a command on names answers from: the shipped one, with the user's laid over it.

use std::path::PathBuf;

use isonym::Index;

use crate::glossary;

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
    /// The index of all layers.
    pub(crate) fn index(&self) -> Result<Index, String> {
        let base = if self.no_default_glossary {
            Index::default()
        } else {
            isonym::shipped()
        };
        let mut layers = self.glossary.iter().map(|file| glossary::load(file));
        let index = layers.try_fold(base, |index, layer| Ok::<_, String>(index.with(&layer?)))?;
        isonym::styles::styled(index, &self.style).map_err(|error| error.to_string())
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
