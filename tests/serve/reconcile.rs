//! The reconciliation service, by the shapes that the Entity Reconciliation API 0.2 publishes.

use serde_json::{Value, json};

use super::Server;

/// A text as it stands in an address or a form.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn form(server: &Server, field: &str, value: &Value) -> Value {
    let body = format!("{field}={}", escaped(&value.to_string()));
    let head = ["Content-Type: application/x-www-form-urlencoded"];
    server.ask("POST", "/reconcile", &head, body.as_bytes()).good()
}

/// What every candidate must have.
#[track_caller]
fn is_candidate(candidate: &Value) {
    assert!(
        candidate["id"].is_string() && candidate["name"].is_string(),
        "{candidate}"
    );
    assert!(
        candidate["score"].is_number() && candidate["match"].is_boolean(),
        "{candidate}"
    );
    assert!(
        candidate["type"][0]["id"].is_string() && candidate["type"][0]["name"].is_string(),
        "{candidate}"
    );
    let features = candidate["features"].as_array().expect("features");
    assert!(
        features
            .iter()
            .all(|one| one["id"].is_string() && one["value"].is_number()),
        "{candidate}"
    );
}

#[test]
fn the_manifest_has_what_it_must() {
    let server = Server::start(&[]);
    let manifest = server.get("/reconcile").good();
    assert!(
        manifest["versions"]
            .as_array()
            .is_some_and(|versions| versions.contains(&json!("0.2")))
    );
    for key in ["name", "identifierSpace", "schemaSpace"] {
        assert!(manifest[key].is_string(), "{key}");
    }
    for key in ["view", "preview"] {
        assert!(
            manifest[key]["url"]
                .as_str()
                .is_some_and(|url| url.contains("{{id}}")),
            "{key}"
        );
    }
    assert!(manifest["preview"]["width"].is_u64() && manifest["preview"]["height"].is_u64());
    let base = format!("http://{}", server.host());
    for kind in ["entity", "type", "property"] {
        let service = &manifest["suggest"][kind];
        assert_eq!(service["service_url"], json!(base));
        let path = service["service_path"].as_str().expect("a path");
        let found = server.get(&format!("{path}?prefix=a")).good();
        assert!(found["result"].as_array().is_some_and(|all| {
            all.iter()
                .all(|one| one["id"].is_string() && one["name"].is_string())
        }));
    }
    let propose = manifest["extend"]["propose_properties"]["service_path"]
        .as_str()
        .expect("a path");
    let proposed = server.get(&format!("{propose}?type=city&limit=3")).good();
    assert_eq!(
        (&proposed["type"], &proposed["limit"]),
        (&json!("city"), &json!(3))
    );
    assert_eq!(proposed["properties"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_batch_finds_names_in_three_scripts() {
    let server = Server::start(&[]);
    let batch = json!({
        "q0": {"query": "海兰泡"},
        "q1": {"query": "Благовещенске", "limit": 2, "type": "city", "type_strict": "should"},
        "q2": {"query": "Chabarowsk", "type": ["city", "river"]},
        "q3": {"query": "Zzyzxgrad"},
    });
    for answers in [
        form(&server, "queries", &batch),
        server
            .get(&format!("/reconcile?queries={}", escaped(&batch.to_string())))
            .good(),
    ] {
        let best = |id: &str| answers[id]["result"][0]["id"].clone();
        assert_eq!(
            (best("q0"), best("q1"), best("q2")),
            (
                json!("blagoveshchensk"),
                json!("blagoveshchensk"),
                json!("khabarovsk")
            )
        );
        assert_eq!(answers["q0"]["result"][0]["match"], true);
        assert!(
            answers["q1"]["result"]
                .as_array()
                .is_some_and(|all| all.len() <= 2)
        );
        assert!(
            answers["q3"]["result"]
                .as_array()
                .is_some_and(|all| all.iter().all(|one| one["match"] == false))
        );
        for answer in answers.as_object().expect("answers").values() {
            answer["result"]
                .as_array()
                .expect("a result")
                .iter()
                .for_each(is_candidate);
        }
    }
}

#[test]
fn a_single_query_is_answered() {
    let server = Server::start(&[]);
    let by_text = server
        .get(&format!("/reconcile?query={}", escaped("Хэйхэ")))
        .good();
    assert_eq!(by_text["result"][0]["id"], "heihe");
    let by_object = form(&server, "query", &json!({"query": "Хэйхэ", "limit": 1}));
    assert_eq!(by_object["result"].as_array().map(Vec::len), Some(1));
}

#[test]
fn known_properties_weigh() {
    let server = Server::start(&[]);
    let asked = |value: &str| {
        let query = json!({"query": "Heihe", "properties": [{"pid": "ru", "v": value}]});
        form(&server, "queries", &json!({"q": query}))["q"]["result"][0].clone()
    };
    let (right, wrong) = (asked("Хэйхэ"), asked("Харбин"));
    assert_eq!((&right["match"], &wrong["match"]), (&json!(true), &json!(false)));
    assert!(right["score"].as_f64() > wrong["score"].as_f64());
    let nameless = json!({"properties": [{"pid": "zh", "v": ["黑河", "x"]}, {"pid": "zh", "v": {"id": "heihe", "name": "黑河"}}]});
    assert!(form(&server, "queries", &json!({"q": nameless}))["q"]["result"].is_array());
}

#[test]
fn data_is_extended() {
    let server = Server::start(&[]);
    let wanted = json!({"ids": ["blagoveshchensk", "no-such-thing"], "properties": [{"id": "zh"}, {"id": "ru-gen"}, {"id": "system-bgn-pcgn"}, {"id": "kind"}]});
    let answer = form(&server, "extend", &wanted);
    assert_eq!(answer["meta"][0]["id"], "zh");
    assert!(
        answer["meta"]
            .as_array()
            .is_some_and(|meta| meta.iter().all(|one| one["name"].is_string()))
    );
    let row = &answer["rows"]["blagoveshchensk"];
    assert_eq!(row["zh"], json!([{"str": "布拉戈维申斯克"}]));
    assert_eq!(row["ru-gen"], json!([{"str": "Благовещенска"}]));
    assert_eq!(row["system-bgn-pcgn"], json!([{"str": "Blagoveshchensk"}]));
    assert_eq!(row["kind"], json!([{"str": "city"}]));
    assert_eq!(answer["rows"]["no-such-thing"]["zh"], json!([]));
}

#[test]
fn what_is_not_as_the_api_says_is_refused() {
    let server = Server::start(&[]);
    assert_eq!(server.get("/reconcile?queries=nonsense").refusal().0, 422);
    assert_eq!(server.get("/reconcile?extend=%7B%7D").refusal().0, 422);
    assert_eq!(server.post("/reconcile", &json!({})).refusal().0, 415);
    let unknown = escaped(&json!({"ids": [], "properties": [{"id": "colour"}]}).to_string());
    assert_eq!(
        server.get(&format!("/reconcile?extend={unknown}")).refusal().0,
        422
    );
    assert_eq!(server.get("/reconcile/preview?id=no-such-thing").refusal().0, 404);
}

#[test]
fn suggestions_go_on_page_by_page() {
    let server = Server::start(&[]);
    let page = |cursor: usize| {
        server
            .get(&format!("/reconcile/suggest/entity?prefix=ba&cursor={cursor}"))
            .good()["result"]
            .clone()
    };
    let (first, second) = (page(0), page(20));
    assert_eq!(first.as_array().map(Vec::len), Some(20));
    assert_ne!(first[0]["id"], second[0]["id"]);
    assert!(first[0]["notable"][0]["id"].is_string());
    let preview = server.get("/reconcile/preview?id=heihe");
    assert!(
        preview.text().contains("<dd lang=\"zh\">黑河"),
        "{}",
        preview.text()
    );
}
