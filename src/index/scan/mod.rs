//! Finding the places of a text where a name stands, without folding the text.
//!
//! The definition of a mention speaks of the folded text ([`crate::text::Folded`]). Folding all of it costs more than everything
//! else, so a text is read as it is, in one of two ways:
//!
//! - A short one: [`Starts`] gives the places where the folded text would have the first letter of a word or a Chinese character;
//!   from each of them the characters are folded ([`Local`]) and followed along the finite-state map.
//! - With the tables of the layers ([`Table`]), which are made when they are worth it: [`Places`] sorts 64 bytes at a time into
//!   letters, Chinese characters and odd ones (`masks`, `chunk`), asks sets of bits whether the first word, or the first three characters,
//!   begin a name (`sieve`), and follows what is left through a table of hashes, a word or Chinese character at a step, to a record that holds
//!   the name's bytes (`walk`). Wherever something odd stands, it is folded, as in a short text.

mod build;
mod chunk;
mod hash;
mod local;
mod masks;
mod odd;
mod openings;
mod places;
mod set;
mod sieve;
mod starts;
mod table;
mod walk;

pub(super) use build::build;
pub(super) use local::{End, Local};
pub(super) use places::{Place, Places, Tables};
pub(super) use starts::{Start, Starts};
pub(super) use table::Table;
pub(super) use walk::Ending;
