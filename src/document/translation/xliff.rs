//! XLIFF 1.2 and 2.0: translation units with their source and target.

use super::super::messages::language;
use super::super::xml::{Element, Part, local, read};
use super::notes::Notes;
use super::{Lines, Side, Unit, is_ignored};
use crate::lang::Lang;
use crate::message::{Message, said};

/// Elements whose content is code of another format, not text: of 1.2 in line, and the originals that 2.0 keeps aside.
const CODE: [&str; 6] = ["bpt", "ept", "ph", "it", "originalData", "data"];

/// Elements of a unit that hold other texts than its own source and target.
const OTHERS: [&str; 6] = [
    "alt-trans",
    "seg-source",
    "context-group",
    "matches",
    "glossary",
    "count-group",
];

/// The units of a file that have a target with text in it.
pub(super) fn units(source: &str) -> Result<Vec<Unit>, Message> {
    let mut state = State {
        file: source,
        lines: Lines::new(source),
        is_xliff: false,
        from: None,
        to: None,
        id: String::new(),
        seen: 0,
        source: Side::default(),
        target: Side::default(),
        is_in: None,
        ignored: 0,
        notes: Notes::default(),
        units: Vec::new(),
    };
    read(source, |part| state.take(&part))?;
    if !state.is_xliff {
        return Err(said!("no-xliff"));
    }
    Ok(state.units)
}

struct State<'a> {
    file: &'a str,
    lines: Lines<'a>,
    is_xliff: bool,
    from: Option<Lang>,
    to: Option<Lang>,
    id: String,
    seen: usize,
    source: Side,
    target: Side,
    /// Which of the two is being read.
    is_in: Option<bool>,
    /// How many elements are open within one whose text is not wanted.
    ignored: usize,
    notes: Notes,
    units: Vec<Unit>,
}

impl State<'_> {
    fn take(&mut self, part: &Part<'_>) {
        if is_ignored(part, &mut self.ignored) || self.notes.take(part) {
            return;
        }
        match part {
            Part::Open(element) => self.open(element),
            Part::Close(name, _) => self.close(local(name)),
            Part::Text(text) => {
                let file = self.file;
                if let Some(side) = self.side() {
                    text.write(&mut side.block, file);
                }
            }
        }
    }

    /// The side that is being read.
    fn side(&mut self) -> Option<&mut Side> {
        match self.is_in {
            Some(true) => Some(&mut self.source),
            Some(false) => Some(&mut self.target),
            None => None,
        }
    }

    fn open(&mut self, element: &Element) {
        match element.local() {
            "xliff" => {
                self.is_xliff = true;
                self.languages(element, "srcLang", "trgLang");
            }
            "file" => self.languages(element, "source-language", "target-language"),
            "trans-unit" | "unit" => self.begin(element),
            "source" => self.enter(true, element),
            "target" => self.enter(false, element),
            "cp" => {
                let (text, span) = (code_point(element), element.span);
                if let Some(side) = self.side() {
                    side.block
                        .written(&text, span, super::super::block::Coding::Markup);
                }
            }
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
        self.seen += 1;
        self.notes.begin_unit();
        let number = || self.seen.to_string();
        self.id = element.get("id").map_or_else(number, str::to_owned);
        (self.source, self.target) = (Side::default(), Side::default());
    }

    /// A unit of several segments has several sources and targets: they are parted by a space.
    fn enter(&mut self, is_source: bool, element: &Element) {
        self.is_in = Some(is_source);
        let line = self.lines.upto(element.span.start);
        let lang = if is_source { self.from } else { self.to };
        let own = element.get("xml:lang").and_then(language);
        let Some(side) = self.side() else { return };
        side.lang = own.or(lang);
        if side.block.text.is_empty() {
            side.line = line;
        } else {
            side.block.gap(" ");
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
        if !source.is_blank() && !target.is_blank() {
            self.units.push(Unit {
                id: std::mem::take(&mut self.id),
                source,
                target,
                comments: self.notes.of_unit(),
            });
        }
        self.notes.end_unit();
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
