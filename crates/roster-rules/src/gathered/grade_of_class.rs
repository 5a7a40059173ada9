//! Pupils whose grade is another than that of the class they are put into.
//!
//! Only of classes whose name or code tells the grade: 1班 is in every grade. And only where a few pupils say
//! another grade than many: a class may be of several grades.

use std::collections::BTreeMap;

use roster_model::Column;
use roster_order::FewMap;
use roster_standard::Listed;
use roster_values::class_name::{grade_in, year_of_class};
use roster_values::text::tidy_code;

use crate::gathered::class_numbers::numbers;
use crate::gathered::classes::{Labels, SchoolsOf, filled, holds_grade};
use crate::gathered::school_year::{Grade, School};
use crate::{Roster, Row};

/// The usual grade has at least this many pupils of the class, and this many times as many as the other.
const USUAL_MIN: usize = 8;

/// Pupils of one class who say the same other grade.
pub(crate) struct Strays {
    pub(crate) rows: Vec<u32>,
    /// The first row with the usual grade.
    pub(crate) usual: u32,
    /// The column that names the class.
    pub(crate) column: Column,
}

/// The pupils of a sheet whose class is of another grade, but for those of whom the grade is told otherwise.
pub(crate) fn strays(
    roster: &Roster,
    tells_grade: fn(&str) -> bool,
    is_told: fn(&Row<'_>, &str) -> bool,
) -> Vec<Strays> {
    if !roster.has(Column::Grade) {
        return Vec::new();
    }
    let schools = SchoolsOf::of(roster);
    let mut found: Vec<Strays> = Vec::new();
    for column in [Column::ClassCode, Column::ClassName] {
        let classes = Labels::of(roster, column, filled);
        let mut grades: BTreeMap<(u32, u32), FewMap<&str, Vec<u32>>> = BTreeMap::new();
        for row in 0..roster.sheet.row_count() {
            let class = classes.at(roster, row);
            let pupil = Row::unasked(roster, row);
            let (Listed::Label(it) | Listed::Code(it) | Listed::Alias(it)) = pupil.grade_listed()
            else {
                continue;
            };
            if class > 0 && tells_grade(roster.text(column, row)) && !is_told(&pupil, it.code) {
                let of_class = grades.entry((schools.at(roster, row), class)).or_default();
                of_class.get_or_insert_with(it.code, Vec::new).push(row);
            }
        }
        for of_class in grades.into_values().filter(|it| it.len() > 1) {
            let rows = || of_class.iter().map(|it| it.1);
            let most = rows().map(Vec::len).max().unwrap_or(0);
            let usual = rows().find(|it| it.len() == most);
            let Some(&usual) = usual.and_then(|it| it.first()) else {
                continue;
            };
            for (_, rows) in of_class {
                let is_few = most >= USUAL_MIN && rows.len() * USUAL_MIN <= most;
                let is_found = found.iter().any(|it| it.rows.contains(&rows[0]));
                if is_few && !is_found {
                    found.push(Strays {
                        rows,
                        usual,
                        column,
                    });
                }
            }
        }
    }
    found
}

/// Whether a class is one of a grade, by its name or its code: 五（1）班, 三年级2班, 202502.
pub(crate) fn tells_grade(name: &str) -> bool {
    holds_grade(&tidy_code(name)) || numbers(name).is_some_and(|it| it.len() > 1)
}

/// The rows whose class is by its name one of another grade than their own, together where grade and class are the same.
pub(crate) fn unlike_grade(
    roster: &Roster,
    is_told: impl Fn(&Row<'_>, &str) -> bool,
) -> Vec<Vec<u32>> {
    let mut found: FewMap<(u32, u32), Vec<u32>> = FewMap::default();
    let columns = (
        roster.index_of(Column::ClassName),
        roster.index_of(Column::Grade),
    );
    let (Some(name), Some(grade)) = columns else {
        return Vec::new();
    };
    let cells = &roster.sheet.columns[name].cells;
    let years = cells.values().map(|it| year_told(cells.text(it)));
    let years: Vec<Option<u8>> = years.collect();
    for row in 0..roster.sheet.row_count() {
        let value = roster.value(name, row);
        let Some(year) = years[value.0 as usize] else {
            continue;
        };
        let pupil = Row::unasked(roster, row);
        let (Listed::Label(entry) | Listed::Code(entry) | Listed::Alias(entry)) =
            pupil.grade_listed()
        else {
            continue;
        };
        let Some(it) = Grade::of(entry) else { continue };
        let texts = (roster.text(Column::Grade, row), cells.text(value));
        let is_primary = roster.school_class(row) == PRIMARY;
        if !may_be(it, is_primary, texts, i32::from(year)) && !is_told(&pupil, entry.code) {
            let pair = (value.0, roster.value(grade, row).0);
            found.get_or_insert_with(pair, Vec::new).push(row);
        }
    }
    found.into_iter().map(|it| it.1).collect()
}

/// The class of primary schools in a school code.
const PRIMARY: u8 = 21;

/// The year of school that the name of a class says beyond doubt: that 301班 is of the third grade is the custom of some
/// schools, others count all the classes they ever had; a combined class (复式) has several.
fn year_told(name: &str) -> Option<u8> {
    let is_number = |it: char| it.is_ascii_digit() || it == '班';
    if name.trim().chars().all(is_number) || name.contains('复') {
        return None;
    }
    year_of_class(name)
}

/// Whether pupils of a grade may be in a class of a year. Each school may count from one, grades of junior school are
/// counted from the first of primary school too; and where that has five years, 初一 is the sixth.
fn may_be(grade: Grade, is_primary: bool, (text, name): (&str, &str), year: i32) -> bool {
    let own = grade.year;
    let is_junior = |it: &str| grade_in(it).is_some_and(|it| it.starts_with('初'));
    match grade.school {
        School::Primary => {
            // 三年级 may be of any school, where nothing says of which.
            let is_open = !is_primary && !text.contains('小');
            let as_junior =
                is_junior(name) && (own == 6 && year == 7 || is_open && year == own + 6);
            let as_senior = is_open && name.contains('高') && year == own + 9;
            year == own || as_junior || as_senior
        }
        School::Junior => {
            // 七年级 beside 初二 is a matter of the system of grades, and beside 八年级 it is not.
            let is_of_one_count = !is_junior(name) && !is_junior(text);
            let usual = year == own || year == own + 6;
            usual || !is_of_one_count && (year == own + 5 || year == own + 7)
        }
        School::Senior => year == own || year == own + 9,
    }
}
