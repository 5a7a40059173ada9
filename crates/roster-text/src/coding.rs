//! Bytes to characters and back, as the Encoding Standard has it: the same damaged bytes become the
//! same number of U+FFFD in every reader that follows it.

use crate::Encoding;
use crate::pairs::{PRIVATE_BLANK, Pairs, former_pair};
use crate::tables::{big5, gb18030};

/// How the bytes of a text are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// As one of the encodings of files.
    Of(Encoding),
    /// As windows-1252, which web pages and parts that call themselves Latin-1 are in.
    Latin,
}

/// What stands at the beginning of some bytes.
enum Step {
    /// A character, and how many bytes it has.
    One(char, usize),
    /// A pair of bytes that is two characters.
    Two(char, char),
    /// Bytes that are no character: how many.
    Wrong(usize),
    /// The beginning of a character.
    Cut,
}

/// Decodes every character that begins before `until`, and gives the number of bytes taken. Bytes that
/// only begin a character at the very end are left, unless the text ends there.
pub fn decode_some(
    coding: Coding,
    bytes: &[u8],
    until: usize,
    is_end: bool,
    into: &mut String,
) -> usize {
    match coding {
        Coding::Latin => decode(bytes, until, is_end, into, latin, 1),
        Coding::Of(Encoding::Utf8) => decode(bytes, until, is_end, into, utf8, 1),
        Coding::Of(Encoding::Gb18030) => {
            let pairs = gb18030();
            decode(bytes, until, is_end, into, |it| gb18030_step(pairs, it), 1)
        }
        Coding::Of(Encoding::Big5) => {
            let pairs = big5();
            decode(bytes, until, is_end, into, |it| big5_step(pairs, it), 1)
        }
        Coding::Of(Encoding::Utf16Le) => decode(
            bytes,
            until,
            is_end,
            into,
            |it| wide(it, u16::from_le_bytes),
            2,
        ),
        Coding::Of(Encoding::Utf16Be) => decode(
            bytes,
            until,
            is_end,
            into,
            |it| wide(it, u16::from_be_bytes),
            2,
        ),
    }
}

fn decode(
    bytes: &[u8],
    until: usize,
    is_end: bool,
    into: &mut String,
    step: impl Fn(&[u8]) -> Step,
    unit: usize,
) -> usize {
    let mut at = 0;
    while at < until {
        if unit == 1 && bytes[at].is_ascii() {
            at += copy_ascii(&bytes[at..until], into);
            if at == until {
                break;
            }
        }
        match step(&bytes[at..]) {
            Step::One(character, length) => {
                into.push(character);
                at += length;
            }
            Step::Two(first, second) => {
                into.push(first);
                into.push(second);
                at += 2;
            }
            Step::Wrong(length) => {
                into.push(char::REPLACEMENT_CHARACTER);
                at += length;
            }
            Step::Cut if is_end => {
                into.push(char::REPLACEMENT_CHARACTER);
                at = bytes.len();
            }
            Step::Cut => break,
        }
    }
    at
}

/// Copies the ASCII that bytes begin with.
#[inline]
fn copy_ascii(bytes: &[u8], into: &mut String) -> usize {
    let length = bytes.iter().position(|it| !it.is_ascii());
    let ascii = &bytes[..length.unwrap_or(bytes.len())];
    if let Ok(text) = std::str::from_utf8(ascii) {
        into.push_str(text);
    }
    ascii.len()
}

fn latin(bytes: &[u8]) -> Step {
    /// Of 0x80 to 0x9F; the others are themselves.
    const MARKS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž',
        '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}',
        'ž', 'Ÿ',
    ];
    match bytes.first() {
        None => Step::Cut,
        Some(byte @ 0x80..=0x9F) => Step::One(MARKS[usize::from(byte - 0x80)], 1),
        Some(byte) => Step::One(char::from(*byte), 1),
    }
}

fn utf8(bytes: &[u8]) -> Step {
    let head = &bytes[..bytes.len().min(4)];
    let (valid, wrong) = match std::str::from_utf8(head) {
        Ok(text) => (text, None),
        Err(error) => {
            let (valid, _) = head.split_at(error.valid_up_to());
            (
                std::str::from_utf8(valid).unwrap_or_default(),
                Some(error.error_len()),
            )
        }
    };
    match (valid.chars().next(), wrong) {
        (Some(character), _) => Step::One(character, character.len_utf8()),
        (None, Some(Some(length))) => Step::Wrong(length),
        (None, _) => Step::Cut,
    }
}

