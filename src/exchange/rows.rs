//! Entries as rows of a glossary file.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};

use super::invalid;
use super::records::Records;
use crate::glossary::{COLUMNS, Entry, Name, made_id};
use crate::lang::Lang;
use crate::message::said;

/// Names of an entry that share their other columns: at most one in each language.
pub(super) struct Row<'a> {
    /// The name that gives the other columns.
    pub(super) first: &'a Name,
    pub(super) names: [Option<&'a Name>; 3],
    /// The entry's weight and country, which its first row tells; empty if it has none.
    weight: String,
    country: String,
}

/// The rows of an entry.
pub(super) fn rows(entry: &Entry) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for lang in Lang::ALL {
        for name in entry.names(lang) {
            let at = lang as usize;
            match rows
                .iter_mut()
                .find(|row| row.names[at].is_none() && shares(row.first, name))
            {
                Some(row) => row.names[at] = Some(name),
                None => {
                    let mut names = [None; 3];
                    names[at] = Some(name);
                    rows.push(Row {
                        first: name,
                        names,
                        weight: String::new(),
                        country: String::new(),
                    });
                }
            }
        }
    }
    rows.sort_by_key(|row| (row.first.status, row.first.form, !row.first.style.is_empty()));
    if let Some(first) = rows.first_mut() {
        if entry.weight > 0 {
            first.weight = entry.weight.to_string();
        }
        first.country = entry.country.map_or(String::new(), |country| country.to_string());
    }
    rows
}

fn shares(a: &Name, b: &Name) -> bool {
    let key = |name: &Name| (name.status, name.form);
    key(a) == key(b)
        && [&a.style, &a.system, &a.valid, &a.note, &a.source]
            == [&b.style, &b.system, &b.valid, &b.note, &b.source]
}

/// The cells of a row in the order of [`COLUMNS`].
pub(super) fn cells<'a>(entry: &'a Entry, row: &'a Row<'_>) -> [&'a str; COLUMNS.len()] {
    let name = |at: usize| row.names[at].map_or("", |name| name.text.as_str());
    let first = row.first;
    [
        &entry.id,
        entry.kind.word(),
        first.status.word(),
        name(0),
        name(1),
        name(2),
        first.form.word(),
        &first.style,
        &first.system,
        &first.valid,
        &first.note,
        &first.source,
        &row.weight,
        &row.country,
    ]
}

/// Where the weight and the country stand in [`COLUMNS`]: what only orders homonyms, and may be left out.
const WEIGHT: usize = COLUMNS.len() - 2;
const COUNTRY: usize = COLUMNS.len() - 1;

/// Writes entries as the rows of a glossary file, one after the other, in little memory.
///
/// Entries without an id get one from their names.
///
/// ```
/// use isonym::exchange::Rows;
/// use isonym::{Glossary, Lang};
/// let (glossary, _) = Glossary::from_csv("zh,ru,en\n黑河,Хэйхэ,Heihe\n");
/// let mut out = Vec::new();
/// let mut rows = Rows::new(&mut out);
/// for entry in glossary.entries() {
///     rows.write(entry)?;
/// }
/// rows.finish()?;
/// assert_eq!(
///     String::from_utf8(out).unwrap(),
///     "id,kind,status,zh,ru,en,form,style,system,valid,note,source,weight,country\n\
///      heihe,other,preferred,黑河,Хэйхэ,Heihe,,,,,,,,\n"
/// );
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Rows<W> {
    out: W,
    delimiter: u8,
    /// The columns of the file: for each the number of its cell in [`cells`], if it is known.
    columns: Vec<Option<usize>>,
    /// Whether the header is still to be written.
    header_due: bool,
    /// Entries whose weight or country the file has no column for.
    shortened: usize,
    /// By the digest of an id that was made, how often it was.
    made: HashMap<u64, u32>,
}

impl<W: Write> Rows<W> {
    /// Begins a file. Its header is written with the first row, or at the end.
    pub fn new(out: W) -> Rows<W> {
        Rows {
            out,
            delimiter: b',',
            columns: (0..COLUMNS.len()).map(Some).collect(),
            header_due: true,
            shortened: 0,
            made: HashMap::new(),
        }
    }

