//! A document: its text, and the way back from it to the source.

use super::block::{Block, Piece};
use super::{Format, Place};
use crate::lang::Lang;
use crate::text::Span;

/// What stands between two blocks: no name goes on over it.
const BETWEEN: &str = "\n\n";

/// A document as the linter reads it: text, and for each byte of it where it stands in the source.
///
/// ```
/// use isonym::document::{Document, Format};
/// let source = "<p>We saw <b>Blago</b>veschchensk &amp; Heihe.</p>";
/// let document = Document::read(Format::Html, source, &Default::default()).unwrap();
/// assert_eq!(document.text(), "We saw Blagoveschchensk & Heihe.");
/// let start = document.text().find("Blago").unwrap();
/// let name = isonym::Span { start, end: start + "Blagoveschchensk".len() };
/// let (mended, done) = document.edited(&[(name, "Blagoveshchensk".to_owned())], None);
/// assert_eq!(mended.source(), "<p>We saw <b>Blago</b>veshchensk &amp; Heihe.</p>");
/// assert_eq!(done, 1);
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) format: Format,
    pub(super) options: super::Options,
    pub(super) parts: Vec<super::Source>,
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) excluded: Vec<Span>,
    /// Where in the text blocks with a place begin.
    pub(super) places: Vec<(usize, Option<Place>)>,
    pub(super) lang: Option<Lang>,
    pub(super) runs: Vec<super::Run>,
}

impl Document {
    /// Joins the blocks of a source.
    pub(super) fn of(
        format: Format,
        options: super::Options,
        parts: Vec<super::Source>,
        blocks: Vec<Block>,
    ) -> Document {
        let mut document = Document {
            format,
            options,
            parts,
            text: String::new(),
            pieces: Vec::new(),
            excluded: Vec::new(),
            places: Vec::new(),
            lang: None,
            runs: Vec::new(),
        };
        for block in blocks
            .into_iter()
            .filter(|block| block.text.contains(|c: char| !c.is_whitespace()))
        {
            document.append(block);
        }
        document.excluded = super::merged(std::mem::take(&mut document.excluded));
        document
    }

    fn append(&mut self, block: Block) {
        if !self.text.is_empty() {
            self.text.push_str(BETWEEN);
        }
        let by = self.text.len();
        let moved = |span: Span| Span {
            start: span.start + by,
            end: span.end + by,
        };
        self.text.push_str(&block.text);
        self.pieces.extend(block.pieces.into_iter().map(|piece| Piece {
            text: moved(piece.text),
            ..piece
        }));
        self.excluded.extend(block.excluded.into_iter().map(moved));
        self.places.push((by, block.place));
    }

    /// The format.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The text: blocks parted by an empty line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parts of the text that are no prose, in order.
    pub fn excluded(&self) -> &[Span] {
        &self.excluded
    }

    /// The language that the document itself names for its text.
    pub fn lang(&self) -> Option<Lang> {
        self.lang
    }

    /// The source; of an archive, that of its first part.
    pub fn source(&self) -> &str {
        self.parts.first().map_or("", |part| &part.text)
    }

    /// The parts of an archive that hold text, by name.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parts
            .iter()
            .filter(|part| !part.is_aside)
            .map(|part| (part.name.as_str(), part.text.as_str()))
    }

    /// Where a byte of the text stands, for people; none where line and column say it all.
    pub fn place(&self, at: usize) -> Option<&Place> {
        let next = self.places.partition_point(|&(start, _)| start <= at);
        self.places[..next].last().and_then(|(_, place)| place.as_ref())
    }

    /// Where in the source a part of the text stands: from its first piece to its last one.
    pub fn source_span(&self, span: Span) -> Option<Span> {
        let first = self.piece_at(span.start)?;
        let last = self.piece_at(span.end.saturating_sub(1).max(span.start))?;
        let start = if first.is_verbatim {
            first.source.start + span.start.saturating_sub(first.text.start)
        } else {
            first.source.start
        };
        let end = if last.is_verbatim && span.end > last.text.start {
            last.source.start + (span.end - last.text.start).min(last.text.end - last.text.start)
        } else {
            last.source.end
        };
        (first.part == last.part && start <= end).then_some(Span { start, end })
    }

    /// Where in the text a place of the source stands, if it is part of it.
    pub(super) fn piece_at(&self, at: usize) -> Option<&Piece> {
        let from = self.pieces.partition_point(|piece| piece.text.end <= at);
        self.pieces.get(from).or(self.pieces.last())
    }
}
