//! One cause, one finding: a habit of a whole column is told once.
//!
//! A column that a program filled in its own way (dates of a spreadsheet, a quotation mark before
//! every number, codes instead of words) would otherwise give a warning for every pupil. Only what
//! a cell shows by itself is folded, and hardly an error: most of those have to be mended one by one.

use std::ops::Range;

use roster_model::{CellKind, Column, FactValue, Finding, Level, RowSet, Trust};

use crate::{CellFindings, Check, RULES, Roster, finding_at};

/// Fewer cells are told one by one.
const CELLS_MIN: u64 = 20;
/// A column that is blank from top to bottom is reported once if it has at least this many pupils.
const BLANK_CELLS_MIN: u64 = 3;
/// A habit shows in at least this share of the filled cells of the column.
const SHARE_PERCENT_MIN: u64 = 80;

/// A political status that a whole list has but for the first grade: 少先队员.
const SHARE_OF_STATUS: u64 = 50;

/// Errors and findings of rows that are the habit of a column too: what is written there is of the wrong
/// kind in every cell, or all of it belongs to another kind of list or another year.
const OF_KIND: [&str; 11] = [
    "R0214", "R0218", "R1010", "R3004", "R3006", "R3010", "R4009", "R5001", "R5002", "R5006",
    "R8013",
];
/// What is said of a blank cell has one cause where the whole column is blank.
const OF_BLANK: [&str; 6] = ["R0114", "R0215", "R1017", "R1026", "R6001", "R8014"];

/// Texts of which the blocks are told once each: every one costs a bit for every row.
const BLOCKS_MAX: usize = 64;
/// The fact that says why, and its place in the sentence of a rule.
const NOTE: &str = "note";
const REASON: &str = "{note}";

/// What a whole grade may have in common, in a column in which the other grades have something else.
const OF_GRADE: [&str; 1] = ["R3010"];

/// What is said of a blank cell that may be left blank, and that hardly anybody fills in.
const OF_RARE: [&str; 1] = ["R6010"];

/// Whether a rule speaks of cells that are blank and should not be.
pub fn speaks_of_blank(code: &str) -> bool {
    OF_BLANK.contains(&code)
}

/// Whether a rule speaks of cells that are blank and may stay so.
pub fn allows_blank(code: &str) -> bool {
    OF_RARE.contains(&code)
}

/// Marks the findings that are the habit of a column.
pub(crate) fn mark(counted: &mut Vec<CellFindings>, roster: &Roster) {
    let mut parts = Vec::new();
    for cause in counted.iter_mut() {
        let told = if OF_BLANK.contains(&RULES[cause.rule].code) {
            of_blank(cause, roster)
        } else if cause.rows.len() >= CELLS_MIN {
            of_filled(cause, roster)
        } else {
            continue;
        };
        if !told.is_empty() {
            cause.rows = RowSet::new(0);
            parts.extend(told);
        }
    }
    counted.append(&mut parts);
}

/// Marks what is said of blank cells, where the whole column is blank or all but the rows that somebody
/// took for enough; gives the parts in which it is told otherwise.
fn of_blank(cause: &mut CellFindings, roster: &Roster) -> Vec<CellFindings> {
    let found = cause.rows.len();
    let least = if found == u64::from(roster.sheet.row_count()) {
        BLANK_CELLS_MIN
    } else {
        CELLS_MIN
    };
    if found < least {
        return Vec::new();
    }
    if least == CELLS_MIN && !only_first_is_filled(cause, roster) {
        // A class or a page that nobody filled in.
        let parts = blocks(cause, roster).into_iter();
        let told = parts.flat_map(|it| {
            let again = by_saying(&it, CELLS_MIN, roster);
            if again.is_empty() { vec![it] } else { again }
        });
        return told.collect();
    }
    cause.whole_column = true;
    by_saying(cause, least, roster)
}

/// The parts in which it is told otherwise of blank cells of one cause.
fn by_saying(cause: &CellFindings, least: u64, roster: &Roster) -> Vec<CellFindings> {
    match RULES[cause.rule].check {
        // A blank cell says the same in every row; what is blank beside it does not.
        Check::Row { .. } if cause.whole_column => {
            part(cause, &mut by_facts(cause, roster), least, roster)
        }
        _ => Vec::new(),
    }
}

/// Whether the first row is all that has something, or the first of each class.
fn only_first_is_filled(cause: &CellFindings, roster: &Roster) -> bool {
    if cause.rows.len() + 1 == u64::from(roster.sheet.row_count()) {
        return !cause.rows.contains(0);
    }
    only_first_of_classes(roster, cause.index, |it| !cause.rows.contains(it))
}

