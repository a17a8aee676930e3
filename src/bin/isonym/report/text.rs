//! For people: each finding with its place in the text, then how many there are.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::ops::Range;

use annotate_snippets::renderer::{AnsiColor, Effects};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use isonym::Span;
use isonym::lint::{Diagnostic, Severity};

use super::{Checked, Summary};
use crate::{console, ui};

/// The longest line, in bytes, that is given to the renderer whole: it trims a line to the terminal's width, but reads all of
/// it for each finding.
const LONG_LINE: usize = 1 << 16;

/// So many code points on either side of a finding are given to the renderer of a line that is longer.
const AROUND: usize = 240;

/// So many related places on other lines are shown.
const MOST_RELATED: usize = 2;

pub(super) fn file(out: &mut dyn Write, file: &Checked) -> io::Result<()> {
    if file.found.is_empty() {
        return Ok(());
    }
    let renderer = renderer();
    for found in &file.found {
        writeln!(out, "{}\n", renderer.render(&[group(file, found)]))?;
    }
    Ok(())
}

/// The renderer for this terminal.
pub(crate) fn renderer() -> Renderer {
    if !console::is_colored() {
        return Renderer::plain().term_width(width());
    }
    let note = AnsiColor::BrightCyan.on_default().effects(Effects::BOLD);
    Renderer::styled().term_width(width()).note(note)
}

fn width() -> usize {
    let terminal = io::stdout()
        .is_terminal()
        .then(terminal_size::terminal_size)
        .flatten();
    terminal.map_or(120, |(width, _)| usize::from(width.0).clamp(40, 240))
}

fn group<'a>(file: &'a Checked, found: &'a Diagnostic) -> Group<'a> {
    let level = level(found.severity);
    let line = file.text_line(found.span.start);
    let stands = file
        .place_for_people(found)
        .map(|place| ui::say("in-place", &[("place", &place)]));
    let is_here = |span: &&Span| file.text_line(span.start) == line;
    let (here, elsewhere): (Vec<&Span>, Vec<&Span>) = found.related.iter().partition(is_here);
    let label = found
        .suggestions
        .first()
        .map(|suggestion| ui::say("write", &[("suggestion", suggestion)]));
    let mut elements: Vec<Element<'a>> = place(file, found.span, label, &here);
    elements.extend(stands.map(|place| note().message(place).into()));
    for span in elsewhere.iter().take(MOST_RELATED) {
        elements.extend(place(file, **span, None, &[]));
    }
    if elsewhere.len() > MOST_RELATED {
        let more = ui::counted("more-places", elsewhere.len() - MOST_RELATED);
        elements.push(note().message(more).into());
    }
    if let Some((_, others @ [_, ..])) = found.suggestions.split_first() {
        let others: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
        let others = ui::say("or", &[("suggestions", &others.join(", "))]);
        elements.push(help().message(others).into());
    }
    level
        .primary_title(ui::message(&found.message))
        .id(found.rule)
        .elements(elements)
}

/// The level of a severity, called so in the language of the interface.
pub(crate) fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(ui::say("level-error", &[])),
        Severity::Warning => Level::WARNING.with_name(ui::say("level-warning", &[])),
        Severity::Note => note(),
    }
}

fn note() -> Level<'static> {
    Level::NOTE.with_name(ui::say("level-note", &[]))
}

fn help() -> Level<'static> {
    Level::HELP.with_name(ui::say("level-help", &[]))
}

/// A place as `path:line:column` and the text around it, with related places on the same line.
fn place<'a>(file: &'a Checked, span: Span, label: Option<String>, related: &[&Span]) -> Vec<Element<'a>> {
    let (line, column) = file.position(span.start);
    let own_line = file.text_line(span.start);
    let window = window(file, span, own_line);
    let is_whole = window.start == file.line(own_line).start && line == own_line;
    let within = |span: Span| {
        let clipped = span.start.max(window.start)..span.end.min(window.end);
        (clipped.start < clipped.end).then(|| clipped.start - window.start..clipped.end - window.start)
    };
    let mut snippet = Snippet::source(Cow::Borrowed(&file.text[window.clone()]))
        .line_start(line)
        .fold(false);
    if let Some(range) = within(span) {
        snippet = snippet.annotation(AnnotationKind::Primary.span(range).label(label));
    }
    for range in related.iter().filter_map(|&&span| within(span)) {
        snippet = snippet.annotation(AnnotationKind::Context.span(range));
    }
    // The renderer counts columns from where its source begins: those of a part of a line must be told.
    if is_whole {
        return vec![snippet.path(file.path.as_str()).into()];
    }
    vec![
        Origin::path(file.path.as_str())
            .line(line)
            .char_column(column)
            .into(),
        snippet.into(),
    ]
}

/// The part of the text around a span that is shown: its line, or what of a long line is near it.
fn window(file: &Checked, span: Span, line: usize) -> Range<usize> {
    let last_line = file.text_line(span.end);
    let (first, last) = (file.line(line), file.line(last_line.max(line)));
    if last.end - first.start <= LONG_LINE {
        return first.start..last.end;
    }
    let before = &file.text[first.start..span.start];
    let start = before
        .char_indices()
        .rev()
        .nth(AROUND)
        .map_or(first.start, |(at, _)| first.start + at);
    let after = &file.text[span.end.min(last.end)..last.end];
    let end = after
        .char_indices()
        .nth(AROUND)
        .map_or(last.end, |(at, _)| span.end + at);
    start..end.max(start)
}

pub(super) fn end(out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
    if console::is_quiet() {
        return Ok(());
    }
    let mut parts = vec![summary.checked()];
    let counts = [
        (summary.errors, "errors"),
        (summary.warnings, "warnings"),
        (summary.notes, "notes"),
    ];
    let found = counts.iter().filter(|(number, _)| *number > 0);
    parts.extend(found.map(|&(number, what)| ui::counted(what, number)));
    if parts.len() == 1 && summary.files > 0 {
        parts.push(ui::say("nothing-found", &[]));
    }
    if summary.unread > 0 {
        parts.push(ui::counted("unread", summary.unread));
    }
    writeln!(out, "{}", parts.join(", "))
}
