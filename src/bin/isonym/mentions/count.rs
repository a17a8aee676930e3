//! How often names stand in texts.

use std::collections::HashMap;
use std::io::{self, Write};

use isonym::index::Reading;
use serde::Serialize;

use super::args::Format;
use super::file::File;
use super::found::Finder;
use super::pieces::in_pieces;
use super::report::{EntryObject, entry, on_one_line, row};

/// By name as it is written: how often, and what can be meant.
#[derive(Default)]
pub(super) struct Counts(HashMap<String, (usize, Vec<Reading>)>);

/// The names of a file.
pub(super) fn counts(finder: &Finder<'_>, file: &File) -> Counts {
    let pieces = in_pieces(finder, file.text(), |_, names| {
        let mut counts = Counts::default();
        for found in names.into_iter().filter(|found| file.place(found.span).is_some()) {
            let text = found.span.of(file.text());
            match counts.0.get_mut(text) {
                Some((count, _)) => *count += 1,
                None => counts.put(on_one_line(text), 1, found.readings),
            }
        }
        counts
    });
    pieces.into_iter().fold(Counts::default(), |mut all, one| {
        all.add(one);
        all
    })
}

impl Counts {
    pub(super) fn add(&mut self, more: Counts) {
        more.0
            .into_iter()
            .for_each(|(text, (count, readings))| self.put(text, count, readings));
    }

    fn put(&mut self, text: String, more: usize, readings: Vec<Reading>) {
        self.0.entry(text).or_insert((0, readings)).0 += more;
    }

    /// Writes the names, the most frequent first; gives whether there are any.
    pub(super) fn write(self, finder: &Finder<'_>, format: Format, out: &mut impl Write) -> io::Result<bool> {
        let mut names: Vec<(String, (usize, Vec<Reading>))> = self.0.into_iter().collect();
        names.sort_by(|(a, (x, _)), (b, (y, _))| y.cmp(x).then_with(|| a.cmp(b)));
        let width = names.first().map_or(0, |(_, (count, _))| count.to_string().len());
        if format == Format::Csv {
            writeln!(out, "count,text,entry,kind,lang")?;
        }
        for (text, (count, readings)) in &names {
            match format {
                Format::Text => {
                    let entries = readings.iter().map(|reading| entry(finder, reading));
                    let entries: Vec<String> = entries.map(|(id, kind)| format!("{id} ({kind})")).collect();
                    writeln!(out, "{count:>width$} {text} → {}", entries.join(", "))?;
                }
                Format::Jsonl => {
                    serde_json::to_writer(&mut *out, &object(finder, *count, text, readings))?;
                    writeln!(out)?;
                }
                Format::Csv => {
                    let (id, kind) = entry(finder, &readings[0]);
                    row(
                        out,
                        &[&count.to_string(), text, id, kind, readings[0].lang.code()],
                    )?;
                }
            }
        }
        Ok(!names.is_empty())
    }
}

#[derive(Serialize)]
struct Object<'a> {
    count: usize,
    text: &'a str,
    entries: Vec<EntryObject>,
}

fn object<'a>(finder: &Finder<'_>, count: usize, text: &'a str, readings: &[Reading]) -> Object<'a> {
    let entries = readings.iter().map(|reading| {
        let (entry, kind) = entry(finder, reading);
        EntryObject {
            entry: entry.to_owned(),
            kind,
            lang: reading.lang.code(),
        }
    });
    Object {
        count,
        text,
        entries: entries.collect(),
    }
}
