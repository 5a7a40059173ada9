//! The situations that one identity number brings together: A, C, D, E, H, I.
//!
//! The numbers are invented: region 110101, born 2015-09-01, sequences odd for boys.

use super::{check, check_after, check_sheets};

#[test]
fn a_one_pupil_twice_keeps_the_fuller_row() {
    let table = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
        | 张小凡 | 男   | 20150901 | 110101201509010016 |             |
        | 李一   | 男   | 20150901 | 110101201509010059 | 13812345679 |
        | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 |";
    check(table, "A certain: 1 delete, 3 keep");
    let groups = check_after(table, "A certain: 1 delete, 3 corroborate");
    let count = |member: usize| groups[0].members[member].materials.len();
    assert_eq!(
        (count(0), count(1)),
        (0, 2),
        "proof needs 户口簿 or 身份证, and 学校证明"
    );
}

#[test]
fn a_one_student_number_in_two_rows_is_one_record_once_it_is_registered() {
    let table = |second: &str| {
        format!(
            "| 学校标识码 | 姓名   | 身份证件号         | 学籍号              |
             | 2144000101 | 张小凡 | 110101201509010016 | G110101201509010016 |
             | 2144000101 | 张小凡 | 110101201509010016 | {second} |
             | 2144000101 | 张小凡 | 110101201509010016 | g110101201509010016 |"
        )
    };
    let one = table("G110101201509010016");
    check(&one, "A certain: 1 keep, 2 delete, 3 delete");
    check_after(&one, "A certain: 1 review, 2 review, 3 review");
    // Of two records one is surplus all the same.
    let two = table("L110101201509010032");
    check_after(&two, "A certain: 1 corroborate, 2 delete, 3 review");
    check_after(&table(""), "A certain: 1 corroborate, 2 delete, 3 review");
}

#[test]
fn h_one_student_number_is_one_record_once_it_is_registered() {
    let table = |second: &str| {
        format!(
            "| 姓名   | 出生日期 | 身份证件号         | 学籍号              |
             | 张小凡 | 20150901 | 110101201509010016 | G110101201509010016 |
             | 张小凡 | 20150910 | 110101201509010016 | {second} |"
        )
    };
    let one = table("G110101201509010016");
    check(&one, "H certain: 1 keep, 2 change");
    check_after(&one, "H certain: 1 review, 2 review");
    let two = table("L110101201509010032");
    check_after(&two, "H certain: 1 corroborate, 2 change");
}

#[test]
fn a_the_earlier_of_equally_full_rows_stays() {
    check(
        "| 姓名   | 身份证件号         |
         | 张小凡 | 110101201509010016 |
         | 张小凡 | 110101201509010016 |
         | 张小凡 | 110101201509010016 |",
        "A certain: 1 keep, 2 delete, 3 delete",
    );
}

#[test]
fn a_spelling_makes_no_difference() {
    // Inner spaces, full width, a dot of another kind, invisible characters, a small x.
    check(
        "| 姓名       | 身份证件号             |
         | 买买提·艾力 | 11010120150901000x     |
         | 买买提•艾力 | 11010120150901000x     |
         | 张 小凡    | 110101201509010016     |
         | 张\u{3000}小凡 | １１０１０１２０１５０９０１００１６ |
         | 张小凡     | \u{202D}110101201509010016\u{202C} |",
        "A certain: 1 change, 2 delete\nA certain: 3 keep, 4 delete, 5 delete",
    );
}

#[test]
fn a_a_wrong_number_typed_twice_still_meets_and_has_to_be_corrected() {
    let table = "
        | 姓名   | 身份证件号         |
        | 张小凡 | 110101201509010017 |
        | 张小凡 | 110101201509010017 |";
    check(table, "A certain: 1 change, 2 delete");
    let groups = check_after(table, "A certain: 1 change, 2 delete");
    assert_eq!(groups[0].members[0].materials.len(), 1);
}

#[test]
fn a_fifteen_and_eighteen_digits_meet() {
    let groups = check(
        "| 姓名 | 身份证件号         |
         | 王五 | 110101920315123    |
         | 王五 | 110101199203151238 |",
        "A certain: 1 delete, 2 keep",
    );
    assert_eq!(groups[0].links[0].evidence[0].tenth_bits, 270);
}

#[test]
fn a_a_blank_name_goes_with_the_only_one() {
    check(
        "| 姓名   | 身份证件号         |
         |        | 110101201509010016 |
         | 张小凡 | 110101201509010016 |",
        "A certain: 1 delete, 2 keep",
    );
}

#[test]
fn a_number_of_the_wrong_length_is_compared_as_it_is_written() {
    let table = |number: &str, other: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号 | 联系电话    |
             | 张小凡 | 男   | 20150901 | {number}   | 13812345678 |
             | {other} | {number} | 13987654321 |"
        )
    };
    for number in [
        "11010120150901123",
        "1101012015090112377",
        "11010120150901123a",
    ] {
        let groups = check(
            &table(number, "张小凡 | 男   | 20150901"),
            "A certain: 1 change, 2 delete",
        );
        assert_eq!(groups[0].links[0].evidence[0].said.zh, "身份证号相同");
        check(
            &table(number, "李雨桐 | 男   | 20150901"),
            "E certain: 1 change, 2 change",
        );
    }
    // Cut by a spreadsheet it is that of strangers.
    check(&table("1.10101201509E+17", "李雨桐 | 男   | 20150901"), "");
}

