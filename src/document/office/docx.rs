//! WordprocessingML (ECMA-376, part 1): paragraphs of runs, which split words anywhere.

use std::sync::Arc;

use super::super::xml::{Element, Part as Xml, local};
use super::super::{Part, Run};
use super::Flow;
use crate::text::Span;

/// Elements that hold no text, or text that is not to be seen: deleted or moved away, codes of fields, formulas, properties,
/// and what stands in for a drawing in old programs.
const IGNORED: &[&str] = &[
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "oMath",
    "oMathPara",
    "pPr",
    "tblPr",
    "tblGrid",
    "trPr",
    "tcPr",
    "sectPr",
    "sdtPr",
    "Fallback",
    "rt",
    "binData",
];

/// The endings of the types of parts that hold text.
const KINDS: &[(&str, Part)] = &[
    ("document.main+xml", Part::Body),
    ("template.main+xml", Part::Body),
    ("macroEnabled.main+xml", Part::Body),
    ("macroEnabledTemplate.main+xml", Part::Body),
    ("wordprocessingml.header+xml", Part::Header),
    ("wordprocessingml.footer+xml", Part::Footer),
    ("wordprocessingml.footnotes+xml", Part::Footnotes),
    ("wordprocessingml.endnotes+xml", Part::Endnotes),
];

/// What a part of such a type holds, if it is text.
pub(in super::super) fn kind(content_type: &str) -> Option<Part> {
    let found = KINDS.iter().find(|(end, _)| content_type.ends_with(end));
    found.map(|&(_, kind)| kind)
}

/// What a part holds, by its name.
pub(super) fn part(name: &str) -> Part {
    let file = name.rsplit('/').next().unwrap_or(name);
    let kinds = [
        ("header", Part::Header),
        ("footer", Part::Footer),
        ("footnotes", Part::Footnotes),
        ("endnotes", Part::Endnotes),
    ];
    let found = kinds.iter().find(|(start, _)| file.starts_with(start));
    found.map_or(Part::Body, |&(_, kind)| kind)
}

/// Reads the parts of an XML file into a flow of paragraphs.
pub(super) struct Reader<'a> {
    source: &'a str,
    pub(super) flow: Flow,
    /// The run that is open: its prefix and its properties.
    run: Option<(Arc<str>, Span)>,
    /// Where the properties of a run begin that are being read.
    properties: Option<usize>,
    is_text: bool,
    /// Of each open insertion, its author.
    insertions: Vec<Arc<str>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a str, flow: Flow) -> Reader<'a> {
        Reader {
            source,
            flow,
            run: None,
            properties: None,
            is_text: false,
            insertions: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, part: &Xml<'_>) {
        if self.flow.ignores(part) {
            return;
        }
        match part {
            Xml::Open(element) => self.open(element),
            Xml::Close(name, span) => self.close(local(name), *span),
            Xml::Text(text) => {
                if let Some(block) = self.flow.open.last_mut().filter(|_| self.is_text) {
                    text.write(block, self.source);
                }
            }
        }
    }

    fn open(&mut self, element: &Element) {
        let name = element.local();
        match name {
            "p" => self.flow.begin(),
            "tbl" => self.flow.begin_table(),
            "tr" => self.flow.row(),
            "tc" => self.flow.cells(1),
            "r" => self.run = Some((prefix(&element.name).into(), Span { start: 0, end: 0 })),
            "rPr" => self.properties = Some(element.span.start),
            "ins" | "moveTo" => self.insertions.push(element.get("author").unwrap_or("").into()),
            "t" if self.run.is_some() => self.text(element),
            "tab" | "ptab" if self.run.is_some() => self.flow.gap("\t"),
            "br" | "cr" if self.run.is_some() => self.flow.gap("\n"),
            "noBreakHyphen" => self.flow.gap("\u{2011}"),
            "softHyphen" => self.flow.gap("\u{ad}"),
            _ if IGNORED.contains(&name) => self.flow.ignored = 1,
            _ => {}
        }
    }

    /// Word has no comments in headers, footers and text boxes.
    fn takes_comments(&self) -> bool {
        !matches!(self.flow.kind, Part::Header | Part::Footer) && self.flow.open.len() == 1
    }

    /// A piece of text, with what is needed to track changes of it.
    fn text(&mut self, element: &Element) {
        self.is_text = true;
        let Some((prefix, properties)) = &self.run else {
            return;
        };
        let run = Run {
            prefix: prefix.clone(),
            properties: *properties,
            tag: element.span,
            is_preserved: element.get("xml:space") == Some("preserve"),
            inserted_by: self.insertions.last().cloned(),
            takes_comments: self.takes_comments(),
        };
        let Some(block) = self.flow.open.last_mut() else {
            return;
        };
        // Text of drawings has runs of another kind, whose changes cannot be tracked.
        block.run = (**prefix != *"a").then_some(self.flow.runs.len());
        self.flow.runs.push(run);
    }

    fn close(&mut self, name: &str, span: Span) {
        match name {
            "p" => self.flow.end(),
            "tbl" => {
                self.flow.tables.pop();
            }
            "r" => self.run = None,
            "rPr" => {
                if let (Some(start), Some((_, properties))) = (self.properties.take(), &mut self.run) {
                    *properties = Span { start, end: span.end };
                }
            }
            "ins" | "moveTo" => {
                self.insertions.pop();
            }
            "t" => self.is_text = false,
            _ => {}
        }
    }
}

fn prefix(name: &str) -> &str {
    name.rsplit_once(':').map_or("", |(prefix, _)| prefix)
}
