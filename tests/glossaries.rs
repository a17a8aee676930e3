//! The shipped glossary: every file reads without a problem, and the rows fit together.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use isonym::{Glossary, Lang, Status};

const COLUMNS: &str = "id,kind,status,zh,ru,en,form,style,system,valid,note,source";

/// The shipped files in the order of their names, with their texts.
fn files() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossaries");
    fs::read_dir(folder)
        .expect("the shipped glossary stands beside the sources")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "csv"))
        .map(|path| {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("glossary files are UTF-8"))
        })
        .collect()
}

/// The glossary that all files make together.
static SHIPPED: LazyLock<Glossary> = LazyLock::new(|| {
    let mut all = Glossary::default();
    files()
        .values()
        .for_each(|text| all.overlay(Glossary::from_csv(text).0));
    all
});

fn rows(text: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|row| row.expect("a row of all columns"))
        .collect()
}

#[test]
fn every_file_reads_without_a_problem() {
    for (name, text) in files() {
        let (glossary, problems) = Glossary::from_csv(&text);
        assert!(problems.is_empty(), "{name}: {}", problems[0]);
        assert!(!glossary.entries().is_empty(), "{name} is empty");
        assert!(text.len() < 2_000_000, "{name} is too large for a repository");
        assert_eq!(text.lines().next(), Some(COLUMNS), "{name}");
    }
}

#[test]
fn an_entry_has_one_kind_in_all_files() {
    let mut kinds: HashMap<String, String> = HashMap::new();
    for (name, text) in files() {
        for row in rows(&text) {
            let first = kinds
                .entry(row[0].to_owned())
                .or_insert_with(|| row[1].to_owned());
            assert_eq!(*first, row[1], "{name}: {}", &row[0]);
        }
    }
}

#[test]
fn an_entry_has_a_preferred_name_and_no_two_for_one_language() {
    let mut seen: HashMap<(String, usize, String), String> = HashMap::new();
    for (name, text) in files() {
        for row in rows(&text).iter().filter(|row| &row[2] == "preferred") {
            for column in (3..6).filter(|&column| !row[column].is_empty()) {
                let key = (row[0].to_owned(), column, row[7].to_owned());
                if let Some(other) = seen.insert(key, row[column].to_owned()) {
                    panic!("{name}: {} prefers both {other} and {}", &row[0], &row[column]);
                }
            }
        }
    }
    for entry in SHIPPED.entries() {
        let whole = Lang::ALL.into_iter().filter(|&lang| {
            entry
                .preferred(lang)
                .is_some_and(|name| name.status == Status::Preferred)
        });
        assert!(
            whole.count() >= 2,
            "{} needs preferred names in two languages",
            entry.id
        );
    }
}

#[test]
fn ids_are_slugs() {
    for entry in SHIPPED.entries() {
        let parts = entry.id.split('-');
        let is_slug = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        assert!(parts.clone().all(is_slug), "{}", entry.id);
    }
}

/// Two things that are named alike in all languages can only be told apart by what their ids add.
#[test]
fn homonyms_say_in_their_ids_what_tells_them_apart() {
    let mut alike: HashMap<Vec<String>, Vec<&str>> = HashMap::new();
    for entry in SHIPPED.entries() {
        let mut key = vec![entry.kind.to_string()];
        key.extend(Lang::ALL.iter().map(|&lang| {
            entry
                .preferred(lang)
                .map(|name| name.text.clone())
                .unwrap_or_default()
        }));
        alike.entry(key).or_default().push(&entry.id);
    }
    for (names, ids) in alike.into_iter().filter(|(_, ids)| ids.len() > 1) {
        let stem = ids.iter().min_by_key(|id| id.len()).expect("two or more");
        let stem = stem.split_once('-').map_or(*stem, |(first, _)| first);
        assert!(ids.iter().all(|id| id.starts_with(stem)), "{names:?}: {ids:?}");
    }
}

/// A Chinese name of one character, or with a stray space, would be found where no name is meant.
#[test]
fn chinese_names_can_be_looked_for_in_running_text() {
    for (name, text) in files() {
        for row in rows(&text).iter().filter(|row| !row[3].is_empty()) {
            let zh = &row[3];
            assert!(zh.chars().count() > 1, "{name}: {zh}");
            assert!(!zh.contains(' '), "{name}: {zh}");
        }
    }
}

#[test]
fn every_source_is_named_in_the_readme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossaries");
    let readme = fs::read_to_string(folder.join("README.md")).expect("the glossary has a README");
    let mut sources = HashSet::new();
    for text in files().values() {
        for row in rows(text) {
            assert!(!row[11].is_empty(), "{row:?} names no source");
            sources.extend(row[11].split("; ").map(str::to_owned));
        }
    }
    for source in sources {
        assert!(
            readme.contains(&format!("`{source}`")),
            "{source} is not in glossaries/README.md"
        );
    }
    for file in files().keys() {
        assert!(
            readme.contains(&format!("`{file}`")),
            "{file} is not in glossaries/README.md"
        );
    }
}

#[track_caller]
fn assert_known(id: &str, names: [&str; 3]) {
    let entry = SHIPPED.entry(id).unwrap_or_else(|| panic!("no entry {id}"));
    let found = Lang::ALL.map(|lang| entry.preferred(lang).map_or("", |name| name.text.as_str()));
    for name in names {
        assert!(found.contains(&name), "{id}: {found:?} lacks {name}");
    }
}

#[test]
fn homonyms_are_entries_of_their_own() {
    assert_known("amur", ["黑龙江", "Амур", "Amur"]);
    assert_known(
        "heilongjiang-province",
        ["黑龙江省", "Хэйлунцзян", "Heilongjiang"],
    );
    assert_known("manchuria", ["满洲", "Маньчжурия", "Manchuria"]);
    assert_known("manzhouli", ["满洲里", "Маньчжурия", "Manzhouli"]);
    assert_known(
        "blagoveshchensk",
        ["布拉戈维申斯克", "Благовещенск", "Blagoveshchensk"],
    );
    assert_known(
        "blagoveshchensk-bashkortostan",
        ["布拉戈维申斯克", "Благовещенск", "Blagoveshchensk"],
    );
}

#[test]
fn border_names_follow_the_map_rules_of_2023() {
    for (id, former) in [
        ("vladivostok", "海参崴"),
        ("ussuriysk", "双城子"),
        ("khabarovsk", "伯力"),
        ("blagoveshchensk", "海兰泡"),
        ("sakhalin", "库页岛"),
        ("nerchinsk", "尼布楚"),
        ("nikolayevsk-on-amur", "庙街"),
        ("stanovoy-range", "外兴安岭"),
    ] {
        let entry = SHIPPED.entry(id).unwrap_or_else(|| panic!("no entry {id}"));
        let name = entry.names(Lang::Zh).iter().find(|name| name.text == former);
        assert_eq!(
            name.map(|name| name.status),
            Some(Status::Superseded),
            "{id} {former}"
        );
    }
}
