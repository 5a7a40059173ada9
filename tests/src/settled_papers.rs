//! What the papers of a list to settle say: letters to schools that only the system's list names, the order of the papers
//! to collect, which of them are there, and what a masked list shows of the system's own words.

use roster_engine::{Describe, Language, Scan, Session, Values};
use roster_model::SheetRole;

use crate::corpus_truth::options;
use crate::hand_back::finished;
use crate::settlement::{NAMESAKES, settled_files};
use crate::workbook::cells;

const ROSTER: &str = "学校标识码,学校名称,姓名,性别,出生日期,身份证件号,年级,班级
3111000123,育才学校,王小明,男,20150901,110101201509010016,初中三年级,10班
3111000123,育才学校,李小红,女,20150902,110101201509020046,初中二年级,1班
3111000123,育才学校,张华,男,20150901,110101201509010032,初中三年级,2班
";

fn list(rows: &[&str]) -> String {
    let header =
        "姓名,身份证件号,学校,问题类型,对方学校,对方姓名,对方学籍号,处理状态,处理方式,更新时间";
    format!("{header}\n{}\n", rows.join("\n"))
}

const OF_OTHER: &str = "王小明,110101201509010016,育才学校,身份证号重复,向阳小学,王晓明,L110101201509011234,未处理,佐证,2027-03-08 10:22:31";
const OF_OWN: &str = "李小红,110101201509020046,育才学校,身份证号重复,育才学校,李晓红,,未处理,,";
const WAITING: &str = "张华,110101201509010032,育才学校,身份证号重复,向阳小学,张华,,待审核,,";

#[test]
fn a_school_that_only_the_list_of_the_system_names_is_written_to() {
    let list = list(&[OF_OTHER, OF_OWN, WAITING]);
    let text = settled_files(&[("问题.csv", &list), ("名册.csv", ROSTER)], None);
    let letters = text.matches("关于核实学生学籍的函").count();
    assert_eq!(
        letters, 1,
        "nobody writes to his own school, nor twice\n{text}"
    );
    assert!(text.contains("向阳小学："), "{text}");
    assert!(
        text.contains("（姓名王晓明，学籍号L110101201509011234）重复"),
        "{text}"
    );
    assert!(
        text.contains("学校（公章）：育才学校　学校标识码：3111000123"),
        "{text}"
    );
    assert!(text.contains("已经提交，正在等审核"), "{text}");
}

#[test]
fn a_letter_has_the_name_of_the_school_beside_its_code() {
    let header = "学校标识码,学校名称,姓名,性别,出生日期,身份证件号";
    let of = |school: &str| format!("{header}\n{school},王小明,男,20150901,110101201509010016\n");
    let (one, other) = (of("3111000123,育才学校"), of("2111000456,实验小学"));
    let text = settled_files(&[("一.csv", &one), ("二.csv", &other)], None);
    assert!(
        text.contains("实验小学（学校标识码2111000456）："),
        "{text}"
    );
}

#[test]
fn papers_go_by_grade_and_number_and_those_that_are_there_are_ticked() {
    let list = list(&[
        OF_OTHER,
        OF_OWN,
        "张华,110101201509010032,,身份证号重复,,,,,,",
    ]);
    let scan = |path: &str| Scan {
        path: path.to_owned(),
        bytes: 900,
        head: b"\xFF\xD8\xFF".to_vec(),
        is_cut_off: false,
    };
    let scans = vec![scan("张华户口簿.jpg"), scan("李小红/学校证明.jpg")];
    let files = [("问题.csv", &*list), ("名册.csv", ROSTER)];
    let text = settled_files(&files, Some(scans));
    let papers = text.split("问题学籍材料清单").nth(1).expect("papers");
    let at = |words: &str| {
        papers
            .find(words)
            .unwrap_or_else(|| panic!("{words}\n{papers}"))
    };
    assert!(at("初中二年级1班") < at("初中三年级2班"), "{papers}");
    assert!(at("初中三年级2班") < at("初中三年级10班"), "{papers}");
    // A line a cell, which begins with sheet, row and column.
    let line = |name: &str| -> String {
        let cell = papers.lines().find(|it| it.ends_with(name));
        let (row, _) = cell.and_then(|it| it.split_once(':')).expect("a row");
        let of_row = |it: &&str| it.split(':').next() == Some(row);
        papers.lines().filter(of_row).collect()
    };
    assert!(line("张华").contains("☑ 户口簿"), "{}", line("张华"));
    assert!(line("张华").contains("□ 学校证明"), "{}", line("张华"));
    assert!(line("李小红").contains("☑ 学校证明"), "{}", line("李小红"));
    assert!(!line("王小明").contains('☑'), "{}", line("王小明"));
}

