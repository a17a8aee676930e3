//! Files over the server.

use std::io::Read;

use serde_json::json;

use super::Server;
use crate::documents::made;

/// A part of an archive.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive
        .by_name(name)
        .expect("the part")
        .read_to_string(&mut text)
        .expect("text");
    text
}

#[test]
fn a_word_document_comes_back_with_tracked_changes() {
    let server = Server::start(&[]);
    let file = made::docx(made::BODY);
    let read = server
        .upload("/api/document", "an article.docx", &file, &[])
        .good();
    assert_eq!(
        (&read["office"], &read["trackable"]),
        (&json!(true), &json!(true))
    );
    let text = read["text"].as_str().expect("a text");
    assert!(text.contains("Heihe with Blagoveschchensk"), "{text}");
    let better = text.replacen("Blagoveschchensk", "Blagoveshchensk", 1);
    let mended = server.upload(
        "/api/document/mend",
        "an article.docx",
        &file,
        &[("text", &better), ("track", "true")],
    );
    assert_eq!(mended.status, 200, "{}", mended.text());
    assert_eq!(
        mended.header("content-disposition"),
        Some("attachment; filename=\"an_article.docx\"")
    );
    let document = part(&mended.body, "word/document.xml");
    assert!(
        document.contains("w:author=\"isonym\"") && document.contains("<w:del "),
        "{document}"
    );
    let read = server.upload("/api/document", "a.docx", &mended.body, &[]).good();
    assert_eq!(read["text"], json!(better));
    let plain = server.upload("/api/document/mend", "a.docx", &file, &[("text", &better)]);
    assert!(!part(&plain.body, "word/document.xml").contains("w:author=\"isonym\""));
}

#[test]
fn paragraphs_of_a_document_must_stay() {
    let server = Server::start(&[]);
    let file = made::docx(made::BODY);
    let read = server.upload("/api/document", "a.docx", &file, &[]).good();
    let text = read["text"].as_str().expect("a text").replace("\n\n", " ");
    let (status, message) = server
        .upload("/api/document/mend", "a.docx", &file, &[("text", &text)])
        .refusal();
    assert!(
        status == 422 && message.contains("paragraphs must stay"),
        "{message}"
    );
}

#[test]
fn a_text_keeps_its_encoding() {
    let server = Server::start(&[]);
    let old: Vec<u8> = "Жители Благовещинска едут в Хэйхэ."
        .chars()
        .map(|c| match c {
            'А'..='я' => (c as u32 - 'А' as u32 + 0xc0) as u8,
            c => c as u8,
        })
        .collect();
    let read = server.upload("/api/document", "a.txt", &old, &[]).good();
    assert_eq!(read["encoding"], "windows-1251");
    let text = read["text"]
        .as_str()
        .expect("a text")
        .replace("Благовещинска", "Благовещенска");
    let mended = server.upload("/api/document/mend", "a.txt", &old, &[("text", &text)]);
    assert_eq!(mended.body.len(), old.len());
    let lacking = server
        .upload("/api/document/mend", "a.txt", &old, &[("text", "黑河")])
        .refusal();
    assert!(lacking.0 == 422 && lacking.1.contains('黑'), "{lacking:?}");
}

#[test]
fn what_is_no_document_is_refused() {
    let server = Server::start(&[]);
    for (name, file) in [
        ("a.docx", b"PK\x03\x04 and nothing more".as_slice()),
        ("a.docx", b"no archive".as_slice()),
        ("a.txt", b"%PDF-1.7".as_slice()),
        ("a.txt", b"\x7fELF\0\0\0".as_slice()),
    ] {
        assert_eq!(
            server.upload("/api/document", name, file, &[]).refusal().0,
            422,
            "{name}"
        );
    }
    assert_eq!(server.post("/api/document", &json!({})).refusal().0, 415);
    let broken = server.ask(
        "POST",
        "/api/document",
        &["Content-Type: multipart/form-data; boundary=cut"],
        b"--cut",
    );
    assert_eq!(broken.refusal().0, 400);
    assert_eq!(
        server
            .upload("/api/document/mend", "a.txt", b"x", &[])
            .refusal()
            .0,
        422
    );
}
