//! School years and grades: which year a roster belongs to, when the pupils of a grade enrolled, and
//! how old they usually are. And the other parameters that a rule asks for in every row.
//!
//! Counting only. What a difference means, a pause, a repeated year or a slip, is for the rules.

use roster_model::Column;
use roster_standard::{Entry, Listed};
use roster_values::date::Date;

use crate::{Roster, Row};

/// What a profile says of school years, ages and addresses, read once for all rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    /// The years in which the school year of the roster may have begun; mostly one.
    pub(crate) first_year: i32,
    pub(crate) last_year: i32,
    /// Whether somebody states the year.
    pub(crate) is_stated: bool,
    pub(crate) system: GradeSystem,
    /// The full years a pupil has at least and at most; 0 is not checked.
    pub(crate) ages: (u16, u16),
    /// Least age on the day that counts in the year of enrolment; 0 is not checked.
    pub(crate) entry_age_min: i32,
    /// Month and day on which the age counts.
    pub(crate) cutoff: (u8, u8),
    /// Years beside the usual age that nothing is said about; 0 is not checked.
    pub(crate) slack: i32,
    /// The fewest characters of an address; 0 is not checked.
    pub(crate) address_length_min: usize,
    /// Whom the list registers for the first time.
    pub(crate) new_pupils: NewPupils,
    /// Whether the school makes student numbers of its own.
    pub(crate) own_numbers: bool,
}

/// Whom a list registers for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NewPupils {
    None,
    All,
    /// All, and all of them in the first grade of primary school.
    FirstGrade,
}

/// How the nine years of compulsory schooling are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GradeSystem {
    Any,
    SixThree,
    FiveFour,
    NineYear,
}

/// One of the three schools a grade belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum School {
    Primary,
    Junior,
    Senior,
}

/// A grade of the table of grades; none of those before school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Grade {
    pub(crate) school: School,
    /// The year within the school, from 1.
    pub(crate) year: i32,
}

impl Terms {
    pub(crate) fn of(roster: &Roster) -> Self {
        let number = |name| roster.parameter_number(name).unwrap_or(0) as i32;
        let (first_year, last_year) = school_years(
            number("school_year"),
            roster.parameter("school_year_stage"),
            roster.settings.today,
        );
        Terms {
            first_year,
            last_year,
            is_stated: number("school_year") > 0,
            system: match roster.parameter("grade_system") {
                "six-three" => GradeSystem::SixThree,
                "five-four" => GradeSystem::FiveFour,
                "nine-year" => GradeSystem::NineYear,
                _ => GradeSystem::Any,
            },
            ages: ["student_age_min", "student_age_max"]
                .map(|it| u16::try_from(number(it)).unwrap_or(0))
                .into(),
            entry_age_min: number("entry_age_min"),
            cutoff: month_and_day(roster.parameter("entry_age_cutoff")).unwrap_or((8, 31)),
            slack: number("grade_age_slack"),
            address_length_min: usize::try_from(number("address_length_min")).unwrap_or(0),
            new_pupils: match roster.parameter("new_roster") {
                "first-grade" => NewPupils::FirstGrade,
                "yes" => NewPupils::All,
                _ => NewPupils::None,
            },
            own_numbers: !roster.parameter("local_student_number").is_empty(),
        }
    }

    /// The years by which the enrolment in a school year is away from what the grade asks for, with
    /// the year nearest to it; negative where the pupil enrolled too early.
    pub(crate) fn enrolment_gap(&self, grade: Grade, enrolled: i32) -> (i32, i32) {
        let mut best: Option<(i32, i32)> = None;
        for year in self.first_year..=self.last_year {
            for years_ago in self.years_since_enrolment(grade).into_iter().flatten() {
                let usual = year - years_ago;
                let gap = enrolled - usual;
                if best.is_none_or(|(it, _)| gap.abs() < it.abs()) {
                    best = Some((gap, usual));
                }
            }
        }
        best.unwrap_or((0, enrolled))
    }

    /// The year in which pupils of a grade enter its own school, the one nearest to `enrolled`.
    fn enrolment_in(&self, grade: Grade, enrolled: i32) -> i32 {
        let own = grade.year - 1;
        enrolled.clamp(self.first_year - own, self.last_year - own)
    }

    /// How many school years ago the pupils of a grade enrolled. A school with several parts may keep
    /// the month of the first one.
    fn years_since_enrolment(&self, grade: Grade) -> [Option<i32>; 4] {
        let own = grade.year - 1;
        let six = Some(own + 6);
        match (grade.school, self.system) {
            // Where primary school has five years, 六年级 is the first year of the next.
            (School::Primary, GradeSystem::Any | GradeSystem::FiveFour) if grade.year == 6 => {
                [Some(own), Some(0), None, None]
            }
            (School::Primary, _) => [Some(own), None, None, None],
            (School::Junior, GradeSystem::SixThree | GradeSystem::NineYear) => {
                [Some(own), six, None, None]
            }
            // And 七年级 is its second.
            (School::Junior, GradeSystem::Any | GradeSystem::FiveFour) => {
                [Some(own), Some(own + 1), Some(own + 5), six]
            }
            (School::Senior, _) => [Some(own), Some(own + 9), None, None],
        }
    }

