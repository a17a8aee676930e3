//! The server: takes what happens in its order, and never waits for a check.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use gen_lsp_types::{DidChangeTextDocumentParams, DidOpenTextDocumentParams, TextDocumentIdentifier};
use serde_json::{Value, json};

use super::checker::{Checked, Checker};
use super::open::Open;
use super::projects::{Found, Projects};
use super::publisher::{Page, Publisher};
use super::requests::parsed;
use super::settings::{SECTION, Settings};
use super::start::{self, Agreed};
use super::text::Text;
use super::uri;
use super::wire::{Client, Failure, Message};
use crate::config;
use crate::ui::said;

/// What happens.
pub(super) enum Event {
    /// The client said something.
    Said(Message),
    /// It will say nothing more.
    Left,
    /// What a document is checked with has been read.
    Ready { uri: String, setup: Found },
    /// A document has been checked.
    Checked(Checked),
}

/// The id of the question for settings.
const SETTINGS_ASKED: &str = "isonym-settings";

/// The id of the wish to be told of files.
const WATCHERS_ASKED: &str = "isonym-files";

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    New,
    Running,
    Over,
}

/// A request that waits for a document to be read or checked.
pub(super) struct Deferred {
    pub(super) uri: String,
    pub(super) id: Value,
    pub(super) method: String,
    pub(super) params: Value,
}

pub(super) struct Server {
    pub(super) client: Client,
    pub(super) projects: Projects,
    pub(super) checker: Checker,
    publisher: Publisher,
    pub(super) phase: Phase,
    pub(super) agreed: Agreed,
    pub(super) settings: Option<Settings>,
    pub(super) open: HashMap<String, Open>,
    pub(super) deferred: Vec<Deferred>,
}

impl Server {
    pub(super) fn new(client: Client, events: Sender<Event>) -> Server {
        Server {
            publisher: Publisher::new(client.clone()),
            client,
            projects: Projects::new(events.clone()),
            checker: Checker::new(events),
            phase: Phase::New,
            agreed: Agreed::of(&Value::Null),
            settings: None,
            open: HashMap::new(),
            deferred: Vec::new(),
        }
    }

    /// Takes what happened. At the end of the session, whether it ended as agreed.
    pub(super) fn take(&mut self, event: Event) -> Option<bool> {
        match event {
            Event::Left => return Some(self.phase == Phase::Over),
            Event::Said(Message::Notification { method, .. }) if method == "exit" => {
                return Some(self.phase == Phase::Over);
            }
            Event::Said(Message::Request { id, method, params }) => self.request(id, method, params),
            Event::Said(Message::Notification { method, params }) => {
                let noted = catch_unwind(AssertUnwindSafe(|| self.note(&method, params)));
                match noted {
                    Ok(Ok(())) => {}
                    Ok(Err(why)) => self.log(&format!("{method}: {}", why.message)),
                    Err(_) => self.log(&format!("{method}: failed")),
                }
            }
            Event::Said(Message::Response { id, result }) => {
                if id == SETTINGS_ASKED && !result[0].is_null() {
                    self.set(&result[0].clone());
                }
            }
            Event::Said(Message::Nonsense { id, why }) => self.client.answer(&id, Err(why)),
            Event::Ready { uri, setup } => self.ready(&uri, setup),
            Event::Checked(checked) => self.checked(checked),
        }
        None
    }

    fn note(&mut self, method: &str, params: Value) -> Result<(), Failure> {
        if self.phase != Phase::Running {
            return Ok(());
        }
        match method {
            "initialized" => self.initialized(),
            "textDocument/didOpen" => self.opened(parsed(params)?),
            "textDocument/didChange" => self.changed(parsed(params)?),
            "textDocument/didClose" => self.closed(&document(params)?),
            "textDocument/didSave" => self.written(&document(params)?),
            "workspace/didChangeConfiguration" => self.configured(&params),
            "workspace/didChangeWatchedFiles" => {
                let changes = params.get("changes").and_then(Value::as_array);
                let mut files = changes
                    .into_iter()
                    .flatten()
                    .filter_map(|change| change.get("uri")?.as_str());
                if files.any(is_of_project) {
                    self.renew();
                }
            }
            "$/cancelRequest" => self.cancel(params.get("id").unwrap_or(&Value::Null)),
            _ => {}
        }
        Ok(())
    }

    fn initialized(&mut self) {
        if self.agreed.watches {
            self.client
                .ask(WATCHERS_ASKED, "client/registerCapability", start::watchers());
        }
        self.ask_settings();
    }

    fn ask_settings(&self) {
        if self.agreed.has_settings {
            let items = json!({"items": [{"section": SECTION}]});
            self.client.ask(SETTINGS_ASKED, "workspace/configuration", items);
        }
    }

