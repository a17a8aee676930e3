//! The index: every name of the shipped glossary is found, alone and in a sentence.

use isonym::glossary::Form;
use isonym::index::distance;
use isonym::{Entry, Glossary, Index, Lang, fold, shipped};
use proptest::prelude::*;

/// Calls `check` with every name of every shipped entry.
fn each_name(mut check: impl FnMut(&Entry, Lang, &str)) {
    for entry in shipped().entries() {
        for lang in Lang::ALL {
            entry
                .names(lang)
                .iter()
                .for_each(|name| check(&entry, lang, &name.text));
        }
    }
}

#[test]
fn every_name_is_looked_up() {
    let index = shipped();
    each_name(|entry, lang, name| {
        let readings = index.readings(name);
        let found = readings
            .iter()
            .any(|reading| reading.lang == lang && index.entry(reading.entry).id == entry.id);
        assert!(found, "{} of {}", name, entry.id);
    });
}

#[test]
fn every_name_is_a_mention_in_a_sentence() {
    let index = shipped();
    let mut missed = Vec::new();
    each_name(|entry, lang, name| {
        let asked = |other: &isonym::Name| other.text == name && other.form == Form::Lookup;
        if entry.names(lang).iter().any(asked) {
            return;
        }
        let (before, after) = match lang {
            Lang::Zh => ("，", "，"),
            Lang::Ru => ("Вот ", ", и всё."),
            Lang::En => ("Here is ", ", and that is all."),
        };
        let text = format!("{before}{name}{after}");
        let whole = before.len()..before.len() + name.len();
        let found = index.mentions(&text).iter().any(|mention| {
            // Quotation marks at the ends are no part of a mention.
            let covers = mention.span.start <= whole.start + 4 && mention.span.end + 4 >= whole.end;
            covers
                && mention
                    .readings
                    .iter()
                    .any(|reading| index.entry(reading.entry).id == entry.id)
        });
        if !found {
            missed.push(format!("{name} of {}", entry.id));
        }
    });
    assert!(
        missed.is_empty(),
        "{} names: {:?}",
        missed.len(),
        &missed[..missed.len().min(20)]
    );
}

/// The ids of what a name is found to mean, in their order.
fn found(index: &Index, name: &str, limit: usize) -> Vec<String> {
    let matches = index.lookup(name, None, limit);
    matches.iter().map(|found| index.entry(found.entry).id).collect()
}

#[test]
fn the_heavier_of_two_namesakes_comes_first() {
    let rows = "id,kind,zh,ru,en,weight\nsmall,city,小城镇,Город,Town,900\nbig,city,大城镇,Город,Town,80000\nriver,river,城河,Город,Town,\n";
    let index = Index::build(&Glossary::from_csv(rows).0);
    assert_eq!(found(&index, "Town", 3), ["big", "small", "river"]);
    let weights = Glossary::from_csv("id,weight\nsmall,90000\n");
    assert!(weights.1.is_empty(), "{:?}", weights.1);
    assert_eq!(
        found(&index.with(&weights.0), "Town", 3),
        ["small", "big", "river"]
    );
}

#[test]
fn a_country_comes_before_what_is_named_like_it() {
    assert_eq!(found(&shipped(), "Georgia", 2), ["georgia", "georgia-us"]);
    assert_eq!(found(&shipped(), "Вашингтон", 1), ["washington"]);
}

#[test]
fn a_lookup_name_answers_but_is_not_found_in_texts() {
    let rows = "id,kind,status,zh,ru,en,form\nnantong,city,preferred,南通市,Наньтун,Nantong,\nnantong,city,admitted,南通,,,lookup\n";
    let index = Index::build(&Glossary::from_csv(rows).0);
    assert_eq!(found(&index, "南通", 1), ["nantong"]);
    assert!(index.mentions("河南通报，南通。").is_empty());
    assert_eq!(index.mentions("南通市").len(), 1);
    assert!(index.near(&fold("南潼"), 1).is_empty());
}

#[test]
fn a_name_is_found_in_other_words() {
    for (asked, id) in [
        ("Iran (Islamic Republic of)", "iran"),
        ("Venezuela, Bolivarian Republic of", "venezuela"),
        ("Боливия (Многонациональное Государство)", "bolivia"),
        ("Tongchuanshi", "tongchuan"),
        ("г. Благовещенск", "blagoveshchensk"),
        ("Saint Petersburg City", "saint-petersburg"),
    ] {
        assert_eq!(found(&shipped(), asked, 1), [id], "{asked}");
    }
}

#[test]
fn the_slip_that_is_not_heard_is_the_likelier_one() {
    assert_eq!(found(&shipped(), "Lybia", 1), ["libya"]);
    assert_eq!(found(&shipped(), "海参威", 1), ["vladivostok"]);
    assert_eq!(found(&shipped(), "车里雅宾", 1), ["chelyabinsk"]);
}

