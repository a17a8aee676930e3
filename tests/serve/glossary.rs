//! The user's glossary over the server.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::Server;

/// A folder with a glossary, and a server that may write it.
fn glossary(text: &str) -> (TempDir, PathBuf, Server) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("terms.csv");
    fs::write(&file, text).expect("the file can be written");
    let server = Server::with_glossary(&file);
    (folder, file, server)
}

fn hash(server: &Server) -> Value {
    server.get("/api/glossary").good()["hash"].clone()
}

const ROWS: &str = "id,zh,ru,en,note\n# ours\nzzyk,,Ззык,Zzyk,\"a, b\"\n";

#[test]
fn a_row_is_added_and_counts_at_once() {
    let (_folder, file, server) = glossary(ROWS);
    let lookup =
        |name: &str| server.get(&format!("/api/lookup?q={name}")).good()["matches"][0]["how"].clone();
    assert_ne!(lookup("Qwertograd"), "exact");
    let row = json!({"hash": hash(&server), "cells": {"en": "Qwertograd", "ru": "Квертоград"}});
    let answer = server.post("/api/glossary/rows", &row).good();
    assert_eq!(answer["rows"].as_array().map(Vec::len), Some(2));
    let text = fs::read_to_string(&file).expect("the file can be read");
    assert_eq!(text, format!("{ROWS}qwertograd,,Квертоград,Qwertograd,\n"));
    assert_eq!(lookup("Qwertograd"), "exact");
}

#[test]
fn a_row_is_changed_and_removed_and_others_stay() {
    let (_folder, file, server) = glossary(ROWS);
    let change = json!({"hash": hash(&server), "cells": {"en": "Zzyq"}});
    server.send("PUT", "/api/glossary/rows/3", &change).good();
    let text = fs::read_to_string(&file).expect("the file can be read");
    assert_eq!(text, ROWS.replace("Zzyk", "Zzyq"));
    let gone = server.ask(
        "DELETE",
        &format!(
            "/api/glossary/rows/3?hash={}",
            hash(&server).as_str().unwrap_or("")
        ),
        &[],
        b"",
    );
    assert_eq!(gone.good()["rows"], json!([]));
    assert_eq!(
        fs::read_to_string(&file).expect("the file can be read"),
        "id,zh,ru,en,note\n# ours\n"
    );
    let missing = json!({"hash": hash(&server), "cells": {"en": "X"}});
    assert_eq!(
        server.send("PUT", "/api/glossary/rows/9", &missing).refusal().0,
        422
    );
}

#[test]
fn a_change_on_disk_is_a_conflict() {
    let (_folder, file, server) = glossary(ROWS);
    let seen = hash(&server);
    fs::write(&file, format!("{ROWS}other,,Другой,Other,\n")).expect("the file can be written");
    let row = json!({"hash": seen, "cells": {"en": "Qwertograd"}});
    assert_eq!(server.post("/api/glossary/rows", &row).refusal().0, 409);
    assert!(
        !fs::read_to_string(&file)
            .expect("the file can be read")
            .contains("Qwertograd")
    );
    let again = json!({"hash": hash(&server), "cells": {"en": "Qwertograd"}});
    server.post("/api/glossary/rows", &again).good();
    assert!(
        fs::read_to_string(&file)
            .expect("the file can be read")
            .contains("other,,")
    );
}

