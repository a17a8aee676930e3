//! SpreadsheetML (ECMA-376, part 1): cells whose text stands in a list that all sheets share, or in the sheet itself.

use std::collections::HashMap;

use super::super::block::Block;
use super::super::xml::{self, Element, Part as Xml, local};
use super::super::{Options, Place, Source, table};
use crate::error::{Error, ErrorKind};
use crate::message::{Message, said};

/// The endings of the types of parts that are read, by what they are.
const SHARED: &str = "spreadsheetml.sharedStrings+xml";
const SHEET: &str = "spreadsheetml.worksheet+xml";

/// Whether a part of such a type holds text of a workbook.
pub(in super::super) fn is_text(content_type: &str) -> bool {
    content_type.ends_with(SHARED) || content_type.ends_with(SHEET)
}

/// Whether a part of such a type is what a workbook begins with.
pub(in super::super) fn is_main(content_type: &str) -> bool {
    let of_excel = content_type.contains("spreadsheetml.") || content_type.contains("ms-excel.");
    of_excel && content_type.ends_with(".main+xml")
}

/// The texts of a workbook: sheet by sheet in the order of their parts, row by row; a text that several cells share once, at the
/// first of them. Phonetic readings and the results of formulas are left out.
///
/// # Errors
///
/// A part is malformed, or no sheet has a column that is asked for.
pub(super) fn read(parts: &[Source], options: &Options) -> Result<Vec<Block>, Error> {
    let names = sheet_names(parts)?;
    let mut shared: Vec<Option<Block>> = Vec::new();
    let mut sheets = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let mut reader = Reader::new(&part.text, number);
        reading(part, xml::read(&part.text, |xml| reader.take(&xml)))?;
        match reader.is_list {
            true => shared = reader.strings.into_iter().map(Some).collect(),
            false if !reader.cells.is_empty() => {
                let name = names
                    .iter()
                    .find(|(target, _)| part.name.ends_with(target.as_str()));
                let name = name.map_or(part.name.as_str(), |(_, name)| name);
                sheets.push((name.to_owned(), reader.cells));
            }
            false => {}
        }
    }
    let mut blocks = Vec::new();
    let (mut missing, mut chosen_any) = (None, false);
    for (name, cells) in sheets {
        match chosen(&cells, &shared, options) {
            Ok(columns) => {
                chosen_any = true;
                take(name, cells, &columns, &mut shared, &mut blocks);
            }
            Err(error) => missing = Some(error),
        }
    }
    match missing {
        // One sheet of several may lack a column.
        Some(error) if !chosen_any => Err(error),
        _ => Ok(blocks),
    }
}

fn reading(part: &Source, result: Result<(), Message>) -> Result<(), Error> {
    result.map_err(|why| {
        Error::new(
            ErrorKind::Data,
            said!("in-part", part = part.name.as_str(), why = why),
        )
    })
}

/// The columns of a sheet that are text, by the names in its first row; none chosen is all.
fn chosen(cells: &[Cell], shared: &[Option<Block>], options: &Options) -> Result<Vec<usize>, Error> {
    let first = cells.iter().map(|cell| cell.row).min().unwrap_or(0);
    let header = cells.iter().filter(|cell| cell.row == first);
    let mut names: Vec<&str> = Vec::new();
    for cell in header.filter(|cell| cell.column < MOST_COLUMNS) {
        names.resize(names.len().max(cell.column + 1), "");
        names[cell.column] = match &cell.text {
            Text::Own(block) => block.text.trim(),
            Text::Shared(at) => shared
                .get(*at)
                .and_then(Option::as_ref)
                .map_or("", |block| block.text.trim()),
        };
    }
    table::columns(&options.columns, &names)
}

/// A sheet has so many columns.
const MOST_COLUMNS: usize = 16_384;

/// Takes the texts of a sheet's cells.
fn take(
    sheet: String,
    cells: Vec<Cell>,
    columns: &[usize],
    shared: &mut [Option<Block>],
    blocks: &mut Vec<Block>,
) {
    let first = cells.iter().map(|cell| cell.row).min().unwrap_or(0);
    // The names of the columns are no text where columns are chosen.
    let is_wanted = |cell: &Cell| columns.is_empty() || cell.row > first && columns.contains(&cell.column);
    for cell in cells.into_iter().filter(is_wanted) {
        let place = Place::SheetCell(sheet.clone(), cell.reference);
        let block = match cell.text {
            Text::Own(block) => Some(block),
            Text::Shared(at) => shared.get_mut(at).and_then(Option::take),
        };
        blocks.extend(block.map(|block| Block {
            place: Some(place),
            ..block
        }));
    }
}

