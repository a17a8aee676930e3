//! Entries on their way in: names put together as formats give them, and handed on.

use std::io;

use unicode_normalization::UnicodeNormalization;

use super::report::Report;
use super::{Options, tags::Tag};
use crate::glossary::{Country, Entry, Kind, Name, Status};
use crate::lang::Lang;
use crate::message::said;

/// Where entries go that were read.
pub(super) struct Sink<'a> {
    options: &'a Options,
    take: &'a mut dyn FnMut(Entry) -> io::Result<()>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(options: &'a Options, take: &'a mut dyn FnMut(Entry) -> io::Result<()>) -> Sink<'a> {
        Sink { options, take }
    }

    /// Hands an entry on, with what the options add to it, unless it has too few names.
    pub(super) fn put(&mut self, draft: Draft, report: &mut Report) -> io::Result<()> {
        let entry = draft.finish(self.options);
        let languages = Lang::ALL
            .iter()
            .filter(|&&lang| !entry.names(lang).is_empty())
            .count();
        if languages == 0 {
            report.lose(said!("lost-nameless"));
            return Ok(());
        }
        if languages < self.options.least_languages {
            report.lose(said!("lost-fewer", languages = self.options.least_languages));
            return Ok(());
        }
        report.entries += 1;
        report.names += Lang::ALL
            .iter()
            .map(|&lang| entry.names(lang).len())
            .sum::<usize>();
        (self.take)(entry)
    }
}

/// An entry in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) id: String,
    pub(super) kind: Option<Kind>,
    pub(super) names: Vec<(Lang, Name)>,
    /// Remarks on the entry as a whole.
    pub(super) notes: Vec<String>,
    /// Which of several things of one name is meant first; 0 if nothing is known.
    pub(super) weight: u32,
    /// The country that it lies in or belongs to.
    pub(super) country: Option<Country>,
}

impl Draft {
    /// Adds a name. One without a status is preferred if it is the first of its language, form and style, and else
    /// admitted; so is a second one that says that it is preferred, which is counted.
    pub(super) fn add(&mut self, tag: Tag, mut name: Name, status: Option<Status>, report: &mut Report) {
        name.text = tidy(&name.text);
        if name.text.is_empty() {
            return;
        }
        if name.system.is_empty() {
            name.system = tag.system.to_owned();
        }
        let has_preferred = self.names.iter().any(|(lang, other)| {
            *lang == tag.lang
                && other.status == Status::Preferred
                && (other.form, &other.style) == (name.form, &name.style)
                && other.text != name.text
        });
        name.status = match status {
            Some(Status::Preferred) if has_preferred => {
                if tag.system.is_empty() {
                    report.lose(said!("lost-preferred"));
                }
                Status::Admitted
            }
            Some(status) => status,
            None if has_preferred => Status::Admitted,
            None => Status::Preferred,
        };
        self.names.push((tag.lang, name));
    }

    /// Calls `see` with each name.
    pub(super) fn each(&self, mut see: impl FnMut(Lang, &Name)) {
        self.names.iter().for_each(|(lang, name)| see(*lang, name));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    fn finish(mut self, options: &Options) -> Entry {
        let mut entry = Entry::new(id(&self.id), self.kind.unwrap_or(options.kind));
        entry.weight = self.weight;
        entry.country = self.country;
        // Names that share their other columns make one row: a remark on one of them alone would part them.
        let first = self
            .names
            .first()
            .map(|(_, name)| (name.status, name.form, name.system.clone()));
        let alike = |name: &Name| {
            first
                .as_ref()
                .is_some_and(|first| *first == (name.status, name.form, name.system.clone()))
        };
        for (_, name) in self.names.iter_mut().filter(|(_, name)| alike(name)) {
            self.notes.iter().for_each(|note| append(&mut name.note, note));
        }
        for (lang, mut name) in self.names {
            if name.source.is_empty() {
                name.source.clone_from(&options.source);
            }
            entry.add(lang, name);
        }
        entry
    }
}

/// Adds a remark behind another.
pub(super) fn append(note: &mut String, more: &str) {
    let more = more.trim();
    if !more.is_empty() && !note.split("; ").any(|part| part == more) {
        if !note.is_empty() {
            note.push_str("; ");
        }
        note.push_str(more);
    }
}

/// A text in composed form, with single spaces for runs of white space and controls.
pub(super) fn tidy(text: &str) -> String {
    let is_tidy = text.is_ascii()
        && !text.contains("  ")
        && text.trim() == text
        && !text.bytes().any(|b| b.is_ascii_control());
    if is_tidy {
        return text.to_owned();
    }
    let words = text
        .split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").nfc().collect()
}

/// An id as glossary files write it: small Latin letters, digits, hyphens.
fn id(text: &str) -> String {
    let id: String = text
        .trim()
        .chars()
        .map(|c| match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') => c,
            _ => '-',
        })
        .collect();
    if id.bytes().any(|b| b.is_ascii_alphanumeric()) {
        id
    } else {
        String::new()
    }
}

/// Adds a word behind a space.
pub(super) fn append_word(text: &mut String, word: &str) {
    if !word.is_empty() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
}
