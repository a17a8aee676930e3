//! Suggestions for those who type: entries, types, properties.

use axum::extract::State as Held;
use isonym::Kind;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;

use super::manifest;
use super::property::Property;
use super::query::{description, name};
use crate::serve::answer::{Params, written};
use crate::serve::api::choice;
use crate::serve::app::{Answer, work};
use crate::serve::state::State;

/// So many are suggested at once.
const PAGE: usize = 20;

/// The most that can be paged through.
const MOST: usize = 1000;

/// What has been typed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SuggestParams {
    /// The first letters.
    prefix: String,
    /// How many of the suggestions to leave out at the beginning.
    cursor: Option<u32>,
}

impl SuggestParams {
    /// How many to leave out.
    fn cursor(&self) -> usize {
        self.cursor.map_or(0, |cursor| (cursor as usize).min(MOST))
    }

    /// Whether a text has what was typed at the beginning of one of its words.
    fn fits(&self, text: &str) -> bool {
        let prefix = self.prefix.trim().to_lowercase();
        let text = text.to_lowercase();
        text.starts_with(&prefix) || text.contains(&format!(" {prefix}"))
    }
}

/// Suggests entries with names that begin with some letters.
#[utoipa::path(
    get, path = "/reconcile/suggest/entity", tag = "reconciliation", operation_id = "suggest_entity",
    params(SuggestParams),
    responses((status = 200, description = "As the Entity Reconciliation API 0.2 says", body = Value))
)]
pub(crate) async fn entity(
    state: Held<std::sync::Arc<State>>,
    Params(params): Params<SuggestParams>,
) -> Answer {
    work(state, move |state| {
        let index = choice::index(state, None)?;
        let found = index.entries_beginning(choice::name(&params.prefix)?, params.cursor() + PAGE);
        let page = found.into_iter().skip(params.cursor()).map(|reading| {
            let entry = index.entry(reading.entry);
            json!({
                "id": entry.id,
                "name": name(&entry),
                "description": description(&entry),
                "notable": [manifest::kind(entry.kind)],
            })
        });
        written(&json!({"result": page.collect::<Vec<Value>>()}))
    })
    .await
}

/// Suggests types: the kinds of entries.
#[utoipa::path(
    get, path = "/reconcile/suggest/type", tag = "reconciliation", operation_id = "suggest_type",
    params(SuggestParams),
    responses((status = 200, description = "As the Entity Reconciliation API 0.2 says", body = Value))
)]
pub(crate) async fn kind(Params(params): Params<SuggestParams>) -> Answer {
    let kinds = Kind::ALL.iter().filter(|kind| params.fits(kind.word()));
    let page = kinds.skip(params.cursor()).map(|&kind| manifest::kind(kind));
    written(&json!({"result": page.collect::<Vec<Value>>()}))
}

/// Suggests properties: languages, systems, case forms.
#[utoipa::path(
    get, path = "/reconcile/suggest/property", tag = "reconciliation", operation_id = "suggest_property",
    params(SuggestParams),
    responses((status = 200, description = "As the Entity Reconciliation API 0.2 says", body = Value))
)]
pub(crate) async fn property(Params(params): Params<SuggestParams>) -> Answer {
    let all = Property::all().into_iter();
    let fitting = all.filter(|property| params.fits(&property.name()) || params.fits(&property.id()));
    let page = fitting.skip(params.cursor()).map(Property::object);
    written(&json!({"result": page.collect::<Vec<Value>>()}))
}
