//! Chinese forms of Russian names back to Russian, by the lexicon alone.

use super::{Basis, Candidate};
use crate::translit::lexicon;

/// The Russian names whose Chinese form the text is: a full name part by part, or a single given name or surname.
pub(super) fn names(text: &str) -> Vec<Candidate> {
    if text.len() > super::LONGEST {
        return Vec::new();
    }
    let parts: Vec<&str> = text.split(['·', '・', '•', '\u{2027}']).map(str::trim).collect();
    let mut texts = vec![String::new()];
    for (at, part) in parts.iter().enumerate() {
        let meant = lexicon::meaning(part, at == 0, at > 0 || parts.len() == 1);
        let pairs = texts
            .iter()
            .flat_map(|head| meant.iter().map(move |tail| (head, tail)));
        texts = pairs
            .map(|(head, tail)| {
                if head.is_empty() {
                    tail.clone()
                } else {
                    format!("{head} {tail}")
                }
            })
            .take(16)
            .collect();
    }
    let ranked = texts.into_iter().filter(|text| !text.is_empty()).zip(1..);
    ranked
        .map(|(text, rank)| Candidate {
            text,
            basis: Basis::Lexicon,
            score: 1.0 / rank as f32,
        })
        .collect()
}
