//! `isonym serve`: the page, the JSON service and the reconciliation service, on this machine.

mod answer;
mod api;
mod app;
mod assets;
mod body;
mod connections;
mod openapi;
mod own;
mod reconcile;
mod safety;
mod shelf;
mod state;
mod work;

use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use self::state::State;
use crate::console::{self, Outcome};
use crate::layers::Layers;
use crate::ui::{self, UiLang, said};

/// The environment variable that a token may stand in, which other users of the machine do not see.
const TOKEN: &str = "ISONYM_TOKEN";

/// A shorter token can be guessed.
const SHORTEST_TOKEN: usize = 16;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The port; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 4777)]
    port: u16,
    /// The address to listen on. Off this machine's own only with a token
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// What a caller must know, at least 16 characters; ISONYM_TOKEN in the environment does the same
    #[arg(long, value_name = "TEXT")]
    token: Option<String>,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Let the page change the glossary: the last `--glossary`, which is created when it is first written
    #[arg(long, requires = "glossary")]
    writable: bool,
    #[command(flatten)]
    layers: Layers,
}

pub(crate) fn run(args: &Args) -> Outcome {
    let token = token(args)?;
    let state = Arc::new(State::new(
        &args.layers,
        args.writable,
        args.host.is_loopback(),
        token,
    )?);
    runtime()?.block_on(serve(args, state))?;
    Ok(ExitCode::SUCCESS)
}

/// The token, if there is one; there must be where others can call.
fn token(args: &Args) -> Result<Option<String>, String> {
    let given = args.token.clone().or_else(|| std::env::var(TOKEN).ok());
    match given.filter(|token| !token.is_empty()) {
        None if !args.host.is_loopback() => Err(said!("serve-no-token", host = args.host, variable = TOKEN)),
        Some(token) if token.chars().count() < SHORTEST_TOKEN => {
            Err(said!("serve-token-short", least = SHORTEST_TOKEN))
        }
        Some(token)
            if !token
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c)) =>
        {
            Err(said!("serve-token-letters"))
        }
        token => Ok(token),
    }
}

fn runtime() -> std::io::Result<Runtime> {
    let cores = work::cores();
    Builder::new_multi_thread()
        .worker_threads(cores.min(4))
        .max_blocking_threads(cores + 2)
        .enable_io()
        .enable_time()
        .build()
}

async fn serve(args: &Args, state: Arc<State>) -> Result<(), String> {
    let address = SocketAddr::new(args.host, args.port);
    let listener = TcpListener::bind(address).await;
    let listener = listener.map_err(|error| said!("serve-address", address = address, why = error))?;
    let address = listener.local_addr().map_err(|error| ui::failure(&error))?;
    let page = format!("http://{address}/");
    let mut out = console::out();
    // Whoever started the program may wait for this line.
    let _ = writeln!(out, "{page}").and_then(|()| out.flush());
    drop(out);
    console::mention(&said!("serving"));
    if args.open {
        open(&page);
    }
    // The services are for programs, and the page has words of its own.
    ui::speak(UiLang::En);
    connections::serve(listener, app::router(&state)).await;
    Ok(())
}

/// Opens an address in the user's browser, if there is one.
fn open(page: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let quiet = command
        .arg(page)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if quiet.spawn().is_err() {
        console::mention(&said!("no-browser", page = page));
    }
}
