//! `isonym lookup`: the names of a thing in the other languages.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::ValueEnum;
use isonym::glossary::Country;
use isonym::index::{Among, Column, How, Match};
use isonym::translit::{Ask, Candidate, route};
use isonym::{Entry, Form, Index, Kind, Lang, Name, Script, Status};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::console::{self, Outcome};
use crate::layers::Layers;
use crate::ui::said;

/// So many answers are given for a name.
const LIMIT: usize = 5;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Names; without any, the lines of standard input
    names: Vec<String>,
    /// Look only at names in this language: zh, ru or en
    #[arg(long, value_name = "LANG")]
    from: Option<Lang>,
    /// Look only at things of this country, by its two letters of ISO 3166-1: CN, RU …
    #[arg(long, value_name = "CODE")]
    country: Option<Country>,
    /// Answer in this language; a name that is not found is converted, and marked so
    #[arg(long, value_name = "LANG")]
    to: Option<Lang>,
    /// How many answers to give for a name, best first [default: 5, in tsv 1]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// How to write the answers. Columns of tsv: query, entry, how, score, matched name, zh, ru, en
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Take every name by itself. Without this, the names before one tell which of several things of that name is meant: in
    /// a column of oblasts, Voronezh is the oblast
    #[arg(long)]
    no_context: bool,
    #[command(flatten)]
    layers: Layers,
}

/// How answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people
    Text,
    /// One JSON array
    Json,
    /// One JSON object on a line for each name
    Jsonl,
    /// Tab-separated values
    Tsv,
}

/// What is asked about a name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Question {
    /// Which names and things are looked at.
    pub(crate) among: Among,
    /// Convert into this language what is not found.
    pub(crate) to: Option<Lang>,
    /// How many answers to give at most.
    pub(crate) limit: Option<usize>,
}

/// A query and what was found.
pub(crate) struct Answer<'a> {
    query: &'a str,
    found: Vec<(Match, Entry)>,
    /// What a system makes of a query that was not found, or only nearly, with the system's id.
    converted: Option<(&'static str, Vec<Candidate>)>,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let index = args.layers.index()?;
    let question = Question {
        among: Among {
            lang: args.from,
            country: args.country,
        },
        to: args.to,
        limit: args.limit.or((args.format == Format::Tsv).then_some(1)),
    };
    let mut out = console::out();
    let (mut number, mut unanswered) = (0, false);
    if args.format == Format::Json {
        write!(out, "[")?;
    }
    let mut column = Column::default();
    console::each_name(&args.names, None, |name| {
        if args.no_context {
            column = Column::default();
        }
        let answer = answer(&index, &mut column, name.trim(), &question);
        unanswered |= answer.found.is_empty() && !answer.query.is_empty();
        number += 1;
        match args.format {
            Format::Text => write_table(&mut out, &answer, args.to),
            Format::Tsv => write_rows(&mut out, &answer),
            Format::Json => {
                writeln!(out, "{}", if number > 1 { "," } else { "" })?;
                Ok(serde_json::to_writer(&mut out, &object(&answer))?)
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut out, &object(&answer))?;
                writeln!(out)
            }
        }
    })?;
    if args.format == Format::Json {
        writeln!(out, "\n]")?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(unanswered)))
}

/// Looks the next name of a column up, and converts it if it is not found.
pub(crate) fn answer<'a>(
    index: &Index,
    column: &mut Column,
    query: &'a str,
    question: &Question,
) -> Answer<'a> {
    let limit = question.limit.unwrap_or(LIMIT);
    let matches = if query.is_empty() {
        Vec::new()
    } else {
        column.lookup(index, query, question.among, limit)
    };
    let found: Vec<(Match, Entry)> = matches
        .into_iter()
        .map(|found| {
            let entry = index.entry(found.entry);
            (found, entry)
        })
        .collect();
    let is_known = found.iter().any(|(found, _)| found.how != How::Fuzzy);
    let converted = question
        .to
        .filter(|_| !is_known)
        .and_then(|to| convert(query, to, question.limit.unwrap_or(1)));
    Answer {
        query,
        found,
        converted,
    }
}

