//! A client of the language server, and the folder of its workspace.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;
use std::{fs, thread};

use serde_json::{Value, json};

/// An answer takes no longer, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) fn range(line: u32, column: u32, end_line: u32, end_column: u32) -> Value {
    json!({
        "start": {"line": line, "character": column},
        "end": {"line": end_line, "character": end_column},
    })
}

/// A folder for files, which goes when it is dropped.
pub(super) struct Folder(tempfile::TempDir);

impl Folder {
    pub(super) fn new() -> Folder {
        Folder(tempfile::tempdir().expect("a folder"))
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn uri(&self, name: &str) -> String {
        let folder = fs::canonicalize(self.path()).expect("the folder is there");
        format!("file://{}/{name}", folder.display())
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    pub(super) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("the file can be read")
    }
}

/// A server with what it has said.
pub(super) struct Client {
    server: Child,
    input: Option<ChildStdin>,
    said: Receiver<Value>,
    heard: Vec<Value>,
    requests: i64,
}

impl Client {
    /// A server to which nothing has been said.
    pub(super) fn bare(folder: &Folder) -> Client {
        let mut server = Command::new(env!("CARGO_BIN_EXE_isonym"))
            .arg("lsp")
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let mut output = BufReader::new(server.stdout.take().expect("its output"));
        let (sender, said) = mpsc::channel();
        thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Client {
            input: server.stdin.take(),
            server,
            said,
            heard: Vec::new(),
            requests: 0,
        }
    }

    /// A session that has begun.
    pub(super) fn start(folder: &Folder, capabilities: Value) -> Client {
        let mut client = Client::bare(folder);
        let root = folder.uri("");
        let answer = client.ask(
            "initialize",
            json!({"capabilities": capabilities, "rootUri": root.trim_end_matches('/')}),
        );
        assert_eq!(answer["serverInfo"]["name"], "isonym");
        client.notify("initialized", json!({}));
        client
    }

    pub(super) fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("it listens");
        input
            .write_all(bytes)
            .and_then(|()| input.flush())
            .expect("it reads");
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub(super) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// The next message of a kind; the others are kept.
    #[track_caller]
    fn next(&mut self, what: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        loop {
            if let Some(at) = self.heard.iter().position(&is_it) {
                return self.heard.remove(at);
            }
            match self.said.recv_timeout(PATIENCE) {
                Ok(message) => self.heard.push(message),
                Err(_) => panic!("no {what}; heard {:?}", self.heard),
            }
        }
    }

    /// The whole answer to a request.
    #[track_caller]
    pub(super) fn response(&mut self, method: &str, params: Value) -> Value {
        self.requests += 1;
        let id = self.requests;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        self.next(&format!("answer to {method}"), |message| {
            message["id"] == id && message.get("method").is_none()
        })
    }

    /// The answer to a request.
    #[track_caller]
    pub(super) fn ask(&mut self, method: &str, params: Value) -> Value {
        let mut answer = self.response(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].take()
    }

    /// Why a request has no answer.
    #[track_caller]
    pub(super) fn error(&mut self, method: &str, params: Value) -> Value {
        let mut answer = self.response(method, params);
        assert!(answer.get("error").is_some(), "{method}: {answer}");
        answer["error"].take()
    }

    /// The next error that answers nothing.
    #[track_caller]
    pub(super) fn next_error(&mut self) -> Value {
        let message = self.next("error", |message| message.get("error").is_some());
        assert_eq!(message["id"], Value::Null);
        message["error"].clone()
    }

    pub(super) fn open(&mut self, uri: &str, language: &str, text: &str) {
        let document = json!({"uri": uri, "languageId": language, "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub(super) fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({"uri": uri, "version": version});
        self.notify(
            "textDocument/didChange",
            json!({"textDocument": document, "contentChanges": changes}),
        );
    }

    /// What is found next in a version of a document.
    #[track_caller]
    pub(super) fn findings(&mut self, uri: &str, version: i32) -> Value {
        let mut message = self.next("findings", |message| {
            let params = &message["params"];
            message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
        });
        message["params"].take()
    }

    /// The next message to the user with a word in it.
    #[track_caller]
    pub(super) fn said(&mut self, word: &str) -> String {
        let message = self.next(word, |message| {
            let text = message["params"]["message"].as_str();
            message["method"] == "window/showMessage" && text.is_some_and(|text| text.contains(word))
        });
        message["params"]["message"].as_str().expect("a text").to_owned()
    }

    /// What the server wants to be told of.
    #[track_caller]
    pub(super) fn registered(&mut self) -> Value {
        let message = self.next("registration", |message| {
            message["method"] == "client/registerCapability"
        });
        self.send(&json!({"jsonrpc": "2.0", "id": message["id"], "result": null}));
        message["params"]["registrations"][0].clone()
    }

    #[track_caller]
    pub(super) fn actions(&mut self, uri: &str, range: Value, context: Value) -> Value {
        let params = json!({"textDocument": {"uri": uri}, "range": range, "context": context});
        self.ask("textDocument/codeAction", params)
    }

    #[track_caller]
    pub(super) fn end(mut self) {
        self.ask("shutdown", Value::Null);
        self.end_without_shutdown(0);
    }

    #[track_caller]
    pub(super) fn end_without_shutdown(mut self, code: i32) {
        self.notify("exit", Value::Null);
        self.input = None;
        let ended = self.server.wait().expect("it ends");
        assert_eq!(ended.code(), Some(code));
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn read(input: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim() {
            "" => break,
            line => {
                if let Some(number) = line.strip_prefix("Content-Length: ") {
                    length = number.parse().ok()?;
                }
            }
        }
    }
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}
