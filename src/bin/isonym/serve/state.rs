//! What the server holds.

use super::answer::Failure;
use super::own::Own;
use super::shelf::Shelf;
use super::work::Work;
use crate::layers::Layers;

/// What all requests share.
pub(super) struct State {
    /// The indices that names are looked up in.
    pub(super) shelf: Shelf,
    /// The glossary file that the page shows, if one was named.
    pub(super) own: Option<Own>,
    pub(super) work: Work,
    /// Whether only this machine can call.
    pub(super) is_local: bool,
    pub(super) token: Option<String>,
}

impl State {
    pub(super) fn new(
        layers: &Layers,
        is_writable: bool,
        is_local: bool,
        token: Option<String>,
    ) -> Result<State, String> {
        let own = layers.files().last().map(|file| Own::new(file, is_writable));
        Ok(State {
            shelf: Shelf::new(layers, is_writable)?,
            own,
            work: Work::new(),
            is_local,
            token,
        })
    }

    /// The glossary file.
    pub(super) fn own(&self) -> Result<&Own, Failure> {
        self.own.as_ref().ok_or_else(|| {
            Failure::new(
                axum::http::StatusCode::NOT_FOUND,
                "no glossary was named: start the server with `--glossary FILE.csv`",
            )
        })
    }
}
