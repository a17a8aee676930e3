//! The server: takes what happens in its order, and never waits for a check.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use gen_lsp_types::{
    CodeActionParams, DidChangeTextDocumentParams, DidOpenTextDocumentParams, ExecuteCommandParams,
    PrepareRenamePlaceholder, PublishDiagnosticsParams, RenameParams, TextDocumentIdentifier,
    TextDocumentPositionParams,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::checker::{Checked, Checker};
use super::open::Open;
use super::projects::{Found, Projects};
use super::rename::{self, Rename};
use super::settings::{SECTION, Settings};
use super::start::{self, Agreed};
use super::text::Text;
use super::wire::{Client, Failure, Message};
use super::{actions, commands, completion, definition, diagnostics, hover, uri};
use crate::config;

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
enum Phase {
    New,
    Running,
    Over,
}

/// A request that waits for a document to be read or checked.
struct Deferred {
    uri: String,
    id: Value,
    method: String,
    params: Value,
}

/// What becomes of a request.
enum Reply {
    Now(Result<Value, Failure>),
    /// Another thread answers.
    Elsewhere,
    /// It is asked again when more is known of the document.
    Later(String),
}

pub(super) struct Server {
    client: Client,
    projects: Projects,
    checker: Checker,
    phase: Phase,
    agreed: Agreed,
    settings: Option<Settings>,
    open: HashMap<String, Open>,
    deferred: Vec<Deferred>,
}

