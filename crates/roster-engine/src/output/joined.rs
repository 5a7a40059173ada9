//! The pupils of several sheets under one header: the same standard column is one column, any other
//! is one with the columns of its own header. Nothing is dropped: what is no pupil is counted.

use std::borrow::Cow;

use roster_model::{Column, Kinship, Said, Schools, Sheet, SheetColumn};
use roster_rules::{Roster, level_of_unread, rows_not_read, rows_of_one_above};
use roster_standard::header::tidy;
use roster_values::class_name::grade_of_class;
use roster_values::text::is_blank;

use crate::output::class_alike::year_of;
use crate::output::joined_class::{ClassesOf, DIVIDING, different_templates, notes};
use crate::session::Session;
use crate::wire::LeftOut;

/// What makes two columns one.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Same {
    /// The standard calls them the same.
    Known(Column),
    /// They name the school, whatever their headers.
    School,
    /// Their headers are the same; the number tells two such columns of one sheet apart.
    Header(String, usize),
}

/// The columns of several sheets, united.
pub(crate) struct Joined<'s> {
    rosters: Vec<&'s Roster>,
    columns: Vec<(Same, String)>,
    /// For each sheet and united column, the index of its column.
    indexes: Vec<Vec<Option<usize>>>,
    /// Of each sheet, what is known of its classes beside its cells.
    classes: Vec<ClassesOf>,
    /// Whether the names of classes tell the grades that nothing else tells.
    grades_by_class: bool,
    /// Whether the pupils are of several schools, as far as it is known.
    pub(crate) of_several: bool,
    /// What is not taken over.
    pub(crate) left_out: LeftOut,
    /// Notes for the recipient of the pupils.
    pub(crate) notes: Vec<Said>,
    /// What else, if all pupils are put into one list.
    pub(crate) different: Option<Said>,
}

/// The header of the school where no list has one.
const SCHOOL_HEADER: &str = "学校名称";

/// A pupil: the number of its sheet among those that are joined, and its row.
pub(crate) type Pupil = (usize, u32);

