//! The national system's own list of 问题学籍, each row joined to the pupil of the rosters it speaks of,
//! and what is proposed for it.
//!
//! Joined by exact keys alone: 学籍号, 学籍辅号, number of the document, else name with sex and birth date.
//! Where several rows have the key, all are named and nobody is chosen. The rows of the list are no
//! pupils: they are neither checked nor looked at for duplicates of pupils. All rows about one record are
//! one case, whatever their order; two records of one pupil in a list are a duplicate by themselves.

mod case;
mod join;
mod kind;
mod legible;
mod lookup;
mod other_party;
mod persons;
mod recognised;
mod said;
mod stated;
#[cfg(test)]
mod tests;

use roster_model::{Case, Column, Group, Handling, RowPlace, SheetRole, Verdict};
use roster_values::date::Date;
use roster_values::id_number::IdNumber;

use crate::Roster;
use crate::gathered::handled::Todo;
pub use join::JoinedBy;
use join::{Joined, join};
pub use kind::{ProblemKind, is_state_header};
pub use recognised::{
    is_titled_with_kind, may_name_problem_list, name_problem_column, names_problem_list,
    states_problems,
};

pub use stated::{is_mark, said_of_problem};

/// A row of the system's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Sheet of the list, and position among its rows.
    pub place: RowPlace,
    /// The row of the list that stands for the case: the first that is not settled.
    pub lead: RowPlace,
    /// The row of the list whose cells say what its problem is: another one where its own are blank.
    pub stated: u32,
    /// What the system has against the pupil, as far as it is understood; of several kinds the gravest.
    pub kind: ProblemKind,
    /// What is open in the case, the gravest first.
    pub kinds: Vec<ProblemKind>,
    /// Sheet and row of the pupil in the rosters; several where the key does not tell, none where the
    /// rosters do not have the pupil. At most `PUPILS_MAX`.
    pub pupils: Vec<RowPlace>,
    /// The key they have in common.
    pub by: Option<JoinedBy>,
    /// The group the pupil is in, and the member.
    pub member: Option<(usize, usize)>,
    /// What is proposed.
    pub advice: Advice,
    /// What to do in the system.
    pub handling: Handling,
    /// What the record has otherwise than the one pupil.
    pub differs: Vec<Column>,
    /// The rows that the reason names: of namesakes, or of other records of the pupil in the list.
    pub named: Vec<RowPlace>,
    /// Whether it is another record than that of the pupil's row.
    pub is_by_itself: bool,
}

/// Group and member.
type MemberOf = (usize, usize);

/// Pupils named for one row of the list.
pub const PUPILS_MAX: usize = 10;

/// Why something is proposed for a row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The pupil is in a group, whose proposal counts.
    OfGroup,
    /// The rosters do not have the pupil.
    NotInRosters,
    /// The rosters do not have the pupil, and somebody there has the name.
    NamesakeInRosters,
    /// Somebody in the rosters has the name, and too little can be compared to tell whether it is the pupil.
    NamesakeUntold,
    /// There are no rosters to look in.
    NoRosters,
    /// Several rows have the key.
    Several,
    /// Several rows of one group have it; the group has a proposal for each.
    SeveralOfGroup,
    /// Like it, and the list has fewer records than these rows, so that none of them is to be deleted for it.
    OnlyOfGroup,
    /// The number is somebody else's too, and goes with this row.
    NumberFits,
    /// The number goes with this row, and the list names the other party, who is in the rosters with another one.
    OtherPartyHere,
    /// The system finds the number at odds with birth date or sex, and the roster has them together.
    FieldsFit,
    /// The system finds the number at odds with birth date or sex, and so does the roster.
    FieldsDoNotFit,
    /// It does not go with this row.
    NumberDoesNotFit,
    /// It is somebody else's too, and this row has none.
    NumberMissing,
    /// Somebody else has name, sex and birth date.
    Namesake,
    /// The system knows the number to be wrong, and it is.
    NumberWrong,
    /// The system knows the number to be wrong, and that of the roster is right by itself.
    NumberSeemsRight,
    /// The rosters have the number with another 学籍号, another school or another name.
    AnotherRecord,
    /// The rosters have the number as that of another pupil, and it does not go with this row.
    NumberOfAnother,
    /// The rosters have name, sex and birth date with another 学籍号 or school.
    AnotherNamesake,
    /// The number is another name's.
    NameMismatch,
    /// The number is another name's, where the family's papers are taken as proof.
    NameMismatchProvable,
    /// The system has something otherwise than the roster, whose number goes with the pupil.
    Differs,
    /// The system has something otherwise than the roster, which may be wrong too.
    DiffersUnsure,
    /// The list has another record of the pupil, and this one is kept.
    KeptOfTwo,
    /// The list has another record of the pupil, which is kept.
    Surplus,
    /// The list has another record of the pupil, and nothing tells which is kept.
    UnsureOfTwo,
    /// The list has a record with this number whose name is nearly this one.
    UnsureOfName,
    /// The list has a record of the pupil at another school.
    TwoSchools,
    /// It is settled, as the list says.
    Settled,
    /// It was handed in and waits for the office above, as the list says.
    HandedIn,
    /// What the system says is not understood.
    NotUnderstood,
}

impl Registration {
    /// What is to be done about the one pupil it speaks of, or about its own row where no roster has the pupil.
    pub(crate) fn todo(&self) -> Option<(RowPlace, Todo)> {
        match self.handling {
            Handling::Change => Some((self.subject(), Todo::Change)),
            Handling::Corroborate => Some((self.subject(), Todo::Prove)),
            _ => None,
        }
    }

