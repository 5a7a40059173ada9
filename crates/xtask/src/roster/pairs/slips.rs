//! One pupil in two rows: what is wrong in the second.
//!
//! Deliberately without a look at what the product can find: the shares come from what is known of
//! typing, of spreadsheets and of how names of minorities are written down.

#![allow(
    clippy::unnecessary_wraps,
    reason = "every kind has one signature, and most do not fit every pupil"
)]

use super::names::surname_length;
use super::pupil::{Draw, Pupil};
use crate::roster::names::dotted;
use crate::roster::number::{days, replaced};
use crate::roster::rng::Rng;

pub(super) fn nothing(_: &mut Draw, _: &mut Pupil, _: &mut Pupil) -> Option<()> {
    Some(())
}

pub(super) fn homophone(draw: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let at = place_in_name(&mut draw.rng, &second.name)?;
    let c = second.name.chars().nth(at)?;
    let typed = draw.confusions.typed(&mut draw.rng, c)?;
    second.name = with(&second.name, at, typed);
    Some(())
}

pub(super) fn look_alike(draw: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let at = place_in_name(&mut draw.rng, &second.name)?;
    let c = second.name.chars().nth(at)?;
    let other = draw.confusions.look_alike(&mut draw.rng, c)?;
    second.name = with(&second.name, at, other);
    Some(())
}

/// The same with pairs that have no part in anything that is made.
pub(super) fn look_alike_held_out(
    draw: &mut Draw,
    _: &mut Pupil,
    second: &mut Pupil,
) -> Option<()> {
    let at = place_in_name(&mut draw.rng, &second.name)?;
    let c = second.name.chars().nth(at)?;
    let other = draw.confusions.held_out(&mut draw.rng, c)?;
    second.name = with(&second.name, at, other);
    Some(())
}

/// A program converted the whole name, or a person writes one character so.
pub(super) fn form(draw: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let forms = |name: &str| -> Vec<usize> {
        let all = name.chars().enumerate();
        all.filter(|it| draw.confusions.form(it.1).is_some())
            .map(|it| it.0)
            .collect()
    };
    let mut places = forms(&second.name);
    if places.is_empty() {
        return None;
    }
    if draw.rng.percent(50) {
        places = vec![draw.rng.pick(&places)];
    }
    let written = second.name.chars().enumerate().map(|(at, c)| {
        let other = draw.confusions.form(c).filter(|_| places.contains(&at));
        other.unwrap_or(c)
    });
    second.name = written.collect();
    Some(())
}

pub(super) fn dot_differs(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    const DOTS: [&str; 7] = ["•", "‧", "∙", "⋅", "・", "．", "."];
    first.name = dotted(&mut draw.rng, first.male);
    second.name = first.name.replace('·', draw.rng.pick(&DOTS));
    Some(())
}

pub(super) fn dot_dropped(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    first.name = dotted(&mut draw.rng, first.male);
    let instead = if draw.rng.percent(80) { "" } else { " " };
    second.name = first.name.replace('·', instead);
    Some(())
}

pub(super) fn dropped(draw: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let characters: Vec<char> = second.name.chars().collect();
    let surname = surname_length(&second.name);
    if characters.len() < surname + 2 || second.name.contains('·') {
        return None;
    }
    let gone = surname + draw.rng.below(characters.len() - surname);
    second.name = characters
        .iter()
        .enumerate()
        .filter(|it| it.0 != gone)
        .map(|it| it.1)
        .collect();
    Some(())
}

/// A character twice, or one more.
pub(super) fn added(draw: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let mut characters: Vec<char> = second.name.chars().collect();
    let surname = surname_length(&second.name);
    if characters.len() > surname + 2 || second.name.contains('·') {
        return None;
    }
    let at = surname + draw.rng.below(characters.len() - surname);
    let more = if draw.rng.percent(50) {
        characters[at]
    } else {
        draw.names.character(&mut draw.rng, second.male)
    };
    characters.insert(at + 1, more);
    second.name = characters.iter().collect();
    Some(())
}

/// One row has the new name and the old one beside it, the other the old one.
pub(super) fn former_name(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let name = another_name(draw, first)?;
    if draw.rng.percent(50) {
        second.former_name = std::mem::replace(&mut second.name, name);
    } else {
        first.former_name = std::mem::replace(&mut first.name, name);
    }
    Some(())
}

/// A character that an old system cannot show: a private code, a mark, nothing, another form, a guess.
pub(super) fn rare(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    const OLD_FORMS: [(char, char); 9] = [
        ('𬱖', '頔'),
        ('𬭚', '錞'),
        ('𣲗', '湋'),
        ('𫍯', '諴'),
        ('𬀩', '暐'),
        ('𤩽', '瓛'),
        ('𫖯', '頫'),
        ('𫍽', '譞'),
        ('𬤊', '諟'),
    ];
    first.name = draw.names.rare(&mut draw.rng, first.male);
    let c = first.name.chars().last()?;
    let old = OLD_FORMS.iter().find(|it| it.0 == c).map(|it| it.1);
    let written = match draw.rng.below(100) {
        0..55 => old.unwrap_or('\u{E863}').to_string(),
        55..75 => draw.rng.pick(&["?", "？", "*", "〇", "□"]).to_owned(),
        75..90 => String::new(),
        _ => "(生僻字)".to_owned(),
    };
    second.name = first.name.replace(c, &written);
    Some(())
}