impl<'s> Joined<'s> {
    /// Every roster of the run that has a header, in their order; a header is written as the first sheet
    /// with the column has it. What is only compared with, and the system's own list, is no roster. Refused
    /// where pupils would be lost.
    pub(crate) fn new(session: &'s Session) -> Result<Self, Said> {
        let all = session.rosters();
        let is_joined = |it: &&Roster| it.sheet.has_header() && it.sheet.is_checked();
        let rosters: Vec<&Roster> = all.iter().filter(is_joined).collect();
        for roster in &rosters {
            let file = &session.file_of_sheet(&roster.sheet).name;
            if let Some((row, count)) = rows_not_read(roster) {
                return Err(not_read(file, row, count));
            }
            let rows = rows_of_one_above(roster);
            if rows > 0 {
                return Err(several_rows(file, rows));
            }
        }
        let mut columns: Vec<(Same, String)> = Vec::new();
        for roster in &rosters {
            let here = keys(&roster.sheet);
            let mut behind = None;
            for (same, it) in here.into_iter().zip(&roster.sheet.columns) {
                let known = columns.iter().position(|(known, _)| *known == same);
                // A new column goes behind the one it follows in its own sheet.
                let at = known.unwrap_or_else(|| {
                    let at = behind.map_or(columns.len(), |it: usize| it + 1);
                    columns.insert(at, (same, title(it).to_owned()));
                    at
                });
                behind = Some(at);
            }
        }
        let classes = rosters.iter().map(|it| {
            let file = &session.file_of_sheet(&it.sheet).name;
            ClassesOf::new(it, file, rosters.len() > 1)
        });
        let mut classes: Vec<ClassesOf> = classes.collect();
        let schools = rosters.iter().flat_map(|it| it.sheet.schools.runs());
        let is_named = columns.iter().any(|it| it.0 == Same::School);
        let of_several = Schools::kinship(schools) != Kinship::One;
        if is_named || of_several {
            for (it, roster) in classes.iter_mut().zip(&rosters) {
                it.call_by_school(&roster.sheet);
            }
        }
        if !is_named && classes.iter().any(|it| it.school.is_some()) {
            columns.insert(0, (Same::School, SCHOOL_HEADER.to_owned()));
        }
        let grade = Same::Known(Column::Grade);
        if classes.iter().any(|it| it.grade.is_some()) && columns.iter().all(|it| it.0 != grade) {
            let school = columns.iter().position(|it| it.0 == Same::School);
            let at = school.map_or(0, |it| it + 1);
            columns.insert(at, (grade, Column::Grade.info().zh.to_owned()));
        }
        let class = Same::Known(Column::ClassName);
        let is_called = classes.iter().any(|it| it.called.is_some());
        if is_called && columns.iter().all(|it| it.0 != class) {
            columns.push((class, Column::ClassName.info().zh.to_owned()));
        }
        let indexes = rosters.iter().map(|roster| {
            let here = keys(&roster.sheet);
            let index = |same: &Same| here.iter().position(|it| it == same);
            columns.iter().map(|(same, _)| index(same)).collect()
        });
        let set_aside = |sheet: &Sheet| sheet.title_rows.len() + sheet.set_aside.len();
        let without = all.iter().filter(|it| !is_joined(it));
        let is_hidden = |(at, it): &(u32, &Roster)| {
            it.sheet.filled_rows > 0
                && !it.sheet.has_header()
                && level_of_unread(all, *at).is_none()
        };
        let not_written = session.not_joined().into_iter();
        let left_out = LeftOut {
            rows: rosters
                .iter()
                .map(|it| u64::from(it.sheet.row_count()))
                .sum(),
            set_aside: rosters.iter().map(|it| set_aside(&it.sheet) as u64).sum(),
            sheets: (without.filter(|it| it.sheet.filled_rows > 0).count()
                + session.skipped().len()) as u64,
            hidden: (0..).zip(all).filter(is_hidden).count() as u64,
            not_written: not_written.map(|it| (&it.not_written()).into()).collect(),
        };
        Ok(Joined {
            indexes: indexes.collect(),
            notes: notes(&rosters, &classes)
                .into_iter()
                .chain(part_lists(session))
                .collect(),
            of_several,
            different: different_templates(&rosters),
            rosters,
            columns,
            classes,
            grades_by_class: false,
            left_out,
        })
    }

    /// The united columns, each with its header; or those of one sheet as it has them.
    pub(crate) fn columns(&self, own: Option<usize>) -> Vec<(usize, &str)> {
        let Some(sheet) = own else {
            let all = self.columns.iter().enumerate();
            return all.map(|(at, it)| (at, it.1.as_str())).collect();
        };
        let here = &self.rosters[sheet].sheet;
        let at = |same: &Same| self.columns.iter().position(|it| it.0 == *same);
        let own = keys(here).into_iter().zip(&here.columns);
        let own = own.filter_map(|(same, it)| Some((at(&same)?, title(it))));
        let called = self.classes[sheet].called.as_ref();
        let called = called.and_then(|_| at(&Same::Known(Column::ClassName)));
        own.chain(called.map(|at| (at, self.columns[at].1.as_str())))
            .collect()
    }

