//! Which class the path of a scan names, however it is written: 八(2)班, 初二2班, 802班, 八年级/二班.

use roster_values::class_name::{grade_in, year_of_class};

use crate::gathered::class_numbers::numbers;

/// What stands in the name of a class; a folder ends it.
const SIGNS: &str = "零一二三四五六七八九十年级第()小学初中高-_·";
/// The last year of school.
const YEARS: u32 = 12;

/// A class, as far as it is known: years of school that its grade may mean, from 1, and its number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClassKnown {
    pub(crate) years: Vec<u32>,
    pub(crate) number: Option<u32>,
}

impl ClassKnown {
    /// The class of a row: its grade as it stands and as it is meant, and the name of the class.
    pub(crate) fn of(grades: [&str; 2], name: &str) -> Self {
        let texts = grades.into_iter().chain([name]);
        ClassKnown {
            years: texts.filter_map(year_of_class).map(u32::from).collect(),
            number: numbers(name).and_then(|it| it.last().copied()),
        }
    }

    fn may_be(&self, year: u32) -> bool {
        self.years.is_empty() || self.years.contains(&year)
    }
}

/// What a path says of a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClassSaid {
    /// The year of school, where a grade is named.
    year: Option<u32>,
    /// Classes by number, each with the year where it has one.
    classes: Vec<(Option<u32>, u32)>,
    /// Numbers by themselves that may be year and class: 802.
    bare: Vec<u32>,
}

impl ClassSaid {
    /// What a path says, in which no name stands.
    pub(crate) fn of(path: &str) -> Self {
        let before = path.match_indices('班').map(|it| &path[..it.0]);
        let is_sign = |it: char| it.is_ascii_digit() || SIGNS.contains(it);
        let classes = before.filter_map(|it| class(&it[it.trim_end_matches(is_sign).len()..]));
        let runs = path.split(|it: char| !it.is_ascii_digit());
        let bare = runs.filter(|it| (3..=4).contains(&it.len()) && !it.starts_with('0'));
        ClassSaid {
            year: grade_in(path).and_then(year_of_class).map(u32::from),
            classes: classes.collect(),
            bare: bare.filter_map(|it| it.parse().ok()).collect(),
        }
    }

    /// Whether a class is named at all.
    pub(crate) fn says_class(&self) -> bool {
        self.year.is_some() || !self.classes.is_empty()
    }

    /// Whether the class is the one that is named; nothing that is named may speak against it.
    pub(crate) fn fits(&self, known: &ClassKnown) -> bool {
        let Some(number) = known.number else {
            // Nothing but the year tells.
            return self.classes.is_empty()
                && self.year.is_some_and(|it| known.years.contains(&it));
        };
        if !self.says_class() {
            let mut years = known.years.iter();
            return years.any(|it| self.bare.contains(&(it * 100 + number)));
        }
        let is_named =
            |it: &(Option<u32>, u32)| it.1 == number && it.0.is_none_or(|year| known.may_be(year));
        self.year.is_none_or(|it| known.may_be(it))
            && (self.classes.is_empty() || self.classes.iter().any(is_named))
    }
}

/// Year and number of what stands before 班.
fn class(text: &str) -> Option<(Option<u32>, u32)> {
    let numbers = numbers(&text.replace('·', "."))?;
    let (&number, before) = numbers.split_last()?;
    let Some(&year) = before.last() else {
        // 802 is the second class of the eighth grade.
        let (year, rest) = (number / 100, number % 100);
        let are_two = (1..=YEARS).contains(&year)
            && rest > 0
            && text.ends_with(|it: char| it.is_ascii_digit());
        return Some(if are_two {
            (Some(year), rest)
        } else {
            (None, number)
        });
    };
    let past = match text.chars().find(|it| "初高".contains(*it)) {
        Some('初') => 6,
        Some(_) => 9,
        None => 0,
    };
    let year = year.saturating_add(past);
    Some((Some(year).filter(|it| (1..=YEARS).contains(it)), number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_known_however_it_is_written() {
        let second = ClassKnown::of(["初中二年级", "八年级"], "2班");
        let first = ClassKnown::of(["初中二年级", ""], "1班");
        for path in [
            "八年级2班/",
            "八(2)班",
            "八2班",
            "初二2班",
            "初二(2)班",
            "初中二年级2班",
            "8年级2班",
            "8·2班",
            "802班",
            "802",
            "2班",
            "(2)班",
            "二班",
            "八年级二班",
            "8-2班",
            "八年级/二班/",
            "2025级2班",
            "20150901-2班",
        ] {
            let said = ClassSaid::of(path);
            assert!(said.fits(&second), "{path}");
            assert!(!said.fits(&first), "{path}");
        }
        for path in [
            "七年级2班",
            "12班",
            "初一2班",
            "702班",
            "七年级/2班",
            "户口簿",
            "82班",
            "2",
            "实验2",
        ] {
            assert!(!ClassSaid::of(path).fits(&second), "{path}");
        }
    }

    #[test]
    fn a_grade_alone_tells_pupils_of_two_grades_apart() {
        let said = ClassSaid::of("八年级/");
        assert!(said.fits(&ClassKnown::of(["初中二年级", ""], "")));
        assert!(said.fits(&ClassKnown::of(["初中二年级", ""], "1班")));
        assert!(!said.fits(&ClassKnown::of(["初中一年级", ""], "1班")));
        assert!(!said.fits(&ClassKnown::default()));
    }
}
