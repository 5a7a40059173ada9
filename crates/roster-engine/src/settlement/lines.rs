//! The rows about which something is to be done: those of groups, and after the import those whose
//! number alone makes them problem registrations.

use roster_dedup::materials;
use roster_model::{
    Case, Column, Group, Handling, Kinship, Member, Place, RowPlace, Schools, Stage,
};
use roster_papers::{Pupil, single_row, suggestion};
use roster_rules::{Advice, Registration, pupils_with_surplus};
use roster_values::date::read_date;

use crate::describe::Describe;
use crate::language::Language;
use crate::output::class_names::grade_and_class;

/// The rule that tells rows whose number is wrong and that belong to no group with that handling.
const WRONG_NUMBER: &str = "R7013";

/// A row and what is proposed for it.
pub(super) struct Line {
    /// The group as the report calls it; empty for a row by itself.
    pub(super) group: String,
    /// Nothing for a row by itself.
    pub(super) case: Option<Case>,
    /// What the national system has against a row by itself; empty where the case tells.
    pub(super) situation: String,
    /// What the system's list says, in its own words; empty where it says nothing.
    pub(super) listed: String,
    /// Sheet, and position among its pupils.
    pub(super) place: RowPlace,
    pub(super) handling: Handling,
    pub(super) why: String,
    /// Each in a line of its own.
    pub(super) materials: String,
    /// The rows of the pupil in other schools.
    pub(super) others: Vec<RowPlace>,
    /// Whether name and number say that the rows of the pupil are one.
    pub(super) is_one: bool,
    /// Whether another row of the same pupil is surplus.
    pub(super) beside_surplus: bool,
    /// The row of the system's list about it.
    pub(super) record: Option<RowPlace>,
}

impl Line {
    /// A line about a row by itself, of which nothing is told yet.
    fn alone(place: RowPlace, handling: Handling) -> Self {
        Line {
            group: String::new(),
            case: None,
            situation: String::new(),
            listed: String::new(),
            place,
            handling,
            why: String::new(),
            materials: String::new(),
            others: Vec::new(),
            is_one: false,
            beside_surplus: false,
            record: None,
        }
    }
}

/// Every row about which something is to be done: groups first, in their order.
pub(super) fn lines(describe: &Describe<'_>, language: Language) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, group) in describe.session.groups().iter().enumerate() {
        let with_surplus = pupils_with_surplus(group);
        let name = describe.session.group_name(number);
        for member in &group.members {
            let place = (member.sheet, member.row);
            let of_pupil = group.members.iter().filter(|it| it.pupil == member.pupil);
            let materials = member.materials.iter().map(|it| language.of(it));
            lines.push(Line {
                group: name.clone(),
                case: Some(group.case),
                why: without_suggestion(language.of(&*member.why), language),
                materials: materials.collect::<Vec<_>>().join("\n"),
                others: describe.other_schools(group, member),
                is_one: describe.is_one(of_pupil.map(|it| (it.sheet, it.row))),
                beside_surplus: member.handling == Handling::Corroborate
                    && with_surplus.binary_search(&member.pupil).is_ok(),
                ..Line::alone(place, member.handling)
            });
        }
    }
    let at = places(&lines);
    let alone = describe.session.findings().whole.iter();
    for finding in alone.filter(|it| it.rule == WRONG_NUMBER) {
        let place = match finding.place {
            Place::Cell(cell) => (cell.sheet, cell.row),
            Place::Row(sheet, row) => (sheet, row),
            _ => continue,
        };
        let (why, materials) = single_row(language);
        let told = at_place(&at, place).last().map(|it| &mut lines[it]);
        if let Some(line) = told {
            // One row has one line: what the group leaves open is to be seen with the number mended.
            if line.handling == Handling::Review {
                line.why = join_words(&line.why, why, language);
            } else {
                line.handling = Handling::Change;
                (line.why, line.materials) = (why.to_owned(), materials.to_owned());
            }
            continue;
        }
        lines.push(Line {
            why: why.to_owned(),
            materials: materials.to_owned(),
            ..Line::alone(place, Handling::Change)
        });
    }
    add_registrations(describe, language, &mut lines);
    lines
}

/// The rows in order, each with the position of its line.
pub(super) fn places(lines: &[Line]) -> Vec<(RowPlace, usize)> {
    let places = (0..).zip(lines);
    let mut places: Vec<_> = places.map(|(at, it)| (it.place, at)).collect();
    roster_order::sort(&mut places);
    places
}

