//! Promises about size: a class may have every row of the run.
//!
//! Nothing is timed here. Comparing all pairs of a hundred thousand rows would keep these tests busy
//! for an hour, so they end only while the search is linear.

use super::{groups_of, sheet_of};
use roster_model::Stage;

const ROWS: usize = 100_000;

fn one_class(number: impl Fn(usize) -> String, phone: impl Fn(usize) -> String) -> (usize, usize) {
    let headers = ["姓名", "性别", "出生日期", "身份证件号", "联系电话"]
        .map(str::to_owned)
        .to_vec();
    let row = |at| {
        let (name, sex, birth) = ("张小凡".to_owned(), "男".to_owned(), "20150901".to_owned());
        vec![name, sex, birth, number(at), phone(at)]
    };
    let rows: Vec<_> = (0..ROWS).map(row).collect();
    let groups = groups_of(&[&sheet_of(&headers, &rows)], Stage::BeforeImport);
    (groups.len(), groups.iter().map(|it| it.links.len()).sum())
}

/// A wrong number of the right shape, all of them different.
fn number(at: usize) -> String {
    format!(
        "{:06}20150901{:04}",
        110_000 + at / 1000,
        at % 1000 * 10 + 1
    )
}

#[test]
fn one_class_without_numbers() {
    assert_eq!(
        one_class(|_| String::new(), |_| String::new()),
        (1, ROWS - 1)
    );
}

#[test]
fn one_class_of_one_number() {
    assert_eq!(one_class(|_| number(1), |_| String::new()), (1, ROWS - 1));
}

#[test]
fn one_class_of_different_numbers() {
    assert_eq!(one_class(number, |_| String::new()), (1, ROWS - 1));
}

#[test]
fn one_class_of_one_telephone() {
    assert_eq!(
        one_class(number, |_| "13812345678".to_owned()),
        (1, ROWS - 1)
    );
}

#[test]
fn one_class_of_many_families() {
    let phone = |at: usize| format!("138{:08}", at / 2);
    assert_eq!(one_class(|_| String::new(), phone), (1, ROWS - 1));
}
