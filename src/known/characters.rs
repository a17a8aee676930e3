//! What is known of single Chinese characters: how alike two are in sound and shape, and how common they are.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::beginning;
use super::memo::Memo;

/// How alike two characters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Likeness {
    /// They can be read alike, but for the tone.
    pub same_sound: bool,
    /// They can be read nearly alike: `zh` and `z`, `n` and `l`, `in` and `ing`.
    pub near_sound: bool,
    /// They share the outline or a component.
    pub shape: bool,
}

/// How alike two characters are in sound and shape.
pub(crate) fn likeness(a: char, b: char) -> Likeness {
    let (Some(a), Some(b)) = (character(a), character(b)) else {
        return Likeness {
            same_sound: false,
            near_sound: false,
            shape: false,
        };
    };
    let same_sound = share(&a.sounds, &b.sounds);
    let rough = |sound: &u16| CHARACTERS.rough[usize::from(*sound)];
    let near = |x: &u16| b.sounds.iter().any(|y| rough(x) == rough(y));
    let near_sound = !same_sound && a.sounds.iter().any(near);
    let corners = |x: &&str| b.corners.iter().any(|y| differing(x, y) <= 1);
    let shape = share(&a.phonetics, &b.phonetics) || a.corners.iter().any(corners);
    Likeness {
        same_sound,
        near_sound,
        shape,
    }
}

fn share(a: &[u16], b: &[u16]) -> bool {
    a.iter().any(|x| b.contains(x))
}

/// Whether a character stands in GB 2312, the set of simplified text.
pub(crate) fn is_common(c: char) -> bool {
    character(c).is_some()
}

/// How common a character is in running text: 0 for rare ones to about 11 for 的.
pub(crate) fn commonness(c: char) -> f32 {
    character(c).map_or(0.0, |character| character.usage.commonness)
}

/// From this commonness on, a character is mostly grammar.
pub(crate) const GRAMMATICAL: f32 = 8.7;

/// Whether foreign names are often written with a character.
pub(crate) fn transcribes(c: char) -> bool {
    character(c).is_some_and(|character| character.usage.transcribes)
}

/// Whether foreign names are now and then written with a character.
pub(crate) fn may_transcribe(c: char) -> bool {
    character(c).is_some_and(|character| character.usage.may_transcribe)
}

/// What is known of a character. Sounds and phonetic series are numbers.
struct Character {
    sounds: Vec<u16>,
    corners: Vec<&'static str>,
    phonetics: Vec<u16>,
    usage: Usage,
}

/// How a character is used.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Usage {
    /// How common it is: the logarithm of how often it was counted.
    pub commonness: f32,
    /// Whether foreign names are often written with it.
    pub transcribes: bool,
    may_transcribe: bool,
}

impl Usage {
    fn new(frequency: &str, transcription: &str) -> Usage {
        let number = |cell: &str| cell.parse::<f32>().unwrap_or(0.0);
        Usage {
            commonness: (1.0 + number(frequency)).ln(),
            transcribes: number(transcription) >= OFTEN,
            may_transcribe: number(transcription) >= EVER,
        }
    }
}

/// The characters in their order.
const TABLE: &str = include_str!("characters.csv");

thread_local! {
    static USAGES: Memo<char, Usage> = Memo::new();
}

/// How a character is used, read from its own row: for those who ask about a few, and need no table of all.
pub(crate) fn usage(c: char) -> Usage {
    let read = || {
        let mut cells = beginning(TABLE, &format!("{c},")).trim_end().rsplit(',');
        let transcription = cells.next().unwrap_or("");
        Usage::new(cells.next().unwrap_or(""), transcription)
    };
    USAGES.with(|known| known.get(&c, read))
}

/// How often a character stands in names of four and more characters that is often used for foreign names.
const OFTEN: f32 = 40.0;
/// The same of one that is used at all: fewer are chance.
const EVER: f32 = 3.0;

/// The characters of GB 2312, all of them from [`FIRST`] on.
struct Characters {
    list: Vec<Character>,
    /// By character, its number in the list.
    numbers: Vec<u16>,
    /// By sound, the number of what speakers of many dialects hear.
    rough: Vec<u16>,
}

const FIRST: usize = 0x4e00;
const COUNT: usize = 0x5200;
/// The number of no character.
const NONE: u16 = u16::MAX;

fn character(c: char) -> Option<&'static Character> {
    let characters = &*CHARACTERS;
    let number = *characters.numbers.get((c as usize).wrapping_sub(FIRST))?;
    characters.list.get(usize::from(number))
}

static CHARACTERS: LazyLock<Characters> = LazyLock::new(|| {
    let mut characters = Characters {
        list: Vec::new(),
        numbers: vec![NONE; COUNT],
        rough: Vec::new(),
    };
    let (mut sounds, mut series) = (Numbers::default(), Numbers::default());
    let rows = TABLE.lines().filter(|row| !row.starts_with('#')).skip(1);
    for row in rows {
        let cells: Vec<&'static str> = row.split(',').collect();
        let &[
            character,
            own_sounds,
            corners,
            phonetics,
            frequency,
            transcription,
        ] = cells.as_slice()
        else {
            continue;
        };
        let list = |cell: &'static str| cell.split(' ').filter(|part| !part.is_empty());
        let place = character.chars().next().map_or(0, |c| c as usize);
        characters.numbers[place - FIRST] = characters.list.len() as u16;
        characters.list.push(Character {
            sounds: list(own_sounds).map(|sound| sounds.of(sound)).collect(),
            corners: list(corners).collect(),
            phonetics: list(phonetics).map(|name| series.of(name)).collect(),
            usage: Usage::new(frequency, transcription),
        });
    }
    let mut heard: HashMap<String, u16> = HashMap::default();
    for sound in sounds.list {
        let next = heard.len() as u16;
        characters
            .rough
            .push(*heard.entry(roughly(sound)).or_insert(next));
    }
    characters
});

/// Numbers for texts.
#[derive(Default)]
struct Numbers {
    known: HashMap<&'static str, u16>,
    /// The texts by their numbers.
    list: Vec<&'static str>,
}

impl Numbers {
    fn of(&mut self, text: &'static str) -> u16 {
        let next = self.list.len() as u16;
        let number = *self.known.entry(text).or_insert(next);
        if number == next {
            self.list.push(text);
        }
        number
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_alone_says_what_the_table_says() {
        for c in "一丁的塔尔德龘a".chars() {
            let usage = usage(c);
            assert_eq!(usage.commonness, commonness(c), "{c}");
            assert_eq!(usage.transcribes, transcribes(c), "{c}");
        }
        assert!(usage('塔').transcribes && !usage('的').transcribes);
    }
}
