//! Lists of 问题学籍 that say the problem of a row elsewhere than in a cell of its own: marks below the kinds, and kinds
//! written once for all the rows below.

use roster_model::Handling;
use roster_rules::Advice;

use crate::listed::{proposed, proposed_of};

const PROVED: (Advice, Handling) = (Advice::NumberFits, Handling::Corroborate);
const MISMATCH: (Advice, Handling) = (Advice::NameMismatch, Handling::Change);
const WRONG: (Advice, Handling) = (Advice::NumberSeemsRight, Handling::Change);

const ROSTER: &str = "学籍号,姓名,性别,出生日期,身份证件号
G110101201509010016,王小明,男,20150901,110101201509010016
G110101201509020046,李小红,女,20150902,110101201509020046
G110101201509010032,张华,男,20150901,110101201509010032
";

#[test]
fn a_mark_below_a_kind_says_who_has_the_problem() {
    for (yes, no) in [("√", ""), ("是", "否"), ("1", "0"), ("✓", "/")] {
        let list = format!(
            "姓名,身份证号,身份证号重复,身份证号错误,姓名不匹配
王小明,110101201509010016,{yes},{no},{no}
李小红,110101201509020046,{no},{no},{yes}
张华,110101201509010032,{yes},{yes},{no}
"
        );
        // What the file is called does not matter.
        let told = proposed_of(&[("汇总.csv", &list), ("roster.csv", ROSTER)]);
        assert_eq!(told, [PROVED, MISMATCH, WRONG], "{yes}");
        let (_, text) = proposed(&list, ROSTER);
        assert!(
            text.contains("problems.csv第4行：身份证号重复；身份证号错误"),
            "{text}"
        );
        assert!(!text.contains("请选“删除”"), "{text}");
    }
    // A roster in which something was looked at, or in which a few have a mark, is no list.
    for list in [
        "姓名,身份证号,身份证号校验\n王小明,110101201509010016,√\n",
        "姓名,身份证号,身份证号是否有误\n王小明,110101201509010016,是\n",
        "姓名,身份证号,身份证号重复\n王小明,110101201509010016,否\n",
        "姓名,身份证号,身份证号重复\n王小明,110101201509010016,√\n李小红,110101201509020046,\n张华,110101201509010032,\n",
    ] {
        let told = proposed_of(&[("班级.csv", list), ("roster.csv", ROSTER)]);
        assert_eq!(told, [], "{list}");
    }
}

#[test]
fn a_kind_that_is_written_once_counts_for_the_rows_below() {
    let list = "问题类型,姓名,身份证件号
身份证号与姓名不匹配,王小明,110101201509010016
,李小红,110101201509020046
身份证号错误,张华,110101201509010032
";
    let (told, text) = proposed(list, ROSTER);
    assert_eq!(told, [MISMATCH, MISMATCH, WRONG]);
    assert!(
        text.contains("问题类型这一格是空的，按名单第2行的算；"),
        "{text}"
    );
    assert!(
        text.contains("problems.csv第3行：身份证号与姓名不匹配"),
        "{text}"
    );
    // Where rows have the kind of the row above written out, a blank cell says nothing.
    let list = "问题类型,姓名,身份证件号
身份证号错误,王小明,110101201509010016
身份证号错误,李小红,110101201509020046
,张华,110101201509010032
";
    let unknown = (Advice::NotUnderstood, Handling::Review);
    assert_eq!(proposed(list, ROSTER).0, [WRONG, WRONG, unknown]);
}

#[test]
fn a_duplicate_without_a_word_of_what_is_settled_by_the_roster() {
    for kind in [
        "疑似重复",
        "学籍重复",
        "一人多籍",
        "跨省重复",
        "省内重复",
        "校内重复",
    ] {
        let list = format!(
            "姓名,性别,出生日期,身份证件号,问题类型\n王小明,男,20150901,110101201509010016,{kind}\n李小红,女,20150902,,{kind}\n"
        );
        let roster = ROSTER.replace("110101201509020046\nG1", "\nG1");
        let namesake = (Advice::Namesake, Handling::Corroborate);
        assert_eq!(proposed(&list, &roster).0, [PROVED, namesake], "{kind}");
    }
}

#[test]
fn a_record_is_joined_though_its_number_has_a_slip_or_lacks_its_letter() {
    let roster = "年级,班级,学籍号,姓名,性别,出生日期,身份证件号
一年级,1班,G110101201509010016,王小明,男,20150901,110101201509010016
";
    let changed = (Advice::Differs, Handling::Change);
    for number in ["110101201509010017", "110101201509010061"] {
        let list =
            format!("姓名,身份证号,年级,班级,问题类型\n王小明,{number},一年级,1班,身份证号错误\n");
        let (told, text) = proposed(&list, roster);
        assert_eq!(told, [changed], "{number}");
        assert!(text.contains("名册里是110101201509010016"), "{text}");
    }
    let namesake = (Advice::NamesakeInRosters, Handling::Review);
    for (number, class) in [("110101201509010017", "2班"), ("110101201508020017", "1班")] {
        let list = format!(
            "姓名,身份证号,年级,班级,问题类型\n王小明,{number},一年级,{class},身份证号错误\n"
        );
        assert_eq!(proposed(&list, roster).0, [namesake], "{number}");
    }
    let list = "学籍号,姓名,问题类型\n110101201509010016,王小明,身份证号重复\n";
    assert_eq!(proposed(list, roster).0, [PROVED]);
    // What is legible of the number is a pupil's, and what is legible of the name is not.
    let list =
        "姓名,身份证号,班级,问题类型\n赵*,110101********0016,一年级1班,身份证号与姓名不匹配\n";
    let (told, text) = proposed(list, roster);
    assert_eq!(told, [(Advice::AnotherRecord, Handling::Review)]);
    assert!(text.contains("roster.csv第2行有这个号码"), "{text}");
    // Which rows a record may be is told.
    let twice = format!("{roster}一年级,2班,,王小明,男,20150901,\n");
    let list = "姓名,性别,出生日期,问题类型\n王小明,男,20150901,姓名性别出生日期重复\n";
    let (told, text) = proposed(
        list,
        &twice.replace("男,20150901,\n", "男,20150901,110101201509010032\n"),
    );
    if told == [(Advice::Several, Handling::Review)] {
        assert!(
            text.contains("roster.csv第2行、roster.csv第3行都与这条记录相符"),
            "{text}"
        );
    }
}
