//! What of the findings is told: not those that a baseline knows, and only those on changed lines.

use std::path::Path;

use isonym::document::Document;
use isonym::lint::Diagnostic;

use super::Args;
use super::baseline::Baseline;
use super::since::{Changed, Since};
use crate::console;
use crate::ui;

/// How a run is narrowed.
pub(super) struct Narrow {
    baseline: Option<Baseline>,
    since: Option<Since>,
}

impl Narrow {
    pub(super) fn new(args: &Args) -> Result<Narrow, String> {
        Ok(Narrow {
            baseline: args.baseline.as_deref().map(Baseline::read).transpose()?,
            since: args.since.as_deref().map(Since::new),
        })
    }

    /// How a file is.
    pub(super) fn file<'a>(&'a self, path: &'a Path) -> Result<OfFile<'a>, String> {
        Ok(OfFile {
            path,
            baseline: self.baseline.as_ref(),
            changed: self.since.as_ref().map(|since| since.of(path)).transpose()?,
        })
    }

    /// Says what of the baseline has gone, where all of the files were looked at.
    pub(super) fn tell(&self) {
        let Some(baseline) = self.baseline.as_ref().filter(|_| self.since.is_none()) else {
            return;
        };
        let gone = baseline.gone();
        if gone > 0 {
            let (gone, name) = (ui::counted("findings", gone), baseline.name());
            console::mention(&ui::say("baseline-old", &[("path", &name), ("findings", &gone)]));
        }
    }
}

/// How a file is narrowed.
pub(super) struct OfFile<'a> {
    path: &'a Path,
    baseline: Option<&'a Baseline>,
    changed: Option<Changed>,
}

impl OfFile<'_> {
    /// What is told of the findings in a document's text.
    pub(super) fn only(&self, document: &Document, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if let Some(baseline) = self.baseline {
            found = baseline.new_ones(self.path, document.text(), found);
        }
        match &self.changed {
            Some(changed) => changed.only(document, found),
            None => found,
        }
    }
}
