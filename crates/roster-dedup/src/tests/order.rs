//! Promises about order: groups and members are sorted, and the order of the rows decides nothing else.

use roster_model::{Group, Stage};

use super::{groups_of, sheet, sheet_of};
use crate::{People, find_matches};

/// Xorshift: the same rows in every run.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Random(seed)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn pick(&mut self, from: &[&str]) -> String {
        from[self.below(from.len())].to_owned()
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

const HEADERS: [&str; 7] = [
    "姓名",
    "性别",
    "出生日期",
    "身份证件号",
    "联系电话",
    "成员1姓名",
    "学校标识码",
];

/// Few different values, so that rows meet in every way there is.
fn random_row(random: &mut Random) -> Vec<String> {
    vec![
        random.pick(&["张小凡", "张小平", "张小帆", "張小凡", "李一", ""]),
        random.pick(&["男", "男", "女", ""]),
        random.pick(&["20150901", "20150901", "2015-09-02", ""]),
        random.pick(&[
            "",
            "",
            "无",
            "1.10101E+17",
            "110101201509010016",
            "110101201509010017",
            "110101201509010032",
            "110101201509010024",
            "440308201509011352",
            "220521201509017771",
            "110101201509020011",
        ]),
        random.pick(&["", "", "13812345678", "13987654321"]),
        random.pick(&["", "张军", "张勇"]),
        random.pick(&["2122069670", "2122069670", "2122069670", "2122069671", ""]),
    ]
}

/// A group without what the order may decide: which of several equally good rows stands for a number
/// or stays. Rows with a number are named by it, the others by what they say.
fn essence(group: &Group, rows: &[Vec<String>]) -> (String, Vec<String>, Vec<&'static str>) {
    let head = format!("{} {}", group.case.key(), group.verdict.key());
    let name = |row: u32| {
        let cells = &rows[row as usize];
        if cells[3].len() == 18 {
            cells[3].clone()
        } else {
            cells.join(" ")
        }
    };
    let mut names: Vec<String> = group.members.iter().map(|it| name(it.row)).collect();
    let mut handlings: Vec<_> = group.members.iter().map(|it| it.handling.key()).collect();
    names.sort_unstable();
    handlings.sort_unstable();
    (head, names, handlings)
}

#[test]
fn shuffled_rows_give_the_same_groups() {
    let headers: Vec<String> = HEADERS.map(str::to_owned).to_vec();
    let mut random = Random(0x5EED);
    let mut kinds = std::collections::BTreeSet::new();
    for round in 0..400 {
        let mut rows: Vec<_> = (0..4 + round % 9)
            .map(|_| random_row(&mut random))
            .collect();
        let mut before = None;
        for _ in 0..3 {
            let groups = groups_of(&[&sheet_of(&headers, &rows)], Stage::BeforeImport);
            let mut essences: Vec<_> = groups.iter().map(|it| essence(it, &rows)).collect();
            essences.sort_unstable();
            kinds.extend(essences.iter().map(|it| it.0.clone()));
            assert_eq!(
                *before.get_or_insert(essences.clone()),
                essences,
                "{rows:#?}"
            );
            random.shuffle(&mut rows);
        }
    }
    let kinds: Vec<_> = kinds.iter().map(String::as_str).collect();
    assert_eq!(
        kinds,
        [
            "A certain",
            "B certain",
            "C certain",
            "D certain",
            "E certain",
            "F likely",
            "F review",
            "G certain",
            "H certain",
            "I certain",
            "I likely",
            "N likely",
            "N review",
        ],
        "the rows are meant to meet every situation"
    );
}

#[test]
fn groups_members_and_links_are_in_order() {
    let headers: Vec<String> = HEADERS.map(str::to_owned).to_vec();
    let mut random = Random(77);
    for _ in 0..50 {
        let mut rows = || (0..12).map(|_| random_row(&mut random)).collect::<Vec<_>>();
        let sheets = [sheet_of(&headers, &rows()), sheet_of(&headers, &rows())];
        let groups = groups_of(&[&sheets[0], &sheets[1]], Stage::AfterImport);
        let firsts: Vec<_> = groups
            .iter()
            .map(|it| (it.members[0].sheet, it.members[0].row))
            .collect();
        assert!(firsts.is_sorted(), "{firsts:?}");
        for group in &groups {
            let places: Vec<_> = group.members.iter().map(|it| (it.sheet, it.row)).collect();
            assert!(
                places.len() >= 2 && places.is_sorted_by(|a, b| a < b),
                "{places:?}"
            );
            let linked: Vec<_> = group.links.iter().map(|it| it.b).collect();
            assert_eq!(linked, (1..places.len()).collect::<Vec<_>>());
            for link in &group.links {
                assert!(link.a < link.b);
                assert!(link.evidence.is_sorted_by_key(|it| -it.tenth_bits.abs()));
            }
        }
    }
}

#[test]
fn sheets_without_pupils_or_known_columns_are_no_trouble() {
    let empty = roster_model::Sheet::default();
    let other = sheet("| 民族 |\n | 汉族 |\n | 汉族 |");
    let people = People::gather(&[&empty, &other, &empty], super::today());
    assert_eq!((people.len(), people.is_empty()), (2, false));
    let mut steps = Vec::new();
    assert_eq!(
        find_matches(&people, Stage::BeforeImport, |step| steps.push(step)).groups,
        []
    );
    assert!(steps.iter().zip(1..).all(|(step, done)| step.done == done));
    assert!(steps.last().is_some_and(|step| step.done == step.total));
}
