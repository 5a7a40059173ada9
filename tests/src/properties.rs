//! What holds for every roster: what safe fixes may do, and that the order of rows and of files does
//! not matter to what is said.
//!
//! The rosters are generated ones, of seeds that proptest draws; few of them, since each is a whole
//! check.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use roster_engine::wire::Place as WirePlace;
use roster_engine::{Describe, Session, Values};
use roster_model::{CellPlace, Place};
use xtask::roster::{Columns, FileFormat, Plan, Sheet};

use crate::corpus_truth::options;

/// Rules about rows that stand one below the other: another order is another situation.
const ABOUT_THE_ORDER: [&str; 4] = ["R3011", "R5012", "R5013", "R8021"];
/// Rules about a class as a whole, told at the first of its rows.
const ABOUT_A_CLASS: [&str; 4] = ["R8015", "R8016", "R8018", "R8020"];

fn plans() -> impl Strategy<Value = Plan> {
    let columns = prop_oneof![
        Just(Columns::First(25)),
        Just(Columns::First(40)),
        Just(Columns::Full),
        Just(Columns::ClassList),
    ];
    let layouts = prop_oneof![Just(Sheet::Plain), Just(Sheet::Messy)];
    let faults = prop_oneof![Just(0.1), Just(0.4), Just(0.9)];
    (1..1000_u64, columns, layouts, faults).prop_map(|(seed, columns, layout, faults)| Plan {
        rows: 160,
        seed,
        faults,
        duplicates: 0.03,
        columns,
        layout,
        formats: vec![FileFormat::Csv],
        ..Plan::default()
    })
}

fn checked(files: &[(String, Vec<u8>)]) -> Session {
    let mut session = Session::new(options("before-import"));
    for (name, bytes) in files {
        session.open(name, bytes, &mut |_| {});
    }
    session.check(&mut |_| {});
    session
}

fn made(plan: &Plan) -> Vec<(String, Vec<u8>)> {
    plan.make().unwrap_or_else(|it| panic!("{it}")).files
}

/// What a range of numbers that slipped explains.
const TOLD_ONCE: [&str; 5] = ["R1005", "R1006", "R1030", "R6011", "R8003"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_safe_fix_silences_its_rule_and_touches_nothing_else(plan in plans()) {
        let mut session = checked(&made(&plan));
        let before = texts(&session);
        let said: BTreeSet<(String, Place)> = marks(&session);
        let offered = offers(&session);
        session.apply_safe(&mut |_| {}).map_err(|it| TestCaseError::fail(it.en))?;
        let after = texts(&session);
        for (place, was) in &before {
            let is = &after[place];
            if was == is {
                continue;
            }
            // The first offer of the cell is taken; what is still offered then is taken, too.
            prop_assert!(offered.contains_key(place), "{place:?} was changed unasked: {was} → {is}");
        }
        for (place, _) in offered.iter().filter(|(it, _)| matches!(it, Place::Cell(_))) {
            prop_assert_ne!(&before[place], &after[place], "an offer was not taken: {:?}", place);
        }
        let still = marks(&session);
        let silenced = |rule: &str, place: &Place| !still.contains(&(rule.to_owned(), *place));
        for (place, rules) in &offered {
            for rule in rules {
                prop_assert!(silenced(rule, place), "{rule} still speaks of {place:?}");
            }
        }
        let (fewer, than) = (still.len(), said.len());
        let new: Vec<_> = still.difference(&said).collect();
        prop_assert!(fewer <= than, "{fewer} findings after {than}: {new:?}");
    }

    #[test]
    fn the_order_of_rows_does_not_matter(plan in plans(), order in any::<u64>()) {
        let plan = Plan { layout: Sheet::Plain, ..plan };
        let files = made(&plan);
        let (name, bytes) = &files[0];
        let text = String::from_utf8_lossy(bytes).into_owned();
        let (header, rows) = text.split_once("\r\n").unwrap_or_default();
        let mut rows: Vec<(u32, &str)> = (2..).zip(rows.lines()).collect();
        shuffle(&mut rows, order);
        let texts: Vec<&str> = rows.iter().map(|it| it.1).collect();
        let shuffled = format!("{header}\r\n{}\r\n", texts.join("\r\n"));
        let one = checked(&files);
        let other = checked(&[(name.clone(), shuffled.into_bytes())]);
        let mut here = said(&one, |_, row| row);
        let mut there = said(&other, |_, row| rows[row as usize - 2].0);
        // A column that slipped is told once, and in another order pupil by pupil.
        let slipped = |it: &Session| it.findings().whole.iter().any(|it| it.rule == "R1030");
        if slipped(&one) || slipped(&other) {
            let is_told_by_row = |line: &str| TOLD_ONCE.iter().any(|it| line.starts_with(it));
            here.retain(|line, _| !is_told_by_row(line));
            there.retain(|line, _| !is_told_by_row(line));
        }
        prop_assert_eq!(here, there);
    }

    #[test]
    fn the_order_of_files_does_not_matter(plan in plans()) {
        let plan = Plan { split: 3, rows: 200, ..plan };
        let mut files = made(&plan);
        let one = said(&checked(&files), |_, row| row);
        files.reverse();
        let other = said(&checked(&files), |_, row| row);
        prop_assert_eq!(one, other);
    }
}

