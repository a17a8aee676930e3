//! The index: every name of the shipped glossary is found, alone and in a sentence.

use isonym::index::distance;
use isonym::{Entry, Lang, fold, shipped};
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
        let (before, after) = match lang {
            Lang::Zh => ("，", "，"),
            Lang::Ru => ("Вот ", ", и всё."),
            Lang::En => ("Here is ", ", and that is all."),
        };
        let text = format!("{before}{name}{after}");
        let whole = before.len()..before.len() + name.len();
        let found = index.mentions(&text).iter().any(|mention| {
            let covers = mention.span.start <= whole.start && mention.span.end + 4 >= whole.end;
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

proptest! {
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
