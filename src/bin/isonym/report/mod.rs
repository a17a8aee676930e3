//! Writing what was found: one file for each format.

mod checkstyle;
mod github;
mod json;
mod junit;
mod rdjson;
mod sarif;
mod text;
mod xml;

#[cfg(feature = "serve")]
pub(crate) use json::Report as JsonReport;
pub(crate) use json::counts;
pub(crate) use text::{level, renderer};

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;
use isonym::document::Document;
use isonym::lint::{Diagnostic, Severity};
use isonym::{Lang, LineIndex, Message, Span};

use crate::ui;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, with the places in the text
    Text,
    /// One JSON object with all files and a summary
    Json,
    /// One JSON object on a line for each finding
    Jsonl,
    /// SARIF 2.1.0, for code scanning services
    Sarif,
    /// GitHub workflow commands, which become annotations
    Github,
    /// Checkstyle XML
    Checkstyle,
    /// Reviewdog Diagnostic Format
    Rdjson,
    /// JUnit XML
    Junit,
}

/// An article with what was found in it.
pub(crate) struct Checked {
    /// Its path with `/` between folders; `-` for standard input.
    pub(crate) path: String,
    /// The text that the findings speak of.
    pub(crate) text: String,
    pub(crate) found: Vec<Diagnostic>,
    /// The paragraphs, cells or units that the findings stand in.
    places: HashMap<Span, (String, Message)>,
    lines: LineIndex,
    lang: Lang,
    encoding: &'static str,
    /// How sure the encoding is, if it was guessed.
    guess: Option<f32>,
    /// The line of the file that the article is, where it is one.
    record: Option<usize>,
}

impl Checked {
    pub(crate) fn new(
        path: &Path,
        document: &Document,
        mut found: Vec<Diagnostic>,
        lang: Lang,
        encoding: &'static str,
        guess: Option<f32>,
    ) -> Checked {
        let mut places = HashMap::new();
        let is_archive = document.format().is_archive();
        found.retain_mut(|finding| {
            let place = document
                .place(finding.span.start)
                .map(|place| (place.to_string(), place.message()));
            let is_somewhere = is_archive || in_source(document, finding);
            places.extend(place.map(|place| (finding.span, place)));
            is_somewhere
        });
        found.sort_by_key(|finding| finding.span);
        // Without a finding nobody reads the text, and many articles are held at once.
        let text = match is_archive {
            _ if found.is_empty() => "",
            true => document.text(),
            false => document.source(),
        };
        let text = text.to_owned();
        Checked {
            path: shown(path),
            lines: LineIndex::new(&text),
            text,
            found,
            places,
            lang,
            encoding,
            guess,
            record: None,
        }
    }

    /// The same article, if it is a line of its file: places have that line, and columns count through the article.
    pub(crate) fn in_line(mut self, line: Option<usize>) -> Checked {
        self.record = line;
        self
    }

    /// Where a finding stands, for people; none where line and column say it all.
    fn place(&self, found: &Diagnostic) -> Option<&str> {
        self.places.get(&found.span).map(|(place, _)| place.as_str())
    }

    /// The same in the language of the interface.
    fn place_for_people(&self, found: &Diagnostic) -> Option<String> {
        self.places.get(&found.span).map(|(_, place)| ui::message(place))
    }

    /// What a finding says, with its place.
    fn message<'a>(&self, found: &'a Diagnostic) -> Cow<'a, str> {
        match self.place(found) {
            Some(place) => format!("{} ({place})", found.message).into(),
            None => found.message.to_string().into(),
        }
    }

    /// Line and column of a byte, from 1, in code points.
    fn position(&self, at: usize) -> (usize, usize) {
        match self.record {
            Some(line) => (line, self.lines.points_before(&self.text, at) + 1),
            None => self.lines.position(&self.text, at),
        }
    }

    /// The column of a byte, from 1, in bytes.
    fn byte_column(&self, at: usize) -> usize {
        match self.record {
            Some(_) => at + 1,
            None => at - self.line(self.text_line(at)).start + 1,
        }
    }

    /// The line of the article's own text that a byte is in.
    fn text_line(&self, at: usize) -> usize {
        self.lines.position(&self.text, at).0
    }

    /// The bytes of a line of the article's own text.
    fn line(&self, line: usize) -> std::ops::Range<usize> {
        self.lines.line(&self.text, line)
    }
}

