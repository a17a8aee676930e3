//! Which systems could have written a Latin spelling, and of which source.

use crate::lang::Script;
use crate::translit::{Ask, Candidate, SYSTEMS, System, russian_names};

/// A system that could have written a spelling, with the sources that it would have written so.
#[derive(Clone)]
pub struct Origin {
    /// The system.
    pub system: &'static System,
    /// What it may have converted, likeliest first.
    pub sources: Vec<Candidate>,
    /// How much the likeliest source looks like a name, from 0 to 1; 1 for the most name-like source of all systems.
    pub score: f32,
}

/// Less name-like than this, a source is no explanation of a spelling beside a better one.
const LEAST: f32 = 0.002;

/// The systems that could have written a Latin spelling exactly so, of a source that looks like a name; the most name-like
/// sources first, then in the order of [`SYSTEMS`]. Each comes with its likeliest sources (at most `limit`).
///
/// Empty for text in other scripts, and for spellings that no system gives.
///
/// ```
/// use isonym::names::identify;
/// let ids: Vec<&str> = identify("Schtscholkowo", 1).iter().map(|o| o.system.id).collect();
/// assert_eq!(ids, ["german"]);
/// ```
pub fn identify(latin: &str, limit: usize) -> Vec<Origin> {
    if Script::of_text(latin) != Some(Script::Latin) {
        return Vec::new();
    }
    let ask = Ask {
        limit,
        ..Ask::default()
    };
    let mut origins: Vec<Origin> = SYSTEMS
        .iter()
        .filter(|system| system.to == Script::Latin)
        .filter_map(|system| origin(system, latin, &ask))
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
fn origin(system: &'static System, latin: &str, ask: &Ask) -> Option<Origin> {
    let sources = written_so(system, latin, ask);
    let first = sources.first()?;
    let score = match system.from {
        Script::Cyrillic => russian_names().chance_of(&first.text),
        _ => 0.0,
    };
    Some(Origin {
        system,
        sources,
        score,
    })
}

/// The sources that a system writes exactly like this, marks and all.
fn written_so(system: &System, latin: &str, ask: &Ask) -> Vec<Candidate> {
    let mut sources = system.invert(latin, ask);
    sources.retain(|source| {
        let forward = system.candidates(&source.text, &Ask { limit: 4, ..*ask });
        forward.iter().any(|again| unified(&again.text) == unified(latin))
    });
    sources
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
