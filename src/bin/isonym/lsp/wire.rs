//! Messages on the wire: JSON-RPC 2.0 in frames of `Content-Length`.
//!
//! A message that cannot be understood is answered, and what follows it is read all the same.

use std::io::{self, BufRead, Read, Write};
use std::sync::{Arc, Mutex};

use serde::Serialize;
use serde_json::{Value, json};

/// Longer messages are refused.
const LONGEST_MESSAGE: u64 = 1 << 29;

/// Longer lines before a message are none of its header.
const LONGEST_LINE: u64 = 1 << 12;

/// Why a request has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) code: i32,
    pub(super) message: String,
}

impl Failure {
    pub(super) const PARSE: i32 = -32700;
    pub(super) const INVALID_REQUEST: i32 = -32600;
    pub(super) const NO_SUCH_METHOD: i32 = -32601;
    pub(super) const INVALID_PARAMS: i32 = -32602;
    pub(super) const INTERNAL: i32 = -32603;
    pub(super) const NOT_INITIALIZED: i32 = -32002;
    pub(super) const CANCELLED: i32 = -32800;
    pub(super) const FAILED: i32 = -32803;

    pub(super) fn new(code: i32, message: impl Into<String>) -> Failure {
        let message = message.into();
        Failure { code, message }
    }
}

/// What a client said.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Message {
    /// It wants an answer.
    Request {
        id: Value,
        method: String,
        params: Value,
    },
    /// It wants none.
    Notification { method: String, params: Value },
    /// It answers; `result` is null if it refused.
    Response { id: Value, result: Value },
    /// It said what is no message; the id of what would have been one is null if there is none.
    Nonsense { id: Value, why: Failure },
}

/// Reads the next message; none at the end.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Message>> {
    let Some(length) = length(input)? else {
        return Ok(None);
    };
    let why = match length {
        Ok(length) if length <= LONGEST_MESSAGE => {
            let mut bytes = Vec::new();
            input.by_ref().take(length).read_to_end(&mut bytes)?;
            let is_whole = bytes.len() as u64 == length;
            return Ok(is_whole.then(|| message(&bytes)));
        }
        Ok(length) => {
            io::copy(&mut input.by_ref().take(length), &mut io::sink())?;
            format!("a message of {length} bytes is too long")
        }
        Err(why) => why,
    };
    let why = Failure::new(Failure::PARSE, why);
    Ok(Some(Message::Nonsense { id: Value::Null, why }))
}

/// The length that a header gives, or why it gives none; nothing at the end.
fn length(input: &mut impl BufRead) -> io::Result<Option<Result<u64, String>>> {
    let mut found = None;
    let mut is_begun = false;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            let cut = || Err("the input ends within a header".to_owned());
            return Ok(is_begun.then(cut));
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() {
            if is_begun {
                break;
            }
            continue;
        }
        is_begun = true;
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            found = Some(value.trim().parse::<u64>());
        }
    }
    Ok(Some(match found {
        Some(Ok(length)) => Ok(length),
        Some(Err(_)) => Err("`Content-Length` is no number".to_owned()),
        None => Err("a header without `Content-Length`".to_owned()),
    }))
}

fn message(bytes: &[u8]) -> Message {
    let value: Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(error) => {
            let why = Failure::new(Failure::PARSE, format!("no JSON: {error}"));
            return Message::Nonsense { id: Value::Null, why };
        }
    };
    let Value::Object(mut object) = value else {
        let why = Failure::new(Failure::INVALID_REQUEST, "a message is an object");
        return Message::Nonsense { id: Value::Null, why };
    };
    let id = object.remove("id");
    let params = object.remove("params").unwrap_or(Value::Null);
    match (object.remove("method"), id) {
        (Some(Value::String(method)), Some(id)) if id.is_string() || id.is_number() => {
            Message::Request { id, method, params }
        }
        (Some(Value::String(method)), None) => Message::Notification { method, params },
        (None, Some(id)) if object.contains_key("result") || object.contains_key("error") => {
            let result = object.remove("result").unwrap_or(Value::Null);
            Message::Response { id, result }
        }
        (_, id) => {
            let why = Failure::new(Failure::INVALID_REQUEST, "neither a request nor an answer");
            let id = id.filter(|id| id.is_string() || id.is_number());
            let id = id.unwrap_or(Value::Null);
            Message::Nonsense { id, why }
        }
    }
}

