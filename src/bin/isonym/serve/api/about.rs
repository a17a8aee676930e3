//! What the server can do, for the page's menus.

use isonym::Kind;
use isonym::glossary::{Form, Status};
use isonym::lint::RULES;
use isonym::styles::STYLES;
use isonym::translit::SYSTEMS;
use serde::Serialize;
use utoipa::ToSchema;

use crate::serve::answer::written;
use crate::serve::app::{Answer, work};
use crate::serve::state::State;
use crate::styles::StyleObject;
use crate::translit::SystemObject;

/// What the server can do.
#[derive(Serialize, ToSchema)]
struct About {
    version: &'static str,
    /// How many entries the usual glossaries have.
    entries: usize,
    /// The styles that the server was started with.
    style: Vec<String>,
    styles: Vec<StyleObject>,
    systems: Vec<SystemObject>,
    rules: Vec<RuleObject>,
    kinds: Vec<&'static str>,
    statuses: Vec<&'static str>,
    forms: Vec<&'static str>,
    /// The user's glossary, if one was named.
    glossary: Option<GlossaryObject>,
}

#[derive(Serialize, ToSchema)]
struct RuleObject {
    rule: &'static str,
    summary: &'static str,
}

#[derive(Serialize, ToSchema)]
struct GlossaryObject {
    file: String,
    writable: bool,
}

/// Lists styles, systems, rules and the words of glossaries.
#[utoipa::path(
    get, path = "/api/about", tag = "server", operation_id = "about",
    responses((status = 200, description = "What the server can do", body = About))
)]
pub(crate) async fn about(state: axum::extract::State<std::sync::Arc<State>>) -> Answer {
    work(state, |state| written(&about_of(state)?)).await
}

fn about_of(state: &State) -> Result<About, crate::serve::answer::Failure> {
    let usual = state.shelf.usual();
    let glossary = state.own.as_ref().map(|own| GlossaryObject {
        file: own.name(),
        writable: own.is_writable,
    });
    Ok(About {
        version: env!("CARGO_PKG_VERSION"),
        entries: state.shelf.index(&usual)?.len(),
        style: usual.styles,
        styles: STYLES.iter().map(StyleObject::of).collect(),
        systems: SYSTEMS.iter().map(SystemObject::of).collect(),
        rules: RULES
            .iter()
            .map(|rule| RuleObject {
                rule: rule.name,
                summary: rule.summary,
            })
            .collect(),
        kinds: Kind::ALL.iter().map(|kind| kind.word()).collect(),
        statuses: Status::ALL.iter().map(|status| status.word()).collect(),
        forms: Form::ALL.iter().map(|form| form.word()).collect(),
        glossary,
    })
}
