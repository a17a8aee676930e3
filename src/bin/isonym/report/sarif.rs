//! SARIF 2.1.0 (OASIS), with columns in code points.

use std::fmt::Write as _;
use std::io::{self, Write};

use isonym::Span;
use isonym::lint::{Diagnostic, RULES, Rule};
use serde_json::{Value, json};

use super::{Checked, Summary, comma};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn begin(out: &mut dyn Write) -> io::Result<()> {
    let rules: Vec<Value> = RULES.iter().map(rule).collect();
    let driver = json!({"name": "isonym", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules});
    write!(
        out,
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{},\"columnKind\":\"unicodeCodePoints\",\"results\":[",
        json!({"driver": driver})
    )
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
    })
}

pub(super) fn file(out: &mut dyn Write, file: &Checked, items: usize) -> io::Result<()> {
    for (at, found) in file.found.iter().enumerate() {
        comma(out, items + at)?;
        write!(out, "{}", result(file, found))?;
    }
    Ok(())
}

fn result(file: &Checked, found: &Diagnostic) -> Value {
    let index = RULES.iter().position(|rule| rule.name == found.rule);
    let mut result = json!({
        "ruleId": found.rule,
        "level": found.severity.word(),
        "message": {"text": message(found)},
        "locations": [location(file, found.span)],
    });
    if let Some(place) = file.place(found) {
        result["locations"][0]["logicalLocations"] = json!([{"fullyQualifiedName": place}]);
    }
    if let Some(index) = index {
        result["ruleIndex"] = index.into();
    }
    if !found.related.is_empty() {
        let related = found.related.iter().enumerate().map(|(at, &span)| {
            let mut related = location(file, span);
            related["id"] = (at + 1).into();
            related["message"] = json!({"text": span.of(&file.text)});
            related
        });
        result["relatedLocations"] = related.collect();
    }
    if !found.suggestions.is_empty() {
        result["fixes"] = found
            .suggestions
            .iter()
            .map(|text| fix(file, found, text))
            .collect();
    }
    result
}

fn message(found: &Diagnostic) -> String {
    match found.suggestions.first() {
        Some(suggestion) => format!("{}: write `{suggestion}`", found.message),
        None => found.message.to_string(),
    }
}

fn location(file: &Checked, span: Span) -> Value {
    let mut region = region(file, span);
    region["snippet"] = json!({"text": span.of(&file.text)});
    json!({"physicalLocation": {"artifactLocation": {"uri": uri(&file.path)}, "region": region}})
}

fn region(file: &Checked, span: Span) -> Value {
    let (line, column) = file.position(span.start);
    let (end_line, end_column) = file.position(span.end);
    json!({"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column})
}

fn fix(file: &Checked, found: &Diagnostic, text: &str) -> Value {
    let replacement = json!({"deletedRegion": region(file, found.span), "insertedContent": {"text": text}});
    json!({
        "description": {"text": format!("write `{text}`")},
        "artifactChanges": [{"artifactLocation": {"uri": uri(&file.path)}, "replacements": [replacement]}],
    })
}

/// A path as a URI reference: relative ones stay relative.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if path.as_bytes().get(1) == Some(&b':') {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte.into())
            }
            b':' if uri.starts_with("file:///") => uri.push(':'),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

/// Ends the run: what was not checked is told as errors of the tool's execution.
pub(super) fn end(out: &mut dyn Write, unread: &[(String, String)], summary: &Summary) -> io::Result<()> {
    let notifications: Vec<Value> = unread
        .iter()
        .map(|(path, why)| {
            json!({
                "level": "error",
                "message": {"text": why},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}],
            })
        })
        .collect();
    let invocation =
        json!({"executionSuccessful": summary.unread == 0, "toolExecutionNotifications": notifications});
    writeln!(out, "\n],\"invocations\":[{invocation}]}}]}}")
}
