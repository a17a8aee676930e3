//! The page's own files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::Server;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/isonym/serve/assets")
}

fn files() -> Vec<(String, String)> {
    let files = fs::read_dir(folder()).expect("the folder is there");
    let files = files.map(|file| file.expect("a file").path());
    files
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("the file is text"))
        })
        .collect()
}

fn messages() -> serde_json::Map<String, Value> {
    let text = fs::read_to_string(folder().join("messages.json")).expect("the messages are there");
    let Value::Object(messages) = serde_json::from_str(&text).expect("the messages are JSON") else {
        panic!("the messages are an object");
    };
    messages
}

/// The keys that stand in a script or page as plain texts.
fn used(text: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for start in [
        "t(\"",
        "data-t=\"",
        "data-t-label=\"",
        "data-t-placeholder=\"",
        "? \"",
        ": \"",
    ] {
        for part in text.split(start).skip(1) {
            let key = part.split('"').next().unwrap_or("");
            let is_key = key.contains('.') && key.chars().all(|c| c.is_ascii_lowercase() || ".-".contains(c));
            if is_key && !key.ends_with(".js") && !key.ends_with(".txt") {
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

#[test]
fn every_message_is_there_in_three_languages() {
    for (key, texts) in messages() {
        let form = key.rsplit('.').next().unwrap_or("");
        let languages: &[&str] = match form {
            "one" => &["en", "ru"],
            "few" | "many" => &["ru"],
            _ => &["en", "ru", "zh"],
        };
        for language in languages {
            assert!(
                texts[language].as_str().is_some_and(|text| !text.is_empty()),
                "{key} has no {language}"
            );
        }
        let blanks = |language: &str| {
            let text = texts[language].as_str().unwrap_or("");
            text.split('{')
                .skip(1)
                .filter_map(|part| part.split('}').next())
                .map(str::to_owned)
                .collect::<BTreeSet<_>>()
        };
        for language in languages {
            assert_eq!(blanks(languages[0]), blanks(language), "{key} in {language}");
        }
    }
}

#[test]
fn no_message_is_missing_and_none_is_idle() {
    let messages = messages();
    let all: String = files()
        .into_iter()
        .filter(|(name, _)| name != "messages.json")
        .map(|(_, text)| text)
        .collect();
    for key in used(&all) {
        let is_there = messages.contains_key(&key) || messages.contains_key(&format!("{key}.other"));
        assert!(is_there, "{key} is no message");
    }
    for key in messages.keys() {
        let base = key
            .trim_end_matches(".other")
            .trim_end_matches(".one")
            .trim_end_matches(".few")
            .trim_end_matches(".many");
        let (group, _) = base.rsplit_once('.').unwrap_or((base, ""));
        let is_used = all.contains(&format!("\"{base}\""))
            || all.contains(&format!("{group}.${{"))
            || group == "same.by"
            || group == "status"
            || group == "form";
        assert!(is_used, "{key} is not used");
    }
}

#[test]
fn every_rule_and_word_has_its_message() {
    let messages = messages();
    let server = Server::start(&[]);
    let about = server.get("/api/about").good();
    let texts = |list: &Value| -> Vec<String> {
        let list = list.as_array().expect("a list").iter();
        list.filter_map(|item| item.as_str().map(str::to_owned)).collect()
    };
    let rules = about["rules"].as_array().expect("rules").iter();
    let keys = rules
        .map(|rule| format!("rule.{}", rule["rule"].as_str().unwrap_or("")))
        .chain(
            texts(&about["kinds"])
                .into_iter()
                .map(|kind| format!("kind.{kind}")),
        )
        .chain(
            texts(&about["statuses"])
                .into_iter()
                .map(|status| format!("status.{status}")),
        )
        .chain(
            texts(&about["forms"])
                .into_iter()
                .map(|form| format!("form.{form}")),
        );
    for key in keys {
        assert!(messages.contains_key(&key), "{key} is no message");
    }
}

#[test]
fn every_file_is_served_and_none_comes_from_elsewhere() {
    let server = Server::start(&[]);
    for (name, text) in files() {
        let path = if name == "index.html" {
            "/".to_owned()
        } else {
            format!("/assets/{name}")
        };
        let reply = server.get(&path);
        assert_eq!((reply.status, reply.text()), (200, text.clone()), "{name}");
        let outside = text.replace("http://www.w3.org/2000/svg", "");
        assert!(
            !outside.contains("http://") && !outside.contains("https://") && !outside.contains("//cdn"),
            "{name}"
        );
        for risk in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            " style=\"",
            "onclick=\"",
        ] {
            assert!(!text.contains(risk), "{name} has {risk}");
        }
    }
    for language in ["en", "ru", "zh"] {
        assert_eq!(server.get(&format!("/assets/sample.{language}.md")).status, 200);
    }
}
