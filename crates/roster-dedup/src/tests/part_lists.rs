//! Promises about lists of some of the pupils of a roster.

use roster_model::{KnownBy, Matches, Sheet, Stage};

use super::{render, sheet, today, with_schools};
use crate::{People, find_matches};

const FULL: &str = "姓名 | 性别 | 出生日期 | 证件类型 | 证件号 | 班级";

/// Valid numbers of pupils born on days that follow each other.
fn number(it: u32) -> String {
    let text = format!("1101012015{:02}{:02}001", 1 + it / 28, 1 + it % 28);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = text.bytes().map(|it| u32::from(it - b'0'));
    let sum: u32 = digits
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = b"10X98765432"[sum as usize % 11] as char;
    format!("{text}{check}")
}

fn name(it: u32) -> String {
    let givens: Vec<char> = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇".chars().collect();
    let surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王"];
    let (surname, given) = (surnames[it as usize % 8], givens[it as usize % 20]);
    format!("{surname}{given}{}", givens[it as usize / 20])
}

fn full(pupils: impl Iterator<Item = u32>) -> Sheet {
    let row = |it| {
        let number = number(it);
        format!(
            "| {} | 男 | {} | 居民身份证 | {number} | 三年级1班 |\n",
            name(it),
            &number[6..14]
        )
    };
    sheet(&format!(
        "| {FULL} |\n{}",
        pupils.map(row).collect::<String>()
    ))
}

fn short(pupils: impl Iterator<Item = u32>) -> Sheet {
    let row = |it| format!("| {} | {} |\n", name(it), number(it));
    sheet(&format!(
        "| 姓名 | 证件号 |\n{}",
        pupils.map(row).collect::<String>()
    ))
}

fn found(sheets: &[&Sheet], names: &[&str]) -> Matches {
    let mut sheets = with_schools(sheets);
    for (file, sheet) in (0..).zip(&mut sheets) {
        sheet.file = file;
    }
    let sheets: Vec<&Sheet> = sheets.iter().collect();
    let said = vec![false; sheets.len()];
    let people = People::gather(&sheets, today()).with_part_lists(names, &said);
    let stage = Stage::BeforeImport;
    find_matches(&people, stage, |_| {})
}

/// How many groups there are, and of each list its sheet and how many of its pupils stand elsewhere.
fn counts(sheets: &[&Sheet], names: &[&str]) -> (usize, Vec<(u32, u64)>) {
    let matches = found(sheets, names);
    let lists = matches.part_lists.iter();
    (
        matches.groups.len(),
        lists.map(|it| (it.sheet, it.rows.len())).collect(),
    )
}

#[test]
fn a_list_called_so_is_one_of_some_of_the_pupils() {
    let (roster, list) = (full(0..30), short(3..5));
    assert_eq!(
        counts(&[&roster, &list], &["名册", "留守儿童"]),
        (0, vec![(1, 2)])
    );
    assert_eq!(
        counts(&[&list, &roster], &["留守儿童", "名册"]),
        (0, vec![(0, 2)])
    );
    // Nothing says that it is one, and two pupils say little.
    assert_eq!(counts(&[&roster, &list], &["名册", "三年级"]), (2, vec![]));
    // With all columns it has fewer pupils, and hardly any of its own.
    assert_eq!(
        counts(&[&roster, &full(0..20)], &["名册", "住校生"]),
        (0, vec![(1, 20)])
    );
    assert_eq!(
        counts(&[&roster, &full(0..28)], &["名册", "住校生"]),
        (28, vec![])
    );
    assert_eq!(
        counts(&[&roster, &full(25..40)], &["走读生", "住校生"]),
        (5, vec![])
    );
}

#[test]
fn whom_the_roster_lacks_is_known() {
    let list = short((28..30).chain(40..42));
    let matches = found(&[&full(0..30), &list], &["名册", "资助"]);
    let told = &matches.part_lists[0];
    assert_eq!(
        (told.known_by, &told.of[..]),
        (KnownBy::Word("资助"), &[0][..])
    );
    assert_eq!(told.rows.iter().collect::<Vec<_>>(), [0, 1]);
    // Most of the list is of others: nothing is known of what it is to the roster.
    assert_eq!(
        counts(&[&full(0..30), &short(28..40)], &["名册", "资助"]),
        (2, vec![])
    );
}

