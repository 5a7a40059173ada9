//! Personal values stay out of everything that is written, unless they are asked for.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use roster_engine::wire::{CheckOptions, FileChoice};
use roster_engine::{Describe, Detail, Language, Options, Session, Values};
use roster_standard::{Column, Kind};
use xtask::roster::{Columns, FileFormat, Plan, Sheet};

use crate::corpus_truth::{check, list, make, options, text};

const FORMATS: [&str; 5] = ["text", "json", "csv", "html", "xlsx"];

/// Columns whose values tell who somebody is.
const PERSONAL: [&str; 9] = [
    "name",
    "id_number",
    "student_number",
    "phone",
    "address",
    "home_address",
    "birth_date",
    "member1_name",
    "member1_phone",
];

#[test]
fn nothing_personal_is_written_unless_it_is_asked_for() {
    let plan = Plan {
        rows: 500,
        seed: 21,
        faults: 0.3,
        duplicates: 0.05,
        columns: Columns::Full,
        layout: Sheet::Messy,
        formats: vec![FileFormat::Xlsx, FileFormat::Csv],
        ..Plan::default()
    };
    let rosters = make(&plan);
    let checked = check(&rosters, ".csv", "before-import");
    let values = personal_values(&checked.session);
    let faults = list(&checked.truth["faults"]);
    assert!(values.len() > 2000, "{}", values.len());
    for format in FORMATS {
        for language in [Language::Zh, Language::En] {
            let masked = written(&checked.session, Values::Masked, format, language);
            let told: Vec<_> = values.iter().filter(|it| masked.contains(&it.1)).collect();
            assert!(told.is_empty(), "{format} tells {told:?}");
        }
        let shown = written(&checked.session, Values::Shown, format, Language::Zh);
        for column in ["name", "id_number", "phone", "address"] {
            // What a wrong cell should be is offered as a fix.
            let of_column = faults.iter().filter(|it| it["column"] == column);
            let right: Vec<&str> = of_column.map(|it| text(&it["original"])).collect();
            assert!(
                right.iter().any(|it| shown.contains(it)),
                "{format} shows no {column}"
            );
        }
    }
    // The cells that were made wrong on purpose are quoted most, and what they should be is offered.
    let mut texts = BTreeSet::new();
    for fault in faults {
        let column = text(&fault["column"]);
        let long = if column == "name" { 2 } else { 4 };
        for told in [text(&fault["written"]), text(&fault["original"])] {
            // The value of a broken formula tells nothing of anybody.
            let tells = told.chars().count() > long && !told.starts_with('#');
            if PERSONAL.contains(&column) && tells {
                texts.insert(told);
            }
        }
    }
    assert!(texts.len() > 100, "{}", texts.len());
    for format in FORMATS {
        let masked = written(&checked.session, Values::Masked, format, Language::Zh);
        let told: Vec<_> = texts.iter().filter(|it| masked.contains(**it)).collect();
        assert!(told.is_empty(), "{format} tells {told:?}");
    }
}

#[test]
fn a_list_without_a_header_does_not_tell_who_is_in_it() {
    let name = "欧阳予倩";
    let rows = format!("{name},男,20150901,13800000000\r\n{name},女,20150902,13900000000\r\n");
    let mut session = Session::new(options("before-import"));
    session.open("没有表头.csv", rows.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    for format in FORMATS {
        let masked = written(&session, Values::Masked, format, Language::Zh);
        assert!(
            ![name, "13800000000", "13900000000"]
                .iter()
                .any(|it| masked.contains(it)),
            "{format}"
        );
    }
}

/// A parent's name stands beside the phone, a pupil's beside the number, and a number is the name of a sheet.
#[test]
fn a_name_beside_a_number_is_masked_with_it() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let header = ["姓名", "身份证件号", "联系电话", "电子信箱", "学籍号"];
    let numbers = [
        "110101201509010016",
        "13800138000",
        "@qq.com",
        "G110101201509010016",
    ];
    for sheet_name in ["110101201509020046", "电话13800000007"] {
        let sheet = book.add_worksheet().set_name(sheet_name).unwrap();
        sheet.write_row(0, 0, header).unwrap();
        sheet.write_row(1, 0, ["赵一鸣"]).unwrap();
        sheet.write_row(2, 0, ["赵一鸣"]).unwrap();
        for (position, number) in (1..).zip(numbers) {
            sheet
                .write_string(1, position, format!("王小明{number}"))
                .unwrap();
            sheet
                .write_string(2, position, format!("{number} 李建国"))
                .unwrap();
        }
    }
    let mut session = Session::new(options("before-import"));
    session.open("名单.xlsx", &book.save_to_buffer().unwrap(), &mut |_| {});
    session.check(&mut |_| {});
    for format in FORMATS {
        for language in [Language::Zh, Language::En] {
            let masked = written(&session, Values::Masked, format, language);
            for told in [
                "王小明",
                "李建国",
                "建国",
                "110101201509020046",
                "13800000007",
            ] {
                assert!(!masked.contains(told), "{format} tells {told}");
            }
        }
    }
}

