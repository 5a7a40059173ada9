//! Rows whose class says another code than the usual, or whose code another class, and whatever else is told of a
//! row that puts its class in doubt.
//!
//! Classes of one name or code in different grades or schools are different classes.

use std::collections::BTreeMap;

use roster_model::{Column, RowSet};

use crate::block::{Block, CLASSES_MIN, counting_up};
use crate::gathered::class_numbers::is_one_class;
use crate::gathered::school_year::EnrolmentGap;
use crate::gathered::usual_classes::{Pair, PairsOf, usual};
use crate::{Roster, Row};

/// What the classes of a sheet have against each other.
pub(crate) struct OddClasses {
    /// In the order of their first rows.
    pub(crate) odd: Vec<Odd>,
    /// The pairs of name and code that are usual for both: the first row of each, and how many there are.
    pub(crate) usual: Vec<(u32, usize)>,
    /// The rows whose class, by the column that names the classes, was filled down from the first of them, which is told
    /// once (R8021).
    pub(crate) filled: RowSet,
    /// The rows whose class is in doubt for something that is told of them.
    pub(crate) doubtful: RowSet,
}

/// Rows of a class that say another code than the usual, or of a code with another class.
pub(crate) struct Odd {
    pub(crate) rows: Vec<u32>,
    /// The first row of the usual pair.
    pub(crate) usual: u32,
    pub(crate) by: By,
    /// Whether the usual pair is that of most rows.
    pub(crate) is_most: bool,
    /// Whether the rows have name and code of a class of another grade, which may be theirs.
    pub(crate) may_be_grade: bool,
}

/// What is unusual of odd rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// The code, for the name.
    Name,
    /// The name, for the code.
    Code,
    /// The name, for the code, and it is another spelling of the usual one.
    Spelling,
    /// The grade, for name and code.
    Grade,
}

/// Name and code in more rows than this are looked for in no other grade.
const ODD_MAX: usize = 1000;
/// Of more rows than one in this many the grade and the month of enrolment do not disagree by a slip.
const SLIPS_ONE_IN: u64 = 10;

impl OddClasses {
    pub(crate) fn of(roster: &Roster) -> Self {
        let count = roster.sheet.row_count();
        let mut found = OddClasses {
            odd: Vec::new(),
            usual: Vec::new(),
            filled: RowSet::new(count),
            doubtful: RowSet::new(count),
        };
        if roster.sheet.is_event_list() {
            return found;
        }
        let is_told = |code| !roster.profile.is_off(code);
        let named_by = roster.classes().map(|it| it.column);
        let mut any_filled = RowSet::new(count);
        for column in [Column::ClassName, Column::ClassCode] {
            if is_told("R8021") {
                let filled = filled_down(roster, column);
                any_filled.add(&filled);
                if named_by == Some(column) {
                    found.filled = filled;
                }
            }
        }
        if roster.has(Column::ClassName) && roster.has(Column::ClassCode) {
            found.look_at_pairs(roster, &any_filled);
        }
        if is_told("R8015") {
            let wrong = found.odd.iter().filter(|it| it.by != By::Spelling);
            let rows = wrong.flat_map(|it| it.rows.iter());
            rows.for_each(|it| found.doubtful.insert(*it));
        }
        if is_told("R3010") {
            let disagreeing = grades_in_doubt(roster);
            if disagreeing.len() * SLIPS_ONE_IN <= u64::from(count) {
                found.doubtful.add(&disagreeing);
            }
        }
        found.doubtful.add(&found.filled);
        found
    }

    fn look_at_pairs(&mut self, roster: &Roster, any_filled: &RowSet) {
        let labels = PairsOf::of(roster);
        let mut pairs: BTreeMap<Pair, Vec<u32>> = BTreeMap::new();
        for row in 0..roster.sheet.row_count() {
            let pair = labels.at(roster, row);
            if let Some(pair) = pair.filter(|_| !any_filled.contains(row)) {
                pairs.entry(pair).or_default().push(row);
            }
        }
        let names = usual(&pairs, |it| (it.0, it.1, it.2));
        let codes = usual(&pairs, |it| (it.0, it.1, it.3));
        for (pair, rows) in &pairs {
            let of_name = &names[&(pair.0, pair.1, pair.2)];
            let of_code = &codes[&(pair.0, pair.1, pair.3)];
            let (usual, by) = if of_name.pair != *pair {
                (of_name, By::Name)
            } else if of_code.pair != *pair {
                (of_code, By::Code)
            } else {
                self.usual.push((rows[0], rows.len()));
                continue;
            };
            let mut odd = Odd {
                rows: rows.clone(),
                usual: pairs[&usual.pair][0],
                by,
                is_most: usual.rows * 2 > usual.all,
                may_be_grade: false,
            };
            let name = |row| roster.text(Column::ClassName, row);
            if by == By::Code && is_one_class(name(rows[0]), name(odd.usual)) {
                odd.by = By::Spelling;
            }
            if by == By::Name && self.odd.len() < ODD_MAX {
                let home = labels.in_another_grade(&pairs, *pair, rows.len());
                odd.may_be_grade = home.is_some();
                let is_home = |it: &Pair| !stands_among(roster, &labels, rows, usual.pair, *it);
                if let Some(home) = home.filter(is_home) {
                    odd.by = By::Grade;
                    odd.usual = pairs[&home][0];
                }
            }
            self.odd.push(odd);
        }
        roster_order::sort_by_key(&mut self.odd, |it| it.rows[0]);
    }
}

/// Whether the rows right above and below are of one class rather than of another: rows of a class stand together.
fn stands_among(roster: &Roster, labels: &PairsOf, rows: &[u32], one: Pair, other: Pair) -> bool {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return false;
    };
    let below = Some(last + 1).filter(|it| *it < roster.sheet.row_count());
    let beside = first.checked_sub(1).into_iter().chain(below);
    let votes = beside.map(|row| match labels.at(roster, row) {
        Some(it) if it == one => 1,
        Some(it) if it == other => -1,
        _ => 0,
    });
    votes.sum::<i32>() > 0
}

/// The rows that were filled down from the first of them.
fn filled_down(roster: &Roster, column: Column) -> RowSet {
    let mut rows = RowSet::new(roster.sheet.row_count());
    let Some(index) = roster.index_of(column) else {
        return rows;
    };
    // A list of one pupil of each class may have their names right.
    let is_list = |it: &Block| column == Column::ClassName && it.len() == roster.sheet.row_count();
    let blocks = counting_up(roster, index, CLASSES_MIN).into_iter();
    for block in blocks.filter(|it| !is_list(it)) {
        block.rows().skip(1).for_each(|it| rows.insert(it));
    }
    rows
}

/// The rows whose grade is not that of their month of enrolment (R3010).
fn grades_in_doubt(roster: &Roster) -> RowSet {
    let mut rows = RowSet::new(roster.sheet.row_count());
    if roster.has(Column::Grade) && roster.has(Column::EnrolmentMonth) {
        for row in 0..roster.sheet.row_count() {
            if EnrolmentGap::of(&Row::unasked(roster, row)).is_some() {
                rows.insert(row);
            }
        }
    }
    rows
}
