//! The national system's own list of 问题学籍 beside a roster: what is proposed for its rows, and that they are
//! no pupils.

use roster_engine::Session;
use roster_model::Handling;
use roster_rules::Advice;

use crate::corpus_truth::options;
use crate::hand_back::{checked, finished};
use crate::settlement::settled_files;

/// What is proposed for each row of a list beside a roster, and the list to settle.
pub(crate) fn proposed(list: &str, roster: &str) -> (Vec<(Advice, Handling)>, String) {
    let files = [("problems.csv", list), ("roster.csv", roster)];
    (proposed_of(&files), settled_files(&files, None))
}

/// Like it, of files of these names, without the list to settle.
pub(crate) fn proposed_of(files: &[(&str, &str)]) -> Vec<(Advice, Handling)> {
    let mut session = Session::new(options("after-import"));
    for (name, text) in files {
        session.open(name, text.as_bytes(), &mut |_| {});
    }
    session.check(&mut |_| {});
    let rows = session.findings().registrations.iter();
    rows.map(|it| (it.advice, it.handling)).collect()
}

const CHANGED: (Advice, Handling) = (Advice::Differs, Handling::Change);

#[test]
fn what_the_system_has_otherwise_than_the_roster_is_changed_and_not_proved() {
    let list = "姓名,性别,出生日期,身份证件号,学籍号,问题类型
王小明,男,20150901,110101201509010017,G110101201509010016,身份证号重复
王小明,男,20150901,110101201509010032,G110101201509010016,身份证号不存在
王小明,男,20150910,110101201509010016,G110101201509010016,身份证号重复
王晓明,男,20150901,110101201509010016,G110101201509010016,身份证号与姓名不匹配
李华,男,20150901,110101201509010032,G110101201509010016,身份证号重复
王**,男,2015****,1101**********0016,G110101201509010016,身份证号重复
";
    let roster = "姓名,性别,出生日期,身份证件号,学籍号
王小明,男,20150901,110101201509010016,G110101201509010016
";
    let lines = || list.lines().skip(1);
    let expected = [
        CHANGED,
        CHANGED,
        CHANGED,
        CHANGED,
        (Advice::DiffersUnsure, Handling::Review),
        (Advice::NumberFits, Handling::Corroborate),
    ];
    for (row, expected) in lines().zip(expected) {
        let list = format!("{}\n{row}\n", list.lines().next().unwrap_or_default());
        let (rows, text) = proposed(&list, roster);
        assert_eq!(rows, [expected], "{row}");
        let is_proved = expected.1 == Handling::Corroborate;
        assert_eq!(text.contains("兹证明学生"), is_proved, "{text}");
    }
    let (_, text) = proposed(list, roster);
    let told = "身份证件号：学籍系统里是110101201509010017，名册里是110101201509010016；";
    assert!(text.contains(told), "{text}");
    // A number of the roster that is wrong itself is not proposed.
    let wrong = roster.replace("0016,", "0017,");
    let first: Vec<&str> = list
        .lines()
        .take(1)
        .chain(lines().skip(2).take(1))
        .collect();
    let (rows, _) = proposed(&first.join("\n"), &wrong);
    assert_eq!(rows, [(Advice::DiffersUnsure, Handling::Review)]);
}

#[test]
fn all_problems_of_a_pupil_are_one_case_whatever_their_order() {
    let head = "姓名,性别,出生日期,身份证件号,问题类型,处理状态";
    let row =
        |kind: &str, state: &str| format!("王小明,男,20150901,110101201509010016,{kind},{state}");
    let roster = "姓名,性别,出生日期,身份证件号\n王小明,男,20150901,110101201509010016\n";
    let wrong = (Advice::NumberSeemsRight, Handling::Change);
    let settled = (Advice::Settled, Handling::Keep);
    let two = [row("身份证号重复", "未处理"), row("身份证号不存在", "")];
    let both = [row("身份证号重复；身份证号不存在", "未处理")];
    for rows in [&two[..], &[two[1].clone(), two[0].clone()], &both] {
        let (told, text) = proposed(&format!("{head}\n{}\n", rows.join("\n")), roster);
        assert!(told.iter().all(|it| *it == wrong), "{told:?}");
        assert_eq!(text.matches("系统认为身份证号有误").count(), 1, "{text}");
        assert!(!text.contains("兹证明学生"), "{text}");
    }
    // What is settled is told and not asked again.
    let open = row("身份证号重复", "未处理");
    let done = row("身份证号不存在", "已变更");
    for rows in [[&done, &open], [&open, &done]] {
        let list = format!("{head}\n{}\n{}\n", rows[0], rows[1]);
        let (mut told, text) = proposed(&list, roster);
        told.sort_by_key(|it| it.1 == Handling::Keep);
        assert_eq!(told, [(Advice::NumberFits, Handling::Corroborate), settled]);
        assert!(text.contains("处理状态：已变更"), "{text}");
        assert_eq!(text.matches("problems.csv").count(), 2, "{text}");
    }
    let (told, text) = proposed(&format!("{head}\n{done}\n"), roster);
    assert_eq!(told, [settled]);
    assert!(text.contains("无需操作"), "{text}");
    assert!(!text.contains("兹证明学生"), "{text}");
}