    /// Every pupil, in the order of the run.
    pub(crate) fn pupils(&self) -> impl Iterator<Item = Pupil> + '_ {
        let sheets = self.rosters.iter().enumerate();
        sheets.flat_map(|(sheet, it)| (0..it.sheet.row_count()).map(move |row| (sheet, row)))
    }

    /// Whether a sheet has the column, or is called by what belongs there.
    pub(crate) fn has(&self, column: Column) -> bool {
        let sheets = 0..self.rosters.len();
        sheets.into_iter().any(|it| self.sheet_has(it, column))
    }

    /// Whether one sheet has a column.
    pub(crate) fn sheet_has(&self, sheet: usize, column: Column) -> bool {
        let classes = &self.classes[sheet];
        let is_called = match column {
            Column::ClassName => classes.called.is_some(),
            Column::Grade => classes.grade.is_some() || self.grades_by_class,
            _ => false,
        };
        is_called || self.rosters[sheet].has(column)
    }

    /// Lets the names of classes tell the grades that nothing else tells, for the one who divides the pupils by them.
    pub(crate) fn tell_grades_by_class(&mut self) {
        let mut told = self.pupils().filter_map(|it| {
            let grade = self.grade_by_class(it)?;
            Some((self.text(it, Column::ClassName).trim(), grade))
        });
        let Some((class, grade)) = told.next() else {
            return;
        };
        let count = told.count() + 1;
        let said = Said::new(
            format!(
                "{count}名学生没有填写年级，已按班级名称归入年级，如“{class}”归入“{grade}”，请核对。"
            ),
            format!(
                "{count} pupils have no grade and were put into that of their class, as \"{class}\" into \"{grade}\"; look it over."
            ),
        );
        self.notes.push(said);
        self.grades_by_class = true;
    }

    fn grade_by_class(&self, pupil: Pupil) -> Option<&str> {
        let is_told = !is_blank(self.told(pupil, Column::Grade));
        let class = || grade_of_class(self.told(pupil, Column::ClassName).trim());
        (!is_told).then(class).flatten()
    }

    /// The text of a pupil in a column that the pupils are divided by; empty where its sheet lacks it.
    pub(crate) fn text(&self, pupil: Pupil, column: Column) -> &str {
        let by_class = self.grades_by_class && column == Column::Grade;
        let by_class = by_class.then(|| self.grade_by_class(pupil)).flatten();
        by_class.unwrap_or_else(|| self.told(pupil, column))
    }

    /// The grade of a pupil: what its text means in the table of grades, where the text does not say it in itself.
    pub(crate) fn grade_meant(&self, pupil: Pupil) -> &str {
        let text = self.text(pupil, Column::Grade).trim();
        let ((sheet, row), roster) = (pupil, self.rosters[pupil.0]);
        let Some(index) = roster
            .index_of(Column::Grade)
            .filter(|_| year_of(text).is_none())
        else {
            return text;
        };
        let row = if roster.is_blank_at(index, row) {
            self.classes[sheet].row_that_says(index, row)
        } else {
            row
        };
        let meant = roster.listed(index)[roster.sheet.value(index, row).0 as usize].entry();
        meant.map_or(text, |it| it.label)
    }

    fn told(&self, (sheet, row): Pupil, column: Column) -> &str {
        let (roster, classes) = (self.rosters[sheet], &self.classes[sheet]);
        match &classes.called {
            Some(class) if column == Column::ClassName => class,
            _ if column == Column::Grade && !roster.has(column) => {
                classes.grade.as_deref().unwrap_or("")
            }
            _ if is_blank(roster.text(column, row)) => {
                let index = roster.index_of(column);
                roster.text(
                    column,
                    index.map_or(row, |it| classes.row_that_says(it, row)),
                )
            }
            _ if column == Column::Grade => {
                let meant = roster.grade_meant(row);
                meant.unwrap_or_else(|| roster.text(column, row))
            }
            _ => roster.text(column, row),
        }
    }

    /// The school of a pupil: its code, else its name; empty where its sheet says neither.
    pub(crate) fn school(&self, pupil: Pupil) -> &str {
        match self.text(pupil, Column::SchoolCode).trim() {
            "" => self.rosters[pupil.0].sheet.school_text(pupil.1),
            code => code,
        }
    }

    /// The key of the school of a pupil, one throughout the run; zero where it is not known.
    pub(crate) fn school_key(&self, (sheet, row): Pupil) -> u64 {
        self.rosters[sheet].sheet.school(row)
    }

    /// The text of a pupil in a united column, as a person sees it.
    pub(crate) fn cell(&self, pupil: Pupil, column: usize) -> Cow<'_, str> {
        let index = self.indexes[pupil.0][column];
        let seen = index.map_or(Cow::Borrowed(""), |it| {
            let cells = &self.rosters[pupil.0].sheet.columns[it].cells;
            let seen = cells.seen(pupil.1);
            if is_blank(&seen) {
                return cells.seen(self.classes[pupil.0].row_that_says(it, pupil.1));
            }
            seen
        });
        match self.columns[column].0 {
            Same::School if index.is_none() => {
                let school = self.classes[pupil.0].school.as_deref();
                Cow::Borrowed(school.unwrap_or_default())
            }
            Same::Known(column) if DIVIDING.contains(&column) && is_blank(&seen) => {
                Cow::Borrowed(self.told(pupil, column))
            }
            _ => seen,
        }
    }
}

