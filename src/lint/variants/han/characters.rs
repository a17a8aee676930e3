//! What is known of single Chinese characters: how alike two are in sound and shape, and how common they are.

use std::sync::{LazyLock, OnceLock};

use foldhash::HashMap;

/// How alike two characters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    /// They can be read alike, but for the tone.
    pub same_sound: bool,
    /// They can be read nearly alike: `zh` and `z`, `n` and `l`, `in` and `ing`.
    pub near_sound: bool,
    /// They share the outline or a component.
    pub shape: bool,
}

/// How alike two characters are in sound and shape.
pub(super) fn likeness(a: char, b: char) -> Likeness {
    let (Some(a), Some(b)) = (CHARACTERS.get(&a), CHARACTERS.get(&b)) else {
        return Likeness {
            same_sound: false,
            near_sound: false,
            shape: false,
        };
    };
    let same_sound = a.sounds.iter().any(|x| b.sounds.contains(x));
    let near_sound = !same_sound && a.rough().iter().any(|x| b.rough().contains(x));
    let corners = a
        .corners
        .iter()
        .any(|x| b.corners.iter().any(|y| differing(x, y) <= 1));
    let shape = corners || a.phonetics.iter().any(|x| b.phonetics.contains(x));
    Likeness {
        same_sound,
        near_sound,
        shape,
    }
}

/// Whether a character stands in GB 2312, the set of simplified text.
pub(crate) fn is_common(c: char) -> bool {
    CHARACTERS.contains_key(&c)
}

/// How common a character is in running text: 0 for rare ones to about 11 for 的.
pub(crate) fn commonness(c: char) -> f32 {
    CHARACTERS
        .get(&c)
        .map_or(0.0, |character| (1.0 + character.frequency).ln())
}

/// From this commonness on, a character is mostly grammar.
pub(super) const GRAMMATICAL: f32 = 8.7;

/// Whether foreign names are often written with a character.
pub(crate) fn transcribes(c: char) -> bool {
    CHARACTERS
        .get(&c)
        .is_some_and(|character| character.transcription >= 40.0)
}

struct Character {
    sounds: Vec<&'static str>,
    rough: OnceLock<Vec<String>>,
    corners: Vec<&'static str>,
    phonetics: Vec<&'static str>,
    frequency: f32,
    transcription: f32,
}

impl Character {
    /// The sounds as speakers of many dialects hear them.
    fn rough(&self) -> &[String] {
        self.rough
            .get_or_init(|| self.sounds.iter().map(|sound| roughly(sound)).collect())
    }
}

static CHARACTERS: LazyLock<HashMap<char, Character>> = LazyLock::new(|| {
    let rows = include_str!("characters.csv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split(',');
        let character = cells.next()?.chars().next()?;
        let mut list = || {
            cells.next().map_or_else(Vec::new, |cell| {
                cell.split(' ').filter(|s| !s.is_empty()).collect()
            })
        };
        let (sounds, corners, phonetics) = (list(), list(), list());
        let frequency = cells.next()?.parse().ok()?;
        let transcription = cells.next()?.parse().ok()?;
        Some((
            character,
            Character {
                sounds,
                rough: OnceLock::new(),
                corners,
                phonetics,
                frequency,
                transcription,
            },
        ))
    })
    .collect()
});

/// A syllable without the differences that speakers of many dialects do not hear.
fn roughly(sound: &str) -> String {
    let sound = sound
        .replace("zh", "z")
        .replace("ch", "c")
        .replace("sh", "s")
        .replace("ng", "n");
    match sound.strip_prefix(['l', 'r', 'n']) {
        Some(rest) => format!("l{rest}"),
        None => match sound.strip_prefix(['h', 'f']) {
            Some(rest) => format!("f{rest}"),
            None => sound,
        },
    }
}

fn differing(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).filter(|(x, y)| x != y).count()
}
