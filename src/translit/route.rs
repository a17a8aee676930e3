//! From what a user asks for (`--to ru`, `--from wikipedia`) to the systems that answer it.

use super::{Ask, Candidate, SYSTEMS, System, system};
use crate::error::{Error, ErrorKind};
use crate::lang::{Lang, Script};
use crate::message::said;

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
    let near: Vec<String> = near(id).iter().map(|id| format!("`{id}`")).collect();
    let message = match &near[..] {
        [] => said!("unknown-system", id = id),
        near => said!("unknown-system-near", id = id, near = near.join(", ")),
    };
    Error::new(ErrorKind::Argument, message)
}

/// The ids that may have been meant: those that the text is a part of, or that share most of its pairs of letters.
fn near(id: &str) -> Vec<&'static str> {
    const MOST: usize = 3;
    let wanted = id.to_lowercase();
    let mut found: Vec<(f32, &'static str)> = SYSTEMS
        .iter()
        .map(|system| (likeness(&wanted, system.id), system.id))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(MOST);
    found.into_iter().map(|(_, id)| id).collect()
}

/// How many pairs of letters two ids share, from 0 to 1.
fn likeness(a: &str, b: &str) -> f32 {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<Vec<char>>()
    };
    let (a, b) = (letters(a), letters(b));
    if a.len() > 2 && b.starts_with(&a) {
        return 0.9;
    }
    let shared = a
        .windows(2)
        .filter(|pair| b.windows(2).any(|other| other == *pair));
    2.0 * shared.count() as f32 / (a.len() + b.len()).saturating_sub(2).max(1) as f32
}

impl Route {
    /// The language that the route leads into, if established names may answer: a language was asked for, or a system that
    /// keeps them (GB/T 17693.4, and the usual English and Russian of Chinese names).
    pub fn lang(&self) -> Option<Lang> {
        match self.target {
            Target::Lang(lang) => Some(lang),
            Target::System(system) => match system.id {
                "gbt-17693.4" => Some(Lang::Zh),
                "english" => Some(Lang::En),
                "russian" => Some(Lang::Ru),
                _ => None,
            },
        }
    }

    /// The system that has written the text, where it was named.
    pub fn from(&self) -> Option<&'static System> {
        self.from
    }

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
