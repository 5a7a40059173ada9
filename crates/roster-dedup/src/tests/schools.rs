//! Promises about who is in two schools: told by a code, by a name, or by what the sheet is called.

use super::{groups_of, render, sheet};
use roster_model::Stage;

const ROW: &str = "赵伟 | 男 | 20150901 | 110101201509010016";

/// The group of one pupil in these lists: what the list is called, and a column with its cell.
fn found(lists: &[(&str, &str, &str)]) -> String {
    let sheets = lists.iter().map(|(called, header, cell)| {
        let mut sheet = sheet(&format!(
            "| {header}姓名 | 性别 | 出生日期 | 身份证号 |\n| {cell}{ROW} |"
        ));
        (*called).clone_into(&mut sheet.named.school);
        sheet
    });
    let sheets: Vec<_> = sheets.collect();
    let groups = groups_of(&sheets.iter().collect::<Vec<_>>(), Stage::BeforeImport);
    render(&groups, sheets.len())
}

const TWO: &str = "I certain: 1.1 review, 2.1 review";
const ONE: &str = "A certain: 1.1 keep, 2.1 delete";
const UNTOLD: &str = "A certain: 1.1 review, 2.1 review";

#[test]
fn a_name_of_a_list_counts_beside_columns_of_others() {
    let other = ("", "学校名称 | ", "中山路小学 | ");
    assert_eq!(found(&[("万莲小学", "", ""), ("长青街小学", "", "")]), TWO);
    let mixed = found(&[("万莲小学", "", ""), ("长青街小学", "", ""), other]);
    assert_eq!(mixed, "I certain: 1.1 review, 2.1 review, 3.1 review");
    assert_eq!(
        found(&[("万莲小学", "", ""), ("", "学校 | ", "长青街小学 | ")]),
        TWO
    );
    assert_eq!(found(&[("万莲小学", "", ""), ("", "", "")]), ONE);
}

#[test]
fn one_school_in_three_ways_is_one() {
    for (a, b) in [
        ("沈阳市第五中学", "五中"),
        ("市实验小学", "实验小学"),
        ("万莲小学校", "万莲小学"),
    ] {
        assert_eq!(
            found(&[(a, "", ""), ("", "所属学校 | ", &format!("{b} | "))]),
            ONE,
            "{a}"
        );
    }
    assert_eq!(
        found(&[("第二实验小学", "", ""), ("实验小学", "", "")]),
        TWO
    );
}

#[test]
fn a_code_and_a_name_that_nothing_links_leave_it_open() {
    let code = ("", "学校标识码 | ", "2121000001 | ");
    assert_eq!(found(&[code, ("", "学校名称 | ", "万莲小学 | ")]), UNTOLD);
    // The only school of a run is that of its lists, too.
    assert_eq!(found(&[code, ("万莲小学", "", "")]), ONE);
    // A list that has the code is called by the name.
    let linked = ("万莲小学", "学校标识码 | ", "2121000001 | ");
    assert_eq!(found(&[linked, ("", "学校名称 | ", "万莲小学 | ")]), ONE);
    assert_eq!(found(&[linked, ("", "学校名称 | ", "长青街小学 | ")]), TWO);
}

#[test]
fn two_files_whose_names_may_be_of_one_school_leave_it_open() {
    for (a, b) in [
        ("快大茂中心小学", "快大茂镇中心小学"),
        ("育才小学", "育才学校"),
    ] {
        assert_eq!(found(&[(a, "", ""), (b, "", "")]), UNTOLD, "{a}");
        // What a column says is meant, and a third school is none of them.
        let written = ("", "学校名称 | ", &*format!("{b} | "));
        assert_eq!(found(&[(a, "", ""), written]), TWO, "{a}");
    }
    assert_eq!(found(&[("第一小学", "", ""), ("第十一小学", "", "")]), TWO);
}
