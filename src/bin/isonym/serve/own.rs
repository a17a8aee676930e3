//! The user's glossary file: read as it is, and changed only by those who have seen what is in it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use axum::http::StatusCode;

use super::answer::Failure;
use crate::atomic::{self, Draft, Lock};
use crate::decode::Decoded;
use crate::glossary;

/// The file.
pub(super) struct Own {
    path: PathBuf,
    pub(super) is_writable: bool,
}

/// What is in the file.
pub(super) struct Contents {
    pub(super) file: Decoded,
    /// Another one whenever the contents are others.
    pub(super) hash: String,
}

impl Own {
    pub(super) fn new(path: &Path, is_writable: bool) -> Own {
        Own {
            path: path.to_path_buf(),
            is_writable,
        }
    }

    /// The name of the file, without its folder.
    pub(super) fn name(&self) -> String {
        self.path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }

    pub(super) fn read(&self) -> Result<Contents, Failure> {
        let file = glossary::open(&self.path, None, None).map_err(|why| self.unusable(why))?;
        let mut hasher = DefaultHasher::new();
        file.text.hash(&mut hasher);
        file.encoding().hash(&mut hasher);
        Ok(Contents {
            hash: format!("{:016x}", hasher.finish()),
            file,
        })
    }

    /// Why nothing may be written, if that is so.
    pub(super) fn writable(&self) -> Result<(), Failure> {
        if self.is_writable {
            return Ok(());
        }
        let message = "nothing is written: start the server with `--writable` to change the glossary";
        Err(Failure::new(StatusCode::FORBIDDEN, message))
    }

    /// Changes the file if it still is what the caller has seen, and gives its new contents.
    pub(super) fn change(
        &self,
        seen: &str,
        change: impl FnOnce(&str) -> Result<String, Failure>,
    ) -> Result<Contents, Failure> {
        self.writable()?;
        let _lock = Lock::take(&self.path).map_err(|error| self.unwritable(&error))?;
        let old = self.read()?;
        if old.hash != seen {
            let message = "the file has changed since it was read: read it again, and make the change anew";
            return Err(Failure::new(StatusCode::CONFLICT, message));
        }
        let text = change(&old.file.text)?;
        let bytes = old.file.encode(&text).map_err(Failure::unfit)?;
        Draft::sweep(&self.path);
        atomic::write(&self.path, &bytes).map_err(|error| self.unwritable(&error))?;
        self.read()
    }

    fn unusable(&self, why: impl ToString) -> Failure {
        Failure::new(
            StatusCode::CONFLICT,
            format!("the glossary cannot be read: {}", why.to_string()),
        )
    }

    fn unwritable(&self, error: &io::Error) -> Failure {
        Failure::new(StatusCode::CONFLICT, format!("{}: {error}", self.name()))
    }
}
