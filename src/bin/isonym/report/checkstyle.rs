//! Checkstyle XML, which many build servers read.

use std::io::{self, Write};

use isonym::lint::Severity;

use super::Checked;
use super::xml::escape;

pub(super) fn begin(out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">"
    )
}

pub(super) fn file(out: &mut dyn Write, file: &Checked) -> io::Result<()> {
    writeln!(out, "  <file name=\"{}\">", escape(&file.path))?;
    for found in &file.found {
        let (line, column) = file.position(found.span.start);
        let severity = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "info",
        };
        writeln!(
            out,
            "    <error line=\"{line}\" column=\"{column}\" severity=\"{severity}\" message=\"{}\" source=\"isonym.{}\"/>",
            escape(&file.message(found)),
            found.rule
        )?;
    }
    writeln!(out, "  </file>")
}

pub(super) fn end(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "</checkstyle>")
}