#[test]
fn a_masked_list_shows_what_the_system_says_and_nobody() {
    let mut session = Session::new(options("after-import"));
    let list = list(&[OF_OTHER]);
    session.open("问题.csv", list.as_bytes(), &mut |_| {});
    session.open("名册.csv", ROSTER.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Masked,
    };
    let text = cells(&finished(&describe.settlement(Language::Zh)));
    for told in [
        "处理方式：佐证",
        "更新时间：2027-03-08 10:22:31",
        "对方姓名：王**",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    for hidden in ["王晓明", "L110101201509011234"] {
        assert!(!text.contains(hidden), "{hidden}\n{text}");
    }
}

#[test]
fn a_scan_is_of_the_namesake_whom_it_names_and_else_of_none() {
    let scan = |path: &str| Scan {
        path: path.to_owned(),
        bytes: 3,
        head: b"\xFF\xD8\xFF".to_vec(),
        is_cut_off: false,
    };
    let papers = |other: &str| vec![scan("张华 户口簿.jpg"), scan(other)];
    let lacking = |scans| {
        let text = settled_files(&[("班.csv", NAMESAKES)], Some(scans));
        let register = |it: &&str| it.contains(" 户口簿或身份证、学校证明");
        text.lines().filter(register).count()
    };
    // Of what names none of the two nobody knows whose it is.
    assert_eq!(lacking(papers("张华户口簿2.jpg")), 2);
    assert_eq!(lacking(papers("202101张华户口簿.jpg")), 1);
}

#[test]
fn a_scan_of_which_nobody_can_tell_whose_it_is_is_told_from_those_of_nobody() {
    let scan = |path: &str| Scan {
        path: path.to_owned(),
        bytes: 3,
        head: b"\xFF\xD8\xFF".to_vec(),
        is_cut_off: false,
    };
    let mut given = options("after-import");
    given.set_scans(vec![scan("合影.jpg"), scan("张华户口簿2.jpg")]);
    let mut session = Session::new(given);
    session.open("班.csv", NAMESAKES.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let unclaimed = describe.scans().expect("a folder").unclaimed;
    let unclaimed: Vec<_> = unclaimed
        .iter()
        .map(|it| (&*it.path, it.is_unsure))
        .collect();
    assert_eq!(unclaimed, [("合影.jpg", false), ("张华户口簿2.jpg", true)]);
}

#[test]
fn a_letter_about_a_slip_in_the_number_has_both_numbers() {
    let of_school = |school: &str, number: &str| {
        let row = format!("{school},王小明,男,20150901,{number},13812345678\n");
        format!("学校标识码,姓名,性别,出生日期,身份证件号,联系电话\n{row}")
    };
    let one = of_school("2111000001", "110101201509010016");
    let other = of_school("2111000002", "110101201509010032");
    let text = settled_files(&[("一.csv", &one), ("二.csv", &other)], None);
    for number in ["110101201509010016", "110101201509010032"] {
        assert!(
            text.contains(&format!("我校名单中的身份证件号是{number}。")),
            "{text}"
        );
    }
    // Two right numbers may be two pupils, and no school is to delete its own for that.
    for asked in [
        "的学籍名单中都有，可能是同一人。",
        "请贵校核实是不是同一名学生，该生现在是否在贵校就读。是同一名学生的：已不在",
        "不是同一名学生的，两校各自保留",
        "□ 不是同一名学生，信息已核对",
        "疑似同一名学生在不止一所学校",
        "先与对方学校核实是不是同一名学生",
    ] {
        assert!(text.contains(asked), "{asked}: {text}");
    }
    let text = settled_files(
        &[
            ("一.csv", &one),
            ("二.csv", &of_school("2111000002", "110101201509010016")),
        ],
        None,
    );
    for not_asked in ["不是同一名学生", "疑似同一名学生"] {
        assert!(!text.contains(not_asked), "{text}");
    }
}

#[test]
fn a_letter_about_pupils_without_numbers_has_what_tells_who_it_is() {
    let of = |school: &str, number: &str| {
        format!(
            "学校标识码,姓名,性别,出生日期,身份证件号,学籍号,联系电话,现住址\n{school},王小明,男,20150901,,{number},13812345678,北京市东城区东华门大街1号院2号楼\n"
        )
    };
    let one = of("2111000001", "L110101201509011234");
    let other = of("2111000002", "L110101201509015678");
    let text = settled_files(&[("一.csv", &one), ("二.csv", &other)], None);
    let told = "学生王小明，性别男，出生日期2015年9月1日，学籍号L110101201509011234，在贵校";
    assert!(text.contains(told), "{text}");
    assert!(
        text.contains("我校名单中的学籍号是L110101201509011234。"),
        "{text}"
    );
    assert!(text.contains("“一.csv”第2行"), "{text}");
}

#[test]
fn a_list_says_on_every_sheet_that_a_file_was_not_read() {
    let roster = "姓名,性别,出生日期,身份证件号\n王小明,男,20150901,110101201509010016\n";
    let text = settled_files(&[("好.csv", roster), ("坏.xlsx", "PK\u{3}\u{4}")], None);
    assert!(
        text.contains("“坏.xlsx”没有读出来，里面的学生没有核对。"),
        "{text}"
    );
    assert!(text.contains("用上的名单里没有发现重复"), "{text}");
    let elsewhere = "有的文件或表没有用上，见“处理清单”末尾。";
    assert_eq!(
        text.matches(elsewhere).count(),
        3,
        "papers, certificates and letters\n{text}"
    );
    let text = settled_files(&[("空.csv", "姓名,性别,出生日期,身份证件号\n")], None);
    assert!(!text.contains("没有发现重复"), "{text}");
}

#[test]
fn a_school_that_an_archive_names_is_written_to_and_writes_to_nobody() {
    let of_school = |school: &str| {
        format!(
            "学校标识码,姓名,性别,出生日期,身份证件号\n{school},王小明,男,20150901,110101201509010016\n"
        )
    };
    let mut session = Session::new(options("after-import"));
    session.open("新生.csv", of_school("2111000001").as_bytes(), &mut |_| {});
    session.open("全区.csv", of_school("2111000002").as_bytes(), &mut |_| {});
    session.set_role(SheetRole::Archive);
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let text = cells(&finished(&describe.settlement(Language::Zh)));
    assert_eq!(text.matches("关于核实学生学籍的函").count(), 1, "{text}");
    assert!(text.contains("＿（学校标识码2111000002）："), "{text}");
    assert!(!text.contains("不用发函"), "{text}");
}

#[test]
fn one_record_with_another_birth_date_in_an_archive_is_no_pupil_to_delete() {
    let of = |day: &str| {
        format!(
            "姓名,性别,出生日期,身份证件号,学籍号\n王小明,男,{day},110101201509010016,G110101201509010016\n"
        )
    };
    let mut session = Session::new(options("before-import"));
    session.open("新.csv", of("20150901").as_bytes(), &mut |_| {});
    session.open("旧.csv", of("20150910").as_bytes(), &mut |_| {});
    session.set_role(SheetRole::Archive);
    session.check(&mut |_| {});
    let describe = Describe {
        session: &session,
        values: Values::Shown,
    };
    let [finding] = &describe.findings("R7007", 0, 9)[..] else {
        panic!("one finding");
    };
    assert!(
        finding
            .message
            .zh
            .contains("是同一条学籍，不同的一项改过或填错了"),
        "{}",
        finding.message.zh
    );
    let groups: Vec<_> = describe.groups().collect();
    let why = &groups[0].members[0].why.zh;
    assert!(why.contains("只有重复上报的才删去本行"), "{why}");
}