#[test]
fn c_the_row_that_fits_the_number_is_left_alone() {
    let table = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         |
        | 胡晨   | 男   | 20160616 | 110101201509010016 |
        | 张小凡 | 男   | 20150901 | 110101201509010016 |";
    check(table, "C certain: 1 change, 2 keep");
    let groups = check_after(table, "C certain: 1 change, 2 corroborate");
    assert_eq!(groups[0].members[0].materials.len(), 1);
}

#[test]
fn c_three_rows_of_two_pupils() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         |
         | 胡晨   | 女   | 20150901 | 110101201509010016 |
         | 张小凡 | 男   | 20150901 | 110101201509010016 |
         | 张小凡 | 男   | 20150901 | 110101201509010016 |",
        "C certain: 1 change, 2 keep, 3 delete",
    );
}

#[test]
fn d_two_names_that_both_fit() {
    let groups = check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         |
         | 张小凡 | 男   | 20150901 | 110101201509010016 |
         | 李一   | 男   | 20150901 | 110101201509010016 |",
        "D certain: 1 review, 2 review",
    );
    assert!(!groups[0].members[0].why.zh.contains("双胞胎"));
}

#[test]
fn d_whose_student_number_has_it_is_likelier_the_owner() {
    let table = |one: &str, other: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 学籍号 |
             | 张小凡 | 男   | 20150901 | 110101201509010016 | {one} |
             | 李一   | 男   | 20150901 | 110101201509010016 | {other} |"
        )
    };
    let (own, another) = ("G110101201509010016", "G110101201509010032");
    let temporary = "L110101201509010015";
    for (one, other, expected) in [
        (own, temporary, "D certain: 1 review, 2 review"),
        ("", own, "D certain: 1 review, 2 review"),
        (own, another, "D certain: 1 keep, 2 change"),
        (another, own, "D certain: 1 change, 2 keep"),
        // Nobody's, or everybody's: nothing is told.
        (another, "", "D certain: 1 review, 2 review"),
        (own, own, "D certain: 1 review, 2 review"),
        (
            "g110101201509010016",
            another,
            "D certain: 1 keep, 2 change",
        ),
        // Wrong in itself.
        ("G110101201509010017", "", "D certain: 1 review, 2 review"),
    ] {
        check(&table(one, other), expected);
    }
    let groups = check(&table(another, ""), "D certain: 1 review, 2 review");
    assert!(
        groups[0].members[0]
            .why
            .zh
            .contains("学籍号中的号码与出生日期")
    );
    let groups = check(&table(own, ""), "D certain: 1 review, 2 review");
    assert!(groups[0].members[0].why.zh.contains("学籍号中也是这个号码"));
    assert!(groups[0].members[1].why.zh.contains("多半是另一行学生的"));
    check_after(&table(own, another), "D certain: 1 corroborate, 2 change");
}

#[test]
fn c_and_e_whose_student_number_has_it_is_not_told_to_give_it_up() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 学籍号 |
         | 胡晨   | 男   | 20160616 | 110101201509010016 | G110101201509010016 |
         | 张小凡 | 男   | 20150901 | 110101201509010016 | |",
        "C certain: 1 change, 2 review",
    );
    let groups = check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 学籍号 |
         | 胡晨   | 男   | 20160616 | 110101201509010016 | G110101201509010016 |
         | 李一   | 男   | 20160617 | 110101201509010016 | G110101201606170011 |",
        "E certain: 1 change, 2 change",
    );
    let why = |member: usize| &groups[0].members[member].why.zh;
    assert!(why(0).contains("多半是本行学生的"), "{}", why(0));
}

#[test]
fn d_twins_with_one_number_are_named() {
    let groups = check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 |
         | 张小平 | 男   | 20150901 | 110101201509010016 | 13812345678 |",
        "D certain: 1 review, 2 review",
    );
    assert!(groups[0].members[0].why.zh.contains("双胞胎"));
}

#[test]
fn e_nobody_fits() {
    let table = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         |
        | 张小凡 | 女   | 20150901 | 110101201509010016 |
        | 李一   | 男   | 20150902 | 110101201509010016 |
        | 王五   | 男   | 20150901 | 110101201509010017 |
        | 赵六   | 男   | 20150901 | 110101201509010017 |";
    check(
        table,
        "E certain: 1 change, 2 change\nE certain: 3 change, 4 change",
    );
}

