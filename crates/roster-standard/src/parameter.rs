//! What a profile sets and one run may set otherwise, and the forms its values have. Every profile
//! has every parameter; it differs only in the value one has unless another is set.
//!
//! A value is checked where it is given; a rule that reads it may rely on its form and treats what
//! it cannot read as not set.

use std::borrow::Cow;

use crate::generated::profiles::PARAMETERS;
use crate::{Column, region};

/// Parameters of which the second is never less than the first.
const LEAST_AND_MOST: [[&str; 2]; 1] = [["student_age_min", "student_age_max"]];

/// Something a profile sets and one run may set otherwise.
#[derive(Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name, in snake case.
    pub name: &'static str,
    /// The heading under which a form offers it: `writing`, `file`, `pupil`, `school`, `contact` or
    /// `changes`.
    pub group: &'static str,
    /// The value unless the profile or the run says another.
    pub default: Setting,
    /// The values it may be; any of its form when there are none.
    pub allowed: &'static [&'static str],
    /// What each of them means, in Chinese and in English.
    pub words: &'static [(&'static str, &'static str)],
    /// How a value is written.
    pub form: Form,
    /// What it means, in Chinese.
    pub zh: &'static str,
    /// What it means, in English.
    pub en: &'static str,
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A whole number.
    Number(i64),
    /// A text.
    Text(Cow<'static, str>),
}

/// How the value of a parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A whole number from the first to the second.
    Number(i64, i64),
    /// A year of four digits, or 0.
    Year,
    /// The code of a county, six digits, or 0.
    County,
    /// One of the texts allowed.
    Word,
    /// A day of every year: `08-31`.
    MonthDay,
    /// Months in two digits with commas between: `03,09`; may be empty.
    Months,
    /// Periods of a year with commas between: `01-10..02-28,07-01..09-15`; may be empty.
    Windows,
    /// Keys of columns with commas between.
    Columns,
    /// Any texts with commas between; may be empty.
    List,
    /// Letters that stand for digits: `YYYYCCNN`; may be empty.
    Mask,
}

/// A day of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u8,
    /// 1 to the last day of the month, 29 in February.
    pub day: u8,
}

/// A period of every year, both days included; one whose end is before its start runs over the end
/// of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub first: MonthDay,
    /// The last day.
    pub last: MonthDay,
}

impl Parameter {
    /// Every parameter, in the order in which they are told.
    pub fn all() -> &'static [Parameter] {
        PARAMETERS
    }

    /// The parameter with this name.
    pub fn by_name(name: &str) -> Option<&'static Parameter> {
        PARAMETERS.iter().find(|it| it.name == name)
    }

    /// The least and the most of one thing that are set so that nothing lies between them.
    pub fn crossed(value: impl Fn(&str) -> Option<i64>) -> Option<[&'static str; 2]> {
        LEAST_AND_MOST
            .into_iter()
            .find(|names| matches!(names.map(&value), [Some(least), Some(most)] if least > most))
    }

    /// Whether the parameter may have this value.
    pub fn takes(&self, value: &str) -> bool {
        let listed = self.allowed.is_empty() || self.allowed.contains(&value);
        listed && self.form.takes(value)
    }
}

impl Form {
    /// The word for programs.
    pub fn key(self) -> &'static str {
        match self {
            Form::Number(..) | Form::Year | Form::County => "number",
            Form::Word => "word",
            Form::MonthDay => "month-day",
            Form::Months => "months",
            Form::Windows => "windows",
            Form::Columns => "columns",
            Form::List => "list",
            Form::Mask => "mask",
        }
    }

    /// A value of this form, to show how one is written.
    pub fn example(self) -> &'static str {
        match self {
            Form::Number(..) => "0",
            Form::Year => "2026",
            Form::County => "440604",
            Form::Word => "",
            Form::List => "休学,复学",
            Form::MonthDay => "08-31",
            Form::Months => "03,09",
            Form::Windows => "01-10..02-28,07-01..09-15",
            Form::Columns => "name,birth_date",
            Form::Mask => "YYYYCCNN",
        }
    }

    fn takes(self, value: &str) -> bool {
        match self {
            Form::Number(least, most) => value
                .parse()
                .is_ok_and(|number| (least..=most).contains(&number)),
            Form::Year => {
                value == "0"
                    || value
                        .parse()
                        .is_ok_and(|it: u16| (2000..2100).contains(&it))
            }
            Form::County => {
                let is_county = |code: u32| !code.is_multiple_of(100) && region::ever_valid(code);
                value == "0" || value.parse().is_ok_and(is_county)
            }
            Form::Word => true,
            // What is written with another sign between would be one item that nothing equals.
            Form::List => {
                let is_list = !value.contains([';', '；']) && items(value).next().is_some();
                value.is_empty() || is_list && items(value).all(may_be_kind)
            }
            Form::MonthDay => month_day(value).is_some(),
            Form::Months => items(value).all(|it| month(it).is_some()),
            Form::Windows => items(value).all(|it| window(it).is_some()),
            Form::Columns => items(value).all(|it| Column::from_key(it).is_some()),
            // Without a place for a digit it would be one number for all.
            Form::Mask => {
                value.is_empty()
                    || value.contains(['Y', 'C', 'N', '#'])
                        && value.chars().all(|it| !it.is_whitespace())
            }
        }
    }
}

