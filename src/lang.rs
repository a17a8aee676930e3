//! Languages and scripts.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};
use crate::message::said;

/// A language of the glossary, named by its ISO 639 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order of the glossary's columns.
    pub const ALL: [Lang; 3] = [Lang::Zh, Lang::Ru, Lang::En];

    /// The ISO 639-1 code: `zh`, `ru` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// The script that names of this language are written in.
    pub const fn script(self) -> Script {
        match self {
            Lang::Zh => Script::Han,
            Lang::Ru => Script::Cyrillic,
            Lang::En => Script::Latin,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = Error;

    fn from_str(code: &str) -> Result<Lang, Error> {
        Lang::ALL
            .into_iter()
            .find(|lang| lang.code() == code)
            .ok_or_else(|| Error::new(ErrorKind::Argument, said!("unknown-language", code = code)))
    }
}

/// A script, as far as the three languages need to tell scripts apart (ISO 15924 names).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Chinese characters (`Hani`).
    Han,
    /// Cyrillic letters (`Cyrl`).
    Cyrillic,
    /// Latin letters (`Latn`).
    Latin,
    /// Letters of any other script.
    Other,
}

impl Script {
    /// The ISO 15924 code: `Hani`, `Cyrl`, `Latn`, or `Zyyy` where the script does not matter.
    pub const fn code(self) -> &'static str {
        match self {
            Script::Han => "Hani",
            Script::Cyrillic => "Cyrl",
            Script::Latin => "Latn",
            Script::Other => "Zyyy",
        }
    }

    /// The script of a letter; `None` for digits, marks, punctuation and spaces.
    ///
    /// ```
    /// use isonym::Script;
    /// assert_eq!(Script::of('ж'), Some(Script::Cyrillic));
    /// assert_eq!(Script::of('黑'), Some(Script::Han));
    /// assert_eq!(Script::of('-'), None);
    /// ```
    pub fn of(c: char) -> Option<Script> {
        match c {
            'a'..='z' | 'A'..='Z' => Some(Script::Latin),
            '\0'..='\x7f'
            // Punctuation of the three languages, so that no table is asked.
            | '\u{a0}'..='\u{a9}'
            | '\u{ab}'..='\u{b4}'
            | '\u{b6}'..='\u{b9}'
            | '\u{bb}'..='\u{bf}'
            | '\u{2000}'..='\u{205f}'
            | '\u{3000}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{ff00}'..='\u{ff20}' => None,
            '\u{0400}'..='\u{0481}'
            | '\u{048a}'..='\u{052f}'
            | '\u{1c80}'..='\u{1c8f}'
            | '\u{a640}'..='\u{a66e}' => Some(Script::Cyrillic),
            '\u{3005}'
            | '\u{3007}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{323af}' => Some(Script::Han),
            '\u{00d7}' | '\u{00f7}' => None,
            '\u{00aa}'
            | '\u{00ba}'
            | '\u{00c0}'..='\u{024f}'
            | '\u{0250}'..='\u{02af}'
            | '\u{1e00}'..='\u{1eff}'
            | '\u{2c60}'..='\u{2c7f}'
            | '\u{a722}'..='\u{a7ff}'
            | '\u{fb00}'..='\u{fb06}'
            | '\u{ff21}'..='\u{ff3a}'
            | '\u{ff41}'..='\u{ff5a}' => Some(Script::Latin),
            c if c.is_alphabetic() => match c {
                '\u{02b0}'..='\u{02ff}' => None,
                _ => Some(Script::Other),
            },
            _ => None,
        }
    }

    /// The script of the first letter of a text, if it has one.
    pub fn of_text(text: &str) -> Option<Script> {
        text.chars().find_map(Script::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_taken_for_punctuation() {
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        for c in all.filter(|&c| Script::of(c).is_none() && c.is_alphabetic()) {
            assert!(('\u{2b0}'..='\u{2ff}').contains(&c), "{c:?} has no script");
        }
    }
}
