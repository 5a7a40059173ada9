//! A list of changes (异动): pupils of a roster who pause, come back or change class, pupils who left, and
//! pupils who come. Deliberately rows like those of a roster, with a few columns more.

use std::collections::BTreeMap;

use super::columns as col;
use super::draw::Draw;
use super::person::{Cell, FullClass, Person, School};
use super::rng::Rng;

/// What a row of the list says beside the pupil.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) kind: &'static str,
    /// YYYYMMDD; an end that is zero is none.
    pub(super) date: u32,
    pub(super) end: u32,
    pub(super) reason: &'static str,
    /// The school that was left, or that is entered.
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) status: &'static str,
    /// The day of the change of the same pupil that stands before this one.
    pub(super) before: Option<u32>,
}

/// When pupils may change schools, as the setting has it.
pub(super) const WINDOWS: &str = "01-10..03-10,07-01..09-15";

impl Person {
    /// A clean cell of one of the columns that only a list of changes has.
    pub(super) fn change_cell(&self, index: usize) -> Cell {
        let Some(change) = &self.change else {
            return "".into();
        };
        match index {
            col::STUDENT_STATUS => change.status.into(),
            col::EVENT_TYPE => change.kind.into(),
            col::EVENT_DATE => change.date.to_string().into(),
            col::EVENT_END_DATE if change.end > 0 => change.end.to_string().into(),
            col::EVENT_REASON => change.reason.into(),
            col::EVENT_FROM_SCHOOL => change.from.into(),
            col::EVENT_TO_SCHOOL => change.to.into(),
            _ => "".into(),
        }
    }
}

/// The rows of a list about a roster. Nobody but a pupil with two changes stands in it twice.
pub(super) fn draw(
    count: usize,
    roster: &[Person],
    school: &School,
    draw: &mut Draw,
    rng: &mut Rng,
) -> Vec<Person> {
    let mut pupils: Vec<&Person> = roster.iter().filter(|it| it.plain).collect();
    rng.shuffle(&mut pupils);
    let mut rows: Vec<Person> = Vec::new();
    while rows.len() < count {
        let Some(pupil) = pupils.pop() else { break };
        let one = |change| Person {
            change: Some(Box::new(change)),
            ..pupil.clone()
        };
        match rng.below(5) {
            0 => rows.push(one(leave(rng))),
            1 => rows.extend(leave_and_return(rng).map(one)),
            2 => rows.extend(two_classes(rng).map(one)),
            3 => rows.push(one(departure(rng))),
            _ => {
                let Some(class) = school.full_class else {
                    continue;
                };
                let mut newcomer = draw.resident(rng, school, class.grade);
                newcomer.class = class.roomy;
                newcomer.change = Some(Box::new(arrival(rng)));
                rows.push(newcomer);
            }
        }
    }
    rows
}

/// A class as large as the largest of the roster, beside one of its grade that is smaller, and that size.
pub(super) fn full_class(roster: &[Person]) -> Option<(FullClass, u32)> {
    let mut sizes: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for person in roster {
        *sizes.entry((person.grade, person.class)).or_default() += 1;
    }
    let most = *sizes.values().max()?;
    let full = sizes.iter().filter(|(_, size)| **size == most);
    let mut found = full.filter_map(|(&(grade, full), _)| {
        let mut others = sizes.range((grade, 0)..(grade + 1, 0));
        let roomy = others.find(|(_, size)| **size < most)?.0.1;
        Some(FullClass { grade, full, roomy })
    });
    found.next().map(|it| (it, most))
}

/// A leave that goes on.
fn leave(rng: &mut Rng) -> Change {
    let date = 20_260_000 + rng.between(1, 8) * 100 + rng.between(1, 28);
    Change {
        kind: "休学",
        date,
        end: date + 10_000,
        reason: rng.pick(&["因病", "随父母出国", "住院治疗"]),
        from: "",
        to: "",
        status: "休学",
        before: None,
    }
}

fn leave_and_return(rng: &mut Rng) -> [Change; 2] {
    let date = 20_250_000 + rng.between(2, 6) * 100 + rng.between(1, 28);
    let first = Change {
        date,
        end: date + 10_000,
        ..leave(rng)
    };
    let back = Change {
        kind: "复学",
        date: 20_260_200 + rng.between(1, 28),
        end: 0,
        reason: "病愈",
        status: "正常",
        before: Some(date),
        ..first.clone()
    };
    [first, back]
}

fn two_classes(rng: &mut Rng) -> [Change; 2] {
    let date = 20_260_300 + rng.between(1, 28);
    let first = Change {
        kind: "转班级",
        date,
        end: 0,
        reason: "家长申请",
        status: "正常",
        ..leave(rng)
    };
    let second = Change {
        date: 20_260_900 + rng.between(1, 28),
        before: Some(date),
        ..first.clone()
    };
    [first, second]
}

fn departure(rng: &mut Rng) -> Change {
    Change {
        kind: "转出",
        date: rng.pick(&[20_260_120, 20_260_225, 20_260_710, 20_260_901]),
        end: 0,
        reason: "随父母搬迁",
        to: rng.pick(&["第三小学", "实验学校", "育才学校"]),
        status: "正常",
        ..leave(rng)
    }
}

fn arrival(rng: &mut Rng) -> Change {
    let away = departure(rng);
    Change {
        kind: "转入",
        from: away.to,
        to: "",
        status: "",
        ..away
    }
}
