//! The situations that name, sex and birth date bring together: F, G, I, and what is cleared.

use super::{check, check_after, check_sheets};

#[test]
fn twins_and_siblings_are_nothing() {
    check(
        "| 姓名 | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1姓名 |
         | 楚浩 | 男   | 20150901 | 110101201509010016 | 13812345678 | 楚军      |
         | 楚骏 | 男   | 20150901 | 110101201509010032 | 13812345678 | 楚军      |
         | 楚晗 | 女   | 20150901 | 110101201509010024 | 13812345678 | 楚军      |",
        "",
    );
}

#[test]
fn namesakes_with_other_families_are_cleared() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1姓名 |
         | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 | 张军      |
         | 张小凡 | 男   | 20150901 | 440308201509011352 | 13987654321 | 张勇      |",
        "",
    );
}

#[test]
fn f_nothing_tells() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         |
         | 张小凡 | 男   | 20150901 | 110101201509010016 |
         | 张小凡 | 男   | 20150901 | 440308201509011352 |",
        "F review: 1 review, 2 review",
    );
}

#[test]
fn f_the_numbers_are_nearly_the_same() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         |
         | 张小凡 | 男   | 20150901 | 110101201509010016 |
         | 张小凡 | 男   | 20150901 | 110101201509010032 |",
        "F likely: 1 review, 2 review",
    );
}

#[test]
fn f_nearly_the_same_numbers_of_other_families_have_to_be_looked_at() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 |
         | 张小凡 | 男   | 20150901 | 110101201509010032 | 13987654321 |",
        "F review: 1 review, 2 review",
    );
}

#[test]
fn f_one_family_and_two_numbers() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1联系电话 |
         | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 |               |
         | 张小凡 | 男   | 20150901 | 440308201509011352 |             | 138-1234-5678 |",
        "F likely: 1 review, 2 review",
    );
}

#[test]
fn f_a_wrong_number_beside_a_right_one() {
    let table = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         |
        | 张小凡 | 男   | 20150901 | 440308201509011353 |
        | 张小凡 | 男   | 20150901 | 110101201509010016 |";
    check(table, "F likely: 1 review, 2 review");
    check_after(table, "F likely: 1 review, 2 review");
}

#[test]
fn f_a_damaged_number_is_a_wrong_one() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         |
         | 张小凡 | 男   | 20150901 | 1.10101E+17        |
         | 张小凡 | 男   | 20150901 | 110101201509010016 |",
        "F likely: 1 review, 2 review",
    );
}

#[test]
fn f_a_wrong_number_is_told_whatever_telephones_and_addresses_say() {
    for wrong in [
        "11010120150901001",
        "110101201509010000",
        "1.10101E+17",
        "110101-20150901-0016",
        "110101201509010016（待核）",
        "11O101201509010016",
        "440308201509011353",
    ] {
        let table = format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1姓名 |
             | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 | 张军      |
             | 张小凡 | 男   | 20150901 | {wrong}            | 13987654321 | 李红      |"
        );
        check_after(&table, "F review: 1 review, 2 review");
    }
}

#[test]
fn f_only_the_namesakes_that_are_apart_from_all_are_cleared() {
    // The third has nothing to compare, so nobody is cleared; with a telephone it is.
    let table = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
        | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 |
        | 张小凡 | 男   | 20150901 | 440308201509011352 | 13987654321 |
        | 张小凡 | 男   | 20150901 | 220521201509017771 | ? |";
    let open = table.replace('?', "");
    check(&open, "F review: 1 review, 2 review, 3 review");
    check(&table.replace('?', "13512345678"), "");
    check(
        &table.replace('?', "13812345678"),
        "F likely: 1 review, 3 review",
    );
}

#[test]
fn g_without_numbers_and_one_family() {
    let table = "
        | 姓名   | 性别 | 出生日期   | 身份证件类型 | 身份证件号 | 成员1姓名 |
        | 周强飞 | 男   | 20190114   | 其他         |            | 周志强    |
        | 周强飞 | 男   | 2019-01-14 | 其他         | 无         | 周志强    |";
    check(table, "G certain: 1 keep, 2 delete");
    check_after(table, "G certain: 1 corroborate, 2 delete");
}

#[test]
fn g_the_row_with_the_number_stays() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 民族 |
         | 周强飞 | 男   | 20150901 |                    | 13812345678 | 汉族 |
         | 周强飞 | 男   |          | 110101201509010016 | 13812345678 |      |",
        "G certain: 1 delete, 2 keep",
    );
}

