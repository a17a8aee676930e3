//! The linter on what nobody should give it.

use std::path::Path;
use std::process::{Command, Output};

use isonym::document::Format;
use isonym::lint::{Options, lint};
use proptest::prelude::*;

#[track_caller]
fn isonym(folder: &Path, args: &[&str]) -> Output {
    let program = Command::new(env!("CARGO_BIN_EXE_isonym"))
        .args(args)
        .current_dir(folder)
        .output();
    program.expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(unix)]
#[test]
fn a_loop_of_folders_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.txt"), "Heihe").expect("written");
    std::os::unix::fs::symlink(".", folder.path().join("loop")).expect("linked");
    let done = isonym(folder.path(), &["lint", "."]);
    assert_eq!(text(&done.stdout), "1 file, nothing found\n");
    assert!(
        isonym(folder.path(), &["lint", "loop/loop/loop"])
            .status
            .success()
    );
}

#[test]
fn a_file_that_is_all_holes_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = std::fs::File::create(folder.path().join("holes.txt")).expect("made");
    file.set_len(1 << 30).expect("grown");
    let done = isonym(folder.path(), &["lint", "holes.txt"]);
    assert_eq!(done.status.code(), Some(2));
    assert!(
        text(&done.stderr).contains("--max-file-size"),
        "{}",
        text(&done.stderr)
    );
}

#[test]
fn ten_megabytes_of_one_line_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let line = "黑河".repeat(1_700_000) + "Mоcква";
    std::fs::write(folder.path().join("line.txt"), &line).expect("written");
    let done = isonym(folder.path(), &["lint", "--select", "mixed-script", "line.txt"]);
    let shown = text(&done.stdout);
    assert!(shown.contains("line.txt:1:3400001"), "{shown}");
    assert!(shown.len() < 2000, "{}", shown.len());
}

#[test]
fn long_words_and_endless_brackets_are_passed_over() {
    let index = isonym::shipped();
    let long = "bcdaeiou".repeat(5000);
    for text in [
        format!("We saw B{long} and B{}x{} there.", &long[..2000], &long[2001..]),
        format!("{} и ёлка Ёлка Елка", "Ё".repeat(50_000)),
        format!("{}{}", "(".repeat(50_000), "Heihe (".repeat(10_000)),
        format!("Ivan B{long}ow, Oleg K{long}schow and Pyotr M{long}tchev."),
        format!("{}ching and Hsin{long}", "Nan-".repeat(10_000)),
        "ёлка Ёлка Елка ".repeat(20_000),
    ] {
        lint(&index, &text, &Options::default());
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::Stdio;
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.txt"), "Mоcква\n".repeat(20_000)).expect("written");
    let mut program = Command::new(env!("CARGO_BIN_EXE_isonym"))
        .args(["lint", "--select", "mixed-script", "--format", "jsonl", "a.txt"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(program.stdout.take());
    let done = program.wait_with_output().expect("it ends");
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), String::new()));
}

#[test]
fn the_manual_and_completions_name_the_commands() {
    let folder = tempfile::tempdir().expect("a folder");
    for args in [&["man"][..], &["completions", "bash"], &["completions", "fish"]] {
        let shown = text(&isonym(folder.path(), args).stdout);
        for command in ["lint", "lookup", "translit", "glossary", "accept", "stdin"] {
            assert!(shown.contains(command), "{args:?}: no {command}");
        }
    }
}

#[test]
fn the_shipped_glossary_is_counted_where_no_file_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let shown = text(&isonym(folder.path(), &["glossary", "stats", "--format", "tsv"]).stdout);
    let entries = isonym::shipped().entries().count();
    assert!(
        shown.starts_with(&format!("total\tentries\t{entries}\n")),
        "{shown}"
    );
}

/// The program names its keys itself where one is unknown.
#[test]
fn every_key_of_the_configuration_is_documented_and_the_other_way_round() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("isonym.toml"), "nonsense = 1\n").expect("written");
    std::fs::write(folder.path().join("a.txt"), "Heihe.").expect("written");
    let said = text(&isonym(folder.path(), &["lint", "a.txt"]).stderr);
    let (_, known) = said.split_once("expected one of").expect("the keys are named");
    let mut known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
    known.sort_unstable();
    let page = include_str!("../docs/configuration.md");
    let example = page
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let lines = example.expect("an example").lines();
    let mut documented: Vec<&str> = lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()))
        .collect();
    documented.sort_unstable();
    assert_eq!(known, documented);
}

#[test]
fn the_documented_configuration_is_understood() {
    let page = include_str!("../docs/configuration.md");
    let example = page
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("an example");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(folder.path().join("names")).expect("made");
    std::fs::create_dir_all(folder.path().join("archive")).expect("made");
    for (name, content) in [
        ("isonym.toml", example),
        ("names/our-names.csv", "id,ru,en\nptichkino,Птичкино,Ptichkino\n"),
        ("a.txt", "We saw Blagoveschensk."),
        ("archive/old.txt", "We saw Vladivosstok."),
    ] {
        std::fs::write(folder.path().join(name), content).expect("written");
    }
    let done = isonym(folder.path(), &["lint", "."]);
    assert_eq!(
        (text(&done.stdout), text(&done.stderr)),
        ("1 file, nothing found\n".to_owned(), String::new())
    );
}

