//! How a cell stands in the list of its column, for the rules about codes.
//!
//! Nothing here reports.

use roster_model::{Column, Trust};
use roster_standard::{Entry, Listed, Offered, Table};
use roster_values::han::representative;

use crate::gathered::spelled::tidied;
use crate::{Cell, Roster};

/// The table of the cell's column, and how the cell stands in it once what other rules propose
/// (outer space, invisible characters, width, radicals, compatibility characters) is done.
pub(crate) fn look_up(cell: &Cell<'_>) -> Option<(&'static Table, Listed<'static>)> {
    let table = cell.column().info().table?;
    let found = tidied(table, cell.text());
    let unheard_of = found.entry().is_some_and(|it| is_of_guardian(cell, it));
    Some((table, if unheard_of { Listed::Unknown } else { found }))
}

/// Before the one label that is proposed, in both languages.
pub(crate) fn one_label(trust: Trust) -> (&'static str, &'static str) {
    match trust {
        Trust::Safe => ("应写成：", "write "),
        _ => ("可能应写成：", "perhaps it means "),
    }
}

/// Before the labels that there are.
pub(crate) const SEVERAL_LABELS: (&str, &str) = ("可以填写：", "it takes ");

/// Like `look_up`, for a text that may be in the traditional script, or have another old form of a character.
pub(crate) fn look_up_any_script(cell: &Cell<'_>) -> Option<(&'static Table, Listed<'static>)> {
    match look_up(cell)? {
        (table, Listed::Unknown) => Some((table, in_simplified(table, cell.text()))),
        found => Some(found),
    }
}

fn in_simplified(table: &'static Table, text: &str) -> Listed<'static> {
    let simplified: String = text.chars().map(representative).collect();
    if simplified == text {
        return Listed::Unknown;
    }
    let entry = tidied(table, &simplified).entry();
    entry.map_or(Listed::Unknown, Listed::Doubtful)
}

/// Whether the columns of a list of a school's own are those of the national test of fitness, which has codes and dates
/// of its own.
pub(crate) fn is_of_fitness_test(roster: &Roster) -> bool {
    let has = |word| {
        roster
            .sheet
            .columns
            .iter()
            .any(|it| it.header.contains(word))
    };
    roster.profile.partial && (has("肺活量") || has("年级编号") && has("民族代码"))
}

/// Whether the text is one for guardians in a column of pupils. A column behind those of a family
/// member may be that member's, whatever it is taken for.
pub(crate) fn is_of_guardian(cell: &Cell<'_>, entry: &Entry) -> bool {
    let is_member = |it: Column| it.member().is_some();
    let before = &cell.roster.sheet.columns[..cell.index];
    entry.offered == Offered::Guardians
        && !is_member(cell.column())
        && !before.iter().any(|it| it.column.is_some_and(is_member))
}

/// Whether the label of a relation is for several: of 奶奶 and 外婆 it leaves open who comes.
pub(crate) fn says_less(column: Column, entry: &Entry) -> bool {
    is_relation(column) && matches!(entry.label, "祖父母或外祖父母" | "兄弟姐妹")
}

/// Columns whose list is long or not settled, so that a right text may be missing from it.
pub(crate) fn is_open(column: Column) -> bool {
    matches!(column, Column::Nationality | Column::HukouType)
}

/// Whether a column says who a family member is to the pupil.
pub(crate) fn is_relation(column: Column) -> bool {
    matches!(column, Column::Member1Relation | Column::Member2Relation)
}
