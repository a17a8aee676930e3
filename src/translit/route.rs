//! From what a user asks for (`--to ru`, `--from wikipedia`) to the systems that answer it.

use super::{Ask, Candidate, System, system};
use crate::error::{Error, ErrorKind};
use crate::lang::{Lang, Script};

/// Which systems lead from one text to another.
#[derive(Clone, Copy)]
pub struct Route {
    target: Target,
    from: Option<&'static System>,
}

#[derive(Clone, Copy)]
enum Target {
    System(&'static System),
    Lang(Lang),
}

/// Finds the way to a system or a language (`ru`, `zh`, `en`: its default system for the script of the text), from
/// text in its own script or, with `from`, from text that another system has written.
///
/// # Errors
///
/// [`ErrorKind::Argument`] if either is no system.
///
/// ```
/// use isonym::translit::{Ask, route};
/// let english = route("en", None).unwrap();
/// assert_eq!(english.candidates("Благовещенск", &Ask::default())[0].text, "Blagoveshchensk");
/// let back = route("ru", Some("german")).unwrap();
/// assert_eq!(back.candidates("Wolgograd", &Ask::default())[0].text, "Волгоград");
/// let across = route("iso9", Some("wikipedia")).unwrap();
/// assert_eq!(across.candidates("Yuzhny", &Ask::default())[0].text, "Ûžnyj");
/// ```
pub fn route(to: &str, from: Option<&str>) -> Result<Route, Error> {
    let find = |id: &str| system(id).ok_or_else(|| unknown(id));
    let target = match to.parse() {
        Ok(lang) => Target::Lang(lang),
        Err(_) => Target::System(find(to)?),
    };
    let from = from.map(find).transpose()?;
    Ok(Route { target, from })
}

fn unknown(id: &str) -> Error {
    Error::new(
        ErrorKind::Argument,
        format!("unknown system `{id}`: `isonym translit --list` lists them"),
    )
}

impl Route {
    /// The system that answers for a text of a script: the one that leads into the target, or is read backwards.
    pub fn system(&self, script: Script) -> Option<&'static System> {
        match (self.target, self.from) {
            (Target::System(to), _) => Some(to),
            (Target::Lang(lang), Some(from)) if lang.script() == from.from => Some(from),
            (Target::Lang(lang), Some(from)) => default(lang, from.from),
            (Target::Lang(lang), None) => default(lang, script),
        }
    }

    /// The likeliest conversions of a text, best first; none if no system of the route can read it.
    pub fn candidates(&self, text: &str, ask: &Ask) -> Vec<Candidate> {
        let script = Script::of_text(text).unwrap_or(Script::Other);
        let Some(to) = self.system(script) else {
            return Vec::new();
        };
        match self.from {
            None if to.from == script => to.candidates(text, ask),
            None if to.to == script => to.invert(text, ask),
            None => to.candidates(text, ask),
            Some(from) if from.id == to.id => to.invert(text, ask),
            Some(from) if from.from == Script::Cyrillic && to.from == Script::Cyrillic => {
                across(from, to, text, ask)
            }
            Some(from) => {
                let written_by = Some(from);
                to.candidates(text, &Ask { written_by, ..*ask })
            }
        }
    }
}

/// From one romanization to another by way of the original.
fn across(from: &System, to: &System, text: &str, ask: &Ask) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for original in from.invert(text, ask) {
        let converted = to.convert(&original.text, ask.kind);
        if !found.iter().any(|c| c.text == converted) {
            found.push(Candidate {
                text: converted,
                ..original
            });
        }
    }
    found
}

/// The usual system from a script into a language.
fn default(lang: Lang, script: Script) -> Option<&'static System> {
    system(match (lang, script) {
        (Lang::En, Script::Cyrillic) | (Lang::Ru, Script::Latin) => "news",
        (Lang::En, Script::Han) => "english",
        (Lang::Ru, Script::Han) => "russian",
        (Lang::Zh, Script::Cyrillic) => "gbt-17693.4",
        _ => return None,
    })
}
