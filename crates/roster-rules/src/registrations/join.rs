//! Rows of a list of problems and the pupils of the rosters that they mean.

use roster_model::{Column, Kinship, Schools};
use roster_values::date::Date;
use roster_values::id_number::{ResidentId, Sex};
use roster_values::name::same_key;
use roster_values::school_name::may_be_one_school;
use roster_values::text::{is_placeholder, tidy_code};

use super::legible::{Agreement, agreement, numbers};
use super::lookup::{self, Lookup, having};
use super::persons::{Names, Persons, differ_in_one_character, is_masked, names_of, persons};
use super::{PUPILS_MAX, RowPlace, are_two};
use crate::Roster;

/// What a row of the list and a pupil have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JoinedBy {
    /// 学籍号.
    StudentNumber,
    /// 学籍辅号.
    AuxiliaryNumber,
    /// The number of the document.
    IdNumber,
    /// Name, sex and birth date.
    NameSexBirth,
    /// What is legible of a number that is masked or cut, and the name; or the name and the birth date or class.
    Legible,
}

impl JoinedBy {
    const ALL: [JoinedBy; 4] = [
        JoinedBy::StudentNumber,
        JoinedBy::AuxiliaryNumber,
        JoinedBy::IdNumber,
        JoinedBy::NameSexBirth,
    ];

    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            JoinedBy::StudentNumber => "student-number",
            JoinedBy::AuxiliaryNumber => "auxiliary-number",
            JoinedBy::IdNumber => "id-number",
            JoinedBy::NameSexBirth => "name-sex-birth",
            JoinedBy::Legible => "legible",
        }
    }
}

/// The pupils that have the key of a row of the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined {
    pub(super) pupils: Vec<RowPlace>,
    pub(super) by: Option<JoinedBy>,
    /// Who has the key too, and is another record of the system.
    pub(super) another: Vec<RowPlace>,
    /// The key of those.
    pub(super) another_by: Option<JoinedBy>,
    /// Who has the name, where nobody has a key.
    pub(super) namesakes: Vec<RowPlace>,
    /// Whether these may be meant, and too little of the row can be compared.
    pub(super) is_untold: bool,
}

/// The pupils of each of these rows of lists.
pub(super) fn join(rosters: &[Roster], places: &[RowPlace]) -> Vec<Joined> {
    let mut joined = vec![Joined::default(); places.len()];
    for by in JoinedBy::ALL {
        let found = having(rosters, places, Lookup::By(by));
        for ((it, found), &place) in joined.iter_mut().zip(found).zip(places) {
            it.add(rosters, place, by, found);
        }
    }
    add_namesakes(rosters, places, &mut joined);
    for it in &mut joined {
        it.pupils.truncate(PUPILS_MAX);
        it.another.truncate(PUPILS_MAX);
        it.namesakes.truncate(PUPILS_MAX);
    }
    joined
}

impl Joined {
    /// Takes in who has the next key.
    fn add(&mut self, rosters: &[Roster], place: RowPlace, by: JoinedBy, mut found: Vec<RowPlace>) {
        if self.pupils.is_empty() && !found.is_empty() {
            // A number that many have is nobody's, whatever else they have.
            if found.len() <= PUPILS_MAX {
                let (another, same) = found
                    .into_iter()
                    .partition(|&pupil| contradict(rosters, by, place, pupil));
                if self.another.is_empty() {
                    (self.another, self.another_by) = (another, Some(by));
                }
                found = same;
                keep_best_names(rosters, place, &mut found);
            }
            self.by = (!found.is_empty()).then_some(by);
            self.pupils = found;
        } else if by == JoinedBy::NameSexBirth
            && self.by == Some(JoinedBy::IdNumber)
            && !self.pupils.iter().any(|&it| same_name(rosters, place, it))
        {
            // A number typed for the wrong child does not make the child another one.
            found.retain(|&pupil| !contradict(rosters, by, place, pupil));
            if !found.is_empty() {
                (self.pupils, self.by) = (found, Some(by));
            }
        } else if self.pupils.len() > 1
            // A birth date that only the number says tells nothing between rows of that number.
            && (by != JoinedBy::NameSexBirth
                || own_birth(&rosters[place.0 as usize], place.1).is_some())
        {
            // Of several with one key those are meant that have the next one too.
            let both = self.pupils.iter().copied();
            let both: Vec<_> = both.filter(|it| found.contains(it)).collect();
            if !both.is_empty() {
                self.pupils = both;
            }
        }
    }

    /// Of pupils with the name of a row that no key joins, the one with whom all that is legible agrees.
    fn add_legible(&mut self, rosters: &[Roster], place: RowPlace, found: Vec<RowPlace>) {
        if found.len() > LEGIBLE_MAX {
            return;
        }
        let agreements = found.iter().map(|&it| agreement(rosters, place, it));
        let agreements: Vec<Agreement> = agreements.collect();
        let of = |one| {
            let all = found.iter().zip(&agreements).filter(move |it| *it.1 == one);
            all.map(|it| *it.0).collect::<Vec<_>>()
        };
        let best = agreements.iter().copied().min();
        match best {
            Some(best @ (Agreement::OfClass | Agreement::Told)) => {
                (self.pupils, self.by) = (of(best), Some(JoinedBy::Legible));
            }
            Some(Agreement::Untold) => {
                (self.namesakes, self.is_untold) = (of(Agreement::Untold), true);
            }
            _ => self.namesakes = found,
        }
    }
}

