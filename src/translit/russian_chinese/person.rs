//! Persons: given names, patronymics and surnames, and the characters of women's names.

use super::sound::{PERSONS, letters};
use super::{Ask, Basis, Part, Variant, begin, fixed, parts, replace_last};
use crate::translit::lexicon::{self, Gender};

/// The ways to write a full name, its parts divided by an interpunct: given name, patronymic, surname.
pub(super) fn full(text: &str, ask: &Ask) -> Vec<Variant> {
    let mut words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() >= 3
        && words
            .last()
            .is_some_and(|last| is_patronymic(&last.to_lowercase()))
    {
        words.rotate_left(1);
    }
    let woman = is_woman(&words);
    let mut whole = Variant {
        parts: Vec::new(),
        cost: 0,
        basis: Basis::Rule,
    };
    for (at, word) in words.iter().enumerate() {
        let last = at + 1 == words.len();
        let Some((parts, basis)) = one(word, at == 0, last && at > 0, woman, ask) else {
            return Vec::new();
        };
        if at > 0 {
            whole.parts.push(fixed("·"));
        }
        whole.basis = if at == 0 {
            basis
        } else {
            weaker(whole.basis, basis)
        };
        whole.parts.extend(parts);
    }
    vec![whole]
}

/// A name put together is as good as its weakest part.
fn weaker(a: Basis, b: Basis) -> Basis {
    if a == Basis::Rule { a } else { b }
}

fn one(word: &str, first: bool, last: bool, woman: bool, ask: &Ask) -> Option<(Vec<Part>, Basis)> {
    if let Some(initial) = initial(word) {
        return Some((vec![fixed(initial)], Basis::Rule));
    }
    if last {
        return surname_parts(word, woman, ask);
    }
    if !first && is_patronymic(&word.to_lowercase()) {
        return patronymic_parts(word, ask);
    }
    given_parts(word, Some(woman), ask)
}

/// The ways to write a surname alone.
pub(super) fn surname(text: &str, ask: &Ask) -> Vec<Variant> {
    if text.split_whitespace().nth(1).is_some() {
        return full(text, ask);
    }
    let woman = has_womans_ending(&text.to_lowercase());
    variant(surname_parts(text.trim(), woman, ask))
}

/// The ways to write a given name alone.
pub(super) fn given(text: &str, ask: &Ask) -> Vec<Variant> {
    if text.split_whitespace().nth(1).is_some() {
        return full(text, ask);
    }
    let text = text.trim();
    let parts = if is_patronymic(&text.to_lowercase()) {
        patronymic_parts(text, ask)
    } else {
        given_parts(text, None, ask)
    };
    variant(parts)
}

fn variant(parts: Option<(Vec<Part>, Basis)>) -> Vec<Variant> {
    parts
        .map(|(parts, basis)| Variant {
            parts,
            cost: 0,
            basis,
        })
        .into_iter()
        .collect()
}

/// `А.` as `A`: Chinese keeps initials as Latin letters.
pub(super) fn initial(word: &str) -> Option<String> {
    const LATIN: [(char, &str); 30] = [
        ('А', "A"),
        ('Б', "B"),
        ('В', "V"),
        ('Г', "G"),
        ('Д', "D"),
        ('Е', "Y"),
        ('Ё', "Y"),
        ('Ж', "Zh"),
        ('З', "Z"),
        ('И', "I"),
        ('Й', "Y"),
        ('К', "K"),
        ('Л', "L"),
        ('М', "M"),
        ('Н', "N"),
        ('О', "O"),
        ('П', "P"),
        ('Р', "R"),
        ('С', "S"),
        ('Т', "T"),
        ('У', "U"),
        ('Ф', "F"),
        ('Х', "Kh"),
        ('Ц', "Ts"),
        ('Ч', "Ch"),
        ('Ш', "Sh"),
        ('Щ', "Shch"),
        ('Э', "E"),
        ('Ю', "Yu"),
        ('Я', "Ya"),
    ];
    let letters: Vec<char> = word
        .strip_suffix('.')?
        .split('.')
        .map(|part| part.chars().next().filter(|_| part.chars().count() == 1))
        .collect::<Option<_>>()?;
    let latin: Option<Vec<&str>> = letters
        .iter()
        .map(|letter| LATIN.iter().find(|(c, _)| c == letter).map(|(_, latin)| *latin))
        .collect();
    latin.map(|latin| latin.join("·"))
}

pub(super) fn is_patronymic(lower: &str) -> bool {
    let endings = ["ович", "евич", "ьич", "ична", "овна", "евна", "инична"];
    lower.chars().count() > 6 && endings.iter().any(|ending| lower.ends_with(ending))
        || matches!(lower, "ильич" | "лукич" | "фомич")
}

fn has_womans_ending(lower: &str) -> bool {
    let endings = ["ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая"];
    lower.chars().count() > 3 && endings.iter().any(|ending| lower.ends_with(ending))
}

