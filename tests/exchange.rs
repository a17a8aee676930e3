//! Other programs' formats: what a format can hold comes back from it, and nothing is trouble.

use isonym::exchange::geonames::{self, Filter, Names};
use isonym::exchange::{Format, Options, Report, read, write};
use isonym::{Entry, Form, Glossary, Kind, Lang, Name, Status};
use proptest::prelude::*;

/// The formats that hold all that a glossary file says.
const WHOLE: [Format; 6] = [
    Format::Csv,
    Format::Tsv,
    Format::Xlsx,
    Format::Tbx,
    Format::TbxDca,
    Format::TbxDct,
];

fn read_all(format: Format, mut bytes: &[u8], options: &Options) -> (Glossary, Report) {
    let mut glossary = Glossary::default();
    let report = read(format, &mut bytes, options, &mut |entry| {
        glossary.add(entry);
        Ok(())
    });
    (glossary, report.expect("the file can be read"))
}

/// All that is said of the names of entries, in an order that does not depend on that of rows.
fn said(entries: &[Entry]) -> Vec<String> {
    let mut said: Vec<String> = entries
        .iter()
        .flat_map(|entry| {
            let names = Lang::ALL
                .into_iter()
                .flat_map(|lang| entry.names(lang).iter().map(move |name| (lang, name)));
            let about = format!("{} {} {} {:?}", entry.id, entry.kind, entry.weight, entry.country);
            names.map(move |(lang, name)| format!("{about} {lang} {name:?}"))
        })
        .collect();
    said.sort();
    said
}

#[track_caller]
fn comes_back(entries: &[Entry], format: Format) {
    let mut file = Vec::new();
    let written = write(format, entries, &Options::default(), &mut file).expect("memory can be written");
    let (back, report) = read_all(format, &file, &Options::default());
    assert_eq!(
        said(entries),
        said(back.entries()),
        "{format}: {}",
        String::from_utf8_lossy(&file)
    );
    assert!(written.lost.is_empty(), "{format}: {:?}", written.lost);
    assert!(
        report.lost.is_empty() && report.problems.is_empty(),
        "{format}: {report:?}"
    );
}

/// A text without white space at its ends, as cells and XML keep it.
fn text(most: usize) -> impl Strategy<Value = String> {
    proptest::string::string_regex(&format!(
        "[a-zé\"'<>&,;#=/А-я黑龙\u{1F600}-]( ?[a-zé\"'<>&,;#=/А-я黑龙-]){{0,{most}}}"
    ))
    .expect("an expression")
    .prop_map(|text| unicode_normalization::UnicodeNormalization::nfc(text.as_str()).collect())
}

