//! The program as a server, and a client that sends exactly what it is told to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// A server that ends with its owner.
pub(super) struct Server {
    process: Child,
    pub(super) port: u16,
}

/// An answer.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: Vec<u8>,
}

impl Server {
    /// Starts the program on a free port.
    pub(super) fn start(args: &[&str]) -> Server {
        let mut process = Command::new(env!("CARGO_BIN_EXE_isonym"))
            .args(["serve", "--port", "0", "--quiet"])
            .args(args)
            .env_remove("ISONYM_TOKEN")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let out = process.stdout.as_mut().expect("its output is piped");
        BufReader::new(out)
            .read_line(&mut line)
            .expect("its output is text");
        let port = line.trim().trim_end_matches('/').rsplit(':').next();
        let port = port
            .and_then(|port| port.parse().ok())
            .expect("it says its address");
        Server { process, port }
    }

    /// Starts the program with a writable glossary.
    pub(super) fn with_glossary(file: &Path) -> Server {
        Server::start(&["--glossary", file.to_str().expect("a plain path"), "--writable"])
    }

    pub(super) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Sends bytes as they are and reads what comes back until the server closes.
    pub(super) fn raw(&self, bytes: &[u8]) -> Reply {
        let mut stream = self.connect();
        // A server that has heard enough may close before all is sent.
        let _ = stream.write_all(bytes);
        read(&mut stream)
    }

    pub(super) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .expect("a time limit can be set");
        stream
    }

    /// Asks with heads of one's own; `Host` and `Connection` are added.
    pub(super) fn ask(&self, method: &str, path: &str, heads: &[&str], body: &[u8]) -> Reply {
        let mut all = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
            self.host()
        );
        for head in heads {
            all += &format!("{head}\r\n");
        }
        if !body.is_empty() || method != "GET" {
            all += &format!("Content-Length: {}\r\n", body.len());
        }
        all += "\r\n";
        self.raw(&[all.as_bytes(), body].concat())
    }

    pub(super) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[], b"")
    }

    /// Sends an object.
    pub(super) fn send(&self, method: &str, path: &str, object: &Value) -> Reply {
        let body = object.to_string();
        self.ask(method, path, &["Content-Type: application/json"], body.as_bytes())
    }

    pub(super) fn post(&self, path: &str, object: &Value) -> Reply {
        self.send("POST", path, object)
    }

    /// Sends a form with a file and other parts.
    pub(super) fn upload(&self, path: &str, name: &str, file: &[u8], parts: &[(&str, &str)]) -> Reply {
        let mut body = Vec::new();
        body.extend(
            format!("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
                .bytes(),
        );
        body.extend(file);
        for (name, text) in parts {
            body.extend(
                format!("\r\n--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}").bytes(),
            );
        }
        body.extend(b"\r\n--cut--\r\n");
        self.ask(
            "POST",
            path,
            &["Content-Type: multipart/form-data; boundary=cut"],
            &body,
        )
    }

    /// Asks the program to end, as Ctrl-C does, and gives its exit code.
    #[cfg(unix)]
    pub(super) fn stop(mut self) -> Option<i32> {
        let id = self.process.id().to_string();
        let done = Command::new("kill").args(["-INT", &id]).status();
        assert!(done.expect("kill runs").success());
        self.process.wait().expect("the program ends").code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Reply {
    #[track_caller]
    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("no JSON: {} {}", self.status, self.text()))
    }

    /// The answer, which must be a good one.
    #[track_caller]
    pub(super) fn good(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text());
        self.json()
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The reason that a refusal gives.
    #[track_caller]
    pub(super) fn refusal(&self) -> (u16, String) {
        let object = self.json();
        assert_eq!(object["status"], self.status);
        (
            self.status,
            object["message"].as_str().expect("a message").to_owned(),
        )
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines
            .find(|(other, _)| other.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    }
}

/// Reads an answer up to the end of the connection.
pub(super) fn read(stream: &mut TcpStream) -> Reply {
    let mut all = Vec::new();
    // A connection that is reset after the answer still has brought it.
    let _ = stream.read_to_end(&mut all);
    let end = all.windows(4).position(|four| four == b"\r\n\r\n");
    let Some(end) = end else {
        return Reply {
            status: 0,
            head: String::new(),
            body: all,
        };
    };
    let head = String::from_utf8_lossy(&all[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let mut body = all.split_off(end + 4);
    if head.to_lowercase().contains("transfer-encoding: chunked") {
        body = joined(&body);
    }
    Reply {
        status: status.unwrap_or(0),
        head,
        body,
    }
}

/// A body that came in chunks.
fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = chunks.windows(2).position(|two| two == b"\r\n") {
        let length = std::str::from_utf8(&chunks[..end]).unwrap_or("0");
        let length = usize::from_str_radix(length.trim(), 16).unwrap_or(0);
        if length == 0 {
            break;
        }
        body.extend(&chunks[end + 2..end + 2 + length]);
        chunks = &chunks[end + 4 + length..];
    }
    body
}