/// Of more rows than these nobody looks for the one that is meant.
const LEGIBLE_MAX: usize = 100;

/// Of several with one number those are meant whose name is nearest.
fn keep_best_names(rosters: &[Roster], place: RowPlace, pupils: &mut Vec<RowPlace>) {
    if pupils.len() < 2 {
        return;
    }
    let names: Vec<Names> = pupils
        .iter()
        .map(|&it| names_of(rosters, place, it))
        .collect();
    let best = names.iter().copied().min();
    let mut names = names.into_iter();
    pupils.retain(|_| names.next() == best);
}

/// Who has the name of a row that no key joins. A number that is another name's may be typed for either.
fn add_namesakes(rosters: &[Roster], places: &[RowPlace], joined: &mut [Joined]) {
    let is_unsure = |at: &usize| {
        let (it, place) = (&joined[*at], places[*at]);
        let same = |it: &RowPlace| same_name(rosters, place, *it);
        match it.pupils[..] {
            [] if it.another.is_empty() => true,
            [] => it.another_by == Some(JoinedBy::IdNumber) && !it.another.iter().any(same),
            _ => it.by == Some(JoinedBy::IdNumber) && !it.pupils.iter().any(same),
        }
    };
    let unsure: Vec<usize> = (0..places.len()).filter(is_unsure).collect();
    if unsure.is_empty() {
        return;
    }
    let their: Vec<_> = unsure.iter().map(|&at| places[at]).collect();
    let by = Lookup::By(JoinedBy::Legible);
    let mut hidden: Vec<usize> = Vec::new();
    for (&at, found) in unsure.iter().zip(having(rosters, &their, by)) {
        let it = &mut joined[at];
        let (sheet, row) = places[at];
        let roster = &rosters[sheet as usize];
        if it.pupils.is_empty() && it.another.is_empty() {
            it.add_legible(rosters, places[at], found);
            let name = roster.text(Column::Name, row);
            if it.pupils.is_empty() && (name.trim().is_empty() || name.contains(is_masked)) {
                hidden.push(at);
            }
        } else if !found.is_empty() && own_birth(roster, row).is_none() {
            if it.pupils.is_empty() {
                it.pupils.clone_from(&it.another);
                it.by = it.another_by;
            }
            it.pupils.extend(found);
        }
    }
    // Whose name is hidden is looked for by what else is legible.
    for by in [Lookup::NumberEnd, Lookup::Birth, Lookup::Surname] {
        hidden.retain(|&at| joined[at].pupils.is_empty() && joined[at].namesakes.is_empty());
        if hidden.is_empty() {
            return;
        }
        let their: Vec<_> = hidden.iter().map(|&at| places[at]).collect();
        for (&at, mut found) in hidden.iter().zip(having(rosters, &their, by)) {
            let fits = |it: &RowPlace| {
                numbers(rosters, Column::IdNumber, places[at], *it) == Some((true, true))
            };
            let of_number: Vec<RowPlace> = found.iter().copied().filter(fits).collect();
            // A surname and a class are few pupils', and no proof.
            found.retain(|&it| match agreement(rosters, places[at], it) {
                Agreement::Untold => by == Lookup::Surname,
                it => it < Agreement::Untold,
            });
            let it = &mut joined[at];
            it.add_legible(rosters, places[at], found);
            let is_nobody = it.pupils.is_empty() && it.namesakes.is_empty();
            if by == Lookup::NumberEnd && is_nobody && of_number.len() <= PUPILS_MAX {
                (it.another, it.another_by) = (of_number, Some(JoinedBy::IdNumber));
            }
        }
    }
}

/// How the schools of two rows are to one another. A name in short may be that in full, and a code is not compared
/// with a name that only its file says otherwise.
pub(super) fn schools_of(rosters: &[Roster], a: RowPlace, b: RowPlace) -> Kinship {
    let sheet = |it: RowPlace| &rosters[it.0 as usize].sheet;
    let kinship = Schools::kinship([a, b].map(|it| sheet(it).school(it.1)));
    let name = |it: RowPlace| {
        let column = sheet(it).school_names();
        let written = column.map_or("", |index| sheet(it).text(index, it.1));
        if written.trim().is_empty() {
            &sheet(it).named.school
        } else {
            written
        }
    };
    if kinship == Kinship::Several
        && both(rosters, Column::SchoolCode, a, b).is_none()
        && may_be_one_school(name(a), name(b))
    {
        return Kinship::Untold;
    }
    kinship
}

/// Whether two rows have one name.
pub(super) fn same_name(rosters: &[Roster], a: RowPlace, b: RowPlace) -> bool {
    let name = |(sheet, row): RowPlace| rosters[sheet as usize].text(Column::Name, row);
    same_key(name(a), name(b))
}

