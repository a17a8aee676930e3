//! `isonym glossary import`: other programs' glossaries as glossary files.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use isonym::exchange::geonames::{self, Filter, Names};
use isonym::exchange::{self, Format, Options, Report, Rows};
use isonym::{Entry, Kind, Lang};

use super::append;
use crate::atomic::{Draft, Lock};
use crate::console::{self, Outcome};
use crate::decode::decode;
use crate::progress::Progress;
use crate::ui::{self, said};

/// Files up to this size are decoded as a whole, whatever their encoding; larger ones are read as a stream of UTF-8.
const WHOLE: u64 = 32 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files in one format; `-` is standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Their format: csv, tsv, xlsx, tbx, omegat, deepl, google, weblate, geonames, cc-cedict or wikidata; told from the
    /// names of the files if left out
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// The glossary to write; standard output if left out
    #[arg(long, short, value_name = "FILE.csv")]
    output: Option<PathBuf>,
    /// Add to the glossary what it does not have yet; without it, a file that is there is not touched
    #[arg(long, requires = "output")]
    append: bool,
    /// Write over a file that is there
    #[arg(long, requires = "output", conflicts_with = "append")]
    overwrite: bool,
    /// Language of the first column of two; told from its letters if left out
    #[arg(long, value_name = "LANG")]
    from: Option<Lang>,
    /// Language of the second column of two
    #[arg(long, value_name = "LANG")]
    to: Option<Lang>,
    /// What a column holds that is headed otherwise: `Город=en`, `Bemerkung=note`
    #[arg(long, value_name = "HEADER=COLUMN", value_parser = super::mapping)]
    map: Vec<(String, String)>,
    /// What parts several names in a cell: the first is preferred, the others are admitted
    #[arg(long, value_name = "CHARACTER")]
    split: Option<char>,
    /// Sheet of a workbook; the first one if left out
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Encoding of the files; told from their bytes if left out
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Leave out entries with names in fewer languages [default: 2 for geonames, wikidata and cc-cedict, else 1]
    #[arg(long, value_name = "N")]
    min_languages: Option<usize>,
    /// Kind of the entries whose kind the file does not say
    #[arg(long)]
    kind: Option<Kind>,
    /// Source of the names whose source the file does not say
    #[arg(long)]
    source: Option<String>,
    /// Of Wikidata: a class and the kind that it stands for, as `Q4022=river`; the usual ones if left out
    #[arg(long, value_name = "Q…=KIND", value_parser = class)]
    class: Vec<(String, Kind)>,
    /// Of GeoNames: countries, as `RU,CN`
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    country: Vec<String>,
    /// Of GeoNames: feature classes or codes, as `P,ADM1`
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    feature: Vec<String>,
    /// Of GeoNames: the least population
    #[arg(long, value_name = "N", default_value_t = 0)]
    min_population: u64,
}

fn class(text: &str) -> Result<(String, Kind), String> {
    let (class, kind) = super::mapping(text)?;
    let is_item = class
        .strip_prefix('Q')
        .is_some_and(|number| number.parse::<u64>().is_ok());
    match kind.parse() {
        Ok(kind) if is_item => Ok((class, kind)),
        Ok(_) => Err(said!("no-wikidata-item", class = class)),
        Err(why) => Err(ui::failure(&why)),
    }
}

/// Exits with 1 if rows could not be read, and with 2, leaving the target as it was, if a file could not.
pub(crate) fn run(args: &Args) -> Outcome {
    let format = format(args)?;
    let least = args.min_languages.unwrap_or(match format {
        Format::GeoNames | Format::Wikidata | Format::Cedict => 2,
        _ => 1,
    });
    let options = Options {
        from: args.from,
        to: args.to,
        columns: args.map.clone(),
        split: args.split,
        sheet: args.sheet.clone(),
        least_languages: if is_places_only(args, format)? { 1 } else { least },
        kind: args.kind.unwrap_or_default(),
        source: args.source.clone().unwrap_or_default(),
        classes: args.class.clone(),
        all_names: false,
    };
    let report = match &args.output {
        None => {
            let mut rows = Rows::new(console::out());
            let report = import(args, format, &options, &mut |entry| rows.write(&entry))?;
            rows.finish()?.flush()?;
            report
        }
        Some(target) => into_file(args, format, &options, target)?,
    };
    super::tell(&report, false);
    Ok(ExitCode::from(u8::from(report.broken > 0)))
}

/// The format of all files.
fn format(args: &Args) -> Result<Format, Box<dyn Error>> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let formats: Vec<Format> = args
        .files
        .iter()
        .map(|file| super::format_of(file))
        .collect::<Result<_, _>>()?;
    match formats.iter().find(|format| **format != formats[0]) {
        None => Ok(formats[0]),
        Some(other) => Err(said!("two-formats", first = formats[0].word(), second = other.word()).into()),
    }
}

/// Writes to a file: all of it or nothing.
fn into_file(
    args: &Args,
    format: Format,
    options: &Options,
    target: &Path,
) -> Result<Report, Box<dyn Error>> {
    let _lock = Lock::take(target).map_err(|error| said!("of-file", file = target, why = error))?;
    let is_there = target.try_exists()?;
    if is_there && !args.append && !args.overwrite {
        return Err(said!("file-there", file = target).into());
    }
    Draft::sweep(target);
    let mut draft = Draft::beside(target).map_err(|error| said!("of-file", file = target, why = error))?;
    let report = if is_there && args.append {
        let mut text = super::unguessed(target)?;
        let report = append::append(&mut text, |take| import(args, format, options, take))
            .map_err(|why| said!("of-file", file = target, why = why))?;
        draft.write_all(text.as_bytes())?;
        report
    } else {
        let mut rows = Rows::new(BufWriter::with_capacity(1 << 16, &mut draft));
        let report = import(args, format, options, &mut |entry| rows.write(&entry))?;
        rows.finish()?.flush()?;
        report
    };
    draft
        .commit()
        .map_err(|error| said!("of-file", file = target, why = error))?;
    Ok(report)
}

