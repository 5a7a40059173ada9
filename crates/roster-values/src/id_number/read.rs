//! Reads what stands in a column of identity numbers.
//!
//! The answer says what the text is or what is wrong with it. A wrong check digit, birth date or region
//! is not looked at here: those are questions to the resident number.

use std::borrow::Cow;

use super::fifteen::FifteenId;
use super::other::{OtherDocument, other_document};
use super::resident::ResidentId;
use crate::text::{is_placeholder, tidy_code};

/// What the text of an identity number cell means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum IdNumber {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// A spreadsheet took the number for a quantity and kept 15 digits of it: written with an exponent,
    /// or a numeric cell of 16 digits and more (18 that no binary number has are whole), or 18 digits that end in
    /// 000 with a wrong check digit.
    Damaged,
    /// 17 digits and a digit or `X` (a lower-case `x` included).
    Resident(ResidentId),
    /// 15 digits, as on first-generation cards.
    Fifteen(FifteenId),
    /// Digits, perhaps with an `X` at the end, of a length that no document has.
    WrongLength {
        /// How many characters there are.
        length: u8,
    },
    /// 18 characters, up to three of which are out of place.
    WrongCharacter {
        /// Position of the first one, from 1.
        position: u8,
        /// The character.
        character: char,
    },
    /// Like `WrongCharacter`, where putting in what each of them resembles makes the check digit right.
    LookalikeDigit {
        /// Position of the first one, from 1.
        position: u8,
        /// The character.
        character: char,
        /// The character it resembles.
        meant: char,
        /// The number with the right characters in their places.
        id: ResidentId,
    },
    /// 17 digits and a sign that resembles an `X`, where the check digit is `X` indeed.
    LookalikeX {
        /// The sign as written.
        character: char,
        /// The number with the letter in its place.
        id: ResidentId,
    },
    /// Not the shape of a resident number.
    Other(OtherDocument),
}

impl IdNumber {
    /// The resident number, where the text is one (not a guess at one).
    pub const fn resident(self) -> Option<ResidentId> {
        match self {
            Self::Resident(id) => Some(id),
            _ => None,
        }
    }

    /// Like `resident`, also where the check digit proves what signs stand for that resemble its characters.
    pub const fn meant(self) -> Option<ResidentId> {
        match self {
            Self::Resident(id) | Self::LookalikeX { id, .. } | Self::LookalikeDigit { id, .. } => {
                Some(id)
            }
            _ => None,
        }
    }
}

/// Reads the text of an identity number cell. `numeric_cell` is true if the sheet stored a number
/// rather than a text. Invisible characters, white space and full width do not matter.
pub fn read_id(text: &str, numeric_cell: bool) -> IdNumber {
    let tidy = tidy_code(text);
    if let Some(id) = ResidentId::parse(&tidy) {
        let cut = tidy.ends_with("000") && !id.check_digit_is_right();
        return if numeric_cell && !is_whole(&tidy) || cut {
            IdNumber::Damaged
        } else {
            IdNumber::Resident(id)
        };
    }
    if tidy.is_empty() {
        return IdNumber::Blank;
    }
    if is_placeholder(&tidy) {
        return IdNumber::Placeholder;
    }
    // A program wrote the number as a decimal fraction, and lost nothing.
    if let Some(id) = tidy.strip_suffix(".0").and_then(ResidentId::parse)
        && id.check_digit_is_right()
        && !numeric_cell
    {
        return IdNumber::Resident(id);
    }
    if is_damaged(&tidy, numeric_cell) {
        return IdNumber::Damaged;
    }
    if let Some(id) = FifteenId::parse(&tidy) {
        return IdNumber::Fifteen(id);
    }
    if let Some(found) = wrong_character(&tidy) {
        return found;
    }
    let upper: Cow<'_, str> = if tidy.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(tidy.to_ascii_uppercase())
    } else {
        tidy
    };
    match other_document(&upper) {
        OtherDocument::PassportLike | OtherDocument::Unknown if is_resident_like(&upper) => {
            IdNumber::WrongLength {
                length: upper.len() as u8,
            }
        }
        document => IdNumber::Other(document),
    }
}

