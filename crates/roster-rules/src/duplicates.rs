//! The rows of a group of duplicates, and how the rules about duplicates report them.
//!
//! Which groups are reported is for the rules to say.

use roster_model::{Agreement, Column, Finding, Group, Level, Link, Member, Place, Said};
use roster_values::id_number::{IdNumber, ResidentId, read_id};

use crate::block::rows_said::rows_said;
use crate::{Row, Run};

/// Reports rows that belong together at the first of them, with the same column of the others as
/// related cells, and their number. `tell` is given the phrase that names the rows.
pub(crate) fn report(
    run: &mut Run<'_>,
    rows: &[(u32, u32)],
    level: Level,
    column: Column,
    tell: impl FnOnce(&mut Finding, &Said),
) {
    let places: Vec<Place> = rows
        .iter()
        .map(|&(sheet, row)| run.cell_or_row(sheet, row, column))
        .collect();
    let Some((&place, others)) = places.split_first() else {
        return;
    };
    let phrase = rows_said(run, rows);
    run.report_at(level, place, |finding| {
        finding.related.extend_from_slice(others);
        tell(finding, &phrase);
        finding.number("count", rows.len() as u64);
    });
}

/// Reports the rows of a group, and nothing else of it.
pub(crate) fn report_group(run: &mut Run<'_>, group: &Group, level: Level, column: Column) {
    let rows = rows_of(run, group);
    report(run, &rows, level, column, |finding, rows| {
        finding.said("rows", &rows.zh, &rows.en);
    });
}

/// The rows of a group that the case was found in: sheet, and position among its pupils.
pub(crate) fn rows_of(run: &Run<'_>, group: &Group) -> Vec<(u32, u32)> {
    let members = group.members.iter();
    let counted = members.filter(|it| counts(run, group, it));
    counted.map(|it| (it.sheet, it.row)).collect()
}

/// Whether a row is one of those that the case was found in.
pub(crate) fn counts(run: &Run<'_>, group: &Group, member: &Member) -> bool {
    !group.without_archive || !is_archived(run, member)
}

/// Whether a row is in a file that is only compared with.
pub(crate) fn is_archived(run: &Run<'_>, member: &Member) -> bool {
    !run.rosters[member.sheet as usize].sheet.is_checked()
}

/// Whether all these rows stand in one file, and in no archive.
pub(crate) fn is_in_one_file(run: &Run<'_>, group: &Group) -> bool {
    let mut members = group.members.iter().filter(|it| counts(run, group, it));
    let file = |it: &Member| run.rosters[it.sheet as usize].sheet.file;
    let first = members.clone().next().map(file);
    members.all(|it| Some(file(it)) == first && !is_archived(run, it))
}

/// Whether the numbers of two rows speak for one pupil, besides what else does. Two right ones do not: they
/// are never one slip apart.
pub(crate) fn has_near_numbers(run: &Run<'_>, group: &Group) -> bool {
    let is_right = |member: usize| {
        let member = &group.members[member];
        let text = run.rosters[member.sheet as usize].text(Column::IdNumber, member.row);
        let today = run.rosters[member.sheet as usize].settings.today;
        matches!(read_id(text, false), IdNumber::Resident(id) if id.is_valid_by_itself(today))
    };
    let of_case = |it: &&Link| {
        [it.a, it.b]
            .iter()
            .all(|&it| counts(run, group, &group.members[it]))
    };
    let mut near = group.links.iter().filter(|it| of_case(it) && is_near(it));
    near.any(|it| !(is_right(it.a) && is_right(it.b)))
}

/// Whether the numbers of two rows are nearly the same.
pub(crate) fn is_near(link: &Link) -> bool {
    let mut evidence = link.evidence.iter();
    evidence.any(|it| {
        let near = matches!(
            it.agreement,
            Agreement::OneEdit | Agreement::Swapped | Agreement::Partial
        );
        it.column == Column::IdNumber && near && it.tenth_bits > 0
    })
}

/// Whether all rows have one 学籍号: the system has one record of them.
pub(crate) fn has_one_student_number(run: &Run<'_>, group: &Group) -> bool {
    let mut members = group.members.iter();
    let first = members.next().and_then(|it| student_number(run, it));
    first.is_some() && members.all(|it| student_number(run, it) == first)
}

/// The 学籍号 of a row, where it is well formed.
fn student_number(run: &Run<'_>, member: &Member) -> Option<(char, ResidentId)> {
    let row = Row::unasked(&run.rosters[member.sheet as usize], member.row);
    let number = row.student_number(Column::StudentNumber);
    number.letter().zip(number.tail())
}

/// Whether a row of an archive has another 学籍号 than the rows beside it, which a pupil cannot have had before.
pub(crate) fn has_other_student_number(run: &Run<'_>, group: &Group) -> bool {
    let number = |it: &Member| student_number(run, it);
    let (archived, own): (Vec<&Member>, Vec<&Member>) =
        group.members.iter().partition(|it| is_archived(run, it));
    let own: Vec<_> = own.into_iter().filter_map(number).collect();
    let before = archived.into_iter().filter_map(number);
    // One for a time becomes a lasting one.
    let is_other = |before: (char, ResidentId)| {
        let is_kept = |now: &(char, ResidentId)| *now == before || now.0 == 'G' && before.0 != 'G';
        !own.is_empty() && !own.iter().any(is_kept)
    };
    before.into_iter().any(is_other)
}
