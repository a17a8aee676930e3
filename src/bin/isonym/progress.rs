//! A progress bar for large inputs, on a terminal only.

use std::io::{self, IsTerminal, Read};

use indicatif::{ProgressBar, ProgressStyle};

use crate::console;

/// Inputs of fewer bytes are read before a bar would be seen.
const LARGE: u64 = 16 << 20;

/// An input that shows how much of it has been read.
pub(crate) struct Progress<R> {
    input: R,
    bar: ProgressBar,
}

impl<R: Read> Progress<R> {
    /// Of an input whose size is not known, `u64::MAX`, the bytes are counted.
    pub(crate) fn new(input: R, size: u64) -> Progress<R> {
        let is_shown = size > LARGE && !console::is_quiet() && io::stderr().is_terminal();
        let bar = match size {
            _ if !is_shown => ProgressBar::hidden(),
            u64::MAX => ProgressBar::new_spinner().with_style(style("{bytes} read, {bytes_per_sec}")),
            size => ProgressBar::new(size).with_style(style(
                "{bar:40} {percent} %  {bytes} of {total_bytes}, {eta} left",
            )),
        };
        Progress { input, bar }
    }
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
        self.bar.finish_and_clear();
    }
}
