//! Wide tables: a row of names, a column for each language, and columns of what else is known of them.

use std::io::{self, BufRead, Write};

use super::entry::{Draft, Sink};
use super::records::Records;
use super::report::Report;
use super::rows::{Row, cells, rows, write_record};
use super::tags::{TRADITIONAL, Tag, tag};
use super::{Options, invalid};
use crate::glossary::{Country, Entry, Form, Kind, Name, Status};
use crate::lang::Lang;
use crate::message::{Message, said};

/// The columns of a table that is written; reading knows `zh`, `zh-TW` and other language tags, too.
pub const TABLE_COLUMNS: [&str; 15] = [
    "id", "kind", "status", "zh-Hans", "zh-Hant", "ru", "en", "form", "style", "system", "valid", "note",
    "source", "weight", "country",
];

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    /// Names in a language.
    Names(Tag),
    /// A column of the glossary, by its name.
    Field(&'static str),
    /// What a glossary has no column for: how to call it.
    Other(String),
}

/// The fields of a row beside its names.
const FIELDS: [&str; 11] = [
    "id", "kind", "status", "form", "style", "system", "valid", "note", "source", "weight", "country",
];

/// Other words for fields, in small letters.
const FIELD_WORDS: &[(&str, &str)] = &[
    ("comment", "note"),
    ("comments", "note"),
    ("remark", "note"),
    ("description", "note"),
    ("definition", "note"),
    ("примечание", "note"),
    ("комментарий", "note"),
    ("备注", "note"),
    ("注释", "note"),
    ("type", "kind"),
    ("тип", "kind"),
    ("类型", "kind"),
    ("источник", "source"),
    ("来源", "source"),
];

/// The columns of a header.
pub(super) struct Header(Vec<Column>);

impl Header {
    /// Reads a header; none if it names no column of names.
    pub(super) fn new(cells: &[String], options: &Options) -> Option<Header> {
        let columns: Vec<Column> = cells.iter().map(|cell| column(cell, options)).collect();
        let has_names = columns.iter().any(|column| matches!(column, Column::Names(_)));
        has_names.then_some(Header(columns))
    }

    /// Reads a row into an entry.
    pub(super) fn row(
        &self,
        line: usize,
        cells: &[String],
        options: &Options,
        report: &mut Report,
    ) -> Option<Draft> {
        if cells
            .iter()
            .skip(self.0.len())
            .any(|cell| !cell.trim().is_empty())
        {
            let message = said!(
                "cells-number",
                count = cells.len(),
                columns = self.0.len(),
                what = said!("cells-quotes")
            );
            report.broken(line, "", message);
            return None;
        }
        let mut draft = Draft::default();
        let mut name = Name::default();
        let mut status = None;
        for (column, cell) in self
            .0
            .iter()
            .zip(cells)
            .map(|(column, cell)| (column, cell.trim()))
        {
            match column {
                _ if cell.is_empty() => {}
                Column::Names(_) => {}
                Column::Other(header) => report.lose(said!("lost-column", header = header.as_str())),
                Column::Field("id") => cell.clone_into(&mut draft.id),
                Column::Field("kind") => draft.kind = kind(line, cell, report),
                Column::Field("status") => status = Some(known(line, "status", status_of(cell), report)?),
                Column::Field("weight") => draft.weight = known(line, "weight", weight_of(cell), report)?,
                Column::Field("country") => draft.country = country(cell, report),
                Column::Field("form") => {
                    name.form = known(line, "form", cell.parse::<Form>().map_err(Message::from), report)?
                }
                Column::Field(field) => cell.clone_into(text_field(&mut name, field)),
            }
        }
        for (column, cell) in self.0.iter().zip(cells) {
            let Column::Names(tag) = column else { continue };
            for (at, text) in parts(cell, options.split).enumerate() {
                let status = if at == 0 {
                    status
                } else {
                    Some(status.unwrap_or_default().max(Status::Admitted))
                };
                let name = Name {
                    text: text.to_owned(),
                    ..name.clone()
                };
                draft.add(
                    *tag,
                    name,
                    status.or((at == 0).then_some(Status::Preferred)),
                    report,
                );
            }
        }
        if draft.is_empty() {
            report.broken(line, "", said!("row-no-name"));
            return None;
        }
        Some(draft)
    }
}

