//! From the bytes of a file to text and back: UTF-8, UTF-16, and what spreadsheet programs of Russia and China write.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EncoderResult, Encoding, GB18030, GBK, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251,
};
use isonym::Script;

use crate::ui::said;

/// The least share of the letters beyond ASCII that must be Cyrillic or Chinese ones for a guess to be believed.
const LEAST_CONFIDENCE: f32 = 0.9;

/// So many bytes at the beginning of a page or an XML file may say its encoding, as in browsers.
const DECLARED_WITHIN: usize = 1024;

/// The fewest letters beyond ASCII that a guess may rest on.
const FEWEST_LETTERS: usize = 4;

/// A text with the way back to the bytes of its file.
pub(crate) struct Decoded {
    /// The text without its byte order mark.
    pub(crate) text: String,
    encoding: &'static Encoding,
    has_mark: bool,
    /// How sure the encoding is, from 0 to 1, if it was guessed.
    pub(crate) guess: Option<f32>,
}

impl Decoded {
    /// The encoding by its usual name: `UTF-8`, `windows-1251` …
    pub(crate) fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// Another text as bytes of the same encoding, with the same byte order mark. It is an error, with the character in
    /// it, if the encoding lacks one.
    pub(crate) fn encode(&self, text: &str) -> Result<Vec<u8>, String> {
        let marked = if self.has_mark {
            format!("\u{feff}{text}")
        } else {
            text.to_owned()
        };
        if self.encoding == UTF_8 {
            return Ok(marked.into_bytes());
        }
        if self.encoding == UTF_16LE {
            return Ok(marked.encode_utf16().flat_map(u16::to_le_bytes).collect());
        }
        if self.encoding == UTF_16BE {
            return Ok(marked.encode_utf16().flat_map(u16::to_be_bytes).collect());
        }
        encode_legacy(self.encoding, text)
    }
}

fn encode_legacy(encoding: &'static Encoding, text: &str) -> Result<Vec<u8>, String> {
    let mut encoder = encoding.new_encoder();
    let room = encoder.max_buffer_length_from_utf8_without_replacement(text.len());
    let mut bytes = Vec::with_capacity(room.ok_or_else(|| said!("text-large"))?);
    match encoder
        .encode_from_utf8_to_vec_without_replacement(text, &mut bytes, true)
        .0
    {
        EncoderResult::InputEmpty => Ok(bytes),
        EncoderResult::Unmappable(c) => Err(said!(
            "character-missing",
            encoding = encoding.name(),
            letter = c,
            character = format!("U+{:04X}", c as u32)
        )),
        EncoderResult::OutputFull => Err(said!("text-large")),
    }
}

impl Decoded {
    /// What to tell about a guess.
    pub(crate) fn said(&self) -> String {
        let sure = self.guess.unwrap_or(1.0);
        said!(
            "encoding-guessed",
            encoding = self.encoding(),
            sure = format!("{sure:.2}")
        )
    }
}

/// Decodes the bytes of a file.
///
/// `wanted` names an encoding, by any label of the Encoding Standard. Without it UTF-8 and byte order marks are certain, and what
/// a page of HTML or an XML file says itself is believed if the rest of it can be read so;
/// UTF-16 without a mark, windows-1251, KOI8-R, GB18030 and Big5 are guessed, and refused if fewer than nine in ten
/// letters beyond ASCII, or fewer than four of them, are Cyrillic or Chinese.
///
/// # Errors
///
/// A sentence about what is wrong and what to do: an unknown name, a binary file, malformed text, no believable guess.
pub(crate) fn decode(bytes: &[u8], wanted: Option<&str>) -> Result<Decoded, String> {
    if let Some(name) = wanted {
        let encoding = by_name(name)?;
        return decode_as(encoding, bytes, None);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes, None);
    }
    let malformed = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return decode_as(UTF_8, bytes, None),
        Ok(_) => None,
        Err(error) => Some(error.valid_up_to()),
    };
    if let Some(nul) = bytes.iter().position(|&b| b == 0) {
        return utf16_without_mark(bytes).unwrap_or_else(|| Err(said!("binary-byte", at = nul)));
    }
    if let Some(decoded) = declared(bytes).and_then(|encoding| decode_as(encoding, bytes, None).ok()) {
        return Ok(decoded);
    }
    guess(bytes, malformed.unwrap_or(0))
}

/// The encoding that a page of HTML or an XML file names at its beginning.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let head = head.trim_start();
    if !head.starts_with('<') {
        return None;
    }
    let xml = head
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split("?>").next());
    let mut tags = head
        .split("<meta")
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    xml.and_then(|declaration| label_in(declaration, "encoding"))
        .or_else(|| tags.find_map(|tag| label_in(tag, "charset")))
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        // A name of two-byte letters that itself is written in single bytes is wrong.
        .filter(|encoding| !is_utf16(encoding))
}

/// What stands behind the equals sign of a name in a tag.
fn label_in<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let value = tag.split_once(name)?.1.trim_start().strip_prefix('=')?;
    let value = value.trim_start().trim_start_matches(['"', '\'']);
    value
        .split(|c: char| c.is_whitespace() || "\"';/".contains(c))
        .next()
}

