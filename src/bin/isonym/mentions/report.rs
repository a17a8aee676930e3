//! Mentions, a line for each.

use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use isonym::Span;
use isonym::index::Reading;
use serde::Serialize;

use super::args::Format;
use super::file::File;
use super::found::{Finder, Found};
use super::pieces::in_pieces;
use super::place::{Lines, Place};

/// The first line of csv.
pub(super) const HEADER: &str = "path,line,column,start,end,text,entry,kind,lang\n";

/// The lines of a file's mentions, in pieces.
pub(super) fn lines(finder: &Finder<'_>, file: &File, path: &Path, format: Format) -> Vec<Vec<u8>> {
    let name = path.to_string_lossy();
    let source = file.source();
    let lines = Lines::of(source);
    // The text of a document need not come in the order of its source.
    let is_text = matches!(file, File::Text(_));
    in_pieces(finder, file.text(), |piece: Range<usize>, names: Vec<Found>| {
        let mut place = lines.place(source, if is_text { piece.start } else { 0 });
        let mut written = Vec::with_capacity(names.len() * 64);
        for found in names {
            if let Some(span) = file.place(found.span) {
                if is_text {
                    place.go(source, span.start);
                } else {
                    place = lines.place(source, span.start);
                }
                let mention = Mention {
                    path: &name,
                    place: &place,
                    span,
                    text: found.span.of(file.text()),
                    readings: &found.readings,
                };
                mention
                    .write(finder, format, &mut written)
                    .expect("memory takes what is written");
            }
        }
        written
    })
}

struct Mention<'a> {
    path: &'a str,
    place: &'a Place,
    span: Span,
    text: &'a str,
    readings: &'a [Reading],
}

impl Mention<'_> {
    fn write(&self, finder: &Finder<'_>, format: Format, out: &mut Vec<u8>) -> io::Result<()> {
        let Place { line, column, .. } = self.place;
        match format {
            Format::Text => {
                write!(
                    out,
                    "{}:{line}:{column}: {} → ",
                    self.path,
                    on_one_line(self.text)
                )?;
                for (at, reading) in self.readings.iter().enumerate() {
                    let (id, kind) = entry(finder, reading);
                    write!(out, "{}{id} ({kind})", if at > 0 { ", " } else { "" })?;
                }
                writeln!(out)
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut *out, &self.object(finder))?;
                writeln!(out)
            }
            Format::Csv => {
                let (id, kind) = entry(finder, &self.readings[0]);
                let numbers =
                    [*line, *column, self.span.start, self.span.end].map(|number| number.to_string());
                let lang = self.readings[0].lang.code();
                let [line, column, start, end] = &numbers;
                row(
                    out,
                    &[self.path, line, column, start, end, self.text, id, kind, lang],
                )
            }
        }
    }

    fn object(&self, finder: &Finder<'_>) -> Object<'_> {
        let entries = self.readings.iter().map(|reading| {
            let (entry, kind) = entry(finder, reading);
            let lang = reading.lang.code();
            EntryObject {
                entry: entry.to_owned(),
                kind,
                lang,
            }
        });
        Object {
            path: self.path,
            line: self.place.line,
            column: self.place.column,
            start: self.span.start,
            end: self.span.end,
            text: self.text,
            entries: entries.collect(),
        }
    }
}

#[derive(Serialize)]
struct Object<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    text: &'a str,
    entries: Vec<EntryObject>,
}

#[derive(Serialize)]
pub(super) struct EntryObject {
    pub(super) entry: String,
    pub(super) kind: &'static str,
    pub(super) lang: &'static str,
}

/// The id and the kind of a reading's entry.
pub(super) fn entry<'i>(finder: &Finder<'i>, reading: &Reading) -> (&'i str, &'static str) {
    (
        finder.index.id(reading.entry),
        finder.index.kind(reading.entry).word(),
    )
}

/// A row of csv.
pub(super) fn row(out: &mut impl Write, cells: &[&str]) -> io::Result<()> {
    for (at, cell) in cells.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        if cell.contains([',', '"', '\n', '\r']) {
            write!(out, "{comma}\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            write!(out, "{comma}{cell}")?;
        }
    }
    writeln!(out)
}

/// A name over the end of a line, with spaces for what stands between.
pub(super) fn on_one_line(text: &str) -> String {
    match text.contains(['\n', '\r']) {
        true => text.split_whitespace().collect::<Vec<_>>().join(" "),
        false => text.to_owned(),
    }
}
