//! What is looked for in glossary rows: cells that do not fit their column, and rows that do not fit together.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use xxhash_rust::xxh3::xxh3_128;

use super::csv::{Row, is_composed};
use super::problems::{Problems, Severity};
use super::records::short;
use super::{Entry, Kind, Status};
use crate::lang::{Lang, Script};
use crate::message::{Message, said};
use crate::text::Hashed;

/// What has been seen of a file so far, by digests: a hundred thousand rows are remembered in little memory.
#[derive(Default)]
pub(super) struct Checks {
    rows: HashSet<u128, Hashed>,
    /// By entry.
    entries: HashMap<u128, Seen, Hashed>,
    /// By entry, language, form and style: the name and its line. An entry of one row has none here.
    preferred: HashMap<u128, (u128, usize), Hashed>,
    /// Where the cells of a row are put together.
    room: Vec<u8>,
}

/// What has been seen of an entry.
struct Seen {
    /// Its kind with the line that says so.
    kind: Option<(Kind, usize)>,
    /// The line of its only row, until there is another one.
    only: Option<usize>,
}

impl Checks {
    /// Looks at each cell by itself.
    pub(super) fn cells(&self, row: &Row<'_, '_>, problems: &mut Problems) {
        let line = row.record.line;
        for (column, cell) in row.cells().filter(|(_, cell)| !cell.is_empty()) {
            if !is_composed(cell) {
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
        self.room.clear();
        for (_, cell) in row
            .cells()
            .filter(|(column, _)| !matches!(*column, "note" | "source"))
        {
            self.room.extend(cell.bytes());
            self.room.push(0xff);
        }
        let is_new = self.rows.insert(xxh3_128(&self.room));
        if !is_new {
            problems.add(row.record.line, "", Severity::Warning, said!("row-twice"));
        }
        is_new
    }

    /// Looks at a row beside the earlier ones of its entry, `known`; the kind of the entry.
    pub(super) fn entry(
        &mut self,
        row: &Entry,
        kind: Option<Kind>,
        known: Option<&Entry>,
        line: usize,
        problems: &mut Problems,
    ) -> Kind {
        let id = row.id.as_str();
        let seen = self.entries.entry(xxh3_128(id.as_bytes()));
        let seen = seen.or_insert(Seen {
            kind: None,
            only: Some(line),
        });
        let first = match kind {
            Some(kind) => *seen.kind.get_or_insert((kind, line)),
            None => seen.kind.unwrap_or((Kind::default(), line)),
        };
        if kind.is_some_and(|kind| kind != first.0) {
            differs(id, first, line, problems);
        }
        if let Some(known) = known {
            if let Some(only) = seen.only.take() {
                self.preferred(known, only, problems);
            }
            self.preferred(row, line, problems);
        }
        first.0
    }

    /// An entry has at most one preferred name for each language, form and style.
    fn preferred(&mut self, row: &Entry, line: usize, problems: &mut Problems) {
        let names = Lang::ALL
            .into_iter()
            .flat_map(|lang| row.names(lang).iter().map(move |name| (lang, name)));
        for (lang, name) in names.filter(|(_, name)| name.status == Status::Preferred) {
            let key = digest([&row.id, lang.code(), name.form.word(), &name.style]);
            let text = xxh3_128(name.text.as_bytes());
            let &mut (first, at) = self.preferred.entry(key).or_insert((text, line));
            if first != text {
                let message = said!(
                    "two-preferred",
                    name = short(&name.text),
                    id = short(&row.id),
                    line = at
                );
                problems.add(line, lang.code(), Severity::Error, message);
            }
        }
    }
}

/// The rows of an entry must not differ in its kind.
fn differs(id: &str, (first, at): (Kind, usize), line: usize, problems: &mut Problems) {
    let message = said!("two-kinds", id = short(id), kind = first.word(), line = at);
    problems.add(line, "kind", Severity::Error, message);
}

/// Looks for letters that do not belong into a language's column.
fn script(row: &Row<'_, '_>, lang: Lang, problems: &mut Problems) {
    let (line, cell, own) = (row.record.line, row.cell(lang.code()), lang.script());
    let mut scripts = cell.chars().filter_map(Script::of);
    if scripts.clone().all(|script| script == own) {
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
    let foreign = scripts
        .clone()
        .find(|&script| script != own && script != Script::Latin);
    if let Some(foreign) = foreign {
        let message = said!(
            "cell-foreign",
            cell = short(cell),
            foreign = script_word(foreign),
            own = script_word(own)
        );
        problems.add(line, lang.code(), Severity::Error, message);
    } else if scripts.all(|script| script != own) && cell != row.cell("en") {
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

/// A digest of some cells.
fn digest<const CELLS: usize>(cells: [&str; CELLS]) -> u128 {
    xxh3_128(cells.join("\u{1f}").as_bytes())
}
