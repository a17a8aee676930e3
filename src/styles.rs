//! House styles: which of an entry's names a newspaper, an agency or an authority prefers.
//!
//! A style is a file of rows, `glossaries/styles/<id>.csv`, each with the published rule that it rests on. Choosing one lays
//! a layer over an [`Index`]: the style's names become the preferred ones, the other names of the same form are
//! discouraged, and everything that reads the index follows.

use crate::error::{Error, ErrorKind};
use crate::glossary::{Entry, Form, Glossary, Kind, Name, Status};
use crate::index::Index;
use crate::lang::Lang;
use crate::message::said;

/// A house style that is shipped.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The name it is chosen by.
    pub id: &'static str,
    file: &'static str,
}

/// Every style, by id.
pub const STYLES: &[Style] = &[
    Style {
        id: "ap",
        file: include_str!("../glossaries/styles/ap.csv"),
    },
    Style {
        id: "bbc",
        file: include_str!("../glossaries/styles/bbc.csv"),
    },
    Style {
        id: "economist",
        file: include_str!("../glossaries/styles/economist.csv"),
    },
    Style {
        id: "en-wikipedia",
        file: include_str!("../glossaries/styles/en-wikipedia.csv"),
    },
    Style {
        id: "guardian",
        file: include_str!("../glossaries/styles/guardian.csv"),
    },
    Style {
        id: "osm",
        file: include_str!("../glossaries/styles/osm.csv"),
    },
    Style {
        id: "prc-map-2023",
        file: include_str!("../glossaries/styles/prc-map-2023.csv"),
    },
    Style {
        id: "ru-palladius",
        file: include_str!("../glossaries/styles/ru-palladius.csv"),
    },
    Style {
        id: "taiwan",
        file: include_str!("../glossaries/styles/taiwan.csv"),
    },
    Style {
        id: "un-bgn",
        file: include_str!("../glossaries/styles/un-bgn.csv"),
    },
    Style {
        id: "zh-xinhua",
        file: include_str!("../glossaries/styles/zh-xinhua.csv"),
    },
];

/// The source of names that no document stands behind: a style does not rest on them.
const UNDOCUMENTED: &str = "general reference";

impl Style {
    /// What the style is.
    pub fn title(&self) -> &'static str {
        self.comments().next().unwrap_or("")
    }

    /// Where its rules are published.
    pub fn source(&self) -> &'static str {
        self.comments().nth(1).unwrap_or("")
    }

    /// Its rows, as a glossary.
    pub fn rows(&self) -> Glossary {
        Glossary::from_csv(self.file).0
    }

    /// The file of its rows.
    pub fn file(&self) -> &'static str {
        self.file
    }

    /// The system whose documented names it prefers as a whole, if there is one.
    pub fn system(&self) -> Option<&'static str> {
        self.comments().find_map(|line| line.strip_prefix("system: "))
    }

    fn comments(&self) -> impl Iterator<Item = &'static str> {
        self.file.lines().map_while(|line| line.strip_prefix("# "))
    }
}

/// The index as some styles want it, later ones over earlier ones. A style is a shipped one, or any that rows of the index name.
///
/// # Errors
///
/// A style that is neither.
///
/// ```
/// use isonym::Lang;
/// let index = isonym::styles::styled(isonym::shipped(), &["guardian".to_owned()]).unwrap();
/// let entry = index.entry(index.find("volodymyr-zelenskyy").unwrap());
/// assert_eq!(entry.preferred(Lang::En).unwrap().text, "Volodymyr Zelenskiy");
/// assert!(isonym::styles::styled(isonym::shipped(), &["sun".to_owned()]).is_err());
/// ```
pub fn styled(index: Index, ids: &[String]) -> Result<Index, Error> {
    ids.iter().try_fold(index, |index, id| {
        let layer = layer(&index, id)?;
        Ok(index.with(&layer))
    })
}

