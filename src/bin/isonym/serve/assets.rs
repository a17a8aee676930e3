//! The page's files, which are part of the program.

use std::sync::Arc;

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::routing::get;

use super::state::State;

/// A file: its address, its type and its contents.
struct Asset {
    path: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

const HTML: &str = "text/html; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const JSON: &str = "application/json";
const PICTURE: &str = "image/svg+xml";

macro_rules! assets {
    ($($kind:ident $file:literal),* $(,)?) => {
        &[$(Asset {
            path: concat!("/assets/", $file),
            kind: $kind,
            bytes: include_bytes!(concat!("assets/", $file)),
        }),*]
    };
}

/// All files but the page itself.
const ASSETS: &[Asset] = assets![
    STYLE "style.css",
    STYLE "preview.css",
    PICTURE "icon.svg",
    JSON "messages.json",
    SCRIPT "app.js",
    SCRIPT "service.js",
    SCRIPT "dom.js",
    SCRIPT "language.js",
    SCRIPT "history.js",
    SCRIPT "offsets.js",
    SCRIPT "overlay.js",
    SCRIPT "article.js",
    SCRIPT "findings.js",
    SCRIPT "files.js",
    SCRIPT "names.js",
    SCRIPT "entry.js",
    SCRIPT "glossary.js",
    SCRIPT "compare.js",
];

const MARKDOWN: &str = "text/markdown; charset=utf-8";

/// Articles with mistakes in them, one in each language.
const SAMPLES: &[Asset] = &[
    Asset {
        path: "/assets/sample.en.md",
        kind: MARKDOWN,
        bytes: include_bytes!("../../../../examples/heihe.md"),
    },
    Asset {
        path: "/assets/sample.ru.md",
        kind: MARKDOWN,
        bytes: include_bytes!("../../../../examples/heihe.ru.md"),
    },
    Asset {
        path: "/assets/sample.zh.md",
        kind: MARKDOWN,
        bytes: include_bytes!("../../../../examples/heihe.zh.md"),
    },
];

/// Answers for the page and its files.
pub(super) fn router() -> Router<Arc<State>> {
    let page = Asset {
        path: "/",
        kind: HTML,
        bytes: include_bytes!("assets/index.html"),
    };
    let files = ASSETS
        .iter()
        .chain(SAMPLES)
        .map(|asset| (asset.path, asset.kind, asset.bytes));
    let all = files.chain([(page.path, page.kind, page.bytes)]);
    all.fold(Router::new(), |router, (path, kind, bytes)| {
        // The files are asked for anew each time: another version of the program has others.
        let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")];
        router.route(path, get(move || async move { (headers, bytes) }))
    })
}
