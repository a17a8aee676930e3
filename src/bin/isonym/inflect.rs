//! `isonym inflect`: the Russian case forms of names.

use std::io::{self, Write};
use std::process::ExitCode;

use isonym::inflection::{Case, Gender, Hint, NameKind, Number, Paradigm, inflect};
use serde::Serialize;

use crate::args::Format;
use crate::console::{self, Outcome};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Russian names in the nominative; without any, the lines of standard input
    names: Vec<String>,
    /// What the names are names of: place, person, surname, given, patronymic or thing; all of them if left out
    #[arg(long)]
    kind: Option<NameKind>,
    /// The gender: masc, femn or neut; all that the name may have if left out
    #[arg(long)]
    gender: Option<Gender>,
    /// How to write the forms. Columns of tsv: name, declension, six cases of the singular, six of the plural
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let hint = Hint {
        kind: args.kind,
        gender: args.gender,
    };
    let mut out = console::out();
    let mut first = true;
    console::each_name(&args.names, None, |name| {
        let paradigm = inflect(name, hint);
        match args.format {
            Format::Text if name.trim().is_empty() => writeln!(out),
            Format::Text => {
                if !std::mem::take(&mut first) {
                    writeln!(out)?;
                }
                write_table(&mut out, name.trim(), &paradigm)
            }
            Format::Tsv => write_row(&mut out, name, &paradigm),
            Format::Jsonl => write_object(&mut out, name, &paradigm),
        }
    })?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The spellings of a case and number, the likelier first.
fn spellings(paradigm: &Paradigm, case: Case, number: Number) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for form in paradigm
        .forms
        .iter()
        .filter(|f| f.case == case && f.number == number)
    {
        if !texts.contains(&form.text.as_str()) {
            texts.push(&form.text);
        }
    }
    texts.join(" / ")
}

/// A table with a line for each case. Russian letters are one column wide.
fn write_table(out: &mut impl Write, name: &str, paradigm: &Paradigm) -> io::Result<()> {
    writeln!(out, "{name}: {}", paradigm.declension)?;
    let columns = Number::ALL.iter().map(|&number| {
        let column: Vec<String> = Case::ALL
            .iter()
            .map(|&case| spellings(paradigm, case, number))
            .collect();
        column
    });
    let columns: Vec<Vec<String>> = columns
        .filter(|column| column.iter().any(|cell| !cell.is_empty()))
        .collect();
    for (at, case) in Case::ALL.iter().enumerate() {
        let mut line = format!("  {case}");
        for column in &columns {
            let width = column.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
            line += &format!("  {:width$}", column[at]);
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn write_row(out: &mut impl Write, name: &str, paradigm: &Paradigm) -> io::Result<()> {
    if name.is_empty() {
        return writeln!(out);
    }
    write!(out, "{}\t{}", console::tsv(name), paradigm.declension)?;
    for &number in Number::ALL {
        for &case in Case::ALL {
            write!(out, "\t{}", console::tsv(&spellings(paradigm, case, number)))?;
        }
    }
    writeln!(out)
}

/// A paradigm as it is written in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct ParadigmObject<'a> {
    name: &'a str,
    forms: Vec<FormObject<'a>>,
    declension: &'static str,
}

#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
struct FormObject<'a> {
    text: &'a str,
    case: &'static str,
    number: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'static str>,
}

fn write_object(out: &mut impl Write, name: &str, paradigm: &Paradigm) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &object(name, paradigm))?;
    writeln!(out)
}

pub(crate) fn object<'a>(name: &'a str, paradigm: &'a Paradigm) -> ParadigmObject<'a> {
    let forms = paradigm.forms.iter().map(|form| FormObject {
        text: &form.text,
        case: form.case.word(),
        number: form.number.word(),
        gender: form.gender.map(Gender::word),
    });
    ParadigmObject {
        name,
        forms: forms.collect(),
        declension: paradigm.declension.word(),
    }
}
