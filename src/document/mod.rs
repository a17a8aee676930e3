//! The formats of articles: which parts of a file's text are no prose.
//!
//! A linter of names must not read code, addresses or markup. What is left is prose: names may go on over a line break
//! or into emphasis there.

mod markdown;
mod plain;

use crate::text::Span;

/// A format of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text without markup.
    Plain,
    /// CommonMark with tables, footnotes and front matter.
    Markdown,
}

impl Format {
    /// The format that the name of a file speaks for: Markdown for `.md` and `.markdown`, plain text for all others.
    pub fn of_name(name: &str) -> Format {
        let end = name.rsplit_once('.').map_or("", |(_, end)| end);
        let is_markdown = ["md", "markdown"]
            .iter()
            .any(|known| end.eq_ignore_ascii_case(known));
        if is_markdown {
            Format::Markdown
        } else {
            Format::Plain
        }
    }

    /// The parts of a text that are no prose, in order, none overlapping another.
    ///
    /// ```
    /// use isonym::document::Format;
    /// let text = "`Heihe` and [Heihe](https://heihe.example).";
    /// let parts = Format::Markdown.no_prose(text);
    /// let parts: Vec<&str> = parts.iter().map(|span| span.of(text)).collect();
    /// assert_eq!(parts, ["`Heihe`", "](https://heihe.example)"]);
    /// ```
    pub fn no_prose(self, text: &str) -> Vec<Span> {
        let parts = match self {
            Format::Plain => plain::no_prose(text),
            Format::Markdown => markdown::no_prose(text),
        };
        merged(parts)
    }
}

/// The same parts in order, those that touch made one.
fn merged(mut parts: Vec<Span>) -> Vec<Span> {
    parts.sort_unstable();
    let mut whole: Vec<Span> = Vec::with_capacity(parts.len());
    for part in parts.into_iter().filter(|part| part.start < part.end) {
        match whole.last_mut() {
            Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
            _ => whole.push(part),
        }
    }
    whole
}
