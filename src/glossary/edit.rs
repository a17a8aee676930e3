//! Glossary files as text: their canonical form, and a row put in without touching the others.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

use super::csv::{COLUMNS, Header, header};
use super::ids;
use super::problems::{Problem, Problems, Severity};
use super::records::{Item, Record, Records};
use crate::error::{Error, ErrorKind};
use crate::message::said;

/// The canonical form of a glossary file: comma, line feeds, no byte order mark, columns in the usual order (unknown ones
/// last), composed characters, no white space around cells, quotes only where they are needed. Order of rows and
/// comment lines stay.
///
/// # Errors
///
/// The problems for which rows cannot be read cell by cell: quotes, ragged rows, missing columns.
///
/// ```
/// let tidy = isonym::glossary::canonical("ru;zh\r\n Хэйхэ ;\"黑河\"\r\n").unwrap();
/// assert_eq!(tidy, "zh,ru\n黑河,Хэйхэ\n");
/// ```
pub fn canonical(text: &str) -> Result<String, Vec<Problem>> {
    let mut problems = Problems::default();
    let mut records = Records::new(text);
    let mut out = String::with_capacity(text.len());
    let mut order = Vec::new();
    while let Some(item) = records.next(&mut problems) {
        match item {
            Item::Comment(comment) => out.extend([comment.trim_end(), "\n"]),
            Item::Record(record) if order.is_empty() => {
                order = column_order(&record);
                write_header(&mut out, &record, &order);
            }
            Item::Record(record) => {
                check_width(&record, order.len(), &mut problems);
                let cells = order
                    .iter()
                    .map(|&at| record.cells.get(at).map_or("", |cell| cell.trim()));
                write_cells(&mut out, cells, ',');
                out.push('\n');
            }
        }
    }
    header(&mut Records::new(text), &mut problems);
    let mut problems = problems.into_vec();
    problems.retain(|problem| problem.severity == Severity::Error);
    if problems.is_empty() {
        Ok(out)
    } else {
        Err(problems)
    }
}

fn check_width(record: &Record<'_>, width: usize, problems: &mut Problems) {
    if record
        .cells
        .iter()
        .skip(width)
        .any(|cell| !cell.trim().is_empty())
    {
        let message = said!("cells-many", count = record.cells.len(), columns = width);
        problems.add(record.line, "", Severity::Error, message);
    }
}

/// The places of the header's columns, known ones first in their usual order.
fn column_order(header: &Record<'_>) -> Vec<usize> {
    let rank = |&at: &usize| {
        let name = header.cells[at].trim().to_lowercase();
        COLUMNS
            .iter()
            .position(|&column| column == name)
            .unwrap_or(COLUMNS.len())
    };
    let mut order: Vec<usize> = (0..header.cells.len()).collect();
    order.sort_by_key(rank);
    order
}

fn write_header(out: &mut String, header: &Record<'_>, order: &[usize]) {
    let names = order.iter().map(|&at| {
        let name = header.cells[at].trim();
        let lower = name.to_lowercase();
        if COLUMNS.contains(&lower.as_str()) {
            Cow::Owned(lower)
        } else {
            Cow::Borrowed(name)
        }
    });
    write_cells(out, names, ',');
    out.push('\n');
}

/// Writes cells in composed form between delimiters, in quotes where they need them.
pub(super) fn write_cells<T: AsRef<str>>(out: &mut String, cells: impl Iterator<Item = T>, delimiter: char) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(delimiter);
        }
        let cell: String = cell.as_ref().nfc().collect();
        let special = cell.contains([delimiter, '"', '\n', '\r']) || (at == 0 && cell.starts_with('#'));
        if special {
            let _ = write!(out, "\"{}\"", cell.replace('"', "\"\""));
        } else {
            out.push_str(&cell);
        }
    }
}

/// The cells of a new row by the names of their columns.
pub type Cells<'a> = [(&'a str, &'a str)];

