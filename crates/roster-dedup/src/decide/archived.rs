//! What rows of files that are only compared with add to the rows of the rosters.
//!
//! They only add: rows that are a group by themselves are decided by themselves, as they would be without the archive,
//! and its rows are put beside them.

use roster_model::{Kinship, Schools, Verdict};

use super::{Decided, Decision};
use crate::people::{People, student_numbers};

/// Decides a class as `decide` does.
pub(crate) fn decide(
    people: &People<'_>,
    class: &[u32],
    decisions: &mut Vec<Decision>,
    mut decide: impl FnMut(&[u32], &mut Vec<Decision>),
) {
    let is_own = |it: &&u32| !people.is_archived(**it);
    if !people.has_archive() || class.iter().all(|it| is_own(&it)) {
        return decide(class, decisions);
    }
    let own: Vec<u32> = class.iter().filter(is_own).copied().collect();
    if own.is_empty() {
        return;
    }
    let (mut alone, mut whole) = (Vec::new(), Vec::new());
    if own.len() > 1 {
        decide(&own, &mut alone);
    }
    decide(class, &mut whole);
    for mut decision in whole {
        let of_both = |it: &&mut Decision| decision.members.iter().any(|member| it.has(member));
        let Some(found) = alone.iter_mut().find(of_both) else {
            if is_one_record(people, &decision) {
                decision.verdict = Verdict::Likely;
            }
            decisions.push(decision);
            continue;
        };
        add(people, found, &decision);
        let is_left = |it: &&Decided| !alone.iter().any(|one| one.has(it));
        let left = decision.members.iter().filter(is_left).count();
        if left > 0 {
            let archived = |it: &&Decided| people.is_archived(it.person);
            let members = decision.members.iter();
            let members = members.filter(|it| is_left(it) || archived(it));
            let members = members.copied().collect();
            decisions.push(Decision::new(decision.case, decision.verdict, members));
        }
    }
    decisions.append(&mut alone);
}

/// Whether the only row of a roster has the 学籍号 of all rows of the archive, in one school: the system has one record,
/// as it was before, and flags no second one.
fn is_one_record(people: &People<'_>, decision: &Decision) -> bool {
    let persons = || decision.members.iter().map(|it| it.person);
    let mut own = persons().filter(|it| !people.is_archived(*it));
    let (Some(now), None) = (own.next(), own.next()) else {
        return false;
    };
    Schools::kinship(persons().map(|it| people.school(it))) != Kinship::Several
        && persons().all(|it| it == now || student_numbers::are_one(people, now, it))
}

/// Adds the rows of the archive that the class as a whole has, each to the pupil whose row it is there.
fn add(people: &People<'_>, own: &mut Decision, whole: &Decision) {
    let others = 1 + own.members.iter().map(|it| it.kin).max().unwrap_or(0);
    let mut members = std::mem::take(&mut own.members);
    let archived = whole
        .members
        .iter()
        .filter(|it| people.is_archived(it.person));
    for row in archived {
        let mut of_pupil = whole.members.iter().filter(|it| it.kin == row.kin);
        let kin = of_pupil.find_map(|it| {
            let found = members.iter().find(|own| own.person == it.person)?;
            Some(found.kin)
        });
        let kin = kin.unwrap_or(others + row.kin);
        members.push(Decided { kin, ..*row });
    }
    // One that stands for others of its number is enough of the class, and may have left none of the archive in it.
    let without_archive = members.iter().any(|it| people.is_archived(it.person));
    *own = Decision {
        without_archive,
        ..Decision::new(own.case, own.verdict, members)
    };
}
