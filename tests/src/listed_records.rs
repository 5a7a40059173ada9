//! Which record of the national system a row of its list of 问题学籍 is: nothing leads to deleting the only one of a
//! pupil.

use roster_model::Handling;
use roster_rules::Advice;

use crate::listed::{proposed, proposed_of};

const PROVED: (Advice, Handling) = (Advice::NumberFits, Handling::Corroborate);
const CHANGED: (Advice, Handling) = (Advice::Differs, Handling::Change);
const ANOTHER: (Advice, Handling) = (Advice::AnotherRecord, Handling::Review);

#[test]
fn a_name_written_otherwise_is_the_pupils_own_record() {
    let roster = "年级,班级,姓名,性别,出生日期,身份证件号
一年级,1班,陈心玲,女,20150902,110101201509020046
";
    let head = "年级,班级,姓名,性别,出生日期,身份证件号,问题类型";
    let list = |row: &str, kind: &str| {
        proposed(
            &format!("{head}\n{row},110101201509020046,{kind}\n"),
            roster,
        )
    };
    let mismatch = "身份证号与姓名不匹配";
    for row in [
        "一年级,1班,陈心焱,女,20150902",
        "一年级,1班,陈心焱,,",
        ",,陈心焱,女,20150902",
    ] {
        let (told, text) = list(row, mismatch);
        assert_eq!(told, [CHANGED], "{row}");
        assert!(
            text.contains("学籍系统里是陈心焱，名册里是陈心玲"),
            "{text}"
        );
    }
    // Twins have one number, birth date and often a character in common.
    for (row, kind) in [
        ("一年级,1班,陈心焱,女,20150902", "身份证号重复"),
        ("一年级,2班,陈心焱,女,20150902", mismatch),
        ("一年级,1班,陈小焱,女,20150902", mismatch),
        (",,陈心焱,,", mismatch),
    ] {
        let (told, text) = list(row, kind);
        assert_eq!(told, [ANOTHER], "{row}");
        for said in [
            "姓名：学籍系统里是",
            "先在学籍系统里查看这个号码有几条学籍",
            "只有这一条的，不能删除",
        ] {
            assert!(text.contains(said), "{said}\n{text}");
        }
        assert!(!text.contains("另一条学籍："), "{text}");
    }
    // Whose record it is where the pupil's own is in the list too is not asked.
    let row = "一年级,1班,陈心焱,女,20150902,110101201509020046";
    let own = "一年级,1班,陈心玲,女,20150902,110101201509020046";
    let both = format!("{head}\n{own},{mismatch}\n{row},{mismatch}\n");
    assert_eq!(proposed(&both, roster).0[1], ANOTHER);
}

#[test]
fn a_school_written_in_full_and_in_short_is_one() {
    let told = |of_list: &str, of_roster: &str| {
        let list = format!(
            "学校名称,姓名,身份证件号,问题类型\n{of_list},王小明,110101201509010016,身份证号重复\n"
        );
        let roster = format!(
            "学校名称,姓名,性别,出生日期,身份证件号\n{of_roster},王小明,男,20150901,110101201509010016\n"
        );
        proposed(&list, &roster).0
    };
    for (list, roster) in [
        ("甲县快大茂镇中心小学校", "快大茂中心小学"),
        ("快大茂中心小学", "快大茂镇中心小学"),
        ("育才学校", "甲县育才小学"),
        ("东城区实验小学", "实验小学（南校区）"),
        ("新华小学", "新华路小学"),
        ("快大茂中心校", "甲县快大茂镇中心小学"),
        ("第一小学（本部）", "甲县第一小学"),
    ] {
        assert_eq!(told(list, roster), [PROVED], "{list} {roster}");
    }
    for (list, roster) in [
        ("实验小学", "第二实验小学"),
        ("第一小学", "第十一小学"),
        ("团结小学", "育才小学"),
        ("育才小学", "育才中学"),
        ("新城小学", "新城东小学"),
    ] {
        assert_eq!(told(list, roster), [ANOTHER], "{list} {roster}");
    }
}

