//! Generated rosters: what is wrong with them is known, so everything that is said is checked, and
//! so is everything that is not said.

use roster_engine::{Describe, Session, Values};
use xtask::roster::{Columns, FileFormat, Misplaced, Plan, SchoolKind, Sheet, Story};

use crate::corpus_truth::{Checked, check, make, options};

#[test]
fn plain_workbooks_of_25_columns() {
    for seed in [1, 2, 3] {
        assert_is_true(&Plan { seed, ..plan(900) }, ".xlsx");
    }
}

#[test]
fn messy_workbooks_of_25_columns() {
    for seed in [4, 5] {
        assert_is_true(
            &Plan {
                seed,
                layout: Sheet::Messy,
                ..plan(900)
            },
            ".xlsx",
        );
    }
}

#[test]
fn the_full_template() {
    for (seed, layout) in [(6, Sheet::Plain), (7, Sheet::Messy), (8, Sheet::Messy)] {
        assert_is_true(
            &Plan {
                seed,
                layout,
                columns: Columns::Full,
                ..plan(700)
            },
            ".xlsx",
        );
    }
}

#[test]
fn every_column_that_a_roster_may_have() {
    // With other headers it would be the paper form, in which regions may be words.
    for seed in [18, 19] {
        assert_is_true(
            &Plan {
                seed,
                columns: Columns::First(75),
                ..plan(1200)
            },
            ".xlsx",
        );
    }
}

#[test]
fn schools_for_disabled_pupils() {
    for seed in [20, 23] {
        assert_is_true(
            &Plan {
                seed,
                school: SchoolKind::Special,
                columns: Columns::Full,
                ..plan(900)
            },
            ".xlsx",
        );
    }
}

#[test]
fn lists_of_changes_beside_a_roster() {
    for seed in [21, 22, 24] {
        let changes = Plan {
            seed,
            changes: 200,
            duplicates: 0.0,
            faults: 0.2,
            ..plan(800)
        };
        assert_is_true(&changes, ".xlsx");
        let clean = Plan {
            faults: 0.0,
            formats: vec![FileFormat::Csv],
            ..changes
        };
        assert_has_no_complaint(&clean, &check(&make(&clean), ".csv", "before-import"));
    }
}

#[test]
fn new_pupils_with_numbers_of_the_school() {
    for seed in [25, 26] {
        let usual = plan(900);
        let story = Story::NewPupils;
        assert_is_true(
            &Plan {
                seed,
                story,
                duplicates: 0.0,
                ..usual.clone()
            },
            ".xlsx",
        );
        let clean = Plan {
            seed,
            story,
            faults: 0.0,
            duplicates: 0.0,
            ..usual
        };
        assert_is_quiet(&clean, ".xlsx");
    }
}

#[test]
fn a_column_of_numbers_that_a_spreadsheet_damaged() {
    let plan = Plan {
        seed: 27,
        story: Story::DamagedNumbers,
        duplicates: 0.0,
        ..plan(600)
    };
    assert_is_true(&plan, ".xlsx");
}

#[test]
fn leavers_of_last_year_beside_those_who_entered() {
    let plan = Plan {
        seed: 28,
        story: Story::Promotion,
        duplicates: 0.0,
        ..plan(200)
    };
    assert_is_true(&plan, ".xlsx");
}

#[test]
fn what_stands_in_another_place_than_its_own() {
    for (seed, which) in (29..).zip(Misplaced::ALL) {
        let plan = Plan {
            seed,
            story: Story::Misplaced(which),
            duplicates: 0.0,
            ..plan(200)
        };
        let mut complaints = check(&make(&plan), ".xlsx", "before-import").complaints();
        if which == Misplaced::GivenTwice {
            // Every pupil of such lists is told of as well (R7007).
            complaints.retain(|it| !it.contains("R7007") && !it.starts_with("not a group"));
        }
        assert!(complaints.is_empty(), "{which:?}: {complaints:#?}");
    }
}

#[test]
fn lists_of_all_classes_and_of_a_new_class() {
    for seed in [35, 36] {
        let of_columns = |columns, story| Plan {
            seed,
            columns,
            story,
            duplicates: 0.0,
            ..plan(600)
        };
        assert_is_true(&of_columns(Columns::ClassNames, Story::Usual), ".xlsx");
        assert_is_true(&of_columns(Columns::ClassList, Story::NewPupils), ".xlsx");
    }
}

#[test]
fn class_lists() {
    for (seed, layout) in [(9, Sheet::Plain), (10, Sheet::Messy)] {
        assert_is_true(
            &Plan {
                seed,
                layout,
                columns: Columns::ClassList,
                ..plan(500)
            },
            ".xlsx",
        );
    }
}

#[test]
fn text_in_utf8_and_in_gb18030() {
    for (seed, layout) in [(11, Sheet::Plain), (12, Sheet::Messy)] {
        let plan = Plan {
            seed,
            layout,
            formats: vec![FileFormat::Csv, FileFormat::Gbk],
            ..plan(700)
        };
        assert_is_true(&plan, ".csv");
        assert_is_true(&plan, ".gbk.csv");
    }
}

#[test]
fn two_schools_at_once() {
    for seed in [13, 14] {
        assert_is_true(
            &Plan {
                seed,
                split: 2,
                ..plan(1000)
            },
            ".xlsx",
        );
    }
}