#[test]
fn g_different_families_have_to_be_proved() {
    let groups = check(
        "| 姓名   | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 联系电话    | 成员1姓名 |
         | 周强飞 | 男   | 20190114 | 护照         | E12345678  | 13812345678 | 周军      |
         | 周强飞 | 男   | 20190114 |              |            | 13987654321 | 周勇      |",
        "G certain: 1 corroborate, 2 corroborate",
    );
    assert_eq!(groups[0].members[0].materials.len(), 2);
}

#[test]
fn g_one_document_or_student_number_is_one_pupil() {
    let table = |one: &str, other: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 学籍号 | 联系电话    | 成员1姓名 |
             | 周强飞 | 男   | 20190114 | 护照 | {one}   | 13812345678 | 周军 |
             | 周强飞 | 男   | 20190114 | 护照 | {other} | 13987654321 | 李红 |"
        )
    };
    let number = "L110101201901140015";
    for (one, other, expected) in [
        ("E12345678 |", "e 12345678 |", "1 keep, 2 delete"),
        ("E12345678 |", "E12345679 |", "1 corroborate, 2 corroborate"),
        ("123456 |", "123456 |", "1 corroborate, 2 corroborate"),
        (
            &format!("| {number}"),
            &format!("| {number}"),
            "1 keep, 2 delete",
        ),
    ] {
        check(&table(one, other), &format!("G certain: {expected}"));
    }
}

#[test]
fn g_near_numbers_are_not_said_to_share_a_telephone() {
    let groups = check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1姓名 |
         | 周强飞 | 男   | 20150901 | 110101201509010016 | 13812345678 | 周军 |
         | 周强飞 | 男   | 20150901 | 110101201509010032 | 13987654321 | 李红 |
         | 周强飞 | 男   | 20150901 |                    | 13512345678 | 王英 |",
        "G certain: 1 review, 2 review, 3 corroborate",
    );
    assert!(!groups[0].members[0].why.zh.contains("相同的电话"));
}

#[test]
fn g_two_telephones_may_be_those_of_father_and_mother() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 家长电话    |
         | 周强飞 | 男   | 20150901 | 110101201509010016 | 13812345678 |
         | 周强飞 | 男   | 20150901 |                    | 13987654321 |",
        "G certain: 1 review, 2 review",
    );
}

#[test]
fn g_what_the_whole_school_shares_tells_nobody() {
    let others = |columns: &str| -> String {
        let row = |at: usize| format!("| 李{} | 女 | 2015{:04} | | {columns} |\n", at, 101 + at);
        (0..60).map(row).collect()
    };
    let office = "13800138123 | | | 吉林省通化县李家村";
    check(
        &format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1联系电话   | 成员1姓名 | 现住址 |
             | 王梓轩 | 男   | 20150901 | 110101201509010016 | 13800138123 | 13912345678 | 王军 | 吉林省通化县李家村 |
             | 王梓轩 | 男   | 20150901 |                    | 13800138123 | 13987654321 | 王勇 | 吉林省通化县李家村 |
             {}",
            others(office)
        ),
        "G certain: 1 corroborate, 2 corroborate",
    );
    check(
        &format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1联系电话 | 成员1姓名 | 现住址 |
             | 王梓轩 | 男   | 20150901 | 110101201509010016 | 13800138123 |           |           |        |
             | 王梓轩 | 男   | 20150901 |                    | 13800138123 |           |           |        |
             {}",
            others(office)
        ),
        "G certain: 1 review, 2 review",
    );
}

#[test]
fn g_the_student_number_has_the_number_of_the_other_row() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 学籍号              | 联系电话    |
         | 周强飞 | 男   | 20150901 | 110101201509010016 |                     | 13812345678 |
         | 周强飞 | 男   | 20150901 |                    | G110101201509010016 | 13987654321 |",
        "G certain: 1 keep, 2 delete",
    );
}

#[test]
fn g_nothing_tells() {
    let groups = check(
        "| 姓名   | 性别 | 出生日期 |
         | 周强飞 | 男   | 20190114 |
         | 周强飞 | 男   | 20190114 |",
        "G certain: 1 review, 2 review",
    );
    assert!(groups[0].members[0].why.zh.contains("补上身份证号"));
}

#[test]
fn g_one_missing_and_two_right_numbers() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 周强飞 | 男   | 20150901 |                    | 13812345678 |
         | 周强飞 | 男   | 20150901 | 440308201509011352 | 13812345678 |
         | 周强飞 | 男   | 20150901 | 110101201509010016 | 13812345678 |",
        "G certain: 1 review, 2 review, 3 review",
    );
}

