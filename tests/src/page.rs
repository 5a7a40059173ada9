//! The report as a page says what the report says, masks what it masks, and asks nobody for anything.

use roster_engine::wire::CheckOptions;
use roster_engine::{Describe, Detail, Language, Options, Session, Values};
use roster_rules::rule_index;
use xtask::roster::{FileFormat, Plan};

use crate::corpus_truth::{check, make, options};

#[test]
fn a_page_says_all_that_the_report_says() {
    let plan = Plan {
        rows: 60,
        faults: 0.5,
        duplicates: 0.1,
        formats: vec![FileFormat::Csv],
        ..Plan::default()
    };
    let checked = check(&make(&plan), ".csv", "before-import");
    for values in [Values::Masked, Values::Shown] {
        let session = &checked.session;
        let describe = Describe { session, values };
        for language in [Language::Zh, Language::En] {
            let mut page = Vec::new();
            describe
                .write_page(language, &mut page)
                .expect("memory takes it");
            let page = String::from_utf8(page).expect("UTF-8");
            // The characters of a text that differ stand out.
            let page = page.replace("<mark>", "").replace("</mark>", "");
            let mut said = Vec::new();
            for finding in session.all_findings() {
                let finding = describe.finding(&finding);
                said.push(finding.rule.to_owned());
                said.push(language.of(&finding.message).to_owned());
                said.extend(finding.place.cell);
                let edits = finding.fixes.into_iter().flat_map(|it| it.edits);
                said.extend(edits.map(|it| it.to));
            }
            for member in describe.groups().flat_map(|it| it.members) {
                said.push(language.of(&member.why).to_owned());
                said.extend(member.materials.iter().map(|it| language.of(it).to_owned()));
                said.extend(member.shown.into_iter().map(|it| it.text));
            }
            assert!(said.len() > 100, "much is said");
            for text in said {
                let written = escaped(&text);
                assert!(page.contains(&written), "{text}");
            }
            for word in [
                "<script", "http:", "https:", "src=", "href=", "url(", "@import",
            ] {
                assert!(!page.contains(word), "{word}");
            }
        }
    }
}

#[test]
fn the_counts_by_rule_are_those_of_the_summary() {
    let session = checked(
        "姓名,性别,民族,身份证件号\n王小明,男,,110101201509010016\n李小红,,汉族,110101201509010024\n",
    );
    let describe = masked(&session);
    let mut text = Vec::new();
    let written = describe.write_text(Language::Zh, Detail::All, &mut text);
    written.expect("memory takes it");
    let text = String::from_utf8(text).expect("UTF-8");
    let summary = describe.summary();
    let mut codes = Vec::new();
    for (level, count) in [
        ("错误", summary.errors),
        ("警告", summary.warnings),
        ("提示", summary.infos),
    ] {
        let mark = format!(" [{level}] × ");
        let heads = text.lines().filter_map(|it| it.split_once(&mark));
        let told = heads.map(|(head, count)| {
            codes.push(head[..5].to_owned());
            count.parse::<u64>().expect("a number")
        });
        assert_eq!(told.sum::<u64>(), count, "{text}");
    }
    let required = codes.iter().filter(|it| *it == "R0215");
    assert_eq!(required.count(), 2, "{text}");
}

#[test]
fn a_page_names_the_edition_of_the_template() {
    let given = CheckOptions {
        profile: Some("xj-2018".to_owned()),
        today: "2026-11-21".to_owned(),
        ..CheckOptions::default()
    };
    let options = Options::understand(&given).expect("sound options");
    let session = checked_with(
        options,
        "姓名,性别,身份证件号\n王小明,男,110101201509010016\n",
    );
    let describe = masked(&session);
    for (language, edition) in [
        (Language::Zh, "（版本 2018，2018-09-01 起）"),
        (Language::En, " (version 2018, since 2018-09-01)"),
    ] {
        let mut page = Vec::new();
        let written = describe.write_page(language, &mut page);
        written.expect("memory takes it");
        let page = String::from_utf8(page).expect("UTF-8");
        assert!(page.contains(edition), "{page}");
    }
}

#[test]
fn every_row_of_a_duplicate_is_marked_in_the_roster() {
    let session = checked(
        "姓名,性别,身份证件号\n王小明,男,110101201509010016\n李小红,女,110101201509010024\n王小明,男,110101201509010016\n",
    );
    let describe = masked(&session);
    let rule = rule_index("R7001").unwrap() as u32;
    let duplicates = |marks: Vec<u32>| -> Vec<[u32; 3]> {
        let marks = marks.chunks(4).filter(|it| it[3] == rule);
        marks.map(|it| [it[0], it[1], it[2]]).collect()
    };
    assert_eq!(duplicates(describe.marks(0, 0, 9)), [[0, 2, 0], [2, 2, 0]]);
    assert_eq!(duplicates(describe.marks(0, 1, 2)), [[2, 2, 0]]);
}

#[test]
fn two_cells_that_gainsay_each_other_are_both_marked() {
    let session =
        checked("姓名,性别,身份证件类型,身份证件号\n王小明,女,居民身份证,110101201509010016\n");
    let describe = masked(&session);
    let rule = rule_index("R1006").unwrap() as u32;
    let marks = describe.marks(0, 0, 9);
    let marks = marks.chunks(4).filter(|it| it[3] == rule);
    let marks: Vec<&[u32]> = marks.map(|it| &it[..2]).collect();
    assert_eq!(marks, [[0, 1], [0, 3]]);
}

/// A session that checked one file with these rows.
fn checked(rows: &str) -> Session {
    checked_with(options("before-import"), rows)
}

fn checked_with(options: Options, rows: &str) -> Session {
    let mut session = Session::new(options);
    session.open("一班.csv", rows.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    session
}

fn masked(session: &Session) -> Describe<'_> {
    Describe {
        session,
        values: Values::Masked,
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
