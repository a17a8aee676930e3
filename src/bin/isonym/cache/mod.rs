//! Compiled glossaries, kept in a folder of the user's so that a start need not read their rows again.
//!
//! A layer's file is named after the place of its source (the paths of the glossaries up to it), so that a changed glossary
//! replaces its old index; what it was compiled from stands in it as its origin, a digest of the program, of the layers below
//! and of the bytes of the source. Only an index of the right origin whose bytes are as they were written is used
//! ([`seen`] tells how that is known without reading them all); whatever else lies there is replaced. When the folder cannot be
//! written, the program goes on without.

mod folder;
mod seen;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

pub(crate) use folder::{Folder, is_ours};
use isonym::index::{Block, Header};
use serde::{Deserialize, Serialize};

use crate::atomic::{Draft, Lock};
use crate::console;
use crate::ui::{self, said};

/// How long a process waits for another one that builds the same index before it builds its own.
const PATIENCE: Duration = Duration::from_secs(120);

/// One index of the cache.
pub(crate) struct Place {
    /// The file.
    pub(crate) file: PathBuf,
    /// What it must have been compiled from.
    pub(crate) origin: u128,
}

/// What is kept with an index.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Remarks {
    /// Where its rows come from, for people.
    pub(crate) source: String,
    /// What was said when they were read.
    pub(crate) said: Vec<Remark>,
}

/// Something that was said about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Remark {
    /// Whether `--quiet` silences it.
    pub(crate) is_note: bool,
    /// What stands around the name of the file.
    pub(crate) parts: Vec<String>,
    /// In which language.
    #[serde(default)]
    pub(crate) lang: String,
}

impl Remark {
    /// Says it of a file.
    pub(crate) fn say(&self, name: &str) {
        // An index keeps what was said when it was made.
        let is_foreign = self.lang != ui::lang().code();
        let message = match is_foreign {
            true => said!("remark-kept", file = name),
            false => self.parts.join(name),
        };
        if self.is_note {
            console::mention(&message);
        } else {
            console::tell(&message);
        }
    }
}

impl Remarks {
    /// The remarks that an index carries.
    pub(crate) fn of(header: &Header, bytes: &[u8]) -> Option<Remarks> {
        serde_json::from_str(header.remarks(bytes)).ok()
    }

    /// Says again of a file what was said when it was read.
    pub(crate) fn say(&self, path: &Path) {
        let name = path.display().to_string();
        let is_foreign = |remark: &&Remark| remark.lang != ui::lang().code();
        let (foreign, own): (Vec<&Remark>, Vec<&Remark>) = self.said.iter().partition(is_foreign);
        own.iter()
            .chain(foreign.first())
            .for_each(|remark| remark.say(&name));
    }

    pub(crate) fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Place {
    /// The index that lies there, if it is the right one.
    pub(crate) fn open(&self) -> Option<(Block, Remarks)> {
        let file = File::open(&self.file).ok()?;
        let identity = seen::Identity::of(&file.metadata().ok()?)?;
        let block = isonym::map(&file).ok()?;
        let header = Header::read(block.as_ref()).filter(|header| header.origin == self.origin)?;
        let checksum = u128::from(header.checksum());
        if seen::recall(&self.file, &identity) != Some(checksum) {
            if !header.is_whole(block.as_ref()) {
                return None;
            }
            seen::remember(&self.file, &identity, checksum);
        }
        let remarks = Remarks::of(&header, block.as_ref())?;
        Some((block, remarks))
    }

    /// The index that lies there, or else the one that `make` makes, which is then put there if it can be.
    pub(crate) fn open_or(
        &self,
        make: impl FnOnce() -> Result<Vec<u8>, String>,
    ) -> Result<(Block, Option<Remarks>), String> {
        let lock = match self.lock() {
            Ok(lock) => lock,
            Err(error) => {
                self.excuse(&error);
                None
            }
        };
        // Another process may have made it while this one waited.
        if lock.is_some()
            && let Some((block, remarks)) = self.open()
        {
            return Ok((block, Some(remarks)));
        }
        let bytes = make()?;
        if lock.is_some()
            && let Err(error) = self.put(&bytes)
        {
            self.excuse(&error);
        }
        Ok((bytes.into(), None))
    }

    /// The right to build the index; none if another process does not come to an end with it.
    fn lock(&self) -> io::Result<Option<Lock>> {
        if let Some(folder) = self.file.parent() {
            folder::make(folder)?;
        }
        Lock::within(&self.file, PATIENCE)
    }

    fn put(&self, bytes: &[u8]) -> io::Result<()> {
        Draft::sweep(&self.file);
        let mut draft = Draft::beside(&self.file)?;
        draft.write_all(bytes)?;
        draft.commit()
    }

    /// Says why an index is not kept: once, and only as a note, for all works without.
    fn excuse(&self, error: &io::Error) {
        static SAID: AtomicBool = AtomicBool::new(false);
        if !SAID.swap(true, Ordering::Relaxed) {
            let folder = self.file.parent().unwrap_or(Path::new(""));
            console::mention(&said!("index-not-kept", folder = folder, why = error));
        }
    }
}

/// The digest of a file's bytes as it is remembered, without reading them; none if the file may have changed.
pub(crate) fn known_digest(path: &Path) -> Option<u128> {
    let identity = seen::Identity::of(&fs::metadata(path).ok()?)?;
    seen::recall(path, &identity)
}

/// Reads a file with the digest of its bytes, which is remembered if it is `kept`.
pub(crate) fn read(path: &Path, is_kept: bool) -> io::Result<(Vec<u8>, u128)> {
    let mut file = File::open(path)?;
    // What is written to the file from here on makes it another one.
    let identity = seen::Identity::of(&file.metadata()?);
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut file, &mut bytes)?;
    let digest = xxhash_rust::xxh3::xxh3_128(&bytes);
    if let Some(identity) = identity.filter(|_| is_kept) {
        seen::remember(path, &identity, digest);
    }
    Ok((bytes, digest))
}
