//! Reading TBX, entry by entry.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::{COUNTRY, FORM, SYSTEM, VALID, WEIGHT};
use crate::exchange::entry::{Draft, Sink, append};
use crate::exchange::invalid;
use crate::exchange::report::Report;
use crate::exchange::tags::{Tag, tag};
use crate::glossary::{Form, Name, Status};
use crate::message::said;

/// Reads TBX of any version and style. A file that breaks off is read up to there.
pub(in crate::exchange) fn read(
    input: &mut dyn BufRead,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> io::Result<()> {
    let lines = Rc::new(Cell::new(1));
    let mut reader = Reader::from_reader(Lines {
        input,
        count: lines.clone(),
    });
    let (mut buffer, mut base) = (Vec::new(), Base::default());
    loop {
        buffer.clear();
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(quick_xml::Error::Io(error)) => return Err(io::Error::new(error.kind(), error.to_string())),
            Err(error) => {
                report.broken(lines.get(), "", said!("xml-broken", why = error.to_string()));
                break;
            }
        };
        match event {
            Event::Start(element) => base.start(&element, lines.get(), report),
            Event::Empty(element) => {
                base.start(&element, lines.get(), report);
                base.end(sink, report)?;
            }
            Event::End(_) => base.end(sink, report)?,
            Event::Text(text) => base.text.push_str(&text),
            Event::CData(text) => base.text.push_str(&text),
            Event::GeneralRef(reference) => match (
                reference.resolve_char_ref(),
                resolve_predefined_entity(&reference),
            ) {
                (Ok(Some(c)), _) => base.text.push(c),
                (_, Some(text)) => base.text.push_str(text),
                _ => report.lose(said!("lost-entities")),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if base.has_root {
        Ok(())
    } else {
        Err(invalid(said!("no-tbx")))
    }
}

/// Counts the lines that were passed.
struct Lines<'a> {
    input: &'a mut dyn BufRead,
    count: Rc<Cell<usize>>,
}

impl Read for Lines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.input.read(buffer)
    }
}

impl BufRead for Lines<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if let Ok(buffer) = self.input.fill_buf() {
            let passed = buffer[..amount].iter().filter(|&&b| b == b'\n').count();
            self.count.set(self.count.get() + passed);
        }
        self.input.consume(amount);
    }
}

/// An element that is open.
struct Open {
    element: String,
    /// The data category: the attribute `type`, or in DCT the element's own name.
    category: String,
}

/// What has been read of the file.
#[derive(Default)]
struct Base {
    has_root: bool,
    open: Vec<Open>,
    text: String,
    line: usize,
    draft: Option<Draft>,
    tag: Option<Tag>,
    /// The language of the section, if it is none of ours.
    stranger: bool,
    term: Option<Term>,
}

/// A term in the making.
#[derive(Default)]
struct Term {
    name: Name,
    status: Option<Status>,
}

impl Base {
    fn start(&mut self, element: &BytesStart<'_>, line: usize, report: &mut Report) {
        let local = element.local_name().as_ref().to_owned();
        let attribute = |wanted: &str| {
            let found = element.attributes().flatten().find(|a| a.key.0 == wanted);
            found.and_then(|a| {
                a.normalized_value(XmlVersion::Implicit1_0)
                    .ok()
                    .map(|value| value.into_owned())
            })
        };
        match local.as_str() {
            "martif" | "tbx" => self.has_root = true,
            "termEntry" | "conceptEntry" => {
                let id = attribute("id").unwrap_or_default();
                // An id of ours that XML does not allow was written with a low line before it.
                let id = id.strip_prefix('_').unwrap_or(&id).to_owned();
                self.draft = Some(Draft {
                    id,
                    ..Draft::default()
                });
                self.line = line;
            }
            "langSet" | "langSec" => {
                let code = attribute("xml:lang")
                    .or_else(|| attribute("lang"))
                    .unwrap_or_default();
                self.tag = tag(&code);
                self.stranger = self.tag.is_none();
            }
            "tig" | "ntig" | "termSec" => {
                self.term = Some(Term::default());
                if self.stranger {
                    report.lose(said!("lost-terms"));
                }
            }
            _ => {}
        }
        // Inline markup (`hi`) belongs to the text around it.
        if !is_inline(&local) {
            self.text.clear();
        }
        let category = attribute("type").unwrap_or_else(|| local.clone());
        self.open.push(Open {
            element: local,
            category,
        });
    }

