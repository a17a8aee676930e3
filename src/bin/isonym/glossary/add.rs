//! `isonym glossary add`: one more row, all other bytes as they were.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use isonym::glossary::{COLUMNS, Cells, Country, Problem, Severity, with_row};
use isonym::{Form, Glossary, Kind, Lang, Status, fold};

use super::conversions;
use crate::atomic::{self, Lock};
use crate::console::{self, Outcome};
use crate::decode::{Decoded, decode};
use crate::ui::{self, said};

#[derive(Default, clap::Args)]
pub(crate) struct Args {
    /// The glossary file; it is created if there is none
    file: PathBuf,
    /// Id of the entry; made from the name if left out
    #[arg(long)]
    id: Option<String>,
    /// Kind of the entry: city, river, person …
    #[arg(long)]
    kind: Option<Kind>,
    /// Chinese name
    #[arg(long)]
    zh: Option<String>,
    /// Russian name
    #[arg(long)]
    ru: Option<String>,
    /// English name
    #[arg(long)]
    en: Option<String>,
    /// Status of the names: preferred, admitted, deprecated, superseded
    #[arg(long)]
    status: Option<Status>,
    /// Form of the names: official, short, abbreviation, adjective, demonym
    #[arg(long)]
    form: Option<Form>,
    /// House style or authority that the row speaks for
    #[arg(long)]
    style: Option<String>,
    /// How the name was made: palladius, postal …
    #[arg(long)]
    system: Option<String>,
    /// Years in which the name held: 1858/1931
    #[arg(long)]
    valid: Option<String>,
    /// A remark
    #[arg(long)]
    note: Option<String>,
    /// Where the name was looked up
    #[arg(long)]
    source: Option<String>,
    /// Which of several things of one name is meant first, the heavier one: a whole number, such as the inhabitants
    #[arg(long, value_name = "NUMBER")]
    weight: Option<String>,
    /// The country that it lies in or belongs to, by its two letters of ISO 3166-1
    #[arg(long, value_name = "CODE")]
    country: Option<Country>,
    /// Add the row even if another entry has one of its names: homonyms are entries of their own
    #[arg(long)]
    homonym: bool,
    /// Add rows with what the name would be in the languages that are missing: admitted, with the system that made them,
    /// marked as not looked up
    #[arg(long)]
    suggest: bool,
    /// Encoding of the file; told from its bytes if left out
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let objections = add(args)?;
    for objection in &objections {
        console::tell(&said!("not-added", file = &args.file, why = objection));
    }
    Ok(ExitCode::from(u8::from(!objections.is_empty())))
}

/// Adds a row with one name.
pub(crate) fn add_name(file: &Path, lang: Lang, name: &str) -> Result<Vec<String>, String> {
    let mut args = Args {
        file: file.to_path_buf(),
        ..Args::default()
    };
    let cell = match lang {
        Lang::Zh => &mut args.zh,
        Lang::Ru => &mut args.ru,
        Lang::En => &mut args.en,
    };
    *cell = Some(name.to_owned());
    add(&args).map_err(|error| ui::failure(&*error))
}

/// Adds the row, if nothing speaks against it.
fn add(args: &Args) -> Result<Vec<String>, Box<dyn Error>> {
    let cells = cells(args);
    let is_named = names(&cells).next().is_some();
    let tells = args.id.is_some() && (args.weight.is_some() || args.country.is_some());
    if !is_named && !tells {
        return Err(said!("row-needs-name").into());
    }
    let file_name = &args.file;
    let _lock = Lock::take(&args.file).map_err(|error| said!("of-file", file = file_name, why = error))?;
    let last = [
        (args.country.is_some(), "country"),
        (args.weight.is_some(), "weight"),
    ];
    let last = last.into_iter().find(|(is_given, _)| *is_given);
    let file = open(
        &args.file,
        args.encoding.as_deref(),
        last.map(|(_, column)| column),
    )?;
    let (mut text, line) = with_row(&file.text, &for_file(&cells, &file.text))
        .map_err(|error| said!("of-file", file = file_name, why = error))?;
    let objections = objections(&cells, args.homonym, &file.text, &text, line);
    if !objections.is_empty() {
        return Ok(objections);
    }
    if args.suggest {
        text = with_suggestions(args, &cells, text)
            .map_err(|error| said!("of-file", file = file_name, why = error))?;
    }
    let bytes = file
        .encode(&text)
        .map_err(|why| said!("of-file", file = file_name, why = why))?;
    atomic::write(&args.file, &bytes).map_err(|error| said!("of-file", file = file_name, why = error))?;
    Ok(Vec::new())
}

/// The text with a row for each language that the new one has no name in.
fn with_suggestions(args: &Args, cells: &[(&str, &str)], mut text: String) -> Result<String, Box<dyn Error>> {
    let cell = |wanted: &str| cell(cells, wanted);
    let made = made_id(cells);
    let id = args.id.as_deref().unwrap_or(&made);
    let index = isonym::shipped();
    // Chinese and Russian names tell more of a name than its English form.
    let Some(name) = [Lang::Zh, Lang::Ru, Lang::En]
        .iter()
        .find_map(|lang| cell(lang.code()))
    else {
        return Ok(text);
    };
    for lang in Lang::ALL.into_iter().filter(|lang| cell(lang.code()).is_none()) {
        let Some(suggestion) = conversions::best(&index, name, args.kind.unwrap_or_default(), lang) else {
            continue;
        };
        let row = [
            ("id", id),
            ("kind", cell("kind").unwrap_or("")),
            ("status", Status::Admitted.word()),
            (lang.code(), &suggestion.text),
            ("form", cell("form").unwrap_or("")),
            ("style", cell("style").unwrap_or("")),
            ("system", &suggestion.system),
            ("note", &suggestion.note),
        ];
        text = with_row(&text, &row)?.0;
        console::mention(&said!(
            "suggested",
            lang = lang,
            name = &suggestion.text,
            note = &suggestion.note
        ));
    }
    Ok(text)
}

