//! Standard input and output of the commands: names in, answers out, failures on standard error.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::OnceLock;

use clap::ValueEnum;

use crate::ui::{self, said};

/// How a command ended: its exit code, or why it could not be run.
pub(crate) type Outcome = Result<ExitCode, Box<dyn Error>>;

/// Exit code of a command that could not be run or left something unread.
pub(crate) const FAILED: u8 = 2;

/// Says on standard error why a command could not be run. A reader that went away is no failure.
pub(crate) fn report(failure: &(dyn Error + 'static)) -> ExitCode {
    if let Some(error) = failure.downcast_ref::<io::Error>()
        && error.kind() == io::ErrorKind::BrokenPipe
    {
        return ExitCode::SUCCESS;
    }
    tell(&ui::failure(failure));
    ExitCode::from(FAILED)
}

/// What all commands understand about how they speak.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Manner {
    /// When to use colours: auto is on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
    /// Say nothing on standard error that is no error, and print no summary
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Language of help and messages; that of the environment if left out
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    ui_lang: Option<crate::ui::UiLang>,
    /// Neither use nor keep compiled indexes of glossaries, as with ISONYM_NO_CACHE
    #[arg(long, global = true)]
    no_cache: bool,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

static MANNER: OnceLock<Manner> = OnceLock::new();

impl Manner {
    /// Holds from now on.
    pub(crate) fn set(self) {
        MANNER.get_or_init(|| self);
    }
}

/// Whether only errors are to be said.
pub(crate) fn is_quiet() -> bool {
    MANNER.get().is_some_and(|manner| manner.quiet)
}

/// Whether compiled indexes of glossaries may be used and kept.
pub(crate) fn may_cache() -> bool {
    let unwanted = std::env::var_os("ISONYM_NO_CACHE").is_some_and(|value| !value.is_empty());
    !unwanted && !MANNER.get().is_some_and(|manner| manner.no_cache)
}

/// Whether standard output is to be coloured.
pub(crate) fn is_colored() -> bool {
    match MANNER.get().map_or(Color::Auto, |manner| manner.color) {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let unset = |name| std::env::var_os(name).is_none_or(|value| value.is_empty());
            let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            io::stdout().is_terminal() && unset("NO_COLOR") && !is_dumb
        }
    }
}

/// Says on standard error what went wrong. It may be closed, and then there is nobody left to tell.
pub(crate) fn tell(message: &str) {
    let _ = writeln!(io::stderr(), "isonym: {message}");
}

/// Says on standard error what is wrong with the arguments.
pub(crate) fn refuse(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// Says on standard error what is worth knowing, unless nobody wants to.
pub(crate) fn mention(message: &str) {
    if !is_quiet() {
        tell(message);
    }
}

/// Why a file cannot be read.
pub(crate) fn unread(path: &Path, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => said!("no-such-file", path = path),
        _ => said!("of-file", file = path, why = error),
    }
}

/// Buffered standard output.
pub(crate) fn out() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// The names to answer: the arguments, or else the lines of a file, or else those of standard input.
pub(crate) fn each_name(
    names: &[String],
    file: Option<&Path>,
    mut answer: impl FnMut(&str) -> io::Result<()>,
) -> Result<(), Box<dyn Error>> {
    if !names.is_empty() {
        return Ok(names.iter().try_for_each(|name| answer(name))?);
    }
    match file {
        Some(path) if path != Path::new("-") => {
            let file = File::open(path).map_err(|error| unread(path, &error))?;
            each_line(BufReader::new(file), &path.display().to_string(), answer)
        }
        _ => each_line(io::stdin().lock(), &said!("standard-input"), answer),
    }
}

fn each_line(
    mut input: impl BufRead,
    source: &str,
    mut answer: impl FnMut(&str) -> io::Result<()>,
) -> Result<(), Box<dyn Error>> {
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let text = std::str::from_utf8(&line)
            .map_err(|_| said!("input-not-utf8", source = source, line = number))?;
        let text = if number == 1 {
            text.trim_start_matches('\u{feff}')
        } else {
            text
        };
        answer(text.trim_end_matches(['\n', '\r']))?;
    }
    Ok(())
}

/// A field of tab-separated output: tab, newline and backslash are escaped.
pub(crate) fn tsv(field: &str) -> String {
    field
        .replace('\\', "\\\\")
        .replace('\t', "\\t")
        .replace('\n', "\\n")
}

/// A score as people would write it.
pub(crate) fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}
