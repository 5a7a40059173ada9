//! Which school and grade a row is of, told by a code, a column with names, a title, a sheet, a file or a folder: one
//! answer for matching, for the rules over classes, for what is settled, and for what is divided and merged.

use roster_engine::wire::{CheckOptions, SplitOptions};
use roster_engine::{Options, Session};
use roster_model::{Handling, SheetRole};
use roster_rules::Advice;

use crate::corpus_truth::options;
use crate::hand_back::{cell, checked, finished, sheets};
use crate::listed::proposed;
use crate::settlement::settled_files;

const PUPIL: &str = "付婉语,女,20200330,110101202003300029";
const HEAD: &str = "姓名,性别,出生日期,身份证号";

/// A list with one pupil whom others have too, and one of its own.
fn list(front: &str, cells: &str, number: u32) -> String {
    let own = ["王一", "李二", "赵三", "孙四"][number as usize];
    format!(
        "{front}{HEAD}\n{cells}{PUPIL}\n{cells}{own},男,2020010{},\n",
        number + 1
    )
}

/// The groups of a run, a line each: the case, and what is proposed for each row.
fn groups(files: &[(&str, &str, &str)]) -> String {
    let mut session = Session::new(options("before-import"));
    for (folder, name, text) in files {
        session.open(name, text.as_bytes(), &mut |_| {});
        session.set_folder(folder);
        if folder.starts_with("去年") {
            session.set_role(SheetRole::Archive);
        }
    }
    session.check(&mut |_| {});
    let groups = session.groups().iter().map(|group| {
        let members = group.members.iter().map(|it| it.handling.key());
        format!(
            "{} {}",
            group.case.key(),
            members.collect::<Vec<_>>().join(" ")
        )
    });
    groups.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_pupil_of_two_schools_is_so_however_each_list_names_its_school() {
    let [a, b] = [0, 1].map(|it| list("", "", it));
    let named =
        |header: &str, school: &str, at| list(&format!("{header},"), &format!("{school},"), at);
    let two = "I review review";
    let third = "学校名称,姓名\n中山路小学,周五\n";
    for files in [
        vec![
            ("", "万莲小学_一年级.csv", &*a),
            ("", "长青街小学_一年级.csv", &*b),
        ],
        vec![
            ("", "万莲小学_一年级.csv", &*a),
            ("", "长青街小学_一年级.csv", &*b),
            ("", "中山路小学.csv", third),
        ],
        // A folder for each school.
        vec![
            ("区/万莲小学", "一（1）班.csv", &*a),
            ("区/长青街小学", "一（2）班.csv", &*b),
        ],
        vec![
            ("", "万莲小学.csv", &*a),
            ("", "b.csv", &named("所属学校", "长青街小学", 1)),
        ],
        vec![
            ("", "a.csv", &named("学校（全称）", "万莲小学", 0)),
            ("", "b.csv", &named("就读学校（全称）", "长青街小学", 1)),
        ],
    ] {
        assert_eq!(groups(&files), two, "{files:?}");
    }
    // One school, written in several ways.
    let one = "A keep delete";
    for files in [
        [
            ("区/市第五中学", "一（1）班.csv", &*a),
            ("", "五中一年级.csv", &*b),
        ],
        [("", "万莲小学_一年级.csv", &*a), ("", "一年级2班.csv", &*b)],
        [
            ("万莲小学", "a.csv", &*a),
            ("", "b.csv", &named("学校", "沈河区万莲小学", 1)),
        ],
    ] {
        assert_eq!(groups(&files), one, "{files:?}");
    }
    // Nothing tells which name the code has.
    let files = [
        ("", "a.csv", &*named("学校标识码", "2121000001", 0)),
        ("", "b.csv", &*named("学校名称", "长青街小学", 1)),
    ];
    assert_eq!(groups(&files), "A review review");
}

#[test]
fn last_years_lists_bring_no_pupil_into_two_schools() {
    let class = |school: &str, grade: &str| {
        let mut text = format!("学校名称,年级,{HEAD}\n");
        for day in 1..=12 {
            let name = ["王", "李"][day % 2];
            text +=
                &format!("{school},{grade},{name}文{day},男,201405{day:02},L2100002014{day:08}\n");
        }
        text.replace("身份证号", "学籍号")
    };
    let now = class("第七中学", "七年级");
    let files = [
        ("", "今年.csv", &*now),
        ("去年", "六年级.csv", &*class("万莲小学", "六年级")),
    ];
    assert_eq!(groups(&files), "");
    // Twice in this year's list: one row stays.
    let (a, b) = (list("年级,", "二年级,", 0), list("年级,", "一年级,", 1));
    let twice = format!("{a}二年级,{PUPIL}\n");
    assert_eq!(
        groups(&[("", "今年.csv", &*twice), ("去年", "一年级.csv", &*b)]),
        "A keep delete"
    );
}

/// The names of the workbooks that a run is divided into, with the pupils of each.
fn divided(files: &[(&str, &[u8])], by: &str, name: Option<&str>) -> Vec<String> {
    let options = SplitOptions {
        by: by.to_owned(),
        name: name.map(str::to_owned),
    };
    let divided = checked(files).split(&options);
    let divided = divided.unwrap_or_else(|it| panic!("{}", it.en));
    let told = divided.outputs.iter().map(|it| {
        let bytes = finished(it);
        let sheet = &sheets(&bytes)[0];
        let rows = (1..10).filter(|&row| !cell(&bytes, sheet, row, 1).is_empty());
        format!("{} {}", it.name, rows.count())
    });
    told.collect()
}

#[test]
fn classes_of_grades_and_schools_that_only_names_tell_are_kept_apart() {
    let class = |names: &str| {
        let rows = names.split(' ').map(|it| format!("1班,{it}\n"));
        format!("班级,姓名\n{}", rows.collect::<String>())
    };
    let (a, b, c) = (class("王一 王二"), class("李一"), class("赵一 赵二 赵三"));
    let grades: [(&str, &[u8]); 2] = [("一年级.csv", a.as_bytes()), ("二年级.csv", b.as_bytes())];
    let expected = ["一年级1班.xlsx 2", "二年级1班.xlsx 1"];
    assert_eq!(divided(&grades, "class", None), expected);
    assert_eq!(
        divided(&grades, "grade", None),
        ["一年级.xlsx 2", "二年级.xlsx 1"]
    );
    let schools: [(&str, &[u8]); 3] = [
        ("万莲小学_一年级.csv", a.as_bytes()),
        ("万莲小学_二年级.csv", b.as_bytes()),
        ("长青街小学_一年级.csv", c.as_bytes()),
    ];
    let expected = [
        "万莲小学一年级1班.xlsx 2",
        "万莲小学二年级1班.xlsx 1",
        "长青街小学一年级1班.xlsx 3",
    ];
    assert_eq!(divided(&schools, "class", None), expected);
    let expected = [
        "万莲小学-1班.xlsx 2",
        "万莲小学-1班 (2).xlsx 1",
        "长青街小学-1班.xlsx 3",
    ];
    assert_eq!(
        divided(&schools, "class", Some("{school}-{class}")),
        expected
    );
    // The class that tells its grade needs no column beside it.
    let told = class("王一").replace("1班", "三（1）班");
    let told: [(&str, &[u8]); 1] = [("三年级.csv", told.as_bytes())];
    assert_eq!(divided(&told, "class", None), ["三（1）班.xlsx 1"]);
}

#[test]
fn a_merged_list_has_the_school_and_the_grade_that_only_names_told() {
    let files: [(&str, &[u8]); 3] = [
        ("万莲小学_一年级.csv", "班级,姓名\n1班,王一\n".as_bytes()),
        ("长青街小学_二年级.csv", "班级,姓名\n1班,李一\n".as_bytes()),
        (
            "其他.csv",
            "所属学校,年级,姓名\n中山路小学,三年级,赵一\n".as_bytes(),
        ),
    ];
    let table = |files: &[(&str, &[u8])]| {
        let merged = checked(files).merge();
        let merged = merged.unwrap_or_else(|it| panic!("{}", it.en));
        let bytes = finished(&merged.outputs[0]);
        let sheet = &sheets(&bytes)[0];
        let row = |row| {
            [0, 1, 2, 3]
                .map(|column| cell(&bytes, sheet, row, column))
                .join(",")
        };
        (
            [0, 1, 2, 3].map(row).join(";"),
            merged.outputs[0].notes.clone(),
        )
    };
    let (all, notes) = table(&files);
    assert_eq!(
        all,
        "班级,姓名,所属学校,年级;1班,王一,万莲小学,一年级;1班,李一,长青街小学,二年级;,赵一,中山路小学,三年级"
    );
    let notes: Vec<&str> = notes.iter().map(|it| &*it.zh).collect();
    assert!(
        notes[0].starts_with("2个工作表没有“年级”这一列"),
        "{notes:?}"
    );
    assert!(
        notes[1].starts_with("2个工作表没有“学校”这一列"),
        "{notes:?}"
    );
    let (two, _) = table(&files[..2]);
    assert_eq!(
        two,
        "学校名称,年级,班级,姓名;万莲小学,一年级,1班,王一;长青街小学,二年级,1班,李一;,,,"
    );
}

#[test]
fn classes_of_schools_that_a_column_names_are_counted_apart() {
    let mut text = "学校名称,年级,班级,姓名,班内学号\n".to_owned();
    for school in ["万莲小学", "长青街小学"] {
        for number in 1..=40 {
            text += &format!("{school},一年级,1班,王{number},{number}\n");
        }
    }
    let session = checked(&[("a.csv", text.as_bytes())]);
    let rules: Vec<&str> = session.all_findings().map(|it| it.rule).collect();
    for rule in ["R8016", "R8017", "R8015", "R8020"] {
        assert!(!rules.contains(&rule), "{rule}");
    }
}

#[test]
fn a_grade_is_held_against_the_class_of_its_own_school() {
    let listed = |school: &str| {
        let mut text = "学校名称,年级,班级,姓名\n".to_owned();
        for number in 1..=8 {
            text += &format!("万莲小学,五年级,2022级1班,王{number}\n");
        }
        text += &format!("{school},九年级,2022级1班,李一\n");
        let session = checked(&[("a.csv", text.as_bytes())]);
        session.all_findings().any(|it| it.rule == "R8015")
    };
    assert!(listed("万莲小学"));
    assert!(!listed("长青街小学"));
}

#[test]
fn two_records_of_two_schools_are_told_by_the_names_of_the_schools() {
    let roster = "学校名称,姓名,性别,出生日期,身份证件号
万莲小学,付博,男,20150901,110101201509010016
";
    let record =
        |school: &str| format!("{school},付博,男,20150901,110101201509010016,身份证号重复\n");
    for header in ["学校名称", "学校", "学校标识码"] {
        let code = |it: &'static str| match header {
            "学校标识码" if it == "万莲小学" => "2121000001",
            "学校标识码" => "2121000002",
            _ => it,
        };
        let list = format!(
            "{header},姓名,性别,出生日期,身份证件号,问题类型\n{}{}",
            record(code("万莲小学")),
            record(code("长青街小学")),
        );
        let of_school = roster
            .replace("学校名称", header)
            .replace("万莲小学", code("万莲小学"));
        let (told, _) = proposed(&list, &of_school);
        assert_eq!(
            told,
            [(Advice::TwoSchools, Handling::Review); 2],
            "{header}"
        );
    }
}

