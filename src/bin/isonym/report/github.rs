//! GitHub workflow commands: `::error file=…,line=…::message`.

use std::io::{self, Write};

use isonym::lint::Severity;

use super::Checked;

pub(super) fn file(out: &mut dyn Write, file: &Checked) -> io::Result<()> {
    for found in &file.found {
        let (line, column) = file.position(found.span.start);
        let (end_line, end_column) = file.position(found.span.end);
        let command = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let message = match found.suggestions.first() {
            Some(suggestion) => format!("{}: write `{suggestion}`", file.message(found)),
            None => file.message(found).into_owned(),
        };
        writeln!(
            out,
            "::{command} file={},line={line},endLine={end_line},col={column},endColumn={end_column},title={}::{}",
            property(&file.path),
            property(found.rule),
            data(&message)
        )?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
