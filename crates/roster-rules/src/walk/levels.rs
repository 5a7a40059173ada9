//! Puts the levels that a profile file sets in the place of the rules' own. What a rule says and
//! where stays as it is; a rule that is off says nothing, but still explains what others would say.

use roster_model::{Column, Finding, Place};

use crate::{CellFindings, RULES, Roster};

/// Of the findings of one sheet. Two causes that come to one level become one.
pub(crate) fn set_of_cells(counted: &mut Vec<CellFindings>, roster: &Roster) {
    if roster.profile.levels.is_empty() {
        return;
    }
    let mut kept: Vec<CellFindings> = Vec::with_capacity(counted.len());
    for mut cause in counted.drain(..) {
        let column = roster.sheet.columns[cause.index].column;
        let code = RULES[cause.rule].code;
        let Some(level) = roster.profile.level(code, column, cause.level) else {
            continue;
        };
        cause.level = level;
        let is_same = |it: &&mut CellFindings| {
            (it.rule, it.index, it.level) == (cause.rule, cause.index, cause.level)
        };
        match kept.iter_mut().find(is_same) {
            Some(same) => same.rows.add(&cause.rows),
            None => kept.push(cause),
        }
    }
    *counted = kept;
}

/// Of the findings of whole files and sheets.
pub(crate) fn set_of_whole(findings: &mut Vec<Finding>, rosters: &[Roster]) {
    if rosters.iter().all(|it| it.profile.levels.is_empty()) {
        return;
    }
    findings.retain_mut(|finding| {
        let Some((roster, column)) = roster_of(finding.place, rosters) else {
            return true;
        };
        let level = roster.profile.level(finding.rule, column, finding.level);
        finding.level = level.unwrap_or(finding.level);
        level.is_some()
    });
}

/// The sheet a place belongs to, and its column when the standard knows it; of a file its first
/// sheet.
fn roster_of(place: Place, rosters: &[Roster]) -> Option<(&Roster, Option<Column>)> {
    let (sheet, position) = match place {
        Place::File(file) => {
            let first = rosters.iter().find(|it| it.sheet.file == file);
            return first.map(|it| (it, None));
        }
        Place::Sheet(sheet) | Place::FileRow(sheet, _) | Place::Row(sheet, _) => (sheet, None),
        Place::Column(sheet, position) => (sheet, Some(position)),
        Place::Cell(cell) => (cell.sheet, Some(cell.position)),
    };
    let roster = rosters.get(sheet as usize)?;
    let mut columns = roster.sheet.columns.iter();
    let column = columns.find(|it| Some(it.position) == position);
    Some((roster, column.and_then(|it| it.column)))
}
