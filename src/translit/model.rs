//! How likely a string of letters is as a Russian name: the judge between the spellings that a romanization leaves open.
//!
//! A character model with contexts of up to five letters, learnt from `russian_names.csv` when it is first asked; a
//! longer context is trusted as far as it was seen with few different continuations (Witten–Bell).

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// Longest context, in letters.
const CONTEXT: usize = 5;

/// Bits of one letter in the number of a string.
const BITS: u32 = 6;

/// The number of letters that the model tells apart: а to я and the edge of a word.
const LETTERS: f32 = 33.0;

/// How many times a place counts: places have more kinds of endings than surnames, and are asked about more often.
const PLACE: u32 = 2;

/// A letter of the model: 0 for the edge of a word.
pub(super) type Letter = u8;

/// The model.
pub(crate) struct Model {
    strings: HashMap<u64, Seen, BuildHasherDefault<Mixer>>,
}

/// How often a string was seen, and what followed it.
#[derive(Default)]
struct Seen {
    times: u32,
    followed: u32,
    kinds: u32,
}

/// The model of Russian names.
pub(crate) fn russian() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(|| Model::learn(rows()));
    &MODEL
}

/// The names that the model learns from, with what each is.
pub(super) fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = include_str!("russian_names.csv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).skip(1);
    rows.filter_map(|row| row.split_once(','))
}

impl Model {
    /// Learns from names with what each is; their words count singly.
    pub(super) fn learn<'a>(names: impl Iterator<Item = (&'a str, &'a str)>) -> Model {
        let mut model = Model {
            strings: HashMap::with_capacity_and_hasher(1 << 17, BuildHasherDefault::default()),
        };
        for (kind, name) in names {
            let weight = if kind == "place" { PLACE } else { 1 };
            for word in name.split([' ', '-']) {
                model.learn_word(word, weight);
            }
        }
        model
    }

    fn learn_word(&mut self, word: &str, weight: u32) {
        let mut past = Past::default();
        let letters = word.chars().flat_map(char::to_lowercase).filter_map(letter);
        for letter in letters.chain([0]) {
            for length in 0..=past.length() {
                let longer = self.strings.entry(past.then(length, letter)).or_default();
                let new = longer.times == 0;
                longer.times += weight;
                let context = self.strings.entry(past.last(length)).or_default();
                context.followed += weight;
                context.kinds += u32::from(new);
            }
            past.push(letter);
        }
    }

    /// The natural logarithm of the probability of a text, letters that are not Russian left out.
    pub(crate) fn chance_of(&self, text: &str) -> f32 {
        let words = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty());
        words.map(|word| self.chance_of_word(word)).sum()
    }

    fn chance_of_word(&self, word: &str) -> f32 {
        let mut past = Past::default();
        let mut sum = 0.0;
        let known = |c| letter(c).or_else(|| letter(super::letters::nearest(c)?));
        let lower = word.chars().flat_map(char::to_lowercase);
        sum += OLD * lower.clone().filter(|c| matches!(c, 'ѣ' | 'ѳ' | 'ѵ')).count() as f32;
        for letter in lower.filter_map(known).chain([0]) {
            sum += self.follows(past, letter);
            past.push(letter);
        }
        sum
    }

    /// [`Model::chance`], less where Russian spelling does not allow the letter at all.
    pub(super) fn follows(&self, past: Past, letter: Letter) -> f32 {
        let spelling = match allowed(past.latest(), letter) {
            false => FORBIDDEN,
            true => unusual(past, letter),
        };
        self.chance(past, letter) + spelling
    }

    /// The natural logarithm of the probability that a letter (0: the end of the word) follows.
    fn chance(&self, past: Past, letter: Letter) -> f32 {
        let mut chance = 1.0 / LETTERS;
        for length in 0..=past.length() {
            let Some(context) = self.strings.get(&past.last(length)) else {
                break;
            };
            let next = self.strings.get(&past.then(length, letter));
            let times = next.map_or(0, |seen| seen.times) as f32;
            let kinds = context.kinds as f32;
            chance = (times + kinds * chance) / (context.followed as f32 + kinds);
        }
        chance.ln()
    }
}

/// The letter of the model for a character in lower case; `None` for what is no Russian letter. ё is е, as in most print.
pub(super) fn letter(c: char) -> Option<Letter> {
    match c {
        'а'..='я' => Some((c as u32 - 'а' as u32 + 1) as Letter),
        'ё' => Some(6),
        _ => None,
    }
}

/// What a spelling loses for a letter that Russian gave up in 1918.
pub(super) const OLD: f32 = -8.0;

/// What a spelling loses for a pair of letters against the rules: foreign names do break them.
const FORBIDDEN: f32 = -6.0;

