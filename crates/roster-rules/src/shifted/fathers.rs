//! Whether the names of the pupils stand beside other fathers than their own, and their telephones beside those of
//! other parents.
//!
//! In a range that moved, pupils have the surname or the telephone of a row some rows away. Where one column was sorted
//! by itself, hardly any pupil has the father's surname, and yet the surnames of both columns are the same ones; there
//! only frequent surnames are looked at: where people have none, a name begins with anything.

use roster_model::Column;
use roster_order::FewMap;
use roster_values::text::tidy_code;

use crate::gathered::members::{MEMBERS, Member};
use crate::gathered::no_name::SURNAMES;
use crate::shifted::shift::{Shift, by_rows};
use crate::shifted::{Limits, Pair, offset, ranges, shift};
use crate::{Roster, Row};

/// Fewer pupils and fathers with such surnames do not tell.
const TOLD_MIN: u64 = 20;
/// Of the first so many it shows already that most have the father's surname.
const FIRST: u64 = 64;
/// In a range that moved there are at least this many surnames or telephones; brothers have one, and so have villages.
const DIFFERENT_MIN: usize = 4;
/// A child may have its mother's surname, and a pupil by chance that of another father.
const OF_FAMILIES: Limits = Limits {
    wrong_min: 8,
    wrong_percent_min: 70,
    right_max: 3,
    found_min: 8,
    found_percent_min: 85,
};

/// The surname of each pupil and that of the father, and what the sheet has of the father.
pub(crate) fn surnames(roster: &Roster) -> Vec<Pair> {
    if !roster.has(Column::Name) {
        return Vec::new();
    }
    let surname = |row: &Row<'_>, column| {
        let first = row.text(column).trim_start().chars().next()?;
        Some(first as i32)
    };
    let pair = |row: u32| {
        let row = Row::unasked(roster, row);
        father(&row).map_or(Pair::default(), |father| Pair {
            number: surname(&row, Column::Name),
            stated: surname(&row, father.name),
        })
    };
    (0..roster.sheet.row_count()).map(pair).collect()
}

fn father(row: &Row<'_>) -> Option<&'static Member> {
    MEMBERS.iter().find(|it| it.relation(row) == Some("父亲"))
}

/// Ranges in which one of two columns moved that say one thing of each family: name or telephone of the pupil, and
/// of the parent. Which of them it was nobody knows; where both moved alike, the whole family did.
pub(crate) fn moved(roster: &Roster, surnames: &[Pair]) -> Vec<Shift> {
    let mut found = Vec::new();
    for member in &MEMBERS {
        let phones = phones(roster, member.phone);
        found.extend(moved_between(&phones, Column::Phone, member.phone));
        if !found.is_empty() {
            break;
        }
    }
    for mut name in moved_between(surnames, Column::Name, Column::Name) {
        name.or = father(&Row::unasked(roster, name.first)).map(|it| it.name);
        let is_with =
            |it: &Shift| it.way == name.way && it.first <= name.last && name.first <= it.last;
        match found.iter_mut().find(|it| is_with(it)) {
            Some(both) => {
                both.column = name.or.unwrap_or(name.column);
                both.or = None;
                both.way = name.way.of_other();
            }
            None => found.push(name),
        }
    }
    found
}

fn moved_between(pairs: &[Pair], column: Column, other: Column) -> Vec<Shift> {
    let mut found = Vec::new();
    for (first, last) in ranges(pairs, &OF_FAMILIES) {
        let mut different: Vec<Option<i32>> = Vec::new();
        for pair in &pairs[first..=last] {
            if different.len() < DIFFERENT_MIN && !different.contains(&pair.number) {
                different.push(pair.number);
            }
        }
        if different.len() < DIFFERENT_MIN {
            continue;
        }
        if let Some(by) = offset(pairs, first, last, &OF_FAMILIES) {
            let or = Some(other);
            found.push(Shift {
                or,
                ..shift(pairs, first, last, column, by_rows(by))
            });
        }
    }
    found
}

/// The telephones of the pupils and those of one member of their families.
fn phones(roster: &Roster, other: Column) -> Vec<Pair> {
    let read = |column| {
        let index = roster.index_of(column)?;
        let cells = &roster.sheet.columns[index].cells;
        let number = |text: &str| tidy_code(text).parse::<u64>().ok().map(|it| it as i32);
        let values: Vec<_> = cells.values().map(|it| number(cells.text(it))).collect();
        Some((index, values))
    };
    let (Some(own), Some(other)) = (read(Column::Phone), read(other)) else {
        return Vec::new();
    };
    let at = |read: &(usize, Vec<Option<i32>>), row| read.1[roster.value(read.0, row).0 as usize];
    let pair = |row| Pair {
        number: at(&own, row),
        stated: at(&other, row),
    };
    (0..roster.sheet.row_count()).map(pair).collect()
}

/// How many pupils have another surname than the father, if the columns are apart.
pub(crate) fn names_apart(surnames: &[Pair]) -> Option<u64> {
    let (mut told, mut same) = (0, 0);
    // How many more pupils than fathers have each surname.
    let mut more: FewMap<i32, i64> = FewMap::default();
    let mut all = 0;
    for pair in surnames {
        let [pupil, father] = [pair.number, pair.stated].map(frequent);
        for (surname, by) in [(pupil, 1), (father, -1)] {
            let Some(it) = surname else { continue };
            *more.get_or_insert_with(it, || 0) += by;
            all += 1;
        }
        if pupil.is_none() || father.is_none() {
            continue;
        }
        told += 1;
        same += u64::from(pupil == father);
        if told == FIRST && same * 4 > told {
            return None;
        }
    }
    let differing: u64 = more.into_iter().map(|it| it.1.unsigned_abs()).sum();
    let are_apart = told >= TOLD_MIN && same * 4 <= told && differing * 5 <= all;
    are_apart.then_some(told - same)
}

/// The surname, if it is a frequent one.
fn frequent(surname: Option<i32>) -> Option<i32> {
    surname.filter(|it| SURNAMES.chars().any(|one| one as i32 == *it))
}
