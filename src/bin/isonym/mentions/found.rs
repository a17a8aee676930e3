//! What is found in a text.

use std::cmp::Reverse;

use isonym::index::{EntryId, Reading, Sighting};
use isonym::{Index, Lang, Span};

/// What names are looked for in.
pub(super) struct Finder<'i> {
    pub(super) index: &'i Index,
    /// Only names in this language.
    pub(super) lang: Option<Lang>,
}

/// A name in a text.
pub(super) struct Found {
    pub(super) span: Span,
    /// What can be meant, the likeliest first, each entry once; never empty.
    pub(super) readings: Vec<Reading>,
}

impl Finder<'_> {
    /// Calls `each` with the names that begin before a byte of a text.
    pub(super) fn find(&self, text: &str, end: usize, mut each: impl FnMut(Found)) {
        self.index.scan(text, |sighting| {
            if sighting.span.start < end
                && let Some(found) = self.found(sighting)
            {
                each(found);
            }
        });
    }

    fn found(&self, sighting: Sighting<'_>) -> Option<Found> {
        let span = sighting.span;
        let mut readings = sighting.readings().to_vec();
        readings.retain(|reading| self.lang.is_none_or(|lang| reading.lang == lang));
        if readings.len() > 1 {
            readings.sort_by_key(|reading| (reading.relation, Reverse(self.index.weight(reading.entry))));
            let mut seen: Vec<EntryId> = Vec::new();
            readings.retain(|reading| {
                let is_new = !seen.contains(&reading.entry);
                seen.push(reading.entry);
                is_new
            });
        }
        (!readings.is_empty()).then_some(Found { span, readings })
    }
}
