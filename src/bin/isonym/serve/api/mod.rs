//! The JSON services: each request is read, given to the library, and answered in the form of the command line's JSON.

pub(super) mod about;
pub(super) mod articles;
pub(super) mod choice;
pub(super) mod compare;
pub(super) mod documents;
pub(super) mod entries;
pub(super) mod exchange;
pub(super) mod glossary;
pub(super) mod lookup;
pub(super) mod names;
