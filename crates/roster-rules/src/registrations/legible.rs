//! What is legible of a number that is masked, cut or spoilt by a spreadsheet, and whom a row without a whole
//! number means.

use roster_model::{Column, Kinship};
use roster_values::text::{is_placeholder, tidy_code};

use super::RowPlace;
use super::join::{own_birth, own_sex, schools_of, sex};
use super::lookup::{number, whole_class};
use super::persons::{Names, is_masked, names_of};
use crate::Roster;

/// Legible digits that tell pupils apart, beside those of the region.
const TELLING_MIN: usize = 4;
const REGION: usize = 6;

/// A number of which only parts can be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Legible<'t> {
    front: &'t str,
    end: &'t str,
}

impl<'t> Legible<'t> {
    /// What can be read of a tidy number in capitals.
    pub(super) fn of(tidy: &'t str) -> Self {
        let is_digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit() || it == b'X');
        let has_crosses = tidy.contains("XX");
        let is_masked = |c| is_masked(c) || has_crosses && c == 'X';
        let masked = tidy.find(is_masked).zip(tidy.rfind(is_masked));
        let (front, end) = match masked {
            Some((first, last)) => {
                let end = tidy[last..].char_indices().nth(1);
                (&tidy[..first], end.map_or("", |it| &tidy[last + it.0..]))
            }
            // 1.10105E+17
            None if tidy.contains("E+") => (tidy.split('E').next().unwrap_or_default(), ""),
            None if tidy.len() == 18 && tidy.ends_with("000") => (&tidy[..15], ""),
            None if tidy.len() < 10 && is_digits(tidy) => ("", tidy),
            None => (tidy, tidy),
        };
        Legible { front, end }
    }

    /// How much of it tells pupils apart.
    fn telling(&self) -> usize {
        self.end.len() + self.front.len().saturating_sub(REGION)
    }

    /// Its last characters, where these are enough.
    pub(super) fn tail(&self) -> Option<&'t str> {
        let at = self.end.len().checked_sub(TELLING_MIN)?;
        self.end.get(at..)
    }

    /// Whether they may be one number.
    fn fits(&self, other: &Self) -> bool {
        let fronts = self.front.chars().filter(|it| *it != '.');
        let fronts = fronts.zip(other.front.chars().filter(|it| *it != '.'));
        let ends = self.end.bytes().rev().zip(other.end.bytes().rev());
        fronts.into_iter().all(|it| it.0 == it.1) && ends.into_iter().all(|it| it.0 == it.1)
    }
}

/// How two numbers agree that need not be legible: whether, and whether so that it tells whose they are.
/// Nothing where one is missing.
pub(super) fn numbers(
    rosters: &[Roster],
    column: Column,
    a: RowPlace,
    b: RowPlace,
) -> Option<(bool, bool)> {
    let text = |it: RowPlace| {
        let text = rosters[it.0 as usize].text(column, it.1);
        let tidy = tidy_code(text).to_ascii_uppercase();
        (!tidy.is_empty() && !is_placeholder(text)).then_some(tidy)
    };
    let (a, b) = (text(a)?, text(b)?);
    let (a, b) = (Legible::of(&a), Legible::of(&b));
    let is_telling = a.telling().min(b.telling()) >= TELLING_MIN;
    Some((a.fits(&b), is_telling))
}

/// How a row of a list and a pupil agree in all that can be compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agreement {
    /// In enough to tell, the class included.
    OfClass,
    /// In enough to tell.
    Told,
    /// In too little.
    Untold,
    /// They do not.
    Differ,
}

