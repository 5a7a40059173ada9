//! Codes of classes that another sheet has for another class of the grade: where each class has a sheet or a file of
//! its own, the form of one was copied for the next.
//!
//! Of sheets whose school nobody names, only those of one file are of one school.

use roster_model::Column;

use crate::Run;
use crate::gathered::class_numbers::is_one_class;
use crate::gathered::classes::{filled, grade};

/// A class whose code another sheet has for another class.
pub(crate) struct OtherSheet {
    /// Sheet and row of the first pupil of the class.
    pub(crate) here: (u32, u32),
    /// And of the other one.
    pub(crate) there: (u32, u32),
    /// How many rows the class has.
    pub(crate) count: usize,
}

/// School, file where no school is told, grade and code.
type Key = (u64, u32, String, String);

/// One for each class of a code but the first, in the order of the sheets.
pub(crate) fn across_sheets(run: &Run<'_>) -> Vec<OtherSheet> {
    let mut classes: Vec<(Key, (u32, u32), usize)> = Vec::new();
    for (sheet, roster) in run.lists_of_classes() {
        // A campus may count its classes from one.
        if roster.sheet.campuses().is_some() {
            continue;
        }
        for &(row, count) in &roster.odd_classes().usual {
            let code = filled(Column::ClassCode, roster.text(Column::ClassCode, row));
            let said = [Column::Grade, Column::EnrolmentMonth];
            let mut said = said.map(|it| grade(it, roster.text(it, row)));
            if let Some(grade) = roster.grade_meant(row) {
                said[0] = Some(grade.to_owned());
            }
            let named = || grade(Column::Grade, &roster.sheet.named.grade);
            let grade = said.into_iter().flatten().next().or_else(named);
            let (Some(code), Some(grade)) = (code, grade) else {
                continue;
            };
            let school = roster.sheet.school(row);
            let file = if school == 0 { roster.sheet.file } else { 0 };
            classes.push(((school, file, grade, code), (sheet, row), count));
        }
    }
    roster_order::sort(&mut classes);
    let name = |(sheet, row): (u32, u32)| {
        run.rosters[sheet as usize]
            .text(Column::ClassName, row)
            .trim()
    };
    let mut found: Vec<OtherSheet> = Vec::new();
    for of_code in classes.chunk_by(|a, b| a.0 == b.0) {
        let there = of_code[0].1;
        for &(_, here, count) in &of_code[1..] {
            let (one, other) = (name(here), name(there));
            let is_same = filled(Column::ClassName, one) == filled(Column::ClassName, other);
            if here.0 != there.0 && !is_same && !is_one_class(one, other) {
                found.push(OtherSheet { here, there, count });
            }
        }
    }
    roster_order::sort_by_key(&mut found, |it| it.here);
    found
}
