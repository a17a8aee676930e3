//! An entry with all that is known and made of its names.

use std::collections::HashSet;

use axum::extract::Path;
use axum::http::StatusCode;
use isonym::index::{EntryId, Relation};
use isonym::inflection::{Hint, inflect as decline};
use isonym::translit::{Ask, SYSTEMS};
use isonym::{Entry, Index, Kind, Lang, Name};
use serde::Serialize;
use utoipa::ToSchema;

use super::articles::preferred;
use super::choice;
use crate::inflect;
use crate::lookup::{NameObject, name_object};
use crate::serve::answer::{Failure, written};
use crate::serve::app::{Answer, work};
use crate::serve::state::State;

/// An entry.
#[derive(Serialize, ToSchema)]
struct EntryObject<'a> {
    entry: &'a str,
    kind: &'static str,
    /// How much it weighs among things of one name: of a place its inhabitants.
    weight: u32,
    /// The country that it lies in or belongs to: two letters of ISO 3166-1.
    country: Option<String>,
    zh: Vec<SourcedName<'a>>,
    ru: Vec<SourcedName<'a>>,
    en: Vec<SourcedName<'a>>,
    /// What the systems make of the preferred names.
    conversions: Vec<Conversion<'a>>,
    /// The case forms of the preferred Russian name.
    #[schema(value_type = Option<inflect::ParadigmObject<'static>>)]
    inflection: Option<serde_json::Value>,
    /// Other entries that share a name.
    homonyms: Vec<Homonym>,
    /// The text of a link to a map, of places. Nothing is fetched from there.
    map: Option<String>,
}

/// A name with where it was looked up.
#[derive(Serialize, ToSchema)]
struct SourcedName<'a> {
    #[serde(flatten)]
    name: NameObject<'a>,
    system: &'a str,
    source: &'a str,
}

/// What a system makes of a name.
#[derive(Serialize, ToSchema)]
struct Conversion<'a> {
    lang: &'static str,
    source: &'a str,
    system: &'static str,
    title: &'static str,
    text: String,
    basis: &'static str,
}

/// Another entry with one of the names.
#[derive(Serialize, ToSchema)]
struct Homonym {
    entry: String,
    kind: &'static str,
    /// The country that it lies in or belongs to: two letters of ISO 3166-1.
    country: Option<String>,
    /// The name that both have.
    shared: String,
    zh: String,
    ru: String,
    en: String,
}

/// Shows an entry: its names, what systems make of them, Russian case forms, homonyms.
#[utoipa::path(
    get, path = "/api/entries/{id}", tag = "names", operation_id = "entry",
    params(("id" = String, Path, description = "The entry's id, such as `heihe`")),
    responses(
        (status = 200, description = "The entry", body = EntryObject),
        (status = 404, description = "There is no such entry", body = crate::serve::answer::FailureObject)
    )
)]
pub(crate) async fn entry(
    state: axum::extract::State<std::sync::Arc<State>>,
    id: Result<Path<String>, axum::extract::rejection::PathRejection>,
) -> Answer {
    let Path(id) = id.map_err(|error| Failure::bad(error.body_text()))?;
    work(state, move |state| {
        let index = choice::index(state, None)?;
        let missing = || Failure::new(StatusCode::NOT_FOUND, format!("there is no entry `{id}`"));
        let number = index.find(&id).ok_or_else(missing)?;
        written(&object(&index, number, &index.entry(number))?)
    })
    .await
}

fn object<'a>(index: &Index, number: EntryId, entry: &'a Entry) -> Result<EntryObject<'a>, Failure> {
    let names = |lang| entry.names(lang).iter().map(sourced).collect();
    let russian = entry.preferred(Lang::Ru);
    let inflection = russian.map(|name| {
        let paradigm = decline(&name.text, hint(entry.kind));
        serde_json::to_value(inflect::object(&name.text, &paradigm))
    });
    Ok(EntryObject {
        entry: &entry.id,
        kind: entry.kind.word(),
        weight: entry.weight,
        country: entry.country.map(|country| country.to_string()),
        zh: names(Lang::Zh),
        ru: names(Lang::Ru),
        en: names(Lang::En),
        conversions: conversions(entry),
        inflection: inflection.transpose().map_err(Failure::unfit)?,
        homonyms: homonyms(index, number, entry),
        map: map(entry),
    })
}

fn sourced(name: &Name) -> SourcedName<'_> {
    SourcedName {
        name: name_object(name),
        system: &name.system,
        source: &name.source,
    }
}

fn hint(kind: Kind) -> Hint {
    Hint {
        kind: Some(kind.into()),
        gender: None,
    }
}

/// What each system makes of the preferred name in its script.
fn conversions(entry: &Entry) -> Vec<Conversion<'_>> {
    let ask = Ask {
        kind: entry.kind.into(),
        limit: 1,
        ..Ask::default()
    };
    let mut made = Vec::new();
    for lang in [Lang::Zh, Lang::Ru] {
        let Some(name) = entry.preferred(lang) else {
            continue;
        };
        for system in SYSTEMS.iter().filter(|system| system.from == lang.script()) {
            let best = system.candidates(&name.text, &ask).into_iter().next();
            made.extend(best.map(|candidate| Conversion {
                lang: lang.code(),
                source: &name.text,
                system: system.id,
                title: system.title(),
                basis: candidate.basis.as_str(),
                text: candidate.text,
            }));
        }
    }
    made
}

/// So many other entries of one name are shown.
const MOST_HOMONYMS: usize = 20;

fn homonyms(index: &Index, number: EntryId, entry: &Entry) -> Vec<Homonym> {
    let mut seen = HashSet::from([number]);
    let mut found = Vec::new();
    for name in Lang::ALL.iter().flat_map(|&lang| entry.names(lang)) {
        let readings = index.readings(&name.text).into_iter();
        for reading in readings.filter(|reading| reading.relation == Relation::Itself) {
            if found.len() < MOST_HOMONYMS && seen.insert(reading.entry) {
                let other = index.entry(reading.entry);
                found.push(Homonym {
                    kind: other.kind.word(),
                    country: other.country.map(|country| country.to_string()),
                    shared: name.text.clone(),
                    zh: preferred(&other, Lang::Zh),
                    ru: preferred(&other, Lang::Ru),
                    en: preferred(&other, Lang::En),
                    entry: other.id,
                });
            }
        }
    }
    found
}

/// The address of a search on a map, for those who want to go there.
fn map(entry: &Entry) -> Option<String> {
    let name = entry
        .preferred(Lang::En)
        .or(entry.preferred(Lang::Ru))
        .or(entry.preferred(Lang::Zh))?;
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let query: String = name.text.bytes().map(escape).collect();
    entry
        .kind
        .is_place()
        .then(|| format!("https://www.openstreetmap.org/search?query={query}"))
}
