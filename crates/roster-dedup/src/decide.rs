//! What the rows of one class are to one another, and what is proposed for each.
//!
//! A decision names a reason for every row; the handling and the sentence follow from the reason and
//! the stage, in `say`. Decisions look at keys and witnesses only and never at spelling.

pub(crate) mod carried;
pub(crate) mod materials;
pub(crate) mod told_apart;

pub(crate) mod archived;
mod family;
pub(crate) mod joined;
pub(crate) mod same_number;
pub(crate) mod same_triple;

use std::collections::BTreeMap;

use roster_model::{Case, Column, Kinship, Schools, Verdict};
use roster_values::text::is_placeholder;

use crate::people::People;
use crate::people::keys::Document;
use crate::people::quality::{Worth, worth};
use crate::people::second_number::{Second, second};
use crate::people::student_numbers::key;
use crate::say::Reason;

/// A decided class.
#[derive(Debug)]
pub(crate) struct Decision {
    pub(crate) case: Case,
    pub(crate) verdict: Verdict,
    pub(crate) members: Vec<Decided>,
    /// Each member but the first with an earlier one, where the kin do not tell.
    pub(crate) links: Option<Vec<(usize, usize)>>,
    /// It was decided without the rows of archives, which were added to it.
    pub(crate) without_archive: bool,
}

/// A row and what was decided for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decided {
    pub(crate) person: u32,
    pub(crate) reason: Reason,
    /// Rows with one kin look like one pupil; any number that tells the pupils of a class apart.
    pub(crate) kin: u32,
}

impl Decision {
    /// With the first member in front: the class's order of decision need not be that of the rows.
    fn new(case: Case, verdict: Verdict, mut members: Vec<Decided>) -> Self {
        roster_order::sort_by_key(&mut members, |it| it.person);
        Decision {
            case,
            verdict,
            members,
            links: None,
            without_archive: false,
        }
    }

    /// Whether the row of a member is one of it.
    fn has(&self, member: &Decided) -> bool {
        self.members.iter().any(|it| it.person == member.person)
    }

    /// Whether a member was there when it was decided.
    pub(crate) fn counts(&self, people: &People<'_>, member: &Decided) -> bool {
        !self.without_archive || !people.is_archived(member.person)
    }

    /// Each member but the first, with the earlier member that best shows why it belongs: the first
    /// of the same pupil, else the first of all.
    pub(crate) fn parents(&self) -> Vec<(usize, usize)> {
        if let Some(links) = &self.links {
            return links.clone();
        }
        let mut first_of_kin = BTreeMap::new();
        let mut parents = Vec::with_capacity(self.members.len());
        for (index, member) in self.members.iter().enumerate() {
            let first = *first_of_kin.entry(member.kin).or_insert(index);
            if index > 0 {
                parents.push((if first == index { 0 } else { first }, index));
            }
        }
        parents
    }
}

/// The reasons of the members once all are registered. One 学籍号 is one record of the system: further rows of a
/// pupil that have it too are no further records.
pub(crate) fn registered(people: &People<'_>, decision: &Decision) -> Vec<Reason> {
    let members = &decision.members;
    let mut reasons: Vec<Reason> = members.iter().map(|it| it.reason).collect();
    for same in numbered(people, decision).chunk_by(|a, b| a.number == b.number) {
        let kin = members[same[0].member].kin;
        let of_kin = || same.iter().filter(|it| members[it.member].kin == kin);
        let has = |one: Reason| of_kin().any(|it| reasons[it.member] == one);
        // Whichever of them the system has, it cannot be right and wrong at once.
        if has(Reason::FieldsAgainstNumber) && (has(Reason::FitsAlone) || has(Reason::KeptOfOne)) {
            for it in of_kin().filter(|it| !it.is_surplus) {
                reasons[it.member] = Reason::OneRecordDiffers;
            }
        }
        for it in same[1..].iter().filter(|it| it.is_surplus) {
            if members[it.member].kin == kin {
                reasons[it.member] = Reason::OneRecord;
            }
        }
    }
    untold(people, decision, &mut reasons);
    let has_further = reasons.iter().any(|it| it.is_surplus());
    let one = [Reason::OneRecord, Reason::OneRecordUntold];
    let one = one.into_iter().find(|it| reasons.contains(it));
    if let Some(one) = one.filter(|_| !has_further) {
        let kept = reasons.iter_mut().filter(|it| **it == Reason::KeptOfOne);
        kept.for_each(|it| *it = one);
    }
    reasons
}

