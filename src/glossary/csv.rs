//! Reading glossary rows from CSV: the header, then every row into the entry of its id.

use std::collections::HashMap;
use std::str::FromStr;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::check::Checks;
use super::problems::{Problem, Problems, Severity};
use super::records::{Item, Record, Records, short};
use super::{Country, Entry, Form, Glossary, Kind, Name, Status, ids};
use crate::error::Error;
use crate::lang::Lang;
use crate::message::said;

/// The columns of a glossary file in their usual order.
pub const COLUMNS: [&str; 14] = [
    "id", "kind", "status", "zh", "ru", "en", "form", "style", "system", "valid", "note", "source", "weight",
    "country",
];

/// Which cell of a record holds which column.
pub(super) struct Header {
    at: [Option<usize>; COLUMNS.len()],
    pub(super) width: usize,
}

/// A row with its columns by name.
pub(super) struct Row<'r, 'a> {
    pub(super) record: &'r Record<'a>,
    header: &'r Header,
}

/// The values of a row whose columns have closed lists.
pub(super) struct Values {
    pub(super) kind: Option<Kind>,
    pub(super) status: Status,
    pub(super) form: Form,
    pub(super) weight: u32,
    pub(super) country: Option<Country>,
}

pub(super) fn read(text: &str) -> (Glossary, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut reader = Reader::default();
    reader.read(text, &mut problems, |_, _| {});
    (reader.glossary, problems.into_vec())
}

/// The lines, from 1, on which the rows of an entry begin in a glossary file.
///
/// ```
/// let rows = "zh,ru,en\n黑河,Хэйхэ,Heihe\n# a comment\n瑷珲,Айгунь,Aigun\n";
/// assert_eq!(isonym::glossary::lines_of(rows, "aigun"), [4]);
/// ```
pub fn lines_of(text: &str, id: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    Reader::default().read(text, &mut Problems::default(), |line, own| {
        if own == id {
            lines.push(line);
        }
    });
    lines
}

/// The first record, read as a header; none if the columns cannot make a glossary.
pub(super) fn header(records: &mut Records<'_>, problems: &mut Problems) -> Option<Header> {
    let record = loop {
        match records.next(problems) {
            Some(Item::Record(record)) => break record,
            Some(Item::Comment(_)) => {}
            None => {
                problems.add(1, "", Severity::Error, said!("no-rows"));
                return None;
            }
        }
    };
    let header = Header::new(&record, problems);
    let languages = Lang::ALL.iter().filter(|lang| header.has(lang.code())).count();
    let tells = header.has("id") && (header.has("weight") || header.has("country"));
    if !tells && languages < if header.has("id") { 1 } else { 2 } {
        problems.add(record.line, "", Severity::Error, said!("columns-missing"));
        return None;
    }
    if !header.has("id") {
        problems.add(record.line, "id", Severity::Note, said!("ids-made"));
    }
    Some(header)
}

impl Header {
    fn new(record: &Record<'_>, problems: &mut Problems) -> Header {
        let mut at = [None; COLUMNS.len()];
        for (index, cell) in record.cells.iter().enumerate() {
            let name = cell.trim().to_lowercase();
            match COLUMNS.iter().position(|&column| column == name) {
                Some(column) if at[column].is_some() => {
                    let message = said!("column-twice");
                    problems.add(record.line, COLUMNS[column], Severity::Error, message);
                }
                Some(column) => at[column] = Some(index),
                None => {
                    let message = said!("unknown-column", columns = COLUMNS.join(", "));
                    problems.add(record.line, &short(cell.trim()), Severity::Warning, message);
                }
            }
        }
        Header {
            at,
            width: record.cells.len(),
        }
    }

    pub(super) fn has(&self, column: &str) -> bool {
        self.position(column).is_some()
    }

    /// Which cell of a record is the column's. Where the name stands in the code, this is known when it is compiled.
    #[inline(always)]
    pub(super) fn position(&self, column: &str) -> Option<usize> {
        let known = match column {
            "id" => 0,
            "kind" => 1,
            "status" => 2,
            "zh" => 3,
            "ru" => 4,
            "en" => 5,
            "form" => 6,
            "style" => 7,
            "system" => 8,
            "valid" => 9,
            "note" => 10,
            "source" => 11,
            "weight" => 12,
            "country" => 13,
            _ => return None,
        };
        self.at[known]
    }
}

impl<'r, 'a> Row<'r, 'a> {
    pub(super) fn new(record: &'r Record<'a>, header: &'r Header) -> Row<'r, 'a> {
        Row { record, header }
    }

    /// The cell of a column without white space around it; empty where there is none.
    #[inline(always)]
    pub(super) fn cell(&self, column: &str) -> &str {
        self.at(self.header.position(column))
    }

    /// All cells with their columns, without white space around them; those that are missing are empty.
    pub(super) fn cells(&self) -> impl Iterator<Item = (&'static str, &str)> {
        COLUMNS
            .into_iter()
            .zip(self.header.at.iter().map(|&at| self.at(at)))
    }

    fn at(&self, position: Option<usize>) -> &str {
        let cell = position.and_then(|at| self.record.cells.get(at));
        cell.map_or("", |cell| cell.trim())
    }

    /// A value of a closed list; the default where the cell is empty. An unknown word is a problem.
    fn value<T: FromStr<Err = Error> + Default>(&self, column: &str, problems: &mut Problems) -> Option<T> {
        let word = self.cell(column);
        if word.is_empty() {
            return Some(T::default());
        }
        let value = word.parse::<T>();
        if let Err(error) = &value {
            problems.add(self.record.line, column, Severity::Error, error.message().clone());
        }
        value.ok()
    }

