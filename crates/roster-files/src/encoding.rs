//! Which encoding a text file has, and the text of one field in it.
//!
//! UTF-8 and GB18030 are split into rows and fields as bytes, because no byte of a longer
//! character looks like a delimiter, a quote or a line end; so only fields are ever decoded, and a
//! large file is not copied. UTF-16 is turned into UTF-8 first.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// Bytes looked at when a sample is enough.
const SAMPLE_BYTES: usize = 256 << 10;

/// A text file, ready to be split.
pub(crate) struct Decoded<'b> {
    /// The bytes without their mark: UTF-8 or GB18030.
    pub(crate) bytes: Cow<'b, [u8]>,
    /// What the file was in.
    pub(crate) name: &'static str,
    is_gb18030: bool,
}

impl Decoded<'_> {
    /// The text of a field; what cannot be decoded becomes U+FFFD.
    pub(crate) fn text<'f>(&self, field: &'f [u8]) -> Cow<'f, str> {
        if !self.is_gb18030 || field.is_ascii() {
            // Checking alone is faster than checking for a replacement, and nearly always enough.
            return match std::str::from_utf8(field) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => String::from_utf8_lossy(field),
            };
        }
        GB18030.decode_without_bom_handling(field).0
    }
}

/// Finds the encoding; `None` if the bytes are not text.
pub(crate) fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return plain(rest, false);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return wide(rest, true);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return wide(rest, false);
    }
    if let Some(little_endian) = wide_without_mark(bytes) {
        return wide(bytes, little_endian);
    }
    plain(bytes, !is_mostly_utf8(bytes))
}

fn plain(bytes: &[u8], is_gb18030: bool) -> Option<Decoded<'_>> {
    let name = if is_gb18030 { "GB18030" } else { "UTF-8" };
    let decoded = Decoded {
        bytes: Cow::Borrowed(bytes),
        name,
        is_gb18030,
    };
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    is_text(&decoded.text(sample)).then_some(decoded)
}

fn wide(bytes: &[u8], little_endian: bool) -> Option<Decoded<'_>> {
    let (encoding, name) = if little_endian {
        (UTF_16LE, "UTF-16LE")
    } else {
        (UTF_16BE, "UTF-16BE")
    };
    let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
    let sample: String = text.chars().take(SAMPLE_BYTES).collect();
    let decoded = Decoded {
        bytes: Cow::Owned(text.into_bytes()),
        name,
        is_gb18030: false,
    };
    is_text(&sample).then_some(decoded)
}

/// UTF-16 of a table has many line ends, digits and commas, whose other byte is NUL: nearly all
/// NULs then stand at odd places, or nearly all at even ones.
fn wide_without_mark(bytes: &[u8]) -> Option<bool> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let nul_at = |parity: usize| {
        sample
            .iter()
            .skip(parity)
            .step_by(2)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let (even, odd) = (nul_at(0), nul_at(1));
    let enough = sample.len() / 50;
    if even.max(odd) <= enough || bytes.len() < 4 {
        return None;
    }
    (even * 20 < odd)
        .then_some(true)
        .or((odd * 20 < even).then_some(false))
}

/// Valid UTF-8, or UTF-8 with few damaged places: GB18030 of Chinese is hardly ever valid UTF-8
/// over more than a character or two.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes[..bytes.len().min(SAMPLE_BYTES)].utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 10
}

/// A few control characters or damaged places are still text; a picture has thousands.
fn is_text(sample: &str) -> bool {
    let (mut all, mut wide, mut control, mut damaged) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in sample.chars() {
        all += 1;
        wide += usize::from(!c.is_ascii());
        control +=
            usize::from(c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\x0C' | '\x1A'));
        damaged += usize::from(c == char::REPLACEMENT_CHARACTER);
    }
    control * 50 <= all && damaged * 5 <= wide
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8]) -> Option<&'static str> {
        decode(bytes).map(|decoded| decoded.name)
    }

    #[test]
    fn every_encoding_is_told_with_and_without_its_mark() {
        let text = "姓名,性别\r\n张三,男\r\n";
        let (gbk, _, _) = GB18030.encode(text);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(name(text.as_bytes()), Some("UTF-8"));
        assert_eq!(
            name(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()),
            Some("UTF-8")
        );
        assert_eq!(name(&gbk), Some("GB18030"));
        assert_eq!(name(&little), Some("UTF-16LE"));
        assert_eq!(
            name(&[b"\xFF\xFE".as_slice(), &little].concat()),
            Some("UTF-16LE")
        );
        assert_eq!(name(&big), Some("UTF-16BE"));
        assert_eq!(
            name(&[b"\xFE\xFF".as_slice(), &big].concat()),
            Some("UTF-16BE")
        );
        assert_eq!(name(&[0; 4000]), None);
    }

    #[test]
    fn one_damaged_place_does_not_turn_utf8_into_gb18030() {
        let mut bytes = "姓名,性别,民族,现住址\n张三,男,汉族,通化县\n"
            .as_bytes()
            .to_vec();
        bytes.extend(b"\xE5\xBC,\n");
        assert_eq!(name(&bytes), Some("UTF-8"));
    }
}
