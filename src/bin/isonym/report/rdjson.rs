//! The Reviewdog Diagnostic Format, whose columns count bytes of UTF-8.

use std::io::{self, Write};

use isonym::lint::Severity;
use serde_json::{Value, json};

use super::{Checked, comma};

pub(super) fn begin(out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "{{\"source\":{},\"diagnostics\":[",
        json!({"name": "isonym"})
    )
}

pub(super) fn file(out: &mut dyn Write, file: &Checked, items: usize) -> io::Result<()> {
    for (at, found) in file.found.iter().enumerate() {
        comma(out, items + at)?;
        let range = json!({"start": position(file, found.span.start), "end": position(file, found.span.end)});
        let severity = match found.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Note => "INFO",
        };
        let suggestions: Vec<Value> = found
            .suggestions
            .iter()
            .map(|text| json!({"range": range, "text": text}))
            .collect();
        let related: Vec<Value> = found
            .related
            .iter()
            .map(|span| {
                let range = json!({"start": position(file, span.start), "end": position(file, span.end)});
                json!({"message": span.of(&file.text), "location": {"path": file.path, "range": range}})
            })
            .collect();
        let object = json!({
            "message": file.message(found),
            "location": {"path": file.path, "range": range},
            "severity": severity,
            "code": {"value": found.rule},
            "suggestions": suggestions,
            "related_locations": related,
        });
        write!(out, "{object}")?;
    }
    Ok(())
}

fn position(file: &Checked, at: usize) -> Value {
    let (line, _) = file.position(at);
    json!({"line": line, "column": file.byte_column(at)})
}

pub(super) fn end(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n]}}")
}
