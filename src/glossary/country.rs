//! Countries by their codes.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};
use crate::message::said;

/// A country or territory by the two letters that ISO 3166-1 gives it.
///
/// ```
/// use isonym::glossary::Country;
/// let russia: Country = "RU".parse()?;
/// assert_eq!(russia, "ru".parse()?);
/// assert_eq!(russia.code(), "RU");
/// assert!("Russia".parse::<Country>().is_err());
/// # Ok::<(), isonym::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Its code, in capitals.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two letters of ASCII")
    }

    /// The code as a number; 0 stands for none.
    pub(crate) fn pack(country: Option<Country>) -> u16 {
        country.map_or(0, |country| u16::from_be_bytes(country.0))
    }

    /// The country of such a number.
    pub(crate) fn unpack(number: u16) -> Option<Country> {
        let letters = number.to_be_bytes();
        letters
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Country(letters))
    }
}

impl FromStr for Country {
    type Err = Error;

    fn from_str(code: &str) -> Result<Country, Error> {
        match code.as_bytes() {
            &[a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Country([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => {
                let cell: String = code.chars().take(40).collect();
                Err(Error::new(ErrorKind::Data, said!("no-country", cell = cell)))
            }
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
