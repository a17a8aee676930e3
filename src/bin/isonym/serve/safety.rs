//! Who may ask: no page of another site, no name that was rebound to this machine, nobody without the token; and what a
//! browser may do with the answers.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State as Held};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, AUTHORIZATION,
    CONTENT_SECURITY_POLICY, COOKIE, HOST, LOCATION, ORIGIN, REFERRER_POLICY, SET_COOKIE, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::answer::Failure;
use super::state::State;

/// What the page may load: what comes from here.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The same for the previews that OpenRefine shows in a frame of its page on this machine.
const FRAMED: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors http://127.0.0.1:* http://localhost:*";

/// The cookie that keeps the token.
const NAME: &str = "isonym_token";

/// Lets through only those who may ask, and puts what a browser must know on every answer.
pub(super) async fn guard(Held(state): Held<Arc<State>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let origin = foreign_origin(&request, &path);
    let is_preflight = origin.is_some() && request.method() == Method::OPTIONS;
    let mut response = match judge(&state, &request, &path) {
        Err(failure) => failure.into_response(),
        Ok(Some(welcome)) => welcome,
        Ok(None) if is_preflight => StatusCode::NO_CONTENT.into_response(),
        Ok(None) => next.run(request).await,
    };
    let headers = response.headers_mut();
    let policy = if is_preview(&path) { FRAMED } else { POLICY };
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, policy),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Some(origin) = origin {
        share(headers, origin);
    }
    response
}

/// Why a request is not let through; or the answer to the one that brings the token for the first time.
fn judge(state: &State, request: &Request, path: &str) -> Result<Option<Response>, Failure> {
    let forbidden = |why: &str| Failure::new(StatusCode::FORBIDDEN, why);
    let host = host(request).ok_or_else(|| forbidden("the request names no host, or several"))?;
    if state.is_local && !is_local(host) {
        return Err(forbidden(
            "this name is not that of this machine: use 127.0.0.1 or localhost",
        ));
    }
    let headers = request.headers();
    // Before a proxy with TLS the page's own origin is one of `https`.
    let is_own = |origin: &HeaderValue| {
        let named = origin.to_str().unwrap_or("");
        let named = named.strip_prefix("http://").or(named.strip_prefix("https://"));
        named == Some(host)
    };
    let is_shared = foreign_origin(request, path).is_some();
    if !is_shared && headers.get_all(ORIGIN).iter().any(|origin| !is_own(origin)) {
        return Err(forbidden("the request comes from a page of another site"));
    }
    if !is_shared && is_cross_site(request) && !is_preview(path) {
        return Err(forbidden("the request comes from a page of another site"));
    }
    match &state.token {
        Some(token) => check(token, request, path),
        None => Ok(None),
    }
}

/// The host that a request names, if it is one.
fn host(request: &Request) -> Option<&str> {
    let mut named = request.headers().get_all(HOST).iter();
    let host = named.next()?.to_str().ok()?;
    let agrees = request
        .uri()
        .authority()
        .is_none_or(|other| other.as_str() == host);
    (named.next().is_none() && agrees).then_some(host)
}

/// Whether a host, with or without its port, is this machine by its own name.
fn is_local(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(""),
        None => host.split(':').next().unwrap_or(""),
    };
    name.eq_ignore_ascii_case("localhost") || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

/// Whether a browser says that a page of another site asks. Following a link to the page is no harm.
fn is_cross_site(request: &Request) -> bool {
    let said = |name: &str, word: &str| request.headers().get(name).is_some_and(|value| value == word);
    let follows = request.method() == Method::GET && said("sec-fetch-mode", "navigate");
    said("sec-fetch-site", "cross-site") && !(follows && said("sec-fetch-dest", "document"))
}

/// The origin of another page on this machine, OpenRefine's, which may use the reconciliation service.
fn foreign_origin(request: &Request, path: &str) -> Option<HeaderValue> {
    let is_open = path == "/reconcile" || path.starts_with("/reconcile/");
    let origin = request.headers().get(ORIGIN).filter(|_| is_open)?;
    let host = origin.to_str().ok()?.strip_prefix("http://")?;
    is_local(host).then(|| origin.clone())
}

fn is_preview(path: &str) -> bool {
    path.starts_with("/reconcile/preview")
}

/// Lets the page of an origin read an answer.
fn share(headers: &mut HeaderMap, origin: HeaderValue) {
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(VARY, HeaderValue::from_static("Origin"));
    headers.insert(
        ACCESS_CONTROL_ALLOW_METHODS,
        HeaderValue::from_static("GET, POST"),
    );
    headers.insert(
        ACCESS_CONTROL_ALLOW_HEADERS,
        HeaderValue::from_static("Content-Type"),
    );
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
}

/// Looks for the token: in the head, in the cookie, and once in the page's address, which gives the cookie.
fn check(token: &str, request: &Request, path: &str) -> Result<Option<Response>, Failure> {
    let headers = request.headers();
    let bearer = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let bearer = bearer.and_then(|value| value.strip_prefix("Bearer "));
    if bearer.is_some_and(|given| is_same(given, token))
        || cookies(headers).any(|given| is_same(given, token))
    {
        return Ok(None);
    }
    let query = request.uri().query().unwrap_or("");
    let given = query.split('&').find_map(|pair| pair.strip_prefix("token="));
    match given {
        Some(given) if path == "/" && is_same(given, token) => Ok(Some(welcome(token))),
        _ => Err(Failure::new(
            StatusCode::UNAUTHORIZED,
            "the token is missing: open the page as /?token=…, or send `Authorization: Bearer …`",
        )),
    }
}

fn cookies(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let all = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let each = all.flat_map(|value| value.split(';'));
    each.filter_map(|pair| pair.trim().strip_prefix(NAME)?.strip_prefix('='))
}

/// Takes the token out of the address bar and into a cookie.
fn welcome(token: &str) -> Response {
    let cookie = format!("{NAME}={token}; HttpOnly; SameSite=Strict; Path=/");
    (
        StatusCode::SEE_OTHER,
        [(LOCATION, "/".to_owned()), (SET_COOKIE, cookie)],
    )
        .into_response()
}

/// Whether two texts are the same, in a time that does not tell how far they are.
fn is_same(a: &str, b: &str) -> bool {
    let differing = a.bytes().zip(b.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    a.len() == b.len() && differing == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machines_own_names_are_local() {
        for name in [
            "localhost",
            "LocalHost:80",
            "127.0.0.1:4777",
            "127.1.2.3",
            "[::1]:4777",
            "[::1]",
        ] {
            assert!(is_local(name), "{name}");
        }
        for name in [
            "",
            "evil.example",
            "localhost.evil.example",
            "192.168.1.2",
            "[::2]:1",
            "127.0.0.1.evil.example",
        ] {
            assert!(!is_local(name), "{name}");
        }
    }

    #[test]
    fn tokens_are_compared_whole() {
        assert!(is_same("abc", "abc"));
        assert!(!is_same("abc", "abd"));
        assert!(!is_same("abc", "abcd"));
        assert!(!is_same("", "a"));
    }
}
