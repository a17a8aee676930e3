//! Are two spellings one name?
//!
//! Strict: what merely looks alike is different (Wang Yi and Wang Yu, 陕西 and 山西, 张伟 and 章伟).

use std::fmt;

use super::common::common_source;
use crate::index::{Index, Reading, Relation};
use crate::lang::Script;
use crate::text::fold;
use crate::translit::han::{self, Writing};
use crate::translit::{SYSTEMS, Sounds, Use, chinese_readings, distance, readings};

/// Whether two spellings are one name, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// Whether they are: `score` is at least [`Verdict::THRESHOLD`].
    pub same: bool,
    /// From 0 (nothing in common) to 1 (no difference that a reader would mind).
    pub score: f32,
    /// What the verdict rests on.
    pub reason: Reason,
}

/// What a [`Verdict`] rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The spellings differ in nothing that the index would keep (letter case, marks, ё, traditional characters).
    Spelling,
    /// Both are names that stand in the glossary: of one entry, or of different ones.
    Entry,
    /// One is a case form of a name of the other's entry.
    Inflected,
    /// This system converts one into the other.
    System(&'static str),
    /// These systems, or a system and itself, write both of them for one source.
    Systems(&'static str, &'static str),
    /// Chinese characters, compared one by one.
    Characters,
    /// Chinese syllables, compared one by one.
    Syllables,
    /// How the spellings sound.
    Sound,
}

impl Verdict {
    /// The score from which two spellings count as one name.
    pub const THRESHOLD: f32 = 0.5;

    fn new(score: f32, reason: Reason) -> Verdict {
        Verdict {
            same: score >= Verdict::THRESHOLD,
            score: score.clamp(0.0, 1.0),
            reason,
        }
    }
}

impl fmt::Display for Reason {
    /// The word for it in output; for systems their ids.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::Spelling => "spelling",
            Reason::Entry => "entry",
            Reason::Inflected => "inflected",
            Reason::System(id) => id,
            Reason::Systems(a, b) => return write!(f, "{a} and {b} of one source"),
            Reason::Characters => "characters",
            Reason::Syllables => "syllables",
            Reason::Sound => "sound",
        })
    }
}

/// Whether two spellings are one name, by the entries of a glossary and where these do not tell, by tables and rules.
///
/// Names of one entry are one name, whatever they look like; names that only stand in different entries are two.
///
/// ```
/// use isonym::names::{Reason, same};
/// let index = isonym::shipped();
/// let verdict = same(&index, "海参崴", "Vladivostok");
/// assert!(verdict.same && verdict.reason == Reason::Entry);
/// assert!(same(&index, "Москвы", "Moscow").same);
/// assert!(!same(&index, "Iran", "Iraq").same);
/// assert!(!same(&index, "陕西", "Shanxi").same);
/// ```
pub fn same(index: &Index, a: &str, b: &str) -> Verdict {
    by_entries(index, a, b).unwrap_or_else(|| same_by_rule(a, b))
}

/// Whether two spellings are one name, by tables and rules alone.
///
/// ```
/// use isonym::names::same_by_rule;
/// use isonym::names::Reason;
/// assert!(same_by_rule("Хрущёв", "Chruschtschow").same);
/// assert_eq!(same_by_rule("Shchyolkovo", "Schtscholkowo").reason, Reason::Systems("wikipedia", "german"));
/// assert!(same_by_rule("Khrouchtchov", "Khrushchev").same);
/// assert!(same_by_rule("张伟", "Чжан Вэй").same);
/// assert!(!same_by_rule("Wang Yi", "Wang Yu").same);
/// assert!(!same_by_rule("张伟", "章伟").same);
/// ```
pub fn same_by_rule(a: &str, b: &str) -> Verdict {
    if let Some(verdict) = by_spelling(a, b) {
        return verdict;
    }
    let (han_a, han_b) = (is_han(a), is_han(b));
    if han_a && han_b {
        return Verdict::new(0.0, Reason::Characters);
    }
    if han_a || han_b {
        let (characters, letters) = if han_a { (a, b) } else { (b, a) };
        return by_reading(characters, letters);
    }
    by_syllables(a, b)
        .or_else(|| by_system(a, b))
        .unwrap_or_else(|| by_romanizations(a, b, by_sound(a, b)))
}

