//! Glossary files: what the reader takes and what it says about the rest.

use isonym::glossary::{
    COLUMNS, MAX_PROBLEMS, Problem, Severity, canonical, rows, with_changed_row, with_row, without_row,
};
use isonym::{Glossary, Kind, Lang};
use proptest::prelude::*;

/// `line: column: message` of all problems.
fn problems(text: &str) -> Vec<String> {
    Glossary::from_csv(text)
        .1
        .iter()
        .map(Problem::to_string)
        .collect()
}

#[track_caller]
fn says(text: &str, expected: &str) {
    let problems = problems(text);
    assert!(
        problems.iter().any(|problem| problem.starts_with(expected)),
        "{problems:#?}"
    );
}

#[test]
fn a_file_without_fault_has_no_problem() {
    let text = "# of the border\nid,kind,status,zh,ru,en,note\nheihe,city,preferred,黑河,Хэйхэ,Heihe,\"a, \"\"b\"\"\"\nheihe,city,superseded,瑷珲,Айгунь,Aigun,\n";
    assert_eq!(problems(text), Vec::<String>::new());
    let (glossary, _) = Glossary::from_csv(text);
    let entry = glossary.entry("heihe").expect("read");
    assert_eq!((entry.kind, entry.names(Lang::Zh).len()), (Kind::City, 2));
    assert_eq!(
        entry.preferred(Lang::Ru).map(|name| name.note.as_str()),
        Some("a, \"b\"")
    );
}

#[test]
fn every_dress_of_the_same_rows_is_read() {
    let plain = "id,zh,ru\nheihe,黑河,Хэйхэ\nharbin,哈尔滨,Харбин\n";
    for text in [
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        plain.replace(',', ";"),
        plain.replace(',', "\t"),
        format!("\u{feff}{plain}"),
        format!("# a remark\n\n{}", plain.replace("harbin", "# another\n\nharbin")),
        plain.trim_end().to_owned(),
        plain.replace("id,zh", " ID ,Zh"),
    ] {
        let (glossary, problems) = Glossary::from_csv(&text);
        assert_eq!(problems, [], "{text:?}");
        assert_eq!(
            glossary
                .entry("harbin")
                .map(|e| e.names(Lang::Ru)[0].text.as_str()),
            Some("Харбин"),
            "{text:?}"
        );
    }
}

#[test]
fn each_fault_is_told_with_its_place() {
    let header = "id,kind,status,zh,ru,en,form,valid\n";
    let row = |row: &str| format!("{header}{row}\n");
    says(
        &row("a,town,preferred,,,A,,"),
        "2: kind: unknown kind `town`: use one of city, ",
    );
    says(&row("a,city,best,,,A,,"), "2: status: unknown status `best`");
    says(&row("a,city,,,,A,long,"), "2: form: unknown form `long`");
    says(
        &row("a,city,,,,A,,\nb,city,,,,B,,\na,city,,,,C,,"),
        "4: en: `C` is the second preferred name of `a`, after that in line 2",
    );
    says(
        &row("a,city,,Хэйхэ,,A,,"),
        "2: zh: `Хэйхэ` has Cyrillic letters in a column of Han names",
    );
    says(
        &row("a,city,,,Heihe,A,,"),
        "2: ru: `Heihe` has no Cyrillic letter",
    );
    says(
        &row("a,city,,,Хaрбин,A,,"),
        "2: ru: `Хaрбин` mixes Cyrillic and Latin letters: `a` (U+0061) is Latin",
    );
    says(
        &row("a,city,,,Каи\u{306}р,A,,"),
        "2: ru: `Каи\u{306}р` is not in Unicode's composed form (NFC)",
    );
    says(
        &row("a,city,,,,A\u{200b},,"),
        "2: en: `A\u{200b}` holds the invisible character U+200B",
    );
    says(
        &row("a,city,,,,A,,\na,city,,,,A,,"),
        "3: the row stands in the file already",
    );
    says(
        &row("a,city,,,,A,,\na,river,,,,B,,"),
        "3: kind: `a` is of the kind city in line 2",
    );
    says(&row("a,city,,,,A,,soon"), "2: valid: `soon` is no span of years");
    says(&row("Ä b,city,,,,A,,"), "2: id: `Ä b` is no id");
    says(&row("a,city,,,,,,"), "2: the row has no name");
    says(
        &row("a,city,,,,A,,,B"),
        "2: 9 cells in a table of 8 columns: a cell with a delimiter",
    );
    says(
        &row("a,city,,,,A"),
        "2: 6 cells in a table of 8 columns: the missing ones are read as empty",
    );
    says(&row("a,city,,,,A \"b\",,"), "2: quotes within `A \"b\"`");
    says(
        &row("a,city,,,,\"A\" b,,"),
        "2: ` b` stands after a closing quote",
    );
    says(
        &row("a,city,,,,\"A,,\nb,city,,,,B,,"),
        "2: a quote opens here that nothing closes",
    );
    says("id,note\na,b\n", "1: columns are missing");
    says("", "1: the file has no rows");
    says("zh,ru,town\n黑河,Хэйхэ,a\n", "1: town: unknown column");
    says("id,zh,zh\na,黑河,\n", "1: zh: the column stands twice");
}

