//! Classes that no cell tells of every pupil: those of merged cells, and those that have a sheet or a file each.

use roster_engine::wire::SplitOptions;
use roster_engine::{Describe, Divided, Said, Session, Values};
use rust_xlsxwriter::{Format, Workbook};

use crate::hand_back::{cell, checked, finished, sheets};

#[test]
fn a_class_told_by_merged_cells_or_by_the_name_of_its_sheet_is_kept() {
    let options = SplitOptions {
        by: "class".to_owned(),
        name: None,
    };
    let table = |of: &Divided, at: usize| {
        let bytes = finished(&of.outputs[at]);
        let sheet = &sheets(&bytes)[0];
        let row = |row| {
            [0, 1, 2]
                .map(|column| cell(&bytes, sheet, row, column))
                .join(",")
        };
        [row(0), row(1), row(2)].join(";")
    };
    let names =
        |of: &Divided| -> Vec<String> { of.outputs.iter().map(|it| it.name.clone()).collect() };
    let ok = |it: Result<Divided, Said>| it.unwrap_or_else(|it| panic!("{}", it.en));

    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["班级", "姓名", "性别"]).unwrap();
    sheet
        .merge_range(1, 0, 2, 0, "一班", &Format::new())
        .unwrap();
    sheet
        .merge_range(3, 0, 5, 0, "二班", &Format::new())
        .unwrap();
    for (row, name) in (1..).zip(["张华", "李丽", "王强", "赵敏", "周兵"]) {
        sheet.write_row(row, 1, [name, "男"]).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let session = checked(&[("a.xlsx", &bytes)]);
    let divided = ok(session.split(&options));
    assert_eq!(names(&divided), ["一班.xlsx", "二班.xlsx"]);
    assert_eq!(
        table(&divided, 0),
        "班级,姓名,性别;一班,张华,男;一班,李丽,男"
    );
    assert!(divided.outputs[0].notes[0].zh.contains("第一行：3名学生"));
    assert_eq!(
        table(&ok(session.merge()), 0),
        "班级,姓名,性别;一班,张华,男;一班,李丽,男"
    );

    let mut book = Workbook::new();
    for (sheet, name) in [
        ("三年级1班", "张华"),
        ("三年级2班", "李丽"),
        ("旧名单", "王强"),
    ] {
        let sheet = book.add_worksheet().set_name(sheet).unwrap();
        sheet.write_row(0, 0, ["姓名", "性别"]).unwrap();
        sheet.write_row(1, 0, [name, "男"]).unwrap();
    }
    book.worksheet_from_index(2).unwrap().set_hidden(true);
    let second = book.worksheet_from_index(1).unwrap();
    second.set_row_hidden(1).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let session = checked(&[("a.xlsx", &bytes)]);
    let merged = ok(session.merge());
    assert_eq!(
        table(&merged, 0),
        "姓名,性别,班级;张华,男,三年级1班;李丽,男,三年级2班"
    );
    let notes: Vec<&str> = merged.outputs[0].notes.iter().map(|it| &*it.zh).collect();
    assert!(notes[0].contains("如“三年级1班”") && notes[1].contains("隐藏的工作表“旧名单”"));
    assert!(notes[2].contains("“三年级2班”里筛选或隐藏起来的1名学生也写入了"));
    let divided = ok(session.split(&options));
    assert_eq!(
        names(&divided),
        ["三年级1班.xlsx", "三年级2班.xlsx", "未填.xlsx"]
    );
}

