//! The dumps of GeoNames: `allCountries.txt` and the files of countries, with `alternateNamesV2.txt`.
//!
//! The names in other languages stand in a file of their own, in no order that would help: they are read first, those in
//! Chinese, Russian and English are kept, packed, and the places are then read as a stream.

use std::io::{self, BufRead};

use super::entry::{Draft, Sink};
use super::records::read_line;
use super::report::Report;
use super::tags::{TRADITIONAL, Tag};
use super::{Options, tags};
use crate::glossary::{Entry, Form, Kind, Name, Status, made_id};
use crate::lang::{Lang, Script};
use crate::message::said;
use crate::text::simplified;

/// Columns of a file of places.
const PLACE_COLUMNS: usize = 19;

/// Columns of a file of names: of the second version, of the first, and of the second without its last two cells.
const NAME_COLUMNS: [usize; 2] = [8, 10];

/// Which of the two kinds of files a line is of: places, or their names.
pub fn is_names(line: &str) -> Option<bool> {
    match line.split('\t').count() {
        PLACE_COLUMNS => Some(false),
        count if NAME_COLUMNS.contains(&count) => Some(true),
        _ => None,
    }
}

/// Which places are read.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Country codes; all if empty.
    pub countries: Vec<String>,
    /// Feature classes (`P`) and codes (`PPLA`); all if empty.
    pub features: Vec<String>,
    /// The least population; places without people only if it is 0.
    pub least_population: u64,
}

impl Filter {
    fn takes(&self, country: &str, class: &str, code: &str, population: u64) -> bool {
        let any = |list: &[String], words: [&str; 2]| {
            list.is_empty()
                || list
                    .iter()
                    .any(|w| words.iter().any(|word| w.eq_ignore_ascii_case(word)))
        };
        population >= self.least_population
            && any(&self.countries, [country, country])
            && any(&self.features, [class, code])
    }
}

/// What is kept of a name: 8 bytes beside its text.
#[derive(Clone, Copy)]
struct Kept {
    place: u32,
    at: u32,
}

/// The names of places in Chinese, Russian and English.
#[derive(Default)]
pub struct Names {
    /// In the order of the places once they are sorted.
    kept: Vec<Kept>,
    /// The texts, each behind its length and its traits, in blocks: one that grew would be copied as a whole.
    blocks: Vec<Vec<u8>>,
}

/// Bytes of a block; the high bits of a place in the texts are the number of its block.
const BLOCK_BITS: u32 = 20;
const BLOCK: usize = 1 << BLOCK_BITS;

/// Traits of a name: two bits for the language, then one for each of these.
const PREFERRED: u8 = 1 << 2;
const SHORT: u8 = 1 << 3;
const COLLOQUIAL: u8 = 1 << 4;
const HISTORIC: u8 = 1 << 5;
const HANT: u8 = 1 << 6;

impl Names {
    /// Reads a file of names, adding to those that were read before.
    ///
    /// # Errors
    /// What reading fails with.
    pub fn read(&mut self, input: &mut dyn BufRead, report: &mut Report) -> io::Result<()> {
        let (mut line, mut number) = (Vec::new(), 0);
        while read_line(input, &mut line)? {
            number += 1;
            match std::str::from_utf8(&line) {
                Ok("") => {}
                Ok(text) => self.take(number, text, report),
                Err(_) => report.broken(number, "", said!("not-utf8")),
            }
        }
        // Stable, so that names keep the order of the file.
        self.kept.sort_by_key(|kept| kept.place);
        Ok(())
    }

