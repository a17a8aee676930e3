//! Two-column formats: OmegaT, DeepL, Google, Weblate.

use std::collections::HashSet;
use std::io::{self, BufRead, Write};

use super::entry::{Draft, Sink};
use super::records::Records;
use super::report::Report;
use super::rows::write_record;
use super::table::Header;
use super::tags::{Tag, tag};
use super::{Format, Options};
use crate::error::{Error, ErrorKind};
use crate::glossary::{Entry, Form, Name, Status};
use crate::lang::{Lang, Script};
use crate::message::said;

/// The columns of Weblate's files, in translate-toolkit's order.
const WEBLATE: [&str; 8] = [
    "location",
    "source",
    "target",
    "id",
    "fuzzy",
    "context",
    "translator_comments",
    "developer_comments",
];

/// Which cell of a row holds what.
#[derive(Clone, Copy)]
struct Places {
    source: usize,
    target: usize,
    context: Option<usize>,
    /// The first cell of remarks.
    notes: Option<usize>,
    /// The cells of DeepL's columns for the languages.
    langs: Option<(usize, usize)>,
}

pub(super) fn read(
    format: Format,
    input: &mut dyn BufRead,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> io::Result<()> {
    let is_omegat = format == Format::OmegaT;
    // OmegaT knows no quotes: a tab parts cells, whatever is in them.
    let mut records = Records::new(input, is_omegat.then_some('\t'), !is_omegat);
    let (mut places, mut header) = (None, None);
    while let Some((line, cells)) = records.next_sound(report)? {
        if let Some(header) = &header {
            let header: &Header = header;
            if let Some(draft) = header.row(line, &cells, options, report) {
                sink.put(draft, report)?;
            }
            continue;
        }
        let Some(known) = places else {
            if format == Format::Google && cells.iter().filter(|cell| tag(cell).is_some()).count() >= 2 {
                header = Header::new(&cells, options);
                continue;
            }
            let (first, is_header) = first_row(format, &cells);
            places = Some(first);
            if !is_header {
                take(line, &cells, first, options, sink, report)?;
            }
            continue;
        };
        take(line, &cells, known, options, sink, report)?;
    }
    report.lose_many(said!("lost-comments"), records.comments);
    Ok(())
}

/// The places that a first row tells, and whether it is a header.
fn first_row(format: Format, cells: &[String]) -> (Places, bool) {
    let plain = Places {
        source: 0,
        target: 1,
        context: None,
        notes: None,
        langs: None,
    };
    match format {
        Format::OmegaT => (
            Places {
                notes: Some(2),
                ..plain
            },
            false,
        ),
        Format::DeepL => (
            Places {
                langs: Some((2, 3)),
                ..plain
            },
            false,
        ),
        Format::Weblate => {
            let at = |name: &str| {
                cells
                    .iter()
                    .position(|cell| cell.trim().eq_ignore_ascii_case(name))
            };
            match (at("source"), at("target")) {
                (Some(source), Some(target)) => {
                    let notes = at("translator_comments").or(at("developer_comments"));
                    (
                        Places {
                            source,
                            target,
                            context: at("context"),
                            notes,
                            langs: None,
                        },
                        true,
                    )
                }
                _ if cells.len() == WEBLATE.len() => (
                    Places {
                        source: 1,
                        target: 2,
                        context: Some(5),
                        notes: Some(6),
                        langs: None,
                    },
                    false,
                ),
                _ => (plain, false),
            }
        }
        _ => (plain, false),
    }
}

fn take(
    line: usize,
    cells: &[String],
    places: Places,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> io::Result<()> {
    let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
    let mut draft = Draft::default();
    let stated = |at: usize| tag(cell(at)).map(|tag| tag.lang);
    let langs = places
        .langs
        .map(|(from, to)| (stated(from), stated(to)))
        .unwrap_or_default();
    for (at, lang) in [
        (places.source, options.from.or(langs.0)),
        (places.target, options.to.or(langs.1)),
    ] {
        let text = cell(at);
        let Some(lang) = lang.or_else(|| lang_of(text)) else {
            let message = match text {
                "" => said!("row-two"),
                _ => said!("language-untold", text = text),
            };
            report.broken(line, "", message);
            return Ok(());
        };
        if text.is_empty() {
            report.broken(line, "", said!("row-two"));
            return Ok(());
        }
        let name = Name {
            text: text.to_owned(),
            ..Name::default()
        };
        draft.add(Tag { lang, system: "" }, name, None, report);
    }
    if let Some(at) = places.notes {
        draft.notes.extend(
            cells
                .iter()
                .skip(at)
                .map(|note| note.trim().to_owned())
                .filter(|note| !note.is_empty()),
        );
    }
    if let Some(at) = places.context {
        cell(at).clone_into(&mut draft.id);
    }
    sink.put(draft, report)
}

/// The language whose letters a name is in.
fn lang_of(text: &str) -> Option<Lang> {
    let script = Script::of_text(text)?;
    Lang::ALL.into_iter().find(|lang| lang.script() == script)
}

/// A source name with its target.
struct Pair<'a> {
    entry: &'a Entry,
    source: &'a Name,
    target: &'a Name,
}

pub(super) fn write(
    format: Format,
    entries: &[Entry],
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<Report> {
    let mut report = Report::default();
    if format == Format::Google && options.from.is_none() && options.to.is_none() {
        write_equivalents(entries, out, &mut report)?;
        return Ok(report);
    }
    let (Some(from), Some(to)) = (options.from, options.to) else {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            Error::new(
                ErrorKind::Argument,
                said!("languages-missing", format = format.word()),
            ),
        ));
    };
    if from == to {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            Error::new(ErrorKind::Argument, said!("languages-same")),
        ));
    }
    if format == Format::Weblate {
        write_record(out, &WEBLATE, b',')?;
    }
    let mut seen = HashSet::new();
    for entry in entries {
        for pair in pairs(entry, from, to, options.all_names, &mut report) {
            // A machine takes one translation for a term; people can choose.
            let is_machine = matches!(format, Format::DeepL | Format::Google);
            if is_machine && !seen.insert(pair.source.text.as_str()) {
                report.lose(said!("lost-homonyms"));
                continue;
            }
            report.entries += 1;
            report.names += 2;
            write_pair(format, &pair, out, &mut report)?;
        }
    }
    Ok(report)
}

