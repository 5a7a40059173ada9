//! What a roster says of a birth, to be held against a number.
//!
//! Deliberately absent: which of the two is wrong.

use roster_model::Column;
use roster_values::date::{Date, read_short_year};

use crate::Row;
use crate::gathered::birth_months::BornIn;

/// What the column says of the birth: in many a teacher's list no more than year and month.
#[derive(Clone, Copy)]
pub(crate) enum Stated {
    Day(Date),
    Month(BornIn),
}

impl Stated {
    pub(crate) fn has(self, birth: Date) -> bool {
        match self {
            Stated::Day(day) => day == birth,
            Stated::Month(month) => month.has(birth),
        }
    }

    pub(crate) fn year(self) -> u16 {
        match self {
            Stated::Day(day) => day.year(),
            Stated::Month(month) => month.year,
        }
    }

    /// Whether it says another month of the year, and another day of the month.
    pub(crate) fn has_other_month_and_day(self, birth: Date) -> (bool, bool) {
        match self {
            Stated::Day(day) => (day.month() != birth.month(), day.day() != birth.day()),
            Stated::Month(month) => (month.month.is_some_and(|it| it != birth.month()), false),
        }
    }
}

/// What the cell says; of a year of two digits only that it is not that of the number.
pub(crate) fn stated(row: &mut Row<'_>, birth: Date) -> Option<Stated> {
    if let Some(day) = row.date(Column::BirthDate).date() {
        return Some(Stated::Day(day));
    }
    if let Some(month) = row.born_in() {
        return Some(Stated::Month(month));
    }
    let day = read_short_year(row.text(Column::BirthDate))?;
    let short = |day: Date| (day.year() % 100, day.month(), day.day());
    (short(day) != short(birth)).then_some(Stated::Day(day))
}
