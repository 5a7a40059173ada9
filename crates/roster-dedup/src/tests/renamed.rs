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