#[test]
fn a_class_that_came_whole_from_one_list_keeps_its_columns() {
    let full = "姓名,性别,年级,班级,备注\n张华,男,一年级,1班,x\n";
    let short = "班级,姓名,出生日期\n2班,李丽,20150901\n";
    let session = checked(&[("a.csv", full.as_bytes()), ("b.csv", short.as_bytes())]);
    let options = SplitOptions {
        by: "class".to_owned(),
        name: None,
    };
    let divided = session
        .split(&options)
        .unwrap_or_else(|it| panic!("{}", it.en));
    let header = |at: usize| {
        let bytes = finished(&divided.outputs[at]);
        let sheet = &sheets(&bytes)[0];
        (0..5)
            .map(|it| cell(&bytes, sheet, 0, it))
            .collect::<Vec<_>>()
            .join(",")
    };
    assert_eq!(divided.outputs[1].name, "2班.xlsx");
    assert_eq!(header(0), "姓名,性别,年级,班级,备注");
    assert_eq!(header(1), "班级,姓名,出生日期,,");
}

#[test]
fn what_a_formula_without_a_result_leaves_blank_is_told() {
    let header = "<Row><Cell><Data ss:Type=\"String\">姓名</Data></Cell><Cell><Data ss:Type=\"String\">性别</Data></Cell></Row>";
    let pupil =
        "<Row><Cell><Data ss:Type=\"String\">张华</Data></Cell><Cell ss:Formula=\"=RC[1]\"/></Row>";
    let book = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"a\"><Table>{header}{pupil}{pupil}\
         </Table></Worksheet></Workbook>"
    );
    let session = checked(&[("a.xls", book.as_bytes())]);
    let merged = session.merge().unwrap_or_else(|it| panic!("{}", it.en));
    let notes = &merged.outputs[0].notes;
    assert!(
        notes[0].zh.starts_with("2个公式在文件里没有保存结果"),
        "{notes:?}"
    );
}

#[test]
fn a_number_that_lost_its_end_is_not_made_a_sound_one() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["姓名", "身份证件号"]).unwrap();
    sheet.write_string(1, 0, "王小明").unwrap();
    // The zeros in place of the lost digits agree with the check digit by chance.
    sheet
        .write_number(1, 1, 110_101_201_509_070_000_f64)
        .unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let is_told = |session: &Session| {
        let describe = Describe {
            session,
            values: Values::Masked,
        };
        let rules = describe.summary().by_rule;
        rules.iter().any(|it| it.rule == "R1010")
    };
    let session = checked(&[("a.xlsx", &bytes)]);
    assert!(is_told(&session));
    let csv = session.merge_csv().unwrap_or_else(|it| panic!("{}", it.en));
    let csv = finished(&csv.outputs[0]);
    let book = session.merge().unwrap_or_else(|it| panic!("{}", it.en));
    let book = finished(&book.outputs[0]);
    for (name, bytes) in [("b.csv", csv), ("b.xlsx", book)] {
        assert!(is_told(&checked(&[(name, &bytes)])), "{name}");
    }
}

#[test]
fn classes_of_schools_that_are_told_by_name_are_kept_apart_however_they_are_spelled() {
    let list = "就读学校,姓名,年级,班号\n第一小学,张华,四年级,202301\n第二小学,李丽,四年级,202301\n第一小学,王强,小学四年级,２０２３０１\n第一小学,赵敏,初中四年级,202301\n";
    let session = checked(&[("a.csv", list.as_bytes())]);
    let names = |name: Option<&str>| -> Vec<String> {
        let options = SplitOptions {
            by: "class".to_owned(),
            name: name.map(str::to_owned),
        };
        let divided = session
            .split(&options)
            .unwrap_or_else(|it| panic!("{}", it.en));
        divided.outputs.into_iter().map(|it| it.name).collect()
    };
    assert_eq!(
        names(Some("{school}-{grade}{class}")),
        [
            "第一小学-四年级202301.xlsx",
            "第二小学-四年级202301.xlsx",
            "第一小学-初中四年级202301.xlsx"
        ]
    );
    let list = "姓名,班级\n张华,1班\n李丽,2班\n";
    let session = checked(&[("a.csv", list.as_bytes())]);
    let options = SplitOptions {
        by: "class".to_owned(),
        name: Some("{school}-{class}".to_owned()),
    };
    let divided = session
        .split(&options)
        .unwrap_or_else(|it| panic!("{}", it.en));
    assert_eq!(divided.outputs[0].name, "1班.xlsx");
}

