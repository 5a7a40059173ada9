//! How the words of the system are read. What follows from them is told by `tests/suite`.

use super::ProblemKind::{self, NameMismatch, SameNumber, SamePupil, Unknown, WrongNumber};

#[test]
fn the_words_of_the_system_are_read_by_what_they_name() {
    for (text, kind) in [
        ("身份证号重复", SameNumber),
        (" 身份证件号 重复 ", SameNumber),
        ("身份证号重复（外省已注册有学籍）", SameNumber),
        ("有身份证号的重复学籍", SameNumber),
        ("无身份证号的重复学籍", SamePupil),
        ("姓名、性别、出生日期重复", SamePupil),
        ("姓名性别出生日期重复（无证件号）", SamePupil),
        ("身份证号错误", WrongNumber),
        ("身份证号不存在", WrongNumber),
        ("证件号校验位有误", WrongNumber),
        ("身份证号与姓名不匹配", NameMismatch),
        ("身份证号或姓名与户籍不匹配", NameMismatch),
        ("身份证号错误：与姓名不一致", NameMismatch),
    ] {
        assert_eq!(ProblemKind::read(text), kind, "{text}");
    }
}

#[test]
fn what_names_nothing_known_or_two_things_is_not_understood() {
    for text in [
        "",
        "疑似重复",
        "其他",
        "照片缺失",
        "身份证号重复且身份证号错误",
        "身份证号、姓名、性别、出生日期重复",
        "姓名错误",
    ] {
        assert_eq!(ProblemKind::read(text), Unknown, "{text}");
    }
}
