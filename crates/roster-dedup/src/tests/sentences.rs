//! Promises about all sentences, and about the evidence.
//!
//! The wording itself is read by people, not by tests.

use roster_model::{Agreement, Handling, Said, Sheet, Stage};

use super::{check, groups_of, sheet};
use crate::decide::materials::materials;
use crate::people::second_number::Second;
use crate::say::{Reason, proposal};

const REASONS: [Reason; 40] = [
    Reason::KeptOfOne,
    Reason::KeptOfOneWrong,
    Reason::Surplus,
    Reason::OneRecord,
    Reason::OneRecordUntold,
    Reason::OneRecordDiffers,
    Reason::FieldsAgainstNumber,
    Reason::FieldsUndecided,
    Reason::TwoSchools,
    Reason::SchoolsUntold,
    Reason::TwoSchoolsShared,
    Reason::FitsInTwoSchools,
    Reason::FieldsInTwoSchools,
    Reason::TwoSchoolsNumbers,
    Reason::FitsNumber,
    Reason::FitsAlone,
    Reason::NotFitting,
    Reason::NobodyFits,
    Reason::FitsAndIsOwner,
    Reason::OwnerNotFitting,
    Reason::OwnNumberIsAnother,
    Reason::OwnedByAnother,
    Reason::SeveralFit,
    Reason::SeveralFitTwins,
    Reason::SeveralFitToldApart,
    Reason::OwnedByAnotherToldApart,
    Reason::Renamed,
    Reason::NearNumbers,
    Reason::SharedWitness,
    Reason::NothingTells,
    Reason::NumberWrong,
    Reason::NumberRight,
    Reason::SurplusWithoutNumber,
    Reason::DifferentPupils,
    Reason::NothingTellsWithoutNumber,
    Reason::SeveralNumbers,
    Reason::SpeltOtherwise,
    Reason::Near,
    Reason::NearAndFitting,
    Reason::NearAndSeveralFit,
];

#[test]
fn the_student_number_is_named_where_the_number_is_in_doubt_and_changes_no_handling() {
    for stage in [Stage::BeforeImport, Stage::AfterImport] {
        for reason in REASONS {
            let silent = proposal(reason, Second::Silent, &Said::default(), stage);
            for second in [Second::Same, Second::Another] {
                let told = proposal(reason, second, &Said::default(), stage);
                assert_eq!(told.0, silent.0, "{reason:?}");
                let (zh, en) = second.words();
                let named = told.1.zh.contains(zh) && told.1.en.contains(en);
                assert!(named || told.1 == silent.1, "{:?}", told.1);
                assert!(!told.1.zh.contains(' ') && !told.1.en.contains("  "));
            }
        }
    }
}

#[test]
fn every_sentence_says_who_decides() {
    for stage in [Stage::BeforeImport, Stage::AfterImport] {
        let mut seen = Vec::new();
        for reason in REASONS {
            let (_, why) = proposal(reason, Second::Silent, &Said::default(), stage);
            assert!(why.zh.ends_with("系统建议，须由学校核实。"), "{}", why.zh);
            assert!(
                why.en.ends_with("the school has to confirm it."),
                "{}",
                why.en
            );
            assert!(!why.zh.contains(' ') && !why.en.contains("  "), "{why:?}");
            assert!(
                !seen.contains(&why),
                "{reason:?} has the sentence of another reason"
            );
            seen.push(why);
        }
    }
}

#[test]
fn papers_are_asked_for_only_where_something_is_uploaded() {
    use Handling::{Change, Corroborate, Delete, Keep, Review};
    let counts =
        |stage| [Keep, Delete, Change, Corroborate, Review].map(|it| materials(it, stage).len());
    assert_eq!(counts(Stage::BeforeImport), [0, 0, 0, 2, 0]);
    assert_eq!(counts(Stage::AfterImport), [0, 0, 1, 2, 0]);
}

#[test]
fn no_personal_value_is_in_a_sentence() {
    let table = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1姓名 |
        | 欧阳凡 | 男   | 20150901 | 110101201509010016 | 13812345678 | 欧阳军    |
        | 欧阳凡 | 男   | 20150901 | 110101201509010016 | 13812345678 | 欧阳军    |
        | 欧阳凡 | 男   | 20150901 |                    | 13812345678 | 欧阳军    |";
    let groups = groups_of(&[&sheet(table)], Stage::AfterImport);
    let text = format!("{groups:?}");
    assert_eq!(groups.len(), 2);
    for value in ["欧阳", "20150901", "0016", "1381234"] {
        assert!(!text.contains(value), "{value}");
    }
}

