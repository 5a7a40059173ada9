//! Text that comes bit by bit, so that a large file is never in memory as a whole.
//!
//! Deliberately only UTF-8: what else a file is in may show in its last byte only.

/// UTF-8 of which somebody hands over the next bytes when those before are rows.
#[derive(Default)]
pub(crate) struct Fed {
    /// Text of which no row has been made yet, behind what has.
    buffer: String,
    /// Length of the text of finished rows.
    done: usize,
    /// The first bytes of a character whose others have not come.
    torn: Vec<u8>,
    is_whole: bool,
    /// Text shorter than this has been looked at, and was no row.
    looked: usize,
    /// Bytes that rows were made of.
    taken: u64,
}

impl Fed {
    /// Takes in the next bytes; `false` if they are no UTF-8.
    pub(crate) fn feed(&mut self, mut bytes: &[u8]) -> bool {
        self.buffer.drain(..self.done);
        self.done = 0;
        while !self.torn.is_empty() {
            let Some((&first, rest)) = bytes.split_first() else {
                return true;
            };
            self.torn.push(first);
            bytes = rest;
            if let Ok(character) = simdutf8::basic::from_utf8(&self.torn) {
                self.buffer.push_str(character);
                self.torn.clear();
            } else if self.torn.len() == 4 {
                return false;
            }
        }
        let whole = bytes.len() - torn_length(bytes);
        let Ok(text) = simdutf8::basic::from_utf8(&bytes[..whole]) else {
            return false;
        };
        self.buffer.push_str(text);
        self.torn.extend(&bytes[whole..]);
        true
    }

    /// Nothing follows; `false` if a character is not whole.
    pub(crate) fn end(&mut self) -> bool {
        self.is_whole = true;
        self.torn.is_empty()
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Text of which no row has been made yet; nothing while it was looked at in vain and has not
    /// doubled since, for a row of many megabytes would be looked at over and over.
    pub(crate) fn text(&self) -> &str {
        let text = &self.buffer[self.done..];
        if text.len() < self.looked && !self.is_whole {
            return "";
        }
        text
    }

    /// Rows were made of so much of the text.
    pub(crate) fn take(&mut self, length: usize) {
        self.done += length;
        self.taken += length as u64;
        self.looked = match length {
            0 => 2 * (self.buffer.len() - self.done),
            _ => 0,
        };
    }

    pub(crate) fn bytes_taken(&self) -> u64 {
        self.taken
    }
}

/// Bytes at the end that begin a character and do not end it.
fn torn_length(bytes: &[u8]) -> usize {
    let starts = |back: &usize| bytes[bytes.len() - back] & 0xC0 != 0x80;
    let Some(back) = (1..=bytes.len().min(4)).find(starts) else {
        return 0;
    };
    let length = match bytes[bytes.len() - back] {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    };
    if back < length { back } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fed_in(bytes: &[u8], length: usize) -> Option<String> {
        let (mut fed, mut all) = (Fed::default(), String::new());
        for piece in bytes.chunks(length) {
            if !fed.feed(piece) {
                return None;
            }
            let text = fed.text().to_owned();
            fed.take(text.len());
            all.push_str(&text);
        }
        fed.end().then_some(all)
    }

    #[test]
    fn characters_may_be_torn_anywhere() {
        let text = "a张é𠮷\r\n,".repeat(3);
        for length in 1..=text.len() {
            assert_eq!(
                fed_in(text.as_bytes(), length),
                Some(text.clone()),
                "{length}"
            );
        }
    }

    #[test]
    fn what_is_no_utf8_is_told() {
        let wrong: [&[u8]; 7] = [
            b"\xFF",
            b"a\x80",
            b"\xE5\xBC",
            b"\xE5\xBCa",
            b"\xF0\x9F\x80",
            b"\xC0\x80",
            b"\xD5\xC5\xC8\xFD",
        ];
        for bytes in wrong {
            for length in 1..=bytes.len() {
                assert_eq!(fed_in(bytes, length), None, "{bytes:x?} in {length}");
            }
        }
    }

    #[test]
    fn a_long_row_is_not_looked_at_over_and_over() {
        let mut fed = Fed::default();
        let mut looked = 0;
        for _ in 0..1000 {
            assert!(fed.feed(&[b'x'; 1000]));
            let length = fed.text().len();
            if length > 0 {
                looked += length;
                fed.take(0);
            }
        }
        assert!(looked < 3_000_000, "{looked}");
    }
}