    fn end(&mut self, sink: &mut Sink<'_>, report: &mut Report) -> io::Result<()> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        match open.element.as_str() {
            inline if is_inline(inline) => return Ok(()),
            "termEntry" | "conceptEntry" => {
                if let Some(draft) = self.draft.take() {
                    if draft.is_empty() && draft.id.is_empty() {
                        report.broken(self.line, "", said!("term-missing"));
                    } else {
                        sink.put(draft, report)?;
                    }
                }
            }
            "langSet" | "langSec" => (self.tag, self.stranger) = (None, false),
            "tig" | "ntig" | "termSec" => self.end_term(report),
            _ if self.text.trim().is_empty() => {}
            _ => self.value(&open, report),
        }
        self.text.clear();
        Ok(())
    }

    fn end_term(&mut self, report: &mut Report) {
        if let (Some(term), Some(tag), Some(draft)) = (self.term.take(), self.tag, &mut self.draft) {
            draft.add(tag, term.name, term.status, report);
        }
    }

    /// An element that holds text: a term or a data category.
    fn value(&mut self, open: &Open, report: &mut Report) {
        let text = self.text.trim();
        let Some(draft) = &mut self.draft else { return };
        if self.stranger {
            return;
        }
        let category = match (open.element.as_str(), open.category.as_str()) {
            // DCT's own names: `isonym:form`.
            ("form", _) => FORM,
            ("system", _) => SYSTEM,
            ("valid", _) => VALID,
            ("weight", _) => WEIGHT,
            ("country", _) => COUNTRY,
            ("note", _) => "note",
            (_, category) => category,
        };
        if self
            .term
            .as_mut()
            .is_some_and(|term| term_value(term, category, text))
        {
            return;
        }
        match (&mut self.term, category) {
            (_, "subjectField") => match text.to_lowercase().parse() {
                Ok(kind) => draft.kind = Some(kind),
                Err(_) => report.lose(said!("lost-subjects")),
            },
            (None, WEIGHT) => match text.parse() {
                Ok(weight) => draft.weight = weight,
                Err(_) => report.lose(said!("lost-weights")),
            },
            (None, COUNTRY) => match text.parse() {
                Ok(country) => draft.country = Some(country),
                Err(_) => report.lose(said!("lost-countries")),
            },
            // What people have written is kept, wherever it stands.
            (Some(term), "note" | "definition" | "context" | "example" | "usageNote" | "reading") => {
                append(&mut term.name.note, text)
            }
            (None, "note" | "definition" | "context" | "example") => draft.notes.push(text.to_owned()),
            (_, category) => report.lose(said!("lost-category", category = category)),
        }
    }
}

fn is_inline(element: &str) -> bool {
    matches!(
        element,
        "hi" | "foreign" | "sc" | "ec" | "ph" | "bpt" | "ept" | "it"
    )
}

/// Takes a value of a term; says whether a name has a place for it.
fn term_value(term: &mut Term, category: &str, text: &str) -> bool {
    match (category, text) {
        ("term", text) => text.clone_into(&mut term.name.text),
        ("administrativeStatus" | "normativeAuthorization", word) => {
            let word = word.strip_suffix("-admn-sts").unwrap_or(word);
            match word.strip_suffix("Term").unwrap_or(word).parse() {
                Ok(status) => term.status = Some(status),
                Err(_) => return false,
            }
        }
        ("termType", "fullForm") => term.name.form = Form::Official,
        ("termType", "shortForm") => term.name.form = Form::Short,
        ("termType", "abbreviation" | "acronym" | "initialism") => term.name.form = Form::Abbreviation,
        ("termType", "entryTerm" | "variant" | "mainEntryTerm") => {}
        ("partOfSpeech", "adjective") => term.name.form = Form::Adjective,
        ("partOfSpeech", "noun" | "properNoun") => {}
        (FORM, word) => match word.parse() {
            Ok(form) => term.name.form = form,
            Err(_) => return false,
        },
        ("customerSubset", text) => text.clone_into(&mut term.name.style),
        (SYSTEM, text) => text.clone_into(&mut term.name.system),
        (VALID, text) => text.clone_into(&mut term.name.valid),
        ("source", text) => append(&mut term.name.source, text),
        _ => return false,
    }
    true
}