/// What the usual system makes of a name.
fn convert(query: &str, to: Lang, limit: usize) -> Option<(&'static str, Vec<Candidate>)> {
    let route = route(to.code(), None).ok()?;
    let system = route.system(Script::of_text(query)?)?;
    let ask = Ask {
        limit: limit.max(1),
        ..Ask::default()
    };
    let candidates = route.candidates(query, &ask);
    (!candidates.is_empty()).then_some((system.id, candidates))
}

/// A line for each answer, in columns.
fn write_table(out: &mut impl Write, answer: &Answer<'_>, to: Option<Lang>) -> io::Result<()> {
    let query = answer.query;
    match answer.found.first() {
        _ if query.is_empty() => return writeln!(out),
        None => return write_unfound(out, answer),
        Some((best, _)) if best.how == How::Fuzzy => {
            writeln!(out, "{}", said!("did-you-mean", query = query))?
        }
        Some(_) => writeln!(out, "{query}")?,
    }
    let langs: Vec<Lang> = Lang::ALL
        .into_iter()
        .filter(|&lang| to.is_none_or(|to| to == lang))
        .collect();
    let headings = [
        said!("lookup-kind"),
        said!("lookup-entry"),
        said!("lookup-found-by"),
    ];
    let header = langs.iter().map(|lang| lang.code().to_owned()).chain(headings);
    let mut rows: Vec<Vec<String>> = vec![header.collect()];
    rows.extend(answer.found.iter().map(|(found, entry)| {
        let names = langs.iter().map(|&lang| preferred(entry, lang).to_owned());
        names
            .chain([sort(entry), entry.id.clone(), reason(found)])
            .collect()
    }));
    for row in &rows {
        let mut line = String::from(" ");
        for (at, cell) in row.iter().enumerate() {
            let width = rows.iter().map(|row| row[at].width()).max().unwrap_or(0);
            line += &format!(" {cell}{}", " ".repeat(width - cell.width() + 1));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    write_converted(out, answer)
}

fn write_unfound(out: &mut impl Write, answer: &Answer<'_>) -> io::Result<()> {
    writeln!(out, "{}", said!("not-found", query = answer.query))?;
    write_converted(out, answer)
}

fn write_converted(out: &mut impl Write, answer: &Answer<'_>) -> io::Result<()> {
    let Some((system, candidates)) = &answer.converted else {
        return Ok(());
    };
    for candidate in candidates {
        let basis = candidate.basis.as_str();
        let line = said!(
            "converted-by",
            name = &candidate.text,
            system = *system,
            basis = basis
        );
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

/// What kind of thing it is, and where.
fn sort(entry: &Entry) -> String {
    match entry.country {
        Some(country) if entry.kind != Kind::Country => format!("{} ({country})", entry.kind),
        _ => entry.kind.to_string(),
    }
}

/// Why an entry is an answer.
fn reason(found: &Match) -> String {
    let name = &found.name.text;
    let what = match found.name.status {
        Status::Preferred => said!("name-preferred"),
        Status::Admitted => said!("name-admitted"),
        Status::Deprecated => said!("name-deprecated"),
        Status::Superseded => said!("name-superseded"),
    };
    let how = match found.how {
        How::Exact if found.name.form == Form::Lookup => said!("found-spelling"),
        How::Exact => what,
        How::Folded => said!("found-folded", what = what, name = name),
        How::Inflected => said!("found-inflected", what = what, name = name),
        How::Converted => said!("found-converted", name = name),
        How::Fuzzy => said!("found-near", name = name, score = format!("{:.2}", found.score)),
    };
    match found.by_column {
        true => said!("found-by-column", how = how),
        false => how,
    }
}

fn preferred(entry: &Entry, lang: Lang) -> &str {
    entry.preferred(lang).map_or("", |name| name.text.as_str())
}

/// A line for each answer, or for the query alone.
fn write_rows(out: &mut impl Write, answer: &Answer<'_>) -> io::Result<()> {
    if answer.query.is_empty() {
        return writeln!(out);
    }
    if answer.found.is_empty() {
        let mut fields = [answer.query, "", "", "", "", "", "", ""].map(console::tsv);
        if let Some((system, candidates)) = &answer.converted {
            let lang = Lang::ALL
                .into_iter()
                .find(|lang| Some(lang.script()) == Script::of_text(&candidates[0].text));
            fields[2] = format!("by-{system}");
            fields[5 + lang.map_or(2, |lang| lang as usize)] = console::tsv(&candidates[0].text);
        }
        return writeln!(out, "{}", fields.join("\t"));
    }
    for (found, entry) in &answer.found {
        let score = format!("{:.3}", found.score);
        let names = Lang::ALL.map(|lang| preferred(entry, lang));
        let fields = [
            answer.query,
            &entry.id,
            found.how.word(),
            &score,
            &found.name.text,
            names[0],
            names[1],
            names[2],
        ];
        writeln!(out, "{}", fields.map(console::tsv).join("\t"))?;
    }
    Ok(())
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct AnswerObject<'a> {
    query: &'a str,
    matches: Vec<MatchObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    converted: Option<ConvertedObject<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct MatchObject<'a> {
    entry: &'a str,
    kind: &'static str,
    /// The country that it lies in or belongs to: two letters of ISO 3166-1.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    how: &'static str,
    score: f64,
    /// Whether it comes first because it is like the names asked before it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    by_column: bool,
    matched: MatchedObject<'a>,
    names: NamesObject<'a>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct MatchedObject<'a> {
    lang: &'static str,
    text: &'a str,
    status: &'static str,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct NamesObject<'a> {
    zh: Vec<NameObject<'a>>,
    ru: Vec<NameObject<'a>>,
    en: Vec<NameObject<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct NameObject<'a> {
    text: &'a str,
    status: &'static str,
    form: &'static str,
    style: &'a str,
    valid: &'a str,
    note: &'a str,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct ConvertedObject<'a> {
    system: &'static str,
    candidates: Vec<CandidateObject<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct CandidateObject<'a> {
    text: &'a str,
    basis: &'static str,
    score: f64,
}

/// An answer as it is written in JSON.
pub(crate) fn object<'a>(answer: &'a Answer<'_>) -> AnswerObject<'a> {
    let converted = answer
        .converted
        .as_ref()
        .map(|(system, candidates)| ConvertedObject {
            system,
            candidates: candidates.iter().map(candidate_object).collect(),
        });
    AnswerObject {
        query: answer.query,
        matches: answer
            .found
            .iter()
            .map(|(found, entry)| match_object(found, entry))
            .collect(),
        converted,
    }
}

/// A candidate of a conversion as it is written in JSON.
pub(crate) fn candidate_object(candidate: &Candidate) -> CandidateObject<'_> {
    CandidateObject {
        text: &candidate.text,
        basis: candidate.basis.as_str(),
        score: console::rounded(candidate.score),
    }
}

fn match_object<'a>(found: &'a Match, entry: &'a Entry) -> MatchObject<'a> {
    let names = |lang| entry.names(lang).iter().map(name_object).collect();
    MatchObject {
        entry: &entry.id,
        kind: entry.kind.word(),
        country: entry.country.as_ref().map(Country::code),
        how: found.how.word(),
        score: console::rounded(found.score),
        by_column: found.by_column,
        matched: MatchedObject {
            lang: found.lang.code(),
            text: &found.name.text,
            status: found.name.status.word(),
        },
        names: NamesObject {
            zh: names(Lang::Zh),
            ru: names(Lang::Ru),
            en: names(Lang::En),
        },
    }
}

pub(crate) fn name_object(name: &Name) -> NameObject<'_> {
    NameObject {
        text: &name.text,
        status: name.status.word(),
        form: name.form.word(),
        style: &name.style,
        valid: &name.valid,
        note: &name.note,
    }
}
