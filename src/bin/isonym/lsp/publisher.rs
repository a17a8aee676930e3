//! Publishing findings on a thread of its own: thousands of them take a while to write, and answers must not wait.

use std::sync::mpsc::{self, Sender};
use std::thread;

use gen_lsp_types::{PublishDiagnosticsParams, Uri};

use super::diagnostics::{self, Finding};
use super::text::Text;
use super::wire::Client;

/// What is shown of a document from now on.
pub(super) struct Page {
    pub(super) uri: Uri,
    /// The version that it speaks of, if it speaks of one.
    pub(super) version: Option<i32>,
    pub(super) text: Text,
    pub(super) findings: Vec<Finding>,
    /// Why the document is not checked.
    pub(super) why: Option<String>,
}

/// So many findings of a document are shown: an editor that reads megabytes of them shows nothing else meanwhile.
const MOST_SHOWN: usize = 1000;

/// The thread that publishes, in the order in which it is told.
pub(super) struct Publisher {
    pages: Sender<Page>,
}

impl Publisher {
    pub(super) fn new(client: Client) -> Publisher {
        let (pages, list) = mpsc::channel::<Page>();
        thread::spawn(move || {
            for page in list {
                let shown = &page.findings[..page.findings.len().min(MOST_SHOWN)];
                let mut diagnostics = diagnostics::shown(shown, &page.text, &page.uri);
                let rest = page.findings.len() - shown.len();
                diagnostics.extend((rest > 0).then(|| diagnostics::not_shown(rest)));
                diagnostics.extend(page.why.as_deref().map(diagnostics::unreadable));
                let params = PublishDiagnosticsParams {
                    uri: page.uri,
                    version: page.version,
                    diagnostics,
                };
                client.notify("textDocument/publishDiagnostics", params);
            }
        });
        Publisher { pages }
    }

    pub(super) fn publish(&self, page: Page) {
        let _ = self.pages.send(page);
    }
}
