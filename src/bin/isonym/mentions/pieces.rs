//! A long text in pieces that are read at once.

use std::ops::Range;

use isonym::Span;
use rayon::prelude::*;

use super::found::{Finder, Found};

/// About so many bytes are a piece.
const PIECE: usize = 1 << 20;

/// A name that begins in a piece ends before this many bytes behind it.
const LONGEST: usize = 1 << 12;

/// What was made of a piece, and where its last name ends.
struct Done<T> {
    made: T,
    piece: Range<usize>,
    end: usize,
}

/// What is made of the names of each piece of a text, in order. `make` is given the pieces and their names, whose spans count in the text.
/// A piece begins and ends at line ends, and no name lies across their border.
pub(super) fn in_pieces<T: Send>(
    finder: &Finder<'_>,
    text: &str,
    make: impl Fn(Range<usize>, Vec<Found>) -> T + Sync,
) -> Vec<T> {
    let read = |piece: Range<usize>| {
        let mut names = Vec::new();
        let ahead = line_end(text, (piece.end + LONGEST).min(text.len()));
        finder.find(&text[piece.start..ahead], piece.len(), |found| {
            let Span { start, end } = found.span;
            let span = Span {
                start: start + piece.start,
                end: end + piece.start,
            };
            names.push(Found { span, ..found });
        });
        let end = names.last().map_or(0, |name| name.span.end);
        Done {
            made: make(piece.clone(), names),
            piece,
            end,
        }
    };
    let done: Vec<Done<T>> = match pieces(text) {
        one if one.len() == 1 => one.into_iter().map(read).collect(),
        several => several.into_par_iter().map(read).collect(),
    };
    let mut joined: Vec<Done<T>> = Vec::with_capacity(done.len());
    for next in done {
        match joined.pop_if(|last| last.end > next.piece.start) {
            // The name goes on in the next piece: the two are read as one.
            Some(last) => joined.push(read(last.piece.start..next.piece.end)),
            None => joined.push(next),
        }
    }
    joined.into_iter().map(|done| done.made).collect()
}

fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < text.len() || pieces.is_empty() {
        let end = line_end(text, (start + PIECE).min(text.len()));
        pieces.push(start..end);
        start = end;
    }
    pieces
}

/// The end of the line that a byte is in.
fn line_end(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    rest.iter()
        .position(|&b| b == b'\n')
        .map_or(text.len(), |end| at + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_across_the_end_of_a_piece_is_found_once() {
        let index = isonym::shipped();
        let finder = Finder {
            index: &index,
            lang: None,
        };
        // A line end within `New York` stands where a piece would end.
        let line = "Nothing here stands for a name of it.\n";
        let mut text = line.repeat(PIECE / line.len() - 1);
        text.push_str(&"x".repeat(PIECE - text.len() - 2));
        text.push_str(" New\nYork and Heihe\n");
        text.push_str(&line.repeat(100));
        let names = in_pieces(&finder, &text, |piece, names| {
            let texts: Vec<String> = names.iter().map(|name| name.span.of(&text).to_owned()).collect();
            (piece, texts)
        });
        let all: Vec<&str> = names
            .iter()
            .flat_map(|(_, names)| names)
            .map(String::as_str)
            .collect();
        assert_eq!(all, ["New\nYork", "Heihe"]);
        assert_eq!(names[0].0.start, 0);
        assert_eq!(names.last().map(|(piece, _)| piece.end), Some(text.len()));
    }
}
