//! Requests and their answers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use gen_lsp_types::{
    CodeActionParams, ExecuteCommandParams, PrepareRenamePlaceholder, RenameParams,
    TextDocumentPositionParams,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::rename::{self, Rename};
use super::server::{Deferred, Phase, Server};
use super::start::{self, Agreed};
use super::wire::Failure;
use super::{actions, commands, completion, definition, hover};

use crate::ui::said;

/// What becomes of a request.
enum Reply {
    Now(Result<Value, Failure>),
    /// Another thread answers.
    Elsewhere,
    /// It is asked again when more is known of the document.
    Later(String),
}

impl Server {
    pub(super) fn request(&mut self, id: Value, method: String, params: Value) {
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
                    self.show(3, &said!("lsp-shipped", id = id));
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

    /// Answers what waited for a document.
    pub(super) fn resume(&mut self, uri: &str) {
        let (now, later) = std::mem::take(&mut self.deferred)
            .into_iter()
            .partition(|one| one.uri == uri);
        self.deferred = later;
        let now: Vec<Deferred> = now;
        for one in now {
            self.request(one.id, one.method, one.params);
        }
    }

    pub(super) fn cancel(&mut self, id: &Value) {
        let waiting = self.deferred.len();
        self.deferred.retain(|one| one.id != *id);
        if self.deferred.len() < waiting {
            let why = Failure::new(Failure::CANCELLED, "cancelled");
            self.client.answer(id, Err(why));
        }
    }
}

pub(super) fn parsed<T: DeserializeOwned>(params: Value) -> Result<T, Failure> {
    serde_json::from_value(params).map_err(|error| Failure::new(Failure::INVALID_PARAMS, error.to_string()))
}

fn value(answer: impl serde::Serialize) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|error| Failure::new(Failure::INTERNAL, error.to_string()))
}
