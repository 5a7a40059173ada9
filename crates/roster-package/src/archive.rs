//! An archive whose directory has been read and believed.
//!
//! Everything that can be told without unpacking is checked here, once: sizes, ratios, overlaps,
//! names. What is inside the parts is told by `PartStream`.

use std::io::Read;
use std::ops::Range;

use crate::directory::{self, Record};
use crate::{PackageError, PartStream};

/// More entries than any workbook has.
const ENTRIES_MAX: u64 = 20_000;
/// Unpacked size of all entries.
const BYTES_MAX: u64 = 4 << 30;
/// What grows more than this on unpacking is not text that a person wrote.
const RATIO_MAX: u64 = 200;
/// Up to this size any ratio is allowed.
const RATIO_FREE_BYTES: u64 = 64 << 20;

/// How an entry is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Not at all.
    Stored,
    /// Deflated.
    Deflated,
    /// By something that is not read; the number is that of the zip specification.
    Other(u16),
}

impl Method {
    /// The number of the zip specification.
    pub fn number(self) -> u16 {
        match self {
            Method::Stored => 0,
            Method::Deflated => 8,
            Method::Other(number) => number,
        }
    }
}

/// One entry of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub(crate) name: String,
    pub(crate) name_bytes: Vec<u8>,
    pub(crate) is_utf8: bool,
    pub(crate) is_encrypted: bool,
    pub(crate) method: Method,
    pub(crate) crc: u32,
    pub(crate) size: u64,
    pub(crate) packed_start: usize,
    pub(crate) packed_size: usize,
}

impl Entry {
    /// The name, with `�` for bytes that are no UTF-8. Compare it; never use it as a path.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the archive itself encrypts it; only its raw bytes can be had then.
    pub fn is_encrypted(&self) -> bool {
        self.is_encrypted
    }

    /// How it is packed.
    pub fn method(&self) -> Method {
        self.method
    }

    /// Unpacked size in bytes, as the directory says.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Packed size in bytes.
    pub fn packed_size(&self) -> u64 {
        self.packed_size as u64
    }

    /// Where its packed bytes are in the archive.
    pub(crate) fn packed(&self) -> Range<usize> {
        self.packed_start..self.packed_start.saturating_add(self.packed_size)
    }

    /// CRC-32 of the unpacked content, as the directory says.
    pub fn crc(&self) -> u32 {
        self.crc
    }
}

/// An archive whose directory has been read and believed.
#[derive(Clone, Debug)]
pub struct Archive<'b> {
    bytes: &'b [u8],
    entries: Vec<Entry>,
    /// Comparable names in ascending order, each with the index of its entry.
    names: Vec<(String, u32)>,
}

impl<'b> Archive<'b> {
    /// Reads the directory and refuses what cannot be trusted. Nothing is unpacked.
    pub fn open(bytes: &'b [u8]) -> Result<Self, PackageError> {
        let directory = directory::find(bytes)?;
        if directory.count > ENTRIES_MAX {
            return Err(PackageError::TooManyEntries);
        }
        let mut entries = Vec::new();
        let mut spans = vec![(directory.start, directory.end)];
        for record in directory.records() {
            if entries.len() as u64 == ENTRIES_MAX {
                return Err(PackageError::TooManyEntries);
            }
            let entry = locate(bytes, &directory, &record?, &mut spans)?;
            entries.push(entry);
        }
        if (entries.len() as u64) < directory.count {
            return Err(PackageError::Truncated);
        }
        check_sizes(bytes, &entries)?;
        roster_order::sort(&mut spans);
        if spans.windows(2).any(|pair| pair[0].1 > pair[1].0) {
            return Err(PackageError::Overlapping);
        }
        let names = sorted_names(&entries)?;
        Ok(Archive {
            bytes,
            entries,
            names,
        })
    }

