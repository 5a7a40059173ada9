//! How the words of the system are read. What follows from them is told by `tests/suite`.

use super::ProblemKind::{
    self, FieldsMismatch, NameMismatch, SameNumber, SamePupil, Unknown, WrongNumber,
};
use super::kind::denies_problem;
use super::{is_handed_in, is_settled};

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
        ("一号多人", SameNumber),
        ("人口库中无此身份证号", WrongNumber),
        ("姓名、性别、出生日期相同", SamePupil),
        ("人口库认证不通过", NameMismatch),
        ("公安认证失败", NameMismatch),
        ("姓名、性别、出生日期完全一致", SamePupil),
        ("三项信息重复", SamePupil),
        ("证件号重", SameNumber),
        ("身份证件号不合法", WrongNumber),
        ("户籍库中无此号码", WrongNumber),
        ("库中查无此人", NameMismatch),
        ("身份证号与出生日期不符", FieldsMismatch),
        ("身份证号与性别不一致", FieldsMismatch),
        ("校验码错误", WrongNumber),
        ("号码无效", WrongNumber),
        ("姓名不符", NameMismatch),
        ("姓名与公安部不一致", NameMismatch),
    ] {
        assert_eq!(ProblemKind::read(text), kind, "{text}");
    }
}

#[test]
fn a_cell_may_name_several_kinds() {
    for (text, kinds) in [
        (
            "身份证号重复；身份证号与姓名不匹配",
            &[NameMismatch, SameNumber][..],
        ),
        ("身份证号重复、身份证号不存在", &[WrongNumber, SameNumber]),
        ("姓名、性别、出生日期重复", &[SamePupil]),
        ("身份证号/姓名不匹配", &[NameMismatch]),
        ("身份证号、姓名、性别、出生日期重复", &[]),
        ("", &[]),
    ] {
        assert_eq!(ProblemKind::all(text), kinds, "{text}");
    }
}

#[test]
fn what_is_settled_says_so_and_nothing_else() {
    for text in [
        "已处理",
        "已佐证",
        " 已变更",
        "已删除",
        "佐证（已办结）",
        "佐证通过",
        "审核通过",
        "完成",
        "处理完毕",
        "已办理",
        "无需处理",
        "已处理；审核通过",
    ] {
        assert!(is_settled(text), "{text}");
    }
    for text in [
        "",
        "未处理",
        "待处理",
        "退回",
        "已退回",
        "已佐证，审核不通过",
        "佐证未通过",
        "待审核",
        "未完成",
        "已变更待审核",
        "已处理；待审核",
        "已撤销",
    ] {
        assert!(!is_settled(text), "{text}");
    }
}

#[test]
fn what_was_handed_in_waits_for_the_office_above() {
    for text in [
        "待审核",
        "待县级审核",
        "待区县教育局审核",
        "县级审核中",
        "已提交",
        "已上报",
        "已变更待审核",
        "已处理；待审核",
    ] {
        assert!(is_handed_in(text), "{text}");
    }
    for text in [
        "",
        "未处理",
        "待处理",
        "处理中",
        "学校待审核",
        "校级审核中",
        "未提交",
        "已提交；退回",
        "审核不通过",
        "未处理；待审核",
        "已撤销上报，待提交",
        "审核通过",
    ] {
        assert!(!is_handed_in(text), "{text}");
    }
}

#[test]
fn what_names_nothing_known_or_two_things_is_not_understood() {
    for text in [
        "",
        "重复",
        "其他",
        "照片缺失",
        "身份证号重复且身份证号错误",
        "身份证号、姓名、性别、出生日期重复",
        "姓名错误",
        "身份证号不重复",
        "未发现身份证号重复",
        "身份证号重复：否",
        "手机号码有误",
        "姓名与曾用名不一致",
    ] {
        assert_eq!(ProblemKind::read(text), Unknown, "{text}");
    }
}

#[test]
fn that_there_is_no_problem_is_no_problem() {
    for text in [
        "无",
        " 正常 ",
        "否",
        "/",
        "未发现身份证号重复",
        "身份证号重复：否",
        "无问题",
    ] {
        assert!(denies_problem(text), "{text}");
    }
    for text in [
        "身份证号重复",
        "无身份证",
        "未通过认证",
        "公安库未发现此人",
        "人口库中无此号码",
        "",
    ] {
        assert!(!denies_problem(text), "{text}");
    }
}
