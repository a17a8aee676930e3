//! Names by conversion: one name or two, and who wrote a spelling.

use isonym::names::{Reason, identify, same, same_unless_known};
use isonym::translit::keys;
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
        assert!(same(a, b).same, "{a} {b}: {:?}", same(a, b));
        assert!(same(b, a).same, "{b} {a}: {:?}", same(b, a));
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
        assert!(!same(a, b).same, "{a} {b}: {:?}", same(a, b));
        assert!(!same(b, a).same, "{b} {a}: {:?}", same(b, a));
    }
}

#[test]
fn a_glossary_is_asked_before_the_rules() {
    let known = same_unless_known("Волгоград", "Сталинград", |_, _| Some(true));
    assert!(known.same && known.reason == Reason::Glossary);
    assert!(!same_unless_known("Perm", "Пермь", |_, _| Some(false)).same);
    assert!(same_unless_known("Perm", "Пермь", |_, _| None).same);
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
    let ids = |latin| identify(latin, 1).iter().map(|o| o.system.id).collect::<Vec<_>>();
    assert_eq!(ids("Chruschtschow"), ["german"]);
    assert_eq!(ids("Zelenskyi"), ["ukrainian-2010"]);
    assert!(ids("Čeboksary").contains(&"iso9") && !ids("Čeboksary").contains(&"wikipedia"));
    assert!(ids("Nizhny Novgorod").contains(&"wikipedia") && !ids("Nizhny Novgorod").contains(&"bgn-pcgn"));
    assert!(ids("Москва").is_empty() && ids("").is_empty() && ids("😀").is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn likeness_is_symmetric_and_a_text_is_like_itself(a in any::<String>(), b in "\\PC{0,20}") {
        prop_assert_eq!(same(&a, &b).same, same(&b, &a).same);
        prop_assert!(same(&a, &a).same || isonym::fold(&a).is_empty());
    }

    #[test]
    fn no_text_breaks_identification(text in any::<String>()) {
        identify(&text, 2);
        keys(&text);
    }
}
