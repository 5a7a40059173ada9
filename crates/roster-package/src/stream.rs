//! One entry, unpacked piece by piece.
//!
//! Never gives more bytes than the directory promised, and the directory was only believed within
//! limits; so an archive that lies is found out before anybody keeps its contents.

use std::io::{self, Read};
use std::ops::Range;

use flate2::{Crc, Decompress, FlushDecompress, Status};

use crate::PackageError;
use crate::archive::{Archive, Entry, Method};

/// One entry on its way out of an archive, whose bytes are handed in each time: for those who cannot
/// borrow them meanwhile.
///
/// A checksum that does not match is no error of unpacking: what there is, is given, and
/// `is_intact` tells at the end.
#[derive(Debug)]
pub struct Unpacking {
    packed: Range<usize>,
    /// Bytes of `packed` that have been unpacked.
    consumed: usize,
    /// `None` for a stored entry.
    inflate: Option<Box<Decompress>>,
    size: u64,
    given: u64,
    crc: Crc,
    crc_expected: u32,
    is_done: bool,
}

impl Unpacking {
    /// Begins with the entry of a name in an archive; `None` where there is none that can be unpacked.
    pub fn of(archive: &[u8], name: &str) -> Option<Self> {
        let archive = Archive::open(archive).ok()?;
        Unpacking::new(archive.find(name)?).ok()
    }

    pub(crate) fn new(entry: &Entry) -> Result<Self, PackageError> {
        let inflate = match entry.method {
            _ if entry.is_encrypted => return Err(PackageError::Encrypted),
            Method::Stored => None,
            Method::Deflated => Some(Box::new(Decompress::new(false))),
            Method::Other(number) => return Err(PackageError::UnsupportedMethod(number)),
        };
        Ok(Unpacking {
            packed: entry.packed(),
            consumed: 0,
            inflate,
            size: entry.size,
            given: 0,
            crc: Crc::new(),
            crc_expected: entry.crc,
            is_done: false,
        })
    }

    /// Unpacks the next bytes of the archive into `buffer` and gives their number; 0 at the end (or for an empty
    /// buffer). An error is `Swollen` when there is more than the directory promised, `Truncated`
    /// when the packed bytes end too early, `Damaged` when they make no sense.
    pub fn fill(&mut self, archive: &[u8], buffer: &mut [u8]) -> Result<usize, PackageError> {
        if buffer.is_empty() || self.is_done {
            return Ok(0);
        }
        let packed = archive.get(self.packed.clone());
        let packed = packed.ok_or(PackageError::Truncated)?;
        let count = match &mut self.inflate {
            None => {
                let rest = &packed[self.consumed..];
                let count = rest.len().min(buffer.len());
                buffer[..count].copy_from_slice(&rest[..count]);
                self.consumed += count;
                self.is_done = count == 0;
                count
            }
            Some(_) => self.inflate(packed, buffer)?,
        };
        self.crc.update(&buffer[..count]);
        self.given += count as u64;
        if self.given > self.size {
            return Err(PackageError::Swollen);
        }
        Ok(count)
    }

    /// Packed bytes that have been unpacked so far, for telling the progress.
    pub fn consumed(&self) -> u64 {
        self.consumed as u64
    }

    /// Whether the end has been reached, and both size and checksum were as promised.
    pub fn is_intact(&self) -> bool {
        self.is_done && self.given == self.size && self.crc.sum() == self.crc_expected
    }

    fn inflate(&mut self, packed: &[u8], buffer: &mut [u8]) -> Result<usize, PackageError> {
        let Some(inflate) = &mut self.inflate else {
            return Ok(0);
        };
        loop {
            let (before_in, before_out) = (inflate.total_in(), inflate.total_out());
            let rest = &packed[self.consumed..];
            let status = inflate
                .decompress(rest, buffer, FlushDecompress::None)
                .map_err(|_| PackageError::Damaged)?;
            self.consumed += (inflate.total_in() - before_in) as usize;
            let count = (inflate.total_out() - before_out) as usize;
            if status == Status::StreamEnd {
                self.is_done = true;
                return Ok(count);
            }
            if count > 0 {
                return Ok(count);
            }
            if inflate.total_in() == before_in {
                return Err(PackageError::Truncated);
            }
        }
    }
}

/// A part that is unpacked from the bytes of the archive; read it as `std::io::Read`, or by `fill` with typed errors.
#[derive(Debug)]
pub struct PartStream<'b> {
    archive: &'b [u8],
    unpacking: Unpacking,
}

impl<'b> PartStream<'b> {
    pub(crate) fn new(archive: &'b [u8], entry: &Entry) -> Result<Self, PackageError> {
        let unpacking = Unpacking::new(entry)?;
        Ok(PartStream { archive, unpacking })
    }

    /// Unpacks the next bytes as [`Unpacking::fill`] does.
    pub fn fill(&mut self, buffer: &mut [u8]) -> Result<usize, PackageError> {
        self.unpacking.fill(self.archive, buffer)
    }

    /// Packed bytes that have been unpacked so far, for telling the progress.
    pub fn consumed(&self) -> u64 {
        self.unpacking.consumed()
    }

    /// Whether the end has been reached, and both size and checksum were as promised.
    pub fn is_intact(&self) -> bool {
        self.unpacking.is_intact()
    }
}

impl Read for PartStream<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(self.fill(buffer)?)
    }
}
