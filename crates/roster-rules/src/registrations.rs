//! The national system's own list of 问题学籍, each row joined to the pupil of the rosters it speaks of,
//! and what is proposed for it.
//!
//! Joined by exact keys alone: 学籍号, 学籍辅号, number of the document, else name with sex and birth date.
//! Where several rows have the key, all are named and nobody is chosen. The rows of the list are no
//! pupils: they are neither checked nor looked at for duplicates.

mod join;
mod kind;
mod said;
#[cfg(test)]
mod tests;

use roster_model::{Case, Column, Group, Handling, SheetRole, Verdict};
use roster_values::date::Date;
use roster_values::id_number::IdNumber;

use crate::Roster;
use crate::handled::Todo;
pub use join::JoinedBy;
use join::{Joined, join};
pub use kind::ProblemKind;

/// A row of the system's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Sheet of the list, and position among its rows.
    pub place: (u32, u32),
    /// What the system has against the pupil, as far as it is understood.
    pub kind: ProblemKind,
    /// Sheet and row of the pupil in the rosters; several where the key does not tell, none where the
    /// rosters do not have the pupil. At most `PUPILS_MAX`.
    pub pupils: Vec<(u32, u32)>,
    /// The key they have in common.
    pub by: Option<JoinedBy>,
    /// The group the pupil is in, and the member.
    pub member: Option<(usize, usize)>,
    /// What is proposed.
    pub advice: Advice,
    /// What to do in the system.
    pub handling: Handling,
}

/// Sheet and row.
type RowOf = (u32, u32);
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
    /// Several rows have the key.
    Several,
    /// Several rows of one group have it; the group has a proposal for each.
    SeveralOfGroup,
    /// The number is somebody else's too, and goes with this row.
    NumberFits,
    /// It does not go with this row.
    NumberDoesNotFit,
    /// It is somebody else's too, and this row has none.
    NumberMissing,
    /// Somebody else has name, sex and birth date.
    Namesake,
    /// The system knows the number to be wrong, and it is.
    NumberWrong,
    /// The same, and the number of the roster is right by itself.
    NumberSeemsRight,
    /// The rosters have the number with another 学籍号, another school or another name.
    AnotherRecord,
    /// The number is another name's.
    NameMismatch,
    /// The same, where the family's papers are taken as proof.
    NameMismatchProvable,
    /// What the system says is not understood.
    NotUnderstood,
}

impl Registration {
    /// What is to be done about the one pupil it speaks of, or about its own row where no roster has the pupil.
    pub(crate) fn todo(&self) -> Option<(RowOf, Todo)> {
        let place = match self.pupils[..] {
            [pupil] => pupil,
            _ => self.place,
        };
        match self.handling {
            Handling::Change => Some((place, Todo::Change)),
            Handling::Corroborate => Some((place, Todo::Prove)),
            _ => None,
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
    let places: Vec<(u32, u32)> = lists
        .flat_map(|(sheet, it)| (0..it.sheet.row_count()).map(move |row| (sheet, row)))
        .collect();
    if places.is_empty() {
        return Vec::new();
    }
    let mut members: Vec<(RowOf, MemberOf)> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let here = group.members.iter().enumerate();
        members.extend(here.map(|(member, it)| ((it.sheet, it.row), (at, member))));
    }
    members.sort_unstable();
    let joined = join(rosters, &places);
    let all = places.iter().zip(joined);
    all.map(|(&place, joined)| {
        let kind = kind_at(rosters, place);
        let member = group_of(groups, &members, &joined, kind);
        let (advice, handling) = match member {
            Some((group, member)) => match of_group(&groups[group], member, joined.pupils.len()) {
                // Of a number that it takes for wrong the system takes no 佐证.
                (_, Handling::Corroborate) if kind.is_of_number() => {
                    advice(rosters, kind, &joined, today)
                }
                of_group => of_group,
            },
            None => advice(rosters, kind, &joined, today),
        };
        Registration {
            place,
            kind,
            pupils: joined.pupils,
            by: joined.by,
            member,
            advice,
            handling,
        }
    })
    .collect()
}

/// The kind that the first telling cell names: of the column, and of others with such a header.
fn kind_at(rosters: &[Roster], (sheet, row): (u32, u32)) -> ProblemKind {
    let sheet = &rosters[sheet as usize].sheet;
    let is_kind = |it: Option<Column>| it == Some(Column::ProblemKind);
    let telling = sheet
        .columns
        .iter()
        .filter(|it| is_kind(it.column) || is_kind(it.repeats));
    let mut kinds = telling.map(|it| ProblemKind::read(it.cells.text(it.cells.value(row))));
    kinds
        .find(|it| *it != ProblemKind::Unknown)
        .unwrap_or(ProblemKind::Unknown)
}

/// The group all the pupils are in: of several the one that the kind speaks of, then the surest.
fn group_of(
    groups: &[Group],
    members: &[(RowOf, MemberOf)],
    joined: &Joined,
    kind: ProblemKind,
) -> Option<(usize, usize)> {
    let of_pupil = |pupil: RowOf| {
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

fn advice(
    rosters: &[Roster],
    kind: ProblemKind,
    joined: &Joined,
    today: Date,
) -> (Advice, Handling) {
    let pupil = match joined.pupils[..] {
        [] if joined.is_another => return (Advice::AnotherRecord, Handling::Review),
        [] => return (Advice::NotInRosters, Handling::Review),
        [pupil] => pupil,
        _ => return (Advice::Several, Handling::Review),
    };
    let is_provable =
        rosters[pupil.0 as usize].parameter("register_mismatch") == "change-or-corroborate";
    let number = Number::of(&rosters[pupil.0 as usize], pupil.1, today);
    match (kind, number) {
        (ProblemKind::SameNumber, Number::Fits) => (Advice::NumberFits, Handling::Corroborate),
        (ProblemKind::SameNumber, Number::Wrong) => (Advice::NumberDoesNotFit, Handling::Change),
        (ProblemKind::SameNumber, Number::Missing) => (Advice::NumberMissing, Handling::Review),
        (ProblemKind::SamePupil, _) => (Advice::Namesake, Handling::Corroborate),
        (ProblemKind::WrongNumber, Number::Fits) => (Advice::NumberSeemsRight, Handling::Change),
        (ProblemKind::WrongNumber, _) => (Advice::NumberWrong, Handling::Change),
        (ProblemKind::NameMismatch, _) if is_provable => {
            (Advice::NameMismatchProvable, Handling::Change)
        }
        (ProblemKind::NameMismatch, _) => (Advice::NameMismatch, Handling::Change),
        (ProblemKind::Unknown, _) => (Advice::NotUnderstood, Handling::Review),
    }
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
