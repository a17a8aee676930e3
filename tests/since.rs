//! `--since`: findings on lines that were changed, as git knows them.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs git in a folder; whether there is git.
fn git(folder: &Path, words: &str) -> bool {
    let done = Command::new("git")
        .args([
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@localhost",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(words.split(' '))
        .current_dir(folder)
        .env("HOME", folder)
        .stdout(Stdio::null())
        .status();
    match done {
        Ok(status) => {
            assert!(status.success(), "git {words}");
            true
        }
        Err(_) => false,
    }
}

/// What is found, as `file:line:text`, and what is said besides.
fn found(folder: &Path, args: &[&str]) -> (Vec<String>, String, Option<i32>) {
    let done = Command::new(env!("CARGO_BIN_EXE_isonym"))
        .args(["lint", "--format", "jsonl"])
        .args(args)
        .current_dir(folder)
        .env("HOME", folder)
        .output()
        .expect("the program runs");
    let lines = String::from_utf8(done.stdout).expect("text");
    let lines = lines.lines().map(|line| {
        let one: serde_json::Value = serde_json::from_str(line).expect("an object");
        format!(
            "{}:{}:{}",
            one["path"].as_str().unwrap(),
            one["line"],
            one["text"].as_str().unwrap()
        )
    });
    let mut lines: Vec<String> = lines.collect();
    lines.sort();
    (
        lines,
        String::from_utf8_lossy(&done.stderr).into_owned(),
        done.status.code(),
    )
}

#[test]
fn only_changed_lines_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("the file can be written");
    if !git(folder, "init --quiet") {
        return;
    }
    fs::create_dir(folder.join("texts")).expect("a folder");
    write(
        "texts/old.md",
        "We saw Blagoveschchensk.\n\nWe saw Vladivosstok.\n\nWe saw Heihe.\n",
    );
    write("texts/same.md", "We saw Vladivosstok.\n");
    git(folder, "add .");
    git(folder, "commit --quiet -m first");
    git(folder, "tag start");
    assert_eq!(
        found(folder, &["--since", "start", "texts"]),
        (Vec::new(), String::new(), Some(0))
    );

    // A line put in, a line changed, one taken away, and files that git does not know.
    write(
        "texts/old.md",
        "They saw Vladivosttok.\nWe saw Blagoveschchensk.\n\nWe saw Vladivosstok!\n",
    );
    write("texts/new \"name\".md", "We saw Blagoveschchensk.\n");
    write("texts/黑河.md", "We saw Vladivosstok.\n");
    let expected = vec![
        "texts/new \"name\".md:1:Blagoveschchensk".to_owned(),
        "texts/old.md:1:Vladivosttok".to_owned(),
        "texts/old.md:4:Vladivosstok".to_owned(),
        "texts/黑河.md:1:Vladivosstok".to_owned(),
    ];
    let run = found(folder, &["--since", "start", "texts"]);
    assert_eq!((run.0, run.2), (expected.clone(), Some(1)));
    git(folder, "add .");
    git(folder, "commit --quiet -m second");
    assert_eq!(found(folder, &["--since", "HEAD~1", "texts"]).0, expected);
    assert!(found(folder, &["--since", "HEAD", "texts"]).0.is_empty());
    // From within a folder, and only what is changed is mended.
    write("texts/same.md", "We saw Vladivosstok.\nThey saw Vladivosstok.\n");
    assert_eq!(
        found(&folder.join("texts"), &["--since", "HEAD", "."]).0,
        ["same.md:2:Vladivosstok"]
    );
    found(folder, &["--since", "HEAD", "--fix", "texts/same.md"]);
    let mended = fs::read_to_string(folder.join("texts/same.md")).expect("text");
    assert_eq!(mended, "We saw Vladivosstok.\nThey saw Vladivostok.\n");
}

#[test]
fn what_git_cannot_tell_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    fs::write(folder.join("a.md"), "Heihe\n").expect("the file can be written");
    let (_, why, code) = found(folder, &["--since", "HEAD", "a.md"]);
    assert!(code == Some(2) && why.contains("no git repository"), "{why}");
    if !git(folder, "init --quiet") {
        return;
    }
    for revision in ["nothing", "--output=stolen", "", "HEAD; touch stolen"] {
        let (_, why, code) = found(folder, &[&format!("--since={revision}"), "a.md"]);
        assert!(code == Some(2) && why.contains("revision"), "{revision}: {why}");
    }
    assert!(!folder.join("stolen").exists());
}
