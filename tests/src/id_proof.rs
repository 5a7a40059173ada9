//! Identity numbers against the standard and against the list of regions, all of them: every day of
//! 1900 to 2030 with every check character, every text of eight digits that might be a day, every code
//! of six digits, and every period of every region through the rules.
//!
//! What is expected is worked out here in another way than in the product: the check character as the
//! recursion of ISO 7064, the calendar by counting, the regions from the list as text.
//! `oracles/id_numbers.py` asks two other programs the same.
#![expect(clippy::disallowed_methods, reason = "the list of regions is a file")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use roster_engine::wire::CheckOptions;
use roster_engine::{Describe, Options, Session, Values};
use roster_standard::region;
use roster_values::date::Date;
use roster_values::id_number::{IdNumber, ResidentId, Sex, read_id};

const CHARACTERS: [char; 11] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'];

/// The check character of seventeen digits: the recursion of ISO 7064 for MOD 11-2.
fn check_character(head: &str) -> char {
    let step = |rest: usize, digit: u8| (rest + usize::from(digit - b'0')) * 2 % 11;
    let rest = head.bytes().fold(0, step);
    CHARACTERS[(12 - rest) % 11]
}

fn with_check(head: &str) -> String {
    format!("{head}{}", check_character(head))
}

/// A line of the list of regions.
struct Period {
    code: u32,
    since: u16,
    until: Option<u16>,
    is_place: bool,
}

fn regions() -> Vec<Period> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/roster-standard/data/regions.csv");
    let text = std::fs::read_to_string(path).expect("the list of regions");
    let lines = text.lines().skip(1);
    let period = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        let year = |at: usize| fields[at].parse().ok();
        Period {
            code: fields[0].parse().expect("a code"),
            since: year(2).unwrap_or(1981),
            until: year(3),
            is_place: fields[4] != "pseudo",
        }
    };
    lines.map(period).collect()
}

/// Every day of the years, by counting.
fn days(years: std::ops::RangeInclusive<u32>) -> Vec<(u32, u32, u32)> {
    let mut days = Vec::new();
    for year in years {
        let is_leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
        let lengths = [
            31,
            if is_leap { 29 } else { 28 },
            31,
            30,
            31,
            30,
            31,
            31,
            30,
            31,
            30,
            31,
        ];
        for (month, length) in (1..).zip(lengths) {
            days.extend((1..=length).map(|day| (year, month, day)));
        }
    }
    days
}

#[test]
fn every_day_with_every_check_character() {
    let codes: Vec<u32> = regions().iter().map(|it| it.code).collect();
    let today = Date::new(2026, 11, 21).expect("a day");
    let days = days(1900..=2030);
    assert_eq!(days.len(), 131 * 365 + 32);
    for (at, &(year, month, day)) in days.iter().enumerate() {
        let (code, sequence) = (codes[at % codes.len()], at * 7 % 1000);
        let head = format!("{code:06}{year:04}{month:02}{day:02}{sequence:03}");
        let right = check_character(&head);
        for last in CHARACTERS {
            let text = format!("{head}{last}");
            let id = ResidentId::parse(&text).expect("the shape of a number");
            assert_eq!(id.check_digit_is_right(), last == right, "{text}");
            let is_past = (year, month, day) <= (2026, 11, 21);
            assert_eq!(
                id.is_valid_by_itself(today),
                last == right && is_past,
                "{text}"
            );
            let is_cut = text.ends_with("000") && last != right;
            let expected = if is_cut {
                IdNumber::Damaged
            } else {
                IdNumber::Resident(id)
            };
            assert_eq!(read_id(&text, false), expected, "{text}");
        }
        let id = ResidentId::parse(&format!("{head}{right}")).expect("the shape of a number");
        assert_eq!(
            (id.check_digit(), id.check_digit_expected()),
            (right, right)
        );
        assert_eq!((id.region(), usize::from(id.sequence())), (code, sequence));
        assert_eq!(
            id.birth(),
            Date::new(year as u16, month as u8, day as u8),
            "{head}"
        );
        assert!(id.birth().is_some(), "{head}");
        assert_eq!(id.sex() == Sex::Male, sequence % 2 == 1, "{head}");
        assert_eq!(id.repairs().count(), 0);
    }
}

