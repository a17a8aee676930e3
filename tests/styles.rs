//! House styles: their files fit the glossary, and choosing one changes what is preferred and what is flagged.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use isonym::lint::{Options, lint};
use isonym::styles::{STYLES, styled};
use isonym::{Form, Glossary, Index, Lang, Status};

#[test]
fn every_style_on_disk_is_listed_and_documented() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(root.join("glossaries/styles")).expect("the folder is there");
    let names: BTreeSet<String> = files
        .map(|file| {
            file.expect("a file")
                .path()
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let listed: BTreeSet<String> = STYLES.iter().map(|style| style.id.to_owned()).collect();
    assert_eq!(names, listed);
    assert!(STYLES.is_sorted_by_key(|style| style.id));
    let manual = fs::read_to_string(root.join("docs/styles.md")).expect("styles have a manual");
    for style in STYLES {
        assert!(
            manual.contains(&format!("`{}`", style.id)),
            "{} is not in docs/styles.md",
            style.id
        );
        assert!(
            !style.title().is_empty() && !style.source().is_empty(),
            "{}",
            style.id
        );
    }
}

#[test]
fn rows_of_styles_read_without_a_problem_and_name_their_source() {
    let shipped = isonym::shipped();
    for style in STYLES {
        let (rows, problems) = Glossary::from_csv(style.file());
        assert!(problems.is_empty(), "{}: {}", style.id, problems[0]);
        for entry in rows.entries() {
            match shipped.find(&entry.id) {
                Some(known) => assert_eq!(shipped.kind(known), entry.kind, "{}: {}", style.id, entry.id),
                // A fixed phrase that the glossary lacks is an entry of its own.
                None => assert_eq!(entry.id, "chicken-kiev", "{}", style.id),
            }
            let names = Lang::ALL.into_iter().flat_map(|lang| entry.names(lang));
            names.for_each(|name| assert!(!name.source.is_empty(), "{}: {}", style.id, name.text));
        }
    }
}

fn index(styles: &[&str]) -> Index {
    let styles: Vec<String> = styles.iter().map(|&style| style.to_owned()).collect();
    styled(isonym::shipped(), &styles).expect("the styles are known")
}

#[track_caller]
fn flags(styles: &[&str], text: &str, wanted: &[(&str, &str)]) {
    let found = lint(&index(styles), text, &Options::default());
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|d| (d.span.of(text), d.suggestions.first().map_or("", |s| s.as_str())))
        .collect();
    assert_eq!(found, wanted, "{styles:?}: {text}");
}

#[test]
fn a_style_flags_other_names_and_suggests_its_own() {
    flags(&[], "Talks were held in Kiev.", &[]);
    flags(&["ap"], "Talks were held in Kiev.", &[("Kiev", "Kyiv")]);
    flags(
        &["guardian"],
        "Volodymyr Zelensky met him.",
        &[("Volodymyr Zelensky", "Volodymyr Zelenskiy")],
    );
    flags(&["bbc"], "Volodymyr Zelensky met him.", &[]);
    flags(
        &["ru-palladius"],
        "Поезд идёт из Бэйцзина в Харбин.",
        &[("Бэйцзина", "Пекина")],
    );
    flags(&["zh-xinhua"], "亚马逊河很长。", &[("亚马逊河", "亚马孙河")]);
}

#[test]
fn fixed_phrases_keep_their_old_forms() {
    for style in ["ap", "bbc", "guardian", "en-wikipedia"] {
        flags(&[style], "They ate chicken Kiev in Kyiv.", &[]);
    }
    flags(&["ap"], "Scholars of Kievan Rus met.", &[]);
    flags(&["economist"], "We ate Peking duck at Peking University.", &[]);
}

#[test]
fn a_former_name_in_brackets_is_what_maps_of_china_print() {
    flags(&["prc-map-2023"], "列车开往布拉戈维申斯克（海兰泡）。", &[]);
    flags(
        &["prc-map-2023"],
        "列车开往海兰泡。",
        &[("海兰泡", "布拉戈维申斯克")],
    );
}

#[test]
fn the_later_style_wins() {
    let preferred = |styles: &[&str]| {
        let index = index(styles);
        let entry = index.entry(index.find("volodymyr-zelenskyy").expect("the entry is shipped"));
        entry.preferred(Lang::En).expect("it has a name").text.clone()
    };
    assert_eq!(preferred(&["bbc", "guardian"]), "Volodymyr Zelenskiy");
    assert_eq!(preferred(&["guardian", "bbc"]), "Volodymyr Zelensky");
}

#[test]
fn rows_of_a_users_glossary_make_and_change_styles() {
    let rows = "id,kind,status,en,style\nkyiv,city,preferred,Kijiw,ours\nkyiv,city,preferred,Kyjiv,ap\n";
    let index = isonym::shipped().with(&Glossary::from_csv(rows).0);
    for (style, name) in [("ours", "Kijiw"), ("ap", "Kyjiv")] {
        let styled = styled(index.clone(), &[style.to_owned()]).expect("the style is known");
        let entry = styled.entry(styled.find("kyiv").expect("it is there"));
        assert_eq!(entry.preferred(Lang::En).expect("it has a name").text, name);
        let kiev = entry
            .names(Lang::En)
            .iter()
            .find(|name| name.text == "Kiev" && name.form == Form::Ordinary)
            .expect("it has it");
        assert_eq!(kiev.status, Status::Deprecated);
    }
    assert!(styled(index, &["theirs".to_owned()]).is_err());
}
