//! Imported entries added to a glossary that is there: what it does not have yet, under its own columns.

use std::collections::{HashMap, HashSet};
use std::error::Error;

use isonym::exchange::{Report, Rows};
use isonym::{Entry, Glossary, Lang, Name};

use super::import::Take;
use crate::console;
use crate::ui::said;

/// Adds to the text of a glossary what an import gives and it does not have.
pub(crate) fn append(
    text: &mut String,
    import: impl FnOnce(&mut Take<'_>) -> Result<Report, Box<dyn Error>>,
) -> Result<Report, Box<dyn Error>> {
    let (glossary, _) = Glossary::from_csv(text);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let mut rows = Rows::under(text, Vec::new())?;
    glossary
        .entries()
        .iter()
        .for_each(|entry| rows.reserve(&entry.id));
    let (known, mut had) = (Known::new(&glossary), 0);
    let report = import(&mut |entry| {
        let (new, old) = news(&glossary, known.named(entry));
        had += old;
        rows.write(&new)
    })?;
    if rows.shortened() > 0 {
        let count = rows.shortened();
        console::mention(&said!("entries-shortened", count = count));
    }
    let mut seen = HashSet::new();
    for line in String::from_utf8(rows.finish()?)?.split_inclusive('\n') {
        if seen.insert(line.to_owned()) {
            text.push_str(line);
        }
    }
    if had > 0 {
        console::mention(&said!("names-known", count = had));
    }
    Ok(report)
}

/// The entries of a glossary by their names.
struct Known<'a> {
    glossary: &'a Glossary,
    by_name: HashMap<(Lang, &'a str), Vec<usize>>,
}

impl<'a> Known<'a> {
    fn new(glossary: &'a Glossary) -> Known<'a> {
        let mut by_name: HashMap<(Lang, &'a str), Vec<usize>> = HashMap::new();
        for (at, entry) in glossary.entries().iter().enumerate() {
            for lang in Lang::ALL {
                let names = entry.names(lang).iter();
                names.for_each(|name| by_name.entry((lang, name.text.as_str())).or_default().push(at));
            }
        }
        Known { glossary, by_name }
    }

    /// An entry that had no id with that of the one that has all its names, if there is one.
    fn named(&self, mut entry: Entry) -> Entry {
        if !entry.id.is_empty() {
            return entry;
        }
        let all = Lang::ALL.into_iter().flat_map(|lang| {
            entry
                .names(lang)
                .iter()
                .map(move |name| (lang, name.text.as_str()))
        });
        let mut common: Option<Vec<usize>> = None;
        for key in all {
            let has = self.by_name.get(&key).cloned().unwrap_or_default();
            common = Some(match common {
                None => has,
                Some(before) => before.into_iter().filter(|at| has.contains(at)).collect(),
            });
        }
        if let Some(&at) = common.as_ref().and_then(|common| common.first()) {
            entry.id.clone_from(&self.glossary.entries()[at].id);
        }
        entry
    }
}

/// The part of an entry that a glossary does not have, and how many of its names it has.
fn news(glossary: &Glossary, entry: Entry) -> (Entry, usize) {
    let Some(known) = glossary.entry(&entry.id) else {
        return (entry, 0);
    };
    let (mut new, mut old) = (Entry::new(&entry.id, entry.kind), 0);
    for lang in Lang::ALL {
        for name in entry.names(lang) {
            let same = |other: &Name| {
                other.text == name.text && other.form == name.form && other.style == name.style
            };
            if known.names(lang).iter().any(same) {
                old += 1;
            } else {
                new.add(lang, name.clone());
            }
        }
    }
    (new, old)
}
