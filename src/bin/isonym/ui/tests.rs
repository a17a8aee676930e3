//! No sentence is missing in any language, and none is too many.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use self::call_arguments::arguments;
use super::*;

#[path = "../../../message/call_arguments.rs"]
mod call_arguments;

/// Every id that must be there in Russian and Chinese, with the English.
fn wanted() -> BTreeMap<String, String> {
    let mut wanted = help::texts();
    wanted.extend(isonym::lint::sentences().map(|(id, text)| (format!("lint-{id}"), text.to_owned())));
    wanted.extend(isonym::message::sentences().map(|(id, text)| (format!("said-{id}"), text.to_owned())));
    let rules = isonym::lint::RULES.iter().map(|rule| (rule.name, rule.summary));
    let compare = [(isonym::compare::RULE, isonym::compare::SUMMARY)];
    wanted.extend(
        rules
            .chain(compare)
            .map(|(name, text)| (format!("rule-{name}"), text.to_owned())),
    );
    wanted.extend(sentences(UiLang::En));
    wanted
}

/// The sentences of a language as they are written, by their ids.
fn sentences(lang: UiLang) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let mut id = String::new();
    for line in lang.sentences().lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" =") {
            Some((new, text)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                id = new.to_owned();
                assert!(
                    all.insert(id.clone(), text.to_owned()).is_none(),
                    "`{id}` stands twice in {}.ftl",
                    lang.code()
                );
            }
            _ => all.entry(id.clone()).or_default().push_str(line),
        }
    }
    all.retain(|id, _| !id.is_empty());
    all
}

/// The names of the gaps in a sentence of Fluent, or in one of the library's tables.
fn gaps(sentence: &str) -> BTreeSet<String> {
    // A text in braces is no gap.
    let outside = sentence.split("{\"").enumerate().map(|(at, part)| match at {
        0 => part,
        _ => part.split_once("\"}").map_or("", |(_, rest)| rest),
    });
    let plain: String = outside.collect();
    let opening = if plain.contains("{ $") { "{ $" } else { "{" };
    let parts = plain.split(opening).skip(1);
    parts
        .map(|part| part.split(['}', ' ']).next().unwrap_or_default().to_owned())
        .filter(|gap| !gap.is_empty())
        .collect()
}

/// The code of the program, without its tests.
fn code(folder: &Path, all: &mut String) {
    for file in std::fs::read_dir(folder).expect("a folder of the source") {
        let path = file.expect("a file of the source").path();
        if path.is_dir() {
            code(&path, all);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(path).expect("a text");
            all.push_str(text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default());
        }
    }
}

fn program() -> String {
    let mut all = String::new();
    code(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bin/isonym")),
        &mut all,
    );
    all
}

#[test]
fn no_sentence_is_missing_in_any_language_and_none_too_many() {
    let wanted = wanted();
    for lang in [UiLang::Ru, UiLang::Zh] {
        let own = sentences(lang);
        let missing: Vec<String> = wanted
            .iter()
            .filter(|(id, _)| !own.contains_key(*id))
            .map(|(id, text)| format!("{id} = {text}"))
            .collect();
        assert!(
            missing.is_empty(),
            "{}.ftl lacks\n{}",
            lang.code(),
            missing.join("\n")
        );
        let strange: Vec<&String> = own.keys().filter(|id| !wanted.contains_key(*id)).collect();
        assert!(
            strange.is_empty(),
            "{}.ftl has what nobody says: {strange:?}",
            lang.code()
        );
    }
}

