//! The head of a part of a mail, and its two ways of coding bytes as letters.
//!
//! What is not understood is passed over: an unknown field, a coding nobody uses, a broken line.

use std::borrow::Cow;

use memchr::memchr;
use roster_text::Encoding;

/// Bytes of the head of a part.
const HEAD_BYTES_MAX: usize = 1 << 16;

/// What the head of a part says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    /// The part is a page.
    pub(crate) is_page: bool,
    /// The part has parts, with this between them.
    pub(crate) boundary: Option<String>,
    pub(crate) encoding: Option<Encoding>,
    /// Where the part was, before it came into the archive.
    pub(crate) location: String,
    pub(crate) coding: Coding,
}

/// How the bytes of a part are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Coding {
    #[default]
    Plain,
    QuotedPrintable,
    Base64,
}

/// The head of a part, and what follows it. Where no head is, all of it follows.
pub(crate) fn head(message: &[u8]) -> (Head, &[u8]) {
    let bytes = message.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(message);
    let mut fields: Vec<String> = Vec::new();
    let mut rest = bytes;
    while bytes.len() - rest.len() < HEAD_BYTES_MAX {
        let near = &rest[..rest.len().min(HEAD_BYTES_MAX)];
        let end = match memchr(b'\n', near) {
            Some(at) => at + 1,
            None if near.len() < rest.len() => break,
            None => rest.len(),
        };
        let (line, after) = rest.split_at(end);
        let is_further = matches!(line, [b' ' | b'\t', ..]);
        let line = String::from_utf8_lossy(line.trim_ascii());
        if line.is_empty() {
            // Lines before the head are no end of it.
            if !fields.is_empty() || after.is_empty() {
                rest = after;
                break;
            }
        } else if is_further && !fields.is_empty() {
            if let Some(last) = fields.last_mut() {
                last.push_str(&line);
            }
        } else if line.contains(':') && !line.starts_with('<') {
            fields.push(line.into_owned());
        } else {
            break;
        }
        rest = after;
    }
    (understood(&fields), rest)
}

fn understood(fields: &[String]) -> Head {
    let mut head = Head::default();
    for field in fields {
        let Some((name, value)) = field.split_once(':') else {
            continue;
        };
        let (name, value) = (name.trim_ascii(), value.trim_ascii());
        if name.eq_ignore_ascii_case("content-type") {
            let lower = value.to_ascii_lowercase();
            head.is_page = ["text/html", "application/xhtml"]
                .iter()
                .any(|it| lower.starts_with(it));
            if lower.starts_with("multipart/") {
                head.boundary = parameter(value, &lower, "boundary=");
            }
            let charset = parameter(value, &lower, "charset=");
            head.encoding = charset.and_then(|it| Encoding::by_name(&it));
        } else if name.eq_ignore_ascii_case("content-location") {
            value.clone_into(&mut head.location);
        } else if name.eq_ignore_ascii_case("content-transfer-encoding") {
            head.coding = match value.to_ascii_lowercase().as_str() {
                "quoted-printable" => Coding::QuotedPrintable,
                "base64" => Coding::Base64,
                _ => Coding::Plain,
            };
        }
    }
    head
}

/// The value of a parameter; `None` where it is empty. `lower` is the text in lower case.
fn parameter(text: &str, lower: &str, name: &str) -> Option<String> {
    let rest = &text[lower.find(name)? + name.len()..];
    let value = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest
            .split(|it: char| it == ';' || it.is_whitespace())
            .next(),
    };
    value.filter(|it| !it.is_empty()).map(str::to_owned)
}

/// The bytes of a part; what is badly coded stays as it is or is left out.
pub(crate) fn decoded(body: &[u8], coding: Coding) -> Cow<'_, [u8]> {
    match coding {
        Coding::Plain => Cow::Borrowed(body),
        Coding::QuotedPrintable => Cow::Owned(quoted_printable(body)),
        Coding::Base64 => Cow::Owned(base64(body)),
    }
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = memchr(b'=', rest) {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + 1..];
        if let [high, low, after @ ..] = rest
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            out.push(high << 4 | low);
            rest = after;
            continue;
        }
        // At the end of a line the sign joins it with the next; spaces may have crept in between.
        let blanks = rest.iter().take_while(|it| matches!(it, b' ' | b'\t'));
        match &rest[blanks.count()..] {
            [b'\r', b'\n', after @ ..] | [b'\n', after @ ..] => rest = after,
            [] => rest = &[],
            _ => out.push(b'='),
        }
    }
    out.extend_from_slice(rest);
    out
}

fn digit(letter: u8) -> Option<u8> {
    (letter as char).to_digit(16).map(|it| it as u8)
}

fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for &letter in body {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                // What follows the end of a piece is another piece.
                (bits, count) = (0, 0);
                continue;
            }
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    out
}
