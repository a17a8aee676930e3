//! Looking names up, and suggesting some to those who type.

use isonym::Lang;
use isonym::index::{Among, Column};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::articles::preferred;
use super::choice::{self, Language, Layering, OneName};
use crate::lookup::{self as command, AnswerObject, Question};
use crate::serve::answer::{Body, Failure, Params, written};
use crate::serve::app::{Answer, work};
use crate::serve::state::State;

type Held = axum::extract::State<std::sync::Arc<State>>;

/// The most answers for a name.
const MOST: u16 = 50;

/// How a name is looked up.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LookupParams {
    /// The name.
    #[param(max_length = 1000)]
    q: String,
    /// Look only at names in this language.
    from: Option<Language>,
    /// Look only at things of this country: two letters of ISO 3166-1.
    country: Option<String>,
    /// Convert into this language what is not found.
    to: Option<Language>,
    /// How many answers to give, up to 50.
    limit: Option<u16>,
    /// A house style.
    style: Option<String>,
}

fn question(
    from: Option<Language>,
    country: Option<&str>,
    to: Option<Language>,
    limit: Option<u16>,
) -> Result<Question, Failure> {
    let country = country.filter(|code| !code.is_empty()).map(str::parse);
    Ok(Question {
        among: Among {
            lang: from.map(Lang::from),
            country: country.transpose().map_err(Failure::bad)?,
        },
        to: to.map(Lang::from),
        limit: limit.map(|limit| limit.clamp(1, MOST).into()),
    })
}

/// Finds the entries that a name can mean, with their names in all languages.
#[utoipa::path(
    get, path = "/api/lookup", tag = "names", operation_id = "lookup",
    params(LookupParams),
    responses((status = 200, description = "As `isonym lookup --format jsonl` has it", body = AnswerObject))
)]
pub(crate) async fn lookup(state: Held, Params(params): Params<LookupParams>) -> Answer {
    work(state, move |state| {
        let index = choice::index(state, params.style.as_deref())?;
        let question = question(params.from, params.country.as_deref(), params.to, params.limit)?;
        let answer = command::answer(
            &index,
            &mut Column::default(),
            choice::name(&params.q)?,
            &question,
        );
        written(&command::object(&answer))
    })
    .await
}

/// Names to look up.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct LookupRequest {
    /// The names, 10,000 at most.
    names: Vec<String>,
    /// Look only at names in this language.
    from: Option<Language>,
    /// Look only at things of this country: two letters of ISO 3166-1.
    country: Option<String>,
    /// Convert into this language what is not found.
    to: Option<Language>,
    /// How many answers to give for a name, up to 50.
    limit: Option<u16>,
    #[serde(flatten)]
    layers: Layering,
}

/// Looks many names up, in their order.
#[utoipa::path(
    post, path = "/api/lookup", tag = "names", operation_id = "lookup_all",
    request_body = LookupRequest,
    responses((status = 200, description = "An answer for each name", body = [AnswerObject]))
)]
pub(crate) async fn lookup_all(state: Held, Body(request): Body<LookupRequest>) -> Answer {
    work(state, move |state| {
        choice::names(&request.names)?;
        let index = request.layers.index(state)?;
        let question = question(
            request.from,
            request.country.as_deref(),
            request.to,
            request.limit,
        )?;
        let mut column = Column::default();
        let answers = request
            .names
            .iter()
            .map(|name| command::answer(&index, &mut column, name.trim(), &question));
        let answers: Vec<_> = answers.collect();
        let objects: Vec<AnswerObject<'_>> = answers.iter().map(command::object).collect();
        written(&objects)
    })
    .await
}

/// Entries that may be meant.
#[derive(Serialize, ToSchema)]
struct Suggestions {
    suggestions: Vec<Suggestion>,
}

/// An entry that may be meant.
#[derive(Serialize, ToSchema)]
struct Suggestion {
    entry: String,
    kind: &'static str,
    /// The country that it lies in or belongs to: two letters of ISO 3166-1.
    country: Option<String>,
    /// The name that begins as was asked.
    text: String,
    lang: &'static str,
    zh: String,
    ru: String,
    en: String,
}

/// So many suggestions are given.
const SUGGESTIONS: usize = 10;

/// Suggests entries with a name that begins with some letters, in any script.
#[utoipa::path(
    get, path = "/api/suggest", tag = "names", operation_id = "suggest",
    params(OneName),
    responses((status = 200, description = "Ten entries at most, likelier ones first", body = Suggestions))
)]
pub(crate) async fn suggest(state: Held, Params(params): Params<OneName>) -> Answer {
    work(state, move |state| {
        let index = choice::index(state, None)?;
        let found = index.entries_beginning(choice::name(&params.q)?, SUGGESTIONS);
        let suggestions = found.into_iter().map(|reading| {
            let entry = index.entry(reading.entry);
            Suggestion {
                kind: entry.kind.word(),
                country: entry.country.map(|country| country.to_string()),
                text: index.name(reading).text,
                lang: reading.lang.code(),
                zh: preferred(&entry, Lang::Zh),
                ru: preferred(&entry, Lang::Ru),
                en: preferred(&entry, Lang::En),
                entry: entry.id,
            }
        });
        written(&Suggestions {
            suggestions: suggestions.collect(),
        })
    })
    .await
}