#[test]
fn two_records_of_a_pupil_in_the_list_are_a_duplicate_by_themselves() {
    let list = "学籍号,学校标识码,姓名,性别,出生日期,身份证件号,问题类型
L110101201509011234,2111000001,王小明,男,20150901,110101201509010016,身份证号重复
G110101201509010016,2111000001,王小明,男,20150901,110101201509010016,身份证号重复
";
    let surplus = (Advice::Surplus, Handling::Delete);
    let kept = (Advice::KeptOfTwo, Handling::Corroborate);
    let roster = |student: &str| {
        format!(
            "学校标识码,姓名,性别,出生日期,身份证件号,学籍号
2111000001,王小明,男,20150901,110101201509010016,{student}
"
        )
    };
    let (told, text) = proposed(list, &roster(""));
    assert_eq!(told, [surplus, kept]);
    assert_eq!(text.matches("兹证明学生").count(), 1, "{text}");
    assert!(text.contains("学籍号G110101201509010016，"), "{text}");
    assert!(text.contains("该生学籍因重复导入"), "{text}");
    assert!(
        text.contains("problems.csv第3行是同一名学生的学籍"),
        "{text}"
    );
    let (told, _) = proposed(list, &roster("L110101201509011234"));
    assert_eq!(told, [kept, surplus]);
    // Of a pupil in no roster nothing is chosen, and two other 学籍号 do not tell which is in use.
    let unsure = (Advice::UnsureOfTwo, Handling::Review);
    let (told, _) = proposed(list, "姓名,性别\n李华,男\n");
    assert_eq!(told, [unsure; 2]);
    let (told, _) = proposed(&list.replace("G1", "J1"), &roster(""));
    assert_eq!(told, [unsure; 2]);
    // At two schools they write to each other.
    let abroad = list.replacen("2111000001", "2111000002", 1);
    let (told, text) = proposed(&abroad, &roster("G110101201509010016"));
    assert_eq!(told, [(Advice::TwoSchools, Handling::Review); 2]);
    assert_eq!(text.matches("关于核实学生学籍的函").count(), 2, "{text}");
}

#[test]
fn a_record_is_joined_to_the_pupil_it_names() {
    let roster = "姓名,性别,出生日期,身份证件号
胡志伟,男,20150901,110101201509010016
胡宇伟,男,20150902,110101201509020038
李华,女,20150902,110101201509020046
";
    let rows = |list: &str| proposed(list, roster);
    let list = "姓名,性别,出生日期,身份证件号,问题类型
胡志伟,男,20150901,110101201509020038,身份证号重复
";
    let (told, text) = rows(list);
    assert_eq!(told, [CHANGED]);
    assert!(text.contains("名册里是110101201509010016"), "{text}");
    let list = "姓名,身份证件号,问题类型
胡志伟,110101201509020038,身份证号重复
李华,11010120150902004,身份证号不存在
张军,110101201509010067,身份证号重复
";
    let (told, text) = rows(list);
    let advice: Vec<Advice> = told.iter().map(|it| it.0).collect();
    let expected = [
        Advice::Several,
        Advice::NamesakeInRosters,
        Advice::NotInRosters,
    ];
    assert_eq!(advice, expected);
    assert!(text.contains("roster.csv第4行有同名学生"), "{text}");
    let list = "姓名,性别,出生日期,身份证件号,学校标识码,问题类型
李华,女,20150902,,2111000002,姓名性别出生日期重复
";
    let of_school = roster.replace("姓名,", "学校标识码,姓名,");
    let of_school = of_school.replace("\n胡", "\n2111000001,胡");
    let of_school = of_school.replace("\n李", "\n2111000001,李");
    let (told, _) = proposed(list, &of_school);
    assert_eq!(told, [(Advice::AnotherNamesake, Handling::Review)]);
}

#[test]
fn a_list_without_a_roster_does_not_say_that_the_pupil_is_not_there() {
    let list = "姓名,身份证件号,问题类型\n王小明,110101201509010016,身份证号重复\n";
    let text = settled_files(&[("problems.csv", list)], None);
    assert!(text.contains("没有放入名册，对照不了"), "{text}");
    assert!(!text.contains("名册里没有这名学生"), "{text}");
}

#[test]
fn a_letter_about_a_name_spelt_otherwise_has_both_names() {
    let of_school = |school: &str, name: &str| {
        let row = format!("{school},{name},男,20150901,110101201509010016,13812345678\n");
        format!("学校标识码,姓名,性别,出生日期,身份证件号,联系电话\n{row}")
    };
    let one = of_school("2111000001", "马诗炜");
    let other = of_school("2111000002", "马诗伟");
    let text = settled_files(&[("一.csv", &one), ("二.csv", &other)], None);
    for name in ["马诗炜", "马诗伟"] {
        let told = format!("我校名单中的姓名是{name}。");
        assert!(text.contains(&told), "{text}");
    }
}

#[test]
fn a_row_has_one_line_though_its_number_is_wrong_too() {
    let list = "姓名,性别,出生日期,身份证件号,联系电话
王小明,男,20150901,110101201509010016,13812345678
王小明,男,20150901,110101201509010017,13812345678
";
    let text = settled_files(&[("班.csv", list)], None);
    let lines = text.lines().filter(|it| it.ends_with(":4 3"));
    assert_eq!(lines.count(), 1, "{text}");
    assert_eq!(text.matches("不能佐证，只能变更").count(), 1, "{text}");
}

#[test]
fn what_is_no_roster_of_the_run_is_neither_divided_nor_merged() {
    let listed = "姓名,身份证件号,问题类型\n王小明,110101201509010016,身份证号重复\n";
    let roster = "姓名,性别,出生日期\n王小明,男,20150901\n";
    let session = checked(&[
        ("problems.csv", listed.as_bytes()),
        ("a.csv", roster.as_bytes()),
    ]);
    let merged = session.merge_csv().unwrap_or_else(|it| panic!("{}", it.en));
    assert_eq!((merged.left_out.rows, merged.left_out.sheets), (1, 1));
    let text = String::from_utf8(finished(&merged.outputs[0])).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
}
