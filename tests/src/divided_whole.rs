//! Nothing of a pupil is lost where rosters are put together, divided or corrected: it is kept, filled in and told, or nothing is
//! written.

use std::io::{Cursor, Read};

use roster_engine::Original;
use roster_engine::wire::SplitOptions;
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::hand_back::{cell, checked, finished, put_into, sheets};

/// What is said where nothing is written.
fn refused(list: &str, by: &str) -> String {
    let session = checked(&[("名单.csv", list.as_bytes())]);
    let options = SplitOptions {
        by: by.to_owned(),
        name: None,
    };
    let split = session.split(&options).map(|_| ()).unwrap_err().zh;
    let merged = session.merge().map(|_| ()).unwrap_err().zh;
    assert_eq!(split, merged);
    split
}

#[test]
fn lists_side_by_side_are_refused_lest_the_right_one_be_lost() {
    let list = "班级,姓名,性别,班级,姓名,性别\n三年级1班,王小明,男,三年级2班,李小红,女\n三年级1班,张华,男,三年级2班,陈文,男\n三年级1班,周文,女,,,\n";
    let said = refused(list, "class");
    assert!(said.contains("从第2行起有2行没有读到"), "{said}");
    assert!(said.contains("什么都没有写"), "{said}");
}

#[test]
fn pupils_over_several_rows_are_refused_lest_they_be_torn_apart() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["姓名", "性别", "家长姓名"]).unwrap();
    for (row, name) in [(1, "王小明"), (3, "李小红")] {
        for (column, text) in [(0, name), (1, "男")] {
            let format = Format::new();
            sheet
                .merge_range(row, column, row + 1, column, text, &format)
                .unwrap();
        }
        sheet.write(row, 2, "王大明").unwrap();
        sheet.write(row + 1, 2, "李梅").unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let session = checked(&[("a.xlsx", &bytes)]);
    let options = SplitOptions {
        by: "rows=3".to_owned(),
        name: None,
    };
    for said in [
        session.split(&options).map(|_| ()),
        session.merge().map(|_| ()),
    ] {
        let said = said.unwrap_err().zh;
        assert!(said.contains("有2行不是另一名学生"), "{said}");
    }
}

#[test]
fn cells_merged_over_brothers_and_sisters_are_filled_in() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = ["姓名", "身份证号", "家庭住址", "备注"];
    sheet.write_row(0, 0, header).unwrap();
    for (row, name) in (1..).zip(["王小明", "王小红", "张华"]) {
        sheet.write(row, 0, name).unwrap();
    }
    for (column, text) in [
        (1, "110101201509010016"),
        (2, "和平路1号3单元"),
        (3, "双胞胎"),
    ] {
        sheet
            .merge_range(1, column, 2, column, text, &Format::new())
            .unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let session = checked(&[("a.xlsx", &bytes)]);
    let merged = session.merge().unwrap_or_else(|it| panic!("{}", it.en));
    let bytes = finished(&merged.outputs[0]);
    let table = &sheets(&bytes)[0];
    let row = |row| {
        [0, 1, 2, 3]
            .map(|it| cell(&bytes, table, row, it))
            .join(",")
    };
    // A number is nobody else's.
    assert_eq!(row(2), "王小红,,和平路1号3单元,双胞胎");
    assert_eq!(row(3), "张华,,,");
    let notes: Vec<&str> = merged.outputs[0].notes.iter().map(|it| &*it.zh).collect();
    assert!(notes[0].starts_with("“家庭地址”合并了单元格"), "{notes:?}");
    assert!(notes[1].starts_with("“备注”"), "{notes:?}");
}

#[test]
fn a_class_in_the_first_row_of_each_class_is_that_of_all() {
    let list = "班级,姓名\n一年级1班,王小明\n,李小红\n,张华\n一年级2班,陈文\n,周文\n,孙丽\n";
    let session = checked(&[("名单.csv", list.as_bytes())]);
    let options = SplitOptions {
        by: "class".to_owned(),
        name: None,
    };
    let divided = session.split(&options);
    let divided = divided.unwrap_or_else(|it| panic!("{}", it.en));
    let names: Vec<&str> = divided.outputs.iter().map(|it| &*it.name).collect();
    assert_eq!(names, ["一年级1班.xlsx", "一年级2班.xlsx"]);
    let bytes = finished(&divided.outputs[1]);
    assert_eq!(cell(&bytes, &sheets(&bytes)[0], 3, 0), "一年级2班");
    let note = &divided.outputs[0].notes[0].zh;
    assert!(note.contains("4名学生的这一格是空的"), "{note}");
}

#[test]
fn pictures_in_cells_are_told_where_they_stay_behind() {
    let picture = "=DISPIMG(\"ID_1\",1)";
    let list = format!("姓名,照片\n王小明,\"{}\"\n", picture.replace('"', "\"\""));
    let session = checked(&[("名单.csv", list.as_bytes())]);
    let merged = session.merge().unwrap_or_else(|it| panic!("{}", it.en));
    let note = &merged.outputs[0].notes[0].zh;
    assert!(note.contains("1个单元格里是照片，照片没有写入"), "{note}");
}

#[test]
fn pictures_in_cells_survive_what_is_corrected() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["姓名", "照片"]).unwrap();
    sheet.write(1, 0, " 王小明").unwrap();
    let picture = Formula::new("=_xlfn.DISPIMG(\"ID_1\",1)").set_result("=DISPIMG(\"ID_1\",1)");
    sheet.write_formula(1, 1, picture).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut session = checked(&[("a.xlsx", &bytes)]);
    session.apply_safe(&mut |_| {}).unwrap();
    let original = Original::new(&bytes);
    let fixed = put_into(session.corrected(0, &original), &original);
    let fixed = finished(&fixed.unwrap_or_else(|it| panic!("{}", it.en)));
    assert_eq!(cell(&fixed, "Sheet1", 1, 0), "王小明");
    let cell_of_picture = |bytes: &[u8]| {
        let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut part = package.by_name("xl/worksheets/sheet1.xml").unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let from = text.find("<c r=\"B2\"").unwrap();
        let length = text[from..].find("</c>").unwrap();
        text[from..from + length].to_owned()
    };
    let before = cell_of_picture(&bytes);
    assert!(before.contains("DISPIMG"), "{before}");
    assert_eq!(cell_of_picture(&fixed), before);
}
