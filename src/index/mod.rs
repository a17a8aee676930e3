//! The index: every spelling of every name, and what a piece of text can mean.
//!
//! An [`Index`] is a stack of compiled layers, the shipped glossary at the bottom and users' glossaries
//! above it. Each layer is one block of bytes with a finite-state map from folded spellings to names
//! ([`crate::fold`]); a layer that holds an entry's id hides that entry in the layers below.

mod automaton;
mod beginning;
mod block;
mod by_ear;
mod chance;
mod code;
mod column;
mod compile;
mod ear;
mod format;
mod holes;
mod keys;
mod layer;
mod lookup;
mod mentions;
mod near;
mod needs;
mod one_slip;
mod place;
mod readings;
mod respell;
mod scan;
mod sighting;
mod spellings;
mod usage;

pub use self::block::Block;
pub use self::column::Column;
pub use self::compile::with_tables;
pub use self::format::Header;
use self::layer::Layer;
pub use self::lookup::{Among, How, Match};
pub use self::mentions::Mention;
pub use self::near::{Near, distance};
pub use self::readings::Readings;
pub use self::sighting::Sighting;
pub use self::spellings::Relation;
use crate::error::Error;
use crate::glossary::{Country, Entry, Form, Glossary, Kind, Name, Status};
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
    scanned: sighting::Scanned,
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
        Index::default().with(glossary)
    }

    /// An index from bytes that [`Index::to_bytes`] gave, without copying them.
    ///
    /// # Errors
    /// If the bytes are no index of this version, or are cut short.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Index, Error> {
        Index::default().with_compiled(bytes.into())
    }

    /// The bytes of the lowest layer.
    pub fn to_bytes(&self) -> &[u8] {
        self.layers.first().map_or(&[], |layer| layer.bytes())
    }

    /// The bytes of the layer on top.
    pub fn top(&self) -> &[u8] {
        self.layers.last().map_or(&[], |layer| layer.bytes())
    }

    /// This index with another glossary laid over it. Rows of an id that is known already are added to its
    /// entry, and win over its earlier rows.
    ///
    /// # Panics
    /// If the texts of the glossary are more than 4 GiB ([`Index::compile`] gives an error).
    pub fn with(self, later: &Glossary) -> Index {
        let parts = self
            .parts(later)
            .expect("a glossary of a size that fits into a layer");
        let layer = parts.compile(0, "");
        self.with_compiled(layer.into())
            .expect("a layer as it was written")
    }

    /// The bytes of the layer that another glossary laid over this index makes, to be kept for [`Index::with_compiled`].
    /// `origin` is a digest of all that they depend on, and `remarks` what is to be kept with them: both are read by [`Header`].
    ///
    /// # Errors
    /// If the texts of the glossary are more than 4 GiB.
    pub fn compile(&self, later: Glossary, origin: u128, remarks: &str) -> Result<Vec<u8>, Error> {
        let parts = self.parts(&later)?;
        // The larger half of the work does without the entries.
        drop(later);
        Ok(parts.compile(origin, remarks))
    }

    fn parts(&self, later: &Glossary) -> Result<compile::Parts, Error> {
        let (mut known, mut new) = (Glossary::default(), Vec::new());
        for entry in later.entries() {
            match self.find(&entry.id) {
                Some(old) => {
                    known.add(self.entry(old));
                    known.add(entry.clone());
                }
                None => new.push(entry),
            }
        }
        let entries: Vec<&Entry> = known.entries().iter().chain(new).collect();
        compile::Parts::of(&entries)
    }

    /// This index with a compiled layer over it, which [`Index::compile`] made for an index like this one.
    ///
    /// # Errors
    /// If the bytes are no index of this version, or are cut short. That nothing else about them is wrong is the caller's to
    /// know ([`Header::is_whole`]).
    pub fn with_compiled(mut self, layer: Block) -> Result<Index, Error> {
        self.layers.push(Layer::read(layer, self.len() as u32)?);
        Ok(self)
    }

    /// How many entries there are, hidden ones counted.
    pub fn len(&self) -> usize {
        self.layers.last().map_or(0, Layer::end)
    }

    /// How many spellings its layers know, each counted in every layer that has it.
    pub fn spellings(&self) -> usize {
        self.layers.iter().map(|layer| layer.fst().len()).sum()
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

    /// The data-file id of an entry.
    pub fn id(&self, id: EntryId) -> &str {
        self.layer(id).id(id.0)
    }

    /// The kind of an entry.
    pub fn kind(&self, id: EntryId) -> Kind {
        self.layer(id).kind(id.0)
    }

    /// How much an entry weighs among things of the same name.
    pub fn weight(&self, id: EntryId) -> u32 {
        self.layer(id).weight(id.0)
    }

    /// The country that an entry lies in or belongs to.
    pub fn country(&self, id: EntryId) -> Option<Country> {
        self.layer(id).country(id.0)
    }

    /// Whether a reading's name only answers questions ([`Form::Lookup`]).
    pub(crate) fn only_asked(&self, reading: Reading) -> bool {
        self.form(reading) == Form::Lookup
    }

    /// Which of an entry's names the name that a reading is of is.
    pub fn form(&self, reading: Reading) -> Form {
        self.layer(reading.entry)
            .form(reading.entry.0, reading.lang, reading.name)
    }

    /// Whether an entry has a name of some form in a language.
    pub fn has_form(&self, id: EntryId, lang: Lang, form: Form) -> bool {
        let layer = self.layer(id);
        (0..layer.count(id.0, lang)).any(|at| layer.form(id.0, lang, at) == form)
    }

    /// The name that a reading is of.
    pub fn name(&self, reading: Reading) -> Name {
        self.layer(reading.entry)
            .name(reading.entry.0, reading.lang, reading.name)
    }

    /// The text of the name that a reading is of.
    pub fn name_text(&self, reading: Reading) -> &str {
        self.layer(reading.entry)
            .text(reading.entry.0, reading.lang, reading.name)
    }

    /// The status of the name that a reading is of.
    pub fn status(&self, reading: Reading) -> Status {
        self.layer(reading.entry)
            .status(reading.entry.0, reading.lang, reading.name)
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
