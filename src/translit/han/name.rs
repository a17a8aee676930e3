//! A name as words of syllables, and its written forms.

use std::sync::LazyLock;

use super::palladius;
use super::person;
use super::quick::QuickMap;
use super::readings::read_part;
use super::rows;
use super::syllable::{Reading, Writing};
use crate::text::simplified;
use crate::translit::Use;

/// A name in Chinese characters, read and divided into words.
#[derive(Clone, Debug)]
pub struct Name {
    pub(super) units: Vec<Unit>,
    /// The characters, simplified; none where the name was read from another script.
    pub(super) plain: Vec<char>,
    kind: Use,
}

/// A character of a name: its reading, or the character itself where it has none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) read: Result<Reading, char>,
    pub(super) joint: Joint,
}

/// How a unit stands to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// In the same word.
    Same,
    /// A new word with a capital.
    Word,
    /// The generic term of a natural or built feature.
    Feature,
    /// The generic term of an administrative division.
    Division,
    /// The second part of a double surname.
    Hyphen,
}

impl Unit {
    /// A character within a word: its reading, or itself.
    pub(super) fn of(read: Option<Reading>, c: char) -> Unit {
        Unit {
            read: read.ok_or(c),
            joint: Joint::Same,
        }
    }
}

impl Name {
    /// Reads a name and divides it: a person into surname and given name, a place into specific and generic.
    ///
    /// A text of no known kind is taken for a person where its form leaves little doubt, else for a place.
    pub fn of(text: &str, kind: Use) -> Name {
        let plain: Vec<char> = text.chars().map(simplified).collect();
        let traditional: Option<Vec<char>> = plain
            .iter()
            .zip(text.chars())
            .any(|(plain, c)| *plain != c)
            .then(|| text.chars().collect());
        let original = traditional.as_deref().unwrap_or(&plain);
        let kind = match kind {
            Use::Any if person::looks_like_person(&plain) => Use::Person,
            Use::Any if generic(&plain).is_some() => Use::Place,
            kind => kind,
        };
        let mut units = Vec::with_capacity(plain.len());
        if kind == Use::Person {
            person::read_person(original, &plain, &mut units);
            divide_person(&plain, &mut units);
        } else {
            read_part(original, &plain, kind, &mut units);
            if matches!(kind, Use::Place | Use::Any) {
                divide_place(&plain, &mut units);
            }
        }
        Name { units, plain, kind }
    }

    pub(super) fn from_units(units: Vec<Unit>, kind: Use) -> Name {
        Name {
            units,
            plain: Vec::new(),
            kind,
        }
    }

    /// Whether every character that is a Chinese one has been read.
    pub fn is_read(&self) -> bool {
        use crate::lang::Script;
        !self
            .units
            .iter()
            .any(|unit| unit.read.is_err_and(|c| Script::of(c) == Some(Script::Han)))
    }

    /// Whether any character has been read.
    pub fn has_readings(&self) -> bool {
        self.units.iter().any(|unit| unit.read.is_ok())
    }

    /// The readings, character by character.
    pub fn readings(&self) -> impl Iterator<Item = Option<Reading>> {
        self.units.iter().map(|unit| unit.read.ok())
    }

    /// In Pinyin without tones.
    pub fn pinyin(&self) -> String {
        self.latin(|reading| reading.syllable.written(Writing::Pinyin), "", true)
    }

    /// In Pinyin with tone marks.
    pub fn toned_pinyin(&self) -> String {
        self.latin(Reading::marked, "", true)
    }

    /// In Pinyin with the tone as a digit after each syllable (`Lu4'an1`; 5 is the neutral tone).
    pub fn numbered_pinyin(&self) -> String {
        const TONES: [&str; 6] = ["5", "1", "2", "3", "4", "5"];
        let mut out = Writer::new(self.units.len() * 8, true);
        for unit in &self.units {
            out.unit(unit, |reading| reading.syllable.written(Writing::Pinyin), "");
            if let Ok(reading) = unit.read {
                out.text.push_str(TONES[usize::from(reading.tone)]);
            }
        }
        out.text
    }

