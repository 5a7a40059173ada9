//! How the rows of a finding are named to a person.

use roster_model::Said;

use crate::Run;

/// As many rows as a message can bear.
const ROWS_SHOWN: usize = 20;

/// Rows from the first to the last, as a person writes them: `3`, or `3-5`.
pub(crate) fn row_range(first: u32, last: u32) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}

/// All of these rows, ascending, those that follow each other as one: `8,11,14-15`; many end in `…`.
pub(crate) fn row_ranges(rows: &[u32]) -> String {
    let runs = rows.chunk_by(|a, b| a + 1 == *b);
    let mut ranges: Vec<String> = runs
        .map(|it| row_range(it[0], it[it.len() - 1]))
        .take(ROWS_SHOWN + 1)
        .collect();
    if ranges.len() > ROWS_SHOWN {
        "…".clone_into(&mut ranges[ROWS_SHOWN]);
    }
    ranges.join(",")
}

/// Names rows as a person finds them: `第2、4行`, with the sheet where there is more than one, and
/// with the file where there is more than one.
pub(crate) fn rows_said(run: &Run<'_>, rows: &[(u32, u32)]) -> Said {
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    let is_one_sheet = rows.iter().all(|it| it.0 == rows[0].0);
    let shown = &rows[..rows.len().min(ROWS_SHOWN)];
    for of_sheet in shown.chunk_by(|a, b| a.0 == b.0) {
        let sheet = of_sheet[0].0;
        let row_numbers = &run.rosters[sheet as usize].sheet.row_numbers;
        let numbers: Vec<String> = of_sheet
            .iter()
            .map(|it| row_numbers[it.1 as usize].to_string())
            .collect();
        let name = if is_one_sheet {
            String::new()
        } else {
            name_of(run, sheet, rows)
        };
        zh.push(format!("{name}第{}行", numbers.join("、")));
        let word = if numbers.len() == 1 { "row" } else { "rows" };
        let of = if is_one_sheet {
            String::new()
        } else {
            format!(" of {name}")
        };
        en.push(format!("{word} {}{of}", numbers.join(", ")));
    }
    let (mut zh, mut en) = (zh.join("、"), en.join("; "));
    if rows.len() > shown.len() {
        zh.push('等');
        en.push_str(" and others");
    }
    Said { zh, en }
}

/// What tells a sheet apart from the others that the rows stand in.
pub(crate) fn name_of(run: &Run<'_>, sheet: u32, rows: &[(u32, u32)]) -> String {
    let file_of = |sheet: u32| run.rosters[sheet as usize].sheet.file;
    let file = file_of(sheet);
    let name = &run.rosters[sheet as usize].sheet.name;
    let is_one_file = rows.iter().all(|it| file_of(it.0) == file);
    let is_only_sheet = run
        .rosters
        .iter()
        .filter(|it| it.sheet.file == file)
        .count()
        == 1;
    let file_name = run
        .files
        .get(file as usize)
        .map_or("", |it| it.name.as_str());
    match (is_one_file, is_only_sheet || name.is_empty()) {
        (true, _) => format!("“{name}”"),
        (false, true) => format!("“{file_name}”"),
        (false, false) => format!("“{file_name}”的“{name}”"),
    }
}