#[test]
fn a_shared_number_counts_date_and_sex_once_and_one_witness() {
    let groups = check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1姓名 | 现住址               |
         | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 | 张军      | 通化县新华街336号1室 |
         | 张小凡 | 男   | 20150901 | 110101201509010016 | 13812345678 | 张军      | 通化县光明街9号102室 |",
        "A certain: 1 keep, 2 delete",
    );
    let found: Vec<_> = groups[0].links[0]
        .evidence
        .iter()
        .map(|it| (it.column.key(), it.agreement, it.tenth_bits))
        .collect();
    assert_eq!(
        found,
        [
            ("id_number", Agreement::Equal, 280),
            ("name", Agreement::Equal, 195),
            ("phone", Agreement::Equal, 80),
            ("birth_date", Agreement::Equal, 0),
            ("sex", Agreement::Equal, 0),
            ("member1_name", Agreement::Equal, 0),
            ("address", Agreement::Different, 0),
        ]
    );
    assert_eq!(groups[0].tenth_bits(), 555);
}

#[test]
fn slips_in_a_number_are_named() {
    for (other, agreement, weight) in [
        ("110101201509010106", Agreement::Swapped, 80),
        ("110101201509010017", Agreement::OneEdit, 80),
        ("110101201509010032", Agreement::Partial, 30),
        ("210101201509010016", Agreement::OneEdit, 189),
        ("440308201509011352", Agreement::Different, -60),
    ] {
        let table = format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         |
             | 张小凡 | 男   | 20150901 | 110101201509010016 |
             | 张小凡 | 男   | 20150901 | {other} |"
        );
        let groups = groups_of(&[&sheet(&table)], Stage::BeforeImport);
        let number = groups[0].links[0]
            .evidence
            .iter()
            .find(|it| it.column.key() == "id_number");
        let number = number.unwrap();
        assert_eq!(
            (number.agreement, number.tenth_bits),
            (agreement, weight),
            "{other}"
        );
    }
}

#[test]
fn a_surplus_row_names_what_it_says_otherwise_and_the_right_row_stays() {
    let groups = check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 民族 | 联系电话    | 现住址 |
         | 张小凡 | 2    | 20150901 | 110101201509010024 | 汗族 | 1381234     | 通化县新华街336号1室 |
         | 张小凡 | 女   | 2015-9-1 | 110101201509010024 | 汉族 | 13812345678 |        |",
        "A certain: 1 delete, 2 keep",
    );
    let why = &groups[0].members[0].why;
    assert!(
        why.zh.contains("不同的有：民族、联系电话、现住址，"),
        "{}",
        why.zh
    );
    assert!(!groups[0].members[1].why.zh.contains("不同的有"));
    let copy =
        "| 姓名 | 身份证件号 |\n | 张小凡 | 110101201509010024 |\n | 张小凡 | 110101201509010024 |";
    let groups = check(copy, "A certain: 1 keep, 2 delete");
    assert!(!groups[0].members[1].why.zh.contains("不同的有"));
}

#[test]
fn a_name_that_is_written_otherwise_is_told_where_something_else_differs_too() {
    for (name, is_told) in [("王梓涵", true), ("王子涵", false)] {
        let table = format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         |
             | 王子涵 | 女   | 20150901 | 110101201509010024 |
             | {name} | 女   | 20150902 | 110101201509010024 |"
        );
        let groups = check(&table, "H certain: 1 keep, 2 change");
        for it in &groups[0].members {
            assert_eq!(it.why.zh.contains("姓名的写法"), is_told, "{}", it.why.zh);
            assert!(!it.why.zh.contains("姓名和身份证号"), "{}", it.why.zh);
        }
    }
}

