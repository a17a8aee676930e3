//! `isonym styles`: the house styles, and what they prefer.

use std::io::{self, Write};
use std::process::ExitCode;

use isonym::styles::{STYLES, Style};
use isonym::{Lang, Status};
use serde::Serialize;
use serde_json::json;

use crate::args::Format;
use crate::console::{self, Outcome};
use crate::ui::said;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A style, whose names are shown; without it, the styles are listed
    id: Option<String>,
    /// How to write them. Columns of tsv: id and title, or entry, language, name, status, source
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let mut out = console::out();
    match &args.id {
        None => STYLES
            .iter()
            .try_for_each(|style| write_style(&mut out, style, args.format))?,
        Some(id) => {
            let known = || STYLES.iter().map(|style| style.id).collect::<Vec<_>>().join(", ");
            let style = STYLES.iter().find(|style| style.id == *id);
            let style = style.ok_or_else(|| said!("unknown-style", id = id, known = known()))?;
            write_names(&mut out, style, args.format)?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn write_style(out: &mut impl Write, style: &Style, format: Format) -> io::Result<()> {
    match format {
        Format::Text => writeln!(out, "{:<13} {}", style.id, style.title()),
        Format::Tsv => writeln!(out, "{}\t{}", style.id, console::tsv(style.title())),
        Format::Jsonl => {
            serde_json::to_writer(&mut *out, &StyleObject::of(style))?;
            writeln!(out)
        }
    }
}

/// A style as it is written in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
pub(crate) struct StyleObject {
    style: &'static str,
    title: &'static str,
    source: &'static str,
}

impl StyleObject {
    pub(crate) fn of(style: &Style) -> StyleObject {
        StyleObject {
            style: style.id,
            title: style.title(),
            source: style.source(),
        }
    }
}

fn write_names(out: &mut impl Write, style: &Style, format: Format) -> io::Result<()> {
    if format == Format::Text {
        writeln!(out, "{}\n{}", style.title(), style.source())?;
        if let Some(system) = style.system() {
            writeln!(out, "{}", said!("style-system", system = system))?;
        }
    }
    for entry in style.rows().entries() {
        for lang in Lang::ALL {
            for name in entry.names(lang) {
                let (id, status) = (&entry.id, name.status);
                match format {
                    Format::Text => {
                        let verdict = match status {
                            Status::Preferred => name.text.clone(),
                            Status::Admitted => said!("style-also", name = &name.text),
                            _ => said!("style-not", name = &name.text),
                        };
                        writeln!(out, "  {id}: {verdict} ({})", name.source)?;
                    }
                    Format::Tsv => writeln!(
                        out,
                        "{id}\t{lang}\t{}\t{status}\t{}",
                        console::tsv(&name.text),
                        console::tsv(&name.source)
                    )?,
                    Format::Jsonl => {
                        let object = json!({"entry": id, "lang": lang.code(), "text": name.text, "status": status.word(), "source": name.source});
                        writeln!(out, "{object}")?;
                    }
                }
            }
        }
    }
    Ok(())
}
