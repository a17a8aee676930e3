//! The shipped glossary: every file reads without a problem, and the rows fit together.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use isonym::glossary::Form;
use isonym::text::simplified;
use isonym::translit::{Ask, Use, route, system};
use isonym::{Glossary, Kind, Lang, Script, Status, fold};

/// The columns of a file's rows, as `rows` gives them.
const COLUMNS: [&str; 12] = [
    "id", "kind", "status", "zh", "ru", "en", "form", "style", "system", "valid", "note", "source",
];

/// The files that have other columns: those of one purpose.
const NARROW: [(&str, &str); 4] = [
    ("countries-of-places.csv", "id,country"),
    (
        "districts-china.csv",
        "id,kind,status,zh,ru,en,form,style,system,valid,note,source,weight,country",
    ),
    ("registry-spellings.csv", "id,kind,status,zh,ru,en,form,source"),
    ("weights.csv", "id,weight,country"),
];

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

/// The rows of a file that have names, in the usual columns.
fn rows(text: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let places = COLUMNS.map(|column| header.iter().position(|cell| cell == column));
    let usual = |row: csv::StringRecord| places.map(|at| at.map_or("", |at| &row[at]).to_owned());
    reader
        .records()
        .map(|row| usual(row.expect("a row of all columns")).iter().collect())
        .filter(|row: &csv::StringRecord| !row[1].is_empty())
        .collect()
}

