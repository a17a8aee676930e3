//! What requests are read into, and what they are answered with.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

/// Why a request is not answered.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) status: StatusCode,
    pub(super) message: String,
}

/// Why a request is not answered, as it is told.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Failure)]
pub(super) struct FailureObject {
    /// The status code of the answer.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong, and what to do.
    message: String,
}

impl Failure {
    pub(super) fn new(status: StatusCode, message: impl Into<String>) -> Failure {
        Failure {
            status,
            message: message.into(),
        }
    }

    /// What was asked for cannot be understood or done.
    pub(super) fn bad(message: impl ToString) -> Failure {
        Failure::new(StatusCode::BAD_REQUEST, message.to_string())
    }

    /// What was sent can be read, but is not right.
    pub(super) fn unfit(message: impl ToString) -> Failure {
        Failure::new(StatusCode::UNPROCESSABLE_ENTITY, message.to_string())
    }

    pub(super) fn busy(message: &str) -> Failure {
        Failure::new(StatusCode::SERVICE_UNAVAILABLE, message)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let object = FailureObject {
            status: self.status.as_u16(),
            message: self.message,
        };
        let mut response = (self.status, Json(object)).into_response();
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from_static("2"));
        }
        response
    }
}

/// An answer in JSON.
pub(super) struct Json<T>(pub(super) T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(bytes) => json(bytes),
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
        }
    }
}

/// An answer that is written in JSON already.
pub(super) fn json(bytes: impl Into<Bytes>) -> Response {
    let kind = HeaderValue::from_static("application/json");
    ([(CONTENT_TYPE, kind)], bytes.into()).into_response()
}

/// An object as an answer, written where the work is done.
pub(super) fn written(object: &impl Serialize) -> Result<Response, Failure> {
    Ok(json(serde_json::to_vec(object).map_err(Failure::unfit)?))
}

/// The body of a request, in JSON.
pub(super) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Body<T>, Failure> {
        let kind = request.headers().get(CONTENT_TYPE);
        if !kind.is_some_and(is_json) {
            let message = "send JSON, with `Content-Type: application/json`";
            return Err(Failure::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, message));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(Failure::bad)?;
        serde_json::from_slice(&bytes).map(Body).map_err(|error| {
            let message = format!("the body: {error}");
            match error.classify() {
                Category::Data => Failure::unfit(message),
                _ => Failure::bad(message),
            }
        })
    }
}

fn is_json(kind: &HeaderValue) -> bool {
    let kind = kind.to_str().unwrap_or("");
    let kind = kind.split(';').next().unwrap_or("").trim();
    kind.eq_ignore_ascii_case("application/json")
}

/// The parameters of a request's address.
pub(super) struct Params<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Params<T>, Failure> {
        let query = Query::<T>::try_from_uri(&parts.uri);
        query
            .map(|Query(params)| Params(params))
            .map_err(|error| Failure::bad(format!("the address: {}", error.body_text())))
    }
}
