//! What documents are checked with: configurations and glossaries, read on a thread of their own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::server::Event;
use crate::lint::{self, Setup, Setups};
use crate::ui::said;

/// Something to do for the thread.
enum Errand {
    /// From now on these arguments hold, and all files are read again.
    Renew(Arc<lint::Args>),
    /// The setup of a folder is wanted for a document of this address.
    Find { uri: String, folder: PathBuf },
}

/// The thread that reads.
pub(super) struct Projects {
    errands: Sender<Errand>,
}

impl Projects {
    pub(super) fn new(events: Sender<Event>) -> Projects {
        let (errands, list) = mpsc::channel();
        thread::spawn(move || {
            let mut setups: Option<Setups<Arc<lint::Args>>> = None;
            for errand in list {
                match errand {
                    Errand::Renew(args) => setups = Some(Setups::new(args)),
                    Errand::Find { uri, folder } => {
                        let Some(setups) = setups.as_mut() else { continue };
                        let setup = catch_unwind(AssertUnwindSafe(|| setups.of(&folder)));
                        let setup = setup.unwrap_or_else(|_| Err(said!("lsp-glossary-unread")));
                        let ready = setup.as_ref().ok().cloned();
                        if events.send(Event::Ready { uri, setup }).is_err() {
                            return;
                        }
                        // Later, an answer that somebody waits for would have to.
                        ready.into_iter().for_each(|setup| setup.index.prepare());
                    }
                }
            }
        });
        Projects { errands }
    }

    pub(super) fn renew(&self, args: Arc<lint::Args>) {
        let _ = self.errands.send(Errand::Renew(args));
    }

    pub(super) fn find(&self, uri: String, folder: PathBuf) {
        let _ = self.errands.send(Errand::Find { uri, folder });
    }
}

/// A setup, or why there is none.
pub(super) type Found = Result<Arc<Setup>, String>;
