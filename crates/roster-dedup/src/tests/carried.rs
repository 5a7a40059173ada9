//! Promises about pupils whom an archive has from a year ago.

use roster_model::SheetRole;

use super::{sheet, today};
use crate::{Options, People, Stage, find_matches};

/// How many groups there are, and how many pupils were carried over.
fn found(now: &str, before: &str) -> (usize, usize) {
    let (now, mut before) = (sheet(now), sheet(before));
    before.role = SheetRole::Archive;
    let stage = Stage::BeforeImport;
    let people = People::gather(&[&now, &before], today());
    let matches = find_matches(&people, &Options { stage }, |_| {});
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
