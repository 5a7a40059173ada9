//! The stage of schooling of a row: of which school a bare 一年级 is the first grade, and whether it is a child that
//! does not go to school yet.
//!
//! What the column of stages says comes first, then the name of the sheet, then the class of the school code; last the
//! ages, of the list as a whole where they agree, so that one pupil's wrong age stays odd.

use roster_model::Column;
use roster_standard::{Entry, Listed};
use roster_values::school_code::{SchoolCodeText, read_school_code};

use crate::gathered::school_year::{Grade, School, school_year_of};
use crate::{Roster, Row};

/// A stage as a text says it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    BeforeSchool,
    Of(School),
}

const SCHOOLS: [School; 3] = [School::Primary, School::Junior, School::Senior];
/// Fewer pupils of an age are none of another school.
const PUPILS_MIN: usize = 3;
/// Nor are fewer than one in this many.
const ONE_IN: usize = 10;
/// Hardly anybody enters primary school at these ages, and nobody junior school; of one in fewer than so many they say
/// that the list is of another kind.
const BETWEEN: std::ops::RangeInclusive<i32> = 9..=10;
const BETWEEN_ONE_IN: usize = 20;
/// So many pupils of a list say how old all are.
const SAMPLE: u32 = 4000;

/// What a sheet says of the stages of its rows.
pub(crate) struct Stages {
    /// For each stored text of the grades, what it means in junior and in senior school; empty where each names
    /// its school.
    open: Vec<[Option<&'static Entry>; 2]>,
    /// For each stored text of the column of stages, what it says.
    said: Vec<Option<Stage>>,
    of_sheet: Option<Stage>,
    of_school: Option<Stage>,
    /// For each stored text of the school codes, its class; zero for none.
    classes: Vec<u8>,
    usual_class: u8,
    /// The schools whose ages the pupils have of whom nothing else tells.
    by_age: [bool; 3],
}

impl Stages {
    pub(crate) fn of(roster: &Roster) -> Self {
        let sheet = &roster.sheet;
        let texts = |column| {
            let index = roster.index_of(column)?;
            let cells = &sheet.columns[index].cells;
            Some(cells.values().map(|it| cells.text(it)))
        };
        let classes: Vec<u8> =
            texts(Column::SchoolCode).map_or_else(Vec::new, |it| it.map(class).collect());
        // Of who is admitted to another school it is the stage there.
        let is_ours = !roster.has(Column::AdmittingSchoolCode);
        let said = texts(Column::EducationStage).filter(|_| is_ours);
        let mut stages = Stages {
            open: open_grades(roster),
            said: said.map_or_else(Vec::new, |it| it.map(stage_in).collect()),
            of_sheet: stage_in(&sheet.name),
            of_school: stage_in(&sheet.named.school),
            usual_class: usual_class(roster, &classes),
            classes,
            by_age: [false; 3],
        };
        if !stages.open.is_empty() || roster.has(Column::EnrolmentMonth) {
            stages.by_age = stages.ages(roster);
        }
        if !stages.has_other_than_primary() {
            stages.open = Vec::new();
        }
        stages
    }

    /// Whether anything but the grades says that rows may be of junior or senior school.
    pub(crate) fn has_other_than_primary(&self) -> bool {
        let is_other = |it: &Stage| matches!(it, Stage::Of(it) if *it != School::Primary);
        let is_other_class = |it: &u8| matches!(it, 32 | 33 | 35 | 36);
        self.by_age[1..].contains(&true)
            || self.of_sheet.as_ref().is_some_and(is_other)
            || self.said.iter().flatten().any(is_other)
            || self.classes.iter().any(is_other_class)
    }

    /// What the grade of a row is, whose text names no school; nothing where it names one, or primary school is
    /// meant.
    pub(crate) fn moved(&self, roster: &Roster, row: u32) -> Option<&'static Entry> {
        if self.open.is_empty() {
            return None;
        }
        let index = roster.index_of(Column::Grade)?;
        let [junior, senior] = self.open(roster.value(index, row).0 as usize);
        junior?;
        match self.school(roster, row) {
            School::Primary => None,
            School::Junior => junior,
            School::Senior => senior,
        }
    }

    /// What a stored text of the grades means in junior and in senior school, where it names no school.
    pub(crate) fn open(&self, value: usize) -> [Option<&'static Entry>; 2] {
        self.open.get(value).copied().unwrap_or_default()
    }

    /// The school of a row whose grade does not say it, or that has no grade but a month of enrolment.
    pub(crate) fn school(&self, roster: &Roster, row: u32) -> School {
        if let Some(told) = self.told(roster, row) {
            return told;
        }
        let may_be = self.may_be(roster, row);
        let is_open = |it: &School| may_be.contains(it) && self.by_age[*it as usize];
        let mut open = SCHOOLS.into_iter().filter(is_open);
        match (open.next(), open.next()) {
            (None, _) => School::Primary,
            (Some(one), None) => one,
            (Some(first), Some(_)) => {
                let age = self.entry_age(&Row::unasked(roster, row));
                let nearest = |it: &School| age.map(|age| away(*it, age));
                let open = SCHOOLS.into_iter().rev().filter(is_open);
                open.min_by_key(nearest)
                    .filter(|_| age.is_some())
                    .unwrap_or(first)
            }
        }
    }

