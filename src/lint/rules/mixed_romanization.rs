//! Russian names that follow another romanization than the article's other ones.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::Rule;
use super::full_names::{FullName, column, full_names, has_surname_ending, is_given};
use crate::known::Memo;
use crate::lang::Script;
use crate::lint::messages::say;
use crate::lint::{Article, Diagnostic, Fix, Severity, Word};
use crate::names::identify_by_rule;
use crate::text::Span;
use crate::translit::{System, Use, lexicon};

pub(super) const RULE: Rule = Rule {
    name: "mixed-romanization",
    summary: "a Russian name that follows another romanization than the other names of the article",
    page: include_str!("../../../tests/lint/mixed-romanization.md"),
    check,
};

/// The least number of other names that show what the article follows.
const LEAST: usize = 2;
/// More different surnames than this are not asked about.
const MOST: usize = 40;

/// A surname of the article with what may have written it.
struct Surname {
    places: Vec<Span>,
    /// What may have written it.
    systems: Systems,
}

/// Systems, each with what it converted.
type Systems = Vec<(&'static System, String)>;

fn check(article: &Article<'_>, found: &mut Vec<Diagnostic>) {
    let surnames = surnames(article);
    let follows = |surname: &Surname, system: &System| surname.systems.iter().any(|(s, _)| s.id == system.id);
    let count = |system: &System| surnames.iter().filter(|surname| follows(surname, system)).count();
    // Of systems that explain equally many names, the first one of the list is the most usual.
    let systems = surnames
        .iter()
        .flat_map(|surname| &surname.systems)
        .map(|(system, _)| *system);
    let Some(usual) = systems.reduce(|a, b| if count(b) > count(a) { b } else { a }) else {
        return;
    };
    let half = |system: &System| 2 * count(system) >= surnames.len();
    if count(usual) < LEAST || !half(usual) {
        return;
    }
    let model = surnames.iter().find(|surname| follows(surname, usual));
    for surname in &surnames {
        if surname.systems.iter().any(|(system, _)| half(system)) {
            continue;
        }
        if let (Some(model), [(system, source), ..]) = (model, surname.systems.as_slice()) {
            let right = usual.convert(source, Use::Surname);
            let others = (count(usual), model.places[0]);
            found.extend(
                surname
                    .places
                    .iter()
                    .map(|&span| diagnostic(article, span, system, &right, others)),
            );
        }
    }
}

/// The different surnames of the article that stand after a Russian given name and that some system has written; none
/// if all look English.
fn surnames(article: &Article<'_>) -> Vec<Surname> {
    let mut names = full_names(&article.words);
    if names.len() <= LEAST {
        return Vec::new();
    }
    names.retain(|name| {
        let [first, last] = name.words(&article.words);
        let latin = last.script == Some(Script::Latin) && has_surname_ending(last);
        latin && (is_given(first) || is_marked(first, article.text))
    });
    let marked = |name: &FullName| is_marked(name.words(&article.words)[1], article.text);
    if names.len() <= LEAST || !names.iter().any(marked) {
        return Vec::new();
    }
    let mut places: HashMap<&str, Vec<Span>> = HashMap::new();
    let mut order: Vec<&str> = Vec::new();
    for name in names {
        let [first, last] = name.words(&article.words);
        let own = places.entry(&last.key).or_default();
        let asked = own.is_empty() && order.len() < MOST;
        if asked && (is_given(first) || is_romanized_given(first.span.of(article.text))) {
            order.push(&last.key);
        }
        own.push(last.span);
    }
    let surname = |key: &str| {
        let places = places.remove(key)?;
        let systems = russian_systems(places[0].of(article.text));
        (!systems.is_empty()).then_some(Surname { places, systems })
    };
    order.into_iter().filter_map(surname).collect()
}

/// Whether a surname has letters that no English romanization writes.
fn is_marked(word: &Word<'_>, text: &str) -> bool {
    let written = word.span.of(text);
    let marked = |written: &str| MARKS.iter().any(|mark| written.contains(mark));
    match written.is_ascii() {
        true => marked(&word.key),
        false => marked(&written.to_lowercase()),
    }
}

static MARKS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| column(include_str!("romanization-marks.csv"), "mark"));

/// Whether some system writes a Russian given name so.
fn is_romanized_given(word: &str) -> bool {
    russian_systems(word)
        .iter()
        .any(|(_, source)| lexicon::given(source).is_some())
}

thread_local! {
    static SYSTEMS: Memo<String, Systems> = Memo::new();
}

fn russian_systems(word: &str) -> Systems {
    SYSTEMS.with(|known| known.get(word, || look_up(word)))
}

fn look_up(word: &str) -> Systems {
    identify_by_rule(word, 1)
        .into_iter()
        .filter(|origin| origin.system.from == Script::Cyrillic)
        .filter_map(|origin| Some((origin.system, origin.sources.first()?.text.clone())))
        .collect()
}

fn diagnostic(
    article: &Article<'_>,
    span: Span,
    system: &System,
    right: &str,
    (count, model): (usize, Span),
) -> Diagnostic {
    Diagnostic {
        rule: RULE.name,
        severity: Severity::Note,
        span,
        message: say(
            "systems",
            &[
                ("here", span.of(article.text)),
                ("system", system.title()),
                ("count", &count.to_string()),
                ("model", model.of(article.text)),
            ],
        ),
        suggestions: vec![right.to_owned()],
        fix: Some(Fix::Unsafe),
        entry: None,
        related: vec![model],
    }
}
