//! The rows of the lists gathered to cases, a record of the system each, and what is proposed for each.

mod advice;

use roster_model::{Column, Group, Handling, Kinship};
use roster_values::date::Date;
use roster_values::text::{is_placeholder, tidy_code};

use super::join::{Joined, JoinedBy, join_respelt, own_birth, same_name, schools_of};
use super::kind::{kinds_of, states};
use super::lookup;
use super::other_party::other_parties;
use super::persons::{Names, Persons, names_of, persons};
use super::{
    Advice, MemberOf, ProblemKind, Registration, RowPlace, are_two, group_of, is_handed_in,
    is_settled, of_group,
};
use crate::Roster;

/// Rows about one pupil that are gathered: what more of them have in common is nobody's.
const GATHERED_MAX: usize = 20;
/// Whose record a row of a list is, as far as it tells.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Pupil(RowPlace),
    Number(String, String),
    StudentNumber(String),
    Nobody(usize),
}

/// The lists of a run and where their rows lead.
pub(super) struct Cases<'a> {
    rosters: &'a [Roster],
    groups: &'a [Group],
    members: &'a [(RowPlace, MemberOf)],
    places: &'a [RowPlace],
    joined: Vec<Joined>,
    kinds: Vec<Vec<ProblemKind>>,
    /// The rows of the lists whose cells name those.
    stated: Vec<u32>,
    states: Vec<String>,
    /// The other parties that the lists name.
    others: Vec<Vec<RowPlace>>,
    has_rosters: bool,
    today: Date,
}

impl<'a> Cases<'a> {
    pub(super) fn new(
        rosters: &'a [Roster],
        groups: &'a [Group],
        members: &'a [(RowPlace, MemberOf)],
        places: &'a [RowPlace],
        mut joined: Vec<Joined>,
        today: Date,
    ) -> Self {
        let (kinds, stated): (Vec<_>, _) = kinds_of(rosters, places).into_iter().unzip();
        let is_mismatch = |at: usize| kinds[at] == [ProblemKind::NameMismatch];
        join_respelt(rosters, places, is_mismatch, &mut joined);
        Cases {
            rosters,
            groups,
            members,
            places,
            joined,
            kinds,
            stated,
            states: states(rosters, places),
            others: other_parties(rosters, places),
            has_rosters: rosters
                .iter()
                .any(|it| it.sheet.is_checked() && !it.sheet.is_event_list()),
            today,
        }
    }

    /// What is proposed for each row.
    pub(super) fn settled(self) -> Vec<Registration> {
        let mut all: Vec<Registration> = (0..self.places.len()).map(|at| self.blank(at)).collect();
        let mut by_pupil: Vec<(Whose, String, usize)> = (0..all.len())
            .map(|at| {
                // Rows without a 学籍号 come last, where the records are known.
                let student = self.text(Column::StudentNumber, at);
                let student = student.unwrap_or_else(|| "~".to_owned());
                (self.whose(at), student, at)
            })
            .collect();
        roster_order::sort(&mut by_pupil);
        for rows in by_pupil.chunk_by(|a, b| a.0 == b.0) {
            let rows: Vec<usize> = rows.iter().map(|it| it.2).collect();
            let records = self.records(&rows);
            for record in &records {
                self.settle(record, &mut all);
            }
            if records.len() > 1 && rows.len() <= GATHERED_MAX {
                self.settle_together(&records, &mut all);
            }
        }
        keep_the_only_ones(&mut all);
        all
    }

    fn blank(&self, at: usize) -> Registration {
        let kind = self.kinds[at].first().copied();
        let joined = &self.joined[at];
        Registration {
            place: self.places[at],
            lead: self.places[at],
            stated: self.stated[at],
            kind: kind.unwrap_or(ProblemKind::Unknown),
            kinds: Vec::new(),
            pupils: joined.pupils.clone(),
            by: joined.by,
            member: None,
            advice: Advice::Settled,
            handling: Handling::Keep,
            differs: Vec::new(),
            named: Vec::new(),
            is_by_itself: false,
        }
    }

    fn text(&self, column: Column, at: usize) -> Option<String> {
        let (sheet, row) = self.places[at];
        let text = self.rosters[sheet as usize].text(column, row);
        let tidy = tidy_code(text).to_ascii_uppercase();
        (!tidy.is_empty() && !is_placeholder(text)).then_some(tidy)
    }

    fn whose(&self, at: usize) -> Whose {
        let joined = &self.joined[at];
        match (&joined.pupils[..], &joined.another[..]) {
            (&[pupil], _) => return Whose::Pupil(pupil),
            (&[], &[pupil])
                if joined.another_by == Some(JoinedBy::IdNumber)
                    && same_name(self.rosters, self.places[at], pupil) =>
            {
                return Whose::Pupil(pupil);
            }
            (&[], _) => {}
            _ => return Whose::Nobody(at),
        }
        if let (Some(number), Some(name)) = (self.number(at), self.text(Column::Name, at)) {
            return Whose::Number(number, name);
        }
        let student = self.text(Column::StudentNumber, at);
        student.map_or(Whose::Nobody(at), Whose::StudentNumber)
    }

