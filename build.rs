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
#[path = "src/lang.rs"]
mod lang;
#[path = "src/text/mod.rs"]
mod text;
#[path = "src/translit/mod.rs"]
mod translit;
#[path = "src/words.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=glossaries");
    for room in ["glossary", "index", "inflection", "text", "translit"] {
        println!("cargo::rerun-if-changed=src/{room}");
    }
    println!("cargo::rerun-if-changed=src/words.rs");
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

/// The CSV files of a folder by name: later ones win.
fn csv_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|file| Ok(file?.path()))
        .collect::<io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|end| end == "csv"));
    files.sort();
    Ok(files)
}
