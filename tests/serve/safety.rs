//! Who is let in, and what is on every answer.

use serde_json::json;

use super::{Reply, Server};

const CROSS: (u16, &str) = (403, "the request comes from a page of another site");

#[track_caller]
fn is_foreign(reply: &Reply) {
    let (status, message) = reply.refusal();
    assert_eq!((status, message.as_str()), CROSS);
}

#[test]
fn a_rebound_name_is_refused() {
    let server = Server::start(&[]);
    for host in [
        "evil.example",
        "evil.example:4777",
        "127.0.0.1.evil.example",
        "0.0.0.0",
        "10.0.0.1",
    ] {
        let reply =
            server.raw(format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes());
        assert_eq!(reply.refusal().0, 403, "{host}");
    }
    for host in ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:80"] {
        let reply =
            server.raw(format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes());
        assert_eq!(reply.status, 200, "{host}");
    }
    let none = server.raw(b"GET / HTTP/1.0\r\n\r\n");
    assert_eq!(none.refusal().0, 403);
    let two =
        server.raw(b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert!([400, 403].contains(&two.status), "{}", two.status);
    let absolute =
        server.raw(b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert_eq!(absolute.refusal().0, 403);
}

#[test]
fn pages_of_other_sites_are_refused() {
    let server = Server::start(&[]);
    let own = format!("Origin: http://{}", server.host());
    assert_eq!(server.ask("GET", "/api/about", &[&own], b"").status, 200);
    for origin in [
        "http://evil.example",
        "null",
        "https://127.0.0.1",
        "http://127.0.0.1:1",
        "http://localhost:3333",
    ] {
        is_foreign(&server.ask("GET", "/api/about", &[&format!("Origin: {origin}")], b""));
    }
    is_foreign(&server.ask(
        "GET",
        "/api/about",
        &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"],
        b"",
    ));
    let link = [
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-Dest: document",
    ];
    assert_eq!(server.ask("GET", "/", &link, b"").status, 200);
    let framed = [
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-Dest: iframe",
    ];
    is_foreign(&server.ask("GET", "/", &framed, b""));
}

#[test]
fn the_reconciliation_service_is_open_to_pages_of_this_machine_alone() {
    let server = Server::start(&[]);
    let reply = server.ask("GET", "/reconcile", &["Origin: http://127.0.0.1:3333"], b"");
    assert_eq!(
        reply.header("access-control-allow-origin"),
        Some("http://127.0.0.1:3333")
    );
    let asked = server.ask("OPTIONS", "/reconcile", &["Origin: http://localhost:3333"], b"");
    assert_eq!(asked.status, 204);
    is_foreign(&server.ask("GET", "/reconcile", &["Origin: http://evil.example"], b""));
    is_foreign(&server.ask("GET", "/reconcilement", &["Origin: http://127.0.0.1:3333"], b""));
    let preview = server.get("/reconcile/preview?id=heihe");
    assert!(
        preview
            .header("content-security-policy")
            .is_some_and(|policy| policy.contains("frame-ancestors http://127.0.0.1:*"))
    );
}

#[test]
fn every_answer_says_what_a_browser_may_do() {
    let server = Server::start(&[]);
    for path in ["/", "/assets/app.js", "/api/about", "/nothing", "/openapi.json"] {
        let reply = server.get(path);
        let policy = reply.header("content-security-policy").expect("a policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self';"),
            "{path}: {policy}"
        );
        assert!(
            !policy.contains("unsafe") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(reply.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), None, "{path}");
    }
}

#[test]
fn a_token_is_asked_for() {
    let server = Server::start(&["--token", "a-token-of-16-letters"]);
    assert_eq!(server.get("/api/about").refusal().0, 401);
    assert_eq!(server.get("/").refusal().0, 401);
    assert_eq!(
        server
            .ask("GET", "/api/about", &["Authorization: Bearer another"], b"")
            .status,
        401
    );
    assert_eq!(
        server
            .ask(
                "GET",
                "/api/about",
                &["Authorization: Bearer a-token-of-16-letters"],
                b""
            )
            .status,
        200
    );
    assert_eq!(server.get("/api/about?token=a-token-of-16-letters").status, 401);
    let welcome = server.get("/?token=a-token-of-16-letters");
    assert_eq!((welcome.status, welcome.header("location")), (303, Some("/")));
    let cookie = welcome.header("set-cookie").expect("a cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
        "{cookie}"
    );
    let cookie = format!("Cookie: other=1; {}", cookie.split(';').next().expect("a pair"));
    assert_eq!(server.ask("GET", "/api/about", &[&cookie], b"").status, 200);
}

#[test]
fn others_cannot_call_without_a_token() {
    for (args, why) in [
        (vec!["--host", "0.0.0.0"], "give a token"),
        (vec!["--host", "0.0.0.0", "--token", "short"], "too short"),
        (vec!["--token", "with spaces in the token"], "letters, digits"),
        (vec!["--writable"], "--glossary"),
    ] {
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_isonym"))
            .args(["serve", "--port", "0"])
            .args(&args)
            .env_remove("ISONYM_TOKEN")
            .output()
            .expect("the program runs");
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains(why), "{args:?}: {said}");
    }
}

#[test]
fn what_is_not_there_is_said_in_json() {
    let server = Server::start(&[]);
    assert_eq!(server.get("/api/nothing").refusal().0, 404);
    assert_eq!(server.ask("DELETE", "/api/lint", &[], b"").refusal().0, 405);
    assert_eq!(
        server
            .ask("POST", "/api/lint", &["Content-Type: text/plain"], b"x")
            .refusal()
            .0,
        415
    );
    assert_eq!(
        server
            .ask("POST", "/api/lint", &["Content-Type: application/json"], b"{")
            .refusal()
            .0,
        400
    );
    assert_eq!(server.post("/api/lint", &json!({"text": 1})).refusal().0, 422);
    assert_eq!(server.get("/api/lookup").refusal().0, 400);
    assert_eq!(server.get("/api/lookup?q=x&limit=many").refusal().0, 400);
    assert_eq!(
        server
            .get(&format!("/api/lookup?q={}", "x".repeat(2000)))
            .refusal()
            .0,
        400
    );
    assert_eq!(server.get("/api/translit?q=x&to=klingon").refusal().0, 422);
    assert_eq!(server.get("/api/entries/%FF").refusal().0, 400);
}

#[cfg(unix)]
#[test]
fn a_server_that_is_told_to_stop_ends_well() {
    let server = Server::start(&[]);
    assert_eq!(server.get("/").status, 200);
    assert_eq!(server.stop(), Some(0));
}
