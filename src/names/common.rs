//! The source that two romanizations have in common.

use crate::lang::Script;
use crate::text::fold;
use crate::translit::{Ask, SYSTEMS, System, Use, russian_names};

/// How many sources are asked of every system.
const SOURCES: usize = 3;

/// The systems that write two Latin spellings for one Cyrillic name, the most name-like of those that there are.
pub(super) fn common_source(a: &str, b: &str) -> Option<(&'static System, &'static System)> {
    if [a, b].map(Script::of_text) != [Some(Script::Latin); 2] {
        return None;
    }
    let wanted = fold(b);
    sources(a).into_iter().find_map(|(system, source, _)| {
        let writes = |other: &&System| fold(&other.convert(&source, Use::Any)) == wanted;
        Some((system, romanizations().find(writes)?))
    })
}

fn romanizations() -> impl Iterator<Item = &'static System> {
    SYSTEMS
        .iter()
        .filter(|system| system.from == Script::Cyrillic && system.to == Script::Latin)
}

/// What the systems may have written so, each with the first of them, the most name-like before the others.
fn sources(text: &str) -> Vec<(&'static System, String, f32)> {
    let ask = Ask {
        limit: SOURCES,
        ..Ask::default()
    };
    let mut found: Vec<(&System, String, f32)> = Vec::new();
    for system in romanizations() {
        for source in system.invert(text, &ask) {
            if found.iter().all(|(_, known, _)| *known != source.text) {
                let chance = russian_names().chance_of(&source.text);
                found.push((system, source.text, chance));
            }
        }
    }
    found.sort_by(|a, b| b.2.total_cmp(&a.2));
    found
}
