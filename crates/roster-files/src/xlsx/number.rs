//! The text of a number: all its digits, none invented, none lost, and never an exponent.
//!
//! A workbook stores numbers as decimal text. An identity number typed into a number cell stands
//! there with zeros at its end, so whole numbers are taken over digit by digit and never go through
//! binary floating point. What a spreadsheet program wrote with an exponent has fifteen digits that
//! were once shown to somebody; a sixteenth and a seventeenth are of its binary form.

use super::nearest::nearest;

/// A decimal fraction of at most this many digits is the shortest that gives its number back.
const DIGITS_EXACT: usize = 15;
/// This many digits always give a number back.
const DIGITS_ALL: usize = 17;
/// No number of a workbook has a larger exponent.
const EXPONENT_MAX: i32 = 308;

/// Adds the text of a number; `false`, with nothing added, if `raw` is none.
pub(crate) fn push_number(raw: &[u8], text: &mut String) -> bool {
    let raw = raw.trim_ascii();
    // The ordinary case: a few digits.
    if let [b'1'..=b'9', rest @ ..] = raw
        && rest.iter().all(u8::is_ascii_digit)
    {
        push_ascii(raw, text);
        return true;
    }
    let Some(parts) = Parts::of(raw) else {
        return false;
    };
    if parts.is_whole() {
        parts.push_whole(text);
        return true;
    }
    push_fraction(raw, &parts, text)
}

/// The number, if `raw` is one that fits.
pub(crate) fn parse_number(raw: &[u8]) -> Option<f64> {
    let raw = raw.trim_ascii();
    let parts = Parts::of(raw)?;
    let digits = parts.whole.iter().chain(parts.fraction);
    let exponent = parts.exponent - length(parts.fraction);
    let number = nearest(digits.map(|it| it - b'0'), exponent);
    let number = if parts.is_negative { -number } else { number };
    number.is_finite().then_some(number)
}

/// A decimal number taken apart: digits, and how many of them stand before the point.
struct Parts<'r> {
    is_negative: bool,
    whole: &'r [u8],
    fraction: &'r [u8],
    exponent: i32,
}

impl<'r> Parts<'r> {
    fn of(raw: &'r [u8]) -> Option<Self> {
        let (is_negative, rest) = match raw {
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            _ => (false, raw),
        };
        let (mantissa, exponent) = match rest.iter().position(|it| matches!(it, b'e' | b'E')) {
            Some(at) => (&rest[..at], parse_exponent(&rest[at + 1..])?),
            None => (rest, 0),
        };
        let (whole, fraction) = match mantissa.iter().position(|&it| it == b'.') {
            Some(at) => (&mantissa[..at], &mantissa[at + 1..]),
            None => (mantissa, &[][..]),
        };
        let mut digits = whole.iter().chain(fraction);
        if whole.is_empty() && fraction.is_empty() || !digits.all(u8::is_ascii_digit) {
            return None;
        }
        Some(Parts {
            is_negative,
            whole,
            fraction: trim_zeros_behind(fraction),
            exponent,
        })
    }

    /// Whether no digit but zero stands behind the point.
    fn is_whole(&self) -> bool {
        let moved = self.exponent.unsigned_abs() as usize;
        if self.exponent >= 0 {
            return self.fraction.len() <= moved;
        }
        // A negative exponent moves digits of the whole part behind the point.
        let mut behind = self.whole.iter().rev().take(moved);
        self.fraction.is_empty() && behind.all(|&it| it == b'0')
    }

    fn push_whole(&self, text: &mut String) {
        let mut digits: Vec<u8> = [self.whole, self.fraction].concat();
        let moved = self.exponent.unsigned_abs() as usize;
        let count = if self.exponent >= 0 {
            self.whole.len() + moved
        } else {
            self.whole.len().saturating_sub(moved)
        };
        digits.resize(count, b'0');
        let zeros = digits.iter().take_while(|&&it| it == b'0').count();
        let digits = &digits[zeros..];
        // Negative zero is shown as zero.
        if digits.is_empty() {
            text.push('0');
            return;
        }
        if self.is_negative {
            text.push('-');
        }
        if self.exponent == 0 {
            push_ascii(digits, text);
        } else {
            Rounded::new(digits, length(digits), DIGITS_EXACT).push(text);
        }
    }
}

/// The shortest digits that give the number back.
fn push_fraction(raw: &[u8], parts: &Parts, text: &mut String) -> bool {
    let Some(number) = parse_number(raw) else {
        return false;
    };
    let digits = parts.whole.iter().chain(parts.fraction);
    let digits: Vec<u8> = digits.skip_while(|&&it| it == b'0').copied().collect();
    // How many digits stand before the point; below zero, how many zeros behind it.
    let before = parts.exponent + length(&digits) - length(parts.fraction);
    let gives_it_back = |it: &Rounded| it.number().to_bits() == number.abs().to_bits();
    let shortest = (DIGITS_EXACT..DIGITS_ALL)
        .map(|count| Rounded::new(&digits, before, count))
        .find(gives_it_back);
    let shortest = shortest.unwrap_or_else(|| Rounded::new(&digits, before, DIGITS_ALL));
    if parts.is_negative {
        text.push('-');
    }
    shortest.push(text);
    true
}

