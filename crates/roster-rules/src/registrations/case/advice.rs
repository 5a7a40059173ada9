//! What is proposed for a record by itself: in what it differs from its pupil, and what follows from that and from
//! what the system says.

use roster_model::{Column, Handling, Kinship};

use super::super::join::{self, Joined, JoinedBy, same_name};
use super::super::legible::numbers;
use super::super::lookup;
use super::super::persons::{Persons, persons};
use super::super::{Advice, Number, ProblemKind, RowPlace, are_two};
use super::Cases;

impl Cases<'_> {
    /// What the record has otherwise than the one pupil; what is masked or blank tells nothing.
    pub(super) fn differing(&self, at: usize) -> Vec<Column> {
        match self.joined[at].pupils[..] {
            [pupil] => self.differing_in_person(at, pupil),
            _ => Vec::new(),
        }
    }

    /// What the record has otherwise than a pupil whose record it need not be: 学籍号 and school too.
    pub(super) fn differing_from(&self, at: usize, pupil: RowPlace) -> Vec<Column> {
        let place = self.places[at];
        let of_record = [
            (
                Column::StudentNumber,
                join::differ_in_student_number(self.rosters, place, pupil),
            ),
            (
                Column::SchoolCode,
                join::schools_of(self.rosters, place, pupil) == Kinship::Several,
            ),
        ];
        let of_record = of_record.into_iter().filter(|it| it.1).map(|it| it.0);
        of_record
            .chain(self.differing_in_person(at, pupil))
            .collect()
    }

    fn differing_in_person(&self, at: usize, pupil: RowPlace) -> Vec<Column> {
        let place = self.places[at];
        let [list, roster] = [place, pupil].map(|it| &self.rosters[it.0 as usize]);
        let text = |column| [list.text(column, place.1), roster.text(column, pupil.1)];
        let is_told = |column| {
            text(column)
                .iter()
                .all(|it| !it.trim().is_empty() && !it.contains(['*', '＊']))
        };
        let whole = [place, pupil].map(|it| lookup::number(self.rosters, it));
        let may_be_one = numbers(self.rosters, Column::IdNumber, place, pupil);
        let differ = [
            (Column::Name, !same_name(self.rosters, place, pupil)),
            (
                Column::Sex,
                are_two(join::own_sex(list, place.1), join::own_sex(roster, pupil.1)),
            ),
            (
                Column::BirthDate,
                are_two(
                    join::own_birth(list, place.1),
                    join::own_birth(roster, pupil.1),
                ),
            ),
            (
                Column::IdNumber,
                whole.iter().all(Option::is_some)
                    && whole[0] != whole[1]
                    && may_be_one.is_none_or(|it| !it.0),
            ),
        ];
        let differ = differ.into_iter().filter(|it| it.1 && is_told(it.0));
        differ.map(|it| it.0).collect()
    }

    pub(super) fn advice(
        &self,
        kind: ProblemKind,
        differs: &[Column],
        at: usize,
    ) -> (Advice, Handling) {
        let joined = &self.joined[at];
        let pupil = match joined.pupils[..] {
            [pupil] => pupil,
            [] => return self.of_nobody(joined, at),
            _ => return (Advice::Several, Handling::Review),
        };
        let roster = &self.rosters[pupil.0 as usize];
        let number = Number::of(roster, pupil.1, self.today);
        // A record of another name and another number may be another pupil's.
        let is_whole = differs.contains(&Column::Name) && differs.contains(&Column::IdNumber);
        // The system compares numbers, and persons where it has none.
        let kind = match (kind, number) {
            (ProblemKind::Duplicate, Number::Missing) => ProblemKind::SamePupil,
            (ProblemKind::Duplicate, _) => ProblemKind::SameNumber,
            _ => kind,
        };
        match (kind, number) {
            (_, Number::Fits) if !differs.is_empty() && !is_whole => {
                (Advice::Differs, Handling::Change)
            }
            (ProblemKind::WrongNumber, Number::Wrong) => (Advice::NumberWrong, Handling::Change),
            _ if !differs.is_empty() => (Advice::DiffersUnsure, Handling::Review),
            (ProblemKind::SameNumber, Number::Fits)
                if self.others_than(pupil, at).next().is_some() =>
            {
                (Advice::OtherPartyHere, Handling::Corroborate)
            }
            (ProblemKind::SameNumber, Number::Fits) => (Advice::NumberFits, Handling::Corroborate),
            (ProblemKind::SameNumber, Number::Wrong) => {
                (Advice::NumberDoesNotFit, Handling::Change)
            }
            (ProblemKind::SameNumber | ProblemKind::FieldsMismatch, Number::Missing) => {
                (Advice::NumberMissing, Handling::Review)
            }
            (ProblemKind::FieldsMismatch, Number::Fits) => (Advice::FieldsFit, Handling::Change),
            (ProblemKind::FieldsMismatch, Number::Wrong) => {
                (Advice::FieldsDoNotFit, Handling::Change)
            }
            (ProblemKind::SamePupil, _) => (Advice::Namesake, Handling::Corroborate),
            (ProblemKind::WrongNumber, Number::Fits) => {
                (Advice::NumberSeemsRight, Handling::Change)
            }
            (ProblemKind::WrongNumber, _) => (Advice::NumberWrong, Handling::Change),
            (ProblemKind::NameMismatch, _)
                if roster.parameter("register_mismatch") == "change-or-corroborate" =>
            {
                (Advice::NameMismatchProvable, Handling::Change)
            }
            (ProblemKind::NameMismatch, _) => (Advice::NameMismatch, Handling::Change),
            (ProblemKind::Unknown | ProblemKind::Duplicate, _) => {
                (Advice::NotUnderstood, Handling::Review)
            }
        }
    }

    /// The other parties that the list names for a row, who have not the number of its pupil.
    pub(super) fn others_than(&self, pupil: RowPlace, at: usize) -> impl Iterator<Item = RowPlace> {
        let number = move |it| lookup::number(self.rosters, it);
        let own = number(pupil);
        let others = self.others[at].iter().copied();
        others.filter(move |&it| it != pupil && number(it) != own)
    }

    fn of_nobody(&self, joined: &Joined, at: usize) -> (Advice, Handling) {
        let advice = match joined.another_by {
            _ if !self.has_rosters => Advice::NoRosters,
            Some(JoinedBy::NameSexBirth) if !joined.another.is_empty() => Advice::AnotherNamesake,
            Some(_) if !joined.another.is_empty() => {
                let (sheet, row) = self.places[at];
                let number = Number::of(&self.rosters[sheet as usize], row, self.today);
                let is_two =
                    |it: &RowPlace| persons(self.rosters, self.places[at], *it) == Persons::Two;
                // The number is right by itself where another pupil has it too.
                if number == Number::Wrong && joined.another.iter().all(is_two) {
                    return (Advice::NumberOfAnother, Handling::Change);
                }
                Advice::AnotherRecord
            }
            _ if joined.namesakes.is_empty() => Advice::NotInRosters,
            _ if joined.is_untold => Advice::NamesakeUntold,
            _ => Advice::NamesakeInRosters,
        };
        (advice, Handling::Review)
    }
}