/// The encoding of a name, by any label of the Encoding Standard.
pub(crate) fn by_name(name: &str) -> Result<&'static Encoding, String> {
    let label = match name.to_ascii_lowercase().as_str() {
        "cp1251" | "cp-1251" => "windows-1251",
        "utf16" | "utf-16" => "utf-16le",
        _ => name,
    };
    Encoding::for_label(label.as_bytes()).ok_or_else(|| said!("unknown-encoding", name = name))
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], guess: Option<f32>) -> Result<Decoded, String> {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((marked, length)) if marked == encoding || is_utf16(marked) && is_utf16(encoding) => {
            (marked, length)
        }
        _ => (encoding, 0),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
    let text = text.ok_or_else(|| malformed(encoding, bytes))?.into_owned();
    if text.contains('\0') {
        return Err(said!("binary-character"));
    }
    Ok(Decoded {
        text,
        encoding,
        has_mark: mark > 0,
        guess,
    })
}

fn is_utf16(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

fn malformed(encoding: &'static Encoding, bytes: &[u8]) -> String {
    let line = std::str::from_utf8(bytes)
        .err()
        .map(|error| line_of(bytes, error.valid_up_to()));
    match line.filter(|_| encoding == UTF_8) {
        Some(line) => said!("not-utf8-line", line = line),
        None => said!("not-encoding", encoding = encoding.name()),
    }
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().filter(|&&b| b == b'\n').count() + 1
}

/// UTF-16 whose letters, digits and marks are of the three languages nearly all the time; none if it is none.
fn utf16_without_mark(bytes: &[u8]) -> Option<Result<Decoded, String>> {
    let plausible = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let usual = text.chars().filter(|&c| is_usual(c)).count();
        let confidence = usual as f32 / text.chars().count().max(1) as f32;
        (confidence >= LEAST_CONFIDENCE).then_some((encoding, confidence))
    };
    let best = [UTF_16LE, UTF_16BE]
        .into_iter()
        .filter_map(plausible)
        .max_by(|a, b| a.1.total_cmp(&b.1));
    best.map(|(encoding, confidence)| decode_as(encoding, bytes, Some(confidence)))
}

fn is_usual(c: char) -> bool {
    matches!(c, '\t' | '\r' | '\n' | ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{2010}'..='\u{2030}' | '\u{3000}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}')
        || matches!(c, 'Ё' | 'ё' | 'А'..='я' | '\u{4e00}'..='\u{9fff}')
}

/// An encoding by the statistics of bytes, believed only if its text looks like one of ours.
fn guess(bytes: &[u8], malformed_at: usize) -> Result<Decoded, String> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let mut encoding = detector.guess(None, Utf8Detection::Deny);
    if encoding == GBK {
        encoding = GB18030;
    } else if encoding == KOI8_U {
        encoding = KOI8_R;
    }
    let unsure = || said!("encoding-untold", line = line_of(bytes, malformed_at));
    if ![WINDOWS_1251, KOI8_R, GB18030, BIG5].contains(&encoding) {
        return Err(unsure());
    }
    let mut decoded = decode_as(encoding, bytes, None).map_err(|_| unsure())?;
    let confidence = confidence(&decoded.text, encoding)
        .filter(|&sure| sure >= LEAST_CONFIDENCE)
        .ok_or_else(unsure)?;
    decoded.guess = Some(confidence);
    Ok(decoded)
}

