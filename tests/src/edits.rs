//! Safe fixes, all at once: what they change, what they leave, and that they can be taken back.

use std::collections::BTreeSet;

use roster_engine::{Content, Describe, Level, Original, Session, Values};
use roster_model::{CellPlace, Place};
use xtask::roster::{FileFormat, Plan, Sheet};

use crate::corpus_truth::options;
use crate::hand_back::put_into;

fn checked(files: &[(String, Vec<u8>)]) -> Session {
    let mut session = Session::new(options("before-import"));
    for (name, bytes) in files {
        session.open(name, bytes, &mut |_| {});
    }
    session.check(&mut |_| {});
    session
}

fn generated(seed: u64) -> (Session, Vec<(String, Vec<u8>)>) {
    let layouts = [Sheet::Plain, Sheet::Messy];
    let plan = Plan {
        rows: 300,
        seed,
        faults: 0.4,
        duplicates: 0.03,
        layout: layouts[seed as usize % 2],
        formats: vec![[FileFormat::Csv, FileFormat::Xlsx][seed as usize / 2 % 2]],
        ..Plan::default()
    };
    let files = plan.make().unwrap_or_else(|it| panic!("{it}")).files;
    (checked(&files), files)
}

/// The files with the changes of the run in them.
fn written_back(session: &Session, files: &[(String, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let files = files.iter().enumerate().map(|(index, (name, bytes))| {
        let original = Original::new(bytes);
        let output = put_into(session.corrected(index, &original), &original);
        match output.unwrap_or_else(|it| panic!("{}", it.en)).content {
            Content::Ready(bytes) => (name.clone(), bytes),
            _ => panic!("{name} is written back as it is"),
        }
    });
    files.collect()
}

/// Every cell of the pupils, with its place.
fn cells(session: &Session) -> Vec<(Place, String)> {
    let mut cells = Vec::new();
    for (sheet, roster) in session.rosters().iter().enumerate() {
        for (index, column) in roster.sheet.columns.iter().enumerate() {
            for row in 0..roster.sheet.row_count() {
                let place = Place::Cell(CellPlace {
                    sheet: sheet as u32,
                    row,
                    position: column.position,
                });
                cells.push((place, roster.sheet.text(index, row).to_owned()));
            }
        }
    }
    cells
}

/// Marked cells and whole findings at a level: a habit of a column counts as often as it shows.
fn marked(session: &Session, level: Level) -> u64 {
    let findings = session.findings();
    let cells = findings.cells.iter().filter(|it| it.level == level);
    let whole = findings.whole.iter().filter(|it| it.level == level);
    cells.map(|it| it.rows.len()).sum::<u64>() + whole.count() as u64
}

fn json(session: &Session) -> Vec<u8> {
    let mut out = Vec::new();
    let values = Values::Shown;
    Describe { session, values }.write_json(&mut out).unwrap();
    out
}

#[test]
fn safe_fixes_hold_what_they_promise_over_generated_rosters() {
    let mut changed_cells = 0;
    for seed in 0..8 {
        let (mut session, files) = generated(seed);
        let before = cells(&session);
        let report = json(&session);
        let marks = [Level::Error, Level::Warning].map(|it| marked(&session, it));
        let made = session.apply_safe(&mut |_| {}).unwrap();
        changed_cells += made;
        let edited: BTreeSet<Place> = session.changed().map(|it| it.0).collect();
        for ((place, was), (_, is)) in before.iter().zip(cells(&session)) {
            assert_eq!(
                *was != is,
                edited.contains(place),
                "{place:?}: {was} → {is}"
            );
            assert_eq!(
                session.original_text(*place),
                Some(was.as_str()),
                "{place:?}"
            );
        }
        for (level, was) in [Level::Error, Level::Warning].into_iter().zip(marks) {
            let is = marked(&session, level);
            assert!(is <= was, "seed {seed}: {is} {} after {was}", level.key());
        }
        assert_eq!(
            session.apply_safe(&mut |_| {}),
            Ok(0),
            "seed {seed}: twice is once"
        );
        assert!(session.edits().steps() <= 1);
        let written = written_back(&session, &files);
        let mut again = checked(&written);
        assert_eq!(
            cells(&again),
            cells(&session),
            "seed {seed}: written is read"
        );
        assert_eq!(
            again.apply_safe(&mut |_| {}),
            Ok(0),
            "seed {seed}: written twice is once"
        );
        assert!(written_back(&again, &written) == written, "seed {seed}");
        session.undo(&mut |_| {}).unwrap();
        assert!(json(&session) == report, "seed {seed}: undone is as it was");
    }
    assert!(
        changed_cells > 100,
        "only {changed_cells} cells were changed"
    );
}

#[test]
fn one_proposal_is_applied_and_undone() {
    let roster = "姓名,性别,身份证件号,身份证件类型\n王小明,男,110101201509010017,居民身份证\n李芳,女,110101201509010016,\n";
    let files = [("a.csv".to_owned(), roster.as_bytes().to_vec())];
    let mut session = checked(&files);
    let reviewable = session.all_findings().find_map(|finding| {
        let fix = finding
            .fixes
            .iter()
            .position(|it| it.trust.key() == "review");
        fix.map(|fix| (finding.rule, finding.fixes[fix].clone(), fix))
    });
    let Some((rule, fix, index)) = reviewable else {
        panic!("nothing to review");
    };
    let number = roster_rules::rule_index(rule);
    let same = session
        .findings_of(number.unwrap(), 0)
        .position(|it| it.fixes.contains(&fix));
    let finding = same.unwrap() as u64;
    session
        .apply_fix(rule, finding, index, &mut |_| {})
        .unwrap();
    let changed: Vec<_> = session
        .changed()
        .map(|(place, text)| (place, text.to_owned()))
        .collect();
    assert_eq!(changed, [(fix.place, fix.to.clone())]);
    assert_eq!(session.original_text(fix.place), Some(fix.from.as_str()));
    assert!(session.apply_fix(rule, 1000, 0, &mut |_| {}).is_err());
    assert_eq!(session.undo(&mut |_| {}), Ok(1));
    assert_eq!(session.changed().count(), 0);
}

/// More pupils than are written in one go, all with the same faults; the region of the last is known to nobody.
fn with_habits() -> Vec<(String, Vec<u8>)> {
    let mut roster = "姓名,性别,户口所在地行政区划代码\n".to_owned();
    for row in 0..1200 {
        let code = if row == 1199 {
            "119999001"
        } else {
            "110101001"
        };
        roster.push_str(&format!("王小明,{},{code}\n", 1 + row % 2));
    }
    vec![("a.csv".to_owned(), roster.into_bytes())]
}

#[test]
fn the_report_has_the_proposals_of_every_cell_of_a_column() {
    let mut session = checked(&with_habits());
    let report: serde_json::Value = serde_json::from_slice(&json(&session)).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    let fixes_of = |rule: &str| {
        let mut findings = findings.iter().filter(|it| it["rule"] == rule);
        let fixes = findings.next().expect(rule)["fixes"].as_array().unwrap();
        assert_eq!(fixes.len(), 1, "{rule}");
        (&fixes[0]["trust"], fixes[0]["edits"].as_array().unwrap())
    };
    let (trust, edits) = fixes_of("R5001");
    assert_eq!((trust, edits.len()), (&"review".into(), 1199));
    assert_eq!(
        (&edits[0]["cell"], &edits[0]["to"]),
        (&"C2".into(), &"110101001000".into())
    );
    assert_eq!(edits[1198]["cell"], "C1200");
    let (trust, edits) = fixes_of("R4007");
    assert_eq!((trust, edits.len()), (&"safe".into(), 1200));
    let told: Vec<_> = edits.iter().map(|it| (&it["cell"], &it["to"])).collect();
    assert_eq!(told[1], (&"B3".into(), &"女".into()));
    let told: Vec<String> = told
        .iter()
        .map(|it| it.1.as_str().unwrap().to_owned())
        .collect();
    assert_eq!(session.apply_safe(&mut |_| {}), Ok(1200));
    let made: Vec<_> = session.changed().map(|it| it.1.to_owned()).collect();
    assert_eq!(made, told, "what is safe is what is done");
}

#[test]
fn the_proposal_of_a_column_is_applied_to_all_its_cells_and_undone_as_one() {
    let mut session = checked(&with_habits());
    let values = Values::Shown;
    let session_now = &session;
    let describe = Describe {
        session: session_now,
        values,
    };
    let [finding, last] = &describe.findings("R5001", 0, 5)[..] else {
        panic!("the column, and the code that nobody knows");
    };
    let [fix] = &finding.fixes[..] else {
        panic!("{:?}", finding.fixes);
    };
    assert_eq!((fix.cells, fix.edits.len()), (Some(1199), 1), "an example");
    assert_eq!(last.place.cell.as_deref(), Some("C1201"));
    let mut text = Vec::new();
    describe
        .write_text(
            roster_engine::Language::Zh,
            roster_engine::Detail::All,
            &mut text,
        )
        .unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(
        text.contains(
            "[核对后改为：110101001000（这是第一处；其余各处各按自己的内容照同样办法改写）]"
        ),
        "{text}"
    );
    session.apply_fix("R5001", 0, 0, &mut |_| {}).unwrap();
    let changed: BTreeSet<_> = session.changed().map(|it| it.1.to_owned()).collect();
    assert_eq!(changed, BTreeSet::from(["110101001000".to_owned()]));
    assert_eq!(session.changed().count(), 1199);
    assert_eq!(session.undo(&mut |_| {}), Ok(1199));
    assert_eq!(session.edits().steps(), 0);
}

#[test]
fn a_cell_that_a_formula_fills_keeps_its_formula() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write_row(0, 0, ["姓名", "性别", "出生日期", "身份证件号"])
        .unwrap();
    sheet
        .write_row(1, 0, [" 王小明", "男", "20150901", "110101201509010017"])
        .unwrap();
    let formula = rust_xlsxwriter::Formula::new("=A2").set_result(" 李芳");
    sheet
        .write_row(2, 0, ["", "女", "20150901", "11010120150901002X"])
        .unwrap();
    sheet.write_formula(2, 0, formula).unwrap();
    let files = [("a.xlsx".to_owned(), book.save_to_buffer().unwrap())];
    let mut session = checked(&files);
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let mut json = Vec::new();
    describe.write_json(&mut json).expect("a report");
    let report: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    let spaces = findings.iter().filter(|it| it["rule"] == "R0201");
    let trusts: Vec<_> = spaces.map(|it| &it["fixes"][0]["trust"]).collect();
    assert_eq!(trusts, ["safe", "review"], "what is safe is applied");
    assert_eq!(session.apply_safe(&mut |_| {}), Ok(1));
    let name = &session.rosters()[0].sheet;
    assert_eq!([name.text(0, 0), name.text(0, 1)], ["王小明", " 李芳"]);
}

/// Five digits are a day only as far as the number of the pupil says the same; a date of the file is one.
#[test]
fn a_day_that_the_number_contradicts_is_not_put_in_by_itself() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write_row(0, 0, ["姓名", "出生日期", "身份证件号"])
        .unwrap();
    for (row, day, number) in [
        (1, 42_248.0, "110101201509010016"),
        (2, 40_543.0, "110101201509020046"),
        (3, 40_543.0, ""),
    ] {
        sheet.write_row(row, 0, ["王小明", "", number]).unwrap();
        sheet.write_number(row, 1, day).unwrap();
    }
    let files = [("a.xlsx".to_owned(), book.save_to_buffer().unwrap())];
    let mut session = checked(&files);
    session.apply_safe(&mut |_| {}).unwrap();
    let sheet = &session.rosters()[0].sheet;
    let days = [0, 1, 2].map(|row| sheet.text(1, row));
    assert_eq!(days, ["20150901", "40543", "20101231"]);
    let told = describe(&session);
    let findings = session.all_findings().filter(|it| it.rule == "R3003");
    let trusts: Vec<_> = findings
        .map(|it| told.finding(&it).fixes[0].trust)
        .collect();
    assert_eq!(trusts, ["review"]);
}

