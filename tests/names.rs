//! Names by conversion: one name or two, and who wrote a spelling.

use isonym::Script;
use isonym::names::{Reason, convert, identify, identify_by_rule, same, same_by_rule};
use isonym::translit::{Ask, Basis, keys, route};
use proptest::prelude::*;

#[test]
fn spellings_of_one_name_are_the_same() {
    for (a, b) in [
        ("Москва", "МОСКВА"),
        ("Хрущёв", "Хрущев"),
        ("Хрущёв", "Khrushchev"),
        ("Khrouchtchov", "Chruschtschow"),
        ("Čajkovskij", "Tchaïkovski"),
        ("Čajkovskij", "Tschaikowski"),
        ("Stolypin", "Stolypine"),
        ("Rachmaninoff", "Рахманинов"),
        ("Jekaterinburg", "Yekaterinburg"),
        ("Zhukovsky", "Żukowski"),
        ("Blagoveschensk", "Благовещенск"),
        ("Komsomolsk-na-Amure", "Комсомольск-на-Амуре"),
        ("Zelensky", "Зеленський"),
        ("毛泽东", "Mao Zedong"),
        ("毛泽东", "Mao Tse-tung"),
        ("毛泽东", "Мао Цзэдун"),
        ("Hsi-an", "Xi'an"),
        ("張偉", "张伟"),
    ] {
        assert!(same_by_rule(a, b).same, "{a} {b}: {:?}", same_by_rule(a, b));
        assert!(same_by_rule(b, a).same, "{b} {a}: {:?}", same_by_rule(b, a));
    }
}

#[test]
fn what_only_looks_alike_is_different() {
    for (a, b) in [
        ("Wang Yi", "Wang Yu"),
        ("Zhang Wei", "Zheng Wei"),
        ("Zhang Wei", "Chang Wei"),
        ("Shaanxi", "Shanxi"),
        ("陕西", "山西"),
        ("张伟", "章伟"),
        ("Ли На", "Ли Нань"),
        ("Ivanov", "Ivanova"),
        ("Иванов", "Иваново"),
        ("Ivanov", "Ivankov"),
        ("Orlov", "Orel"),
        ("Kirov", "Kirovsk"),
        ("Tomsk", "Omsk"),
        ("Ufa", "Uva"),
        ("Perm", "Berm"),
        ("Zhukov", "Zhukovsky"),
        ("Sidorov", "Sidorenko"),
        ("", ""),
        ("Moscow", ""),
        ("!", "?"),
    ] {
        assert!(!same_by_rule(a, b).same, "{a} {b}: {:?}", same_by_rule(a, b));
        assert!(!same_by_rule(b, a).same, "{b} {a}: {:?}", same_by_rule(b, a));
    }
}

#[test]
fn a_glossary_is_asked_before_the_rules() {
    let index = isonym::shipped();
    for (a, b, reason) in [
        ("海参崴", "Vladivostok", Reason::Entry),
        ("Пекин", "北京", Reason::Entry),
        ("Москвы", "Moscow", Reason::Inflected),
        ("习近平", "習近平", Reason::Spelling),
    ] {
        let verdict = same(&index, a, b);
        assert!(verdict.same && verdict.reason == reason, "{a} {b}: {verdict:?}");
        assert_eq!(same(&index, b, a), verdict);
    }
    for (a, b) in [
        ("Iran", "Iraq"),
        ("陕西", "Shanxi"),
        ("Австрия", "Australia"),
        ("Guinea", "Guyana"),
    ] {
        let verdict = same(&index, a, b);
        assert!(
            !verdict.same && verdict.reason == Reason::Entry,
            "{a} {b}: {verdict:?}"
        );
    }
    let all = ["习近平", "習近平", "Xi Jinping", "Си Цзиньпин"];
    for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
        assert!(same_by_rule(a, b).same && same(&index, a, b).same, "{a} {b}");
    }
    assert!(same(&index, "Zhukovsky", "Żukowski").same, "no entry: by rule");
}

