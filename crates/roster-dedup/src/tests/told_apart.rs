//! Promises about pairs that somebody told apart (不是重复).

use roster_model::{Group, Sheet, Stage};

use super::{render, sheet, today};
use crate::decide::told_apart::{Told, key};
use crate::fold::{SEED, fold};
use crate::{People, ToldApart, find_matches, pair_key};

const NEAR: &str = "
    | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
    | 王小伟 | 男   | 20150901 | 110101201509010016 | 13812345678 |
    | 王小炜 | 男   | 20150901 |                    | 13812345678 |";

const WITHOUT_NUMBERS: &str = "
    | 姓名   | 性别 | 出生日期 | 联系电话    | 成员1姓名 |
    | 王小伟 | 男   | 20150901 | 13812345678 | 王军      |
    | 王小伟 | 男   | 20150901 | 13812345679 | 王勇      |
    | 王小伟 | 男   | 20150901 | 13812345678 | 王军      |";

const DIFFERENT_NUMBERS: &str = "
    | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
    | 王小伟 | 男   | 20150901 | 110101201509010016 | 13812345678 |
    | 王小伟 | 男   | 20150901 | 110101201509010032 | 13812345678 |";

const ONE_NUMBER: &str = "
    | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
    | 王小伟 | 男   | 20150901 | 110101201509010016 | 13812345678 |
    | 王小炜 | 男   | 20150901 | 110101201509010016 | 13812345678 |";

/// Nobody has to be kept from turning it round here.
fn hash(bytes: &[u8]) -> [u8; 32] {
    let mut all = [0; 32];
    for (at, part) in all.chunks_mut(8).enumerate() {
        let seed = SEED.wrapping_mul(at as u64 + 1);
        part.copy_from_slice(&fold(seed, bytes.iter().map(|&it| it.into())).to_le_bytes());
    }
    all
}

fn told_apart(sheet: &Sheet, rows: &[(u32, u32)]) -> ToldApart {
    let key = |&(a, b): &(u32, u32)| pair_key(hash, (sheet, a - 1), (sheet, b - 1));
    ToldApart::new(hash, rows.iter().filter_map(key))
}

fn groups(sheets: &[&Sheet], pairs: &ToldApart, stage: Stage) -> Vec<Group> {
    let people = People::gather(sheets, today()).with_told_apart(pairs);
    find_matches(&people, stage, |_| {}).groups
}

/// The groups of a table in both stages, with these rows told apart, and how many of the pairs were taken.
fn check(table: &str, rows: &[(u32, u32)], expected: [&str; 2]) {
    let sheet = sheet(table);
    for (stage, expected) in [Stage::BeforeImport, Stage::AfterImport]
        .into_iter()
        .zip(expected)
    {
        let pairs = told_apart(&sheet, rows);
        let found = groups(&[&sheet], &pairs, stage);
        assert_eq!(render(&found, 1), expected, "{table}");
        assert_eq!(pairs.taken(), rows.len());
    }
}

#[test]
fn a_near_pair_is_not_brought_together_again() {
    check(NEAR, &[], ["N review: 1 review, 2 review"; 2]);
    check(NEAR, &[(1, 2)], [""; 2]);
}

#[test]
fn namesakes_with_numbers_of_their_own_need_nothing() {
    check(DIFFERENT_NUMBERS, &[], ["F likely: 1 review, 2 review"; 2]);
    check(DIFFERENT_NUMBERS, &[(2, 1)], [""; 2]);
}

#[test]
fn what_the_system_will_flag_stays_and_is_to_be_proved() {
    check(
        WITHOUT_NUMBERS,
        &[],
        ["G certain: 1 corroborate, 2 corroborate, 3 delete"; 2],
    );
    check(
        "| 姓名   | 性别 | 出生日期 | 联系电话    | 民族 |
         | 王小伟 | 男   | 20150901 | 13812345678 | 汉族 |
         | 王小伟 | 男   | 20150901 |             | 汉族 |",
        &[(1, 2)],
        ["G certain: 1 corroborate, 2 corroborate"; 2],
    );
}

#[test]
fn one_number_of_two_pupils_is_wrong_for_one_of_them() {
    check(ONE_NUMBER, &[], ["B certain: 1 review, 2 review"; 2]);
    check(ONE_NUMBER, &[(1, 2)], ["D certain: 1 review, 2 review"; 2]);
}