#[test]
fn evidence_says_which_characters_differ_and_what_a_short_number_lacks() {
    let said = |rows: &str| {
        let table = format!("| 姓名 | 性别 | 出生日期 | 身份证件号 | 联系电话 |\n{rows}");
        let groups = groups_of(&[&sheet(&table)], Stage::BeforeImport);
        let evidence = groups.iter().flat_map(|it| &it.links);
        let evidence = evidence.flat_map(|it| &it.evidence);
        let said = evidence.map(|it| format!("{} / {}", it.said.zh, it.said.en));
        said.collect::<Vec<_>>().join("\n")
    };
    let forms = said(
        "| 张伟东 | 男 | 20150901 | 110101201509010016 | |
         | 張偉東 | 男 | 20150901 | 110101201509010016 | |",
    );
    assert!(forms.contains("姓名第 1、2、3 个字不同"), "{forms}");
    assert!(forms.contains("characters 1, 2 and 3 of the name differ: other forms"));
    let short = said(
        "| 张伟东 | 男 | 20150901 | 110101201509010016 | 13800000001 |
         | 张伟东 | 男 | 20150901 | 110101150901001 | 13800000001 |",
    );
    assert!(
        short.contains("15 位的身份证号缺年份的前两位和校验码"),
        "{short}"
    );
}

#[test]
fn numbers_that_are_the_other_way_round_in_another_list_are_told() {
    let head = "| 姓名 | 性别 | 出生日期 | 身份证件号 | 联系电话 |\n";
    let list = |one: &str, other: &str| {
        sheet(&format!(
            "{head}| {one} | 女 | 20150901 | 110101201509010024 | 13812345678 |
             | {other} | 女 | 20150901 | 110101201509010040 | 13812345678 |"
        ))
    };
    let told = |other: Sheet| {
        let groups = groups_of(&[&list("张子涵", "张子晗"), &other], Stage::BeforeImport);
        let why = groups.iter().flat_map(|it| &it.members);
        let is_told = why.map(|it| it.why.zh.contains("在两处正好互换"));
        is_told.collect::<Vec<_>>()
    };
    let crossed = told(list("张子晗", "张子涵"));
    assert!(
        !crossed.is_empty() && crossed.iter().all(|it| *it),
        "{crossed:?}"
    );
    assert!(!told(list("张子涵", "张子晗")).contains(&true));
}

#[test]
fn a_reason_says_what_differs_and_what_follows_after_the_import() {
    let table = "| 姓名 | 性别 | 出生日期 | 身份证件号 | 联系电话 |
                 | 张小凡 | 女 | 20150901 | 110101201509010024 | 13812345678 |
                 | 张小凡 | 女 | 20150902 | | 13812345678 |";
    let reasons = |table: &str, stage| {
        let groups = groups_of(&[&sheet(table)], stage);
        let members = groups.iter().flat_map(|it| &it.members);
        let why = members.map(|it| it.why.zh.clone());
        why.collect::<Vec<_>>().join("\n")
    };
    for stage in [Stage::BeforeImport, Stage::AfterImport] {
        let why = reasons(table, stage);
        assert_eq!(
            why.matches("与另一行相比：出生日期只差一位。").count(),
            2,
            "{why}"
        );
        assert!(!why.contains("姓名以户口簿为准"), "{why}");
        let names = table.replace("张小凡 | 女 | 20150902 |", "张小帆 | 女 | 20150901 |");
        let why = reasons(&names, stage);
        assert!(why.contains("姓名第3个字不同，读音相同"), "{why}");
    }
    let after = reasons(table, Stage::AfterImport);
    assert!(
        !after.contains("只留一行") && !after.contains("补上"),
        "{after}"
    );
    for word in ["佐证", "变更", "删除"] {
        assert!(after.contains(word), "{after}");
    }
    // Which of birth date and sex is at odds with the number.
    for (row, said) in [
        ("男 | 20150901", "与号码不符的是性别。"),
        ("女 | 20150902", "与号码不符的是出生日期。"),
        ("男 | 20150902", "出生日期和性别都与号码不符。"),
    ] {
        let table = format!(
            "| 姓名 | 性别 | 出生日期 | 身份证件号 |
             | 张小凡 | 女 | 20150901 | 110101201509010024 |
             | 李一鸣 | {row} | 110101201509010024 |"
        );
        let why = reasons(&table, Stage::AfterImport);
        assert_eq!(why.matches(said).count(), 1, "{why}");
    }
}
