//! Names that are written in one word here and in several there.

use std::collections::HashMap;

use crate::lint::Article;
use crate::text::Span;

/// A name whose parts are joined otherwise than elsewhere in the article.
pub(crate) struct Join {
    /// Where it stands.
    pub span: Span,
    /// The places where it is written the other way.
    pub models: Vec<Span>,
    /// How it is written there.
    pub suggestion: String,
}

/// The least number of letters of a joined name.
const SHORTEST: usize = 6;

/// Two or three capitalised words that stand as one word elsewhere: `Tian Jin` and `Tianjin`, `Jin-ping` and
/// `Jinping`. The rarer way is reported; of two equally rare ones, the one in several words.
pub(crate) fn joins(article: &Article<'_>) -> Vec<Join> {
    let words = &article.words;
    let mut whole: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, word) in words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.capital && !word.all_capitals)
    {
        whole.entry(&word.key).or_default().push(at);
    }
    let mut parted: HashMap<String, Vec<Span>> = HashMap::new();
    for first in 0..words.len() {
        let mut key = words[first].key.clone();
        for last in first + 1..(first + 3).min(words.len()) {
            let word = &words[last];
            if !words[first].capital || !word.follows || !(word.capital || word.joint == '-') {
                break;
            }
            key.push_str(&word.key);
            if key.chars().count() >= SHORTEST && whole.contains_key(key.as_str()) {
                let span = Span {
                    start: words[first].span.start,
                    end: word.span.end,
                };
                parted.entry(key.clone()).or_default().push(span);
            }
        }
    }
    let mut joins: Vec<Join> = parted
        .into_iter()
        .flat_map(|(key, parted)| {
            let whole: Vec<Span> = whole[key.as_str()].iter().map(|&at| words[at].span).collect();
            let (rare, often) = if parted.len() <= whole.len() {
                (parted, whole)
            } else {
                (whole, parted)
            };
            let suggestion = often[0].of(article.text).to_owned();
            rare.into_iter().map(move |span| Join {
                span,
                models: often.clone(),
                suggestion: suggestion.clone(),
            })
        })
        .collect();
    joins.sort_by_key(|join| join.span);
    joins
}
