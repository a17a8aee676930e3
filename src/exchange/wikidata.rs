//! The JSON dump of Wikidata: one item on a line, of which labels and aliases in Chinese, Russian and English are read.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, BufRead};

use serde::Deserialize;

use super::Options;
use super::entry::{Draft, Sink};
use super::report::Report;
use super::tags::tag;
use crate::glossary::{Kind, Name, Status};
use crate::lang::Lang;
use crate::message::said;

/// What is read of an item; serde passes over the rest without keeping it.
#[derive(Deserialize)]
struct Item<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, default)]
    labels: OneOrNone<HashMap<Cow<'a, str>, Text<'a>>>,
    #[serde(borrow, default)]
    aliases: OneOrNone<HashMap<Cow<'a, str>, Vec<Text<'a>>>>,
    #[serde(default)]
    claims: OneOrNone<Claims>,
}

/// An object; the dump writes an empty one as `[]`.
#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrNone<T> {
    One(T),
    None(#[allow(dead_code)] [(); 0]),
}

impl<T> Default for OneOrNone<T> {
    fn default() -> OneOrNone<T> {
        OneOrNone::None([])
    }
}

#[derive(Deserialize)]
struct Text<'a> {
    #[serde(borrow)]
    value: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Claims {
    /// Instance of.
    #[serde(rename = "P31", default)]
    instance_of: Vec<Claim>,
}

#[derive(Deserialize)]
struct Claim {
    mainsnak: Snak,
    #[serde(default)]
    rank: String,
}

#[derive(Deserialize)]
struct Snak {
    datavalue: Option<Value>,
}

#[derive(Deserialize)]
struct Value {
    value: ItemId,
}

#[derive(Deserialize)]
struct ItemId {
    id: Option<String>,
}

/// Classes that are read unless others are chosen. Subclasses are classes of their own: the dump is not searched for them.
const CLASSES: &[(&str, Kind)] = &[
    ("Q5", Kind::Person),
    ("Q515", Kind::City),
    ("Q1549591", Kind::City),
    ("Q1637706", Kind::City),
    ("Q7930989", Kind::City),
    ("Q748149", Kind::City),
    ("Q5119", Kind::City),
    ("Q3957", Kind::City),
    ("Q532", Kind::Settlement),
    ("Q486972", Kind::Settlement),
    ("Q6256", Kind::Country),
    ("Q3624078", Kind::Country),
    ("Q4022", Kind::River),
    ("Q23397", Kind::Lake),
    ("Q165", Kind::Sea),
    ("Q23442", Kind::Island),
    ("Q8502", Kind::Mountain),
    ("Q46831", Kind::Mountain),
    ("Q835714", Kind::Province),
    ("Q835717", Kind::Province),
    ("Q41162", Kind::Province),
    ("Q1615742", Kind::Province),
    ("Q43229", Kind::Organization),
    ("Q4830453", Kind::Company),
    ("Q6881511", Kind::Company),
    ("Q891723", Kind::Company),
    ("Q3918", Kind::University),
    ("Q12280", Kind::Bridge),
    ("Q1248784", Kind::Airport),
    ("Q131569", Kind::Treaty),
    ("Q8142", Kind::Currency),
];

pub(super) fn read(
    input: &mut dyn BufRead,
    options: &Options,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> io::Result<()> {
    let classes: HashMap<&str, Kind> = match options.classes.as_slice() {
        [] => CLASSES.iter().copied().collect(),
        chosen => chosen
            .iter()
            .map(|(class, kind)| (class.as_str(), *kind))
            .collect(),
    };
    let (mut line, mut number) = (Vec::new(), 0);
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        number += 1;
        let text = line.trim_ascii().trim_ascii_end();
        let text = text.strip_suffix(b",").unwrap_or(text);
        if matches!(text, b"" | b"[" | b"]") {
            continue;
        }
        match serde_json::from_slice::<Item<'_>>(text) {
            Err(error) => report.broken(number, "", said!("no-item", why = error.to_string())),
            Ok(item) => match kind(&item, &classes) {
                Some(kind) => sink.put(draft(&item, kind, report), report)?,
                None => report.lose(said!("lost-items")),
            },
        }
    }
}

/// The kind of an item: that of the first of its classes that was chosen.
fn kind(item: &Item<'_>, classes: &HashMap<&str, Kind>) -> Option<Kind> {
    let OneOrNone::One(claims) = &item.claims else {
        return None;
    };
    let current = claims
        .instance_of
        .iter()
        .filter(|claim| claim.rank != "deprecated");
    let mut ids = current.filter_map(|claim| claim.mainsnak.datavalue.as_ref()?.value.id.as_deref());
    ids.find_map(|id| classes.get(id).copied())
}

/// The language codes that are read, the best of each language first.
const CODES: [&str; 8] = ["zh-hans", "zh-cn", "zh", "zh-hant", "zh-tw", "zh-hk", "ru", "en"];

fn draft(item: &Item<'_>, kind: Kind, report: &mut Report) -> Draft {
    let mut draft = Draft {
        kind: Some(kind),
        ..Draft::default()
    };
    let name = |text: &str| Name {
        text: text.to_owned(),
        source: "Wikidata".to_owned(),
        ..Name::default()
    };
    for code in CODES {
        let Some(mut tag) = tag(code) else { continue };
        let mut put = |text: &str, status| {
            let is_traditional =
                tag.lang == Lang::Zh && text.chars().any(|c| crate::text::simplified(c) != c);
            // `zh` is written in either set of characters.
            if code == "zh" {
                tag.system = if is_traditional {
                    super::tags::TRADITIONAL
                } else {
                    ""
                };
            }
            let same = draft.has(tag.lang, text);
            if !same {
                draft.add(tag, name(text), status, report);
            }
        };
        if let OneOrNone::One(labels) = &item.labels
            && let Some(label) = labels.get(code)
        {
            put(&label.value, None);
        }
        if let OneOrNone::One(aliases) = &item.aliases {
            aliases
                .get(code)
                .into_iter()
                .flatten()
                .for_each(|alias| put(&alias.value, Some(Status::Admitted)));
        }
    }
    if !draft.is_empty() {
        draft.id = format!("{}-{}", draft.slug(), item.id.to_lowercase());
    }
    draft
}

impl Draft {
    /// Whether the entry has a name already.
    fn has(&self, lang: Lang, text: &str) -> bool {
        let mut has = false;
        self.each(|other, name| has |= other == lang && name.text == text);
        has
    }
}