    /// As in passports of the PRC: capitals without marks, ü as YU (GB/T 28039-2011; National Immigration Administration).
    ///
    /// ```
    /// use isonym::translit::{Use, han::Name};
    /// assert_eq!(Name::of("吕秀娟", Use::Person).passport(), "LYU XIUJUAN");
    /// ```
    pub fn passport(&self) -> String {
        let plain = self.latin(|reading| reading.syllable.written(Writing::Pinyin), "", false);
        plain.replace(['ü', 'Ü'], "yu").to_uppercase()
    }

    /// In a system of the table. Wade–Giles joins the syllables of a word by hyphens, Tongyong those of a given name.
    pub fn written(&self, writing: Writing) -> String {
        let spell = |reading: Reading| reading.syllable.written(writing);
        match writing {
            Writing::Palladius => palladius::write(self),
            Writing::WadeGiles => self.latin(spell, "-", false),
            Writing::Tongyong if self.kind == Use::Person => self.latin(spell, "-", false),
            Writing::Pinyin | Writing::Tongyong | Writing::Yale => self.latin(spell, "", true),
        }
    }

    fn latin(&self, spell: impl Fn(Reading) -> &'static str, between: &str, apostrophe: bool) -> String {
        let mut out = Writer::new(self.units.len() * 8, apostrophe);
        for unit in &self.units {
            out.unit(unit, &spell, between);
        }
        out.text
    }
}

/// Writes units one after the other.
pub(super) struct Writer {
    pub(super) text: String,
    after_syllable: bool,
    in_word: bool,
    apostrophe: bool,
}

impl Writer {
    pub(super) fn new(capacity: usize, apostrophe: bool) -> Writer {
        Writer {
            text: String::with_capacity(capacity),
            after_syllable: false,
            in_word: false,
            apostrophe,
        }
    }

    pub(super) fn unit(&mut self, unit: &Unit, spell: impl Fn(Reading) -> &'static str, between: &str) {
        match unit.read {
            Ok(reading) => self.syllable(spell(reading), unit.joint, between),
            Err(c) => self.other(c),
        }
    }

    fn syllable(&mut self, spelled: &str, joint: Joint, between: &str) {
        let begins = !self.in_word || joint != Joint::Same;
        if self.after_syllable && !self.in_word {
            self.text.push(' ');
        } else if self.after_syllable {
            match joint {
                Joint::Word | Joint::Feature | Joint::Division => self.text.push(' '),
                Joint::Hyphen => self.text.push('-'),
                Joint::Same if self.apostrophe && starts_with_vowel(spelled) => self.text.push('\''),
                Joint::Same => self.text.push_str(between),
            }
        }
        let mut letters = spelled.chars();
        match letters.next() {
            Some(first) if begins => self.text.extend(first.to_uppercase()),
            Some(first) => self.text.push(first),
            None => {}
        }
        self.text.push_str(letters.as_str());
        self.after_syllable = true;
        self.in_word = true;
    }

    /// Interpuncts become spaces; anything else stays.
    fn other(&mut self, c: char) {
        let c = if matches!(c, '·' | '・' | '•' | '\u{2027}') {
            ' '
        } else {
            c
        };
        if c.is_alphanumeric() && self.after_syllable {
            self.text.push(' ');
        }
        self.text.push(c);
        self.after_syllable = c.is_alphanumeric();
        self.in_word = false;
    }
}

/// Whether an apostrophe stands before the syllable where it does not begin a word: before every a, o and e (ISO 7098).
fn starts_with_vowel(spelled: &str) -> bool {
    spelled
        .chars()
        .next()
        .is_some_and(|first| matches!(super::syllable::unmarked(first).0, 'a' | 'e' | 'o'))
}

