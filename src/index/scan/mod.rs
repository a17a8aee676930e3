//! The places of a text where a name may begin, told without folding the text.
//!
//! The definition of a mention speaks of the folded text ([`crate::text::Folded`]). Folding all of it costs more than everything
//! else, so a text is read as it is: [`Starts`] gives the places where the folded text would have the first letter of a word or a
//! Chinese character, a [`Filter`] rejects those whose word begins no name, and only from what is left some characters are
//! folded ([`Local`]) and looked for.

mod filter;
mod local;
mod starts;

pub(super) use filter::Gate;
pub(super) use local::{End, Local};
pub(super) use starts::Starts;