#[test]
fn a_first_grade_is_that_of_its_school() {
    let list = "学段,年级,班级,姓名,性别\n小学,一年级,1班,张华,男\n初中,一年级,1班,李丽,女\n小学,一年级,1班,王强,男\n";
    let session = checked(&[("名单.csv", list.as_bytes())]);
    for (by, expected) in [
        ("grade", ["一年级.xlsx", "初中一年级.xlsx"]),
        ("class", ["一年级1班.xlsx", "初中一年级1班.xlsx"]),
    ] {
        let options = SplitOptions {
            by: by.to_owned(),
            name: None,
        };
        let divided = session.split(&options);
        let divided = divided.unwrap_or_else(|it| panic!("{}", it.en));
        let names: Vec<&str> = divided.outputs.iter().map(|it| &*it.name).collect();
        assert_eq!(names, expected);
    }
}

#[test]
fn a_file_of_several_classes_is_not_named_after_the_first() {
    let list = "年级,班级,姓名\n一年级,1班,张华\n一年级,1班,李丽\n一年级,1班,王强\n一年级,2班,赵敏\n二年级,1班,周兵\n";
    let session = checked(&[("名单.csv", list.as_bytes())]);
    for (by, expected) in [
        (
            "rows=2",
            ["一年级1班.xlsx", "一年级多个班级.xlsx", "二年级1班.xlsx"].as_slice(),
        ),
        ("grade", &["一年级多个班级.xlsx", "二年级1班.xlsx"]),
    ] {
        let options = SplitOptions {
            by: by.to_owned(),
            name: Some("{grade}{class}".to_owned()),
        };
        let divided = session.split(&options);
        let divided = divided.unwrap_or_else(|it| panic!("{}", it.en));
        let names: Vec<&str> = divided.outputs.iter().map(|it| &*it.name).collect();
        assert_eq!(names, expected);
    }
}

/// The names of the files that a list is divided among, each with the number of its pupils; and the first note.
fn divided(list: &str, by: &str) -> (Vec<String>, String) {
    let session = checked(&[("名单.csv", list.as_bytes())]);
    let options = SplitOptions {
        by: by.to_owned(),
        name: None,
    };
    let divided = session.split(&options);
    let divided = divided.unwrap_or_else(|it| panic!("{}", it.en));
    let note = divided.outputs[0].notes.first().map(|it| it.zh.clone());
    let names = divided.outputs.iter().map(|it| {
        let bytes = finished(it);
        let sheet = &sheets(&bytes)[0];
        let rows = (1..100).take_while(|&row| !cell(&bytes, sheet, row, 0).is_empty());
        format!("{}:{}", it.name.trim_end_matches(".xlsx"), rows.count())
    });
    (names.collect(), note.unwrap_or_default())
}

#[test]
fn one_class_is_one_file_however_its_name_is_written() {
    for (classes, expected) in [
        (
            "三年级,1班 三年级,一班 三年级,一班 3年级,（1）班 三年级,01 三年级,三(1)班 三年级,301班 三年级,三年级一班",
            "三年级一班:8",
        ),
        ("三年级,1班 三年级,一班", "三年级1班:2"),
        ("初一,1班 七年级,一班 七年级,1班", "七年级一班:3"),
        ("三年级,12班 三年级,十二班", "三年级12班:2"),
        // 火箭班 has no number, and codes are no numbers of classes.
        (
            "三年级,火箭班 三年级,火箭一班 三年级,5023030101 三年级,5023030102",
            "三年级火箭班:1 三年级火箭一班:1 三年级5023030101:1 三年级5023030102:1",
        ),
        // Of a kindergarten these are two years.
        (
            ",小一班 ,中一班 ,大一班",
            "未填小一班:1 未填中一班:1 未填大一班:1",
        ),
        (",高一1班 ,高二1班", "未填高一1班:1 未填高二1班:1"),
        (",1班 ,一班 ,２班", "未填1班:2 未填２班:1"),
    ] {
        let rows = classes.split(' ').map(|it| format!("张华,{it}\n"));
        let list = format!("姓名,年级,班级\n{}", rows.collect::<String>());
        let (names, note) = divided(&list, "class");
        assert_eq!(names.join(" "), expected);
        assert_eq!(note, "", "{classes}");
    }
}

