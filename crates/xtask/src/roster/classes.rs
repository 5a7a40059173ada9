//! Faults of whole classes: one that is too large, and two of a grade that differ much.
//! Deliberately laid before all others, on the classes themselves; every row of them is faultless.

use super::columns as col;
use super::faults::{Fault, Kind};
use super::kinds::{CLASS_SIZES_APART, CLASS_TOO_LARGE};
use super::person::{Person, School};

/// The most pupils of a class that nobody objects to.
const SIZE_MAX: usize = 55;
/// Classes from which some can be taken without making the other one too large.
const SIZE_EVEN_MAX: usize = 42;

/// Makes two classes of one grade one, and moves pupils between two classes of another grade.
pub(super) fn lay(people: &mut [Person], school: &School) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut joined = None;
    for grade in school.first_grade..=school.last_grade {
        let sizes = [1, 2].map(|class| count(people, grade, class));
        if joined.is_none() && sizes.iter().sum::<usize>() > SIZE_MAX + 5 && sizes[1] > 0 {
            joined = Some(grade);
            faults.extend(shift(people, school, grade, sizes[1], &CLASS_TOO_LARGE));
        } else if sizes[1] > 15 && sizes[0] <= SIZE_EVEN_MAX {
            faults.extend(shift(
                people,
                school,
                grade,
                sizes[0] / 5 + 3,
                &CLASS_SIZES_APART,
            ));
            break;
        }
    }
    faults
}

fn count(people: &[Person], grade: u32, class: u32) -> usize {
    let is_in = |it: &&Person| (it.grade, it.class) == (grade, class);
    people.iter().filter(is_in).count()
}

/// Moves so many pupils of the second class of a grade to the first; they stand next to it already.
fn shift(
    people: &mut [Person],
    school: &School,
    grade: u32,
    moved: usize,
    kind: &'static Kind,
) -> Option<Fault> {
    let first = people
        .iter()
        .position(|it| (it.grade, it.class) == (grade, 2))?;
    let code = |it: &Person| it.cell(col::CLASS_CODE, school);
    let original = code(&people[first]).shown().to_owned();
    let last_serial = people[..first].last().map_or(0, |it| it.serial);
    for (serial, person) in (last_serial + 1..).zip(&mut people[first..first + moved]) {
        (person.class, person.serial) = (1, serial);
    }
    let rest = people[first + moved..].iter_mut();
    let rest = rest.take_while(|it| (it.grade, it.class) == (grade, 2));
    for (serial, person) in (1..).zip(rest) {
        person.serial = serial;
    }
    people[first].plain = false;
    let of_grade = |it: &usize| people[*it].grade == grade;
    Some(Fault {
        kind,
        person: first,
        column: col::CLASS_CODE,
        written: code(&people[first]),
        original,
        seen_at: (0..people.len()).filter(of_grade).collect(),
    })
}
