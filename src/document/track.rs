//! Tracked changes of Word documents: what is replaced is marked as deleted, what replaces it as inserted, and a comment says why.

use std::sync::Arc;

use super::Document;
use super::block::Coding;
use super::comments::{self, Comment};
use super::edit::{Change, source_of};
use crate::text::Span;

/// An element of text in a run of a Word document.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The prefix of its elements.
    pub(super) prefix: Arc<str>,
    /// Where the properties of the run stand in the source.
    pub(super) properties: Span,
    /// Where the tag stands that the text begins with.
    pub(super) tag: Span,
    /// Whether that tag says that spaces at its ends are meant.
    pub(super) is_preserved: bool,
    /// The author of the tracked insertion that it is part of.
    pub(super) inserted_by: Option<Arc<str>>,
    /// Whether Word has comments where it stands.
    pub(super) takes_comments: bool,
}

/// How the changes of Word documents are tracked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tracking<'a> {
    /// Who makes them.
    pub author: &'a str,
    /// Why each edit is made, in the order of the edits: what a comment on it says. There is none where this is empty or
    /// missing, and where Word has none (headers, footers, text boxes).
    pub reasons: &'a [String],
}

impl Document {
    /// Begins to track changes.
    pub(super) fn tracker<'a>(&'a self, track: &'a Tracking<'a>) -> Tracker<'a> {
        Tracker {
            document: self,
            track,
            next_id: self.next_id(),
            takes_comments: comments::can_be_added(&self.parts),
            comments: Vec::new(),
        }
    }

    /// A number that no tracked change, comment or bookmark has yet.
    fn next_id(&self) -> usize {
        let ids = self
            .parts
            .iter()
            .flat_map(|part| part.text.split(":id=\"").skip(1));
        let numbers = ids.filter_map(|rest| rest.split('"').next()?.parse::<u32>().ok());
        numbers.max().map_or(1, |most| most as usize + 1)
    }
}

/// Makes tracked changes of a document.
pub(super) struct Tracker<'a> {
    document: &'a Document,
    track: &'a Tracking<'a>,
    next_id: usize,
    takes_comments: bool,
    /// The comments on the changes that are made.
    pub(super) comments: Vec<Comment>,
}

impl Tracker<'_> {
    /// The changes of the source that replace a part of the text, with the comment on them; `number` is that of the edit.
    pub(super) fn changes(
        &mut self,
        span: Span,
        new: &str,
        number: usize,
    ) -> Option<(Vec<Change>, Option<Comment>)> {
        let (document, author) = (self.document, self.track.author);
        let pieces = document.pieces_of(span)?;
        let runs: Vec<&Run> = pieces
            .iter()
            .map(|piece| Some(&document.runs[piece.run?]))
            .collect::<Option<_>>()?;
        let inserted: Vec<&str> = runs.iter().filter_map(|run| run.inserted_by.as_deref()).collect();
        // What this program has inserted itself is changed as it stands; what others have is left to them.
        if !inserted.is_empty() {
            let is_own = inserted.len() == runs.len() && inserted.iter().all(|by| *by == author);
            let changes = document.changes(span, new).filter(|_| is_own)?;
            return Some((changes, None));
        }
        let comment = self.comment(number, &runs);
        let mut changes = Vec::new();
        let mut new = Some(new);
        let mut pieces = pieces.chunk_by(|a, b| a.run == b.run).peekable();
        while let Some(same) = pieces.next() {
            let (first, last) = (same[0], same[same.len() - 1]);
            let run = &document.runs[first.run?];
            let whole = Span {
                start: source_of(first, span).start,
                end: source_of(last, span).end,
            };
            let source = &document.parts[first.part].text;
            let mark = Mark {
                run,
                properties: run.properties.of(source),
                author: &Coding::Attribute(Some('"')).encode(author)?,
            };
            let mut text = mark.end();
            if let Some(comment) = comment.as_ref().filter(|_| new.is_some()) {
                text += &mark.comment("commentRangeStart", comment.id);
            }
            text += &mark.deleted(whole.of(source), self.id());
            if let Some(new) = new.take() {
                text += &mark.inserted(&Coding::Markup.encode(new)?, self.id());
            }
            if let Some(comment) = comment.as_ref().filter(|_| pieces.peek().is_none()) {
                text += &mark.comment("commentRangeEnd", comment.id);
                text += &mark.reference(comment.id);
            }
            changes.push(Change {
                part: first.part,
                span: whole,
                text: text + &mark.begin(),
            });
            if !run.is_preserved {
                changes.push(Change {
                    part: first.part,
                    span: run.tag,
                    text: mark.tag(),
                });
            }
        }
        Some((changes, comment))
    }

    /// The comment on an edit, if there is a reason and these runs can have one.
    fn comment(&mut self, number: usize, runs: &[&Run]) -> Option<Comment> {
        let reason = self.track.reasons.get(number)?;
        let has_one = !reason.is_empty() && self.takes_comments && runs.iter().all(|run| run.takes_comments);
        has_one.then(|| Comment {
            id: self.id(),
            author: self.track.author.to_owned(),
            text: reason.clone(),
        })
    }

    /// The next number.
    fn id(&mut self) -> usize {
        self.next_id += 1;
        self.next_id - 1
    }
}

/// Writes the elements of a tracked change within a run.
struct Mark<'a> {
    run: &'a Run,
    properties: &'a str,
    author: &'a str,
}

impl Mark<'_> {
    fn name(&self, name: &str) -> String {
        match &*self.run.prefix {
            "" => name.to_owned(),
            prefix => format!("{prefix}:{name}"),
        }
    }

    fn tag(&self) -> String {
        format!("<{} xml:space=\"preserve\">", self.name("t"))
    }

    /// Ends the run before the change.
    fn end(&self) -> String {
        format!("</{}></{}>", self.name("t"), self.name("r"))
    }

    /// Begins the run after the change.
    fn begin(&self) -> String {
        format!("<{}>{}{}", self.name("r"), self.properties, self.tag())
    }

    /// An end of the part that a comment speaks of.
    fn comment(&self, element: &str, id: usize) -> String {
        format!("<{} {}=\"{id}\"/>", self.name(element), self.name("id"))
    }

    /// The run that stands for the comment itself.
    fn reference(&self, id: usize) -> String {
        let run = self.name("r");
        format!("<{run}>{}</{run}>", self.comment("commentReference", id))
    }

    fn deleted(&self, text: &str, id: usize) -> String {
        self.marked("del", "delText", text, id)
    }

    fn inserted(&self, text: &str, id: usize) -> String {
        self.marked("ins", "t", text, id)
    }

    fn marked(&self, mark: &str, element: &str, text: &str, id: usize) -> String {
        let (mark, run, element) = (self.name(mark), self.name("r"), self.name(element));
        let (id_name, author_name) = (self.name("id"), self.name("author"));
        format!(
            "<{mark} {id_name}=\"{id}\" {author_name}=\"{}\"><{run}>{}<{element} xml:space=\"preserve\">{text}</{element}></{run}></{mark}>",
            self.author, self.properties
        )
    }
}
