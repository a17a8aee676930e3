//! Names that are written in one word here and in several there.

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::known::is_word;
use crate::lint::{Article, Word};
use crate::text::{Span, fold};
use crate::translit::{Ask, system};

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
    let name = |word: &Word<'_>| word.capital && !word.all_capitals;
    let whole: HashSet<&str> = words
        .iter()
        .filter(|word| name(word))
        .map(|word| &*word.key)
        .collect();
    let is_whole = |key: &str| whole.contains(key) && !is_word(key, article.lang);
    let places = |key: &str| -> Vec<Span> {
        let same = words.iter().filter(|word| name(word) && word.key == key);
        same.map(|word| word.span).collect()
    };
    let mut parted: HashMap<String, Vec<Span>> = HashMap::new();
    let mut key = String::new();
    for first in (0..words.len()).filter(|&first| words[first].capital) {
        key.clear();
        key.push_str(&words[first].key);
        for last in first + 1..(first + 3).min(words.len()) {
            let word = &words[last];
            if !word.follows || word.joint == '\n' || !(word.capital || word.joint == '-') {
                break;
            }
            key.push_str(&word.key);
            if key.len() >= SHORTEST && key.chars().count() >= SHORTEST && is_whole(&key) {
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
            let whole = places(&key);
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
    joins.extend(wade_giles(article, is_whole, places));
    joins.sort_by_key(|join| join.span);
    joins
}

/// Names in Wade–Giles spelling whose Pinyin stands elsewhere in the article: `Nan-ching` and `Nanjing`.
fn wade_giles(
    article: &Article<'_>,
    is_whole: impl Fn(&str) -> bool,
    places: impl Fn(&str) -> Vec<Span>,
) -> Vec<Join> {
    let (Some(pinyin), written_by) = (system("pinyin"), system("wade-giles")) else {
        return Vec::new();
    };
    let mut joins = Vec::new();
    for span in wade_giles_spans(article) {
        let ask = Ask {
            written_by,
            limit: 8,
            lexicon: false,
            ..Ask::default()
        };
        let own = fold(span.of(article.text)).replace(' ', "");
        let readings = pinyin.candidates(span.of(article.text), &ask).into_iter();
        let mut keys = readings.map(|candidate| fold(&candidate.text).replace(' ', ""));
        if let Some(key) = keys.find(|key| *key != own && is_whole(key)) {
            let models = places(&key);
            let suggestion = models[0].of(article.text).to_owned();
            joins.push(Join {
                span,
                models,
                suggestion,
            });
        }
    }
    joins
}

/// Names that only Wade–Giles spells so: with hyphens between syllables, or with `hs`, `tz` or `ss` before a vowel.
fn wade_giles_spans(article: &Article<'_>) -> Vec<Span> {
    let words = &article.words;
    let joined = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.follows && word.joint == '-')
    };
    let mut spans = Vec::new();
    for (at, word) in words
        .iter()
        .enumerate()
        .filter(|(at, word)| word.capital && !joined(*at))
    {
        let last = (at + 1..words.len())
            .take_while(|&next| joined(next))
            .last()
            .unwrap_or(at);
        let typical = ["hs", "tz", "ssu"]
            .iter()
            .any(|start| word.key.starts_with(start));
        if last > at || typical {
            spans.push(Span {
                start: word.span.start,
                end: words[last].span.end,
            });
        }
    }
    spans
}
