//! Notes of translation files: what they say to the linter is a comment on the unit that they stand in, or, in a header, on all.

use super::super::xml::Part;

/// The notes on the way through a file.
#[derive(Default)]
pub(super) struct Notes {
    /// The text of the note that is open.
    open: Option<String>,
    is_in_unit: bool,
    /// What notes outside of units say, until a unit takes it.
    outer: String,
    /// What those of the unit say.
    own: String,
}

impl Notes {
    /// Whether a part belongs to a note.
    pub(super) fn take(&mut self, part: &Part<'_>) -> bool {
        match part {
            Part::Open(element) if element.local() == "note" => self.open = Some(String::new()),
            Part::Close(..) if self.open.is_some() => self.close(),
            Part::Text(text) => match &mut self.open {
                Some(note) => note.push_str(text.text),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    /// Each comment gets a line, written as one of HTML.
    fn close(&mut self) {
        let note = self.open.take().unwrap_or_default();
        let said = note.trim();
        if said.starts_with("isonym-ignore") && !said.contains(['\n', '<', '>']) {
            let comments = if self.is_in_unit {
                &mut self.own
            } else {
                &mut self.outer
            };
            *comments += &format!("<!-- {said} -->\n");
        }
    }

    pub(super) fn begin_unit(&mut self) {
        self.is_in_unit = true;
        self.own.clear();
    }

    pub(super) fn end_unit(&mut self) {
        self.is_in_unit = false;
    }

    /// What is said of the unit that ends; what was said outside of all is said in front of the first one.
    pub(super) fn of_unit(&mut self) -> String {
        std::mem::take(&mut self.outer) + &std::mem::take(&mut self.own)
    }
}
