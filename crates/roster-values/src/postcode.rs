//! Postcodes: six digits.
//!
//! Shape only: which delivery office a postcode belongs to is known to nobody here.

use crate::text::{is_placeholder, tidy_code};

/// What the text of a postcode cell means.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Postcode {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// Six digits, tidied, and not all of them zero.
    Code(String),
    /// Five digits that become a postcode with a zero in front, which is given.
    ZeroLost(String),
    /// Anything else; six zeros too.
    Malformed,
}

/// Reads the text of a postcode cell. White space, invisible characters, full width and the `.0` of a
/// number that went through a program do not matter.
pub fn read_postcode(text: &str) -> Postcode {
    let tidy = tidy_code(text);
    if tidy.is_empty() {
        return Postcode::Blank;
    }
    if is_placeholder(&tidy) {
        return Postcode::Placeholder;
    }
    let digits = tidy.strip_suffix(".0").unwrap_or(&tidy);
    if !digits.bytes().all(|it| it.is_ascii_digit()) || digits.bytes().all(|it| it == b'0') {
        return Postcode::Malformed;
    }
    match digits.len() {
        6 => Postcode::Code(digits.to_owned()),
        // Postcodes that begin with a zero go from 01 to 09; 00 begins none.
        5 if !digits.starts_with('0') => Postcode::ZeroLost(format!("0{digits}")),
        _ => Postcode::Malformed,
    }
}
