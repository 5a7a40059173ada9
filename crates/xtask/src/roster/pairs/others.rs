//! Two pupils whose rows are close: twins, sisters and brothers, namesakes, neighbours in the
//! register, and two who were given one number.
//!
//! The second pupil comes as a stranger of the same sex and birth date in the same grade.

#![allow(
    clippy::unnecessary_wraps,
    reason = "every kind has one signature, and most do not fit every pupil"
)]

use super::names::surname_length;
use super::pupil::{Draw, Pupil};
use crate::roster::rng::Rng;

/// One home, numbers one after the other, names that share a character.
pub(super) fn twins(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let other = draw.names.character(&mut draw.rng, second.male);
    second.name = sharing_a_character(&mut draw.rng, &first.name, other)?;
    be_twin(draw, first, second)
}

/// Twins whose names sound the same but for the tone, as 佳怡 and 嘉怡.
pub(super) fn twins_alike(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    if first.name.chars().count() != surname_length(&first.name) + 2 {
        return None;
    }
    second.name = sounding_alike(draw, &first.name)?;
    be_twin(draw, first, second)
}

pub(super) fn siblings(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    share_home(first, second);
    let (other, male) = (
        draw.names.character(&mut draw.rng, second.male),
        draw.rng.percent(50),
    );
    second.name = sharing_a_character(&mut draw.rng, &first.name, other)?;
    let (grade, birth) = draw.of_other_grade(first.grade);
    second.grade = grade;
    second.origin = first.origin;
    draw.set_identity(second, male, birth);
    Some(())
}

/// The same name, sex and birth date in another family.
pub(super) fn namesakes(_: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    second.name.clone_from(&first.name);
    (second.guardian != first.guardian).then_some(())
}

/// As [`namesakes`], with one character that sounds the same.
pub(super) fn near_namesakes(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    second.name = sounding_alike(draw, &first.name)?;
    (second.guardian != first.guardian).then_some(())
}

/// Born in one place on one day, entered in the register one after the other.
pub(super) fn neighbours(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    second.origin = first.origin;
    second.school = first.school;
    second.id_number = draw.number_after(first, 2)?;
    second.student_number = format!("G{}", second.id_number);
    (second.name != first.name).then_some(())
}

/// The second was given the number of the first, which contradicts its birth date.
pub(super) fn one_number(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    second.birth = draw.another_birth(first.birth, first.grade);
    second.student_number = draw.temporary(second.birth);
    second.id_number.clone_from(&first.id_number);
    (second.name != first.name).then_some(())
}

/// As [`one_number`], and nothing contradicts it.
pub(super) fn one_number_fits_both(
    draw: &mut Draw,
    first: &mut Pupil,
    second: &mut Pupil,
) -> Option<()> {
    second.student_number = draw.temporary(second.birth);
    second.id_number.clone_from(&first.id_number);
    let shared = second
        .name
        .chars()
        .filter(|it| first.name.contains(*it))
        .count();
    (shared == 0).then_some(())
}

fn be_twin(draw: &mut Draw, first: &Pupil, second: &mut Pupil) -> Option<()> {
    share_home(first, second);
    second.origin = first.origin;
    // Boys have odd numbers and girls even ones, so the next of the sex is two away.
    let step = if draw.rng.percent(80) { 2 } else { 4 };
    let step = if draw.rng.percent(35) {
        second.male = !first.male;
        if first.male { step + 1 } else { step - 1 }
    } else {
        step
    };
    second.id_number = draw.number_after(first, step)?;
    second.student_number = format!("G{}", second.id_number);
    Some(())
}

/// The name with another given character of the same sound.
fn sounding_alike(draw: &mut Draw, name: &str) -> Option<String> {
    if name.contains('·') {
        return None;
    }
    let characters: Vec<char> = name.chars().collect();
    let surname = surname_length(name);
    let at = surname + draw.rng.below(characters.len() - surname);
    let other = draw
        .confusions
        .homophone(&mut draw.rng, *characters.get(at)?)?;
    Some(replaced(&characters, at, other))
}

/// The surname and one given character of the first, and one of its own.
fn sharing_a_character(rng: &mut Rng, name: &str, other: char) -> Option<String> {
    let surname = surname_length(name);
    let characters: Vec<char> = name.chars().collect();
    if characters.len() != surname + 2 || name.contains('·') || name.contains(other) {
        return None;
    }
    let at = surname + usize::from(rng.percent(75));
    Some(replaced(&characters, at, other))
}

fn replaced(characters: &[char], at: usize, other: char) -> String {
    let all = characters.iter().enumerate();
    all.map(|it| if it.0 == at { other } else { *it.1 })
        .collect()
}

fn share_home(first: &Pupil, second: &mut Pupil) {
    second.address.clone_from(&first.address);
    second.phone.clone_from(&first.phone);
    second.guardian.clone_from(&first.guardian);
    second.school = first.school;
}
