//! The command line program: arguments in `args.rs`, one file for each command.

mod args;
mod atomic;
mod console;
mod decode;
mod fold;
mod glossary;
mod identify;
mod inflect;
mod layers;
mod lint;
mod same;
mod translit;

use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser;

fn main() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Fold(args) => fold::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Identify(args) => identify::run(&args),
        Command::Same(args) => same::run(&args),
        Command::Translit(args) => translit::run(&args),
        Command::Glossary(command) => glossary::run(&command),
        Command::Inflect(args) => inflect::run(&args),
    };
    outcome.unwrap_or_else(|failure| console::report(&*failure))
}
