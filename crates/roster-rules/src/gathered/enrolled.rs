//! In which school year nearly all pupils of a grade enrolled. Some schools keep the month of primary school, some
//! grades are of another system of years; the list itself says it, and one pupil beside all others shows.

use roster_model::Column;

use crate::gathered::school_year::{Grade, school_year_of};
use crate::{Roster, Row};

/// Fewer pupils of a grade say nothing of the others.
const PUPILS_MIN: u32 = 8;
/// More than one in this many who enrolled in other years are no exception.
const EXCEPTIONS_ONE_IN: u32 = 10;
/// School years that are looked at, up to the one after the list's.
const YEARS: usize = 20;
/// How many of them lie before the list's.
const YEARS_BEFORE: i32 = 18;
/// Schools, and one more than the years of the longest.
const GRADES: usize = 3 * 10;

/// The usual year of each grade; zero where there is none.
pub(crate) struct Enrolled([i32; GRADES]);

impl Enrolled {
    pub(crate) fn of(roster: &Roster) -> Self {
        let mut usual = [0; GRADES];
        if !roster.has(Column::Grade) || !roster.has(Column::EnrolmentMonth) {
            return Enrolled(usual);
        }
        let terms = roster.terms();
        let first = terms.last_year - YEARS_BEFORE;
        let mut counts = [[0_u32; YEARS]; GRADES];
        for row in 0..roster.sheet.row_count() {
            let row = Row::unasked(roster, row);
            let month = row.month(Column::EnrolmentMonth).month();
            let grade = row.grade().and_then(Grade::of);
            let (Some(month), Some(grade)) = (month, grade) else {
                continue;
            };
            let year = school_year_of(month.year(), month.month()) - first;
            let of_grade = &mut counts[place(grade)];
            if let Some(count) = usize::try_from(year)
                .ok()
                .and_then(|it| of_grade.get_mut(it))
            {
                *count += 1;
            }
        }
        for (usual, counts) in usual.iter_mut().zip(&counts) {
            let all: u32 = counts.iter().sum();
            let is_usual = |it: &u32| (all - it) * EXCEPTIONS_ONE_IN <= all;
            let found = counts.iter().zip(first..).find(|it| is_usual(it.0));
            if let Some((_, year)) = found.filter(|_| all >= PUPILS_MIN) {
                *usual = year;
            }
        }
        Enrolled(usual)
    }

    /// The school year in which nearly all pupils of a grade enrolled.
    pub(crate) fn year_of(&self, grade: Grade) -> Option<i32> {
        Some(self.0[place(grade)]).filter(|it| *it != 0)
    }
}

/// The place of a grade, whose years are those of a digit.
fn place(grade: Grade) -> usize {
    grade.school as usize * 10 + usize::try_from(grade.year).unwrap_or(0).min(9)
}
