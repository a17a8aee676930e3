//! XML as a stream of elements and text, each with its place.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::block::{Block, Coding};
use crate::message::{Message, said};
use crate::text::Span;

/// Elements that are nested deeper are refused.
const DEEPEST: usize = 1000;

/// A part of an XML file.
pub(super) enum Part<'a> {
    Open(Element),
    /// The name of the element that ends, with its prefix, and where its end tag stands.
    Close(&'a str, Span),
    Text(Text<'a>),
}

/// A piece of text.
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    span: Span,
    coding: Coding,
    is_verbatim: bool,
}

impl Text<'_> {
    /// Adds the text to a block.
    pub(super) fn write(&self, block: &mut Block, source: &str) {
        if self.is_verbatim {
            block.verbatim(source, self.span, self.coding);
        } else {
            block.written(self.text, self.span, self.coding);
        }
    }
}

/// The beginning of an element.
pub(super) struct Element {
    /// Its name with its prefix.
    pub(super) name: String,
    /// Attributes with their names without prefixes, but for `xml:`.
    attributes: Vec<(String, String)>,
    /// Where its start tag stands.
    pub(super) span: Span,
}

impl Element {
    /// The name without its prefix.
    pub(super) fn local(&self) -> &str {
        local(&self.name)
    }

    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let is_it = |known: &str| known == name || !name.contains(':') && local(known) == name;
        let found = self.attributes.iter().find(|(known, _)| is_it(known));
        found.map(|(_, value)| value.as_str())
    }
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Calls `each` with the parts of a file in order; an element without content is opened and closed. Entities that the file
/// declares itself are not expanded: using one is an error.
///
/// # Errors
///
/// What is malformed, with its line; an element that is not closed; too many elements within each other.
pub(super) fn read<'a>(source: &'a str, mut each: impl FnMut(Part<'_>)) -> Result<(), Message> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<String> = Vec::new();
    let mut any = false;
    let at = |reader: &Reader<&'a [u8]>| (reader.buffer_position() as usize).min(source.len());
    loop {
        let start = at(&reader);
        let wrong = |why: Message| said!("in-line", line = line_of(source, start), why = why);
        let event = reader
            .read_event()
            .map_err(|why| wrong(said!("malformed-xml", why = why.to_string())))?;
        let span = Span {
            start,
            end: at(&reader),
        };
        match event {
            Event::Start(tag) => {
                if open.len() == DEEPEST {
                    return Err(wrong(said!("elements-deep", most = DEEPEST)));
                }
                let element = element(&tag, span).map_err(wrong)?;
                open.push(element.name.clone());
                any = true;
                each(Part::Open(element));
            }
            Event::End(_) => {
                let name = open.pop().unwrap_or_default();
                each(Part::Close(&name, span));
            }
            Event::Text(_) => each(Part::Text(verbatim(source, span, Coding::Markup))),
            Event::CData(_) => each(Part::Text(verbatim(source, inner(span), Coding::Plain))),
            Event::GeneralRef(reference) => {
                let name = reference.to_string();
                let numbered = reference
                    .resolve_char_ref()
                    .map_err(|why| wrong(said!("malformed-xml-why", why = why.to_string())))?;
                let text = numbered
                    .map(String::from)
                    .or_else(|| resolve_predefined_entity(&name).map(str::to_owned))
                    .ok_or_else(|| wrong(said!("unknown-entity", name = name.as_str())))?;
                each(Part::Text(Text {
                    text: &text,
                    span,
                    coding: Coding::Markup,
                    is_verbatim: false,
                }));
            }
            Event::Eof if !open.is_empty() || !any => {
                return Err(said!("element-open"));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn verbatim(source: &str, span: Span, coding: Coding) -> Text<'_> {
    Text {
        text: source.get(span.start..span.end).unwrap_or(""),
        span,
        coding,
        is_verbatim: true,
    }
}

/// What a CDATA section holds.
fn inner(span: Span) -> Span {
    let start = span.start + "<![CDATA[".len();
    Span {
        start,
        end: span.end.saturating_sub("]]>".len()).max(start),
    }
}

fn element(start: &BytesStart<'_>, span: Span) -> Result<Element, Message> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|why| said!("malformed-xml", why = why.to_string()))?;
        let key = attribute.key.as_ref().to_owned();
        let value = quick_xml::escape::unescape(&attribute.value)
            .map_err(|why| said!("malformed-xml-why", why = why.to_string()))?
            .into_owned();
        attributes.push((key, value));
    }
    Ok(Element {
        name: start.name().as_ref().to_owned(),
        attributes,
        span,
    })
}

/// The line of a byte.
pub(super) fn line_of(source: &str, at: usize) -> usize {
    source.as_bytes()[..at.min(source.len())]
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count()
        + 1
}
