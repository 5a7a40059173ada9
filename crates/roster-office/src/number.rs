//! Numbers and dates as text, the way the reader of xlsx writes them, so that one roster gives one
//! report whichever program saved it.

use std::fmt::Write;

use std::collections::BTreeMap;

use roster_files::Look;
use roster_model::CellKind;

/// The looks of cells, as far as they say how a number is shown.
#[derive(Clone, Debug, Default)]
pub(crate) struct Looks {
    /// The formats that the file defines, by their numbers.
    formats: BTreeMap<u16, Look>,
    /// The format of each look.
    looks: Vec<u16>,
}

impl Looks {
    /// A format by its text, such as `yyyy"年"m"月"`; the first of one number counts.
    pub(crate) fn add_format(&mut self, id: u16, code: &str) {
        self.formats.entry(id).or_insert_with(|| Look::of(code));
    }

    /// The next look, by the number of its format.
    pub(crate) fn add_look(&mut self, format: u16) {
        self.looks.push(format);
    }

    /// How a number with this look is shown.
    pub(crate) fn get(&self, look: usize) -> Look {
        let Some(id) = self.looks.get(look) else {
            return Look::Plain;
        };
        let own = self.formats.get(id).copied();
        own.unwrap_or_else(|| Look::built_in(u32::from(*id)))
    }
}

/// Writes a number with the zeros that are shown before it, or the date it stands for; says which of the
/// two it is.
pub(crate) fn write_number(number: f64, look: Look, is_1904: bool, text: &mut String) -> CellKind {
    if look.push_date(number, is_1904, text) {
        return CellKind::Date;
    }
    write_digits(number, text);
    look.pad(text);
    CellKind::Number
}

/// Below it, whole numbers have no more digits than a spreadsheet program shows.
const SHOWN_WHOLE_END: f64 = 1e15;

/// Never an exponent, and of a large number the digits that a spreadsheet program shows: an identity number
/// that was stored as a number ends in zeros there. What its binary form has in their place was in no roster.
fn write_digits(number: f64, text: &mut String) {
    if number == 0.0 {
        // Negative zero is shown as zero.
        text.push('0');
    } else if number.abs() < SHOWN_WHOLE_END {
        // Writing to a string does not fail.
        let _ = write!(text, "{number}");
    } else {
        // Fifteen digits, a point behind the first of them.
        let shown = format!("{number:.14e}");
        let (digits, exponent) = shown.split_once('e').unwrap_or((&shown, ""));
        text.extend(digits.chars().filter(|it| *it != '.'));
        let zeros = exponent.parse::<usize>().unwrap_or(14) - 14;
        text.extend(std::iter::repeat_n('0', zeros));
    }
}

/// The word for an error in a cell, by its code; an unknown code is still an error.
pub(crate) fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(number: f64, look: Look) -> String {
        let mut text = String::new();
        write_number(number, look, false, &mut text);
        text
    }

    #[test]
    fn numbers_have_all_their_digits() {
        for (number, text) in [
            (1.0, "1"),
            (-0.0, "0"),
            (0.1 + 0.2, "0.30000000000000004"),
            (110_101_199_003_074.0, "110101199003074"),
            (13_800_000_001.0, "13800000001"),
            (-2.5, "-2.5"),
            (1e20, "100000000000000000000"),
        ] {
            assert_eq!(written(number, Look::Plain), text);
        }
    }

    #[test]
    fn a_large_number_has_the_digits_that_are_shown_and_zeros() {
        for (number, text) in [
            (999_999_999_999_999.0, "999999999999999"),
            (1e15, "1000000000000000"),
            (110_101_201_509_010_000.0, "110101201509010000"),
            (110_101_201_509_010_016.0, "110101201509010000"),
            (-110_101_201_509_010_016.0, "-110101201509010000"),
            (6_222_021_234_567_890_123.0, "6222021234567890000"),
            (1e36, "1000000000000000000000000000000000000"),
        ] {
            assert_eq!(written(number, Look::Plain), text);
        }
    }

    #[test]
    fn what_is_no_day_is_a_number() {
        for (serial, text) in [
            (42_248.0, "2015-09-01"),
            (0.5, "0.5"),
            (2_958_466.0, "2958466"),
            (-1.0, "-1"),
        ] {
            assert_eq!(written(serial, Look::Date), text);
        }
    }

    #[test]
    fn looks_tell_dates_from_numbers() {
        let mut looks = Looks::default();
        looks.add_format(164, "yyyy\"年\"m\"月\"");
        looks.add_format(164, "0.00");
        looks.add_format(14, "General");
        looks.add_format(165, "0000");
        for format in [164, 14, 31, 1, 165] {
            looks.add_look(format);
        }
        let dates = [0, 1, 2, 3, 5].map(|it| looks.get(it));
        let [month, plain, date] = [Look::Month, Look::Plain, Look::Date];
        assert_eq!(dates, [month, plain, date, plain, plain]);
        assert_eq!(written(501.0, looks.get(4)), "0501");
    }
}