/// Another given name, in one case of five another surname; telephone and guardian stay.
pub(super) fn renamed(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    second.name = another_name(draw, first)?;
    second.phone.clone_from(&first.phone);
    second.guardian.clone_from(&first.guardian);
    Some(())
}

pub(super) fn date_swapped(_: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let (year, month, day) = parts(first.birth);
    (day <= 12 && day != month).then(|| second.birth = year * 10_000 + day * 100 + month)
}

pub(super) fn day(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let (year, month, day) = parts(first.birth);
    let typed = slipped(&mut draw.rng, day, 1, days(year, month))?;
    second.birth = year * 10_000 + month * 100 + typed;
    Some(())
}

pub(super) fn month(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let (year, month, day) = parts(first.birth);
    let typed = slipped(&mut draw.rng, month, 1, 12)?;
    (day <= days(year, typed)).then(|| second.birth = year * 10_000 + typed * 100 + day)
}

pub(super) fn year(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let (year, month, day) = parts(first.birth);
    let typed = if draw.rng.percent(50) {
        year + 1
    } else {
        year - 1
    };
    (day <= days(typed, month)).then(|| second.birth = typed * 10_000 + month * 100 + day)
}

pub(super) fn sex(_: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    second.male = !second.male;
    Some(())
}

pub(super) fn number_digit(draw: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let at = draw.rng.below(17);
    let other = char::from(b'0' + draw.rng.below(10) as u8).to_string();
    let typed = replaced(&second.id_number, at, &other);
    (typed != second.id_number).then(|| second.id_number = typed)
}

pub(super) fn number_swap(draw: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let mut characters: Vec<char> = second.id_number.chars().collect();
    let at = draw.rng.below(16);
    characters.swap(at, at + 1);
    let typed: String = characters.iter().collect();
    (typed != second.id_number).then(|| second.id_number = typed)
}

/// A spreadsheet keeps fifteen digits of a number.
pub(super) fn number_cut(_: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    second.id_number = format!("{}000", second.id_number.get(..15)?);
    Some(())
}

/// And shows it so.
pub(super) fn number_power(_: &mut Draw, _: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let digits = second.id_number.get(..6)?;
    second.id_number = format!("{}.{}E+17", &digits[..1], &digits[1..]);
    Some(())
}

/// The form of before 1999: of grown-up pupils, therefore.
pub(super) fn number_15(draw: &mut Draw, first: &mut Pupil, second: &mut Pupil) -> Option<()> {
    let birth = draw.rng.between(1996, 1998) * 10_000 + first.birth % 10_000;
    if first.birth % 10_000 == 229 {
        return None;
    }
    draw.set_identity(first, first.male, birth);
    let number = first.id_number.clone();
    second.birth = birth;
    second.id_number = format!("{}{}", number.get(..6)?, number.get(8..17)?);
    Some(())
}

pub(super) fn number_digit_and_homophone(
    draw: &mut Draw,
    first: &mut Pupil,
    second: &mut Pupil,
) -> Option<()> {
    homophone(draw, first, second)?;
    number_digit(draw, first, second)
}

/// A given character, seldom the surname; dots are no place.
fn place_in_name(rng: &mut Rng, name: &str) -> Option<usize> {
    let surname = surname_length(name);
    let at = if rng.percent(8) {
        0
    } else {
        surname + rng.below(name.chars().count().checked_sub(surname)?)
    };
    (name.chars().nth(at)? != '·').then_some(at)
}

fn with(name: &str, at: usize, other: char) -> String {
    name.chars()
        .enumerate()
        .map(|it| if it.0 == at { other } else { it.1 })
        .collect()
}

fn another_name(draw: &mut Draw, first: &Pupil) -> Option<String> {
    if first.name.contains('·') {
        return None;
    }
    let own: String = first
        .name
        .chars()
        .take(surname_length(&first.name))
        .collect();
    let surname = if draw.rng.percent(80) {
        own
    } else {
        draw.names.surname(&mut draw.rng).to_owned()
    };
    let given = draw.names.given(&mut draw.rng, first.male);
    let is_unlike = !given.chars().any(|it| first.name.contains(it));
    is_unlike.then(|| format!("{surname}{given}"))
}

fn parts(birth: u32) -> (u32, u32, u32) {
    (birth / 10_000, birth / 100 % 100, birth % 100)
}

/// The number next to it, or one with a digit changed.
fn slipped(rng: &mut Rng, right: u32, first: u32, last: u32) -> Option<u32> {
    let is_slip = |it: u32| {
        let is_next = it.abs_diff(right) == 1;
        let has_same_digit = it % 10 == right % 10 || it / 10 == right / 10;
        it != right && (is_next || has_same_digit)
    };
    let choices: Vec<u32> = (first..=last).filter(|it| is_slip(*it)).collect();
    (!choices.is_empty()).then(|| rng.pick(&choices))
}
