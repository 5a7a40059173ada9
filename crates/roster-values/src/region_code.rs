//! Codes of regions as they stand in a cell: six digits of GB/T 2260, or nine or twelve with street
//! and village behind them.
//!
//! Which codes were ever assigned is in the tables of codes; only the provinces are known here, since every
//! number begins with one.

use crate::text::{is_han, is_placeholder, tidy_code};

/// What the text of a region cell means.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum RegionCode {
    /// Nothing visible.
    Blank,
    /// A word or sign for "nothing".
    Placeholder,
    /// Six, nine or twelve digits, tidied.
    Code(String),
    /// Digits, but not six, nine or twelve.
    WrongLength {
        /// How many there are; 255 for more.
        length: u8,
    },
    /// The name of a place: there are Han characters and no run of six digits.
    Name,
    /// A spreadsheet cut the number and shows a power of ten.
    Exponent,
    /// Something else.
    WrongCharacter(char),
}

/// Whether the first two digits of a code are those of a province (34 of them, or 83, which stands
/// for Taiwan in residence permits since 2018).
pub fn province_exists(two_digits: u8) -> bool {
    matches!(
        two_digits,
        11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83
    )
}

/// Reads the text of a region cell. White space, invisible characters, full width and the `.0` of a
/// number that went through a program do not matter.
pub fn read_region_code(text: &str) -> RegionCode {
    let tidy = tidy_code(text);
    if tidy.is_empty() {
        return RegionCode::Blank;
    }
    if is_placeholder(&tidy) {
        return RegionCode::Placeholder;
    }
    let digits = tidy.strip_suffix(".0").unwrap_or(&tidy);
    let Some(strange) = digits.chars().find(|c| !c.is_ascii_digit()) else {
        return match digits.len() {
            6 | 9 | 12 => RegionCode::Code(digits.to_owned()),
            other => RegionCode::WrongLength {
                length: u8::try_from(other).unwrap_or(u8::MAX),
            },
        };
    };
    if is_exponent(&tidy) {
        return RegionCode::Exponent;
    }
    let has_code = digits
        .split(|c: char| !c.is_ascii_digit())
        .any(|it| it.len() >= 6);
    // 〇 is a digit that was typed so.
    let is_named = digits.chars().any(|c| is_han(c) && c != '〇');
    if is_named && !has_code {
        RegionCode::Name
    } else {
        RegionCode::WrongCharacter(strange)
    }
}

/// `4.40604E+11`.
fn is_exponent(tidy: &str) -> bool {
    let Some((mantissa, power)) = tidy.split_once(['E', 'e']) else {
        return false;
    };
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit());
    digits(&mantissa.replacen('.', "", 1)) && digits(power.trim_start_matches('+'))
}