#[test]
fn i_without_a_number_in_two_schools() {
    let ours = "
        | 姓名   | 性别 | 出生日期 | 学校标识码 | 联系电话    |
        | 周强飞 | 男   | 20190114 | 2122069670 | 13812345678 |";
    let theirs = ours.replace("2122069670", "2122069671");
    check_sheets(&[ours, &theirs], "I certain: 1.1 review, 2.1 review");
}

#[test]
fn i_a_slip_in_the_number_in_two_schools() {
    let ours = "
        | 姓名   | 性别 | 出生日期 | 学校标识码 | 身份证件号         |
        | 周强飞 | 男   | 20150901 | 2122069670 | 110101201509010016 |";
    let theirs = ours
        .replace("2122069670", "2122069671")
        .replace("0016", "0032");
    let groups = check_sheets(&[ours, &theirs], "I likely: 1.1 review, 2.1 review");
    assert!(groups[0].members[0].why.zh.contains("身份证号却不同"));
    // One that is wrong cannot be proved.
    let wrong = theirs.replace("0032", "0017");
    let groups = check_sheets(&[ours, &wrong], "I likely: 1.1 review, 2.1 review");
    assert!(groups[0].members[1].why.zh.contains("按户口簿改正"));
    // Of other families it is not said to be one pupil.
    let family = |table: &str, phone: &str| {
        let table = table.replace("身份证件号         |", "身份证件号 | 联系电话 |");
        format!("{table} {phone} |")
    };
    check_sheets(
        &[
            &family(ours, "13812345678"),
            &family(&theirs, "13987654321"),
        ],
        "F review: 1.1 review, 2.1 review",
    );
}

#[test]
fn i_beside_a_namesake_no_school_is_told_to_delete_its_only_row() {
    let ours = "
        | 姓名   | 性别 | 出生日期 | 学校标识码 | 联系电话    | 成员1姓名 |
        | 周强飞 | 男   | 20190114 | 2122069670 | 13812345678 | 周军 |
        | 周强飞 | 男   | 20190114 | 2122069670 | 13987654321 | 李红 |";
    let theirs = "
        | 姓名   | 性别 | 出生日期 | 学校标识码 | 联系电话    | 成员1姓名 |
        | 周强飞 | 男   | 20190114 | 2122069671 | 13812345678 | 周军 |
        | 周强飞 | 男   | 20190114 | 2122069671 | 13812345678 | 周军 |";
    check_sheets(
        &[ours, theirs],
        "G certain: 1.1 review, 1.2 corroborate, 2.1 review, 2.2 delete",
    );
}

#[test]
fn a_number_explains_its_rows_once() {
    let table = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
        | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 |
        | 张小凡 | 男   | 20150901 | 110101201509010016 |             |";
    check(table, "A certain: 1 keep, 2 delete");
    // A third row without a number is new: it stands beside the best row of the number.
    let with_third = format!("{table}\n | 张小凡 | 男 | 20150901 | | 13812345678 |");
    check(
        &with_third,
        "A certain: 1 keep, 2 delete\nG certain: 1 keep, 3 delete",
    );
}

#[test]
fn a_triple_taken_from_the_number_is_said_so() {
    let groups = check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         |
         | 张小凡 |      |          | 110101201509010016 |
         | 张小凡 | 男   | 20150901 |                    |",
        "G certain: 1 review, 2 review",
    );
    let evidence = &groups[0].links[0].evidence;
    let said: Vec<_> = evidence
        .iter()
        .map(|it| (it.said.zh.as_str(), it.tenth_bits))
        .collect();
    assert_eq!(
        said,
        [
            ("姓名相同", 195),
            ("出生日期相同（由身份证号得出）", 85),
            ("性别相同（由身份证号得出）", 10),
            ("缺少身份证号，无法比较", 0),
        ]
    );
}

#[test]
fn an_unknown_part_brings_nobody_together() {
    check(
        "| 姓名   | 性别 | 出生日期 |
         | 周强飞 | 男   | 201901   |
         | 周强飞 | 男   | 201902   |
         |        | 男   | 20190114 |
         |        | 男   | 20190114 |
         | 待补   | 男   | 20190114 |
         | 待补   | 男   | 20190114 |",
        "",
    );
}

#[test]
fn numbers_of_two_residents_in_the_student_numbers_are_two_records() {
    check(
        "| 学籍号              | 姓名   | 性别 | 出生日期 | 联系电话    | 成员1姓名 |
         | G110101201509010016 | 张小凡 | 男   | 20150901 | 13812345678 | 张军      |
         | G440308201509011352 | 张小凡 | 男   | 20150901 | 13987654321 | 张勇      |",
        "",
    );
}
