//! The index: every spelling of every name, and what a piece of text can mean.
//!
//! An [`Index`] is a stack of compiled layers, the shipped glossary at the bottom and users' glossaries
//! above it. Each layer is one block of bytes with a finite-state map from folded spellings to names
//! ([`crate::fold`]); a layer that holds an entry's id hides that entry in the layers below.

mod beginning;
mod ear;
mod layer;
mod lookup;
mod mentions;
mod near;
mod one_slip;
mod respell;
mod spellings;

use std::borrow::Cow;

use self::layer::Layer;
pub use self::lookup::{How, Match};
pub use self::mentions::Mention;
pub use self::near::{Near, distance};
pub use self::spellings::Relation;
use crate::error::Error;
use crate::glossary::{Entry, Form, Glossary, Kind, Name};
use crate::lang::Lang;
use crate::text::fold;

/// The number of an entry in an [`Index`]; it holds for the index that gave it and for those laid over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(u32);

/// One way in which a spelling belongs to a name of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reading {
    /// The entry.
    pub entry: EntryId,
    /// The language of the name.
    pub lang: Lang,
    /// Which of [`Entry::names`] in that language.
    pub name: usize,
    /// What the spelling is to the name.
    pub relation: Relation,
}

/// Names by their spellings.
#[derive(Clone, Default)]
pub struct Index {
    layers: Vec<Layer>,
}

impl Index {
    /// Compiles a glossary.
    ///
    /// ```
    /// use isonym::{Glossary, Index};
    /// let (glossary, _) = Glossary::from_csv("id,kind,zh,ru,en\nheihe,city,黑河,Хэйхэ,Heihe\n");
    /// let index = Index::build(&glossary);
    /// let mentions = index.mentions("Trucks leave HEIHE’s port.");
    /// assert_eq!(mentions[0].span.of("Trucks leave HEIHE’s port."), "HEIHE");
    /// ```
    pub fn build(glossary: &Glossary) -> Index {
        Index {
            layers: vec![
                Layer::read(Cow::Owned(layer::compile(glossary)), 0).expect("a layer as it was written"),
            ],
        }
    }

    /// An index from bytes that [`Index::to_bytes`] wrote, without copying them.
    ///
    /// # Errors
    /// If the bytes are no index of this version, or are cut short.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Index, Error> {
        Ok(Index {
            layers: vec![Layer::read(Cow::Borrowed(bytes), 0)?],
        })
    }

    /// The bytes of the lowest layer.
    pub fn to_bytes(&self) -> &[u8] {
        self.layers.first().map_or(&[], |layer| layer.bytes())
    }

    /// This index with another glossary laid over it. Rows of an id that is known already are added to its
    /// entry, and win over its earlier rows.
    pub fn with(mut self, later: &Glossary) -> Index {
        let mut merged = Glossary::default();
        for entry in later.entries() {
            if let Some(old) = self.find(&entry.id) {
                merged.add(self.entry(old));
            }
        }
        merged.overlay(later.clone());
        let first = self.len() as u32;
        let layer =
            Layer::read(Cow::Owned(layer::compile(&merged)), first).expect("a layer as it was written");
        self.layers.push(layer);
        self
    }

    /// How many entries there are, hidden ones counted.
    pub fn len(&self) -> usize {
        self.layers.last().map_or(0, Layer::end)
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All entries that no later layer hides.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        (0..self.len() as u32)
            .map(EntryId)
            .filter(|&id| !self.hidden(id))
            .map(|id| self.entry(id))
    }

    /// An entry with its names.
    pub fn entry(&self, id: EntryId) -> Entry {
        self.layer(id).entry(id.0)
    }

    /// The kind of an entry.
    pub fn kind(&self, id: EntryId) -> Kind {
        self.layer(id).kind(id.0)
    }

    /// How much an entry weighs among things of the same name.
    pub fn weight(&self, id: EntryId) -> u32 {
        self.layer(id).weight(id.0)
    }

    /// Whether a reading's name only answers questions ([`Form::Lookup`]).
    pub(crate) fn only_asked(&self, reading: Reading) -> bool {
        self.layer(reading.entry)
            .form(reading.entry.0, reading.lang, reading.name)
            == Form::Lookup
    }

    /// The name that a reading is of.
    pub fn name(&self, reading: Reading) -> Name {
        self.layer(reading.entry)
            .name(reading.entry.0, reading.lang, reading.name)
    }

    /// The entry with a data-file id.
    pub fn find(&self, id: &str) -> Option<EntryId> {
        self.layers
            .iter()
            .rev()
            .find_map(|layer| layer.find(id))
            .map(EntryId)
    }

    /// What a spelling can mean: likelier relations first. Letter case, accents and what else
    /// [`fold`] ignores make no difference.
    pub fn readings(&self, spelling: &str) -> Vec<Reading> {
        self.readings_of_key(&fold(spelling))
    }

    /// The same for a spelling that is folded already.
    pub fn readings_of_key(&self, key: &str) -> Vec<Reading> {
        let mut readings = Vec::new();
        for layer in self.layers.iter().rev() {
            if let Some(value) = layer.get(key) {
                readings.extend(
                    layer
                        .readings(value)
                        .filter(|reading| !self.hidden(reading.entry)),
                );
            }
        }
        readings.sort_by_key(|reading| reading.relation);
        readings
    }

    fn layer(&self, id: EntryId) -> &Layer {
        let at = self.layers.partition_point(|layer| layer.end() <= id.0 as usize);
        &self.layers[at]
    }

    /// Whether a later layer has rows of its own for the entry.
    fn hidden(&self, id: EntryId) -> bool {
        let at = self.layers.partition_point(|layer| layer.end() <= id.0 as usize);
        let later = &self.layers[at + 1..];
        !later.is_empty() && {
            let name = self.layers[at].id(id.0);
            later.iter().any(|layer| layer.find(name).is_some())
        }
    }
}
