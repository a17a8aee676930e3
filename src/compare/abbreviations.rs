//! Countries by one Chinese character: 中美, 俄方, 访华. They speak for an entry having been named, and no more.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::index::{EntryId, Index};

/// What follows a country's character: side, army, government, capital, citizens, currency …
const BEHIND: &str = "方军资媒企侨籍";

/// What stands before one: to, in, visit, go to, against, pro …
const BEFORE: &str = "对驻访赴援反亲涉旅抗";

/// The entries that characters of a text stand for.
pub(super) fn abbreviated(index: &Index, text: &str) -> Vec<EntryId> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        let Some(ids) = COUNTRIES.get(c) else { continue };
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        let is_country = |c: Option<char>| c.is_some_and(|c| COUNTRIES.contains_key(&c));
        let stands = is_country(before)
            || is_country(after)
            || before.is_some_and(|c| BEFORE.contains(c))
            || after.is_some_and(|c| BEHIND.contains(c));
        if stands {
            found.extend(ids.iter().filter_map(|id| index.find(id)));
        }
    }
    found
}

static COUNTRIES: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut countries: HashMap<char, Vec<&str>> = HashMap::new();
    let rows = include_str!("abbreviations.csv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    for (character, entry) in rows.skip(1).filter_map(|row| row.split_once(',')) {
        countries
            .entry(character.chars().next().unwrap_or(' '))
            .or_default()
            .push(entry);
    }
    countries
});
