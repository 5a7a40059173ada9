//! Rows with one identity number: cases A, B, C, D, E, H and I.
//!
//! The rows are first parted by name into pupils; two spellings of one name are one pupil. Whether the
//! number is right at all, and whose it is, is read off the number itself, the birth date and the sex.

use roster_model::{Case, Kinship, Verdict};
use roster_values::name::surname;

use super::{Decided, Decision, by_quality, by_school, kinship_of_schools, of_school, split};
use crate::compare::names;
use crate::people::People;
use crate::people::second_number::{Second, second_of_any};
use crate::people::student_numbers;
use crate::people::witness::{agree, witnesses};
use crate::say::Reason;

/// Above so many names the spellings of a number's names are not compared.
const NAMES_MAX: usize = 32;

/// Decides a class of one number; at least two rows, ascending.
pub(crate) fn decide(people: &People<'_>, rows: &[u32]) -> Decision {
    let mut pupils = pupils(people, rows);
    for pupil in &mut pupils {
        by_quality(people, pupil);
    }
    let (case, members) = match &pupils[..] {
        [pupil] => one_pupil(people, pupil),
        several => several_pupils(people, several),
    };
    Decision::new(case, Verdict::Certain, members)
}

/// The rows of each name as it is written.
pub(crate) fn by_name(people: &People<'_>, rows: &[u32]) -> Vec<Vec<u32>> {
    let mut rows = rows.to_vec();
    roster_order::sort_by_key(&mut rows, |&person| (people.name(person), person));
    rows.chunk_by(|&a, &b| people.name(a) == people.name(b))
        .map(<[u32]>::to_vec)
        .collect()
}

/// The rows of each pupil: of one name, however it is spelt. Rows without a name go with the only
/// pupil there is, if there is but one.
fn pupils(people: &People<'_>, rows: &[u32]) -> Vec<Vec<u32>> {
    let mut pupils = joined_spellings(people, by_name(people, rows));
    if pupils.len() == 2 && people.name(pupils[0][0]) == 0 {
        pupils = vec![rows.to_vec()];
    }
    if people.may_be_told_apart(rows.len()) {
        let of_one = |pupil| split(pupil, |a, b| people.are_told_apart(a, b));
        pupils = pupils.into_iter().flat_map(of_one).collect();
    }
    roster_order::sort_by_key(&mut pupils, |pupil| pupil[0]);
    pupils
}

/// Puts together the rows of names that are one name in two spellings.
fn joined_spellings(people: &People<'_>, names: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    // A number with more names than this was typed for want of one.
    if names.len() > NAMES_MAX {
        return names;
    }
    let mut joined: Vec<Vec<u32>> = Vec::with_capacity(names.len());
    for mut rows in names {
        let is_another =
            |other: &Vec<u32>| !other.iter().any(|&it| are_spellings(people, it, rows[0]));
        let (apart, mut together): (Vec<_>, Vec<_>) = joined.into_iter().partition(is_another);
        for it in &mut together {
            rows.append(it);
        }
        roster_order::sort(&mut rows);
        joined = apart;
        joined.push(rows);
    }
    joined
}

/// Whether the names of two rows are one name written differently, or one is the other's former name.
fn are_spellings(people: &People<'_>, a: u32, b: u32) -> bool {
    let level = names::compare_with_former(people, a, b).level;
    names::is_spelling(level)
}

fn one_pupil(people: &People<'_>, rows: &[u32]) -> (Case, Vec<Decided>) {
    let best = rows[0];
    let differ = fields_differ(people, rows);
    let number_is_valid = people.has_valid_number(best);
    let same_for_all = |reason| rows.iter().map(|&it| decided(it, reason, 0)).collect();
    let one_spelling = !disagree(rows.iter().map(|&row| people.name(row)));
    if differ && !number_is_valid {
        return (Case::H, same_for_all(Reason::FieldsUndecided));
    }
    let several_schools = kinship_of_schools(people, rows.iter().copied()) == Kinship::Several;
    if !differ && several_schools {
        let members = with_surplus(people, rows, (Reason::TwoSchools, Reason::TwoSchools), 0);
        return (Case::I, members);
    }
    if !differ && !one_spelling {
        let reason = if are_one_record(people, rows) {
            Reason::Renamed
        } else {
            Reason::SpeltOtherwise
        };
        return (Case::B, same_for_all(reason));
    }
    let case = if differ { Case::H } else { Case::A };
    let kept = match (people.is_consistent(best), case) {
        (true, Case::H) if rows.iter().skip(1).all(|&it| !people.is_consistent(it)) => {
            Reason::FitsAlone
        }
        (true, _) => Reason::KeptOfOne,
        (false, Case::H) => Reason::FieldsAgainstNumber,
        (false, _) => Reason::KeptOfOneWrong,
    };
    let mut members = with_surplus(people, rows, (kept, Reason::TwoSchools), 0);
    if case == Case::H && several_schools && number_is_valid {
        one_fits_in_schools(&mut members);
    }
    (case, members)
}

/// The number is right, so it tells between the schools which row has to be mended, and which is right where only
/// one is.
fn one_fits_in_schools(members: &mut [Decided]) {
    let fitting = members.iter().filter(|it| it.reason == Reason::TwoSchools);
    let fits_one = fitting.count() == 1;
    for member in members {
        member.reason = match member.reason {
            Reason::TwoSchools if fits_one => Reason::FitsInTwoSchools,
            Reason::TwoSchoolsWrong => Reason::FieldsInTwoSchools,
            reason => reason,
        };
    }
}

