//! The records of a delimited file, with their places: what RFC 4180 allows, and `#` lines beside it.

use std::borrow::Cow;

use super::problems::{Problems, Severity};
use crate::message::said;

/// A record: the cells of a row and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Record<'a> {
    /// The line it begins on, from 1.
    pub(super) line: usize,
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after its line end.
    pub(super) end: usize,
    pub(super) cells: Vec<Cow<'a, str>>,
}

impl Record<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A line of the file that is no data, or a record.
#[derive(Clone, Debug)]
pub(super) enum Item<'a> {
    /// A line that begins with `#`, without its line end.
    Comment(&'a str),
    Record(Record<'a>),
}

/// Reads a file item by item. Lines without anything in them are left out.
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    pub(super) delimiter: u8,
    /// After an open quote that nothing closes, quoted cells must end on their line.
    within_lines: bool,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str) -> Records<'a> {
        Records {
            text,
            at: if text.starts_with('\u{feff}') { 3 } else { 0 },
            line: 1,
            delimiter: delimiter(text),
            within_lines: false,
        }
    }

    /// The next item. What is wrong with its quotes is told to `problems`.
    pub(super) fn next(&mut self, problems: &mut Problems) -> Option<Item<'a>> {
        loop {
            let rest = &self.text[self.at..];
            if rest.is_empty() {
                return None;
            }
            if rest.starts_with('#') {
                let (start, end) = (self.at, self.line_end(self.at));
                self.pass_to(end);
                self.pass_line_end();
                return Some(Item::Comment(&self.text[start..end]));
            }
            let record = self.record(problems);
            if record.cells.len() > 1 || !record.is_blank() {
                return Some(Item::Record(record));
            }
        }
    }

    fn record(&mut self, problems: &mut Problems) -> Record<'a> {
        let (line, start) = (self.line, self.at);
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell(problems));
            if self.byte() == Some(self.delimiter) {
                self.at += 1;
            } else {
                self.pass_line_end();
                let end = self.at;
                return Record {
                    line,
                    start,
                    end,
                    cells,
                };
            }
        }
    }

    fn cell(&mut self, problems: &mut Problems) -> Cow<'a, str> {
        if self.byte() == Some(b'"') {
            if let Some(cell) = self.quoted(problems) {
                return cell;
            }
            self.within_lines = true;
            problems.add(self.line, "", Severity::Error, said!("quote-open"));
            return Cow::Borrowed(self.bare());
        }
        let cell = self.bare();
        if cell.contains('"') {
            problems.add(
                self.line,
                "",
                Severity::Error,
                said!("quotes-within", cell = short(cell)),
            );
        }
        Cow::Borrowed(cell)
    }

    /// A cell without quotes: up to the delimiter or the end of the line.
    fn bare(&mut self) -> &'a str {
        let start = self.at;
        let bytes = &self.text.as_bytes()[start..];
        let length = bytes
            .iter()
            .position(|&b| b == self.delimiter || b == b'\n' || b == b'\r');
        self.at = start + length.unwrap_or(bytes.len());
        &self.text[start..self.at]
    }

    /// A cell in quotes; none, and nothing read, if they do not close.
    fn quoted(&mut self, problems: &mut Problems) -> Option<Cow<'a, str>> {
        let start = self.at + 1;
        let limit = if self.within_lines {
            self.line_end(start)
        } else {
            self.text.len()
        };
        let end = closing_quote(&self.text.as_bytes()[..limit], start)?;
        let (line, raw) = (self.line, &self.text[start..end]);
        self.pass_to(end);
        self.at += 1;
        let tail = self.bare();
        if !tail.is_empty() {
            problems.add(
                line,
                "",
                Severity::Error,
                said!("quote-followed", text = short(tail)),
            );
        }
        Some(match (raw.contains("\"\""), tail) {
            (false, "") => Cow::Borrowed(raw),
            _ => Cow::Owned(raw.replace("\"\"", "\"") + tail),
        })
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn line_end(&self, from: usize) -> usize {
        let bytes = &self.text.as_bytes()[from..];
        let length = bytes.iter().position(|&b| b == b'\n' || b == b'\r');
        from + length.unwrap_or(bytes.len())
    }

    /// Moves on, counting the lines on the way.
    fn pass_to(&mut self, end: usize) {
        let passed = &self.text.as_bytes()[self.at..end];
        self.line += passed.iter().filter(|&&b| b == b'\n').count();
        self.line += passed
            .windows(2)
            .filter(|pair| pair[0] == b'\r' && pair[1] != b'\n')
            .count();
        self.at = end;
    }

    fn pass_line_end(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let length = match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        self.at += length;
        self.line += usize::from(length > 0);
    }
}

/// The quote that closes a cell: one that is not doubled.
fn closing_quote(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|&b| b == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// The delimiter that the header uses most: comma, semicolon or tab.
fn delimiter(text: &str) -> u8 {
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.split(['\n', '\r']);
    let header = lines
        .into_iter()
        .find(|line| !line.starts_with('#') && !line.trim().is_empty());
    let count = |delimiter: &u8| header.unwrap_or("").bytes().filter(|b| b == delimiter).count();
    // Of equal counts `max_by_key` takes the last.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// The beginning of a text that is too long for a message.
pub(super) fn short(text: &str) -> Cow<'_, str> {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => Cow::Owned(format!("{}…", &text[..at])),
        None => Cow::Borrowed(text),
    }
}
