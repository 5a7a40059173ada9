//! The 15-digit number of the first-generation card, which had no century and no check digit.
//!
//! Cards with it stopped being valid on 2013-01-01; the number is read so that its 18-digit form can
//! be suggested and compared. Births before 1900 are left aside.

use std::fmt;

use super::resident::{ResidentId, Sex};
use crate::date::Date;

/// Six digits of region, six of birth date (YYMMDD, 19YY), three of sequence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FifteenId([u8; 15]);

impl FifteenId {
    /// Takes exactly 15 digits.
    pub fn parse(tidy: &str) -> Option<Self> {
        let bytes: [u8; 15] = tidy.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_digit).then_some(Self(bytes))
    }

    /// The 15 digits.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The birth date in the twentieth century, if the calendar has it.
    pub fn birth(&self) -> Option<Date> {
        self.to_eighteen().birth()
    }

    /// The sex that the last digit says.
    pub fn sex(&self) -> Sex {
        self.to_eighteen().sex()
    }

    /// The 18-digit number that replaced it: `19` after position 6 and the check digit at the end.
    pub fn to_eighteen(&self) -> ResidentId {
        let mut bytes = [b'0'; 18];
        bytes[..6].copy_from_slice(&self.0[..6]);
        bytes[6..8].copy_from_slice(b"19");
        bytes[8..17].copy_from_slice(&self.0[6..]);
        ResidentId::from_bytes(bytes)
            .expect("eighteen digits have the shape")
            .with_right_check_digit()
    }
}

impl fmt::Debug for FifteenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FifteenId({})", self.text())
    }
}