#[test]
fn every_file_reads_without_a_problem() {
    for (name, text) in files() {
        let (glossary, problems) = Glossary::from_csv(&text);
        assert!(problems.is_empty(), "{name}: {}", problems[0]);
        assert!(!glossary.entries().is_empty(), "{name} is empty");
        assert!(text.len() < 2_000_000, "{name} is too large for a repository");
        let narrow = NARROW.iter().find(|(file, _)| *file == name);
        let columns = narrow.map_or(COLUMNS.join(","), |(_, columns)| (*columns).to_owned());
        assert_eq!(text.lines().next(), Some(columns.as_str()), "{name}");
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

/// Everyone on the list of leaders is known by the English name, and has the two others.
#[test]
fn leaders_are_known() {
    let list = include_str!("leaders.csv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let mut missing = Vec::new();
    for line in list.skip(1) {
        let (_, name) = line.split_once(',').expect("two columns");
        let is_known = |entry: &&isonym::Entry| {
            entry.kind == isonym::Kind::Person && entry.names(Lang::En).iter().any(|known| known.text == name)
        };
        let entry = SHIPPED.entries().iter().find(is_known);
        if !entry.is_some_and(|entry| Lang::ALL.iter().all(|&lang| entry.preferred(lang).is_some())) {
            missing.push(name);
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn there_are_enough_people_and_bodies() {
    let count = |is_counted: fn(Kind) -> bool| {
        let entries = SHIPPED.entries().iter();
        entries.filter(|entry| is_counted(entry.kind)).count()
    };
    let persons = count(|kind| kind == Kind::Person);
    let bodies = count(|kind| matches!(kind, Kind::Organization | Kind::Company | Kind::University));
    assert!(
        persons >= 1_500 && bodies >= 500,
        "{persons} persons, {bodies} bodies"
    );
    assert!(SHIPPED.entries().len() >= 15_000);
}

/// Every name is in the script of its language, and Chinese in simplified characters.
#[test]
fn names_are_in_the_script_of_their_language() {
    let mut strange = Vec::new();
    for entry in SHIPPED.entries() {
        // Companies and their like keep their Latin letters.
        let is_english = |text: &str| entry.names(Lang::En).iter().any(|name| name.text == text);
        for lang in Lang::ALL {
            for name in entry
                .names(lang)
                .iter()
                .filter(|name| name.form != Form::Abbreviation)
            {
                let of = |c: char| {
                    Script::of(c).is_none_or(|script| script == lang.script() || script == Script::Latin)
                };
                let own = name.text.chars().any(|c| Script::of(c) == Some(lang.script()));
                if !name.text.chars().all(of) || !(own || is_english(&name.text)) {
                    strange.push(format!("{} {}", entry.id, name.text));
                }
                if lang == Lang::Zh && name.text.chars().any(|c| simplified(c) != c && c != '乾') {
                    strange.push(format!("{} {} is traditional", entry.id, name.text));
                }
            }
        }
    }
    assert!(strange.is_empty(), "{strange:?}");
}

/// A place or person of China whose English name is the Pinyin of the Chinese one has the Russian name by Palladius, or is listed.
#[test]
fn palladius_agrees_with_pinyin() {
    let (pinyin, palladius) = (system("pinyin").unwrap(), system("palladius").unwrap());
    let (mut agree, mut disagree) = (0, Vec::new());
    for (file, text) in files() {
        let is_chinese = matches!(file.as_str(), "persons-china.csv" | "places-china.csv");
        for row in rows(&text)
            .iter()
            .filter(|row| &row[2] == "preferred" && (is_chinese || row[11].contains("zh2ru")))
        {
            let (zh, how) = match &row[1] {
                "person" => (&row[3], Use::Person),
                _ => (row[3].trim_end_matches('市'), Use::Place),
            };
            let same = fold(&pinyin.convert(zh, how)) == fold(&row[5]);
            let russian = palladius.convert(zh, how);
            agree += usize::from(same && russian == row[4]);
            if same && russian != row[4] && !TRADITION.contains(&&row[4]) {
                disagree.push(format!("{} {zh} {} {russian}", &row[0], &row[4]));
            }
        }
    }
    assert!(disagree.is_empty(), "{disagree:?}");
    assert!(agree > 500, "only {agree} were compared");
}

/// Russian names of Chinese places and people that are older than Palladius, or follow an older reading.
const TRADITION: [&str; 10] = [
    "Нанкин",
    "Пекин",
    "Гирин",
    "Кульджа",
    "Боро-Тала",
    "Ли Бо",
    "Бо Цзюйи",
    "Лу Синь",
    "Цюй Цюбо",
    "Си Синхай",
];

/// Two entries of one kind with one preferred name in a language are told apart by another name or by a weight.
#[test]
fn namesakes_have_something_to_tell_them_apart() {
    let mut alike: HashMap<(Kind, [&str; 3]), Vec<&isonym::Entry>> = HashMap::new();
    let is_sought = |entry: &&isonym::Entry| {
        let preferred = Lang::ALL.iter().filter_map(|&lang| entry.preferred(lang));
        preferred.into_iter().any(|name| name.form != Form::Lookup)
    };
    let mut mixed = Vec::new();
    for entry in SHIPPED.entries().iter().filter(is_sought) {
        let names = Lang::ALL.map(|lang| entry.preferred(lang).map_or("", |name| &name.text));
        alike.entry((entry.kind, names)).or_default().push(entry);
    }
    for ((_, names), mut entries) in alike.into_iter().filter(|(_, entries)| entries.len() > 1) {
        entries.sort_by_key(|entry| entry.weight);
        let weighed = entries.windows(2).all(|pair| pair[0].weight < pair[1].weight);
        let ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
        if !weighed {
            mixed.push(format!("{names:?}: {ids:?}"));
        }
    }
    assert!(mixed.is_empty(), "{mixed:?}");
}

/// The Chinese name of a Russian place or person is for the most part what the table of transcription gives, or is listed.
#[test]
fn chinese_names_of_russian_ones_are_transcribed() {
    let to_chinese = route("zh", None).expect("the usual system for Chinese");
    let mut strange = Vec::new();
    for (file, kind) in [
        ("places-russia.csv", Use::Place),
        ("persons-russia.csv", Use::Person),
    ] {
        for row in rows(&files()[file]) {
            if &row[2] != "preferred"
                || !matches!(&row[1], "city" | "settlement" | "person")
                || row[4].is_empty()
            {
                continue;
            }
            let ask = Ask {
                kind,
                ..Ask::default()
            };
            let Some(given) = to_chinese.candidates(&row[4], &ask).into_iter().next() else {
                continue;
            };
            let shared = row[3].chars().filter(|&c| given.text.contains(c)).count();
            if shared * 3 < row[3].chars().count() && !NOT_TRANSCRIBED.contains(&&row[0]) {
                strange.push(format!("{} {} {}", &row[0], &row[3], given.text));
            }
        }
    }
    assert!(strange.is_empty(), "{strange:?}");
}

/// Named by tradition or by meaning, and rulers with their number.
const NOT_TRANSCRIBED: [&str; 6] = [
    "kronstadt",
    "naberezhnye-chelny",
    "ivan-the-terrible",
    "nicholas-ii",
    "alexander-ii-of-russia",
    "alexander-i-of-russia",
];
