//! Translation files in XML: units with a source and its translation, which is the text.

mod notes;
mod tmx;
mod xliff;

use super::block::Block;
use super::xml::Part;
use super::{Format, Place};
use crate::error::{Error, ErrorKind};
use crate::lang::Lang;
use crate::message::{Message, said};

/// Whether a part lies within an element whose text is not wanted; counts the elements that are open there.
fn is_ignored(part: &Part<'_>, open: &mut usize) -> bool {
    if *open == 0 {
        return false;
    }
    match part {
        Part::Open(_) => *open += 1,
        Part::Close(..) => *open -= 1,
        Part::Text(_) => {}
    }
    true
}

/// A text and its translation.
///
/// ```
/// use isonym::document::{Format, units};
/// let file = r#"<tmx version="1.4"><header srclang="en"/><body><tu tuid="1">
///     <tuv xml:lang="en"><seg>Heihe</seg></tuv><tuv xml:lang="ru"><seg>Хэйхэ</seg></tuv></tu></body></tmx>"#;
/// let units = units(Format::Tmx, file, None, None).unwrap();
/// assert_eq!((units[0].source.text(), units[0].target.text()), ("Heihe", "Хэйхэ"));
/// assert_eq!(units[0].target.line, 2);
/// ```
#[derive(Clone, Debug)]
pub struct Unit {
    /// What the file calls it; its number where it has no name.
    pub id: String,
    /// The text.
    pub source: Side,
    /// Its translation.
    pub target: Side,
    /// What its notes say to the linter, as comments of HTML, each on a line.
    comments: String,
}

/// One side of a unit.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// The language, where the file names one of ours.
    pub lang: Option<Lang>,
    /// The line on which it begins, from 1.
    pub line: usize,
    block: Block,
}

impl Side {
    /// The text, without what stands for markup.
    pub fn text(&self) -> &str {
        &self.block.text
    }

    fn is_blank(&self) -> bool {
        self.block.text.trim().is_empty()
    }
}

/// The units of an XLIFF or TMX file that have both sides. Of TMX, whose units have a variant for each language, the source is
/// the one of the language `from`, or that the header names; all others that are ours are targets, or only those of `to`.
///
/// # Errors
///
/// What is malformed, or that the file is none of the format or has no unit of the languages.
pub fn units(format: Format, source: &str, from: Option<Lang>, to: Option<Lang>) -> Result<Vec<Unit>, Error> {
    let units = match format {
        Format::Tmx => tmx::units(source, from, to, true),
        Format::Xliff => xliff::units(source),
        _ => Err(said!("no-translation")),
    };
    units.map_err(|why| Error::new(ErrorKind::Data, why))
}

/// The translations, and their language if it is one.
pub(super) fn blocks(format: Format, source: &str) -> Result<(Vec<Block>, Option<Lang>), Message> {
    let units = match format {
        Format::Tmx => tmx::units(source, None, None, false)?,
        _ => xliff::units(source)?,
    };
    let lang = units.first().and_then(|unit| unit.target.lang);
    let is_one = units.iter().all(|unit| unit.target.lang == lang);
    let blocks = units.into_iter().map(|unit| {
        let block = match unit.comments.as_str() {
            "" => unit.target.block,
            comments => unit.target.block.behind(comments),
        };
        Block {
            place: Some(Place::Unit(unit.id)),
            ..block
        }
    });
    Ok((blocks.collect(), lang.filter(|_| is_one)))
}

/// Counts lines on the way through a text.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Lines<'a> {
        Lines { text, at: 0, line: 1 }
    }

    /// The line of a byte that is not before the last one asked for.
    fn upto(&mut self, at: usize) -> usize {
        let at = at.min(self.text.len()).max(self.at);
        let passed = &self.text.as_bytes()[self.at..at];
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count();
        self.at = at;
        self.line
    }
}