#[test]
fn a_code_that_the_row_contradicts_is_not_written_out_by_itself() {
    let rows = "姓名,出生日期,身份证件类型,身份证件号,民族,政治面貌,港澳台侨外\n\
                王小明,20150901,居民身份证,110101201509010016,01,1,1\n\
                李小红,20150902,居民身份证,11010120150902002X,汉族,13,否\n";
    let mut session = checked(&[("a.csv".to_owned(), rows.into())]);
    let report = String::from_utf8(json(&session)).unwrap();
    assert!(report.contains("中共党员") && report.contains("香港同胞"));
    session.apply_safe(&mut |_| {}).unwrap();
    let texts: Vec<String> = cells(&session).into_iter().map(|it| it.1).collect();
    assert!(texts.iter().any(|it| it == "汉族") && !texts.contains(&"01".to_owned()));
    assert!(texts.contains(&"群众".to_owned()), "{texts:?}");
    assert_eq!(texts.iter().filter(|it| *it == "1").count(), 2, "{texts:?}");
}

#[test]
fn the_changed_cells_of_the_rows_in_view_are_those_that_differ_from_the_file() {
    for seed in 0..4 {
        let (mut session, _) = generated(seed);
        let before = cells(&session);
        let none = describe(&session).edited(0, 0, u32::MAX);
        assert!(none.is_empty());
        session.apply_safe(&mut |_| {}).unwrap();
        let after = cells(&session);
        let differ = before.iter().zip(&after).filter(|(a, b)| a.1 != b.1);
        let expected: BTreeSet<(Place, &str)> = differ.map(|(a, _)| (a.0, a.1.as_str())).collect();
        let roster = &session.rosters()[0];
        let edited = describe(&session).edited(0, 0, u32::MAX);
        let found: BTreeSet<(Place, &str)> = edited
            .iter()
            .map(|it| {
                let position = roster.sheet.columns[it.column as usize].position;
                let cell = CellPlace {
                    sheet: 0,
                    row: it.row,
                    position,
                };
                (Place::Cell(cell), it.from.as_str())
            })
            .collect();
        assert_eq!(found, expected);
        let some = describe(&session).edited(0, 10, 20);
        assert!(some.iter().all(|it| (10..30).contains(&it.row)));
        let inside = edited.iter().filter(|it| (10..30).contains(&it.row));
        assert_eq!(some.len(), inside.count());
    }
}

fn describe(session: &Session) -> Describe<'_> {
    Describe {
        session,
        values: Values::Shown,
    }
}
