//! A column of identity numbers, of birth dates or of sexes that was moved or sorted without the others: one
//! finding for the range and nothing beside it, wherever the range begins and however far it moved.

use roster_engine::wire::{Finding, Scalar};
use roster_engine::{Describe, Session, Values};
use xtask::roster::{FileFormat, Plan};

use crate::corpus_truth::options;

/// A clean roster as a table; the first row is the header.
struct Table {
    rows: Vec<Vec<String>>,
    number: usize,
    birth: usize,
    sex: usize,
}

fn clean(seed: u64) -> Table {
    let plan = Plan {
        rows: 240,
        seed,
        formats: vec![FileFormat::Csv],
        ..Plan::default()
    };
    let made = plan.make().unwrap_or_else(|it| panic!("{it}"));
    let (_, bytes) = &made.files[0];
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let text = text.trim_start_matches('\u{FEFF}');
    let row = |line: &str| line.split(',').map(str::to_owned).collect();
    let rows: Vec<Vec<String>> = text.lines().map(row).collect();
    let place = |header: &str| {
        rows[0]
            .iter()
            .position(|it| it == header)
            .expect("a column")
    };
    let (number, birth) = (place("身份证件号"), place("出生日期"));
    let sex = place("性别");
    Table {
        rows,
        number,
        birth,
        sex,
    }
}

impl Table {
    /// The cells of a column from a row to another.
    fn cells(&self, column: usize, first: usize, last: usize) -> Vec<String> {
        let rows = &self.rows[first..=last];
        rows.iter().map(|it| it[column].clone()).collect()
    }

    fn set(&mut self, column: usize, first: usize, cells: Vec<String>) {
        for (row, cell) in self.rows[first..].iter_mut().zip(cells) {
            row[column] = cell;
        }
    }

    /// What is said of numbers against birth date and sex.
    fn said(&self) -> Vec<Finding> {
        let lines: Vec<String> = self.rows.iter().map(|it| it.join(",")).collect();
        let mut session = Session::new(options("before-import"));
        session.open("花名册.csv", lines.join("\n").as_bytes(), &mut |_| {});
        session.check(&mut |_| {});
        let describe = Describe {
            session: &session,
            values: Values::Shown,
        };
        let all = session.all_findings().map(|it| describe.finding(&it));
        all.filter(|it| ["R1005", "R1006", "R1030"].contains(&it.rule))
            .collect()
    }
}

fn assert_one(said: &[Finding], column: &str, note: &str, first: usize, last: usize) {
    let [one] = said else {
        panic!("{note}: {said:#?}");
    };
    assert_eq!(
        (one.rule, one.place.column.as_deref()),
        ("R1030", Some(column))
    );
    let Some(Scalar::Said(way)) = one.facts.get("note") else {
        panic!("{:?}", one.facts);
    };
    assert_eq!(way.zh, note);
    // Rows of the file count from 1, with the header first.
    let row = one.place.row.expect("a row") as usize;
    assert!(
        (first + 1..=first + 4).contains(&row),
        "{row}, not after {first}"
    );
    let Some(Scalar::Text(range)) = one.facts.get("range") else {
        panic!("{:?}", one.facts);
    };
    let (_, end) = range.split_once(':').expect("a range");
    let end: usize = end
        .trim_start_matches(char::is_alphabetic)
        .parse()
        .expect("a row");
    assert!(
        (last - 3..=last + 1).contains(&end),
        "{range}, not to {last}"
    );
}

#[test]
fn numbers_moved_down() {
    for (seed, first, last, by) in [
        (1, 1, 240, 1),
        (2, 30, 90, 1),
        (3, 100, 240, 3),
        (4, 60, 230, 25),
    ] {
        let mut table = clean(seed);
        let cells = table.cells(table.number, first, last - by);
        let blank = vec![String::new(); by];
        table.set(table.number, first, [blank, cells].concat());
        assert_one(
            &table.said(),
            "id_number",
            &format!("整段下移了{by}行"),
            first + by,
            last,
        );
    }
}

