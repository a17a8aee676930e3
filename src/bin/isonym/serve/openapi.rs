//! The description of the services, OpenAPI 3.1, made from the code that answers them.

use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::{
    ContentBuilder, InfoBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder, ServerBuilder,
};
use utoipa::{PartialSchema, ToSchema};

use super::answer::FailureObject;

/// What every service may answer instead of what was asked for.
const ALWAYS: &[(&str, &str)] = &[
    ("400", "What was sent cannot be read"),
    ("401", "The server has a token, and the request has not"),
    (
        "403",
        "The request comes from another site, or would write where nothing may be written",
    ),
    ("408", "The body came too slowly"),
    ("413", "The body is larger than 8 MiB"),
    ("500", "A mistake of the program"),
    (
        "503",
        "Too much at once, or too long: `Retry-After` says when to try again",
    ),
];

/// What services that are sent something may answer, too.
const SENT: &[(&str, &str)] = &[
    ("415", "The body is of another kind than the service reads"),
    ("422", "The body can be read, but is not right"),
];

/// The whole description.
pub(super) fn document(mut document: OpenApi) -> OpenApi {
    document.info = InfoBuilder::new()
        .title("isonym")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Names across Chinese, Russian and English. The answers have the form of the program's `--format json`.",
        ))
        .build();
    document.servers = Some(vec![ServerBuilder::new().url("/").build()]);
    let schemas = &mut document.components.get_or_insert_default().schemas;
    schemas.insert(FailureObject::name().into_owned(), FailureObject::schema());
    for item in document.paths.paths.values_mut() {
        operations(item).for_each(complete);
    }
    document
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post, &mut item.put, &mut item.delete]
        .into_iter()
        .flatten()
}

/// Adds what every service may answer.
fn complete(operation: &mut Operation) {
    let sent = SENT.iter().filter(|_| operation.request_body.is_some());
    let all: Vec<_> = ALWAYS.iter().chain(sent).copied().collect();
    for (status, about) in all {
        let answers = &mut operation.responses.responses;
        answers
            .entry(status.to_owned())
            .or_insert_with(|| RefOr::T(failure(about)));
    }
}

fn failure(about: &str) -> Response {
    let name = FailureObject::name();
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(name)))
        .build();
    ResponseBuilder::new()
        .description(about)
        .content("application/json", content)
        .build()
}
