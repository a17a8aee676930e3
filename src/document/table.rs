//! Tables of data: CSV and TSV. Each field of the chosen columns is a block.

use super::block::{Block, Coding};
use super::{Options, Place};
use crate::error::{Error, ErrorKind};
use crate::message::said;
use crate::text::Span;

/// The separator of a table: the one of comma, semicolon and tabulator that its first line has most often.
pub(super) fn separator(source: &str) -> char {
    let line = source.lines().next().unwrap_or("");
    let count = |&c: &char| line.matches(c).count();
    // The first one of equally frequent ones.
    [';', '\t', ','].into_iter().max_by_key(count).unwrap_or(',')
}

/// A field as it stands in the source.
struct Field {
    row: usize,
    column: usize,
    block: Block,
}

/// The fields of the columns that are chosen; of all columns, if none is.
pub(super) fn blocks(source: &str, separator: char, options: &Options) -> Result<Vec<Block>, Error> {
    let fields = fields(source, separator);
    let names: Vec<&str> = fields
        .iter()
        .take_while(|field| field.row == 1)
        .map(|field| field.block.text.trim())
        .collect();
    let chosen = columns(&options.columns, &names)?;
    let wanted = |field: &Field| match chosen.is_empty() {
        true => true,
        // The names of the columns are no text then.
        false => field.row > 1 && chosen.contains(&field.column),
    };
    // A long name must not be copied whole for each of its fields.
    let names: Vec<String> = names.into_iter().map(super::place::short).collect();
    let mut blocks = Vec::new();
    for field in fields.into_iter().filter(wanted) {
        let number = || (field.column + 1).to_string();
        let name = names
            .get(field.column)
            .filter(|name| !name.is_empty() && field.row > 1);
        let place = Place::Field(field.row, name.cloned().unwrap_or_else(number));
        blocks.push(Block {
            place: Some(place),
            ..field.block
        });
    }
    Ok(blocks)
}

/// The columns, from 0, that are named or numbered.
pub(super) fn columns(wanted: &[String], names: &[&str]) -> Result<Vec<usize>, Error> {
    let find = |wanted: &String| {
        let named = names.iter().position(|name| name == wanted);
        let numbered = || {
            wanted
                .parse()
                .ok()
                .and_then(|number: usize| number.checked_sub(1))
        };
        let known = names.join("`, `");
        named
            .or_else(|| numbered().filter(|&number| number < names.len()))
            .ok_or_else(|| {
                Error::new(
                    ErrorKind::Argument,
                    said!("no-column", wanted = wanted.as_str(), known = known),
                )
            })
    };
    wanted.iter().map(find).collect()
}

fn fields(source: &str, separator: char) -> Vec<Field> {
    let mut fields = Vec::new();
    let (mut at, mut row, mut column) = (0, 1, 0);
    while at < source.len() {
        let mut block = Block::default();
        at = match source[at..].starts_with('"') {
            true => quoted(&mut block, source, at + 1),
            false => plain(&mut block, source, at, separator),
        };
        fields.push(Field { row, column, block });
        // What follows a closing quotation mark belongs to no field.
        let rest = &source[at..];
        at += rest.find([separator, '\n']).unwrap_or(rest.len());
        if source[at..].starts_with('\n') {
            (row, column) = (row + 1, 0);
        } else {
            column += 1;
        }
        at += source[at..].chars().next().map_or(0, char::len_utf8);
    }
    fields
}

/// A field without quotation marks; where it ends.
fn plain(block: &mut Block, source: &str, at: usize, separator: char) -> usize {
    let rest = &source[at..];
    let length = rest.find([separator, '\n']).unwrap_or(rest.len());
    let end = at + rest[..length].trim_end_matches('\r').len();
    block.verbatim(source, Span { start: at, end }, Coding::Field(false));
    end
}

/// A field between quotation marks, from behind the first one; where it ends.
fn quoted(block: &mut Block, source: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = &source[at..];
        let length = rest.find('"').unwrap_or(rest.len());
        let end = at + length;
        block.verbatim(source, Span { start: at, end }, Coding::Field(true));
        if !source[end..].starts_with("\"\"") {
            return (end + 1).min(source.len());
        }
        let doubled = Span {
            start: end,
            end: end + 2,
        };
        block.written("\"", doubled, Coding::Field(true));
        at = end + 2;
    }
}
