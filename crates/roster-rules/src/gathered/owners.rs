//! Whose row of a sheet an identity number is, and pupils whose numbers were exchanged.

use roster_model::Column;
use roster_values::id_number::ResidentId;
use roster_values::student_number::StudentNumber;

use crate::shifted::{Pair, pairs};
use crate::{Roster, Row};

/// The resident numbers of a sheet and their first rows, sorted.
pub(crate) struct Owners(Vec<(u64, u32)>);

impl Owners {
    pub(crate) fn of(roster: &Roster) -> Self {
        let Some(index) = roster.index_of(Column::IdNumber) else {
            return Owners(Vec::new());
        };
        let ids = roster.ids(index);
        let owner = |row| {
            let id = ids[roster.value(index, row).0 as usize].meant()?;
            Some((id.packed(), row))
        };
        let mut owners: Vec<(u64, u32)> = (0..roster.sheet.row_count()).filter_map(owner).collect();
        roster_order::sort(&mut owners);
        Owners(owners)
    }

    /// The first row with a number.
    pub(crate) fn row_of(&self, id: &ResidentId) -> Option<u32> {
        let packed = id.packed();
        let place = self.0.partition_point(|it| it.0 < packed);
        self.0.get(place).filter(|it| it.0 == packed).map(|it| it.1)
    }
}

/// Whose row the number of each pupil has, and whose the 学籍号 beside it.
pub(crate) fn registered(roster: &Roster) -> Vec<Pair> {
    let Some(index) = roster.index_of(Column::StudentNumber) else {
        return Vec::new();
    };
    let numbers = roster.student_numbers(index);
    let owners = roster.owners();
    let pair = |row: u32| {
        let stated = match &numbers[roster.value(index, row).0 as usize] {
            StudentNumber::G(tail) => owners.row_of(tail),
            _ => None,
        };
        let own = Row::unasked(roster, row).id(Column::IdNumber).meant();
        Pair {
            number: own.and_then(|it| owners.row_of(&it)).map(u32::cast_signed),
            stated: stated.map(u32::cast_signed),
        }
    };
    (0..roster.sheet.row_count()).map(pair).collect()
}

/// Pairs of rows of which each number has the birth date that the other row states, both ways round, sorted.
pub(crate) fn exchanged(roster: &Roster) -> Vec<(u32, u32)> {
    let Some((births, sexes)) = pairs(roster) else {
        return Vec::new();
    };
    let mut wrong: Vec<((i32, i32), u32)> = Vec::new();
    for (row, pair) in (0..).zip(&births) {
        if let (Some(number), Some(stated), true) = (pair.number, pair.stated, pair.is_wrong()) {
            wrong.push(((number, stated), row));
        }
    }
    roster_order::sort(&mut wrong);
    // The one row with these births, if there is only one.
    let only = |births: (i32, i32)| {
        let place = wrong.partition_point(|it| it.0 < births);
        let is_one = wrong.get(place + 1).is_none_or(|it| it.0 != births);
        let found = wrong.get(place).filter(|it| it.0 == births && is_one);
        found.map(|it| it.1)
    };
    let fits = |a: u32, b: u32| {
        let (number, stated) = (sexes[a as usize].number, sexes[b as usize].stated);
        number.is_none() || stated.is_none() || number == stated
    };
    let mut found: Vec<(u32, u32)> = wrong
        .iter()
        .filter(|(births, row)| only(*births) == Some(*row))
        .filter_map(|&((number, stated), row)| Some((row, only((stated, number))?)))
        .filter(|&(row, other)| {
            (fits(row, other) && fits(other, row)) || (fits(row, row) && fits(other, other))
        })
        .collect();
    roster_order::sort(&mut found);
    found
}

/// What of two rows that fit each other was exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exchanged {
    Numbers,
    Births,
    /// Nothing else in the rows tells.
    Either,
}

/// The row with which this one exchanged its number or its birth date.
pub(crate) fn exchanged_with(row: &Row<'_>) -> Option<(u32, Exchanged)> {
    let all = row.roster.exchanged();
    let place = all.binary_search_by_key(&row.number, |it| it.0).ok()?;
    let other = all[place].1;
    let rows = [row.number, other].map(|it| Row::unasked(row.roster, it));
    let [here, there] = rows.each_ref().map(|it| it.id(Column::IdNumber).meant());
    let own = |of: usize, id: Option<ResidentId>| {
        let by_sex = rows[of].sex().zip(id).map(|(sex, id)| sex == id.sex());
        let by_tail = match rows[of].student_number(Column::StudentNumber) {
            StudentNumber::G(tail) => id.map(|it| it == *tail),
            _ => None,
        };
        [by_sex, by_tail]
    };
    let of_own = [own(0, here), own(1, there)];
    let of_other = [own(0, there), own(1, here)];
    let all_fit = |it: &[[Option<bool>; 2]; 2]| it.iter().flatten().all(|it| *it != Some(false));
    let what = match (all_fit(&of_own), all_fit(&of_other)) {
        (false, true) => Exchanged::Numbers,
        (true, false) => Exchanged::Births,
        _ => Exchanged::Either,
    };
    Some((other, what))
}

/// The number in a 学籍号 that fits birth date and sex, where the number beside it does not and is another.
pub(crate) fn number_that_fits(row: &Row<'_>) -> Option<ResidentId> {
    let StudentNumber::G(tail) = row.student_number(Column::StudentNumber) else {
        return None;
    };
    let stated = row.date(Column::BirthDate).date()?;
    let fits = tail.birth() == Some(stated)
        && tail.is_valid_by_itself(row.settings().today)
        && row.sex().is_none_or(|sex| tail.sex() == sex);
    let id = row.id(Column::IdNumber).meant()?;
    (fits && id != *tail).then_some(*tail)
}