#[test]
fn all_rows_say_that_they_were_told_apart_whosever_the_number_is() {
    let table = "
        | 姓名   | 身份证号           | 学籍号              |
        | 王小伟 | 110101201509010016 | G110101201509010016 |
        | 赵云   | 110101201509010016 | L110101201509012345 |";
    let sheet = sheet(table);
    let pairs = told_apart(&sheet, &[(1, 2)]);
    let found = groups(&[&sheet], &pairs, Stage::BeforeImport);
    assert!(found[0].told_apart);
    for member in &found[0].members {
        assert!(member.why.zh.contains("已有人确认是不同的学生"));
        assert!(!member.why.zh.contains("改过名"));
    }
}

#[test]
fn rows_that_say_the_same_cannot_be_told_apart() {
    let sheet = sheet(WITHOUT_NUMBERS);
    assert_eq!(pair_key(hash, (&sheet, 0), (&sheet, 2)), None);
    assert_ne!(pair_key(hash, (&sheet, 0), (&sheet, 1)), None);
}

#[test]
fn a_pair_is_known_in_another_file_with_other_columns_and_spellings() {
    let before = sheet(DIFFERENT_NUMBERS);
    let pairs = told_apart(&before, &[(1, 2)]);
    let again = sheet(
        "| 班级 | 身份证件号         | 姓名    | 联系电话      | 性别 | 出生日期   | 民族 |
         | 一班 | 110101201509010032 | 王小 伟 | 138 1234 5678 | 1    | 2015-09-01 | 汉族 |
         | 二班 | 110101201509010016 | 王小伟  | 13812345678   | 男   | 2015/9/1   | 汉族 |",
    );
    let found = groups(&[&again], &pairs, Stage::BeforeImport);
    assert_eq!(render(&found, 1), "");
    assert_eq!(pairs.taken(), 1);
}

#[test]
fn a_pair_holds_when_the_system_has_given_the_student_numbers() {
    let with_student_numbers = |table: &str| {
        let mut numbers = ["学籍号", "G110101201509010016", "L110101201509010032", ""].iter();
        let lines = table.trim().lines();
        let lines = lines.map(|it| format!("{} {} |", it.trim(), numbers.next().unwrap()));
        lines.collect::<Vec<_>>().join("\n")
    };
    for table in [NEAR, DIFFERENT_NUMBERS, ONE_NUMBER, WITHOUT_NUMBERS] {
        let pairs = told_apart(&sheet(table), &[(1, 2)]);
        let after = sheet(&with_student_numbers(table));
        groups(&[&after], &pairs, Stage::AfterImport);
        assert_eq!(pairs.taken(), 1, "{table}");
    }
    // Whoever has a number is not another for a new telephone.
    let pairs = told_apart(&sheet(DIFFERENT_NUMBERS), &[(1, 2)]);
    let moved = sheet(&DIFFERENT_NUMBERS.replacen("13812345678", "13987654321", 1));
    groups(&[&moved], &pairs, Stage::AfterImport);
    // The numbers alone bring them together here.
    assert_eq!(pairs.taken(), 1);
}

#[test]
fn pairs_of_older_files_hold() {
    let before = sheet(DIFFERENT_NUMBERS);
    let (a, b) = ((&before, 0), (&before, 1));
    for told in [Told::Identity, Told::Witnesses, Told::Everything] {
        let pairs = ToldApart::new(hash, key(hash, a, b, told));
        let found = groups(&[&before], &pairs, Stage::BeforeImport);
        assert_eq!((render(&found, 1).as_str(), pairs.taken()), ("", 1));
    }
}