/// Every cell of the pupils.
fn texts(session: &Session) -> BTreeMap<Place, String> {
    let mut texts = BTreeMap::new();
    for (sheet, roster) in session.rosters().iter().enumerate() {
        for (index, column) in roster.sheet.columns.iter().enumerate() {
            for row in 0..roster.sheet.row_count() {
                let place = Place::Cell(CellPlace {
                    sheet: sheet as u32,
                    row,
                    position: column.position,
                });
                texts.insert(place, roster.sheet.text(index, row).to_owned());
            }
        }
    }
    texts
}

/// What is said where; a habit of a whole column is said of each cell that has it.
fn marks(session: &Session) -> BTreeSet<(String, Place)> {
    let findings = session.findings();
    let mut marks = BTreeSet::new();
    for it in &findings.whole {
        marks.insert((it.rule.to_owned(), it.place));
    }
    for cause in &findings.cells {
        let column = &session.rosters()[cause.sheet as usize].sheet.columns[cause.index];
        for row in cause.rows.iter() {
            let place = Place::Cell(CellPlace {
                sheet: cause.sheet,
                row,
                position: column.position,
            });
            marks.insert((roster_rules::RULES[cause.rule].code.to_owned(), place));
        }
    }
    marks
}

/// The rules that offer a safe fix, by the place that it changes. A cell of a column whose habit is
/// told once has the offer of its own.
fn offers(session: &Session) -> BTreeMap<Place, BTreeSet<&'static str>> {
    let mut offers: BTreeMap<Place, BTreeSet<&'static str>> = BTreeMap::new();
    for cause in &session.findings().cells {
        let roster = &session.rosters()[cause.sheet as usize];
        for row in cause.rows.iter() {
            let finding = roster_rules::finding_at(cause, row, roster);
            for fix in finding.into_iter().flat_map(|it| it.fixes) {
                if fix.trust.key() == "safe" {
                    let rule = roster_rules::RULES[cause.rule].code;
                    offers.entry(fix.place).or_default().insert(rule);
                }
            }
        }
    }
    for finding in &session.findings().whole {
        for fix in finding.fixes.iter().filter(|it| it.trust.key() == "safe") {
            offers.entry(fix.place).or_default().insert(finding.rule);
        }
    }
    offers
}

/// Rule, level, file, column and rows of every finding, with row numbers as `row` gives them, and every
/// group with its members.
fn said(session: &Session, row: impl Fn(&str, u32) -> u32) -> BTreeMap<String, usize> {
    let describe = Describe {
        session,
        values: Values::Shown,
    };
    let at = |place: &WirePlace| {
        place
            .row
            .map(|it| (place.file.clone(), row(&place.file, it)))
    };
    let mut all: BTreeMap<String, usize> = BTreeMap::new();
    for finding in session.all_findings() {
        let finding = describe.finding(&finding);
        if ABOUT_THE_ORDER.contains(&finding.rule) {
            continue;
        }
        let (place, level) = (&finding.place, finding.level);
        let rows = [place].into_iter().chain(&finding.related).filter_map(at);
        let mut rows: Vec<_> = rows.collect();
        rows.sort_unstable();
        rows.dedup();
        // As many as a finding lists: which of them are listed depends on the order.
        if rows.len() > 20 || ABOUT_A_CLASS.contains(&finding.rule) {
            rows.clear();
        }
        let (file, column) = (&place.file, place.column.clone());
        // A finding that reaches over several files stands in the first of them, and so does the
        // summary of the run.
        let of_run = !rows.is_empty() || finding.rule == "R7016";
        let file = if of_run { "" } else { file.as_str() };
        let line = format!("{} {level} {file} {column:?} {rows:?}", finding.rule);
        *all.entry(line).or_default() += 1;
    }
    for group in describe.groups() {
        let members = group.members.iter();
        let mut members: Vec<String> = members
            .map(|it| format!("{}#{}:{}", it.file, row(&it.file, it.row), it.handling))
            .collect();
        members.sort();
        // Which of two equal rows is kept depends on which comes first.
        if group.case == "A" {
            for member in &mut members {
                let end = member.find(':').unwrap_or(member.len());
                member.truncate(end);
            }
        }
        let line = format!("{} {} {members:?}", group.case, group.verdict);
        *all.entry(line).or_default() += 1;
    }
    all
}

/// An order that follows from a number.
fn shuffle<T>(rows: &mut [T], seed: u64) {
    let mut state = seed | 1;
    for at in (1..rows.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        rows.swap(at, (state % (at as u64 + 1)) as usize);
    }
}
