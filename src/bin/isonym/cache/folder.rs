//! Where the cache lies.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The folder of the indexes.
pub(crate) struct Folder;

impl Folder {
    /// `ISONYM_CACHE_DIR`, or else the user's folder for such things; none where there is none.
    pub(crate) fn path() -> Option<&'static Path> {
        static PATH: OnceLock<Option<PathBuf>> = OnceLock::new();
        PATH.get_or_init(|| Some(base()?.join("index"))).as_deref()
    }
}

fn base() -> Option<PathBuf> {
    let folder = |name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(own) = folder("ISONYM_CACHE_DIR") {
        return Some(own);
    }
    let general = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else {
        // The XDG specification: a relative path is to be ignored.
        let stated = folder("XDG_CACHE_HOME").filter(|path| path.is_absolute());
        stated.or_else(|| Some(folder("HOME")?.join(".cache")))
    };
    Some(general?.join("isonym"))
}

/// Makes a folder that nobody else can write into.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whether a file of the folder is one that the cache puts there: an index, what is remembered of a file, a draft or a lock.
pub(crate) fn is_ours(name: &str) -> bool {
    let hidden = name.strip_prefix('.');
    let (digits, rest) = match hidden.unwrap_or(name).split_at_checked(16) {
        Some(parts) => parts,
        None => return false,
    };
    let ending = match hidden {
        Some(_) => rest.starts_with(".index.") && (rest.ends_with(".tmp") || rest.ends_with(".lock")),
        None => matches!(rest, ".index" | ".seen"),
    };
    ending && digits.bytes().all(|b| b.is_ascii_hexdigit())
}