/// Spellings that sound alike, for the better reason that two systems write them for one source where that is so.
fn by_romanizations(a: &str, b: &str, by_sound: Verdict) -> Verdict {
    let source = by_sound.same.then(|| common_source(a, b)).flatten();
    source.map_or(by_sound, |(x, y)| Verdict::new(1.0, Reason::Systems(x.id, y.id)))
}

/// Spellings without a letter are no names; those that the index would not tell apart are one.
fn by_spelling(a: &str, b: &str) -> Option<Verdict> {
    let (x, y) = (fold(a), fold(b));
    if x.is_empty() || y.is_empty() {
        return Some(Verdict::new(0.0, Reason::Spelling));
    }
    (x == y).then(|| Verdict::new(1.0, Reason::Spelling))
}

/// What the entries say that two spellings name: one entry in common, or different ones that both are named exactly so.
fn by_entries(index: &Index, a: &str, b: &str) -> Option<Verdict> {
    if by_spelling(a, b).is_some() {
        return None;
    }
    let (x, y) = (index.readings(a), index.readings(b));
    let common = |reason: fn(Relation) -> bool| {
        x.iter().filter(|reading| reason(reading.relation)).any(|one| {
            y.iter()
                .any(|other| other.entry == one.entry && reason(other.relation))
        })
    };
    let exactly = |relation| relation == Relation::Itself;
    if common(exactly) {
        return Some(Verdict::new(1.0, Reason::Entry));
    }
    if common(|relation| matches!(relation, Relation::Itself | Relation::Inflected)) {
        return Some(Verdict::new(0.95, Reason::Inflected));
    }
    let is_name = |readings: &[Reading]| {
        readings
            .iter()
            .any(|&reading| exactly(reading.relation) && !index.only_asked(reading))
    };
    (is_name(&x) && is_name(&y)).then(|| Verdict::new(0.0, Reason::Entry))
}

fn is_han(text: &str) -> bool {
    Script::of_text(text) == Some(Script::Han)
}

/// Chinese characters with a spelling: one of the readings must be written so by some system.
fn by_reading(characters: &str, letters: &str) -> Verdict {
    let uses = [Use::Any, Use::Person, Use::Place];
    let readings = uses.map(|kind| han::Name::of(characters, kind).pinyin());
    if readings.iter().any(|pinyin| fold(pinyin) == fold(letters)) {
        return Verdict::new(1.0, Reason::System("pinyin"));
    }
    let verdicts = readings
        .iter()
        .map(|pinyin| by_syllables(pinyin, letters).unwrap_or_else(|| by_sound(pinyin, letters)));
    verdicts
        .max_by(|a, b| a.score.total_cmp(&b.score))
        .unwrap_or(Verdict::new(0.0, Reason::Syllables))
}

/// Spellings that are made of Chinese syllables both: the same syllables are one name, other ones only are certain to be
/// another name if both are good Pinyin.
fn by_syllables(a: &str, b: &str) -> Option<Verdict> {
    let (x, y) = (chinese(a), chinese(b));
    let same = x
        .iter()
        .find_map(|(writing, name)| Some((*writing, y.iter().find(|(_, other)| other == name)?.0)));
    if let Some((writing, other)) = same {
        let reason = match writing == other {
            true => Reason::Syllables,
            false => Reason::Systems(id(writing), id(other)),
        };
        return Some(Verdict::new(0.95, reason));
    }
    let certain =
        |text| is_palladius(text) || !is_divided(text) && !syllables(text, Writing::Pinyin).is_empty();
    (certain(a) && certain(b)).then_some(Verdict::new(0.1, Reason::Syllables))
}

/// Whether hyphens or apostrophes may betray Wade–Giles: Ch’eng-tu, but not Xi’an.
fn is_divided(text: &str) -> bool {
    let before_vowel = |rest: &str| rest.chars().next().is_some_and(|c| "aeoāáǎàēéěèōóǒò".contains(c));
    text.contains('-')
        || text
            .split(['\'', '’', '‘', 'ʻ', '`'])
            .skip(1)
            .any(|rest| !before_vowel(rest))
}

