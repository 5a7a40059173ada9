//! Columns of birth dates that lack a part in every cell, and what tells so.

use roster_model::{CellKind, Column, SheetColumn, ValueId};
use roster_values::date::{Date, DateText, MonthForm, MonthText, read_date};
use roster_values::id_number::IdNumber;
use roster_values::text::{half_width, strip};

use crate::Roster;

/// At least this many dates of one year are no chance.
const DATES_MIN: usize = 5;

/// What a cell says of a birth that has no day: year and month, or the year alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct BornIn {
    pub(crate) year: u16,
    pub(crate) month: Option<u8>,
}

impl BornIn {
    /// Of a stored text in a column of birth dates: 2019.10, 201910, 2019年10月. Of 2019.1, which may be what is left of
    /// 2019.10, the year.
    pub(crate) fn of(roster: &Roster, index: usize, value: ValueId) -> Option<Self> {
        let at = value.0 as usize;
        if roster.dates(index)[at] != DateText::Ambiguous {
            return None;
        }
        match roster.months(index)[at] {
            MonthText::Plain { month, form } => {
                let is_told = match form {
                    // Where the year is the current one for all, nobody entered it.
                    MonthForm::WholeDate => false,
                    MonthForm::Compact => roster.births_are_months() || month.year() % 100 > 12,
                    _ => true,
                };
                is_told.then_some(BornIn {
                    year: month.year(),
                    month: Some(month.month()),
                })
            }
            MonthText::Ambiguous => {
                let text = roster.sheet.columns[index].cells.text(value).trim();
                let year = text.strip_suffix(".1").and_then(|it| it.parse().ok());
                let year = year.filter(|it| (1900..2200).contains(it))?;
                Some(BornIn { year, month: None })
            }
            _ => None,
        }
    }

    /// Whether a day lies in it.
    pub(crate) fn has(self, day: Date) -> bool {
        self.year == day.year() && self.month.is_none_or(|it| it == day.month())
    }

    /// Its first day and its last, as far as every month has it.
    pub(crate) fn days(self) -> Option<(Date, Date)> {
        let first = Date::new(self.year, self.month.unwrap_or(1), 1)?;
        Some((first, Date::new(self.year, self.month.unwrap_or(12), 28)?))
    }
}

/// Whether 201103 in a column of birth dates is March 2011, and not a day of 2020: its header asks for a month,
/// or more cells of six digits can only be months, or the identity numbers beside them say so.
pub(crate) fn are_months(roster: &Roster) -> bool {
    let Some(index) = roster.index_of(Column::BirthDate) else {
        return false;
    };
    let column = &roster.sheet.columns[index];
    if asks_for_month(&column.header) {
        return true;
    }
    let cells = &column.cells;
    let (mut months, mut days) = (0, 0);
    for value in cells.values() {
        let text = cells.text(value);
        match six_digits(text) {
            Some(digits) if is_month_only(&digits) => months += 1,
            Some(digits) if !is_month(&digits) && read_date(text) == DateText::Ambiguous => {
                days += 1;
            }
            _ => {}
        }
    }
    if months + days > 0 {
        return months > days;
    }
    let Some(ids) = roster.index_of(Column::IdNumber) else {
        return false;
    };
    let says_month = |row: u32| match &roster.ids(ids)[roster.value(ids, row).0 as usize] {
        IdNumber::Resident(id) => six_digits(roster.sheet.text(index, row))
            .is_some_and(|it| id.birth_text().starts_with(&it)),
        _ => false,
    };
    (0..roster.sheet.row_count()).any(says_month)
}

/// Whether a header asks for the year and the month alone.
fn asks_for_month(header: &str) -> bool {
    header.contains("年月") && !header.contains('日')
}

/// Six digits and nothing else.
fn six_digits(text: &str) -> Option<String> {
    let stripped = strip(text);
    let digits = half_width(&stripped);
    let is_six = digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_digit());
    is_six.then(|| digits.into_owned())
}

/// Whether six digits may be a year and a month.
pub(crate) fn is_month(digits: &str) -> bool {
    (digits.starts_with("19") || digits.starts_with("20")) && ("01"..="12").contains(&&digits[4..])
}

/// Whether they cannot be a day as well.
pub(crate) fn is_month_only(digits: &str) -> bool {
    is_month(digits) && &digits[2..4] > "12"
}

/// Whether the dates of a column of birth dates have a year that nobody entered: who types 6月15日 gets a day
/// of the current year. No pupil was born in it, nor in the one before.
pub(crate) fn lack_year(column: &SheetColumn, dates: &[DateText], today: Date) -> bool {
    let cells = &column.cells;
    if column.column != Some(Column::BirthDate) {
        return false;
    }
    let is_date = |it: &_| cells.kind(*it) == CellKind::Date;
    let mut years = cells
        .values()
        .filter(is_date)
        .filter_map(|it| dates[it.0 as usize].date().map(Date::year));
    let Some(first) = years.next() else {
        return false;
    };
    let mut count = 1;
    let is_one = years.all(|it| {
        count += 1;
        it == first
    });
    is_one && count >= DATES_MIN && first + 1 >= today.year()
}
