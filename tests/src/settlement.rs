//! 《问题学籍处理清单》: what stands in it, that it is printed well, and that it is no roster.

use std::io::{Cursor, Read};
use std::path::Path;

use roster_engine::wire::CheckOptions;
use roster_engine::{Describe, Language, Options, Scan, Session, Values};
use roster_papers::Settlement;

use crate::corpus_truth::options;
use crate::golden::compare;
use crate::hand_back::finished;
use crate::workbook::cells;

const FIRST: &[u8] = include_bytes!("../cmd/settle.in/first.csv");
const SECOND: &[u8] = include_bytes!("../cmd/settle.in/second.csv");

fn settled(stage: &str, language: Language, values: Values) -> Vec<u8> {
    let mut session = Session::new(options(stage));
    session.open("first.csv", FIRST, &mut |_| {});
    session.open("second.csv", SECOND, &mut |_| {});
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values,
    };
    finished(&describe.settlement(language))
}

#[test]
fn the_list_of_duplicates_to_settle_is_as_it_was() {
    for (language, name) in [(Language::Zh, "zh"), (Language::En, "en")] {
        let text = cells(&settled("after-import", language, Values::Shown));
        let file = format!("golden/settlement.{name}.txt");
        compare(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file), &text);
    }
}

/// The system's list: a pupil in a group, one by himself, and one whom no roster has.
#[test]
fn what_the_system_lists_is_in_the_list() {
    let mut session = Session::new(
        Options::understand(&CheckOptions {
            today: "2026-11-21".to_owned(),
            ..CheckOptions::default()
        })
        .expect("options"),
    );
    let listed = include_bytes!("../cmd/settle.in/problems.csv");
    session.open("problems.csv", listed, &mut |_| {});
    session.open("first.csv", FIRST, &mut |_| {});
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let text = cells(&finished(&describe.settlement(Language::Zh)));
    for told in [
        "problems.csv第2行：身份证号重复",
        "problems.csv第3行：身份证号与姓名不匹配",
        "problems.csv第4行：学籍照片待补\n处理状态：退回",
        "单条：身份证号与姓名不匹配",
        "单条：未识别的类型",
        "一起检查的名册里没有这名学生",
        "问题学籍处理列表 → 选中这条记录 → 变更",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    let mut json = Vec::new();
    describe.write_json(&mut json).expect("a report");
    let report: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(report["stage"], "after-import");
    assert_eq!(report["sheets"][0]["role"], "problem-list");
    assert_eq!(report["summary"]["rows"], 6);
    let told = |at: usize, key: &str| report["registrations"][at][key].clone();
    assert_eq!(told(0, "group"), "g2-2");
    assert_eq!(told(1, "kind"), "name-mismatch");
    assert_eq!(told(1, "joined_by"), "id-number");
    assert_eq!(told(1, "pupils")[0]["row"], 7);
    assert_eq!(told(2, "handling"), "review");
    assert_eq!(told(2, "said"), "学籍照片待补");
    assert_eq!(told(2, "other")[0]["header"], "处理状态");
}

#[test]
fn before_the_import_nobody_is_sent_for_papers() {
    let text = cells(&settled("before-import", Language::Zh, Values::Shown));
    assert!(text.contains("从表格中删去这一行"), "{text}");
    assert!(text.contains("请在导入前从名单中删去"), "{text}");
    assert!(!text.contains("问题学籍处理列表"), "{text}");
    assert!(text.contains("没有需要收材料的学生"), "{text}");
}

#[test]
fn a_masked_list_has_no_name_and_no_number() {
    let text = cells(&settled("after-import", Language::Zh, Values::Masked));
    for hidden in ["王小明", "李小红", "110101201509010016", "20150901"] {
        assert!(!text.contains(hidden), "{hidden}\n{text}");
    }
    assert!(text.contains("系统建议，须由学校核实。"));
}

#[test]
fn the_lists_are_printed_on_a4_with_their_header_on_every_page() {
    let bytes = settled("after-import", Language::Zh, Values::Shown);
    let list = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(list.contains("<pageSetup paperSize=\"9\""), "{list}");
    assert!(list.contains("orientation=\"landscape\""), "{list}");
    assert!(list.contains("fitToHeight=\"0\""), "{list}");
    let titles = part(&bytes, "xl/workbook.xml");
    assert!(titles.contains("处理清单!$1:$3"), "{titles}");
    let certificates = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(certificates.contains("<rowBreaks"), "{certificates}");
    assert!(!certificates.contains("landscape"), "{certificates}");
}

#[test]
fn the_list_is_no_roster() {
    for language in [Language::Zh, Language::En] {
        let bytes = settled("after-import", language, Values::Shown);
        let mut session = Session::new(options("before-import"));
        assert_eq!(session.open("list.xlsx", &bytes, &mut |_| {}), 0);
        session.check(&mut |_| {});
        assert!(session.rosters().is_empty());
        let told = session.findings().whole.iter();
        let told: Vec<_> = told.map(|it| (it.rule, it.level.key())).collect();
        assert_eq!(told, [("R0101", "info")], "not checked, and no fault");
    }
}

#[test]
fn with_a_folder_of_scans_the_list_tells_what_is_missing() {
    let scan = |path: &str, head: &[u8]| Scan {
        path: path.to_owned(),
        bytes: 3,
        head: head.to_vec(),
        is_cut_off: false,
    };
    let mut given = options("after-import");
    given.set_scans(vec![
        scan("王小明/户口簿.jpg", b"\xFF\xD8\xFF"),
        scan("合影.jpg", b"\xFF\xD8\xFF"),
    ]);
    let mut session = Session::new(given);
    session.open("first.csv", FIRST, &mut |_| {});
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let text = cells(&finished(&describe.settlement(Language::Zh)));
    for line in [
        "处理清单 3:15 缺少的材料",
        "处理清单 4:15 学校证明",
        "处理清单 6:15 户口簿或身份证、学校证明",
        "处理清单 7:15 户口簿或身份证",
        "处理清单 8:15 户口簿或身份证",
        "没有对上学生的扫描件 4:1 合影.jpg",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}\n{text}");
    }
    assert!(!text.contains("5:15"), "a surplus row needs no papers");
}

