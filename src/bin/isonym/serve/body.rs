//! The bodies of requests: read as a whole before anything is done with them, within limits of size and time.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONNECTION, CONTENT_LENGTH};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tokio::time::timeout;

use super::answer::Failure;

/// The largest body.
pub(super) const LARGEST: usize = 8 << 20;

/// Of a larger one so much is still read and thrown away, so that the client hears the answer.
const PATIENCE: usize = 64 << 20;

/// A client has so long to send a body.
const LONGEST: Duration = Duration::from_secs(20);

/// Reads the body, or says why not.
pub(super) async fn whole(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let length = parts.headers.get(CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > PATIENCE as u64) {
        return closing(too_large());
    }
    match timeout(LONGEST, read(body)).await {
        Ok(Ok(bytes)) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Ok(Err(failure)) => closing(failure),
        Err(_) => closing(Failure::new(
            StatusCode::REQUEST_TIMEOUT,
            "the body came too slowly: send it again",
        )),
    }
}

async fn read(mut body: Body) -> Result<Vec<u8>, Failure> {
    let (mut bytes, mut length) = (Vec::new(), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| Failure::bad(format!("the body: {error}")))?;
        let Ok(data) = frame.into_data() else { continue };
        length += data.len();
        if length > PATIENCE {
            break;
        }
        if length <= LARGEST {
            bytes.extend_from_slice(&data);
        } else {
            bytes = Vec::new();
        }
    }
    if length > LARGEST {
        Err(too_large())
    } else {
        Ok(bytes)
    }
}

fn too_large() -> Failure {
    let message = format!("the body is larger than {LARGEST} bytes: send it in parts");
    Failure::new(StatusCode::PAYLOAD_TOO_LARGE, message)
}

/// An answer after which the connection cannot be used again.
fn closing(failure: Failure) -> Response {
    let mut response = failure.into_response();
    response
        .headers_mut()
        .insert(CONNECTION, HeaderValue::from_static("close"));
    response
}
