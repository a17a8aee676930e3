//! What stands in the gaps of sentences, and errors in the language of the interface.

use std::error::Error;
use std::fmt::Display;
use std::io;
use std::num::{IntErrorKind, ParseIntError};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use super::{UiLang, lang, message, say};

/// A sentence with values in its gaps: `said!("of-file", file = path, why = error)`.
macro_rules! said {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::ui::filled($id, &[$((stringify!($name), $crate::ui::value($value))),*])
    };
}

pub(crate) use said;

/// Something that can stand in a gap.
pub(crate) trait Fills {
    fn fill(self) -> FluentValue<'static>;
}

pub(crate) fn value(value: impl Fills) -> FluentValue<'static> {
    value.fill()
}

fn text(text: impl Display) -> FluentValue<'static> {
    text.to_string().into()
}

macro_rules! texts {
    ($($kind:ty),*) => {
        $(impl Fills for $kind {
            fn fill(self) -> FluentValue<'static> {
                text(self)
            }
        })*
    };
}

texts!(
    &str,
    String,
    &String,
    char,
    std::borrow::Cow<'_, str>,
    std::path::Display<'_>,
    std::net::IpAddr,
    std::net::SocketAddr,
    isonym::Lang
);

impl Fills for usize {
    fn fill(self) -> FluentValue<'static> {
        self.into()
    }
}

impl Fills for &Path {
    fn fill(self) -> FluentValue<'static> {
        text(self.display())
    }
}

impl Fills for &PathBuf {
    fn fill(self) -> FluentValue<'static> {
        text(self.display())
    }
}

impl Fills for isonym::Error {
    fn fill(self) -> FluentValue<'static> {
        message(self.message()).into()
    }
}

impl Fills for &io::Error {
    fn fill(self) -> FluentValue<'static> {
        failure(self).into()
    }
}

impl Fills for io::Error {
    fn fill(self) -> FluentValue<'static> {
        failure(&self).into()
    }
}

impl Fills for Box<dyn Error> {
    fn fill(self) -> FluentValue<'static> {
        failure(&*self).into()
    }
}

/// Why something failed. What other people's code says in English and no kind tells stays so.
pub(crate) fn failure(error: &(dyn Error + 'static)) -> String {
    if lang() == UiLang::En {
        return error.to_string();
    }
    if let Some(own) = error.downcast_ref::<isonym::Error>() {
        return message(own.message());
    }
    if let Some(error) = error.downcast_ref::<io::Error>() {
        return match error.get_ref() {
            Some(inner) => failure(inner),
            None => of_system(error),
        };
    }
    if let Some(error) = error.downcast_ref::<ParseIntError>() {
        return match error.kind() {
            IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => say("number-large", &[]),
            _ => say("number-none", &[]),
        };
    }
    let english = error.to_string();
    match english.split_once(" is not in ") {
        Some((_, range)) => say("number-outside", &[("range", range)]),
        None => english,
    }
}

/// What the system says, by its kind.
fn of_system(error: &io::Error) -> String {
    let id = match error.kind() {
        io::ErrorKind::NotFound => "io-not-found",
        io::ErrorKind::PermissionDenied => "io-permission",
        io::ErrorKind::AlreadyExists => "io-exists",
        io::ErrorKind::IsADirectory => "io-directory",
        io::ErrorKind::NotADirectory => "io-no-directory",
        io::ErrorKind::StorageFull => "io-full",
        io::ErrorKind::ReadOnlyFilesystem => "io-read-only",
        io::ErrorKind::AddrInUse => "io-address",
        io::ErrorKind::AddrNotAvailable => "io-no-address",
        io::ErrorKind::InvalidData => "io-invalid",
        io::ErrorKind::UnexpectedEof => "io-end",
        _ => "io-other",
    };
    say(id, &[("why", &error.to_string())])
}
