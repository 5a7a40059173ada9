//! The classes of a sheet: which row is in which class, and how many pupils each has.
//!
//! A class is known by its code, or by its name where no code is filled in, within a school and a
//! grade. Where no column tells the grade, the month of enrolment stands for it, or the one grade that the sheet is called
//! by; where nothing tells it, only names and codes that hold a grade themselves are classes, since 1班 is in
//! every grade. In doubt a row is in no class. The school is that of the run (`Sheet::school`) but for codes that
//! are wrong, which are faults within a class here and other schools there.

use std::collections::BTreeMap;

use roster_model::Column;
use roster_values::class_name::year_of_class;
use roster_values::date::read_month;
use roster_values::school_code::{SchoolCodeText, read_school_code};
use roster_values::text::{is_placeholder, tidy_code};

use crate::Roster;
use crate::gathered::grades::Grades;
use crate::gathered::merged::{Filled, filled_down, row_that_says};

/// A class of so many times the pupils is the one that a few are of.
const MANY: u32 = 4;

/// One class.
#[derive(Clone)]
pub(crate) struct Class {
    /// The first of its rows.
    pub(crate) first: u32,
    /// How many rows it has.
    pub(crate) size: u32,
    /// The school and the grade, the same for classes side by side.
    pub(crate) grade: (u32, u32),
    /// Its name, the same for classes of one name in other schools and grades.
    pub(crate) name: u32,
}

impl Class {
    /// Whether a row that says this of its school, grade and class may be of this class, one of the three
    /// being wrong or not told.
    pub(crate) fn may_have(&self, (school, grade, name): (u32, u32, u32)) -> bool {
        let same = [
            self.grade.0 == school,
            self.grade.1 == grade,
            self.name == name,
        ];
        let agrees = same.into_iter().filter(|it| *it).count() >= 2;
        // A row that says of none of them that it is another may be of any.
        let told = [school, grade, name];
        agrees
            || same
                .into_iter()
                .zip(told)
                .all(|(same, told)| same || told == 0)
    }
}

/// The classes of one sheet.
pub(crate) struct Classes {
    /// In the order of their first rows.
    pub(crate) all: Vec<Class>,
    /// The column that names them.
    pub(crate) column: Column,
    /// One more than the index into `all` for each row; zero for a row in no class.
    of_row: Vec<u32>,
    /// The rows in no class, with school, grade and class as far as they are told.
    pub(crate) loose: Vec<(u32, (u32, u32, u32))>,
}

impl Classes {
    /// The classes of a sheet of pupils; nothing where it tells none.
    pub(crate) fn of(roster: &Roster) -> Option<Self> {
        if roster.sheet.is_event_list() {
            return None;
        }
        let (column, names) = class_column(roster)?;
        let schools = SchoolsOf::of(roster);
        let grades = Grades::of(roster);
        let mut classes = Classes {
            all: Vec::new(),
            column,
            of_row: Vec::with_capacity(roster.sheet.row_count() as usize),
            loose: Vec::new(),
        };
        let mut numbers: BTreeMap<(u32, u32, u32), u32> = BTreeMap::new();
        let mut before = ((0, 0, 0), 0);
        for row in 0..roster.sheet.row_count() {
            let name = names.at(roster, row);
            let grade = grades.at(roster, row);
            let key = (schools.at(roster, row), grade, name);
            // What another row says of a class is not known of this one.
            if name == 0 || grade == 0 && !names.holds_grade(roster, row) {
                classes.of_row.push(0);
                classes.loose.push((row, key));
                continue;
            }
            if before.0 != key {
                let next = classes.all.len() as u32 + 1;
                before = (key, *numbers.entry(key).or_insert(next));
            }
            if before.1 as usize > classes.all.len() {
                classes.all.push(Class {
                    first: row,
                    size: 0,
                    grade: (key.0, key.1),
                    name,
                });
            }
            classes.all[before.1 as usize - 1].size += 1;
            classes.of_row.push(before.1);
        }
        classes.bring_together(roster, &names, schools.any());
        Some(classes)
    }

