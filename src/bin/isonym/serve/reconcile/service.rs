//! The one address that answers queries, extends data, and says what the service is.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::State as Held;
use axum::extract::rejection::FormRejection;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};

use super::extend::{Extension, extended};
use super::manifest::manifest;
use super::query::{Query, candidates};
use crate::serve::answer::{Failure, Params, written};
use crate::serve::api::choice;
use crate::serve::app::{Answer, work};
use crate::serve::state::State;

type State_ = Held<std::sync::Arc<State>>;

/// So many queries are answered at once.
const MOST_QUERIES: usize = 1000;

/// What the service is asked; nothing asks for its manifest.
#[derive(Debug, Default, Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// A batch of queries, in JSON: `{"q0": {"query": "海兰泡"}}`.
    queries: Option<String>,
    /// A single query: its text, or an object in JSON.
    query: Option<String>,
    /// A data extension, in JSON: `{"ids": ["heihe"], "properties": [{"id": "ru"}]}`.
    extend: Option<String>,
}

/// The manifest; or answers to queries, or a data extension, if one is asked for.
#[utoipa::path(
    get, path = "/reconcile", tag = "reconciliation", operation_id = "reconcile",
    params(Asked),
    responses(
        (status = 200, description = "As the Entity Reconciliation API 0.2 says", body = Value),
        (status = 422, description = "What is asked is not as the API says", body = crate::serve::answer::FailureObject)
    )
)]
pub(crate) async fn get(state: State_, headers: HeaderMap, Params(form): Params<Asked>) -> Answer {
    answer(state, headers, form).await
}

/// Answers to queries, or a data extension.
#[utoipa::path(
    post, path = "/reconcile", tag = "reconciliation", operation_id = "reconcile_posted",
    request_body(content = Asked, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "As the Entity Reconciliation API 0.2 says", body = Value))
)]
pub(crate) async fn post(
    state: State_,
    headers: HeaderMap,
    form: Result<Form<Asked>, FormRejection>,
) -> Answer {
    let Form(asked) = form.map_err(|error| Failure::new(error.status(), error.body_text()))?;
    answer(state, headers, asked).await
}

async fn answer(state: State_, headers: HeaderMap, form: Asked) -> Answer {
    let host = headers
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or("127.0.0.1")
        .to_owned();
    work(state, move |state| {
        let index = choice::index(state, None)?;
        if let Some(queries) = &form.queries {
            let queries: BTreeMap<String, Query> = parsed("queries", queries)?;
            if queries.len() > MOST_QUERIES {
                return Err(Failure::unfit(format!("send {MOST_QUERIES} queries at most")));
            }
            let answers = queries
                .into_iter()
                .map(|(id, query)| (id, candidates(&index, &query)));
            return written(&answers.collect::<BTreeMap<String, Value>>());
        }
        if let Some(query) = &form.query {
            return written(&candidates(&index, &single(query)?));
        }
        match &form.extend {
            Some(extension) => {
                let extension: Extension = parsed("extend", extension)?;
                written(&extended(&index, &extension)?)
            }
            None => written(&manifest(&format!("http://{host}"))),
        }
    })
    .await
}

/// A query by itself: its text alone, or an object.
fn single(query: &str) -> Result<Query, Failure> {
    if query.trim_start().starts_with('{') {
        return parsed("query", query);
    }
    serde_json::from_value(json!({"query": query})).map_err(Failure::unfit)
}

fn parsed<T: serde::de::DeserializeOwned>(what: &str, text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|error| Failure::unfit(format!("`{what}`: {error}")))
}