/// The lines of one row.
pub(super) fn at_place(
    places: &[(RowPlace, usize)],
    row: RowPlace,
) -> impl Iterator<Item = usize> + '_ {
    let first = places.partition_point(|it| it.0 < row);
    let here = places[first..].iter().take_while(move |it| it.0 == row);
    here.map(|it| it.1)
}

/// What the system's list says, beside the rows that are there for another reason, or in a line of its own.
fn add_registrations(describe: &Describe<'_>, language: Language, lines: &mut Vec<Line>) {
    let all = &describe.session.findings().registrations;
    let mut at = places(lines);
    // What is told beside a case stands behind it.
    let (leading, others): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.place == it.lead);
    for it in leading.into_iter().chain(others) {
        let listed = describe.listed(it, language);
        let told: Vec<usize> = it
            .lines()
            .iter()
            .flat_map(|it| at_place(&at, *it))
            .collect();
        for &index in &told {
            let line = &mut lines[index];
            let proves = matches!(line.handling, Handling::Keep | Handling::Corroborate);
            let waits = it.advice == Advice::HandedIn && line.handling != Handling::Delete;
            let is_only = it.advice == Advice::OnlyOfGroup && line.handling == Handling::Delete;
            if it.overrules() && (proves || waits || is_only) {
                (line.why, line.materials) = proposed(describe, it, language);
                line.handling = it.handling;
                line.beside_surplus = it.advice == Advice::KeptOfTwo;
            }
            if it.lines().len() == 1 {
                line.record.get_or_insert(it.lead);
            }
            if !line.listed.is_empty() {
                line.listed.push('\n');
            }
            line.listed.push_str(&listed);
        }
        if !told.is_empty() {
            continue;
        }
        let (why, materials) = proposed(describe, it, language);
        let two_records = describe.case_of(it).filter(|_| it.member.is_none());
        // The certificate says of namesakes that they are two.
        let namesake = (it.advice == Advice::Namesake).then_some(Case::G);
        let subject = |it: &RowPlace| {
            let at = all.binary_search_by_key(it, |it| it.place);
            at.map_or(*it, |at| all[at].subject())
        };
        let letters = it.advice == Advice::TwoSchools;
        let behind = at.partition_point(|row| row.0 <= it.subject());
        at.insert(behind, (it.subject(), lines.len()));
        lines.push(Line {
            case: two_records.or(namesake),
            situation: situation(it, language),
            listed,
            why,
            materials,
            is_one: describe.is_one(it.named.iter().map(subject).chain([it.subject()])),
            others: it.named.iter().filter(|_| letters).map(subject).collect(),
            beside_surplus: it.advice == Advice::KeptOfTwo,
            record: Some(it.lead),
            ..Line::alone(it.subject(), it.handling)
        });
    }
}

/// Why something is proposed for a row of the system's list, and the papers it needs, a line each.
fn proposed(describe: &Describe<'_>, it: &Registration, language: Language) -> (String, String) {
    let why = without_suggestion(language.of(&describe.why(it)), language);
    let materials = materials(it.handling, Stage::AfterImport);
    let materials: Vec<&str> = materials.iter().map(|it| language.of(it)).collect();
    (why, materials.join("\n"))
}

/// A reason without its last sentence, which the list says once for every line.
fn without_suggestion(why: &str, language: Language) -> String {
    let why = why.trim();
    let why = why.strip_suffix(suggestion(language)).unwrap_or(why);
    why.trim().to_owned()
}

/// Two sentences in one text.
fn join_words(one: &str, other: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{one}{other}"),
        Language::En => format!("{one} {other}"),
    }
}

/// The situation of a row by itself that the system lists.
fn situation(it: &Registration, language: Language) -> String {
    let kinds = match &it.kinds[..] {
        [] => std::slice::from_ref(&it.kind),
        kinds => kinds,
    };
    let (zh, en): (Vec<_>, Vec<_>) = kinds.iter().map(|it| it.title()).unzip();
    match language {
        Language::Zh => format!("单条：{}", zh.join("；")),
        Language::En => format!("a single row: {}", en.join("; ")),
    }
}

