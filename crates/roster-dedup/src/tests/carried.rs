//! Promises about pupils whom an archive has from a year ago.

use roster_model::{SheetRole, Stage};

use super::{matches_of, render, sheet};

/// How many groups there are, and how many pupils were carried over.
fn found(now: &str, before: &str) -> (usize, usize) {
    let (now, mut before) = (sheet(now), sheet(before));
    before.role = SheetRole::Archive;
    let stage = Stage::BeforeImport;
    let matches = matches_of(&[&now, &before], stage);
    (matches.groups.len(), matches.carried.len())
}

fn list(header: &str, rows: impl Iterator<Item = String>) -> String {
    let rows: Vec<String> = rows.map(|it| format!("| {it} |")).collect();
    format!("| {header} |\n{}", rows.join("\n"))
}

/// A class of pupils with nothing but a name and a 学籍号, and what is put in front.
fn class(header: &str, front: &str, numbers: std::ops::Range<u32>) -> String {
    let names: Vec<char> = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇".chars().collect();
    let row = |it: u32| {
        let name = names[it as usize % names.len()];
        format!("{front}赵{name} | L2100002015{it:08}")
    };
    list(&format!("{header}姓名 | 学籍号"), numbers.map(row))
}

#[test]
fn a_roster_of_which_half_is_in_an_archive_is_that_of_the_year_before() {
    let (of_now, before) = (class("", "", 0..20), class("", "", 0..20));
    assert_eq!(found(&of_now, &before), (0, 20));
    // A few of the roster are what the archive was looked through for.
    assert_eq!(found(&of_now, &class("", "", 0..9)), (9, 0));
}

#[test]
fn whoever_moved_up_is_carried_over_however_few_there_are() {
    let class = |year: &str| class("年级 | ", &format!("{year} | "), 0..3);
    assert_eq!(found(&class("三年级"), &class("二年级")), (0, 3));
    assert_eq!(found(&class("初一"), &class("六年级")), (0, 3));
    assert_eq!(found(&class("七年级"), &class("五年级")), (0, 3));
    for other in ["三年级", "四年级", ""] {
        assert_eq!(found(&class("三年级"), &class(other)), (3, 0), "{other}");
    }
}

#[test]
fn the_class_may_say_the_grade_and_another_school_is_another_matter() {
    let of_class = |year: &str| class("班级 | ", &format!("{year}2班 | "), 0..3);
    assert_eq!(found(&of_class("三年级"), &of_class("二年级")), (0, 3));
    let of_school = |school: &str, year: &str| {
        let front = format!("{school} | {year} | ");
        class("学校标识码 | 年级 | ", &front, 0..12)
    };
    let now = of_school("2142001636", "三年级");
    assert_eq!(found(&now, &of_school("2142001636", "二年级")), (0, 12));
    assert_eq!(found(&now, &of_school("2142001637", "二年级")), (12, 0));
    assert_eq!(found(&now, &of_school("", "二年级")), (0, 12));
}

#[test]
fn a_number_for_a_time_becomes_a_lasting_one_and_never_the_other_way() {
    let of_year = |year: &str, number: &str| {
        let row = format!("{year} | 赵伟 | 110101201509010016 | {number}");
        list("年级 | 姓名 | 身份证号 | 学籍号", std::iter::once(row))
    };
    let lasting = "G110101201509010016";
    for (before, now) in [
        ("L220102201509013001", lasting),
        ("J220102201509010013", lasting),
        ("L220102201509013001", "J220102201509010013"),
    ] {
        let (first, second) = (of_year("一年级", before), of_year("二年级", now));
        assert_eq!(found(&second, &first), (0, 1), "{before} {now}");
        let (first, second) = (of_year("一年级", now), of_year("二年级", before));
        assert_eq!(found(&second, &first), (1, 0), "{now} {before}");
    }
    let other = of_year("二年级", "G110101201509010024");
    assert_eq!(found(&other, &of_year("一年级", lasting)), (1, 0));
}

#[test]
fn whoever_entered_the_next_school_is_carried_over() {
    let of_school = |school: &str, year: &str| {
        let front = format!("{school} | {year} | ");
        class("学校名称 | 年级 | ", &front, 0..3)
    };
    let now = of_school("第七中学", "七年级");
    assert_eq!(found(&now, &of_school("万莲小学", "六年级")), (0, 3));
    assert_eq!(found(&now, &of_school("万莲小学", "四年级")), (3, 0));
}

#[test]
fn the_class_tells_the_grade_in_many_ways() {
    let of_class = |class_name: &str| class("班级 | ", &format!("{class_name} | "), 0..3);
    for (now, before) in [
        ("二（1）班", "一（1）班"),
        ("201班", "101班"),
        ("二年一班", "一年一班"),
    ] {
        assert_eq!(found(&of_class(now), &of_class(before)), (0, 3), "{now}");
    }
}