#[test]
fn an_open_quote_costs_its_own_row_alone() {
    let (glossary, _) = Glossary::from_csv("id,ru,en\na,\"А,A\nb,Б,B\n");
    assert!(glossary.entry("b").is_some());
}

#[test]
fn brands_and_abbreviations_may_stand_in_latin_letters() {
    assert_eq!(
        problems("id,zh,ru,en\nlg,LG,LG,LG\nok,卡拉OK,караоке,karaoke\n"),
        Vec::<String>::new()
    );
}

#[test]
fn lines_are_counted_through_cells_of_several_lines() {
    says(
        "id,ru,note\na,А,\"one\ntwo\r\nthree\"\nb,B,\n",
        "5: ru: `B` has no Cyrillic letter",
    );
}

#[test]
fn the_least_file_gets_ids_and_is_told_so() {
    let (glossary, problems) =
        Glossary::from_csv("zh,ru,en\n黑河,Хэйхэ,Heihe\n伊春,Ичунь,Yichun\n宜春,Ичунь,Yichun\n");
    assert!(
        problems.iter().all(|problem| problem.severity == Severity::Note),
        "{problems:?}"
    );
    assert_eq!(problems.len(), 1);
    let ids: Vec<&str> = glossary.entries().iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["heihe", "yichun", "yichun-2"]);
    let (glossary, _) = Glossary::from_csv("zh;ru\n黑河;Хэйхэ\n城;\n");
    let ids: Vec<&str> = glossary.entries().iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["kheykhe", "u57ce"]);
}

#[test]
fn the_kind_may_stand_in_any_row_of_an_entry() {
    let (glossary, problems) =
        Glossary::from_csv("id,kind,status,en\na,,,A\na,city,admitted,B\na,,deprecated,C\n");
    assert_eq!(problems, []);
    assert_eq!(glossary.entry("a").map(|entry| entry.kind), Some(Kind::City));
}

#[test]
fn a_hundred_thousand_bad_rows_are_counted() {
    let text = format!("id,kind,en\n{}", "a,town,A\n".repeat(100_000));
    let (_, problems) = Glossary::from_csv(&text);
    assert_eq!(problems.len(), MAX_PROBLEMS + 1);
    let last = problems.last().expect("there are problems");
    assert_eq!(
        (
            last.line,
            last.message.to_string().starts_with("and 99000 more problems")
        ),
        (100_001, true),
        "{last}"
    );
}

#[test]
fn the_canonical_form_keeps_rows_and_remarks() {
    let text = "\u{feff}# remark \r\nen;note;Id;mine\r\n Heihe ;\"a; b\";heihe;x\r\n\r\nHarbin;;harbin;\r\n";
    let tidy = "# remark\nid,en,note,mine\nheihe,Heihe,a; b,x\nharbin,Harbin,,\n";
    assert_eq!(canonical(text).as_deref(), Ok(tidy));
    assert_eq!(canonical(tidy).as_deref(), Ok(tidy));
    let problems = canonical("zh,ru\n黑河,Хэйхэ,x\n").expect_err("the row is ragged");
    assert_eq!(problems[0].line, 2);
}

#[test]
fn a_new_row_stands_with_its_entry_and_moves_nothing_else() {
    let text = "\u{feff}id;ru\r\na;\"А\"\r\n# remark\r\nb;Б";
    let (with_a, line) = with_row(text, &[("id", "a"), ("ru", "В; Г")]).expect("there are such columns");
    assert_eq!(
        (with_a.as_str(), line),
        ("\u{feff}id;ru\r\na;\"А\"\r\na;\"В; Г\"\r\n# remark\r\nb;Б", 3)
    );
    let (with_c, line) = with_row(text, &[("id", "c"), ("ru", "Ц")]).expect("there are such columns");
    assert_eq!(
        (with_c.as_str(), line),
        ("\u{feff}id;ru\r\na;\"А\"\r\n# remark\r\nb;Б\r\nc;Ц", 5)
    );
    assert!(with_row(text, &[("id", "c"), ("zh", "城")]).is_err());
}

