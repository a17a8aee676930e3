//! XML as a stream of elements and text.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// A part of an XML file.
pub(super) enum Part {
    Open(Element),
    /// The local name of the element that ends.
    Close(String),
    Text(String),
}

/// The beginning of an element: its name and attributes without their prefixes, but for `xml:`.
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// The line on which it stands.
    pub(super) line: usize,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Calls `each` with the parts of a file in order; an element without content is opened and closed.
///
/// # Errors
///
/// What is malformed, with its line; an element that is not closed.
pub(super) fn read(text: &str, mut each: impl FnMut(Part)) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut depth = 0usize;
    let mut any = false;
    loop {
        let line = lines.upto(reader.buffer_position() as usize);
        let event = reader
            .read_event()
            .map_err(|why| format!("line {line}: malformed XML: {why}"))?;
        match event {
            Event::Start(start) => {
                (depth, any) = (depth + 1, true);
                each(Part::Open(
                    element(&start, line).map_err(|why| format!("line {line}: {why}"))?,
                ));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                each(Part::Close(end.local_name().as_ref().to_owned()));
            }
            Event::Text(text) => each(Part::Text(text.to_string())),
            Event::CData(text) => each(Part::Text(text.to_string())),
            Event::GeneralRef(reference) => {
                let name = reference.to_string();
                let numbered = reference
                    .resolve_char_ref()
                    .map_err(|why| format!("line {line}: {why}"))?;
                let text = numbered
                    .map(String::from)
                    .or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                each(Part::Text(text.ok_or_else(|| {
                    format!("line {line}: unknown entity `&{name};`")
                })?));
            }
            Event::Eof if depth > 0 || !any => {
                return Err("not a whole XML file: an element is not closed".to_owned());
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn element(start: &BytesStart<'_>, line: usize) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|why| format!("malformed XML: {why}"))?;
        let key = attribute.key.as_ref().to_owned();
        let value = quick_xml::escape::unescape(&attribute.value)
            .map_err(|why| why.to_string())?
            .into_owned();
        attributes.push((key, value));
    }
    Ok(Element {
        name: start.local_name().as_ref().to_owned(),
        attributes,
        line,
    })
}

/// Counts lines on the way through a text.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of a byte that is not before the last one asked for.
    fn upto(&mut self, at: usize) -> usize {
        let at = at.min(self.text.len()).max(self.at);
        self.line += self.text.as_bytes()[self.at..at]
            .iter()
            .filter(|&&b| b == b'\n')
            .count();
        self.at = at;
        self.line
    }
}