#[test]
fn the_page_to_print_has_a_list_for_each_school_and_the_scans_of_nobody() {
    let mut given = options("after-import");
    given.set_scans(vec![Scan {
        path: "合影.jpg".to_owned(),
        bytes: 3,
        head: b"\xFF\xD8\xFF".to_vec(),
        is_cut_off: false,
    }]);
    let mut session = Session::new(given);
    session.open("second.csv", SECOND, &mut |_| {});
    session.open("first.csv", FIRST, &mut |_| {});
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let mut page = Vec::new();
    let written = describe.write_settlement(Language::Zh, &mut page);
    written.expect("memory takes everything");
    let page = String::from_utf8(page).expect("a page is text");
    let places = [
        "学校标识码 1011010001",
        "学校标识码 1011010002",
        "没有对上学生的扫描件",
        "合影.jpg",
    ];
    let places = places.map(|it| page.find(it).expect(it));
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(page.matches("<h2>学校标识码").count(), 2);

    let shown = Settlement::from_bytes(&describe.to_settle(Language::Zh).to_bytes());
    let mut again = Vec::new();
    roster_papers::write_page(&shown.expect("a settlement"), &mut again).expect("written");
    assert_eq!(
        page.as_bytes(),
        again,
        "the page's second module writes the same"
    );
}

/// Files and what is settled of them after the import.
pub(crate) fn settled_files(files: &[(&str, &str)], scans: Option<Vec<Scan>>) -> String {
    let mut given = options("after-import");
    if let Some(scans) = scans {
        given.set_scans(scans);
    }
    let mut session = Session::new(given);
    for (name, text) in files {
        session.open(name, text.as_bytes(), &mut |_| {});
    }
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    cells(&finished(&describe.settlement(Language::Zh)))
}

#[test]
fn every_school_writes_to_every_other_once() {
    let of_school = |school: &str, rows: usize| {
        let row = format!("{school},王小明,男,20150901,110101201509010016\n").repeat(rows);
        format!("学校标识码,姓名,性别,出生日期,身份证件号\n{row}")
    };
    let schools = [
        of_school("2111000001", 2),
        of_school("2111000002", 1),
        of_school("2111000003", 1),
    ];
    let files = [
        ("一.csv", &*schools[0]),
        ("二.csv", &*schools[1]),
        ("三.csv", &*schools[2]),
    ];
    let text = settled_files(&files, None);
    assert_eq!(text.matches("关于核实学生学籍的函").count(), 6, "{text}");
    assert_eq!(text.matches("是同一名学生的重复填写，本行多余").count(), 1);
    // A wrong date in one school: the other learns of it all the same.
    let wrong = schools[1].replace("20150901,", "20150910,");
    let text = settled_files(
        &[("一.csv", &of_school("2111000001", 1)), ("二.csv", &wrong)],
        None,
    );
    assert_eq!(text.matches("关于核实学生学籍的函").count(), 2, "{text}");
    assert!(text.contains("仍在本校就读的，本行不动"), "{text}");
    assert!(text.contains("仍在本校就读的，按户口簿改正"), "{text}");
    // Whoever else has the number, and whichever file comes first.
    let shared = format!(
        "{}2111000002,周文倩,女,20160616,110101201509010016\n",
        schools[1]
    );
    let files = [("二.csv", &*shared), ("三.csv", &*schools[2])];
    for files in [files, [files[1], files[0]]] {
        let text = settled_files(&files, None);
        assert_eq!(text.matches("关于核实学生学籍的函").count(), 2, "{text}");
        assert_eq!(text.matches("先与对方学校核实学生在哪里就读").count(), 2);
        assert!(!text.contains("本行多余"), "{text}");
    }
}