/// How a row of a list agrees with a pupil who may be meant.
pub(super) fn agreement(rosters: &[Roster], place: RowPlace, pupil: RowPlace) -> Agreement {
    let [list, roster] = [place, pupil].map(|it| &rosters[it.0 as usize]);
    let names = names_of(rosters, place, pupil);
    let births = own_birth(list, place.1).zip(super::join::birth(roster, pupil.1));
    let sexes = own_sex(list, place.1).zip(sex(roster, pupil.1));
    let numbers = [Column::IdNumber, Column::StudentNumber];
    let mut numbers = numbers.map(|it| numbers_of_one_sort(rosters, it, place, pupil));
    let same = |column| {
        let text = |it: RowPlace| tidy_code(rosters[it.0 as usize].text(column, it.1));
        let (a, b) = (text(place), text(pupil));
        (!a.is_empty() && !b.is_empty()).then_some(a == b)
    };
    let classes = [Column::ClassName, Column::ClassCode].map(same);
    // 三年级1班 has the grade in it; 1班 has not, and many schools have one.
    let class = whole_class(list, place.1);
    let is_one = classes[0] == Some(true) || class == whole_class(roster, pupil.1);
    let is_whole = class.chars().count() > 3 && is_one;
    let in_class = match same(Column::Grade) {
        Some(is_same) => is_same && classes.contains(&Some(true)),
        None => is_whole,
    };
    let is_named = names == Names::Same;
    let is_slip = numbers[0].is_some_and(|it| !it.0);
    if is_slip && in_class && is_named && numbers_nearly_agree(rosters, place, pupil) {
        numbers[0] = None;
    }
    let is_numbered = numbers.iter().flatten().any(|it| it.1);
    // A pupil of the class with the name and the number may be in the list for a wrong sex.
    let is_sure = in_class && is_named && is_numbered;
    let differ = names > Names::Illegible
        || births.is_some_and(|it| it.0 != it.1)
        || (!is_sure && sexes.is_some_and(|it| it.0 != it.1))
        || numbers.iter().flatten().any(|it| !it.0)
        || schools_of(rosters, place, pupil) == Kinship::Several;
    if differ {
        return Agreement::Differ;
    }
    let is_told = births.is_some() || is_numbered;
    match (in_class && is_named, is_told) {
        (true, _) => Agreement::OfClass,
        (_, true) => Agreement::Told,
        _ => Agreement::Untold,
    }
}

/// Whether two whole numbers differ in two places at most.
fn numbers_nearly_agree(rosters: &[Roster], a: RowPlace, b: RowPlace) -> bool {
    let numbers = [a, b].map(|it| number(rosters, it));
    let [Some(one), Some(other)] = numbers else {
        return false;
    };
    let differing = one.bytes().zip(other.bytes()).filter(|it| it.0 != it.1);
    (one.len(), other.len()) == (18, 18) && differing.count() <= 2
}

/// A 学籍号 that begins with another letter is no other pupil's.
fn numbers_of_one_sort(
    rosters: &[Roster],
    column: Column,
    a: RowPlace,
    b: RowPlace,
) -> Option<(bool, bool)> {
    let first = |it: RowPlace| {
        rosters[it.0 as usize]
            .text(column, it.1)
            .trim()
            .chars()
            .next()
    };
    let is_other = column == Column::StudentNumber && first(a) != first(b);
    numbers(rosters, column, a, b).filter(|it| it.0 || !is_other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_legible_of_a_number_is_compared() {
        let whole = "110101201509020046";
        for (text, fits) in [
            ("110101********0046", true),
            ("110101********0047", false),
            ("110101XXXXXXXX0046", true),
            ("11010120150902****", true),
            ("0046", true),
            ("020046", true),
            ("120046", false),
            ("110101201509020000", true),
            (concat!("110101201609020", "000"), false),
            ("1.10101E+17", true),
            ("1.10102E+17", false),
            ("******************", true),
        ] {
            let fit = Legible::of(text).fits(&Legible::of(whole));
            assert_eq!(fit, fits, "{text}");
        }
        assert_eq!(Legible::of("110101********0046").tail(), Some("0046"));
        assert_eq!(Legible::of("1.10101E+17").tail(), None);
    }
}
