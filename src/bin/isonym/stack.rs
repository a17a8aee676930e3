//! The index that a command works with: glossaries and styles laid over each other, each compiled only if no compiled one is kept.

use std::path::{Path, PathBuf};

use isonym::index::with_tables;
use isonym::{Glossary, Index};
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use crate::cache::{self, Folder, Place, Remark, Remarks};
use crate::ui;
use crate::{console, glossary};

/// A glossary of fewer bytes is compiled in less time than it takes to keep it.
const SMALL: u64 = 64 * 1024;

/// The index of some glossaries and styles, over the shipped one if it `has_default`.
pub(crate) fn stack<'a>(
    has_default: bool,
    files: impl Iterator<Item = &'a PathBuf>,
    styles: impl Iterator<Item = &'a String>,
) -> Result<Index, String> {
    let mut stack = Stack::new(has_default);
    for file in files {
        stack.lay(file)?;
    }
    for style in styles {
        stack.style(style)?;
    }
    Ok(stack.index)
}

/// An index that grows layer by layer.
pub(crate) struct Stack {
    pub(crate) index: Index,
    /// A digest of all that the index was compiled from; none if it is not known.
    origin: Option<u128>,
    /// Where the layers come from.
    places: Vec<u8>,
    /// Whether small glossaries are kept as well.
    pub(crate) keeps_all: bool,
    /// Whether a layer is kept.
    has_kept: bool,
}

impl Stack {
    pub(crate) fn new(has_default: bool) -> Stack {
        let index = if has_default {
            isonym::shipped()
        } else {
            Index::default()
        };
        // The program's digest tells of its code and tables, the checksum of the shipped index of its glossary.
        let shipped = isonym::index::Header::read(index.top());
        let checksum = shipped.map_or(0, |header| header.checksum());
        let base = [isonym::compiler().to_le_bytes(), checksum.to_le_bytes()].concat();
        Stack {
            index,
            origin: console::may_cache().then(|| xxh3_128(&base)),
            places: vec![u8::from(has_default)],
            keeps_all: false,
            has_kept: false,
        }
    }

    /// Lays a glossary over the index.
    pub(crate) fn lay(&mut self, path: &Path) -> Result<(), String> {
        let size = path
            .metadata()
            .ok()
            .filter(|file| file.is_file())
            .map(|file| file.len());
        let (Some(size), Some(below)) = (size, self.origin) else {
            self.origin = None;
            let index = std::mem::take(&mut self.index);
            self.index = index.with(&glossary::load(path)?);
            return Ok(());
        };
        let file = self.file(path.as_os_str().as_encoded_bytes(), Some(path));
        let is_kept = file
            .as_ref()
            .is_some_and(|file| self.keeps_all || size >= SMALL || file.exists());
        let unread = |error| console::unread(path, &error);
        let mut bytes = None;
        let digest = match cache::known_digest(path).filter(|_| is_kept) {
            Some(digest) => digest,
            None => {
                let (read, digest) = cache::read(path, is_kept).map_err(unread)?;
                bytes = Some(read);
                digest
            }
        };
        let mut origin = origin(below, b"rows", &digest.to_le_bytes());
        let place = |origin| {
            file.clone()
                .filter(|_| is_kept)
                .map(|file| Place { file, origin })
        };
        if !self.open(place(origin).as_ref(), path) {
            let bytes = match bytes {
                Some(bytes) => bytes,
                None => {
                    let (read, digest) = cache::read(path, is_kept).map_err(unread)?;
                    origin = self::origin(below, b"rows", &digest.to_le_bytes());
                    read
                }
            };
            self.make(place(origin), path, origin, move || {
                glossary::load_bytes(path, &bytes)
            })?;
        }
        self.origin = Some(origin);
        Ok(())
    }

    /// Lays the rows of a style over the index. They are kept if a glossary below is: they depend on all its rows.
    fn style(&mut self, id: &str) -> Result<(), String> {
        let path = Path::new(id);
        let origin = self
            .origin
            .map(|below| self::origin(below, b"style", id.as_bytes()));
        let file = self.file(&[b"style ", id.as_bytes()].concat(), None);
        let kept = origin.filter(|_| self.has_kept);
        let place = kept.and_then(|origin| file.map(|file| Place { file, origin }));
        if !self.open(place.as_ref(), path) {
            let rows = isonym::styles::layer(&self.index, id).map_err(|error| ui::failure(&error))?;
            self.make(place, path, origin.unwrap_or_default(), || Ok((rows, Vec::new())))?;
        }
        self.origin = origin;
        Ok(())
    }

    /// Where the index of the next layer is kept, which comes from here; none if there is no folder for it.
    fn file(&mut self, source: &[u8], path: Option<&Path>) -> Option<PathBuf> {
        let absolute = path.and_then(|path| std::path::absolute(path).ok());
        let source = absolute
            .as_deref()
            .map_or(source, |path| path.as_os_str().as_encoded_bytes());
        self.places.push(0);
        self.places.extend(source);
        Some(Folder::path()?.join(format!("{:016x}.index", xxh3_64(&self.places))))
    }

    /// Lays a kept layer over the index, if there is one.
    fn open(&mut self, place: Option<&Place>, path: &Path) -> bool {
        let Some((block, remarks)) = place.and_then(Place::open) else {
            return false;
        };
        let Ok(index) = self.index.clone().with_compiled(block) else {
            return false;
        };
        remarks.say(path);
        self.index = index;
        self.has_kept = true;
        true
    }

    /// Compiles a layer, and keeps it if there is a place for it.
    fn make(
        &mut self,
        place: Option<Place>,
        path: &Path,
        origin: u128,
        rows: impl FnOnce() -> Result<(Glossary, Vec<Remark>), String>,
    ) -> Result<(), String> {
        let index = &self.index;
        let compile = || {
            let (rows, said) = rows()?;
            let source = std::path::absolute(path)
                .unwrap_or_default()
                .display()
                .to_string();
            let remarks = Remarks { source, said }.written();
            index
                .compile(rows, origin, &remarks)
                .map_err(|error| format!("{}: {error}", path.display()))
        };
        let block = match &place {
            None => compile()?.into(),
            Some(place) => {
                let (block, remarks) = place.open_or(|| compile().map(with_tables))?;
                remarks.iter().for_each(|remarks| remarks.say(path));
                block
            }
        };
        self.has_kept |= place.is_some();
        let index = self.index.clone().with_compiled(block);
        self.index = index.map_err(|error| ui::failure(&error))?;
        Ok(())
    }
}

/// The digest of a layer and of all below it.
fn origin(below: u128, what: &[u8], layer: &[u8]) -> u128 {
    xxh3_128(&[&below.to_le_bytes(), what, layer].concat())
}
