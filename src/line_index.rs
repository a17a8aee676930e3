//! From byte offsets to lines and columns.

/// Every so many bytes the code points up to there are known, so that a column far into a long line costs no more than
/// one near its start.
const STEP: usize = 1024;

/// Where the lines of a text begin.
///
/// ```
/// let text = "one\nдва";
/// let lines = isonym::LineIndex::new(text);
/// assert_eq!(lines.position(text, 6), (2, 2));
/// assert_eq!(&text[lines.line(text, 2)], "два");
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// The code points before every [`STEP`]th byte.
    points: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of a text; `\n` ends a line.
    pub fn new(text: &str) -> LineIndex {
        let ends = text
            .bytes()
            .enumerate()
            .filter(|&(_, b)| b == b'\n')
            .map(|(at, _)| at + 1);
        let mut before = 0;
        let points = text.as_bytes().chunks(STEP).map(|chunk| {
            let here = before;
            before += points(chunk);
            here
        });
        LineIndex {
            points: points.collect(),
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// Line and column of a byte of the text, both from 1, the column in Unicode code points.
    pub fn position(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= at);
        let start = self.starts[line - 1];
        (
            line,
            self.points_before(text, at) - self.points_before(text, start) + 1,
        )
    }

    /// The bytes of a line, counted from 1, without its line end (`\n` or `\r\n`); empty where there is no such line.
    pub fn line(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let start = self
            .starts
            .get(line.wrapping_sub(1))
            .copied()
            .unwrap_or(text.len());
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        let written = text[start..end]
            .strip_suffix('\n')
            .map_or(&text[start..end], |line| line.strip_suffix('\r').unwrap_or(line));
        start..start + written.len()
    }

    /// How many code points of the text lie before a byte of it.
    pub fn points_before(&self, text: &str, at: usize) -> usize {
        let step = (at / STEP).min(self.points.len().saturating_sub(1));
        let known = self.points.get(step).copied().unwrap_or(0);
        known + points(&text.as_bytes()[step * STEP..at])
    }
}

/// How many code points begin within a piece of UTF-8.
fn points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_that_counting_gives() {
        let text = format!(
            "{}\r\nя{}\n\n{}",
            "黑河 ".repeat(700),
            "é👩".repeat(900),
            "x".repeat(3 * STEP)
        );
        let lines = LineIndex::new(&text);
        let (mut line, mut column) = (1, 1);
        for (at, c) in text.char_indices() {
            assert_eq!(lines.position(&text, at), (line, column), "at byte {at}");
            (line, column) = if c == '\n' {
                (line + 1, 1)
            } else {
                (line, column + 1)
            };
        }
        assert_eq!(lines.position(&text, text.len()), (line, column));
    }

    #[test]
    fn lines_have_no_ends() {
        let text = "a\r\nb\n\nc\r";
        let lines = LineIndex::new(text);
        let written = (1..=5).map(|line| &text[lines.line(text, line)]);
        assert_eq!(written.collect::<Vec<_>>(), ["a", "b", "", "c\r", ""]);
        assert_eq!(LineIndex::new("").position("", 0), (1, 1));
    }
}
