//! What is looked for in glossary rows: cells that do not fit their column, and rows that do not fit together.

use std::collections::{HashMap, HashSet};

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::csv::{COLUMNS, Row};
use super::problems::{Problems, Severity};
use super::records::short;
use super::{Kind, Name, Status};
use crate::lang::{Lang, Script};
use crate::message::{Message, said};

/// What has been seen of a file so far, by digests: a hundred thousand rows are remembered in little memory.
#[derive(Default)]
pub(super) struct Checks {
    rows: HashSet<u128>,
    kinds: HashMap<u128, (Kind, usize)>,
    /// By entry, language, form and style: the name and its line.
    preferred: HashMap<u128, (u128, usize)>,
}

impl Checks {
    /// Looks at each cell by itself.
    pub(super) fn cells(&self, row: &Row<'_, '_>, problems: &mut Problems) {
        let line = row.record.line;
        for column in COLUMNS {
            let cell = row.cell(column);
            if !is_nfc(cell) {
                let composed = cell.nfc().collect::<String>();
                let message = said!("cell-decomposed", cell = short(cell), composed = short(&composed));
                problems.add(line, column, Severity::Warning, message);
            }
            if let Some(c) = cell.chars().find(|&c| is_invisible(c)) {
                problems.add(
                    line,
                    column,
                    Severity::Warning,
                    said!("cell-invisible", cell = short(cell), character = code_point(c)),
                );
            }
        }
        if !row
            .cell("id")
            .chars()
            .all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-' | '_' | '.'))
        {
            let message = said!("no-id", cell = short(row.cell("id")));
            problems.add(line, "id", Severity::Warning, message);
        }
        if !is_years(row.cell("valid")) {
            let message = said!("no-years", cell = short(row.cell("valid")));
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
            problems.add(row.record.line, "", Severity::Warning, said!("row-twice"));
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
            return self
                .kinds
                .get(&digest([id].into_iter()))
                .map_or(Kind::default(), |seen| seen.0);
        };
        let &mut (first, at) = self.kinds.entry(digest([id].into_iter())).or_insert((kind, line));
        if first != kind {
            let message = said!("two-kinds", id = short(id), kind = first.word(), line = at);
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
            let key = digest([id, lang.code(), name.form.word(), &name.style].into_iter());
            let text = digest([name.text.as_str()].into_iter());
            let &mut (first, at) = self.preferred.entry(key).or_insert((text, line));
            if first != text {
                let message = said!(
                    "two-preferred",
                    name = short(&name.text),
                    id = short(id),
                    line = at
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
        let script = Script::of(stranger).unwrap_or(Script::Cyrillic);
        let message = said!(
            "cell-mixed",
            word = short(word),
            letter = stranger.to_string(),
            character = code_point(stranger),
            script = script_word(script)
        );
        problems.add(line, lang.code(), Severity::Error, message);
        return;
    }
    let scripts: Vec<Script> = cell.chars().filter_map(Script::of).collect();
    let foreign = scripts
        .iter()
        .find(|&&script| script != own && script != Script::Latin);
    if let Some(foreign) = foreign {
        let message = said!(
            "cell-foreign",
            cell = short(cell),
            foreign = script_word(*foreign),
            own = script_word(own)
        );
        problems.add(line, lang.code(), Severity::Error, message);
    } else if !scripts.is_empty() && !scripts.contains(&own) && cell != row.cell("en") {
        let message = said!("cell-without-letters", cell = short(cell), own = script_word(own));
        problems.add(line, lang.code(), Severity::Warning, message);
    }
}

/// The name of a script.
fn script_word(script: Script) -> Message {
    match script {
        Script::Cyrillic => said!("script-cyrillic"),
        Script::Latin => said!("script-latin"),
        Script::Han => said!("script-han"),
        Script::Other => said!("script-other"),
    }
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", c as u32)
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

/// A digest of some cells (FNV-1a, 128 bits).
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