/// Whether two rows of one key are two records of the system: each has a 学籍号 of the same sort, or a school, and
/// these differ; or they are two children of one number.
fn contradict(rosters: &[Roster], by: JoinedBy, a: RowPlace, b: RowPlace) -> bool {
    let schools = schools_of(rosters, a, b) == Kinship::Several;
    if by == JoinedBy::StudentNumber {
        // One 学籍号 is one record: a code of another school says that it is there, a name may be the other party's.
        let has_codes = both(rosters, Column::SchoolCode, a, b).is_some();
        let is_one = || {
            let number = lookup::number(rosters, a);
            number.is_some() && number == lookup::number(rosters, b) && same_name(rosters, a, b)
        };
        return schools && (has_codes || !is_one());
    }
    differ_in_student_number(rosters, a, b) || schools || persons(rosters, a, b) == Persons::Two
}

/// Whether two rows have two 学籍号 of the same sort.
pub(super) fn differ_in_student_number(rosters: &[Roster], a: RowPlace, b: RowPlace) -> bool {
    both(rosters, Column::StudentNumber, a, b).is_some_and(|(a, b)| {
        let sort = |it: &str| it.chars().next();
        a != b && a.len() == b.len() && sort(&a) == sort(&b)
    })
}

/// What two rows have in a column, in one form; nothing where one is blank or masked.
fn both(rosters: &[Roster], column: Column, a: RowPlace, b: RowPlace) -> Option<(String, String)> {
    let text = |(sheet, row): RowPlace| {
        let text = rosters[sheet as usize].text(column, row);
        let is_told = !is_placeholder(text) && !text.contains(is_masked);
        let tidy = tidy_code(text).to_ascii_uppercase();
        (is_told && !tidy.is_empty()).then_some(tidy)
    };
    text(a).zip(text(b))
}

/// Whether a record whose number is another name's is that of the pupil with the number, but for a character of the
/// given name: the class or the birth date is the pupil's too. Twins have both, and are no such problem by themselves.
fn is_respelt(rosters: &[Roster], a: RowPlace, b: RowPlace) -> bool {
    let same = |column| both(rosters, column, a, b).map(|it| it.0 == it.1);
    let birth = |it: RowPlace| own_birth(&rosters[it.0 as usize], it.1);
    let sex = |it: RowPlace| own_sex(&rosters[it.0 as usize], it.1);
    let births = birth(a).zip(birth(b)).map(|it| it.0 == it.1);
    let told = [same(Column::ClassName), births];
    told.contains(&Some(true))
        && !told.contains(&Some(false))
        && same(Column::Grade) != Some(false)
        && !are_two(sex(a), sex(b))
        && schools_of(rosters, a, b) != Kinship::Several
        && !differ_in_student_number(rosters, a, b)
        && {
            let name = |it: RowPlace| rosters[it.0 as usize].text(Column::Name, it.1);
            differ_in_one_character(name(a), name(b))
        }
}

/// Joins what no key did to the pupil who has the number, where the name alone is written otherwise.
pub(super) fn join_respelt(
    rosters: &[Roster],
    places: &[RowPlace],
    is_mismatch: impl Fn(usize) -> bool,
    joined: &mut [Joined],
) {
    let mut taken: Vec<RowPlace> = joined.iter().flat_map(|it| it.pupils.clone()).collect();
    roster_order::sort(&mut taken);
    for (at, (it, &place)) in joined.iter_mut().zip(places).enumerate() {
        if let ([], [pupil], Some(JoinedBy::IdNumber)) =
            (&it.pupils[..], &it.another[..], it.another_by)
            && is_mismatch(at)
            && taken.binary_search(pupil).is_err()
            && is_respelt(rosters, place, *pupil)
        {
            (it.pupils, it.by) = (std::mem::take(&mut it.another), it.another_by.take());
        }
    }
}

/// The birth date of the column, else of the number.
pub(super) fn birth(roster: &Roster, row: u32) -> Option<Date> {
    own_birth(roster, row).or_else(|| resident(roster, row)?.birth())
}

/// The birth date of the column.
pub(super) fn own_birth(roster: &Roster, row: u32) -> Option<Date> {
    let index = roster.index_of(Column::BirthDate)?;
    roster.dates(index)[roster.value(index, row).0 as usize].date()
}

/// The sex of the column, else of the number.
pub(super) fn sex(roster: &Roster, row: u32) -> Option<Sex> {
    own_sex(roster, row).or_else(|| Some(resident(roster, row)?.sex()))
}

/// The sex of the column.
pub(super) fn own_sex(roster: &Roster, row: u32) -> Option<Sex> {
    let index = roster.index_of(Column::Sex)?;
    let own = roster.listed(index)[roster.value(index, row).0 as usize].entry()?;
    match own.label {
        "男" => Some(Sex::Male),
        "女" => Some(Sex::Female),
        _ => None,
    }
}

fn resident(roster: &Roster, row: u32) -> Option<ResidentId> {
    let index = roster.index_of(Column::IdNumber)?;
    let id = roster.ids(index)[roster.value(index, row).0 as usize];
    id.resident().filter(ResidentId::check_digit_is_right)
}