/// Whether a column has something in the first row of each class and in no other.
pub fn fills_first_of_classes(roster: &Roster, index: usize) -> bool {
    only_first_of_classes(roster, index, |it| !roster.is_blank_at(index, it))
}

fn only_first_of_classes(roster: &Roster, index: usize, is_filled: impl Fn(u32) -> bool) -> bool {
    let of_class = [Column::Grade, Column::ClassCode, Column::ClassName].into_iter();
    let of_class = of_class.filter_map(|it| roster.index_of(it));
    let of_class: Vec<usize> = of_class.filter(|&it| it != index).collect();
    let value = |index, row| roster.sheet.value(index, row);
    let is_first = |row: u32| {
        let mut of_class = of_class.iter();
        row == 0 || of_class.any(|&it| value(it, row) != value(it, row - 1))
    };
    (0..roster.sheet.row_count()).all(|it| is_filled(it) == is_first(it))
}

/// Marks what is said of most cells; gives the parts in which it is told otherwise.
fn of_filled(cause: &mut CellFindings, roster: &Roster) -> Vec<CellFindings> {
    let rule = RULES[cause.rule];
    if OF_RARE.contains(&rule.code) {
        let most = u64::from(roster.sheet.row_count()) * SHARE_PERCENT_MIN / 100;
        cause.whole_column = cause.rows.len() >= most;
        if cause.whole_column {
            return Vec::new();
        }
        // A class whose list did not ask for it.
        return blocks(cause, roster);
    }
    let is_usual = rule.check.is_by_itself() && cause.level != Level::Error;
    let is_of_kind = OF_KIND.contains(&rule.code) && !needs_each(cause);
    let has_reason = rule.zh.contains(REASON);
    if is_usual || is_of_kind || says_one_thing(cause, roster) {
        let share = if rule.code == "R4009" {
            SHARE_OF_STATUS
        } else {
            SHARE_PERCENT_MIN
        };
        let most = cause.rows.len() * 100 / share;
        cause.whole_column = !has_more_filled(roster, cause.index, most);
    }
    if cause.whole_column && has_reason {
        part(cause, &mut by_reason(cause, roster), CELLS_MIN, roster)
    } else if !cause.whole_column && (rule.check.is_by_itself() || is_of_kind && has_reason) {
        blocks(cause, roster)
    } else if !cause.whole_column && OF_GRADE.contains(&rule.code) {
        often(cause, roster)
    } else {
        Vec::new()
    }
}

/// The cells that have one text many times, wherever they stand, a part for each text, and the other cells.
fn often(cause: &CellFindings, roster: &Roster) -> Vec<CellFindings> {
    let cells = &roster.sheet.columns[cause.index].cells;
    let value = |row| cells.value(row).0 as usize;
    let mut counts = vec![0; cells.value_count() as usize];
    cause.rows.iter().for_each(|row| counts[value(row)] += 1);
    let texts = (0..counts.len()).filter(|&it| counts[it] >= CELLS_MIN);
    let texts: Vec<usize> = texts.take(BLOCKS_MAX).collect();
    if texts.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![RowSet::new(roster.sheet.row_count()); texts.len() + 1];
    for row in cause.rows.iter() {
        let part = texts.binary_search(&value(row)).unwrap_or(texts.len());
        parts[part].insert(row);
    }
    let rest = parts.pop().unwrap_or_else(|| RowSet::new(0));
    parted(cause, parts, rest)
}

/// The cells that have one text many times in a row, a part for each text, and the other cells. Somebody
/// filled it down or chose it for a class; cells with one text say the same.
fn blocks(cause: &CellFindings, roster: &Roster) -> Vec<CellFindings> {
    let cells = &roster.sheet.columns[cause.index].cells;
    let mut texts = Vec::new();
    let mut found = Vec::new();
    let mut block = 0..0;
    let mut take = |block: Range<u32>| {
        if u64::from(block.end - block.start) < CELLS_MIN {
            return;
        }
        let text = cells.value(block.start);
        if texts.len() < BLOCKS_MAX || texts.contains(&text) {
            found.push((block, number_of(text, &mut texts)));
        }
    };
    for row in cause.rows.iter() {
        let is_same = || cells.value(row) == cells.value(block.start);
        if row == block.end && !block.is_empty() && is_same() {
            block.end += 1;
        } else {
            take(std::mem::replace(&mut block, row..row + 1));
        }
    }
    take(block);
    if found.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![RowSet::new(roster.sheet.row_count()); texts.len()];
    let mut rest = cause.rows.clone();
    for (block, text) in found {
        block.for_each(|row| parts[text].insert(row));
    }
    for rows in &parts {
        rest.subtract(rows);
    }
    parted(cause, parts, rest)
}

