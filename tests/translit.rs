//! Conversion systems: every one does what its samples say, and what it does can be read back.

use std::fs;
use std::path::Path;

use isonym::translit::{SYSTEMS, System, Use};
use isonym::{Script, translit};
use proptest::prelude::*;

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/translit");
const TABLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/translit/systems");

fn samples(system: &System) -> Vec<(String, String)> {
    let path = Path::new(SAMPLES).join(format!("{}.csv", system.id));
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_path(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let rows = reader.records().map(|row| row.expect("samples are CSV"));
    rows.map(|row| (row[0].to_owned(), row[1].to_owned())).collect()
}

fn tables() -> impl Iterator<Item = &'static System> {
    SYSTEMS
        .iter()
        .filter(|system| system.from == Script::Cyrillic && system.to == Script::Latin)
}

#[test]
fn every_system_converts_its_samples() {
    let mut wrong = Vec::new();
    for system in tables() {
        for (source, target) in samples(system) {
            let got = system.convert(&source, Use::Any);
            if got != target {
                wrong.push(format!("{}: {source} → {got}, not {target}", system.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_table_on_disk_is_listed() {
    for file in fs::read_dir(TABLES).expect("the tables are there") {
        let path = file.expect("a readable folder").path();
        let id = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("a plain name");
        assert!(translit::system(id).is_some(), "{id} is not in SYSTEMS");
    }
}

#[test]
fn every_system_cites_its_source() {
    for system in SYSTEMS {
        for cited in [
            system.title(),
            system.authority(),
            system.date(),
            system.document(),
        ] {
            assert!(
                !cited.is_empty(),
                "{} lacks a title, authority, date or document",
                system.id
            );
        }
    }
}

#[test]
fn ids_are_unique() {
    for (at, system) in SYSTEMS.iter().enumerate() {
        assert!(
            SYSTEMS[..at].iter().all(|other| other.id != system.id),
            "{}",
            system.id
        );
    }
}

#[test]
fn a_name_of_another_script_stays_as_it_is() {
    for system in tables() {
        for text in ["", " ", "Moscow", "黑河", "😀", "123", "а\u{a64b}"] {
            assert_eq!(system.convert(text, Use::Any), text, "{}", system.id);
            assert!(
                system.candidates(text, &translit::Ask::default()).is_empty(),
                "{}",
                system.id
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_cyrillic_letter_is_left_in_a_converted_text(text in "[ -яЀ-ӿ'’\u{300}-\u{308}A-z]{0,24}") {
        for system in tables() {
            let got = system.convert(&text, Use::Any);
            let mixed = got.chars().any(|c| Script::of(c) == Some(Script::Cyrillic));
            prop_assert!(!mixed || got == text, "{}: {text} → {got}", system.id);
        }
    }

    #[test]
    fn no_text_breaks_a_conversion(text in any::<String>()) {
        for system in tables() {
            system.convert(&text, Use::Any);
        }
    }
}
