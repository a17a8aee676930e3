//! What stands around a spelling, wherever it stands.

use xxhash_rust::xxh3::xxh3_64;

use crate::lint::{Article, Word};

/// A set of words, as their sorted hashes.
pub(super) type Set = Vec<u64>;

/// What stands around the places of one spelling.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    /// The telling words right before it, and right after.
    pub before: Set,
    pub after: Set,
    /// The capitalised words right before it, and right after.
    pub capital_before: Set,
    pub capital_after: Set,
    /// In how many places a capitalised word leads, which no sentence begins with.
    pub led: usize,
    /// Whether its first place is the first word in brackets.
    pub bracketed: bool,
    /// Where it stands: bytes of the text, in order.
    pub starts: Vec<usize>,
}

impl Context {
    /// Reads what stands around some words.
    pub(super) fn of(article: &Article<'_>, places: &[usize]) -> Context {
        let mut context = Context::default();
        for &place in places {
            if let Some(word) = beside(article, place, -1) {
                context.led += usize::from(word.capital && !word.opens);
                put(word, &mut context.before, &mut context.capital_before);
            }
            if let Some(word) = beside(article, place, 1) {
                put(word, &mut context.after, &mut context.capital_after);
            }
            context.starts.push(article.words[place].span.start);
        }
        let first = context.starts.first().copied().unwrap_or(0);
        context.bracketed = article.text[..first].ends_with(['(', '（', '[']);
        for set in context.sets() {
            in_order(set);
        }
        context
    }

    /// The sets of words.
    pub(super) fn sets(&mut self) -> [&mut Set; 4] {
        [
            &mut self.before,
            &mut self.after,
            &mut self.capital_before,
            &mut self.capital_after,
        ]
    }

    /// The least number of bytes between a place of the one and a place of the other.
    pub(super) fn nearest(&self, other: &Context) -> usize {
        let (few, many) = if self.starts.len() < other.starts.len() {
            (&self.starts, &other.starts)
        } else {
            (&other.starts, &self.starts)
        };
        let near = few.iter().flat_map(|&at| {
            let next = many.partition_point(|&m| m < at);
            let around = [next.checked_sub(1), Some(next)].into_iter().flatten();
            around
                .filter_map(move |n| many.get(n))
                .map(move |m| m.abs_diff(at))
        });
        near.min().unwrap_or(usize::MAX)
    }
}

/// What stands around a spelling in all its forms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Family {
    /// How many places they have together.
    pub count: usize,
    /// In how many of them a capitalised word leads.
    pub led: usize,
    pub before: Set,
    pub after: Set,
}

pub(super) fn in_order(set: &mut Set) {
    set.sort_unstable();
    set.dedup();
}

/// Whether two sets share a word.
pub(super) fn meet(a: &Set, b: &Set) -> bool {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter().any(|word| many.binary_search(word).is_ok())
}

fn put(word: &Word<'_>, all: &mut Set, capitals: &mut Set) {
    let hash = xxh3_64(word.key.as_bytes());
    if !is_function_word(&word.key) {
        all.push(hash);
    }
    if word.capital {
        capitals.push(hash);
    }
}

/// The word beside a place, if nothing but a space or hyphen lies between.
fn beside<'a>(article: &'a Article<'_>, place: usize, step: isize) -> Option<&'a Word<'a>> {
    let words = &article.words;
    if step < 0 {
        words[place].follows.then(|| &words[place - 1])
    } else {
        words.get(place + 1).filter(|next| next.follows)
    }
}

/// Words that stand before any name and tell nothing of whose it is.
fn is_function_word(word: &str) -> bool {
    word.chars().count() <= 3
        || matches!(
            word,
            "that"
                | "with"
                | "from"
                | "said"
                | "were"
                | "have"
                | "will"
                | "when"
                | "also"
                | "been"
                | "into"
                | "over"
        )
}