#[test]
fn the_name_of_a_file_is_no_ground_for_another_record() {
    let list = "学校名称,姓名,身份证件号,问题类型
甲县快大茂镇中心小学校,王小明,110101201509010016,身份证号重复
";
    let roster = "学校标识码,姓名,性别,出生日期,身份证件号
2111000001,王小明,男,20150901,110101201509010016
";
    for (file, expected) in [("快大茂中心小学.csv", PROVED), ("育才小学.csv", ANOTHER)] {
        let files = [("problems.csv", list), (file, roster)];
        assert_eq!(proposed_of(&files), [expected], "{file}");
    }
}

#[test]
fn one_student_number_is_one_record_whatever_its_school_is_called() {
    let roster = "学校名称,学籍号,姓名,性别,出生日期,身份证件号
阳光小学,G110101201509010016,王小明,男,20150901,110101201509010016
";
    let list = |student: &str, name: &str| {
        format!(
            "学校名称,学籍号,姓名,身份证件号,问题类型\n团结小学,{student},{name},110101201509010016,身份证号重复\n"
        )
    };
    let told = |student, name| proposed(&list(student, name), roster).0;
    assert_eq!(told("G110101201509010016", "王小明"), [PROVED]);
    assert_eq!(told("G110101201509011234", "王小明"), [ANOTHER]);
    let (_, text) = proposed(&list("G110101201509011234", "王小明"), roster);
    assert!(text.contains("学籍号：学籍系统里是"), "{text}");
    assert!(
        text.contains("学校：学籍系统里是团结小学，名册里是阳光小学"),
        "{text}"
    );
}

#[test]
fn one_record_beside_two_rows_of_the_roster_is_not_deleted() {
    let roster = "姓名,性别,出生日期,身份证件号
王小明,男,20150901,110101201509010016
王小明,男,20150901,110101201509010016
";
    let head = "姓名,身份证件号,问题类型,学籍号";
    let record = |student: &str| format!("王小明,110101201509010016,身份证号重复,{student}");
    let one = format!("{head}\n{}\n", record("G110101201509010016"));
    let (told, text) = proposed(&one, roster);
    assert_eq!(told, [(Advice::OnlyOfGroup, Handling::Review)]);
    assert!(text.contains("只有这一条的，不能删除"), "{text}");
    assert!(!text.contains("→ 删除"), "{text}");
    assert!(!text.contains("兹证明学生"), "{text}");
    // Two records of the system are two.
    let two = format!("{one}{}\n", record("L110101201509011234"));
    let (_, text) = proposed(&two, roster);
    assert!(text.contains("→ 删除"), "{text}");
}

#[test]
fn two_records_without_their_student_numbers_may_be_one_pupils() {
    let roster = "年级,班级,姓名,性别,出生日期,身份证件号
一年级,1班,王小明,男,20150901,110101201509010016
";
    let list = |first: &str, second: &str, kind: &str| {
        format!(
            "年级,班级,姓名,性别,出生日期,身份证件号,问题类型
{first},王小明,男,20150901,110101201509010016,身份证号重复
{second},王小明,男,20150901,110101201509010016,{kind}
"
        )
    };
    let unsure = [(Advice::UnsureOfTwo, Handling::Review); 2];
    for (first, second) in [
        ("一年级,1班", "一年级,2班"),
        ("一年级,1班", "三年级,1班"),
        ("一年级,1班", "一年级,1班"),
        (",", ","),
    ] {
        let (told, text) = proposed(&list(first, second, "身份证号重复"), roster);
        assert_eq!(told, unsure, "{first} {second}");
        assert!(text.contains("problems.csv第3行"), "{text}");
    }
    // Two problems of one record.
    let (told, _) = proposed(&list("一年级,1班", "一年级,1班", "身份证号错误"), roster);
    assert_ne!(told, unsure);
}
