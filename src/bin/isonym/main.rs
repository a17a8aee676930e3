//! The command line program: arguments in `args.rs`, one file for each command.

mod accept;
mod args;
mod atomic;
mod compare;
mod config;
mod console;
mod decode;
mod explain;
mod glossary;
mod identify;
mod inflect;
mod layers;
mod lint;
mod lookup;
mod manual;
mod progress;
mod report;
mod same;
#[cfg(feature = "serve")]
mod serve;
mod styles;
mod translit;

use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser;

fn main() -> ExitCode {
    let args = Args::parse();
    args.manner.set();
    let outcome = match args.command {
        Command::Lint(args) => lint::run(&args),
        Command::Lookup(args) => lookup::run(&args),
        Command::Identify(args) => identify::run(&args),
        Command::Same(args) => same::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Translit(args) => translit::run(&args),
        Command::Glossary(command) => glossary::run(&command),
        Command::Inflect(args) => inflect::run(&args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&args),
        Command::Accept(args) => accept::run(&args),
        Command::Styles(args) => styles::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Completions(args) => manual::completions(&args),
        Command::Man => manual::man(),
    };
    outcome.unwrap_or_else(|failure| console::report(&*failure))
}
