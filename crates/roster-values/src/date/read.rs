//! Reads a day from the text of a cell.
//!
//! A reading is given only where the text has exactly one; two-digit years, months without a day and
//! `03/04/2018` are reported as ambiguous rather than guessed. It does not judge whether the form is
//! the one wanted: it names the form.

use super::calendar::Date;
use super::split::{Number, Sign, Split, split};
use crate::text::strip;

/// How a readable date was written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DateForm {
    /// `20180901`, half width or full width.
    Compact,
    /// `2018-09-01`, `2018-9-1`, also with full-width hyphens or dashes.
    Dashed,
    /// `2018/9/1`.
    Slashed,
    /// `2018.9.1`.
    Dotted,
    /// `2018年9月1日`, also with 号 or without the last sign.
    Chinese,
    /// Two different signs, as in `2018-9.1`.
    Mixed,
    /// Any of the other forms and a time of day after it.
    WithTime,
    /// `20180901.0`, a number that went through a program.
    DecimalNumber,
    /// `31/12/2018`: the year last, and only one order of day and month is possible.
    YearLast,
}

/// What the text of a date cell means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DateText {
    /// Nothing visible.
    Blank,
    /// A day, written out.
    Plain {
        /// The day.
        date: Date,
        /// How it was written.
        form: DateForm,
    },
    /// A serial number of a spreadsheet, 20000 to 60000 (1954 to 2064) in the 1900 date system.
    Serial(Date),
    /// More than one day could be meant: a two-digit year, day and month exchangeable, no day at all.
    Ambiguous,
    /// No day of the calendar, or no date.
    Unreadable,
}

impl DateText {
    /// The day, where exactly one is meant.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::Plain { date, .. } | Self::Serial(date) => Some(date),
            Self::Blank | Self::Ambiguous | Self::Unreadable => None,
        }
    }
}

/// Reads the text of a date cell. Invisible characters, outer white space and full-width digits do
/// not matter.
pub fn read_date(text: &str) -> DateText {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return compact(
            text.bytes()
                .fold(0, |value, b| value * 10 + u64::from(b - b'0')),
            DateForm::Compact,
        );
    }
    let stripped = strip(text);
    if stripped.is_empty() {
        return DateText::Blank;
    }
    match split(&stripped) {
        Some(split) => match split.count {
            1 => from_one(&split),
            2 => from_two(&split),
            _ => from_three(&split),
        },
        None => DateText::Unreadable,
    }
}

/// The day that a text means which has two digits for the year and says which two: `18年4月17日`, `17-Apr-18`. Of this
/// century; the text alone does not tell that.
pub fn read_short_year(text: &str) -> Option<Date> {
    let stripped = strip(text);
    let split = split(&stripped)?;
    let [first, second, third] = split.numbers;
    if split.count < 3 || first.digits.max(third.digits) > 2 {
        return None;
    }
    let has_name = stripped.contains(|it: char| it.is_ascii_alphabetic())
        && stripped.starts_with(|it: char| it.is_ascii_digit());
    let (year, day) = match form_of(&split)? {
        _ if has_name => (third, first),
        DateForm::Chinese => (first, third),
        _ => return None,
    };
    date_of(2000 + year.value, second.value, day.value)
}

fn from_one(split: &Split) -> DateText {
    let Number { value, digits } = split.numbers[0];
    let unsigned = split.signs[0].is_none();
    let form = if split.with_time {
        DateForm::WithTime
    } else {
        DateForm::Compact
    };
    match digits {
        8 if unsigned => compact(value, form),
        12 if unsigned && value % 100 < 60 => compact(value / 10_000, DateForm::WithTime),
        14 if unsigned && value % 100 < 60 => compact(value / 1_000_000, DateForm::WithTime),
        5 if unsigned => serial(value),
        6 if unsigned && (is_year_and_month(value) || is_short_date(value)) => DateText::Ambiguous,
        4 if unsigned || split.signs[0] == Some(Sign::Year) => {
            if is_year(value) {
                DateText::Ambiguous
            } else {
                DateText::Unreadable
            }
        }
        _ => DateText::Unreadable,
    }
}