    /// Puts a few rows into the class whose name they have, where their school is wrong or not told, or the
    /// name holds a grade and they say another: pupils who came back, and slips.
    fn bring_together(&mut self, roster: &Roster, names: &Labels, has_schools: bool) {
        let all = &self.all;
        let order = |at: usize| (all[at].name, u32::MAX - all[at].size, at);
        let mut order: Vec<_> = (0..all.len()).map(order).collect();
        roster_order::sort(&mut order);
        let mut hosts: Vec<usize> = (0..all.len()).collect();
        for same in order.chunk_by(|a, b| a.0 == b.0) {
            let holds_grade = names.holds_grade(roster, all[same[0].2].first);
            for (at, &(_, _, few)) in same.iter().enumerate() {
                let it = &all[few];
                let is_stray = has_schools && it.grade.0 == 0;
                if !is_stray && !holds_grade {
                    continue;
                }
                let is_host = |host: &Class| {
                    host.size >= it.size * MANY
                        && (is_stray || host.grade.0 == it.grade.0)
                        && (holds_grade || host.grade.1 == it.grade.1)
                };
                let mut bigger = same[..at].iter().map(|it| it.2);
                if let Some(host) = bigger.find(|it| is_host(&all[*it])) {
                    hosts[few] = hosts[host];
                }
            }
        }
        if hosts.iter().enumerate().all(|(at, host)| at == *host) {
            return;
        }
        let mut kept = Vec::new();
        let mut places = vec![0; hosts.len()];
        for (at, mut it) in std::mem::take(&mut self.all).into_iter().enumerate() {
            if hosts[at] == at {
                it.size = 0;
                kept.push(it);
                places[at] = kept.len() as u32;
            }
        }
        self.all = kept;
        for of_row in &mut self.of_row {
            let Some(at) = (*of_row as usize).checked_sub(1) else {
                continue;
            };
            *of_row = places[hosts[at]];
            self.all[*of_row as usize - 1].size += 1;
        }
    }

    /// The index of a row's class.
    pub(crate) fn at(&self, row: u32) -> Option<usize> {
        (self.of_row[row as usize] as usize).checked_sub(1)
    }

    /// The classes without some rows, those that are left with none left out.
    pub(crate) fn without(&self, rows: impl Iterator<Item = u32>) -> Vec<Class> {
        let mut all = self.all.clone();
        for at in rows.filter_map(|it| self.at(it)) {
            all[at].size = all[at].size.saturating_sub(1);
        }
        all.retain(|it| it.size > 0);
        all
    }

    /// What the class of a row is called, with the grade in front where the name does not hold it.
    pub(crate) fn title(&self, roster: &Roster, row: u32) -> String {
        let name = roster.text(self.column, row).trim();
        let grade = match roster.text(Column::Grade, row).trim() {
            "" => &roster.sheet.named.grade,
            grade => roster.grade_meant(row).unwrap_or(grade),
        };
        if name.starts_with(grade) || holds_grade(name) {
            name.to_owned()
        } else {
            format!("{grade}{name}")
        }
    }
}

/// The column that names the classes: the code where any is filled in, else the name.
fn class_column(roster: &Roster) -> Option<(Column, Labels)> {
    [Column::ClassCode, Column::ClassName]
        .into_iter()
        .map(|it| (it, Labels::of(roster, it, filled)))
        .find(|(_, labels)| labels.count > 0)
}

/// What tells the schools of a sheet apart: readable codes, so that a wrong one is told as such, else whatever names
/// them; and their campuses, which have classes of their own.
pub(crate) struct SchoolsOf {
    codes: Labels,
    /// The different keys of the rows, in order.
    keys: Vec<u64>,
    campuses: Labels,
}

impl SchoolsOf {
    pub(crate) fn of(roster: &Roster) -> Self {
        let mut keys: Vec<u64> = roster.sheet.schools.runs().filter(|it| *it != 0).collect();
        roster_order::sort(&mut keys);
        keys.dedup();
        SchoolsOf {
            codes: Labels::of(roster, Column::SchoolCode, school),
            campuses: Labels::of_index(roster, roster.sheet.campuses(), Column::CampusCode, filled),
            keys,
        }
    }

    fn any(&self) -> bool {
        self.codes.count > 0 || !self.keys.is_empty()
    }

    /// The number of a row's school and campus; zero where neither is told.
    pub(crate) fn at(&self, roster: &Roster, row: u32) -> u32 {
        let schools = self.codes.count.max(self.keys.len() as u32) + 1;
        self.school_at(roster, row) + self.campuses.at(roster, row) * schools
    }

