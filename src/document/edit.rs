//! Changes to a document's text, made in its source.

use std::collections::HashSet;

use super::Document;
use super::block::Piece;
use super::comments;
use super::track::Tracking;
use crate::text::Span;

/// So many changes back another one may touch the same entity.
const NEAR: usize = 16;

/// What takes the place of some bytes of a part of the source.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) part: usize,
    pub(super) span: Span,
    pub(super) text: String,
}

impl Document {
    /// The document with some parts of its text replaced, in its source, and how many could be. Nothing else of the source
    /// changes, and of a part that is replaced only what differs.
    ///
    /// The edits stand in order, none overlapping another. One that would touch what is no text of the source (a line break
    /// that is an element, the end of a paragraph), or that cannot be written where it stands, is left out. With `track`,
    /// Word documents get tracked changes, and comments that say why.
    pub fn edited(&self, edits: &[(Span, String)], track: Option<&Tracking<'_>>) -> (Document, usize) {
        let mut changes: Vec<Change> = Vec::new();
        // The tag of a run that is changed in several places is changed once.
        let mut places: HashSet<(usize, Span)> = HashSet::new();
        let mut tracker = track
            .filter(|_| !self.runs.is_empty())
            .map(|track| self.tracker(track));
        let mut done = 0;
        for (number, (span, text)) in edits.iter().enumerate() {
            let made = match &mut tracker {
                Some(tracker) => tracker.changes(*span, text, number),
                None => self.changes(*span, text).map(|changes| (changes, None)),
            };
            if let Some((mut made, comment)) = made.filter(|(made, _)| !overlap(&changes, made)) {
                if let Some(tracker) = &mut tracker {
                    tracker.comments.extend(comment);
                }
                made.retain(|change| places.insert((change.part, change.span)));
                changes.append(&mut made);
                done += 1;
            }
        }
        if done == 0 {
            return (self.clone(), 0);
        }
        let mut parts = self.parts.clone();
        changes.sort_by_key(|change| (change.part, change.span));
        for own in changes.chunk_by(|a, b| a.part == b.part) {
            let source = &mut parts[own[0].part].text;
            *source = changed(source, own);
        }
        if let Some(tracker) = tracker {
            comments::add(&mut parts, &tracker.comments);
        }
        // A source that its own reader refuses after a change is a mistake that must not reach the file.
        match Document::of_parts(self.format, parts, &self.options) {
            Ok(document) => (document, done),
            Err(_) => (self.clone(), 0),
        }
    }

    /// What takes the place of some bytes of the source where a part of the text is replaced; of a file that is no archive.
    /// None if it cannot be written there.
    ///
    /// ```
    /// use isonym::document::{Document, Format};
    /// let source = "<p>Smith &amp; <b>Jones</b></p>";
    /// let document = Document::read(Format::Html, source, &Default::default()).unwrap();
    /// let edits = document.source_edits(isonym::Span { start: 6, end: 13 }, "& Johns").unwrap();
    /// assert_eq!(edits, [(isonym::Span { start: 20, end: 22 }, "hn".to_owned())]);
    /// ```
    pub fn source_edits(&self, span: Span, new: &str) -> Option<Vec<(Span, String)>> {
        if self.format.is_archive() {
            return None;
        }
        let changes = self.changes(span, new)?;
        Some(
            changes
                .into_iter()
                .map(|change| (change.span, change.text))
                .collect(),
        )
    }

