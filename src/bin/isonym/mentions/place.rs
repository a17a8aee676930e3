//! Lines and columns of places that come in order.

use rayon::prelude::*;

/// Line ends are counted up to each so many bytes.
const STEP: usize = 1 << 20;

/// How many lines end before some bytes of a text.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Lines {
        let counts: Vec<usize> = text.as_bytes().par_chunks(STEP).map(line_ends).collect();
        let mut before = 0;
        let sums = counts.iter().map(|count| {
            before += count;
            before
        });
        Lines(std::iter::once(0).chain(sums).collect())
    }

    /// The place of a byte.
    pub(super) fn place(&self, text: &str, at: usize) -> Place {
        let known = at / STEP;
        let start = text.as_bytes()[..at]
            .iter()
            .rposition(|&b| b == b'\n')
            .map_or(0, |end| end + 1);
        Place {
            line: self.0[known] + line_ends(&text.as_bytes()[known * STEP..at]) + 1,
            column: characters(&text.as_bytes()[start..at]) + 1,
            at,
        }
    }
}

/// A byte of a text, and its line and column, from 1; the column in Unicode code points.
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    at: usize,
}

impl Place {
    /// Goes on to a later byte.
    pub(super) fn go(&mut self, text: &str, at: usize) {
        let Some(passed) = text.as_bytes().get(self.at..at) else {
            return;
        };
        match passed.iter().rposition(|&b| b == b'\n') {
            Some(end) => {
                self.line += line_ends(passed);
                self.column = characters(&passed[end + 1..]) + 1;
            }
            None => self.column += characters(passed),
        }
        self.at = at;
    }
}

fn line_ends(bytes: &[u8]) -> usize {
    count(bytes, |b| b == b'\n')
}

fn characters(bytes: &[u8]) -> usize {
    count(bytes, |b| b & 0xc0 != 0x80)
}

/// Counts bytes in a way that is done many at a time.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    let of = |bytes: &[u8]| usize::from(bytes.iter().fold(0u8, |count, &b| count + u8::from(is(b))));
    bytes.chunks(128).map(of).sum()
}

#[cfg(test)]
mod tests {
    use isonym::LineIndex;

    use super::*;

    #[test]
    fn places_are_those_of_the_line_index() {
        let text = "один\n二\n\nthree ".repeat(1 << 17);
        let (lines, index) = (Lines::of(&text), LineIndex::new(&text));
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut place = lines.place(&text, 0);
        for &at in starts.iter().step_by(97_001) {
            place.go(&text, at);
            assert_eq!((place.line, place.column), index.position(&text, at), "{at}");
            let anew = lines.place(&text, at);
            assert_eq!((anew.line, anew.column), (place.line, place.column), "{at}");
        }
    }
}
