//! Names of two words, as people are named in full.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::known::name_rank;
use crate::lang::Script;
use crate::lint::Word;
use crate::lint::variants::dictionary_forms;
use crate::text::{Span, fold};
use crate::translit::lexicon;

/// Two words with capitals side by side, no others with them.
#[derive(Clone, Copy)]
pub(super) struct FullName {
    /// The number of the first word in the article.
    pub first: usize,
}

impl FullName {
    pub(super) fn words<'a>(self, words: &'a [Word<'a>]) -> [&'a Word<'a>; 2] {
        [&words[self.first], &words[self.first + 1]]
    }

    /// Both words, folded.
    pub(super) fn keys<'a>(self, words: &'a [Word<'a>]) -> [&'a str; 2] {
        self.words(words).map(|word| &*word.key)
    }

    /// The first letters of both words, by which pairs are found.
    pub(super) fn letters(self, words: &[Word<'_>]) -> [Option<char>; 2] {
        self.words(words).map(|word| word.key.chars().next())
    }

    pub(super) fn span(self, words: &[Word<'_>]) -> Span {
        let [first, last] = self.words(words);
        Span {
            start: first.span.start,
            end: last.span.end,
        }
    }
}

/// The pairs of words with capitals that are joined by a space and belong to no longer row of such words.
pub(super) fn full_names(words: &[Word<'_>]) -> Vec<FullName> {
    let joined = |at: usize| {
        let follows = words
            .get(at)
            .is_some_and(|w| w.follows && w.joint == ' ' && w.capital);
        follows && words[at - 1].capital
    };
    let alone = |at: usize| joined(at) && !(at > 1 && joined(at - 1)) && !joined(at + 1);
    (1..words.len())
        .filter(|&at| alone(at) && words[at].script == words[at - 1].script)
        .map(|at| FullName { first: at - 1 })
        .collect()
}

/// Whether a word is a given name of the name lexicon, in Russian or as English news write it.
pub(super) fn is_given(word: &Word<'_>) -> bool {
    if word.script == Some(Script::Latin) {
        return ENGLISH.contains(&*word.key);
    }
    // What is a name by itself, as Иванов is, is no case form of another.
    let known = name_rank(&word.key) > 0;
    lexicon::given(&word.key).is_some()
        || !known
            && dictionary_forms(&word.key)
                .iter()
                .any(|form| lexicon::given(form).is_some())
}

/// The given names of the lexicon as English news write them, folded.
static ENGLISH: LazyLock<HashSet<String>> =
    LazyLock::new(|| lexicon::all_given().map(|given| fold(given.en)).collect());

/// Whether a word ends as Russian and Ukrainian surnames do.
pub(super) fn has_surname_ending(word: &Word<'_>) -> bool {
    let ends = |key: &str| SURNAME_ENDINGS.iter().any(|end| key.ends_with(end));
    ends(&word.key)
        || word.script == Some(Script::Cyrillic) && dictionary_forms(&word.key).iter().any(|form| ends(form))
}

static SURNAME_ENDINGS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| column(include_str!("surname-endings.csv"), "ending"));

/// The cells of a table of one column.
pub(super) fn column(csv: &'static str, head: &str) -> Vec<&'static str> {
    csv.lines().skip_while(|line| *line != head).skip(1).collect()
}
