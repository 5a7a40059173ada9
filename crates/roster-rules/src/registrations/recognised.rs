//! How a list of 问题学籍 is known whose column of problems has a name that the standard does not list: by what its
//! cells say. A roster with remarks on some pupils, or in words of its own, stays a roster.

use roster_model::{Column, Sheet};

use super::ProblemKind;
use super::kind::{denies_problem, is_state_header, kinds_of_title, titles};
use super::stated::{marked_columns, merged_down, said_of_problem};

/// What the header of such a column has in it.
const WORDS: [&str; 11] = [
    "问题", "重复", "异常", "查重", "错误", "校验", "核查", "比对", "提示", "反馈", "疑点",
];
/// So many rows that all have a problem, and nothing else in the column, are such a list whatever its header is.
const ALL_MIN: u64 = 3;

/// Gives the column of a sheet that says what the system has against each pupil its name, where it has another one.
/// `is_called` when somebody says that it is such a list, if only by the name of the file.
pub fn name_problem_column(sheet: &mut Sheet, is_called: bool) {
    if !sheet.names_pupils() || sheet.index_of(Column::ProblemKind).is_some() {
        return;
    }
    if let [first, rest @ ..] = &marked_columns(sheet)[..] {
        sheet.columns[*first].column = Some(Column::ProblemKind);
        for it in rest {
            sheet.columns[*it].repeats = Some(Column::ProblemKind);
        }
        return;
    }
    let is_called = is_called || is_titled_problem_list(sheet);
    let rows = u64::from(sheet.row_count());
    let mut found = None;
    for (index, it) in sheet.columns.iter().enumerate() {
        let is_free = it.column.is_none() && it.repeats.is_none() && it.local.is_none();
        if !is_free || is_state_header(&it.header) {
            continue;
        }
        let has_word = WORDS.iter().any(|word| it.header.contains(word));
        // One row tells most columns of a large roster from those of a list.
        let may_be_all = || rows >= ALL_MIN && !ProblemKind::all(sheet.text(index, 0)).is_empty();
        if !has_word && !is_called && !may_be_all() {
            continue;
        }
        let texts = || it.cells.values().map(|value| it.cells.text(value));
        let filled: Vec<bool> = texts().map(|it| !it.trim().is_empty()).collect();
        let filled = rows_that(sheet, index, &filled);
        if filled == 0 || filled * 2 < rows {
            continue;
        }
        let known: Vec<bool> = texts().map(|it| !ProblemKind::all(it).is_empty()).collect();
        let known = rows_that(sheet, index, &known);
        let (least, of) = match (is_called, has_word) {
            (true, _) => (1, 2),
            (_, true) => (3, 4),
            _ if filled < rows => continue,
            _ => (1, 1),
        };
        if known * of >= filled * least {
            found = Some(index);
            break;
        }
        // What is called so may have kinds that nobody knows.
        if is_called && has_word && found.is_none() {
            found = Some(index);
        }
    }
    if let Some(index) = found {
        sheet.columns[index].column = Some(Column::ProblemKind);
    }
}

/// Of how many rows the cell of a column, or the one that is merged over it, has one of the chosen texts.
fn rows_that(sheet: &Sheet, index: usize, chosen: &[bool]) -> u64 {
    let cells = &sheet.columns[index].cells;
    if sheet.merged.is_empty() {
        return cells.rows_with(chosen).len();
    }
    let from = merged_down(sheet, index);
    let of = |row: &&u32| chosen[cells.value(**row).0 as usize];
    from.iter().filter(of).count() as u64
}

/// Whether a sheet that names pupils says of at least half of its rows what the problem is: a roster may
/// answer the question for each pupil, mostly with 无 or 正常.
pub fn states_problems(sheet: &Sheet) -> bool {
    let Some(index) = sheet
        .index_of(Column::ProblemKind)
        .filter(|_| sheet.names_pupils())
    else {
        return false;
    };
    let says = |text: &str| !text.trim().is_empty() && !denies_problem(text);
    let cells = &sheet.columns[index].cells;
    let stated: Vec<bool> = cells.values().map(|it| says(cells.text(it))).collect();
    let stated = rows_that(sheet, index, &stated);
    // Of marks each column has those of one kind.
    let is_said = |row: &u32| says(&said_of_problem(sheet, *row));
    let rows = u64::from(sheet.row_count());
    let has_more = sheet
        .columns
        .iter()
        .any(|it| it.repeats == Some(Column::ProblemKind));
    let is_half = |count: u64| count > 0 && count * 2 >= rows;
    is_half(stated) || has_more && is_half((0..sheet.row_count()).filter(is_said).count() as u64)
}

/// Whether the sheet or a row above its header is called so.
fn is_titled_problem_list(sheet: &Sheet) -> bool {
    titles(sheet).any(names_problem_list)
}

/// Whether a title says what the problem of all its rows is: 身份证号重复学生名单, or a sheet called 身份证号重复.
pub fn is_titled_with_kind(sheet: &Sheet) -> bool {
    const LISTS: [&str; 3] = ["名单", "名册", "列表"];
    let is_called = |it: &str| {
        let is_list = it == sheet.name
            || LISTS.iter().any(|list| it.ends_with(list))
            || names_problem_list(it) && LISTS.iter().any(|list| it.contains(list));
        // What was looked at, or is to be, is a roster with a note.
        is_list && !it.contains(['已', '改', '请', '核']) && !kinds_of_title(it).is_empty()
    };
    sheet.names_pupils() && titles(sheet).any(is_called)
}

/// Whether a name or title is that of such a list.
pub fn names_problem_list(text: &str) -> bool {
    text.contains("问题学籍")
}

/// Whether it may be: it says what is wrong with those whom it lists.
pub fn may_name_problem_list(sheet: &Sheet, file: &str) -> bool {
    let mut names = titles(sheet).chain([file]);
    names.any(|it| names_problem_list(it) || !kinds_of_title(it).is_empty())
}