    /// The school years in which a pupil may be in the grade: the one that the row's own month of enrolment
    /// says, and without one those of the list. A month that is far from the grade says nothing, as one of
    /// the two is wrong.
    pub(crate) fn years_of(&self, grade: Grade, enrolled: Option<i32>) -> (i32, i32) {
        let of_list = (self.first_year, self.last_year);
        let mut best: Option<(i32, i32)> = None;
        for years_ago in self.years_since_enrolment(grade).into_iter().flatten() {
            let Some(year) = enrolled.map(|it| it + years_ago) else {
                continue;
            };
            let away = (self.first_year - year).max(year - self.last_year);
            if best.is_none_or(|(it, _)| away < it) {
                best = Some((away, year));
            }
        }
        match best {
            Some((away, year)) if away <= YEARS_AWAY_MAX => (year, year),
            _ => of_list,
        }
    }

    /// The school years in which those of a list of new pupils may enrol: it may be made long before.
    pub(crate) fn years_of_new(&self, today: Date) -> (i32, i32) {
        if self.is_stated {
            return (self.first_year, self.last_year);
        }
        (self.first_year, i32::from(today.year()))
    }

    /// The full years of a pupil of a grade on the day that counts in the year of enrolment in primary
    /// school, as if no year had been skipped or repeated: six or seven is usual.
    pub(crate) fn entry_age(&self, grade: Grade, school_year: i32, birth: Date) -> i32 {
        let entry = school_year - (grade.school.years_before() + grade.year - 1);
        let (month, day) = self.cutoff;
        let had_birthday = (birth.month(), birth.day()) <= (month, day);
        entry - i32::from(birth.year()) - i32::from(!had_birthday)
    }
}

impl School {
    /// The years of the schools before it.
    pub(crate) fn years_before(self) -> i32 {
        match self {
            School::Primary => 0,
            School::Junior => 6,
            School::Senior => 9,
        }
    }
}

impl Grade {
    /// The first grade of primary school.
    pub(crate) const FIRST: Self = Grade {
        school: School::Primary,
        year: 1,
    };

    /// The grade of a line of the table; none for those before school.
    pub(crate) fn of(entry: &Entry) -> Option<Self> {
        let &[school, year] = entry.code.as_bytes() else {
            return None;
        };
        let school = match school {
            b'1' => School::Primary,
            b'2' => School::Junior,
            b'3' => School::Senior,
            _ => return None,
        };
        let year = i32::from(year.checked_sub(b'0')?);
        Some(Grade { school, year })
    }
}

/// A grade and a month of enrolment that disagree.
pub(crate) struct EnrolmentGap {
    /// By how many years.
    pub(crate) years: u32,
    /// The year in which pupils of the grade enrolled.
    pub(crate) usual: i32,
    /// Whether it is a month in which pupils enrol.
    pub(crate) is_usual_month: bool,
}

impl EnrolmentGap {
    /// That of a pupil; nothing where grade and month agree, or one of them is not told.
    pub(crate) fn of(row: &Row<'_>) -> Option<Self> {
        let (Listed::Label(entry) | Listed::Code(entry) | Listed::Alias(entry)) =
            row.grade_listed()
        else {
            return None;
        };
        let grade = Grade::of(entry)?;
        let month = row.month(Column::EnrolmentMonth).month()?;
        let enrolled = school_year_of(month.year(), month.month());
        let (gap, usual) = gap_of(row.roster, grade, enrolled);
        let today = row.settings().today;
        // A month that is still to come says that the list is for the coming school year; one that is too far
        // ahead for the list is told by itself.
        let is_coming = (month.year(), month.month()) > (today.year(), today.month());
        // A school year that somebody states is that of the list, whatever the day.
        let is_stated = || row.roster.parameter_number("school_year") > Some(0);
        let is_right = gap == 0 || gap == 1 && is_coming && !is_stated();
        (!is_right).then(|| EnrolmentGap {
            years: gap.unsigned_abs(),
            usual,
            is_usual_month: (7..=9).contains(&month.month()),
        })
    }
}

/// The years by which a pupil's enrolment is away from that of the grade, and the year that is usual for it.
fn gap_of(roster: &Roster, grade: Grade, enrolled: i32) -> (i32, i32) {
    let terms = roster.terms();
    let (gap, nearest) = terms.enrolment_gap(grade, enrolled);
    let of_list = roster.enrolled().year_of(grade);
    match of_list.filter(|it| terms.enrolment_gap(grade, *it).0 == 0) {
        // Near to what the others of the grade have; who comes from a school of another kind may keep its month.
        Some(usual) if (enrolled - usual).abs() <= YEARS_BESIDE_MAX => (enrolled - usual, usual),
        Some(usual) => (gap, usual),
        None if gap.abs() <= 1 => (gap, nearest),
        None => (gap, terms.enrolment_in(grade, enrolled)),
    }
}

