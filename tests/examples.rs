//! The sample articles in `examples/`, with the errors that were planted in them.

use std::fs;
use std::path::Path;

use isonym::document::Format;
use isonym::lint::{Options, lint};

#[track_caller]
fn check(name: &str, expected: &[(&str, &str)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    let text = fs::read_to_string(path).unwrap();
    let options = Options {
        excluded: Format::of_name(name).no_prose(&text),
        ..Options::default()
    };
    let found: Vec<(String, String)> = lint(&isonym::shipped(), &text, &options)
        .into_iter()
        .map(|d| {
            (
                d.span.of(&text).to_owned(),
                d.suggestions.first().cloned().unwrap_or_default(),
            )
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_english_article() {
    check(
        "heihe.md",
        &[
            ("Blagoveschchensk", "Blagoveshchensk"),
            ("Kondratenka", "Kondratenko"),
            ("Tian Jin", "Tianjin"),
            ("Mоscow", "Moscow"),
        ],
    );
}

#[test]
fn the_russian_article() {
    check(
        "heihe.ru.md",
        &[
            ("Благовещинска", "Благовещенска"),
            ("Хейхэ", "Хэйхэ"),
            ("Mоскве", "Москве"),
            ("Кондратинкова", "Кондратенкова"),
            ("Королев", "Королёв"),
        ],
    );
}

#[test]
fn the_chinese_article() {
    check(
        "heihe.zh.md",
        &[
            ("布拉戈维深斯克", "布拉戈维申斯克"),
            ("陆柏杭", "陆柏航"),
            ("纽西兰", "新西兰"),
            ("蘇格兰", "苏格兰"),
        ],
    );
}
