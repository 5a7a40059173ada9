//! Pupils whose resident number is wrong by itself: it cannot be proved, only corrected or deleted.

use roster_model::{Column, Stage};
use roster_values::date::Date;
use roster_values::id_number::IdNumber;

use crate::gathered::handled::Todo;
use crate::{Document, Roster, Row, Run};

/// The rows whose number is wrong by itself: where 变更 or 删除 is proposed already, that is told.
pub(crate) fn wrong_numbers(
    rosters: &[Roster],
    todos: &[((u32, u32), Todo)],
    today: Date,
) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    let lists = (0..).zip(rosters);
    for (sheet, roster) in lists.filter(|it| it.1.sheet.is_checked() && it.1.sheet.lists_pupils()) {
        let Some(index) = roster.index_of(Column::IdNumber) else {
            continue;
        };
        let ids = roster.ids(index).iter();
        let wrong: Vec<bool> = ids.map(|it| is_wrong(it, today)).collect();
        for row in 0..roster.sheet.row_count() {
            let is_told = || {
                let at = todos.binary_search_by_key(&(sheet, row), |it| it.0);
                at.is_ok_and(|at| matches!(todos[at].1, Todo::Change | Todo::Delete))
            };
            let id_wrong = wrong[roster.value(index, row).0 as usize];
            if id_wrong && is_resident(roster, row) && !is_told() {
                found.push((sheet, row));
            }
        }
    }
    found
}

/// Whether the number of a row in the system is wrong by itself.
pub(crate) fn speaks_of(run: &Run<'_>, (sheet, row): (u32, u32)) -> bool {
    let roster = &run.rosters[sheet as usize];
    let id = roster.index_of(Column::IdNumber);
    let id = id.map(|it| roster.ids(it)[roster.value(it, row).0 as usize]);
    run.settings.stage == Stage::AfterImport
        && id.is_some_and(|it| is_wrong(&it, run.settings.today))
        && is_resident(roster, row)
}

/// Whether a resident number like this can be nobody's.
fn is_wrong(id: &IdNumber, today: Date) -> bool {
    match id {
        IdNumber::Resident(id) => !id.is_valid_by_itself(today) || !id.is_of_a_province(),
        IdNumber::Fifteen(_)
        | IdNumber::Damaged
        | IdNumber::WrongLength { .. }
        | IdNumber::WrongCharacter { .. }
        | IdNumber::LookalikeDigit { .. } => true,
        _ => false,
    }
}

fn is_resident(roster: &Roster, number: u32) -> bool {
    Row::unasked(roster, number).document() == Document::Resident
}
