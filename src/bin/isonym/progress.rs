//! A progress bar for large inputs, on a terminal only.

use std::io::{self, IsTerminal, Read};

use indicatif::{ProgressBar, ProgressStyle};

use crate::console;
use crate::ui::said;

/// Inputs of fewer bytes are read before a bar would be seen.
const LARGE: u64 = 16 << 20;

/// An input that shows how much of it has been read.
pub(crate) struct Progress<R> {
    input: R,
    bar: ProgressBar,
    owns_bar: bool,
}

impl<R: Read> Progress<R> {
    /// Of an input whose size is not known, `u64::MAX`, the bytes are counted.
    pub(crate) fn new(input: R, size: u64) -> Progress<R> {
        let is_shown = size > LARGE && !console::is_quiet() && io::stderr().is_terminal();
        let bar = match size {
            _ if !is_shown => ProgressBar::hidden(),
            u64::MAX => ProgressBar::new_spinner().with_style(style(&said!("progress-read"))),
            size => ProgressBar::new(size).with_style(style(&said!("progress-left"))),
        };
        Progress {
            input,
            bar,
            owns_bar: true,
        }
    }

    /// An input that is a part of what a bar shows.
    pub(crate) fn with(input: R, bar: ProgressBar) -> Progress<R> {
        Progress {
            input,
            bar,
            owns_bar: false,
        }
    }
}

/// A bar for a run over so many bytes, with rate and remaining time: on a terminal only, and not among findings.
pub(crate) fn bar_of_run(size: u64, is_quiet_until_done: bool) -> ProgressBar {
    let is_free = is_quiet_until_done || !io::stdout().is_terminal();
    if size < LARGE || !is_free || console::is_quiet() || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let template = said!("progress-run");
    ProgressBar::new(size).with_style(style(&template))
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

impl<R: Read> Read for Progress<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.bar.inc(count as u64);
        Ok(count)
    }
}

impl<R> Drop for Progress<R> {
    fn drop(&mut self) {
        if self.owns_bar {
            self.bar.finish_and_clear();
        }
    }
}
