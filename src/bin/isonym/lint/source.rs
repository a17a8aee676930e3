//! Reading an article: its bytes within a limit, decoded.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::archive::{Packing, unpacked};
use super::inputs::Input;
use crate::decode::{Decoded, decode};
use crate::ui::{self, said};

/// The most bytes of a file that are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit(u64);

impl Limit {
    #[cfg(feature = "serve")]
    pub(crate) const fn of_bytes(bytes: u64) -> Limit {
        Limit(bytes)
    }

    pub(super) fn bytes(self) -> u64 {
        self.0
    }
}

impl FromStr for Limit {
    type Err = String;

    /// A number of bytes, or of `K`, `M` or `G`: `64M`, `64MB`, `64 MiB` are the same.
    fn from_str(text: &str) -> Result<Limit, String> {
        let digits = text.trim().trim_end_matches(|c: char| !c.is_ascii_digit());
        let unit = match text.trim()[digits.len()..].trim().to_ascii_lowercase().as_str() {
            "" | "b" => 1,
            "k" | "kb" | "kib" => 1 << 10,
            "m" | "mb" | "mib" => 1 << 20,
            "g" | "gb" | "gib" => 1 << 30,
            unit => return Err(said!("unknown-size-unit", unit = unit)),
        };
        let number: u64 = digits.parse().map_err(|_| said!("no-size"))?;
        number
            .checked_mul(unit)
            .map(Limit)
            .ok_or_else(|| said!("size-large"))
    }
}

/// The bytes and the text of an input.
pub(crate) fn read(
    input: &Input,
    encoding: Option<&str>,
    limit: Limit,
) -> Result<(Vec<u8>, Decoded), String> {
    let (bytes, _) = bytes_of(input, limit)?;
    refuse_binary(&bytes)?;
    let decoded = decode(&bytes, encoding)?;
    Ok((bytes, decoded))
}

/// The bytes of an input, unpacked if it is compressed, and whether it is.
pub(crate) fn bytes_of(input: &Input, limit: Limit) -> Result<(Vec<u8>, bool), String> {
    let (packed, name) = match input {
        Input::Standard => (bytes(io::stdin().lock(), limit)?, None),
        Input::File { path, .. } => (bytes(open(path, limit)?, limit)?, Packing::of_name(path)),
    };
    if Packing::of_bytes(&packed).is_some() {
        let content = unpacked(packed.as_slice()).map_err(|error| ui::failure(&error))?;
        let bytes = bytes(content, limit).map_err(|why| said!("unpacking", why = why))?;
        return Ok((bytes, true));
    }
    match name {
        Some(Packing::Gzip) => Err(said!("no-gzip")),
        Some(Packing::Zstandard) => Err(said!("no-zstandard")),
        None => Ok((packed, false)),
    }
}

/// The path of what is in a compressed file; of another one, its own.
pub(crate) fn name_inside(path: &Path) -> PathBuf {
    Packing::inner(path)
}

/// Refuses what is known to be no text.
pub(super) fn refuse_binary(bytes: &[u8]) -> Result<(), String> {
    let known_binary: [(&[u8], &str); 4] = [
        (b"%PDF-", "binary-pdf"),
        (b"PK\x03\x04", "binary-archive"),
        (b"{\\rtf", "binary-rtf"),
        (b"\xd0\xcf\x11\xe0", "binary-office"),
    ];
    let found = known_binary.iter().find(|(start, _)| bytes.starts_with(start));
    found.map_or(Ok(()), |(_, id)| Err(ui::say(id, &[])))
}

fn open(path: &Path, limit: Limit) -> Result<File, String> {
    let file = File::open(path).map_err(why)?;
    let size = file.metadata().map_or(0, |about| about.len());
    if size > limit.0 {
        return Err(too_large(Some(size), limit));
    }
    Ok(file)
}

/// Why a file cannot be opened.
pub(super) fn why(error: io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => said!("no-file"),
        _ => ui::failure(&error),
    }
}

fn bytes(source: impl Read, limit: Limit) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = limit.0.saturating_add(1);
    source
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| ui::failure(&error))?;
    if bytes.len() as u64 > limit.0 {
        return Err(too_large(None, limit));
    }
    Ok(bytes)
}

/// Why an input is not read, with its size if it is known.
pub(super) fn too_large(size: Option<u64>, limit: Limit) -> String {
    let limit = limit.0.to_string();
    match size {
        Some(size) => said!("file-large-size", size = size.to_string(), limit = limit),
        None => said!("file-large", limit = limit),
    }
}
