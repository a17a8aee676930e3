//! Names in a text as they are come by, one after the other.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::chance::is_chance;
use super::mentions::{ends_here, has_full_stop, longest_first};
use super::needs::Needs;
use super::scan::{Ending, Local, Place, Places, Start, Starts, Tables};
use super::{Index, Readings};
use crate::text::Span;

/// The tables of a layer are made once as many bytes have been scanned as this for each of its spellings: that takes as long as
/// making them.
const WORTH_IT: usize = 8;

/// How much an index has scanned without tables.
#[derive(Default)]
pub(super) struct Scanned(AtomicUsize);

impl Clone for Scanned {
    fn clone(&self) -> Scanned {
        Scanned(self.0.load(Ordering::Relaxed).into())
    }
}

/// A place in a text where a name stands, whose meaning is looked up only when it is asked.
pub struct Sighting<'i> {
    /// Where: bytes of the text.
    pub span: Span,
    index: &'i Index,
    meaning: Meaning,
}

enum Meaning {
    /// All readings of a value of a layer but those of names that only answer questions.
    Value(usize, u64),
    Known(Readings),
}

impl Sighting<'_> {
    /// What can be meant, likelier relations first; never empty.
    pub fn readings(self) -> Readings {
        let (layer, value) = match self.meaning {
            Meaning::Known(readings) => return readings,
            Meaning::Value(layer, value) => (layer, value),
        };
        let mut readings = self.index.layers[layer].readings(value);
        if let (Some(one), 1) = (readings.next(), readings.len() + 1) {
            return one.into();
        }
        let all = self.index.layers[layer].readings(value);
        let mut readings: Vec<_> = all.filter(|&reading| !self.index.only_asked(reading)).collect();
        readings.sort_by_key(|reading| reading.relation);
        readings.into()
    }
}

impl Index {
    /// Calls `each` with the names in a text in order, as [`Index::mentions`] has them.
    ///
    /// ```
    /// let (index, text) = (isonym::shipped(), "Trucks leave Heihe for Blagoveshchensk.");
    /// let mut names = Vec::new();
    /// index.scan(text, |sighting| names.push(sighting.span.of(text)));
    /// assert_eq!(names, ["Heihe", "Blagoveshchensk"]);
    /// ```
    pub fn scan<'i>(&'i self, text: &str, each: impl FnMut(Sighting<'i>)) {
        let mut scan = Scan {
            index: self,
            text,
            local: Local::default(),
            ends: Vec::new(),
            each,
        };
        match self.tables(text.len()) {
            Some(tables) => scan.with_tables(&tables),
            None => scan.along_the_maps(),
        }
    }

    /// Makes the tables that names are found by in large texts, which [`Index::scan`] makes when they are worth it: for a program
    /// whose user waits for every answer, and not for its start.
    pub fn prepare(&self) {
        for layer in &self.layers {
            layer.made_table();
        }
    }

    /// Makes these tables if so many bytes of text that are still to come make them worth it.
    pub fn prepare_for(&self, bytes: usize) {
        if bytes / WORTH_IT >= self.spellings() {
            self.prepare();
        }
    }

    /// The tables of all layers, if so many bytes more make them worth having.
    fn tables(&self, bytes: usize) -> Option<Tables<'_>> {
        let tables = Tables::new(self.layers.iter().map(|layer| layer.table()));
        if tables.is_some() {
            return tables;
        }
        let before = self.scanned.0.fetch_add(bytes, Ordering::Relaxed);
        let missing = self.layers.iter().filter(|layer| layer.table().is_none());
        let spellings: usize = missing.map(|layer| layer.fst().len()).sum();
        if before.saturating_add(bytes) / WORTH_IT < spellings {
            return None;
        }
        Tables::new(self.layers.iter().map(|layer| layer.made_table()))
    }
}

struct Scan<'i, 't, F> {
    index: &'i Index,
    text: &'t str,
    local: Local,
    ends: Vec<(usize, usize, u64)>,
    each: F,
}

impl<'i, F: FnMut(Sighting<'i>)> Scan<'i, '_, F> {
    fn along_the_maps(&mut self) {
        let mut starts = Starts::new(self.text);
        while let Some(start) = starts.next() {
            if let Some((next, skip, last)) = self.folded(start) {
                starts.go_on(next, skip, last);
            }
        }
    }

    fn with_tables(&mut self, tables: &Tables<'_>) {
        Places::new(self.text, tables).each(|place| match place {
            Place::Known(at, ends) => (self.known(at, ends), 0),
            Place::Odd(start) => self.folded(start).map_or((0, 0), |(next, skip, _)| (next, skip)),
        });
    }

    /// The longest of the names that begin at a byte: its end, or 0.
    fn known(&mut self, at: usize, ends: &mut [Ending]) -> usize {
        if ends.len() > 1 {
            ends.sort_by_key(|ending| std::cmp::Reverse((ending.end, ending.layer)));
        }
        for same in ends.chunk_by(|a, b| a.end == b.end) {
            let span = Span {
                start: at,
                end: same[0].end,
            };
            if let Some(meaning) = self.meaning(span, same).filter(|_| !is_chance(self.text, span)) {
                (self.each)(Sighting {
                    span,
                    index: self.index,
                    meaning,
                });
                return span.end;
            }
        }
        0
    }

    fn meaning(&self, span: Span, same: &[Ending]) -> Option<Meaning> {
        let written = span.of(self.text);
        if has_full_stop(written) {
            return None;
        }
        if let [one] = same {
            let needs = Needs::ALL[usize::from(one.needs & 3)];
            if needs != Needs::Mixed && one.layer + 1 == self.index.layers.len() {
                return needs
                    .agrees(written)
                    .then_some(Meaning::Value(one.layer, one.value));
            }
        }
        let values = same.iter().map(|ending| (ending.layer, ending.value));
        let readings = self.index.readings_in(values, written);
        (!readings.is_empty()).then(|| Meaning::Known(readings.into()))
    }

    /// Folds the text from a place on and looks for the longest name that begins there: gives the byte behind it, how much of what
    /// the character there is folded to belongs to it, and its last character.
    fn folded(&mut self, start: Start) -> Option<(usize, usize, char)> {
        let (text, index) = (self.text, self.index);
        self.local.restart(start.at);
        self.ends.clear();
        for (at, layer) in index.layers.iter().enumerate() {
            self.local.walk(text, start.skip, layer, at, &mut self.ends);
        }
        if self.ends.is_empty() {
            return None;
        }
        let folded = self.local.folded();
        self.ends.retain(|&(end, ..)| ends_here(text, folded, end));
        longest_first(&mut self.ends);
        let (end, mention) = index.longest(text, folded, start.skip, &self.ends)?;
        (self.each)(Sighting {
            span: mention.span,
            index,
            meaning: Meaning::Known(mention.readings),
        });
        let next = folded.starts[end];
        let skip = end - folded.starts[..end].partition_point(|&at| at < next);
        let last = folded.key[..end].chars().next_back();
        Some((next as usize, skip, last.unwrap_or(' ')))
    }
}
