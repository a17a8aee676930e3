//! The XML parts of office documents.

mod docx;
mod odt;
mod xlsx;

use super::block::Block;
use super::xml::{self, Part as Xml};
use super::{Format, Options, Part, Place, Run, Source};
use crate::error::{Error, ErrorKind};
use crate::message::said;

pub(super) use docx::kind as docx_kind;
pub(super) use xlsx::{is_main as is_workbook, is_text as is_workbook_text};

/// What the parts of a document hold.
#[derive(Default)]
pub(super) struct Texts {
    pub(super) blocks: Vec<Block>,
    pub(super) runs: Vec<Run>,
}

/// Reads the parts of a document in order.
pub(super) fn read(format: Format, parts: &[Source], options: &Options) -> Result<Texts, Error> {
    let mut texts = Texts::default();
    if format == Format::Xlsx {
        texts.blocks = xlsx::read(parts, options)?;
        return Ok(texts);
    }
    for (number, part) in parts.iter().enumerate().filter(|(_, part)| !part.is_aside) {
        let mut flow = Flow::new(number, Part::Body, std::mem::take(&mut texts.runs));
        let result = match format {
            Format::Docx => {
                flow.kind = docx::part(&part.name);
                let mut reader = docx::Reader::new(&part.text, flow);
                let result = xml::read(&part.text, |xml| reader.take(&xml));
                flow = reader.flow;
                result
            }
            _ => {
                let mut reader = odt::Reader::new(&part.text, flow);
                let result = xml::read(&part.text, |xml| reader.take(&xml));
                flow = reader.flow;
                result
            }
        };
        result.map_err(|why| {
            Error::new(
                ErrorKind::Data,
                said!("in-part", part = part.name.as_str(), why = why),
            )
        })?;
        texts.blocks.append(&mut flow.blocks);
        texts.runs = flow.runs;
    }
    Ok(texts)
}

/// Paragraphs as they open and close, within each other where a note or a text box stands in one.
struct Flow {
    part: usize,
    kind: Part,
    open: Vec<Block>,
    tables: Vec<Table>,
    seen_tables: usize,
    /// How many paragraphs of each kind of part there were.
    counts: Vec<(Part, usize)>,
    blocks: Vec<Block>,
    runs: Vec<Run>,
    /// How many elements are open within one that is left out.
    ignored: usize,
}

/// A table that is open.
struct Table {
    number: usize,
    row: usize,
    column: usize,
    /// How many paragraphs were open where it begins: what is nested deeper is not in a cell itself.
    depth: usize,
}

impl Flow {
    fn new(part: usize, kind: Part, runs: Vec<Run>) -> Flow {
        Flow {
            part,
            kind,
            open: Vec::new(),
            tables: Vec::new(),
            seen_tables: 0,
            counts: Vec::new(),
            blocks: Vec::new(),
            runs,
            ignored: 0,
        }
    }

    /// Whether a part is within an element that is left out.
    fn ignores(&mut self, part: &Xml<'_>) -> bool {
        match part {
            _ if self.ignored == 0 => return false,
            Xml::Open(_) => self.ignored += 1,
            Xml::Close(..) => self.ignored -= 1,
            Xml::Text(_) => {}
        }
        true
    }

    fn begin(&mut self) {
        self.open.push(Block::of_part(self.part));
    }

    fn end(&mut self) {
        let Some(mut block) = self.open.pop() else { return };
        if !block.text.trim().is_empty() {
            block.place = Some(self.place());
            self.blocks.push(block);
        }
    }

    fn place(&mut self) -> Place {
        if let Some(table) = self.tables.last().filter(|table| table.depth == self.open.len()) {
            return Place::Cell(self.kind, table.number, table.row, table.column);
        }
        let kind = self.kind;
        let count = match self.counts.iter().position(|(known, _)| *known == kind) {
            Some(at) => &mut self.counts[at].1,
            None => {
                self.counts.push((kind, 0));
                &mut self.counts.last_mut().expect("one was pushed").1
            }
        };
        *count += 1;
        Place::Paragraph(kind, *count)
    }

    fn gap(&mut self, text: &str) {
        if let Some(block) = self.open.last_mut() {
            block.gap(text);
        }
    }

    fn begin_table(&mut self) {
        self.seen_tables += 1;
        self.tables.push(Table {
            number: self.seen_tables,
            row: 0,
            column: 0,
            depth: self.open.len(),
        });
    }

    fn row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            (table.row, table.column) = (table.row + 1, 0);
        }
    }

    /// Goes some cells on.
    fn cells(&mut self, number: usize) {
        if let Some(table) = self.tables.last_mut() {
            table.column = table.column.saturating_add(number);
        }
    }
}
