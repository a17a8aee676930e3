//! The rules' pages are their tests: each fenced `article` block is linted, and the `findings` block after it says what
//! the page's rule must find there. `UPDATE=1` rewrites the findings.

use std::fs;
use std::path::{Path, PathBuf};

use isonym::LineIndex;
use isonym::document::Format;
use isonym::lint::{Fix, Options, RULES, lint};

fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint")
}

/// What a rule, or any rule, finds in an article, a line each. The head of a block says its language and house styles.
fn findings(article: &str, head: &str, rule: Option<&str>) -> String {
    let (lang, styles) = head.split_once(' ').unwrap_or((head, ""));
    let styles: Vec<String> = styles.split_whitespace().map(str::to_owned).collect();
    let index =
        isonym::styles::styled(isonym::shipped(), &styles).expect("a page names styles that there are");
    let options = Options {
        lang: Some(lang.parse().expect("a page names zh, ru or en")),
        ..Options::default()
    };
    let lines = LineIndex::new(article);
    let found = lint(&index, article, &options).into_iter();
    found
        .filter(|d| rule.is_none_or(|rule| d.rule == rule))
        .map(|d| {
            let (line, column) = lines.position(article, d.span.start);
            let other = if rule.is_none() {
                format!("{} ", d.rule)
            } else {
                String::new()
            };
            format!(
                "{line}:{column} {other}{} `{}` → {}: {}\n",
                d.severity.word(),
                d.span.of(article),
                d.suggestions
                    .iter()
                    .map(|s| format!("`{s}`"))
                    .collect::<Vec<_>>()
                    .join(", "),
                d.message
            )
        })
        .collect()
}

/// A page with the findings as they are now.
fn played(page: &str, rule: Option<&str>) -> (String, usize) {
    let mut out = String::new();
    let mut articles = 0;
    let mut rest = page;
    while let Some(at) = rest.find("```article ") {
        let (before, block) = rest.split_at(at);
        out.push_str(before);
        let (head, after) = block.split_once('\n').expect("an article block");
        let (article, tail) = after.split_once("```\n").expect("the end of an article block");
        let found = findings(article, head.trim_start_matches("```article ").trim(), rule);
        out.push_str(&format!("{head}\n{article}```\n\n```findings\n{found}```\n\n"));
        let tail = tail.trim_start_matches('\n');
        rest = match tail.strip_prefix("```findings\n") {
            Some(old) => old.split_once("```\n").expect("the end of a findings block").1,
            None => tail,
        };
        rest = rest.trim_start_matches('\n');
        articles += 1;
    }
    out.push_str(rest);
    (format!("{}\n", out.trim_end()), articles)
}

#[track_caller]
fn check(name: &str, rule: Option<&str>) {
    let path = pages().join(format!("{name}.md"));
    let page = fs::read_to_string(&path).unwrap();
    let (now, articles) = played(&page, rule);
    assert!(articles > 0, "{} has no example", path.display());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &now).unwrap();
    } else {
        assert_eq!(
            page,
            now,
            "{}: run with UPDATE=1 and read the difference",
            path.display()
        );
    }
}

#[test]
fn every_rule_finds_what_its_page_says() {
    for rule in RULES {
        check(rule.name, Some(rule.name));
        assert!(
            rule.page.starts_with(&format!("# {}\n", rule.name)),
            "{} has another title",
            rule.name
        );
        let finds = played(rule.page, Some(rule.name)).0;
        assert!(finds.contains("` → "), "the page of {} has no finding", rule.name);
        assert!(
            finds.contains("```findings\n```"),
            "the page of {} has no silent example",
            rule.name
        );
    }
}

#[test]
fn what_is_never_flagged_is_not_flagged() {
    check("never-flagged", None);
    let page = fs::read_to_string(pages().join("never-flagged.md")).unwrap();
    assert!(
        page.matches("```findings\n```").count() == page.matches("```article ").count(),
        "something is flagged"
    );
}

#[test]
fn every_page_belongs_to_a_rule() {
    for file in fs::read_dir(pages()).unwrap() {
        let name = file
            .unwrap()
            .path()
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        assert!(
            name == "never-flagged" || RULES.iter().any(|rule| rule.name == name),
            "{name}"
        );
    }
}

#[test]
fn code_with_a_hashtag_in_it_is_code_to_its_end() {
    let text = "Trucks go to Heihe. `, #Heihe Blagoveschchensk `";
    let options = Options {
        excluded: Format::Markdown.no_prose(text),
        ..Options::default()
    };
    assert_eq!(lint(&isonym::shipped(), text, &options), []);
    assert_eq!(lint(&isonym::shipped(), text, &Options::default()).len(), 1);
}

#[test]
fn of_many_findings_in_one_place_the_first_rule_is_heard() {
    let text = "Trucks leave Mоscow for Heihe. ".repeat(300);
    let found = lint(&isonym::shipped(), &text, &Options::default());
    assert_eq!(found.len(), 300);
    assert!(found.iter().all(|d| d.rule == "mixed-script"));
    assert!(found.is_sorted_by_key(|d| d.span));
}

#[test]
fn a_list_of_words_is_not_compared_with_the_glossary() {
    let letters =
        |number: usize| [number / 676, number / 26 % 26, number % 26].map(|n| char::from(b'a' + n as u8));
    let words: String = (0..6000)
        .map(|n| format!("Zq{} ", String::from_iter(letters(n))))
        .collect();
    let found = |text: &str| {
        let found = lint(&isonym::shipped(), text, &Options::default());
        found.iter().filter(|d| d.rule == "misspelled-name").count()
    };
    let slip = "the ferry to Blagoveschchensk was late again. ";
    assert_eq!(found(&format!("{words}{slip}")), 0);
    assert_eq!(found(slip), 1);
    let prose = "and so on it went for a long time. ".repeat(2000);
    assert_eq!(found(&format!("{words}{slip}{prose}")), 1);
}

#[test]
fn which_case_is_meant_is_left_to_a_person() {
    let text = "Служба здравоохранения Великобритани молчит. Ветеран приехал из Великобритании.";
    let found = lint(&isonym::shipped(), text, &Options::default());
    assert!(found[0].suggestions.len() > 1);
    assert_eq!(found[0].fix, Some(Fix::Unsafe));
}