/// The pairs of an entry; what they leave out is counted.
fn pairs<'a>(entry: &'a Entry, from: Lang, to: Lang, all: bool, report: &mut Report) -> Vec<Pair<'a>> {
    let other: usize = Lang::ALL
        .iter()
        .filter(|&&lang| lang != from && lang != to)
        .map(|&lang| entry.names(lang).len())
        .sum();
    report.lose_many(said!("lost-languages", from = from.code(), to = to.code()), other);
    let (Some(first), Some(target)) = (entry.preferred(from), entry.preferred(to)) else {
        report.lose(said!("lost-without", from = from.code(), to = to.code()));
        return Vec::new();
    };
    let is_more = |name: &&Name| {
        all && name.status == Status::Admitted
            && name.form != Form::Adjective
            && name.form != Form::Demonym
            && name.text != first.text
    };
    let sources: Vec<&Name> = std::iter::once(first)
        .chain(entry.names(from).iter().filter(is_more))
        .collect();
    let left = entry.names(from).len() - sources.len() + entry.names(to).len() - 1;
    report.lose_many(said!("lost-beside"), left);
    sources
        .into_iter()
        .map(|source| Pair {
            entry,
            source,
            target,
        })
        .collect()
}

fn write_pair(format: Format, pair: &Pair<'_>, out: &mut dyn Write, report: &mut Report) -> io::Result<()> {
    let (source, target) = (pair.source.text.as_str(), pair.target.text.as_str());
    let notes: Vec<&str> = [pair.source, pair.target]
        .into_iter()
        .map(|name| name.note.as_str())
        .filter(|note| !note.is_empty())
        .collect();
    let mut note = String::new();
    notes
        .iter()
        .for_each(|more| super::entry::append(&mut note, more));
    if pair.entry.kind != crate::glossary::Kind::Other {
        report.lose(said!("lost-kinds"));
    }
    match format {
        Format::OmegaT => {
            // The format has no way to write a tab, and a comment begins with #.
            let line = format!("{}\t{}\t{}", no_tab(source), no_tab(target), no_tab(&note));
            writeln!(out, "{}", line.trim_end_matches('\t'))
        }
        Format::Weblate => write_record(
            out,
            &["", source, target, "", "", &pair.entry.id, &note, ""],
            b',',
        ),
        _ => {
            report.lose_many(said!("lost-notes"), notes.len());
            write_record(out, &[source, target], b',')
        }
    }
}

fn no_tab(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

/// The codes that Google has for the languages.
const GOOGLE: [&str; 3] = ["zh-CN", "ru", "en"];

/// Google's table of equivalent terms: a row for an entry.
fn write_equivalents(entries: &[Entry], out: &mut dyn Write, report: &mut Report) -> io::Result<()> {
    write_record(out, &GOOGLE, b',')?;
    for entry in entries {
        let names = Lang::ALL.map(|lang| entry.preferred(lang));
        let held = names.iter().flatten().count();
        let all: usize = Lang::ALL.iter().map(|&lang| entry.names(lang).len()).sum();
        if held < 2 {
            report.lose(said!("lost-fewer-two"));
            continue;
        }
        report.entries += 1;
        report.names += held;
        report.lose_many(said!("lost-beside"), all - held);
        write_record(
            out,
            &names.map(|name| name.map_or("", |name| name.text.as_str())),
            b',',
        )?;
    }
    Ok(())
}
