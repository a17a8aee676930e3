//! JSON lines: an object on each line, and one of its fields an article.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{Encoding, UTF_8};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::super::source::{Limit, too_large};
use super::unpacked;

use crate::decode_stream::DecodingReader;
use crate::ui::{self, UiLang, said};

/// So many bytes are read at once.
const BUFFER: usize = 1 << 18;

/// The lines of a file that are not empty, with their numbers from 1.
pub(in crate::lint) struct Records {
    /// None once there is nothing more to read.
    input: Option<Box<dyn BufRead + Send>>,
    line: usize,
    limit: Limit,
}

impl Records {
    /// The lines of an input, which is unpacked if it is compressed, and decoded if it is not in UTF-8.
    pub(in crate::lint) fn open(
        input: impl Read + Send + 'static,
        limit: Limit,
        encoding: &'static Encoding,
    ) -> io::Result<Records> {
        let buffered = |input| BufReader::with_capacity(BUFFER, input);
        let input = buffered(unpacked(BufReader::with_capacity(BUFFER, input))?);
        let input: Box<dyn BufRead + Send> = match encoding == UTF_8 {
            true => Box::new(input),
            false => Box::new(buffered(Box::new(DecodingReader::new(input, encoding)))),
        };
        Ok(Records {
            input: Some(input),
            line: 0,
            limit,
        })
    }

    /// The next line: its bytes without a byte order mark, or why it cannot be had.
    fn read(&mut self) -> io::Result<Option<Result<Vec<u8>, String>>> {
        let Some(input) = &mut self.input else {
            return Ok(None);
        };
        let (mut line, most) = (Vec::new(), self.limit.bytes().saturating_add(1));
        if input.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        self.line += 1;
        if line.last() != Some(&b'\n') && line.len() as u64 == most {
            input.skip_until(b'\n')?;
            return Ok(Some(Err(too_large(None, self.limit))));
        }
        if self.line == 1 && line.starts_with(b"\xef\xbb\xbf") {
            line.drain(..3);
        }
        Ok(Some(Ok(line)))
    }
}

impl Iterator for Records {
    type Item = (usize, Result<Vec<u8>, String>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.read() {
                Ok(Some(Ok(line))) if line.trim_ascii().is_empty() => {}
                Ok(Some(line)) => return Some((self.line, line)),
                Ok(None) => return None,
                Err(error) => {
                    self.input = None;
                    let why = said!("record-damaged", why = error);
                    return Some((self.line + 1, Err(why)));
                }
            }
        }
    }
}

/// The text in a field of the object on a line.
///
/// # Errors
///
/// Why the line has none: it is no object, or the field is not there or no text.
pub(in crate::lint) fn text_of(line: &[u8], field: &str) -> Result<String, String> {
    let line = line.trim_ascii_end();
    let text = std::str::from_utf8(line).map_err(|_| said!("not-encoding", encoding = UTF_8.name()))?;
    let mut json = serde_json::Deserializer::from_str(text);
    let found = Wanted(field).deserialize(&mut json);
    let found = found.and_then(|found| json.end().map(|()| found));
    match found {
        Ok(Some(text)) => Ok(text.into_owned()),
        Ok(None) => Err(said!("no-field", field = field)),
        Err(error) => Err(why(&error, field)),
    }
}

/// The reader's words, without the line, which is always its first; of what is no text in the field, words of our own.
fn why(error: &serde_json::Error, field: &str) -> String {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    match error.is_data() {
        true if ui::lang() != UiLang::En => said!("no-text-in-field", field = field),
        true => said.to_owned(),
        false => said!("no-json", why = said, column = error.column()),
    }
}

/// A field of an object that is wanted; the others are passed over.
struct Wanted<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with text in the field `{}`", self.0)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(key) = map.next_key::<Key<'de>>()? {
            if key.0 == self.0 {
                found = Some(map.next_value_seed(Text(self.0))?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// The name of a field.
#[derive(serde::Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// The text of a field of a name.
struct Text<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for Text<'_> {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Text<'_> {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text in the field `{}`", self.0)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::GB18030;

    use super::*;

    #[test]
    fn the_field_is_read_whatever_stands_around_it() {
        let line =
            r#"{"id": 7, "meta": {"text": "no"}, "text": "a\n\u9ed1\u6cb3", "more": [1, {"text": 2}]}"#;
        assert_eq!(text_of(line.as_bytes(), "text").as_deref(), Ok("a\n黑河"));
        assert_eq!(
            text_of(b"{\"t\\u0065xt\": \"a\"}\r\n", "text").as_deref(),
            Ok("a")
        );
    }

    #[test]
    fn lines_without_it_say_why() {
        let why = |line: &str| text_of(line.as_bytes(), "text").expect_err("the line has no text");
        assert!(why("{\"title\": \"a\"}").contains("no field `text`"));
        assert!(why("{\"text\": 7}").contains("text in the field `text`"));
        assert!(why("[]").contains("an object"));
        assert!(why("{\"text\": \"a\"} {}").contains("column"));
        assert!(why("{\"text\": \"a").contains("no JSON"));
        let why = text_of(b"{\"text\": \"\xff\"}", "text").expect_err("it is not UTF-8");
        assert!(why.contains("--encoding"), "{why}");
    }

    #[test]
    fn lines_of_another_encoding_are_decoded_as_they_are_read() {
        let (bytes, ..) = GB18030.encode("{\"text\": \"黑河\"}\n\n{\"text\": \"江\"}\n");
        let bytes = [&bytes[..], b"\xff\n"].concat();
        let records = Records::open(io::Cursor::new(bytes), "1M".parse().expect("a size"), GB18030);
        let read: Vec<_> = records.expect("it opens").collect();
        let texts = read
            .iter()
            .map(|(line, bytes)| (*line, bytes.as_ref().map(|bytes| text_of(bytes, "text"))));
        let [(1, Ok(Ok(first))), (3, Ok(Ok(second))), (4, Err(_))] = &texts.collect::<Vec<_>>()[..] else {
            panic!("{read:?}")
        };
        assert_eq!((first.as_str(), second.as_str()), ("黑河", "江"));
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let lines = b"short\n"
            .iter()
            .chain(&[b'x'; 40])
            .chain(b"\n\nlast")
            .copied()
            .collect::<Vec<u8>>();
        let records =
            Records::open(io::Cursor::new(lines), "16".parse().expect("a size"), UTF_8).expect("it opens");
        let read: Vec<(usize, Option<Vec<u8>>)> = records.map(|(line, bytes)| (line, bytes.ok())).collect();
        assert_eq!(
            read,
            [
                (1, Some(b"short\n".to_vec())),
                (2, None),
                (4, Some(b"last".to_vec()))
            ]
        );
    }

    #[test]
    fn what_is_cut_short_is_told_after_what_can_be_read() {
        use flate2::Compression;
        use flate2::bufread::GzEncoder;
        let mut packed = Vec::new();
        let lines: String = (0..20_000)
            .map(|number| format!("{}\n", number * 7919 % 10_007))
            .collect();
        GzEncoder::new(lines.as_bytes(), Compression::fast())
            .read_to_end(&mut packed)
            .expect("it is packed");
        packed.truncate(packed.len() / 2);
        let records =
            Records::open(io::Cursor::new(packed), "1M".parse().expect("a size"), UTF_8).expect("it opens");
        let read: Vec<_> = records.collect();
        assert!(read.len() > 1_000 && read.len() < 20_000);
        assert_eq!(read.iter().filter(|(_, line)| line.is_err()).count(), 1);
        assert!(read.last().is_some_and(|(_, line)| line.is_err()));
    }
}