fn is_palladius(text: &str) -> bool {
    Script::of_text(text) == Some(Script::Cyrillic) && !syllables(text, Writing::Palladius).is_empty()
}

fn syllables(text: &str, writing: Writing) -> Vec<String> {
    const LIMIT: usize = 8;
    let names = han::syllables(text, writing, Use::Any, LIMIT);
    names.into_iter().map(|name| bare(&name.pinyin())).collect()
}

/// The id of the system of a column.
fn id(writing: Writing) -> &'static str {
    match writing {
        Writing::Pinyin => "pinyin",
        Writing::WadeGiles => "wade-giles",
        Writing::Tongyong => "tongyong",
        Writing::Yale => "yale",
        Writing::Palladius => "palladius",
    }
}

/// The syllables that a spelling may be read as, in Pinyin, each with the system that it is then written in. A Latin spelling that is good Pinyin is nothing else, unless its
/// hyphens or apostrophes betray Wade–Giles.
fn chinese(text: &str) -> Vec<(Writing, String)> {
    let read = |writing| {
        syllables(text, writing)
            .into_iter()
            .map(move |name| (writing, name))
    };
    if Script::of_text(text) == Some(Script::Cyrillic) {
        return read(Writing::Palladius).collect();
    }
    let mut found: Vec<_> = read(Writing::Pinyin).collect();
    if found.is_empty() || is_divided(text) {
        let others = [Writing::WadeGiles, Writing::Tongyong, Writing::Yale];
        found.extend(others.into_iter().flat_map(read));
    }
    found
}

fn bare(pinyin: &str) -> String {
    pinyin
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A Cyrillic spelling that a system writes like the Latin one.
fn by_system(a: &str, b: &str) -> Option<Verdict> {
    let (cyrillic, latin) = match (Script::of_text(a)?, Script::of_text(b)?) {
        (Script::Cyrillic, Script::Latin) => (a, b),
        (Script::Latin, Script::Cyrillic) => (b, a),
        _ => return None,
    };
    let wanted = fold(latin);
    SYSTEMS
        .iter()
        .filter(|system| system.from == Script::Cyrillic && system.to == Script::Latin)
        .find(|system| fold(&system.convert(cyrillic, Use::Any)) == wanted)
        .map(|system| Verdict::new(1.0, Reason::System(system.id)))
}

/// Spellings compared by ear: word by word where they have as many, otherwise as one word.
fn by_sound(a: &str, b: &str) -> Verdict {
    let (x, y) = (words(a), words(b));
    let mut score = if x.len() == y.len() {
        let each = x.iter().zip(&y).map(|(a, b)| alike(&readings(a), &readings(b)));
        each.fold(1.0, f32::min)
    } else {
        alike(&readings(&x.concat()), &readings(&y.concat()))
    };
    let (heard_a, heard_b) = (heard(a), heard(b));
    if !heard_a.is_empty() {
        score = score.max(alike(&heard_a, &readings(&y.concat())));
    }
    if !heard_b.is_empty() {
        score = score.max(alike(&readings(&x.concat()), &heard_b));
    }
    Verdict::new(score, Reason::Sound)
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '·' | '.'));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// How a name of Chinese syllables is heard by others, without the generic that Wade–Giles adds behind a hyphen (-shih, -hsien).
fn heard(text: &str) -> Vec<Sounds> {
    const GENERICS: [&str; 6] = ["-shih", "-shi", "-hsien", "-fu", "-chen", "-xian"];
    let specific = GENERICS.iter().find_map(|generic| text.strip_suffix(generic));
    let names = chinese(specific.unwrap_or(text));
    names
        .iter()
        .flat_map(|(_, pinyin)| chinese_readings(pinyin))
        .collect()
}

/// How alike two words sound: the longer they are, the more may differ.
fn alike(a: &[Sounds], b: &[Sounds]) -> f32 {
    let (price, length) = distance(a, b);
    let allowance = (0.1 * length as f32).min(1.2);
    (1.0 - 0.5 * price / allowance).max(0.0)
}
