//! The language in which the program speaks with people: `--ui-lang`, or that of the environment. Machine-readable output never
//! changes with it.
//!
//! Sentences stand in `en.ftl`, `ru.ftl` and `zh.ftl` (Project Fluent). What the code holds in English already stands in the other
//! two alone: help texts (doc comments of the arguments), what rules say (`src/lint/messages.csv`), and their summaries.

mod help;

use std::sync::{LazyLock, OnceLock};

use clap::ValueEnum;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use isonym::lint::Message;

pub(crate) use self::help::localized;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum UiLang {
    En,
    Ru,
    Zh,
}

impl UiLang {
    fn code(self) -> &'static str {
        match self {
            UiLang::En => "en",
            UiLang::Ru => "ru",
            UiLang::Zh => "zh",
        }
    }

    fn sentences(self) -> &'static str {
        match self {
            UiLang::En => include_str!("en.ftl"),
            UiLang::Ru => include_str!("ru.ftl"),
            UiLang::Zh => include_str!("zh.ftl"),
        }
    }

    fn of(code: &str) -> Option<UiLang> {
        let language = code
            .split(['_', '-', '.', '@'])
            .next()
            .unwrap_or(code)
            .to_lowercase();
        UiLang::value_variants()
            .iter()
            .copied()
            .find(|lang| lang.code() == language)
    }
}

static CHOSEN: OnceLock<UiLang> = OnceLock::new();

/// Chooses the language before the arguments are read, since the help is among what it changes: that of `--ui-lang`, or else the
/// first that the environment names. An argument of another value is left to be refused.
pub(crate) fn choose(args: impl IntoIterator<Item = String>) {
    let mut args = args.into_iter().skip(1).take_while(|arg| arg != "--");
    let mut asked = None;
    while let Some(arg) = args.next() {
        match arg.split_once('=') {
            Some(("--ui-lang", value)) => asked = UiLang::of(value),
            _ if arg == "--ui-lang" => asked = args.next().as_deref().and_then(UiLang::of),
            _ => {}
        }
    }
    let lang = asked.unwrap_or_else(|| from_environment(|name| std::env::var(name).ok()));
    CHOSEN.get_or_init(|| lang);
}

/// The language of the first of the variables that is set, as POSIX has it.
fn from_environment(value: impl Fn(&str) -> Option<String>) -> UiLang {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let first = variables
        .into_iter()
        .filter_map(value)
        .find(|value| !value.is_empty());
    first.and_then(|code| UiLang::of(&code)).unwrap_or(UiLang::En)
}

