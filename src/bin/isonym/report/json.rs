//! JSON: all files in one object, or one finding on a line. The fields are promises to users.

use std::io::{self, Write};

use isonym::Span;
use isonym::lint::{Diagnostic, Fix};
use serde::Serialize;

use super::{Checked, Summary, comma};

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct File<'a> {
    path: &'a str,
    /// The line of the file that the article is, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    encoding: &'static str,
    /// How sure the encoding is, if it was guessed.
    guess: Option<f32>,
    lang: &'static str,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct Finding<'a> {
    path: &'a str,
    rule: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    place: Place<'a>,
    /// The paragraph, cell or unit, in words.
    #[serde(rename = "place", skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
    message: String,
    suggestions: &'a [String],
    fix: Option<&'static str>,
    entry: Option<&'a str>,
    related: Vec<Place<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct Place<'a> {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: &'a str,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct Counts {
    files: usize,
    /// How many lines of them, where lines are articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<usize>,
    findings: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    unread: usize,
}

/// The whole report, for the documentation of its form: it is written file by file.
#[cfg(feature = "serve")]
#[derive(utoipa::ToSchema)]
#[schema(as = LintReport)]
#[allow(dead_code)]
pub(crate) struct Report<'a> {
    files: Vec<File<'a>>,
    summary: Counts,
}

fn place(file: &Checked, span: Span) -> Place<'_> {
    let (line, column) = file.position(span.start);
    Place {
        start: span.start,
        end: span.end,
        line,
        column,
        text: span.of(&file.text),
    }
}

fn finding<'a>(file: &'a Checked, found: &'a Diagnostic) -> Finding<'a> {
    Finding {
        path: &file.path,
        rule: found.rule,
        severity: found.severity.word(),
        place: place(file, found.span),
        words: file.place(found),
        message: found.message.to_string(),
        suggestions: &found.suggestions,
        fix: found.fix.map(Fix::word),
        entry: found.entry.as_deref(),
        related: found.related.iter().map(|&span| place(file, span)).collect(),
    }
}

/// One finding on a line.
pub(super) fn lines(out: &mut dyn Write, file: &Checked) -> io::Result<()> {
    for found in &file.found {
        serde_json::to_writer(&mut *out, &finding(file, found))?;
        writeln!(out)?;
    }
    Ok(())
}

pub(super) fn begin(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"files\":[")
}

pub(super) fn file(out: &mut dyn Write, file: &Checked, items: usize) -> io::Result<()> {
    comma(out, items)?;
    let object = File {
        path: &file.path,
        line: file.record,
        encoding: file.encoding,
        guess: file.guess.map(|sure| (sure * 100.0).round() / 100.0),
        lang: file.lang.code(),
        diagnostics: file.found.iter().map(|found| finding(file, found)).collect(),
    };
    Ok(serde_json::to_writer(out, &object)?)
}

/// The numbers of a summary.
pub(crate) fn counts(summary: &Summary) -> impl Serialize + use<> {
    Counts {
        files: summary.files,
        lines: Some(summary.records).filter(|&records| records > 0),
        findings: summary.errors + summary.warnings + summary.notes,
        errors: summary.errors,
        warnings: summary.warnings,
        notes: summary.notes,
        unread: summary.unread,
    }
}

pub(super) fn end(out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
    writeln!(
        out,
        "\n],\"summary\":{}}}",
        serde_json::to_string(&counts(summary))?
    )
}
