//! `isonym index`: the compiled indexes of glossaries, built ahead of time, listed and removed.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use isonym::index::Header;
use unicode_width::UnicodeWidthStr;

use crate::cache::{Folder, Remarks, is_ours};
use crate::config::{self, Config};
use crate::console::{self, Outcome};
use crate::stack::Stack;
use crate::ui::{self, said};

/// The commands on compiled indexes.
///
/// A glossary of some size is compiled when it is first used, and its index is kept in the user's folder for such things (or in
/// ISONYM_CACHE_DIR): later starts need not read the rows. It is made again when the glossary or the program changes.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Compile glossaries now, small ones too, and keep their indexes
    Build(Build),
    /// Show what is kept, and where
    Info,
    /// Remove all that is kept
    Clear,
}

#[derive(clap::Args)]
pub(crate) struct Build {
    /// Glossaries, laid over each other in this order; without any, those of the nearest isonym.toml
    files: Vec<PathBuf>,
    /// They are used without the shipped glossary below them
    #[arg(long)]
    no_default_glossary: bool,
}

pub(crate) fn run(command: &Command) -> Outcome {
    match command {
        Command::Build(args) => build(args),
        Command::Info => info(),
        Command::Clear => clear(),
    }
}

fn build(args: &Build) -> Outcome {
    folder()?;
    if !console::may_cache() {
        return Err(said!("nothing-kept").into());
    }
    let config = match args.files.as_slice() {
        [] => config::above(Path::new(""))?
            .map(|file| Config::read(&file))
            .transpose()?,
        _ => None,
    };
    let files = config.as_ref().map_or(&args.files, |config| &config.glossaries);
    if files.is_empty() {
        return Err(said!("no-glossary-named", file = config::NAME).into());
    }
    let has_default =
        !args.no_default_glossary && config.as_ref().is_none_or(|config| config.default_glossary);
    let mut stack = Stack::new(has_default);
    stack.keeps_all = true;
    let mut out = console::out();
    for file in files {
        stack.lay(file)?;
        let header = Header::read(stack.index.top()).ok_or_else(|| said!("index-unread"))?;
        let (entries, names) = (header.entries(), header.names());
        let size = megabytes(header.length as u64);
        let (entries, names) = (entries.to_string(), names.to_string());
        let built = said!(
            "index-built",
            file = file,
            entries = entries,
            names = names,
            size = size
        );
        writeln!(out, "{built}")?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn info() -> Outcome {
    let folder = folder()?;
    let files = kept(folder)?.into_iter().map(|(path, _)| path);
    let indexes = files.filter(|path| path.extension().is_some_and(|end| end == "index"));
    let mut rows: Vec<[String; 4]> = indexes.map(|path| describe(&path)).collect();
    let mut out = console::out();
    if rows.is_empty() {
        writeln!(out, "{}", said!("kept-nothing", folder = folder))?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    rows.sort_by(|a, b| a[3].cmp(&b[3]));
    let headings = [
        said!("index-entries"),
        said!("index-names"),
        said!("index-size"),
        said!("index-glossary"),
    ];
    rows.insert(0, headings);
    for row in &rows {
        for (at, cell) in row.iter().enumerate().take(3) {
            let width = rows.iter().map(|row| row[at].width()).max().unwrap_or(0);
            write!(out, "{}{cell}  ", " ".repeat(width - cell.width()))?;
        }
        writeln!(out, "{}", row[3])?;
    }
    writeln!(out, "{}", said!("kept-in", folder = folder))?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// What a file of the folder holds.
fn describe(path: &Path) -> [String; 4] {
    let known = fs::File::open(path).ok().and_then(|file| {
        let block = isonym::map(&file).ok()?;
        let header = Header::read(block.as_ref())?;
        let source = Remarks::of(&header, block.as_ref())?.source;
        let source = if source.is_empty() { "?".to_owned() } else { source };
        Some(row(&header, &source))
    });
    known.unwrap_or_else(|| {
        let size = path.metadata().map_or(0, |file| file.len());
        let what = said!("index-strange", file = path);
        [String::new(), String::new(), megabytes(size), what]
    })
}

fn row(header: &Header, source: &str) -> [String; 4] {
    [
        header.entries().to_string(),
        header.names().to_string(),
        megabytes(header.length as u64),
        source.to_owned(),
    ]
}

fn clear() -> Outcome {
    let folder = folder()?;
    let mut count = 0;
    let mut freed = 0;
    for (path, size) in kept(folder)? {
        fs::remove_file(&path).map_err(|error| said!("of-file", file = &path, why = error))?;
        count += usize::from(path.extension().is_some_and(|end| end == "index"));
        freed += size;
    }
    let _ = fs::remove_dir(folder);
    let indexes = ui::counted("indexes", count);
    let mut out = console::out();
    writeln!(
        out,
        "{}",
        said!("removed", indexes = indexes, size = megabytes(freed))
    )?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn folder() -> Result<&'static Path, String> {
    Folder::path().ok_or_else(|| said!("no-index-folder"))
}

/// The files of the cache with their sizes, by name; none where there is no folder yet.
fn kept(folder: &Path) -> io::Result<Vec<(PathBuf, u64)>> {
    let files = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files?,
    };
    let mut kept = Vec::new();
    for file in files {
        let file = file?;
        if is_ours(&file.file_name().to_string_lossy()) {
            kept.push((file.path(), file.metadata().map_or(0, |file| file.len())));
        }
    }
    kept.sort();
    Ok(kept)
}

fn megabytes(bytes: u64) -> String {
    match bytes {
        0..50_000 => said!("megabytes-less"),
        _ => said!("megabytes", size = format!("{:.1}", bytes as f64 / 1e6)),
    }
}