fn name() -> impl Strategy<Value = (Lang, Name)> {
    let lang = proptest::sample::select(Lang::ALL.to_vec());
    let status = proptest::sample::select(Status::ALL.to_vec());
    let form = proptest::sample::select(Form::ALL.to_vec());
    let word = |words: &'static [&'static str]| proptest::sample::select(words.to_vec());
    let system = word(&["", "", "palladius", "traditional", "taiwan"]);
    let rest = (
        word(&["", "", "bbc"]),
        system,
        word(&["", "1858/1931"]),
        prop_oneof![Just(String::new()), text(12)],
        word(&["", "CLDR; UN"]),
    );
    (lang, text(8), status, form, rest).prop_map(
        |(lang, text, status, form, (style, system, valid, note, source))| {
            let name = Name {
                text,
                status,
                form,
                style: style.to_owned(),
                system: system.to_owned(),
                valid: valid.to_owned(),
                note,
                source: source.to_owned(),
            };
            (lang, name)
        },
    )
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let kind = proptest::sample::select(Kind::ALL.to_vec());
    let country = proptest::option::of(proptest::sample::select(vec!["RU", "CN"]));
    let entry = (kind, 0..3u32, country, proptest::collection::vec(name(), 1..6));
    proptest::collection::vec(entry, 1..4).prop_map(|entries| {
        let numbered = entries.into_iter().enumerate();
        numbered
            .map(|(at, (kind, weight, country, names))| {
                let mut entry = Entry::new(format!("{}entry-{at}", if at == 1 { "9-" } else { "" }), kind);
                entry.weight = weight * 1_000_000;
                entry.country = country.map(|code| code.parse().expect("a code"));
                names.into_iter().for_each(|(lang, name)| entry.add(lang, name));
                entry
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_a_format_can_hold_comes_back(entries in entries()) {
        WHOLE.into_iter().for_each(|format| comes_back(&entries, format));
    }

    #[test]
    fn no_bytes_are_trouble(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "[ -~\n\t黑Ж<>/\"]{0,200}") {
        for &format in Format::ALL {
            for bytes in [&bytes[..], text.as_bytes()] {
                let _ = read(format, &mut &bytes[..], &Options::default(), &mut |_| Ok(()));
            }
        }
    }

    #[test]
    fn broken_xml_is_read_up_to_where_it_breaks(entries in entries(), cut in 0.0..1.0f64) {
        let mut file = Vec::new();
        write(Format::Tbx, &entries, &Options::default(), &mut file).expect("memory can be written");
        file.truncate((file.len() as f64 * cut) as usize);
        let mut count = 0;
        let _ = read(Format::Tbx, &mut file.as_slice(), &Options::default(), &mut |_| { count += 1; Ok(()) });
        prop_assert!(count <= entries.len());
    }
}

#[test]
fn the_shipped_amur_glossary_comes_back_from_every_format() {
    let text = std::fs::read_to_string("glossaries/places-amur.csv").expect("the file is there");
    let (glossary, _) = Glossary::from_csv(&text);
    assert!(glossary.entries().len() > 100);
    WHOLE
        .into_iter()
        .for_each(|format| comes_back(glossary.entries(), format));
}

#[track_caller]
fn check(format: Format, file: &str, options: &Options, wanted: &str) -> Report {
    let (glossary, report) = read_all(format, file.as_bytes(), options);
    let names = |entry: &Entry| {
        let languages = Lang::ALL.map(|lang| {
            let names = entry.names(lang).iter().map(|name| match name.status {
                Status::Preferred => name.text.clone(),
                status => format!(
                    "{} ({status}{}{})",
                    name.text,
                    if name.system.is_empty() { "" } else { " " },
                    name.system
                ),
            });
            names.collect::<Vec<_>>().join(", ")
        });
        format!("{} {}: {}\n", entry.id, entry.kind, languages.join(" | "))
    };
    assert_eq!(glossary.entries().iter().map(names).collect::<String>(), wanted);
    report
}

#[test]
fn tbx_of_other_programs_is_read() {
    let file = r#"<?xml version='1.0'?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><descrip type="subjectField">geography</descrip><descripGrp><descrip type="definition">a town</descrip></descripGrp>
<langSet xml:lang="en-US"><ntig><termGrp><term>Hei&amp;<hi>he</hi> &#x442;</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig></langSet>
<langSet xml:lang="zh-TW"><tig><term>黑河</term></tig></langSet>
<langSet xml:lang="de"><tig><term>Heihe</term></tig></langSet></termEntry>
<termEntry><langSet lang="ru"><tig><term>Харбин</term></tig></langSet></termEntry>
</body></text></martif>"#;
    let (glossary, report) = read_all(Format::Tbx, file.as_bytes(), &Options::default());
    let entry = glossary.entry("c1").expect("the first entry");
    assert_eq!(entry.names(Lang::En)[0].text, "Hei&he т");
    assert_eq!(entry.names(Lang::En)[0].status, Status::Admitted);
    assert_eq!(entry.names(Lang::En)[0].note, "a town");
    assert_eq!(entry.names(Lang::Zh)[0].system, "taiwan");
    assert_eq!(report.entries, 2);
    assert_eq!(report.lost("terms in other languages"), 1);
    assert_eq!(report.lost("subject fields that are none of the kinds"), 1);
}

#[test]
fn two_columns_tell_their_languages_by_their_letters() {
    let options = Options::default();
    check(
        Format::OmegaT,
        "# mine\nХэйхэ\tHeihe\ta \"town\n",
        &options,
        " other:  | Хэйхэ | Heihe\n",
    );
    check(
        Format::DeepL,
        "\"黑河\",Heihe,ZH,EN\n",
        &options,
        " other: 黑河 |  | Heihe\n",
    );
    check(
        Format::Google,
        "en,zh-CN,ru\nHeihe,黑河,Хэйхэ\n",
        &options,
        " other: 黑河 | Хэйхэ | Heihe\n",
    );
    let report = check(
        Format::Weblate,
        "source,target,context\nHeihe,Хэйхэ,heihe\nHarbin,,\n",
        &options,
        "heihe other:  | Хэйхэ | Heihe\n",
    );
    assert_eq!((report.broken, report.problems[0].line), (1, 3));
}

#[test]
fn cedict_gives_its_names() {
    let file = "# CC-CEDICT\n黑河 黑河 [Hei1 he2] /Heihe prefecture-level city in Heilongjiang province 黑龍江省|黑龙江省[Hei1 long2 jiang1 Sheng3]/\n\
        哈爾濱 哈尔滨 [Ha1 er3 bin1] /Harbin subprovincial city and capital of Heilongjiang province/\n\
        王 王 [Wang2] /surname Wang/\n水 水 [shui3] /water/river/\nbroken\n";
    let mut names = Vec::new();
    let report = read(
        Format::Cedict,
        &mut file.as_bytes(),
        &Options::default(),
        &mut |entry| {
            names.push(format!(
                "{} {} {}",
                entry.kind,
                entry.names(Lang::Zh)[0].text,
                entry.names(Lang::En)[0].text
            ));
            Ok(())
        },
    )
    .expect("it can be read");
    assert_eq!(names, ["city 黑河 Heihe", "city 哈尔滨 Harbin"]);
    assert_eq!((report.broken, report.problems[0].line), (1, 6));
    assert_eq!(report.lost("words that are no names"), 1);
}

#[test]
fn wikidata_gives_labels_and_aliases_of_the_chosen_classes() {
    let line = |id: &str, class: &str, labels: &str| {
        format!(
            r#"{{"type":"item","id":"{id}","labels":{labels},"aliases":{{"zh":[{{"language":"zh","value":"璦琿"}}]}},"claims":{{"P31":[{{"mainsnak":{{"datavalue":{{"value":{{"entity-type":"item","id":"{class}"}}}}}},"rank":"normal"}}],"P18":[{{"mainsnak":{{"datavalue":{{"value":"a.jpg"}}}}}}]}}}},"#
        )
    };
    let file = format!(
        "[\n{}\n{}\n{{\"id\":\"Q1\",\n{}\n]\n",
        line(
            "Q93338",
            "Q515",
            r#"{"zh":{"language":"zh","value":"黑河市"},"ru":{"language":"ru","value":"Хэйхэ"},"en":{"language":"en","value":"Heihe"}}"#
        ),
        line("Q2", "Q999", "{}"),
        line("Q3", "Q515", "[]"),
    );
    let options = Options {
        least_languages: 2,
        ..Options::default()
    };
    let report = check(
        Format::Wikidata,
        &file,
        &options,
        "heihe-q93338 city: 黑河市, 璦琿 (admitted traditional) | Хэйхэ | Heihe\n",
    );
    assert_eq!((report.broken, report.problems[0].line), (1, 4));
    assert_eq!(report.lost("items of other classes"), 1);
}

#[test]
fn geonames_gives_places_with_their_names() {
    let names_file = "1\t2036973\tzh\t黑河\t1\t\t\t\t\t\n2\t2036973\tru\tХэйхэ\t\t\t\t\n3\t2036973\tru\tАйгунь\t\t\t\t1\t\t\n4\tx\tru\tА\t\t\t\t\n5\t2036973\tlink\thttps://a\t\t\t\t\n";
    let row = "2036973\tHeihe\tHeihe\t\t50.2\t127.5\tP\tPPLA2\tCN\t\t08\t\t\t\t109427\t\t130\tAsia/Shanghai\t2020-01-01\n";
    let places_file = format!(
        "{row}1\tbroken\n{}",
        row.replace("2036973", "7").replace("CN", "RU")
    );
    let (mut names, mut report) = (Names::default(), Report::default());
    names
        .read(&mut names_file.as_bytes(), &mut report)
        .expect("memory can be read");
    assert_eq!((report.broken, report.problems[0].line), (1, 4));
    let filter = Filter {
        countries: vec!["CN".into()],
        ..Filter::default()
    };
    let mut found = Vec::new();
    let options = Options {
        least_languages: 2,
        ..Options::default()
    };
    let report = geonames::read(
        &mut places_file.as_bytes(),
        &names,
        &filter,
        &options,
        &mut |entry| {
            found.push(entry);
            Ok(())
        },
    )
    .expect("memory can be read");
    assert_eq!((report.broken, report.problems[0].line, found.len()), (1, 2, 1));
    let texts = |lang| {
        found[0]
            .names(lang)
            .iter()
            .map(|n| (n.text.as_str(), n.status))
            .collect::<Vec<_>>()
    };
    assert_eq!(found[0].id, "heihe-gn2036973");
    assert_eq!(found[0].kind, Kind::City);
    assert_eq!(
        texts(Lang::Ru),
        [("Хэйхэ", Status::Preferred), ("Айгунь", Status::Superseded)]
    );
    assert_eq!(texts(Lang::Zh), [("黑河", Status::Preferred)]);
    assert_eq!(texts(Lang::En), [("Heihe", Status::Preferred)]);
}

#[test]
fn a_large_line_is_no_trouble() {
    let line = "名".repeat(3_500_000);
    for &format in Format::ALL {
        let _ = read(format, &mut line.as_bytes(), &Options::default(), &mut |_| Ok(()));
    }
}

/// An import that is killed while it reads leaves its target as it was.
#[cfg(feature = "cli")]
#[test]
fn a_cancelled_import_leaves_the_target_unchanged() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    use std::{fs, thread, time::Duration};

    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("names.csv");
    fs::write(&target, "id,en\nheihe,Heihe\n").expect("it can be written");
    let mut child = Command::new(env!("CARGO_BIN_EXE_isonym"))
        .args([
            "glossary",
            "import",
            "-",
            "--format",
            "csv",
            "--overwrite",
            "--output",
            "names.csv",
        ])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let mut input = child.stdin.take().expect("a pipe");
    let rows: String = (0..200_000)
        .map(|at| format!("Харбин {at},Harbin {at}\n"))
        .collect();
    input
        .write_all(format!("ru,en\n{rows}").as_bytes())
        .expect("it reads");
    let drafts = || {
        fs::read_dir(folder.path()).expect("a folder").filter(|file| {
            file.as_ref()
                .is_ok_and(|file| file.file_name().to_string_lossy().ends_with(".tmp"))
        })
    };
    for _ in 0..200 {
        if drafts().count() > 0 {
            break;
        }
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(drafts().count(), 1, "it was writing");
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    assert_eq!(
        fs::read_to_string(&target).expect("it is there"),
        "id,en\nheihe,Heihe\n"
    );
}