fn divide_person(plain: &[char], units: &mut [Unit]) {
    let (split, double) = person::surname(plain);
    if let Some(unit) = double.and_then(|at| units.get_mut(at)) {
        unit.joint = Joint::Hyphen;
    }
    if let Some(unit) = units.get_mut(split) {
        unit.joint = Joint::Word;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Division,
    Feature,
}

/// A generic term and what it is a term for.
type Generic = (Vec<char>, Class);

/// The generics that end in a character, the longest first.
static GENERICS: LazyLock<QuickMap<char, Vec<Generic>>> = LazyLock::new(|| {
    let mut by_last: QuickMap<char, Vec<Generic>> = QuickMap::default();
    for (generic, class) in rows(include_str!("generics.csv")).filter_map(|row| row.split_once(',')) {
        let class = if class == "division" {
            Class::Division
        } else {
            Class::Feature
        };
        if let Some(last) = generic.chars().next_back() {
            let of_last = by_last.entry(last).or_default();
            of_last.push((generic.chars().collect(), class));
        }
    }
    for of_last in by_last.values_mut() {
        of_last.sort_by_key(|(generic, _)| std::cmp::Reverse(generic.len()));
    }
    by_last
});

/// The generics that a name may end in, the longest first.
fn generics(plain: &[char]) -> &'static [Generic] {
    let of_last = plain.last().and_then(|last| GENERICS.get(last));
    of_last.map_or(&[], Vec::as_slice)
}

/// Names that do not follow the rule of length: `true` where the generic is split off all the same.
static FEATURES: LazyLock<QuickMap<Vec<char>, bool>> = LazyLock::new(|| {
    rows(include_str!("features.csv"))
        .filter_map(|row| row.split_once(','))
        .map(|(name, treated)| (name.chars().collect(), treated == "words"))
        .collect()
});

static PEOPLES: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    rows(include_str!("peoples.csv"))
        .map(|name| name.chars().collect())
        .collect()
});

/// The longest text that is divided as one place, in characters.
const LONGEST_PLACE: usize = 60;

/// Marks where generics and peoples begin words; a chain of divisions (province, city, county) is taken apart.
fn divide_place(plain: &[char], units: &mut [Unit]) {
    if plain.len() > LONGEST_PLACE {
        return;
    }
    let mut start = 0;
    while let Some(end) = end_of_province(&plain[start..]) {
        divide_one(&plain[start..start + end], &mut units[start..start + end]);
        start += end;
        if let Some(unit) = units.get_mut(start) {
            unit.joint = Joint::Word;
        }
    }
    divide_one(&plain[start..], &mut units[start..]);
}

/// Where a first division ends that another one follows.
fn end_of_province(plain: &[char]) -> Option<usize> {
    const PROVINCES: [&[char]; 6] = [
        &['省'],
        &['自', '治', '区'],
        &['自', '治', '州'],
        &['市'],
        &['盟'],
        &['地', '区'],
    ];
    let is_division = |(generic, class): &Generic| generic.len() == 1 && *class == Class::Division;
    if plain.len() < 5 || !generics(plain).iter().any(is_division) {
        return None;
    }
    PROVINCES.into_iter().find_map(|word| {
        (2..plain.len().saturating_sub(word.len() + 1))
            .find(|&at| plain[at..].starts_with(word))
            .map(|at| at + word.len())
    })
}

fn divide_one(plain: &[char], units: &mut [Unit]) {
    let Some((at, class)) = generic(plain) else { return };
    units[at].joint = if class == Class::Division {
        Joint::Division
    } else {
        Joint::Feature
    };
    if class == Class::Division {
        divide_peoples(&plain[..at], units);
    }
}

/// Where the generic of a place begins.
fn generic(plain: &[char]) -> Option<(usize, Class)> {
    if let Some(split) = FEATURES.get(plain) {
        return split.then(|| (plain.len() - 1, Class::Feature));
    }
    let fits = generics(plain).iter().filter(|(generic, class)| {
        let rest = plain.len().saturating_sub(generic.len());
        let enough = rest >= 2 || *class == Class::Division && generic.len() == 1 && rest == 1;
        enough && plain.ends_with(generic)
    });
    let (generic, class) = fits.into_iter().next()?;
    Some((plain.len() - generic.len(), *class))
}

/// Peoples stand before 自治州 and its like, one after the other.
fn divide_peoples(plain: &[char], units: &mut [Unit]) {
    let mut end = plain.len();
    let people = |end: usize| (2..end).find(|&at| PEOPLES.iter().any(|people| people == &plain[at..end]));
    while let Some(at) = people(end) {
        units[at].joint = Joint::Word;
        end = at;
    }
}