    fn number(&self, at: usize) -> Option<String> {
        lookup::number(self.rosters, self.places[at])
    }

    /// The rows about each record of one pupil.
    fn records(&self, rows: &[usize]) -> Vec<Vec<usize>> {
        if rows.len() > GATHERED_MAX {
            return rows.iter().map(|&it| vec![it]).collect();
        }
        let mut records: Vec<Vec<usize>> = Vec::new();
        for &at in rows {
            let is_of = |it: &&mut Vec<usize>| it.iter().all(|&other| !self.are_two(at, other));
            match records.iter_mut().find(is_of) {
                Some(record) => record.push(at),
                None => records.push(vec![at]),
            }
        }
        for it in &mut records {
            roster_order::sort(it);
        }
        records
    }

    /// Whether two rows about one pupil are about two records: two 学籍号, or two schools; without a 学籍号, two
    /// names, birth dates or classes, or one problem of both. Lists of two days may have an old 学籍号 and a new one.
    fn are_two(&self, a: usize, b: usize) -> bool {
        let is_blank = |at| self.text(Column::StudentNumber, at).is_none();
        let own = || {
            let [one, other] = [a, b].map(|at| self.places[at]);
            let birth = |it: RowPlace| own_birth(&self.rosters[it.0 as usize], it.1);
            names_of(self.rosters, one, other) > Names::Illegible
                || are_two(birth(one), birth(other))
                || self.differ(Column::Grade, a, b)
                || self.differ(Column::ClassName, a, b)
                || is_blank(a) && is_blank(b) && self.have_one_problem(a, b)
        };
        self.places[a].0 == self.places[b].0
            && (self.differ(Column::StudentNumber, a, b)
                || self.schools(a, b) == Kinship::Several
                || (is_blank(a) || is_blank(b)) && own())
    }

    /// Whether two rows are open for one problem, which the system lists once a record.
    fn have_one_problem(&self, a: usize, b: usize) -> bool {
        let mut kinds = self.kinds[a].iter();
        self.is_open(a) && self.is_open(b) && kinds.any(|it| self.kinds[b].contains(it))
    }

    fn differ(&self, column: Column, a: usize, b: usize) -> bool {
        let both = self.text(column, a).zip(self.text(column, b));
        both.is_some_and(|(a, b)| a != b)
    }

    fn schools(&self, a: usize, b: usize) -> Kinship {
        schools_of(self.rosters, self.places[a], self.places[b])
    }

    /// Whether something is to be done about a row.
    fn is_open(&self, at: usize) -> bool {
        !is_settled(&self.states[at]) && !is_handed_in(&self.states[at])
    }

    /// What is proposed for one record: the gravest of what is open counts.
    fn settle(&self, record: &[usize], all: &mut [Registration]) {
        let open = record.iter().copied().filter(|&it| self.is_open(it));
        let open: Vec<usize> = open.collect();
        // A row that differs from the roster speaks for the record.
        let mut differing = open.iter().map(|&it| (it, self.differing(it)));
        let differing = differing.find(|it| !it.1.is_empty());
        let first = open.first().copied().unwrap_or(record[0]);
        let (lead, differs) = differing.unwrap_or((first, Vec::new()));
        let mut kinds: Vec<ProblemKind> = open
            .iter()
            .flat_map(|&it| &self.kinds[it])
            .copied()
            .collect();
        roster_order::sort(&mut kinds);
        kinds.dedup();
        let joined = &self.joined[lead];
        let kind = kinds.first().copied().unwrap_or(ProblemKind::Unknown);
        let member = group_of(self.groups, self.members, joined, kind);
        let (advice, handling) = match member {
            _ if open.is_empty() => {
                let waits = |it: &usize| is_handed_in(&self.states[*it]);
                let advice = if record.iter().any(waits) {
                    Advice::HandedIn
                } else {
                    Advice::Settled
                };
                (advice, Handling::Keep)
            }
            Some((group, member)) => {
                match of_group(&self.groups[group], member, joined.pupils.len()) {
                    // Of a number that it takes for wrong, and of what it has otherwise, the system
                    // takes no 佐证.
                    (_, Handling::Corroborate) if kind.is_of_number() || !differs.is_empty() => {
                        self.advice(kind, &differs, lead)
                    }
                    of_group => of_group,
                }
            }
            None => self.advice(kind, &differs, lead),
        };
        for &at in record {
            let it = &mut all[at];
            it.lead = self.places[lead];
            it.pupils.clone_from(&joined.pupils);
            if !self.is_open(at) && !open.is_empty() {
                continue;
            }
            it.kinds.clone_from(&kinds);
            (it.member, it.advice, it.handling) = (member, advice, handling);
            it.differs.clone_from(&differs);
            match advice {
                Advice::Several => it.named.clone_from(&joined.pupils),
                Advice::NamesakeInRosters | Advice::NamesakeUntold => {
                    it.named.clone_from(&joined.namesakes);
                }
                Advice::AnotherRecord | Advice::NumberOfAnother | Advice::AnotherNamesake => {
                    it.named.clone_from(&joined.another);
                    if let (Advice::AnotherRecord, &[pupil]) = (advice, &joined.another[..]) {
                        it.differs = self.differing_from(lead, pupil);
                    }
                }
                Advice::OtherPartyHere => {
                    it.named = self.others_than(joined.pupils[0], lead).collect();
                }
                _ => {}
            }
        }
    }

