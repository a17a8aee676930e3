//! The indices that requests are answered from: made when they are first asked for, and again when a glossary file changes.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use isonym::{Glossary, Index};

use super::answer::Failure;
use crate::layers::Layers;
use crate::{console, glossary};

/// So many indices are kept; with more styles at once they are made again.
const MOST: usize = 12;

/// Which glossaries and styles a request wants.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Choice {
    /// The shipped glossary.
    pub(super) shipped: bool,
    /// The user's glossaries.
    pub(super) own: bool,
    /// House styles, later ones over earlier ones.
    pub(super) styles: Vec<String>,
}

/// The indices.
pub(super) struct Shelf {
    files: Vec<PathBuf>,
    has_shipped: bool,
    /// The styles of requests that name none.
    pub(super) styles: Vec<String>,
    /// Whether the last file need not be there yet.
    may_be_missing: bool,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    stamps: Vec<Stamp>,
    glossaries: Arc<Vec<Glossary>>,
    indices: HashMap<Choice, Arc<Index>>,
}

/// What tells that a file has changed; none if it is not there.
type Stamp = Option<(SystemTime, u64)>;

impl Shelf {
    pub(super) fn new(layers: &Layers, may_be_missing: bool) -> Result<Shelf, String> {
        let shelf = Shelf {
            files: layers.files().to_vec(),
            has_shipped: layers.has_shipped(),
            styles: layers.styles().to_vec(),
            may_be_missing,
            kept: Mutex::default(),
        };
        let kept = Kept {
            stamps: shelf.stamps(),
            glossaries: Arc::new(shelf.load()?),
            ..Kept::default()
        };
        *shelf.kept.lock().unwrap_or_else(PoisonError::into_inner) = kept;
        shelf.index(&shelf.usual()).map_err(|failure| failure.message)?;
        Ok(shelf)
    }

    /// What the server was started with.
    pub(super) fn usual(&self) -> Choice {
        Choice {
            shipped: self.has_shipped,
            own: true,
            styles: self.styles.clone(),
        }
    }

    /// The index of what is chosen.
    pub(super) fn index(&self, choice: &Choice) -> Result<Arc<Index>, Failure> {
        let glossaries = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            self.refresh(&mut kept);
            if let Some(index) = kept.indices.get(choice) {
                return Ok(index.clone());
            }
            kept.glossaries.clone()
        };
        let mut index = if choice.shipped && self.has_shipped {
            isonym::shipped()
        } else {
            Index::default()
        };
        for glossary in glossaries.iter().filter(|_| choice.own) {
            index = index.with(glossary);
        }
        let index = Arc::new(isonym::styles::styled(index, &choice.styles).map_err(Failure::unfit)?);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // What was read meanwhile must not be hidden by what was made before.
        if Arc::ptr_eq(&kept.glossaries, &glossaries) {
            if kept.indices.len() >= MOST {
                kept.indices.clear();
            }
            kept.indices.insert(choice.clone(), index.clone());
        }
        Ok(index)
    }

    /// Reads the files again if one has changed. What cannot be read stays as it was, and that is told.
    fn refresh(&self, kept: &mut Kept) {
        let stamps = self.stamps();
        if stamps == kept.stamps {
            return;
        }
        kept.stamps = stamps;
        match self.load() {
            Ok(glossaries) => {
                kept.glossaries = Arc::new(glossaries);
                kept.indices.clear();
            }
            Err(why) => console::tell(&why),
        }
    }

    fn stamps(&self) -> Vec<Stamp> {
        let stamp = |file: &PathBuf| {
            let about = fs::metadata(file).ok()?;
            Some((about.modified().ok()?, about.len()))
        };
        self.files.iter().map(stamp).collect()
    }

    fn load(&self) -> Result<Vec<Glossary>, String> {
        let last = self.files.len().saturating_sub(1);
        let is_missing = |at, file: &Path| self.may_be_missing && at == last && !file.exists();
        let files = self.files.iter().enumerate();
        let there = files.filter(|(at, file)| !is_missing(*at, file));
        there.map(|(_, file)| glossary::load(file)).collect()
    }
}
