//! Digests of files that need not be read again: what a file held is remembered with how the file system knew it then.
//!
//! What decides is always the digest of the contents. But reading a hundred megabytes at each start would take longer than all
//! the rest, so that a digest is believed without reading while device, number, size and both times of the file are the same:
//! a program can set the time of the last change back, but not that of the inode's. As file systems count in ticks, a file that
//! had changed less than [`TICKS`] before it was read is read again, and so is every file once in [`REST`], because a disk that
//! decays tells nobody. Elsewhere than on Unix the time of the creation stands for that of the inode.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use xxhash_rust::xxh3::xxh3_64;

use super::Folder;

/// No file system's clock ticks more seldom.
const TICKS: Duration = Duration::from_secs(2);

/// After so long a file is read again whatever is remembered.
const REST: Duration = Duration::from_secs(24 * 60 * 60);

const MAGIC: u64 = u64::from_le_bytes(*b"isoseen\x01");

/// How the file system knows the contents of a file, and when it said so.
#[derive(Clone, Debug)]
pub(super) struct Identity {
    /// Device, number, size, time of the last change of the contents, and of the inode.
    known: [u64; 5],
    /// Before the contents are read.
    at: u64,
}

impl Identity {
    /// None if it is no regular file, or the system does not tell its times.
    #[cfg(unix)]
    pub(super) fn of(file: &Metadata) -> Option<Identity> {
        use std::os::unix::fs::MetadataExt;
        let time = |seconds: i64, rest: i64| {
            let seconds = u64::try_from(seconds).ok()?;
            seconds
                .checked_mul(1_000_000_000)?
                .checked_add(u64::try_from(rest).ok()?)
        };
        let modified = time(file.mtime(), file.mtime_nsec())?;
        let changed = time(file.ctime(), file.ctime_nsec())?;
        Identity::seen(file, [file.dev(), file.ino(), file.size(), modified, changed])
    }

    /// None if it is no regular file, or the system does not tell its times.
    #[cfg(not(unix))]
    pub(super) fn of(file: &Metadata) -> Option<Identity> {
        let modified = nanoseconds(file.modified().ok()?)?;
        let created = nanoseconds(file.created().ok()?)?;
        Identity::seen(file, [0, 0, file.len(), modified, created])
    }

    fn seen(file: &Metadata, known: [u64; 5]) -> Option<Identity> {
        let at = nanoseconds(SystemTime::now())?;
        file.is_file().then_some(Identity { known, at })
    }

    /// Whether the file had been as it was for long enough at a time.
    fn had_settled(&self, at: u64) -> bool {
        let last = self.known[3].max(self.known[4]);
        last.saturating_add(TICKS.as_nanos() as u64) <= at
    }
}

fn nanoseconds(time: SystemTime) -> Option<u64> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    u64::try_from(since.as_nanos()).ok()
}

/// The digest that a file's contents had, if they must still have it.
pub(super) fn recall(path: &Path, identity: &Identity) -> Option<u128> {
    let bytes = fs::read(record(path)?).ok()?;
    let (words, []) = bytes.as_chunks::<8>() else {
        return None;
    };
    let words: Vec<u64> = words.iter().map(|word| u64::from_le_bytes(*word)).collect();
    let &[MAGIC, ref known @ .., at, low, high, checksum] = words.as_slice() else {
        return None;
    };
    let is_right = checksum == xxh3_64(&bytes[..bytes.len() - 8])
        && known == identity.known
        && identity.had_settled(at)
        && (at..at.saturating_add(REST.as_nanos() as u64)).contains(&identity.at);
    is_right.then_some(u128::from(low) | u128::from(high) << 64)
}

/// Remembers the digest of a file's contents, which were read after it had this identity. That it cannot be done does no harm.
pub(super) fn remember(path: &Path, identity: &Identity, digest: u128) {
    let Some(file) = record(path) else { return };
    let mut words = vec![MAGIC];
    words.extend(identity.known);
    words.extend([identity.at, digest as u64, (digest >> 64) as u64]);
    let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    let checksum = xxh3_64(&bytes);
    bytes.extend(checksum.to_le_bytes());
    // Half a record is none, for its checksum is wrong.
    let _ = fs::write(file, bytes);
}

/// The file of what is remembered of another one.
fn record(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let name = xxh3_64(path.as_os_str().as_encoded_bytes());
    Some(Folder::path()?.join(format!("{name:016x}.seen")))
}