    /// What is proposed for several records of one pupil in a list.
    fn settle_together(&self, records: &[Vec<usize>], all: &mut [Registration]) {
        let is_there = |it: &&Vec<usize>| !it.iter().all(|&at| self.states[at].contains("删除"));
        let there: Vec<&Vec<usize>> = records.iter().filter(is_there).collect();
        let lead = |record: &[usize], all: &[Registration]| all[record[0]].lead;
        let own = self.own(&there);
        let beside = own.or_else(|| (0..there.len()).find(|&it| !self.is_another(there[it])));
        let schools =
            |a: usize, b: usize| self.schools(there[a][0], there[b][0]) == Kinship::Several;
        let has_one_number = there.iter().all(|it| {
            let number = self.number(it[0]);
            number.is_some() && number == self.number(there[0][0])
        });
        // One number may have been typed for two children.
        let with_first =
            |it: &&Vec<usize>| persons(self.rosters, self.places[there[0][0]], self.places[it[0]]);
        let are_two = there.iter().any(|it| with_first(it) == Persons::Two);
        let is_one = has_one_number && there.iter().all(|it| with_first(it) == Persons::One);
        for index in 0..there.len() {
            let others = (0..there.len()).filter(|&it| it != index);
            let abroad: Vec<usize> = others.clone().filter(|&it| schools(it, index)).collect();
            let named: Vec<RowPlace> = match (own, &abroad[..]) {
                (_, [_, ..]) => abroad.iter().map(|&it| lead(there[it], all)).collect(),
                (Some(own), _) if own != index => vec![lead(there[own], all)],
                _ => others.map(|it| lead(there[it], all)).collect(),
            };
            let handled = match own {
                _ if named.is_empty() || are_two => None,
                _ if has_one_number && !is_one => Some((Advice::UnsureOfName, Handling::Review)),
                _ if !abroad.is_empty() && is_one => Some((Advice::TwoSchools, Handling::Review)),
                Some(own) if own == index && is_one => {
                    let is_proof = all[there[index][0]].handling == Handling::Corroborate;
                    is_proof.then_some((Advice::KeptOfTwo, Handling::Corroborate))
                }
                Some(_) if is_one => Some((Advice::Surplus, Handling::Delete)),
                _ => Some((Advice::UnsureOfTwo, Handling::Review)),
            };
            for &at in there[index] {
                let it = &mut all[at];
                it.is_by_itself = beside != Some(index);
                if it.is_by_itself {
                    it.member = None;
                }
                if let (Some((advice, handling)), true) = (handled, self.is_open(at)) {
                    (it.advice, it.handling) = (advice, handling);
                    it.named.clone_from(&named);
                }
            }
        }
    }

    fn is_another(&self, record: &[usize]) -> bool {
        record.iter().all(|&it| self.joined[it].pupils.is_empty())
    }

    /// Of the records of a pupil in the rosters the one to keep: the 学籍号 is that of the roster, else it is the
    /// only one made of the number.
    fn own(&self, records: &[&Vec<usize>]) -> Option<usize> {
        let joined = |it: &usize| self.joined[*it].by == Some(JoinedBy::StudentNumber);
        let of_roster = records.iter().position(|it| it.iter().any(joined));
        let is_made = |it: &&&Vec<usize>| {
            let student = self.text(Column::StudentNumber, it[0]);
            let number = self.number(it[0]);
            let made = student.as_deref().and_then(|it| it.strip_prefix('G'));
            made.is_some() && made == number.as_deref() && !self.is_another(it)
        };
        of_roster.or_else(|| {
            let made = records.iter().filter(is_made).count();
            let at = records.iter().position(|it| is_made(&it));
            at.filter(|_| made == 1)
        })
    }
}

/// Where a list has fewer records than there are rows of one group with which they agree, no row is surplus in the
/// system for it.
fn keep_the_only_ones(all: &mut [Registration]) {
    let is_several = |it: &&Registration| it.advice == Advice::SeveralOfGroup;
    let mut records: Vec<(RowPlace, RowPlace)> = all
        .iter()
        .filter(is_several)
        .map(|it| (it.pupils[0], it.lead))
        .collect();
    roster_order::sort(&mut records);
    records.dedup();
    for it in all.iter_mut().filter(|it| is_several(&&**it)) {
        let from = records.partition_point(|record| record.0 < it.pupils[0]);
        let to = records.partition_point(|record| record.0 <= it.pupils[0]);
        if to - from < it.pupils.len() {
            it.advice = Advice::OnlyOfGroup;
        }
    }
}
