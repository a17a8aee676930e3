//! Text of another encoding as UTF-8 while it is read, for what is too large to be held.

use std::io::{self, BufRead, ErrorKind, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};

use crate::ui::said;

/// A reader of UTF-8 over one of another encoding. A byte order mark is left out; what is malformed is an error behind what could be
/// read before it.
pub(crate) struct DecodingReader<R> {
    input: R,
    encoding: &'static Encoding,
    decoder: Decoder,
    decoded: String,
    /// How much of it has been given away.
    at: usize,
    state: State,
}

enum State {
    Reading,
    Malformed,
    Ended,
}

impl<R: BufRead> DecodingReader<R> {
    pub(crate) fn new(input: R, encoding: &'static Encoding) -> DecodingReader<R> {
        DecodingReader {
            input,
            encoding,
            decoder: encoding.new_decoder_with_bom_removal(),
            decoded: String::new(),
            at: 0,
            state: State::Reading,
        }
    }

    fn decode_more(&mut self) -> io::Result<()> {
        self.decoded.clear();
        self.at = 0;
        let bytes = self.input.fill_buf()?;
        let is_last = bytes.is_empty();
        let room = self
            .decoder
            .max_utf8_buffer_length_without_replacement(bytes.len());
        self.decoded.reserve(room.unwrap_or(bytes.len()));
        let decoder = &mut self.decoder;
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut self.decoded, is_last);
        self.input.consume(read);
        match result {
            DecoderResult::InputEmpty if is_last => self.state = State::Ended,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => self.state = State::Malformed,
        }
        Ok(())
    }
}

impl<R: BufRead> Read for DecodingReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.decoded.len() {
            match self.state {
                State::Reading => self.decode_more()?,
                State::Malformed => {
                    let why = said!("not-encoding", encoding = self.encoding.name());
                    return Err(io::Error::new(ErrorKind::InvalidData, why));
                }
                State::Ended => return Ok(0),
            }
        }
        let read = (&self.decoded.as_bytes()[self.at..]).read(buffer)?;
        self.at += read;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use encoding_rs::{GB18030, UTF_16LE, WINDOWS_1251};

    use super::*;

    fn read(bytes: &[u8], encoding: &'static Encoding, at_once: usize) -> (String, Option<ErrorKind>) {
        let mut reader = DecodingReader::new(BufReader::with_capacity(at_once, bytes), encoding);
        let (mut text, mut some) = (Vec::new(), [0; 5]);
        loop {
            match reader.read(&mut some) {
                Ok(0) => break (String::from_utf8(text).expect("UTF-8"), None),
                Ok(read) => text.extend(&some[..read]),
                Err(error) => break (String::from_utf8(text).expect("UTF-8"), Some(error.kind())),
            }
        }
    }

    #[test]
    fn characters_lie_across_what_is_read_at_once() {
        let text = "Грузовики из 黑河 в Благовещенск\n".repeat(9);
        for at_once in [1, 2, 3, 7, 64, 4096] {
            let (bytes, ..) = GB18030.encode(&text);
            assert_eq!(read(&bytes, GB18030, at_once), (text.clone(), None));
            let bytes: Vec<u8> = "\u{feff}"
                .chars()
                .chain(text.chars())
                .collect::<String>()
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect();
            assert_eq!(read(&bytes, UTF_16LE, at_once), (text.clone(), None));
            let russian = text.replace("黑河", "Хэйхэ");
            let (bytes, ..) = WINDOWS_1251.encode(&russian);
            assert_eq!(read(&bytes, WINDOWS_1251, at_once), (russian, None));
        }
    }

    #[test]
    fn what_is_malformed_is_told_behind_what_is_not() {
        let (bytes, ..) = GB18030.encode("黑河");
        let cut = [&bytes[..], &bytes[..1]].concat();
        for at_once in [1, 3, 64] {
            assert_eq!(
                read(&cut, GB18030, at_once),
                ("黑河".to_owned(), Some(ErrorKind::InvalidData))
            );
        }
    }
}