    fn take(&mut self, number: usize, line: &str, report: &mut Report) {
        let cells: Vec<&str> = line.trim_start_matches('\u{feff}').split('\t').collect();
        if !(4..=10).contains(&cells.len()) {
            report.broken(number, "", said!("cells-names", count = cells.len()));
            return;
        }
        let Ok(place) = cells[1].parse() else {
            report.broken(number, "geonameid", said!("no-number", cell = short(cells[1])));
            return;
        };
        let Some(tag) = tags::tag(cells[2]).filter(|_| cells[2].len() <= 10) else {
            return;
        };
        let is_set = |at: usize| cells.get(at).is_some_and(|cell| *cell == "1");
        let traits = [(4, PREFERRED), (5, SHORT), (6, COLLOQUIAL), (7, HISTORIC)];
        let mut flags = traits
            .into_iter()
            .filter(|&(at, _)| is_set(at))
            .fold(tag.lang as u8, |all, (_, one)| all | one);
        if tag.lang == Lang::Zh && (!tag.system.is_empty() || cells[3].chars().any(|c| simplified(c) != c)) {
            flags |= HANT;
        }
        let text = cells[3].trim();
        if text.is_empty() || text.len() > 1000 {
            report.broken(number, "alternate name", said!("name-long"));
        } else if Script::of_text(text) != Some(tag.lang.script()) {
            report.lose(said!("lost-letters"));
        } else {
            self.keep(place, flags, text);
        }
    }

    fn keep(&mut self, place: u32, flags: u8, text: &str) {
        let needed = text.len() + 3;
        if self
            .blocks
            .last()
            .is_none_or(|block| block.len() + needed > BLOCK)
        {
            self.blocks.push(Vec::with_capacity(BLOCK));
        }
        let number = self.blocks.len() - 1;
        let block = &mut self.blocks[number];
        let at = (number << BLOCK_BITS | block.len()) as u32;
        block.push(flags);
        block.extend((text.len() as u16).to_le_bytes());
        block.extend(text.as_bytes());
        self.kept.push(Kept { place, at });
    }

    /// The names of a place with their traits.
    fn of(&self, place: u32) -> impl Iterator<Item = (u8, &str)> {
        let from = self.kept.partition_point(|kept| kept.place < place);
        self.kept[from..]
            .iter()
            .take_while(move |kept| kept.place == place)
            .map(|kept| {
                let block = &self.blocks[kept.at as usize >> BLOCK_BITS];
                let at = kept.at as usize & (BLOCK - 1);
                let length = usize::from(u16::from_le_bytes([block[at + 1], block[at + 2]]));
                (
                    block[at],
                    std::str::from_utf8(&block[at + 3..at + 3 + length]).unwrap_or(""),
                )
            })
    }
}

/// Reads a file of places. Without names only the English column is filled.
///
/// # Errors
/// What reading or `take` fails with.
pub fn read(
    input: &mut dyn BufRead,
    names: &Names,
    filter: &Filter,
    options: &Options,
    take: &mut dyn FnMut(Entry) -> io::Result<()>,
) -> io::Result<Report> {
    let mut report = Report::default();
    let mut sink = Sink::new(options, take);
    let (mut line, mut number) = (Vec::new(), 0);
    while read_line(input, &mut line)? {
        number += 1;
        match std::str::from_utf8(&line) {
            Ok(text) if text.is_empty() || text.starts_with('#') => {}
            Ok(text) => {
                if let Some(draft) = place(number, text, names, filter, &mut report) {
                    sink.put(draft, &mut report)?;
                }
            }
            Err(_) => report.broken(number, "", said!("not-utf8")),
        }
    }
    Ok(report)
}