/// Parts a cause of the whole column into one for each saying of its rows, and into the rows of which too
/// few say the same for a habit: those are told one by one.
fn part(
    cause: &CellFindings,
    saying: &mut dyn FnMut(u32) -> Option<usize>,
    least: u64,
    roster: &Roster,
) -> Vec<CellFindings> {
    let none = || RowSet::new(roster.sheet.row_count());
    let mut sayings: Vec<RowSet> = Vec::new();
    for row in cause.rows.iter() {
        let Some(saying) = saying(row) else { continue };
        while sayings.len() <= saying {
            sayings.push(none());
        }
        sayings[saying].insert(row);
    }
    if sayings.len() < 2 {
        return Vec::new();
    }
    let (habits, few): (Vec<_>, Vec<_>) = sayings.into_iter().partition(|rows| rows.len() >= least);
    let mut rest = none();
    for rows in &few {
        rest.add(rows);
    }
    parted(cause, habits, rest)
}

/// The parts of a cause: some that are told once each, and the rest, which is told row by row.
fn parted(cause: &CellFindings, habits: Vec<RowSet>, rest: RowSet) -> Vec<CellFindings> {
    let of = |rows, whole_column| CellFindings {
        rows,
        whole_column,
        ..cause.clone()
    };
    let mut parts: Vec<_> = habits.into_iter().map(|rows| of(rows, true)).collect();
    parts.push(of(rest, false));
    parts
}

/// The facts that are told of a row, by number.
fn by_facts<'a>(
    cause: &'a CellFindings,
    roster: &'a Roster,
) -> impl FnMut(u32) -> Option<usize> + 'a {
    let mut known = Vec::new();
    move |row| Some(number_of(finding_at(cause, row, roster)?.facts, &mut known))
}

/// The reason that is told of a row, by number: what the note says before it quotes the cell, and whether it
/// is known what to write. Cells with one text have one reason.
fn by_reason<'a>(
    cause: &'a CellFindings,
    roster: &'a Roster,
) -> impl FnMut(u32) -> Option<usize> + 'a {
    let cells = &roster.sheet.columns[cause.index].cells;
    let mut known = Vec::new();
    let mut of_value: Vec<Option<usize>> = vec![None; cells.value_count() as usize];
    move |row| {
        let seen = &mut of_value[cells.value(row).0 as usize];
        if seen.is_none() {
            let found = finding_at(cause, row, roster)?;
            let offered = found.fixes.first().map(|it| it.trust);
            let reason = (note_of(&found), offered.filter(|&it| it != Trust::Hint));
            *seen = Some(number_of(reason, &mut known));
        }
        *seen
    }
}

/// What the note of a finding says before it quotes something.
fn note_of(found: &Finding) -> String {
    let said = found.facts.iter().find_map(|it| match &it.value {
        FactValue::Said(said) if it.name == NOTE => Some(&*said.zh),
        _ => None,
    });
    let before = said.and_then(|it| it.split(['“', '（']).next());
    before.unwrap_or_default().to_owned()
}

/// The number of a thing among those that are known; it is added to them.
fn number_of<T: PartialEq>(thing: T, known: &mut Vec<T>) -> usize {
    let at = known.iter().position(|it| *it == thing);
    at.unwrap_or_else(|| {
        known.push(thing);
        known.len() - 1
    })
}

/// Whether all its cells have one text, which was filled down or is what a program made of all, and no
/// cell is offered another.
fn says_one_thing(cause: &CellFindings, roster: &Roster) -> bool {
    let cells = &roster.sheet.columns[cause.index].cells;
    let mut rows = cause.rows.iter();
    let Some(first) = rows.next() else {
        return false;
    };
    let value = cells.value(first);
    let is_one = cells.kind(value) != CellKind::Blank && rows.all(|it| cells.value(it) == value);
    is_one && finding_at(cause, first, roster).is_some_and(|it| it.fixes.is_empty())
}

/// Whether each cell is mended by itself: a phone number that is wrong is asked for.
fn needs_each(cause: &CellFindings) -> bool {
    RULES[cause.rule].code == "R5006" && cause.level == Level::Error
}

/// Whether a column has more filled cells than `most`; it is looked at only until it has.
pub(crate) fn has_more_filled(roster: &Roster, index: usize, most: u64) -> bool {
    let cells = &roster.sheet.columns[index].cells;
    let is_filled = |row: &u32| cells.kind(cells.value(*row)) != CellKind::Blank;
    let filled = (0..cells.row_count()).filter(is_filled);
    filled.take(most as usize + 1).count() as u64 > most
}