#[test]
fn rows_are_checked_as_they_are_typed() {
    let (_folder, file, server) = glossary(ROWS);
    let objections = |address: &str, cells: Value| {
        let answer = server.post(address, &json!({"cells": cells})).good();
        answer["objections"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(objections("/api/glossary/check", json!({"en": "Qwertograd"})), 0);
    assert_eq!(objections("/api/glossary/check", json!({"note": "no name"})), 1);
    assert_eq!(
        objections("/api/glossary/check", json!({"en": "Zzyk"})),
        1,
        "a name of another entry"
    );
    assert_eq!(objections("/api/glossary/check", json!({"en": "a\nb"})), 1);
    assert_eq!(
        objections("/api/glossary/check", json!({"kind": "town", "en": "X"})),
        1,
        "no such column"
    );
    assert_eq!(objections("/api/glossary/check?line=3", json!({"en": "Zzyq"})), 0);
    assert_eq!(fs::read_to_string(&file).expect("the file can be read"), ROWS);
}

#[test]
fn nothing_is_written_without_leave() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("terms.csv");
    fs::write(&file, ROWS).expect("the file can be written");
    let server = Server::start(&["--glossary", file.to_str().expect("a plain path")]);
    let seen = hash(&server);
    let row = json!({"hash": seen, "cells": {"en": "Qwertograd"}});
    assert_eq!(server.post("/api/glossary/rows", &row).refusal().0, 403);
    assert_eq!(server.send("PUT", "/api/glossary/rows/3", &row).refusal().0, 403);
    let remove = format!("/api/glossary/rows/3?hash={}", seen.as_str().unwrap_or(""));
    assert_eq!(server.ask("DELETE", &remove, &[], b"").refusal().0, 403);
    let import = server.upload(
        "/api/glossary/import",
        "more.csv",
        b"en,ru\nX,Y\n",
        &[("hash", seen.as_str().unwrap_or(""))],
    );
    assert_eq!(import.refusal().0, 403);
    assert_eq!(fs::read_to_string(&file).expect("the file can be read"), ROWS);
    let names: Vec<_> = fs::read_dir(folder.path()).expect("the folder").collect();
    assert_eq!(names.len(), 1, "no lock or draft is left");
}

#[test]
fn a_glossary_may_be_new() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("new.csv");
    let server = Server::with_glossary(&file);
    assert!(!file.exists());
    let row = json!({"hash": hash(&server), "cells": {"zh": "黑河", "en": "Heihe", "kind": "city"}});
    server.post("/api/glossary/rows", &row).good();
    let text = fs::read_to_string(&file).expect("the file is there");
    assert!(
        text.starts_with("id,kind,") && text.contains("heihe,city,preferred,黑河,"),
        "{text}"
    );
}

#[test]
fn glossaries_come_in_and_go_out() {
    let (_folder, file, server) = glossary(ROWS);
    let seen = hash(&server);
    let more = "русский,English\nКвертоград,Qwertograd\nЗзык,Zzyk\n";
    let answer = server.upload(
        "/api/glossary/import",
        "more.csv",
        more.as_bytes(),
        &[("hash", seen.as_str().unwrap_or(""))],
    );
    assert_eq!(answer.good()["rows"].as_array().map(Vec::len), Some(2));
    assert!(
        fs::read_to_string(&file)
            .expect("the file can be read")
            .starts_with(ROWS)
    );
    let csv = server.get("/api/glossary/export?format=csv");
    assert_eq!(csv.body, fs::read(&file).expect("the file can be read"));
    let tbx = server.get("/api/glossary/export?format=tbx");
    assert!(tbx.text().contains("<martif"), "{}", tbx.text());
    assert_eq!(
        tbx.header("content-disposition"),
        Some("attachment; filename=\"terms.tbx\"")
    );
    assert!(
        server
            .get("/api/glossary/export?format=xlsx")
            .body
            .starts_with(b"PK")
    );
    assert_eq!(
        server.get("/api/glossary/export?format=geonames").refusal().0,
        422
    );
    let odd = server.upload("/api/glossary/import", "more.bin", b"x", &[("hash", "x")]);
    assert!([409, 422].contains(&odd.status), "{}", odd.text());
}

#[test]
fn without_a_glossary_there_is_none() {
    let server = Server::start(&[]);
    assert_eq!(server.get("/api/glossary").refusal().0, 404);
    assert_eq!(server.get("/api/about").good()["glossary"], Value::Null);
}
