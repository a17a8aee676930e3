//! Where table systems agree: most of them convert most Russian names alike, which is known without converting them.

use std::sync::LazyLock;

use super::letters::{CAPITAL, EDGE, Letters};
use super::table::Table;
use super::{Method, SYSTEMS};

/// The letters of the Russian alphabet, in the order of their bits.
const LETTERS: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

/// The bit beyond the letters, for the edge of a word.
const EDGE_BIT: u64 = 1 << 33;

/// The letters of a name as bits; none if it is made of anything else than these, spaces and hyphens.
pub(crate) fn russian_letters(name: &str) -> Option<u64> {
    name.chars().try_fold(0, |bits, c| match c {
        'а'..='е' => Some(bits | 1 << (c as u32 - 'а' as u32)),
        'ж'..='я' => Some(bits | 1 << (c as u32 - 'а' as u32 + 1)),
        'А'..='Е' => Some(bits | 1 << (c as u32 - 'А' as u32)),
        'Ж'..='Я' => Some(bits | 1 << (c as u32 - 'А' as u32 + 1)),
        'ё' | 'Ё' => Some(bits | 1 << 6),
        ' ' | '-' => Some(bits),
        _ => None,
    })
}

/// Whether two systems, by their numbers in [`SYSTEMS`], convert every name of these letters alike because they have the same
/// rows for them.
pub(crate) fn agree(one: usize, other: usize, letters: u64) -> bool {
    static AGREEMENTS: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let rows: Vec<Option<Vec<Rows<'_>>>> = (0..SYSTEMS.len()).map(rows).collect();
        let pairs = rows
            .iter()
            .flat_map(|one| rows.iter().map(move |other| (one, other)));
        pairs
            .map(|(one, other)| agreement(one.as_deref(), other.as_deref()))
            .collect()
    });
    AGREEMENTS[one * SYSTEMS.len() + other] & letters == letters
}

/// The letters that two systems have the same rows for.
fn agreement(one: Option<&[Rows<'_>]>, other: Option<&[Rows<'_>]>) -> u64 {
    let (Some(one), Some(other)) = (one, other) else {
        return 0;
    };
    let same = (0..)
        .zip(one.iter().zip(other))
        .filter(|(_, (one, other))| !one.is_empty() && one == other);
    same.fold(0, |bits, (letter, _)| bits | 1 << letter)
}

/// What the rows for a letter do with names of Russian letters: for each the letters that may stand before, those that it
/// takes, those that may follow, and what it makes of them.
type Rows<'a> = Vec<(u64, Vec<u64>, u64, &'a str)>;

/// The rows of a table system for each letter; none of another system.
fn rows(number: usize) -> Option<Vec<Rows<'static>>> {
    let Method::Table(table) = &SYSTEMS[number].method else {
        return None;
    };
    let table: &Table = table;
    let numbers: Vec<u8> = LETTERS
        .chars()
        .map(|letter| table.alphabet.number(letter) & !CAPITAL)
        .collect();
    let bits = |is_in: &dyn Fn(u8) -> bool| {
        let letters = (0..).zip(&numbers).filter(|(_, number)| is_in(**number));
        letters.fold(0, |bits, (letter, _)| bits | 1_u64 << letter)
    };
    let set =
        |set: Letters| bits(&|number| set.contains(number)) | if set.contains(EDGE) { EDGE_BIT } else { 0 };
    let of_letter = |&letter: &u8| {
        // A letter that the table cannot read has the number of the edge, and no row.
        let rows = table
            .rows
            .iter()
            .filter(|row| letter != EDGE && row.source[0] == letter);
        let rows = rows.map(|row| {
            let source: Vec<u64> = row
                .source
                .iter()
                .map(|&own| bits(&|number| number == own))
                .collect();
            (set(row.before), source, set(row.after), row.target.lower.as_str())
        });
        rows.filter(|(before, source, after, _)| *before != 0 && *after != 0 && !source.contains(&0))
            .collect()
    };
    Some(numbers.iter().map(of_letter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translit::Use;

    #[test]
    fn systems_that_agree_convert_alike() {
        let mut agreed = 0;
        let names = include_str!("russian_names.csv")
            .lines()
            .filter(|row| !row.starts_with('#'))
            .skip(1);
        let names = names.filter_map(|row| row.split(',').nth(1));
        for (at, name) in names.step_by(7).enumerate() {
            let capitals = name.to_uppercase();
            let name = if at % 5 == 0 { &capitals } else { name };
            let Some(letters) = russian_letters(name) else {
                continue;
            };
            for one in 0..SYSTEMS.len() {
                for other in 0..one {
                    if agree(one, other, letters) {
                        agreed += 1;
                        let [one, other] = [one, other].map(|number| SYSTEMS[number].convert(name, Use::Any));
                        assert_eq!(one, other, "{name}");
                    }
                }
            }
        }
        assert!(agreed > 10_000, "{agreed}");
    }

    #[test]
    fn systems_that_differ_in_a_letter_do_not_agree() {
        let number = |id| {
            SYSTEMS
                .iter()
                .position(|system| system.id == id)
                .expect("the system")
        };
        let letters = |name| russian_letters(name).expect("Russian letters");
        assert!(agree(number("iso9"), number("wikipedia"), letters("Дон")));
        assert!(!agree(number("iso9"), number("wikipedia"), letters("Щука")));
        assert_eq!(russian_letters("O’Нил"), None);
    }
}