/// Digits rounded to a count of them, without zeros behind.
struct Rounded {
    digits: Vec<u8>,
    before: i32,
}

impl Rounded {
    fn new(all: &[u8], mut before: i32, count: usize) -> Self {
        let mut digits = all.get(..count).unwrap_or(all).to_vec();
        if all.get(count).is_some_and(|&it| it >= b'5') {
            while digits.last() == Some(&b'9') {
                digits.pop();
            }
            if let Some(last) = digits.last_mut() {
                *last += 1;
            } else {
                digits.push(b'1');
                before += 1;
            }
        }
        let length = trim_zeros_behind(&digits).len();
        digits.truncate(length);
        Rounded { digits, before }
    }

    fn number(&self) -> f64 {
        let behind = length(&self.digits) - self.before;
        nearest(self.digits.iter().map(|it| it - b'0'), -behind)
    }

    fn push(&self, text: &mut String) {
        let before = usize::try_from(self.before).unwrap_or(0);
        let zeros = usize::try_from(-self.before).unwrap_or(0);
        let (whole, fraction) = self.digits.split_at(before.min(self.digits.len()));
        push_ascii(if whole.is_empty() { b"0" } else { whole }, text);
        (whole.len()..before).for_each(|_| text.push('0'));
        if !fraction.is_empty() {
            text.push('.');
            (0..zeros).for_each(|_| text.push('0'));
            push_ascii(fraction, text);
        }
    }
}

/// No cell is as long as this cannot say.
fn length(digits: &[u8]) -> i32 {
    i32::try_from(digits.len()).unwrap_or(i32::MAX / 2)
}

fn parse_exponent(raw: &[u8]) -> Option<i32> {
    let exponent: i32 = str::from_utf8(raw).ok()?.parse().ok()?;
    (-EXPONENT_MAX..=EXPONENT_MAX)
        .contains(&exponent)
        .then_some(exponent)
}

fn trim_zeros_behind(mut digits: &[u8]) -> &[u8] {
    while let [rest @ .., b'0'] = digits {
        digits = rest;
    }
    digits
}

fn push_ascii(digits: &[u8], text: &mut String) {
    // They were all looked at.
    text.push_str(str::from_utf8(digits).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(raw: &str) -> Option<String> {
        let mut text = String::new();
        push_number(raw.as_bytes(), &mut text).then_some(text)
    }

    #[test]
    fn whole_numbers_keep_their_digits() {
        let numbers = [
            ("3", "3"),
            ("110101199003074512", "110101199003074512"),
            ("-12", "-12"),
            ("0", "0"),
            ("-0", "0"),
            ("007", "7"),
            ("+7", "7"),
            ("12.000", "12"),
            ("1.1010119900307451E+17", "110101199003075000"),
            ("-3.7040320120118003E+17", "-370403201201180000"),
            ("999999999999999950e1", "10000000000000000000"),
            ("2.2052120171130100E17", "220521201711301000"),
            ("1e21", "1000000000000000000000"),
            ("1200e-2", "12"),
            (" 5\n", "5"),
            (".0", "0"),
            ("0e-5", "0"),
        ];
        for (raw, expected) in numbers {
            assert_eq!(text(raw).as_deref(), Some(expected), "{raw}");
        }
    }

    #[test]
    fn fractions_are_as_short_as_they_can_be() {
        let numbers = [
            ("0.10000000000000001", "0.1"),
            ("1.5", "1.5"),
            ("-2.50", "-2.5"),
            ("1E-7", "0.0000001"),
            ("36.600000000000001", "36.6"),
            (".5", "0.5"),
            ("05.5", "5.5"),
            ("123.4e1", "1234"),
            ("1.2345e2", "123.45"),
            ("0.30000000000000004", "0.30000000000000004"),
            ("9.9999999999999999", "10"),
            ("0.000099999999999999999", "0.0001"),
            ("-1234567.8900000001", "-1234567.8900000001"),
            ("44562.583333333336", "44562.583333333336"),
            ("1.0000000000000002", "1.0000000000000002"),
            ("123456789012345678.5", "123456789012345680"),
        ];
        for (raw, expected) in numbers {
            assert_eq!(text(raw).as_deref(), Some(expected), "{raw}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for raw in [
            "",
            "-",
            ".",
            "e5",
            "1e",
            "inf",
            "NaN",
            "0x10",
            "1 2",
            "１",
            "1e999",
            "1e-999",
            "1.5e400",
            "1.2.3",
            "1e99999999999",
            "--1",
        ] {
            assert_eq!(text(raw), None, "{raw}");
        }
    }
}
