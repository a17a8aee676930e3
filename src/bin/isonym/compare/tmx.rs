//! TMX 1.4: translation units with a variant for each language.

use isonym::Lang;

use super::units::{Id, Side, Unit};
use super::xliff::language;
use super::xml::{Element, Part, read};

/// Elements whose content is code of another format, or an aside.
const IGNORED: [&str; 7] = ["bpt", "ept", "ph", "it", "ut", "note", "prop"];

/// The units of a file: for each one the source language with every other of the three languages, or with the one that is
/// wanted. The source language is the one that is wanted, or the one that the header names.
///
/// # Errors
///
/// What is malformed, or that the file is no TMX or has no unit of the languages.
pub(super) fn units(
    path: &str,
    text: &str,
    from: Option<Lang>,
    to: Option<Lang>,
) -> Result<Vec<Unit>, String> {
    let mut state = State {
        path,
        from,
        to,
        ..State::default()
    };
    read(text, |part| state.take(part))?;
    if !state.is_tmx {
        return Err("not a TMX file: its root is not `tmx`".to_owned());
    }
    if state.units.is_empty() && state.seen > 0 {
        return Err("no unit has both languages: name them with `--from` and `--to`".to_owned());
    }
    Ok(state.units)
}

#[derive(Default)]
struct State<'a> {
    path: &'a str,
    is_tmx: bool,
    from: Option<Lang>,
    to: Option<Lang>,
    id: String,
    seen: usize,
    variants: Vec<Variant>,
    is_segment: bool,
    ignored: usize,
    units: Vec<Unit>,
}

struct Variant {
    lang: Option<Lang>,
    line: usize,
    text: String,
}

impl State<'_> {
    fn take(&mut self, part: Part) {
        match part {
            Part::Open(_) if self.ignored > 0 => self.ignored += 1,
            Part::Close(_) if self.ignored > 0 => self.ignored -= 1,
            Part::Open(element) => self.open(&element),
            Part::Close(name) => self.close(&name),
            Part::Text(text) => {
                if let Some(variant) = self
                    .variants
                    .last_mut()
                    .filter(|_| self.is_segment && self.ignored == 0)
                {
                    variant.text.push_str(&text);
                }
            }
        }
    }

    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            "tmx" => self.is_tmx = true,
            "header" => self.from = self.from.or_else(|| element.get("srclang").and_then(language)),
            "tu" => {
                self.seen += 1;
                self.id = element
                    .get("tuid")
                    .map_or_else(|| self.seen.to_string(), str::to_owned);
                self.variants.clear();
            }
            "tuv" => self.variants.push(Variant {
                lang: element.get("xml:lang").or(element.get("lang")).and_then(language),
                line: element.line,
                text: String::new(),
            }),
            "seg" => self.is_segment = true,
            name if IGNORED.contains(&name) => self.ignored = 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "seg" => self.is_segment = false,
            "tu" => self.end(),
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
        let wanted = |variant: &&Variant| {
            variant.lang.is_some() && variant.lang != source.lang && (to.is_none() || variant.lang == to)
        };
        for target in self.variants.iter().filter(wanted) {
            if target.text.trim().is_empty() {
                continue;
            }
            self.units.push(Unit {
                id: Id::Named(self.id.clone()),
                source: side(self.path, &source),
                target: side(self.path, target),
                from: source.lang,
                to: target.lang,
            });
        }
    }
}

fn side(path: &str, variant: &Variant) -> Side {
    Side {
        path: path.to_owned(),
        line: variant.line,
        text: variant.text.clone(),
    }
}