#[test]
fn whoever_is_in_a_roster_twice_is_so_without_the_archive() {
    let rows = |rows: &[&str]| {
        list(
            "年级 | 姓名 | 出生日期 | 身份证号",
            rows.iter().map(|it| (*it).to_owned()),
        )
    };
    let (a, b) = (
        "赵伟 | 20150901 | 110101201509010016",
        "钱强 | 20150901 | 110101201509010024",
    );
    let now = rows(&[
        &format!("二年级 | {a}"),
        &format!("二年级 | {b}"),
        &format!("二年级 | {a}"),
    ]);
    let before = rows(&[&format!("一年级 | {a}"), &format!("一年级 | {b}")]);
    let (now, mut before) = (sheet(&now), sheet(&before));
    before.role = SheetRole::Archive;
    let matches = matches_of(&[&now, &before], Stage::BeforeImport);
    assert_eq!(
        render(&matches.groups, 2),
        "A certain: 1.1 keep, 1.3 delete"
    );
    assert_eq!(matches.carried.len(), 2);
}

#[test]
fn whoever_is_admitted_from_the_school_of_the_archive_is_carried_over() {
    let before = class("学校标识码 | ", "2142001636 | ", 0..3);
    let admitted = |from: &str, to: &str| {
        let front = format!("{from} | {to} | ");
        class("毕业学校标识码 | 录取学校标识码 | ", &front, 0..3)
    };
    assert_eq!(
        found(&admitted("2142001636", "3142000899"), &before),
        (0, 3)
    );
    assert_eq!(
        found(&admitted("2142001637", "3142000899"), &before),
        (3, 0)
    );
    assert_eq!(
        found(&admitted("2142001636", "2142001636"), &before),
        (3, 0)
    );
}

/// Pupils of one school and grade with a number each, and the 学籍号 that follows from it.
fn of_term(school: &str, student_number: impl Fn(u32) -> String) -> String {
    let row = |it: u32| {
        let name = ["赵伟", "钱强", "孙磊", "李军", "周洋"][it as usize % 5];
        let number = format!("1101012015090100{:02}", it + 10);
        format!(
            "{school} | 三年级 | {name} | {number} | {}",
            student_number(it)
        )
    };
    list(
        "学校标识码 | 年级 | 姓名 | 身份证号 | 学籍号",
        (0..12).map(row),
    )
}

#[test]
fn one_record_of_one_school_is_carried_over_within_a_year() {
    let record = |it: u32| format!("L2100002015{it:08}");
    let now = of_term("2142001636", record);
    assert_eq!(found(&now, &now), (0, 12));
    // However few there are.
    let some = class("学校标识码 | 年级 | ", "2142001636 | 三年级 | ", 0..2);
    assert_eq!(found(&some, &some), (0, 2));
    let other_school = of_term("2142001637", record);
    assert_eq!(found(&now, &other_school), (12, 0));
    let other_record = of_term("2142001636", |it| format!("L2100002014{it:08}"));
    assert_eq!(found(&now, &other_record), (12, 0));
}

#[test]
fn without_a_student_number_nearly_all_of_a_sheet_are_those_of_the_term_before() {
    let none = |_| String::new();
    let (now, before) = (of_term("2142001636", none), of_term("2142001636", none));
    assert_eq!(found(&now, &before), (0, 12));
    let most: Vec<&str> = before.lines().take(11).collect();
    assert_eq!(found(&now, &most.join("\n")), (10, 0));
    assert_eq!(found(&most.join("\n"), &before), (0, 10));
    assert_eq!(found(&now, &of_term("2142001637", none)), (12, 0));
}

#[test]
fn whoever_stayed_in_the_grade_while_the_others_rose_is_told() {
    let of_years = |years: [&str; 5]| {
        let rows = years.iter().zip("伟强磊军洋".chars()).enumerate();
        let row =
            |(it, (year, name))| format!("2142001636 | {year} | 赵{name} | L2100002015{it:08}");
        list("学校标识码 | 年级 | 姓名 | 学籍号", rows.map(row))
    };
    let now = of_years(["三年级", "三年级", "三年级", "三年级", "二年级"]);
    assert_eq!(found(&now, &of_years(["二年级"; 5])), (1, 4));
    assert_eq!(found(&now, &now), (0, 5));
}

#[test]
fn a_pupil_who_changed_schools_is_known_by_the_student_number_in_a_higher_grade() {
    let row = |school: &str, grade: &str, student: &str| {
        let row = format!("{school} | 赵伟 | {student} | 110101201509010016 | {grade}");
        list(
            "学校标识码 | 姓名 | 学籍号 | 身份证件号 | 年级",
            [row].into_iter(),
        )
    };
    let student = "G110101201509010016";
    let before = row("2111000001", "二年级", student);
    assert_eq!(
        found(&row("2111000002", "三年级", student), &before),
        (0, 1)
    );
    // In the grade of then the pupil may be in both, and a 学籍号 that is left out tells nothing.
    assert_eq!(
        found(&row("2111000002", "二年级", student), &before),
        (1, 0)
    );
    assert_eq!(found(&row("2111000002", "三年级", ""), &before), (1, 0));
}
