//! Writing what was found between a source and its translation.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Origin, Snippet};
use isonym::compare::{Mismatch, RULE};
use isonym::lint::Severity;
use isonym::{LineIndex, Span};
use serde::Serialize;

use super::args::Format;
use super::units::{Id, Side, Unit};
use crate::report::{level, renderer};
use crate::{console, ui};

/// So many code points on either side of a name are shown of a line that is longer.
const AROUND: usize = 240;

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "serve", schema(as = Mismatch))]
pub(crate) struct Finding<'a> {
    unit: &'a Id,
    rule: &'static str,
    severity: &'static str,
    entry: Option<&'a str>,
    message: String,
    suggestions: &'a [String],
    source: Option<Place<'a>>,
    target: Option<Place<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "serve", schema(as = MismatchPlace))]
pub(crate) struct Place<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// The whole report, for the documentation of its form: it is written finding by finding.
#[cfg(feature = "serve")]
#[derive(utoipa::ToSchema)]
#[schema(as = CompareReport)]
#[allow(dead_code)]
pub(crate) struct JsonReport<'a> {
    findings: Vec<Finding<'a>>,
    summary: Counts,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "serve", schema(as = CompareCounts))]
pub(crate) struct Counts {
    units: usize,
    findings: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

/// A report as it is being written.
pub(crate) struct Report<'a> {
    format: Format,
    out: &'a mut dyn Write,
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl<'a> Report<'a> {
    pub(crate) fn begin(format: Format, out: &'a mut dyn Write) -> io::Result<Report<'a>> {
        if format == Format::Json {
            write!(out, "{{\"findings\":[")?;
        }
        Ok(Report {
            format,
            out,
            errors: 0,
            warnings: 0,
            notes: 0,
        })
    }

    /// Writes the findings of a unit.
    pub(crate) fn unit(&mut self, unit: &Unit, found: &[Mismatch]) -> io::Result<()> {
        for found in found {
            match self.format {
                Format::Text => text(self.out, unit, found)?,
                Format::Json => {
                    let comma: &[u8] = if self.findings() == 0 { b"\n" } else { b",\n" };
                    self.out.write_all(comma)?;
                    serde_json::to_writer(&mut *self.out, &finding(unit, found))?;
                }
                Format::Jsonl => {
                    serde_json::to_writer(&mut *self.out, &finding(unit, found))?;
                    writeln!(self.out)?;
                }
            }
            match found.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
        }
        Ok(())
    }

    fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }

    /// Ends the report on so many units.
    pub(crate) fn end(self, units: usize) -> io::Result<()> {
        let Report {
            errors,
            warnings,
            notes,
            ..
        } = self;
        match self.format {
            Format::Text if !console::is_quiet() => {
                let mut parts = vec![ui::counted("units", units)];
                let counts = [(errors, "errors"), (warnings, "warnings"), (notes, "notes")];
                let found = counts.iter().filter(|(number, _)| *number > 0);
                parts.extend(found.map(|&(number, what)| ui::counted(what, number)));
                if parts.len() == 1 {
                    parts.push(ui::say("nothing-found", &[]));
                }
                writeln!(self.out, "{}", parts.join(", "))
            }
            Format::Json => {
                let findings = errors + warnings + notes;
                let summary = Counts {
                    units,
                    findings,
                    errors,
                    warnings,
                    notes,
                };
                writeln!(self.out, "\n],\"summary\":{}}}", serde_json::to_string(&summary)?)
            }
            _ => Ok(()),
        }
    }
}

fn finding<'a>(unit: &'a Unit, found: &'a Mismatch) -> Finding<'a> {
    Finding {
        unit: &unit.id,
        rule: RULE,
        severity: found.severity.word(),
        entry: found.entry.as_deref(),
        message: found.message.to_string(),
        suggestions: &found.suggestions,
        source: found.source.map(|span| place(&unit.source, span)),
        target: found.target.map(|span| place(&unit.target, span)),
    }
}

fn place(side: &Side, span: Span) -> Place<'_> {
    Place {
        start: span.start,
        end: span.end,
        text: span.of(&side.text),
    }
}

/// A finding for people: what is wrong, and both places in their lines.
fn text(out: &mut dyn Write, unit: &Unit, found: &Mismatch) -> io::Result<()> {
    let said = |id| {
        let suggestion = found.suggestions.first();
        suggestion.map(|suggestion| ui::say(id, &[("suggestion", suggestion)]))
    };
    let mut elements: Vec<Element<'_>> = Vec::new();
    let (in_source, in_target) = match found.target {
        Some(_) => (None, said("write")),
        None => (said("expected"), None),
    };
    for (side, span, label) in [
        (&unit.target, found.target, in_target),
        (&unit.source, found.source, in_source),
    ] {
        if let Some(span) = span {
            elements.extend(shown(side, span, label));
        }
    }
    if let Id::Named(id) = &unit.id {
        elements.push(
            level(Severity::Note)
                .message(ui::say("unit", &[("id", &id.replace('\u{4}', ": "))]))
                .into(),
        );
    }
    let group = level(found.severity)
        .primary_title(ui::message(&found.message))
        .id(RULE)
        .elements(elements);
    writeln!(out, "{}\n", renderer().render(&[group]))
}

/// A place as `path:line:column` and the line around it.
fn shown(side: &Side, span: Span, label: Option<String>) -> Vec<Element<'_>> {
    let lines = LineIndex::new(&side.text);
    let (line, column) = lines.position(&side.text, span.start);
    let whole = lines.line(&side.text, line);
    let window = window(&side.text, span, whole.clone());
    let within = span.start - window.start..span.end - window.start;
    let line = side.line + line - 1;
    let snippet = Snippet::source(Cow::Borrowed(&side.text[window.clone()]))
        .line_start(line)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(within).label(label));
    // The renderer counts columns from where its source begins: those of a part of a line must be told.
    if window.start == whole.start {
        return vec![snippet.path(side.path.as_str()).into()];
    }
    let origin = Origin::path(side.path.as_str()).line(line).char_column(column);
    vec![origin.into(), snippet.into()]
}

/// The line of a place, or what of a long line is near it.
fn window(text: &str, span: Span, line: Range<usize>) -> Range<usize> {
    let before = &text[line.start..span.start];
    let start = before
        .char_indices()
        .rev()
        .nth(AROUND)
        .map_or(line.start, |(at, _)| line.start + at);
    let end = line.end.max(span.end);
    let after = &text[span.end..end];
    let end = after
        .char_indices()
        .nth(AROUND)
        .map_or(end, |(at, _)| span.end + at);
    start..end
}
