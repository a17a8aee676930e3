//! Compiles the shipped glossary into the index that the library embeds.
//!
//! The index is built here and not checked in: it is several times the size of the rows and would be stale
//! after every change to one. The rooms below are compiled a second time for it, as modules of this script.
#![allow(dead_code, unused_imports, unreachable_pub, missing_docs)]

#[path = "src/error.rs"]
mod error;
#[path = "src/glossary/mod.rs"]
mod glossary;
#[path = "src/index/mod.rs"]
mod index;
#[path = "src/inflection/mod.rs"]
mod inflection;
#[path = "src/known/mod.rs"]
mod known;
#[path = "src/lang.rs"]
mod lang;
#[path = "src/message.rs"]
mod message;
#[path = "src/text/mod.rs"]
mod text;
#[path = "src/translit/mod.rs"]
mod translit;
#[path = "src/words.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The rooms of several files that the index is compiled by.
const ROOMS: [&str; 5] = ["glossary", "index", "inflection", "text", "translit"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=glossaries");
    for room in ROOMS {
        println!("cargo::rerun-if-changed=src/{room}");
    }
    println!("cargo::rerun-if-changed=src/words.rs");
    println!("cargo::rustc-env=ISONYM_COMPILER={:016x}", compiler()?);
    let mut shipped = glossary::Glossary::default();
    for path in csv_files(Path::new("glossaries"))? {
        let (rows, problems) = glossary::Glossary::from_csv(&fs::read_to_string(&path)?);
        for problem in problems {
            println!(
                "cargo::warning={}:{}: {}",
                path.display(),
                problem.line,
                problem.message
            );
        }
        shipped.overlay(rows);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(
        out.join("shipped.index"),
        index::Index::build(&shipped).to_bytes(),
    )
}

/// A digest of all that a compiled glossary depends on beside its rows: the code and the tables of the rooms above.
fn compiler() -> io::Result<u64> {
    let mut files = vec![PathBuf::from("src/words.rs"), PathBuf::from("src/lang.rs")];
    let mut folders: Vec<PathBuf> = ROOMS.map(|room| Path::new("src").join(room)).into();
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            if path.is_dir() { &mut folders } else { &mut files }.push(path);
        }
    }
    files.sort();
    let mut digest = xxhash_rust::xxh3::Xxh3::new();
    for file in files {
        digest.update(&fs::read(file)?);
    }
    Ok(digest.digest())
}

/// The CSV files of a folder by name: later ones win.
fn csv_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|file| Ok(file?.path()))
        .collect::<io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|end| end == "csv"));
    files.sort();
    Ok(files)
}
