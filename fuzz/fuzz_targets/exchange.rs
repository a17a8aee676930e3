//! Other programs' glossaries. The first byte chooses the format.

#![no_main]

use isonym::exchange::{Format, Options, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&first, mut rest)) = data.split_first() else {
        return;
    };
    let format = Format::ALL[usize::from(first) % Format::ALL.len()];
    let _ = read(format, &mut rest, &Options::default(), &mut |_| Ok(()));
});