    fn school_at(&self, roster: &Roster, row: u32) -> u32 {
        if self.codes.count > 0 {
            return self.codes.at(roster, row);
        }
        let found = self.keys.binary_search(&roster.sheet.school(row));
        found.map_or(0, |at| at as u32 + 1)
    }
}

/// The different labels of a column, numbered from 1 whatever their spelling.
pub(crate) struct Labels {
    index: Option<usize>,
    /// Rows that have the label of another, with which their cell is merged.
    merged: Vec<Filled>,
    /// For each stored text; zero for one that says nothing.
    pub(super) values: Vec<u32>,
    with_grade: Vec<bool>,
    pub(crate) count: u32,
}

impl Labels {
    /// Numbers the texts of a column by what they say; `said` is nothing for one that says nothing.
    pub(crate) fn of(
        roster: &Roster,
        column: Column,
        said: fn(Column, &str) -> Option<String>,
    ) -> Self {
        Labels::of_index(roster, roster.index_of(column), column, said)
    }

    fn of_index(
        roster: &Roster,
        index: Option<usize>,
        column: Column,
        said: fn(Column, &str) -> Option<String>,
    ) -> Self {
        let mut texts: Vec<(Option<String>, usize)> = Vec::new();
        let mut with_grade = Vec::new();
        if let Some(index) = index {
            let cells = &roster.sheet.columns[index].cells;
            for value in cells.values() {
                let text = said(column, cells.text(value));
                with_grade.push(text.as_deref().is_some_and(holds_grade));
                texts.push((text, value.0 as usize));
            }
        }
        roster_order::sort(&mut texts);
        let mut values = vec![0; texts.len()];
        let mut count = 0;
        for same in texts.chunk_by(|a, b| a.0 == b.0) {
            if same[0].0.is_some() {
                count += 1;
                for (_, value) in same {
                    values[*value] = count;
                }
            }
        }
        Labels {
            merged: index.map_or_else(Vec::new, |it| filled_down(roster, it)),
            index,
            values,
            with_grade,
            count,
        }
    }

    /// The number of a row's label; zero for none.
    pub(crate) fn at(&self, roster: &Roster, row: u32) -> u32 {
        let value = self.value(roster, row);
        value.map_or(0, |it| self.values[it])
    }

    fn holds_grade(&self, roster: &Roster, row: u32) -> bool {
        let value = self.value(roster, row);
        value.is_some_and(|it| self.with_grade[it])
    }

    /// The stored text that labels a row.
    pub(super) fn value(&self, roster: &Roster, row: u32) -> Option<usize> {
        let index = self.index?;
        let own = roster.value(index, row).0 as usize;
        if self.merged.is_empty() || self.values[own] > 0 {
            return Some(own);
        }
        let from = row_that_says(&self.merged, row);
        Some(roster.value(index, from).0 as usize)
    }
}

/// A text without what makes no difference.
pub(crate) fn filled(_: Column, text: &str) -> Option<String> {
    let tidy = tidy_code(text);
    let bare = tidy.strip_suffix(".0").unwrap_or(&tidy);
    (!bare.is_empty() && !is_placeholder(bare)).then(|| bare.to_owned())
}

fn school(_: Column, text: &str) -> Option<String> {
    match read_school_code(text) {
        SchoolCodeText::Code(code) => Some(code.text().to_owned()),
        _ => None,
    }
}

/// The label of the table, so that 一年级 and 小学一年级 are one, or the month, however it is written.
pub(crate) fn grade(column: Column, text: &str) -> Option<String> {
    if column == Column::EnrolmentMonth
        && let Some(month) = read_month(text).month()
    {
        return Some(month.compact());
    }
    let entry = column.info().table.and_then(|it| it.find(text).entry());
    entry.map_or_else(|| filled(column, text), |it| Some(it.label.to_owned()))
}

/// Whether a class says its grade: 一年级1班, 初一(2)班, 二（1）班, 2024001.
pub(crate) fn holds_grade(text: &str) -> bool {
    let is_code = text.len() >= 6 && text.bytes().all(|it| it.is_ascii_digit());
    is_code
        || text.contains(['级', '届'])
        || text.starts_with(['初', '高'])
        || year_of_class(text).is_some()
}
