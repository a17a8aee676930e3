//! What is sent to do harm, or in great numbers: each gets the answer that is documented.

use std::io::Write;
use std::time::{Duration, Instant};

use serde_json::json;

use super::{Server, client};

#[test]
fn text_is_never_markup() {
    let server = Server::start(&[]);
    let text =
        "<script>alert(1)</script> Blagoveschchensk \u{0} Blagoveshchensk <img src=x onerror=alert(1)>";
    let reply = server.post("/api/lint", &json!({"text": text}));
    assert_eq!(reply.header("content-type"), Some("application/json"));
    assert_eq!(reply.good()["summary"]["findings"], 1);
    let preview = server.get("/reconcile/preview?id=%3Cscript%3E");
    assert_eq!(
        (preview.status, preview.header("content-type")),
        (404, Some("application/json"))
    );
}

#[test]
fn fifty_megabytes_are_too_many() {
    let server = Server::start(&[]);
    let body = vec![b' '; 50 << 20];
    let reply = server.ask("POST", "/api/lint", &["Content-Type: application/json"], &body);
    assert_eq!(reply.refusal().0, 413);
    let chunked = [
        format!("POST /api/lint HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n900000\r\n", server.host()).as_bytes(),
        &vec![b' '; 0x90_0000],
        b"\r\n0\r\n\r\n",
    ]
    .concat();
    assert_eq!(server.raw(&chunked).refusal().0, 413);
    assert_eq!(server.get("/api/about").status, 200);
}

#[test]
fn a_huge_length_is_refused_at_once() {
    let server = Server::start(&[]);
    let head = format!(
        "POST /api/lint HTTP/1.1\r\nHost: {}\r\nContent-Length: 99999999999\r\n\r\n",
        server.host()
    );
    let start = Instant::now();
    assert_eq!(server.raw(head.as_bytes()).refusal().0, 413);
    assert!(start.elapsed() < Duration::from_secs(15));
}

#[test]
fn a_thousand_requests_at_once_are_answered_or_sent_away() {
    let server = Server::start(&[]);
    let body = json!({"text": "From Heihe to Blagoveschchensk and Blagoveshchensk. ".repeat(40)});
    let body = body.to_string();
    let request = format!(
        "POST /api/lint HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        server.host(),
        body.len()
    );
    let mut streams: Vec<_> = (0..most_connections().min(1000))
        .map(|_| {
            let mut stream = server.connect();
            stream.write_all(request.as_bytes()).expect("the request is sent");
            stream
        })
        .collect();
    let mut good = 0;
    for stream in &mut streams {
        let reply = client::read(stream);
        match reply.status {
            200 => good += 1,
            503 => assert!(reply.header("retry-after").is_some()),
            status => panic!("{status}: {}", reply.text()),
        }
    }
    assert!(good > 0, "none was answered");
    assert_eq!(server.get("/api/about").status, 200);
}

/// How many connections a process may have, with some left for other tests.
fn most_connections() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let files = limits.lines().find(|line| line.starts_with("Max open files"));
    let most = files.and_then(|line| line.split_whitespace().nth(3)?.parse().ok());
    most.unwrap_or(1024_usize).saturating_sub(200)
}

#[test]
fn a_slow_client_holds_nobody_up_and_is_sent_away() {
    let server = Server::start(&[]);
    let mut slow = server.connect();
    let head = format!(
        "POST /api/lint HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{",
        server.host()
    );
    slow.write_all(head.as_bytes()).expect("the head is sent");
    let start = Instant::now();
    assert_eq!(server.get("/api/about").status, 200);
    assert!(start.elapsed() < Duration::from_secs(10));
    assert_eq!(client::read(&mut slow).refusal().0, 408);
}

#[test]
fn odd_bodies_are_no_trouble() {
    let server = Server::start(&[]);
    let deep = format!("{{\"names\":{}", "[".repeat(100_000));
    assert_eq!(
        server
            .ask(
                "POST",
                "/api/lint",
                &["Content-Type: application/json"],
                deep.as_bytes()
            )
            .refusal()
            .0,
        400
    );
    assert_eq!(
        server
            .ask(
                "POST",
                "/api/lint",
                &["Content-Type: application/json"],
                b"{\"text\":\"\xff\"}"
            )
            .refusal()
            .0,
        400
    );
    let long = json!({"text": "хэйхэ".repeat(100_000)});
    assert_eq!(server.post("/api/lint", &long).status, 200);
    let many = json!({"names": vec!["x"; 20_000]});
    assert_eq!(server.post("/api/lookup", &many).refusal().0, 422);
    assert_eq!(server.get("/api/lookup?q=x&country=Russia").refusal().0, 400);
    assert_eq!(server.raw(b"\x16\x03\x01 no HTTP at all\r\n\r\n").status, 400);
}
