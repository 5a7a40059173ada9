//! How many cells of a column are told as one, and that what the words claim of the others is so.

use std::fmt::Write as _;
use std::iter::repeat_n;

use roster_engine::{Describe, Detail, Language, Values};

use crate::profile_files::{checked, given};

const PROFILE: &str =
    "id = \"p\"\nextends = \"any\"\ncolumns = [{ key = \"ethnic_group\", required = true }]";

/// What is told of a list of two classes of thirty, in which these pupils (from 0) have a 民族.
fn said(has: impl Fn(usize) -> bool) -> String {
    let mut csv = "姓名,性别,班级,民族\n".to_owned();
    let names: Vec<char> = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红鹏鑫波"
        .chars()
        .collect();
    for pupil in 0..60 {
        let (class, name) = (pupil / 30 + 1, names[pupil % 30]);
        let surname = if class == 1 { "王" } else { "李" };
        let ethnicity = if has(pupil) { "汉族" } else { "" };
        let _ = writeln!(csv, "{surname}{name},男,{class}班,{ethnicity}");
    }
    told(PROFILE, &csv)
}

fn told(profile: &str, csv: &str) -> String {
    let session = checked(&given(profile), csv);
    let describe = Describe {
        session: &session,
        values: Values::Masked,
    };
    let mut text = Vec::new();
    let written = describe.write_text(Language::Zh, Detail::All, &mut text);
    written.expect("memory can be written");
    String::from_utf8(text).expect("text")
}

#[test]
fn only_the_first_row_has_something() {
    let said = said(|it| it == 0);
    assert!(
        said.contains("（只填了第一行，D3:D61共59处都空着"),
        "{said}"
    );
}

#[test]
fn only_the_first_row_of_each_class_has_something() {
    let said = said(|it| it % 30 == 0);
    assert!(
        said.contains("（只填了每班第一行，D3:D61中有58处空着"),
        "{said}"
    );
}

#[test]
fn a_class_whose_list_had_no_such_column_says_nothing_of_first_rows() {
    let said = said(|it| it >= 30);
    assert!(
        said.contains("（D2:D31中有30处空着，请逐行填写）"),
        "{said}"
    );
    assert!(!said.contains("第一行"), "{said}");
}

#[test]
fn grades_that_were_not_moved_up_are_told_once_each() {
    // The list is checked in November 2026; the fourth grade was moved.
    let grades = ["一", "二", "三", "四"]
        .into_iter()
        .zip([2025, 2024, 2023, 2023]);
    let pupils = grades.flat_map(|it| repeat_n(it, 25));
    let mut csv = "姓名,年级,入学年月\n".to_owned();
    for (pupil, (grade, year)) in pupils.enumerate() {
        // One of the first grade came a year later, as all should have.
        let year = if pupil == 0 { year + 1 } else { year };
        let _ = writeln!(csv, "王小明,小学{grade}年级,{year}09");
    }
    let said = told("id = \"p\"\nextends = \"any\"", &csv);
    assert!(said.contains("年级与入学年月不符 [提示] × 3"), "{said}");
    assert!(
        said.contains("“202509”，请核对。（C3:C26中有24处如此）"),
        "{said}"
    );
}

#[test]
fn a_class_whose_list_asked_for_one_parent_is_told_once() {
    let mut csv = "姓名,班级,父亲姓名,母亲姓名\n".to_owned();
    for pupil in 0..50 {
        let (class, mother) = if pupil < 25 {
            (1, "")
        } else {
            (2, "周秀英")
        };
        let _ = writeln!(csv, "王小明,{class}班,王建军,{mother}");
    }
    let said = told("id = \"p\"\nextends = \"any\"", &csv);
    let once = "只填写了一名家长，请确认是不是单亲家庭。（D2:D26中有25处如此）";
    assert!(said.contains(once), "{said}");
}
