//! A small page about an entry, which OpenRefine shows in a frame.

use std::fmt::Write;

use axum::extract::State as Held;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use isonym::{Entry, Lang, Status};
use serde::Deserialize;
use utoipa::IntoParams;

use super::query::name;
use crate::serve::answer::{Failure, Params};
use crate::serve::api::choice;
use crate::serve::app::{Answer, work};
use crate::serve::state::State;

/// Which entry is shown.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PreviewParams {
    /// The entry's id.
    id: String,
}

/// Shows an entry as a small page.
#[utoipa::path(
    get, path = "/reconcile/preview", tag = "reconciliation", operation_id = "preview",
    params(PreviewParams),
    responses(
        (status = 200, description = "A page", body = String, content_type = "text/html"),
        (status = 404, description = "There is no such entry", body = crate::serve::answer::FailureObject)
    )
)]
pub(crate) async fn preview(
    state: Held<std::sync::Arc<State>>,
    Params(params): Params<PreviewParams>,
) -> Answer {
    work(state, move |state| {
        let index = choice::index(state, None)?;
        let missing = || {
            Failure::new(
                StatusCode::NOT_FOUND,
                format!("there is no entry `{}`", params.id),
            )
        };
        let number = index.find(&params.id).ok_or_else(missing)?;
        Ok(Html(page(&index.entry(number))).into_response())
    })
    .await
}

fn page(entry: &Entry) -> String {
    let mut page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{0}</title>\
         <link rel=\"stylesheet\" href=\"/assets/preview.css\"><h1>{0}</h1><p>{1} · {2}</p><dl>",
        escaped(name(entry)),
        entry.kind.word(),
        escaped(&entry.id)
    );
    for lang in Lang::ALL {
        let current = entry
            .names(lang)
            .iter()
            .filter(|name| name.status <= Status::Admitted);
        let names: Vec<String> = current.take(4).map(|name| escaped(&name.text)).collect();
        if !names.is_empty() {
            let _ = write!(page, "<dt>{lang}<dd lang=\"{lang}\">{}", names.join(", "));
        }
    }
    page + "</dl></html>"
}

/// A text that is never read as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c => out.push(c),
        }
    }
    out
}