    fn configured(&mut self, params: &Value) {
        let sent = params.get("settings").and_then(|settings| settings.get(SECTION));
        match sent.cloned() {
            Some(section) => self.set(&section),
            None if self.agreed.has_settings => self.ask_settings(),
            None => {}
        }
    }

    /// Takes settings, if they are right.
    pub(super) fn set(&mut self, section: &Value) {
        match Settings::read(section, self.agreed.root.as_deref()) {
            Ok(settings) => {
                self.settings = Some(settings);
                self.renew();
            }
            Err(why) => self.show(1, &said!("lsp-settings", why = why)),
        }
    }

    /// Reads all configurations and glossaries again, and checks all documents with them.
    pub(super) fn renew(&mut self) {
        let Some(settings) = &self.settings else { return };
        self.projects.renew(Arc::clone(&settings.args));
        for (uri, open) in &mut self.open {
            open.is_expected = true;
            self.projects
                .find(uri.clone(), open.folder(self.agreed.root.as_deref()));
        }
    }

    fn opened(&mut self, params: DidOpenTextDocumentParams) {
        let item = params.text_document;
        let text = Text::new(item.text, self.agreed.encoding);
        let language = String::from(item.language_id);
        let path = uri::path(&item.uri);
        let name = item.uri.0.clone();
        let open = Open::new(item.uri, path, &language, item.version, text);
        self.projects
            .find(name.clone(), open.folder(self.agreed.root.as_deref()));
        self.open.insert(name, open);
    }

    fn changed(&mut self, params: DidChangeTextDocumentParams) {
        let uri = params.text_document.text_document_identifier.uri.0;
        let Some(open) = self.open.get_mut(&uri) else {
            return;
        };
        open.change(params.content_changes, params.text_document.version);
        if let Some(job) = open.job() {
            self.checker.submit(uri, job, false);
        }
    }

    fn closed(&mut self, uri: &str) {
        self.checker.forget(uri);
        if let Some(mut open) = self.open.remove(uri) {
            open.findings.clear();
            self.publish(&open, None);
        }
        self.resume(uri);
    }

    /// Reads a project's files again that were written in the editor: not every client watches files.
    fn written(&mut self, uri: &str) {
        if is_of_project(uri) {
            self.renew();
        }
    }

    fn ready(&mut self, uri: &str, setup: Found) {
        let Some(open) = self.open.get_mut(uri) else {
            return;
        };
        open.is_expected = false;
        open.checked = None;
        open.findings.clear();
        let why = setup.as_ref().err().cloned();
        open.setup = setup.ok();
        match open.job() {
            Some(job) => self.checker.submit(uri.to_owned(), job, true),
            // What is not checked has nothing to show but why.
            None => {
                self.checker.forget(uri);
                self.publish(&self.open[uri], why);
            }
        }
        self.resume(uri);
    }

    fn checked(&mut self, checked: Checked) {
        let least = self.settings.as_ref().map(|settings| settings.least);
        let Some(open) = self.open.get_mut(&checked.uri) else {
            return;
        };
        // What was read since, or found in a newer version, holds.
        let is_old = open
            .job()
            .is_none_or(|job| !Arc::ptr_eq(&job.setup, &checked.setup));
        if is_old || open.checked.is_some_and(|known| known > checked.version) {
            return;
        }
        let why = checked.found.as_ref().err().cloned();
        let mut found = checked.found.unwrap_or_default();
        found.retain(|one| least.is_none_or(|least| one.diagnostic.severity >= least));
        open.take(found, checked.version);
        self.publish(&self.open[&checked.uri], why);
        self.resume(&checked.uri);
    }

    fn publish(&self, open: &Open, why: Option<String>) {
        self.publisher.publish(Page {
            uri: open.uri.clone(),
            // What has been moved speaks of no version.
            version: Some(open.version).filter(|_| open.checked.is_none() || open.is_up_to_date()),
            text: open.text.clone(),
            findings: open.findings.clone(),
            why,
        });
    }

    /// Says something to the user: 1 is an error, 2 a warning, 3 worth knowing.
    pub(super) fn show(&self, kind: u8, message: &str) {
        let params = json!({"type": kind, "message": message});
        self.client.notify("window/showMessage", params);
    }

    fn log(&self, message: &str) {
        let params = json!({"type": 2, "message": message});
        self.client.notify("window/logMessage", params);
    }
}

/// Whether a file is one that documents are checked with.
fn is_of_project(uri: &str) -> bool {
    uri.ends_with(config::NAME) || uri.ends_with(".csv") || uri.ends_with(".tsv")
}

/// The document that a notification speaks of.
fn document(mut params: Value) -> Result<String, Failure> {
    let document = params.get_mut("textDocument").map(Value::take);
    let document: TextDocumentIdentifier = parsed(document.unwrap_or(Value::Null))?;
    Ok(document.uri.0)
}
