//! What is not said because something else says it better: one cause, one finding.

use roster_model::{Case, Column, Finding, Group, Level, Place, RowSet};

use crate::block::{MONTHS_MIN, counting_up};
use crate::gathered::cut_numbers::{self, CutNumbers};
use crate::gathered::members::MEMBERS;
use crate::gathered::merged;
use crate::walk::own_forms;
use crate::{CellFindings, RULES, Roster, Row, shifted};

/// Takes out of one sheet's findings what follows from another finding.
pub(crate) fn all(counted: &mut [CellFindings], sheet: u32, roster: &Roster, groups: &[Group]) {
    by_sideways(counted, roster);
    by_damage(counted, roster);
    by_filling(counted, roster);
    by_stage(counted, roster);
    by_rule(counted);
    by_merged_cells(counted, roster);
    by_shifts(counted, roster);
    by_groups(counted, sheet, roster, groups);
    own_forms::silence(counted, roster);
}

/// Takes out what cells would say that stand in another column than their own, which is told once for the
/// row (R0020) or the pair of columns (R0116).
fn by_sideways(counted: &mut [CellFindings], roster: &Roster) {
    let told = roster.find_sideways(counted).told(roster);
    for it in counted {
        if let Some(rows) = &told[it.index] {
            it.rows.subtract(rows);
        }
    }
}

/// Like `by_sideways`, for findings of whole columns and files: takes out those whose cells are all told.
pub(crate) fn of_whole(findings: &mut Vec<Finding>, rosters: &[Roster]) {
    const OURS: [&str; 2] = ["R0020", "R0116"];
    let of_sheet = |it: &Roster| {
        it.sideways()
            .filter(|it| !it.is_empty())
            .map(|told| told.told(it))
    };
    let told: Vec<_> = rosters.iter().map(of_sheet).collect();
    if told.iter().all(Option::is_none) {
        return;
    }
    let is_told = |place: &Place| {
        let Place::Cell(cell) = place else {
            return false;
        };
        let Some(told) = &told[cell.sheet as usize] else {
            return false;
        };
        let index = rosters[cell.sheet as usize].sheet.index_at(cell.position);
        let rows = index.and_then(|it| told[it].as_ref());
        rows.is_some_and(|it| it.contains(cell.row))
    };
    findings.retain(|it| {
        OURS.contains(&it.rule) || !is_told(&it.place) || !it.related.iter().all(is_told)
    });
}

/// Takes out that a month is not one in which pupils enrol (R3008) where it is a child of a kindergarten, which
/// takes children all the year.
fn by_stage(counted: &mut [CellFindings], roster: &Roster) {
    for it in counted
        .iter_mut()
        .filter(|it| RULES[it.rule].code == "R3008")
    {
        let mut children = RowSet::new(roster.sheet.row_count());
        let is_child = |row: &u32| Row::unasked(roster, *row).is_before_school();
        it.rows
            .iter()
            .filter(is_child)
            .for_each(|it| children.insert(it));
        it.rows.subtract(&children);
    }
}

/// Takes out what another rule explains better. A rule that was itself silenced still silences,
/// so the outcome does not depend on the order of the rules.
fn by_rule(counted: &mut [CellFindings]) {
    let spoken = counted.to_vec();
    for here in counted {
        let unless = RULES[here.rule].unless;
        for other in &spoken {
            if other.index == here.index && unless.contains(&RULES[other.rule].code) {
                here.rows.subtract(&other.rows);
            }
        }
    }
}

/// Takes out what blank cells would say that are blank because they are merged.
fn by_merged_cells(counted: &mut [CellFindings], roster: &Roster) {
    for covered in merged::covered(roster) {
        for it in counted.iter_mut().filter(|it| it.index == covered.index) {
            it.rows.subtract(&covered.rows);
        }
    }
}