/// The language of the interface.
pub(crate) fn lang() -> UiLang {
    CHOSEN.get().copied().unwrap_or(UiLang::En)
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: [LazyLock<Bundle>; 3] = [
    LazyLock::new(|| bundle(UiLang::En)),
    LazyLock::new(|| bundle(UiLang::Ru)),
    LazyLock::new(|| bundle(UiLang::Zh)),
];

fn bundle(lang: UiLang) -> Bundle {
    let code = lang.code().parse().expect("the code is one of a language");
    let mut bundle = FluentBundle::new_concurrent(vec![code]);
    // Marks of direction around values would stand in what people copy.
    bundle.set_use_isolating(false);
    // A broken sentence is left out, and a test says so.
    let resource =
        FluentResource::try_new(lang.sentences().to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A sentence in a language, if it has it.
fn sentence<'a>(
    lang: UiLang,
    id: &str,
    values: impl Iterator<Item = (&'a str, FluentValue<'a>)>,
) -> Option<String> {
    let bundle = &*BUNDLES[lang as usize];
    let pattern = bundle.get_message(id)?.value()?;
    let args: FluentArgs<'_> = values.collect();
    Some(
        bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned(),
    )
}

/// A sentence of the program's own, with values in its gaps.
pub(crate) fn say(id: &str, values: &[(&str, &str)]) -> String {
    let filled = |lang| {
        sentence(
            lang,
            id,
            values.iter().map(|(name, value)| (*name, (*value).into())),
        )
    };
    filled(lang())
        .or_else(|| filled(UiLang::En))
        .unwrap_or_else(|| id.to_owned())
}

/// So many of something, as `count-<what>` has it.
pub(crate) fn counted(what: &str, count: usize) -> String {
    let id = format!("count-{what}");
    let filled = |lang| sentence(lang, &id, std::iter::once(("count", count.into())));
    filled(lang()).or_else(|| filled(UiLang::En)).unwrap_or(id)
}

/// What a rule says.
pub(crate) fn message(message: &Message) -> String {
    in_language(lang(), message)
}

fn in_language(lang: UiLang, message: &Message) -> String {
    let values = message.values().map(|(name, value)| (name, value.into()));
    let own = (lang != UiLang::En).then(|| sentence(lang, &format!("lint-{}", message.id()), values));
    own.flatten().unwrap_or_else(|| message.to_string())
}

/// What a rule finds, in one line; `summary` is the English one.
pub(crate) fn summary(rule: &str, summary: &str) -> String {
    let own = || sentence(lang(), &format!("rule-{rule}"), std::iter::empty());
    (lang() != UiLang::En)
        .then(own)
        .flatten()
        .unwrap_or_else(|| summary.to_owned())
}

/// The ids of a language's sentences.
#[cfg(test)]
fn own(lang: UiLang) -> std::collections::BTreeSet<String> {
    let lines = lang.sentences().lines();
    let ids = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    ids.filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every id that must be there in Russian and Chinese, with the English.
    fn wanted() -> BTreeMap<String, String> {
        let mut wanted = help::texts();
        wanted.extend(isonym::lint::sentences().map(|(id, text)| (format!("lint-{id}"), text.to_owned())));
        let rules = isonym::lint::RULES.iter().map(|rule| (rule.name, rule.summary));
        let compare = [(isonym::compare::RULE, isonym::compare::SUMMARY)];
        wanted.extend(
            rules
                .chain(compare)
                .map(|(name, text)| (format!("rule-{name}"), text.to_owned())),
        );
        wanted.extend(own(UiLang::En).into_iter().map(|id| (id, String::new())));
        wanted
    }

    #[test]
    fn no_sentence_is_missing_in_any_language_and_none_too_many() {
        let wanted = wanted();
        for lang in [UiLang::Ru, UiLang::Zh] {
            let own = own(lang);
            let missing: Vec<String> = wanted
                .iter()
                .filter(|(id, _)| !own.contains(*id))
                .map(|(id, text)| format!("{id} = {text}"))
                .collect();
            assert!(
                missing.is_empty(),
                "{}.ftl lacks\n{}",
                lang.code(),
                missing.join("\n")
            );
            let strange: Vec<&String> = own.iter().filter(|id| !wanted.contains_key(*id)).collect();
            assert!(
                strange.is_empty(),
                "{}.ftl has what nobody says: {strange:?}",
                lang.code()
            );
        }
    }

    #[test]
    fn every_sentence_is_sound_and_has_the_gaps_of_the_english_one() {
        for &lang in UiLang::value_variants() {
            let read = FluentResource::try_new(lang.sentences().to_owned());
            assert!(
                read.is_ok(),
                "{}.ftl: {:?}",
                lang.code(),
                read.err().map(|(_, errors)| errors)
            );
        }
        for (id, english) in isonym::lint::sentences() {
            for lang in [UiLang::Ru, UiLang::Zh] {
                let gaps = |text: &str| -> BTreeSet<String> {
                    let parts = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
                    parts
                        .map(|(gap, _)| gap.trim().trim_start_matches('$').to_owned())
                        .collect()
                };
                let line = lang
                    .sentences()
                    .lines()
                    .find(|line| line.starts_with(&format!("lint-{id} ")));
                assert_eq!(gaps(line.unwrap_or("")), gaps(english), "{id} in {}", lang.code());
            }
        }
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
        let said =
            |lang, count: usize| sentence(lang, "count-errors", std::iter::once(("count", count.into())));
        assert_eq!(said(UiLang::En, 1).as_deref(), Some("1 error"));
        assert_eq!(said(UiLang::Ru, 2).as_deref(), Some("2 ошибки"));
        assert_eq!(said(UiLang::Ru, 5).as_deref(), Some("5 ошибок"));
        assert_eq!(said(UiLang::Ru, 21).as_deref(), Some("21 ошибка"));
        assert_eq!(said(UiLang::Zh, 2).as_deref(), Some("2 个错误"));
    }
}
