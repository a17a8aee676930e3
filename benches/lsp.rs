//! How long an editor waits for the language server: 200 edits of a document of 1 MB, each with a hover, a completion and a
//! look for quick fixes.
//!
//!     cargo bench --bench lsp
//!
//! Prints the median, the 95th percentile and the longest wait of each request, and fails if one is longer than 50 ms.

#![allow(clippy::print_stdout)] // a report for people

#[path = "../tests/lsp/client.rs"]
#[allow(dead_code)]
mod client;

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use self::client::{Client, Folder, range};

/// Nobody notices a shorter wait.
const LIMIT: Duration = Duration::from_millis(50);

const EDITS: usize = 200;

const SIZE: usize = 1_000_000;

/// The sample articles, over and over.
fn document() -> String {
    let articles = [
        include_str!("../examples/heihe.md"),
        include_str!("../examples/heihe.ru.md"),
        include_str!("../examples/heihe.zh.md"),
    ];
    let mut text = String::new();
    for at in 0.. {
        text += articles[at % articles.len()];
        if text.len() > SIZE {
            break;
        }
    }
    text
}

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let is_test = !std::env::args().any(|word| word == "--bench");
    let edits = if is_test { 2 } else { EDITS };
    let text = document();
    let lines = text.lines().count() as u64;
    let folder = Folder::new();
    let uri = folder.uri("long.md");
    let mut client = Client::start(&folder, json!({}));
    let started = Instant::now();
    client.open(&uri, "markdown", &text);
    let place = |line: u64, character: u64| json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}});
    client.ask("textDocument/hover", place(0, 3));
    println!("the first answer after {:?}", started.elapsed());
    let mut waits: Vec<(&str, Vec<Duration>)> = ["hover", "completion", "codeAction"]
        .map(|name| (name, Vec::new()))
        .into();
    // The edits are spread over the document as a fixed row of numbers says.
    let mut state = 7u64;
    for at in 0..edits {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let line = (state >> 33) % lines;
        let whole = |line: u64| range(line as u32, 0, line as u32, 0);
        let typed = ["Blago", "Хаба", "黑"][at % 3];
        client.change(
            &uri,
            at as i32 + 2,
            json!([{"range": whole(line), "text": typed}]),
        );
        let column = typed.chars().count() as u64;
        for (name, times) in &mut waits {
            let params = match *name {
                "codeAction" => json!({
                    "textDocument": {"uri": uri}, "range": whole(line), "context": {"diagnostics": []},
                }),
                _ => place(line, column),
            };
            let started = Instant::now();
            let answer: Value = client.ask(&format!("textDocument/{name}"), params);
            times.push(started.elapsed());
            assert!(
                *name != "completion" || answer["items"].as_array().is_some_and(|items| !items.is_empty())
            );
        }
    }
    let paused = Instant::now();
    let found = client.findings(&uri, edits as i32 + 1);
    let count = found["diagnostics"].as_array().map_or(0, Vec::len);
    println!("{count} findings {:?} after the last edit", paused.elapsed());
    client.end();
    let mut longest = Duration::ZERO;
    for (name, times) in &mut waits {
        times.sort();
        let at = |share: usize| times[(times.len() - 1) * share / 100];
        println!(
            "{name:<12} median {:?}, 95 % {:?}, longest {:?}",
            at(50),
            at(95),
            at(100)
        );
        longest = longest.max(at(100));
    }
    assert!(is_test || longest < LIMIT, "an answer took {longest:?}");
}
