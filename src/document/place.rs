//! Places in documents, as a person finds them.

use std::fmt;

use crate::message::{Message, said};

/// Where a block of text stands in its document.
///
/// ```
/// use isonym::document::{Part, Place};
/// assert_eq!(Place::Paragraph(Part::Body, 3).to_string(), "paragraph 3");
/// assert_eq!(Place::Unit("menu.file".to_owned()).to_string(), "unit `menu.file`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A paragraph of a part, from 1.
    Paragraph(Part, usize),
    /// A cell of a table of a part: table, row and column, each from 1.
    Cell(Part, usize, usize, usize),
    /// A unit of a translation file, by its id.
    Unit(String),
    /// A subtitle, by the time at which it appears.
    Cue(String),
    /// A field of a table of data: the row from 1, the column by its name.
    Field(usize, String),
    /// A cell of a workbook: the name of its sheet, and where it stands there.
    SheetCell(String, String),
    /// The attribute of an element, by its name.
    Attribute(String),
}

/// A part of an office document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The text itself.
    Body,
    /// Headers of pages.
    Header,
    /// Footers of pages.
    Footer,
    /// Footnotes.
    Footnotes,
    /// Endnotes.
    Endnotes,
}

impl Part {
    /// A place of this part.
    fn place(self, place: Message) -> Message {
        let part = match self {
            Part::Body => return place,
            Part::Header => said!("part-header"),
            Part::Footer => said!("part-footer"),
            Part::Footnotes => said!("part-footnotes"),
            Part::Endnotes => said!("part-endnotes"),
        };
        said!("place-of-part", part = part, place = place)
    }
}

impl Place {
    /// The place in words, which can be put into other languages.
    pub fn message(&self) -> Message {
        match self {
            Place::Paragraph(part, number) => part.place(said!("place-paragraph", number = *number)),
            Place::Cell(part, table, row, column) => {
                part.place(said!("place-cell", table = *table, row = *row, column = *column))
            }
            Place::Unit(id) => said!("place-unit", id = short(id)),
            Place::Cue(time) => said!("place-cue", time = time.as_str()),
            Place::Field(row, column) => said!("place-field", row = *row, column = short(column)),
            Place::SheetCell(sheet, cell) => said!("place-sheet", sheet = short(sheet), cell = short(cell)),
            Place::Attribute(name) => said!("place-attribute", name = name.as_str()),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

/// So many characters of an id are shown: the ids of PO files are whole messages.
const LONGEST: usize = 60;

/// An id on one line.
pub(super) fn short(id: &str) -> String {
    let mut chars = id.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = chars.by_ref().take(LONGEST).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}
