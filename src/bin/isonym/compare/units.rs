//! The units that are compared: whole texts, lines, or the units of a file that holds both sides.

use std::path::Path;

use isonym::Lang;
use isonym::document::Format;

use super::{Args, files};
use crate::console;
use crate::lint::{Input, read};
use crate::ui::said;

/// What a unit is called in reports.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "serve", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "serve", schema(as = UnitId))]
pub(crate) enum Id {
    /// Two whole texts.
    Whole,
    /// A line, from 1.
    Line(usize),
    /// What a file calls its unit.
    Named(String),
}

/// One side of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Side {
    pub(crate) path: String,
    /// The line of the file on which it begins.
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// A text and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) id: Id,
    pub(crate) source: Side,
    pub(crate) target: Side,
    /// The languages, where the file names them.
    pub(crate) from: Option<Lang>,
    pub(crate) to: Option<Lang>,
}

/// The units of the files that are named.
///
/// # Errors
///
/// A sentence that begins with the file: it cannot be read, is of no known format, or does not fit the other one.
pub(super) fn units(args: &Args) -> Result<Vec<Unit>, String> {
    let source = text(args, &args.source)?;
    let Some(target) = &args.target else {
        return both(args, &source).map_err(|why| said!("of-file", file = source.path.as_str(), why = why));
    };
    if args.source == *target {
        return Err(said!("one-file", file = source.path));
    }
    let target = text(args, target)?;
    if args.aligned {
        lines(&source, &target)
    } else {
        Ok(vec![unit(Id::Whole, source, target)])
    }
}

/// The units of a file that holds both sides.
fn both(args: &Args, file: &Side) -> Result<Vec<Unit>, String> {
    let Side { path, text, .. } = file;
    let (from, to) = (args.from.0, args.to.0);
    match Format::of_name(&args.source.to_string_lossy()) {
        Format::Po => files::po(path, text),
        format @ (Format::Xliff | Format::Tmx) => files::xml(format, path, text, from, to),
        _ => Err(said!("no-target")),
    }
}

fn unit(id: Id, source: Side, target: Side) -> Unit {
    Unit {
        id,
        source,
        target,
        from: None,
        to: None,
    }
}

fn text(args: &Args, path: &Path) -> Result<Side, String> {
    let is_standard = path == Path::new("-");
    let name = if is_standard {
        said!("standard-input")
    } else {
        path.display().to_string()
    };
    let input = match is_standard {
        true => Input::Standard,
        false => Input::File {
            path: path.to_path_buf(),
            named: true,
        },
    };
    let (_, decoded) = read(&input, args.encoding.as_deref(), args.max_file_size)
        .map_err(|why| said!("of-file", file = &name, why = why))?;
    if decoded.guess.is_some() {
        console::mention(&said!("of-file", file = &name, why = decoded.said()));
    }
    Ok(Side {
        path: name,
        line: 1,
        text: decoded.text,
    })
}

/// Pairs of lines.
fn lines(source: &Side, target: &Side) -> Result<Vec<Unit>, String> {
    let (from, to): (Vec<&str>, Vec<&str>) = (source.text.lines().collect(), target.text.lines().collect());
    if from.len() != to.len() {
        let (here, there) = (from.len(), to.len());
        return Err(said!(
            "lines-differ",
            source = &source.path,
            here = here,
            target = &target.path,
            there = there
        ));
    }
    let side = |of: &Side, line: usize, text: &str| Side {
        path: of.path.clone(),
        line,
        text: text.to_owned(),
    };
    let pairs = from.iter().zip(&to).zip(1..);
    Ok(pairs
        .map(|((a, b), line)| unit(Id::Line(line), side(source, line, a), side(target, line, b)))
        .collect())
}
