//! Names by their first letters, for those who are still typing.

use std::cmp::Reverse;
use std::collections::HashMap;

use fst::{IntoStreamer, Streamer};

use super::{EntryId, Index, Reading, Relation};
use crate::text::fold;

/// So many spellings are looked at; more begin alike only where next to nothing has been typed.
const MOST_KEYS: usize = 20_000;

impl Index {
    /// One name of each entry that has a name with such a beginning: whole names first, then those of the heavier things.
    ///
    /// ```
    /// let index = isonym::shipped();
    /// let found = index.beginning("благовещ", 3);
    /// assert_eq!(index.entry(found[0].entry).id, "blagoveshchensk");
    /// assert!(index.beginning("", 3).is_empty());
    /// ```
    pub fn beginning(&self, letters: &str, limit: usize) -> Vec<Reading> {
        let key = fold(letters);
        if key.is_empty() {
            return Vec::new();
        }
        let mut found: HashMap<EntryId, (bool, usize, Reading)> = HashMap::new();
        for layer in self.layers.iter().rev() {
            let mut spellings = layer.fst().range().ge(&key).into_stream();
            let mut left = MOST_KEYS;
            while let Some((spelling, value)) = spellings.next() {
                if !spelling.starts_with(key.as_bytes()) || left == 0 {
                    break;
                }
                left -= 1;
                for reading in layer.readings(value.value()) {
                    if reading.relation == Relation::Itself && !self.hidden(reading.entry) {
                        let rank = (spelling.len() > key.len(), spelling.len(), reading);
                        let best = found.entry(reading.entry).or_insert(rank);
                        *best = rank.min(*best);
                    }
                }
            }
        }
        let mut found: Vec<_> = found.into_values().collect();
        found.sort_by_key(|&(is_longer, length, reading)| {
            (is_longer, Reverse(self.weight(reading.entry)), length, reading)
        });
        found.truncate(limit);
        found.into_iter().map(|(.., reading)| reading).collect()
    }
}
