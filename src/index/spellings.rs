//! The spellings that a name is recognised by.

use std::sync::LazyLock;

use crate::glossary::{Entry, Form, Kind, Name, Status};
use crate::inflection::{Hint, NameKind, forms};
use crate::lang::{Lang, Script};
use crate::text::{fold, fold_into};
use crate::translit::{SYSTEMS, System, agree, russian_letters, system};

/// What a spelling is to the name that it belongs to; the likelier relation is the lesser one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The name itself, but for what [`fold`] ignores.
    Itself,
    /// A grammatical form of the name.
    Inflected,
    /// A part that stands for the whole: a person's surname.
    Part,
    /// What a conversion system makes of the entry's name in another script; the number counts in
    /// [`crate::translit::SYSTEMS`].
    Converted(u8),
}

impl Relation {
    pub(super) fn code(self) -> u16 {
        match self {
            Relation::Itself => 0,
            Relation::Inflected => 1,
            Relation::Part => 2,
            Relation::Converted(system) => 3 | u16::from(system) << 8,
        }
    }

    pub(super) fn from_code(code: u16) -> Relation {
        match code & 0xff {
            0 => Relation::Itself,
            1 => Relation::Inflected,
            2 => Relation::Part,
            _ => Relation::Converted((code >> 8) as u8),
        }
    }
}

/// What takes the folded spellings of an entry.
type Put<'a> = dyn FnMut(&str, Lang, usize, Relation) + 'a;

/// Calls `put` with every folded spelling of an entry's names.
pub(super) fn spellings(entry: &Entry, put: &mut Put<'_>) {
    let mut own = Vec::new();
    let mut buffer = String::new();
    for lang in Lang::ALL {
        for (at, name) in entry.names(lang).iter().enumerate() {
            match name.form {
                Form::Gloss => {}
                Form::Lookup => {
                    let key = fold(&name.text);
                    if !key.is_empty() {
                        put(&key, lang, at, Relation::Itself);
                    }
                }
                _ => own.extend(of_name(entry, lang, at, name, put)),
            }
        }
    }
    converted(entry, &mut |text, lang, system| {
        let key = folded(text, &mut buffer);
        if key.chars().count() >= SHORTEST_CONVERTED && own.iter().all(|own| own != key) {
            put(key, lang, 0, Relation::Converted(system));
        }
    });
}

/// The spellings of one name but for conversions; its key.
fn of_name(entry: &Entry, lang: Lang, at: usize, name: &Name, put: &mut Put<'_>) -> Option<String> {
    let key = fold(&name.text);
    if !key.is_empty() {
        // A mention begins with a letter, so a name that begins with a quotation mark is known without it too.
        let bare = key.trim_start_matches(['“', '«', '"', '《']);
        if bare.len() < key.len() {
            put(bare, lang, at, Relation::Itself);
        }
        put(&key, lang, at, Relation::Itself);
    }
    let mut buffer = String::new();
    inflected(entry, lang, name, &mut |form| {
        put(folded(form, &mut buffer), lang, at, Relation::Inflected);
    });
    if lang == Lang::En {
        written_otherwise(&key, |form| put(&form, lang, at, Relation::Inflected));
    }
    if let Some(surname) = surname(entry, lang, name) {
        put(folded(surname, &mut buffer), lang, at, Relation::Part);
        if lang == Lang::Ru {
            let hint = Hint {
                kind: Some(NameKind::Surname),
                gender: None,
            };
            forms(surname, hint, &mut |form| {
                put(folded(form, &mut buffer), lang, at, Relation::Part);
            });
        }
    }
    (!key.is_empty()).then_some(key)
}

/// The key of a text, in room that is used again.
fn folded<'a>(text: &str, buffer: &'a mut String) -> &'a str {
    buffer.clear();
    fold_into(text, buffer);
    buffer
}

/// The least number of characters of another system's form: shorter ones are too often another word.
const SHORTEST_CONVERTED: usize = 5;

/// What the other systems make of a name in the script that it comes from.
fn converted(entry: &Entry, put: &mut dyn FnMut(&str, Lang, u8)) {
    let Some(source) = source(entry) else { return };
    // Systems agree more often than not: what an earlier one has made is not told, and if possible not made, again.
    let mut made: Vec<(Lang, String)> = Vec::new();
    let mut asked: Vec<usize> = Vec::new();
    let names = || {
        let names = entry.names(source).iter();
        names.filter(|name| name.status <= Status::Admitted && name.form == Form::Ordinary)
    };
    let letters = names().try_fold(0, |letters, name| Some(letters | russian_letters(&name.text)?));
    for (number, system) in SYSTEMS.iter().enumerate() {
        let target = match system.to {
            Script::Latin => Lang::En,
            Script::Cyrillic => Lang::Ru,
            _ => continue,
        };
        if system.from == source.script() && target != source && !entry.names(target).is_empty() {
            if letters.is_some_and(|letters| asked.iter().any(|&earlier| agree(earlier, number, letters))) {
                continue;
            }
            asked.push(number);
            for name in names() {
                let text = system.convert(&name.text, entry.kind.into());
                if made.iter().all(|(lang, known)| (*lang, known) != (target, &text)) {
                    put(&text, target, number as u8);
                    made.push((target, text));
                }
            }
        }
    }
}

