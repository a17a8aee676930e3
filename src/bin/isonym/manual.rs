//! `isonym completions` and `isonym man`: derived from the arguments.

use std::io::Write;
use std::process::ExitCode;

use clap::CommandFactory;

use crate::console::{self, Outcome};
use crate::ui;

#[derive(clap::Args)]
pub(crate) struct Completions {
    /// The shell
    shell: clap_complete::Shell,
}

pub(crate) fn completions(args: &Completions) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut ui::described(crate::args::Args::command()),
        "isonym",
        &mut script,
    );
    print(&script)
}

/// The page of the program, then that of each command.
pub(crate) fn man() -> Outcome {
    let mut page = Vec::new();
    let mut command = ui::localized(crate::args::Args::command());
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for inner in command
        .get_subcommands()
        .filter(|inner| inner.get_name() != "help")
    {
        clap_mangen::Man::new(inner.clone()).render(&mut page)?;
    }
    print(headings(&page).as_bytes())
}

/// The page with its headings in the language of the interface.
fn headings(page: &[u8]) -> String {
    let ids = [
        ("NAME", "man-name"),
        ("SYNOPSIS", "man-synopsis"),
        ("DESCRIPTION", "man-description"),
        ("OPTIONS", "man-options"),
        ("VERSION", "man-version"),
        ("AUTHORS", "man-author"),
    ];
    let page = String::from_utf8_lossy(page);
    let lines = page.lines().map(|line| {
        let known = ids
            .iter()
            .find(|(word, _)| line.strip_prefix(".SH ") == Some(word));
        match known {
            Some((_, id)) => format!(".SH {}\n", ui::say(id, &[])),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}

fn print(bytes: &[u8]) -> Outcome {
    let mut out = console::out();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