#[test]
fn a_pair_holds_when_a_number_is_filled_in_or_a_telephone_or_a_guardian_mended() {
    let table = |numbers: [&str; 2], phone: &str, guardian: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号 | 联系电话    | 成员1联系电话 | 成员1姓名 |
             | 王小伟 | 男   | 20150901 | {}         | 13812345678 | 13812345671 | 王军 |
             | 王小伟 | 男   | 20150901 | {}         | 13812345678 | {phone} | {guardian} |",
            numbers[0], numbers[1]
        )
    };
    let (one, other) = ("110101201509010016", "440308201509011352");
    let before = table(["", ""], "13812345672", "王勇");
    let pairs = told_apart(&sheet(&before), &[(1, 2)]);
    let proved = "G certain: 1 corroborate, 2 corroborate";
    for (after, expected) in [
        (before, proved),
        (table([one, ""], "13812345672", "王勇"), proved),
        (table(["", other], "13812345672", "王永"), proved),
        (table(["", ""], "13812345673", "王勇"), proved),
        (table([one, other], "13812345672", "王勇"), ""),
        (table([one, other], "", "王勇"), ""),
    ] {
        let found = groups(&[&sheet(&after)], &pairs, Stage::BeforeImport);
        assert_eq!(render(&found, 1), expected, "{after}");
        assert_eq!(pairs.taken(), 1, "{after}");
    }
    // Numbers that are right are enough, whatever becomes of the rest.
    let pairs = told_apart(
        &sheet(&table([one, other], "13812345672", "王勇")),
        &[(1, 2)],
    );
    let after = table([one, other], "", "王军").replace("| 男 ", "|    ");
    groups(&[&sheet(&after)], &pairs, Stage::BeforeImport);
    assert_eq!(pairs.taken(), 1, "{after}");
    let others = table(["", ""], "13812345673", "王永");
    groups(&[&sheet(&others)], &pairs, Stage::BeforeImport);
    assert_eq!(pairs.taken(), 0, "nothing of it is left");
}

#[test]
fn a_pair_holds_no_longer_when_a_row_says_something_else() {
    let before = sheet(NEAR);
    let pairs = told_apart(&before, &[(1, 2)]);
    let changed = sheet(&NEAR.replace("王小炜", "王小玮"));
    let found = groups(&[&changed], &pairs, Stage::BeforeImport);
    assert_eq!(render(&found, 1), "N review: 1 review, 2 review");
    assert_eq!(pairs.taken(), 0);
}

#[test]
fn a_pair_of_which_one_has_a_number_holds() {
    let table = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
        | 王小伟 | 男   | 20150901 | 110101201509010016 | 13812345678 |
        | 王小伟 | 男   | 20150901 |                    | 13812345678 |";
    let apart = ["G certain: 1 corroborate, 2 corroborate"; 2];
    check(table, &[(1, 2)], apart);
    let pairs = told_apart(&sheet(table), &[(1, 2)]);
    let last = table.rfind("13812345678").unwrap();
    let mended = format!("{}13987654321 |", &table[..last]);
    let found = groups(&[&sheet(&mended)], &pairs, Stage::BeforeImport);
    assert_eq!(render(&found, 1), apart[0]);
    let filled = table.replace("                   |", " 440308201509010050 |");
    let found = groups(&[&sheet(&filled)], &pairs, Stage::BeforeImport);
    assert_eq!(render(&found, 1), "");
    // Somebody else of the name.
    let other = mended.replacen("110101201509010016", "110101201509010032", 1);
    groups(&[&sheet(&other)], &pairs, Stage::BeforeImport);
    assert_eq!(pairs.taken(), 0);
}

#[test]
fn a_pair_told_apart_by_its_numbers_is_asked_again_when_these_are_one() {
    let before = "
        | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 成员1姓名 |
        | 王小伟 | 男   | 20150901 | 110101201509010016 | 13812345678 | 王军      |
        | 王小伟 | 男   | 20150901 | 110101201509010032 | 13812345679 | 王勇      |";
    let twice = "A certain: 1 keep, 2 delete";
    for one in [
        before.replace("010032", "010016"),
        before.replace("110101201509010032", "1１0101201509010016"),
    ] {
        for told in [before, &before.replace("110101201509010032", "")] {
            let pairs = told_apart(&sheet(told), &[(1, 2)]);
            let found = groups(&[&sheet(&one)], &pairs, Stage::BeforeImport);
            assert_eq!(render(&found, 1), twice, "{told}");
            assert_eq!(pairs.taken(), 0);
        }
        // Who looked at one number has seen it.
        let pairs = told_apart(&sheet(&one), &[(1, 2)]);
        let found = groups(&[&sheet(&one)], &pairs, Stage::BeforeImport);
        assert_eq!(render(&found, 1), "D certain: 1 review, 2 review");
    }
}
