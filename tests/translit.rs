//! Conversion systems: every one does what its samples say, and what it does can be read back.

use std::fs;
use std::path::Path;

use isonym::translit::{Ask, SYSTEMS, System, Use};
use isonym::{Lang, Script, translit};
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
fn every_system_stands_in_the_manual() {
    let manual = include_str!("../docs/systems.md");
    for system in SYSTEMS {
        let row = format!("| `{}` | ", system.id);
        let line = manual.lines().find(|line| line.starts_with(&row));
        let line = line.unwrap_or_else(|| panic!("{} is not in docs/systems.md", system.id));
        for cited in [
            system.title(),
            system.authority(),
            system.date(),
            system.document(),
        ] {
            assert!(line.contains(cited), "{}: {cited}", system.id);
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
                system.candidates(text, &Ask::default()).is_empty(),
                "{}",
                system.id
            );
        }
    }
}

/// Systems that keep apart all that Russian spelling keeps apart.
const REVERSIBLE: [&str; 7] = [
    "bgn-pcgn",
    "iso9",
    "gost-7.79-a",
    "gost-7.79-b",
    "gost-16876",
    "un-1987",
    "ala-lc",
];

#[test]
fn what_a_reversible_system_writes_is_read_back() {
    for id in REVERSIBLE {
        let system = translit::system(id).expect("a shipped system");
        for (source, target) in samples(system) {
            if source
                .chars()
                .any(|c| "ѣѳѵіҚқ".contains(c) || c.is_ascii_alphabetic())
            {
                continue;
            }
            let back = system.invert(
                &target,
                &Ask {
                    limit: 5,
                    ..Ask::default()
                },
            );
            let texts: Vec<&str> = back.iter().map(|c| c.text.as_str()).collect();
            assert!(
                texts.contains(&source.as_str()),
                "{id}: {target} → {texts:?}, not {source}"
            );
        }
    }
}

/// The words of the shipped Russian names, each once.
fn russian_words() -> Vec<String> {
    let index = isonym::shipped();
    let learnt = include_str!("../src/translit/russian_names.csv").lines();
    let learnt = learnt.filter_map(|row| Some(row.split_once(',')?.1.to_owned()));
    let names = index
        .entries()
        .flat_map(|entry| entry.names(Lang::Ru).to_vec())
        .map(|name| name.text);
    let is_russian = |word: &String| {
        let mut letters = word.chars();
        letters.next().is_some_and(|c| matches!(c, 'А'..='Я' | 'Ё'))
            && word.chars().count() > 1
            && letters.all(|c| matches!(c, 'а'..='я' | 'ё'))
    };
    let words = learnt.chain(names).flat_map(|name| {
        let words = name.split([' ', '-', '—', '«', '»', ',', '(', ')']);
        words.map(str::to_owned).collect::<Vec<String>>()
    });
    let mut words: Vec<String> = words.filter(is_russian).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Every word goes through one of the systems, its neighbours through the others.
#[test]
fn every_shipped_russian_name_is_read_back_from_a_reversible_system() {
    let words = russian_words();
    assert!(words.len() > 15_000, "{}", words.len());
    let threads = std::thread::available_parallelism().map_or(2, |n| n.get());
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let parts = words.chunks(words.len().div_ceil(threads));
        let running: Vec<_> = parts.map(|part| scope.spawn(|| not_read_back(part))).collect();
        running
            .into_iter()
            .flat_map(|part| part.join().expect("no panic"))
            .collect()
    });
    assert!(
        wrong.is_empty(),
        "{} of {}: {:?}",
        wrong.len(),
        words.len(),
        &wrong[..wrong.len().min(20)]
    );
}

fn not_read_back(words: &[String]) -> Vec<String> {
    let ask = Ask {
        limit: 8,
        ..Ask::default()
    };
    let mut wrong = Vec::new();
    for (word, id) in words.iter().zip(REVERSIBLE.iter().cycle()) {
        let system = translit::system(id).expect("a shipped system");
        let written = system.convert(word, Use::Any);
        if system
            .invert(&written, &ask)
            .iter()
            .all(|back| back.text != *word)
        {
            wrong.push(format!("{id}: {word} {written}"));
        }
    }
    wrong
}

#[test]
fn odd_input_has_the_documented_answer() {
    let wikipedia = translit::system("wikipedia").expect("a shipped system");
    for (text, answer) in [
        ("Щёлко\u{301}во", "Shchyolkovo"),
        ("Москва 😀 2026", "Moskva 😀 2026"),
        ("Москва City", "Moskva City"),
        ("Санкт‑Петербург", "Sankt‑Peterburg"),
        ("и\u{306}ошкар", "yoshkar"),
        ("Ѳёдоръ", "Fyodor"),
        ("Қазан", "Kazan"),
        ("а\u{a64b}", "а\u{a64b}"),
        ("\u{301}", "\u{301}"),
        ("", ""),
    ] {
        assert_eq!(wikipedia.convert(text, Use::Any), answer, "{text}");
    }
}

