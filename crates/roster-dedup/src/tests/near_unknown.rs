//! Near-duplicates where a row does not tell the sex or the birth date.

use super::check;

const FAMILY: &str = "13812345678 | 张军 | 通化县新华街336号1室";

#[test]
fn a_row_without_a_sex_meets_those_of_either() {
    for (number, sex, other_sex) in [
        ("110101201803110018", "男", ""),
        ("110101201803110026", "女", ""),
        ("110101201803110018", "", ""),
    ] {
        for other in [
            "张小凡 | {sex} | 20180318",
            "张小凡 | {sex} | 20181103",
            "张小凡 | {sex} | 20170311",
            "张凡 | {sex} | 20180311",
            "张小小凡 | {sex} | 20180311",
            "张凡小 | {sex} | 20180311",
            "张小？ | {sex} | 20180311",
        ] {
            let other = other.replace("{sex}", other_sex);
            let table = format!(
                "| 姓名   | 性别  | 出生日期 | 身份证件号 | 联系电话 | 成员1姓名 | 现住址 |
                 | 张小凡 | {sex} | 20180311 | {number} | {FAMILY} |
                 | {other} | | {FAMILY} |"
            );
            let groups =
                super::groups_of(&[&super::sheet(&table)], roster_model::Stage::BeforeImport);
            assert_eq!(groups.len(), 1, "{table}");
        }
    }
}

#[test]
fn a_list_without_sexes_is_searched_too() {
    let table = |other: &str| {
        format!(
            "| 姓名   | 出生日期 | 身份证件号 | 联系电话 | 成员1姓名 | 现住址 |
             | 张小凡 | 20180311 | 110101201803110018 | {FAMILY} |
             | {other} | | {FAMILY} |"
        )
    };
    check(&table("张小凡 | 20180318"), "N likely: 1 review, 2 review");
    check(&table("张凡小 | 20180311"), "N review: 1 review, 2 review");
    check(&table("张小凡 | 20160216"), "N review: 1 review, 2 review");
    check(&table("张小平 | 20180318"), "");
}

#[test]
fn another_sex_and_another_date_with_all_else_the_same_is_for_somebody_to_look_at() {
    let table = |other: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号 | 联系电话 | 成员1姓名 | 现住址 |
             | 张小凡 | 男 | 20180311 | 110101201803110018 | {FAMILY} |
             | {other} |"
        )
    };
    let mended = |other: &str| table(&format!("{other} | | {FAMILY}"));
    for other in ["张小凡 | 女 | 20180318", "张小凡 | 女 | 20181103"] {
        check(&mended(other), "N review: 1 review, 2 review");
    }
    for other in [
        "张小凡 | 女 | 20160216",
        "张小帆 | 女 | 20180318",
        "张小平 | 女 | 20180318",
    ] {
        check(&mended(other), "");
    }
    for family in [
        "| 13812345678 | |",
        "| | 张军 |",
        "110101201803180024 | 13812345678 | 张军 | 通化县新华街336号1室",
    ] {
        let other = format!("张小凡 | 女 | 20180318 | {family}");
        check(&table(&other), "");
    }
}

#[test]
fn without_a_birth_date_all_forms_of_a_name_are_one() {
    let table = |name: &str, other: &str, family: &str| {
        format!(
            "| 姓名 | 性别 | 曾用名 | 身份证件号 | 联系电话 | 成员1姓名 | 现住址 |
             | {name} | 男 | | 110101201803110018 | {FAMILY} |
             | {other} | | {family} |"
        )
    };
    for (name, other) in [
        ("张小凡", "张浩然 | 男 | 张小凡"),
        ("买买提·艾力", "买买提艾力 | 男 |"),
        ("张䶮", "张\u{E863} | 男 |"),
        ("张小凡", "張小凡 | 男 |"),
    ] {
        let table = |family| table(name, other, family);
        check(&table(FAMILY), "N likely: 1 review, 2 review");
        check(&table("13987654321 | 王军 | 通化县光明街1号2室"), "");
    }
    check(&table("张小凡", "张浩然 | 男 | 张小平", FAMILY), "");
    // Two characters that are both in use are two names.
    check(&table("张嘉哲", "张嘉喆 | 男 |", FAMILY), "");
}

#[test]
fn the_number_of_a_grown_up_is_no_pupils() {
    let table = |other: &str| {
        format!(
            "| 姓名   | 性别 | 身份证件号 | 联系电话 |
             | 张小凡 | 男 | 110101201803110018 | 13812345678 |
             | 张小凡 | 男 | {other} | 13812345678 |"
        )
    };
    check(&table("110101198803110013"), "N likely: 1 review, 2 review");
    check(&table("110101201504050035"), "");
    // A school of grown-ups.
    let grown_up = table("110101198803110013").replace("110101201803110018", "110101198509220035");
    check(&grown_up, "");
}

#[test]
fn without_birth_date_and_number_the_family_and_a_name_that_is_alike_are_for_somebody_to_look_at() {
    let table = |one: &str, other: &str| {
        format!(
            "| 姓名 | 性别 | 班级 | 联系电话 | 成员1姓名 |\n | {one} |\n | {other} |\n
             | 李思雨 | 女 | 三年级1班 | 13600001234 | 李强 |"
        )
        .replace("\n\n", "\n")
    };
    let girl = "王梓涵 | 女 | 三年级1班 | 13812345678 | 王军";
    for other in [
        "王子涵 | 女 | 三年级1班 | 13812345678 | 王军",
        "王梓函 | 女 | 三年级1班 | 138 1234 5678 | 王军",
        "王梓 | 女 | | 13812345678 | 王军",
    ] {
        let expected = "N review: 1 review, 2 review";
        let groups = check(&table(girl, other), expected);
        let may_be_twins = format!("{groups:?}").contains("双胞胎");
        assert_eq!(may_be_twins, !other.contains("王梓 "), "{other}");
        check(&table(other, girl), expected);
    }
    for other in [
        // Another sister, a brother, one of another class, one of another home.
        "王雨桐 | 女 | 三年级1班 | 13812345678 | 王军",
        "王梓萱 | 女 | 三年级1班 | 13812345678 | 王军",
        "王子涵 | 男 | 三年级1班 | 13812345678 | 王军",
        "王子涵 | 女 | 一年级1班 | 13812345678 | 王军",
        "王子涵 | 女 | 三年级2班 | 13812345678 | 王军",
        "王子涵 | 女 | 三年级1班 | 13987654321 | 王军",
        "王子涵 | 女 | 三年级1班 | 13812345678 | 王强",
        "王子涵 | 女 | 三年级1班 | 13812345678 | ",
    ] {
        check(&table(girl, other), "");
        check(&table(other, girl), "");
    }
}
