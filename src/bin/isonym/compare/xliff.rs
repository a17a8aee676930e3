//! XLIFF 1.2 and 2.0: translation units with their source and target.

use isonym::Lang;

use super::units::{Id, Side, Unit};
use super::xml::{Element, Part, read};

/// Elements whose content is code of another format, not text: of 1.2 in line, and the originals that 2.0 keeps aside.
const CODE: [&str; 6] = ["bpt", "ept", "ph", "it", "originalData", "data"];

/// Elements of a unit that hold other texts than its own source and target.
const OTHERS: [&str; 8] = [
    "alt-trans",
    "seg-source",
    "note",
    "notes",
    "context-group",
    "matches",
    "glossary",
    "count-group",
];

/// The units of a file that have a target with text in it.
///
/// # Errors
///
/// What is malformed, or that the file is no XLIFF.
pub(super) fn units(path: &str, text: &str) -> Result<Vec<Unit>, String> {
    let mut state = State {
        path,
        ..State::default()
    };
    read(text, |part| state.take(part))?;
    if !state.is_xliff {
        return Err("not an XLIFF file: its root is not `xliff`".to_owned());
    }
    Ok(state.units)
}

#[derive(Default)]
struct State<'a> {
    path: &'a str,
    is_xliff: bool,
    from: Option<Lang>,
    to: Option<Lang>,
    id: String,
    source: Text,
    target: Text,
    /// Which of the two is being read.
    is_in: Option<bool>,
    /// How many elements are open within one whose text is not wanted.
    ignored: usize,
    units: Vec<Unit>,
}

#[derive(Default)]
struct Text {
    line: usize,
    text: String,
}

impl State<'_> {
    fn take(&mut self, part: Part) {
        match part {
            Part::Open(_) | Part::Close(_) if self.ignored > 0 => {
                self.ignored = if matches!(part, Part::Open(_)) {
                    self.ignored + 1
                } else {
                    self.ignored - 1
                };
            }
            Part::Open(element) => self.open(&element),
            Part::Close(name) => self.close(&name),
            Part::Text(text) => self.text(&text),
        }
    }

    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            "xliff" => {
                self.is_xliff = true;
                self.languages(element, "srcLang", "trgLang");
            }
            "file" => self.languages(element, "source-language", "target-language"),
            "trans-unit" | "unit" => self.begin(element),
            "source" => self.enter(true, element.line),
            "target" => self.enter(false, element.line),
            "cp" => self.text(&code_point(element)),
            name if CODE.contains(&name) && !is_empty_code(element) || OTHERS.contains(&name) => {
                self.ignored = 1
            }
            _ => {}
        }
    }

    fn languages(&mut self, element: &Element, from: &str, to: &str) {
        let lang = |name| element.get(name).and_then(language);
        self.from = lang(from).or(self.from);
        self.to = lang(to).or(self.to);
    }

    fn begin(&mut self, element: &Element) {
        let number = || (self.units.len() + 1).to_string();
        self.id = element.get("id").map_or_else(number, str::to_owned);
        (self.source, self.target) = (Text::default(), Text::default());
    }

    /// A unit of several segments has several sources and targets: they are parted by a space.
    fn enter(&mut self, is_source: bool, line: usize) {
        self.is_in = Some(is_source);
        let side = if is_source {
            &mut self.source
        } else {
            &mut self.target
        };
        if side.text.is_empty() {
            side.line = line;
        } else {
            side.text.push(' ');
        }
    }

    fn text(&mut self, text: &str) {
        match self.is_in {
            Some(_) if self.ignored > 0 => {}
            Some(true) => self.source.text.push_str(text),
            Some(false) => self.target.text.push_str(text),
            None => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "source" | "target" => self.is_in = None,
            "trans-unit" | "unit" => self.end(),
            _ => {}
        }
    }

    fn end(&mut self) {
        let (source, target) = (std::mem::take(&mut self.source), std::mem::take(&mut self.target));
        if source.text.trim().is_empty() || target.text.trim().is_empty() {
            return;
        }
        let side = |text: Text| Side {
            path: self.path.to_owned(),
            line: text.line,
            text: text.text,
        };
        self.units.push(Unit {
            id: Id::Named(std::mem::take(&mut self.id)),
            source: side(source),
            target: side(target),
            from: self.from,
            to: self.to,
        });
    }
}

/// Whether an element of 2.0 that shares its name with one of 1.2 (`ph`) only points at its code.
fn is_empty_code(element: &Element) -> bool {
    element.get("dataRef").is_some()
}

/// The character of a `cp` element.
fn code_point(element: &Element) -> String {
    let number = element
        .get("hex")
        .and_then(|hex| u32::from_str_radix(hex, 16).ok());
    number
        .and_then(char::from_u32)
        .map_or_else(String::new, String::from)
}

/// The language of a tag like `ru-RU`.
pub(super) fn language(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next().unwrap_or(tag);
    primary.to_ascii_lowercase().parse().ok()
}
