//! Comparing glossaries by the ids of their entries, and merging what two people made of one.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Country, Entry, Form, Glossary, Kind, Name, Status};
use crate::lang::Lang;
use crate::message::{Message, said};

/// A difference between two glossaries.
// Nearly every change is of a name: a box would cost more than the room that it saves.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The kind of an entry that both have.
    Kind {
        /// The entry.
        id: String,
        /// In the first glossary.
        old: Kind,
        /// In the second one.
        new: Kind,
    },
    /// The weight of an entry that both have.
    Weight {
        /// The entry.
        id: String,
        /// In the first glossary.
        old: u32,
        /// In the second one.
        new: u32,
    },
    /// The country of an entry that both have.
    Country {
        /// The entry.
        id: String,
        /// In the first glossary.
        old: Option<Country>,
        /// In the second one.
        new: Option<Country>,
    },
    /// A name that is in one of them only, or of which they say different things.
    Name {
        /// The entry.
        id: String,
        /// The language of the name.
        lang: Lang,
        /// What the first glossary says of it.
        old: Option<Name>,
        /// What the second one says of it.
        new: Option<Name>,
    },
}

/// What identifies a name within its entry.
type Key<'a> = (Lang, &'a str, Form, &'a str);

fn key(lang: Lang, name: &Name) -> Key<'_> {
    (lang, &name.text, name.form, &name.style)
}

/// The names of an entry by their keys.
fn by_key(entry: Option<&Entry>) -> HashMap<Key<'_>, &Name> {
    names(entry).map(|(lang, name)| (key(lang, name), name)).collect()
}

fn names(entry: Option<&Entry>) -> impl Iterator<Item = (Lang, &Name)> {
    let of = move |lang: Lang| entry.map_or(&[][..], |entry| entry.names(lang));
    Lang::ALL
        .into_iter()
        .flat_map(move |lang| of(lang).iter().map(move |name| (lang, name)))
}

/// The differences between two glossaries: by entry in the order of the first one, then of the second.
///
/// ```
/// use isonym::Glossary;
/// use isonym::glossary::{Change, diff};
/// let (old, _) = Glossary::from_csv("id,zh,en\nheihe,黑河,Heihe\n");
/// let (new, _) = Glossary::from_csv("id,zh,en\nheihe,黑河,Hei He\n");
/// let changes = diff(&old, &new);
/// assert_eq!(changes.len(), 2);
/// assert!(matches!(&changes[0], Change::Name { old: Some(name), new: None, .. } if name.text == "Heihe"));
/// ```
pub fn diff(old: &Glossary, new: &Glossary) -> Vec<Change> {
    let mut changes = Vec::new();
    for id in ids([old, new]) {
        let (a, b) = (old.entry(id), new.entry(id));
        if let (Some(a), Some(b)) = (a, b) {
            changes.extend(facts(a, b));
        }
        let (olds, news) = (by_key(a), by_key(b));
        let removed = names(a).filter(|(lang, name)| news.get(&key(*lang, name)) != Some(name));
        let mut change = |lang, old: Option<&Name>, new: Option<&Name>| {
            changes.push(Change::Name {
                id: id.to_owned(),
                lang,
                old: old.cloned(),
                new: new.cloned(),
            });
        };
        for (lang, name) in removed {
            change(lang, Some(name), news.get(&key(lang, name)).copied());
        }
        for (lang, name) in names(b).filter(|(lang, name)| !olds.contains_key(&key(*lang, name))) {
            change(lang, None, Some(name));
        }
    }
    changes
}

/// What two versions of an entry say differently of it as a whole.
fn facts(a: &Entry, b: &Entry) -> impl Iterator<Item = Change> {
    let id = || a.id.clone();
    let kind = (a.kind != b.kind).then(|| Change::Kind {
        id: id(),
        old: a.kind,
        new: b.kind,
    });
    let weight = (a.weight != b.weight).then(|| Change::Weight {
        id: id(),
        old: a.weight,
        new: b.weight,
    });
    let country = (a.country != b.country).then(|| Change::Country {
        id: id(),
        old: a.country,
        new: b.country,
    });
    [kind, weight, country].into_iter().flatten()
}

/// The ids of some glossaries in the order of the first, then of the next.
fn ids<const N: usize>(glossaries: [&Glossary; N]) -> Vec<&str> {
    let mut seen = HashSet::new();
    let all = glossaries
        .into_iter()
        .flat_map(|glossary| glossary.entries().iter().map(|entry| entry.id.as_str()));
    all.filter(|id| seen.insert(*id)).collect()
}

/// Where two people made different things of one glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The entry.
    pub id: String,
    /// What they disagree about; the merged glossary has the first person's version.
    pub about: Message,
}

