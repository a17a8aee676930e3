//! A shorter code for keys while they are sorted, which has their order: a byte for each English and Russian letter and two for
//! most Chinese characters, so that the first eight bytes tell most keys apart.

/// The code of what is neither a letter of English or Russian nor among the first Chinese characters is this and two bytes …
const BEFORE_RUSSIAN: u8 = 0x80;
/// … or, as it comes after the Russian letters, this one …
const AFTER_RUSSIAN: u8 = 0xa1;
/// … or this and three bytes.
const LAST: u8 = 0xf4;

const RUSSIAN: u8 = 0x81;
const CHINESE: u8 = 0xa2;

/// Adds the code of a text.
pub(super) fn encode(text: &str, code: &mut Vec<u8>) {
    for c in text.chars() {
        let number = u32::from(c);
        let [_, high, middle, low] = number.to_be_bytes();
        match number {
            0..0x80 => code.push(low),
            0x80..0x430 => code.extend([BEFORE_RUSSIAN, middle, low]),
            0x430..0x450 => code.push(RUSSIAN + (low - 0x30)),
            0x450..0x4e00 => code.extend([AFTER_RUSSIAN, middle, low]),
            0x4e00..0xa000 => code.extend([CHINESE + (middle - 0x4e), low]),
            _ => code.extend([LAST, high, middle, low]),
        }
    }
}

/// Turns codes back into texts: those that begin as the one before did are read only from there on.
#[derive(Default)]
pub(super) struct Decoder {
    code: Vec<u8>,
    text: Vec<u8>,
    /// How long the text is before each byte of the code; [`WITHIN`] for one that is not the first of a character.
    ends: Vec<u32>,
}

const WITHIN: u32 = u32::MAX;

impl Decoder {
    /// The text of a code, in UTF-8.
    pub(super) fn text(&mut self, code: &[u8]) -> &[u8] {
        let shared = self
            .code
            .iter()
            .zip(code)
            .take_while(|(old, new)| old == new)
            .count();
        let whole = (0..=shared)
            .rev()
            .find(|&at| self.ends.get(at).is_some_and(|&end| end != WITHIN));
        let at = whole.unwrap_or(0);
        self.text
            .truncate(self.ends.get(at).map_or(0, |&end| end as usize));
        self.code.truncate(at);
        self.code.extend(&code[at..]);
        self.ends.truncate(at);
        let mut rest = &code[at..];
        while let Some(&first) = rest.first() {
            let (unit, next) = rest.split_at(length(first));
            self.ends.push(self.text.len() as u32);
            self.ends.extend(unit[1..].iter().map(|_| WITHIN));
            self.push(first, &unit[1..]);
            rest = next;
        }
        self.ends.push(self.text.len() as u32);
        &self.text
    }

    fn push(&mut self, first: u8, rest: &[u8]) {
        let number = match (first, rest) {
            (RUSSIAN..AFTER_RUSSIAN, _) => {
                let letter = 0x30 + (first - RUSSIAN);
                return self.text.extend([0xd0 | letter >> 6, 0x80 | letter & 0x3f]);
            }
            (CHINESE..LAST, &[low]) => u32::from_be_bytes([0, 0, first - CHINESE + 0x4e, low]),
            (LAST, &[high, middle, low]) => u32::from_be_bytes([0, high, middle, low]),
            (BEFORE_RUSSIAN | AFTER_RUSSIAN, &[middle, low]) => u32::from_be_bytes([0, 0, middle, low]),
            _ => return self.text.push(first),
        };
        let c = char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER);
        self.text.extend(c.encode_utf8(&mut [0; 4]).bytes());
    }
}

/// Adds the code of a text with its characters in reverse.
pub(super) fn turn(mut code: &[u8], turned: &mut Vec<u8>) {
    if code.iter().all(|&first| length(first) == 1) {
        turned.extend(code.iter().rev());
        return;
    }
    let mut end = turned.len() + code.len();
    turned.resize(end, 0);
    while let Some(&first) = code.first() {
        let (unit, next) = code.split_at(length(first));
        turned[end - unit.len()..end].copy_from_slice(unit);
        end -= unit.len();
        code = next;
    }
}

/// How many bytes the code of a character has.
fn length(first: u8) -> usize {
    match first {
        BEFORE_RUSSIAN | AFTER_RUSSIAN => 3,
        CHINESE..LAST => 2,
        LAST => 4,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> Vec<u8> {
        let mut code = Vec::new();
        encode(text, &mut code);
        code
    }

    proptest! {
        #[test]
        fn codes_have_the_order_of_their_texts(a in "([a-zа-яё黑河龙江𠀀]|.){0,9}", b in "([a-zа-яё黑河龙江𠀀]|.){0,9}") {
            prop_assert_eq!(code(&a).cmp(&code(&b)), a.cmp(&b));
        }

        #[test]
        fn codes_lead_back_to_their_texts(texts in prop::collection::vec("([ab黑河龙]|[a-zа-яё𠀀]|.){0,9}", 1..9)) {
            let mut decoder = Decoder::default();
            for text in texts {
                prop_assert_eq!(decoder.text(&code(&text)), text.as_bytes());
                let mut turned = Vec::new();
                turn(&code(&text), &mut turned);
                prop_assert_eq!(turned, code(&text.chars().rev().collect::<String>()));
            }
        }
    }
}
