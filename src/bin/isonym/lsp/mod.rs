//! `isonym lsp`: a language server over standard input and output.
//!
//! | file | what it does |
//! |---|---|
//! | `wire.rs` | messages in frames, and answers |
//! | `server.rs` | takes messages in their order and never waits for a check |
//! | `requests.rs` | answers what is asked |
//! | `start.rs` | what is agreed with the client |
//! | `settings.rs` | what its user has set |
//! | `projects.rs` | a thread that reads configurations and glossaries |
//! | `checker.rs` | a thread that checks documents some time after they were changed |
//! | `publisher.rs` | a thread that writes what was found |
//! | `text.rs`, `uri.rs` | positions and addresses |
//! | `open.rs` | the open documents with their findings |
//! | `diagnostics.rs`, `actions.rs` | findings and how they are mended |
//! | `here.rs` | the name at a place; from it `hover.rs`, `definition.rs`, `rename.rs` |
//! | `completion.rs` | names as they are typed |
//! | `commands.rs` | what changes a project's files |

mod actions;
mod checker;
mod commands;
mod completion;
mod definition;
mod diagnostics;
mod here;
mod hover;
mod open;
mod projects;
mod publisher;
mod rename;
mod requests;
mod server;
mod settings;
mod start;
mod text;
mod uri;
mod wire;

use std::io::{self, BufReader};
use std::process::ExitCode;
use std::sync::mpsc::{self, Sender};
use std::thread;

use self::server::{Event, Server};
use self::wire::Client;
use crate::console::Outcome;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Speak over standard input and output, as it does anyway
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(crate) fn run(_: &Args) -> Outcome {
    let (sender, events) = mpsc::channel();
    let input = sender.clone();
    thread::spawn(move || listen(&input));
    let mut server = Server::new(Client::new(io::stdout()), sender);
    for event in events {
        if let Some(is_well) = server.take(event) {
            return Ok(if is_well {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            });
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads messages up to the end of the input.
fn listen(events: &Sender<Event>) {
    let mut input = BufReader::with_capacity(1 << 16, io::stdin());
    while let Ok(Some(message)) = wire::read(&mut input) {
        if events.send(Event::Said(message)).is_err() {
            return;
        }
    }
    let _ = events.send(Event::Left);
}
