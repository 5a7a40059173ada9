//! The central directory of a zip archive, and the headers in front of its parts.
//!
//! Sizes and positions are taken as they stand; `archive` decides what to believe.

use memchr::memmem;

use crate::PackageError;

const END: &[u8] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const END64: &[u8] = b"PK\x06\x06";
const LOCATOR64: &[u8] = b"PK\x06\x07";
const LOCATOR64_BYTES: usize = 20;
const RECORD: &[u8] = b"PK\x01\x02";
const RECORD_BYTES: usize = 46;
const LOCAL: &[u8] = b"PK\x03\x04";
const LOCAL_BYTES: usize = 30;
/// The longest comment, and the end record in front of it.
const TAIL_BYTES_MAX: usize = 0xFFFF + END_BYTES;
const ZIP64_EXTRA: u16 = 1;

/// Where the directory stands.
#[derive(Debug)]
pub(crate) struct Directory<'b> {
    bytes: &'b [u8],
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Bytes in front of the archive that its positions do not count.
    pub(crate) shift: usize,
    /// Entries that the archive claims to have.
    pub(crate) count: u64,
}

/// One record of the directory.
#[derive(Debug)]
pub(crate) struct Record<'b> {
    pub(crate) name: &'b [u8],
    pub(crate) is_utf8: bool,
    pub(crate) is_encrypted: bool,
    pub(crate) method: u16,
    pub(crate) crc: u32,
    pub(crate) size: u64,
    pub(crate) packed_size: u64,
    pub(crate) header_start: u64,
}

/// Finds the directory by its end record, which may be followed by a comment.
pub(crate) fn find(bytes: &[u8]) -> Result<Directory<'_>, PackageError> {
    let tail_start = bytes.len().saturating_sub(TAIL_BYTES_MAX);
    let tail = &bytes[tail_start..];
    let mut missing = if bytes.starts_with(LOCAL) {
        PackageError::Truncated
    } else {
        PackageError::NotZip
    };
    for found in memmem::rfind_iter(tail, END) {
        match at_end(bytes, tail_start + found) {
            Ok(directory) => return Ok(directory),
            // The same four bytes may stand in a comment; the real one is further in front.
            Err(error) => missing = error,
        }
    }
    Err(missing)
}

/// The directory that the end record at `end` tells of.
fn at_end(bytes: &[u8], end: usize) -> Result<Directory<'_>, PackageError> {
    let record = bytes.get(end..end + END_BYTES);
    let record = record.ok_or(PackageError::Truncated)?;
    let mut count = u64::from(number16(record, 10));
    let mut size = u64::from(number32(record, 12));
    let mut offset = u64::from(number32(record, 16));
    let mut directory_end = end;
    let is_large = count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF;
    if is_large && let Some((start, record)) = end64(bytes, end) {
        count = number64(record, 32);
        size = number64(record, 40);
        offset = number64(record, 48);
        directory_end = start;
    }
    let (start, end) = place(bytes, offset, size, directory_end)?;
    let shift = usize::try_from(offset)
        .ok()
        .and_then(|offset| start.checked_sub(offset))
        .ok_or(PackageError::Truncated)?;
    Ok(Directory {
        bytes,
        start,
        end,
        shift,
        count,
    })
}

/// Where the directory begins and ends: where it is said to, or else right before `before`,
/// because bytes in front of the archive have moved it.
fn place(
    bytes: &[u8],
    offset: u64,
    size: u64,
    before: usize,
) -> Result<(usize, usize), PackageError> {
    let (offset, size) = (usize::try_from(offset), usize::try_from(size));
    let (Ok(offset), Ok(size)) = (offset, size) else {
        return Err(PackageError::Truncated);
    };
    let said_end = offset.checked_add(size).filter(|&end| end <= before);
    if let Some(end) = said_end
        && bytes[offset..end].starts_with(RECORD)
    {
        return Ok((offset, end));
    }
    let start = before.checked_sub(size).ok_or(PackageError::Truncated)?;
    Ok((start, before))
}