/// A pupil of the grade who enrolled so few years beside all the others was not simply in another kind of school.
const YEARS_BESIDE_MAX: i32 = 2;

/// A month of enrolment may be this many school years beside the list's: a pause, or a list made in advance.
const YEARS_AWAY_MAX: i32 = 1;

/// The school year in which a month of enrolment lies: it begins in July, so that pupils who come in
/// August count for the coming one and those who come in spring for the one that runs.
pub(crate) fn school_year_of(year: u16, month: u8) -> i32 {
    i32::from(year) - i32::from(month < 7)
}

fn school_years(given: i32, stage: &str, today: Date) -> (i32, i32) {
    if given > 0 {
        return (given, given);
    }
    let year = i32::from(today.year());
    match (today.month(), stage) {
        // Who enrols in spring is listed for the autumn.
        (10..=12, _) | (9, "term") | (_, "enrolment") => (year, year),
        (1..=6, _) | (7..=9, "graduation") => (year - 1, year - 1),
        _ => (year - 1, year),
    }
}

/// `08-31`.
fn month_and_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        roster_values::date::read_date(text).date().unwrap()
    }

    fn terms(system: GradeSystem) -> Terms {
        Terms {
            first_year: 2026,
            last_year: 2026,
            is_stated: false,
            system,
            ages: (4, 22),
            entry_age_min: 6,
            cutoff: (8, 31),
            slack: 3,
            address_length_min: 5,
            new_pupils: NewPupils::None,
            own_numbers: false,
        }
    }

    fn grade(school: School, year: i32) -> Grade {
        Grade { school, year }
    }

    #[test]
    fn the_school_year_follows_from_the_day_or_is_given() {
        assert_eq!(school_years(0, "any", date("20261121")), (2026, 2026));
        assert_eq!(school_years(0, "any", date("20260301")), (2025, 2025));
        assert_eq!(school_years(0, "any", date("20260820")), (2025, 2026));
        assert_eq!(school_years(0, "enrolment", date("20260820")), (2026, 2026));
        assert_eq!(school_years(0, "enrolment", date("20260520")), (2026, 2026));
        assert_eq!(
            school_years(0, "graduation", date("20260701")),
            (2025, 2025)
        );
        assert_eq!(school_years(2024, "any", date("20261121")), (2024, 2024));
        assert_eq!(school_year_of(2024, 9), 2024);
        assert_eq!(school_year_of(2024, 3), 2023);
    }

    #[test]
    fn a_grade_says_when_its_pupils_enrolled() {
        let any = terms(GradeSystem::Any);
        assert_eq!(
            any.enrolment_gap(grade(School::Primary, 3), 2024),
            (0, 2024)
        );
        assert_eq!(
            any.enrolment_gap(grade(School::Primary, 3), 2021),
            (-3, 2024)
        );
        assert_eq!(
            any.enrolment_gap(grade(School::Primary, 6), 2026),
            (0, 2026)
        );
        assert_eq!(any.enrolment_gap(grade(School::Junior, 1), 2026).0, 0);
        assert_eq!(any.enrolment_gap(grade(School::Junior, 1), 2020).0, 0);
        assert_eq!(any.enrolment_gap(grade(School::Senior, 2), 2025).0, 0);
        let six_three = terms(GradeSystem::SixThree);
        assert_eq!(
            six_three.enrolment_gap(grade(School::Junior, 1), 2025).0,
            -1
        );
    }

    #[test]
    fn the_month_of_a_row_says_its_school_year() {
        let any = terms(GradeSystem::Any);
        let first = grade(School::Primary, 1);
        assert_eq!(any.years_of(first, None), (2026, 2026));
        assert_eq!(any.years_of(first, Some(2027)), (2027, 2027));
        assert_eq!(any.years_of(first, Some(2025)), (2025, 2025));
        assert_eq!(any.years_of(first, Some(2020)), (2026, 2026));
        let junior = grade(School::Junior, 2);
        assert_eq!(any.years_of(junior, Some(2025)), (2026, 2026));
        assert_eq!(any.years_of(junior, Some(2019)), (2026, 2026));
    }

    #[test]
    fn ages_count_on_the_day_of_the_profile() {
        let any = terms(GradeSystem::Any);
        let first = grade(School::Primary, 1);
        assert_eq!(any.entry_age(first, 2026, date("20200831")), 6);
        assert_eq!(any.entry_age(first, 2026, date("20200901")), 5);
        let junior = grade(School::Junior, 1);
        assert_eq!(any.entry_age(junior, 2026, date("20140101")), 6);
    }
}
