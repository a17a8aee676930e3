//! What is looked for in glossary rows: cells that do not fit their column, and rows that do not fit together.

use std::collections::{HashMap, HashSet};

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::csv::{COLUMNS, Row};
use super::problems::{Problems, Severity};
use super::records::short;
use super::{Form, Kind, Name, Status};
use crate::lang::{Lang, Script};

/// What has been seen of a file so far.
#[derive(Default)]
pub(super) struct Checks {
    rows: HashSet<u128>,
    kinds: HashMap<String, (Kind, usize)>,
    preferred: HashMap<(String, Lang, Form, String), (String, usize)>,
}

impl Checks {
    /// Looks at each cell by itself.
    pub(super) fn cells(&self, row: &Row<'_, '_>, problems: &mut Problems) {
        let line = row.record.line;
        for column in COLUMNS {
            let cell = row.cell(column);
            if !is_nfc(cell) {
                let message = format!(
                    "`{}` is not in Unicode's composed form (NFC): `isonym glossary fmt` writes `{}`",
                    short(cell),
                    short(&cell.nfc().collect::<String>())
                );
                problems.add(line, column, Severity::Warning, message);
            }
            if let Some(c) = cell.chars().find(|&c| is_invisible(c)) {
                problems.add(
                    line,
                    column,
                    Severity::Warning,
                    format!(
                        "`{}` holds the invisible character U+{:04X}: remove it",
                        short(cell),
                        c as u32
                    ),
                );
            }
        }
        if !row
            .cell("id")
            .chars()
            .all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-' | '_' | '.'))
        {
            let message = format!(
                "`{}` is no id: use small Latin letters, digits and hyphens",
                short(row.cell("id"))
            );
            problems.add(line, "id", Severity::Warning, message);
        }
        if !is_years(row.cell("valid")) {
            let message = format!(
                "`{}` is no span of years: write `1858/1931`, `1858/` or `/1931`",
                short(row.cell("valid"))
            );
            problems.add(line, "valid", Severity::Warning, message);
        }
        for lang in Lang::ALL {
            script(row, lang, problems);
        }
    }

    /// Whether a row says something that no earlier one said; tells if not.
    pub(super) fn is_new(&mut self, row: &Row<'_, '_>, problems: &mut Problems) -> bool {
        let said = COLUMNS
            .iter()
            .filter(|&&column| column != "note" && column != "source");
        let is_new = self.rows.insert(digest(said.map(|column| row.cell(column))));
        if !is_new {
            problems.add(
                row.record.line,
                "",
                Severity::Warning,
                "the row stands in the file already: remove one of the two".into(),
            );
        }
        is_new
    }

    /// The kind of an entry: its rows must not differ in it.
    pub(super) fn kind(
        &mut self,
        id: &str,
        kind: Option<Kind>,
        line: usize,
        problems: &mut Problems,
    ) -> Kind {
        let Some(kind) = kind else {
            return self.kinds.get(id).map_or(Kind::default(), |seen| seen.0);
        };
        let &mut (first, at) = self.kinds.entry(id.to_owned()).or_insert((kind, line));
        if first != kind {
            let message = format!(
                "`{}` is of the kind {first} in line {at}: an entry has one kind; give homonyms ids of their own",
                short(id)
            );
            problems.add(line, "kind", Severity::Error, message);
        }
        first
    }

    /// An entry has at most one preferred name for each language, form and style.
    pub(super) fn preferred(
        &mut self,
        id: &str,
        names: &[(Lang, Name)],
        line: usize,
        problems: &mut Problems,
    ) {
        for (lang, name) in names.iter().filter(|(_, name)| name.status == Status::Preferred) {
            let key = (id.to_owned(), *lang, name.form, name.style.clone());
            let (first, at) = self
                .preferred
                .entry(key)
                .or_insert_with(|| (name.text.clone(), line));
            if *first != name.text {
                let message = format!(
                    "two preferred names of `{}`: `{}` and, in line {at}, `{}`; give one of them another status",
                    short(id),
                    short(&name.text),
                    short(first)
                );
                problems.add(line, lang.code(), Severity::Error, message);
            }
        }
    }
}

/// Looks for letters that do not belong into a language's column.
fn script(row: &Row<'_, '_>, lang: Lang, problems: &mut Problems) {
    let (line, cell, own) = (row.record.line, row.cell(lang.code()), lang.script());
    if cell.is_empty() {
        return;
    }
    if let Some((word, stranger)) = mixed_word(cell) {
        let message = format!(
            "`{}` mixes Cyrillic and Latin letters: `{stranger}` (U+{:04X}) is {}",
            short(word),
            stranger as u32,
            if Script::of(stranger) == Some(Script::Latin) {
                "Latin"
            } else {
                "Cyrillic"
            }
        );
        problems.add(line, lang.code(), Severity::Error, message);
        return;
    }
    let scripts: Vec<Script> = cell.chars().filter_map(Script::of).collect();
    let foreign = scripts
        .iter()
        .find(|&&script| script != own && script != Script::Latin);
    if let Some(foreign) = foreign {
        let message = format!(
            "`{}` has {foreign:?} letters in a column of {own:?} names",
            short(cell)
        );
        problems.add(line, lang.code(), Severity::Error, message);
    } else if !scripts.is_empty() && !scripts.contains(&own) && cell != row.cell("en") {
        let message = format!(
            "`{}` has no {own:?} letter: is it in the right column?",
            short(cell)
        );
        problems.add(line, lang.code(), Severity::Warning, message);
    }
}

/// A word of Cyrillic and Latin letters, and the first letter of the script that it has fewer of.
fn mixed_word(cell: &str) -> Option<(&str, char)> {
    cell.split(|c| !matches!(Script::of(c), Some(Script::Cyrillic | Script::Latin)))
        .find_map(|word| {
            let count = |script| word.chars().filter(|&c| Script::of(c) == Some(script)).count();
            let (cyrillic, latin) = (count(Script::Cyrillic), count(Script::Latin));
            let rarer = if latin <= cyrillic {
                Script::Latin
            } else {
                Script::Cyrillic
            };
            let stranger = word.chars().find(|&c| Script::of(c) == Some(rarer))?;
            (cyrillic > 0 && latin > 0).then_some((word, stranger))
        })
}

/// Controls, joiners, directional marks and the like, which nobody sees and no look-up expects.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// `1858/1931`, open at one end or a single year; empty is always.
fn is_years(text: &str) -> bool {
    let is_year = |part: &str| {
        part.is_empty()
            || (part.len() <= 5 && part.trim_start_matches('-').bytes().all(|b| b.is_ascii_digit()))
    };
    text.is_empty() || (text != "/" && text.split('/').count() <= 2 && text.split('/').all(is_year))
}

/// A digest of a row, by which a hundred thousand rows are remembered in little memory (FNV-1a, 128 bits).
fn digest<'a>(cells: impl Iterator<Item = &'a str>) -> u128 {
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013B;
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for cell in cells {
        for byte in cell.bytes().chain([0xff]) {
            hash = (hash ^ u128::from(byte)).wrapping_mul(PRIME);
        }
    }
    hash
}
