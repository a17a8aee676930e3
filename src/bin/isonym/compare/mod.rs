//! `isonym compare`: does a translation use the names of its source?

mod args;
mod files;
mod report;
mod units;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use isonym::compare::{Options, compare, compare_documents};

pub(crate) use args::Args;
#[cfg(feature = "serve")]
pub(crate) use args::Format;
use report::Report as Writer;
#[cfg(feature = "serve")]
pub(crate) use report::{JsonReport, Report};
use units::units;
#[cfg(feature = "serve")]
pub(crate) use units::{Id, Side, Unit};

use crate::config::{self, Config};
use crate::console::{self, Outcome};

pub(crate) fn run(args: &Args) -> Outcome {
    let folder = args.source.parent().unwrap_or(Path::new(""));
    // A folder that is not there has no source either, and that is told elsewhere.
    let config = config::above(folder).unwrap_or(None);
    let config = config.as_deref().map(Config::read).transpose()?;
    let index = args.layers.index_with(config.as_ref())?;
    let units = units(args)?;
    let mut out = console::out();
    let mut report = Writer::begin(args.format, &mut out)?;
    let mut worst = None;
    for unit in &units {
        let options = Options {
            from: args.from.0.or(unit.from),
            to: args.to.0.or(unit.to),
        };
        let compare = if args.is_document() {
            compare_documents
        } else {
            compare
        };
        let found = compare(&index, &unit.source.text, &unit.target.text, &options);
        worst = worst.max(found.iter().map(|found| found.severity).max());
        report.unit(unit, &found)?;
    }
    report.end(units.len())?;
    out.flush()?;
    Ok(ExitCode::from(u8::from(worst >= Some(args.threshold()))))
}
