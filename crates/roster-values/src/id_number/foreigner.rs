//! The two forms of number of the permanent residence card of foreigners.
//!
//! Until 2023-12 a card had fifteen characters: three letters of the country, four digits of the
//! region, six of the birth date (YYMMDD), one of sequence, and a check digit over the rest as in
//! machine-readable passports (weights 7, 3, 1). Since then it has eighteen, built as a resident
//! number: 9, two digits of the province, three of the country, birth date, sequence, check digit.
//! Which countries there are is not known here.

use std::fmt;

use super::resident::{ResidentId, ResidentKind};
use crate::date::Date;
use crate::region_code::province_exists;

/// Three letters and twelve digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OldForeignerId([u8; 15]);

impl OldForeignerId {
    /// Takes exactly three letters and twelve digits.
    pub fn parse(tidy: &str) -> Option<Self> {
        let mut bytes: [u8; 15] = tidy.as_bytes().try_into().ok()?;
        bytes.make_ascii_uppercase();
        let (letters, digits) = bytes.split_at(3);
        let has_shape =
            letters.iter().all(u8::is_ascii_uppercase) && digits.iter().all(u8::is_ascii_digit);
        has_shape.then_some(Self(bytes))
    }

    /// The fifteen characters.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The letters of the country (ISO 3166-1 alpha-3).
    pub fn country(&self) -> &str {
        self.text().get(..3).unwrap_or_default()
    }

    /// The first two digits, which stand for a province.
    pub fn province(&self) -> u8 {
        (self.0[3] - b'0') * 10 + (self.0[4] - b'0')
    }

    /// Whether the six digits of the birth date are a day of the twentieth or of this century.
    pub fn has_birth(&self) -> bool {
        let two = |at: usize| (self.0[at] - b'0') * 10 + (self.0[at + 1] - b'0');
        let (year, month, day) = (u16::from(two(7)), two(9), two(11));
        [1900, 2000]
            .iter()
            .any(|century| Date::new(century + year, month, day).is_some())
    }

    /// The last digit that the other characters ask for.
    pub fn check_digit_expected(&self) -> char {
        let value = |byte: u8| match byte {
            b'0'..=b'9' => u32::from(byte - b'0'),
            _ => u32::from(byte - b'A') + 10,
        };
        let weights = [7, 3, 1].into_iter().cycle();
        let sum: u32 = self.0[..14]
            .iter()
            .zip(weights)
            .map(|(&byte, weight)| value(byte) * weight)
            .sum();
        char::from(b'0' + (sum % 10) as u8)
    }

    /// Whether the last digit is the one that the others ask for.
    pub fn check_digit_is_right(&self) -> bool {
        char::from(self.0[14]) == self.check_digit_expected()
    }
}

impl fmt::Debug for OldForeignerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OldForeignerId({})", self.text())
    }
}

impl ResidentId {
    /// The province in a foreigner's number; nothing in any other.
    pub fn foreigner_province(&self) -> Option<u8> {
        let is_foreigner = self.kind() == ResidentKind::ForeignerPermanent;
        is_foreigner.then_some((self.region() / 1000 % 100) as u8)
    }

    /// Whether the province that the number names exists: of a foreigner's number, the one behind the 9.
    pub fn is_of_a_province(&self) -> bool {
        let first_two = (self.region() / 10_000) as u8;
        province_exists(self.foreigner_province().unwrap_or(first_two))
    }
}