fn from_two(split: &Split) -> DateText {
    let [first, second, _] = split.numbers;
    let point = split.signs[0] == Some(Sign::Dot) && split.signs[1].is_none();
    if point && first.digits == 8 && second.value == 0 {
        return compact(first.value, DateForm::DecimalNumber);
    }
    if point && first.digits == 5 {
        return serial(first.value);
    }
    let month_of_year = first.digits == 4 && is_year(first.value) && second.digits <= 2;
    if month_of_year && (1..=12).contains(&second.value) {
        return DateText::Ambiguous;
    }
    // A birthday without its year.
    let some_year = Number {
        value: 2000,
        digits: 4,
    };
    let is_birthday = matches!(
        split.signs,
        [Some(Sign::Month), None | Some(Sign::Day), None]
    );
    if is_birthday && first.digits <= 2 && day(some_year, first, second).is_some() {
        return DateText::Ambiguous;
    }
    DateText::Unreadable
}

fn from_three(split: &Split) -> DateText {
    let [first, second, third] = split.numbers;
    if first.digits == 4 && second.digits <= 2 && third.digits <= 2 {
        return match (day(first, second, third), form_of(split)) {
            (Some(date), Some(form)) => DateText::Plain { date, form },
            _ => DateText::Unreadable,
        };
    }
    if first.digits > 2 || second.digits > 2 || form_of(split).is_none() {
        return DateText::Unreadable;
    }
    if third.digits == 4 {
        return match (day(third, second, first), day(third, first, second)) {
            (Some(date), other) if other.is_none_or(|other| other == date) => DateText::Plain {
                date,
                form: DateForm::YearLast,
            },
            (None, Some(date)) => DateText::Plain {
                date,
                form: DateForm::YearLast,
            },
            (Some(_), Some(_)) => DateText::Ambiguous,
            _ => DateText::Unreadable,
        };
    }
    // A leap year stands for every century: the question is only whether some reading exists.
    let some_year = Number {
        value: 2000,
        digits: 4,
    };
    let readings = [
        day(some_year, second, third),
        day(some_year, second, first),
        day(some_year, first, second),
    ];
    if third.digits <= 2 && readings.iter().any(Option::is_some) {
        return DateText::Ambiguous;
    }
    DateText::Unreadable
}

fn compact(value: u64, form: DateForm) -> DateText {
    match date_of(value / 10_000, value / 100 % 100, value % 100) {
        Some(date) => DateText::Plain { date, form },
        None => DateText::Unreadable,
    }
}

fn serial(value: u64) -> DateText {
    let date = u32::try_from(value)
        .ok()
        .filter(|value| (20_000..=60_000).contains(value));
    date.and_then(Date::from_excel_serial)
        .map_or(DateText::Unreadable, DateText::Serial)
}

fn day(year: Number, month: Number, day: Number) -> Option<Date> {
    date_of(year.value, month.value, day.value)
}

fn date_of(year: u64, month: u64, day: u64) -> Option<Date> {
    if !is_year(year) {
        return None;
    }
    Date::new(
        u16::try_from(year).ok()?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    )
}

/// Years that a roster can mean at all; 9999 is used for "no end".
fn is_year(value: u64) -> bool {
    (1800..=9999).contains(&value)
}

fn is_year_and_month(value: u64) -> bool {
    (1900..2200).contains(&(value / 100)) && (1..=12).contains(&(value % 100))
}

fn is_short_date(value: u64) -> bool {
    date_of(2000, value / 100 % 100, value % 100).is_some()
}

/// The form by the signs; None where 年, 月 or 日 stand in a wrong place.
fn form_of(split: &Split) -> Option<DateForm> {
    let form = match split.signs {
        [Some(Sign::Year), Some(Sign::Month), None | Some(Sign::Day)] => DateForm::Chinese,
        [Some(Sign::Dash), Some(Sign::Dash), None] => DateForm::Dashed,
        [Some(Sign::Slash), Some(Sign::Slash), None] => DateForm::Slashed,
        [Some(Sign::Dot), Some(Sign::Dot), None] => DateForm::Dotted,
        [
            Some(first),
            Some(second),
            None | Some(Sign::Day | Sign::Dot),
        ] if !matches!(first, Sign::Month | Sign::Day)
            && !matches!(second, Sign::Year | Sign::Day) =>
        {
            DateForm::Mixed
        }
        _ => return None,
    };
    Some(if split.with_time {
        DateForm::WithTime
    } else {
        form
    })
}
