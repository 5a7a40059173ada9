//! From a plan to the pupils of every file: clean ones, doubled ones, look-alikes, faults.
//! Deliberately one seed for everything, used in one order, so that equal plans are equal rosters.

use std::collections::HashSet;

use super::columns::{self as col, ROSTER_LEN, TEMPLATE_LEN};
use super::draw::Draw;
use super::faults::{self, Fault, Ground};
use super::groups::{CASES, Case, DECOYS, second};
use super::kinds;
use super::layout::Layout;
use super::names::Names;
use super::number;
use super::person::{Person, School};
use super::rng::Rng;
use super::{
    Columns, FileFormat, Made, Part, Plan, Sheet, Story, changes, classes, damage, misplaced,
    promotion,
};

/// The most pupils of one class.
const CLASS_SIZE: usize = 45;

/// Makes the rosters of a plan.
pub(super) fn make(plan: &Plan) -> Made {
    let mut rng = Rng::new(plan.seed ^ 0x0526_0001);
    let columns = columns(plan.columns);
    let mut draw = Draw::new(columns.contains(&col::ID_TYPE));
    let schools = draw_schools(plan, &mut rng);
    let parts = schools.len();
    let mut made = Made {
        parts: Vec::new(),
        groups: Vec::new(),
        settings: settings(plan.story),
    };
    let mut moved: Vec<Person> = Vec::new();
    let mut student_numbers = HashSet::new();
    for (index, school) in schools.iter().enumerate() {
        let rows = plan.rows as usize / parts + usize::from(index < plan.rows as usize % parts);
        let next = schools.get(index + 1);
        let cases = cases(plan, rows, &columns, next.is_some());
        // Every case but the one that reaches into the next file adds a row to this one.
        let added = cases.iter().filter(|it| it.name != "I").count();
        let arrived = std::mem::take(&mut moved);
        let count = rows.saturating_sub(added);
        let mut people = draw_people(count, school, &mut draw, &mut rng, arrived);
        let mut free: Vec<usize> = (0..people.len()).filter(|it| people[*it].plain).collect();
        rng.shuffle(&mut free);
        for (case, first) in cases.into_iter().zip(free) {
            let group = made.groups.len();
            made.groups.push(case);
            let target = if case.name == "I" {
                next.unwrap_or(school)
            } else {
                school
            };
            let mut other = second(case, &mut people[first], &mut draw, target, &mut rng);
            for (member, person) in [&mut people[first], &mut other].into_iter().enumerate() {
                person.tag = Some((group, member));
                person.plain = false;
            }
            if case.name == "I" {
                moved.push(other);
            } else {
                people.push(other);
            }
        }
        seat(&mut people, &mut rng);
        tell_student_numbers_apart(&mut people, &mut student_numbers);
        let count = if plan.changes > 0 || plan.story == Story::Promotion {
            0
        } else {
            share(rows, plan.faults)
        };
        let faults = match plan.story {
            Story::DamagedNumbers => damage::lay(&people),
            Story::Misplaced(_) => Vec::new(),
            Story::Usual | Story::NewPupils | Story::Promotion => {
                lay(&mut people, school, &draw.names, &columns, count, &mut rng)
            }
        };
        let layout = match plan.layout {
            Sheet::Plain => Layout::plain(&columns, people.len()),
            Sheet::Messy => Layout::messy(&columns, people.len(), &mut rng),
        };
        let stem = if parts == 1 {
            "roster".to_owned()
        } else {
            format!("roster-{}", index + 1)
        };
        made.parts.push(Part {
            stem,
            school: school.clone(),
            people,
            faults,
            layout,
        });
    }
    if parts == 1 {
        let county = schools[0].place.code.to_string();
        made.settings.push(("school_county", county));
    }
    if plan.story == Story::Promotion {
        let missing = share(plan.rows as usize, plan.faults);
        made.parts.push(promotion::last_year(
            &made.parts[0],
            missing,
            &columns,
            &mut draw,
            &mut rng,
        ));
    }
    if let Story::Misplaced(which) = plan.story {
        misplaced::misplace(which, &mut made.parts);
    }
    if plan.changes > 0 {
        add_changes(plan, &mut made, &mut draw, &mut rng);
    }
    made
}

/// The school of every file, none of them twice.
fn draw_schools(plan: &Plan, rng: &mut Rng) -> Vec<School> {
    let middle = plan.seed % 3 == 2 || plan.story == Story::Promotion;
    let parts = plan.split.max(1) as usize;
    let mut schools: Vec<School> = Vec::new();
    while schools.len() < parts {
        let mut school = Draw::school(rng, middle, plan.school);
        school.is_alone = parts == 1;
        school.is_in_workbooks = plan.formats == [FileFormat::Xlsx];
        school.story = plan.story;
        if matches!(plan.story, Story::NewPupils | Story::Promotion) {
            school.last_grade = school.first_grade;
        }
        if schools.iter().all(|it| it.code != school.code) {
            schools.push(school);
        }
    }
    schools
}

/// The parameters that such rosters are checked with.
fn settings(story: Story) -> Vec<(&'static str, String)> {
    let set: &[(&str, &str)] = match story {
        Story::NewPupils => &[("new_roster", "yes"), ("local_student_number", "YYYYCCNN")],
        Story::Promotion => &[
            ("student_number_required", "yes"),
            ("promotion_check", "yes"),
        ],
        Story::Usual | Story::DamagedNumbers | Story::Misplaced(_) => {
            &[("student_number_required", "yes")]
        }
    };
    set.iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect()
}

