//! The rows of a glossary file as they stand there, and changing or removing one without touching the others.

use super::edit::{Cells, write_cells};
use super::problems::Problems;
use super::records::{Item, Record, Records};
use crate::error::{Error, ErrorKind};
use crate::message::said;

/// The rows of a glossary file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Rows {
    /// The names of the columns, as the first row has them.
    pub columns: Vec<String>,
    /// The other rows, in order.
    pub rows: Vec<Row>,
}

/// A row of a glossary file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its cells, as many as there are columns.
    pub cells: Vec<String>,
}

/// Reads a file as a table, whatever is wrong with it. Comments and empty lines are left out.
///
/// ```
/// let file = "# names\nid;zh\nheihe;黑河\n";
/// let rows = isonym::glossary::rows(file);
/// assert_eq!(rows.columns, ["id", "zh"]);
/// assert_eq!((rows.rows[0].line, rows.rows[0].cells[1].as_str()), (3, "黑河"));
/// ```
pub fn rows(text: &str) -> Rows {
    let mut found = Rows::default();
    for record in records(text) {
        let cells = record.cells.iter().map(|cell| cell.trim().to_owned());
        if found.columns.is_empty() {
            found.columns = cells.collect();
        } else {
            let empty = std::iter::repeat(String::new());
            found.rows.push(Row {
                line: record.line,
                cells: cells.chain(empty).take(found.columns.len()).collect(),
            });
        }
    }
    found
}

/// A glossary file with some cells of the row that begins on a line replaced; the other cells and all other bytes stay.
///
/// # Errors
///
/// No row begins on the line, the file lacks a column, or a quotation mark elsewhere is never closed.
///
/// ```
/// use isonym::glossary::with_changed_row;
/// let file = "id,zh,en\nheihe,黑河,Hei he\n";
/// let changed = with_changed_row(file, 2, &[("en", "Heihe")]).unwrap();
/// assert_eq!(changed, "id,zh,en\nheihe,黑河,Heihe\n");
/// ```
pub fn with_changed_row(text: &str, line: usize, cells: &Cells<'_>) -> Result<String, Error> {
    let (header, row) = row_on(text, line)?;
    let width = header.cells.len();
    let mut new: Vec<&str> = row.cells.iter().map(|cell| &**cell).collect();
    new.resize(width.max(new.len()), "");
    for (column, cell) in cells {
        let is_named = |name: &std::borrow::Cow<'_, str>| name.trim().eq_ignore_ascii_case(column);
        let at = header.cells.iter().position(is_named).ok_or_else(|| {
            let message = said!("column-missing", column = *column);
            Error::new(ErrorKind::Data, message)
        })?;
        new[at] = cell;
    }
    let old = &text[row.start..row.end];
    let line_end = &old[old.trim_end_matches(['\n', '\r']).len()..];
    let mut out = text[..row.start].to_owned();
    write_cells(&mut out, new.into_iter(), Records::new(text).delimiter.into());
    sound(text, out + line_end + &text[row.end..], 0)
}

/// A glossary file without the row that begins on a line.
///
/// # Errors
///
/// No row begins on the line, or a quotation mark elsewhere is never closed.
///
/// ```
/// let file = "id,zh\nheihe,黑河\nharbin,哈尔滨\n";
/// assert_eq!(isonym::glossary::without_row(file, 2).unwrap(), "id,zh\nharbin,哈尔滨\n");
/// assert!(isonym::glossary::without_row(file, 1).is_err());
/// ```
pub fn without_row(text: &str, line: usize) -> Result<String, Error> {
    let (_, row) = row_on(text, line)?;
    sound(text, text[..row.start].to_owned() + &text[row.end..], 1)
}

/// A changed file, unless the change has closed a quotation mark that stood open elsewhere and so run rows together.
fn sound(old: &str, new: String, fewer: usize) -> Result<String, Error> {
    match rows(&new).rows.len() + fewer == rows(old).rows.len() {
        true => Ok(new),
        false => Err(Error::new(ErrorKind::Data, said!("quote-elsewhere"))),
    }
}

/// The header, and the row that begins on a line.
fn row_on(text: &str, line: usize) -> Result<(Record<'_>, Record<'_>), Error> {
    let mut all = records(text);
    let header = all.next();
    header
        .zip(all.find(|record| record.line == line))
        .ok_or_else(|| Error::new(ErrorKind::Data, said!("no-row", line = line)))
}

fn records(text: &str) -> impl Iterator<Item = Record<'_>> {
    let mut records = Records::new(text);
    std::iter::from_fn(move || {
        loop {
            if let Item::Record(record) = records.next(&mut Problems::default())? {
                return Some(record);
            }
        }
    })
}