/// What is said to the client, from any thread.
#[derive(Clone)]
pub(super) struct Client {
    out: Arc<Mutex<dyn Write + Send>>,
}

impl Client {
    pub(super) fn new(out: impl Write + Send + 'static) -> Client {
        Client {
            out: Arc::new(Mutex::new(out)),
        }
    }

    /// Answers a request.
    pub(super) fn answer(&self, id: &Value, answer: Result<Value, Failure>) {
        self.send(&match answer {
            Ok(result) => json!({"jsonrpc": "2.0", "id": id, "result": result}),
            Err(Failure { code, message }) => {
                json!({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}})
            }
        });
    }

    pub(super) fn notify(&self, method: &str, params: impl Serialize) {
        let notification = Notification {
            jsonrpc: "2.0",
            method,
            params,
        };
        // What is said here can always be written as JSON.
        self.send_text(&serde_json::to_string(&notification).unwrap_or_default());
    }

    pub(super) fn ask(&self, id: &str, method: &str, params: impl Serialize) {
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
    }

    fn send(&self, message: &Value) {
        self.send_text(&message.to_string());
    }

    /// A client that has gone hears nothing, and its end of input ends the server.
    fn send_text(&self, text: &str) {
        let Ok(mut out) = self.out.lock() else { return };
        let _ = write!(out, "Content-Length: {}\r\n\r\n{text}", text.len());
        let _ = out.flush();
    }
}

/// What is said without wanting an answer, written without a copy: it may be long.
#[derive(Serialize)]
struct Notification<'a, T> {
    jsonrpc: &'a str,
    method: &'a str,
    params: T,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(mut bytes: &[u8]) -> Vec<Message> {
        std::iter::from_fn(|| read(&mut bytes).expect("memory can be read")).collect()
    }

    #[test]
    fn what_follows_nonsense_is_read() {
        let bytes = b"Content-Length: 3\r\n\r\n{]}rubbish\r\n\r\nContent-Length: x\r\n\r\nContent-Length: 2\r\n\r\n[]\
            content-length: 28\r\nContent-Type: any\r\n\r\n{\"method\":\"exit\",\"params\":1}Content-Length: 9\r\n\r\n{";
        let codes: Vec<i32> = read_all(bytes)
            .iter()
            .map(|message| match message {
                Message::Nonsense { why, .. } => why.code,
                Message::Notification { method, .. } if method == "exit" => 0,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(codes, [-32700, -32700, -32700, -32600, 0]);
    }

    #[test]
    fn absurd_lengths_take_no_memory() {
        let bytes = b"Content-Length: 18446744073709551615\r\n\r\n{}";
        assert!(matches!(read_all(bytes)[..], [Message::Nonsense { .. }]));
        assert_eq!(read_all(b"Content-Length: 400000000\r\n\r\n{}"), []);
    }

    #[test]
    fn ids_are_numbers_or_strings() {
        assert!(matches!(
            message(br#"{"id":1,"method":"m"}"#),
            Message::Request { .. }
        ));
        assert!(matches!(
            message(br#"{"id":"a","method":"m"}"#),
            Message::Request { .. }
        ));
        assert!(matches!(
            message(br#"{"id":[],"method":"m"}"#),
            Message::Nonsense { .. }
        ));
        assert!(matches!(message(br#"{"id":3,"method":4}"#), Message::Nonsense { id, .. } if id == 3));
        assert!(matches!(
            message(br#"{"id":3,"error":{}}"#),
            Message::Response { .. }
        ));
    }
}
