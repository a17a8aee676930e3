//! Translations against their sources: the rule's page, and what nobody should compare.
//!
//! In `compare/*.md`, a block ```` ```source en ```` and the ```` ```target ru ```` after it are a unit (with `document` behind the
//! language, whole texts), and the ```` ```findings ```` after them say what is found: `severity: source → target (suggestion)`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use isonym::compare::{Mismatch, Options, compare, compare_documents};
use isonym::lint::Severity;
use proptest::prelude::*;

/// A unit of a page with what was found in it.
struct Unit {
    source: String,
    target: String,
    options: Options,
    is_document: bool,
}

impl Unit {
    fn found(&self) -> Vec<Mismatch> {
        let compare = if self.is_document {
            compare_documents
        } else {
            compare
        };
        compare(&isonym::shipped(), &self.source, &self.target, &self.options)
    }

    fn shown(&self) -> String {
        let mut shown = String::new();
        for found in self.found() {
            let source = found.source.map_or("", |span| span.of(&self.source));
            let target = found.target.map_or("", |span| span.of(&self.target));
            let suggestion = found.suggestions.first().map_or("", String::as_str);
            let _ = writeln!(
                shown,
                "{}: {source} → {target} ({suggestion})",
                found.severity.word()
            );
        }
        shown
    }
}

#[test]
fn units_are_found_as_the_pages_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare");
    let pages: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the pages are there")
        .map(|page| page.expect("a page").path())
        .collect();
    assert!(!pages.is_empty());
    for path in pages {
        let page = fs::read_to_string(&path).expect("the page is text");
        let played = play(&page);
        if env::var_os("UPDATE").is_some() {
            fs::write(&path, &played).expect("the page can be written");
        }
        assert_eq!(played, page, "{}", path.display());
    }
}

/// The page with the findings that its units have.
fn play(page: &str) -> String {
    let mut played = String::new();
    let mut unit = Unit {
        source: String::new(),
        target: String::new(),
        options: Options::default(),
        is_document: false,
    };
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(played, "{line}");
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else {
            continue;
        };
        let block: String = lines
            .by_ref()
            .take_while(|line| *line != "```")
            .flat_map(|line| [line, "\n"])
            .collect();
        let mut words = info.split(' ');
        let kind = words.next();
        let lang = words.next().map(|code| code.parse().expect("a language"));
        match kind {
            Some("source") => (unit.options.from, unit.source) = (lang, block.clone()),
            Some("target") => (unit.options.to, unit.target) = (lang, block.clone()),
            _ => {}
        }
        unit.is_document = words.next() == Some("document");
        played += &if kind == Some("findings") {
            unit.shown_as(&played)
        } else {
            block
        };
        played += "```\n";
    }
    played
}

impl Unit {
    /// The findings; the last block that was read says whether the texts are whole ones.
    fn shown_as(&mut self, played: &str) -> String {
        let last = played
            .rsplit("```target")
            .next()
            .and_then(|rest| rest.lines().next());
        self.is_document = last.is_some_and(|info| info.ends_with("document"));
        self.shown()
    }
}

#[track_caller]
fn nothing(source: &str, target: &str) {
    let found = compare(&isonym::shipped(), source, target, &Options::default());
    let found: Vec<_> = found
        .iter()
        .filter(|found| found.severity > Severity::Note)
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn adjectives_abbreviations_surnames_and_inflected_forms_answer_a_name() {
    nothing("German and Egyptian troops", "Войска Германии и Египта");
    nothing("The USA and the U.N. agreed.", "США и ООН договорились.");
    nothing(
        "Boris Johnson met Xi Jinping in Bosnia and Herzegovina.",
        "Джонсон встретился с Си Цзиньпином в Боснии и Герцеговине.",
    );
    nothing("российской армии и Беларуси", "the Russian army and Belarus");
    nothing(
        "特立尼达和多巴哥的代表",
        "the representative of Trinidad & Tobago",
    );
}

#[test]
fn a_name_that_is_left_out_is_no_more_than_a_note() {
    nothing(
        "Germany signed it. Germany will pay.",
        "Страна подписала его и заплатит.",
    );
    nothing("The President of Brazil spoke.", "Президент выступил.");
}

#[test]
fn a_long_text_of_names_is_compared() {
    let source = "Germany and Boris Abramovich of Moscow. ".repeat(5_000);
    let target = "Эквадор и Пётр Сидоркин из Тираны. ".repeat(5_000);
    let found = compare_documents(&isonym::shipped(), &source, &target, &Options::default());
    assert!(found.len() > 5_000, "{}", found.len());
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Germany".to_owned()),
        Just("Москвы".to_owned()),
        Just("安倍晋三".to_owned()),
        Just("保罗·史密斯".to_owned()),
        Just(" ·".to_owned()),
        Just(" U.N.".to_owned()),
        "\\PC{0,8}",
        "[А-Яа-яA-Za-z ·’'\u{301}\u{200b}👩🏽-]{0,12}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn no_texts_are_trouble(source in any_text(), target in any_text()) {
        let index = isonym::shipped();
        for found in [compare, compare_documents].map(|compare| compare(&index, &source, &target, &Options::default())) {
            for found in found {
                prop_assert!(found.source.is_none_or(|span| !span.of(&source).is_empty()));
                prop_assert!(found.target.is_none_or(|span| !span.of(&target).is_empty()));
                prop_assert!(found.source.is_some() || found.target.is_some());
            }
        }
    }

    #[test]
    fn a_text_has_the_names_of_itself(text in any_text()) {
        prop_assert_eq!(compare(&isonym::shipped(), &text, &text, &Options::default()), Vec::new());
    }
}