fn place(number: usize, line: &str, names: &Names, filter: &Filter, report: &mut Report) -> Option<Draft> {
    let cells: Vec<&str> = line.trim_start_matches('\u{feff}').split('\t').collect();
    if cells.len() != PLACE_COLUMNS {
        report.broken(
            number,
            "",
            said!("cells-places", count = cells.len(), columns = PLACE_COLUMNS),
        );
        return None;
    }
    let Ok(id) = cells[0].parse::<u32>() else {
        report.broken(number, "geonameid", said!("no-number", cell = short(cells[0])));
        return None;
    };
    let population = cells[14].parse().unwrap_or(0);
    if !filter.takes(cells[8], cells[6], cells[7], population) {
        report.lose(said!("lost-places"));
        return None;
    }
    let mut draft = Draft {
        kind: Some(kind(cells[6], cells[7], population)),
        weight: population.try_into().unwrap_or(u32::MAX),
        country: cells[8].parse().ok(),
        ..Draft::default()
    };
    let mut of_place: Vec<(u8, &str)> = names.of(id).collect();
    // Names in use before former ones, preferred ones first, short ones last; simplified before traditional characters.
    of_place.sort_by_key(|(flags, _)| {
        (
            flags & HISTORIC,
            flags & HANT,
            flags & PREFERRED == 0,
            flags & (SHORT | COLLOQUIAL),
        )
    });
    for (flags, text) in of_place {
        let tag = Tag {
            lang: Lang::ALL[usize::from(flags & 3)],
            system: if flags & HANT == 0 { "" } else { TRADITIONAL },
        };
        let status = (flags & HISTORIC != 0).then_some(Status::Superseded);
        draft.add(tag, name(text, flags), status, report);
    }
    let own = cells[1].trim();
    if Script::of_text(own) == Some(Script::Latin) {
        // The name of the place itself: the English one only where no other is.
        draft.add(
            Tag {
                lang: Lang::En,
                system: "",
            },
            name(own, 0),
            None,
            report,
        );
    }
    if draft.is_empty() {
        report.lose(said!("lost-nameless"));
        return None;
    }
    draft.id = format!("{}-gn{id}", draft.slug());
    Some(draft)
}

fn name(text: &str, flags: u8) -> Name {
    Name {
        text: text.to_owned(),
        form: if flags & SHORT == 0 {
            Form::Ordinary
        } else {
            Form::Short
        },
        source: "GeoNames".to_owned(),
        ..Name::default()
    }
}

impl Draft {
    /// A readable part of an id.
    pub(super) fn slug(&self) -> String {
        let mut entry = Entry::default();
        self.each(|lang, name| entry.add(lang, name.clone()));
        made_id(&entry)
    }
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

/// From this many people on a populated place is a city.
const CITY: u64 = 15_000;

/// The kind of a feature, by its class and code.
fn kind(class: &str, code: &str, population: u64) -> Kind {
    match (class, code) {
        ("P", "PPLC" | "PPLA" | "PPLA2" | "PPLG") => Kind::City,
        ("P", "PPLX") => Kind::District,
        ("P", _) if population >= CITY => Kind::City,
        ("P", _) => Kind::Settlement,
        ("A", "ADM1") => Kind::Province,
        ("A", "ADM2") => Kind::County,
        ("A", "ADM3" | "ADM4" | "ADM5" | "ADMD") => Kind::District,
        ("A", code) if code.starts_with("PCL") => Kind::Country,
        ("L", "RGN" | "CONT" | "RGNE" | "RGNH") | ("A", _) => Kind::Region,
        ("H", code) => water(code),
        ("T", "ISL" | "ISLS" | "ISLET" | "ATOL") => Kind::Island,
        ("T", "PEN" | "CAPE" | "PT") => Kind::Peninsula,
        ("T", code) if code.starts_with("MT") || code.starts_with("PK") || code.starts_with("HLL") => {
            Kind::Mountain
        }
        ("T", "RDGE" | "PLAT" | "VLC") => Kind::Mountain,
        ("R", code) if code.starts_with("RR") => Kind::Railway,
        ("R", _) => Kind::Road,
        ("S", "AIRP" | "AIRF") => Kind::Airport,
        ("S", "BDG") => Kind::Bridge,
        ("S", "UNIV") => Kind::University,
        ("S", "PSTB" | "CSTM") => Kind::Crossing,
        ("S", _) => Kind::Site,
        _ => Kind::Place,
    }
}

fn water(code: &str) -> Kind {
    match code {
        "SEA" | "OCN" | "BAY" | "BAYS" | "GULF" => Kind::Sea,
        "STRT" | "CNL" | "CNLN" | "CHN" => Kind::Strait,
        "LK" | "LKS" | "RSV" | "LGN" | "LKN" => Kind::Lake,
        code if code.starts_with("STM") => Kind::River,
        _ => Kind::Place,
    }
}
