//! Workbooks: a table on a sheet.

use std::io::{self, BufRead, Cursor, Write};

use calamine::{Data, DataType, Reader, Xlsx};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::entry::Sink;
use super::report::Report;
use super::{Options, invalid, table};
use crate::glossary::Entry;
use crate::message::said;

/// Reads the table on a sheet. The workbook is read as a whole: it is packed, and its parts refer to each other.
pub(super) fn read(
    input: &mut dyn BufRead,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> io::Result<()> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))
        .map_err(|error| invalid(said!("no-workbook", why = error.to_string())))?;
    let sheets = book.sheet_names();
    let sheet = match &options.sheet {
        Some(sheet) if sheets.contains(sheet) => sheet.clone(),
        Some(sheet) => {
            return Err(invalid(said!(
                "no-sheet",
                sheet = sheet.as_str(),
                sheets = sheets.join(", ")
            )));
        }
        None => sheets
            .first()
            .cloned()
            .ok_or_else(|| invalid(said!("workbook-empty")))?,
    };
    let range = book.worksheet_range(&sheet).map_err(|error| {
        invalid(said!(
            "sheet-unread",
            sheet = sheet.as_str(),
            why = error.to_string()
        ))
    })?;
    report.lose_many(
        said!("lost-sheets"),
        if options.sheet.is_some() {
            0
        } else {
            sheets.len() - 1
        },
    );
    let first = range.start().map_or(0, |(row, _)| row as usize);
    let mut header = None;
    for (at, row) in range.rows().enumerate() {
        let cells: Vec<String> = row.iter().map(text).collect();
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            table::take(first + at + 1, &cells, &mut header, options, sink, report)?;
        }
    }
    match header {
        Some(_) => Ok(()),
        None => Err(invalid(said!("sheet-empty", sheet = sheet.as_str()))),
    }
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        cell => cell.as_string().unwrap_or_else(|| cell.to_string()),
    }
}

/// A sheet has so many rows, and a cell so many characters.
const MOST_ROWS: u32 = 1_048_576;
const LONGEST_CELL: usize = 32_767;

/// Writes a workbook with one sheet; its first row stays in sight and filters the others.
pub(super) fn write(entries: &[Entry], options: &Options, out: &mut dyn Write) -> io::Result<Report> {
    let mut report = Report::default();
    let mut book = Workbook::new();
    // Without it the file would differ with the time of day.
    let epoch = rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&epoch));
    let sheet = book.add_worksheet();
    sheet.set_name("glossary").map_err(failed)?;
    let (bold, mut at, mut cut) = (Format::new().set_bold(), 0u32, 0);
    table::table(entries, options, &mut report, |cells| {
        if at >= MOST_ROWS {
            cut += 1;
            return Ok(());
        }
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let fits = cell.encode_utf16().count() <= LONGEST_CELL;
            let cell = if fits { cell } else { "…" };
            match at {
                0 => sheet.write_string_with_format(0, column as u16, cell, &bold),
                _ => sheet.write_string(at, column as u16, cell),
            }
            .map_err(failed)?;
        }
        at += 1;
        Ok(())
    })?;
    report.lose_many(said!("lost-rows"), cut);
    sheet.set_freeze_panes(1, 0).map_err(failed)?;
    sheet
        .autofilter(0, 0, at.saturating_sub(1), table::TABLE_COLUMNS.len() as u16 - 1)
        .map_err(failed)?;
    for column in 3..7 {
        sheet.set_column_width(column, 28).map_err(failed)?;
    }
    out.write_all(&book.save_to_buffer().map_err(failed)?)?;
    Ok(report)
}

fn failed(error: XlsxError) -> io::Error {
    io::Error::other(error.to_string())
}