    /// All entries in the order of the directory.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a name. ASCII letters are equal in both cases, a slash at the start is left
    /// out, and a backslash is a slash.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        let name = comparable(name);
        let index = self.names.partition_point(|(it, _)| *it < name);
        let (found, entry) = self.names.get(index)?;
        (*found == name).then(|| &self.entries[*entry as usize])
    }

    /// The packed bytes, for copying. Empty for an entry of another archive.
    pub fn raw(&self, entry: &Entry) -> Result<&'b [u8], PackageError> {
        let raw = self.bytes.get(entry.packed());
        raw.ok_or(PackageError::Truncated)
    }

    /// Unpacks a whole entry of at most `bytes_max` bytes (`Swollen` beyond) whose checksum has
    /// to match (`Checksum` otherwise). To go on in spite of a checksum, use `stream`.
    pub fn read(&self, entry: &Entry, bytes_max: u64) -> Result<Vec<u8>, PackageError> {
        if entry.size > bytes_max {
            return Err(PackageError::Swollen);
        }
        let mut stream = self.stream(entry)?;
        // The directory may promise more than there is: room is made as bytes arrive.
        let mut bytes = Vec::with_capacity(entry.size.min(1 << 20) as usize);
        let read = stream.read_to_end(&mut bytes);
        read.map_err(|error| PackageError::of(&error))?;
        if stream.is_intact() {
            Ok(bytes)
        } else {
            Err(PackageError::Checksum)
        }
    }

    /// Unpacks an entry piece by piece.
    pub fn stream(&self, entry: &Entry) -> Result<PartStream<'b>, PackageError> {
        PartStream::new(self.bytes, entry)
    }
}

/// Finds the packed bytes of a record, and notes what part of the archive it takes.
fn locate(
    bytes: &[u8],
    directory: &directory::Directory,
    record: &Record,
    spans: &mut Vec<(usize, usize)>,
) -> Result<Entry, PackageError> {
    let start = usize::try_from(record.header_start)
        .ok()
        .and_then(|it| it.checked_add(directory.shift))
        .ok_or(PackageError::Damaged)?;
    let packed_start = directory::local_end(bytes, start)?;
    let packed_size = usize::try_from(record.packed_size).map_err(|_| PackageError::Damaged)?;
    let packed_end = packed_start
        .checked_add(packed_size)
        .filter(|&end| end <= bytes.len())
        .ok_or(PackageError::Truncated)?;
    spans.push((start, packed_end));
    let method = match record.method {
        0 => Method::Stored,
        8 => Method::Deflated,
        number => Method::Other(number),
    };
    let is_plain = method == Method::Stored && !record.is_encrypted;
    if is_plain && record.size != record.packed_size {
        return Err(PackageError::Damaged);
    }
    Ok(Entry {
        name: String::from_utf8_lossy(record.name).into_owned(),
        name_bytes: record.name.to_vec(),
        is_utf8: record.is_utf8,
        is_encrypted: record.is_encrypted,
        method,
        crc: record.crc,
        size: record.size,
        packed_start,
        packed_size,
    })
}

/// What the directory promises must be believable, each entry by itself and all together.
fn check_sizes(bytes: &[u8], entries: &[Entry]) -> Result<(), PackageError> {
    let swells =
        |size: u64, packed: u64| size > RATIO_FREE_BYTES && size > packed.saturating_mul(RATIO_MAX);
    let mut total = 0_u64;
    for entry in entries {
        total = total.saturating_add(entry.size);
        if swells(entry.size, entry.packed_size as u64) {
            return Err(PackageError::Swollen);
        }
    }
    if total > BYTES_MAX || swells(total, bytes.len() as u64) {
        return Err(PackageError::Swollen);
    }
    Ok(())
}

/// Names for `find`. Two entries of one name are told apart by nobody, unless they are the same.
fn sorted_names(entries: &[Entry]) -> Result<Vec<(String, u32)>, PackageError> {
    let mut names: Vec<(String, u32)> = (0_u32..)
        .zip(entries)
        .map(|(index, entry)| (comparable(&entry.name), index))
        .collect();
    roster_order::sort(&mut names);
    let clash = names.windows(2).any(|pair| {
        let [first, second] = [&pair[0], &pair[1]].map(|it| &entries[it.1 as usize]);
        let same = first.crc == second.crc && first.size == second.size;
        pair[0].0 == pair[1].0 && !same
    });
    if clash {
        return Err(PackageError::DuplicateName);
    }
    Ok(names)
}

fn comparable(name: &str) -> String {
    let mut name = name.replace('\\', "/");
    name.make_ascii_lowercase();
    name.trim_start_matches('/').to_owned()
}