    /// The whole number in `weight`; 0 where the cell is empty.
    fn weight(&self, problems: &mut Problems) -> Option<u32> {
        let cell = self.cell("weight");
        let weight = if cell.is_empty() { Ok(0) } else { cell.parse() };
        if weight.is_err() {
            let message = said!("no-weight", cell = short(cell));
            problems.add(self.record.line, "weight", Severity::Error, message);
        }
        weight.ok()
    }

    /// The code in `country`, if there is one. People have tables with names of countries, too: a row is good without it.
    fn country(&self, problems: &mut Problems) -> Option<Country> {
        let cell = self.cell("country");
        let country = (!cell.is_empty()).then(|| cell.parse::<Country>())?;
        if let Err(error) = &country {
            problems.add(
                self.record.line,
                "country",
                Severity::Warning,
                error.message().clone(),
            );
        }
        country.ok()
    }

    /// All values; none, after telling every unknown word, if one is unknown.
    fn values(&self, problems: &mut Problems) -> Option<Values> {
        let kind = self.value::<Kind>("kind", problems);
        let status = self.value("status", problems);
        let form = self.value("form", problems);
        let weight = self.weight(problems);
        let country = self.country(problems);
        Some(Values {
            kind: kind.map(|kind| (!self.cell("kind").is_empty()).then_some(kind))?,
            status: status?,
            form: form?,
            weight: weight?,
            country,
        })
    }

    /// Whether the row has as many cells as the header. A longer row cannot be told column from column.
    fn fits(&self, problems: &mut Problems) -> bool {
        let (found, expected) = (self.record.cells.len(), self.header.width);
        if found == expected {
            return true;
        }
        let extra = self.record.cells.iter().skip(expected);
        let too_long = extra.clone().any(|cell| !cell.trim().is_empty());
        let (severity, what) = match (too_long, found > expected) {
            (true, _) => (Severity::Error, said!("cells-quotes")),
            (false, true) => (Severity::Warning, said!("cells-empty")),
            (false, false) => (Severity::Warning, said!("cells-missing")),
        };
        let message = said!("cells-number", count = found, columns = expected, what = what);
        problems.add(self.record.line, "", severity, message);
        !too_long
    }

    fn name(&self, lang: Lang, values: &Values) -> Option<Name> {
        let text = nfc(self.cell(lang.code()));
        (!text.is_empty()).then(|| Name {
            text,
            status: values.status,
            form: values.form,
            style: nfc(self.cell("style")),
            system: nfc(self.cell("system")),
            valid: nfc(self.cell("valid")),
            note: nfc(self.cell("note")),
            source: nfc(self.cell("source")),
        })
    }
}

fn nfc(text: &str) -> String {
    if is_composed(text) {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

/// Whether a text is in Unicode's composed form; of the letters of most names that is known without asking its tables.
pub(super) fn is_composed(text: &str) -> bool {
    let is_plain = |c| matches!(c, '\0'..'\u{300}' | '\u{400}'..'\u{460}' | '\u{4e00}'..'\u{a000}');
    text.chars().all(is_plain) || is_nfc(text)
}

#[derive(Default)]
struct Reader {
    glossary: Glossary,
    checks: Checks,
    made: HashMap<String, usize>,
}

impl Reader {
    /// Reads all rows, and calls `taken` with the line and the id of each that can be used.
    fn read(&mut self, text: &str, problems: &mut Problems, mut taken: impl FnMut(usize, &str)) {
        let mut records = Records::new(text);
        let Some(header) = header(&mut records, problems) else {
            return;
        };
        while let Some(item) = records.next(problems) {
            if let Item::Record(record) = item {
                self.take(&record, &header, problems, &mut taken);
            }
        }
    }

    fn take(
        &mut self,
        record: &Record<'_>,
        header: &Header,
        problems: &mut Problems,
        taken: &mut impl FnMut(usize, &str),
    ) {
        let row = Row::new(record, header);
        let fits = row.fits(problems);
        let values = row.values(problems);
        self.checks.cells(&row, problems);
        let (true, Some(values)) = (fits, values) else {
            return;
        };
        let names = Lang::ALL.map(|lang| row.name(lang, &values));
        let tells = (values.weight > 0 || values.country.is_some()) && !row.cell("id").is_empty();
        if names.iter().all(Option::is_none) && !tells {
            problems.add(record.line, "", Severity::Warning, said!("row-nameless"));
            return;
        }
        if !self.checks.is_new(&row, problems) {
            return;
        }
        let id = match row.cell("id") {
            "" => self.make_id(&row, header, problems),
            id => nfc(id),
        };
        taken(record.line, &id);
        let mut entry = Entry::new(id, Kind::default());
        entry.weight = values.weight;
        entry.country = values.country;
        for (lang, name) in Lang::ALL.into_iter().zip(names) {
            name.into_iter().for_each(|name| entry.add(lang, name));
        }
        let known = self.glossary.entry(&entry.id);
        entry.kind = self
            .checks
            .entry(&entry, values.kind, known, record.line, problems);
        self.glossary.add(entry);
    }

    /// An id for a row without one. Rows whose ids would be the same are still entries of their own.
    fn make_id(&mut self, row: &Row<'_, '_>, header: &Header, problems: &mut Problems) -> String {
        let id = ids::made([row.cell("en"), row.cell("ru"), row.cell("zh")]);
        let times = self.made.entry(id.clone()).or_default();
        *times += 1;
        let id = if *times == 1 { id } else { format!("{id}-{times}") };
        if header.has("id") {
            problems.add(
                row.record.line,
                "id",
                Severity::Note,
                said!("id-made", id = id.as_str()),
            );
        }
        id
    }
}
