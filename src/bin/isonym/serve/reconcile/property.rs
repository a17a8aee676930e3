//! The properties of entries: languages, systems, case forms.

use isonym::inflection::{Case, Hint, Number, inflect};
use isonym::translit::{Ask, SYSTEMS, System};
use isonym::{Entry, Lang, Status};
use serde_json::{Value, json};

/// A property.
#[derive(Clone, Copy)]
pub(super) enum Property {
    /// The preferred name in a language.
    Name(Lang),
    /// Its other names that are in use.
    Others(Lang),
    /// What a system makes of the name.
    System(&'static System),
    /// A case form of the Russian name.
    Case(Case),
    Kind,
    Country,
    Weight,
}

impl Property {
    /// All of them, the likelier ones first.
    pub(super) fn all() -> Vec<Property> {
        let names = Lang::ALL.into_iter().map(Property::Name);
        let others = Lang::ALL.into_iter().map(Property::Others);
        let systems = SYSTEMS.iter().map(Property::System);
        let cases = Case::ALL.iter().skip(1).copied().map(Property::Case);
        let about = [Property::Kind, Property::Country, Property::Weight];
        names
            .chain(systems)
            .chain(cases)
            .chain(others)
            .chain(about)
            .collect()
    }

    pub(super) fn of_id(id: &str) -> Option<Property> {
        Property::all().into_iter().find(|property| property.id() == id)
    }

    pub(super) fn id(self) -> String {
        match self {
            Property::Name(lang) => lang.code().to_owned(),
            Property::Others(lang) => format!("{lang}-other"),
            Property::System(system) => format!("system-{}", system.id),
            Property::Case(case) => format!("ru-{case}"),
            Property::Kind => "kind".to_owned(),
            Property::Country => "country".to_owned(),
            Property::Weight => "weight".to_owned(),
        }
    }

    pub(super) fn name(self) -> String {
        let language = |lang| match lang {
            Lang::Zh => "Chinese",
            Lang::Ru => "Russian",
            Lang::En => "English",
        };
        match self {
            Property::Name(lang) => format!("{} name ({})", language(lang), lang.script().code()),
            Property::Others(lang) => format!("other {} names", language(lang)),
            Property::System(system) => {
                format!(
                    "{} → {}: {}",
                    system.from.code(),
                    system.to.code(),
                    system.title()
                )
            }
            Property::Case(case) => format!("Russian name, {case}"),
            Property::Kind => "kind".to_owned(),
            Property::Country => "country (two letters of ISO 3166-1)".to_owned(),
            Property::Weight => "weight (of places: inhabitants)".to_owned(),
        }
    }

    pub(super) fn object(self) -> Value {
        json!({"id": self.id(), "name": self.name()})
    }

    /// The values of an entry.
    pub(super) fn values(self, entry: &Entry) -> Vec<String> {
        let preferred = |lang| entry.preferred(lang).map(|name| name.text.clone());
        match self {
            Property::Name(lang) => preferred(lang).into_iter().collect(),
            Property::Others(lang) => others(entry, lang),
            Property::System(system) => converted(entry, system),
            Property::Case(case) => {
                preferred(Lang::Ru).map_or_else(Vec::new, |name| declined(entry, &name, case))
            }
            Property::Kind => vec![entry.kind.word().to_owned()],
            Property::Country => entry
                .country
                .map(|country| country.to_string())
                .into_iter()
                .collect(),
            Property::Weight => Some(entry.weight)
                .filter(|&w| w > 0)
                .map(|w| w.to_string())
                .into_iter()
                .collect(),
        }
    }
}

fn others(entry: &Entry, lang: Lang) -> Vec<String> {
    let preferred = entry.preferred(lang).map(|name| &name.text);
    let names = entry
        .names(lang)
        .iter()
        .filter(|name| name.status <= Status::Admitted);
    let names = names
        .map(|name| &name.text)
        .filter(|&text| Some(text) != preferred);
    names.cloned().collect()
}

fn converted(entry: &Entry, system: &System) -> Vec<String> {
    let lang = Lang::ALL.into_iter().find(|lang| lang.script() == system.from);
    let name = lang.and_then(|lang| entry.preferred(lang));
    let ask = Ask {
        kind: entry.kind.into(),
        limit: 1,
        ..Ask::default()
    };
    let found = name
        .map(|name| system.candidates(&name.text, &ask))
        .unwrap_or_default();
    found.into_iter().map(|candidate| candidate.text).collect()
}

fn declined(entry: &Entry, name: &str, case: Case) -> Vec<String> {
    let hint = Hint {
        kind: Some(entry.kind.into()),
        gender: None,
    };
    let paradigm = inflect(name, hint);
    let number = Number::ALL
        .iter()
        .find(|&&number| paradigm.form(Case::Nom, number).is_some());
    let form = number.and_then(|&number| paradigm.form(case, number));
    form.map(str::to_owned).into_iter().collect()
}
