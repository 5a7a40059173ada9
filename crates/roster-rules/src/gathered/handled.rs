//! What is to be done about rows of groups that are already in the national system.
//!
//! Before the import the sheet is mended and that is all, so nothing is told then.

use roster_model::{Column, Group, Handling, Place, Stage};

use crate::{Advice, Registration, Run, Settings};

/// What is to be done about a row; of two proposals for one row the earlier counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Todo {
    /// 删除.
    Delete,
    /// 变更.
    Change,
    /// 佐证 of the row that stays when the others of the same pupil are gone.
    ProveKept,
    /// 佐证.
    Prove,
}

/// The rows about which something is to be done, each once, in the order of sheets and rows.
pub(crate) fn todos(run: &Run<'_>) -> Vec<((u32, u32), Todo)> {
    todos_of(run.groups, run.registrations(), run.settings)
}

/// Like it, for callers without a run.
pub(crate) fn todos_of(
    groups: &[Group],
    registrations: &[Registration],
    settings: &Settings,
) -> Vec<((u32, u32), Todo)> {
    let mut todos = Vec::new();
    if settings.stage == Stage::AfterImport {
        for group in groups {
            add(group, &mut todos);
        }
    }
    // What the system's list overrules is told there.
    let overruling = registrations.iter().filter(|it| it.overrules());
    let mut overruled: Vec<_> = overruling
        .flat_map(|it| {
            it.pupils
                .iter()
                .map(|pupil| (pupil, it.advice == Advice::OnlyOfGroup))
        })
        .collect();
    roster_order::sort(&mut overruled);
    todos.retain(|(place, todo)| match todo {
        Todo::Prove | Todo::ProveKept => {
            let at = overruled.partition_point(|it| it.0 < place);
            overruled.get(at).is_none_or(|it| it.0 != place)
        }
        // The only record of a pupil is not deleted.
        Todo::Delete => overruled.binary_search(&(place, true)).is_err(),
        Todo::Change => true,
    });
    roster_order::sort(&mut todos);
    todos.dedup_by_key(|it| it.0);
    todos
}

/// Tells the rule of the run for every row about which this is to be done.
pub(crate) fn report(run: &mut Run<'_>, wanted: Todo) {
    for ((sheet, row), todo) in todos(run) {
        if todo == wanted {
            let place = place(run, sheet, row);
            run.report(place, |_| {});
        }
    }
}

/// The number of the row, since that is what the system compares, or the row.
fn place(run: &Run<'_>, sheet: u32, row: u32) -> Place {
    run.cell_or_row(sheet, row, Column::IdNumber)
}

/// The pupils of a group who have a row that is surplus, by their numbers there, ascending.
pub fn pupils_with_surplus(group: &Group) -> Vec<u32> {
    let surplus = group.members.iter();
    let surplus = surplus.filter(|it| it.handling == Handling::Delete);
    let mut pupils: Vec<u32> = surplus.map(|it| it.pupil).collect();
    roster_order::sort(&mut pupils);
    pupils
}

fn add(group: &Group, todos: &mut Vec<((u32, u32), Todo)>) {
    let with_surplus = pupils_with_surplus(group);
    for it in &group.members {
        let todo = match it.handling {
            Handling::Delete => Todo::Delete,
            Handling::Change => Todo::Change,
            Handling::Corroborate if with_surplus.binary_search(&it.pupil).is_ok() => {
                Todo::ProveKept
            }
            Handling::Corroborate => Todo::Prove,
            Handling::Keep | Handling::Review => continue,
        };
        todos.push(((it.sheet, it.row), todo));
    }
}
