//! The pupils of a run, put together by class or by grade.

use std::collections::BTreeMap;

use roster_model::{Column, Said};

use crate::output::class_alike::{Alike, class_alike, perhaps};
use crate::output::joined::{Joined, Pupil};

/// What a class is called by, the first that is filled.
const CLASS: [Column; 2] = [Column::ClassName, Column::ClassCode];

/// The pupils of a run, divided.
pub(crate) struct Parts {
    /// In the order of the first pupil of each.
    pub(crate) pupils: Vec<Vec<Pupil>>,
    /// Which of them are perhaps one class.
    pub(crate) doubtful: Vec<[usize; 2]>,
    /// Spellings of a grade that were put together with others, each with the grade.
    pub(crate) spelled: Vec<(String, String)>,
}

/// The pupils of each class or grade. Schools are kept apart, and what is perhaps one class.
pub(crate) fn parts(joined: &Joined<'_>, alike: &Alike, by_class: bool) -> Result<Parts, Said> {
    let columns: &[Column] = if by_class { &CLASS } else { &[Column::Grade] };
    if !columns.iter().any(|&it| joined.has(it)) {
        return Err(no_column(columns[0]));
    }
    let mut known: BTreeMap<(u64, [String; 2]), usize> = BTreeMap::new();
    let mut parts: Vec<Vec<Pupil>> = Vec::new();
    let mut spelled = Vec::new();
    for pupil in joined.pupils() {
        let (text, class) = grade_and_class_of(joined, pupil);
        let grade = joined.grade_meant(pupil);
        let names = if by_class {
            [alike.grade(grade, class), class_alike(grade, class)]
        } else {
            [alike.grade(grade, ""), String::new()]
        };
        let key = (joined.school_key(pupil), names);
        let part = *known.entry(key).or_insert_with(|| {
            parts.push(Vec::new());
            parts.len() - 1
        });
        parts[part].push(pupil);
        let first = joined.text(parts[part][0], Column::Grade).trim();
        let said = [(text, grade), (first, joined.grade_meant(parts[part][0]))];
        for (text, grade) in said.into_iter().filter(|it| text != first && it.0 != it.1) {
            let pair = (text.to_owned(), grade.to_owned());
            if !spelled.contains(&pair) {
                spelled.push(pair);
            }
        }
    }
    let mut doubtful = Vec::new();
    for ((school, [grade, class]), &part) in &known {
        let with = |number: u32| (*school, [grade.clone(), number.to_string()]);
        for number in perhaps(grade, class) {
            // Of so many classes that there is a tenth, 21班 is the twenty-first.
            let is_one =
                class.parse() == Ok(number) || class.len() == 2 && known.contains_key(&with(10));
            let other = known.get(&with(number)).filter(|_| !is_one);
            doubtful.extend(other.map(|&other| [part, other]));
        }
    }
    Ok(Parts {
        pupils: parts,
        doubtful,
        spelled,
    })
}

/// What the cells of a pupil say of its grade and its class.
pub(crate) fn grade_and_class_of<'j>(joined: &'j Joined<'_>, pupil: Pupil) -> (&'j str, &'j str) {
    let grade = joined.text(pupil, Column::Grade).trim();
    (grade, first_filled(joined, pupil, &CLASS))
}

/// The spelling that most have, and of equally frequent ones the first; there are few.
pub(crate) fn most_used<'t>(texts: impl Iterator<Item = &'t str>) -> &'t str {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for text in texts {
        match counts.iter_mut().find(|it| it.0 == text) {
            Some(it) => it.1 += 1,
            None => counts.push((text, 1)),
        }
    }
    let most = counts.iter().map(|it| it.1).max();
    let best = counts.iter().find(|it| Some(it.1) == most);
    best.map_or("", |it| it.0)
}

fn first_filled<'j>(joined: &'j Joined<'_>, pupil: Pupil, columns: &[Column]) -> &'j str {
    let texts = columns.iter().map(|&it| joined.text(pupil, it).trim());
    texts.into_iter().find(|it| !it.is_empty()).unwrap_or("")
}

fn no_column(column: Column) -> Said {
    let info = column.info();
    Said::new(
        format!("名单里没有“{}”这一列，无法按它拆分。", info.zh),
        format!(
            "The roster has no column {}, so it cannot be divided by it.",
            info.en
        ),
    )
}
