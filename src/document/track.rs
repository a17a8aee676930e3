//! Tracked changes of Word documents: what is replaced is marked as deleted, and what replaces it as inserted.

use std::sync::Arc;

use super::Document;
use super::block::Coding;
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
}

impl Document {
    /// The changes of the source that replace a part of the text, tracked; `number` is how many changes there are already.
    pub(super) fn tracked(&self, span: Span, new: &str, author: &str, number: usize) -> Option<Vec<Change>> {
        let pieces = self.pieces_of(span)?;
        let runs: Vec<usize> = pieces.iter().map(|piece| piece.run).collect::<Option<_>>()?;
        let inserted: Vec<&str> = runs
            .iter()
            .filter_map(|&run| self.runs[run].inserted_by.as_deref())
            .collect();
        // What this program has inserted itself is changed as it stands; what others have is left to them.
        if !inserted.is_empty() {
            let is_own = inserted.len() == runs.len() && inserted.iter().all(|by| *by == author);
            return self.changes(span, new).filter(|_| is_own);
        }
        let ids = (self.next_id() + 2 * number..).step_by(2);
        let mut changes = Vec::new();
        let mut new = Some(new);
        for (same, id) in pieces.chunk_by(|a, b| a.run == b.run).zip(ids) {
            let (first, last) = (same[0], same[same.len() - 1]);
            let run = &self.runs[first.run?];
            let whole = Span {
                start: source_of(first, span).start,
                end: source_of(last, span).end,
            };
            let source = &self.parts[first.part].text;
            let mark = Mark {
                run,
                properties: run.properties.of(source),
                author: &Coding::Attribute(Some('"')).encode(author)?,
            };
            let mut text = mark.end() + &mark.deleted(whole.of(source), id);
            if let Some(new) = new.take() {
                text += &mark.inserted(&Coding::Markup.encode(new)?, id + 1);
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
        Some(changes)
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
