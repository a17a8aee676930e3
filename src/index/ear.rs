//! How much a slip weighs by ear: one that is not heard is likelier than one that is.

use crate::lang::Script;
use crate::translit::{Sounds, Use, chinese_readings, distance, readings, system};

/// What a slip weighs that is not heard at all.
const UNHEARD: f32 = 0.5;

/// The sounds of a spelling that others are compared with.
pub(super) struct Ear {
    sounds: Vec<Sounds>,
}

impl Ear {
    pub(super) fn new(key: &str) -> Ear {
        Ear { sounds: sounds(key) }
    }

    /// What the slips between this spelling and another one weigh, from [`UNHEARD`] to 1.
    pub(super) fn weighs(&self, other: &str) -> f32 {
        let other = sounds(other);
        if self.sounds.is_empty() || other.is_empty() {
            return 1.0;
        }
        let (heard, _) = distance(&self.sounds, &other);
        UNHEARD + (1.0 - UNHEARD) * heard.min(1.0)
    }
}

/// The ways to say a spelling; none where it has no sounds.
fn sounds(key: &str) -> Vec<Sounds> {
    match Script::of_text(key) {
        Some(Script::Han) => {
            let pinyin = system("pinyin").map(|system| system.convert(key, Use::Any));
            pinyin.map_or(Vec::new(), |pinyin| chinese_readings(&pinyin))
        }
        _ => readings(&key.replace([' ', '-'], "")),
    }
}