/// Takes out what pupils would say where a column does not fit the numbers for one cause, which is told
/// once (R1030).
fn by_shifts(counted: &mut [CellFindings], roster: &Roster) {
    const TOLD_BY_ROW: [&str; 4] = ["R1003", "R1005", "R1006", "R8003"];
    let count = |code: &str| {
        let of_code = counted.iter().filter(|it| RULES[it.rule].code == code);
        of_code.map(|it| it.rows.len()).sum::<u64>()
    };
    let is_likely = TOLD_BY_ROW.iter().any(|it| count(it) >= shifted::ROWS_MIN);
    let shifts = roster.find_shifts(is_likely);
    if shifts.is_empty() {
        return;
    }
    let birth = roster.index_of(Column::BirthDate);
    for it in counted {
        let code = RULES[it.rule].code;
        // A date that is off by the days of all the others is not to be written as another kind of wrong one.
        if TOLD_BY_ROW.contains(&code) || code == "R3003" && birth == Some(it.index) {
            it.rows
                .subtract(&shifted::rows(shifts, code, roster.sheet.row_count()));
        }
    }
}

/// Takes out what the end of a number would say that passes its check by chance in a damaged column, and what
/// each number of a parent would say, which is told once (R1011).
fn by_damage(counted: &mut [CellFindings], roster: &Roster) {
    for column in cut_numbers::COLUMNS {
        let index = roster.index_of(column);
        let member = MEMBERS.iter().find(|it| it.id_number == column);
        let relation = member.and_then(|it| roster.index_of(it.relation));
        let is_told = |it: &&mut CellFindings| match (RULES[it.rule].code, member) {
            ("R1006" | "R8003", None) => true,
            // A number that somebody made up is told all the same.
            ("R1013", None) => it.level == Level::Warning,
            ("R6005" | "R6008", Some(_)) => [index, relation].contains(&Some(it.index)),
            _ => false,
        };
        let mut told = counted.iter_mut().filter(is_told).peekable();
        if told.peek().is_some()
            && let Some(cut) = CutNumbers::of(roster, column)
        {
            told.for_each(|it| it.rows.subtract(&cut.rows));
        }
    }
}

/// Takes out what is wrong with months that were filled down from a right one, which is told once (R8021).
fn by_filling(counted: &mut [CellFindings], roster: &Roster) {
    const TOLD_BY_ROW: [&str; 5] = ["R3001", "R3005", "R3008", "R3009", "R3010"];
    let months = roster.index_of(Column::EnrolmentMonth);
    let is_told = |it: &&mut CellFindings| {
        Some(it.index) == months && TOLD_BY_ROW.contains(&RULES[it.rule].code)
    };
    let mut told = counted.iter_mut().filter(is_told).peekable();
    if let Some(index) = months
        && told.peek().is_some()
        && !roster.sheet.is_event_list()
    {
        let mut rows = RowSet::new(roster.sheet.row_count());
        for block in counting_up(roster, index, MONTHS_MIN) {
            block.rows().skip(1).for_each(|it| rows.insert(it));
        }
        told.for_each(|it| it.rows.subtract(&rows));
    }
}

/// Takes out that birth date and sex do not fit the number, where the number is known to be another
/// pupil's: to change the birth date as well would be a second mistake (R7002).
fn by_groups(counted: &mut [CellFindings], sheet: u32, roster: &Roster, groups: &[Group]) {
    const TOLD_BY_GROUP: [&str; 2] = ["R1005", "R1006"];
    let mut told = counted
        .iter_mut()
        .filter(|it| TOLD_BY_GROUP.contains(&RULES[it.rule].code))
        .peekable();
    if told.peek().is_none() {
        return;
    }
    let mut rows = RowSet::new(roster.sheet.row_count());
    let of_number = groups
        .iter()
        .filter(|it| matches!(it.case, Case::C | Case::D | Case::E));
    let members = of_number.flat_map(|it| &it.members);
    // Those who do not go with the number, whether they are to be changed, deleted or looked at.
    for member in members.filter(|it| it.sheet == sheet) {
        rows.insert(member.row);
    }
    told.for_each(|it| it.rows.subtract(&rows));
}