#[test]
fn numbers_moved_up() {
    for (seed, first, last, by) in [(5, 1, 240, 1), (6, 120, 150, 2)] {
        let mut table = clean(seed);
        let cells = table.cells(table.number, first + by, last);
        let blank = vec![String::new(); by];
        table.set(table.number, first, [cells, blank].concat());
        assert_one(
            &table.said(),
            "id_number",
            &format!("整段上移了{by}行"),
            first,
            last - by,
        );
    }
}

#[test]
fn birth_dates_moved_down() {
    let mut table = clean(7);
    let cells = table.cells(table.birth, 50, 179);
    table.set(table.birth, 51, cells);
    assert_one(&table.said(), "birth_date", "整段下移了1行", 51, 180);
}

#[test]
fn one_column_sorted_without_the_others() {
    for (seed, first, last) in [(8, 1, 240), (9, 40, 80)] {
        let note = "与其他列的排列顺序不同";
        let mut table = clean(seed);
        let mut cells = table.cells(table.number, first, last);
        cells.sort();
        table.set(table.number, first, cells);
        assert_one(&table.said(), "id_number", note, first, last);
        let mut table = clean(seed);
        let mut cells = table.cells(table.birth, first, last);
        cells.sort();
        table.set(table.birth, first, cells);
        assert_one(&table.said(), "birth_date", note, first, last);
    }
}

#[test]
fn sexes_moved_or_sorted_without_the_numbers() {
    for (seed, first, last, by) in [(13, 1, 240, 1), (14, 60, 150, 3)] {
        let mut table = clean(seed);
        let cells = table.cells(table.sex, first, last - by);
        table.set(table.sex, first + by, cells);
        assert_one_of_sexes(
            &table.said(),
            &format!("整段下移了{by}行（姓名可能也错了位）"),
        );
    }
    let mut table = clean(15);
    let mut cells = table.cells(table.sex, 1, 240);
    cells.reverse();
    table.set(table.sex, 1, cells);
    assert_one_of_sexes(&table.said(), "与其他列的排列顺序不同（姓名可能也错了位）");
}

/// Where they begin and end to agree is chance.
fn assert_one_of_sexes(said: &[Finding], note: &str) {
    let [one] = said else {
        panic!("{note}: {said:#?}");
    };
    assert_eq!(
        (one.rule, one.place.column.as_deref()),
        ("R1030", Some("sex"))
    );
    assert!(
        matches!(one.facts.get("note"), Some(Scalar::Said(way)) if way.zh == note),
        "{note}: {one:#?}"
    );
}

#[test]
fn a_few_wrong_sexes_are_told_one_by_one() {
    let mut table = clean(16);
    for row in (5..240).step_by(9) {
        let other = if table.rows[row][table.sex] == "男" {
            "女"
        } else {
            "男"
        };
        table.rows[row][table.sex] = other.to_owned();
    }
    let said = table.said();
    assert!(said.len() > 20, "{said:#?}");
    assert!(said.iter().all(|it| it.rule == "R1006"), "{said:#?}");
}

#[test]
fn a_clean_roster_and_a_few_numbers_exchanged_are_no_such_thing() {
    let mut table = clean(10);
    assert!(table.said().is_empty());
    for first in [20, 70, 71, 150] {
        let mut cells = table.cells(table.number, first, first + 1);
        cells.reverse();
        table.set(table.number, first, cells);
    }
    let said = table.said();
    assert!(said.len() >= 4, "{said:#?}");
    assert!(said.iter().all(|it| it.rule != "R1030"), "{said:#?}");
}

#[test]
fn numbers_of_other_people_are_told_one_by_one() {
    let (mut table, other) = (clean(11), clean(12));
    let cells = other.cells(other.number, 40, 60);
    table.set(table.number, 40, cells);
    let said = table.said();
    assert!(said.len() > 20, "{said:#?}");
    assert!(said.iter().all(|it| it.rule != "R1030"), "{said:#?}");
}
