//! Glossaries in the formats of other programs: reading them into entries, and writing entries in them.
//!
//! [`read`] and [`write()`] work on streams; what a format cannot hold, and rows that cannot be read, are counted in a
//! [`Report`] and never dropped in silence. `docs/exchange.md` says what each format holds.
//!
//! ```
//! use isonym::exchange::{Format, Options, read};
//! let table = "zh-Hans;русский;English\n黑河;Хэйхэ;Heihe\n";
//! let mut entries = Vec::new();
//! let report = read(Format::Csv, &mut table.as_bytes(), &Options::default(), &mut |entry| {
//!     entries.push(entry);
//!     Ok(())
//! })?;
//! assert_eq!(report.entries, 1);
//! assert_eq!(entries[0].names(isonym::Lang::Ru)[0].text, "Хэйхэ");
//! # Ok::<(), std::io::Error>(())
//! ```

mod cedict;
mod entry;
pub mod geonames;
mod pairs;
mod records;
mod report;
mod rows;
mod table;
mod tags;
mod tbx;
mod wikidata;
mod xlsx;

use std::io::{self, BufRead, Write};

pub use self::report::Report;
pub use self::rows::Rows;
pub use self::table::TABLE_COLUMNS;
use crate::error::{Error, ErrorKind};
use crate::glossary::{Entry, Kind};
use crate::lang::Lang;
use crate::message::{Message, said};
use crate::words::words;

words! {
    /// A format of glossaries.
    Format, Argument, "format", {
        /// A table with a column for each language: comma, semicolon or tab.
        Csv = "csv",
        /// The same with tabs.
        Tsv = "tsv",
        /// The same as a sheet of a workbook.
        Xlsx = "xlsx",
        /// TBX version 2 (`martif`), which most programs read.
        Tbx = "tbx",
        /// TBX version 3, data categories as attributes.
        TbxDca = "tbx3-dca",
        /// TBX version 3, data categories as tags.
        TbxDct = "tbx3-dct",
        /// The glossary of OmegaT: source, target, comment.
        OmegaT = "omegat",
        /// The glossary of DeepL: source and target.
        DeepL = "deepl",
        /// The glossary of Google Cloud Translation: equivalent terms, or source and target.
        Google = "google",
        /// The CSV file of Weblate.
        Weblate = "weblate",
        /// The dumps of GeoNames.
        GeoNames = "geonames",
        /// CC-CEDICT, of which names are read.
        Cedict = "cc-cedict",
        /// The JSON dump of Wikidata.
        Wikidata = "wikidata",
    }
}

impl Format {
    /// The format that the ending of a file's name stands for, where it stands for one.
    pub fn of_ending(ending: &str) -> Option<Format> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "csv" => Format::Csv,
            "tsv" => Format::Tsv,
            "xlsx" => Format::Xlsx,
            "tbx" | "martif" | "mtf" => Format::Tbx,
            "tab" | "utf8" => Format::OmegaT,
            "u8" => Format::Cedict,
            "json" => Format::Wikidata,
            _ => return None,
        })
    }

    /// Whether glossaries can be written in it.
    pub fn is_written(self) -> bool {
        !matches!(self, Format::GeoNames | Format::Cedict | Format::Wikidata)
    }
}

/// What reading and writing may be told.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The source language of two-column formats; when they are read, told from the letters of the names if left out.
    pub from: Option<Lang>,
    /// Their target language.
    pub to: Option<Lang>,
    /// Headers of a table and the columns that they stand for ([`TABLE_COLUMNS`], or a language tag).
    pub columns: Vec<(String, String)>,
    /// What parts several names in one cell: the first is preferred, the others are admitted.
    pub split: Option<char>,
    /// The sheet of a workbook; the first one if left out.
    pub sheet: Option<String>,
    /// Entries with names in fewer languages are left out, and counted.
    pub least_languages: usize,
    /// The kind of entries of which the file does not say it.
    pub kind: Kind,
    /// The source of names of which the file does not say it.
    pub source: String,
    /// Classes of Wikidata (`Q515`) and the kinds that they stand for; the usual ones if it is empty.
    pub classes: Vec<(String, Kind)>,
    /// In two-column formats: every admitted name of the source language, not the preferred one alone.
    pub all_names: bool,
}

/// Reads a glossary and calls `take` with each entry in the order of the file. An entry without an id has none in the
/// file; entries of one id may come in parts.
///
/// # Errors
///
/// What reading or `take` fails with, and [`io::ErrorKind::InvalidData`] with a sentence if the file as a whole cannot be read.
pub fn read(
    format: Format,
    input: &mut dyn BufRead,
    options: &Options,
    take: &mut dyn FnMut(Entry) -> io::Result<()>,
) -> io::Result<Report> {
    let mut report = Report::default();
    let mut sink = entry::Sink::new(options, take);
    match format {
        Format::Csv | Format::Tsv => table::read(input, options, &mut sink, &mut report),
        Format::Xlsx => xlsx::read(input, options, &mut sink, &mut report),
        Format::Tbx | Format::TbxDca | Format::TbxDct => tbx::read(input, &mut sink, &mut report),
        Format::OmegaT | Format::DeepL | Format::Google | Format::Weblate => {
            pairs::read(format, input, options, &mut sink, &mut report)
        }
        Format::GeoNames => geonames::read(
            input,
            &geonames::Names::default(),
            &geonames::Filter::default(),
            options,
            take,
        )
        .map(|read| report = read),
        Format::Cedict => cedict::read(input, &mut sink, &mut report),
        Format::Wikidata => wikidata::read(input, options, &mut sink, &mut report),
    }?;
    Ok(report)
}

/// Writes entries in a format.
///
/// # Errors
///
/// What writing fails with, and [`io::ErrorKind::InvalidInput`] with a sentence if the format is only read or lacks an option.
///
/// ```
/// use isonym::exchange::{Format, Options, write};
/// use isonym::{Glossary, Lang};
/// let (glossary, _) = Glossary::from_csv("id,zh,ru,en\nheihe,黑河,Хэйхэ,Heihe\n");
/// let options = Options { from: Some(Lang::Zh), to: Some(Lang::Ru), ..Options::default() };
/// let mut out = Vec::new();
/// let report = write(Format::DeepL, glossary.entries(), &options, &mut out)?;
/// assert_eq!(out, "黑河,Хэйхэ\n".as_bytes());
/// assert_eq!(report.lost("names in other languages than zh and ru"), 1);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write(
    format: Format,
    entries: &[Entry],
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<Report> {
    match format {
        Format::Csv => table::write(entries, options, b',', out),
        Format::Tsv => table::write(entries, options, b'\t', out),
        Format::Xlsx => xlsx::write(entries, options, out),
        Format::Tbx => tbx::write(entries, tbx::Dialect::Martif, out),
        Format::TbxDca => tbx::write(entries, tbx::Dialect::Attributes, out),
        Format::TbxDct => tbx::write(entries, tbx::Dialect::Tags, out),
        Format::OmegaT | Format::DeepL | Format::Google | Format::Weblate => {
            pairs::write(format, entries, options, out)
        }
        Format::GeoNames | Format::Cedict | Format::Wikidata => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            Error::new(ErrorKind::Argument, said!("import-only", format = format.word())),
        )),
    }
}

/// An error of a file as a whole.
fn invalid(message: Message) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, Error::new(ErrorKind::Data, message))
}
