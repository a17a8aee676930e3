//! The units of files that hold both sides: PO, XLIFF and TMX.

use isonym::Lang;
use isonym::document::{self, Format, Message};

use super::units::{Id, Side, Unit};

use crate::ui;

/// The translated messages of a PO file; fuzzy, obsolete and empty ones are left out. Of a plural, each form is compared with
/// the plural message, the first one with the singular.
pub(super) fn po(path: &str, text: &str) -> Result<Vec<Unit>, String> {
    let (messages, to) = document::messages(text).map_err(|error| ui::failure(&error))?;
    let wanted = messages
        .iter()
        .filter(|message| !message.id.1.is_empty() && !message.is_fuzzy);
    Ok(wanted.flat_map(|message| of_message(path, message, to)).collect())
}

fn of_message(path: &str, message: &Message, to: Option<Lang>) -> Vec<Unit> {
    let translated = message.translations.iter().enumerate();
    let translated = translated.filter(|(_, (_, text))| !text.is_empty());
    translated
        .map(|(nth, text)| Unit {
            id: Id::Named(message.name()),
            source: side(
                path,
                message.plural.as_ref().filter(|_| nth > 0).unwrap_or(&message.id),
            ),
            target: side(path, text),
            from: None,
            to,
        })
        .collect()
}

fn side(path: &str, (line, text): &(usize, String)) -> Side {
    Side {
        path: path.to_owned(),
        line: *line,
        text: text.clone(),
    }
}

/// The units of an XLIFF or TMX file that have both sides.
pub(super) fn xml(
    format: Format,
    path: &str,
    text: &str,
    from: Option<Lang>,
    to: Option<Lang>,
) -> Result<Vec<Unit>, String> {
    let units = document::units(format, text, from, to).map_err(|error| ui::failure(&error))?;
    let side = |side: &document::Side| Side {
        path: path.to_owned(),
        line: side.line,
        text: side.text().to_owned(),
    };
    let units = units.into_iter().map(|unit| Unit {
        source: side(&unit.source),
        target: side(&unit.target),
        from: unit.source.lang,
        to: unit.target.lang,
        id: Id::Named(unit.id),
    });
    Ok(units.collect())
}
