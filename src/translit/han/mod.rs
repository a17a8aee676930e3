//! Chinese characters: how they are read, and how their readings are written.
//!
//! [`read`] finds the reading of each character, by what is named: 单 is Shàn as a surname, Dān otherwise. [`Name`]
//! puts the readings together as words (surname and given name, specific and generic), and writes them in a system.
//!
//! ```
//! use isonym::translit::{Use, han::{Name, Writing}};
//! let city = Name::of("六安市", Use::Place);
//! assert_eq!(city.pinyin(), "Lu'an Shi");
//! assert_eq!(city.toned_pinyin(), "Lù'ān Shì");
//! assert_eq!(city.written(Writing::Palladius), "Луань-ши");
//! assert_eq!(Name::of("欧阳修", Use::Person).pinyin(), "Ouyang Xiu");
//! ```

mod latin;
mod name;
mod palladius;
mod person;
mod quick;
mod readings;
mod surname;
mod syllable;

pub use latin::syllables;
pub use name::Name;
pub use readings::read;
pub use surname::is_surname;
pub use syllable::{Reading, Syllable, Writing};

/// The rows of a table: without its comments and the line that names the columns.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .skip(1)
}
