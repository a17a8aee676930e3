//! Where a text says itself that two names are one thing.

use crate::lang::Script;
use crate::text::Span;

/// How many bytes before a name are searched for words that declare an alias.
const REACH: usize = 48;

/// Words that declare another name, by language: what follows them, or stands in brackets, is no slip.
const DECLARING: &[&str] = &[
    "known as",
    "called",
    "formerly",
    "a.k.a",
    "aka ",
    "also ",
    "renamed",
    "or ",
    "i.e.",
    "spelled",
    "spelt",
    "named",
    "then ",
    "now ",
    "также",
    "известн",
    "ныне",
    "бывш",
    "ранее",
    "прежн",
    "или ",
    "называ",
    "именуем",
    "переименован",
    "т. е.",
    "то есть",
    "по-",
    "又称",
    "也称",
    "亦称",
    "又名",
    "也叫",
    "别称",
    "旧称",
    "原名",
    "古称",
    "简称",
    "即",
    "俗称",
    "改名",
    "更名",
    "或称",
    "称为",
    "前身",
];

/// Whether any of a name's places declares it as an alias: it stands in brackets, or after a word that says so.
pub(super) fn declared(text: &str, places: &[Span]) -> bool {
    places
        .iter()
        .any(|&place| bracketed(text, place) || announced(text, place))
}

fn bracketed(text: &str, place: Span) -> bool {
    let before = text[..place.start].trim_end_matches([' ', '"', '“', '«', '《']);
    before.ends_with(['(', '（', '[', '／', '/'])
}

fn announced(text: &str, place: Span) -> bool {
    let mut start = place.start.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let before = text[start..place.start].to_lowercase();
    let clause = before
        .rsplit(['.', '!', '?', ';', '。', '！', '？', '；', '\n'])
        .next()
        .unwrap_or(&before);
    DECLARING.iter().any(|word| has_word(clause, word))
}

/// Whether a clause has a word, or the beginning of one, where no word goes on: `or` does not stand in `for`.
fn has_word(clause: &str, word: &str) -> bool {
    let begins = |at: usize| {
        let before = clause[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphabetic() && Script::of(c) != Some(Script::Han))
    };
    clause.match_indices(word).any(|(at, _)| begins(at))
}

/// What may stand between two names of a list; punctuation is left out.
const JOINING: &[&str] = &[
    "", "and", "or", "и", "или", "либо", "和", "与", "及", "或", "跟", "同",
];

/// Whether two names ever stand side by side, with nothing but punctuation or one joining word between: a list, or a
/// remark on the two names. Both are in the order of the text.
pub(super) fn side_by_side(text: &str, a: &[Span], b: &[Span]) -> bool {
    a.iter().any(|x| {
        // A name between two others would stand between them.
        let next = b.partition_point(|y| y.start < x.start);
        b[next.saturating_sub(1)..].iter().take(2).any(|y| {
            let (first, second) = if x.start < y.start { (x, y) } else { (y, x) };
            first.end <= second.start && {
                let between = &text[first.end..second.start];
                JOINING.contains(&between.trim_matches(|c: char| !c.is_alphanumeric()))
            }
        })
    })
}
