//! The binary number nearest to a decimal one, in little code.
//!
//! The way of the standard library is fast for every number and brings a table of ten thousand bytes,
//! which does not get smaller on an office's line. Here the ordinary number is as fast, and one with
//! more than fifteen digits is divided out bit by bit. Deliberately absent: care for the last bit of
//! numbers so near to nothing (10⁻³⁰⁷) that no workbook has them.

/// Digits from here on change no number.
const DIGITS_MAX: usize = 800;
/// Whole numbers below this, and ten to this power, are binary numbers exactly.
const WHOLE_END: u64 = 1 << 53;
const TENS_MAX: u32 = 22;
/// Bits of a quotient: those of a number, two to round by, and one more or less.
const QUOTIENT_BITS: usize = 57;

/// The number with these digits, each from 0 to 9, and as many zeros behind as the exponent says.
/// Infinite when there is none so large.
pub(super) fn nearest(digits: impl Iterator<Item = u8> + Clone, exponent: i32) -> f64 {
    let digits = digits.skip_while(|&it| it == 0);
    let mut whole = 0_u64;
    let mut length = 0;
    for digit in digits.clone() {
        whole = whole.saturating_mul(10).saturating_add(digit.into());
        length += 1;
    }
    let tens = exponent.unsigned_abs();
    if whole < WHOLE_END && tens <= TENS_MAX {
        let tens = (0..tens).fold(1.0, |all, _| all * 10.0);
        let whole = whole as f64;
        return if exponent < 0 {
            whole / tens
        } else {
            whole * tens
        };
    }
    let mut above = Big(Vec::new());
    for digit in digits.take(DIGITS_MAX) {
        above.times(10, digit.into());
    }
    let dropped = length - length.min(DIGITS_MAX);
    let exponent = i64::from(exponent).saturating_add_unsigned(dropped as u64);
    let mut below = Big(vec![1]);
    let tens = if exponent < 0 { &mut below } else { &mut above };
    for _ in 0..exponent.unsigned_abs() {
        tens.times(10, 0);
    }
    quotient(above, below)
}

fn quotient(mut above: Big, mut below: Big) -> f64 {
    if above.bits() == 0 {
        return 0.0;
    }
    // So the quotient has all its bits, the highest of them perhaps 0.
    let (more, less) = (below.bits() + QUOTIENT_BITS - 1, above.bits());
    let (up, down) = (more.saturating_sub(less), less.saturating_sub(more));
    above.shift_left(up);
    below.shift_left(down + QUOTIENT_BITS - 1);
    let mut bits = 0_u64;
    for _ in 0..QUOTIENT_BITS {
        let fits = above.is_at_least(&below);
        if fits {
            above.subtract(&below);
        }
        bits = bits << 1 | u64::from(fits);
        above.shift_left(1);
    }
    // What is left over breaks a tie.
    let number = (bits | u64::from(above.bits() > 0)) as f64;
    let power = 0_i64.saturating_add_unsigned(down as u64);
    scaled(number, power.saturating_sub_unsigned(up as u64))
}

/// A number times two to a power.
fn scaled(mut number: f64, mut power: i64) -> f64 {
    let two_to = |power: i64| f64::from_bits((power + 1023).unsigned_abs() << 52);
    while power.abs() > 1000 {
        let part = power.clamp(-1000, 1000);
        number *= two_to(part);
        power -= part;
    }
    number * two_to(power)
}

/// A whole number of any size, its low part first and no zero last.
struct Big(Vec<u32>);

impl Big {
    fn times(&mut self, factor: u32, more: u32) {
        let mut carry = u64::from(more);
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(factor);
            *part = carry as u32;
            carry >>= 32;
        }
        self.0.extend((carry > 0).then_some(carry as u32));
    }

    fn shift_left(&mut self, bits: usize) {
        self.times(1 << (bits % 32), 0);
        if bits >= 32 {
            self.0.splice(0..0, std::iter::repeat_n(0, bits / 32));
        }
    }

    fn bits(&self) -> usize {
        let last = self.0.last().map_or(0, |it| it.leading_zeros() as usize);
        self.0.len() * 32 - last
    }

    fn is_at_least(&self, other: &Big) -> bool {
        let by_length = self.0.len().cmp(&other.0.len());
        let by_parts = || self.0.iter().rev().cmp(other.0.iter().rev());
        by_length.then_with(by_parts).is_ge()
    }

    /// The other one is no larger.
    fn subtract(&mut self, other: &Big) {
        let mut borrowed = false;
        for (at, part) in self.0.iter_mut().enumerate() {
            let taken = other.0.get(at).copied().unwrap_or(0);
            let (less, is_below) = part.overflowing_sub(taken);
            let (less, is_below_still) = less.overflowing_sub(borrowed.into());
            (*part, borrowed) = (less, is_below || is_below_still);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::nearest;

    fn read(digits: &str, exponent: i32) -> u64 {
        nearest(digits.bytes().map(|it| it - b'0'), exponent).to_bits()
    }

    #[test]
    fn numbers_are_those_of_the_library() {
        let long = "9".repeat(700);
        for (digits, exponent) in [
            ("0", 300),
            ("", 0),
            ("44562583333333336", -12),
            ("9007199254740993", 0),
            ("90071992547409925", -1),
            ("10000000000000000000000", -22),
            ("17976931348623157", 292),
            ("17976931348623159", 292),
            ("22250738585072014", -320),
            ("1", 308),
            ("1", 309),
            (&long, -695),
            ("000000000000000000000000123", -3),
        ] {
            let expected: f64 = format!("0{digits}e{exponent}").parse().unwrap();
            assert_eq!(
                read(digits, exponent),
                expected.to_bits(),
                "{digits}e{exponent}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_number_is_that_of_the_library(digits in "[0-9]{1,40}", exponent in -300..300) {
            let expected: f64 = format!("{digits}e{exponent}").parse().unwrap();
            prop_assert_eq!(read(&digits, exponent), expected.to_bits());
        }

        #[test]
        fn what_a_workbook_writes_is_read_back(number in -1.0e9..1.0e9) {
            let number: f64 = number;
            let text = format!("{:.16e}", number.abs());
            let (mantissa, exponent) = text.split_once('e').unwrap();
            let exponent: i32 = exponent.parse().unwrap();
            let got = read(&mantissa.replace('.', ""), exponent - 16);
            prop_assert_eq!(got, number.abs().to_bits());
        }
    }
}
