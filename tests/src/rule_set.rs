//! What holds for all rules together, over their examples: safe fixes leave nothing to say, the
//! names of facts are those that are known, and what is deliberately no rule is none.

use std::collections::BTreeSet;

use roster_engine::wire::{Finding, Scalar};
use roster_engine::{Describe, Values, rules};

use crate::example::Example;
use crate::example_check::{blocks_of, findings, run};

/// Every name that a fact has. Programs rely on them: a name is added here when a rule needs a new
/// one, and never changed.
const FACTS: &str = include_str!("../golden/facts.txt");

#[test]
fn a_safe_fix_leaves_its_rule_nothing_to_say() {
    let mut fixed = 0;
    let mut complaints = Vec::new();
    for rule in rules() {
        for block in blocks_of(rule.rule) {
            let mut example = Example::parse(block).expect("the examples hold");
            let mut before = findings(&run(&example));
            before.retain(|it| it.rule == rule.rule);
            let with_fix: Vec<Finding> = before
                .iter()
                .filter(|it| apply_safe_fix(it, &mut example))
                .cloned()
                .collect();
            if with_fix.is_empty() {
                continue;
            }
            fixed += with_fix.len();
            let mut after = findings(&run(&example));
            after.retain(|it| it.rule == rule.rule);
            let still = after
                .iter()
                .filter(|it| with_fix.iter().any(|was| was.place == it.place));
            complaints.extend(still.map(|it| format!("{}: {:?}", it.rule, it.facts)));
            if after.len() > before.len() - with_fix.len() {
                complaints.push(format!("{} says more after its own fixes", rule.rule));
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert!(fixed > 30, "only {fixed} safe fixes were tried");
}

/// What is told as not run, of a list with these columns and this parameter.
fn not_run(columns: &str, set: &str) -> Vec<(&'static str, &'static str)> {
    let example = format!(
        "{set}\n| 姓名 |{columns}\n| 王小明 |{}\n",
        columns.replace(|it| it != '|', " ")
    );
    let session = run(&Example::parse(&example).expect("an example"));
    let summary = Describe {
        session: &session,
        values: Values::Shown,
    }
    .summary();
    let told = summary.not_run.iter();
    told.map(|it| (it.rule, it.why)).collect()
}

#[test]
fn a_rule_that_says_something_is_not_told_as_not_run() {
    for rule in rules() {
        for block in blocks_of(rule.rule) {
            let session = run(&Example::parse(block).expect("the examples hold"));
            let not_run = &session.findings().not_run;
            for finding in findings(&session) {
                let told = not_run.iter().find(|it| it.rule == finding.rule);
                assert!(told.is_none(), "{told:?}\n{block}");
            }
        }
    }
}

#[test]
fn a_rule_that_cannot_say_anything_is_told_with_its_reason() {
    let names = not_run("", "");
    for (rule, why) in [
        ("R5011", "column-absent"),
        ("R7009", "other-stage"),
        ("R7015", "other-stage"),
        ("R0106", "turned-off"),
    ] {
        assert!(names.contains(&(rule, why)), "{rule} {names:?}");
    }
    let why = |columns, set, rule| {
        not_run(columns, set)
            .into_iter()
            .find(|it| it.0 == rule)
            .map(|it| it.1)
    };
    assert_eq!(why(" 学校标识码 |", "", "R8012"), Some("column-absent"));
    assert_eq!(why(" 学校标识码 | 年级 |", "", "R8012"), None);
    assert_eq!(why(" 入学年月 |", "", "R3009"), Some("column-absent"));
    assert_eq!(why(" 班级 |", "", "R8015"), Some("column-absent"));
    assert_eq!(why(" 班级 | 年级 |", "", "R8015"), None);
    assert_eq!(why(" 班级 |", "", "R8016"), None);
    assert_eq!(
        why(" 班级 |", "@ set class_size_max=0", "R8016"),
        Some("turned-off")
    );
    assert_eq!(why("", "@ stage=after-import", "R7014"), Some("no-scans"));
    assert_eq!(
        why(" 异动类别 | 异动日期 |", "", "R9007"),
        Some("turned-off")
    );
    assert_eq!(
        why(
            " 异动类别 | 异动日期 |",
            "@ set transfer_final_term=no",
            "R9007"
        ),
        None
    );
}

/// Writes the text of a finding's safe fix into the example, as text; whether there was one.
fn apply_safe_fix(finding: &Finding, example: &mut Example) -> bool {
    let safe = finding.fixes.iter().find(|it| it.trust == "safe");
    let Some(edit) = safe.and_then(|it| it.edits.first()) else {
        return false;
    };
    let file = example
        .files
        .iter_mut()
        .find(|it| it.name == edit.file)
        .expect("its file");
    let named = file
        .sheets
        .iter()
        .position(|it| it.name.as_ref() == Some(&edit.sheet));
    let sheet = &mut file.sheets[named.unwrap_or(0)];
    let digits = edit
        .cell
        .find(|it: char| it.is_ascii_digit())
        .expect("an address");
    let (letters, row) = edit.cell.split_at(digits);
    let letter = |number: usize, it: u8| number * 26 + usize::from(it - b'A') + 1;
    let column = letters.bytes().fold(0, letter) - 1;
    let row: usize = row.parse().expect("a row number");
    sheet.lines[row - 1][column].clone_from(&edit.to);
    true
}

#[test]
fn the_names_of_facts_are_those_that_are_known() {
    let known: BTreeSet<&str> = FACTS.lines().collect();
    assert!(FACTS.lines().is_sorted(), "the list is sorted");
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for rule in rules() {
        for block in blocks_of(rule.rule) {
            let example = Example::parse(block).expect("the examples hold");
            for finding in findings(&run(&example)) {
                used.extend(finding.facts.keys());
            }
        }
    }
    let new: Vec<_> = used.difference(&known).collect();
    assert!(
        new.is_empty(),
        "new facts, to be added to golden/facts.txt: {new:?}"
    );
    let unused: Vec<_> = known.difference(&used).collect();
    assert!(
        unused.is_empty(),
        "no example shows these facts any more: {unused:?}"
    );
}

#[test]
fn every_fact_is_said_in_both_languages() {
    for rule in rules() {
        for block in blocks_of(rule.rule) {
            let example = Example::parse(block).expect("the examples hold");
            let mut found = findings(&run(&example));
            found.retain(|it| it.rule == rule.rule);
            for finding in found {
                let message = &finding.message;
                assert!(
                    !message.zh.is_empty() && !message.en.is_empty(),
                    "{}",
                    rule.rule
                );
                assert!(!message.en.contains(['，', '。', '；']), "{}", message.en);
                for fact in finding.facts.values() {
                    if let Scalar::Said(said) = fact {
                        // A district's hint may be nothing, in both languages then.
                        assert_eq!(said.zh.is_empty(), said.en.is_empty(), "{}", rule.rule);
                    }
                }
            }
        }
    }
}

/// Tempting rules that would be wrong, each with a sheet that it would speak about.
const DELIBERATELY_SILENT: [(&str, &str); 7] = [
    (
        "a number of an abolished region",
        "| 姓名 | 身份证件类型 | 身份证件号 |
         | 王小明 | 居民身份证 | 110103200809010016 |",
    ),
    (
        "a birth place and a household elsewhere than the number",
        "| 姓名 | 出生地行政区划代码 | 身份证件号 | 户口所在地行政区划代码 |
         | 王小明 | 440308000000 | 110101201509010016 | 441900000000 |",
    ),
    (
        "names beyond the basic block, with a dot, with 〇",
        "| 姓名 | 性别 |
         | 王𠮷 | 男 |
         | 阿依古丽·买买提 | 女 |
         | 赵〇 | 男 |",
    ),
    (
        "a temporary number without a check digit",
        "| 姓名 | 学籍号 |
         | 王小明 | L110101201509010000 |
         | 李小红 | L110101201509020001 |",
    ),
    (
        "pupils of one name and one birth date who share nothing else",
        "| 姓名 | 性别 | 出生日期 | 身份证件号 | 联系电话 |
         | 李小红 | 女 | 20150902 | 11010120150902002X | 13800000003 |
         | 李小红 | 女 | 20150902 | 440308201509020080 | 13800000004 |",
    ),
    (
        "young and old pupils, and a class of any size",
        "| 姓名 | 出生日期 | 年级 |
         | 王小明 | 20210901 | 小学一年级 |
         | 李小红 | 20120101 | 小学一年级 |",
    ),
    (
        "a new student number after a pause, a class repeated",
        "| 姓名 | 学籍号 | 入学年月 | 年级 |
         | 王小明 | L110101201509010000 | 202109 | 小学五年级 |",
    ),
];

#[test]
fn what_is_deliberately_no_rule_stays_silent() {
    for (what, block) in DELIBERATELY_SILENT {
        let example = Example::parse(block).unwrap_or_else(|it| panic!("{what}: {it}"));
        let mut found = findings(&run(&example));
        found.retain(|it| it.level != "info");
        assert!(found.is_empty(), "{what}: {found:#?}");
    }
}

#[test]
fn a_number_of_18_digits_that_differs_from_the_student_number_is_no_error() {
    let block = "| 姓名 | 身份证件号 | 学籍号 |
                 | 王小明 | 110101201509010016 | G440308201509010018 |";
    let found = findings(&run(&Example::parse(block).expect("a block")));
    let levels: Vec<_> = found
        .iter()
        .filter(|it| it.rule == "R8003")
        .map(|it| it.level)
        .collect();
    assert_eq!(levels, ["warning"]);
    assert!(found.iter().all(|it| it.level != "error"), "{found:#?}");
}
