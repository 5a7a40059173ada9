//! Pupils whom an archive has because they were there a year or a term ago: nobody has to look at each of them.
//!
//! Name, number or 学籍号 and whatever else both rows say is the same, and the school too, unless the pupil entered the
//! next one or took a lasting 学籍号 into the next grade; the grade has risen, and a 学籍号 for a time may have become a lasting one. In the same grade one 学籍号 in
//! one school is one record, not a second one; but among pupils who rose, one who did not is told. Where
//! grade or school is not told, only a sheet of which at least half is in the archive is the roster of pupils who
//! stayed, and where nothing but the 学籍号 is missing, one of which nearly all is: a few in an archive of the whole
//! district are what it was looked through for.

use roster_model::{Carried, CarriedAs, Column, Kinship, Schools};
use roster_values::text::tidy_code;

use crate::compare::documents::document_key;
use crate::decide::{Decided, Decision};
use crate::people::People;
use crate::people::student_numbers;

/// Of fewer pupils none is the rule.
const FEWEST: usize = 10;

/// Takes the pupils who were carried over out of the decisions, each once, in the order of the rows. What the rosters
/// have twice stays a decision, made without the archive.
pub(crate) fn take(people: &People<'_>, decisions: &mut Vec<Decision>) -> Vec<Carried> {
    if !people.has_archive() {
        return Vec::new();
    }
    let of_decision = |it: &Decision| found(people, it).unwrap_or_default();
    let found: Vec<Vec<Found>> = decisions.iter().map(of_decision).collect();
    let mut all: Vec<Found> = found.iter().flatten().copied().collect();
    roster_order::sort_by_key(&mut all, |it| (it.sheet, it.row));
    all.dedup_by_key(|it| (it.sheet, it.row));
    let mut lists: Vec<List> = vec![List::default(); people.sheet_count() as usize];
    for of_sheet in all.chunk_by(|a, b| a.sheet == b.sheet) {
        let sheet = of_sheet[0].sheet;
        lists[sheet as usize] = List::of(of_sheet, people.sheet(sheet).row_count());
    }
    let how = |it: &Found| lists[it.sheet as usize].how(it);
    let mut found = found.iter();
    decisions.retain_mut(|it| {
        let of_archive = found.next().filter(|it| !it.is_empty());
        if of_archive.is_some_and(|it| it.iter().all(|it| how(it).is_some())) {
            it.members.retain(|it| !people.is_archived(it.person));
            it.without_archive = false;
        }
        it.members.len() > 1
    });
    let taken = all.iter().filter_map(|it| {
        Some(Carried {
            sheet: it.sheet,
            row: it.row,
            how: how(it)?,
        })
    });
    taken.collect()
}

/// A pupil of a roster, by the first row, whom an archive has.
#[derive(Clone, Copy, Debug)]
struct Found {
    sheet: u32,
    row: u32,
    told: Told,
}

/// What the rows of a pupil tell of one another.
#[derive(Clone, Copy, Debug)]
struct Told {
    grades: Grades,
    /// They have one 学籍号.
    is_record: bool,
    /// All say one school.
    is_one_school: bool,
}

/// How the grade is to that of the archive; the later, the less certain it is that nothing is surprising.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Grades {
    Risen,
    Same,
    Untold,
}

impl Told {
    /// What holds for both.
    fn and(self, other: Told) -> Told {
        Told {
            grades: self.grades.max(other.grades),
            is_record: self.is_record & other.is_record,
            is_one_school: self.is_one_school & other.is_one_school,
        }
    }
}

/// How many pupils of a sheet an archive has, and how.
#[derive(Clone, Copy, Debug, Default)]
struct List {
    pupils: usize,
    risen: usize,
    records: usize,
    /// All rows of the sheet.
    rows: usize,
}

impl List {
    fn of(found: &[Found], rows: u32) -> Self {
        let count = |is: fn(&Told) -> bool| found.iter().filter(|it| is(&it.told)).count();
        List {
            pupils: found.len(),
            risen: count(|it| it.grades == Grades::Risen),
            records: count(|it| it.is_record),
            rows: rows as usize,
        }
    }

    /// Why nothing is surprising about one of its pupils; nothing where it is.
    fn how(&self, it: &Found) -> Option<CarriedAs> {
        let told = it.told;
        let has_most = self.pupils >= FEWEST && self.pupils * 2 >= self.rows;
        let has_nearly_all = has_most && self.pupils * 10 >= self.rows * 9;
        match told.grades {
            Grades::Risen => Some(CarriedAs::Risen),
            // Where the others rose, this one has not.
            Grades::Same if self.risen * 2 > self.pupils => None,
            _ if told.is_record && told.is_one_school => Some(CarriedAs::Recorded),
            Grades::Same if !has_nearly_all => None,
            _ if has_nearly_all && self.records * 2 >= self.pupils => Some(if told.is_record {
                CarriedAs::Recorded
            } else {
                CarriedAs::AmongRecorded
            }),
            _ => has_most.then_some(CarriedAs::Inferred),
        }
    }
}

