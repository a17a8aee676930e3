//! What the services answer: the same as the command line.

use std::process::Command;

use serde_json::{Value, json};

use super::Server;

/// What the program prints, line by line.
fn lines(args: &[&str]) -> Vec<Value> {
    let done = Command::new(env!("CARGO_BIN_EXE_isonym"))
        .args(args)
        .output()
        .expect("the program runs");
    let text = String::from_utf8(done.stdout).expect("the output is text");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect()
}

#[test]
fn services_answer_as_the_command_line_does() {
    let server = Server::start(&[]);
    for (path, args) in [
        (
            "/api/lookup?q=%E6%B5%B7%E5%85%B0%E6%B3%A1",
            vec!["lookup", "海兰泡"],
        ),
        ("/api/lookup?q=Zzyzx&to=ru", vec!["lookup", "Zzyzx", "--to", "ru"]),
        (
            "/api/lookup?q=%E5%A1%94%E6%8B%89&country=RU",
            vec!["lookup", "塔拉", "--country", "RU"],
        ),
        (
            "/api/translit?q=%D0%A9%D1%91%D0%BB%D0%BA%D0%BE%D0%B2%D0%BE&to=bgn-pcgn",
            vec!["translit", "--to", "bgn-pcgn", "Щёлково"],
        ),
        (
            "/api/same?a=Heihe&b=%D0%A5%D1%8D%D0%B9%D1%85%D1%8D",
            vec!["same", "Heihe", "Хэйхэ"],
        ),
        ("/api/identify?q=Chabarowsk", vec!["identify", "Chabarowsk"]),
        (
            "/api/inflect?q=%D0%A5%D1%8D%D0%B9%D1%85%D1%8D&kind=place",
            vec!["inflect", "Хэйхэ", "--kind", "place"],
        ),
    ] {
        let printed = lines(&[&args[..], &["--format", "jsonl"]].concat());
        assert_eq!(server.get(path).good(), printed[0], "{path}");
    }
}

#[test]
fn lint_is_the_json_report() {
    let server = Server::start(&[]);
    let text = "Trucks go from Heihe to Blagoveschchensk. Blagoveshchensk is in Russia.";
    let report = server.post("/api/lint", &json!({"text": text})).good();
    let finding = &report["files"][0]["diagnostics"][0];
    assert_eq!(finding["suggestions"], json!(["Blagoveshchensk"]));
    assert_eq!(
        (&finding["start"], &finding["rule"]),
        (&json!(24), &json!("misspelled-name"))
    );
    assert_eq!(report["summary"]["errors"], 1);
    let accepted = json!({"text": text, "accept": ["Blagoveschchensk"]});
    assert_eq!(
        server.post("/api/lint", &accepted).good()["summary"]["findings"],
        0
    );
}

#[test]
fn languages_formats_styles_and_glossaries_are_chosen() {
    let server = Server::start(&[]);
    let lint = |object: Value| server.post("/api/lint", &object).good();
    let found = |object: Value| lint(object)["summary"]["findings"].as_u64().expect("a number");
    assert_eq!(
        lint(json!({"text": "В Хэйхэ", "lang": "auto"}))["files"][0]["lang"],
        "ru"
    );
    assert_eq!(
        lint(json!({"text": "В Хэйхэ", "lang": "en"}))["files"][0]["lang"],
        "en"
    );
    let kiev = json!({"text": "The train to Kiev was late.", "style": "ap"});
    assert!(found(kiev) > 0, "AP prefers Kyiv");
    let code = "Blagoveshchensk has `Blagoveschchensk` in code.";
    assert_eq!(found(json!({"text": code, "name": "a.md"})), 0);
    assert_eq!(found(json!({"text": code, "name": "a.txt"})), 1);
    assert_eq!(
        found(json!({"text": "Only Blagoveschchensk.", "shipped": false})),
        0
    );
    let stranger = server
        .post("/api/lint", &json!({"text": "x", "style": "sun"}))
        .refusal();
    assert!(stranger.0 == 422 && stranger.1.contains("sun"), "{stranger:?}");
    let stranger = server.post("/api/lint", &json!({"text": "x", "select": ["no-rule"]}));
    assert_eq!(stranger.refusal().0, 422);
}

