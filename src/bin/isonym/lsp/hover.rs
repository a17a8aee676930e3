//! What is known of a name, in three languages.

use std::fmt::Write;

use gen_lsp_types::{Contents, Hover, MarkupContent, MarkupKind};
use isonym::{Entry, Form, Lang, Name, Span, Status};

use super::here;
use super::open::Open;
use crate::lint::Setup;
use crate::ui::said;

/// So many entries of one name are shown.
const MOST_ENTRIES: usize = 3;

/// So many names of an entry in one language are shown.
const MOST_NAMES: usize = 8;

/// What is shown for a byte of the source: the entry of the finding or of the name that stands there.
pub(super) fn hover(open: &Open, setup: &Setup, at: usize) -> Option<Hover> {
    let finding = open
        .findings
        .iter()
        .find(|one| one.diagnostic.span.start <= at && at <= one.diagnostic.span.end);
    let meant = finding.and_then(|one| {
        let entry = setup.index.find(one.diagnostic.entry.as_deref()?)?;
        Some((one.diagnostic.span, card(&setup.index.entry(entry))))
    });
    let (span, text) = meant.or_else(|| of_name(open, setup, at))?;
    Some(Hover {
        contents: Contents::MarkupContent(MarkupContent {
            kind: MarkupKind::Markdown,
            value: text,
        }),
        range: Some(open.text.range(span)),
    })
}

fn of_name(open: &Open, setup: &Setup, at: usize) -> Option<(Span, String)> {
    let here = here::known(open, setup, at)?;
    let mut text = card(&here.entry);
    for other in here.others.iter().take(MOST_ENTRIES - 1) {
        text += "\n\n---\n\n";
        text += &card(other);
    }
    Some((here.span, text))
}

/// An entry in Markdown.
pub(super) fn card(entry: &Entry) -> String {
    let title = [Lang::En, Lang::Ru, Lang::Zh]
        .iter()
        .find_map(|&lang| entry.preferred(lang));
    let title = title.map_or("", |name| name.text.as_str());
    let mut card = format!("**{}** · {}\n", plain(title), entry.kind);
    for lang in Lang::ALL {
        let names: Vec<&Name> = entry
            .names(lang)
            .iter()
            .filter(|name| name.form != Form::Lookup)
            .collect();
        if names.is_empty() {
            continue;
        }
        let shown: Vec<String> = names
            .iter()
            .take(MOST_NAMES)
            .map(|name| described(name))
            .collect();
        let shown = shown.join(", ");
        let shown = match names.len().saturating_sub(MOST_NAMES) {
            0 => shown,
            more => said!("lsp-and-more", shown = shown, count = more),
        };
        let _ = write!(card, "\n- {}: {shown}", lang.code());
    }
    let names = || Lang::ALL.into_iter().flat_map(|lang| entry.names(lang));
    for note in distinct(names().map(|name| name.note.as_str())) {
        let _ = write!(card, "\n\n{}", plain(note));
    }
    let sources = distinct(names().map(|name| name.source.as_str()));
    let sources: Vec<String> = sources.into_iter().map(plain).collect();
    let _ = write!(card, "\n\n`{}`", entry.id);
    if !sources.is_empty() {
        let _ = write!(card, " · {}", said!("lsp-source", sources = sources.join("; ")));
    }
    card
}

/// A name with what is said of it.
fn described(name: &Name) -> String {
    let text = plain(&name.text);
    let mut said: Vec<&str> = Vec::new();
    if name.status > Status::Admitted {
        said.push(name.status.word());
    }
    said.extend(
        [name.form.word(), &name.style, &name.system, &name.valid]
            .into_iter()
            .filter(|word| !word.is_empty()),
    );
    let text = match name.status {
        Status::Preferred => format!("**{text}**"),
        _ => text,
    };
    match said.as_slice() {
        [] => text,
        said => format!("{text} ({})", plain(&said.join(", "))),
    }
}

fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut kept: Vec<&str> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !kept.contains(&text) && kept.len() < MOST_NAMES {
            kept.push(text);
        }
    }
    kept
}

/// A text as Markdown shows it.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>&#|~".contains(c) {
            plain.push('\\');
        }
        plain.push(if c.is_control() { ' ' } else { c });
    }
    plain
}