/// The names in a cell.
fn parts(cell: &str, split: Option<char>) -> impl Iterator<Item = &str> {
    cell.split(move |c| Some(c) == split)
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// A value that a row cannot be read without.
fn known<T>(line: usize, column: &str, value: Result<T, Message>, report: &mut Report) -> Option<T> {
    value.map_err(|why| report.broken(line, column, why)).ok()
}

fn kind(line: usize, word: &str, report: &mut Report) -> Option<Kind> {
    let kind = word.to_lowercase().parse().ok();
    if kind.is_none() {
        report.lose(said!("lost-kinds-unknown"));
        report.warn(line, "kind", said!("kind-unknown", word = word));
    }
    kind
}

/// A country by its code. Tables have names of countries, too: these are counted, and the row is taken without them.
fn country(cell: &str, report: &mut Report) -> Option<Country> {
    let country = cell.parse().ok();
    if country.is_none() {
        report.lose(said!("lost-countries"));
    }
    country
}

/// A status by our word, that of TBX, or what people call a name that is not to be used.
fn status_of(word: &str) -> Result<Status, Message> {
    let small = word.to_lowercase();
    let small = small.strip_suffix("-admn-sts").unwrap_or(&small);
    match small.strip_suffix("term").unwrap_or(small) {
        "approved" | "standardized" | "yes" => Ok(Status::Preferred),
        "allowed" => Ok(Status::Admitted),
        "forbidden" | "not recommended" | "do not use" | "no" => Ok(Status::Deprecated),
        "obsolete" => Ok(Status::Superseded),
        other => other.parse().map_err(|error: crate::Error| error.into()),
    }
}

fn weight_of(cell: &str) -> Result<u32, Message> {
    cell.parse().map_err(|_| said!("no-weight-number", cell = cell))
}

fn text_field<'a>(name: &'a mut Name, field: &str) -> &'a mut String {
    match field {
        "style" => &mut name.style,
        "system" => &mut name.system,
        "valid" => &mut name.valid,
        "source" => &mut name.source,
        _ => &mut name.note,
    }
}

fn column(header: &str, options: &Options) -> Column {
    let header = header.trim();
    let mapped = options
        .columns
        .iter()
        .find(|(from, _)| from == header || from.to_lowercase() == header.to_lowercase());
    let word = mapped.map_or(header, |(_, to)| to).to_lowercase();
    if let Some(tag) = tag(&word) {
        return Column::Names(tag);
    }
    let field = FIELD_WORDS
        .iter()
        .find(|(other, _)| *other == word)
        .map_or(word.as_str(), |(_, field)| field);
    match FIELDS.iter().find(|known| **known == field) {
        Some(field) => Column::Field(field),
        None => Column::Other(header.to_owned()),
    }
}

/// Reads a table from a delimited file.
pub(super) fn read(
    input: &mut dyn BufRead,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> io::Result<()> {
    let mut records = Records::new(input, None, true);
    let mut header = None;
    while let Some((line, cells)) = records.next_sound(report)? {
        take(line, &cells, &mut header, options, sink, report)?;
    }
    report.lose_many(said!("lost-comments"), records.comments);
    if header.is_none() {
        return Err(invalid(said!("no-rows")));
    }
    Ok(())
}

/// Takes a row, the first one as the header.
pub(super) fn take(
    line: usize,
    cells: &[String],
    header: &mut Option<Header>,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> io::Result<()> {
    let Some(header) = header else {
        let first = Header::new(cells, options);
        *header = Some(first.ok_or_else(|| no_names(line, cells))?);
        return Ok(());
    };
    match header.row(line, cells, options, report) {
        Some(draft) => sink.put(draft, report),
        None => Ok(()),
    }
}

fn no_names(line: usize, cells: &[String]) -> io::Error {
    let header: String = cells.join(", ").chars().take(80).collect();
    invalid(said!(
        "in-line",
        line = line,
        why = said!("no-language-column", header = header)
    ))
}

/// Writes a table as a delimited file.
pub(super) fn write(
    entries: &[Entry],
    options: &Options,
    delimiter: u8,
    out: &mut dyn Write,
) -> io::Result<Report> {
    let mut report = Report::default();
    table(entries, options, &mut report, |cells| {
        write_record(out, cells, delimiter)
    })?;
    Ok(report)
}

/// Calls `put` with the header and the rows of a table.
pub(super) fn table(
    entries: &[Entry],
    options: &Options,
    report: &mut Report,
    mut put: impl FnMut(&[&str]) -> io::Result<()>,
) -> io::Result<()> {
    let headers = TABLE_COLUMNS.map(|column| {
        let mapped = options.columns.iter().find(|(_, to)| to == column);
        mapped.map_or(column, |(from, _)| from.as_str())
    });
    put(&headers)?;
    for entry in entries {
        report.entries += 1;
        for row in rows(entry) {
            report.names += row.names.iter().flatten().count();
            put(&wide(entry, &row))?;
        }
    }
    Ok(())
}

/// The cells of a row in the order of [`TABLE_COLUMNS`].
fn wide<'a>(entry: &'a Entry, row: &'a Row<'_>) -> [&'a str; TABLE_COLUMNS.len()] {
    let [
        id,
        kind,
        status,
        zh,
        ru,
        en,
        form,
        style,
        system,
        valid,
        note,
        source,
        weight,
        country,
    ] = cells(entry, row);
    let is_traditional = system == TRADITIONAL;
    let (hans, hant) = if is_traditional { ("", zh) } else { (zh, "") };
    // The column says it of a Chinese name; other names need the cell.
    let only_chinese = row.names[Lang::Ru as usize].is_none() && row.names[Lang::En as usize].is_none();
    let system = if is_traditional && only_chinese {
        ""
    } else {
        system
    };
    [
        id, kind, status, hans, hant, ru, en, form, style, system, valid, note, source, weight, country,
    ]
}