/// The share of the letters beyond ASCII that are of the encoding's script; none if there are too few to tell.
fn confidence(text: &str, encoding: &'static Encoding) -> Option<f32> {
    let own = |c: char| match Script::of(c) {
        Some(Script::Cyrillic) => encoding == WINDOWS_1251 || encoding == KOI8_R,
        Some(Script::Han) => encoding == GB18030 || encoding == BIG5,
        _ => false,
    };
    // Marks of punctuation say nothing, but controls and private characters betray a wrong guess.
    let counts = |c: &char| {
        !c.is_ascii() && (c.is_alphabetic() || c.is_control() || ('\u{e000}'..'\u{f900}').contains(c))
    };
    let letters = text.chars().filter(counts).count();
    let fitting = text.chars().filter(|&c| own(c)).count();
    (fitting >= FEWEST_LETTERS).then(|| fitting as f32 / letters as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "id,ru,en\nheihe,Хэйхэ,Heihe\nblagoveshchensk,Благовещенск,Blagoveshchensk\nkhabarovsk,Хабаровск,Khabarovsk\n";
    const CHINESE: &str = "id,zh,en\nheihe,黑河市,Heihe\nharbin,哈尔滨,Harbin\nbeijing,北京大学是中国的一所大学,PKU\nchina,中华人民共和国,China\n";
    const TRADITIONAL: &str = "id,zh,en\nchina,中華民國的首都是臺北,China\nheihe,黑龍江省黑河市,Heihe\nharbin,哈爾濱市在中國東北,Harbin\n";

    fn with(encoding: &'static Encoding, has_mark: bool, text: &str) -> Vec<u8> {
        let file = Decoded {
            text: String::new(),
            encoding,
            has_mark,
            guess: None,
        };
        file.encode(text).expect("the encoding has all characters")
    }

    #[track_caller]
    fn comes_back(encoding: &'static Encoding, has_mark: bool, text: &str, is_guess: bool) {
        let bytes = with(encoding, has_mark, text);
        let decoded = decode(&bytes, None).expect("the text can be told");
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.encoding(), encoding.name());
        assert_eq!(decoded.guess.is_some(), is_guess);
        assert_eq!(decoded.encode(text).as_deref(), Ok(bytes.as_slice()));
    }

    #[test]
    fn marks_and_utf_8_are_certain() {
        for has_mark in [false, true] {
            comes_back(UTF_8, has_mark, RUSSIAN, false);
        }
        comes_back(UTF_16LE, true, CHINESE, false);
        comes_back(UTF_16BE, true, RUSSIAN, false);
    }

    #[test]
    fn old_encodings_are_guessed() {
        comes_back(WINDOWS_1251, false, RUSSIAN, true);
        comes_back(KOI8_R, false, RUSSIAN, true);
        comes_back(GB18030, false, CHINESE, true);
        comes_back(BIG5, false, TRADITIONAL, true);
        comes_back(UTF_16LE, false, RUSSIAN, true);
        comes_back(UTF_16BE, false, CHINESE, true);
    }

    #[test]
    fn what_cannot_be_told_is_refused() {
        let refusal = |bytes: &[u8]| decode(bytes, None).err().expect("the bytes are refused");
        assert!(refusal(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0").contains("binary"));
        assert!(
            refusal(
                "Málaga,Köln\n"
                    .chars()
                    .map(|c| c as u8)
                    .collect::<Vec<u8>>()
                    .as_slice()
            )
            .contains("--encoding")
        );
        assert!(refusal(b"\xd0").contains("cannot be told"));
    }

    #[test]
    fn a_page_or_an_xml_file_says_its_encoding_itself() {
        let check = |head: &str, encoding: &'static Encoding, body: &str| {
            let bytes = with(encoding, false, &format!("{head}{body}"));
            let decoded = decode(&bytes, None).expect("it can be read");
            assert_eq!(
                (decoded.encoding(), decoded.guess),
                (encoding.name(), None),
                "{head}"
            );
            assert!(decoded.text.ends_with(body));
        };
        // Too little text for a guess.
        check("<!DOCTYPE html>\n<META CHARSET=windows-1251>", WINDOWS_1251, "Да");
        check(
            "<html><meta http-equiv='Content-Type' content='text/html; charset=koi8-r'/>",
            KOI8_R,
            "Да",
        );
        check(" <meta name=\"a\"><meta charset = \"big5\" >", BIG5, "中");
        check("<?xml version=\"1.0\" encoding='GB18030'?><a>", GB18030, "中");
        check("<?xml version=\"1.0\"?><meta charset=\"gb18030\">", GB18030, "中");
        // What is UTF-8 is UTF-8.
        check("<meta charset=\"windows-1251\">", UTF_8, "Да");
    }

    #[test]
    fn an_encoding_that_cannot_be_is_not_believed() {
        let bytes = with(WINDOWS_1251, false, &format!("<meta charset=\"utf-8\">{RUSSIAN}"));
        assert!(
            decode(&bytes, None)
                .is_ok_and(|decoded| decoded.encoding == WINDOWS_1251 && decoded.guess.is_some())
        );
        for head in [
            "<meta charset=\"utf-16\">",
            "<meta charset=\"klingon\">",
            "charset=\"windows-1251\" ",
        ] {
            assert!(
                decode(&with(WINDOWS_1251, false, &format!("{head}Да")), None).is_err(),
                "{head}"
            );
        }
    }

    #[test]
    fn a_named_encoding_is_taken() {
        let bytes = with(WINDOWS_1251, false, "Да");
        assert!(decode(&bytes, Some("cp1251")).is_ok_and(|decoded| decoded.text == "Да"));
        assert!(
            decode(&bytes, Some("utf-8"))
                .err()
                .is_some_and(|why| why.contains("line 1"))
        );
        assert!(
            decode(&bytes, Some("klingon"))
                .err()
                .is_some_and(|why| why.contains("unknown encoding"))
        );
    }

    #[test]
    fn a_character_that_the_encoding_lacks_is_no_question_mark() {
        let decoded = decode(&with(WINDOWS_1251, false, RUSSIAN), None).expect("it is windows-1251");
        assert!(decoded.encode("黑河").err().is_some_and(|why| why.contains("黑")));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_are_trouble(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            for wanted in [None, Some("utf-16"), Some("gb18030"), Some("koi8-r")] {
                if let Ok(decoded) = decode(&bytes, wanted) {
                    proptest::prop_assert!(!decoded.text.contains('\0'));
                    let _ = decoded.encode(&decoded.text);
                }
            }
        }
    }
}
