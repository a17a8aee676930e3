//! The glossary: entries for things in the world, with their names in three languages.
//!
//! The words are those of TBX (ISO 30042): an [`Entry`] is a concept entry, a [`Name`] is a term and
//! [`Status`] is its administrative status.

mod check;
mod columns;
mod country;
mod csv;
mod edit;
mod ids;
mod merge;
mod problems;
mod records;
mod rows;

use std::collections::HashMap;

use xxhash_rust::xxh3::xxh3_64;

pub use self::columns::{Form, Kind, Status};
pub use self::country::Country;
pub use self::csv::{COLUMNS, lines_of};
pub use self::edit::{Cells, canonical, with_row};
pub use self::merge::{Change, Conflict, diff, merge};
pub use self::problems::{MAX_PROBLEMS, Problem, Severity};
pub use self::rows::{Row, Rows, rows, with_changed_row, without_row};
use crate::lang::Lang;
use crate::text::Hashed;

#[cfg_attr(not(feature = "exchange"), allow(dead_code))]
/// An id for an entry that has none, made from its names: readable, and not yet told apart from others.
pub(crate) fn made_id(entry: &Entry) -> String {
    ids::made([Lang::En, Lang::Ru, Lang::Zh].map(|lang| entry.preferred(lang).map_or("", |name| &name.text)))
}

/// One name of an entry in one language.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Name {
    /// The name as it is written.
    pub text: String,
    /// How the name stands beside the entry's other names.
    pub status: Status,
    /// Which form of the name it is: the ordinary one, the official one, an adjective …
    pub form: Form,
    /// The house style or authority that the row speaks for; empty for everyone.
    pub style: String,
    /// How the name was made, where known (`palladius`, `postal`, `traditional` …).
    pub system: String,
    /// The years in which the name held (`1858/1931`).
    pub valid: String,
    /// A remark for people.
    pub note: String,
    /// Where the row was looked up.
    pub source: String,
}

/// One thing in the world and its names.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Entry {
    /// The readable, stable name of the entry in data files.
    pub id: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// How much it weighs among things of the same name: the heaviest one is meant first. Of a place its
    /// inhabitants; 0 where nothing is known.
    pub weight: u32,
    /// The country that it lies in or belongs to, if it is one; none where nothing is known. A country has itself.
    pub country: Option<Country>,
    names: [Vec<Name>; 3],
}

impl Entry {
    /// An entry without names.
    pub fn new(id: impl Into<String>, kind: Kind) -> Entry {
        Entry {
            id: id.into(),
            kind,
            weight: 0,
            country: None,
            names: Default::default(),
        }
    }

    /// The names in one language: preferred ones first, then in the order of the rows.
    pub fn names(&self, lang: Lang) -> &[Name] {
        &self.names[lang as usize]
    }

    /// The name that everyone's style prefers in a language: the ordinary form, if there is one.
    pub fn preferred(&self, lang: Lang) -> Option<&Name> {
        let preferred = |name: &&Name| name.status == Status::Preferred && name.style.is_empty();
        let names = self.names(lang);
        names
            .iter()
            .filter(preferred)
            .find(|name| name.form == Form::Ordinary)
            .or_else(|| names.iter().find(preferred))
            .or_else(|| {
                names.iter().find(|name| {
                    name.status == Status::Admitted && !matches!(name.form, Form::Lookup | Form::Gloss)
                })
            })
    }

    /// Adds a name. A name that the entry has already (same text, form and style) takes the new row's
    /// status; a new preferred name turns the earlier one of the same form and style into an admitted one.
    pub fn add(&mut self, lang: Lang, name: Name) {
        let names = &mut self.names[lang as usize];
        names.retain(|old| !(old.text == name.text && old.form == name.form && old.style == name.style));
        if name.status == Status::Preferred {
            for old in names
                .iter_mut()
                .filter(|old| old.form == name.form && old.style == name.style)
            {
                old.status = old.status.max(Status::Admitted);
            }
        }
        // Most entries have a single name in a language: room for more would be most of a glossary's memory.
        names.reserve_exact(1);
        names.push(name);
        names.sort_by_key(|name| (name.status, name.form, !name.style.is_empty()));
    }

    /// Adds what another row says of the entry.
    fn extend(&mut self, later: Entry) {
        if self.kind == Kind::default() {
            self.kind = later.kind;
        }
        if later.weight > 0 {
            self.weight = later.weight;
        }
        self.country = later.country.or(self.country);
        for (lang, names) in Lang::ALL.into_iter().zip(later.names) {
            names.into_iter().for_each(|name| self.add(lang, name));
        }
    }
}

/// A list of entries, each with an id of its own.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    entries: Vec<Entry>,
    /// The places of the entries by the digests of their ids: the next number where another id has the digest.
    by_id: HashMap<u64, u32, Hashed>,
}

impl Glossary {
    /// Reads the rows of a CSV file; rows that cannot be used are left out and reported.
    ///
    /// Columns: [`COLUMNS`], in any order; those that are not needed may be missing. The least is two of
    /// `zh,ru,en`: ids are then made from the names, and a note says so. Comma, semicolon or tab, RFC 4180
    /// quotes, a byte order mark, any line ends and lines that begin with `#` are understood. All problems are
    /// reported in the order of their lines, [`MAX_PROBLEMS`] at most and then how many more there are.
    ///
    /// ```
    /// use isonym::{Glossary, Lang};
    /// let rows = "id,kind,zh,ru,en\nheihe,city,黑河,Хэйхэ,Heihe\n";
    /// let (glossary, problems) = Glossary::from_csv(rows);
    /// assert!(problems.is_empty());
    /// assert_eq!(glossary.entry("heihe").unwrap().preferred(Lang::Ru).unwrap().text, "Хэйхэ");
    /// ```
    pub fn from_csv(text: &str) -> (Glossary, Vec<Problem>) {
        csv::read(text)
    }

    /// All entries, in the order in which their ids first came.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of an id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.place(id).ok().map(|at| &self.entries[at])
    }

    /// Adds an entry; names of an id that is there already are added to it, the later row winning.
    pub fn add(&mut self, entry: Entry) {
        match self.place(&entry.id) {
            Ok(at) => self.entries[at].extend(entry),
            Err(digest) => {
                let at = u32::try_from(self.entries.len()).expect("fewer than four billion entries");
                self.by_id.insert(digest, at);
                self.entries.push(entry);
            }
        }
    }

    /// Lays another glossary over this one: its rows win.
    pub fn overlay(&mut self, later: Glossary) {
        later.entries.into_iter().for_each(|entry| self.add(entry));
    }

    /// Where the entry of an id stands; if there is none, the digest that it is to have.
    fn place(&self, id: &str) -> Result<usize, u64> {
        let mut digest = xxh3_64(id.as_bytes());
        while let Some(&at) = self.by_id.get(&digest) {
            if self.entries[at as usize].id == id {
                return Ok(at as usize);
            }
            digest = digest.wrapping_add(1);
        }
        Err(digest)
    }
}
