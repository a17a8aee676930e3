//! From byte offsets to lines and columns.

/// Where the lines of a text begin.
///
/// ```
/// let text = "one\nдва";
/// let lines = isonym::LineIndex::new(text);
/// assert_eq!(lines.position(text, 6), (2, 2));
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of a text; `\n` ends a line.
    pub fn new(text: &str) -> LineIndex {
        let ends = text
            .bytes()
            .enumerate()
            .filter(|&(_, b)| b == b'\n')
            .map(|(at, _)| at + 1);
        LineIndex {
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// Line and column of a byte of the text, both from 1, the column in Unicode code points.
    pub fn position(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= at);
        let start = self.starts[line - 1];
        (line, text[start..at].chars().count() + 1)
    }
}
