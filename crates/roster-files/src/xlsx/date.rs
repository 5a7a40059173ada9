//! Dates as workbooks count them: days since the end of 1899, or since the start of 1904.

use std::fmt::Write;

/// The first serial that is no date: 1 January of the year 10000.
const SERIAL_END: f64 = 2_958_466.0;
/// Days between the two beginnings.
const DAYS_1904: f64 = 1462.0;
/// The day that never was, 29 February 1900; later serials are one too large.
const LEAP_DAY_1900: i64 = 60;
/// Days from 1 March of the year 0 to 30 December 1899.
const DAYS_BEFORE: i64 = 693_899;
const MILLISECONDS_A_DAY: f64 = 86_400_000.0;

/// Adds the date of a serial as `YYYY-MM-DD`, with ` HH:MM:SS` where there is a time; `false`, with
/// nothing added, if the serial is no date.
pub fn push_date(serial: f64, is_1904: bool, text: &mut String) -> bool {
    let serial = if is_1904 { serial + DAYS_1904 } else { serial };
    if !(1.0..SERIAL_END).contains(&serial) {
        return false;
    }
    let milliseconds = (serial * MILLISECONDS_A_DAY).round() as i64;
    let (day, rest) = (milliseconds / 86_400_000, milliseconds % 86_400_000 / 1000);
    let (year, month, day) = match day {
        LEAP_DAY_1900 => (1900, 2, 29),
        _ => civil(day + i64::from(day < LEAP_DAY_1900)),
    };
    push_digits(year, 4, text);
    text.push('-');
    push_digits(month, 2, text);
    text.push('-');
    push_digits(day, 2, text);
    if rest != 0 {
        let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
        // Writing to a string does not fail.
        let _ = write!(text, " {hour:02}:{minute:02}:{second:02}");
    }
    true
}

/// Adds a date that is stored as text, `2020-01-19T00:00:00Z`; `false` if it is none.
pub(crate) fn push_iso_date(raw: &str, text: &mut String) -> bool {
    let raw = raw.trim();
    let (date, time) = raw.split_once(['T', ' ']).unwrap_or((raw, ""));
    let fits = |part: &str, pattern: &str| {
        part.len() == pattern.len()
            && part
                .bytes()
                .zip(pattern.bytes())
                .all(|(byte, it)| byte == it || it == b'0' && byte.is_ascii_digit())
    };
    let time = time.trim_end_matches('Z');
    let time = time.split_once('.').map_or(time, |it| it.0);
    if !fits(date, "0000-00-00") || !(time.is_empty() || fits(time, "00:00:00")) {
        return false;
    }
    text.push_str(date);
    if !matches!(time, "" | "00:00:00") {
        text.push(' ');
        text.push_str(time);
    }
    true
}

/// The date of a number of days since 30 December 1899, in years that begin in March so that the
/// leap day is the last.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + DAYS_BEFORE;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}

fn push_digits(number: i64, count: u32, text: &mut String) {
    for place in (0..count).rev() {
        let digit = u8::try_from(number / 10_i64.pow(place) % 10);
        text.push(char::from(b'0' + digit.unwrap_or(0)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(serial: f64, is_1904: bool) -> String {
        let mut text = String::new();
        push_date(serial, is_1904, &mut text);
        text
    }

    #[test]
    fn serials_are_counted_as_workbooks_do() {
        let serials = [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (60.0, "1900-02-29"),
            (61.0, "1900-03-01"),
            (36_526.0, "2000-01-01"),
            (36_585.0, "2000-02-29"),
            (43_849.0, "2020-01-19"),
            (43_849.5, "2020-01-19 12:00:00"),
            (43_849.999_999_999, "2020-01-20"),
            (2_958_465.0, "9999-12-31"),
            (2_958_466.0, ""),
            (0.5, ""),
            (-1.0, ""),
            (f64::NAN, ""),
        ];
        for (serial, expected) in serials {
            assert_eq!(date(serial, false), expected, "{serial}");
        }
        assert_eq!(date(0.0, true), "1904-01-01");
        assert_eq!(date(42_387.0, true), "2020-01-19");
    }

    #[test]
    fn dates_as_text() {
        let dates = [
            ("2020-01-19T00:00:00", "2020-01-19"),
            ("2020-01-19T10:30:00.000Z", "2020-01-19 10:30:00"),
            ("2020-01-19", "2020-01-19"),
            ("43849", ""),
            ("2020-1-19", ""),
            ("2020-01-19T", "2020-01-19"),
        ];
        for (raw, expected) in dates {
            let mut text = String::new();
            assert_eq!(push_iso_date(raw, &mut text), !expected.is_empty());
            assert_eq!(text, expected);
        }
    }
}