#[test]
fn classes_that_are_perhaps_one_are_kept_apart_and_told() {
    for (classes, expected, pair) in [
        // 二年级 in 三年级: one of the two is wrong.
        (
            "三年级,1班 三年级,二年级1班",
            "三年级1班:1 三年级二年级1班:1",
            "“二年级1班”和“1班”",
        ),
        // The twelfth class, or the second one of the first grade.
        (
            "一年级,12班 一年级,一二班",
            "一年级12班:1 一年级一二班:1",
            "“一二班”和“12班”",
        ),
        (
            "二年级,1班 二年级,21班",
            "二年级1班:1 二年级21班:1",
            "“21班”和“1班”",
        ),
        (
            "八年级,802 八年级,2班",
            "八年级802:1 八年级2班:1",
            "“802”和“2班”",
        ),
    ] {
        let rows = classes.split(' ').map(|it| format!("张华,{it}\n"));
        let list = format!("姓名,年级,班级\n{}", rows.collect::<String>());
        let (names, note) = divided(&list, "class");
        assert_eq!(names.join(" "), expected);
        assert!(note.contains(pair), "{classes}: {note}");
    }
}

#[test]
fn one_grade_is_one_file_however_it_is_written() {
    for (grades, expected) in [
        ("1年级 一年级 １年级 小学一年级", "1年级:4"),
        ("初一 七年级 七年级 初中一年级 7年级", "七年级:5"),
        ("高一 高中一年级 2024级 2025级", "高一:2 2024级:1 2025级:1"),
        // Where there is a fourth year of junior school, its first is the sixth year of all.
        ("初一 七年级 初四 高一", "初一:1 七年级:1 初四:1 高一:1"),
    ] {
        let rows = grades.split(' ').map(|it| format!("张华,{it}\n"));
        let list = format!("姓名,年级\n{}", rows.collect::<String>());
        assert_eq!(divided(&list, "grade").0.join(" "), expected);
    }
    let list = "姓名,年级\n张华,三年级\n张华,三\n张华,3\n张华,小三\n张华,三 年级\n张华,三年级\n张华,2024级\n";
    let (names, note) = divided(list, "grade");
    assert_eq!(names.join(" "), "三年级:6 2024级:1");
    assert_eq!(
        note,
        "年级写法不同的放在了一起：“三”归入“小学三年级”，“3”归入“小学三年级”，“小三”归入“小学三年级”；请核对。"
    );
    let (names, note) = divided("姓名,年级\n张华,三\n张华,三\n", "grade");
    assert_eq!((names.join(" "), &*note), ("三:2".to_owned(), ""));
}

#[test]
fn a_grade_that_only_the_class_tells_is_a_grade() {
    for (classes, expected) in [
        ("三年级1班 三（1）班 四年级1班", "三年级:2 四年级:1"),
        ("2024级1班 初一(1)班 七（2）班", "2024级:1 初一:2"),
        ("三年级1班 火箭班", "三年级:1 未填:1"),
    ] {
        let rows = classes.split(' ').map(|it| format!("张华,{it}\n"));
        let list = format!("姓名,班级\n{}", rows.collect::<String>());
        let (names, note) = divided(&list, "grade");
        assert_eq!(names.join(" "), expected);
        assert!(note.contains("已按班级名称归入年级"), "{note}");
    }
    let session = checked(&[("名单.csv", "姓名,班级\n张华,1班\n".as_bytes())]);
    let options = SplitOptions {
        by: "grade".to_owned(),
        name: None,
    };
    let said = session.split(&options).map(|_| ()).unwrap_err().zh;
    assert!(said.contains("没有“年级”这一列"), "{said}");
}