/// The end record of large archives, and where it stands.
fn end64(bytes: &[u8], end: usize) -> Option<(usize, &[u8])> {
    let locator = bytes.get(end.checked_sub(LOCATOR64_BYTES)?..end)?;
    if !locator.starts_with(LOCATOR64) {
        return None;
    }
    let told = usize::try_from(number64(locator, 8)).ok()?;
    // Bytes in front of the archive move it; then it stands right before its locator.
    let usual = end.checked_sub(LOCATOR64_BYTES + 56)?;
    [told, usual].into_iter().find_map(|start| {
        let record = bytes.get(start..start.checked_add(56)?)?;
        record.starts_with(END64).then_some((start, record))
    })
}

impl<'b> Directory<'b> {
    /// The records, in order; an error ends them.
    pub(crate) fn records(
        &self,
    ) -> impl Iterator<Item = Result<Record<'b>, PackageError>> + use<'b> {
        let mut rest = &self.bytes[self.start..self.end];
        std::iter::from_fn(move || {
            if !rest.starts_with(RECORD) {
                return None;
            }
            let record = record(&mut rest);
            if record.is_err() {
                rest = &[];
            }
            Some(record)
        })
    }
}

/// Takes one record off the front.
fn record<'b>(rest: &mut &'b [u8]) -> Result<Record<'b>, PackageError> {
    let fixed = rest.get(..RECORD_BYTES).ok_or(PackageError::Truncated)?;
    let length = |at| usize::from(number16(fixed, at));
    let name_end = RECORD_BYTES + length(28);
    let extra_end = name_end + length(30);
    let end = extra_end + length(32);
    let name = rest.get(RECORD_BYTES..name_end);
    let extra = rest.get(name_end..extra_end);
    let (Some(name), Some(extra), Some(after)) = (name, extra, rest.get(end..)) else {
        return Err(PackageError::Truncated);
    };
    let flags = number16(fixed, 8);
    let mut record = Record {
        name,
        is_utf8: flags & (1 << 11) != 0,
        is_encrypted: flags & 1 != 0,
        method: number16(fixed, 10),
        crc: number32(fixed, 16),
        size: u64::from(number32(fixed, 24)),
        packed_size: u64::from(number32(fixed, 20)),
        header_start: u64::from(number32(fixed, 42)),
    };
    enlarge(&mut record, extra);
    *rest = after;
    Ok(record)
}

/// Takes the numbers that do not fit into four bytes from the extra field, in their fixed order.
fn enlarge(record: &mut Record, mut extra: &[u8]) {
    while let [id_low, id_high, low, high, after @ ..] = extra {
        let length = usize::from(u16::from_le_bytes([*low, *high]));
        let Some(mut field) = after.get(..length) else {
            return;
        };
        if u16::from_le_bytes([*id_low, *id_high]) == ZIP64_EXTRA {
            for number in [
                &mut record.size,
                &mut record.packed_size,
                &mut record.header_start,
            ] {
                if *number == 0xFFFF_FFFF && field.len() >= 8 {
                    *number = number64(field, 0);
                    field = &field[8..];
                }
            }
            return;
        }
        extra = &after[length..];
    }
}

/// Where the header at `start` ends and the packed bytes begin.
pub(crate) fn local_end(bytes: &[u8], start: usize) -> Result<usize, PackageError> {
    let end = start.checked_add(LOCAL_BYTES);
    let header = end.and_then(|end| bytes.get(start..end));
    let header = header.ok_or(PackageError::Truncated)?;
    if !header.starts_with(LOCAL) {
        return Err(PackageError::Damaged);
    }
    let (name, extra) = (number16(header, 26), number16(header, 28));
    Ok(start + LOCAL_BYTES + usize::from(name) + usize::from(extra))
}

fn number16(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(array(bytes, at))
}

fn number32(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(array(bytes, at))
}

fn number64(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(array(bytes, at))
}

/// Bytes of a fixed field; those of a record that is too short are zero.
fn array<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let mut array = [0; N];
    if let Some(field) = bytes.get(at..at + N) {
        array.copy_from_slice(field);
    }
    array
}
