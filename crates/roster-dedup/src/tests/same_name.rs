//! Promises about rows of one name whose birth dates bring them together nowhere.

use super::check;

#[test]
fn a_row_without_a_birth_date_is_compared_with_those_of_its_name() {
    let family = "13812345678 | 张军 | 110101198008310016";
    for birth in ["", "201509", "2015年9月", "20150931", "20151509", "150901"] {
        for number in ["", "1.10101E+17"] {
            let table = format!(
                "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话 | 成员1姓名 | 成员1身份证件号 |
                 | 张小凡 | 男   | 20150901 | 110101201509010016 | {family} |
                 | 李一   | 男   | 20150901 | 440308201509011352 | 13987654321 | 李军 | |
                 | 张小凡 | 男   | {birth}  | {number}           | {family} |"
            );
            check(&table, "N likely: 1 review, 3 review");
        }
    }
    let list = |other: &str| {
        format!(
            "| 姓名   | 性别 | 班号 | 联系电话    | 学籍号 |
             | 张小凡 | 男   | 1    | 13812345678 | L110101201509010015 |
             | 张小凡 | 男   | {other} |"
        )
    };
    for other in [
        "1 | 13812345678 | L110101201509010015",
        "2 | | L110101201509010015",
        "2 | 13812345678 |",
    ] {
        check(&list(other), "N likely: 1 review, 2 review");
    }
    check(&list("2 | 13987654321 | L110101201509010031"), "");
    // Namesakes are no pupil twice, and an exact copy is.
    check("| 姓名 |\n | 张小凡 |\n | 张小凡 |", "");
    check(
        "| 姓名 | 性别 | 班号 |\n | 张小凡 | 男 | 1 |\n | 张小凡 | 男 | 1 |\n | 张小凡 | 男 | 2 |",
        "N review: 1 review, 2 review",
    );
    for copy in [
        "张 小凡 | 男 | 1",
        "张小凡 | 男 | １",
        "张小凡\u{3000} | 男 | 1 ",
    ] {
        check(
            &format!(
                "| 姓名 | 性别 | 班号 |\n | 张小凡 | 男 | 1 |\n | {copy} |\n | 张小凡 | 男 | 2 |"
            ),
            "N review: 1 review, 2 review",
        );
    }
}

#[test]
fn no_family_has_two_children_of_one_name() {
    let table = |one: &str, other: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话 | 成员1姓名 | 成员1身份证件号 |
             | 张小凡 | 男   | 20180401 | {one} |
             | {other} |"
        )
    };
    let family = "13812345678 | 张军 | 110101198008310016";
    let one = format!("110101201804010019 | {family}");
    // The same day by the old calendar.
    for other in [
        format!("张小凡 | 男 | 20180216 | | {family}"),
        "张小凡 | 男 | 20180216 | | 13812345678 | |".to_owned(),
        "张小凡 | 男 | 20180216 | | | 张军 | 110101198008310016".to_owned(),
    ] {
        check(&table(&one, &other), "N review: 1 review, 2 review");
    }
    for other in [
        format!("张小凡 | 女 | 20180216 | | {family}"),
        format!("张小平 | 男 | 20180216 | | {family}"),
        format!("张小凡 | 男 | 20180216 | 110101201802160013 | {family}"),
        "张小凡 | 男 | 20180216 | | | 张军 |".to_owned(),
    ] {
        check(&table(&one, &other), "");
    }
}

#[test]
fn numbers_of_one_name_in_one_class_that_differ_in_a_digit_of_the_date_are_for_review() {
    let table = |one: &str, other: &str, name: &str| {
        format!(
            "| 姓名 | 身份证件号 | 年级 | 班级 |
             | 陈心玲 | 110101201606160024 | 一年级 | {one} |
             | {name} | 11010120160617002X | 一年级 | {other} |"
        )
    };
    check(
        &table("1班", "1班", "陈心玲"),
        "N review: 1 review, 2 review",
    );
    check(&table("", "", "陈心玲"), "N review: 1 review, 2 review");
    for (one, other, name) in [
        ("1班", "2班", "陈心玲"),
        ("1班", "", "陈心玲"),
        ("1班", "1班", "陈心铃"),
    ] {
        check(&table(one, other, name), "");
    }
}
