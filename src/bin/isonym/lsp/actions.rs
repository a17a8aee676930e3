//! How findings are mended.

use std::collections::HashMap;

use gen_lsp_types::{CodeAction, CodeActionContext, CodeActionKind, Command, TextEdit, WorkspaceEdit};
use isonym::Span;
use isonym::document::Format;
use isonym::lint::Fix;
use serde_json::json;

use super::commands;
use super::diagnostics::{Edits, Finding, shown};
use super::open::Open;

use crate::ui::said;

/// The kind of what mends all that can be mended without a look.
pub(super) const FIX_ALL: &str = "source.fixAll.isonym";

/// So many suggestions of a finding are offered.
const MOST_SUGGESTIONS: usize = 6;

/// Whether actions of a kind are wanted: kinds are parts of each other by their dots.
pub(super) fn wants(context: &CodeActionContext, kind: &str) -> bool {
    let Some(only) = &context.only else { return false };
    only.iter().any(|wanted| {
        let wanted = String::from(wanted.clone());
        wanted == kind
            || kind
                .strip_prefix(&wanted)
                .is_some_and(|rest| rest.starts_with('.'))
    })
}

/// What can be done about the findings that a part of the source has.
pub(super) fn actions(open: &Open, part: Span, context: &CodeActionContext) -> Vec<CodeAction> {
    let mut actions = Vec::new();
    if context.only.is_none() || wants(context, "quickfix") {
        let touches =
            |one: &&Finding| one.diagnostic.span.start <= part.end && part.start <= one.diagnostic.span.end;
        for one in open.findings.iter().filter(touches) {
            actions.extend(of_finding(open, one));
        }
        let safe = open
            .findings
            .iter()
            .filter(|one| one.safe_fix().is_some())
            .count();
        if !actions.is_empty() && safe > 1 {
            let title = said!("lsp-fix-all-of", count = safe);
            actions.extend(fix_all(open, title, CodeActionKind::QuickFix));
        }
    }
    if wants(context, FIX_ALL) {
        let kind = CodeActionKind::Custom(FIX_ALL.into());
        actions.extend(fix_all(open, said!("lsp-fix-all"), kind));
    }
    actions
}

fn of_finding(open: &Open, one: &Finding) -> Vec<CodeAction> {
    let found = &one.diagnostic;
    let own = shown(std::slice::from_ref(one), &open.text, &open.uri);
    let action = |title: String| CodeAction {
        title,
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(own.clone()),
        ..CodeAction::default()
    };
    let mut actions = Vec::new();
    for (at, (suggestion, edits)) in one.fixes.iter().take(MOST_SUGGESTIONS).enumerate() {
        actions.push(CodeAction {
            edit: Some(edit(open, edits)),
            is_preferred: Some(at == 0 && found.fix == Some(Fix::Safe)),
            ..action(said!("lsp-write", suggestion = suggestion))
        });
    }
    if let Some(edits) = comment(open, one) {
        actions.push(CodeAction {
            edit: Some(edit(open, &edits)),
            ..action(said!("lsp-ignore", rule = found.rule))
        });
    }
    let commands = [
        (commands::IGNORE, said!("lsp-accept", name = &one.name)),
        (commands::ADD, said!("lsp-add", name = &one.name)),
    ];
    for (command, title) in commands {
        actions.push(CodeAction {
            command: Some(Command {
                title: title.clone(),
                command: command.to_owned(),
                arguments: Some(vec![json!({"uri": open.uri.0, "name": one.name})]),
                ..Command::default()
            }),
            ..action(title)
        });
    }
    actions
}

/// A comment that silences a finding, where comments do not show.
fn comment(open: &Open, one: &Finding) -> Option<Edits> {
    if open.format != Format::Markdown {
        return None;
    }
    let line = open.text.line_of(one.diagnostic.span.start);
    let line = open.text.lines(line, line);
    let end = line.start + line.of(open.text.as_str()).trim_end().len();
    let comment = format!(" <!-- isonym-ignore-line {} -->", one.diagnostic.rule);
    Some(vec![(Span { start: end, end }, comment)])
}

/// All that can be put in without a look, if there is anything.
fn fix_all(open: &Open, title: String, kind: CodeActionKind) -> Option<CodeAction> {
    let edits: Edits = open
        .findings
        .iter()
        .filter_map(Finding::safe_fix)
        .flatten()
        .cloned()
        .collect();
    (!edits.is_empty()).then(|| CodeAction {
        title,
        kind: Some(kind),
        edit: Some(edit(open, &edits)),
        ..CodeAction::default()
    })
}

fn edit(open: &Open, edits: &Edits) -> WorkspaceEdit {
    let mut ranges = open.text.ranges();
    let edits = edits.iter().map(|(span, new)| TextEdit {
        range: ranges.of(*span),
        new_text: new.clone(),
    });
    WorkspaceEdit {
        changes: Some(HashMap::from([(open.uri.clone(), edits.collect())])),
        ..WorkspaceEdit::default()
    }
}
