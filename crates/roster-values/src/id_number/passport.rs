//! What can be wrong with the number of a passport, by its form alone.
//!
//! Every country numbers its passports in its own way, so little can be said: no issuer uses fewer
//! than five characters or more than a dozen, or anything but letters and digits. Numbers of
//! passports of the People's Republic are one or two letters and seven or eight digits, but which
//! country issued a passport is not known here.

/// What speaks against a number of a passport.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PassportFault {
    /// A character that is neither a letter nor a digit.
    Character(char),
    /// Letters only.
    NoDigit,
    /// Fewer than five characters.
    TooShort,
    /// More than twelve characters.
    TooLong,
}

/// Looks at a tidy text; letters may be small ones.
pub fn passport_fault(tidy: &str) -> Option<PassportFault> {
    if let Some(other) = tidy.chars().find(|it| !it.is_ascii_alphanumeric()) {
        return Some(PassportFault::Character(other));
    }
    match tidy.len() {
        0..5 => Some(PassportFault::TooShort),
        13.. => Some(PassportFault::TooLong),
        _ if !tidy.bytes().any(|it| it.is_ascii_digit()) => Some(PassportFault::NoDigit),
        _ => None,
    }
}