fn several_pupils(people: &People<'_>, pupils: &[Vec<u32>]) -> (Case, Vec<Decided>) {
    let fitting: Vec<&Vec<u32>> = pupils
        .iter()
        .filter(|pupil| people.is_consistent(pupil[0]))
        .collect();
    let (case, reason_of_fitting, reason_of_others) = match &fitting[..] {
        [] => (Case::E, Reason::NobodyFits, Reason::NobodyFits),
        [_] => (Case::C, Reason::FitsNumber, Reason::NotFitting),
        all if are_one_record(people, all.iter().copied().flatten()) => {
            (Case::D, Reason::Renamed, Reason::NotFitting)
        }
        [one, other, ..] if look_like_twins(people, one[0], other[0]) => {
            (Case::D, Reason::SeveralFitTwins, Reason::NotFitting)
        }
        _ => (Case::D, Reason::SeveralFit, Reason::NotFitting),
    };
    let rows = pupils.iter().map(Vec::len).sum();
    let is_told_apart = |pupil: &[u32]| {
        let mut others = fitting.iter().filter(|it| it[0] != pupil[0]);
        people.may_be_told_apart(rows) && others.any(|it| people.some_are_told_apart(pupil, it))
    };
    let seconds = pupils.iter().map(|pupil| second_of_any(people, pupil));
    let seconds: Vec<Second> = seconds.collect();
    let has_owner = seconds.iter().filter(|&&it| it == Second::Same).count() == 1;
    // Against a 学籍号 that tells nothing, one alone makes its pupil likelier, and no more.
    let is_certain = has_owner && !seconds.contains(&Second::Silent);
    let mut members = Vec::new();
    for (kin, (pupil, &second)) in pupils.iter().zip(&seconds).enumerate() {
        let fits = people.is_consistent(pupil[0]);
        let is_told_apart = fits && is_told_apart(pupil);
        let reason = match (fits, second) {
            (true, Second::Same) if is_certain && case == Case::D => Reason::FitsAndIsOwner,
            (false, Second::Same) if has_owner => Reason::OwnerNotFitting,
            (true, Second::Another) if has_owner => Reason::OwnNumberIsAnother,
            (true, Second::Silent) if has_owner && is_told_apart => Reason::OwnedByAnotherToldApart,
            (true, Second::Silent) if has_owner => Reason::OwnedByAnother,
            (true, _) if is_told_apart => Reason::SeveralFitToldApart,
            (true, _) => reason_of_fitting,
            (false, _) => reason_of_others,
        };
        let in_schools = match reason {
            Reason::FitsNumber | Reason::FitsAndIsOwner => Reason::TwoSchools,
            _ => Reason::TwoSchoolsShared,
        };
        let reasons = (reason, in_schools);
        members.append(&mut with_surplus(people, pupil, reasons, kin as u32));
    }
    (case, members)
}

/// Whether all rows have one 学籍号: the system has one record of them.
fn are_one_record<'r>(people: &People<'_>, rows: impl IntoIterator<Item = &'r u32>) -> bool {
    let mut rows = rows.into_iter();
    let first = rows.next();
    first.is_some_and(|&first| rows.all(|&row| student_numbers::are_one(people, first, row)))
}

/// The first row of a pupil has the first reason; of one in several schools the first row of each has the
/// second. The others are surplus, unless they do not fit the number as it does, or nobody fits it and the rows
/// disagree.
fn with_surplus(
    people: &People<'_>,
    rows: &[u32],
    (reason, in_schools): (Reason, Reason),
    kin: u32,
) -> Vec<Decided> {
    let kinship = kinship_of_schools(people, rows.iter().copied());
    if kinship == Kinship::One {
        return of_one_school(people, rows, reason, kin);
    }
    let schools = by_school(people, rows).into_iter();
    let of_each = schools.flat_map(|rows| {
        let reason = of_school(people, rows[0], kinship, in_schools);
        of_one_school(people, &rows, reason, kin)
    });
    of_each.collect()
}

fn of_one_school(people: &People<'_>, rows: &[u32], reason: Reason, kin: u32) -> Vec<Decided> {
    let best = rows[0];
    let best_fits = people.is_consistent(best);
    let undecided = !best_fits && fields_differ(people, rows);
    let of_row = |&row: &u32| {
        let reason = if row == best {
            reason
        } else if undecided || people.is_consistent(row) != best_fits {
            Reason::FieldsAgainstNumber
        } else if disagree([best, row].into_iter().map(|row| people.name(row))) {
            Reason::SpeltOtherwise
        } else {
            Reason::Surplus
        };
        decided(row, reason, kin)
    };
    rows.iter().map(of_row).collect()
}

/// Whether the columns of the rows name two birth dates or both sexes; a blank agrees with anything.
fn fields_differ(people: &People<'_>, rows: &[u32]) -> bool {
    let births = rows.iter().map(|&row| people.own_birth(row));
    let sexes = rows.iter().map(|&row| u32::from(people.own_sex(row)));
    disagree(births) || disagree(sexes)
}

/// Whether the known ones of some values are not all the same; zero is unknown.
fn disagree(values: impl Iterator<Item = u32>) -> bool {
    let mut known = values.filter(|&value| value != 0);
    let first = known.next();
    known.any(|value| Some(value) != first)
}

/// One surname, one birth date (both fit the number), and a telephone, guardian or address in common.
fn look_like_twins(people: &People<'_>, a: u32, b: u32) -> bool {
    let (one, other) = (surname(people.name_key(a)), surname(people.name_key(b)));
    !one.is_empty()
        && one == other
        && agree(&witnesses(people, a, 2), &witnesses(people, b, 2)) == Some(true)
}

fn decided(person: u32, reason: Reason, kin: u32) -> Decided {
    Decided {
        person,
        reason,
        kin,
    }
}
