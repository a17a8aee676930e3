//! Which entries a query can mean.

use isonym::index::{How, Match};
use isonym::{Entry, Index, Kind, Lang, fold};
use serde::Deserialize;
use serde_json::{Value, json};

use super::manifest;
use super::property::Property;

/// So many candidates are given if the query does not say.
const LIMIT: usize = 5;

/// The most candidates.
const MOST: usize = 50;

/// A query as it is sent. Fields of other versions are passed over.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Query {
    #[serde(default)]
    pub(super) query: String,
    #[serde(default, rename = "type")]
    kinds: Option<OneOrMore>,
    limit: Option<f64>,
    #[serde(default)]
    properties: Vec<Known>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// What is known of the thing that is looked for.
#[derive(Debug, Deserialize)]
struct Known {
    pid: String,
    v: Value,
}

/// The candidates for a query, best first.
pub(super) fn candidates(index: &Index, query: &Query) -> Value {
    let limit = query
        .limit
        .map_or(LIMIT, |limit| (limit.max(1.0) as usize).min(MOST));
    let kinds: Vec<&str> = match &query.kinds {
        None => Vec::new(),
        Some(OneOrMore::One(kind)) => vec![kind],
        Some(OneOrMore::More(kinds)) => kinds.iter().map(String::as_str).collect(),
    };
    let mut found: Vec<Candidate> = index
        .lookup(asked(query), None, MOST)
        .into_iter()
        .map(|found| Candidate::of(index, found, query))
        .filter(|candidate| kinds.is_empty() || kinds.iter().any(|kind| is_of(candidate.entry.kind, kind)))
        .collect();
    // A name of the right thing outweighs a likelier thing.
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    let best = found.first().map_or(0.0, |best| best.score);
    let rivals = found.iter().filter(|other| other.score >= best).count();
    found.truncate(limit);
    let result: Vec<Value> = found
        .iter()
        .map(|candidate| candidate.object(rivals == 1))
        .collect();
    json!({"result": result})
}

/// What is looked up: the query, or where it is empty a name among the properties.
fn asked(query: &Query) -> &str {
    let name = || {
        let names = query
            .properties
            .iter()
            .filter(|known| known.pid.parse::<Lang>().is_ok());
        names.filter_map(|known| known.v.as_str()).next()
    };
    match query.query.trim() {
        "" => name().unwrap_or(""),
        text => text,
    }
}

/// Whether a kind is of a type: `place` is every place.
fn is_of(kind: Kind, wanted: &str) -> bool {
    kind.word() == wanted || wanted == Kind::Place.word() && kind.is_place()
}

struct Candidate {
    entry: Entry,
    found: Match,
    /// How many of the properties that are known the entry has, from 0 to 1; none if none are known.
    agreement: Option<f32>,
    score: f32,
}

impl Candidate {
    fn of(index: &Index, found: Match, query: &Query) -> Candidate {
        let entry = index.entry(found.entry);
        let agreement = agreement(&entry, &query.properties);
        let score = 100.0 * found.score * agreement.map_or(1.0, |agreement| 0.5 + agreement / 2.0);
        Candidate {
            entry,
            found,
            agreement,
            score,
        }
    }

    fn object(&self, is_alone: bool) -> Value {
        let is_sure =
            self.found.how < How::Converted && self.agreement.is_none_or(|agreement| agreement >= 1.0);
        let mut features = vec![json!({"id": "name", "value": self.found.score})];
        features.extend(
            self.agreement
                .map(|agreement| json!({"id": "properties", "value": agreement})),
        );
        json!({
            "id": self.entry.id,
            "name": name(&self.entry),
            "description": description(&self.entry),
            "type": [manifest::kind(self.entry.kind)],
            "score": (self.score * 10.0).round() / 10.0,
            "match": is_alone && is_sure,
            "features": features,
        })
    }
}

/// How many of the known properties an entry has.
fn agreement(entry: &Entry, known: &[Known]) -> Option<f32> {
    let known: Vec<(Property, &Known)> = known
        .iter()
        .filter_map(|known| Some((Property::of_id(&known.pid)?, known)))
        .collect();
    let has = |&(property, known): &(Property, &Known)| {
        let values: Vec<String> = property.values(entry).iter().map(|value| fold(value)).collect();
        texts(&known.v).iter().any(|text| values.contains(&fold(text)))
    };
    let agreeing = known.iter().filter(|known| has(known)).count();
    (!known.is_empty()).then(|| agreeing as f32 / known.len() as f32)
}

/// The texts that a value of a property stands for.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(object) => object
            .get("name")
            .or(object.get("id"))
            .map(texts)
            .unwrap_or_default(),
        Value::Null => Vec::new(),
        other => vec![other.to_string()],
    }
}

/// What an entry is called where one name is shown.
pub(super) fn name(entry: &Entry) -> &str {
    let langs = [Lang::En, Lang::Ru, Lang::Zh].into_iter();
    langs
        .filter_map(|lang| entry.preferred(lang))
        .next()
        .map_or(entry.id.as_str(), |name| &name.text)
}

/// What tells an entry from others of its name.
pub(super) fn description(entry: &Entry) -> String {
    let names = [Lang::Zh, Lang::Ru]
        .into_iter()
        .filter_map(|lang| entry.preferred(lang));
    let names = names.map(|name| name.text.as_str());
    std::iter::once(entry.kind.word())
        .chain(names)
        .collect::<Vec<_>>()
        .join(" · ")
}
