//! Archives byte by byte, so that a test can lie about every field.

/// One entry, with what its headers will say.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) name: Vec<u8>,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) crc: u32,
    pub(super) size: u32,
    pub(super) packed_size: u32,
    pub(super) packed: Vec<u8>,
    pub(super) extra: Vec<u8>,
    /// Sizes and checksum stand behind the data and are zero in front of it.
    pub(super) has_descriptor: bool,
    /// Where the header is said to begin, if not where it does.
    pub(super) header_start: Option<u32>,
}

impl Part {
    /// Stored.
    pub(super) fn stored(name: &str, content: &[u8]) -> Part {
        let mut crc = flate2::Crc::new();
        crc.update(content);
        Part {
            name: name.as_bytes().to_vec(),
            flags: 0,
            method: 0,
            crc: crc.sum(),
            size: content.len() as u32,
            packed_size: content.len() as u32,
            packed: content.to_vec(),
            extra: Vec::new(),
            has_descriptor: false,
            header_start: None,
        }
    }

    /// Deflated.
    pub(super) fn deflated(name: &str, content: &[u8]) -> Part {
        let mut deflate = flate2::Compress::new(flate2::Compression::new(6), false);
        let mut packed = Vec::with_capacity(content.len() + 1000);
        let finish = flate2::FlushCompress::Finish;
        deflate.compress_vec(content, &mut packed, finish).unwrap();
        Part {
            method: 8,
            packed_size: packed.len() as u32,
            packed,
            ..Part::stored(name, content)
        }
    }
}

/// An archive of the parts.
pub(super) fn zip(parts: &[Part]) -> Vec<u8> {
    zip_with(parts, parts.len() as u16, b"")
}

/// An archive that claims to have `count` entries and ends with a comment.
pub(super) fn zip_with(parts: &[Part], count: u16, comment: &[u8]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let start = part.header_start.unwrap_or(bytes.len() as u32);
        let flags = part.flags | if part.has_descriptor { 8 } else { 0 };
        let numbers = [part.crc, part.packed_size, part.size].map(u32::to_le_bytes);
        let common = |numbers: &[u8]| {
            let mut fields = Vec::new();
            for number in [20, flags, part.method, 0, 33] {
                fields.extend(number.to_le_bytes());
            }
            fields.extend(numbers);
            fields.extend((part.name.len() as u16).to_le_bytes());
            fields
        };
        let known = numbers.concat();
        let local = if part.has_descriptor {
            vec![0; 12]
        } else {
            known.clone()
        };
        bytes.extend(b"PK\x03\x04");
        bytes.extend(common(&local));
        bytes.extend([0, 0]);
        bytes.extend(&part.name);
        bytes.extend(&part.packed);
        if part.has_descriptor {
            bytes.extend(b"PK\x07\x08");
            bytes.extend(&known);
        }
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(common(&known));
        directory.extend((part.extra.len() as u16).to_le_bytes());
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(&part.name);
        directory.extend(&part.extra);
    }
    let start = bytes.len() as u32;
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend((directory.len() as u32).to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend((comment.len() as u16).to_le_bytes());
    bytes.extend(comment);
    bytes
}

/// What the old end record says in an archive that has both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OldEnd {
    /// To look at the new one.
    Silent,
    /// The same once more.
    Complete,
}

/// The same archive with its directory told of in the manner of large archives.
pub(super) fn zip64(parts: &[Part], old: OldEnd) -> Vec<u8> {
    let mut bytes = zip(parts);
    let end = bytes.split_off(bytes.len() - 22);
    let number = |at: usize| {
        let field: [u8; 4] = end[at..at + 4].try_into().unwrap();
        u64::from(u32::from_le_bytes(field)).to_le_bytes()
    };
    let start64 = bytes.len() as u64;
    let count = (parts.len() as u64).to_le_bytes();
    bytes.extend(b"PK\x06\x06");
    bytes.extend(44_u64.to_le_bytes());
    bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for field in [count, count, number(12), number(16)] {
        bytes.extend(field);
    }
    bytes.extend(b"PK\x06\x07\0\0\0\0");
    bytes.extend(start64.to_le_bytes());
    bytes.extend([1, 0, 0, 0]);
    if old == OldEnd::Complete {
        bytes.extend(end);
        return bytes;
    }
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([0xFF; 12]);
    bytes.extend([0, 0]);
    bytes
}