#[test]
fn h_the_field_that_contradicts_the_number_is_changed() {
    let table = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         |
        | 张小凡 | 男   | 20150910 | 110101201509010016 |
        | 张小凡 | 男   | 20150901 | 110101201509010016 |
        | 张小凡 | 女   | 20150901 | 110101201509010016 |";
    check(table, "H certain: 1 change, 2 keep, 3 change");
    let groups = check_after(table, "H certain: 1 change, 2 corroborate, 3 change");
    let why = &groups[0].members[1].why.zh;
    assert!(!why.contains("多余的删除后"), "nothing is deleted: {why}");
}

#[test]
fn h_a_wrong_number_does_not_tell() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         |
         | 张小凡 | 男   | 20150910 | 110101201509010017 |
         | 张小凡 | 男   | 20150901 | 110101201509010017 |",
        "H certain: 1 review, 2 review",
    );
}

#[test]
fn i_a_second_row_of_a_school_is_surplus_and_one_of_no_school_is_not() {
    let row = |school: &str| format!("| 张小凡 | 男 | 20150901 | 110101201509010016 | {school} |");
    let schools = ["2122069670", "2122069671", "2122069670", "", ""].map(row);
    let table = format!(
        "| 姓名 | 性别 | 出生日期 | 身份证件号 | 学校标识码 |\n{}",
        schools.join("\n")
    );
    check(
        &table,
        "I certain: 1 review, 2 review, 3 delete, 4 review, 5 review",
    );
}

#[test]
fn i_one_pupil_in_two_schools() {
    let ours = "
        | 姓名   | 学校标识码 | 身份证件号         |
        | 张小凡 | 2122069670 | 110101201509010016 |";
    let theirs = ours.replace("2122069670", "2122069671");
    check_sheets(&[ours, &theirs], "I certain: 1.1 review, 2.1 review");
    check_sheets(&[ours, ours], "A certain: 1.1 keep, 2.1 delete");
    let malformed = ours.replace("2122069670", "21220696");
    check_sheets(&[ours, &malformed], "I certain: 1.1 review, 2.1 review");
    let none = ours.replace("2122069670", "          ");
    check_sheets(&[ours, &none], "A certain: 1.1 keep, 2.1 delete");
}

#[test]
fn i_whoever_else_has_the_number_no_school_is_told_to_delete_its_only_row() {
    let ours = "
        | 姓名   | 性别 | 出生日期 | 学校标识码 | 身份证件号         |
        | 张小凡 | 男   | 20150901 | 2122069670 | 110101201509010016 |";
    let theirs = ours.replace("2122069670", "2122069671");
    let with = |other: &str| format!("{ours}\n | {other} | 2122069670 | 110101201509010016 |");
    for (other, case, handling) in [
        ("周文倩 | 女 | 20160616", "C", "change"),
        ("周文倩 | 男 | 20150901", "D", "review"),
        ("张小凡 | 男 | 20150902", "H", "change"),
    ] {
        let expected = format!("{case} certain: 1.1 review, 1.2 {handling}, 2.1 review");
        check_sheets(&[&with(other), &theirs], &expected);
        let expected = format!("{case} certain: 1.1 review, 2.1 review, 2.2 {handling}");
        check_sheets(&[&theirs, &with(other)], &expected);
    }
    // Nobody fits it, in two schools; and a second row of one school stays surplus.
    let wrong = |table: &str| table.replace("20150901 | 21", "20150903 | 21");
    let several = format!("{theirs}\n{}", theirs.trim().lines().last().unwrap());
    check_sheets(
        &[&wrong(&with("周文倩 | 女 | 20160616")), &wrong(&several)],
        "E certain: 1.1 review, 1.2 change, 2.1 review, 2.2 delete",
    );
}

#[test]
fn numbers_that_say_nothing_bring_nobody_together() {
    check(
        "| 姓名 | 身份证件号         |
         | 张一 |                    |
         | 张二 |                    |
         | 李一 | 待补               |
         | 李二 | 待补               |
         | 王一 | 1.10101E+17        |
         | 王二 | 1.10101E+17        |
         | 赵一 | 111111111111111111 |
         | 赵二 | 111111111111111111 |
         | 钱一 | 123456789012345678 |
         | 钱二 | 123456789012345678 |",
        "",
    );
}

#[test]
fn a_column_cut_by_a_spreadsheet_brings_nobody_together() {
    // 110101201509013 + 000: one cut number in eleven has a right check digit by chance.
    check(
        "| 姓名 | 身份证件号         |
         | 张伟 | 110101201509020000 |
         | 张敏 | 110101201509020000 |
         | 李娜 | 110101200001010000 |
         | 李强 | 110101200001010000 |",
        "",
    );
}

#[test]
fn another_document_groups_by_its_number_only_when_that_is_a_resident_one() {
    check(
        "| 姓名 | 身份证件类型 | 身份证件号         |
         | 张一 | 护照         | 110101201509010017 |
         | 张一 | 护照         | 110101201509010017 |
         | 李一 | 护照         | 110101201509010016 |
         | 李一 | 居民身份证   | 110101201509010016 |",
        "N likely: 1 review, 2 review\nA certain: 3 delete, 4 keep",
    );
}