#[test]
fn rows_that_are_in_the_system_already() {
    let plan = Plan {
        seed: 15,
        split: 2,
        duplicates: 0.05,
        ..plan(800)
    };
    assert_has_no_complaint(&plan, &check(&make(&plan), ".xlsx", "after-import"));
}

#[test]
fn nothing_is_said_about_a_clean_roster_of_100_000() {
    let plan = Plan {
        rows: 100_000,
        seed: 16,
        formats: vec![FileFormat::Csv],
        ..Plan::default()
    };
    assert_is_quiet(&plan, ".csv");
}

#[test]
fn nothing_is_said_about_clean_rosters_of_other_shapes() {
    let clean = Plan {
        rows: 3000,
        formats: vec![FileFormat::Xlsx],
        ..Plan::default()
    };
    assert_is_quiet(
        &Plan {
            rows: 20_000,
            // More in one file would be said to be too many for one import.
            split: 4,
            columns: Columns::Full,
            formats: vec![FileFormat::Csv],
            ..clean.clone()
        },
        ".csv",
    );
    assert_is_quiet(
        &Plan {
            seed: 2,
            layout: Sheet::Messy,
            ..clean.clone()
        },
        ".xlsx",
    );
    assert_is_quiet(
        &Plan {
            seed: 3,
            columns: Columns::ClassList,
            ..clean
        },
        ".xlsx",
    );
}

#[test]
fn the_same_input_gives_the_same_report() {
    let plan = Plan {
        seed: 17,
        layout: Sheet::Messy,
        ..plan(400)
    };
    let rosters = make(&plan);
    assert_eq!(rosters, make(&plan), "the same plan makes the same files");
    let report = || {
        let checked = check(&rosters, ".xlsx", "before-import");
        let mut json = Vec::new();
        let describe = Describe {
            session: &checked.session,
            values: Values::Shown,
        };
        describe
            .write_json(&mut json)
            .expect("memory can be written");
        json
    };
    assert_eq!(report(), report());
}

#[test]
fn every_wrong_cell_is_counted_and_can_be_reached() {
    const ROWS: usize = 5000;
    let header = "姓名,性别,出生日期,民族,健康状况,联系电话,学校标识码,班内学号";
    // Each in its own way: one wrong text in a whole column is told once.
    let wrong = |row| format!("王#{row}明,甲{row},春天{row},火星{row},飞快{row},123{row},12{row}");
    let rows = (0..ROWS).map(|row| format!("\r\n{},{row}", wrong(row)));
    let text = header.to_owned() + &rows.collect::<String>();
    let mut session = Session::new(options("before-import"));
    session.open("全错.csv", text.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    let summary = Describe {
        session: &session,
        values: Values::Masked,
    }
    .summary();
    for rule in [
        "R2005", "R4007", "R3001", "R4004", "R4001", "R5006", "R8010",
    ] {
        let count = summary
            .by_rule
            .iter()
            .find(|it| it.rule == rule)
            .map(|it| it.count);
        assert_eq!(count, Some(ROWS as u64), "{rule}");
    }
    assert_eq!(summary.errors, 7 * ROWS as u64, "{:?}", summary.by_rule);
    let all = summary.errors + summary.warnings + summary.infos;
    assert_eq!(session.all_findings().count() as u64, all);
    let by_rule: u64 = summary.by_rule.iter().map(|it| it.count).sum();
    assert_eq!(by_rule, all);
    for (rule, info) in roster_engine::rules().iter().enumerate() {
        let in_full = session.findings_of(rule, 0).count();
        let after_seven = session.findings_of(rule, 7).count();
        assert_eq!(after_seven, in_full.saturating_sub(7), "{}", info.rule);
    }
}

/// A tenth of the rows wrong, one pupil in thirty entered twice.
fn plan(rows: u32) -> Plan {
    Plan {
        rows,
        faults: 0.12,
        duplicates: 0.03,
        formats: vec![FileFormat::Xlsx],
        ..Plan::default()
    }
}

fn assert_is_true(plan: &Plan, suffix: &'static str) {
    assert_has_no_complaint(plan, &check(&make(plan), suffix, "before-import"));
}

fn assert_has_no_complaint(plan: &Plan, checked: &Checked) {
    let complaints = checked.complaints();
    let shown = complaints
        .iter()
        .take(40)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n  ");
    assert!(
        complaints.is_empty(),
        "{} differences from the truth of {plan:?}:\n  {shown}\n\
         Either a rule is wrong, or the truth (crates/xtask/src/roster) is.",
        complaints.len()
    );
}

/// Neither an error nor a warning nor a group.
fn assert_is_quiet(plan: &Plan, suffix: &'static str) {
    let checked = check(&make(plan), suffix, "before-import");
    assert_has_no_complaint(plan, &checked);
    let summary = Describe {
        session: &checked.session,
        values: Values::Masked,
    }
    .summary();
    assert_eq!(summary.rows, u64::from(plan.rows));
    let natural = crate::corpus_truth::list(&checked.truth["natural"]).len() as u64;
    assert_eq!(summary.errors, 0, "{:?}", summary.by_rule);
    assert!(summary.warnings <= natural, "{:?}", summary.by_rule);
}