    /// Whether anything but the grades tells that a row is of a kindergarten.
    fn says_before_school(&self, roster: &Roster, row: u32) -> bool {
        match self.said(roster, row).or(self.of_sheet) {
            Some(it) => it == Stage::BeforeSchool,
            None => {
                self.of_school == Some(Stage::BeforeSchool)
                    || self.class(roster, row) == KINDERGARTEN
            }
        }
    }

    fn said(&self, roster: &Roster, row: u32) -> Option<Stage> {
        if self.said.is_empty() {
            return None;
        }
        let index = roster.index_of(Column::EducationStage)?;
        self.said[roster.value(index, row).0 as usize]
    }

    /// The class of the row's school code, or of most codes of the sheet where the row has none.
    fn class(&self, roster: &Roster, row: u32) -> u8 {
        let own = roster
            .index_of(Column::SchoolCode)
            .map_or(0, |it| self.classes[roster.value(it, row).0 as usize]);
        if own == 0 { self.usual_class } else { own }
    }

    /// The school that is told without the ages.
    fn told(&self, roster: &Roster, row: u32) -> Option<School> {
        match self.said(roster, row).or(self.of_sheet) {
            Some(Stage::Of(school)) => Some(school),
            _ => match *self.may_be(roster, row) {
                [one] => Some(one),
                _ => None,
            },
        }
    }

    /// The schools that a school of this class may be.
    fn may_be(&self, roster: &Roster, row: u32) -> &'static [School] {
        match self.class(roster, row) {
            // Pupils of special schools may be of any age.
            11 | 21 | 22 | 37 | SPECIAL => &SCHOOLS[..1],
            31 => &SCHOOLS[..2],
            32 | 33 => &SCHOOLS[1..2],
            35 | 36 => &SCHOOLS[2..],
            _ => &SCHOOLS,
        }
    }

    /// Which schools the ages of those say of whom nothing else does.
    fn ages(&self, roster: &Roster) -> [bool; 3] {
        let count = roster.sheet.row_count();
        let step = (count / SAMPLE + 1) as usize;
        let (mut of_school, mut between) = ([0; 3], 0);
        for row in (0..count)
            .step_by(step)
            .filter(|it| self.told(roster, *it).is_none())
        {
            if let Some(age) = self.entry_age(&Row::unasked(roster, row)) {
                let nearest = SCHOOLS.into_iter().rev().min_by_key(|it| away(*it, age));
                of_school[nearest.unwrap_or(School::Primary) as usize] += 1;
                between += usize::from(BETWEEN.contains(&age));
            }
        }
        let all: usize = of_school.iter().sum();
        if all == 0 {
            // Most schools of this class have no other pupils.
            let by_class = Stage::Of(School::Senior);
            let by_class = (self.usual_class == 34).then_some(by_class);
            let school = self.of_school.or(by_class);
            return SCHOOLS.map(|it| school == Some(Stage::Of(it)));
        }
        // Pupils of all ages are those of a special school, or of none of these.
        if between * BETWEEN_ONE_IN > all {
            return [true, false, false];
        }
        of_school.map(|it| it >= PUPILS_MIN && it * ONE_IN >= all)
    }

    /// The age at which the pupil would have entered primary school, if a grade that names no school, or the month of
    /// enrolment of a row without a grade, were of primary school.
    fn entry_age(&self, row: &Row<'_>) -> Option<i32> {
        let terms = row.roster.terms();
        let (grade, year) = if let Some(entry) = row.listed(Column::Grade).entry() {
            let index = row.roster.index_of(Column::Grade)?;
            let value = row.roster.value(index, row.number).0 as usize;
            self.open(value)[0]?;
            (Grade::of(entry)?, terms.last_year)
        } else {
            let month = row.month(Column::EnrolmentMonth).month()?;
            (Grade::FIRST, school_year_of(month.year(), month.month()))
        };
        Some(terms.entry_age(grade, year, row.stated_birth()?))
    }
}

impl Roster {
    /// The class of a row's school, as the first two digits of its code say; that of most where the row's own
    /// code is none, and zero where none is told.
    pub(crate) fn school_class(&self, row: u32) -> u8 {
        self.stages().class(self, row)
    }

    /// The grade that a row means whose text names no school: 初中一年级 for 一年级; nothing where it is as it stands.
    pub fn grade_meant(&self, row: u32) -> Option<&'static str> {
        self.stages().moved(self, row).map(|it| it.label)
    }
}