/// What an import gives its entries to.
pub(crate) type Take<'a> = dyn FnMut(Entry) -> io::Result<()> + 'a;

/// Reads all files.
pub(super) fn import(
    args: &Args,
    format: Format,
    options: &Options,
    take: &mut Take<'_>,
) -> Result<Report, Box<dyn Error>> {
    if format == Format::GeoNames {
        return import_geonames(args, options, take);
    }
    let mut report = Report::default();
    for file in &args.files {
        let mut input = open(file, format, args.encoding.as_deref())?;
        let read =
            exchange::read(format, &mut *input, options, take).map_err(|error| failure(file, error))?;
        super::tell_problems(file, &read);
        report.add(read);
    }
    Ok(report)
}

/// Reads the files of names, then those of places.
fn import_geonames(args: &Args, options: &Options, take: &mut Take<'_>) -> Result<Report, Box<dyn Error>> {
    let filter = Filter {
        countries: args.country.clone(),
        features: args.feature.clone(),
        least_population: args.min_population,
    };
    let (mut names, mut report, mut places) = (Names::default(), Report::default(), Vec::new());
    for file in &args.files {
        if is_names(file)? {
            let mut read = Report::default();
            let mut input = open(file, Format::GeoNames, args.encoding.as_deref())?;
            names
                .read(&mut *input, &mut read)
                .map_err(|error| failure(file, error))?;
            super::tell_problems(file, &read);
            report.add(read);
        } else {
            places.push(file);
        }
    }
    if places.is_empty() {
        return Err(said!("no-places").into());
    }
    for file in places {
        let mut input = open(file, Format::GeoNames, args.encoding.as_deref())?;
        let read = geonames::read(&mut *input, &names, &filter, options, take)
            .map_err(|error| failure(file, error))?;
        super::tell_problems(file, &read);
        report.add(read);
    }
    Ok(report)
}

/// Whether GeoNames' places come without their names in other languages, so that one language is all that there is.
fn is_places_only(args: &Args, format: Format) -> Result<bool, Box<dyn Error>> {
    if format != Format::GeoNames || args.min_languages.is_some() {
        return Ok(false);
    }
    for file in &args.files {
        if is_names(file)? {
            return Ok(false);
        }
    }
    console::mention(&said!("no-alternate-names"));
    Ok(true)
}

/// Whether a file of GeoNames holds names; its first line that has the form of either kind tells. Standard input holds places.
fn is_names(file: &Path) -> Result<bool, Box<dyn Error>> {
    if file == Path::new("-") {
        return Ok(false);
    }
    let mut input = BufReader::new(File::open(file).map_err(|error| failure(file, error))?);
    let mut line = Vec::new();
    for _ in 0..1000 {
        line.clear();
        if input.by_ref().take(1 << 20).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if let Some(answer) = geonames::is_names(&String::from_utf8_lossy(&line)) {
            return Ok(answer);
        }
    }
    Err(said!("no-geonames", file = file).into())
}

/// A file as a stream: decoded if it is small, else as it is. A progress bar goes with it.
fn open(file: &Path, format: Format, encoding: Option<&str>) -> Result<Box<dyn BufRead>, Box<dyn Error>> {
    let is_input = file == Path::new("-");
    if format == Format::Xlsx {
        return Ok(Box::new(Cursor::new(bytes(file)?)));
    }
    let size = if is_input {
        u64::MAX
    } else {
        fs::metadata(file).map_err(|error| failure(file, error))?.len()
    };
    let streams = matches!(format, Format::GeoNames | Format::Wikidata | Format::Cedict);
    if encoding.is_none() && (size > WHOLE || streams) {
        let input: Box<dyn Read> = if is_input {
            Box::new(io::stdin().lock())
        } else {
            Box::new(File::open(file).map_err(|error| failure(file, error))?)
        };
        return Ok(Box::new(BufReader::with_capacity(
            1 << 16,
            Progress::new(input, size),
        )));
    }
    let decoded = match decode(&bytes(file)?, encoding) {
        Ok(decoded) => decoded,
        // Of UTF-8 with a few wrong bytes all rows but those can be read.
        Err(_) if encoding.is_none() => return Ok(Box::new(Cursor::new(bytes(file)?))),
        Err(why) => return Err(said!("of-file", file = file, why = why).into()),
    };
    if decoded.guess.is_some() {
        console::mention(&said!("of-file", file = file, why = decoded.said()));
    }
    let text = if decoded.text.contains('\n') {
        decoded.text
    } else {
        decoded.text.replace('\r', "\n")
    };
    Ok(Box::new(Cursor::new(text.into_bytes())))
}

fn bytes(file: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    fs::read(file).map_err(|error| failure(file, error))
}

/// A failure with the file that it is of; that of a closed pipe stays one.
fn failure(file: &Path, error: io::Error) -> Box<dyn Error> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Box::new(error),
        _ => console::unread(file, &error).into(),
    }
}
