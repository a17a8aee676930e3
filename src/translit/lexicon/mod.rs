//! Parts of personal names: given names with their gender, and surnames of established form, in Russian, Chinese and English.
//!
//! ```
//! use isonym::translit::lexicon::{self, Gender};
//! let given = lexicon::given("Фёдор").unwrap();
//! assert_eq!((given.zh, given.en, given.gender), ("费奥多尔", "Fyodor", Gender::Masculine));
//! assert_eq!(lexicon::surname("Пушкина", true).unwrap(), "普希金娜");
//! ```

use std::collections::HashMap;
use std::sync::LazyLock;

use super::han::rows;

/// Whose name a given name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// A man's.
    Masculine,
    /// A woman's.
    Feminine,
    /// Either's: Саша, Женя.
    Both,
}

/// A given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// In Russian.
    pub ru: &'static str,
    /// Whose name it is.
    pub gender: Gender,
    /// In Chinese, by the practice of Xinhua.
    pub zh: &'static str,
    /// In English news.
    pub en: &'static str,
}

/// A surname.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surname {
    /// In Russian, the man's form where the table has it.
    pub ru: &'static str,
    /// In Chinese.
    pub zh: &'static str,
}

/// The given name of a Russian spelling; case and ё do not matter.
pub fn given(name: &str) -> Option<&'static Given> {
    GIVEN.get(&key(name))
}

/// All given names.
pub fn all_given() -> impl Iterator<Item = &'static Given> {
    GIVEN.values()
}

/// All surnames.
pub fn all_surnames() -> impl Iterator<Item = &'static Surname> {
    SURNAMES.values()
}

/// The established Chinese form of a surname; a woman's is made from the man's.
pub fn surname(name: &str, woman: bool) -> Option<String> {
    if let Some(known) = SURNAMES.get(&key(name)) {
        return Some(known.zh.to_owned());
    }
    let masculine = masculine(&name.to_lowercase()).filter(|_| woman)?;
    feminine(SURNAMES.get(&key(&masculine))?.zh)
}

/// A man's Chinese surname as a woman's: 夫 娃, 基 卡娅, 金 金娜.
fn feminine(zh: &str) -> Option<String> {
    let last = zh.chars().next_back()?;
    let stem = &zh[..zh.len() - last.len_utf8()];
    Some(match last {
        '夫' => format!("{stem}娃"),
        '基' => format!("{stem}卡娅"),
        _ => format!("{zh}娜"),
    })
}

/// The man's surname of a woman's one (`пушкина`, `толстая`, in lower case); `None` if the form is no woman's.
pub fn masculine(lower: &str) -> Option<String> {
    let made =
        |stem: &str, ending: &str| Some(format!("{stem}{ending}")).filter(|_| stem.chars().count() > 1);
    if let Some(stem) = lower.strip_suffix("кая") {
        return made(stem, "кий");
    }
    ["ова", "ева", "ёва", "ина", "ына"]
        .iter()
        .find(|ending| lower.ends_with(*ending))
        .and_then(|_| made(lower.strip_suffix('а')?, ""))
}

/// The father's given name in a patronymic, and the letters after it in the stem's last consonant on: `Иванович` is Иван and
/// `нович`, `Сергеевна` Сергей and `евна`.
pub fn father(patronymic: &str) -> Option<(&'static Given, String)> {
    let lower = patronymic.to_lowercase();
    let endings = ["ович", "овна", "евич", "евна"];
    let ending = endings.into_iter().find(|ending| lower.ends_with(ending))?;
    let stem = lower.strip_suffix(ending)?;
    let after_soft = stem.strip_suffix('ь');
    let tries = match after_soft {
        Some(hard) => vec![format!("{hard}ий")],
        None if ending.starts_with('е') => vec![format!("{stem}й"), format!("{stem}ь")],
        None => vec![stem.to_owned()],
    };
    let name = tries
        .iter()
        .find_map(|name| given(name))
        .filter(|known| known.gender != Gender::Feminine)?;
    let consonant = stem
        .chars()
        .next_back()
        .filter(|_| key(name.ru).ends_with(&key(stem)));
    Some((
        name,
        format!("{}{ending}", consonant.map(String::from).unwrap_or_default()),
    ))
}

/// The Russian names that a Chinese one stands for, as a given name, as a surname or both.
pub fn meaning(zh: &str, as_given: bool, as_surname: bool) -> Vec<String> {
    let mut found: Vec<&str> = Vec::new();
    if as_given {
        found.extend(
            GIVEN
                .values()
                .filter(|known| known.zh == zh)
                .map(|known| known.ru),
        );
    }
    if as_surname {
        found.extend(
            SURNAMES
                .values()
                .filter(|known| known.zh == zh)
                .map(|known| known.ru),
        );
    }
    found.sort_unstable();
    found.into_iter().map(str::to_owned).collect()
}

fn key(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ё' { 'е' } else { c })
        .collect()
}

static GIVEN: LazyLock<HashMap<String, Given>> = LazyLock::new(|| {
    rows(include_str!("given.csv"))
        .filter_map(|row| {
            let mut cells = row.split(',');
            let mut cell = || cells.next();
            let ru = cell()?;
            let gender = match cell()? {
                "m" => Gender::Masculine,
                "f" => Gender::Feminine,
                _ => Gender::Both,
            };
            Some((
                key(ru),
                Given {
                    ru,
                    gender,
                    zh: cell()?,
                    en: cell()?,
                },
            ))
        })
        .collect()
});

static SURNAMES: LazyLock<HashMap<String, Surname>> = LazyLock::new(|| {
    rows(include_str!("surnames.csv"))
        .filter_map(|row| row.split_once(','))
        .map(|(ru, zh)| (key(ru), Surname { ru, zh }))
        .collect()
});
