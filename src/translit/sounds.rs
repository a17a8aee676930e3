//! From spellings to sounds, whatever romanization or national spelling wrote them: what `same` and the phonemic key compare.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The sounds, by the letters that `sounds.csv` writes for them.
pub(crate) const SOUNDS: &str = "AEIOUYPBFVMNLRTDKGHSZCXJQ";

/// Most ways to read one word that are followed.
const MOST: usize = 24;

/// Longest word that is read, in letters; the rest of a longer one is left out.
const LONGEST: usize = 60;

/// One of several sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Sound {
    /// A set of positions in [`SOUNDS`].
    pub(crate) set: u32,
    /// The one that is meant most often, as a set.
    pub(crate) first: u32,
}

impl Sound {
    fn of(name: char) -> Option<Sound> {
        SOUNDS.find(name).map(|at| Sound {
            set: 1 << at,
            first: 1 << at,
        })
    }

    /// The sounds that it may be.
    pub(crate) fn each(self) -> impl Iterator<Item = char> {
        SOUNDS
            .chars()
            .enumerate()
            .filter(move |(at, _)| self.set >> at & 1 == 1)
            .map(|(_, name)| name)
    }
}

/// One way to read a word.
pub(crate) type Reading = Vec<Sound>;

/// What a spelling may stand for.
type Alternatives = Vec<Reading>;

/// The ways to read the letters of a word, the commonest first. What is no letter is not heard.
pub(crate) fn readings(word: &str) -> Vec<Reading> {
    read(word, &SPELLINGS)
}

fn read(word: &str, spellings: &'static Spellings) -> Vec<Reading> {
    let letters: Vec<char> = word
        .nfc()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphabetic() && !is_apostrophe(*c))
        .map(|c| spellings.known(c))
        .take(LONGEST)
        .collect();
    let mut found: Vec<Reading> = vec![Vec::new()];
    let mut at = 0;
    while at < letters.len() {
        let (alternatives, length) = spellings.longest_of(&letters[at..]);
        if !alternatives.is_empty() {
            found = continued(&found, alternatives);
        }
        at += length;
    }
    found.iter_mut().for_each(undouble);
    found
}

/// The ways to hear a Chinese name in Pinyin, as the languages of Europe have heard it.
pub(crate) fn chinese_readings(pinyin: &str) -> Vec<Reading> {
    read(pinyin, &CHINESE)
}

/// Letters by Unicode that stand for no sound.
fn is_apostrophe(c: char) -> bool {
    matches!(c, 'ʹ' | 'ʺ' | 'ʼ' | 'ʻ' | 'ʽ')
}

fn continued(beginnings: &[Reading], alternatives: &[Reading]) -> Vec<Reading> {
    let mut all = Vec::with_capacity(beginnings.len() * alternatives.len());
    for more in alternatives {
        all.extend(
            beginnings
                .iter()
                .map(|reading| [&reading[..], &more[..]].concat()),
        );
    }
    all.truncate(MOST);
    all
}

/// A doubled sound is heard once: Rossiya, Rosiya.
fn undouble(reading: &mut Reading) {
    reading.dedup_by(|next, last| next == last);
}

struct Spellings {
    rows: HashMap<String, Alternatives>,
    longest: usize,
}

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| Spellings::new(include_str!("sounds.csv")));
static CHINESE: LazyLock<Spellings> = LazyLock::new(|| Spellings::new(include_str!("chinese_sounds.csv")));

impl Spellings {
    fn new(table: &str) -> Spellings {
        let rows: HashMap<String, Alternatives> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .skip(1)
            .filter_map(|line| line.split_once(','))
            .map(|(spelling, sounds)| (spelling.to_owned(), alternatives(sounds)))
            .collect();
        let longest = rows
            .keys()
            .map(|spelling| spelling.chars().count())
            .max()
            .unwrap_or(1);
        Spellings { rows, longest }
    }

    /// What the longest spelling that begins a word stands for, and its length in letters.
    fn longest_of(&self, letters: &[char]) -> (&[Reading], usize) {
        for length in (2..=letters.len().min(self.longest)).rev() {
            let spelling: String = letters[..length].iter().collect();
            if let Some(found) = self.rows.get(&spelling) {
                return (found, length);
            }
        }
        (self.row(letters[0]).map_or(&[], Vec::as_slice), 1)
    }

    fn row(&self, letter: char) -> Option<&Alternatives> {
        self.rows.get(letter.encode_utf8(&mut [0; 4]) as &str)
    }

    /// The letter itself if it has a row, otherwise its base letter.
    fn known(&self, letter: char) -> char {
        let mut base = None;
        if self.row(letter).is_none() {
            decompose_canonical(letter, |part| {
                if !is_combining_mark(part) {
                    base = base.or(Some(part));
                }
            });
        }
        base.unwrap_or(letter)
    }
}

/// Reads a cell: single sounds are one set, longer strings stand for themselves.
fn alternatives(cell: &str) -> Alternatives {
    let mut single: Option<Sound> = None;
    let mut found = Alternatives::new();
    for names in cell.split(' ') {
        let sounds: Reading = names.chars().filter_map(Sound::of).collect();
        match (sounds.as_slice(), &mut single) {
            ([sound], Some(known)) => known.set |= sound.set,
            ([sound], None) => single = Some(*sound),
            _ => found.push(sounds),
        }
    }
    if let Some(sound) = single {
        let first = cell
            .split(' ')
            .next()
            .is_some_and(|names| names.len() == 1 && names != "-");
        found.insert(if first { 0 } else { found.len() }, vec![sound]);
    }
    found
}
