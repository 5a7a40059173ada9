//! Pupils whom an archive has because they were there a year ago: nobody has to look at each of them.
//!
//! Name, number or 学籍号 and whatever else both rows say is the same, and the school too, unless the pupil entered the
//! next one; the grade has risen, and a 学籍号 for a time may have become a lasting one. Where
//! grade or school is not told, only a sheet of which at least half is in the archive is the roster of pupils who
//! stayed: a few in an archive of the whole district are what it was looked through for.

use roster_model::{Carried, Column, Kinship, Schools};
use roster_values::text::tidy_code;

use crate::compare::documents::document_key;
use crate::decide::{Decided, Decision};
use crate::people::People;
use crate::people::student_numbers;

/// Of fewer pupils none is the rule.
const FEWEST: usize = 10;

/// Takes the pupils who were carried over out of the decisions, each once, in the order of the rows. What the rosters
/// have twice stays a decision, made without the archive.
pub(crate) fn take(people: &People<'_>, decisions: &mut Vec<Decision>) -> Vec<Carried> {
    if !people.has_archive() {
        return Vec::new();
    }
    let of_decision = |it: &Decision| carried(people, it).unwrap_or_default();
    let found: Vec<Vec<Carried>> = decisions.iter().map(of_decision).collect();
    let mut all: Vec<Carried> = found.iter().flatten().copied().collect();
    roster_order::sort_by_key(&mut all, |it| (it.sheet, it.row));
    all.dedup_by_key(|it| (it.sheet, it.row));
    let is_rule = |sheet: u32| {
        let first = all.partition_point(|it| it.sheet < sheet);
        let end = all.partition_point(|it| it.sheet <= sheet);
        let count = end - first;
        count >= FEWEST && count * 2 >= people.sheet(sheet).row_count() as usize
    };
    let is_taken = |it: &Carried| it.has_risen || is_rule(it.sheet);
    let mut found = found.iter();
    decisions.retain_mut(|it| {
        let of_archive = found.next().filter(|it| !it.is_empty());
        if of_archive.is_some_and(|it| it.iter().all(is_taken)) {
            it.members.retain(|it| !people.is_archived(it.person));
            it.without_archive = false;
        }
        it.members.len() > 1
    });
    let taken: Vec<Carried> = all.iter().filter(|it| is_taken(it)).copied().collect();
    taken
}

/// The pupils of the rosters in a group, by the first row of each, where every other row is of one of them in an
/// archive.
fn carried(people: &People<'_>, decision: &Decision) -> Option<Vec<Carried>> {
    let of_rosters = |it: &&Decided| !people.is_archived(it.person);
    let own: Vec<&Decided> = decision.members.iter().filter(of_rosters).collect();
    let is_alone = own.len() == 1;
    if !is_alone && !decision.without_archive {
        return None;
    }
    let mut carried: Vec<(u32, Carried)> = Vec::new();
    for before in decision.members.iter().filter(|it| !of_rosters(it)) {
        let of_pupil = |it: &&&Decided| is_alone || it.kin == before.kin;
        let mut rows = own.iter().filter(of_pupil).map(|it| it.person);
        let first = rows.clone().next()?;
        let has_risen = rows.try_fold(true, |all, now| {
            Some(all & risen(people, now, before.person)?)
        })?;
        let (sheet, row) = people.place(first);
        match carried.iter_mut().find(|it| it.0 == first) {
            Some((_, it)) => it.has_risen &= has_risen,
            None => carried.push((
                first,
                Carried {
                    sheet,
                    row,
                    has_risen,
                },
            )),
        }
    }
    Some(carried.into_iter().map(|it| it.1).collect())
}

/// Whether a row of an archive is the pupil of this row a year or more ago, as far as the grades tell; nothing where
/// it is not.
fn risen(people: &People<'_>, now: u32, before: u32) -> Option<bool> {
    if !is_one_pupil(people, now, before) {
        return None;
    }
    if has_left_for_next(people, now, before) {
        return Some(true);
    }
    let schools = [people.school(now), people.school(before)];
    let years = [people.year(now), people.year(before)];
    let has_left = matches!(years, [Some(7), Some(5 | 6)] | [Some(10), Some(9)]);
    match years {
        [Some(now), Some(before)] if now <= before => None,
        // The next school is another one.
        _ if has_left => Some(true),
        _ if Schools::kinship(schools) == Kinship::Several => None,
        [Some(_), Some(_)] => Some(schools[0] == schools[1]),
        _ => Some(false),
    }
}

/// Whether a row of admission says that the pupil comes from the school of the other.
fn has_left_for_next(people: &People<'_>, now: u32, before: u32) -> bool {
    let code = |person, column| tidy_code(people.text(person, column));
    let from = code(now, Column::GraduatedSchoolCode);
    !from.is_empty()
        && from == code(before, Column::SchoolCode)
        && from != code(now, Column::AdmittingSchoolCode)
}

/// Whether two rows have one name and one number, and nothing else of them differs.
fn is_one_pupil(people: &People<'_>, now: u32, before: u32) -> bool {
    let student = |person| student_numbers::key(people.text(person, Column::StudentNumber));
    let may_become = match (student(before), student(now)) {
        (Some(before), Some(now)) => student_numbers::may_become(before, now),
        _ => true,
    };
    may_become && numbers_in_common(people, now, before) == Some(true)
}

/// Of two rows of one name of which nothing else differs, whether they have a number in common. A 学籍号 for a time
/// and a lasting one are not compared.
pub(crate) fn numbers_in_common(people: &People<'_>, a: u32, b: u32) -> Option<bool> {
    let agree = |x: u32, y: u32| x == 0 || y == 0 || x == y;
    let nothing_differs = people.name(a) != 0
        && people.name(a) == people.name(b)
        && agree(people.own_birth(a), people.own_birth(b))
        && agree(u32::from(people.own_sex(a)), u32::from(people.own_sex(b)));
    if !nothing_differs {
        return None;
    }
    let number = |person| match people.written(person) {
        0 => document_key(people.number_text(person)).ok_or(0),
        written => Err(written),
    };
    let student = |person| student_numbers::key(people.text(person, Column::StudentNumber));
    let known = |it: &Result<String, u64>| *it != Err(0);
    let numbers = (number(a), number(b));
    let students = (student(a), student(b));
    let both_numbers = known(&numbers.0) && known(&numbers.1);
    let both_students = match students {
        (Some(a), Some(b)) => student_numbers::are_of_one_kind(a, b),
        _ => false,
    };
    let one =
        (!both_numbers || numbers.0 == numbers.1) && (!both_students || students.0 == students.1);
    one.then_some(both_numbers || both_students)
}