    /// The row it speaks of: that of the one pupil, else that of the list.
    pub fn subject(&self) -> RowPlace {
        match self.lines() {
            &[one] => one,
            _ => self.lead,
        }
    }

    /// The rows beside which it is told.
    pub fn lines(&self) -> &[RowPlace] {
        if self.is_by_itself || self.pupils.is_empty() {
            std::slice::from_ref(&self.lead)
        } else {
            &self.pupils
        }
    }

    /// Whether the system's list overrules what the group proposes for the pupil.
    pub fn overrules(&self) -> bool {
        let of_group = matches!(self.advice, Advice::OfGroup | Advice::SeveralOfGroup);
        self.member.is_some() && !of_group
    }
}

/// What the lists of a run say, in the order of their rows; nothing where the run has none.
pub(crate) fn registrations(
    rosters: &[Roster],
    groups: &[Group],
    today: Date,
) -> Vec<Registration> {
    let is_list = |it: &Roster| it.sheet.role == SheetRole::ProblemList;
    let lists = (0..).zip(rosters).filter(|(_, it)| is_list(it));
    let places: Vec<RowPlace> = lists
        .flat_map(|(sheet, it)| (0..it.sheet.row_count()).map(move |row| (sheet, row)))
        .collect();
    if places.is_empty() {
        return Vec::new();
    }
    let mut members: Vec<(RowPlace, MemberOf)> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let here = group.members.iter().enumerate();
        members.extend(here.map(|(member, it)| ((it.sheet, it.row), (at, member))));
    }
    roster_order::sort(&mut members);
    let joined = join(rosters, &places);
    case::Cases::new(rosters, groups, &members, &places, joined, today).settled()
}

/// Whether what a list says of a problem means that nothing is left to do.
fn is_settled(state: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|it| state.contains(it));
    let done = [
        "已处理",
        "已佐证",
        "已变更",
        "已删除",
        "已办结",
        "已解决",
        "已完成",
        "佐证通过",
        "审核通过",
        "处理完成",
        "处理完毕",
        "已办理",
        "无需处理",
    ];
    (state.trim() == "完成" || has(&done)) && !has(&["未", "待", "退", "不", "驳"])
}

/// Whether what a list says of a problem means that it was handed in and waits for the office above: 待审核, 已上报,
/// 县级审核中. What the school itself has still to look at, or got back, does not wait.
fn is_handed_in(state: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|it| state.contains(it));
    let checks = ["审核", "审批", "核准"];
    let waits = |at: &str| {
        let behind: String = at.chars().take(12).collect();
        checks.iter().any(|it| behind.contains(it))
    };
    let is_waiting = state.split('待').skip(1).any(waits)
        || has(&["审核中", "审批中", "核准中", "已提交", "已上报", "已报送"]);
    is_waiting
        && !has(&[
            "未",
            "退",
            "驳",
            "不",
            "撤",
            "待提交",
            "待上报",
            "待处理",
            "待办",
            "学校",
            "校级",
            "本校",
        ])
}

/// The group all the pupils are in: of several the one that the kind speaks of, then the surest.
fn group_of(
    groups: &[Group],
    members: &[(RowPlace, MemberOf)],
    joined: &Joined,
    kind: ProblemKind,
) -> Option<(usize, usize)> {
    let of_pupil = |pupil: RowPlace| {
        let start = members.partition_point(|it| it.0 < pupil);
        let of_pupil = members[start..].iter().take_while(move |it| it.0 == pupil);
        of_pupil.map(|it| it.1)
    };
    let mine = of_pupil(*joined.pupils.first()?);
    let has_all = |group: usize| {
        let mut pupils = joined.pupils.iter();
        pupils.all(|&it| of_pupil(it).any(|it| it.0 == group))
    };
    let by_kind = |case: Case| match kind {
        ProblemKind::SamePupil => matches!(case, Case::F | Case::G),
        _ => !matches!(case, Case::F | Case::G),
    };
    let mine = mine.filter(|it| has_all(it.0));
    mine.min_by_key(|it| {
        let group = &groups[it.0];
        (group.verdict != Verdict::Certain, !by_kind(group.case))
    })
}

/// Once a row is in the list, there is no keeping it without 佐证.
fn of_group(group: &Group, member: usize, pupils: usize) -> (Advice, Handling) {
    if pupils > 1 {
        return (Advice::SeveralOfGroup, Handling::Review);
    }
    let handling = match group.members[member].handling {
        Handling::Keep => Handling::Corroborate,
        other => other,
    };
    (Advice::OfGroup, handling)
}

/// The resident number of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    Missing,
    Wrong,
    Fits,
}

impl Number {
    /// It fits when it is right by itself and birth date and sex of the row do not speak against it.
    fn of(roster: &Roster, row: u32, today: Date) -> Self {
        let Some(index) = roster.index_of(Column::IdNumber) else {
            return Number::Missing;
        };
        let value = roster.value(index, row).0 as usize;
        let id = match roster.ids(index)[value] {
            IdNumber::Resident(id) => id,
            IdNumber::Fifteen(id) => id.to_eighteen(),
            IdNumber::Blank | IdNumber::Placeholder | IdNumber::Other(_) => return Number::Missing,
            _ => return Number::Wrong,
        };
        let birth = roster.index_of(Column::BirthDate);
        let birth = birth.and_then(|it| roster.dates(it)[roster.value(it, row).0 as usize].date());
        let sex = join::sex(roster, row);
        let fits = id.is_valid_by_itself(today)
            && (birth.is_none() || birth == id.birth())
            && sex.is_none_or(|it| it == id.sex());
        if fits { Number::Fits } else { Number::Wrong }
    }
}

fn are_two<T: Copy + PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_some() && other.is_some() && one != other
}