/// Merges what two people made of a glossary, by the ids of its entries. Where they disagree, ours is taken and the conflict
/// is told.
///
/// ```
/// use isonym::Glossary;
/// use isonym::glossary::merge;
/// let read = |rows: &str| Glossary::from_csv(&format!("id,kind,ru,en\n{rows}")).0;
/// let base = read("heihe,city,Хэйхэ,Heihe\n");
/// let ours = read("heihe,city,Хэйхэ,Heihe\nharbin,city,Харбин,Harbin\n");
/// let theirs = read("heihe,city,Хэйхэ,Hei He\n");
/// let (merged, conflicts) = merge(&base, &ours, &theirs);
/// assert!(conflicts.is_empty());
/// assert_eq!(merged.entries().len(), 2);
/// assert_eq!(merged.entry("heihe").unwrap().names(isonym::Lang::En)[0].text, "Hei He");
/// ```
pub fn merge(base: &Glossary, ours: &Glossary, theirs: &Glossary) -> (Glossary, Vec<Conflict>) {
    let (mut merged, mut conflicts) = (Glossary::default(), Vec::new());
    for id in ids([ours, theirs, base]) {
        let three = Three {
            base: base.entry(id),
            ours: ours.entry(id),
            theirs: theirs.entry(id),
        };
        if let Some(entry) = three.merged(id, &mut conflicts) {
            merged.add(entry);
        }
    }
    (merged, conflicts)
}

/// An entry in the three glossaries.
struct Three<'a> {
    base: Option<&'a Entry>,
    ours: Option<&'a Entry>,
    theirs: Option<&'a Entry>,
}

impl Three<'_> {
    fn merged(&self, id: &str, conflicts: &mut Vec<Conflict>) -> Option<Entry> {
        let mut tell = |about: Message| {
            conflicts.push(Conflict {
                id: id.to_owned(),
                about,
            })
        };
        let kinds = [self.base, self.ours, self.theirs].map(|entry| entry.map(|entry| entry.kind));
        let kind = choose(kinds).unwrap_or_else(|| {
            tell(said!(
                "merge-kind",
                ours = word(kinds[1]),
                theirs = word(kinds[2])
            ));
            kinds[1]
        });
        let mut entry = Entry::new(id, kind.or(kinds[1]).or(kinds[2]).unwrap_or_default());
        // An entry that a glossary does not have says nothing about its weight.
        let weights = [self.base, self.ours, self.theirs].map(|entry| entry.map_or(0, |entry| entry.weight));
        entry.weight = choose(weights).unwrap_or_else(|| {
            tell(said!(
                "merge-weight",
                ours = weights[1].to_string(),
                theirs = weights[2].to_string()
            ));
            weights[1]
        });
        let countries =
            [self.base, self.ours, self.theirs].map(|entry| entry.and_then(|entry| entry.country));
        entry.country = choose(countries).unwrap_or_else(|| {
            let code =
                |at: usize| countries[at].map_or(String::new(), |country: Country| country.to_string());
            tell(said!("merge-country", ours = code(1), theirs = code(2)));
            countries[1]
        });
        let all = [self.base, self.ours, self.theirs].map(by_key);
        let mut seen = BTreeSet::new();
        let mut names_of_all = Vec::new();
        for (lang, name) in names(self.ours).chain(names(self.theirs)).chain(names(self.base)) {
            if seen.insert(key(lang, name)) {
                names_of_all.push((lang, key(lang, name)));
            }
        }
        for (lang, key) in names_of_all {
            let versions = [0, 1, 2].map(|at| all[at].get(&key).copied());
            let chosen = choose(versions).unwrap_or_else(|| {
                tell(said!(
                    "merge-name",
                    lang = lang.code(),
                    name = key.1,
                    ours = said(versions[1]),
                    theirs = said(versions[2])
                ));
                versions[1]
            });
            if let Some(name) = chosen {
                add(&mut entry, lang, name, &mut tell);
            }
        }
        let is_empty = Lang::ALL.iter().all(|&lang| entry.names(lang).is_empty());
        (!is_empty).then_some(entry)
    }
}

/// Adds a name; a second preferred one is admitted, and told.
fn add(entry: &mut Entry, lang: Lang, name: &Name, tell: &mut impl FnMut(Message)) {
    let rival = entry.names(lang).iter().find(|other| {
        (other.status, other.form, &other.style) == (Status::Preferred, name.form, &name.style)
            && other.text != name.text
    });
    let rival = rival
        .filter(|_| name.status == Status::Preferred)
        .map(|other| other.text.clone());
    match rival {
        Some(rival) => {
            tell(said!(
                "merge-preferred",
                lang = lang.code(),
                first = rival,
                second = name.text.as_str()
            ));
            entry.add(
                lang,
                Name {
                    status: Status::Admitted,
                    ..name.clone()
                },
            );
        }
        None => entry.add(lang, name.clone()),
    }
}

/// Of base, ours and theirs the version that holds; none if both changed it, and differently.
fn choose<T: PartialEq + Copy>([base, ours, theirs]: [T; 3]) -> Option<T> {
    match (ours == theirs, ours == base, theirs == base) {
        (true, ..) | (_, _, true) => Some(ours),
        (_, true, _) => Some(theirs),
        _ => None,
    }
}

fn word(kind: Option<Kind>) -> &'static str {
    kind.map_or("removed", Kind::word)
}

/// What a glossary says of a name, shortly.
fn said(name: Option<&Name>) -> String {
    let Some(name) = name else {
        return "removed".to_owned();
    };
    let others = [
        ("system", &name.system),
        ("valid", &name.valid),
        ("note", &name.note),
        ("source", &name.source),
    ];
    let mut said = name.status.word().to_owned();
    for (column, text) in others.into_iter().filter(|(_, text)| !text.is_empty()) {
        said += &format!(", {column} `{text}`");
    }
    said
}
