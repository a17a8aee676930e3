//! Chinese names: readings, the systems that write them, and Russian names in Chinese characters.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use isonym::Script;
use isonym::translit::han::{Name, Reading, Syllable, Writing, read, syllables};
use isonym::translit::lexicon::{self, Gender};
use isonym::translit::{self, Ask, Basis, SYSTEMS, System, Use, route, system};
use proptest::prelude::*;

const TABLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/translit");
const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/translit");

fn rows(path: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_path(path)
        .unwrap_or_else(|error| panic!("{path}: {error}"));
    reader
        .records()
        .map(|row| row.unwrap_or_else(|error| panic!("{path}: {error}")))
        .collect()
}

fn han_systems() -> impl Iterator<Item = &'static System> {
    SYSTEMS
        .iter()
        .filter(|system| system.from == Script::Han || system.to == Script::Han)
}

fn kind(word: &str) -> Use {
    match word {
        "" => Use::Any,
        "place" => Use::Place,
        "person" => Use::Person,
        "surname" => Use::Surname,
        "given" => Use::Given,
        other => panic!("unknown kind {other}"),
    }
}

const KINDS: [Use; 5] = [Use::Any, Use::Place, Use::Person, Use::Surname, Use::Given];

#[test]
fn every_system_with_characters_converts_its_samples() {
    let mut wrong = Vec::new();
    for system in han_systems() {
        let samples = rows(&format!("{SAMPLES}/{}.csv", system.id));
        assert!(!samples.is_empty(), "{} has no samples", system.id);
        for row in samples {
            let got = system.convert(&row[0], kind(&row[1]));
            if got != row[2] {
                wrong.push(format!(
                    "{}: {} ({}) → {got}, not {}",
                    system.id, &row[0], &row[1], &row[2]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_listed_reading_is_read_so() {
    let tables = [
        ("phrases", Use::Any),
        ("titles", Use::Any),
        ("places", Use::Place),
        ("persons", Use::Person),
        ("surnames", Use::Surname),
    ];
    for (table, kind) in tables {
        for row in rows(&format!("{TABLES}/han/{table}.csv"))
            .iter()
            .filter(|row| !row[1].is_empty())
        {
            let listed: Vec<Option<Reading>> = row[1].split(' ').map(Reading::from_marked).collect();
            assert!(listed.iter().all(Option::is_some), "{table}: {}", &row[0]);
            let name: Vec<Option<Reading>> = match kind {
                Use::Person => Name::of(&row[0], kind).readings().collect(),
                kind => read(&row[0], kind),
            };
            assert_eq!(name, listed, "{table}: {}", &row[0]);
        }
    }
}

#[test]
fn every_established_name_is_given_and_leads_back() {
    let ask = Ask {
        limit: 20,
        ..Ask::default()
    };
    let texts = |found: Vec<translit::Candidate>| found.into_iter().map(|c| c.text).collect::<Vec<_>>();
    let mut wrong = Vec::new();
    for row in rows(&format!("{TABLES}/han/conventional.csv")) {
        for (id, name) in [("english", &row[1]), ("russian", &row[2])] {
            let system = system(id).expect("listed");
            let forward = texts(system.candidates(&row[0], &ask));
            if !name.is_empty() && forward.first().is_none_or(|first| first != name) {
                wrong.push(format!("{} to {id}: {forward:?}, not {name}", &row[0]));
            }
        }
    }
    let postal = system("postal").expect("listed");
    for row in rows(&format!("{TABLES}/han/spellings.csv")) {
        let back = texts(postal.invert(&row[0], &ask));
        if !back.iter().any(|zh| *zh == row[2]) {
            wrong.push(format!("{}: {back:?}, not {}", &row[0], &row[2]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_single_reading_is_a_syllable() {
    for row in rows(&format!("{TABLES}/han/characters.csv")) {
        assert_eq!(row[0].chars().count(), 1, "{row:?}");
        let readings: Vec<&str> = row.iter().skip(1).filter(|cell| !cell.is_empty()).collect();
        assert!(!readings.is_empty(), "{row:?}");
        assert!(
            readings
                .iter()
                .all(|reading| Reading::from_marked(reading).is_some()),
            "{row:?}"
        );
    }
}

#[test]
fn every_syllable_is_written_in_the_letters_of_its_system() {
    for writing in Writing::ALL {
        let script = if writing == Writing::Palladius {
            Script::Cyrillic
        } else {
            Script::Latin
        };
        for syllable in Syllable::all() {
            let written = syllable.written(writing);
            assert!(
                written.chars().filter_map(Script::of).all(|s| s == script),
                "{written}"
            );
            assert!(Script::of_text(written).is_some(), "{syllable:?}");
        }
    }
}

/// The first answer for a syllable that a system has written, in Pinyin.
fn read_back(syllable: Syllable, writing: Writing) -> String {
    let found = syllables(syllable.written(writing), writing, Use::Any, 1);
    found.first().map(Name::pinyin).unwrap_or_default().to_lowercase()
}

#[test]
fn pinyin_and_palladius_lead_to_each_other_for_every_syllable_but_two() {
    let mut lost = Vec::new();
    for syllable in Syllable::all() {
        let pinyin = syllable.written(Writing::Pinyin);
        assert_eq!(read_back(syllable, Writing::Pinyin), pinyin);
        if read_back(syllable, Writing::Palladius) != pinyin {
            lost.push(pinyin);
        }
    }
    assert_eq!(lost, ["lo"]);
}

#[test]
fn what_a_romanization_has_written_is_among_its_readings() {
    for writing in [Writing::WadeGiles, Writing::Tongyong, Writing::Yale] {
        for syllable in Syllable::all() {
            let found = syllables(syllable.written(writing), writing, Use::Any, 8);
            let pinyin = syllable.written(Writing::Pinyin);
            let read: Vec<String> = found.iter().map(|name| name.pinyin().to_lowercase()).collect();
            assert!(
                read.iter().any(|other| other == pinyin),
                "{writing:?} {pinyin}: {read:?}"
            );
        }
    }
}

fn converted(to: &str, from: &str, text: &str, kind: Use) -> String {
    let route = route(to, Some(from)).expect("both systems exist");
    let found = route.candidates(
        text,
        &Ask {
            kind,
            ..Ask::default()
        },
    );
    found
        .into_iter()
        .next()
        .map(|candidate| candidate.text)
        .unwrap_or_default()
}

#[test]
fn a_romanized_name_becomes_pinyin_or_palladius() {
    assert_eq!(
        converted("pinyin", "wade-giles", "Ch’eng-tu", Use::Place),
        "Chengdu"
    );
    assert_eq!(converted("pinyin", "wade-giles", "Hsi-an", Use::Place), "Xi'an");
    assert_eq!(
        converted("pinyin", "wade-giles", "Chou En-lai", Use::Person),
        "Zhou Enlai"
    );
    assert_eq!(converted("pinyin", "tongyong", "Sinjhu", Use::Place), "Xinzhu");
    assert_eq!(converted("pinyin", "yale", "Szchwan", Use::Place), "Sichuan");
    assert_eq!(converted("pinyin", "postal", "Tsingtao", Use::Place), "Qingdao");
    assert_eq!(
        converted("pinyin", "palladius", "Чанъань", Use::Place),
        "Chang'an"
    );
    assert_eq!(
        converted("palladius", "pinyin", "Chang'an", Use::Place),
        "Чанъань"
    );
    assert_eq!(converted("palladius", "pinyin", "Jinan", Use::Place), "Цзинань");
    assert_eq!(converted("palladius", "pinyin", "Lǚ Bù", Use::Person), "Люй Бу");
    assert_eq!(
        converted("palladius", "wade-giles", "Teng Hsiao-p’ing", Use::Person),
        "Дэн Сяопин"
    );
    assert_eq!(
        converted("wade-giles", "pinyin", "Beijing", Use::Place),
        "Pei-ching"
    );
}

#[test]
fn missing_marks_give_candidates() {
    let found = syllables("chu", Writing::WadeGiles, Use::Any, 8);
    let read: Vec<String> = found.iter().map(Name::pinyin).collect();
    for meant in ["Zhu", "Chu", "Ju", "Qu"] {
        assert!(read.iter().any(|name| name == meant), "{read:?}");
    }
}

#[test]
fn an_established_name_says_so_and_rules_alone_do_not_use_it() {
    let english = system("english").expect("listed");
    let known = &english.candidates("哈尔滨", &Ask::default())[0];
    assert_eq!((known.text.as_str(), known.basis), ("Harbin", Basis::Lexicon));
    let ruled = &english.candidates(
        "哈尔滨",
        &Ask {
            lexicon: false,
            ..Ask::default()
        },
    )[0];
    assert_eq!((ruled.text.as_str(), ruled.basis), ("Ha'erbin", Basis::Rule));
    let gbt = system("gbt-17693.4").expect("listed");
    let person = Ask {
        kind: Use::Person,
        limit: 3,
        ..Ask::default()
    };
    assert_eq!(gbt.candidates("Антон Чехов", &person)[0].basis, Basis::Lexicon);
    assert_eq!(gbt.candidates("Антон Чухов", &person)[0].basis, Basis::Rule);
    assert_eq!(gbt.candidates("Антон Чухов", &person).len(), 3);
}

#[test]
fn chinese_forms_of_russian_names_lead_back_by_the_lexicon() {
    let gbt = system("gbt-17693.4").expect("listed");
    let back = gbt.invert("弗拉基米尔·普京", &Ask::default());
    assert_eq!(back[0].text, "Владимир Путин");
    assert!(gbt.invert("弗拉基米尔·某某", &Ask::default()).is_empty());
}

#[test]
fn the_lexicon_is_in_its_scripts_and_its_given_names_have_a_gender() {
    let script = |text: &str, script| text.chars().filter_map(Script::of).all(|s| s == script);
    for name in lexicon::all_given() {
        assert!(
            script(name.ru, Script::Cyrillic) && script(name.zh, Script::Han),
            "{name:?}"
        );
        assert!(script(name.en, Script::Latin) && !name.en.is_empty(), "{name:?}");
    }
    for name in lexicon::all_surnames() {
        assert!(
            script(name.ru, Script::Cyrillic) && script(name.zh, Script::Han),
            "{name:?}"
        );
    }
    let women = lexicon::all_given()
        .filter(|name| name.gender == Gender::Feminine)
        .count();
    assert!(women > 100 && lexicon::all_given().count() > 2 * women);
}

#[test]
fn tables_have_no_row_twice() {
    for folder in ["han", "lexicon", "russian_chinese"] {
        for file in fs::read_dir(Path::new(TABLES).join(folder)).expect("the folder is there") {
            let path = file.expect("a readable folder").path();
            if path.extension().is_some_and(|extension| extension == "csv") {
                let mut seen = HashSet::new();
                for row in rows(&path.display().to_string()) {
                    assert!(
                        seen.insert(row.iter().map(str::to_owned).collect::<Vec<String>>()),
                        "{}: {row:?}",
                        path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn a_very_long_text_is_answered_or_refused() {
    for text in [
        "省".repeat(400_000),
        "а".repeat(400_000),
        "zhuang".repeat(100_000),
        "市长安子 ".repeat(50_000),
    ] {
        for system in han_systems() {
            let found = system.candidates(
                &text,
                &Ask {
                    kind: Use::Place,
                    ..Ask::default()
                },
            );
            assert!(found.len() <= 1);
            system.invert(&text, &Ask::default());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_text_breaks_a_system(text in any::<String>()) {
        for system in han_systems() {
            for kind in KINDS {
                system.candidates(&text, &Ask { kind, limit: 3, ..Ask::default() });
                system.invert(&text, &Ask { kind, limit: 3, ..Ask::default() });
            }
        }
    }

    #[test]
    fn chinese_text_is_written_in_the_script_of_the_system(text in "[一-龥·]{1,12}") {
        for system in han_systems().filter(|system| system.from == Script::Han) {
            for kind in KINDS {
                for found in system.candidates(&text, &Ask { kind, ..Ask::default() }) {
                    let unread = text.chars().any(|c| !Name::of(&c.to_string(), Use::Any).is_read());
                    let written = found.text.chars().filter_map(Script::of).all(|script| script == system.to);
                    prop_assert!(unread || written, "{}: {text} → {}", system.id, found.text);
                }
            }
        }
    }

    #[test]
    fn russian_words_become_characters_alone(text in "[А-ЩЭ-Я][а-яё]{1,12}( [А-ЩЭ-Я][а-яё-]{0,8}[а-я])?") {
        let gbt = system("gbt-17693.4").expect("listed");
        // No Russian word has й after a consonant.
        let letters: Vec<char> = text.to_lowercase().chars().collect();
        prop_assume!(letters.windows(2).all(|pair| pair[1] != 'й' || "аеёиоуыэюя".contains(pair[0])));
        for kind in KINDS {
            let found = gbt.candidates(&text, &Ask { kind, limit: 5, ..Ask::default() });
            prop_assert!(!found.is_empty(), "{text}");
            for candidate in found {
                let mixed = candidate.text.chars().filter_map(Script::of).any(|script| script != Script::Han);
                prop_assert!(!mixed, "{text} → {}", candidate.text);
            }
        }
    }
}
