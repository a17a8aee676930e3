//! `isonym glossary diff`: what differs between two glossaries, entry by entry.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use isonym::glossary::{Change, Country, diff};
use isonym::{Lang, Name};
use serde_json::{Value, json};

use crate::args::Format;
use crate::console::{self, Outcome};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The glossary as it was
    old: PathBuf,
    /// The glossary as it is
    new: PathBuf,
    /// How to write the differences. Columns of tsv: `-` or `+`, entry, language, name, status, form, style, system, years, note, source
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Exits with 1 if the glossaries differ. The order of rows and columns makes no difference.
pub(crate) fn run(args: &Args) -> Outcome {
    let changes = diff(&super::load(&args.old)?, &super::load(&args.new)?);
    let mut out = console::out();
    changes
        .iter()
        .try_for_each(|change| write(&mut out, change, args.format))?;
    out.flush()?;
    Ok(ExitCode::from(u8::from(!changes.is_empty())))
}

fn write(out: &mut impl Write, change: &Change, format: Format) -> io::Result<()> {
    match change {
        Change::Kind { id, old, new } => {
            write_fact(out, id, "kind", [json!(old.word()), json!(new.word())], format)
        }
        Change::Weight { id, old, new } => write_fact(out, id, "weight", [json!(old), json!(new)], format),
        Change::Country { id, old, new } => {
            let code = |country: &Option<Country>| json!(country.as_ref().map(Country::code));
            write_fact(out, id, "country", [code(old), code(new)], format)
        }
        Change::Name { id, lang, old, new } => {
            if format == Format::Jsonl {
                let object = json!({"entry": id, "lang": lang.code(), "old": object(old.as_ref()), "new": object(new.as_ref())});
                return writeln!(out, "{object}");
            }
            for (sign, name) in [("-", old), ("+", new)] {
                if let Some(name) = name {
                    write_name(out, sign, id, *lang, name, format)?;
                }
            }
            Ok(())
        }
    }
}

/// What is said of an entry as a whole, in the first glossary and in the second.
fn write_fact(
    out: &mut impl Write,
    id: &str,
    column: &str,
    [old, new]: [Value; 2],
    format: Format,
) -> io::Result<()> {
    let gap = match format {
        Format::Jsonl => {
            return writeln!(out, "{}", json!({"entry": id, column: {"old": old, "new": new}}));
        }
        Format::Tsv => '\t',
        Format::Text => ' ',
    };
    for (sign, value) in [('-', old), ('+', new)]
        .into_iter()
        .filter(|(_, value)| !value.is_null())
    {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        writeln!(out, "{sign}{gap}{id}{gap}{column}{gap}{value}")?;
    }
    Ok(())
}

fn write_name(
    out: &mut impl Write,
    sign: &str,
    id: &str,
    lang: Lang,
    name: &Name,
    format: Format,
) -> io::Result<()> {
    let others = [
        ("form", name.form.word()),
        ("style", &name.style),
        ("system", &name.system),
        ("valid", &name.valid),
        ("note", &name.note),
        ("source", &name.source),
    ];
    if format == Format::Tsv {
        let cells: Vec<String> = others.iter().map(|(_, cell)| console::tsv(cell)).collect();
        return writeln!(
            out,
            "{sign}\t{id}\t{lang}\t{}\t{}\t{}",
            console::tsv(&name.text),
            name.status,
            cells.join("\t")
        );
    }
    write!(out, "{sign} {id} {lang} `{}` {}", name.text, name.status)?;
    for (column, cell) in others.iter().filter(|(_, cell)| !cell.is_empty()) {
        write!(out, ", {column} {cell}")?;
    }
    writeln!(out)
}

fn object(name: Option<&Name>) -> serde_json::Value {
    name.map_or(serde_json::Value::Null, |name| {
        json!({
            "text": name.text, "status": name.status.word(), "form": name.form.word(), "style": name.style, "system": name.system,
            "valid": name.valid, "note": name.note, "source": name.source,
        })
    })
}