/// What whoever gets the pupils of lists of some of them has to know: they stay as they are, since such a list may have
/// columns and pupils that the roster has not.
fn part_lists(session: &Session) -> Option<Said> {
    let lists = &session.matches().part_lists;
    let files = lists.iter().map(|it| {
        let sheet = &session.roster(it.sheet).sheet;
        match (&*session.file_of_sheet(sheet).name, &*sheet.name) {
            (file, "") => format!("“{file}”"),
            (file, sheet) => format!("“{file}”的“{sheet}”"),
        }
    });
    let files: Vec<String> = files.collect();
    let count: u64 = lists.iter().map(|it| it.rows.len()).sum();
    let files = files.join("、");
    (!lists.is_empty()).then(|| {
        Said::new(
            format!(
                "{files}是部分学生的名单，其中{count}行的学生名册里也有，写出来的就有重复的行，人数也多算了；只要名册的，请去掉这份名单再做。"
            ),
            format!(
                "{files}: lists of some of the pupils, {count} rows of whom stand in the rosters too, so there are rows twice and the count is too high; leave these lists out if only the rosters are wanted."
            ),
        )
    })
}

fn not_read(file: &str, row: u32, count: usize) -> Said {
    Said::new(
        format!(
            "“{file}”从第{row}行起有{count}行没有读到：学生排在表头上面，中间换了表头，或者左右并排着两份名单。为了不丢学生，什么都没有写；请先检查这份名单，按提示改好。"
        ),
        format!(
            "{count} rows of \"{file}\", from row {row} on, were not read: pupils above the header, another header among them, or two lists side by side. Nothing was written, lest they be lost; check this list and mend it first."
        ),
    )
}

fn several_rows(file: &str, rows: u64) -> Said {
    Said::new(
        format!(
            "“{file}”里一名学生占了几行（姓名合并了），有{rows}行不是另一名学生。为了不拆散学生，什么都没有写；请先检查这份名单，按提示改好。"
        ),
        format!(
            "In \"{file}\" one pupil takes up several rows, whose name is merged: {rows} rows are no other pupil. Nothing was written, lest pupils be torn apart; check this list and mend it first."
        ),
    )
}

/// What each column of a sheet is joined by.
fn keys(sheet: &Sheet) -> Vec<Same> {
    let mut keys: Vec<Same> = Vec::new();
    let school = sheet.school_names();
    for (index, it) in sheet.columns.iter().enumerate() {
        let key = match it.column {
            Some(column) => Same::Known(column),
            None if school == Some(index) => Same::School,
            None => Same::Header(by_header(it), 0),
        };
        let key = match key {
            Same::Header(text, _) => {
                let earlier = |it: &&Same| matches!(it, Same::Header(other, _) if *other == text);
                let number = keys.iter().filter(earlier).count();
                Same::Header(text, number)
            }
            known => known,
        };
        keys.push(key);
    }
    keys
}

/// What a column is called in what is written: a header that somebody had to explain helps nobody else.
fn title(column: &SheetColumn) -> &str {
    match column.column {
        Some(it) if column.is_said => it.info().zh,
        _ => &column.header,
    }
}

fn by_header(column: &SheetColumn) -> String {
    tidy(&column.header)
}
