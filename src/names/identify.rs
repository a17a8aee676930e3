//! Which systems could have written a spelling, and of which source.

use super::convert::named;
use crate::index::Index;
use crate::lang::{Lang, Script};
use crate::text::fold;
use crate::translit::han::{Writing, syllables};
use crate::translit::{Ask, Basis, Candidate, SYSTEMS, System, Use, russian_names};

/// A system that could have written a spelling, with the sources that it would have written so.
#[derive(Clone)]
pub struct Origin {
    /// The system.
    pub system: &'static System,
    /// What it may have converted, likeliest first. Chinese characters where a table or the glossary has them; the syllables
    /// in Pinyin where only these can be told.
    pub sources: Vec<Candidate>,
    /// How much the likeliest source looks like a name, from 0 to 1; 1 for the most name-like source of all systems.
    pub score: f32,
}

/// Less name-like than this, a source is no explanation of a spelling beside a better one.
const LEAST: f32 = 0.002;

/// The logarithm of the probability of a name that stands in the glossary.
const ENTRY: f32 = -2.0;

/// The logarithm of the probability of a Chinese syllable: one of some four hundred.
const SYLLABLE: f32 = -6.0;

/// [`identify_by_rule`], with the names of the glossary's entries as the likeliest sources.
///
/// ```
/// use isonym::names::identify;
/// let origins = identify(&isonym::shipped(), "Heilungkiang", 1);
/// assert_eq!((origins[0].system.id, &*origins[0].sources[0].text), ("postal", "黑龙江"));
/// ```
pub fn identify(index: &Index, text: &str, limit: usize) -> Vec<Origin> {
    let entries = named(index, text, Use::Any);
    let known = |system: &System| {
        let langs = Lang::ALL.into_iter().filter(|lang| lang.script() == system.from);
        let names = langs.flat_map(|lang| entries.iter().flat_map(move |(entry, _)| entry.names(lang)));
        let written = names.filter(|name| writes(system, &name.text, text));
        written.map(|name| name.text.clone()).collect()
    };
    origins(text, limit, known)
}

/// The systems that could have written a spelling exactly so, of a source that looks like a name; the most name-like
/// sources first, then in the order of [`SYSTEMS`]. Each comes with its likeliest sources (at most `limit`).
///
/// Empty for spellings that no system gives.
///
/// ```
/// use isonym::names::identify_by_rule;
/// let ids = |text| identify_by_rule(text, 1).iter().map(|o| o.system.id).collect::<Vec<_>>();
/// assert_eq!(ids("Schtscholkowo"), ["german"]);
/// assert_eq!(ids("Mao Tse-tung"), ["wade-giles"]);
/// assert_eq!(ids("Цзян Цзэминь"), ["palladius"]);
/// ```
pub fn identify_by_rule(text: &str, limit: usize) -> Vec<Origin> {
    origins(text, limit, |_| Vec::new())
}

/// The origins of a text; `known` are the names in the glossary that a system writes so.
fn origins(text: &str, limit: usize, known: impl Fn(&System) -> Vec<String>) -> Vec<Origin> {
    let script = Script::of_text(text);
    let mut origins: Vec<Origin> = SYSTEMS
        .iter()
        .filter(|system| Some(system.to) == script)
        .filter_map(|system| origin(system, text, limit, known(system)))
        .collect();
    let best = origins.iter().map(|o| o.score).fold(f32::NEG_INFINITY, f32::max);
    origins
        .iter_mut()
        .for_each(|origin| origin.score = (origin.score - best).exp());
    origins.retain(|origin| origin.score >= LEAST);
    origins.sort_by(|a, b| b.score.total_cmp(&a.score));
    origins
}

/// A system with what it may have converted; its score is still the logarithm of a probability.
fn origin(system: &'static System, text: &str, limit: usize, known: Vec<String>) -> Option<Origin> {
    let mut sources: Vec<Candidate> = Vec::new();
    let entries = known.into_iter().map(|text| candidate(text, Basis::Entry));
    for source in entries.chain(written_so(system, text, limit)) {
        if sources.iter().all(|other| other.text != source.text) {
            sources.push(source);
        }
    }
    if sources.is_empty() {
        sources.extend(chinese(system, text).map(|pinyin| candidate(pinyin, Basis::Rule)));
    }
    sources.truncate(limit);
    let first = sources.first()?;
    let score = match (first.basis, system.from) {
        (Basis::Entry, _) => ENTRY,
        (_, Script::Cyrillic) => russian_names().chance_of(&first.text),
        _ => SYLLABLE * length(&first.text) as f32,
    };
    Some(Origin {
        system,
        sources,
        score,
    })
}

fn candidate(text: String, basis: Basis) -> Candidate {
    Candidate {
        text,
        basis,
        score: 1.0,
    }
}

/// How many syllables a Chinese name has, in characters or in Pinyin.
fn length(name: &str) -> usize {
    if Script::of_text(name) == Some(Script::Han) {
        return name.chars().count();
    }
    let read = syllables(name, Writing::Pinyin, Use::Any, 1);
    read.first().map_or(1, |name| name.readings().count())
}

/// The sources that a system writes exactly like this, marks and all.
fn written_so(system: &System, text: &str, limit: usize) -> Vec<Candidate> {
    let ask = Ask {
        limit,
        ..Ask::default()
    };
    let mut sources = system.invert(text, &ask);
    sources.retain(|source| writes(system, &source.text, text));
    sources
}

fn writes(system: &System, source: &str, text: &str) -> bool {
    let ask = Ask {
        limit: 4,
        ..Ask::default()
    };
    let forward = system.candidates(source, &ask);
    forward.iter().any(|again| unified(&again.text) == unified(text))
}

/// The syllables that a system for Chinese would have written so, in Pinyin.
fn chinese(system: &System, text: &str) -> Option<String> {
    let writing = match system.id {
        "pinyin" => Writing::Pinyin,
        "wade-giles" => Writing::WadeGiles,
        "tongyong" => Writing::Tongyong,
        "yale" => Writing::Yale,
        "palladius" => Writing::Palladius,
        _ => return None,
    };
    let read = syllables(text, writing, Use::Any, 4);
    let name = read
        .iter()
        .find(|name| fold(&name.written(writing)) == fold(text))?;
    Some(name.pinyin())
}

/// The text with one sign for all apostrophes and primes, which printers mix up.
fn unified(text: &str) -> String {
    let signs = text.chars().map(|c| match c {
        '’' | 'ʹ' | '′' | 'ʼ' | '‘' | '`' | '´' | 'ʻ' => '\'',
        '”' | 'ʺ' | '″' | '“' => '"',
        c => c,
    });
    signs.collect()
}
