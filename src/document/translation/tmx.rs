//! TMX 1.4: translation units with a variant for each language.

use super::super::messages::language;
use super::super::xml::{Element, Part, local, read};
use super::notes::Notes;
use super::{Lines, Side, Unit, is_ignored};
use crate::lang::Lang;
use crate::message::{Message, said};

/// Elements whose content is code of another format, or a property.
const IGNORED: [&str; 6] = ["bpt", "ept", "ph", "it", "ut", "prop"];

/// The units of a file: for each one the source language with every other of the three languages, or with the one that is
/// wanted. The source language is the one that is wanted, or the one that the header names. Without `with_source` the source sides
/// stay empty: one text is not copied for many translations.
pub(super) fn units(
    source: &str,
    from: Option<Lang>,
    to: Option<Lang>,
    with_source: bool,
) -> Result<Vec<Unit>, Message> {
    let mut state = State {
        file: source,
        lines: Lines::new(source),
        is_tmx: false,
        from,
        to,
        with_source,
        id: String::new(),
        seen: 0,
        variants: Vec::new(),
        is_segment: false,
        ignored: 0,
        notes: Notes::default(),
        units: Vec::new(),
    };
    read(source, |part| state.take(&part))?;
    if !state.is_tmx {
        return Err(said!("no-tmx"));
    }
    if with_source && state.units.is_empty() && state.seen > 0 {
        return Err(said!("no-unit"));
    }
    Ok(state.units)
}

struct State<'a> {
    file: &'a str,
    lines: Lines<'a>,
    is_tmx: bool,
    from: Option<Lang>,
    to: Option<Lang>,
    with_source: bool,
    id: String,
    seen: usize,
    variants: Vec<Side>,
    is_segment: bool,
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
                let wanted = self.is_segment;
                if let Some(variant) = self.variants.last_mut().filter(|_| wanted) {
                    text.write(&mut variant.block, self.file);
                }
            }
        }
    }

    fn open(&mut self, element: &Element) {
        match element.local() {
            "tmx" => self.is_tmx = true,
            "header" => self.from = self.from.or_else(|| element.get("srclang").and_then(language)),
            "tu" => {
                self.seen += 1;
                self.notes.begin_unit();
                self.id = element
                    .get("tuid")
                    .map_or_else(|| self.seen.to_string(), str::to_owned);
                self.variants.clear();
            }
            "tuv" => self.variants.push(Side {
                lang: element.get("xml:lang").or(element.get("lang")).and_then(language),
                line: self.lines.upto(element.span.start),
                ..Side::default()
            }),
            "seg" => self.is_segment = true,
            name if IGNORED.contains(&name) => self.ignored = 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "seg" => self.is_segment = false,
            "tu" => {
                self.end();
                self.notes.end_unit();
            }
            _ => {}
        }
    }

    fn end(&mut self) {
        let (from, to) = (self.from, self.to);
        let Some(source) = self.variants.iter().position(|variant| match from {
            Some(_) => variant.lang == from,
            None => variant.lang.is_some(),
        }) else {
            return;
        };
        let source = self.variants.swap_remove(source);
        let wanted = |variant: &&Side| {
            variant.lang.is_some() && variant.lang != source.lang && (to.is_none() || variant.lang == to)
        };
        let mut comments = self.notes.of_unit();
        for target in self.variants.iter().filter(wanted) {
            if !target.is_blank() {
                self.units.push(Unit {
                    comments: comments.clone(),
                    id: self.id.clone(),
                    source: if self.with_source {
                        source.clone()
                    } else {
                        Side::default()
                    },
                    target: target.clone(),
                });
                // Spellings are silenced in all translations, lines one by one.
                let of_lines = comments
                    .split_inclusive('\n')
                    .filter(|comment| !comment.contains("isonym-ignore:"));
                comments = of_lines.collect();
            }
        }
    }
}