/// The pupils of the rosters in a group, by the first row of each, where every other row is of one of them in an
/// archive.
fn found(people: &People<'_>, decision: &Decision) -> Option<Vec<Found>> {
    let of_rosters = |it: &&Decided| !people.is_archived(it.person);
    let own: Vec<&Decided> = decision.members.iter().filter(of_rosters).collect();
    let is_alone = own.len() == 1;
    if !is_alone && !decision.without_archive {
        return None;
    }
    let mut found: Vec<(u32, Found)> = Vec::new();
    for before in decision.members.iter().filter(|it| !of_rosters(it)) {
        let of_pupil = |it: &&&Decided| is_alone || it.kin == before.kin;
        let rows = own.iter().filter(of_pupil).map(|it| it.person);
        let first = rows.clone().next()?;
        let mut told = told(people, first, before.person)?;
        for now in rows.skip(1) {
            told = told.and(self::told(people, now, before.person)?);
        }
        let (sheet, row) = people.place(first);
        match found.iter_mut().find(|it| it.0 == first) {
            Some((_, it)) => it.told = it.told.and(told),
            None => found.push((first, Found { sheet, row, told })),
        }
    }
    Some(found.into_iter().map(|it| it.1).collect())
}

/// What tells that a row of an archive is the pupil of this row a term, a year or more ago; nothing where it is not.
fn told(people: &People<'_>, now: u32, before: u32) -> Option<Told> {
    if !is_one_pupil(people, now, before) {
        return None;
    }
    let schools = [people.school(now), people.school(before)];
    let told = |grades| Told {
        grades,
        is_record: student_numbers::are_one(people, now, before),
        is_one_school: schools[0] == schools[1] && schools[0] != 0,
    };
    let years = [people.year(now), people.year(before)];
    let has_left = matches!(years, [Some(7), Some(5 | 6)] | [Some(10), Some(9)]);
    // The next school is another one.
    if has_left_for_next(people, now, before) || has_left {
        return Some(told(Grades::Risen));
    }
    if Schools::kinship(schools) == Kinship::Several {
        // A lasting 学籍号 goes with the pupil, so in the next grade it is that of one who changed schools.
        let student = student_numbers::key(people.text(now, Column::StudentNumber));
        let is_record = student.is_some_and(student_numbers::is_lasting)
            && student_numbers::are_one(people, now, before);
        let has_risen = matches!(years, [Some(now), Some(before)] if now == before + 1);
        return (is_record && has_risen).then(|| told(Grades::Risen));
    }
    match years {
        [Some(now), Some(before)] if now < before => None,
        [Some(now), Some(before)] if now == before => Some(told(Grades::Same)),
        [Some(_), Some(_)] if schools[0] == schools[1] => Some(told(Grades::Risen)),
        _ => Some(told(Grades::Untold)),
    }
}

/// Whether a row of admission says that the pupil comes from the school of the other.
fn has_left_for_next(people: &People<'_>, now: u32, before: u32) -> bool {
    let code = |person, column| tidy_code(people.text(person, column));
    let from = code(now, Column::GraduatedSchoolCode);
    !from.is_empty()
        && from == code(before, Column::SchoolCode)
        && from != code(now, Column::AdmittingSchoolCode)
}

/// Whether two rows have one name and one number, and nothing else of them differs.
fn is_one_pupil(people: &People<'_>, now: u32, before: u32) -> bool {
    let student = |person| student_numbers::key(people.text(person, Column::StudentNumber));
    let may_become = match (student(before), student(now)) {
        (Some(before), Some(now)) => student_numbers::may_become(before, now),
        _ => true,
    };
    may_become && numbers_in_common(people, now, before) == Some(true)
}

/// Of two rows of one name of which nothing else differs, whether they have a number in common. A 学籍号 for a time
/// and a lasting one are not compared.
pub(crate) fn numbers_in_common(people: &People<'_>, a: u32, b: u32) -> Option<bool> {
    let agree = |x: u32, y: u32| x == 0 || y == 0 || x == y;
    let nothing_differs = people.name(a) != 0
        && people.name(a) == people.name(b)
        && agree(people.own_birth(a), people.own_birth(b))
        && agree(u32::from(people.own_sex(a)), u32::from(people.own_sex(b)));
    if !nothing_differs {
        return None;
    }
    let number = |person| match people.written(person) {
        0 => document_key(people.number_text(person)).ok_or(0),
        written => Err(written),
    };
    let student = |person| student_numbers::key(people.text(person, Column::StudentNumber));
    let known = |it: &Result<String, u64>| *it != Err(0);
    let numbers = (number(a), number(b));
    let students = (student(a), student(b));
    let both_numbers = known(&numbers.0) && known(&numbers.1);
    let both_students = match students {
        (Some(a), Some(b)) => student_numbers::are_of_one_kind(a, b),
        _ => false,
    };
    let one =
        (!both_numbers || numbers.0 == numbers.1) && (!both_students || students.0 == students.1);
    one.then_some(both_numbers || both_students)
}
