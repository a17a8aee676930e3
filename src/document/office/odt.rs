//! OpenDocument texts (ISO/IEC 26300): `content.xml`, and headers and footers in `styles.xml`.

use super::super::Part;
use super::super::xml::{Element, Part as Xml};
use super::Flow;

/// Elements whose text is not part of the document's: deleted text, comments, numbers of notes, sources of indexes, scripts.
const IGNORED: &[&str] = &[
    "text:tracked-changes",
    "text:note-citation",
    "text:ruby-text",
    "office:annotation",
    "office:scripts",
    "office:forms",
    "office:font-face-decls",
    "office:automatic-styles",
    "office:styles",
    "text:table-of-content-source",
    "text:alphabetical-index-source",
    "text:illustration-index-source",
    "text:table-index-source",
    "text:bibliography-source",
    "text:user-index-source",
    "text:object-index-source",
    "math:math",
    "office:binary-data",
];

/// The most cells that a number stands for.
const MOST_CELLS: usize = 1000;

/// The most spaces: more say nothing, and a short element must not become a long text.
const MOST_SPACES: usize = 8;

/// Reads the parts of an XML file into a flow of paragraphs.
pub(super) struct Reader<'a> {
    source: &'a str,
    pub(super) flow: Flow,
    /// The kinds of part around notes, headers and footers that are open.
    around: Vec<Part>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a str, flow: Flow) -> Reader<'a> {
        Reader {
            source,
            flow,
            around: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, part: &Xml<'_>) {
        if self.flow.ignores(part) {
            return;
        }
        match part {
            Xml::Open(element) => self.open(element),
            Xml::Close(name, _) => self.close(name),
            Xml::Text(text) => {
                if let Some(block) = self.flow.open.last_mut() {
                    text.write(block, self.source);
                }
            }
        }
    }

    fn open(&mut self, element: &Element) {
        let repeated = |name, most: usize| {
            let number = element.get(name).and_then(|number| number.parse().ok());
            number.unwrap_or(1).min(most)
        };
        match element.name.as_str() {
            "text:p" | "text:h" => self.flow.begin(),
            "text:s" => self.flow.gap(&" ".repeat(repeated("c", MOST_SPACES))),
            "text:tab" => self.flow.gap("\t"),
            "text:line-break" => self.flow.gap("\n"),
            "table:table" => self.flow.begin_table(),
            "table:table-row" => self.flow.row(),
            "table:table-cell" | "table:covered-table-cell" => {
                self.flow.cells(repeated("number-columns-repeated", MOST_CELLS));
            }
            "text:note" => self.enter(match element.get("note-class") {
                Some("endnote") => Part::Endnotes,
                _ => Part::Footnotes,
            }),
            name if name.starts_with("style:header") && name != "style:header-style" => {
                self.enter(Part::Header)
            }
            name if name.starts_with("style:footer") && name != "style:footer-style" => {
                self.enter(Part::Footer)
            }
            name if IGNORED.contains(&name) => self.flow.ignored = 1,
            _ => {}
        }
    }

    fn enter(&mut self, part: Part) {
        self.around.push(std::mem::replace(&mut self.flow.kind, part));
    }

    fn close(&mut self, name: &str) {
        match name {
            "text:p" | "text:h" => self.flow.end(),
            "table:table" => {
                self.flow.tables.pop();
            }
            "text:note" => self.leave(),
            name if name.starts_with("style:header") && name != "style:header-style" => self.leave(),
            name if name.starts_with("style:footer") && name != "style:footer-style" => self.leave(),
            _ => {}
        }
    }

    fn leave(&mut self) {
        if let Some(part) = self.around.pop() {
            self.flow.kind = part;
        }
    }
}
