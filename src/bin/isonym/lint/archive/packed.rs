//! Files that are compressed: gzip and Zstandard, unpacked as they are read.

use std::io::{self, BufRead, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use crate::ui::said;

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) enum Packing {
    Gzip,
    Zstandard,
}

const GZIP: &[u8] = b"\x1f\x8b";
const FRAME: &[u8] = b"\x28\xb5\x2f\xfd";

impl Packing {
    /// What the beginning of a file says: no text begins in this way.
    pub(in crate::lint) fn of_bytes(bytes: &[u8]) -> Option<Packing> {
        // Frames that are to be skipped have a last digit of their own.
        let skipped = matches!(bytes, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..]);
        if bytes.starts_with(GZIP) {
            Some(Packing::Gzip)
        } else if bytes.starts_with(FRAME) || skipped {
            Some(Packing::Zstandard)
        } else {
            None
        }
    }

    /// What the ending of a file's name says.
    pub(in crate::lint) fn of_name(path: &Path) -> Option<Packing> {
        let end = path.extension()?.to_str()?.to_ascii_lowercase();
        match end.as_str() {
            "gz" => Some(Packing::Gzip),
            "zst" => Some(Packing::Zstandard),
            _ => None,
        }
    }

    /// The path of a compressed file without the ending that says so.
    pub(in crate::lint) fn inner(path: &Path) -> std::path::PathBuf {
        match Packing::of_name(path) {
            Some(_) => path.with_extension(""),
            None => path.to_path_buf(),
        }
    }
}

/// What an input holds, unpacked if it is compressed.
pub(in crate::lint) fn unpacked<'a>(
    mut input: impl BufRead + Send + 'a,
) -> io::Result<Box<dyn Read + Send + 'a>> {
    Ok(match Packing::of_bytes(input.fill_buf()?) {
        Some(Packing::Gzip) => Box::new(MultiGzDecoder::new(input)),
        Some(Packing::Zstandard) => Box::new(Frames::new(input)),
        None => Box::new(input),
    })
}

/// The frames of a Zstandard file, one after the other.
struct Frames<R> {
    input: R,
    decoder: FrameDecoder,
    is_within: bool,
}

impl<R: BufRead> Frames<R> {
    fn new(input: R) -> Frames<R> {
        Frames {
            input,
            decoder: FrameDecoder::new(),
            is_within: false,
        }
    }

    /// Goes to the next frame that holds something, if there is one.
    fn enter(&mut self) -> io::Result<bool> {
        while !self.input.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.input) {
                Ok(()) => {
                    self.is_within = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut (&mut self.input).take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(damaged(error)),
            }
        }
        Ok(false)
    }

    /// Whether the frame's content has the checksum that the frame states, if it states one.
    fn leave(&mut self) -> io::Result<()> {
        self.is_within = false;
        let stated = self.decoder.get_checksum_from_data();
        match stated.is_none_or(|stated| self.decoder.get_calculated_checksum() == Some(stated)) {
            true => Ok(()),
            false => Err(damaged(said!("checksum"))),
        }
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() && (self.is_within || self.enter()?) {
            if self.decoder.can_collect() > 0 {
                return self.decoder.read(buffer);
            }
            if self.decoder.is_finished() {
                self.leave()?;
            } else {
                let step = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder
                    .decode_blocks(&mut self.input, step)
                    .map_err(damaged)?;
            }
        }
        Ok(0)
    }
}

fn damaged(why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}
