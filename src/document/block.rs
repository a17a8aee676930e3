//! Blocks of text, as the readers make them: paragraphs, cells, units.

use super::Place;
use crate::text::Span;

/// How text is written where a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// As it is.
    Plain,
    /// Text of XML and HTML: `&lt;` for `<`.
    Markup,
    /// The value of an attribute between such quotation marks, or between none.
    Attribute(Option<char>),
    /// Between quotation marks with backslashes.
    Backslash,
    /// A field of a table; `true` between quotation marks, which are doubled within it.
    Field(bool),
    /// Text of LaTeX.
    Latex,
}

impl Coding {
    /// A text as it is written; none if it cannot be written here.
    pub(super) fn encode(self, text: &str) -> Option<String> {
        match self {
            Coding::Plain => Some(text.to_owned()),
            Coding::Markup => Some(escaped(text, |c| match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => "",
            })),
            Coding::Attribute(quote) => attribute(text, quote),
            Coding::Backslash => Some(escaped(text, |c| match c {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ => "",
            })),
            Coding::Field(true) => Some(text.replace('"', "\"\"")),
            Coding::Field(false) => {
                let parts = |c| matches!(c, '"' | ',' | ';' | '\t' | '\n' | '\r' | '|');
                (!text.contains(parts)).then(|| text.to_owned())
            }
            Coding::Latex => {
                let commands = |c| matches!(c, '\\' | '{' | '}' | '$' | '%' | '&' | '#' | '_' | '^' | '~');
                (!text.contains(commands)).then(|| text.to_owned())
            }
        }
    }
}

fn attribute(text: &str, quote: Option<char>) -> Option<String> {
    if quote.is_none() && text.contains(|c: char| c.is_whitespace() || "\"'=`<>".contains(c)) {
        return None;
    }
    Some(escaped(text, |c| match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '"' if quote == Some('"') => "&quot;",
        '\'' if quote == Some('\'') => "&#39;",
        _ => "",
    }))
}

/// A text with some characters written otherwise; those for which there is nothing stay.
fn escaped(text: &str, escape: impl Fn(char) -> &'static str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match escape(c) {
            "" => out.push(c),
            other => out.push_str(other),
        }
    }
    out
}

/// A piece of a block's text with its place in the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Bytes of the text.
    pub(super) text: Span,
    /// Which part of the source.
    pub(super) part: usize,
    /// Bytes of that part.
    pub(super) source: Span,
    pub(super) coding: Coding,
    /// Whether text and source are the same, byte for byte; if not, the piece is one thing, an entity for example.
    pub(super) is_verbatim: bool,
    /// The run of a word processor that it stands in, from the reader's list.
    pub(super) run: Option<usize>,
}

/// A paragraph, cell or unit: text that no name goes on beyond.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) excluded: Vec<Span>,
    pub(super) place: Option<Place>,
    /// Which part of the source it is from.
    pub(super) part: usize,
    /// The run that what comes next stands in.
    pub(super) run: Option<usize>,
}

// Without the feature only readers of plain formats are left, which need less.
#[cfg_attr(not(feature = "documents"), allow(dead_code))]
impl Block {
    pub(super) fn of_part(part: usize) -> Block {
        Block {
            part,
            ..Block::default()
        }
    }

    /// Adds what stands in the source as it is.
    pub(super) fn verbatim(&mut self, source: &str, span: Span, coding: Coding) {
        self.add(span.of(source), span, coding, true);
    }

    /// Adds what the source writes otherwise, as an entity for example.
    pub(super) fn written(&mut self, text: &str, span: Span, coding: Coding) {
        self.add(text, span, coding, false);
    }

    fn add(&mut self, text: &str, source: Span, coding: Coding, is_verbatim: bool) {
        let start = self.text.len();
        self.text.push_str(text);
        if text.is_empty() {
            return;
        }
        let text = Span {
            start,
            end: self.text.len(),
        };
        let (part, run) = (self.part, self.run);
        self.pieces.push(Piece {
            text,
            part,
            source,
            coding,
            is_verbatim,
            run,
        });
    }

    /// Adds text that the source does not have: what a line break or a tabulator stands for.
    pub(super) fn gap(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The block with text in front that the source does not have there, and that is no prose.
    pub(super) fn behind(mut self, text: &str) -> Block {
        let moved = |span: Span| Span {
            start: span.start + text.len(),
            end: span.end + text.len(),
        };
        for piece in &mut self.pieces {
            piece.text = moved(piece.text);
        }
        let own = Span {
            start: 0,
            end: text.len(),
        };
        let excluded = self.excluded.into_iter().map(moved);
        self.excluded = std::iter::once(own).chain(excluded).collect();
        self.text.insert_str(0, text);
        self
    }

    /// Excludes what was added since the text had such a length.
    pub(super) fn exclude_from(&mut self, start: usize) {
        let end = self.text.len();
        if start < end {
            self.excluded.push(Span { start, end });
        }
    }
}