/// The findings of an article as people read them.
pub(crate) fn for_people(file: &Checked) -> String {
    let mut out = Vec::new();
    // Memory can always be written.
    let _ = text::file(&mut out, file);
    String::from_utf8_lossy(&out).into_owned()
}

/// Moves a finding from the text of a document to its source, if it can be found there.
fn in_source(document: &Document, finding: &mut Diagnostic) -> bool {
    let Some(span) = document.source_span(finding.span) else {
        return false;
    };
    finding.span = span;
    let related = finding.related.iter();
    finding.related = related.filter_map(|&span| document.source_span(span)).collect();
    true
}

/// A path as reports name it.
fn shown(path: &Path) -> String {
    let path = path.to_string_lossy();
    if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.into_owned()
    }
}

/// How many articles there were, and what was found in them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Summary {
    /// Files that were checked.
    pub(crate) files: usize,
    /// Articles that were checked, where they are lines of files.
    pub(crate) records: usize,
    /// What could not be read or checked.
    pub(crate) unread: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
}

impl Summary {
    /// Counts an article's findings.
    pub(crate) fn add(&mut self, found: &[Diagnostic]) {
        for finding in found {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
        }
    }

    /// What was checked, in words.
    pub(crate) fn checked(&self) -> String {
        let files = ui::counted("files", self.files);
        match self.records {
            0 => files,
            records => ui::say(
                "lines-in",
                &[("lines", &ui::counted("lines", records)), ("files", &files)],
            ),
        }
    }

    /// How many findings are at least so bad.
    pub(crate) fn at_least(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.errors + self.warnings,
            Severity::Note => self.errors + self.warnings + self.notes,
        }
    }
}

/// A report as it is being written.
pub(crate) struct Report<'a> {
    format: Format,
    threshold: Severity,
    out: &'a mut dyn Write,
    /// How many files, or findings, the report holds: what comes next is separated from them.
    items: usize,
    unread: Vec<(String, String)>,
}

impl<'a> Report<'a> {
    /// Begins a report. Findings from the threshold on are failures where a format knows such.
    pub(crate) fn begin(
        format: Format,
        threshold: Severity,
        out: &'a mut dyn Write,
    ) -> io::Result<Report<'a>> {
        match format {
            Format::Json => json::begin(out)?,
            Format::Sarif => sarif::begin(out)?,
            Format::Checkstyle => checkstyle::begin(out)?,
            Format::Rdjson => rdjson::begin(out)?,
            Format::Junit => junit::begin(out)?,
            Format::Text | Format::Jsonl | Format::Github => {}
        }
        Ok(Report {
            format,
            threshold,
            out,
            items: 0,
            unread: Vec::new(),
        })
    }

    /// Writes the findings of an article.
    pub(crate) fn file(&mut self, file: &Checked) -> io::Result<()> {
        let Report { threshold, items, .. } = *self;
        let out = &mut *self.out;
        match self.format {
            Format::Text => text::file(out, file)?,
            Format::Json => json::file(out, file, items)?,
            Format::Jsonl => json::lines(out, file)?,
            Format::Sarif => sarif::file(out, file, items)?,
            Format::Github => github::file(out, file)?,
            Format::Checkstyle => checkstyle::file(out, file)?,
            Format::Rdjson => rdjson::file(out, file, items)?,
            Format::Junit => junit::file(out, file, threshold)?,
        }
        self.items += match self.format {
            Format::Json => 1,
            _ => file.found.len(),
        };
        Ok(())
    }

    /// Remembers what was not checked, for the formats that can say so.
    pub(crate) fn unread(&mut self, path: &Path, why: &str) {
        self.unread.push((shown(path), why.to_owned()));
    }

    /// Ends the report.
    pub(crate) fn end(self, summary: &Summary) -> io::Result<()> {
        let Report { out, unread, .. } = self;
        match self.format {
            Format::Text => text::end(out, summary),
            Format::Json => json::end(out, summary),
            Format::Sarif => sarif::end(out, &unread, summary),
            Format::Checkstyle => checkstyle::end(out),
            Format::Rdjson => rdjson::end(out),
            Format::Junit => junit::end(out, &unread),
            Format::Jsonl | Format::Github => Ok(()),
        }
    }
}

/// The separator before an item of a list in JSON.
fn comma(out: &mut dyn Write, items: usize) -> io::Result<()> {
    out.write_all(if items == 0 { b"\n" } else { b",\n" })
}
