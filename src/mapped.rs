//! A compiled index that stays in its file and is read from there: unsafe code, which else only `index/scan/masks.rs` has.
//!
//! Mapped pages are shared by all processes that read the file, come into memory when they are touched, and cost a start nothing.
#![allow(unsafe_code)]

use std::fs::File;
use std::io;
use std::sync::Arc;

use memmap2::Mmap;

use crate::index::Block;

/// The bytes of a file, mapped into memory to be read.
///
/// The file must not be changed or cut while they are in use: write another one beside it and rename it over this one, which
/// leaves the mapped one as it is. Whether the contents are right is not looked at: see [`crate::index::Header::is_whole`].
///
/// # Errors
///
/// If the system cannot map the file; an empty one cannot be mapped everywhere.
pub fn map(file: &File) -> io::Result<Block> {
    // SAFETY: a mapped slice must not change under its reader. Files of the cache are written once, beside their place, and
    // renamed into it; this program never opens one for writing again, and removes or replaces its name only, so that the
    // contents of a mapped file last until the last map is gone. A stranger who writes into a file of the cache while it is mapped
    // is outside of what can be guarded against, as one who writes into the program's own file is.
    let map = Arc::new(unsafe { Mmap::map(file)? });
    let bytes: &[u8] = &map;
    // SAFETY: the map lies where it lies until it is dropped, wherever the `Mmap` itself is moved, and nobody can drop it while
    // the block holds the `Arc` beside the slice. A block gives the slice out only for as long as it is borrowed (`as_ref`) or
    // with another `Arc` (`part`, `clone`).
    let bytes: &'static [u8] = unsafe { std::slice::from_raw_parts(bytes.as_ptr(), bytes.len()) };
    Ok(Block::kept(bytes, map))
}
