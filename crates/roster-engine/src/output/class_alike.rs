//! Which spellings mean one grade, or one class of a grade: 1年级 and 一年级; 1班, 一班, （1）班, 01, 三(1)班 and 301班.
//!
//! Spellings are one only where that is certain: 12班 and 一二班 may be two classes.

use roster_rules::numbers_of_class;
use roster_values::class_name::year_of_class;
use roster_values::text::tidy_code;

use crate::output::class_names::within_grade;

/// The fourth year of junior school, as `year_of_class` counts it.
const FOURTH: u8 = 10;
/// Larger numbers are codes.
const NUMBER_MAX: u32 = 99;

/// What has to be known of a run to tell its grades.
pub(crate) struct Alike {
    /// Junior school has four years, so its first one is the sixth of all, and no 七年级.
    has_fourth: bool,
}

impl Alike {
    /// Of the grades of a run.
    pub(crate) fn new<'t>(mut grades: impl Iterator<Item = &'t str>) -> Self {
        let is_fourth = |it: &str| it.contains('初') && year_of(it) == Some(FOURTH);
        Alike {
            has_fourth: grades.any(is_fourth),
        }
    }

    /// One text for all spellings of a grade, which the class may tell: 七年级, 初一, 初中一年级.
    pub(crate) fn grade(&self, grade: &str, class: &str) -> String {
        let told = told(grade, class);
        match year_of(told) {
            Some(year) if self.has_fourth && told.contains('初') => format!("初{year}"),
            Some(year) => year.to_string(),
            None => spelled_alike(grade),
        }
    }
}

/// One text for all spellings of a class of a grade.
pub(crate) fn class_alike(grade: &str, class: &str) -> String {
    let year = year_of(told(grade, class));
    match certain_number(year, class) {
        Some(number) => number.to_string(),
        None => spelled_alike(within_grade(grade, class).unwrap_or(class)),
    }
}

/// The text that tells the grade: a blank one is told by the class.
pub(crate) fn told<'t>(grade: &'t str, class: &'t str) -> &'t str {
    if grade.trim().is_empty() {
        class
    } else {
        grade
    }
}

/// The numbers of other classes that a class may be, by its texts for all spellings: 802 is perhaps the second
/// of the eighth grade.
pub(crate) fn perhaps(grade: &str, class: &str) -> Vec<u32> {
    let said = numbers_of_class(class);
    let Some(number) = said.and_then(|it| it.last().copied()) else {
        return Vec::new();
    };
    let year: u32 = grade.trim_start_matches('初').parse().unwrap_or(0);
    let within = |by: u32| (number / by == year).then_some(number % by);
    [Some(number), within(10), within(100)]
        .into_iter()
        .flatten()
        .collect()
}

/// The year of school that a grade or the name of a class tells.
pub(crate) fn year_of(text: &str) -> Option<u8> {
    year_of_class(&tidy_code(text))
}

/// One text for what is spelled alike: a digit of full width is a digit, and only a primary school has a
/// 四年级 that says no school.
fn spelled_alike(text: &str) -> String {
    let text = tidy_code(text);
    let year = text.strip_prefix("小学");
    let year = year.filter(|it| it.ends_with("年级"));
    year.unwrap_or(&text).to_owned()
}

/// The number of a class of the grade of this year, if nothing in its name speaks against it.
fn certain_number(year: Option<u8>, class: &str) -> Option<u32> {
    let said = numbers_of_class(class)?;
    let number = *said.last()?;
    let own = year_of(class);
    let number = match (own, said.len()) {
        (None, 1) if is_bare(class) => number,
        (None, _) => return None,
        // 301班; 三年级 is no class.
        (_, 1) => Some(number).filter(|it| *it > NUMBER_MAX)? % 100,
        _ => number,
    };
    let fits = own.is_none() || own == year;
    (fits && number <= NUMBER_MAX).then_some(number)
}

/// Whether a name has one number and nothing else: 小一班 is of a kindergarten, 一二班 perhaps 一年级二班.
fn is_bare(class: &str) -> bool {
    let class = tidy_code(class);
    let number = class
        .trim_start_matches(['第', '('])
        .trim_end_matches(['班', ')']);
    let is_digits = number.bytes().all(|it| it.is_ascii_digit());
    let mut pairs = number.chars().zip(number.chars().skip(1));
    let is_han = |it: char| "一二三四五六七八九十".contains(it);
    is_digits || number.chars().all(is_han) && pairs.all(|(one, next)| one == '十' || next == '十')
}