/// Lays faults on the classes first, then on single rows.
fn lay(
    people: &mut [Person],
    school: &School,
    names: &Names,
    columns: &[usize],
    count: usize,
    rng: &mut Rng,
) -> Vec<Fault> {
    let has_classes = [col::CLASS_CODE, col::CLASS_SERIAL, col::GRADE]
        .iter()
        .all(|it| columns.contains(it));
    let mut faults = if count > 2 && has_classes {
        classes::lay(people, school)
    } else {
        Vec::new()
    };
    let mut ground = Ground {
        people,
        school,
        names,
        columns,
    };
    faults.extend(faults::lay(
        &mut ground,
        kinds::all(),
        count - faults.len(),
        rng,
    ));
    faults.sort_by_key(|it| it.person);
    faults
}

/// The list of changes beside the roster of the first school.
fn add_changes(plan: &Plan, made: &mut Made, draw: &mut Draw, rng: &mut Rng) {
    let roster = &made.parts[0];
    let mut school = roster.school.clone();
    if let Some((class, most)) = changes::full_class(&roster.people) {
        school.full_class = Some(class);
        made.settings.push(("class_size_max", most.to_string()));
    }
    made.settings.extend([
        ("transfer_windows", changes::WINDOWS.to_owned()),
        ("leave_bars_transfer", "yes".to_owned()),
    ]);
    let count = plan.changes as usize;
    let mut people = changes::draw(count, &roster.people, &school, draw, rng);
    let mut ground = Ground {
        people: &mut people,
        school: &school,
        names: &draw.names,
        columns: &col::CHANGES,
    };
    let faults = faults::lay(
        &mut ground,
        kinds::CHANGES.iter(),
        share(count, plan.faults),
        rng,
    );
    made.parts.push(Part {
        stem: "changes".to_owned(),
        layout: Layout::plain(&col::CHANGES, people.len()),
        school,
        people,
        faults,
    });
}

fn columns(which: Columns) -> Vec<usize> {
    match which {
        Columns::Full => (0..TEMPLATE_LEN).collect(),
        Columns::ClassList => col::CLASS_LIST.to_vec(),
        Columns::ClassNames => col::CLASS_NAMES.to_vec(),
        Columns::First(count) => {
            let rest = (0..ROSTER_LEN).filter(|it| !col::USUAL.contains(it));
            col::USUAL.into_iter().chain(rest).take(count).collect()
        }
    }
}

/// So many of the rows, rounded; a share is never negative.
#[allow(
    clippy::cast_sign_loss,
    reason = "shares are clamped where they are read"
)]
fn share(rows: usize, share: f64) -> usize {
    (rows as f64 * share).round() as usize
}

/// How many groups and look-alikes begin in a file of so many rows.
fn group_counts(plan: &Plan, rows: usize) -> (usize, usize) {
    let groups = share(rows, plan.duplicates);
    (groups, groups.div_ceil(2))
}

/// The cases in turn that can be seen in this file.
fn cases(plan: &Plan, rows: usize, columns: &[usize], has_next: bool) -> Vec<&'static Case> {
    let (groups, decoys) = group_counts(plan, rows);
    let visible = |it: &&Case| it.needs.iter().all(|need| columns.contains(need));
    let usable: Vec<&Case> = CASES
        .iter()
        .filter(visible)
        .filter(|it| it.name != "I" || has_next)
        .collect();
    let groups = usable.into_iter().cycle().take(groups);
    groups.chain(DECOYS.iter().cycle().take(decoys)).collect()
}

/// The pupils of one school who stand there once, beside those who came from the file before.
fn draw_people(
    count: usize,
    school: &School,
    draw: &mut Draw,
    rng: &mut Rng,
    arrived: Vec<Person>,
) -> Vec<Person> {
    let grades = (school.last_grade - school.first_grade + 1) as usize;
    let mut people = arrived;
    let missing = count.saturating_sub(people.len());
    for index in 0..missing {
        let grade = school.first_grade + (index * grades / missing) as u32;
        people.push(draw.pupil(rng, school, grade));
    }
    people
}

/// Gives pupils of no group the next number where the one that was drawn stands already, or is by
/// chance their own identity number. Formal numbers follow from that and are different anyway.
fn tell_student_numbers_apart(people: &mut [Person], taken: &mut HashSet<String>) {
    let grouped = people.iter().filter(|it| it.tag.is_some());
    taken.extend(grouped.map(|it| it.student_number.clone()));
    let alone = people.iter_mut().filter(|it| it.tag.is_none());
    for person in alone.filter(|it| !it.student_number.starts_with('G')) {
        let mut drawn = person.student_number.clone();
        while drawn.get(1..) == Some(person.id_number.as_str()) || !taken.insert(drawn.clone()) {
            drawn = number::next_student_number(&drawn);
        }
        person.student_number = drawn;
    }
}

/// Mixes every grade and makes classes of it.
fn seat(people: &mut [Person], rng: &mut Rng) {
    rng.shuffle(people);
    people.sort_by_key(|it| it.grade);
    for grade in people.chunk_by_mut(|a, b| a.grade == b.grade) {
        let classes = grade.len().div_ceil(CLASS_SIZE).max(1);
        let size = grade.len().div_ceil(classes).max(1);
        for (class, pupils) in (1..).zip(grade.chunks_mut(size)) {
            for (serial, person) in (1..).zip(pupils) {
                person.class = class;
                person.serial = serial;
            }
        }
    }
}