impl MonthDay {
    /// The day of the year that a month and a day are, if there is one in some year.
    pub fn new(month: u8, day: u8) -> Option<Self> {
        let last = match month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=last).contains(&day).then_some(MonthDay { month, day })
    }
}

impl Window {
    /// Whether the day is in the period.
    pub fn contains(self, day: MonthDay) -> bool {
        if self.first <= self.last {
            (self.first..=self.last).contains(&day)
        } else {
            day >= self.first || day <= self.last
        }
    }
}

/// The items of a value with commas between; none of an empty one. A Chinese comma is a comma.
pub fn items(value: &str) -> impl Iterator<Item = &str> {
    let parts = value.split([',', '，', '、']).map(str::trim);
    parts.filter(|it| !it.is_empty())
}

/// Whether a kind of change may be meant, one of the table or one in use nowhere else: no code that the table lacks.
fn may_be_kind(item: &str) -> bool {
    kind_of_change(item) != item || item.contains(|it: char| !it.is_ascii_digit())
}

/// The name of a kind of change that is written as its code, or in other words; one that the table lacks as it is.
pub fn kind_of_change(item: &str) -> &str {
    let table = Column::EventType.info().table;
    let found = table.and_then(|it| it.find(item).entry());
    found.map_or(item, |it| it.label)
}

/// `08-31` as a day.
fn month_day(text: &str) -> Option<MonthDay> {
    let (month_text, day) = text.trim().split_once('-')?;
    MonthDay::new(month(month_text)?, two_digits(day)?)
}

/// `09` as a month.
pub fn month(text: &str) -> Option<u8> {
    two_digits(text).filter(|it| (1..=12).contains(it))
}

/// `01-10..02-28` as a period.
pub fn window(text: &str) -> Option<Window> {
    let (first, last) = text.split_once("..")?;
    Some(Window {
        first: month_day(first)?,
        last: month_day(last)?,
    })
}

fn two_digits(text: &str) -> Option<u8> {
    let is_two = text.len() == 2 && text.bytes().all(|it| it.is_ascii_digit());
    is_two.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_the_form_of_its_parameter() {
        let takes = |form: Form, texts: &[&str]| texts.iter().all(|it| form.takes(it));
        let refuses = |form: Form, texts: &[&str]| texts.iter().all(|it| !form.takes(it));
        assert!(takes(Form::MonthDay, &["08-31", "02-29", " 01-01 "]));
        assert!(refuses(
            Form::MonthDay,
            &["", "8-31", "13-01", "02-30", "0831", "00-10"]
        ));
        assert!(takes(
            Form::Months,
            &["", "09", "03,09", "03，09", "03, 09"]
        ));
        assert!(refuses(Form::Months, &["9", "13", "03;09"]));
        assert!(takes(
            Form::Windows,
            &["", "01-10..02-28,07-01..09-15", "12-20..01-10"]
        ));
        assert!(refuses(
            Form::Windows,
            &["01-10-02-28", "01-10..", "01-10..02-30"]
        ));
        assert!(takes(Form::Columns, &["name", "name,birth_date"]));
        assert!(refuses(Form::Columns, &["Name", "姓名"]));
        assert!(takes(Form::Year, &["0", "2026"]));
        assert!(refuses(Form::Year, &["26", "1800", "-2026", ""]));
        assert!(takes(Form::County, &["0", "440604"]));
        assert!(refuses(
            Form::County,
            &["11010", "440600", "999999", "110101000000"]
        ));
        assert!(takes(
            Form::List,
            &["", "休学", "休学，复学", "11,12", "休学,借读"]
        ));
        assert!(refuses(Form::List, &[",", "休学;复学", "休学,77"]));
        assert!(takes(Form::Number(0, 100), &["0", "100"]));
        assert!(refuses(
            Form::Number(0, 100),
            &["", "-1", "101", "1.5", "many"]
        ));
    }

    #[test]
    fn a_period_may_run_over_the_end_of_the_year() {
        let winter = window("12-20..01-10").expect("a period");
        let day = |month, day| MonthDay::new(month, day).expect("a day");
        assert!(winter.contains(day(12, 20)) && winter.contains(day(1, 10)));
        assert!(!winter.contains(day(1, 11)) && !winter.contains(day(6, 1)));
        let summer = window("07-01..09-15").expect("a period");
        assert!(summer.contains(day(9, 15)) && !summer.contains(day(9, 16)));
    }
}
