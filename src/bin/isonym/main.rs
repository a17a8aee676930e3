//! The command line program: arguments in `args.rs`, one file for each command.

mod accept;
mod args;
mod atomic;
mod cache;
mod compare;
mod config;
mod console;
mod decode;
mod decode_stream;
mod explain;
mod glossary;
mod identify;
mod index;
mod inflect;
mod layers;
mod lint;
mod lookup;
mod lsp;
mod manual;
mod mentions;
mod progress;
mod project;
mod report;
mod same;
#[cfg(feature = "serve")]
mod serve;
mod stack;
mod styles;
mod translit;
mod ui;

use std::process::ExitCode;

use args::{Args, Command};
use clap::{CommandFactory, FromArgMatches};

fn main() -> ExitCode {
    ui::choose(std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()));
    let matches = ui::localized(Args::command())
        .try_get_matches()
        .unwrap_or_else(|error| ui::refuse(&error));
    let args = Args::from_arg_matches(&matches).unwrap_or_else(|error| ui::refuse(&error));
    args.manner.set();
    let outcome = match args.command {
        Command::Lint(args) => lint::run(&args),
        Command::Lookup(args) => lookup::run(&args),
        Command::Mentions(args) => mentions::run(&args),
        Command::Identify(args) => identify::run(&args),
        Command::Same(args) => same::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Translit(args) => translit::run(&args),
        Command::Glossary(command) => glossary::run(&command),
        Command::Inflect(args) => inflect::run(&args),
        Command::Index(command) => index::run(&command),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&args),
        Command::Accept(args) => accept::run(&args),
        Command::Lsp(args) => lsp::run(&args),
        Command::Styles(args) => styles::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Completions(args) => manual::completions(&args),
        Command::Man => manual::man(),
    };
    outcome.unwrap_or_else(|failure| console::report(&*failure))
}