/// What tells who somebody is, and whether it is known for that among words too.
const KINDS: [(&str, bool); 14] = [
    ("王小明", false),
    ("欧阳小明", false),
    ("买买提·艾尔肯", false),
    ("110101201509010016", true),
    ("11010120150901001Z", true),
    ("110101 20150901 001X", true),
    ("110101150901001", true),
    ("13800000001", true),
    ("138 0000 0002", true),
    ("010-60000001", true),
    ("E12345678", true),
    ("H12345678", true),
    ("xiaoming1@example.com", true),
    ("东城区景山街道景山前街1号", true),
];

#[test]
fn what_stands_in_a_wrong_column_is_masked_too() {
    let titles: Vec<&str> = Column::ALL.iter().map(|it| it.title()).collect();
    let mut roster = titles.join(",");
    for wrong in Column::ALL {
        for (kind, is_known_among_words) in KINDS {
            if !is_known_among_words && is_of_words(*wrong) {
                continue;
            }
            let cells = Column::ALL.iter().map(|it| match it {
                it if it == wrong => kind,
                Column::Name => "赵一鸣",
                Column::Sex => "男",
                Column::BirthDate => "20150228",
                Column::IdNumber => "110101201502280013",
                _ => "",
            });
            let cells: Vec<&str> = cells.collect();
            roster += &format!("\r\n{}", cells.join(","));
        }
    }
    for stage in ["before-import", "after-import"] {
        let mut session = Session::new(options(stage));
        session.open("错列.csv", roster.as_bytes(), &mut |_| {});
        session.check(&mut |_| {});
        for format in FORMATS {
            for language in [Language::Zh, Language::En] {
                let masked = written(&session, Values::Masked, format, language);
                let told: Vec<_> = KINDS.iter().filter(|it| masked.contains(it.0)).collect();
                assert!(told.is_empty(), "{format} tells {told:?}");
            }
        }
    }
}

/// Whether words stand in the column, which may begin with a surname.
fn is_of_words(column: Column) -> bool {
    let info = column.info();
    info.kind == Kind::Text && info.sensitive.is_none()
}

#[test]
fn what_may_stand_in_a_column_is_shown() {
    for column in Column::ALL {
        let table = column.info().table.map_or(&[][..], |it| it.entries);
        for entry in table {
            let spellings = entry.also.iter().chain(entry.aliases.iter());
            for text in spellings
                .chain(entry.doubtful.iter())
                .chain([entry.label, entry.code])
            {
                assert_eq!(Values::Masked.show(Some(*column), text), text, "{column:?}");
            }
        }
    }
}

#[test]
fn a_pupil_that_somebody_takes_for_the_header_is_masked() {
    let given = CheckOptions {
        today: "2026-11-21".to_owned(),
        choices: vec![FileChoice {
            header_row: Some(2),
            ..FileChoice::default()
        }],
        ..CheckOptions::default()
    };
    let options = Options::understand(&given).unwrap_or_else(|it| panic!("{}", it.en));
    let rows = "姓名,性别,身份证件号,联系电话\r\n\
         王小明,男,110101201509010016,13800000001\r\n李小红,女,,\r\n";
    let mut session = Session::new(options);
    session.open("名单.csv", rows.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    for format in FORMATS {
        let masked = written(&session, Values::Masked, format, Language::Zh);
        for told in ["王小明", "110101201509010016", "13800000001"] {
            assert!(!masked.contains(told), "{format} tells {told}");
        }
    }
}

/// The texts of the personal columns that are long enough to be recognised.
fn personal_values(session: &Session) -> BTreeSet<(&'static str, String)> {
    let describe = Describe {
        session,
        values: Values::Shown,
    };
    let mut values = BTreeSet::new();
    for (number, sheet) in describe.sheets().iter().enumerate() {
        let grid = &describe.overview().grids[number];
        for row in describe.rows(number, 0, sheet.rows) {
            for known in &sheet.columns {
                let at = grid.letters.iter().position(|it| *it == known.letter);
                let column = PERSONAL.iter().find(|it| **it == known.column);
                let (Some(at), Some(column)) = (at, column) else {
                    continue;
                };
                let value = row.cells[at].clone();
                let is_long = value.len() > 5 && !value.starts_with('#');
                // The title of R5011 says it.
                if is_long && value != "同上" {
                    values.insert((*column, value));
                }
            }
        }
    }
    values
}

/// A report as text; of a workbook, the text of all its parts.
fn written(session: &Session, values: Values, format: &str, language: Language) -> String {
    let describe = Describe { session, values };
    if format != "xlsx" {
        let mut bytes = Vec::new();
        let told = match format {
            "text" => describe.write_text(language, Detail::All, &mut bytes),
            "json" => describe.write_json(&mut bytes),
            "csv" => describe.write_csv(language, &mut bytes),
            _ => describe.write_page(language, &mut bytes),
        };
        told.expect("memory can be written");
        assert!(!bytes.is_empty(), "{format} is empty");
        return String::from_utf8(bytes).expect("UTF-8");
    }
    let bytes = roster_office::write(&describe.workbook_plan(language)).expect("a workbook");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
    let mut all = String::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        part.read_to_string(&mut all).expect("the parts are text");
    }
    all
}
