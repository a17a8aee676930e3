//! The language in which the program speaks with people: `--ui-lang`, or that of the environment. Machine-readable output never
//! changes with it.
//!
//! Sentences stand in `en.ftl`, `ru.ftl` and `zh.ftl` (Project Fluent). What the code holds in English already stands in the other
//! two alone: help texts (doc comments of the arguments), what the library says (`src/messages.csv`, `src/lint/messages.csv`), and
//! the summaries of rules.

mod help;
mod refusal;
mod value;

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU8, Ordering};

use clap::ValueEnum;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use isonym::Message;
use isonym::message::Value;

pub(crate) use self::help::{described, localized};
pub(crate) use self::refusal::{refuse, refused};
pub(crate) use self::value::{failure, said, value};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum UiLang {
    En,
    Ru,
    Zh,
}

impl UiLang {
    pub(crate) fn code(self) -> &'static str {
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

/// The place of the chosen language among all.
static CHOSEN: AtomicU8 = AtomicU8::new(UiLang::En as u8);

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
    speak(lang);
}

/// Speaks this language from now on. What machines read is in English, whatever was chosen.
pub(crate) fn speak(lang: UiLang) {
    CHOSEN.store(lang as u8, Ordering::Relaxed);
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
    let at = usize::from(CHOSEN.load(Ordering::Relaxed));
    UiLang::value_variants().get(at).copied().unwrap_or(UiLang::En)
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
    let values: Vec<_> = values
        .iter()
        .map(|(name, value)| (*name, (*value).into()))
        .collect();
    filled(id, &values)
}

/// The same for values of any kind: [`said!`] writes the call.
pub(crate) fn filled(id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
    let filled = |lang| {
        sentence(
            lang,
            id,
            values.iter().map(|(name, value)| (*name, value.clone())),
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

/// What the library says: a rule of a place, or why something cannot be done.
pub(crate) fn message(message: &Message) -> String {
    in_language(lang(), message)
}

fn in_language(lang: UiLang, message: &Message) -> String {
    let values = || {
        message.values().map(|(name, value)| match value {
            Value::Text(text) => (name, text.as_str().into()),
            Value::Number(number) => (name, (*number).into()),
            Value::Message(inner) => (name, in_language(lang, inner).into()),
            _ => (name, FluentValue::None),
        })
    };
    let own = || {
        let ids = ["lint", "said"].map(|of| format!("{of}-{}", message.id()));
        ids.iter().find_map(|id| sentence(lang, id, values()))
    };
    (lang != UiLang::En)
        .then(own)
        .flatten()
        .unwrap_or_else(|| message.to_string())
}

/// What is wrong with a place of a glossary file: behind the file's name, and so with its line.
pub(crate) fn problem(problem: &isonym::glossary::Problem) -> String {
    if lang() == UiLang::En {
        return problem.to_string();
    }
    let mut said = format!("{}: ", problem.line);
    if !problem.column.is_empty() {
        said += &format!("{}: ", problem.column);
    }
    if problem.severity == isonym::glossary::Severity::Note {
        said += &format!("{}: ", say("level-note", &[]));
    }
    said + &message(&problem.message)
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
mod tests;
