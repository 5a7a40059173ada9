//! From the last grade of primary school to the first of junior school: which sheets of a run list the
//! one a year ago, and which the other now.

use roster_model::{Column, SheetRole};
use roster_standard::Listed;

use crate::{Roster, Row};

/// The sheets that are last year's lists, by position: where the parameter `promotion_check` asks for
/// them, those with pupils of the last grade and none of the next, when another file has the next.
pub fn of_last_year(rosters: &[Roster]) -> Vec<usize> {
    let is_meant = |roster: &&Roster| {
        roster.parameter("promotion_check") == "yes"
            && roster.sheet.role == SheetRole::Roster
            && roster.sheet.lists_pupils()
    };
    let has_entrants_elsewhere = |file: u32| {
        let others = rosters.iter().filter(|it| it.sheet.file != file);
        others
            .filter(|it| it.sheet.lists_pupils())
            .any(|it| !entrants(it).is_empty())
    };
    let sheets = rosters.iter().enumerate();
    sheets
        .filter(|(_, it)| is_meant(it))
        .filter(|(_, it)| !leavers(it).is_empty() && entrants(it).is_empty())
        .filter(|(_, it)| has_entrants_elsewhere(it.sheet.file))
        .map(|(at, _)| at)
        .collect()
}

/// The rows of the last grade of primary school.
pub(crate) fn leavers(roster: &Roster) -> Vec<u32> {
    let last = match roster.parameter("grade_system") {
        "five-four" => "小学五年级",
        _ => "小学六年级",
    };
    rows_of(roster, last)
}

/// The rows of the first grade of junior school.
pub(crate) fn entrants(roster: &Roster) -> Vec<u32> {
    rows_of(roster, "初中一年级")
}

fn rows_of(roster: &Roster, label: &str) -> Vec<u32> {
    if !roster.has(Column::Grade) {
        return Vec::new();
    }
    let is_of_grade = |row: &u32| match Row::unasked(roster, *row).grade_listed() {
        Listed::Label(it) | Listed::Code(it) | Listed::Alias(it) => it.label == label,
        Listed::Doubtful(_) | Listed::Unknown => false,
    };
    (0..roster.sheet.row_count()).filter(is_of_grade).collect()
}
