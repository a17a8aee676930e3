//! What the service says of itself.

use serde_json::{Value, json};

use isonym::Kind;

/// The manifest of the service at an address (`http://127.0.0.1:4777`).
pub(super) fn manifest(base: &str) -> Value {
    let service = |path: &str| json!({"service_url": base, "service_path": path});
    json!({
        "versions": ["0.1", "0.2"],
        "name": "isonym: names in Chinese, Russian and English",
        "identifierSpace": format!("{base}/#/entry/"),
        "schemaSpace": format!("{base}/#/kind/"),
        "serviceVersion": env!("CARGO_PKG_VERSION"),
        "documentation": format!("{base}/openapi.json"),
        "defaultTypes": [kind(Kind::Place), kind(Kind::Person), kind(Kind::Organization)],
        "view": {"url": format!("{base}/#/entry/{{{{id}}}}")},
        "preview": {"url": format!("{base}/reconcile/preview?id={{{{id}}}}"), "width": 380, "height": 200},
        "suggest": {
            "entity": service("/reconcile/suggest/entity"),
            "type": service("/reconcile/suggest/type"),
            "property": service("/reconcile/suggest/property"),
        },
        "extend": {"propose_properties": service("/reconcile/properties"), "property_settings": []},
    })
}

/// A type.
pub(super) fn kind(kind: Kind) -> Value {
    json!({"id": kind.word(), "name": kind.word()})
}