impl Row<'_> {
    /// The grade: that of its school, where the text names none.
    pub(crate) fn grade_listed(&self) -> Listed<'static> {
        let listed = self.listed(Column::Grade);
        match (listed, self.roster.stages().moved(self.roster, self.number)) {
            (Listed::Label(_), Some(it)) => Listed::Label(it),
            (Listed::Alias(_), Some(it)) => Listed::Alias(it),
            (Listed::Doubtful(_), Some(it)) => Listed::Doubtful(it),
            _ => listed,
        }
    }

    /// The line of the grade in its table.
    pub(crate) fn grade(&self) -> Option<&'static Entry> {
        self.grade_listed().entry()
    }

    /// The school of a pupil whose grade does not say it.
    pub(crate) fn school(&self) -> School {
        self.roster.stages().school(self.roster, self.number)
    }

    /// Whether it is a child of a kindergarten or of a class before school.
    pub(crate) fn is_before_school(&self) -> bool {
        let roster = self.roster;
        match self.listed(Column::Grade).entry() {
            Some(it) => it.code.is_empty(),
            None => {
                roster.stages().says_before_school(roster, self.number)
                    || roster.is_of_small_children()
            }
        }
    }
}

/// The class of kindergartens in a school code.
pub(crate) const KINDERGARTEN: u8 = 11;
/// The class of special schools in a school code.
pub(crate) const SPECIAL: u8 = 51;

/// Whether a school for children with a disability counts its grades so.
pub(crate) fn is_of_special_school(text: &str) -> bool {
    let words = [
        "培智", "启智", "启聪", "启明", "启音", "特教", "特殊", "听障", "视障",
    ];
    text.contains(['聋', '盲']) || words.iter().any(|it| text.contains(it))
}

/// The stage that a text names; of several the last, as in the name of a primary school's kindergarten.
fn stage_in(text: &str) -> Option<Stage> {
    const WORDS: [(&str, Stage); 10] = [
        ("幼儿", Stage::BeforeSchool),
        ("学前", Stage::BeforeSchool),
        ("小学", Stage::Of(School::Primary)),
        ("附小", Stage::Of(School::Primary)),
        ("初中", Stage::Of(School::Junior)),
        ("初级中", Stage::Of(School::Junior)),
        ("高中", Stage::Of(School::Senior)),
        ("高级中", Stage::Of(School::Senior)),
        ("中职", Stage::Of(School::Senior)),
        ("职高", Stage::Of(School::Senior)),
    ];
    let places = WORDS
        .iter()
        .filter_map(|it| Some((text.rfind(it.0)?, it.1)));
    places.max_by_key(|it| it.0).map(|it| it.1)
}

/// The first two digits; zero when the code is none, or of no class in use.
fn class(text: &str) -> u8 {
    match read_school_code(text) {
        SchoolCodeText::Code(code) if code.class_is_known() => code.class(),
        _ => 0,
    }
}

/// The class that more than half of the rows with a code have.
fn usual_class(roster: &Roster, classes: &[u8]) -> u8 {
    let mut known = classes.iter().filter(|it| **it != 0);
    let Some((&first, index)) = known.next().zip(roster.index_of(Column::SchoolCode)) else {
        return 0;
    };
    if known.all(|it| *it == first) {
        return first;
    }
    let mut rows = [0_u32; 100];
    for row in 0..roster.sheet.row_count() {
        rows[usize::from(classes[roster.value(index, row).0 as usize])] += 1;
    }
    let all: u32 = rows[1..].iter().sum();
    let most = (1..100_u8).find(|it| rows[usize::from(*it)] * 2 > all);
    most.unwrap_or(0)
}

/// For each stored text of the grades, what 一年级 and the others that name no school are in junior and in senior
/// school.
fn open_grades(roster: &Roster) -> Vec<[Option<&'static Entry>; 2]> {
    let table = Column::Grade.info().table;
    let (Some(index), Some(table)) = (roster.index_of(Column::Grade), table) else {
        return Vec::new();
    };
    let cells = &roster.sheet.columns[index].cells;
    let open = cells
        .values()
        .zip(roster.listed(index))
        .map(|(value, listed)| {
            let year = match listed {
                Listed::Label(it) | Listed::Alias(it) | Listed::Doubtful(it) => {
                    it.code.strip_prefix('1')
                }
                _ => None,
            };
            let year = year.filter(|_| !cells.text(value).contains('小'));
            ["2", "3"].map(|school| {
                let is_it = |it: &&Entry| it.code.strip_prefix(school) == year;
                year.and_then(|_| table.entries.iter().find(is_it))
            })
        });
    let open: Vec<_> = open.collect();
    if open.iter().all(|it| it[0].is_none()) {
        return Vec::new();
    }
    open
}

/// How far an age is from the one at which pupils enter a school, six or seven at the first; in half years.
fn away(school: School, age: i32) -> i32 {
    (age * 2 - 13 - school.years_before() * 2).abs()
}
