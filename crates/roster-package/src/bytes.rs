//! Numbers and texts in the streams of bytes that cross between the modules of a page.
//!
//! A number is written in groups of seven bits, the lowest first (LEB128, at most five bytes), a text
//! as its length in bytes and its UTF-8. Deliberately absent: what the streams mean.

/// Adds a number.
pub fn push_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Adds a text.
pub fn push_text(text: &str, bytes: &mut Vec<u8>) {
    // A text of a file in memory is shorter than four gigabytes.
    push_number(u32::try_from(text.len()).unwrap_or(u32::MAX), bytes);
    bytes.extend_from_slice(text.as_bytes());
}

/// The bytes of a stream that are still to be read. Each answer is `None` where they are not what was
/// asked for.
#[derive(Clone, Copy, Debug)]
pub struct ByteReader<'b>(&'b [u8]);

impl<'b> ByteReader<'b> {
    /// From the first of these bytes on.
    pub fn new(bytes: &'b [u8]) -> Self {
        ByteReader(bytes)
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.0.len()
    }

    /// The next bytes.
    pub fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(byte)
    }

    /// The next number.
    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0_u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return u32::try_from(number).ok();
            }
        }
        None
    }

    /// The next text.
    pub fn text(&mut self) -> Option<&'b str> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut bytes = Vec::new();
        let numbers = [0, 1, 127, 128, 16_383, 16_384, u32::MAX];
        for number in numbers {
            push_number(number, &mut bytes);
        }
        push_text("姓名", &mut bytes);
        let mut reader = ByteReader::new(&bytes);
        for number in numbers {
            assert_eq!(reader.number(), Some(number));
        }
        assert_eq!(reader.text(), Some("姓名"));
        assert_eq!((reader.left(), reader.byte()), (0, None));
    }

    #[test]
    fn what_was_not_written_is_none() {
        for bytes in [
            &b""[..],
            b"\x80",
            b"\xFF\xFF\xFF\xFF\x1F",
            b"\xFF\xFF\xFF\xFF\xFF\x01",
        ] {
            assert_eq!(ByteReader::new(bytes).number(), None, "{bytes:?}");
        }
        for bytes in [&b"\x02a"[..], b"\x01\xFF"] {
            assert_eq!(ByteReader::new(bytes).text(), None, "{bytes:?}");
        }
    }
}
