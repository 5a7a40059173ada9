//! Where a list says what the problem of each row is: in a cell of the row, in one that is merged over it, in a row
//! above where every kind is written once, or by a mark in a column that is called by the kind.

use roster_model::{Column, Sheet, SheetColumn};
use roster_values::text::tidy_code;

use crate::gathered::merged::{blocks_down, row_that_says};

use super::kind::{ProblemKind, denies_problem};

/// What a column has in its header that is called by a kind and not by a check: 身份证号校验 with a mark is in order.
const FAULTS: [&str; 13] = [
    "重复",
    "重号",
    "号重",
    "错误",
    "有误",
    "不符",
    "不匹配",
    "不一致",
    "不存在",
    "无效",
    "不正确",
    "相同",
    "不通过",
];

/// Whether a cell is nothing but a mark.
pub fn is_mark(text: &str) -> bool {
    const MARKS: [&str; 13] = [
        "√", "✓", "✔", "☑", "是", "有", "Y", "V", "1", "●", "■", "★", "对",
    ];
    MARKS.contains(&&*tidy_code(text).to_ascii_uppercase())
}

/// Whether a header is a kind, so that marks below it say who has that problem.
fn is_kind(header: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|it| header.contains(it));
    has(&FAULTS) && !has(&["是否", "已", "核"]) && ProblemKind::read(header) != ProblemKind::Unknown
}

/// The columns that say what the problem is.
fn telling(sheet: &Sheet) -> impl Iterator<Item = (usize, &SheetColumn)> {
    let is_telling = |it: &SheetColumn| {
        it.column == Some(Column::ProblemKind) || it.repeats == Some(Column::ProblemKind)
    };
    sheet
        .columns
        .iter()
        .enumerate()
        .filter(move |it| is_telling(it.1))
}

/// The columns in which marks say who has which problem; none where they leave out more than half of the rows.
pub(super) fn marked_columns(sheet: &Sheet) -> Vec<usize> {
    let is_free = |it: &SheetColumn| {
        it.column.is_none() && it.repeats.is_none() && it.local.is_none() && is_kind(&it.header)
    };
    let says_so = |it: &SheetColumn| {
        let mut texts = it.cells.values().map(|value| it.cells.text(value));
        texts.all(|it| it.trim().is_empty() || is_mark(it) || denies_problem(it))
    };
    let columns = sheet.columns.iter().enumerate();
    let columns: Vec<usize> = columns
        .filter(|it| is_free(it.1) && says_so(it.1))
        .map(|it| it.0)
        .collect();
    let is_marked = |row: &u32| columns.iter().any(|it| is_mark(sheet.text(*it, *row)));
    let marked = (0..sheet.row_count()).filter(is_marked).count();
    if marked > 0 && marked * 2 >= sheet.row_numbers.len() {
        return columns;
    }
    Vec::new()
}

/// What the list says of a row, in its own words: marks by what their columns are called.
pub fn said_of_problem(sheet: &Sheet, row: u32) -> String {
    let marked =
        telling(sheet).filter(|it| is_mark(sheet.text(it.0, row)) && is_kind(&it.1.header));
    let marked: Vec<&str> = marked.map(|it| it.1.header.trim()).collect();
    if !marked.is_empty() {
        return marked.join("；");
    }
    let index = sheet.index_of(Column::ProblemKind);
    index.map_or("", |it| sheet.text(it, row).trim()).to_owned()
}

/// The kinds that the cells of a row name: those of its marks, else those of the first that names any.
pub(super) fn kinds_in(sheet: &Sheet, row: u32) -> Vec<ProblemKind> {
    let said = ProblemKind::all(&said_of_problem(sheet, row));
    if !said.is_empty() {
        return said;
    }
    let mut kinds = telling(sheet).map(|it| ProblemKind::all(sheet.text(it.0, row)));
    kinds.find(|it| !it.is_empty()).unwrap_or_default()
}

/// Of each row the one whose cell says its problem: of a merged block the first.
pub(super) fn merged_down(sheet: &Sheet, index: usize) -> Vec<u32> {
    let blocks = blocks_down(sheet, index);
    let rows = 0..sheet.row_count();
    rows.map(|row| row_that_says(&blocks, row)).collect()
}

/// Like it, and where no kind is written in two rows running and the first row has one, a blank cell means that above.
pub(super) fn rows_that_say(sheet: &Sheet) -> Vec<u32> {
    let Some(index) = sheet.index_of(Column::ProblemKind) else {
        return (0..sheet.row_count()).collect();
    };
    let mut from = merged_down(sheet, index);
    // What another column says needs no cell above.
    let is_blank = |row: u32| telling(sheet).all(|it| sheet.text(it.0, row).trim().is_empty());
    let text = |row: usize| sheet.text(index, row as u32).trim();
    let is_repeated = |row: usize| !text(row).is_empty() && text(row) == text(row - 1);
    let is_once = from
        .first()
        .is_some_and(|it| !kinds_in(sheet, *it).is_empty())
        && !(1..from.len()).any(is_repeated);
    for row in 1..from.len() {
        if !is_blank(row as u32) {
            from[row] = row as u32;
        } else if is_once {
            from[row] = from[row - 1];
        }
    }
    from
}
