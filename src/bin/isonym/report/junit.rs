//! JUnit XML: a suite for each article, a case for each finding. An article without findings is a case that passes.

use std::io::{self, Write};

use isonym::lint::Severity;

use super::Checked;
use super::xml::escape;

pub(super) fn begin(out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"isonym\">"
    )
}

pub(super) fn file(out: &mut dyn Write, file: &Checked, threshold: Severity) -> io::Result<()> {
    let path = escape(&file.path);
    let failures = file
        .found
        .iter()
        .filter(|found| found.severity >= threshold)
        .count();
    let tests = file.found.len().max(1);
    writeln!(
        out,
        "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">"
    )?;
    if file.found.is_empty() {
        writeln!(out, "    <testcase name=\"lint\" classname=\"{path}\"/>")?;
    }
    for found in &file.found {
        let (line, column) = file.position(found.span.start);
        let place = format!("{path}:{line}:{column}");
        writeln!(
            out,
            "    <testcase name=\"{} {line}:{column}\" classname=\"{path}\">",
            found.rule
        )?;
        let message = escape(&file.message(found));
        if found.severity >= threshold {
            let severity = found.severity.word();
            writeln!(
                out,
                "      <failure type=\"{severity}\" message=\"{message}\">{place}: {message}</failure>"
            )?;
        } else {
            writeln!(out, "      <system-out>{place}: {message}</system-out>")?;
        }
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}

/// What was not checked is an error of its suite.
pub(super) fn end(out: &mut dyn Write, unread: &[(String, String)]) -> io::Result<()> {
    for (path, why) in unread {
        let (path, why) = (escape(path), escape(why));
        writeln!(
            out,
            "  <testsuite name=\"{path}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">"
        )?;
        writeln!(out, "    <testcase name=\"read\" classname=\"{path}\">")?;
        writeln!(
            out,
            "      <error type=\"unread\" message=\"{why}\"/>\n    </testcase>\n  </testsuite>"
        )?;
    }
    writeln!(out, "</testsuites>")
}
