//! Which encoding a text file has: by its mark, by what is valid, and by which characters it would
//! then have.

use crate::Encoding;
use crate::coding::{Coding, decode_some};
use crate::likely::{is_plainly_big5, is_plainly_gb18030};

/// Bytes looked at when a sample is enough.
const SAMPLE_BYTES: usize = 256 << 10;

/// The encoding of a file, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The encoding.
    pub encoding: Encoding,
    /// Bytes of the mark at the beginning, which are no text.
    pub mark_bytes: usize,
    /// Neither a mark nor the person said it, and the bytes could mean something else.
    pub is_guessed: bool,
    /// All of the file may be valid UTF-8.
    pub(crate) is_valid: bool,
}

/// Finds the encoding; `told` is what the person said. `None` if the bytes are not text.
///
/// Text of ASCII alone is UTF-8 and no guess, and so is valid UTF-8 with Han characters.
pub fn decide(bytes: &[u8], told: Option<Encoding>) -> Option<Decision> {
    if let Some(encoding) = told {
        let mark = mark_of(encoding);
        let mark_bytes = if bytes.starts_with(mark) {
            mark.len()
        } else {
            0
        };
        return Some(decided(encoding, mark_bytes, false));
    }
    for encoding in [
        Encoding::Utf8,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Gb18030,
    ] {
        let mark = mark_of(encoding);
        if bytes.starts_with(mark) {
            return text(bytes, decided(encoding, mark.len(), false));
        }
    }
    if let Some(encoding) = wide_without_mark(bytes) {
        return text(bytes, decided(encoding, 0, true));
    }
    text(bytes, narrow(bytes))
}

pub(crate) fn mark_of(encoding: Encoding) -> &'static [u8] {
    match encoding {
        Encoding::Utf8 => b"\xEF\xBB\xBF",
        Encoding::Utf16Le => b"\xFF\xFE",
        Encoding::Utf16Be => b"\xFE\xFF",
        // The mark of UTF-8 written in GB18030.
        Encoding::Gb18030 => b"\x84\x31\x95\x33",
        Encoding::Big5 => b"",
    }
}

fn decided(encoding: Encoding, mark_bytes: usize, is_guessed: bool) -> Decision {
    Decision {
        encoding,
        mark_bytes,
        is_guessed,
        // Found out when the text is asked for.
        is_valid: encoding == Encoding::Utf8,
    }
}

fn narrow(bytes: &[u8]) -> Decision {
    let sample = sample(bytes);
    let told = |encoding, is_guessed| Decision {
        encoding,
        mark_bytes: 0,
        is_guessed,
        is_valid: false,
    };
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        // A few short words of GB18030 happen to be valid: 联通 looks like two Latin letters.
        if looks_latin(sample) && is_plainly_gb18030(sample) {
            return told(Encoding::Gb18030, true);
        }
        return Decision {
            is_valid: true,
            ..told(Encoding::Utf8, false)
        };
    }
    if is_mostly_utf8(sample) {
        told(Encoding::Utf8, true)
    } else if is_plainly_big5(sample) {
        told(Encoding::Big5, true)
    } else {
        told(Encoding::Gb18030, true)
    }
}

/// The part that begins with the first character beyond ASCII, for that is where encodings differ.
fn sample(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    &bytes[start..bytes.len().min(start + SAMPLE_BYTES)]
}

/// UTF-16 of a table has many line ends, digits and commas, whose other byte is NUL: on one side of the
/// pairs, and hardly ever on the other. The NUL of 一, which is its low byte, tells nothing.
fn wide_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let (pairs, _) = sample.as_chunks::<2>();
    let divides = |it: u8| matches!(it, b'\r' | b'\n' | b'\t' | b',' | b';' | b'|' | b'1'..=b'9');
    let (mut little, mut big) = (0, 0);
    for &[first, second] in pairs {
        little += usize::from(second == 0 && divides(first));
        big += usize::from(first == 0 && divides(second));
    }
    if little.max(big) * 50 <= sample.len() || bytes.len() < 4 {
        return None;
    }
    let little_first = (big * 20 < little).then_some(Encoding::Utf16Le);
    little_first.or((little * 20 < big).then_some(Encoding::Utf16Be))
}

/// Whether valid UTF-8 has letters of two bytes and nothing longer, as no Chinese text does.
fn looks_latin(sample: &[u8]) -> bool {
    sample.iter().any(|byte| !byte.is_ascii()) && sample.iter().all(|&byte| byte < 0xE0)
}

/// UTF-8 with few damaged places: GB18030 of Chinese is hardly ever valid UTF-8 over more than a
/// character or two.
fn is_mostly_utf8(sample: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 10
}

/// A few control characters or damaged places are still text; a picture has thousands. What is valid UTF-8 to its
/// end is no picture: signs of damage in it were written there by a program that had garbled the text before.
fn text(bytes: &[u8], decision: Decision) -> Option<Decision> {
    let rest = &bytes[decision.mark_bytes..];
    let cut = rest.len() > SAMPLE_BYTES;
    let sample = &rest[..rest.len().min(SAMPLE_BYTES)];
    let mut decoded = String::with_capacity(sample.len() + sample.len() / 2);
    let coding = Coding::Of(decision.encoding);
    decode_some(coding, sample, sample.len(), true, &mut decoded);
    // The sample may end inside a character.
    let decoded = if cut {
        decoded.trim_end_matches(char::REPLACEMENT_CHARACTER)
    } else {
        &decoded
    };
    let (mut all, mut beyond, mut control, mut damaged) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in decoded.chars() {
        all += 1;
        beyond += usize::from(!c.is_ascii());
        let is_control = c.is_control() && (c.is_ascii() || !decision.is_valid);
        control += usize::from(is_control && !matches!(c, '\t' | '\r' | '\n' | '\x0C' | '\x1A'));
        damaged += usize::from(c == char::REPLACEMENT_CHARACTER);
    }
    let is_whole = decision.is_valid
        || damaged * 5 <= beyond
        || damaged * 50 <= all
        || decision.mark_bytes > 0;
    // Two stray ones make no picture of a small table.
    let is_clean = control * 50 <= all || control <= 2 && control * 10 <= all;
    (is_clean && is_whole).then_some(decision)
}