impl Server {
    pub(super) fn new(client: Client, events: Sender<Event>) -> Server {
        Server {
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

    fn request(&mut self, id: Value, method: String, params: Value) {
        let again = params.clone();
        let reply = catch_unwind(AssertUnwindSafe(|| self.reply(&id, &method, params)));
        let failed = || Err(Failure::new(Failure::INTERNAL, format!("{method}: failed")));
        match reply.unwrap_or_else(|_| Reply::Now(failed())) {
            Reply::Now(answer) => self.client.answer(&id, answer),
            Reply::Elsewhere => {}
            Reply::Later(uri) => self.deferred.push(Deferred {
                uri,
                id,
                method,
                params: again,
            }),
        }
    }

    fn reply(&mut self, id: &Value, method: &str, params: Value) -> Reply {
        match (self.phase, method) {
            (Phase::New, "initialize") => return Reply::Now(self.initialize(&params)),
            (Phase::New, _) => {
                let why = "the session begins with `initialize`";
                return Reply::Now(Err(Failure::new(Failure::NOT_INITIALIZED, why)));
            }
            (Phase::Over, _) => {
                let why = "the session has been shut down";
                return Reply::Now(Err(Failure::new(Failure::INVALID_REQUEST, why)));
            }
            (Phase::Running, "initialize") => {
                let why = "the session has begun already";
                return Reply::Now(Err(Failure::new(Failure::INVALID_REQUEST, why)));
            }
            (Phase::Running, "shutdown") => {
                self.phase = Phase::Over;
                return Reply::Now(Ok(Value::Null));
            }
            (Phase::Running, _) => {}
        }
        let reply = match method {
            "textDocument/codeAction" => self.code_action(params),
            "workspace/executeCommand" => self.command(params).map(|()| Reply::Now(Ok(Value::Null))),
            "textDocument/hover"
            | "textDocument/completion"
            | "textDocument/definition"
            | "textDocument/prepareRename"
            | "textDocument/rename" => self.of_place(id, method, params),
            _ => Err(Failure::new(
                Failure::NO_SUCH_METHOD,
                format!("no such method: `{method}`"),
            )),
        };
        reply.unwrap_or_else(|why| Reply::Now(Err(why)))
    }

    fn initialize(&mut self, params: &Value) -> Result<Value, Failure> {
        if !params.is_object() {
            return Err(Failure::new(
                Failure::INVALID_PARAMS,
                "`initialize` has parameters",
            ));
        }
        self.agreed = Agreed::of(params);
        self.phase = Phase::Running;
        let settings = self.agreed.settings.clone();
        self.set(&settings);
        if self.settings.is_none() {
            self.set(&Value::Null);
        }
        value(start::answer(self.agreed.encoding))
    }

    /// Requests that speak of a place in a document.
    fn of_place(&mut self, id: &Value, method: &str, params: Value) -> Result<Reply, Failure> {
        let place: TextDocumentPositionParams = parsed(params.clone())?;
        let uri = place.text_document.uri.0;
        let Some(open) = self.open.get(&uri) else {
            let why = format!("`{uri}` is not open");
            return Err(Failure::new(Failure::INVALID_PARAMS, why));
        };
        let Some(setup) = &open.setup else {
            let is_coming = open.is_expected;
            return Ok(if is_coming {
                Reply::Later(uri)
            } else {
                Reply::Now(Ok(Value::Null))
            });
        };
        let at = open.text.offset(place.position);
        let answer = match method {
            "textDocument/hover" => value(hover::hover(open, setup, at))?,
            "textDocument/completion" => value(completion::completion(open, setup, at))?,
            "textDocument/definition" => {
                let Some((id, rows)) = definition::definition(open, setup, at) else {
                    return Ok(Reply::Now(Ok(Value::Null)));
                };
                if rows.is_empty() {
                    self.show(
                        3,
                        &format!("`{id}` stands in the glossary that isonym brings, which is no file"),
                    );
                }
                value(rows)?
            }
            "textDocument/prepareRename" => {
                let found = rename::prepare(open, setup, at);
                value(found.map(|(span, placeholder)| PrepareRenamePlaceholder {
                    range: open.text.range(span),
                    placeholder,
                }))?
            }
            _ => {
                let params: RenameParams = parsed(params)?;
                let rename = Rename::new(open, setup, at, &params.new_name);
                self.rename(id.clone(), uri, rename);
                return Ok(Reply::Elsewhere);
            }
        };
        Ok(Reply::Now(Ok(answer)))
    }

    /// Answers on a thread of its own: the whole document is read for it.
    fn rename(&self, id: Value, uri: String, rename: Rename) {
        let client = self.client.clone();
        thread::spawn(move || {
            let edits = catch_unwind(AssertUnwindSafe(|| rename.edits()));
            let edits = edits.unwrap_or_else(|_| Err("it failed".to_owned()));
            let answer = edits.map_err(|why| Failure::new(Failure::FAILED, why));
            client.answer(&id, answer.map(|edits| json!({"changes": {uri: edits}})));
        });
    }

    fn code_action(&mut self, params: Value) -> Result<Reply, Failure> {
        let params: CodeActionParams = parsed(params)?;
        let uri = params.text_document.uri.0;
        let Some(open) = self.open.get(&uri) else {
            return Ok(Reply::Now(Ok(json!([]))));
        };
        let is_coming = open.is_expected || open.job().is_some();
        if actions::wants(&params.context, actions::FIX_ALL) && !open.is_up_to_date() && is_coming {
            return Ok(Reply::Later(uri));
        }
        let part = open.text.span(params.range);
        Ok(Reply::Now(value(actions::actions(open, part, &params.context))))
    }

    fn command(&mut self, params: Value) -> Result<(), Failure> {
        let params: ExecuteCommandParams = parsed(params)?;
        let given = params.arguments.unwrap_or_default().into_iter().next();
        let given: commands::Given = parsed(given.unwrap_or(Value::Null))?;
        let open = self.open.get(&given.uri);
        let done = commands::run(&params.command, &given, open, self.agreed.root.as_deref());
        let said = done.map_err(|why| Failure::new(Failure::FAILED, why))?;
        self.show(3, &said);
        self.renew();
        Ok(())
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
            "textDocument/didSave" => {
                if is_of_project(&document(params)?) {
                    self.renew();
                }
            }
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
    fn set(&mut self, section: &Value) {
        match Settings::read(section, self.agreed.root.as_deref()) {
            Ok(settings) => {
                self.settings = Some(settings);
                self.renew();
            }
            Err(why) => self.show(1, &format!("the settings of isonym are left as they were: {why}")),
        }
    }

    /// Reads all configurations and glossaries again, and checks all documents with them.
    fn renew(&mut self) {
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
        for change in params.content_changes {
            open.change(change);
        }
        open.version = params.text_document.version;
        if let Some(job) = open.job() {
            self.checker.submit(uri, job, false);
        }
    }

    fn closed(&mut self, uri: &str) {
        self.checker.forget(uri);
        if let Some(open) = self.open.remove(uri) {
            self.publish(&open, Vec::new());
        }
        self.resume(uri);
    }

    fn ready(&mut self, uri: &str, setup: Found) {
        let Some(open) = self.open.get_mut(uri) else {
            return;
        };
        open.is_expected = false;
        open.checked = None;
        open.findings.clear();
        let mut shown = Vec::new();
        match setup {
            Ok(setup) => open.setup = Some(setup),
            Err(why) => {
                open.setup = None;
                shown.push(diagnostics::unreadable(&why));
            }
        }
        match open.job() {
            Some(job) => self.checker.submit(uri.to_owned(), job, true),
            // What is not checked has nothing to show but why.
            None => {
                self.checker.forget(uri);
                self.publish(&self.open[uri], shown);
            }
        }
        self.resume(uri);
    }

    fn checked(&mut self, checked: Checked) {
        let least = self.settings.as_ref().map(|settings| settings.least);
        let Some(open) = self.open.get_mut(&checked.uri) else {
            return;
        };
        // A newer version waits already.
        if open.version != checked.version || open.job().is_none() {
            return;
        }
        open.checked = Some(checked.version);
        let shown = match checked.found {
            Ok(mut found) => {
                found.retain(|one| least.is_none_or(|least| one.diagnostic.severity >= least));
                open.findings = found;
                diagnostics::shown(&open.findings, &open.text, &open.uri)
            }
            Err(why) => {
                open.findings.clear();
                vec![diagnostics::unreadable(&why)]
            }
        };
        self.publish(&self.open[&checked.uri], shown);
        self.resume(&checked.uri);
    }

    fn publish(&self, open: &Open, diagnostics: Vec<gen_lsp_types::Diagnostic>) {
        let params = PublishDiagnosticsParams {
            uri: open.uri.clone(),
            version: Some(open.version),
            diagnostics,
        };
        self.client.notify("textDocument/publishDiagnostics", params);
    }

    /// Answers what waited for a document.
    fn resume(&mut self, uri: &str) {
        let (now, later) = std::mem::take(&mut self.deferred)
            .into_iter()
            .partition(|one| one.uri == uri);
        self.deferred = later;
        let now: Vec<Deferred> = now;
        for one in now {
            self.request(one.id, one.method, one.params);
        }
    }

    fn cancel(&mut self, id: &Value) {
        let waiting = self.deferred.len();
        self.deferred.retain(|one| one.id != *id);
        if self.deferred.len() < waiting {
            let why = Failure::new(Failure::CANCELLED, "cancelled");
            self.client.answer(id, Err(why));
        }
    }

    /// Says something to the user: 1 is an error, 2 a warning, 3 worth knowing.
    fn show(&self, kind: u8, message: &str) {
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

fn parsed<T: DeserializeOwned>(params: Value) -> Result<T, Failure> {
    serde_json::from_value(params).map_err(|error| Failure::new(Failure::INVALID_PARAMS, error.to_string()))
}

fn value(answer: impl serde::Serialize) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|error| Failure::new(Failure::INTERNAL, error.to_string()))
}

/// The document that a notification speaks of.
fn document(mut params: Value) -> Result<String, Failure> {
    let document: TextDocumentIdentifier = parsed(params["textDocument"].take())?;
    Ok(document.uri.0)
}