/// A glossary file with one more row: after the last row of the same id, or at the end. All other bytes stay, and the new
/// row takes the file's delimiter and line end. Also gives the line that the new row stands on. A row without an id
/// in a file that has the column gets one made from its names.
///
/// # Errors
///
/// A file whose header cannot be read, and a cell for a column that the file lacks.
///
/// ```
/// use isonym::glossary::with_row;
/// let file = "id;zh;en\r\nheihe;黑河;Heihe\r\n";
/// let (text, line) = with_row(file, &[("id", "harbin"), ("zh", "哈尔滨"), ("en", "Harbin")]).unwrap();
/// assert_eq!(text, "id;zh;en\r\nheihe;黑河;Heihe\r\nharbin;哈尔滨;Harbin\r\n");
/// assert_eq!(line, 3);
/// ```
pub fn with_row(text: &str, cells: &Cells<'_>) -> Result<(String, usize), Error> {
    let mut problems = Problems::default();
    let mut records = Records::new(text);
    let Some(header) = header(&mut records, &mut problems) else {
        let first = problems
            .into_vec()
            .into_iter()
            .find(|problem| problem.severity == Severity::Error);
        let why = first.map_or_else(|| said!("no-rows"), |problem| problem.message);
        return Err(Error::new(ErrorKind::Data, why));
    };
    let filled: Vec<(&str, &str)> = cells
        .iter()
        .copied()
        .filter(|(_, cell)| !cell.is_empty())
        .collect();
    if let Some((column, _)) = filled.iter().find(|(column, _)| !header.has(column)) {
        let message = said!("column-missing-value", column = *column);
        return Err(Error::new(ErrorKind::Data, message));
    }
    let id = id_of(&filled);
    let at = place_of(&mut records, &header, &id, text.len());
    let row = row_text(&header, &filled, &id, records.delimiter.into());
    Ok(inserted(text, at, &row))
}

fn id_of(cells: &[(&str, &str)]) -> String {
    let cell = |wanted| {
        cells
            .iter()
            .find(|(column, _)| *column == wanted)
            .map_or("", |&(_, cell)| cell)
    };
    match cell("id") {
        "" => ids::made([cell("en"), cell("ru"), cell("zh")]),
        id => id.to_owned(),
    }
}

/// Where a row of an id belongs.
fn place_of(records: &mut Records<'_>, header: &Header, id: &str, end: usize) -> usize {
    let mut place = end;
    let id_cell = header.position("id");
    while let Some(item) = records.next(&mut Problems::default()) {
        if let Item::Record(record) = item
            && id_cell
                .and_then(|at| record.cells.get(at))
                .is_some_and(|cell| cell.trim() == id)
        {
            place = record.end;
        }
    }
    place
}

fn row_text(header: &Header, cells: &[(&str, &str)], id: &str, delimiter: char) -> String {
    let mut row = vec![""; header.width];
    let with_id = [("id", id)];
    for &(column, cell) in with_id.iter().chain(cells) {
        if let Some(at) = header.position(column) {
            row[at] = cell;
        }
    }
    let mut text = String::new();
    write_cells(&mut text, row.into_iter(), delimiter);
    text
}

/// The text with a line put in, and the number of that line.
fn inserted(text: &str, at: usize, row: &str) -> (String, usize) {
    let (before, after) = text.split_at(at);
    let line_end = if text.contains("\r\n") {
        "\r\n"
    } else if text.contains('\r') && !text.contains('\n') {
        "\r"
    } else {
        "\n"
    };
    let starts_fresh = before.is_empty() || before.ends_with(['\n', '\r']);
    let first = if starts_fresh { "" } else { line_end };
    // A file without a line end at its end keeps to that.
    let last = if starts_fresh || !after.is_empty() {
        line_end
    } else {
        ""
    };
    let line_ends = |text: &str| text.matches('\n').count() + text.replace("\r\n", "").matches('\r').count();
    let line = line_ends(before) + 1 + usize::from(!starts_fresh);
    (format!("{before}{first}{row}{last}{after}"), line)
}