/// The ends of the paths of sheets, and what their tabs are called.
fn sheet_names(parts: &[Source]) -> Result<Vec<(String, String)>, Error> {
    let mut titles: HashMap<String, String> = HashMap::new();
    let mut targets: Vec<(String, String)> = Vec::new();
    for part in parts
        .iter()
        .filter(|part| part.name.ends_with("workbook.xml") || part.name.ends_with(".rels"))
    {
        let result = xml::read(&part.text, |xml| {
            let Xml::Open(element) = xml else { return };
            match element.local() {
                "sheet" => {
                    if let (Some(id), Some(name)) = (element.get("id"), element.get("name")) {
                        titles.insert(id.to_owned(), name.to_owned());
                    }
                }
                "Relationship" => {
                    if let (Some(id), Some(target)) = (element.get("Id"), element.get("Target")) {
                        targets.push((id.to_owned(), target.trim_start_matches(['/', '.']).to_owned()));
                    }
                }
                _ => {}
            }
        });
        reading(part, result)?;
    }
    let named = targets.into_iter();
    Ok(named
        .filter_map(|(id, target)| Some((target, titles.get(&id)?.clone())))
        .collect())
}

/// A cell with text.
struct Cell {
    /// From 0.
    row: usize,
    column: usize,
    /// As people write it: `B3`.
    reference: String,
    text: Text,
}

/// Where the text of a cell stands.
enum Text {
    /// In the sheet.
    Own(Block),
    /// In the list, at this place.
    Shared(usize),
}

/// Reads the list of shared texts, or a sheet.
struct Reader<'a> {
    source: &'a str,
    part: usize,
    is_list: bool,
    strings: Vec<Block>,
    cells: Vec<Cell>,
    row: usize,
    /// The cell that is open: its column, its reference, and the type of its value.
    cell: Option<(usize, String, String)>,
    next_column: usize,
    block: Option<Block>,
    /// The number of a shared text, as it is read.
    number: Option<String>,
    is_text: bool,
    is_phonetic: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, part: usize) -> Reader<'a> {
        Reader {
            source,
            part,
            is_list: false,
            strings: Vec::new(),
            cells: Vec::new(),
            row: 0,
            cell: None,
            next_column: 0,
            block: None,
            number: None,
            is_text: false,
            is_phonetic: false,
        }
    }

    fn take(&mut self, part: &Xml<'_>) {
        match part {
            Xml::Open(element) => self.open(element),
            Xml::Close(name, _) => self.close(local(name)),
            Xml::Text(text) => match (&mut self.number, &mut self.block) {
                (Some(number), _) => number.push_str(text.text),
                (None, Some(block)) if self.is_text && !self.is_phonetic => text.write(block, self.source),
                _ => {}
            },
        }
    }

    fn open(&mut self, element: &Element) {
        match element.local() {
            "sst" => self.is_list = true,
            "si" | "is" => self.block = Some(Block::of_part(self.part)),
            "t" => self.is_text = true,
            "rPh" => self.is_phonetic = true,
            "row" => {
                let stated = element
                    .get("r")
                    .and_then(|row| row.parse().ok())
                    .and_then(|row: usize| row.checked_sub(1));
                self.row = stated.unwrap_or(self.row + usize::from(!self.cells.is_empty()));
                self.next_column = 0;
            }
            "c" => {
                let reference = element.get("r").unwrap_or("").to_owned();
                let column = column_of(&reference).unwrap_or(self.next_column);
                self.next_column = column + 1;
                self.cell = Some((column, reference, element.get("t").unwrap_or("").to_owned()));
            }
            "v" if self.cell.as_ref().is_some_and(|(.., kind)| kind == "s") => {
                self.number = Some(String::new())
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.is_text = false,
            "rPh" => self.is_phonetic = false,
            "si" => self.strings.extend(self.block.take()),
            "is" => {
                if let Some(block) = self.block.take() {
                    self.add(Text::Own(block));
                }
            }
            "v" => {
                if let Some(number) = self.number.take().and_then(|number| number.trim().parse().ok()) {
                    self.add(Text::Shared(number));
                }
            }
            "c" => self.cell = None,
            _ => {}
        }
    }

    fn add(&mut self, text: Text) {
        if let Some((column, reference, _)) = &self.cell {
            self.cells.push(Cell {
                row: self.row,
                column: *column,
                reference: reference.clone(),
                text,
            });
        }
    }
}

/// The column of a reference, from 0: 1 for `B3`.
fn column_of(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0, |number, letter| {
        number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    number.checked_sub(1)
}
