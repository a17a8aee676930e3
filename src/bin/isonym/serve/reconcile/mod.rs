//! The reconciliation service of OpenRefine: the W3C community group's Entity Reconciliation API, version 0.2.
//!
//! Entries are the entities, their kinds the types; each language, system and case form is a property.

pub(super) mod extend;
mod manifest;
pub(super) mod preview;
pub(super) mod property;
mod query;
pub(super) mod service;
pub(super) mod suggest;
