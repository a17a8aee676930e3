//! The glossaries that a command on names answers from: the shipped one, with the user's laid over it.

use std::error::Error;
use std::path::PathBuf;

use isonym::{Glossary, Index};

use crate::glossary;

#[derive(clap::Args)]
pub(crate) struct Layers {
    /// A glossary to lay over the shipped one; of several the later one wins
    #[arg(long, value_name = "FILE.csv")]
    glossary: Vec<PathBuf>,
    /// Leave the shipped glossary out
    #[arg(long)]
    no_default_glossary: bool,
}

impl Layers {
    /// The index of all layers; none if `rules_only` are wanted.
    pub(crate) fn index(&self, rules_only: bool) -> Result<Option<Index>, Box<dyn Error>> {
        if rules_only {
            return Ok(None);
        }
        let mut index = if self.no_default_glossary {
            Index::default()
        } else {
            isonym::shipped()
        };
        for file in &self.glossary {
            let text = glossary::read(file, None)?.text;
            let (rows, problems) = Glossary::from_csv(&text);
            let unusable = problems
                .iter()
                .filter(|problem| problem.severity == isonym::glossary::Severity::Error)
                .count();
            if unusable > 0 {
                let name = file.display();
                glossary::tell(&format!(
                    "{name}: {unusable} errors; `isonym glossary check {name}` shows them"
                ));
            }
            index = index.with(&rows);
        }
        Ok(Some(index))
    }
}