/// The cell of a column, if it is given.
fn cell<'a>(cells: &Cells<'a>, wanted: &str) -> Option<&'a str> {
    let found = cells.iter().find(|(column, _)| *column == wanted);
    found.map(|&(_, cell)| cell)
}

/// The names that are given.
fn names<'a>(cells: &'a Cells<'a>) -> impl Iterator<Item = (Lang, &'a str)> {
    let names = Lang::ALL.into_iter();
    names.filter_map(|lang| Some((lang, cell(cells, lang.code())?)))
}

/// The id that the new row was given.
fn made_id(cells: &[(&str, &str)]) -> String {
    let columns: Vec<&str> = cells.iter().map(|&(column, _)| column).collect();
    let header = [&["id"], columns.as_slice()].concat().join(",") + "\n";
    let row = with_row(&header, cells).map(|(text, _)| text).unwrap_or_default();
    let (glossary, _) = Glossary::from_csv(&row);
    glossary
        .entries()
        .first()
        .map_or(String::new(), |entry| entry.id.clone())
}

/// The cells that are given, by column.
fn cells(args: &Args) -> Vec<(&'static str, &str)> {
    let texts: [(&'static str, Option<&str>); COLUMNS.len()] = [
        ("id", args.id.as_deref()),
        ("kind", args.kind.map(Kind::word)),
        ("status", args.status.map(Status::word)),
        ("zh", args.zh.as_deref()),
        ("ru", args.ru.as_deref()),
        ("en", args.en.as_deref()),
        ("form", args.form.map(Form::word)),
        ("style", args.style.as_deref()),
        ("system", args.system.as_deref()),
        ("valid", args.valid.as_deref()),
        ("note", args.note.as_deref()),
        ("source", args.source.as_deref()),
        ("weight", args.weight.as_deref()),
        ("country", args.country.as_ref().map(Country::code)),
    ];
    let filled = texts
        .into_iter()
        .filter_map(|(column, text)| Some((column, text?.trim())));
    filled.filter(|(_, text)| !text.is_empty()).collect()
}

/// A row with a name is preferred unless it says otherwise: where the file has a column for that, it says so.
pub(crate) fn for_file<'a>(cells: &[(&'a str, &'a str)], text: &str) -> Vec<(&'a str, &'a str)> {
    let mut cells = cells.to_vec();
    let has_status = cells.iter().any(|(column, _)| *column == "status");
    let preferred = ("status", Status::Preferred.word());
    if has_status {
        cells.retain(|cell| *cell != preferred || with_row(text, &[preferred]).is_ok());
    } else if names(&cells).next().is_some() && with_row(text, &[preferred]).is_ok() {
        cells.push(preferred);
    }
    cells
}

/// The last of the columns that every new file has.
const LAST: &str = "source";

/// The file as it is; a file that is not there is one without rows, with all columns as far as the `last` one that is wanted.
pub(crate) fn open(
    file: &Path,
    encoding: Option<&str>,
    last: Option<&str>,
) -> Result<Decoded, Box<dyn Error>> {
    match fs::metadata(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let last = last.unwrap_or(LAST);
            let columns = COLUMNS
                .iter()
                .position(|&column| column == last)
                .map_or(0, |at| at + 1);
            let header = COLUMNS[..columns].join(",") + "\n";
            let mut new = decode(b"", Some(encoding.unwrap_or("utf-8")))?;
            new.text = header;
            Ok(new)
        }
        _ => {
            let old = super::read(file, encoding)?;
            super::refuse_guess(file, &old)?;
            let unchanged = old.encode(&old.text)? == fs::read(file)?;
            let why = || said!("rows-change", file = file, encoding = old.encoding());
            if unchanged { Ok(old) } else { Err(why().into()) }
        }
    }
}

/// What speaks against the row: what is wrong with it, and other entries of the same name.
pub(crate) fn objections(
    cells: &Cells<'_>,
    homonym: bool,
    before: &str,
    after: &str,
    line: usize,
) -> Vec<String> {
    let (_, problems) = Glossary::from_csv(after);
    let is_of_row = |problem: &&Problem| problem.line == line && problem.severity < Severity::Note;
    let mut objections: Vec<String> = problems
        .iter()
        .filter(is_of_row)
        .map(|p| ui::message(&p.message))
        .collect();
    if !homonym {
        let (glossary, _) = Glossary::from_csv(before);
        objections.extend(clashes(cells, &glossary));
    }
    objections
}

fn clashes(cells: &Cells<'_>, glossary: &Glossary) -> Vec<String> {
    let mut clashes = Vec::new();
    let id = cell(cells, "id");
    for (lang, name) in names(cells) {
        let key = fold(name);
        let others = glossary
            .entries()
            .iter()
            .filter(|entry| Some(entry.id.as_str()) != id);
        for entry in others.filter(|entry| entry.names(lang).iter().any(|n| fold(&n.text) == key)) {
            clashes.push(said!("name-taken", name = name, entry = &entry.id));
        }
    }
    clashes.sort();
    clashes.dedup();
    clashes
}