    /// Writes no header, and rows as they stand under that of a glossary file.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] if the file has no header that a glossary can have.
    pub fn under(file: &str, out: W) -> io::Result<Rows<W>> {
        let mut input = file.as_bytes();
        let mut records = Records::new(&mut input, None, true);
        let header = records
            .next()?
            .and_then(|record| record.cells.ok())
            .unwrap_or_default();
        let place = |cell: &String| {
            COLUMNS
                .iter()
                .position(|column| *column == cell.trim().to_lowercase())
        };
        let columns: Vec<Option<usize>> = header.iter().map(place).collect();
        if !columns.iter().any(|column| column.is_some()) {
            return Err(invalid(said!("no-glossary")));
        }
        let delimiter = records.delimiter.map_or(b',', |delimiter| delimiter as u8);
        Ok(Rows {
            out,
            delimiter,
            columns,
            header_due: false,
            shortened: 0,
            made: HashMap::new(),
        })
    }

    /// Writes an entry.
    ///
    /// # Errors
    /// What writing fails with.
    pub fn write(&mut self, entry: &Entry) -> io::Result<()> {
        if entry.id.is_empty() {
            let mut entry = entry.clone();
            entry.id = self.new_id(&entry);
            return self.write_rows(&entry);
        }
        self.write_rows(entry)
    }

    fn write_header(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.header_due) {
            write_record(&mut self.out, &COLUMNS, self.delimiter)?;
        }
        Ok(())
    }

    /// How many entries were written without their weight or their country, since the file has no column for it.
    pub fn shortened(&self) -> usize {
        self.shortened
    }

    fn write_rows(&mut self, entry: &Entry) -> io::Result<()> {
        self.write_header()?;
        let lacks = |column: usize| !self.columns.contains(&Some(column));
        let is_shortened = entry.weight > 0 && lacks(WEIGHT) || entry.country.is_some() && lacks(COUNTRY);
        self.shortened += usize::from(is_shortened);
        for row in rows(entry) {
            let cells = cells(entry, &row);
            // The default of a column that is missing goes without saying.
            let says_more = |at: &usize| {
                !matches!(
                    (COLUMNS[*at], cells[*at]),
                    (_, "") | ("status", "preferred") | ("kind", "other") | ("weight" | "country", _)
                )
            };
            let mut homeless = (0..COLUMNS.len()).filter(|at| !self.columns.contains(&Some(*at)));
            if let Some(at) = homeless.find(says_more) {
                let message = said!("column-needed", column = COLUMNS[at], id = entry.id.as_str());
                return Err(invalid(message));
            }
            let row: Vec<&str> = self
                .columns
                .iter()
                .map(|at| at.map_or("", |at| cells[at]))
                .collect();
            write_record(&mut self.out, &row, self.delimiter)?;
        }
        Ok(())
    }

    /// Keeps an id from being made again.
    pub fn reserve(&mut self, id: &str) {
        self.made.entry(digest(id)).or_insert(1);
    }

    fn new_id(&mut self, entry: &Entry) -> String {
        let stem = made_id(entry);
        loop {
            let times = self.made.entry(digest(&stem)).or_default();
            *times += 1;
            let id = if *times == 1 {
                stem.clone()
            } else {
                format!("{stem}-{times}")
            };
            // `a-2` may be the name of another entry.
            if *times == 1 || self.made.insert(digest(&id), 1).is_none() {
                return id;
            }
        }
    }

    /// Ends the file and gives back what it was written to.
    ///
    /// # Errors
    /// What writing fails with.
    pub fn finish(mut self) -> io::Result<W> {
        self.write_header()?;
        Ok(self.out)
    }
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Writes a record, cells in quotes where they need them.
pub(super) fn write_record<W: Write + ?Sized, T: AsRef<str>>(
    out: &mut W,
    cells: &[T],
    delimiter: u8,
) -> io::Result<()> {
    for (at, cell) in cells.iter().enumerate() {
        let cell = cell.as_ref();
        if at > 0 {
            out.write_all(&[delimiter])?;
        }
        let is_special = |b: u8| b == delimiter || matches!(b, b'"' | b'\n' | b'\r');
        if cell.bytes().any(is_special)
            || at == 0 && (cell.starts_with('#') || cells.len() == 1 && cell.is_empty())
        {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\n")
}