/// A person is a woman by her patronymic, her given name in the lexicon, or the ending of her surname.
fn is_woman(words: &[&str]) -> bool {
    let Some((last, before)) = words.split_last() else {
        return false;
    };
    let patronymic = before
        .iter()
        .map(|word| word.to_lowercase())
        .find(|word| is_patronymic(word));
    if let Some(patronymic) = patronymic {
        return patronymic.ends_with("на");
    }
    match before.first().and_then(|given| lexicon::given(given)) {
        Some(known) => {
            known.gender == Gender::Feminine
                || (known.gender == Gender::Both && has_womans_ending(&last.to_lowercase()))
        }
        None => has_womans_ending(&last.to_lowercase()),
    }
}

fn given_parts(word: &str, woman: Option<bool>, ask: &Ask) -> Option<(Vec<Part>, Basis)> {
    if ask.lexicon
        && let Some(known) = lexicon::given(word)
    {
        return Some((vec![fixed(known.zh)], Basis::Lexicon));
    }
    let lower = word.to_lowercase();
    if woman.unwrap_or(true) && lower.ends_with(['а', 'я']) {
        return Some((womans_given(&lower, ask.limit > 1)?, Basis::Rule));
    }
    Some((hyphened(word, ask.limit > 1)?, Basis::Rule))
}

/// A woman's given name: -ина and -яна close the syllable before 娜, and the last part has women's characters.
fn womans_given(lower: &str, many: bool) -> Option<Vec<Part>> {
    let closed =
        ["ина", "яна", "ана"].iter().any(|ending| lower.ends_with(ending)) && lower.chars().count() > 4;
    let mut found = match lower.strip_suffix('а').filter(|_| closed) {
        Some(stem) => {
            let mut found = hyphened(stem, many)?;
            found.iter_mut().last().into_iter().for_each(womanly);
            found.push(fixed("娜"));
            found
        }
        None => hyphened(lower, many)?,
    };
    found.iter_mut().last().into_iter().for_each(womanly);
    super::replace_first(&mut found, &[('马', '玛')]);
    Some(found)
}

/// The characters that stand in women's given names.
fn womanly(part: &mut Part) {
    const PAIRS: [(char, char); 8] = [
        ('瓦', '娃'),
        ('亚', '娅'),
        ('纳', '娜'),
        ('萨', '莎'),
        ('沙', '莎'),
        ('林', '琳'),
        ('马', '玛'),
        ('夏', '霞'),
    ];
    for text in part.texts() {
        if text.contains(PAIRS.map(|(from, _)| from)) {
            *text = text
                .chars()
                .map(|c| PAIRS.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to))
                .collect();
        }
    }
}

fn patronymic_parts(word: &str, ask: &Ask) -> Option<(Vec<Part>, Basis)> {
    if ask.lexicon
        && let Some((father, rest)) = lexicon::father(word)
    {
        let rest = parts(&PERSONS.read(&letters(&rest))?, false);
        let rest: String = rest.iter().map(|part| &*part.best).collect();
        let made = format!("{}{}", stem(father.zh), rest.replace("夫纳", "夫娜"));
        return Some((vec![fixed(made)], Basis::Lexicon));
    }
    let mut found = hyphened(word, ask.limit > 1)?;
    replace_last(&mut found, &[('纳', '娜')]);
    Some((found, Basis::Rule))
}

fn surname_parts(word: &str, woman: bool, ask: &Ask) -> Option<(Vec<Part>, Basis)> {
    if ask.lexicon
        && let Some(known) = lexicon::surname(word, woman)
    {
        return Some((vec![fixed(known)], Basis::Lexicon));
    }
    if woman && let Some(masculine) = lexicon::masculine(&word.to_lowercase()) {
        return Some((womans_surname(&masculine, ask.limit > 1)?, Basis::Rule));
    }
    Some((hyphened(word, ask.limit > 1)?, Basis::Rule))
}

/// A woman's surname by the man's: 夫 becomes 娃, 斯基 斯卡娅, and -ин takes 娜.
fn womans_surname(masculine: &str, many: bool) -> Option<Vec<Part>> {
    let mut found = hyphened(masculine, many)?;
    if masculine.ends_with(['в']) {
        replace_last(&mut found, &[('夫', '娃')]);
        return Some(found);
    }
    if masculine.ends_with("ий") {
        // 基 alone or as the end of 斯基, 茨基
        replace_last(&mut found, &[('基', '卡')]);
        found.push(fixed("娅"));
        return Some(found);
    }
    found.push(fixed("娜"));
    Some(found)
}

/// A name with hyphens keeps them.
fn hyphened(word: &str, many: bool) -> Option<Vec<Part>> {
    let mut found = Vec::new();
    for (at, piece) in word.split(['-', '–', '\u{2010}', '\u{2011}']).enumerate() {
        if at > 0 {
            found.push(fixed("-"));
        }
        let letters = letters(piece);
        let mut read = parts(&PERSONS.read(&letters)?, many);
        begin(&mut read);
        found.extend(read);
    }
    Some(found)
}

/// A Chinese given name without its last character where that stands for a lone consonant, which a vowel now follows.
fn stem(zh: &str) -> &str {
    zh.trim_end_matches([
        '尔', '夫', '德', '姆', '斯', '克', '特', '兹', '格', '布', '普', '什', '赫', '勒',
    ])
}
