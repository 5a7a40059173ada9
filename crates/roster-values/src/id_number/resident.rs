//! The 18-character citizen identity number: its parts and its check digit.
//!
//! A value of this type has the right shape and nothing more; the check digit, the birth date and the
//! region may each be wrong, and each can be asked for.

use std::fmt;

use crate::date::Date;

/// Weights of positions 1 to 17 (GB 11643-1999, 2^(18-i) mod 11).
pub(super) const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// Check characters by the weighted sum modulo 11 (ISO 7064, MOD 11-2).
const CHECKS: [u8; 11] = *b"10X98765432";

/// Sex, as the parity of the seventeenth digit has it: odd is male.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sex {
    /// 男.
    Male,
    /// 女.
    Female,
}

/// Who an 18-digit number is issued to, by its first digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ResidentKind {
    /// A citizen's number with a mainland region code.
    Mainland,
    /// 港澳台居民居住证: the number begins with 81, 82 or 83.
    HongKongMacauTaiwanResidence,
    /// 外国人永久居留身份证 of the form issued since 2023-12: the number begins with 9.
    ForeignerPermanent,
}

/// Seventeen digits and a digit or `X`. Ordered as text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidentId([u8; 18]);

impl ResidentId {
    /// Takes exactly 18 characters, the last of which may be `X` or `x`; None for any other shape.
    pub fn parse(tidy: &str) -> Option<Self> {
        let mut bytes: [u8; 18] = tidy.as_bytes().try_into().ok()?;
        bytes[17].make_ascii_uppercase();
        let [first @ .., last] = &bytes;
        let digits = first.iter().all(u8::is_ascii_digit);
        (digits && (last.is_ascii_digit() || *last == b'X')).then_some(Self(bytes))
    }

    /// The 18 characters.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The number as one that is compared at once; in the order of the text.
    pub fn packed(&self) -> u64 {
        let [first @ .., last] = &self.0;
        let digits = first.iter().map(|&it| u64::from(it - b'0'));
        let packed = digits.fold(0, |packed, digit| packed * 10 + digit);
        let last = if *last == b'X' { 10 } else { last - b'0' };
        packed * 11 + u64::from(last)
    }

    /// Positions 1 to 6, the code of the county of first registration (GB/T 2260).
    pub fn region(&self) -> u32 {
        self.number(0, 6)
    }

    /// Positions 7 to 14 as eight digits.
    pub fn birth_text(&self) -> &str {
        self.text().get(6..14).unwrap_or_default()
    }

    /// Positions 7 to 14 as a day, if the calendar has it.
    pub fn birth(&self) -> Option<Date> {
        Date::new(
            self.number(6, 10) as u16,
            self.number(10, 12) as u8,
            self.number(12, 14) as u8,
        )
    }

    /// Positions 15 to 17, the number within one region and birth date.
    pub fn sequence(&self) -> u16 {
        self.number(14, 17) as u16
    }

    /// The sex that position 17 says.
    pub fn sex(&self) -> Sex {
        if self.0[16] % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        }
    }

    /// Who the number is issued to.
    pub fn kind(&self) -> ResidentKind {
        match &self.0[..2] {
            [b'8', b'1'..=b'3'] => ResidentKind::HongKongMacauTaiwanResidence,
            [b'9', _] => ResidentKind::ForeignerPermanent,
            _ => ResidentKind::Mainland,
        }
    }

    /// Position 18 as written.
    pub fn check_digit(&self) -> char {
        char::from(self.0[17])
    }

    /// The check digit that positions 1 to 17 ask for.
    pub fn check_digit_expected(&self) -> char {
        char::from(check_of(self.sum()))
    }

    /// True if position 18 is the one that positions 1 to 17 ask for.
    pub fn check_digit_is_right(&self) -> bool {
        self.0[17] == check_of(self.sum())
    }

    /// True if nothing outside the number is needed to believe it: the check digit is right and the
    /// birth date is real, not before 1900 and not after `today`.
    pub fn is_valid_by_itself(&self, today: Date) -> bool {
        self.check_digit_is_right()
            && self
                .birth()
                .is_some_and(|birth| birth.year() >= 1900 && birth <= today)
    }

    /// True for numbers that systems and clerks make up: one digit throughout, sequence 000, region
    /// 000000 or 999999, 123456 in front, or 999 in front as in the substitute numbers of some systems.
    pub fn looks_made_up(&self) -> bool {
        let first = self.0[0];
        self.0[..17].iter().all(|&digit| digit == first)
            || self.sequence() == 0
            || self.region() == 0
            || self.0.starts_with(b"999")
            || self.0.starts_with(b"123456")
    }

    /// The same number with the check digit that it asks for.
    #[must_use]
    pub fn with_right_check_digit(&self) -> Self {
        let mut bytes = self.0;
        bytes[17] = check_of(self.sum());
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> [u8; 18] {
        self.0
    }

    /// From bytes that are digits, and a digit or `X` at the end.
    pub(super) fn from_bytes(bytes: [u8; 18]) -> Option<Self> {
        Self::parse(std::str::from_utf8(&bytes).ok()?)
    }

    /// The weighted sum of positions 1 to 17.
    pub(super) fn sum(&self) -> u32 {
        self.0
            .iter()
            .zip(WEIGHTS)
            .map(|(&digit, weight)| u32::from(digit - b'0') * weight)
            .sum()
    }

    fn number(&self, from: usize, to: usize) -> u32 {
        self.0[from..to]
            .iter()
            .fold(0, |value, &digit| value * 10 + u32::from(digit - b'0'))
    }
}

impl fmt::Debug for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResidentId({})", self.text())
    }
}

impl fmt::Display for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

/// The check character for a weighted sum.
pub(super) fn check_of(sum: u32) -> u8 {
    CHECKS[(sum % 11) as usize]
}
