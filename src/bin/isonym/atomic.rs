//! Writing files so that nobody ever sees half of one, and so that two writers lose nothing.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use fs4::fs_std::FileExt;

use crate::ui::said;

/// Replaces the contents of a file, or creates it: written beside it, synced and renamed over it, with its permissions.
/// A symbolic link stays one: the file that it leads to is replaced.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut draft = Draft::beside(path)?;
    draft.write_all(bytes)?;
    draft.commit()
}

/// The new contents of a file while they are written: beside it, until they take its place.
///
/// Without [`Draft::commit`] the file stays as it was and the draft is removed; only a process that is killed leaves one.
pub(crate) struct Draft {
    path: PathBuf,
    temporary: PathBuf,
    /// Until the end.
    file: Option<File>,
}

impl Draft {
    /// Begins the new contents of a file, which need not be there.
    pub(crate) fn beside(path: &Path) -> io::Result<Draft> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let old = fs::metadata(&path).ok();
        if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
            return Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                said!("write-protected"),
            ));
        }
        let (temporary, file) = create_beside(&path)?;
        let draft = Draft {
            path,
            temporary,
            file: Some(file),
        };
        if let (Some(old), Some(file)) = (old, &draft.file) {
            file.set_permissions(old.permissions())?;
        }
        Ok(draft)
    }

    /// Removes what processes that were killed have left of new contents of a file. Its [`Lock`] must be held: a draft that
    /// lies there then is nobody's.
    pub(crate) fn sweep(path: &Path) {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let (Some(name), Some(folder)) = (path.file_name(), path.parent()) else {
            return;
        };
        let start = format!(".{}.", name.to_string_lossy());
        let here = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        for file in fs::read_dir(here).into_iter().flatten().flatten() {
            let other = file.file_name().to_string_lossy().into_owned();
            let number = other
                .strip_prefix(&start)
                .and_then(|rest| rest.strip_suffix(".tmp"));
            if number.is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit() || b == b'-')) {
                let _ = fs::remove_file(file.path());
            }
        }
    }

    /// Puts the contents in the file's place.
    pub(crate) fn commit(mut self) -> io::Result<()> {
        if let Some(file) = self.file.take() {
            file.sync_all()?;
        }
        // The file is closed by now: Windows renames no open one.
        fs::rename(&self.temporary, &self.path)?;
        sync_folder(&self.path);
        Ok(())
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.file {
            Some(file) => file.write(bytes),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), File::flush)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.file = None;
        let _ = fs::remove_file(&self.temporary);
    }
}

/// A new file in the same folder, so that renaming does not copy.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let mut attempt = 0;
    loop {
        let temporary = beside(path, &format!("{}-{attempt}.tmp", std::process::id()))?;
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 100 => attempt += 1,
            Err(error) => return Err(error),
        }
    }
}

/// `.names.csv.ending` beside `names.csv`.
fn beside(path: &Path, ending: &str) -> io::Result<PathBuf> {
    let name = path
        .file_name()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, said!("no-file-name")))?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".");
    hidden.push(ending);
    Ok(path.with_file_name(hidden))
}

/// Renaming is lasting once the folder is on disk; a file system that cannot say so is no reason to fail.
fn sync_folder(path: &Path) {
    if cfg!(unix)
        && let Some(folder) = path.parent()
        && let Ok(folder) = File::open(if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        })
    {
        let _ = folder.sync_all();
    }
}

/// The right to change a file, held against other processes of this program until it is dropped.
///
/// Reading, changing and writing belong under one lock. The lock lies on a file `.names.csv.lock` beside `names.csv`, and
/// the system takes it back from a process that dies.
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Waits for the right to change a file.
    pub(crate) fn take(path: &Path) -> io::Result<Lock> {
        let lock = Lock::taken(path, |file| FileExt::lock_exclusive(file).map(|()| true))?;
        Ok(lock.expect("waits for as long as it takes"))
    }

    /// Waits for the right to change a file, but not for longer than this.
    pub(crate) fn within(path: &Path, patience: Duration) -> io::Result<Option<Lock>> {
        let end = Instant::now() + patience;
        Lock::taken(path, |file| {
            while !FileExt::try_lock_exclusive(file)? {
                if Instant::now() >= end {
                    return Ok(false);
                }
                thread::sleep(Duration::from_millis(10));
            }
            Ok(true)
        })
    }

    fn taken(path: &Path, lock: impl Fn(&File) -> io::Result<bool>) -> io::Result<Option<Lock>> {
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let path = beside(&target, "lock")?;
        loop {
            let file = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)?;
            if !lock(&file)? {
                return Ok(None);
            }
            // Whoever held the lock before has removed the file: it must still be the one that others will find.
            if is_at(&file, &path) {
                return Ok(Some(Lock { file, path }));
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Elsewhere than on Unix it cannot be told whether an open file is still the one of a name: there it stays.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = FileExt::unlock(&self.file);
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(named)) => open.ino() == named.ino() && open.dev() == named.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let files = fs::read_dir(folder).expect("the folder is there");
        files
            .map(|f| f.expect("a file").file_name().to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("names.csv");
        write(&path, b"old").expect("created");
        write(&path, b"new").expect("replaced");
        assert_eq!(fs::read(&path).expect("readable"), b"new");
        assert_eq!(names(folder.path()), ["names.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (folder.path().join("names.csv"), folder.path().join("link.csv"));
        write(&path, b"old").expect("created");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        symlink(&path, &link).expect("linked");
        write(&link, b"new").expect("replaced");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read(&path).expect("readable"), b"new");
        assert_eq!(
            fs::metadata(&path).expect("there").permissions().mode() & 0o777,
            0o640
        );
    }

    #[test]
    fn a_draft_that_was_left_is_swept_away_and_other_files_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("names.csv");
        for name in [
            "names.csv",
            ".names.csv.12-0.tmp",
            ".names.csv.old.tmp",
            ".other.csv.12-0.tmp",
        ] {
            fs::write(folder.path().join(name), b"").expect("created");
        }
        Draft::sweep(&path);
        let mut left = names(folder.path());
        left.sort();
        assert_eq!(left, [".names.csv.old.tmp", ".other.csv.12-0.tmp", "names.csv"]);
    }

    #[test]
    fn writers_at_once_lose_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("names.csv");
        write(&path, b"").expect("created");
        std::thread::scope(|scope| {
            for writer in b'a'..=b'h' {
                let path = &path;
                scope.spawn(move || {
                    for _ in 0..10 {
                        let _lock = Lock::take(path).expect("locked");
                        let mut bytes = fs::read(path).expect("readable");
                        bytes.push(writer);
                        write(path, &bytes).expect("written");
                    }
                });
            }
        });
        assert_eq!(fs::read(&path).expect("readable").len(), 80);
        assert_eq!(names(folder.path()), ["names.csv"]);
    }
}
