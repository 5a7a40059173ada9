//! Promises about pupils whose former name is another's name.

use super::check;

#[test]
fn a_former_name_speaks_for_one_pupil_with_two_numbers() {
    let found = |former: &str, birth: &str, number: &str, phone: &str, expected: &str| {
        check(
            &format!(
                "| 姓名   | 性别 | 出生日期 | 身份证件号         | 曾用名   | 联系电话    |
                 | 刘康书 | 男   | 20150901 | 110101201509010016 |          | 13812345678 |
                 | 刘美信 | 男   | {birth} | {number} | {former} | {phone} |"
            ),
            expected,
        );
    };
    let same = ("20150901", "110101201509010091");
    found(
        "刘康书",
        same.0,
        same.1,
        "13812345678",
        "N review: 1 review, 2 review",
    );
    found("刘康书", same.0, same.1, "13887654321", "");
    found("", same.0, same.1, "13812345678", "");
    found(
        "刘康书",
        "20160603",
        "110101201606030035",
        "13812345678",
        "",
    );
}

#[test]
fn one_number_and_one_student_number_are_one_record_under_two_names() {
    let of = |names: [&str; 2], second: &str, expected: &str, is_renamed: bool| {
        let found = check(
            &format!(
                "| 姓名 | 性别 | 出生日期 | 身份证件号         | 联系电话    | 学籍号              |
                 | {} | 男   | 20150901 | 110101201509010016 | 13812345678 | L110101201509012345 |
                 | {} | 男   | 20150901 | 110101201509010016 | 13812345678 | {second} |",
                names[0], names[1]
            ),
            expected,
        );
        for member in &found[0].members {
            let why = &member.why.zh;
            assert_eq!(why.contains("改过名的，凭户口簿"), is_renamed, "{why}");
            assert!(!is_renamed || !why.contains("双胞胎"));
        }
    };
    let (one, other) = ("L110101201509012345", "L110101201509012346");
    let (d, b) = (
        "D certain: 1 review, 2 review",
        "B certain: 1 review, 2 review",
    );
    of(["刘康书", "刘美信"], one, d, true);
    of(["刘康书", "刘美信"], other, d, false);
    of(["刘康书", "刘美信"], "", d, false);
    of(["刘康书", "刘康舒"], one, b, true);
    of(["刘康书", "刘康舒"], other, b, false);
}
