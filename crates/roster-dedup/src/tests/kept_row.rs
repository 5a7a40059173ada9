//! Which row of one pupil stays.

use roster_model::{Sheet, Stage};

use super::{check, check_after, groups_of, render, sheet};

const FAMILY: &str = "建设路5号3栋201 | 13812345678 | 彭大明 | 13812345678";

/// Two rows of one pupil, whose number is right.
fn one_pupil(first: &str, second: &str) -> String {
    format!(
        "| 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 现住址 | 联系电话 | 成员1姓名 | 成员1联系电话 |
         | {first} |
         | {second} |"
    )
}

#[test]
fn a_the_fuller_row_stays_whatever_a_safe_fix_mends_in_it() {
    let bare = "彭志远 | 男 | 20160311 | | 110101201603110013 | | | |";
    for full in [
        "彭 志远 | 男 | 20160311 | | 110101201603110013",
        "彭志远 | 男生 | 20160311 | | 110101201603110013",
        "彭志远 | 1 | 20160311 | 身份证 | 110101201603110013",
        "彭志远 | 男 | 2016年3月11日 | | １１０１０１２０１６０３１１００１３",
    ] {
        let table = one_pupil(&format!("{full} | {FAMILY}"), bare);
        check(&table, "A certain: 1 keep, 2 delete");
        check_after(&table, "A certain: 1 corroborate, 2 delete");
        let table = one_pupil(bare, &format!("{full} | {FAMILY}"));
        check(&table, "A certain: 1 delete, 2 keep");
    }
}

#[test]
fn a_a_wrong_cell_is_no_better_and_no_worse_than_an_empty_one() {
    let row = |phone: &str, address: &str| {
        let own = "彭志远 | 男 | 20160311 | | 110101201603110013";
        format!("{own} | {address} | {phone} | 彭大明 | 13812345678")
    };
    let check_two = |first: (&str, &str), second: (&str, &str), expected: &str| {
        check(
            &one_pupil(&row(first.0, first.1), &row(second.0, second.1)),
            &format!("A certain: {expected}"),
        );
    };
    let address = "建设路5号3栋201";
    let wrong = "1381234567";
    check_two((wrong, address), ("", address), "1 keep, 2 delete");
    check_two(("", address), (wrong, address), "1 keep, 2 delete");
    check_two(("无", ""), (wrong, address), "1 delete, 2 keep");
    check_two((wrong, address), ("13812345678", ""), "1 keep, 2 delete");
    // Of equally full rows the tidy one.
    let own = |name: &str| format!("{name} | 男 | 20160311 | | 110101201603110013 | {FAMILY}");
    check(
        &one_pupil(&own("彭 志远"), &own("彭志远")),
        "A certain: 1 delete, 2 keep",
    );
}

#[test]
fn g_the_row_with_a_document_stays() {
    let full = "建设路5号3栋201 | 13812345678 | 金大 | 13812345678";
    let empty = "| 13812345678 | | 13812345678";
    for (name, with, without) in [
        ("金民秀", "护照 | M12345678", "护照 |"),
        ("金民秀", "港澳居民来往内地通行证 | H12345678", "其他 |"),
        // A wrong number is more than none, and can be mended.
        ("金民秀", "| 110101201603110011", "其他 |"),
    ] {
        let with = format!("{name} | 男 | 20160311 | {with} | {empty}");
        let without = format!("{name} | 男 | 20160311 | {without} | {full}");
        let kept = if with.contains("| 1101") {
            "change"
        } else {
            "keep"
        };
        let expected = format!("G certain: 1 {kept}, 2 delete");
        let groups = check(&one_pupil(&with, &without), &expected);
        let why = &groups[0].members[0].why.zh;
        assert!(why.contains("填写了多行"), "{why}");
        assert!(why.contains("须先改正") == (kept == "change"), "{why}");
    }
    // The blank of a name in letters is no fault.
    let own =
        |name: &str, number: &str| format!("{name} | 男 | 20160311 | 护照 | {number} | {full}");
    check(
        &one_pupil(&own("John Smith", "M12345678"), &own("JohnSmith", "")),
        "G certain: 1 keep, 2 delete",
    );
    check(
        &one_pupil(&own("John Smith", ""), &own("JohnSmith", "")),
        "G certain: 1 keep, 2 delete",
    );
}

#[test]
fn a_row_without_a_student_number_in_another_file_is_no_further_record() {
    let with = "| 姓名   | 性别 | 出生日期 | 身份证件号         | 学籍号              |
                | 张小凡 | 女   | 20150901 | 110101201509010024 | G110101201509010024 |";
    let without = "| 姓名   | 身份证件号         |
                   | 张小凡 | 110101201509010024 |";
    let rendered = |file: u32, with: &str| {
        let other = Sheet {
            file,
            ..sheet(without)
        };
        let sheets = [&sheet(with), &other];
        let groups = groups_of(&sheets, Stage::AfterImport);
        (render(&groups, 2), groups[0].members[1].why.zh.clone())
    };
    let (told, why) = rendered(1, with);
    assert_eq!(told, "A certain: 1.1 review, 2.1 review");
    assert!(
        why.contains("只有一条的，在名单中划去重复的行即可"),
        "{why}"
    );
    // In one file both were imported, and where no row has a 学籍号 nothing says that one was not.
    let (told, _) = rendered(0, with);
    assert_eq!(told, "A certain: 1.1 corroborate, 2.1 delete");
    let (told, _) = rendered(1, &with.replace("G110101201509010024", ""));
    assert_eq!(told, "A certain: 1.1 corroborate, 2.1 delete");
}
