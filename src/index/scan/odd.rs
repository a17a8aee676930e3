//! Words that have to be folded to be known.

use super::hash::of_first_run;
use super::starts::Class;
use super::table::View;
use crate::text::Folded;

/// So many bytes of a word decide, and some more.
const ENOUGH: usize = 24;

/// Asks about words. Its room is used again.
#[derive(Default)]
pub(super) struct Odd {
    folded: Folded,
}

impl Odd {
    /// Whether the word at a byte of a text may begin a name of some tables.
    pub(super) fn may_begin(&mut self, text: &str, at: usize, views: &[View<'_>]) -> bool {
        self.folded.key.clear();
        self.folded.starts.clear();
        for (offset, c) in text[at..].char_indices() {
            if matches!(Class::of(c), Class::Other | Class::Han) || self.folded.key.len() > ENOUGH {
                break;
            }
            self.folded.push(c, (at + offset) as u32);
        }
        let word = self.folded.key.as_str();
        if !word
            .chars()
            .all(|c| matches!(c, 'a'..='z' | '0'..='9' | 'а'..='я'))
        {
            return true;
        }
        let is_small = text[at..].starts_with(|c| matches!(c, 'a'..='z' | 'а'..='я' | 'ё'));
        let is_in = |word: &str| {
            let hash = of_first_run(word.as_bytes());
            views.iter().any(|view| match is_small {
                true => view.small.has(hash),
                false => view.any.has(hash),
            })
        };
        // The name may end before an apostrophe and `s`.
        is_in(word) || word.strip_suffix('s').is_some_and(is_in)
    }
}