#[test]
fn ten_megabytes_without_a_space_lose_nothing() {
    let text = "Щука".repeat(10 * 1024 * 1024 / 8);
    for (id, letters) in [("iso9", 4), ("wikipedia", 7)] {
        let system = translit::system(id).expect("a shipped system");
        let converted = system.convert(&text, Use::Any);
        assert_eq!(
            converted.chars().count(),
            text.chars().count() / 4 * letters,
            "{id}"
        );
        assert!(
            system.invert(&converted, &Ask::default()).is_empty(),
            "no name is so long"
        );
    }
    for system in SYSTEMS.iter().filter(|system| system.from == Script::Han) {
        let found = system.candidates(&"黑".repeat(1000), &Ask::default());
        assert!(
            found
                .iter()
                .all(|c| c.text.chars().all(|c| Script::of(c) != Some(Script::Han))),
            "{}",
            system.id
        );
    }
}

#[test]
fn the_way_back_prefers_what_russian_names_look_like() {
    for (system, latin, russian) in [
        ("wikipedia", "Ulyanovsk", "Ульяновск"),
        ("wikipedia", "Nizhny Novgorod", "Нижний Новгород"),
        ("bgn-pcgn-simplified", "TVER", "ТВЕРЬ"),
        ("german", "Nischni Tagil", "Нижний Тагил"),
        ("french", "Khabarovsk", "Хабаровск"),
        ("news", "Solzhenitsyn", "Солженицын"),
        ("news", "Dostoyevsky", "Достоевский"),
    ] {
        let system = translit::system(system).expect("a shipped system");
        let back = system.invert(latin, &Ask::default());
        assert_eq!(back.first().map(|c| c.text.as_str()), Some(russian), "{latin}");
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
    fn reversible_systems_find_their_source(word in "[А-ЩЫЭ-Я][а-щыэ-я]{1,9}") {
        for id in ["iso9", "un-1987", "gost-16876"] {
            let system = translit::system(id).expect("a shipped system");
            let latin = system.convert(&word, Use::Any);
            let back = system.invert(&latin, &Ask { limit: 20, ..Ask::default() });
            prop_assert!(back.iter().any(|c| c.text == word), "{id}: {word} → {latin} → {back:?}");
        }
    }

    #[test]
    fn what_is_read_back_is_written_forward_again(word in "[A-Z][a-z']{1,11}") {
        for system in tables() {
            for candidate in system.invert(&word, &Ask { limit: 3, ..Ask::default() }) {
                prop_assert!(candidate.text.chars().all(|c| Script::of(c) != Some(Script::Latin)));
                let plain = |text: &str| isonym::fold(text).replace(['"', '”', 'ʺ', '`'], "");
                prop_assert_eq!(plain(&system.convert(&candidate.text, Use::Any)), plain(&word), "{}", system.id);
            }
        }
    }

    #[test]
    fn no_text_breaks_the_way_back(text in any::<String>()) {
        for id in ["news", "german", "ala-lc"] {
            translit::system(id).expect("a shipped system").invert(&text, &Ask::default());
        }
    }

    #[test]
    fn no_text_breaks_a_conversion(text in any::<String>()) {
        for system in tables() {
            system.convert(&text, Use::Any);
        }
    }
}

/// Words in which a row of a table for Chinese is used, by its cells.
fn frames(table: &str, row: &csv::StringRecord) -> Vec<String> {
    let after = |mark: &str| match mark {
        "C" => "та".to_owned(),
        "V" => "а".to_owned(),
        "$" => String::new(),
        letters => letters.to_owned(),
    };
    let source = &row[0];
    match (table, &row[1]) {
        ("table", _) => [("", ""), ("", "та"), ("ла", ""), ("ла", "яна")]
            .map(|(before, after)| format!("{before}{source}{after}"))
            .into(),
        ("rules", source) => {
            let before = if row[0].is_empty() { "ла" } else { "" };
            vec![format!("{before}{source}{}", after(&row[2]))]
        }
        ("names", mark) => ["", "о", "ка"]
            .map(|end| format!("{source}{}{end}", after(mark)))
            .into(),
        (_, "word") => vec![format!("{} Лаба", title(source))],
        (_, "prefix") => vec![format!("{source}камск")],
        (_, "stem") => vec![format!("{source}но"), source.to_owned()],
        (_, "end") => vec![format!("лама{source}")],
        (_, "river") => vec![format!("лаба-на-{source}")],
        _ => vec![source.to_owned()],
    }
}

fn title(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[test]
fn every_row_for_chinese_is_used() {
    let system = translit::system("gbt-17693.4").expect("a system");
    let mut unused = Vec::new();
    for (table, target_cell) in [("table", 2), ("rules", 3), ("names", 2), ("parts", 2)] {
        let path = format!(
            "{}/src/translit/russian_chinese/{table}.csv",
            env!("CARGO_MANIFEST_DIR")
        );
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_path(&path)
            .expect("a table");
        for row in reader.records().map(|row| row.expect("rows are CSV")) {
            let target = &row[target_cell];
            // At the beginning of a name, 东, 南, 西 and 海 are written with other characters.
            let rest: String = target.chars().skip(1).collect();
            let used = |word: &String| {
                let got = system.convert(&title(word), Use::Place);
                got.contains(target) || !rest.is_empty() && got.contains(&rest)
            };
            if !frames(table, &row).iter().any(used) {
                unused.push(format!("{table}: {row:?}"));
            }
        }
    }
    assert!(unused.is_empty(), "{}", unused.join("\n"));
}
