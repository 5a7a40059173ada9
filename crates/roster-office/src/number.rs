//! Numbers and dates as text, the way the reader of xlsx writes them, so that one roster gives one
//! report whichever program saved it.

use std::fmt::Write;

use roster_model::CellKind;

/// The first serial that is no date: 1 January of the year 10000.
const SERIAL_END: f64 = 2_958_466.0;
const MILLISECONDS_A_DAY: i64 = 86_400_000;

/// From which day a workbook counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Epoch {
    /// 1900, with the 29 February that year did not have.
    #[default]
    Year1900,
    /// 1904.
    Year1904,
}

/// What a number format makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum NumberFormat {
    /// Digits.
    #[default]
    Plain,
    /// A day, a time, or both.
    Date,
}

impl NumberFormat {
    /// The formats that a file need not define.
    pub(crate) fn built_in(id: u16) -> Self {
        match id {
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => NumberFormat::Date,
            _ => NumberFormat::Plain,
        }
    }

    /// A format by its text, such as `yyyy"年"m"月"`.
    pub(crate) fn of_code(code: &str) -> Self {
        let mut chars = code.chars();
        let mut has_part = false;
        while let Some(c) = chars.next() {
            match c {
                '"' => {
                    chars.by_ref().find(|&it| it == '"');
                }
                // The next character stands for itself, or for its width.
                '\\' | '_' | '*' => {
                    chars.next();
                }
                '[' => {
                    let inside: String = chars.by_ref().take_while(|&it| it != ']').collect();
                    let letters = inside.to_ascii_lowercase();
                    // `[h]` counts hours on and on: a duration, no time of a day.
                    if !letters.is_empty() && letters.chars().all(|it| "hms".contains(it)) {
                        return NumberFormat::Plain;
                    }
                }
                // The first of the parts for positive, negative and other values decides.
                ';' => break,
                'G' | 'g' if chars.as_str().to_ascii_lowercase().starts_with("eneral") => {
                    return NumberFormat::Plain;
                }
                'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => has_part = true,
                '0' | '#' | '?' | '@' if !has_part => return NumberFormat::Plain,
                _ => {}
            }
        }
        if has_part {
            NumberFormat::Date
        } else {
            NumberFormat::Plain
        }
    }
}

/// Writes a number, or the date it stands for; says which of the two it is.
pub(crate) fn write_number(
    number: f64,
    format: NumberFormat,
    epoch: Epoch,
    text: &mut String,
) -> CellKind {
    let shift = if epoch == Epoch::Year1904 {
        1462.0
    } else {
        0.0
    };
    if format == NumberFormat::Date && (1.0..SERIAL_END).contains(&number) {
        write_date(number + shift, text);
        return CellKind::Date;
    }
    write_digits(number, text);
    CellKind::Number
}

/// All digits and never an exponent.
fn write_digits(number: f64, text: &mut String) {
    // Writing to a string does not fail.
    let _ = if number == 0.0 {
        // Negative zero is shown as zero.
        text.write_char('0')
    } else if number.fract() == 0.0 && number.abs() < 1e36 {
        // The digits the number has, not the fewest that lead back to it: an identity number that was
        // stored as a number shows which of its digits are lost.
        write!(text, "{}", number as i128)
    } else {
        write!(text, "{number}")
    };
}

/// A serial of 1900 as `YYYY-MM-DD`, with ` HH:MM:SS` where there is a time.
fn write_date(serial: f64, text: &mut String) {
    let milliseconds = (serial * MILLISECONDS_A_DAY as f64).round() as i64;
    let (serial, rest) = (
        milliseconds / MILLISECONDS_A_DAY,
        milliseconds % MILLISECONDS_A_DAY,
    );
    let (year, month, day) = match serial {
        60 => (1900, 2, 29),
        // Before the day that never was, serials count from one day later.
        1..60 => civil(serial - 25_568),
        _ => civil(serial - 25_569),
    };
    let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    if rest != 0 {
        let seconds = rest / 1000;
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let _ = write!(text, " {hour:02}:{minute:02}:{second:02}");
    }
}

/// Year, month and day of a day counted from 1 January 1970.
fn civil(day: i64) -> (i64, i64, i64) {
    // Years begin in March here, so that the odd day of February is the last of a year.
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 {
        march_month + 3
    } else {
        march_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
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

    fn written(number: f64, format: NumberFormat, epoch: Epoch) -> String {
        let mut text = String::new();
        write_number(number, format, epoch, &mut text);
        text
    }

    #[test]
    fn numbers_have_all_their_digits() {
        for (number, text) in [
            (1.0, "1"),
            (-0.0, "0"),
            (0.1 + 0.2, "0.30000000000000004"),
            (110_101_199_003_074_512.0, "110101199003074512"),
            (13_800_000_001.0, "13800000001"),
            (-2.5, "-2.5"),
            (1e20, "100000000000000000000"),
        ] {
            assert_eq!(written(number, NumberFormat::Plain, Epoch::Year1900), text);
        }
    }

    #[test]
    fn serials_are_days() {
        for (serial, text) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (60.0, "1900-02-29"),
            (61.0, "1900-03-01"),
            (36_526.0, "2000-01-01"),
            (36_585.0, "2000-02-29"),
            (42_248.0, "2015-09-01"),
            (42_248.5, "2015-09-01 12:00:00"),
            (43_831.541_666_666_664, "2020-01-01 13:00:00"),
            (2_958_465.0, "9999-12-31"),
            (0.5, "0.5"),
            (2_958_466.0, "2958466"),
            (-1.0, "-1"),
        ] {
            assert_eq!(written(serial, NumberFormat::Date, Epoch::Year1900), text);
        }
        let since_1904 = written(40_786.0, NumberFormat::Date, Epoch::Year1904);
        assert_eq!(since_1904, "2015-09-01");
    }

    #[test]
    fn formats_tell_dates_from_numbers() {
        for code in [
            "yyyy-mm-dd",
            "yyyy\"年\"m\"月\"d\"日\"",
            "[$-804]yyyy/m/d;@",
            "m/d/yy h:mm",
            "mmm\\-yy",
            "[DBNum1][$-804]yyyy\"年\"m\"月\"",
        ] {
            assert_eq!(NumberFormat::of_code(code), NumberFormat::Date, "{code}");
        }
        for code in [
            "General",
            "0.00",
            "@",
            "",
            "#,##0",
            "\"dd\"0",
            "[h]:mm:ss",
            "0_d",
            "[Red]0",
            "\\d0",
        ] {
            assert_eq!(NumberFormat::of_code(code), NumberFormat::Plain, "{code}");
        }
    }
}
