//! Findings as an editor shows them.

use gen_lsp_types::{
    Code, Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Message, Range,
    Uri,
};
use isonym::Span;
use isonym::document::Document;
use isonym::lint::{Diagnostic, Fix, Severity};

use super::text::Text;

use crate::ui::{self, said};

/// Who finds.
pub(super) const SOURCE: &str = "isonym";

/// Changes of a source.
pub(super) type Edits = Vec<(Span, String)>;

/// A finding with its places in the source, which move as the source is changed.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// What was found; its spans are of the source.
    pub(super) diagnostic: Diagnostic,
    /// The name as it stands there.
    pub(super) name: String,
    /// The suggestions that can be written where the finding stands, with what they change.
    pub(super) fixes: Vec<(String, Edits)>,
}

impl Finding {
    /// A finding of the text of a document, if it can be found in the source.
    pub(super) fn new(document: &Document, mut diagnostic: Diagnostic) -> Option<Finding> {
        let span = diagnostic.span;
        let name = span.of(document.text()).to_owned();
        let suggestions = diagnostic.suggestions.iter().filter(|one| **one != name);
        let fixes = suggestions
            .filter_map(|one| Some((one.clone(), document.source_edits(span, one)?)))
            .collect();
        diagnostic.span = document.source_span(span)?;
        diagnostic.related = diagnostic
            .related
            .into_iter()
            .filter_map(|related| document.source_span(related))
            .collect();
        Some(Finding {
            diagnostic,
            name,
            fixes,
        })
    }

    /// What it changes if nobody looks at it first.
    pub(super) fn safe_fix(&self) -> Option<&Edits> {
        let first = self
            .fixes
            .first()
            .filter(|_| self.diagnostic.fix == Some(Fix::Safe))?;
        (self.diagnostic.suggestions.first() == Some(&first.0)).then_some(&first.1)
    }

    /// Moves with a change of the source; whether it still stands.
    pub(super) fn moves(&mut self, changed: Span, length: usize) -> bool {
        let own = self.diagnostic.span;
        if own.start < changed.end && changed.start < own.end
            || changed.start > own.start && changed.end < own.end
        {
            return false;
        }
        let moved = |span: &mut Span| {
            if span.start >= changed.end {
                let by = changed.end - changed.start;
                span.start = span.start - by + length;
                span.end = span.end - by + length;
            }
        };
        moved(&mut self.diagnostic.span);
        self.diagnostic.related.retain(|span| !span.overlaps(changed));
        self.diagnostic.related.iter_mut().for_each(moved);
        for (span, _) in self.fixes.iter_mut().flat_map(|(_, edits)| edits) {
            moved(span);
        }
        true
    }
}

/// Findings as the protocol has them.
pub(super) fn shown(findings: &[Finding], text: &Text, uri: &Uri) -> Vec<Shown> {
    let mut ranges = text.ranges();
    let ranges: Vec<Range> = findings
        .iter()
        .map(|one| ranges.of(one.diagnostic.span))
        .collect();
    let mut related = text.ranges();
    findings
        .iter()
        .zip(ranges)
        .map(|(one, range)| {
            let places = one.diagnostic.related.iter();
            let places = places.map(|&span| DiagnosticRelatedInformation {
                location: Location {
                    uri: uri.clone(),
                    range: related.of(span),
                },
                message: text
                    .as_str()
                    .get(span.start..span.end)
                    .unwrap_or_default()
                    .to_owned(),
            });
            let places: Vec<DiagnosticRelatedInformation> = places.collect();
            one_shown(one, range, places)
        })
        .collect()
}

fn one_shown(one: &Finding, range: Range, places: Vec<DiagnosticRelatedInformation>) -> Shown {
    let found = &one.diagnostic;
    let message = match found.suggestions.first() {
        Some(best) => format!(
            "{}: {}",
            ui::message(&found.message),
            ui::say("write", &[("suggestion", best)])
        ),
        None => ui::message(&found.message),
    };
    Shown {
        range,
        severity: Some(match found.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
            Severity::Note => DiagnosticSeverity::Information,
        }),
        code: Some(Code::String(found.rule.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: Message::String(message),
        related_information: (!places.is_empty()).then_some(places),
        ..Shown::default()
    }
}

/// A remark on a document that has more findings than are shown.
pub(super) fn not_shown(count: usize) -> Shown {
    Shown {
        severity: Some(DiagnosticSeverity::Information),
        source: Some(SOURCE.to_owned()),
        message: Message::String(said!("lsp-not-shown", count = count)),
        ..Shown::default()
    }
}

/// The whole of a document that cannot be read.
pub(super) fn unreadable(why: &str) -> Shown {
    Shown {
        severity: Some(DiagnosticSeverity::Error),
        source: Some(SOURCE.to_owned()),
        message: Message::String(why.to_owned()),
        ..Shown::default()
    }
}