/// Some letters, one bit each.
const fn set(letters: &str) -> u64 {
    let bytes = letters.as_bytes();
    let (mut set, mut at) = (0, 0);
    while at < bytes.len() {
        let c = (bytes[at] as u32 & 0x1f) << 6 | bytes[at + 1] as u32 & 0x3f;
        set |= 1 << (c - 'а' as u32 + 1);
        at += 2;
    }
    set
}

fn is(letter: Letter, set: u64) -> bool {
    set >> letter & 1 == 1
}

/// Whether Russian spelling lets a letter follow another (0: the edge of the word): a soft sign only follows
/// consonants, a hard sign stands between a consonant and е ё ю я, й follows vowels or begins a word before one, and
/// жи, ши, ча, ща, чу, щу are never written with ы, я, ю.
fn allowed(last: Letter, next: Letter) -> bool {
    let vowel = |letter| is(letter, const { set("аеиоуыэюя") });
    match next {
        _ if is(next, const { set("ьъ") }) => last != 0 && !vowel(last) && !is(last, const { set("йьъ") }),
        _ if is(last, const { set("ъ") }) => is(next, const { set("еюя") }),
        _ if is(next, const { set("й") }) => last == 0 || vowel(last),
        _ if is(next, const { set("ы") }) => !is(last, const { set("жшщчйьъ") }),
        _ if is(next, const { set("яю") }) => !is(last, const { set("жшщчц") }),
        _ if is(next, const { set("э") }) => last == 0 || vowel(last),
        _ => true,
    }
}

/// What a spelling loses for letters that stand together only where parts of a word meet, or in foreign names.
const UNUSUAL: f32 = -3.0;

/// What a spelling loses for letters that Russian has, but seldom.
const RARE: f32 = -1.5;

/// What a spelling loses for a letter that makes an unusual group with those before it: тс before a vowel or at the end
/// (ц is likelier), шч (щ), a vowel after ы, а о у ы after й or ь (я ё ю и), and the ending -ий after a consonant that is
/// hard in most adjectives (-ый).
fn unusual(past: Past, next: Letter) -> f32 {
    let (last, second, third) = (past.latest(), past.back(1), past.back(2));
    let vowel = is(next, const { set("аеиоуыэюя") });
    let group = is(second, const { set("т") }) && is(last, const { set("с") }) && (next == 0 || vowel)
        || is(last, const { set("ш") }) && is(next, const { set("ч") })
        || is(last, const { set("ы") }) && vowel
        || is(last, const { set("йь") }) && second != 0 && is(next, const { set("аоуы") });
    let soft_ending = next == 0 && is(last, const { set("й") }) && is(second, const { set("и") });
    match () {
        () if soft_ending && is(third, const { set("бвдзлмпрстфц") }) => UNUSUAL * 1.5,
        () if soft_ending && is(third, const { set("н") }) => RARE,
        () if group => UNUSUAL,
        () => 0.0,
    }
}

/// The last letters of a word so far, the edge before it included.
#[derive(Clone, Copy, Default)]
pub(super) struct Past {
    letters: u64,
    /// Letters pushed, at most [`CONTEXT`].
    pushed: u8,
}

impl Past {
    pub(super) fn push(&mut self, letter: Letter) {
        self.letters = self.letters << BITS | u64::from(letter);
        self.pushed = (self.pushed + 1).min(CONTEXT as u8);
    }

    /// What a spelling loses if ё follows: hardly any name but those in -льё has it after ь, though many have е there, and
    /// the model takes the two for one letter.
    pub(super) fn dotted(self) -> f32 {
        if letter('ь') == Some(self.latest()) {
            UNUSUAL
        } else {
            0.0
        }
    }

    /// The last letter pushed, or the edge.
    fn latest(self) -> Letter {
        (self.letters & ((1 << BITS) - 1)) as Letter
    }

    /// The letter so many places before the last one, or the edge.
    fn back(self, places: u32) -> Letter {
        (self.letters >> (BITS * places) & ((1 << BITS) - 1)) as Letter
    }

    /// Letters of context there are: the edge before the word is one of them.
    fn length(self) -> usize {
        usize::from(self.pushed + 1).min(CONTEXT)
    }

    /// The number of the string of the last letters; strings of different lengths have different numbers.
    fn last(self, length: usize) -> u64 {
        let bits = BITS * length as u32;
        self.letters & ((1 << bits) - 1) | 1 << (bits + 1)
    }

    /// The number of the last letters with one more.
    fn then(self, length: usize, letter: Letter) -> u64 {
        let bits = BITS * (length as u32 + 1);
        (self.letters << BITS | u64::from(letter)) & ((1 << bits) - 1) | 1 << (bits + 1)
    }
}

/// A hasher for numbers that are well spread but for their high bits.
#[derive(Default)]
struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(byte.into());
        }
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 32;
    }
}