#[test]
fn eight_digits_are_a_day_where_the_calendar_has_it() {
    let days: BTreeSet<(u32, u32, u32)> = days(1890..=2030).into_iter().collect();
    for year in 1890..=2030 {
        for month in 0..=19 {
            for day in 0..=39 {
                let text = format!("110101{year:04}{month:02}{day:02}0010");
                let id = ResidentId::parse(&text).expect("the shape of a number");
                let is_day = days.contains(&(year, month, day));
                assert_eq!(id.birth().is_some(), is_day, "{text}");
            }
        }
    }
}

#[test]
fn every_code_and_every_year_is_that_of_the_list() {
    let mut listed: BTreeMap<u32, Vec<Period>> = BTreeMap::new();
    for period in regions() {
        listed.entry(period.code).or_default().push(period);
    }
    for code in 0..1_000_000 {
        let periods = listed.get(&code);
        assert_eq!(region::ever_valid(code), periods.is_some(), "{code:06}");
        let Some(periods) = periods else {
            assert_eq!(region::lookup(code).count(), 0, "{code:06}");
            continue;
        };
        let places = || periods.iter().filter(|it| it.is_place);
        for year in 1981..=2030 {
            let is_in =
                |since: u16, until: Option<u16>| since <= year && until.is_none_or(|it| year < it);
            let is_listed = places().any(|it| is_in(it.since, it.until));
            let is_found = region::lookup(code).any(|it| is_in(it.since, it.until));
            assert_eq!(is_found, is_listed, "{code:06} in {year}");
        }
        let is_open = places().any(|it| it.until.is_none());
        let last = places()
            .filter_map(|it| it.until)
            .max()
            .filter(|_| !is_open);
        assert_eq!(region::abolished_in(code), last, "{code:06}");
    }
}

/// Numbers of every region around its last year, through the rules: a code never assigned is one
/// thing, one abolished well before the birth another, and everything else is in order.
#[test]
fn the_rules_say_of_every_region_what_the_list_says() {
    let mut last: BTreeMap<u32, Option<u16>> = BTreeMap::new();
    for period in regions() {
        let until = if period.is_place { period.until } else { None };
        let known = last.entry(period.code).or_insert(until);
        *known = match (*known, until) {
            (Some(a), Some(b)) => Some(a.max(b)),
            _ => None,
        };
    }
    let mut text = "姓名,身份证件类型,身份证件号".to_owned();
    let mut expected = Vec::new();
    for (&code, &until) in last.iter().filter(|it| *it.0 < 800_000) {
        for later in [-1, 0, 2, 3] {
            let year = i32::from(until.unwrap_or(2020)) + later;
            let number = with_check(&format!("{code:06}{year:04}0115001"));
            let prefecture = code - code % 100;
            let stays = prefecture % 10_000 != 0
                && prefecture % 10_000 != 9000
                && code % 100 != 1
                && last.get(&prefecture).copied().flatten().is_none();
            let is_late = until.is_some() && later > 2 && stays && year <= 2026;
            let is_future = year > 2026 || year == 2026 && later > 5;
            text.push_str(&format!("\n王小明,居民身份证,{number}"));
            expected.push(match (is_future, is_late) {
                (true, _) => Some("R1004"),
                (_, true) => Some("R1016"),
                _ => None,
            });
        }
    }
    for code in [110_199_u32, 119_898, 660_101, 380_101, 123_456, 999_999] {
        let number = with_check(&format!("{code:06}20150115001"));
        text.push_str(&format!("\n王小明,居民身份证,{number}"));
        let is_province = region::province_exists((code / 10_000) as u8);
        expected.push(Some(if is_province { "R1015" } else { "R1014" }));
    }
    assert_eq!(said(&text, expected.len()), expected);
}

/// For each row the rule of the identity documents that speaks of its number, infos left out.
fn said(text: &str, rows: usize) -> Vec<Option<&'static str>> {
    let options = CheckOptions {
        today: "2026-11-21".to_owned(),
        ..CheckOptions::default()
    };
    let options = Options::understand(&options).unwrap_or_else(|it| panic!("{}", it.en));
    let mut session = Session::new(options);
    session.open("号码.csv", text.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let mut said = vec![None; rows];
    for finding in session.all_findings().map(|it| describe.finding(&it)) {
        let row = finding.place.row.filter(|_| finding.level != "info");
        if let Some(row) = row.filter(|_| finding.rule.starts_with("R10")) {
            let before = said[row as usize - 2].replace(finding.rule);
            assert_eq!(before, None, "row {row} is told twice");
        }
    }
    said
}