#[test]
fn a_name_is_converted_by_entry_lexicon_and_rule() {
    let index = isonym::shipped();
    for (text, to, wanted, basis) in [
        ("Москва", "zh", "莫斯科", Basis::Entry),
        ("МОСКВА", "en", "MOSCOW", Basis::Entry),
        ("США", "en", "United States", Basis::Entry),
        ("海参崴", "ru", "Владивосток", Basis::Entry),
        ("Пекин", "en", "Beijing", Basis::Entry),
        ("北京", "ru", "Пекин", Basis::Entry),
        ("習近平", "ru", "Си Цзиньпин", Basis::Entry),
        ("Beijing", "zh", "北京", Basis::Entry),
        ("Владивосток", "gbt-17693.4", "符拉迪沃斯托克", Basis::Entry),
        ("Татьяна", "zh", "塔季扬娜", Basis::Lexicon),
        ("Москва", "bgn-pcgn", "Moskva", Basis::Rule),
        ("Абакумово", "en", "Abakumovo", Basis::Rule),
    ] {
        let found = convert(&index, &route(to, None).expect("a system"), text, &Ask::default());
        let best = found.first().unwrap_or_else(|| panic!("{text} has an answer"));
        assert_eq!(
            (best.text.as_str(), best.basis),
            (wanted, basis),
            "{text} to {to}"
        );
    }
}

#[test]
fn read_backwards_an_established_name_is_taken_if_the_system_writes_it_so() {
    let index = isonym::shipped();
    let back = |text, from| {
        let found = convert(
            &index,
            &route("ru", Some(from)).expect("a system"),
            text,
            &Ask::default(),
        );
        found.into_iter().next().map(|best| (best.text, best.basis))
    };
    assert_eq!(
        back("Vladivostok", "wikipedia"),
        Some(("Владивосток".to_owned(), Basis::Entry))
    );
    assert_eq!(
        back("VLADIVOSTOK", "wikipedia"),
        Some(("ВЛАДИВОСТОК".to_owned(), Basis::Rule))
    );
    assert_eq!(
        back("Abakumowo", "german"),
        Some(("Абакумово".to_owned(), Basis::Rule))
    );
}

#[test]
fn one_name_shares_a_key_in_every_spelling() {
    for group in [
        [
            "Хрущёв",
            "Khrushchev",
            "Chruschtschow",
            "Khrouchtchev",
            "Chruščëv",
        ],
        [
            "Чайковский",
            "Tchaikovsky",
            "Tschaikowski",
            "Čajkovskij",
            "Czajkowski",
        ],
        ["Жуков", "Zhukov", "Joukov", "Schukow", "Žukov"],
    ] {
        for spelling in group {
            let shared = keys(group[0]).iter().any(|key| keys(spelling).contains(key));
            assert!(shared, "{spelling}: {:?} {:?}", keys(group[0]), keys(spelling));
        }
    }
}

#[test]
fn a_spelling_betrays_its_system() {
    let ids = |text| {
        identify_by_rule(text, 1)
            .iter()
            .map(|o| o.system.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("Chruschtschow"), ["german"]);
    assert_eq!(ids("Zelenskyi"), ["ukrainian-2010"]);
    assert!(ids("Čeboksary").contains(&"iso9") && !ids("Čeboksary").contains(&"wikipedia"));
    assert!(ids("Nizhny Novgorod").contains(&"wikipedia") && !ids("Nizhny Novgorod").contains(&"bgn-pcgn"));
    assert_eq!(ids("Цзян Цзэминь"), ["palladius"]);
    assert!(ids("Mao Zedong").contains(&"pinyin") && !ids("Mao Zedong").contains(&"wade-giles"));
    assert!(ids("Щёлково").is_empty() && ids("").is_empty() && ids("😀").is_empty());
}

#[test]
fn the_glossary_knows_sources() {
    let origins = identify(&isonym::shipped(), "Heilongjiang", 1);
    assert!(
        origins
            .iter()
            .any(|o| o.system.id == "pinyin" && o.sources[0].text == "黑龙江")
    );
    let origins = identify(&isonym::shipped(), "Vladivostok", 1);
    let russian = origins
        .iter()
        .filter(|o| o.system.from == Script::Cyrillic && o.system.id != "belarusian-2007");
    let sources: Vec<&str> = russian.map(|o| o.sources[0].text.as_str()).collect();
    assert!(
        sources.len() > 10 && sources.iter().all(|source| *source == "Владивосток"),
        "{sources:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn likeness_is_symmetric_and_a_text_is_like_itself(a in any::<String>(), b in "\\PC{0,20}") {
        prop_assert_eq!(same_by_rule(&a, &b).same, same_by_rule(&b, &a).same);
        prop_assert!(same_by_rule(&a, &a).same || isonym::fold(&a).is_empty());
    }

    #[test]
    fn no_text_breaks_identification(text in any::<String>()) {
        identify_by_rule(&text, 2);
        keys(&text);
    }
}
