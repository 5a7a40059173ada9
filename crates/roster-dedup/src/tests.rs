//! Tables in, groups out: the notation of this crate's tests.
//!
//! A roster is a small table with Chinese headers, one line a row; a group is rendered as
//! `A certain: 1 keep, 2 delete`, where rows count from 1, or from `1.1` when there are more sheets.
//! The files beside it hold the situations, the promises about order, and those about size.

mod carried;
mod cases_number;
mod cases_triple;
mod families;
mod foreign_names;
mod kept_row;
mod kin;
mod masked;
mod near;
mod near_schools;
mod near_unknown;
mod near_weak;
mod near_wrong_number;
mod one_left;
mod order;
mod part_lists;
mod renamed;
mod same_name;
mod schools;
mod sentences;
mod size;
mod told_apart;

use roster_model::{
    CellKind, CellsBuilder, Column, Group, Matches, Schools, Sheet, SheetColumn, Stage,
};
use roster_values::date::Date;

use crate::{People, find_matches, schools_of};

pub(crate) fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

/// The sheet that a table shows: a line of headers, then a line a row, cells between bars.
pub(crate) fn sheet(table: &str) -> Sheet {
    let split = |line: &'_ str| -> Vec<String> {
        let inner = line.trim().trim_matches('|');
        inner
            .split('|')
            .map(|cell| cell.trim_matches(' ').to_owned())
            .collect()
    };
    let mut lines = table.trim().lines().map(split);
    let headers = lines.next().unwrap();
    sheet_of(&headers, &lines.collect::<Vec<_>>())
}

pub(crate) fn sheet_of(headers: &[String], rows: &[Vec<String>]) -> Sheet {
    let column_of = |(position, header): (usize, &String)| {
        let mut cells = CellsBuilder::default();
        for row in rows {
            let text = &row[position];
            let kind = if text.is_empty() {
                CellKind::Blank
            } else {
                CellKind::Text
            };
            cells.push(text, kind).unwrap();
        }
        let column = Column::ALL.iter().copied().find(|it| {
            let info = it.info();
            info.zh == header || info.aliases.iter().any(|it| it == header)
        });
        let is_name_of_school = column.is_none() && header.contains('校');
        assert!(
            column.is_some() || is_name_of_school,
            "{header} is no column"
        );
        SheetColumn {
            position: position as u16,
            header: header.clone(),
            column,
            repeats: None,
            ignored: false,
            local: None,
            is_said: false,
            cells: cells.finish(),
        }
    };
    Sheet {
        header_rows: vec![1],
        columns: headers.iter().enumerate().map(column_of).collect(),
        row_numbers: (2..).take(rows.len()).collect(),
        ..Sheet::default()
    }
}

pub(crate) fn groups_of(sheets: &[&Sheet], stage: Stage) -> Vec<Group> {
    matches_of(sheets, stage).groups
}

/// What is found in the sheets of a run, whose schools are read first.
pub(crate) fn matches_of(sheets: &[&Sheet], stage: Stage) -> Matches {
    let sheets = with_schools(sheets);
    let sheets: Vec<&Sheet> = sheets.iter().collect();
    find_matches(&People::gather(&sheets, today()), stage, |_| {})
}

/// The sheets of a run, each with the schools of its rows.
pub(crate) fn with_schools(sheets: &[&Sheet]) -> Vec<Sheet> {
    let schools = schools_of(sheets);
    let of_schools = |(sheet, schools): (&&Sheet, Schools)| Sheet {
        schools,
        ..Sheet::clone(sheet)
    };
    sheets.iter().zip(schools).map(of_schools).collect()
}

/// The groups in the notation, one a line.
pub(crate) fn render(groups: &[Group], sheet_count: usize) -> String {
    let mut lines = Vec::new();
    for group in groups {
        let members = group.members.iter().map(|it| {
            let row = it.row + 1;
            let place = if sheet_count > 1 {
                format!("{}.{row}", it.sheet + 1)
            } else {
                row.to_string()
            };
            format!("{place} {}", it.handling.key())
        });
        let members: Vec<_> = members.collect();
        let (case, verdict) = (group.case.key(), group.verdict.key());
        lines.push(format!("{case} {verdict}: {}", members.join(", ")));
    }
    lines.join("\n")
}

fn check_at(stage: Stage, tables: &[&str], expected: &str) -> Vec<Group> {
    let sheets: Vec<Sheet> = tables.iter().map(|table| sheet(table)).collect();
    let groups = groups_of(&sheets.iter().collect::<Vec<_>>(), stage);
    assert_eq!(
        render(&groups, sheets.len()),
        expected,
        "\n{}",
        tables.join("\n\n")
    );
    groups
}

/// Before the import, one sheet.
pub(crate) fn check(table: &str, expected: &str) -> Vec<Group> {
    check_at(Stage::BeforeImport, &[table], expected)
}

/// In the receiving system, one sheet.
pub(crate) fn check_after(table: &str, expected: &str) -> Vec<Group> {
    check_at(Stage::AfterImport, &[table], expected)
}

/// Before the import, several sheets.
pub(crate) fn check_sheets(tables: &[&str], expected: &str) -> Vec<Group> {
    check_at(Stage::BeforeImport, tables, expected)
}