    /// The changes of the source that replace a part of the text.
    pub(super) fn changes(&self, span: Span, new: &str) -> Option<Vec<Change>> {
        let old = span.of(&self.text);
        let (before, after) = common_ends(old, new);
        let middle = Span {
            start: span.start + before,
            end: span.end - after,
        };
        let new = &new[before..new.len() - after];
        if middle.start == middle.end {
            return self.insertion(span, middle.start, new).map(|change| vec![change]);
        }
        let pieces = self.pieces_of(middle)?;
        // An entity is replaced whole.
        let (first, last) = (pieces.first()?, pieces.last()?);
        let kept = |piece: &Piece, from: usize, to: usize| match piece.is_verbatim {
            true => String::new(),
            false => self.text[from..to].to_owned(),
        };
        let new = kept(first, first.text.start.min(middle.start), middle.start)
            + new
            + &kept(last, middle.end, last.text.end.max(middle.end));
        let mut changes = Vec::new();
        let mut new = Some(new);
        for piece in pieces {
            let text = piece.coding.encode(&new.take().unwrap_or_default())?;
            changes.push(Change {
                part: piece.part,
                span: source_of(piece, middle),
                text,
            });
        }
        Some(changes)
    }

    /// New text at a byte within a span: behind what stands before it, if that is of the span.
    fn insertion(&self, span: Span, at: usize, new: &str) -> Option<Change> {
        let from = self.pieces.partition_point(|piece| piece.text.end < at);
        let near = self.pieces.get(from..)?.iter().take(2);
        let is_before = |piece: &&Piece| piece.text.start < at && at <= piece.text.end;
        let is_after = |piece: &&Piece| piece.text.start <= at && at < piece.text.end;
        let piece = match at > span.start {
            true => near.clone().find(is_before).or(near.clone().find(is_after)),
            false => near.clone().find(is_after),
        }?;
        let place = match piece.is_verbatim {
            true => piece.source.start + (at - piece.text.start),
            false if at == piece.text.start => piece.source.start,
            false if at == piece.text.end => piece.source.end,
            false => return None,
        };
        Some(Change {
            part: piece.part,
            span: Span {
                start: place,
                end: place,
            },
            text: piece.coding.encode(new)?,
        })
    }

    /// The pieces that a part of the text consists of; none if some of it is not in the source.
    pub(super) fn pieces_of(&self, span: Span) -> Option<Vec<&Piece>> {
        let from = self.pieces.partition_point(|piece| piece.text.end <= span.start);
        let pieces: Vec<&Piece> = self.pieces[from..]
            .iter()
            .take_while(|piece| piece.text.start < span.end)
            .collect();
        let covered: usize = pieces
            .iter()
            .map(|piece| piece.text.end.min(span.end) - piece.text.start.max(span.start))
            .sum();
        let is_one_part = pieces.iter().all(|piece| piece.part == pieces[0].part);
        (covered == span.end - span.start && is_one_part && !pieces.is_empty()).then_some(pieces)
    }
}

/// What a piece has of a part of the text, in the source; all of an entity.
pub(super) fn source_of(piece: &Piece, span: Span) -> Span {
    if !piece.is_verbatim {
        return piece.source;
    }
    let start = piece.text.start.max(span.start) - piece.text.start;
    let end = piece.text.end.min(span.end) - piece.text.start;
    Span {
        start: piece.source.start + start,
        end: piece.source.start + end,
    }
}

/// A source with changes made in it, which stand in order.
fn changed(source: &str, changes: &[Change]) -> String {
    let mut text = String::with_capacity(source.len());
    let mut from = 0;
    for change in changes {
        text.push_str(&source[from..change.span.start]);
        text.push_str(&change.text);
        from = change.span.end;
    }
    text + &source[from..]
}

/// Edits that do not overlap in the text can only meet in one entity, which is near.
fn overlap(changes: &[Change], others: &[Change]) -> bool {
    others.iter().any(|other| {
        changes.iter().rev().take(NEAR).any(|change| {
            change.part == other.part && change.span.overlaps(other.span) && change.span != other.span
        })
    })
}

/// How many bytes two texts share at their beginnings and, beyond that, at their ends.
fn common_ends(a: &str, b: &str) -> (usize, usize) {
    let same = |(x, y): &(char, char)| x == y;
    let before: usize = a
        .chars()
        .zip(b.chars())
        .take_while(same)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let (a, b) = (&a[before..], &b[before..]);
    let ends = a.chars().rev().zip(b.chars().rev()).take_while(same);
    (before, ends.map(|(c, _)| c.len_utf8()).sum())
}