#[test]
fn the_program_says_every_english_sentence_and_no_other() {
    let (code, english) = (program(), sentences(UiLang::En));
    for (at, call) in code.match_indices("said!(").chain(code.match_indices("say(")) {
        // Not a function whose name ends so.
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.') {
            continue;
        }
        let arguments = arguments(&code[at + call.len() - 1..]);
        let Some(id) = arguments
            .first()
            .and_then(|id| id.strip_prefix('"')?.strip_suffix('"'))
        else {
            continue;
        };
        let sentence = english.get(id).unwrap_or_else(|| panic!("en.ftl lacks `{id}`"));
        if call == "said!(" {
            let given = arguments[1..].iter().map(|argument| argument.split(" = ").next());
            let given: BTreeSet<String> = given.flatten().map(str::to_owned).collect();
            assert_eq!(given, gaps(sentence), "gaps of `{id}`");
        }
    }
    for (at, call) in code.match_indices("counted(\"") {
        let what = code[at + call.len()..].split('"').next().unwrap_or_default();
        assert!(
            english.contains_key(&format!("count-{what}")),
            "en.ftl lacks `count-{what}`"
        );
    }
    for id in english.keys() {
        let quoted = |id: &str| code.contains(&format!("\"{id}\""));
        let is_count = id.strip_prefix("count-").is_some_and(quoted);
        assert!(quoted(id) || is_count, "nobody says `{id}`");
    }
}

#[test]
fn every_sentence_is_sound_and_has_the_gaps_of_the_english_one() {
    for &lang in UiLang::value_variants() {
        let read = FluentResource::try_new(lang.sentences().to_owned());
        let errors = read.err().map(|(_, errors)| errors);
        assert!(errors.is_none(), "{}.ftl: {errors:?}", lang.code());
    }
    // Summaries and help have none.
    let has_gaps = |id: &str| {
        !id.starts_with("rule-")
            && (!id.starts_with("help") || id.starts_with("help-d") || id == "help-values")
    };
    for (id, english) in wanted().iter().filter(|(id, _)| has_gaps(id)) {
        for lang in [UiLang::Ru, UiLang::Zh] {
            let own = sentences(lang).remove(id).unwrap_or_default();
            assert_eq!(gaps(&own), gaps(english), "`{id}` in {}", lang.code());
        }
    }
}

#[test]
fn scripts_of_completion_describe_values_in_the_language() {
    let said = |lang, value| help::of_value(lang, "lint", "scope", value);
    assert_eq!(
        said(UiLang::Ru, "document").as_deref(),
        Some("имена внутри каждой статьи")
    );
    assert_eq!(
        said(UiLang::Zh, "document").as_deref(),
        Some("每篇文章内部的名称")
    );
}

#[test]
fn what_the_library_says_is_said_in_the_language() {
    let error = "fr"
        .parse::<isonym::Lang>()
        .expect_err("there is no such language");
    let said = |lang| in_language(lang, error.message());
    assert_eq!(said(UiLang::En), "unknown language `fr`: use zh, ru or en");
    assert_eq!(said(UiLang::Ru), "неизвестный язык `fr`: укажите zh, ru или en");
    assert_eq!(said(UiLang::Zh), "未知的语言 `fr`：请用 zh、ru 或 en");
}

#[test]
fn the_environment_is_read_as_posix_has_it() {
    let lang = |set: &[(&str, &str)]| {
        from_environment(|name| {
            set.iter()
                .find(|(other, _)| *other == name)
                .map(|(_, value)| (*value).to_owned())
        })
    };
    assert_eq!(lang(&[("LANG", "ru_RU.UTF-8")]), UiLang::Ru);
    assert_eq!(
        lang(&[("LANG", "ru_RU.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")]),
        UiLang::Zh
    );
    assert_eq!(lang(&[("LANG", "ru_RU.UTF-8"), ("LC_ALL", "C")]), UiLang::En);
    assert_eq!(lang(&[("LANG", "zh")]), UiLang::Zh);
    assert_eq!(lang(&[]), UiLang::En);
}

#[test]
fn numbers_take_the_right_form() {
    let said = |lang, count: usize| sentence(lang, "count-errors", std::iter::once(("count", count.into())));
    assert_eq!(said(UiLang::En, 1).as_deref(), Some("1 error"));
    assert_eq!(said(UiLang::Ru, 2).as_deref(), Some("2 ошибки"));
    assert_eq!(said(UiLang::Ru, 5).as_deref(), Some("5 ошибок"));
    assert_eq!(said(UiLang::Ru, 21).as_deref(), Some("21 ошибка"));
    assert_eq!(said(UiLang::Zh, 2).as_deref(), Some("2 个错误"));
}
