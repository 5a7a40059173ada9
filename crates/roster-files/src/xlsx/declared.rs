//! Parts that declare another encoding than UTF-8: UTF-16, which the standard allows, and those
//! that home-made exports have.
//!
//! A part in UTF-8 passes through untouched; bytes that are no UTF-8 are left to the reader.

use std::io::{self, Read};

use roster_text::{Coding, Encoding, decode_some};

/// Where a declaration ends at the latest.
const HEAD_BYTES: usize = 256;
const PIECE_BYTES: usize = 16 << 10;

/// A part in UTF-8, whatever it was in.
pub(crate) struct Declared<R> {
    pub(crate) source: R,
    has_begun: bool,
    /// `None` for a part that is UTF-8.
    coding: Option<Coding>,
    /// Bytes of the source that were read and not taken.
    raw: Vec<u8>,
    /// Text that was decoded and not given, and how much of it was.
    text: Vec<u8>,
    given: usize,
    is_ended: bool,
}

/// The mark that may stand before a text.
const MARK: &str = "\u{FEFF}";

impl<R: Read> Declared<R> {
    pub(crate) fn new(source: R) -> Self {
        Declared {
            source,
            has_begun: false,
            coding: None,
            raw: Vec::new(),
            text: Vec::new(),
            given: 0,
            is_ended: false,
        }
    }

    /// Looks at the first bytes.
    fn begin(&mut self) -> io::Result<()> {
        self.has_begun = true;
        let head = HEAD_BYTES as u64;
        (&mut self.source).take(head).read_to_end(&mut self.raw)?;
        self.coding = declared(&self.raw);
        let Some(coding) = self.coding else {
            self.text = std::mem::take(&mut self.raw);
            return Ok(());
        };
        let is_end = self.raw.len() < HEAD_BYTES;
        self.decode_raw(coding, is_end);
        if self.text.starts_with(MARK.as_bytes()) {
            self.given = MARK.len();
        }
        Ok(())
    }

    /// Decodes what was read; the beginning of a character at its end waits for the rest of it.
    fn decode_raw(&mut self, coding: Coding, is_end: bool) {
        let mut text = String::with_capacity(self.raw.len() * 2);
        let taken = decode_some(coding, &self.raw, self.raw.len(), is_end, &mut text);
        self.raw.drain(..taken);
        self.text = text.into_bytes();
        self.given = 0;
        self.is_ended = is_end;
    }

    /// Decodes the next bytes.
    fn decode(&mut self, coding: Coding) -> io::Result<()> {
        while self.given == self.text.len() && !self.is_ended {
            let waiting = self.raw.len();
            self.raw.resize(waiting + PIECE_BYTES, 0);
            let read = self.source.read(&mut self.raw[waiting..]);
            self.raw.truncate(waiting + *read.as_ref().unwrap_or(&0));
            let is_end = read? == 0;
            self.decode_raw(coding, is_end);
        }
        Ok(())
    }
}

impl<R: Read> Read for Declared<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.has_begun {
            self.begin()?;
        }
        if let Some(coding) = self.coding {
            self.decode(coding)?;
        } else if self.given == self.text.len() {
            return self.source.read(buffer);
        }
        let rest = &self.text[self.given..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.given += count;
        Ok(count)
    }
}

/// The encoding that the first bytes of a part tell of; `None` for UTF-8.
fn declared(head: &[u8]) -> Option<Coding> {
    match head {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => return Some(Coding::Of(Encoding::Utf16Le)),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => return Some(Coding::Of(Encoding::Utf16Be)),
        _ => {}
    }
    let end = memchr::memmem::find(head, b"?>")?;
    let declaration = head[..end].to_ascii_lowercase();
    let at = memchr::memmem::find(&declaration, b"encoding")?;
    let value = &declaration[at + b"encoding".len()..];
    let mut words = value.split(|byte| matches!(byte, b'"' | b'\'' | b'=' | b' '));
    match words.find(|word| !word.is_empty())? {
        b"gb18030" | b"gbk" | b"gb2312" | b"cp936" | b"ms936" => {
            Some(Coding::Of(Encoding::Gb18030))
        }
        b"big5" => Some(Coding::Of(Encoding::Big5)),
        b"iso-8859-1" | b"latin1" | b"windows-1252" => Some(Coding::Latin),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GB18030};

    use super::*;

    /// A source that gives few bytes at a time.
    struct Slow<'b>(&'b [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len()).min(buffer.len());
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_becomes_utf8() {
        let text = |name: &str| {
            let body = "名册，張小明 ".repeat(3000);
            format!("<?xml version=\"1.0\" encoding='{name}' ?><a>{body}</a>")
        };
        let parts = [
            ("UTF-8", text("UTF-8").into_bytes()),
            ("GB2312", GB18030.encode(&text("GB2312")).0.into_owned()),
            (
                "Big5",
                BIG5.encode(&text("Big5").replace("册", "冊"))
                    .0
                    .into_owned(),
            ),
            ("UTF-16", utf16(&text("UTF-16"), u16::to_le_bytes)),
            (
                "UTF-16",
                utf16(&format!("\u{FEFF}{}", text("UTF-16")), u16::to_be_bytes),
            ),
        ];
        for (name, bytes) in parts {
            for size in [1, 3, 1000, 100_000] {
                let mut found = String::new();
                let mut declared = Declared::new(Slow(&bytes, size));
                declared.read_to_string(&mut found).unwrap();
                assert!(found.replace("冊", "册") == text(name), "{name} {size}");
            }
        }
        let latin = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>S\xE9rie</a>";
        let mut found = String::new();
        Declared::new(latin.as_slice())
            .read_to_string(&mut found)
            .unwrap();
        assert!(found.ends_with("<a>Série</a>"));
    }
}