#[test]
fn what_sounds_alike_is_found_where_nothing_is_near() {
    let index = isonym::shipped();
    for (heard, right) in [
        ("Martinik", "martinique"),
        ("Mozambik", "mozambique"),
        ("Albukerk", "albuquerque"),
        ("Filadelfia", "philadelphia"),
    ] {
        assert_eq!(found(&index, heard, 1), [right], "{heard}");
    }
}

#[test]
fn a_slip_is_near() {
    let index = shipped();
    let near = index.near(&fold("Blagoveschchensk"), 1);
    assert!(
        near.iter()
            .any(|near| near.key == "blagoveshchensk" && near.distance == 1)
    );
    let near = index.near(&fold("Масква"), 1);
    assert!(near.iter().any(|near| near.key == "москва" && near.distance == 1));
}

#[test]
fn a_kept_layer_is_the_layer() {
    let rows = "id,kind,zh,ru,en\nheihe,city,,,Hey Ho\nqova,city,克瓦城,Кова,Qova Rive\n";
    let (glossary, _) = Glossary::from_csv(rows);
    let kept = shipped()
        .compile(glossary.clone(), 7, "said")
        .expect("a small glossary");
    let header = isonym::index::Header::read(&kept).expect("an index");
    assert!(header.is_whole(&kept));
    assert_eq!(
        (header.origin, header.remarks(&kept), header.entries()),
        (7, "said", 2)
    );
    let index = shipped().with_compiled(kept.into()).expect("an index");
    let laid = shipped().with(&glossary);
    for name in ["Heihe", "Hey Ho", "Qova Rives", "Кове", "克瓦", "Harbin"] {
        assert_eq!(index.lookup(name, None, 9), laid.lookup(name, None, 9));
    }
}

/// The names that a brute search finds near a key.
fn all_near(names: &[String], key: &str, most: usize) -> Vec<String> {
    let mut near: Vec<String> = names.iter().map(|name| fold(name)).collect();
    near.retain(|name| !name.is_empty() && distance(name, key) <= most);
    near.sort();
    near.dedup();
    near
}

/// Whether all names near the key are found, and at the distance that they have.
fn finds_all(names: &[String], key: &str) -> Result<(), TestCaseError> {
    let mut glossary = Glossary::default();
    for (number, name) in names.iter().enumerate() {
        let mut entry = Entry::new(format!("e{number}"), isonym::Kind::City);
        let lang = isonym::Script::of_text(name)
            .and_then(|script| Lang::ALL.into_iter().find(|lang| lang.script() == script));
        let text = name.clone();
        entry.add(
            lang.unwrap_or(Lang::En),
            isonym::Name {
                text,
                ..Default::default()
            },
        );
        glossary.add(entry);
    }
    let index = Index::build(&glossary);
    for most in 0..=3 {
        let near = index.near(key, most);
        for found in &near {
            prop_assert_eq!(found.distance, distance(&found.key, key));
        }
        for name in all_near(names, key, most) {
            prop_assert!(near.iter().any(|near| near.key == name), "{} near {}", name, key);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn all_near_names_are_found(
        en in (prop::collection::vec("[abc]{1,7}( [ab]{1,3})?", 1..40), "[abc]{1,7}( [ab]{1,3})?"),
        ru in (prop::collection::vec("[абв]{1,8}", 1..40), "[абв]{1,8}"),
        zh in (prop::collection::vec("[黑河城]{1,5}", 1..40), "[黑河城]{1,5}"),
        mixed in (prop::collection::vec("[黑河城龙a\u{20000}\u{f0001}]{1,4}", 1..40), "[黑河城a]{0,3}[黑河城]|[黑河]{1,4}"),
        long in (prop::collection::vec("黑{0,1}河{9,12}[黑城a]{0,2}", 1..40), "河{9,12}[黑城]{0,2}"),
    ) {
        for (names, key) in [en, ru, zh, mixed, long] {
            finds_all(&names, &fold(&key))?;
        }
    }

    #[test]
    fn near_spellings_are_as_near_as_they_say(word in "[а-я]{3,8}") {
        for near in shipped().near(&word, 1) {
            prop_assert_eq!(near.distance, distance(&word, &near.key));
        }
    }

    #[test]
    fn mentions_lie_on_characters_and_do_not_overlap(text in "[ a-zA-Zа-яА-Яё黑河俄罗斯’'\\-.,]{0,60}") {
        let mut end = 0;
        for mention in shipped().mentions(&text) {
            prop_assert!(text.is_char_boundary(mention.span.start) && text.is_char_boundary(mention.span.end));
            prop_assert!(end <= mention.span.start && mention.span.start < mention.span.end);
            end = mention.span.end;
        }
    }
}