/// Something like a glossary file: rows of names, marks and noise.
fn any_file() -> impl Strategy<Value = String> {
    let cell = prop_oneof!["[a-zА-Яё黑河 ]{0,6}", "[\"#,;\t\r\n]{0,3}", any::<String>()];
    let row = prop::collection::vec(cell, 0..6).prop_map(|cells| cells.join(","));
    prop::collection::vec(row, 0..8).prop_map(|rows| format!("id,zh,ru,en\n{}", rows.join("\n")))
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_stumble(text in prop_oneof![any::<String>(), any_file()]) {
        let (_, problems) = Glossary::from_csv(&text);
        let lines = text.matches('\n').count() + text.matches('\r').count() + 1;
        prop_assert!(problems.iter().all(|problem| (1..=lines).contains(&problem.line)), "{:?}", problems);
        prop_assert!(problems.is_sorted_by_key(|problem| problem.line));
    }

    #[test]
    fn random_bytes_are_no_trouble(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Glossary::from_csv(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn the_canonical_form_is_its_own_and_says_the_same(text in any_file()) {
        if let Ok(tidy) = canonical(&text) {
            prop_assert_eq!(canonical(&tidy).ok(), Some(tidy.clone()));
            let entries = |text: &str| Glossary::from_csv(text).0.entries().to_vec();
            prop_assert_eq!(entries(&tidy), entries(&text));
        }
    }

    #[test]
    fn a_new_row_is_put_in_and_nothing_is_taken_out(text in any_file(), ru in "[А-Я\";,]{1,6}") {
        if let Ok((with, line)) = with_row(&text, &[("id", "new-id"), ("ru", &ru)]) {
            let row = with.len() - text.len();
            let at = text.bytes().zip(with.bytes()).take_while(|(a, b)| a == b).count();
            prop_assert_eq!(&text.as_bytes()[at..], &with.as_bytes()[at + row..]);
            prop_assert!(line > 1);
        }
    }

    #[test]
    fn a_row_is_changed_and_removed_and_all_others_stay(text in any_file(), line in 0usize..12, ru in "[А-Я\";,]{1,6}") {
        let before = rows(&text);
        let is_row = before.rows.iter().any(|row| row.line == line);
        let others = |text: &str| rows(text).rows.into_iter().map(|row| row.cells).collect::<Vec<_>>();
        if let Ok(without) = without_row(&text, line) {
            prop_assert!(is_row);
            prop_assert_eq!(others(&without).len() + 1, before.rows.len());
        }
        if let Ok(with) = with_changed_row(&text, line, &[("ru", &ru)]) {
            prop_assert!(is_row);
            let at = before.columns.iter().position(|column| column.eq_ignore_ascii_case("ru"));
            let after = rows(&with);
            prop_assert_eq!(after.rows.len(), before.rows.len());
            let changed = after.rows.iter().zip(&before.rows).filter(|(new, old)| new.cells != old.cells);
            prop_assert!(changed.count() <= 1);
            let row = after.rows.iter().find(|row| row.line == line);
            prop_assert_eq!(row.map(|row| row.cells[at.unwrap_or(0)].as_str()), Some(ru.trim()));
        }
    }
}

#[test]
fn a_changed_row_keeps_the_file_s_own_ways() {
    let file = "\u{feff}id;zh;en\r\n# ours\r\nheihe;黑河;\"Hei; he\"\r\nharbin;哈尔滨;Harbin";
    let changed = with_changed_row(file, 3, &[("en", "Heihe")]).unwrap();
    assert_eq!(changed, file.replace("\"Hei; he\"", "Heihe"));
    let last = with_changed_row(file, 4, &[("en", "a;b")]).unwrap();
    assert_eq!(last, file.replace("Harbin", "\"a;b\""));
    assert!(with_changed_row(file, 2, &[("en", "x")]).is_err());
    assert!(with_changed_row(file, 3, &[("ru", "x")]).is_err());
}

#[test]
fn all_columns_are_known_to_the_reader() {
    let text = format!("{}\n", COLUMNS.join(","));
    assert_eq!(problems(&text), Vec::<String>::new());
}
