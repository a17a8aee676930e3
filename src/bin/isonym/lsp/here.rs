//! The name at a place of a text.

use std::rc::Rc;

use isonym::index::{Reading, Relation};
use isonym::lint::{Article, Options};
use isonym::{Entry, Name, Span};

use super::open::Open;
use crate::lint::Setup;

/// So many bytes around a place are looked at: no name is longer.
const AROUND: usize = 600;

/// A name that stands somewhere.
pub(super) struct Here {
    /// Where: bytes of the source.
    pub(super) span: Span,
    pub(super) entry: Rc<Entry>,
    /// The name that it is a form of.
    pub(super) name: Name,
    pub(super) relation: Relation,
    /// What else it can be.
    pub(super) others: Vec<Entry>,
}

/// The name that the glossaries know at a byte of the source.
pub(super) fn known(open: &Open, setup: &Setup, at: usize) -> Option<Here> {
    let window = window(open.text.as_str(), at);
    let text = window.of(open.text.as_str());
    let options = Options::default();
    let article = Article::new(&setup.index, text, &options);
    let mention = article
        .mentions
        .iter()
        .find(|mention| mention.span.start + window.start <= at && at <= mention.span.end + window.start)?;
    let found = article.found().find(|found| found.mention == mention)?;
    let mut others: Vec<Entry> = Vec::new();
    let readings = mention.readings.iter();
    let likely = |reading: &&Reading| reading.relation <= Relation::Part;
    for reading in readings
        .filter(likely)
        .filter(|reading| reading.entry != found.reading.entry)
    {
        let other = setup.index.entry(reading.entry);
        if !others.iter().any(|known| known.id == other.id) {
            others.push(other);
        }
    }
    Some(Here {
        span: Span {
            start: mention.span.start + window.start,
            end: mention.span.end + window.start,
        },
        relation: found.reading.relation,
        entry: found.entry(),
        name: found.name(),
        others,
    })
}

/// The word at a byte: letters, with hyphens and apostrophes within.
pub(super) fn word(text: &str, at: usize) -> Option<Span> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '\u{301}' | '\u{308}');
    let before = text[..at]
        .char_indices()
        .rev()
        .take_while(|&(_, c)| inner(c))
        .last();
    let after = text[at..].char_indices().take_while(|&(_, c)| inner(c)).last();
    let start = before.map_or(at, |(start, _)| start);
    let end = after.map_or(at, |(last, c)| at + last + c.len_utf8());
    let word = text[start..end].trim_matches(|c: char| !c.is_alphanumeric());
    let start = start + text[start..end].find(word)?;
    (!word.is_empty()).then_some(Span {
        start,
        end: start + word.len(),
    })
}

/// What stands around a byte, from white space to white space where there is some.
fn window(text: &str, at: usize) -> Span {
    let mut start = at.saturating_sub(AROUND);
    let mut end = (at + AROUND).min(text.len());
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if start > 0 {
        start += text[start..at].find(char::is_whitespace).unwrap_or(0);
    }
    if end < text.len() {
        end = at + text[at..end].rfind(char::is_whitespace).unwrap_or(end - at);
    }
    Span { start, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_hyphens_within() {
        let text = "в «Комсомольске-на-Амуре», 黑河";
        let word_at =
            |part: &str| word(text, text.find(part).expect("it is there")).map(|span| span.of(text));
        assert_eq!(word_at("на-Амуре"), Some("Комсомольске-на-Амуре"));
        assert_eq!(word_at(", "), None);
        assert_eq!(word_at("黑"), Some("黑河"));
        assert_eq!(word("", 0), None);
    }

    #[test]
    fn windows_end_at_white_space() {
        let text = "黑河 ".repeat(400);
        let window = window(&text, 1400);
        assert!(window.of(&text).starts_with(' ') && window.of(&text).len() <= 2 * AROUND);
        assert_eq!(super::window("黑", 0), Span { start: 0, end: 3 });
    }
}
