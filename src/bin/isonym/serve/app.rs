//! Which requests there are.

use std::sync::Arc;

use axum::Router;
use axum::extract::State as Held;
use axum::http::{StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::answer::{Failure, json};
use super::state::State;
use super::{api, assets, body, openapi, reconcile, safety};

/// Everything that is answered.
pub(super) fn router(state: &Arc<State>) -> Router {
    let (services, document) = described().split_for_parts();
    let document = openapi::document(document);
    let described = serde_json::to_vec(&document).expect("a document is JSON");
    services
        .route("/openapi.json", get(move || async { json(described) }))
        .merge(assets::router())
        .fallback(missing)
        .method_not_allowed_fallback(not_allowed)
        .layer(from_fn(body::whole))
        .layer(from_fn_with_state(state.clone(), safety::guard))
        .with_state(state.clone())
}

/// The services, with their descriptions.
fn described() -> OpenApiRouter<Arc<State>> {
    OpenApiRouter::new()
        .routes(routes!(api::articles::lint))
        .routes(routes!(api::articles::names))
        .routes(routes!(api::documents::read))
        .routes(routes!(api::documents::mend))
        .routes(routes!(api::compare::compare))
        .routes(routes!(api::lookup::lookup, api::lookup::lookup_all))
        .routes(routes!(api::lookup::suggest))
        .routes(routes!(api::entries::entry))
        .routes(routes!(api::names::translit, api::names::translit_all))
        .routes(routes!(api::names::same))
        .routes(routes!(api::names::identify))
        .routes(routes!(api::names::inflect))
        .routes(routes!(api::about::about))
        .routes(routes!(api::glossary::read))
        .routes(routes!(api::glossary::check))
        .routes(routes!(api::glossary::add))
        .routes(routes!(api::glossary::change, api::glossary::remove))
        .routes(routes!(api::exchange::import))
        .routes(routes!(api::exchange::export))
        .routes(routes!(reconcile::service::get, reconcile::service::post))
        .routes(routes!(reconcile::suggest::entity))
        .routes(routes!(reconcile::suggest::kind))
        .routes(routes!(reconcile::suggest::property))
        .routes(routes!(reconcile::extend::propose))
        .routes(routes!(reconcile::preview::preview))
}

async fn missing(uri: Uri) -> Failure {
    Failure::new(
        StatusCode::NOT_FOUND,
        format!("there is nothing at {}", uri.path()),
    )
}

async fn not_allowed() -> Failure {
    Failure::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "this address is not asked in this way",
    )
}

/// Work on a request, with what the server holds.
pub(super) async fn work<T: Send + 'static>(
    Held(state): Held<Arc<State>>,
    work: impl FnOnce(&State) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let held = state.clone();
    state.work.run(move || work(&held)).await
}

/// What a service answers.
pub(super) type Answer = Result<Response, Failure>;