#[test]
fn letters_and_lists_have_the_schools_that_only_names_tell() {
    let [a, b] = [0, 1].map(|it| list("", "", it));
    let text = settled_files(
        &[("万莲小学_一年级.csv", &a), ("长青街小学_一年级.csv", &b)],
        None,
    );
    assert_eq!(text.matches("关于核实学生学籍的函").count(), 2, "{text}");
    assert!(
        text.contains("长青街小学：") && text.contains("我校（万莲小学"),
        "{text}"
    );
}

#[test]
fn leavers_are_looked_for_with_last_years_list_as_an_archive_too() {
    let class = |grade: &str, days: std::ops::RangeInclusive<u32>| {
        let row = |it: u32| format!("{grade},王文{it},L2100002014{it:08}\n");
        format!("年级,姓名,学籍号\n{}", days.map(row).collect::<String>())
    };
    let given = CheckOptions {
        today: "2026-11-21".to_owned(),
        set: [("promotion_check".to_owned(), "yes".to_owned())].into(),
        ..CheckOptions::default()
    };
    let missing = |before: &str| {
        let options = Options::understand(&given).unwrap_or_else(|it| panic!("{}", it.en));
        let mut session = Session::new(options);
        session.open("今年.csv", class("七年级", 1..=12).as_bytes(), &mut |_| {});
        session.open("去年.csv", before.as_bytes(), &mut |_| {});
        session.set_role(SheetRole::Archive);
        session.check(&mut |_| {});
        let told = session.all_findings().filter(|it| it.rule == "R9014");
        told.count()
    };
    assert_eq!(missing(&class("六年级", 1..=14)), 1);
    assert_eq!(missing(&class("六年级", 1..=12)), 0);
    // A list of others is not of last year.
    assert_eq!(missing(&class("六年级", 50..=70)), 0);
}
