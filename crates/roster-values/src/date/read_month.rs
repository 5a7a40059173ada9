//! Reads a month of a year, such as the month of enrolment, from the text of a cell.
//!
//! The same care as for days: one reading or none. A whole date is readable as its month, and says so.

use super::calendar::Month;
use super::read::{DateText, read_date};
use super::split::{Sign, Split, split};
use crate::text::strip;

/// How a readable month was written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MonthForm {
    /// `202409`.
    Compact,
    /// `2024-09` or `2024-9`.
    Dashed,
    /// `2024/9`.
    Slashed,
    /// `2024.09` or `2024.9`.
    Dotted,
    /// `2024年9月`, also without the last sign.
    Chinese,
    /// `202409.0`, a number that went through a program.
    DecimalNumber,
    /// `09/2024`.
    YearLast,
    /// A whole date, as in `20240901` or `2017.09.01`.
    WholeDate,
}

/// What the text of a month cell means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MonthText {
    /// Nothing visible.
    Blank,
    /// A month, written out.
    Plain {
        /// The month.
        month: Month,
        /// How it was written.
        form: MonthForm,
    },
    /// The month of a spreadsheet's serial number.
    Serial(Month),
    /// More than one month could be meant: a two-digit year, an ambiguous date, `20249`, or `2024.1`, which
    /// is what a spreadsheet makes of 2024.10.
    Ambiguous,
    /// No month of the calendar, or no month at all.
    Unreadable,
}

impl MonthText {
    /// The month, where exactly one is meant.
    pub const fn month(self) -> Option<Month> {
        match self {
            Self::Plain { month, .. } | Self::Serial(month) => Some(month),
            Self::Blank | Self::Ambiguous | Self::Unreadable => None,
        }
    }
}

/// Reads the text of a month cell.
pub fn read_month(text: &str) -> MonthText {
    let stripped = strip(text);
    if stripped.is_empty() {
        return MonthText::Blank;
    }
    let reading = split(&stripped).and_then(|split| match split.count {
        1 => from_one(&split),
        2 => from_two(&split),
        _ => None,
    });
    reading.unwrap_or_else(|| from_date(&stripped))
}

/// `None` where the text should be tried as a date.
fn from_one(split: &Split) -> Option<MonthText> {
    let number = split.numbers[0];
    match (number.digits, split.signs[0]) {
        (6, None) => Some(plain(
            number.value / 100,
            number.value % 100,
            MonthForm::Compact,
        )),
        (4, _) => Some(MonthText::Unreadable),
        // 20239 lacks a zero; as a serial number it would be a day of long ago.
        (5, None) if (2000..2050).contains(&(number.value / 10)) => Some(MonthText::Ambiguous),
        _ => None,
    }
}

fn from_two(split: &Split) -> Option<MonthText> {
    let [first, second, _] = split.numbers;
    if first.digits == 6 && second.value == 0 && split.signs == [Some(Sign::Dot), None, None] {
        return Some(plain(
            first.value / 100,
            first.value % 100,
            MonthForm::DecimalNumber,
        ));
    }
    let form = match split.signs {
        [Some(Sign::Year), None | Some(Sign::Month), None] => MonthForm::Chinese,
        [Some(Sign::Dash), None, None] => MonthForm::Dashed,
        [Some(Sign::Slash), None, None] => MonthForm::Slashed,
        [Some(Sign::Dot), None, None] => MonthForm::Dotted,
        _ => return None,
    };
    if first.digits == 4 && second.digits <= 2 {
        if form == MonthForm::Dotted && second.digits == 1 && second.value == 1 {
            return Some(MonthText::Ambiguous);
        }
        return Some(plain(first.value, second.value, form));
    }
    if form == MonthForm::Chinese {
        return (first.digits == 2).then_some(MonthText::Ambiguous);
    }
    match (first.digits, second.digits) {
        (1 | 2, 4) => Some(plain(second.value, first.value, MonthForm::YearLast)),
        (1 | 2, 1 | 2) => Some(MonthText::Ambiguous),
        _ => None,
    }
}

fn from_date(text: &str) -> MonthText {
    match read_date(text) {
        DateText::Blank => MonthText::Blank,
        DateText::Plain { date, .. } => MonthText::Plain {
            month: date.in_month(),
            form: MonthForm::WholeDate,
        },
        DateText::Serial(date) => MonthText::Serial(date.in_month()),
        DateText::Ambiguous => MonthText::Ambiguous,
        DateText::Unreadable => MonthText::Unreadable,
    }
}

fn plain(year: u64, month: u64, form: MonthForm) -> MonthText {
    let year = u16::try_from(year)
        .ok()
        .filter(|year| (1900..2200).contains(year));
    let month = u8::try_from(month).ok();
    match year
        .zip(month)
        .and_then(|(year, month)| Month::new(year, month))
    {
        Some(month) => MonthText::Plain { month, form },
        None => MonthText::Unreadable,
    }
}
