//! Names as they are typed.

use std::collections::HashSet;

use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, CompletionList, Documentation, MarkupContent,
    MarkupKind, TextEdit,
};
use isonym::index::Reading;
use isonym::lint::guess_language;
use isonym::{Entry, Index, Lang, Name, Script, Span, Status};

use super::hover::card;
use super::open::Open;
use crate::lint::Setup;

/// So many names are offered.
const MOST: usize = 30;

/// So many words before the place may belong to a name.
const MOST_WORDS: usize = 4;

/// So many Chinese characters before the place may belong to a name.
const MOST_HAN: usize = 8;

/// So many letters of a word are needed.
const LEAST_LETTERS: usize = 2;

/// So many bytes of a text tell its language.
const BEGINNING: usize = 4000;

/// The names that what stands before a byte can become.
pub(super) fn completion(open: &Open, setup: &Setup, at: usize) -> CompletionList {
    let text = open.text.as_str();
    let index = &setup.index;
    let started = starts(text, at).into_iter().find_map(|start| {
        let mut names = index.beginning(&text[start..at], MOST);
        // What begins with a small letter is no beginning of a name with a capital.
        if text[start..].starts_with(char::is_lowercase) {
            names.retain(|&name| index.name(name).text.starts_with(char::is_lowercase));
        }
        (!names.is_empty()).then_some((start, names))
    });
    let lang = setup
        .options
        .lang
        .unwrap_or_else(|| guess_language(beginning(text)));
    let items = started.map_or(Vec::new(), |(start, names)| {
        offers(index, &names, lang)
            .into_iter()
            .take(MOST)
            .enumerate()
            .map(|(at_item, offer)| item(open, Span { start, end: at }, at_item, &offer))
            .collect()
    });
    CompletionList {
        is_incomplete: true,
        items,
        ..CompletionList::default()
    }
}

fn beginning(text: &str) -> &str {
    let mut end = BEGINNING.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Where what is being typed may begin, the longest first.
fn starts(text: &str, at: usize) -> Vec<usize> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..at];
    let is_han = |c: char| Script::of(c) == Some(Script::Han);
    let mut starts: Vec<usize> = if before.ends_with(is_han) {
        let han = before.char_indices().rev().take_while(|&(_, c)| is_han(c));
        han.take(MOST_HAN).map(|(start, _)| line + start).collect()
    } else {
        let starts = words_before(before).into_iter().map(|start| line + start);
        starts
            .filter(|&start| text[start..at].chars().count() >= LEAST_LETTERS)
            .collect()
    };
    starts.reverse();
    starts
}

/// Where the words at the end of a line begin, the last one first.
fn words_before(line: &str) -> Vec<usize> {
    let is_outer = |c: char| {
        !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')) || Script::of(c) == Some(Script::Han)
    };
    let mut starts = Vec::new();
    let mut end = line.len();
    for word in line.rsplit(' ').take(MOST_WORDS) {
        let start = end - word.len();
        if let Some((cut, c)) = word.char_indices().rev().find(|&(_, c)| is_outer(c)) {
            starts.push(start + cut + c.len_utf8());
            break;
        }
        starts.push(start);
        end = start.saturating_sub(1);
    }
    starts.retain(|&start| start < line.len());
    starts
}

/// A name that is offered, of an entry.
struct Offer {
    entry: Entry,
    name: Name,
}

/// The names that begin as was typed, the preferred ones in the place of discouraged ones, then what the same things are
/// called in the document's language.
fn offers(index: &Index, names: &[Reading], lang: Lang) -> Vec<Offer> {
    let mut seen: HashSet<(String, String)> = HashSet::new();
    let mut offers = Vec::new();
    let mut others = Vec::new();
    for reading in names {
        let entry = index.entry(reading.entry);
        let name = index.name(*reading);
        let is_right = name.status <= Status::Admitted;
        let own = if is_right {
            Some(&name)
        } else {
            entry.preferred(reading.lang)
        };
        let other = entry.preferred(lang).filter(|_| reading.lang != lang);
        for (name, list) in [(own, &mut offers), (other, &mut others)] {
            let Some(name) = name else { continue };
            if seen.insert((entry.id.clone(), name.text.clone())) {
                list.push(Offer {
                    entry: entry.clone(),
                    name: name.clone(),
                });
            }
        }
    }
    // A name in the document's own language must not drown among many.
    offers.truncate(MOST.saturating_sub(others.len().min(MOST / 2)));
    offers.append(&mut others);
    offers
}

fn item(open: &Open, typed: Span, at: usize, offer: &Offer) -> CompletionItem {
    let detail = Lang::ALL.iter().filter_map(|&lang| offer.entry.preferred(lang));
    let detail: Vec<&str> = detail.map(|name| name.text.as_str()).collect();
    CompletionItem {
        label: offer.name.text.clone(),
        kind: Some(CompletionItemKind::Value),
        detail: Some(format!("{} · {}", offer.entry.kind, detail.join(" · "))),
        documentation: Some(Documentation::MarkupContent(MarkupContent {
            kind: MarkupKind::Markdown,
            value: card(&offer.entry),
        })),
        sort_text: Some(format!("{at:03}")),
        // Editors compare with what was typed, which may stand in another script.
        filter_text: Some(typed.of(open.text.as_str()).to_owned()),
        text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit {
            range: open.text.range(typed),
            new_text: offer.name.text.clone(),
        })),
        ..CompletionItem::default()
    }
}
