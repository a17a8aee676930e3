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
pub(crate) use text::renderer;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;
use isonym::document::{Document, Place};
use isonym::lint::{Diagnostic, Severity};
use isonym::{Lang, LineIndex, Span};

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
    places: HashMap<Span, String>,
    lines: LineIndex,
    lang: Lang,
    encoding: &'static str,
    /// How sure the encoding is, if it was guessed.
    guess: Option<f32>,
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
            let place = document.place(finding.span.start).map(Place::to_string);
            let is_somewhere = is_archive || in_source(document, finding);
            places.extend(place.map(|place| (finding.span, place)));
            is_somewhere
        });
        found.sort_by_key(|finding| finding.span);
        let text = if is_archive {
            document.text()
        } else {
            document.source()
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
        }
    }

    /// Where a finding stands, for people; none where line and column say it all.
    fn place(&self, found: &Diagnostic) -> Option<&str> {
        self.places.get(&found.span).map(String::as_str)
    }

    /// What a finding says, with its place.
    fn message<'a>(&self, found: &'a Diagnostic) -> Cow<'a, str> {
        match self.place(found) {
            Some(place) => format!("{} ({place})", found.message).into(),
            None => found.message.as_str().into(),
        }
    }

    /// Line and column of a byte, from 1, in code points.
    fn position(&self, at: usize) -> (usize, usize) {
        self.lines.position(&self.text, at)
    }

    /// The bytes of a line.
    fn line(&self, line: usize) -> std::ops::Range<usize> {
        self.lines.line(&self.text, line)
    }
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
    /// Articles that were checked.
    pub(crate) files: usize,
    /// What could not be read or checked.
    pub(crate) unread: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Summary {
    /// Counts an article's findings.
    pub(crate) fn add(&mut self, found: &[Diagnostic]) {
        self.files += 1;
        for finding in found {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
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

/// A number with its noun.
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
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
