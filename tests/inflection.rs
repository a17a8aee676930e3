//! Russian case forms: paradigms by class from `inflection/*.csv`, and what holds for every name.

use std::collections::HashSet;

use isonym::inflection::{
    Case, Declension, Gender, Hint, MAX_SPELLINGS, NameKind, Number, inflect, lemmas, reinflect,
};
use proptest::prelude::*;

const FILES: [(&str, &str); 6] = [
    ("places", include_str!("inflection/places.csv")),
    ("plural_only", include_str!("inflection/plural_only.csv")),
    ("indeclinable", include_str!("inflection/indeclinable.csv")),
    ("words", include_str!("inflection/words.csv")),
    ("persons", include_str!("inflection/persons.csv")),
    ("adjectives", include_str!("inflection/adjectives.csv")),
];

fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split(',').collect())
}

fn has(name: &str, hint: Hint, number: Number, case: Case, text: &str) -> bool {
    let is_it = |f: &&isonym::inflection::CaseForm| f.text == text && f.case == case && f.number == number;
    inflect(name, hint).forms.iter().any(|form| is_it(&form))
}

#[test]
fn names_take_the_forms_of_their_class() {
    const CASES: [Case; 5] = [Case::Gen, Case::Dat, Case::Acc, Case::Ins, Case::Loc];
    let mut missing = Vec::new();
    for (file, text) in FILES {
        for row in rows(text) {
            let hint = Hint {
                kind: row[1].parse::<NameKind>().ok(),
                gender: row[2].parse::<Gender>().ok().filter(|_| !row[1].is_empty()),
            };
            let number = if row[3].is_empty() {
                Number::Sing
            } else {
                Number::Plur
            };
            for (&case, &text) in CASES.iter().zip(&row[4..]) {
                if !has(row[0], hint, number, case, text) {
                    missing.push(format!("{file}: {} {case}: {text}", row[0]));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn indeclinable_names_have_no_other_form() {
    for row in rows(FILES[2].1).filter(|row| row[1] == "place") {
        let paradigm = inflect(
            row[0],
            Hint {
                kind: Some(NameKind::Place),
                gender: None,
            },
        );
        assert_eq!(paradigm.declension, Declension::Indeclinable, "{}", row[0]);
        assert!(
            paradigm.forms.iter().all(|form| form.text == row[0]),
            "{}",
            row[0]
        );
    }
}

#[test]
fn wrong_forms_are_not_given() {
    let place = Hint {
        kind: Some(NameKind::Place),
        gender: None,
    };
    let surname = Hint {
        kind: Some(NameKind::Surname),
        gender: None,
    };
    let given = Hint {
        kind: Some(NameKind::Given),
        gender: None,
    };
    for (name, hint, text) in [
        ("Киев", place, "Киевым"),
        ("Пушкин", surname, "Пушкином"),
        ("Химки", place, "Химокам"),
        ("Владивосток", place, "Владивостка"),
        ("Нижний Новгород", place, "Нижнего Новгород"),
        ("Переславль-Залесский", place, "Переславль-Залесского"),
        ("Павел", given, "Павела"),
        ("Шевченко", surname, "Шевченки"),
        ("Тверь", place, "Тверя"),
    ] {
        let texts = inflect(name, hint).forms;
        assert!(texts.iter().all(|form| form.text != text), "{name} gives {text}");
    }
}

#[test]
fn a_form_leads_back_to_its_name() {
    for (form, lemma, case) in [
        ("Благовещенском", "Благовещенск", Case::Ins),
        ("Москвы", "Москва", Case::Gen),
        ("Павлу", "Павел", Case::Dat),
        ("Ельца", "Елец", Case::Gen),
        ("Череповца", "Череповец", Case::Gen),
        ("Захаровой", "Захарова", Case::Gen),
        ("Путиным", "Путин", Case::Ins),
        ("Китаю", "Китай", Case::Dat),
        ("Химкам", "Химки", Case::Dat),
        ("Комсомольске-на-Амуре", "Комсомольск-на-Амуре", Case::Loc),
        ("Нижнего Новгорода", "Нижний Новгород", Case::Gen),
        ("Амурской областью", "Амурская область", Case::Ins),
        ("МОСКВОЙ", "МОСКВА", Case::Ins),
    ] {
        let found = lemmas(form);
        assert!(
            found.iter().any(|l| l.text == lemma && l.case == case),
            "{form}: {found:?}"
        );
    }
}

#[test]
fn a_final_soft_sign_is_no_ending() {
    for name in ["Тверь", "Суздаль", "Сиань", "Шэньчжэнь"] {
        assert!(
            lemmas(name).iter().all(|lemma| lemma.text == name),
            "{name}: {:?}",
            lemmas(name)
        );
    }
}

#[test]
fn another_name_takes_the_place_of_a_mention() {
    for (from, form, to, expected) in [
        ("Благовещинск", "Благовещинске", "Благовещенск", "Благовещенске"),
        ("Благовещинск", "БЛАГОВЕЩИНСКА", "Благовещенск", "БЛАГОВЕЩЕНСКА"),
        ("Манчжурия", "Манчжурии", "Маньчжурия", "Маньчжурии"),
        (
            "Комсомольск на Амуре",
            "Комсомольск на Амуре",
            "Комсомольск-на-Амуре",
            "Комсомольск-на-Амуре",
        ),
        ("Сахалян", "Сахаляном", "Хэйхэ", "Хэйхэ"),
        ("Пекин", "Пекину", "Нижний Новгород", "Нижнему Новгороду"),
        ("Голландия", "Голландией", "Нидерланды", "Нидерландами"),
        (
            "Зеленский",
            "Зеленскому",
            "Владимир Зеленский",
            "Владимиру Зеленскому",
        ),
        (
            "Амурская область",
            "Амурской областью",
            "Хабаровский край",
            "Хабаровским краем",
        ),
    ] {
        assert_eq!(
            reinflect(from, form, to).as_deref(),
            Some(expected),
            "{from} {form} {to}"
        );
    }
    assert_eq!(reinflect("Благовещинск", "Хэйхэ", "Благовещенск"), None);
}

/// Text of the letters and marks that names are made of, and now and then anything at all.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[А-ЯЁ][а-яё]{0,12}",
        "[А-ЯЁа-яё]{1,6}[ -]{1,2}[А-ЯЁа-яё]{1,8}([ -][А-ЯЁа-яё.]{0,8})?",
        "[А-ЯЁ]{1,8}",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn forms_are_few_and_the_name_is_among_them(name in any_name()) {
        let paradigm = inflect(&name, Hint::default());
        let spellings: HashSet<&str> = paradigm.forms.iter().map(|form| form.text.as_str()).collect();
        prop_assert!(spellings.len() <= MAX_SPELLINGS);
        prop_assert!(name.trim().is_empty() || spellings.contains(name.trim()), "{:?}", spellings);
    }

    #[test]
    fn a_name_put_into_its_own_form_is_that_form(name in any_name()) {
        for form in inflect(&name, Hint::default()).forms {
            prop_assert_eq!(reinflect(&name, &form.text, &name), Some(form.text));
        }
    }

    #[test]
    fn every_lemma_has_the_form(form in any_name()) {
        for lemma in lemmas(&form) {
            let forms = inflect(&lemma.text, Hint::default()).forms;
            let key = |text: &str| text.to_lowercase().replace('ё', "е");
            prop_assert!(forms.iter().any(|f| key(&f.text) == key(form.trim()) && f.case == lemma.case), "{:?}", lemma);
        }
    }
}

#[test]
fn a_text_of_ten_megabytes_is_no_trouble() {
    let long = "я".repeat(5_000_000);
    assert!(
        inflect(&long, Hint::default())
            .forms
            .iter()
            .all(|form| form.text == long)
    );
    assert!(lemmas(&long).iter().all(|lemma| lemma.text == long));
}
