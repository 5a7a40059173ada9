//! The ten-digit code of a school (学校标识码): two digits of class, two of province, six in sequence.
//!
//! Shape and class only; which provinces exist is in the tables of codes, and which school a code
//! belongs to is known to nobody here.

use std::fmt;

use crate::text::{is_placeholder, tidy_code};

/// Classes that are in use: 11 kindergarten, 21 primary, 22 adult primary, 31 junior secondary (also
/// nine-year schools), 32 vocational junior, 33 adult junior, 34 senior secondary, 35 adult senior,
/// 36 secondary vocational, 37 special-purpose, 41 and 42 higher education, 51 special education,
/// 91 to 93 others.
const CLASSES: [u8; 16] = [
    11, 21, 22, 31, 32, 33, 34, 35, 36, 37, 41, 42, 51, 91, 92, 93,
];

/// Ten digits. Ordered as text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolCode([u8; 10]);

/// What the text of a school code cell means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SchoolCodeText {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// Ten digits.
    Code(SchoolCode),
    /// Digits, but not ten.
    WrongLength {
        /// How many there are; 255 for more.
        length: u8,
    },
    /// Something that is no digit.
    WrongCharacter {
        /// Position of the first one, from 1; 255 for later.
        position: u8,
        /// The character.
        character: char,
    },
}

impl SchoolCode {
    /// Takes exactly ten digits.
    pub fn parse(tidy: &str) -> Option<Self> {
        let bytes: [u8; 10] = tidy.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_digit).then_some(Self(bytes))
    }

    /// The ten digits.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Digits 1 and 2.
    pub fn class(&self) -> u8 {
        self.pair(0)
    }

    /// True if the class is one in use.
    pub fn class_is_known(&self) -> bool {
        CLASSES.contains(&self.class())
    }

    /// Digits 3 and 4, the province as in the first two digits of GB/T 2260.
    pub fn province(&self) -> u8 {
        self.pair(2)
    }

    fn pair(&self, at: usize) -> u8 {
        (self.0[at] - b'0') * 10 + (self.0[at + 1] - b'0')
    }
}

impl fmt::Debug for SchoolCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SchoolCode({})", self.text())
    }
}

/// Reads the text of a school code cell. White space, invisible characters, full width and the `.0` of
/// a number that went through a program do not matter.
pub fn read_school_code(text: &str) -> SchoolCodeText {
    let tidy = tidy_code(text);
    let digits = tidy.strip_suffix(".0").unwrap_or(&tidy);
    if let Some(code) = SchoolCode::parse(digits) {
        return SchoolCodeText::Code(code);
    }
    if tidy.is_empty() {
        return SchoolCodeText::Blank;
    }
    if is_placeholder(&tidy) {
        return SchoolCodeText::Placeholder;
    }
    match digits
        .chars()
        .enumerate()
        .find(|(_, c)| !c.is_ascii_digit())
    {
        Some((at, character)) => SchoolCodeText::WrongCharacter {
            position: u8::try_from(at + 1).unwrap_or(u8::MAX),
            character,
        },
        None => SchoolCodeText::WrongLength {
            length: u8::try_from(digits.len()).unwrap_or(u8::MAX),
        },
    }
}