/// A surplus row without a 学籍号, in another list than a row of the pupil with one, may be what the system has there:
/// nothing says that it is a further record.
fn untold(people: &People<'_>, decision: &Decision, reasons: &mut [Reason]) {
    let members = &decision.members;
    let file = |it: &Decided| people.sheet(people.place(it.person).0).file;
    let is_numbered = |it: &Decided| {
        let text = people.text(it.person, Column::StudentNumber).trim();
        !text.is_empty() && !is_placeholder(text)
    };
    let staying = members.iter().zip(&*reasons);
    let staying = staying.filter(|it| !it.1.is_surplus() && is_numbered(it.0));
    let mut staying: Vec<(u32, u32)> = staying.map(|it| (it.0.kin, file(it.0))).collect();
    roster_order::sort(&mut staying);
    for (it, reason) in members.iter().zip(reasons) {
        let at = staying.partition_point(|one| one.0 < it.kin);
        let is_beside = staying
            .get(at)
            .is_some_and(|one| *one == (it.kin, one.1) && one.1 != file(it));
        if reason.is_surplus() && !is_numbered(it) && is_beside {
            *reason = Reason::OneRecordUntold;
        }
    }
}

/// A member of a group with its 学籍号.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Numbered {
    number: u64,
    is_surplus: bool,
    /// Its position among the members.
    member: usize,
}

/// The members that have a 学籍号, by number; of one number those that are surplus come last.
fn numbered(people: &People<'_>, decision: &Decision) -> Vec<Numbered> {
    let members = decision.members.iter().enumerate();
    let counted = members.filter(|it| decision.counts(people, it.1));
    let numbered = counted.filter_map(|(member, it)| {
        Some(Numbered {
            number: key(people.text(it.person, Column::StudentNumber))?,
            is_surplus: it.reason.is_surplus(),
            member,
        })
    });
    let mut numbered: Vec<Numbered> = numbered.collect();
    roster_order::sort(&mut numbered);
    numbered
}

/// In larger groups nobody looks whether a cell is wrong.
const WORTH_ROWS_MAX: usize = 64;

/// What a row is worth in a group of `rows`: how many of its cells are filled where the group is too large to look.
fn worth_of(people: &People<'_>, row: u32, rows: usize) -> Worth {
    if rows > WORTH_ROWS_MAX {
        return Worth {
            sound: people.filled(row),
            untidy: 0,
        };
    }
    worth(people, row)
}

/// Best first: the number fits the row, it has 18 digits, the 学籍号 has it too, more cells are filled and sound, fewer
/// are untidy; of equal ones the smaller school, so that the order of the files decides nothing between schools, and
/// the earlier row.
fn by_quality(people: &People<'_>, rows: &mut [u32]) {
    let count = rows.len();
    roster_order::sort_by_cached_key(rows, |&person| {
        let poor = (
            !people.is_consistent(person),
            people.has_fifteen_digits(person),
            second(people, person) != Second::Same,
        );
        let worth = worth_of(people, person, count);
        let cells = (u32::MAX - worth.sound, worth.untidy);
        // Where the school is not said, last.
        (poor, cells, people.school(person).wrapping_sub(1), person)
    });
}

/// How the schools of the rows are to one another.
fn kinship_of_schools(people: &People<'_>, rows: impl IntoIterator<Item = u32>) -> Kinship {
    Schools::kinship(rows.into_iter().map(|person| people.school(person)))
}

/// The rows of one pupil in the rosters of several schools, best first, by school: each school has one that may
/// be right, and only further ones of the same school are surplus. A row whose school is not said may be right.
fn by_school(people: &People<'_>, rows: &[u32]) -> Vec<Vec<u32>> {
    let place = |(&row, at): (&u32, u32)| (people.school(row), at);
    let mut places: Vec<(u64, u32)> = rows.iter().zip(0..).map(place).collect();
    roster_order::sort_many_pairs(&mut places);
    let schools = places.chunk_by(|a, b| a.0 != 0 && a.0 == b.0);
    let of_school = |school: &[(u64, u32)]| school.iter().map(|it| rows[it.1 as usize]).collect();
    schools.map(of_school).collect()
}

/// Why the best row of a school is to be looked at; `right` where nothing is wrong with its number.
fn of_school(people: &People<'_>, row: u32, schools: Kinship, right: Reason) -> Reason {
    match people.document(row) {
        _ if schools == Kinship::Untold => Reason::SchoolsUntold,
        Document::Resident if !people.is_consistent(row) => Reason::TwoSchoolsWrong,
        Document::Unreadable => Reason::TwoSchoolsWrong,
        _ => right,
    }
}

/// Parts a few so that no part has two who are told apart: each goes to the first part that will have it.
fn split<T: Copy>(all: Vec<T>, are_told_apart: impl Fn(T, T) -> bool) -> Vec<Vec<T>> {
    let mut parts: Vec<Vec<T>> = Vec::new();
    for one in all {
        let fits = |part: &&mut Vec<T>| !part.iter().any(|&it| are_told_apart(it, one));
        match parts.iter_mut().find(fits) {
            Some(part) => part.push(one),
            None => parts.push(vec![one]),
        }
    }
    parts
}