#[test]
fn what_the_system_takes_for_wrong_is_not_proved_whatever_the_group_says() {
    let list = "学籍号,姓名,性别,出生日期,身份证件号,问题类型
,王小明,男,20150901,110101201509010016,身份证号错误
G110101201509010040,赵敏,女,20150901,110101201509010040,身份证号重复
G110101201509010024,赵敏,女,20150901,110101201509010040,身份证号重复
";
    let roster = "姓名,性别,出生日期,身份证件号,学籍号
王小明,男,20150901,110101201509010016,
李华,女,20150902,110101201509010016,
赵敏,女,20150901,110101201509010040,G110101201509010040
";
    let files = [("problems.csv", list), ("roster.csv", roster)];
    let text = settled_files(&files, Some(Vec::new()));
    assert_eq!(text.matches("系统认为身份证号有误").count(), 1, "{text}");
    assert_eq!(text.matches("本条多余，核实后删除").count(), 1, "{text}");
    // Of 赵敏 the record that the roster has is to be proved, and her papers are missing.
    assert_eq!(text.matches("兹证明学生").count(), 1, "{text}");
    let lacks_all = |it: &&str| it.ends_with(" 户口簿或身份证、学校证明");
    assert_eq!(text.lines().filter(lacks_all).count(), 1, "{text}");
    let mut session = Session::new(options("after-import"));
    for (name, text) in files {
        session.open(name, text.as_bytes(), &mut |_| {});
    }
    session.check(&mut |_| {});
    let findings = session.findings();
    assert!(!findings.not_run.iter().any(|it| it.rule == "R7019"));
    let told = |rule: &str| findings.whole.iter().filter(|it| it.rule == rule).count();
    assert_eq!((told("R7010"), told("R7019")), (0, 3));
}

pub(crate) const NAMESAKES: &str = "姓名,性别,出生日期,身份证件号,班号,联系电话,成员1姓名
张华,男,20150901,,202101,13812345678,张军
张华,男,20150901,,202101,13812345678,张军
张华,男,20150901,,202102,13987654321,张勇
";

#[test]
fn a_certificate_says_of_each_namesake_what_is_true_of_him() {
    let text = settled_files(&[("班.csv", NAMESAKES)], None);
    let of_row = |row: &str| text.matches(row).count();
    assert_eq!(of_row("该生学籍因重复导入"), 1, "{text}");
    assert_eq!(of_row("经核实，确是不同的学生"), 1, "{text}");
    assert_eq!(of_row("本行学生自己填写了多行"), 1, "{text}");
    assert!(text.contains("现为我校学生（班号202102）"), "{text}");
}

#[test]
fn a_signed_paper_says_class_and_birth_date_as_one_says_them() {
    let namesakes = "姓名,性别,出生日期,身份证件号,年级,班级,联系电话,成员1姓名
张华,男,20150901,,小学三年级,三年级1班,13812345678,张军
张华,男,2015-9-1,,小学三年级,三（2）班,13987654321,张勇
";
    let text = settled_files(&[("班.csv", namesakes)], None);
    for said in ["现为我校小学三年级1班学生", "现为我校小学三年级（2）班学生"]
    {
        assert!(text.contains(said), "{text}");
    }
    assert_eq!(text.matches("出生日期2015年9月1日").count(), 2, "{text}");
}

#[test]
fn a_folder_of_scans_may_come_and_go_after_the_check() {
    let mut session = Session::new(options("after-import"));
    session.open("first.csv", FIRST, &mut |_| {});
    session.check(&mut |_| {});
    let told = |session: &Session| {
        let findings = &session.findings().whole;
        findings.iter().filter(|it| it.rule == "R7014").count()
    };
    assert_eq!(told(&session), 0);
    session.set_scans(Some(Vec::new()), &mut |_| {});
    assert!(told(&session) > 0);
    session.set_scans(None, &mut |_| {});
    assert_eq!(told(&session), 0);
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut part = archive.by_name(name).expect("the part");
    part.read_to_string(&mut text).expect("XML is text");
    text
}

/// A number typed for want of one is in every row of both: that is no work for every pair of rows.
#[test]
fn a_list_and_a_roster_with_one_number_in_every_row_are_joined_in_time() {
    const ROWS: usize = 20_000;
    let mut list = "姓名,性别,出生日期,身份证件号,问题类型\n".to_owned();
    let mut roster = "姓名,性别,出生日期,身份证件号\n".to_owned();
    for _ in 0..ROWS {
        list.push_str("王小明,男,20150901,110101201509010016,身份证号重复\n");
        roster.push_str("王小明,男,20150901,110101201509010016\n");
    }
    let mut session = Session::new(options("after-import"));
    session.open("problems.csv", list.as_bytes(), &mut |_| {});
    session.open("roster.csv", roster.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    let registrations = &session.findings().registrations;
    assert_eq!(registrations.len(), ROWS);
    assert!(registrations.iter().all(|it| it.pupils.len() == 10));
}
