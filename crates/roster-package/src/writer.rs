//! Writes an archive: parts copied as they are, and parts packed anew.
//!
//! Deterministic: one fixed date, no extra fields, no comments. Nothing is known of what the parts
//! mean, and nobody is kept from writing one name twice.

use flate2::{Compress, Compression, Crc, FlushCompress, Status};

use crate::archive::{Entry, Method};

/// Packs fast: the next level takes twice the time for a tenth of the size, the one before saves
/// half of the time and is half as large again.
const LEVEL: u32 = 2;
/// 1 January 1980, the first date that an archive can hold.
const DATE: u16 = (1 << 5) | 1;
/// Bytes of room that are made for packed bytes at a time.
const ROOM_BYTES: usize = 32 << 10;
const UTF8: u16 = 1 << 11;

/// Writes an archive of up to four gigabytes into memory.
#[derive(Debug, Default)]
pub struct ArchiveWriter {
    bytes: Vec<u8>,
    written: Vec<Written>,
    open: Option<Open>,
}

/// What the directory will say of a part.
#[derive(Debug)]
struct Written {
    name: Vec<u8>,
    flags: u16,
    method: u16,
    crc: u32,
    packed_size: u32,
    size: u32,
    header_start: u32,
}

/// The part that is being written.
#[derive(Debug)]
struct Open {
    deflate: Compress,
    crc: Crc,
    data_start: usize,
}

impl ArchiveWriter {
    /// An archive without parts.
    pub fn new() -> Self {
        ArchiveWriter::default()
    }

    /// Copies a part as it is packed: `raw` is what `Archive::raw` gave for the entry. Ends the
    /// part that is being written.
    pub fn copy(&mut self, entry: &Entry, raw: &[u8]) {
        self.end();
        let utf8 = if entry.is_utf8 { UTF8 } else { 0 };
        let flags = utf8 | u16::from(entry.is_encrypted);
        self.begin(entry.name_bytes.clone(), flags, entry.method);
        if let Some(last) = self.written.last_mut() {
            last.crc = entry.crc;
            last.packed_size = raw.len() as u32;
            last.size = entry.size as u32;
        }
        self.bytes.extend_from_slice(raw);
        self.settle();
    }

    /// Adds a whole part.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.start(name);
        self.write(bytes);
        self.end();
    }

    /// Begins a part that `write` gives the bytes of. Ends the part that is being written.
    pub fn start(&mut self, name: &str) {
        self.end();
        let flags = if name.is_ascii() { 0 } else { UTF8 };
        self.begin(name.as_bytes().to_vec(), flags, Method::Deflated);
        self.open = Some(Open {
            deflate: Compress::new(Compression::new(LEVEL), false),
            crc: Crc::new(),
            data_start: self.bytes.len(),
        });
    }

    /// Adds bytes to the part that is being written; without one it does nothing.
    pub fn write(&mut self, bytes: &[u8]) {
        let Some(open) = &mut self.open else { return };
        open.crc.update(bytes);
        let before = open.deflate.total_in();
        loop {
            let done = (open.deflate.total_in() - before) as usize;
            if done >= bytes.len() {
                return;
            }
            self.bytes.reserve(ROOM_BYTES);
            let rest = &bytes[done..];
            let packed = open
                .deflate
                .compress_vec(rest, &mut self.bytes, FlushCompress::None);
            packed.expect("there is room, and the stream is open");
        }
    }

    /// Ends the part that is being written, if there is one.
    pub fn end(&mut self) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        loop {
            self.bytes.reserve(ROOM_BYTES);
            let packed = open
                .deflate
                .compress_vec(&[], &mut self.bytes, FlushCompress::Finish);
            if packed.expect("there is room, and the stream is open") == Status::StreamEnd {
                break;
            }
        }
        if let Some(last) = self.written.last_mut() {
            last.crc = open.crc.sum();
            last.packed_size = (self.bytes.len() - open.data_start) as u32;
            last.size = open.crc.amount();
        }
        self.settle();
    }

    /// Bytes written so far.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether nothing has been written.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The archive.
    pub fn finish(mut self) -> Vec<u8> {
        self.end();
        let start = self.bytes.len() as u32;
        for part in &self.written {
            self.bytes.extend(b"PK\x01\x02");
            numbers16(&mut self.bytes, &[20]);
            header(&mut self.bytes, part);
            // Comment, disk, attributes.
            numbers16(&mut self.bytes, &[0, 0, 0, 0, 0]);
            self.bytes.extend(part.header_start.to_le_bytes());
            self.bytes.extend(&part.name);
        }
        let size = self.bytes.len() as u32 - start;
        let count = self.written.len() as u16;
        self.bytes.extend(b"PK\x05\x06");
        numbers16(&mut self.bytes, &[0, 0, count, count]);
        self.bytes.extend(size.to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        numbers16(&mut self.bytes, &[0]);
        self.bytes
    }

    /// Writes a header that `settle` fills in later.
    fn begin(&mut self, name: Vec<u8>, flags: u16, method: Method) {
        let part = Written {
            name,
            flags,
            method: method.number(),
            crc: 0,
            packed_size: 0,
            size: 0,
            header_start: self.bytes.len() as u32,
        };
        self.bytes.extend(b"PK\x03\x04");
        header(&mut self.bytes, &part);
        self.bytes.extend(&part.name);
        self.written.push(part);
    }

    /// Fills in checksum and sizes of the last part, which were not known when it began.
    fn settle(&mut self) {
        let Some(part) = self.written.last() else {
            return;
        };
        let mut fixed = Vec::with_capacity(30);
        header(&mut fixed, part);
        let start = part.header_start as usize + 4;
        self.bytes[start..start + fixed.len()].copy_from_slice(&fixed);
    }
}

/// What a local header and a record of the directory have in common, up to the length of the
/// extra field.
fn header(bytes: &mut Vec<u8>, part: &Written) {
    numbers16(bytes, &[20, part.flags, part.method, 0, DATE]);
    for number in [part.crc, part.packed_size, part.size] {
        bytes.extend(number.to_le_bytes());
    }
    numbers16(bytes, &[part.name.len() as u16, 0]);
}

fn numbers16(bytes: &mut Vec<u8>, numbers: &[u16]) {
    for number in numbers {
        bytes.extend(number.to_le_bytes());
    }
}
