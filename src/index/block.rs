//! The bytes of a compiled index, wherever they live: in the program, in memory or in a mapped file.

use std::any::Any;
use std::ops::Range;
use std::sync::Arc;

/// Bytes that never change and that copies of an index share.
#[derive(Clone)]
pub struct Block(Held);

#[derive(Clone)]
enum Held {
    /// In the program, or in something that is kept for as long as they are used.
    Kept(
        &'static [u8],
        #[allow(dead_code)] Option<Arc<dyn Any + Send + Sync>>,
    ),
    /// A part of what was built in memory.
    Owned(Arc<Vec<u8>>, Range<usize>),
}

impl Block {
    /// Bytes that are there as long as their owner is.
    #[cfg(feature = "mapped")]
    pub(crate) fn kept(bytes: &'static [u8], owner: Arc<dyn Any + Send + Sync>) -> Block {
        Block(Held::Kept(bytes, Some(owner)))
    }

    /// The whole of what was built in memory, if nothing else uses it.
    pub(super) fn into_vec(self) -> Option<Vec<u8>> {
        match self.0 {
            Held::Owned(bytes, _) => Arc::into_inner(bytes),
            Held::Kept(..) => None,
        }
    }

    /// A part of these bytes.
    pub(super) fn part(&self, part: Range<usize>) -> Block {
        match &self.0 {
            Held::Kept(bytes, owner) => Block(Held::Kept(&bytes[part], owner.clone())),
            Held::Owned(bytes, whole) => {
                let part = whole.start + part.start..whole.start + part.end;
                assert!(part.end <= whole.end, "a part lies within the whole");
                Block(Held::Owned(bytes.clone(), part))
            }
        }
    }
}

impl From<&'static [u8]> for Block {
    fn from(bytes: &'static [u8]) -> Block {
        Block(Held::Kept(bytes, None))
    }
}

impl From<Vec<u8>> for Block {
    fn from(bytes: Vec<u8>) -> Block {
        let whole = 0..bytes.len();
        Block(Held::Owned(Arc::new(bytes), whole))
    }
}

impl AsRef<[u8]> for Block {
    fn as_ref(&self) -> &[u8] {
        match &self.0 {
            Held::Kept(bytes, _) => bytes,
            Held::Owned(bytes, part) => &bytes[part.start..part.end],
        }
    }
}