#[test]
fn names_of_an_article_are_listed_with_their_forms() {
    let server = Server::start(&[]);
    let names = server
        .post(
            "/api/names",
            &json!({"text": "Из Хэйхэ в Благовещенск. Жители Благовещенска."}),
        )
        .good();
    let town = names["names"]
        .as_array()
        .and_then(|names| names.iter().find(|name| name["entry"] == "blagoveshchensk"));
    let town = town.expect("the town is found");
    assert_eq!(
        (&town["zh"], &town["count"]),
        (&json!("布拉戈维申斯克"), &json!(2))
    );
    assert_eq!(town["forms"][1], json!({"text": "Благовещенска", "count": 1}));
}

#[test]
fn many_names_keep_their_order() {
    let server = Server::start(&[]);
    let found = server
        .post(
            "/api/lookup",
            &json!({"names": ["Хейхэ", "", "海兰泡"], "limit": 1}),
        )
        .good();
    let entries: Vec<&Value> = found
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| &one["matches"][0]["entry"])
        .collect();
    assert_eq!(
        entries,
        [&json!("heihe"), &Value::Null, &json!("blagoveshchensk")]
    );
    let made = server
        .post(
            "/api/translit",
            &json!({"names": ["西安", "哈尔滨"], "to": "palladius", "rules_only": true}),
        )
        .good();
    assert_eq!(made[0]["candidates"][0]["text"], "Сиань");
    assert_eq!(made.as_array().map(Vec::len), Some(2));
}

#[test]
fn suggestions_come_in_any_script() {
    let server = Server::start(&[]);
    for letters in [
        "%E6%B5%B7%E5%85%B0",
        "blagoveshch",
        "%D0%91%D0%BB%D0%B0%D0%B3%D0%BE%D0%B2",
    ] {
        let found = server.get(&format!("/api/suggest?q={letters}")).good();
        assert_eq!(found["suggestions"][0]["entry"], "blagoveshchensk", "{letters}");
    }
    assert_eq!(server.get("/api/suggest?q=").good(), json!({"suggestions": []}));
}

#[test]
fn an_entry_shows_all_that_is_known() {
    let server = Server::start(&[]);
    let entry = server.get("/api/entries/blagoveshchensk").good();
    assert!(entry["zh"].as_array().is_some_and(|names| {
        names
            .iter()
            .any(|name| name["text"] == "海兰泡" && name["status"] == "superseded")
    }));
    assert!(
        entry["conversions"]
            .as_array()
            .is_some_and(|made| made.iter().any(|one| one["system"] == "bgn-pcgn"))
    );
    assert!(
        entry["inflection"]["forms"]
            .as_array()
            .is_some_and(|forms| forms.iter().any(|form| form["text"] == "Благовещенске"))
    );
    assert_eq!(
        entry["map"],
        "https://www.openstreetmap.org/search?query=Blagoveshchensk"
    );
    assert_eq!(server.get("/api/entries/no-such-thing").refusal().0, 404);
}

#[test]
fn a_translation_is_compared() {
    let server = Server::start(&[]);
    let sides = json!({"source": "Germany and France signed it.", "target": "Его подписали представители Эквадора и Франции."});
    let report = server.post("/api/compare", &sides).good();
    assert_eq!(report["findings"][0]["suggestions"], json!(["Германии"]));
    let aligned = json!({"source": "Heihe\nHarbin", "target": "Хэйхэ", "aligned": true});
    assert_eq!(server.post("/api/compare", &aligned).refusal().0, 422);
    let aligned = json!({"source": "x\nGermany signed.", "target": "x\nПодписал Эквадор.", "aligned": true});
    assert_eq!(
        server.post("/api/compare", &aligned).good()["findings"][0]["unit"],
        2
    );
}

#[test]
fn the_document_describes_every_service() {
    let server = Server::start(&[]);
    let document = server.get("/openapi.json").good();
    assert_eq!(document["openapi"], "3.1.0");
    let paths = document["paths"].as_object().expect("paths");
    for path in [
        "/api/lint",
        "/api/lookup",
        "/api/glossary/rows/{line}",
        "/reconcile",
        "/reconcile/preview",
    ] {
        assert!(paths.contains_key(path), "{path}");
    }
    for (path, item) in paths {
        for (method, operation) in item.as_object().expect("operations") {
            let answers = operation["responses"].as_object().expect("answers");
            for status in ["200", "400", "403", "413", "503"] {
                assert!(answers.contains_key(status), "{method} {path} lacks {status}");
            }
            assert_eq!(
                answers.contains_key("415"),
                operation.get("requestBody").is_some(),
                "{method} {path}"
            );
        }
    }
    let text = document.to_string();
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    for part in text.split("#/components/schemas/").skip(1) {
        let name = part.split('"').next().unwrap_or("");
        assert!(schemas.contains_key(name), "{name} is not described");
    }
}
