//! A roster in, groups out. The documentation of the crate shows this file.

use roster_dedup::{People, find_matches, schools_of};
use roster_model::{
    Case, CellKind, CellsBuilder, Column, Handling, Sheet, SheetColumn, Stage, TooLarge, Verdict,
};
use roster_values::date::Date;

const COLUMNS: [Column; 4] = [
    Column::Name,
    Column::Sex,
    Column::BirthDate,
    Column::IdNumber,
];

/// Sheets usually come from `roster-files`; anything that has rows can make one.
fn sheet(rows: &[[&str; 4]]) -> Result<Sheet, TooLarge> {
    let mut columns = Vec::new();
    for (at, column) in COLUMNS.into_iter().enumerate() {
        let mut cells = CellsBuilder::default();
        for row in rows {
            let is_blank = row[at].is_empty();
            let kind = if is_blank {
                CellKind::Blank
            } else {
                CellKind::Text
            };
            cells.push(row[at], kind)?;
        }
        columns.push(SheetColumn {
            position: at as u16,
            header: column.info().zh.to_owned(),
            column: Some(column),
            repeats: None,
            ignored: false,
            local: None,
            is_said: false,
            cells: cells.finish(),
        });
    }
    Ok(Sheet {
        header_rows: vec![1],
        columns,
        row_numbers: (2..).take(rows.len()).collect(),
        ..Sheet::default()
    })
}

#[test]
fn who_was_entered_twice_is_found() -> Result<(), TooLarge> {
    let mut sheets = [
        sheet(&[
            ["张一凡", "男", "20150901", "110101201509010016"],
            ["李思雨", "女", "20150412", "110101201504120027"],
        ])?,
        sheet(&[["张一凡", "男", "20150901", "110101201509010016"]])?,
    ];
    // Which schools the rows are of only all sheets of a run tell together.
    let schools = schools_of(&sheets.each_ref());
    for (sheet, schools) in sheets.iter_mut().zip(schools) {
        sheet.schools = schools;
    }
    let today = Date::new(2026, 11, 21).expect("a day of the calendar");
    let sheets = sheets.each_ref();
    let people = People::gather(&sheets, today);
    let stage = Stage::BeforeImport;
    let found = find_matches(&people, stage, |_step| {});

    let [group] = &found.groups[..] else {
        panic!("one group");
    };
    assert_eq!((group.case, group.verdict), (Case::A, Verdict::Certain));
    let places = group.members.iter().map(|it| (it.sheet, it.row));
    assert_eq!(places.collect::<Vec<_>>(), [(0, 0), (1, 0)]);
    let handling = group.members.iter().map(|it| it.handling);
    let expected = [Handling::Keep, Handling::Delete];
    assert_eq!(handling.collect::<Vec<_>>(), expected);
    // Every proposal has its sentence, and every link says why, field by field.
    assert!(!group.members[1].why.zh.is_empty());
    assert_eq!(group.links[0].evidence[0].said.en, "same identity number");
    Ok(())
}