/// What the standard (OASIS SARIF 2.1.0, section 3) requires, and the values that it allows.
#[test]
fn sarif_is_as_the_standard_says() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(
        folder.path().join("a b.txt"),
        "黑河 Mоcква, Blagoveschchensk, Blagoveshchensk\r\n",
    )
    .expect("written");
    let done = isonym(
        folder.path(),
        &["lint", "--format", "sarif", "a b.txt", "nowhere.txt"],
    );
    let log: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert!(
        rules
            .iter()
            .all(|rule| rule["id"].is_string() && rule["help"]["text"].is_string())
    );
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 2, "{results:?}");
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(
            ["error", "warning", "note"]
                .iter()
                .any(|level| result["level"] == *level)
        );
        assert!(result["message"]["text"].is_string());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b.txt");
        for end in ["startLine", "startColumn", "endLine", "endColumn"] {
            assert!(place["region"][end].as_u64().is_some_and(|number| number >= 1));
        }
        let change = &result["fixes"][0]["artifactChanges"][0];
        assert!(change["artifactLocation"]["uri"].is_string());
        assert!(change["replacements"][0]["deletedRegion"].is_object());
    }
    assert_eq!(
        results[0]["locations"][0]["physicalLocation"]["region"]["startColumn"],
        4
    );
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"][0]["level"], "error");
}

/// Names, slips, marks of comments and Markdown in any order.
fn article() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "Heihe", "Blagoveschchensk", "Blagoveshchensk", "Mоcква", "Благовещинске", "Благовещенск", "布拉戈维申斯科", "布拉戈维申斯克",
            "Xi Jinping", "弗拉基米尔•普京", "Артём", "Артем", "[sic]", "\u{200b}", "\u{301}", "👩‍👩‍👧",
            "<!-- isonym-ignore-line -->", "isonym-ignore: Heihe", "# isonym-ignore-start\n", "isonym-ignore-", "`", "](", "<", "-->", "\n", "\r\n",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec((piece, prop::sample::select(vec![" ", "", ", ", ". "])), 0..24)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, end)| piece + end).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_text_is_trouble(text in article()) {
        let index = isonym::shipped();
        for format in [Format::Plain, Format::Markdown] {
            let excluded = format.no_prose(&text);
            let options = Options { excluded: excluded.clone(), ..Options::default() };
            for found in lint(&index, &text, &options) {
                prop_assert!(!found.span.of(&text).is_empty());
                prop_assert!(found.related.iter().all(|span| !span.of(&text).is_empty()));
                // Comments are no prose, and may be spoken of.
                let is_prose = !excluded.iter().any(|part| part.overlaps(found.span));
                prop_assert!(is_prose || found.rule == "unused-ignore", "{:?} in {:?}", found, text);
            }
        }
    }

    #[test]
    fn no_bytes_are_trouble(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        lint(&isonym::shipped(), &text, &Options::default());
    }
}

/// A folder with generated articles, the same every time, and their names.
fn articles() -> (tempfile::TempDir, Vec<String>) {
    use proptest::strategy::ValueTree;
    let folder = tempfile::tempdir().expect("a folder");
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let names: Vec<String> = (0..40).map(|number| format!("{number}.md")).collect();
    for name in &names {
        let article = article()
            .new_tree(&mut runner)
            .expect("an article")
            .current()
            .replace('\0', "");
        std::fs::write(folder.path().join(name), article).expect("written");
    }
    (folder, names)
}

#[test]
fn fixing_twice_is_fixing_once() {
    let (folder, names) = articles();
    let read = || -> Vec<String> {
        let files = names
            .iter()
            .map(|name| std::fs::read_to_string(folder.path().join(name)));
        files.collect::<Result<_, _>>().expect("text")
    };
    let before = read();
    let fix = || {
        isonym(
            folder.path(),
            &["lint", "--fix", "--unsafe-fixes", "--format", "jsonl", "."],
        )
    };
    let first = fix();
    let once = read();
    assert_ne!(before, once, "nothing was there to fix");
    let second = fix();
    assert_eq!(once, read());
    assert_eq!(text(&second.stderr), "");
    assert_eq!(
        (first.status.code(), text(&first.stdout)),
        (second.status.code(), text(&second.stdout))
    );
}

#[test]
fn reports_of_any_article_are_whole() {
    let (folder, _) = articles();
    let report = |format: &str| {
        let done = isonym(folder.path(), &["lint", "--format", format, "."]);
        assert_eq!(
            (done.status.code(), text(&done.stderr)),
            (Some(1), String::new()),
            "{format}"
        );
        text(&done.stdout)
    };
    let json = |text: &str| -> serde_json::Value { serde_json::from_str(text).expect("JSON") };
    let findings = report("jsonl")
        .lines()
        .filter(|line| json(line).is_object())
        .count();
    assert!(findings > 10, "{findings}");
    let length = |list: &serde_json::Value| list.as_array().map(Vec::len);
    assert_eq!(json(&report("json"))["summary"]["findings"], findings);
    assert_eq!(
        length(&json(&report("sarif"))["runs"][0]["results"]),
        Some(findings)
    );
    assert_eq!(length(&json(&report("rdjson"))["diagnostics"]), Some(findings));
    assert_eq!(report("github").lines().count(), findings);
    assert_eq!(report("checkstyle").matches("<error ").count(), findings);
    let junit = report("junit");
    assert_eq!(
        junit.matches("<failure ").count() + junit.matches("<system-out>").count(),
        findings
    );
    assert!(report("text").matches(".md:").count() >= findings);
}