/// True if the text is a resident number whose check digit was written `x` (or full width `ｘ`).
pub fn is_lowercase_x(text: &str) -> bool {
    let tidy = tidy_code(text);
    tidy.ends_with('x') && ResidentId::parse(&tidy).is_some()
}

/// Whether a number cell has all 18 digits: a program wrote them as they were. What went through a binary number is a
/// multiple of 16, or was rounded and ends in a zero.
fn is_whole(tidy: &str) -> bool {
    let number: Result<u64, _> = tidy.parse();
    number.is_ok_and(|it| it % 16 != 0 && it % 10 != 0)
}

/// `2.20521E+17`, `220521201801217000.0`, or a numeric cell of 16 and more digits.
fn is_damaged(tidy: &str, numeric_cell: bool) -> bool {
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some((mantissa, exponent)) = tidy.split_once(['E', 'e']) {
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        let power: Option<u8> = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok();
        return whole.len() == 1
            && all_digits(whole)
            && all_digits(fraction)
            && power.is_some_and(|power| (14..=19).contains(&power));
    }
    let (whole, fraction) = tidy.split_once('.').unwrap_or((tidy, ""));
    let long = all_digits(whole) && (16..=40).contains(&whole.len());
    long && if fraction.is_empty() {
        numeric_cell && whole == tidy
    } else {
        all_digits(fraction)
    }
}

/// Six to forty characters, digits but for an `X` at the end.
fn is_resident_like(upper: &str) -> bool {
    let digits = upper.strip_suffix('X').unwrap_or(upper);
    (6..=40).contains(&upper.len())
        && !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// 18 characters of which one to three are out of place.
fn wrong_character(tidy: &str) -> Option<IdNumber> {
    let mut meant = [b'0'; 18];
    let mut first: Option<(usize, char, Option<u8>)> = None;
    let (mut wrong, mut all_known, mut length) = (0, true, 0);
    for (at, c) in tidy.chars().enumerate() {
        let place = meant.get_mut(at)?;
        length += 1;
        if c.is_ascii_digit() || at == 17 && matches!(c, 'X' | 'x') {
            *place = c.to_ascii_uppercase() as u8;
            continue;
        }
        let resembled = resembled(c, at);
        *place = resembled.unwrap_or(b'0');
        all_known &= resembled.is_some();
        wrong += 1;
        first = first.or(Some((at, c, resembled)));
    }
    let (at, character, resembled) = first?;
    if length != 18 || wrong > 3 {
        return None;
    }
    let id = ResidentId::from_bytes(meant).filter(|id| all_known && id.check_digit_is_right());
    let position = at as u8 + 1;
    Some(match id.zip(resembled) {
        Some((id, b'X')) => IdNumber::LookalikeX { character, id },
        Some((id, meant)) => IdNumber::LookalikeDigit {
            position,
            character,
            meant: char::from(meant),
            id,
        },
        None => IdNumber::WrongCharacter {
            position,
            character,
        },
    })
}

/// The digit, or the `X` of position 18, that a character is easily taken for.
fn resembled(c: char, at: usize) -> Option<u8> {
    Some(match c {
        '×' | '✕' | '✖' | '╳' | '*' | '＊' | 'Х' | 'х' | 'Χ' | 'χ' | 'Ⅹ' | 'ⅹ' | '乂'
            if at == 17 =>
        {
            b'X'
        }
        'O' | 'o' | 'Q' | 'D' | '〇' | '○' | 'О' | 'о' => b'0',
        'I' | 'i' | 'l' | 'L' | '|' | '｜' | '!' => b'1',
        'Z' | 'z' => b'2',
        'S' | 's' => b'5',
        'G' | 'b' => b'6',
        'B' => b'8',
        'q' | 'g' => b'9',
        _ => return None,
    })
}
