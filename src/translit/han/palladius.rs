//! Palladius: writing a name by its syllables.

use std::sync::LazyLock;

use super::name::{Joint, Name, Unit, Writer};
use super::rows;
use super::syllable::{Reading, Writing};

/// Writes a name in the Palladius system.
///
/// н before a vowel across a syllable break is marked by ъ (Чанъань), нь is not (Миньэр). The generic term of a feature belongs to
/// its name (Хуанхэ), that of a division follows a hyphen.
pub(super) fn write(name: &Name) -> String {
    let mut out = Writer::new(name.units.len() * 12, false);
    for (at, unit) in name.units.iter().enumerate() {
        let spelled = traditional(&name.plain, at);
        let spell = |reading: Reading| spelled.unwrap_or(reading.syllable.written(Writing::Palladius));
        let parted =
            out.text.ends_with('н') && unit.read.is_ok_and(|reading| spell(reading).starts_with(VOWELS));
        let between = match unit.joint {
            Joint::Division => "-",
            _ if parted => "ъ",
            _ => "",
        };
        out.unit(
            &Unit {
                joint: joint(unit.joint),
                ..*unit
            },
            spell,
            between,
        );
    }
    out.text
}

fn joint(joint: Joint) -> Joint {
    match joint {
        Joint::Feature | Joint::Division => Joint::Same,
        joint => joint,
    }
}

const VOWELS: [char; 9] = ['а', 'е', 'ё', 'и', 'о', 'у', 'э', 'ю', 'я'];

/// Words whose syllables the system itself writes in a traditional way.
static TRADITIONAL: LazyLock<Vec<(Vec<char>, Vec<&'static str>)>> = LazyLock::new(|| {
    rows(include_str!("palladius.csv"))
        .filter_map(|row| row.split_once(','))
        .map(|(name, written)| (name.chars().collect(), written.split(' ').collect()))
        .collect()
});

fn traditional(plain: &[char], at: usize) -> Option<&'static str> {
    if !matches!(plain.get(at), Some('徽' | '陕' | '琿' | '珲')) {
        return None;
    }
    TRADITIONAL.iter().find_map(|(name, written)| {
        let within = name.iter().position(|c| *c == plain[at])?;
        let start = at.checked_sub(within)?;
        plain[start..].starts_with(name).then(|| written[within])
    })
}
