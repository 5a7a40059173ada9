//! The records of a part, one at a time.

use std::io::{BufReader, Read};

use roster_package::{Archive, PackageError, PartStream};

use crate::failure;
use crate::read::Broken;

/// Longest record: the longest text of a cell, its looks, and much more.
const LENGTH_MAX: usize = 1 << 24;

/// Reads the records of a part.
pub(super) struct Records<'b> {
    source: BufReader<PartStream<'b>>,
    bytes: Vec<u8>,
}

/// A record: its kind and its bytes.
pub(super) struct Record<'r> {
    pub(super) kind: u16,
    pub(super) bytes: &'r [u8],
}

impl<'b> Records<'b> {
    pub(super) fn open(archive: &Archive<'b>, part: &str) -> Result<Self, Broken> {
        let entry = archive
            .find(part)
            .ok_or_else(|| Broken(failure::damaged()))?;
        Ok(Records {
            source: BufReader::with_capacity(1 << 16, archive.stream(entry)?),
            bytes: Vec::new(),
        })
    }

    /// The next record; none at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<Record<'_>>, Broken> {
        let mut first = [0];
        let count = self.source.read(&mut first).map_err(|it| broken(&it))?;
        if count == 0 {
            return Ok(None);
        }
        let mut kind = u16::from(first[0] & 0x7F);
        if first[0] >= 0x80 {
            kind = u16::from(first[0]) | u16::from(self.byte()?) << 8;
            // Both bytes count whole; the kinds of the documentation are written so.
            kind = kind & 0x7F | (kind >> 8 & 0x7F) << 7;
        }
        let mut length = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            length |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        if length > LENGTH_MAX {
            return Err(Broken(failure::damaged()));
        }
        self.bytes.resize(length, 0);
        let read = self.source.read_exact(&mut self.bytes);
        read.map_err(|it| broken(&it))?;
        Ok(Some(Record {
            kind,
            bytes: &self.bytes,
        }))
    }

    fn byte(&mut self) -> Result<u8, Broken> {
        let mut byte = [0];
        let read = self.source.read_exact(&mut byte);
        read.map_err(|it| broken(&it))?;
        Ok(byte[0])
    }
}

fn broken(error: &std::io::Error) -> Broken {
    Broken::from(PackageError::of(error))
}

impl Record<'_> {
    pub(super) fn u8(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    pub(super) fn u16(&self, at: usize) -> Option<u16> {
        let two = self.bytes.get(at..at.checked_add(2)?)?;
        Some(u16::from_le_bytes([two[0], two[1]]))
    }

    pub(super) fn u32(&self, at: usize) -> Option<u32> {
        let four = self.bytes.get(at..at.checked_add(4)?)?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    }

    pub(super) fn f64(&self, at: usize) -> Option<f64> {
        let eight = self.bytes.get(at..at.checked_add(8)?)?;
        Some(f64::from_le_bytes(eight.try_into().ok()?))
    }

    /// A text with its length in characters before it, and where it ends. No text has no length.
    pub(super) fn text(&self, at: usize) -> Option<(String, usize)> {
        let length = self.u32(at)?;
        let start = at + 4;
        if length == u32::MAX {
            return Some((String::new(), start));
        }
        let end = start.checked_add((length as usize).checked_mul(2)?)?;
        let units = self.bytes.get(start..end)?.chunks_exact(2);
        let units = units.map(|it| u16::from_le_bytes([it[0], it[1]]));
        let text = char::decode_utf16(units).map(|it| it.unwrap_or('\u{FFFD}'));
        Some((text.collect(), end))
    }
}
