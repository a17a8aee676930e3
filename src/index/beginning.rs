//! Names by their beginnings, as somebody types them.

use std::cmp::Reverse;
use std::collections::HashSet;

use fst::{IntoStreamer, Streamer};

use super::{Index, Reading, Relation};
use crate::text::fold;

/// So many spellings of a layer are looked at: what is typed next makes them fewer.
const MOST_SPELLINGS: usize = 20_000;

impl Index {
    /// The names that begin like this, but for what [`fold`] ignores: a name that is this itself first, then heavier
    /// entries first, and their preferred names before others.
    ///
    /// ```
    /// let index = isonym::shipped();
    /// let names = index.beginning("Благовещ", 3);
    /// assert_eq!(index.name(names[0]).text, "Благовещенск");
    /// ```
    pub fn beginning(&self, typed: &str, most: usize) -> Vec<Reading> {
        let key = fold(typed);
        if key.is_empty() {
            return Vec::new();
        }
        let mut seen = HashSet::new();
        let mut found: Vec<(bool, Reading)> = Vec::new();
        for layer in self.layers.iter().rev() {
            let mut keys = layer.fst().range().ge(&key).into_stream();
            let mut left = MOST_SPELLINGS;
            while let Some((spelling, value)) = keys.next() {
                if left == 0 || !spelling.starts_with(key.as_bytes()) {
                    break;
                }
                left -= 1;
                let readings = layer.readings(value.value());
                let readings = readings.filter(|&reading| self.is_offered(reading));
                let is_whole = spelling.len() == key.len();
                found.extend(
                    readings
                        .filter(|reading| seen.insert((reading.entry, reading.lang, reading.name)))
                        .map(|reading| (is_whole, reading)),
                );
            }
        }
        found.sort_by_cached_key(|&(is_whole, reading)| {
            let weight = self.weight(reading.entry);
            (
                !is_whole,
                Reverse(weight),
                self.name(reading).status,
                reading.entry,
            )
        });
        let found = found.into_iter().map(|(_, reading)| reading);
        found.take(most).collect()
    }

    /// The same with one name of each entry.
    ///
    /// ```
    /// let index = isonym::shipped();
    /// let found = index.entries_beginning("благовещ", 3);
    /// assert_eq!(index.entry(found[0].entry).id, "blagoveshchensk");
    /// assert!(index.entries_beginning("", 3).is_empty());
    /// ```
    pub fn entries_beginning(&self, typed: &str, most: usize) -> Vec<Reading> {
        let mut found = self.beginning(typed, usize::MAX);
        let mut seen = HashSet::new();
        found.retain(|reading| seen.insert(reading.entry));
        found.truncate(most);
        found
    }

    fn is_offered(&self, reading: Reading) -> bool {
        reading.relation == Relation::Itself && !self.hidden(reading.entry) && !self.only_asked(reading)
    }
}
