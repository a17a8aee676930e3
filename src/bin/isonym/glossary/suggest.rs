//! `isonym glossary suggest`: names of articles that no entry has, as rows to look up.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use isonym::document;
use isonym::exchange::Rows;
use isonym::lint::{Article, Options, unknown_names};
use isonym::{Entry, Index, Kind, Lang, Name, Status, fold};
use serde_json::json;

use super::conversions::{self, Conversion};
use crate::console::{self, Outcome};
use crate::layers::Layers;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Articles; `-` is standard input
    #[arg(required = true)]
    articles: Vec<PathBuf>,
    /// Leave out names that stand in the articles fewer times
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_count: usize,
    /// How to write the names. Columns of tsv: count, language, name, first place
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Encoding of the articles; told from their bytes if left out
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[command(flatten)]
    layers: Layers,
}

/// How names are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each name
    Text,
    /// Tab-separated values
    Tsv,
    /// One JSON object on a line for each name
    Jsonl,
    /// Rows of a glossary, to be looked up: conversions into the other languages are marked as such
    Csv,
}

/// A name of some articles.
struct Found {
    text: String,
    lang: Lang,
    kind: Kind,
    count: usize,
    /// Where it stands first: `a.txt:3`.
    place: String,
}

/// Exits with 1 if there is none.
pub(crate) fn run(args: &Args) -> Outcome {
    let index = args.layers.index()?;
    let mut names: BTreeMap<(Lang, String), Found> = BTreeMap::new();
    for path in &args.articles {
        let text = super::read(path, args.encoding.as_deref())?.text;
        let excluded = document::Format::of_name(&path.to_string_lossy()).no_prose(&text);
        let options = Options {
            excluded,
            ..Options::default()
        };
        for name in unknown_names(&Article::new(&index, &text, &options)) {
            let line = text[..name.places[0].start].matches('\n').count() + 1;
            let found = names
                .entry((name.lang, fold(&name.text)))
                .or_insert_with(|| Found {
                    text: name.text,
                    lang: name.lang,
                    kind: name.kind,
                    count: 0,
                    place: format!("{}:{line}", path.display()),
                });
            found.count += name.places.len();
        }
    }
    let mut found: Vec<Found> = names
        .into_values()
        .filter(|name| name.count >= args.min_count)
        .collect();
    found.sort_by_key(|name| std::cmp::Reverse(name.count));
    let mut out = console::out();
    if args.format == Format::Csv {
        let mut rows = Rows::new(&mut out);
        found
            .iter()
            .try_for_each(|name| rows.write(&entry(name, &index)))?;
        rows.finish()?;
    } else {
        found
            .iter()
            .try_for_each(|name| write(&mut out, name, args.format))?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(found.is_empty())))
}

fn write(out: &mut impl Write, name: &Found, format: Format) -> io::Result<()> {
    let Found {
        text,
        lang,
        count,
        place,
        ..
    } = name;
    match format {
        Format::Tsv => writeln!(
            out,
            "{count}\t{lang}\t{}\t{}",
            console::tsv(text),
            console::tsv(place)
        ),
        Format::Jsonl => writeln!(
            out,
            "{}",
            json!({"name": text, "lang": lang.code(), "kind": name.kind.word(), "count": count, "first": place})
        ),
        _ => writeln!(out, "{count:>5}  {lang}  {text}  ({place})"),
    }
}

/// A row for a name, and rows for what it would be in the other languages.
fn entry(name: &Found, index: &Index) -> Entry {
    let mut entry = Entry::new("", name.kind);
    let note = format!(
        "{} × in articles, first {}; not looked up",
        name.count, name.place
    );
    entry.add(
        name.lang,
        Name {
            text: name.text.clone(),
            status: Status::Preferred,
            note,
            ..Name::default()
        },
    );
    // What is written 费多尔·杰尼索夫 is a foreign name: its reading in Pinyin or Palladius would be none.
    let is_transcribed = name.lang == Lang::Zh && name.text.contains(['·', '•', '・', '‧']);
    let others = Lang::ALL
        .into_iter()
        .filter(|&lang| lang != name.lang && !is_transcribed);
    for lang in others {
        if let Some(Conversion { text, system, note }) = conversions::best(index, &name.text, name.kind, lang)
        {
            entry.add(
                lang,
                Name {
                    text,
                    status: Status::Admitted,
                    system,
                    note,
                    ..Name::default()
                },
            );
        }
    }
    entry
}
