//! What a name would be in another language, for rows that lack one: a suggestion, and marked as one.

use isonym::names::convert;
use isonym::translit::{Ask, route};
use isonym::{Index, Kind, Lang, Script};

/// A suggested name.
pub(super) struct Conversion {
    pub(super) text: String,
    /// The system that made it; empty for the name of an entry.
    pub(super) system: String,
    /// What it rests on.
    pub(super) note: String,
}

/// The likeliest name in a language, if there is a way to it.
pub(super) fn best(index: &Index, name: &str, kind: Kind, to: Lang) -> Option<Conversion> {
    let route = route(to.code(), None).ok()?;
    let best = convert(
        index,
        &route,
        name,
        &Ask {
            limit: 1,
            kind: kind.into(),
            ..Ask::default()
        },
    )
    .into_iter()
    .next()?;
    let is_entry = best.basis.as_str() == "entry";
    let system = if is_entry {
        None
    } else {
        route.system(Script::of_text(name)?)
    };
    Some(Conversion {
        text: best.text,
        system: system.map_or(String::new(), |system| system.id.to_owned()),
        note: format!("suggestion by {}: not looked up", best.basis.as_str()),
    })
}