/// The rows that make an index follow a style when they are laid over it.
///
/// # Errors
///
/// A style that is neither a shipped one nor named by rows of the index.
pub fn layer(index: &Index, id: &str) -> Result<Glossary, Error> {
    let shipped = STYLES.iter().find(|style| style.id == id);
    let mut chosen = Glossary::default();
    let system = shipped.and_then(Style::system);
    for entry in index.entries() {
        let own = own_names(&entry, id, system);
        if Lang::ALL.iter().any(|&lang| !own.names(lang).is_empty()) {
            chosen.add(own);
        }
    }
    if shipped.is_none() && chosen.entries().is_empty() {
        let known: Vec<&str> = STYLES.iter().map(|style| style.id).collect();
        let message = said!("unknown-style", id = id, known = known.join(", "));
        return Err(Error::new(ErrorKind::Argument, message));
    }
    if let Some(style) = shipped {
        // What a user's glossary says of the style wins over what is shipped.
        let mut rows = style.rows();
        rows.overlay(chosen);
        chosen = rows;
    }
    let mut layer = Glossary::default();
    for rows in chosen.entries() {
        let old = index.find(&rows.id).map(|at| index.entry(at));
        layer.add(follow(rows, old.as_ref()));
    }
    Ok(layer)
}

/// The names of an entry that speak for a style, or are of the system that it prefers, as rows of everyone.
fn own_names(entry: &Entry, id: &str, system: Option<&str>) -> Entry {
    let mut own = Entry::new(&entry.id, entry.kind);
    for lang in Lang::ALL {
        let mut has = [false; Form::ALL.len()];
        for name in entry.names(lang) {
            let is_styled = name.style == id;
            let of_system = system.is_some_and(|system| {
                name.system == system && name.status == Status::Admitted && name.source != UNDOCUMENTED
            });
            // Of several names of a system the first is preferred.
            let is_first = is_styled || of_system && !std::mem::replace(&mut has[name.form as usize], true);
            if is_styled || of_system {
                let status = match (is_styled, is_first) {
                    (true, _) => name.status,
                    (false, true) => Status::Preferred,
                    (false, false) => Status::Admitted,
                };
                own.add(
                    lang,
                    Name {
                        style: String::new(),
                        status,
                        ..name.clone()
                    },
                );
            }
        }
    }
    own
}

/// The rows of a style on an entry, with the entry's other names of the same forms discouraged.
fn follow(rows: &Entry, old: Option<&Entry>) -> Entry {
    let mut entry = Entry::new(&rows.id, old.map_or(rows.kind, |old| old.kind));
    for lang in Lang::ALL {
        let wanted = rows.names(lang);
        let words = |name: &Name| name.text.matches([' ', '·']).count();
        // Of a person, a short form of as many words is a spelling of the whole name.
        let is_rival = |name: &Name, own: &Name| {
            own.form == name.form || rows.kind == Kind::Person && words(own) > 0 && words(own) == words(name)
        };
        let is_outdone = |name: &Name| {
            let preferred = wanted.iter().filter(|own| own.status == Status::Preferred);
            preferred.clone().any(|own| is_rival(name, own))
                && !wanted.iter().any(|own| own.text == name.text)
        };
        let others = old.map_or(&[][..], |old| old.names(lang));
        for name in others
            .iter()
            .filter(|name| name.style.is_empty() && name.status <= Status::Admitted)
        {
            let is_spelling = matches!(name.form, Form::Ordinary | Form::Short);
            if is_spelling && is_outdone(name) {
                entry.add(
                    lang,
                    Name {
                        status: Status::Deprecated,
                        ..name.clone()
                    },
                );
            }
        }
        for name in wanted {
            // A name that the entry has in another form is judged there, too.
            let forms = others
                .iter()
                .filter(|old| old.text == name.text && old.style.is_empty())
                .map(|old| old.form);
            for form in forms.filter(|&form| form != name.form && name.status == Status::Deprecated) {
                entry.add(lang, Name { form, ..name.clone() });
            }
            entry.add(lang, name.clone());
        }
    }
    entry
}