#[test]
fn a_list_not_called_so_has_far_fewer_pupils_and_columns() {
    let roster = full(0..60);
    assert_eq!(
        counts(&[&roster, &short(0..20)], &["名册", "表"]),
        (0, vec![(1, 20)])
    );
    assert_eq!(
        counts(&[&roster, &short(50..70)], &["名册", "表"]),
        (10, vec![])
    );
    // A class handed in twice, alone or with the whole school, and the old version of a list.
    assert_eq!(
        counts(&[&full(0..30), &full(0..30)], &["一班", "一班改"]),
        (30, vec![])
    );
    assert_eq!(
        counts(&[&full(0..30), &short(0..30)], &["一班", "一班改"]),
        (30, vec![])
    );
    assert_eq!(
        counts(&[&roster, &full(0..30)], &["名册", "一班"]),
        (30, vec![])
    );
    assert_eq!(
        counts(&[&full(0..30), &full(0..29)], &["新", "旧"]),
        (29, vec![])
    );
    let named = ["住校生", "住校生（改）"];
    assert_eq!(counts(&[&full(0..30), &full(0..30)], &named), (30, vec![]));
}

#[test]
fn a_roster_may_be_several_sheets_and_a_pupil_in_several_lists() {
    let classes = [full(0..20), full(20..40)];
    let lists = [short((5..10).chain(25..30)), short(8..12)];
    let sheets = [&classes[0], &classes[1], &lists[0], &lists[1]];
    let names = ["一班", "二班", "留守", "住校"];
    assert_eq!(counts(&sheets, &names), (0, vec![(2, 10), (3, 4)]));
}

#[test]
fn what_repeats_itself_or_contradicts_is_told_all_the_same() {
    let twice = short([3, 3, 4].into_iter());
    let matches = found(&[&full(0..30), &twice], &["名册", "留守"]);
    assert_eq!(
        render(&matches.groups, 2),
        "A certain: 2.1 keep, 2.2 delete"
    );
    // Twice in the roster: the list has no part in that.
    let roster = full((0..30).chain([3]));
    let matches = found(&[&roster, &short(3..5)], &["名册", "留守"]);
    assert_eq!(
        render(&matches.groups, 2),
        "A certain: 1.4 keep, 1.31 delete"
    );
    // The number of another.
    let list = format!(
        "| 姓名 | 证件号 |\n| {} | {} |\n| {} | {} |",
        name(3),
        number(3),
        name(9),
        number(4)
    );
    let matches = found(&[&full(0..30), &sheet(&list)], &["名册", "留守"]);
    assert_eq!(matches.groups.len(), 1);
    assert_eq!(matches.part_lists[0].rows.len(), 1);
}

#[test]
fn a_list_without_numbers_is_one_too() {
    let row = |it: u32| format!("| {} | 男 | {} |\n", name(it), &number(it)[6..14]);
    let list = sheet(&format!(
        "| 姓名 | 性别 | 出生日期 |\n{}",
        (3..9).map(row).collect::<String>()
    ));
    assert_eq!(
        counts(&[&full(0..30), &list], &["名册", "营养餐"]),
        (0, vec![(1, 6)])
    );
    let roster = |school: &str| {
        let row = |it| format!("| {school} | {} | {} | 男 |\n", name(it), number(it));
        let rows: String = (0..30).map(row).collect();
        sheet(&format!("| 学校标识码 | 姓名 | 证件号 | 性别 |\n{rows}"))
    };
    // Of another school it is another matter.
    let row = |it| format!("| 2142001637 | {} | {} |\n", name(it), number(it));
    let list = sheet(&format!(
        "| 学校标识码 | 姓名 | 证件号 |\n{}",
        (3..6).map(row).collect::<String>()
    ));
    assert_eq!(
        counts(&[&roster("2142001636"), &list], &["名册", "留守"]).0,
        3
    );
    assert_eq!(
        counts(&[&roster("2142001637"), &list], &["名册", "留守"]).0,
        0
    );
}

#[test]
fn a_short_list_called_by_its_committee_is_one() {
    let (roster, list) = (full(0..30), short(3..7));
    assert_eq!(
        counts(&[&roster, &list], &["名册", "家委会"]),
        (0, vec![(1, 4)])
    );
}