/// A day as a signed paper has it: 2015年9月1日. What is masked or no day stays as it is.
fn as_said(text: String) -> String {
    match read_date(&text).date() {
        Some(it) => format!("{}年{}月{}日", it.year(), it.month(), it.day()),
        None => text,
    }
}

impl Describe<'_> {
    /// The rows of the same pupil, where several schools have one and the member is the first of its own: they
    /// write to one another. A school that only a file to compare with names is written to, and writes to nobody.
    fn other_schools(&self, group: &Group, member: &Member) -> Vec<RowPlace> {
        if matches!(group.case, Case::F | Case::N) {
            return Vec::new();
        }
        let roster = |it: &Member| self.session.roster(it.sheet);
        let school = |it: &Member| roster(it).sheet.school(it.row);
        let is_own = |it: &&Member| roster(it).sheet.is_checked();
        let is_here = is_own(&member);
        let of_pupil = || {
            let of_pupil = group.members.iter().filter(|it| it.pupil == member.pupil);
            of_pupil.filter(|it| is_own(it) || !is_here)
        };
        let counts = |it: &&Member| it.handling != Handling::Delete && school(it) == school(member);
        let are_several = Schools::kinship(of_pupil().map(school)) == Kinship::Several;
        if !are_several || of_pupil().find(counts) != Some(member) {
            return Vec::new();
        }
        let others = of_pupil().filter(|it| school(it) != school(member) && is_own(it));
        others.map(|it| (it.sheet, it.row)).collect()
    }

    /// Whether these rows have one name and one number, so that nobody need ask whether they are one pupil.
    fn is_one(&self, mut rows: impl Iterator<Item = RowPlace>) -> bool {
        let text =
            |(sheet, row): RowPlace, column| self.session.roster(sheet).text(column, row).trim();
        let told = |it| (text(it, Column::Name), text(it, Column::IdNumber));
        let Some(first) = rows.next().map(told) else {
            return false;
        };
        !first.1.is_empty() && rows.all(|it| told(it) == first)
    }

    /// Before or after the import.
    pub(super) fn stage(&self) -> Stage {
        self.session.options().settings().stage
    }

    /// Where the system's list speaks of the pupil, and what it says.
    fn listed(&self, it: &Registration, language: Language) -> String {
        let (roster, row) = (self.session.roster(it.place.0), it.place.1);
        let file = self.file_name(&roster.sheet);
        let number = roster.sheet.row_numbers[row as usize];
        let colon = match language {
            Language::Zh => "：",
            Language::En => ": ",
        };
        let said = self.said_by_system(it);
        let mut listed = match (language, said.is_empty()) {
            (Language::Zh, true) => format!("{file}第{number}行：没有写问题类型"),
            (Language::Zh, false) => format!("{file}第{number}行：{said}"),
            (Language::En, true) => format!("{file} row {number}: no kind of problem given"),
            (Language::En, false) => format!("{file} row {number}: {said}"),
        };
        for it in self.other_cells(roster, row) {
            let line = format!("\n{}{}{}", it.header, colon, it.text);
            listed.push_str(&line);
        }
        listed
    }

    /// The code or the name of the school of a row.
    pub(super) fn school_text(&self, (sheet, row): RowPlace) -> String {
        let text = self.session.roster(sheet).sheet.school_text(row);
        self.values.show(Some(Column::SchoolCode), text)
    }

    /// The name of the school beside its code; empty where no column has one.
    fn school_name(&self, (sheet, row): RowPlace) -> String {
        let sheet = &self.session.roster(sheet).sheet;
        let name = sheet.school_names().map_or("", |it| sheet.text(it, row));
        self.values.show_words(name.trim())
    }

    pub(super) fn pupil(&self, (sheet, row): RowPlace) -> Pupil {
        let roster = self.session.roster(sheet);
        let text = |column| {
            self.values
                .show(Some(column), roster.text(column, row).trim())
        };
        let class = match text(Column::ClassName) {
            name if name.is_empty() => text(Column::ClassCode),
            name => name,
        };
        Pupil {
            school: self.school_text((sheet, row)),
            school_name: self.school_name((sheet, row)),
            class: grade_and_class(&text(Column::Grade), &class),
            name: text(Column::Name),
            sex: text(Column::Sex),
            birth: as_said(text(Column::BirthDate)),
            number: text(Column::IdNumber),
            student_number: text(Column::StudentNumber),
        }
    }
}
