//! Writing TBX.

use std::io::{self, Write};

use quick_xml::escape::escape;

use super::{COUNTRY, Dialect, SYSTEM, VALID, WEIGHT, form_words, status_word};
use crate::exchange::report::Report;
use crate::exchange::tags::tag_of;
use crate::glossary::{Entry, Kind, Name};
use crate::lang::Lang;
use crate::message::said;

/// The names of elements that the versions call differently: entry, language, term.
const VERSION_2: [&str; 3] = ["termEntry", "langSet", "tig"];
const VERSION_3: [&str; 3] = ["conceptEntry", "langSec", "termSec"];

pub(in crate::exchange) fn write(
    entries: &[Entry],
    dialect: Dialect,
    out: &mut dyn Write,
) -> io::Result<Report> {
    let mut writer = Writer {
        out,
        dialect,
        report: Report::default(),
    };
    writer.head()?;
    entries.iter().try_for_each(|entry| writer.entry(entry))?;
    writer.foot()?;
    Ok(writer.report)
}

struct Writer<'a> {
    out: &'a mut dyn Write,
    dialect: Dialect,
    report: Report,
}

impl Writer<'_> {
    fn head(&mut self) -> io::Result<()> {
        writeln!(self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        let (root, header) = match self.dialect {
            Dialect::Martif => (
                "<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n<martif type=\"TBX\" xml:lang=\"en\">",
                "martifHeader",
            ),
            Dialect::Attributes => (
                "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">",
                "tbxHeader",
            ),
            Dialect::Tags => (
                "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" \
                 xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\" \
                 xmlns:isonym=\"urn:isonym:tbx\">",
                "tbxHeader",
            ),
        };
        writeln!(self.out, "{root}")?;
        writeln!(
            self.out,
            "  <{header}><fileDesc><sourceDesc><p>glossary of names, written by isonym</p></sourceDesc></fileDesc></{header}>"
        )?;
        writeln!(self.out, "  <text><body>")
    }

    fn foot(&mut self) -> io::Result<()> {
        let root = if self.dialect == Dialect::Martif {
            "martif"
        } else {
            "tbx"
        };
        writeln!(self.out, "  </body></text>\n</{root}>")
    }

    fn entry(&mut self, entry: &Entry) -> io::Result<()> {
        let [element, lang_element, term_element] = if self.dialect == Dialect::Martif {
            VERSION_2
        } else {
            VERSION_3
        };
        self.report.entries += 1;
        writeln!(self.out, "    <{element} id=\"{}\">", escape(xml_id(&entry.id)))?;
        if entry.kind != Kind::Other {
            self.category(6, "descrip", "subjectField", entry.kind.word())?;
        }
        if entry.weight > 0 {
            self.category(6, "admin", WEIGHT, &entry.weight.to_string())?;
        }
        if let Some(country) = entry.country {
            self.category(6, "admin", COUNTRY, country.code())?;
        }
        let mut languages: Vec<(&str, Vec<(&Name, bool)>)> = Vec::new();
        for lang in Lang::ALL {
            for name in entry.names(lang) {
                let (tag, says_system) = tag_of(lang, name);
                match languages.iter_mut().find(|(other, _)| *other == tag) {
                    Some((_, names)) => names.push((name, says_system)),
                    None => languages.push((tag, vec![(name, says_system)])),
                }
            }
        }
        for (tag, names) in languages {
            writeln!(self.out, "      <{lang_element} xml:lang=\"{tag}\">")?;
            for (name, says_system) in names {
                writeln!(self.out, "        <{term_element}>")?;
                self.term(name, says_system)?;
                writeln!(self.out, "        </{term_element}>")?;
            }
            writeln!(self.out, "      </{lang_element}>")?;
        }
        writeln!(self.out, "    </{element}>")
    }

    fn term(&mut self, name: &Name, says_system: bool) -> io::Result<()> {
        self.report.names += 1;
        let text = self.text(&name.text);
        writeln!(self.out, "          <term>{text}</term>")?;
        // The order of the schema: term notes, then administrative categories, then notes.
        self.category(10, "termNote", "administrativeStatus", status_word(name.status))?;
        let own = |category: &str| category.starts_with("x-");
        let form = form_words(name.form);
        if let Some((category, word)) = form.filter(|(category, _)| !own(category)) {
            self.category(10, "termNote", category, word)?;
        }
        if let Some((category, word)) = form.filter(|(category, _)| own(category)) {
            self.category(10, "admin", category, word)?;
        }
        let system = if says_system { "" } else { &name.system };
        let administrative = [
            ("customerSubset", name.style.as_str()),
            (SYSTEM, system),
            (VALID, &name.valid),
            ("source", &name.source),
        ];
        for (category, value) in administrative {
            if !value.is_empty() {
                self.category(10, "admin", category, value)?;
            }
        }
        if !name.note.is_empty() {
            let note = self.text(&name.note);
            writeln!(self.out, "          <note>{note}</note>")?;
        }
        Ok(())
    }

    /// A data category and its value in the style of the dialect.
    fn category(&mut self, indent: usize, element: &str, category: &str, value: &str) -> io::Result<()> {
        let value = self.text(value);
        if self.dialect != Dialect::Tags {
            return writeln!(
                self.out,
                "{:indent$}<{element} type=\"{category}\">{value}</{element}>",
                ""
            );
        }
        let tag = match category {
            "termType" | "source" => format!("basic:{category}"),
            _ => match category.strip_prefix("x-isonym-") {
                Some(own) => format!("isonym:{own}"),
                None => format!("min:{category}"),
            },
        };
        writeln!(self.out, "{:indent$}<{tag}>{value}</{tag}>", "")
    }

    /// A text for XML, which has no way to write most controls.
    fn text(&mut self, text: &str) -> String {
        let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        if !text.chars().all(is_allowed) {
            self.report.lose(said!("lost-characters"));
            let kept: String = text.chars().filter(|&c| is_allowed(c)).collect();
            return escape(kept.as_str()).into_owned();
        }
        escape(text).into_owned()
    }
}

/// An id as XML has it: it begins with a letter or a low line.
fn xml_id(id: &str) -> String {
    if id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        id.to_owned()
    } else {
        format!("_{id}")
    }
}
