//! Parts that declare another encoding than UTF-8: UTF-16, which the standard allows, and those
//! that home-made exports have.
//!
//! A part in UTF-8 passes through untouched; bytes that are no UTF-8 are left to the reader.

use std::io::{self, Read};

use encoding_rs::{BIG5, Decoder, Encoding, GB18030, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Where a declaration ends at the latest.
const HEAD_BYTES: usize = 256;
const PIECE_BYTES: usize = 16 << 10;

/// A part in UTF-8, whatever it was in.
pub(crate) struct Declared<R> {
    pub(crate) source: R,
    has_begun: bool,
    /// `None` for a part that is UTF-8.
    decoder: Option<Decoder>,
    /// Bytes of the source that were read and not taken.
    raw: Vec<u8>,
    /// Text that was decoded and not given, and how much of it was.
    text: Vec<u8>,
    given: usize,
    is_ended: bool,
}

impl<R: Read> Declared<R> {
    pub(crate) fn new(source: R) -> Self {
        Declared {
            source,
            has_begun: false,
            decoder: None,
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
        match declared(&self.raw) {
            Some(encoding) => self.decoder = Some(encoding.new_decoder_with_bom_removal()),
            None => self.text = std::mem::take(&mut self.raw),
        }
        Ok(())
    }

    /// Decodes the next bytes.
    fn decode(&mut self, decoder: &mut Decoder) -> io::Result<()> {
        while self.given == self.text.len() && !self.is_ended {
            if self.raw.is_empty() {
                self.raw.resize(PIECE_BYTES, 0);
                let read = self.source.read(&mut self.raw);
                self.raw.truncate(*read.as_ref().unwrap_or(&0));
                read?;
            }
            let is_last = self.raw.is_empty();
            // Four bytes for one is the most there can be.
            self.text.resize(self.raw.len() * 4 + 16, 0);
            let (result, read, written, _) =
                decoder.decode_to_utf8(&self.raw, &mut self.text, is_last);
            self.text.truncate(written);
            self.given = 0;
            self.raw.drain(..read);
            self.is_ended = is_last && result == encoding_rs::CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl<R: Read> Read for Declared<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.has_begun {
            self.begin()?;
        }
        if let Some(mut decoder) = self.decoder.take() {
            let decoded = self.decode(&mut decoder);
            self.decoder = Some(decoder);
            decoded?;
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
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => return Some(UTF_16BE),
        _ => {}
    }
    let end = memchr::memmem::find(head, b"?>")?;
    let declaration = head[..end].to_ascii_lowercase();
    let at = memchr::memmem::find(&declaration, b"encoding")?;
    let value = &declaration[at + b"encoding".len()..];
    let mut words = value.split(|byte| matches!(byte, b'"' | b'\'' | b'=' | b' '));
    match words.find(|word| !word.is_empty())? {
        b"gb18030" | b"gbk" | b"gb2312" | b"cp936" | b"ms936" => Some(GB18030),
        b"big5" => Some(BIG5),
        b"iso-8859-1" | b"latin1" | b"windows-1252" => Some(WINDOWS_1252),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
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
