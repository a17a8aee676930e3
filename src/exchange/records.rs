//! The records of a delimited file as a stream, whatever its size.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use super::report::Report;
use crate::message::{Message, said};

/// A record: where it begins, from 1, and its cells, or why they cannot be read.
pub(super) struct Record {
    pub(super) line: usize,
    pub(super) cells: Result<Vec<String>, Message>,
}

/// A quoted cell may go over so many lines; one that goes on is a quote that nothing closes.
const MOST_LINES: usize = 50;

/// A line of more bytes than this is no row.
const LONGEST_LINE: usize = 1 << 22;

/// Reads a file record by record.
pub(super) struct Records<'a> {
    input: &'a mut dyn BufRead,
    pub(super) delimiter: Option<char>,
    /// Whether quotes hold cells together.
    quotes: bool,
    line: usize,
    /// Lines that were read ahead.
    ahead: VecDeque<(usize, Result<String, Message>)>,
    /// Lines that begin with `#`.
    pub(super) comments: usize,
}

impl<'a> Records<'a> {
    /// The delimiter is told from the first line where none is given.
    pub(super) fn new(input: &'a mut dyn BufRead, delimiter: Option<char>, quotes: bool) -> Records<'a> {
        Records {
            input,
            delimiter,
            quotes,
            line: 0,
            ahead: VecDeque::new(),
            comments: 0,
        }
    }

    /// The next record; empty lines and comments are passed over.
    pub(super) fn next(&mut self) -> io::Result<Option<Record>> {
        while let Some((line, text)) = self.take_line()? {
            let text = match text {
                Err(why) => {
                    return Ok(Some(Record {
                        line,
                        cells: Err(why),
                    }));
                }
                Ok(text) if text.starts_with('#') => {
                    self.comments += 1;
                    continue;
                }
                Ok(text) if text.trim().is_empty() => continue,
                Ok(text) => text,
            };
            let delimiter = *self.delimiter.get_or_insert_with(|| delimiter(&text));
            let cells = self.cells(text, delimiter)?;
            return Ok(Some(Record { line, cells }));
        }
        Ok(None)
    }

    /// The line and cells of the next record that can be read; those that cannot are told.
    pub(super) fn next_sound(&mut self, report: &mut Report) -> io::Result<Option<(usize, Vec<String>)>> {
        while let Some(record) = self.next()? {
            match record.cells {
                Ok(cells) => return Ok(Some((record.line, cells))),
                Err(why) => report.broken(record.line, "", why),
            }
        }
        Ok(None)
    }

    /// The cells of a record that begins with a line.
    fn cells(&mut self, first: String, delimiter: char) -> io::Result<Result<Vec<String>, Message>> {
        if !self.quotes {
            return Ok(Ok(first.split(delimiter).map(str::to_owned).collect()));
        }
        let mut text = first;
        let mut joined = Vec::new();
        loop {
            if let Some(cells) = split(&text, delimiter) {
                return Ok(Ok(cells));
            }
            let next = if joined.len() < MOST_LINES {
                self.take_line()?
            } else {
                None
            };
            match next {
                Some((line, Ok(more))) => {
                    text = text + "\n" + &more;
                    joined.push((line, Ok(more)));
                }
                other => {
                    joined.extend(other);
                    joined
                        .into_iter()
                        .rev()
                        .for_each(|line| self.ahead.push_front(line));
                    return Ok(Err(said!("quote-open")));
                }
            }
        }
    }

    fn take_line(&mut self) -> io::Result<Option<(usize, Result<String, Message>)>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        if !read_line(self.input, &mut bytes)? {
            return Ok(None);
        }
        self.line += 1;
        if bytes.len() > LONGEST_LINE {
            return Ok(Some((self.line, Err(said!("line-long")))));
        }
        let bytes = if self.line == 1 {
            bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)
        } else {
            &bytes
        };
        let text = std::str::from_utf8(bytes).map(str::to_owned);
        Ok(Some((self.line, text.map_err(|_| said!("not-utf8")))))
    }
}

/// Reads a line without its end; of a line that is too long only the beginning is kept.
pub(super) fn read_line(input: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut is_any = false;
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        if buffer.is_empty() {
            break;
        }
        is_any = true;
        let end = buffer.iter().position(|&b| b == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        if line.len() <= LONGEST_LINE {
            line.extend(part);
        }
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(is_any)
}

/// The delimiter that a header uses most: comma, semicolon or tab.
fn delimiter(header: &str) -> char {
    let count = |delimiter: &char| header.matches(*delimiter).count();
    // Of equal counts `max_by_key` takes the last.
    ['\t', ';', ','].into_iter().max_by_key(count).unwrap_or(',')
}

/// The cells of a record; none if it ends within quotes.
fn split(text: &str, delimiter: char) -> Option<Vec<String>> {
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let mut cell = String::new();
        if let Some(quoted) = rest.strip_prefix('"') {
            rest = quoted;
            loop {
                let end = rest.find('"')?;
                cell.push_str(&rest[..end]);
                rest = &rest[end + 1..];
                match rest.strip_prefix('"') {
                    Some(more) => {
                        cell.push('"');
                        rest = more;
                    }
                    None => break,
                }
            }
        }
        let end = rest.find(delimiter);
        cell.push_str(&rest[..end.unwrap_or(rest.len())]);
        cells.push(cell);
        match end {
            Some(end) => rest = &rest[end + delimiter.len_utf8()..],
            None => return Some(cells),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Vec<(usize, Result<Vec<String>, Message>)> {
        let mut input = text;
        let mut records = Records::new(&mut input, None, true);
        let mut all = Vec::new();
        while let Some(record) = records.next().expect("memory can be read") {
            all.push((record.line, record.cells));
        }
        all
    }

    #[test]
    fn cells_go_over_lines_within_quotes() {
        let all = read(b"\xef\xbb\xbfa;\"b \"\"c\"\"\nd\";e\r\n# comment\n\nf;g\n");
        assert_eq!(all[0], (1, Ok(vec!["a".into(), "b \"c\"\nd".into(), "e".into()])));
        assert_eq!(all[1], (5, Ok(vec!["f".into(), "g".into()])));
    }

    #[test]
    fn a_quote_that_nothing_closes_spoils_its_own_row_only() {
        let all = read(b"a,\"b\nc,d\n\xff,e\nf,g\n");
        let lines: Vec<(usize, bool)> = all.iter().map(|(line, cells)| (*line, cells.is_ok())).collect();
        assert_eq!(lines, [(1, false), (2, true), (3, false), (4, true)]);
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_comes_back(rows in proptest::collection::vec(proptest::collection::vec("[a\"\n,;\t#ж黑 ]{0,5}", 2..4), 1..5)) {
            let mut out = Vec::new();
            for row in &rows {
                super::super::rows::write_record(&mut out, row, b',').expect("memory can be written");
            }
            let mut input = out.as_slice();
            let mut records = Records::new(&mut input, Some(','), true);
            for row in rows {
                // A row of a line with nothing but white space is no row.
                if row.iter().all(|cell| cell.trim().is_empty()) && row.len() == 1 { continue; }
                let read = records.next().expect("memory can be read").expect("a row");
                proptest::prop_assert_eq!(read.cells, Ok(row));
            }
        }
    }
}
