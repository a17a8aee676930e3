//! Who may import whom: the rooms of the library depend on each other in one direction.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms that it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("lang", &["error", "text", "message"]),
    ("text", &["error", "lang"]),
    ("known", &["lang"]),
    ("line_index", &["error"]),
    ("error", &["message"]),
    ("message", &[]),
    ("words", &["error", "message"]),
    ("glossary", &["error", "lang", "text", "words", "message"]),
    (
        "exchange",
        &[
            "error", "glossary", "lang", "text", "translit", "words", "message",
        ],
    ),
    ("translit", &["error", "lang", "text", "message"]),
    ("inflection", &["error", "lang", "text", "words"]),
    (
        "index",
        &[
            "error",
            "glossary",
            "inflection",
            "known",
            "lang",
            "text",
            "translit",
            "message",
        ],
    ),
    (
        "names",
        &[
            "error",
            "glossary",
            "index",
            "inflection",
            "lang",
            "text",
            "translit",
            "shipped",
        ],
    ),
    ("mapped", &["index"]),
    ("styles", &["error", "glossary", "index", "lang", "message"]),
    (
        "compare",
        &[
            "error",
            "glossary",
            "index",
            "inflection",
            "known",
            "lang",
            "lint",
            "names",
            "shipped",
            "text",
            "translit",
        ],
    ),
    ("document", &["error", "lang", "line_index", "text", "message"]),
    (
        "lint",
        &[
            "error",
            "document",
            "glossary",
            "index",
            "inflection",
            "known",
            "lang",
            "line_index",
            "names",
            "text",
            "translit",
            "message",
        ],
    ),
];

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for (room, allowed) in ROOMS {
        for file in rust_files(&src, room) {
            for line in fs::read_to_string(&file).unwrap().lines().map(str::trim_start) {
                let Some(rest) = line
                    .strip_prefix("use crate::")
                    .or_else(|| line.strip_prefix("pub use crate::"))
                else {
                    continue;
                };
                let used = rest.split([':', ';', ' ']).next().unwrap_or_default();
                if !used.starts_with('{') && used.starts_with(char::is_lowercase) {
                    assert!(
                        used == *room || allowed.contains(&used),
                        "{}: {line}",
                        file.display()
                    );
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} imports were read");
}

fn rust_files(src: &Path, room: &str) -> Vec<PathBuf> {
    let mut files = vec![src.join(format!("{room}.rs"))];
    let mut folders = vec![src.join(room)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.retain(|file| file.is_file() && file.extension().is_some_and(|end| end == "rs"));
    files
}
