//! Runs an example through the whole engine and compares what one rule says with what is expected.

use std::collections::BTreeSet;

use roster_engine::wire::{CheckOptions, Finding, Scalar};
use roster_engine::{Describe, Options, Session, Values};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use crate::example::{Example, ExampleFile, ExampleSheet, Expected};

/// The examples on the page of a rule hold.
pub(crate) fn check_rule(code: &str) {
    let page = roster_engine::explain(code, roster_engine::Language::Zh).expect("a page");
    let blocks: Vec<&str> =
        page.split("```roster").skip(1).filter_map(|it| it.split("```").next()).collect();
    assert!(!blocks.is_empty(), "{code} has no example");
    let mut expected = 0;
    for block in blocks {
        expected += check_block(code, block);
    }
    assert!(expected > 0, "the examples of {code} show no finding");
}

/// Checks one block and gives the number of findings it expects.
pub(crate) fn check_block(code: &str, block: &str) -> usize {
    let example = Example::parse(block).unwrap_or_else(|it| panic!("{code}: {it}"));
    let session = run(&example);
    let describe = Describe { session: &session, values: Values::Shown };
    let found: Vec<Finding> = describe
        .session
        .all_findings()
        .filter(|it| it.rule == code)
        .map(|it| describe.finding(&it))
        .collect();
    let mut matched = BTreeSet::new();
    let mut expectations = 0;
    for file in &example.files {
        for expected in &file.expected {
            expectations += 1;
            let fits = |it: &&(usize, &Finding)| is_at(it.1, file, expected);
            let candidate = found.iter().enumerate().find(|it| fits(&it));
            let Some((index, finding)) = candidate else {
                panic!("{code} says nothing at {expected:?}; it says:\n{}", list(&found));
            };
            compare(code, finding, expected);
            matched.insert(index);
        }
    }
    let rest: Vec<&Finding> =
        found.iter().enumerate().filter(|it| !matched.contains(&it.0)).map(|it| it.1).collect();
    assert!(rest.is_empty(), "{code} speaks where it is not expected:\n{rest:#?}\n{block}");
    expectations
}

fn run(example: &Example) -> Session {
    let setting = |name: &str| example.settings.get(name).cloned();
    let options = CheckOptions {
        profile: setting("profile"),
        today: setting("today").unwrap_or_else(|| "2026-11-21".to_owned()),
        stage: setting("stage"),
        set: example.parameters.clone(),
    };
    let options = Options::understand(&options).unwrap_or_else(|it| panic!("{}", it.en));
    let mut session = Session::new(options);
    for file in &example.files {
        session.open(&file.name, &bytes(file), &mut |_| {});
    }
    session.check(&mut |_| {});
    session
}

fn is_at(finding: &Finding, file: &ExampleFile, expected: &Expected) -> bool {
    let place = &finding.place;
    if place.file != file.name {
        return false;
    }
    let sheet_name = file.sheets.get(expected.sheet).and_then(|it| it.name.as_ref());
    if expected.target != "file" && sheet_name.is_some() && place.sheet.as_ref() != sheet_name {
        return false;
    }
    match expected.target.as_str() {
        "file" => place.sheet.is_none() && place.row.is_none() && place.cell.is_none(),
        "sheet" => place.row.is_none() && place.cell.is_none(),
        "row" => place.row == Some(expected.row) && place.cell.is_none(),
        target => match target.strip_prefix("column") {
            Some(key) => {
                let key = key.strip_prefix('=').unwrap_or_default();
                place.row.is_none()
                    && place.cell.is_some()
                    && place.column.unwrap_or_default() == key
            }
            None => place.row == Some(expected.row) && place.column == Some(target),
        },
    }
}

fn compare(code: &str, finding: &Finding, expected: &Expected) {
    for (name, value) in &expected.facts {
        let actual = match (name.as_str(), finding.facts.get(name.as_str())) {
            ("level", _) => finding.level.to_owned(),
            (_, Some(Scalar::Number(number))) => number.to_string(),
            (_, Some(Scalar::Text(text))) => text.clone(),
            (_, Some(Scalar::Said(said))) => said.zh.clone(),
            (_, None) => panic!("{code} has no fact {name} at {:?}: {finding:#?}", expected.row),
        };
        assert_eq!(&actual, value, "{code}: {name} at {:?}", finding.place);
    }
    let fixes: Vec<(&str, &str)> =
        finding.fixes.iter().flat_map(|it| it.edits.iter().map(|edit| (it.trust, &*edit.to))).collect();
    for (trust, to) in &expected.fixes {
        let offered = fixes.contains(&(*trust, to.as_str()));
        assert!(offered, "{code} does not offer {to} ({trust}) at {:?}: {fixes:?}", finding.place);
    }
    let left = finding.message.zh.contains('{') || finding.message.en.contains('{');
    assert!(!left, "a place of the message is not filled: {:?}", finding.message);
}

fn list(findings: &[Finding]) -> String {
    findings.iter().map(|it| format!("{:?} {} {:?}\n", it.place, it.level, it.facts)).collect()
}

/// The bytes of a file of an example.
fn bytes(file: &ExampleFile) -> Vec<u8> {
    let first = file.sheets.first();
    match file.real.as_str() {
        "xlsx" => workbook(&file.sheets),
        "csv" => text(first, ",").into_bytes(),
        "tsv" => text(first, "\t").into_bytes(),
        "gbk-csv" => encoding_rs::GB18030.encode(&text(first, ",")).0.into_owned(),
        "png" => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
        "pdf" => b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(),
        "empty" => Vec::new(),
        "junk" => (0..600_u32).map(|it| (it * 7919 % 251) as u8).chain([0; 64]).collect(),
        "encrypted" => encrypted(),
        other => panic!("unknown kind of file {other}"),
    }
}

fn text(sheet: Option<&ExampleSheet>, delimiter: &str) -> String {
    let lines = sheet.into_iter().flat_map(|it| &it.lines);
    lines.map(|it| it.join(delimiter) + "\r\n").collect()
}

fn workbook(sheets: &[ExampleSheet]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        if let Some(name) = &sheet.name {
            worksheet.set_name(name).expect("a sheet name");
        }
        for (row, cells) in sheet.lines.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                write_cell(worksheet, row as u32, column as u16, cell);
            }
        }
    }
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn write_cell(worksheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let written = if let Some(number) = cell.strip_prefix("num:") {
        worksheet.write_number(row, column, number.parse::<f64>().expect("a number"))
    } else if let Some(date) = cell.strip_prefix("date:") {
        let date = ExcelDateTime::parse_from_str(date).expect("a date");
        worksheet.write_with_format(row, column, &date, &Format::new().set_num_format("yyyy/m/d"))
    } else if let Some(boolean) = cell.strip_prefix("bool:") {
        worksheet.write_boolean(row, column, boolean == "true")
    } else if cell.is_empty() {
        return;
    } else {
        worksheet.write_string(row, column, cell)
    };
    written.expect("a cell");
}

/// The smallest compound file that says it holds an encrypted workbook.
pub(crate) fn encrypted() -> Vec<u8> {
    let mut bytes = vec![0; 512 * 4];
    bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes[1024..1024 + name.len()].copy_from_slice(&name);
    bytes
}
