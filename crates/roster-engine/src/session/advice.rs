//! What is proposed for the rows of a group where more is known than the rows say: that a file is there
//! only to be compared with.

use std::sync::Arc;

use roster_model::{Case, Group, Handling, Member, Said, SheetRole};
use roster_rules::Roster;

/// Rows of an archive stay as they are; of a pupil who is in the archive too, the row of the rosters that would
/// stay is for somebody to look at, since nobody knows here what the archive is of.
pub(crate) fn of_archives(rosters: &[Roster], groups: &mut [Group]) {
    let is_archived = |it: &Member| rosters[it.sheet as usize].sheet.role == SheetRole::Archive;
    if rosters.iter().all(|it| it.sheet.role != SheetRole::Archive) {
        return;
    }
    let as_it_is = Arc::new(Said::new(
        "本行在只作比对的文件里，不作改动。",
        "This row is in a file that is only compared with; it stays as it is.",
    ));
    let is_in_both = Arc::new(Said::new(
        "只作比对的文件里已有这名学生：重复上报的删去本行，本来就该在两处的不必处理。系统建议，须由学校核实。",
        "The pupil is in the file that is only compared with: remove this row if the pupil is reported again, leave it if the pupil belongs in both. This is a suggestion; the school has to confirm it.",
    ));
    let differs = Arc::new(Said::new(
        "只作比对的文件里也有这名学生，但有一项写得不同：请对照户口簿，填错的改正，改过的办变更；只有重复上报的才删去本行。系统建议，须由学校核实。",
        "The pupil is in the file that is only compared with, too, and something is written otherwise there: correct a slip and change (变更) what was changed, from the household register; remove this row only if the pupil is reported again. This is a suggestion; the school has to confirm it.",
    ));
    let no_papers: Arc<[Said]> = Arc::default();
    for group in groups {
        let looked_at = would_stay_beside_archive(&group.members, is_archived);
        for (at, member) in group.members.iter_mut().enumerate() {
            if is_archived(member) {
                member.handling = Handling::Keep;
                member.why = Arc::clone(&as_it_is);
                member.materials = Arc::clone(&no_papers);
            } else if looked_at[at] {
                member.handling = Handling::Review;
                let is_equal = matches!(group.case, Case::A | Case::G | Case::I);
                let why = if is_equal { &is_in_both } else { &differs };
                member.why = Arc::clone(why);
                member.materials = Arc::clone(&no_papers);
            }
        }
    }
}

/// Which members would stay of a pupil who is in an archive too: each that is not surplus, and the first of the
/// rosters where all are.
fn would_stay_beside_archive(
    members: &[Member],
    is_archived: impl Fn(&Member) -> bool,
) -> Vec<bool> {
    let mut would_stay = vec![false; members.len()];
    let mut by_pupil: Vec<usize> = (0..members.len()).collect();
    roster_order::sort_by_key(&mut by_pupil, |&at| (members[at].pupil, at));
    for pupil in by_pupil.chunk_by(|&a, &b| members[a].pupil == members[b].pupil) {
        if !pupil.iter().any(|&at| is_archived(&members[at])) {
            continue;
        }
        let own = || pupil.iter().filter(|&&at| !is_archived(&members[at]));
        let are_all_surplus = own().all(|&at| members[at].handling == Handling::Delete);
        let first = own().next();
        for at in pupil {
            would_stay[*at] = match members[*at].handling {
                Handling::Keep | Handling::Corroborate => true,
                Handling::Delete => are_all_surplus && Some(at) == first,
                _ => false,
            };
        }
    }
    would_stay
}
