//! Numbers that nobody issued: what stands in a cell because something had to.
//!
//! Told by the look of the digits alone. A number that keeps all the rules of a resident number is
//! not called made up for its looks; of those only the sequence 000 is, which no register gives, and the
//! substitute that has the code of a school in it.

use super::resident::ResidentId;
use crate::region_code::province_exists;
use crate::school_code::SchoolCode;

/// What gives a number away.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MadeUp {
    /// One digit throughout.
    OneDigit,
    /// Digits in their order, as the keys stand on a keyboard: 123456789012345678.
    Counting,
    /// 999 in front, as in the substitute numbers that some systems give out.
    Substitute,
    /// Region 000000.
    NoRegion,
    /// Sequence 000.
    NoSequence,
}

/// Fewer digits are a slip rather than a number.
const LENGTH_MIN: usize = 3;

/// Looks at a tidy text that is meant as a resident number; None where nothing gives it away.
///
/// The last character of eighteen may be anything: a person who makes a number up may have given it the
/// right check digit.
pub fn made_up(tidy: &str) -> Option<MadeUp> {
    let digits = tidy.strip_suffix(['X', 'x']).unwrap_or(tidy);
    if tidy.len() < LENGTH_MIN || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    // A spreadsheet that takes the digits for a quantity keeps the first fifteen.
    let seen = &digits.as_bytes()[..digits.len().min(15)];
    let first = *seen.first()?;
    if seen.iter().all(|&it| it == first) {
        return Some(MadeUp::OneDigit);
    }
    // Four digits in their order are a year, or chance.
    if seen.len() >= 6 && seen.windows(2).all(|it| it[1] == next(it[0])) {
        return Some(MadeUp::Counting);
    }
    // Nearly every number is none of what follows.
    let begins = ["000000", "123456", "999"]
        .iter()
        .any(|it| tidy.starts_with(it));
    if !begins && tidy.get(14..17) != Some("000") {
        return None;
    }
    let id = ResidentId::parse(tidy)?;
    let region = match id.region() {
        0 => Some(MadeUp::NoRegion),
        123_456 => Some(MadeUp::Counting),
        999_000..=999_999 => Some(MadeUp::Substitute),
        _ => None,
    };
    let sequence = (id.sequence() == 0).then_some(MadeUp::NoSequence);
    region.or(sequence)?;
    let keeps_rules = id.check_digit_is_right() && id.birth().is_some();
    if keeps_rules && !is_of_a_school(tidy) {
        sequence
    } else {
        region
    }
}

/// Whether 999 stands before the code of a school, whose digits may be a day and fit the check digit by chance.
fn is_of_a_school(tidy: &str) -> bool {
    let code = tidy.strip_prefix("999").and_then(|it| it.get(..10));
    let code = code.and_then(SchoolCode::parse);
    code.is_some_and(|it| it.class_is_known() && province_exists(it.province()))
}

/// The digit that follows on the keys, where 0 stands after 9.
fn next(digit: u8) -> u8 {
    if digit == b'9' { b'0' } else { digit + 1 }
}
