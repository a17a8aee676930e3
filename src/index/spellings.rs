//! The spellings that a name is recognised by.

use crate::glossary::{Entry, Form, Kind, Name, Status};
use crate::inflection::{Hint, NameKind, inflect};
use crate::lang::{Lang, Script};
use crate::text::fold;
use crate::translit::{SYSTEMS, system};

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

/// Calls `put` with every folded spelling of an entry's names.
pub(super) fn spellings(entry: &Entry, mut put: impl FnMut(String, Lang, usize, Relation)) {
    let mut own = Vec::new();
    for lang in Lang::ALL {
        for (at, name) in entry.names(lang).iter().enumerate() {
            if name.form == Form::Gloss {
                continue;
            }
            let key = fold(&name.text);
            if name.form == Form::Lookup {
                if !key.is_empty() {
                    put(key, lang, at, Relation::Itself);
                }
                continue;
            }
            if !key.is_empty() {
                own.push(key.clone());
                // A mention begins with a letter, so a name that begins with a quotation mark is known without it too.
                let bare = key.trim_start_matches(['“', '«', '"', '《']);
                if bare.len() < key.len() {
                    put(bare.to_owned(), lang, at, Relation::Itself);
                }
                put(key, lang, at, Relation::Itself);
            }
            inflected(entry, lang, name, |form| put(form, lang, at, Relation::Inflected));
            if lang == Lang::En {
                written_otherwise(&fold(&name.text), |form| put(form, lang, at, Relation::Inflected));
            }
            if let Some(surname) = surname(entry, lang, name) {
                put(fold(surname), lang, at, Relation::Part);
                if lang == Lang::Ru {
                    let hint = Hint {
                        kind: Some(NameKind::Surname),
                        gender: None,
                    };
                    let forms = inflect(surname, hint).forms;
                    forms
                        .iter()
                        .for_each(|form| put(fold(&form.text), lang, at, Relation::Part));
                }
            }
        }
    }
    converted(entry, |text, lang, system| {
        let key = fold(&text);
        if key.chars().count() >= SHORTEST_CONVERTED && !own.contains(&key) {
            put(key, lang, 0, Relation::Converted(system));
        }
    });
}

/// The least number of characters of another system's form: shorter ones are too often another word.
const SHORTEST_CONVERTED: usize = 5;

/// What the other systems make of a name in the script that it comes from.
fn converted(entry: &Entry, mut put: impl FnMut(String, Lang, u8)) {
    let Some(source) = source(entry) else { return };
    for (number, system) in SYSTEMS.iter().enumerate() {
        let target = match system.to {
            Script::Latin => Lang::En,
            Script::Cyrillic => Lang::Ru,
            _ => continue,
        };
        if system.from == source.script() && target != source && !entry.names(target).is_empty() {
            for name in entry
                .names(source)
                .iter()
                .filter(|name| name.status <= Status::Admitted && name.form == Form::Ordinary)
            {
                put(
                    system.convert(&name.text, entry.kind.into()),
                    target,
                    number as u8,
                );
            }
        }
    }
}

/// The language that an entry's names come from, where the English name shows it: it is the romanization of
/// the Russian name, or the Pinyin of the Chinese one.
fn source(entry: &Entry) -> Option<Lang> {
    let written = |lang: Lang| entry.preferred(lang).map(|name| name.text.as_str());
    let english = fold(written(Lang::En)?).replace(' ', "");
    let gives = |id: &str, text: &str| {
        system(id)
            .is_some_and(|system| fold(&system.convert(text, entry.kind.into())).replace(' ', "") == english)
    };
    if written(Lang::Zh).is_some_and(|name| gives("pinyin", name)) {
        return Some(Lang::Zh);
    }
    let russian = written(Lang::Ru)?;
    ["bgn-pcgn-simplified", "wikipedia", "news"]
        .iter()
        .any(|id| gives(id, russian))
        .then_some(Lang::Ru)
}

fn inflected(entry: &Entry, lang: Lang, name: &Name, mut put: impl FnMut(String)) {
    match lang {
        Lang::En => {
            let plural = matches!(name.form, Form::Adjective | Form::Demonym) || entry.kind == Kind::People;
            if plural
                && !name.text.ends_with(['s', 'e'])
                && !name.text.ends_with("sh")
                && !name.text.ends_with("ch")
            {
                put(fold(&name.text) + "s");
            }
        }
        Lang::Ru => {
            // An adjective has forms for all genders.
            let kind = (name.form != Form::Adjective).then(|| name_kind(entry.kind, name.form));
            inflect(&name.text, Hint { kind, gender: None })
                .forms
                .iter()
                .for_each(|form| put(fold(&form.text)));
        }
        Lang::Zh => {}
    }
}

/// The key of an English name with `&` for `and`, and with `St.` for `Saint` or the reverse.
fn written_otherwise(key: &str, mut put: impl FnMut(String)) {
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
    (part.chars().count() > if chinese_order { 1 } else { 3 }).then_some(part)
}

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
