//! Glossary files: reading one, and its canonical form, which is its own.

#![no_main]

use isonym::Glossary;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let _ = Glossary::from_csv(text);
    if let Ok(canonical) = isonym::glossary::canonical(text) {
        assert_eq!(isonym::glossary::canonical(&canonical).ok(), Some(canonical));
    }
});
