//! The text of an open document, and the editor's positions in it.

use std::sync::Arc;

use gen_lsp_types::{Position, Range};
use isonym::Span;

/// What the columns of positions count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16: what is meant if nothing is said.
    Utf16,
    /// Code points.
    Utf32,
}

impl Encoding {
    fn length(self, c: char) -> usize {
        match self {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
            Encoding::Utf32 => 1,
        }
    }
}

/// A text with its lines; `\n`, `\r\n` and `\r` end one.
#[derive(Clone, Debug)]
pub(super) struct Text {
    text: Arc<String>,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl Text {
    pub(super) fn new(text: String, encoding: Encoding) -> Text {
        Text {
            starts: std::iter::once(0).chain(starts(&text, 0, text.len())).collect(),
            text: Arc::new(text),
            encoding,
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The text as it is now, to be read elsewhere.
    pub(super) fn shared(&self) -> Arc<String> {
        self.text.clone()
    }

    /// The byte of a position: the nearest one before it where there is none, the end of a line or of the text beyond that.
    pub(super) fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(&start) = self.starts.get(line) else {
            return self.text.len();
        };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let line = self.text[start..end].trim_end_matches(['\n', '\r']);
        let wanted = position.character as usize;
        let mut column = 0;
        for (at, c) in line.char_indices() {
            column += self.encoding.length(c);
            if column > wanted {
                return start + at;
            }
        }
        start + line.len()
    }

    /// The bytes of a range; its ends may come in any order.
    pub(super) fn span(&self, range: Range) -> Span {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        Span {
            start: start.min(end),
            end: end.max(start),
        }
    }

    /// The line of a byte, from 0.
    pub(super) fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at) - 1
    }

    /// The bytes of some lines, from 0, with their ends.
    pub(super) fn lines(&self, first: usize, last: usize) -> Span {
        let start_of = |line: usize| self.starts.get(line).copied().unwrap_or(self.text.len());
        Span {
            start: start_of(first),
            end: start_of(last + 1),
        }
    }

    /// The ranges of spans, each found from the one before it where that is on the same line.
    pub(super) fn ranges(&self) -> Ranges<'_> {
        Ranges {
            text: self,
            line: 0,
            at: 0,
            column: 0,
        }
    }

    /// The range of a span.
    pub(super) fn range(&self, span: Span) -> Range {
        self.ranges().of(span)
    }

    /// Puts another text in the place of a part.
    pub(super) fn replace(&mut self, span: Span, new: &str) {
        // A line end before the part or behind it may become part of another one.
        let first = self.line_of(span.start).saturating_sub(1);
        let last = self.line_of(span.end) + 1;
        let until = self.lines(last, last).end + new.len() - (span.end - span.start);
        Arc::make_mut(&mut self.text).replace_range(span.start..span.end, new);
        let after = self.starts.split_off((last + 2).min(self.starts.len()));
        self.starts.truncate(first + 1);
        let from = self.starts[first];
        self.starts.extend(starts(&self.text, from, until));
        // The start of the line behind is found again if there is one.
        let moved = after
            .into_iter()
            .map(|start| start + new.len() - (span.end - span.start));
        self.starts.extend(moved);
    }
}

/// Where lines begin that end within a part of a text.
fn starts(text: &str, from: usize, until: usize) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    (from..until).filter_map(move |at| match bytes[at] {
        b'\n' => Some(at + 1),
        b'\r' if bytes.get(at + 1) != Some(&b'\n') => Some(at + 1),
        _ => None,
    })
}

/// Ranges found one after the other.
pub(super) struct Ranges<'a> {
    text: &'a Text,
    line: usize,
    at: usize,
    column: usize,
}

impl Ranges<'_> {
    pub(super) fn of(&mut self, span: Span) -> Range {
        Range {
            start: self.position(span.start),
            end: self.position(span.end),
        }
    }

    fn position(&mut self, at: usize) -> Position {
        let line = self.text.line_of(at);
        if line != self.line || at < self.at {
            (self.line, self.at, self.column) = (line, self.text.starts[line], 0);
        }
        let between = self.text.text[self.at..at].chars();
        self.column += between.map(|c| self.text.encoding.length(c)).sum::<usize>();
        self.at = at;
        Position {
            line: line as u32,
            character: self.column as u32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn position(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_count_what_was_agreed() {
        let text = "a\r\n👩黑河é\rend";
        for (encoding, column) in [(Encoding::Utf8, 7), (Encoding::Utf16, 3), (Encoding::Utf32, 2)] {
            let text = Text::new(text.to_owned(), encoding);
            let at = text.as_str().find('河').expect("it is there");
            let span = Span { start: at, end: at };
            assert_eq!(text.range(span).start, position(1, column), "{encoding:?}");
            assert_eq!(text.offset(position(1, column)), at, "{encoding:?}");
            assert_eq!(text.offset(position(2, 99)), text.as_str().len());
            assert_eq!(text.offset(position(0, 99)), 1);
            assert_eq!(text.offset(position(9, 0)), text.as_str().len());
        }
        let text = Text::new(text.to_owned(), Encoding::Utf16);
        // Within the two units of one character.
        assert_eq!(text.offset(position(1, 1)), 3);
    }

    proptest! {
        #[test]
        fn lines_stay_right_under_edits(
            text in "[ab\r\n黑👩]{0,40}",
            edits in prop::collection::vec((0usize..60, 0usize..60, "[x\r\n河]{0,6}"), 1..12),
        ) {
            let mut edited = Text::new(text, Encoding::Utf16);
            for (a, b, new) in edits {
                let nearest = |at: usize| {
                    let mut at = at.min(edited.as_str().len());
                    while !edited.as_str().is_char_boundary(at) {
                        at -= 1;
                    }
                    at
                };
                let (a, b) = (nearest(a), nearest(b));
                edited.replace(Span { start: a.min(b), end: a.max(b) }, &new);
                let whole = Text::new(edited.as_str().to_owned(), Encoding::Utf16);
                prop_assert_eq!(&edited.starts, &whole.starts);
            }
        }
    }
}