/// The language that an entry's names come from, where the English name shows it: it is the romanization of
/// the Russian name, or the Pinyin of the Chinese one.
fn source(entry: &Entry) -> Option<Lang> {
    static PINYIN: LazyLock<Option<&System>> = LazyLock::new(|| system("pinyin"));
    static RUSSIAN: LazyLock<Vec<&System>> = LazyLock::new(|| {
        let ids = ["bgn-pcgn-simplified", "wikipedia", "news"];
        ids.into_iter().filter_map(system).collect()
    });
    let written = |lang: Lang| entry.preferred(lang).map(|name| name.text.as_str());
    let english = fold(written(Lang::En)?);
    let gives = |system: &System, text: &str| {
        let key = fold(&system.convert(text, entry.kind.into()));
        let letters = key.bytes().filter(|&byte| byte != b' ');
        letters.eq(english.bytes().filter(|&byte| byte != b' '))
    };
    let pinyin = |name| PINYIN.is_some_and(|system| gives(system, name));
    if written(Lang::Zh).is_some_and(pinyin) {
        return Some(Lang::Zh);
    }
    let russian = written(Lang::Ru)?;
    let is_russian = RUSSIAN.iter().any(|system| gives(system, russian));
    is_russian.then_some(Lang::Ru)
}

fn inflected(entry: &Entry, lang: Lang, name: &Name, put: &mut dyn FnMut(&str)) {
    match lang {
        Lang::En => {
            let plural = matches!(name.form, Form::Adjective | Form::Demonym) || entry.kind == Kind::People;
            if plural
                && !name.text.ends_with(['s', 'e'])
                && !name.text.ends_with("sh")
                && !name.text.ends_with("ch")
            {
                put(&(fold(&name.text) + "s"));
            }
        }
        Lang::Ru => {
            // An adjective has forms for all genders.
            let kind = (name.form != Form::Adjective).then(|| name_kind(entry.kind, name.form));
            forms(&name.text, Hint { kind, gender: None }, put);
        }
        Lang::Zh => {}
    }
}

/// The key of an English name with `&` for `and`, and with `St.` for `Saint` or the reverse.
fn written_otherwise(key: &str, mut put: impl FnMut(String)) {
    if !["and", "saint", "st"].iter().any(|word| key.contains(word)) {
        return;
    }
    let words: Vec<&str> = key.split(' ').collect();
    let swapped = |from: &str, to: &str| {
        let swap = |word: &&str| {
            if *word == from {
                to.to_owned()
            } else {
                (*word).to_owned()
            }
        };
        words.iter().map(swap).collect::<Vec<_>>().join(" ")
    };
    for (from, to) in [("and", "&"), ("saint", "st"), ("st", "saint")] {
        if words.contains(&from) {
            put(swapped(from, to));
        }
    }
    if words.contains(&"and") && words.contains(&"saint") {
        put(swapped("saint", "st").replace(" and ", " & "));
    }
    if words.contains(&"and") && words.contains(&"st") {
        put(key.replace(" and ", " & "));
    }
}

/// What an entry's name is, as far as its declension goes.
pub(crate) fn name_kind(kind: Kind, form: Form) -> NameKind {
    match (kind, form) {
        (Kind::Person, _) | (_, Form::Ordinary | Form::Short) => kind.into(),
        _ => NameKind::Thing,
    }
}

/// A person's surname, where it can stand alone: not in Chinese characters, where one character is no name.
fn surname<'a>(entry: &Entry, lang: Lang, name: &'a Name) -> Option<&'a str> {
    if entry.kind != Kind::Person || name.status > Status::Admitted || lang == Lang::Zh {
        return None;
    }
    let (first, rest) = name.text.split_once(' ')?;
    let chinese_order = is_chinese(entry);
    let part = if chinese_order {
        first
    } else {
        rest.rsplit(' ').next()?
    };
    let is_long = part.chars().count() > if chinese_order { 1 } else { 3 };
    // Catherine the Great, Kirill of Moscow.
    let is_epithet = rest.split(' ').any(|word| matches!(word, "of" | "the"));
    (is_long && !is_epithet && !GRAMMAR.contains(&part)).then_some(part)
}

/// Surnames that are words of grammar in English, which begin more sentences than they name persons.
const GRAMMAR: [&str; 6] = ["He", "An", "So", "No", "Do", "You"];

/// Whether an entry's person is named in the Chinese order: a Chinese name of at most four characters
/// without an interpunct, whose own surname comes first in the other scripts too.
fn is_chinese(entry: &Entry) -> bool {
    entry.names(Lang::Zh).first().is_some_and(|name| {
        let length = name.text.chars().count();
        (2..=4).contains(&length) && name.text.chars().all(|c| Script::of(c) == Some(Script::Han))
    }) && entry
        .names(Lang::En)
        .first()
        .is_some_and(|name| name.text.split(' ').count() == 2)
}
