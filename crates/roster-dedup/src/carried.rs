//! Pupils whom an archive has because they were there a year ago: nobody has to look at each of them.
//!
//! Name, number or 学籍号 and whatever else both rows say is the same, and the school too; the grade has risen. Where
//! grade or school is not told, only a sheet of which at least half is in the archive is the roster of pupils who
//! stayed: a few in an archive of the whole district are what it was looked through for.

use roster_model::Carried;
use roster_standard::Column;

use crate::compare::numbers::document_key;
use crate::decide::Decision;
use crate::people::People;
use crate::schools::are_several;
use crate::student_numbers;

/// Of fewer pupils none is the rule.
const FEWEST: usize = 10;

/// Takes the pupils who were carried over out of the decisions, each once, in the order of the rows.
pub(crate) fn take(people: &People<'_>, decisions: &mut Vec<Decision>) -> Vec<Carried> {
    if !people.has_archive() {
        return Vec::new();
    }
    let found: Vec<Option<Carried>> = decisions.iter().map(|it| carried(people, it)).collect();
    let mut all: Vec<Carried> = found.iter().flatten().copied().collect();
    roster_order::sort_by_key(&mut all, |it| (it.sheet, it.row));
    all.dedup_by_key(|it| (it.sheet, it.row));
    let is_rule = |sheet: u32| {
        let first = all.partition_point(|it| it.sheet < sheet);
        let end = all.partition_point(|it| it.sheet <= sheet);
        let count = end - first;
        count >= FEWEST && count * 2 >= people.sheet(sheet).row_count() as usize
    };
    let is_taken = |it: &Carried| it.has_risen || is_rule(it.sheet);
    let mut found = found.iter();
    decisions.retain(|_| !matches!(found.next(), Some(Some(it)) if is_taken(it)));
    let taken: Vec<Carried> = all.iter().filter(|it| is_taken(it)).copied().collect();
    taken
}

/// The one row of the rosters in a group, where every other is of the pupil in an archive.
fn carried(people: &People<'_>, decision: &Decision) -> Option<Carried> {
    let members = || decision.members.iter().map(|it| it.person);
    let mut own = members().filter(|&it| !people.is_archived(it));
    let (now, None) = (own.next()?, own.next()) else {
        return None;
    };
    let mut has_risen = true;
    for before in members().filter(|&it| it != now) {
        if !is_one_pupil(people, now, before) {
            return None;
        }
        let schools = [people.school(now), people.school(before)];
        let years = [grade(people, now), grade(people, before)];
        match years {
            [Some(now), Some(before)] if now <= before => return None,
            [Some(_), Some(_)] => has_risen &= schools[0] == schools[1],
            _ => has_risen = false,
        }
        if are_several(schools) {
            return None;
        }
    }
    let (sheet, row) = people.place(now);
    Some(Carried {
        sheet,
        row,
        has_risen,
    })
}

/// Whether two rows have one name and one number, and nothing else of them differs.
fn is_one_pupil(people: &People<'_>, a: u32, b: u32) -> bool {
    numbers_in_common(people, a, b) == Some(true)
}

/// Of two rows of one name of which nothing else differs, whether they have a number in common.
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
    let both_students = students.0.is_some() && students.1.is_some();
    let one =
        (!both_numbers || numbers.0 == numbers.1) && (!both_students || students.0 == students.1);
    one.then_some(both_numbers || both_students)
}

/// The year of school, from that of the column or else from what the class begins with: 三年级2班, 初一（3）班.
fn grade(people: &People<'_>, person: u32) -> Option<i32> {
    let column = people.text(person, Column::Grade).trim();
    if !column.is_empty() {
        return year_of_grade(column);
    }
    let class = people.text(person, Column::ClassName).trim();
    let word = "年级";
    let end = match class.find(word) {
        Some(at) => at + word.len(),
        None if class.starts_with(['初', '高']) => class.char_indices().nth(2)?.0,
        None => return None,
    };
    year_of_grade(class.get(..end)?)
}

/// The years of school that a grade stands for.
pub(crate) fn year_of_grade(text: &str) -> Option<i32> {
    let code = Column::Grade.info().table?.find(text).entry()?.code;
    let (stage, year) = (code.get(..1)?, code.get(1..)?.parse::<i32>().ok()?);
    let before = ["1", "2", "3"].iter().position(|it| *it == stage)?;
    Some([0, 6, 9][before] + year)
}
