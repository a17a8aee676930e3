//! The example that measures the rules on a labelled corpus.

#[allow(dead_code)]
#[path = "../examples/evaluate.rs"]
mod example;

#[track_caller]
fn check(corpus: &str, expected: &[&str]) {
    let table = example::table(corpus).unwrap();
    let rows: Vec<String> = table
        .lines()
        .skip(1)
        .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn the_sample_corpus_is_counted_by_language_and_rule() {
    check(
        include_str!("../examples/corpus.jsonl"),
        &[
            "en all rules 1 1 1 0",
            "en misspelled-name 1 1 0",
            "ru all rules 1 1 1 0",
            "ru misspelled-name 1 1 0",
            "zh all rules 1 1 1 0",
            "zh misspelled-name 1 1 0",
        ],
    );
}

#[test]
fn misses_wrong_suggestions_and_other_alarms_are_counted() {
    let text = "A bridge links Heihe with Blagoveschchensk. Trucks leave Mоscow.";
    let line = |errors: &str| format!("{{\"text\": \"{text}\", \"lang\": \"en\", \"errors\": [{errors}]}}\n");
    let missed = line(r#"{"wrong": "Heihe", "right": "Harbin"}"#);
    check(
        &missed,
        &[
            "en all rules 1 0 0 2",
            "en misspelled-name 0 0 1",
            "en mixed-script 0 0 1",
        ],
    );
    let otherwise = line(r#"{"start": 26, "end": 42, "right": "Blagoveshchensk City"}"#);
    check(
        &otherwise,
        &[
            "en all rules 1 1 0 1",
            "en misspelled-name 1 0 0",
            "en mixed-script 0 0 1",
        ],
    );
}

#[test]
fn a_bad_line_is_named() {
    for (line, why) in [
        ("{}", "line 2: no field `text`"),
        (
            r#"{"text": "Heihe", "errors": [{"wrong": "Harbin", "right": "Heihe"}]}"#,
            "line 2: `Harbin` does not stand in the text so often",
        ),
        (
            r#"{"text": "Ж", "errors": [{"start": 1, "end": 2, "right": "Heihe"}]}"#,
            "line 2: `start` and `end` are not the bytes of characters",
        ),
    ] {
        let error = example::table(&format!("\n{line}")).unwrap_err();
        assert_eq!(error.to_string(), why);
    }
}