fn gb18030_step(pairs: &Pairs, bytes: &[u8]) -> Step {
    match *bytes {
        [byte @ 0..=0x7F, ..] => Step::One(char::from(byte), 1),
        [0x80, ..] => Step::One('€', 1),
        [0xFF, ..] => Step::Wrong(1),
        [lead, trail @ (0x40..=0x7E | 0x80..=0xFE), ..] => match pairs.character(lead, trail) {
            Some(character) => Step::One(character, 2),
            None => Step::Wrong(if trail.is_ascii() { 1 } else { 2 }),
        },
        [a, b @ 0x30..=0x39, c @ 0x81..=0xFE, d @ 0x30..=0x39, ..] => {
            let digit = |byte, least| u32::from(byte - least);
            let number = ((digit(a, 0x81) * 10 + digit(b, 0x30)) * 126 + digit(c, 0x81)) * 10;
            match pairs.numbered(number + digit(d, 0x30)) {
                Some(character) => Step::One(character, 4),
                None => Step::Wrong(4),
            }
        }
        [] | [_] | [_, 0x30..=0x39] | [_, 0x30..=0x39, 0x81..=0xFE] => Step::Cut,
        [_, 0xFF, ..] => Step::Wrong(2),
        _ => Step::Wrong(1),
    }
}

fn big5_step(pairs: &Pairs, bytes: &[u8]) -> Step {
    match *bytes {
        [byte @ 0..=0x7F, ..] => Step::One(char::from(byte), 1),
        [0x80 | 0xFF, ..] => Step::Wrong(1),
        [] | [_] => Step::Cut,
        [0x88, 0x62, ..] => Step::Two('Ê', '\u{304}'),
        [0x88, 0x64, ..] => Step::Two('Ê', '\u{30C}'),
        [0x88, 0xA3, ..] => Step::Two('ê', '\u{304}'),
        [0x88, 0xA5, ..] => Step::Two('ê', '\u{30C}'),
        [lead, trail, ..] => match pairs.character(lead, trail) {
            Some(character) => Step::One(character, 2),
            None => Step::Wrong(if trail.is_ascii() { 1 } else { 2 }),
        },
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Step {
    let [a, b, rest @ ..] = bytes else {
        return Step::Cut;
    };
    let first = unit([*a, *b]);
    if let Some(character) = char::from_u32(u32::from(first)) {
        return Step::One(character, 2);
    }
    if first >= 0xDC00 {
        return Step::Wrong(2);
    }
    let [c, d, ..] = rest else {
        return Step::Cut;
    };
    let pair = [first, unit([*c, *d])];
    match char::decode_utf16(pair).next() {
        Some(Ok(character)) => Step::One(character, 4),
        _ => Step::Wrong(2),
    }
}

/// Writes a character in an encoding; nothing is written when the encoding lacks it.
pub(crate) fn encode(encoding: Encoding, character: char, into: &mut Vec<u8>) -> Option<()> {
    let mut units = [0; 2];
    match encoding {
        Encoding::Utf8 => into.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        Encoding::Utf16Le => {
            let units = character.encode_utf16(&mut units).iter().copied();
            into.extend(units.flat_map(u16::to_le_bytes));
        }
        Encoding::Utf16Be => {
            let units = character.encode_utf16(&mut units).iter().copied();
            into.extend(units.flat_map(u16::to_be_bytes));
        }
        Encoding::Gb18030 | Encoding::Big5 if character.is_ascii() => into.push(character as u8),
        Encoding::Gb18030 => return encode_gb18030(character, into),
        Encoding::Big5 => into.extend(big5().pair(character)?),
    }
    Some(())
}

/// Like `encode`, leaving out what Hong Kong added to Big5: most programs read it as something else.
pub(crate) fn encode_plain(encoding: Encoding, character: char, into: &mut Vec<u8>) -> Option<()> {
    let start = into.len();
    encode(encoding, character, into)?;
    let is_plain = match (encoding, &into[start..]) {
        (Encoding::Big5, [lead, trail]) => {
            matches!(lead, 0xA1..=0xC5 | 0xC9..=0xF9) || *lead == 0xC6 && *trail < 0xA1
        }
        _ => true,
    };
    if !is_plain {
        into.truncate(start);
    }
    is_plain.then_some(())
}

/// Whether a text can be written in an encoding, so that every program reads it.
pub fn can_hold(encoding: Encoding, text: &str) -> bool {
    use Encoding::{Utf8, Utf16Be, Utf16Le};
    let is_held = |c| encode_plain(encoding, c, &mut Vec::new()).is_some();
    matches!(encoding, Utf8 | Utf16Le | Utf16Be) || text.chars().all(is_held)
}

fn encode_gb18030(character: char, into: &mut Vec<u8>) -> Option<()> {
    let pairs = gb18030();
    if u32::from(character) == PRIVATE_BLANK {
        return None;
    }
    let now = former_pair(character).unwrap_or(character);
    if let Some(pair) = pairs.pair(now) {
        into.extend(pair);
        return Some(());
    }
    let number = pairs.number(character)?;
    let (rest, d) = (number / 10, number % 10);
    let (rest, c) = (rest / 126, rest % 126);
    let (a, b) = (rest / 10, rest % 10);
    into.extend([
        a as u8 + 0x81,
        b as u8 + 0x30,
        c as u8 + 0x81,
        d as u8 + 0x30,
    ]);
    Some(())
}
