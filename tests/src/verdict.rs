//! What the report says last: whether the list is ready. The page says the same.

use roster_engine::{Describe, Detail, Language, Session, Values};

use crate::profile_files::{checked, given};

const HEADER: &str = "姓名,性别,出生日期,身份证件号";

/// What is told of a list that is checked by a profile file with such levels: as text, and for the page.
fn verdict(base: &str, levels: &str, csv: &str) -> (String, &'static str) {
    let profile = format!("id = \"p\"\nextends = \"{base}\"\n[levels]\n{levels}");
    told(&checked(&given(&profile), csv))
}

fn told(session: &Session) -> (String, &'static str) {
    let mut text = Vec::new();
    let describe = Describe {
        session,
        values: Values::Masked,
    };
    let written = describe.write_text(Language::Zh, Detail::Totals, &mut text);
    written.expect("memory can be written");
    let text = String::from_utf8(text).expect("text");
    (text, describe.overview().outcome)
}

#[test]
fn a_list_that_was_not_read_is_not_ready_though_nothing_is_told() {
    let csv = "王小明,男\n李小红,女\n";
    let (said, outcome) = verdict("xj-2013", "R0101 = \"off\"", csv);
    assert!(said.contains("还不能提交"), "{said}");
    assert!(!said.contains("，可以提交"), "{said}");
    assert_eq!(outcome, "not-seen");
}

#[test]
fn what_is_turned_off_is_not_hidden_behind_a_warning() {
    let pupil = "王小明,男,20150901,110101201509010016\n";
    let csv = format!("{HEADER}\n{pupil}{pupil}李小红,女,20150902,\n");
    let off = "R7001 = \"off\"";
    let (said, outcome) = verdict("any", off, &csv);
    assert_eq!(outcome, "not-seen", "{said}");
}

#[test]
fn without_pupils_nothing_is_ready() {
    let csv = format!("{HEADER}\n");
    let (said, outcome) = verdict("any", "R0016 = \"off\"", &csv);
    assert!(!said.contains("可以提交"), "{said}");
    assert_eq!(outcome, "nobody");
}

#[test]
fn warnings_are_to_be_looked_at_first() {
    let csv = format!("{HEADER}\n王小明,男,20150901,\n");
    let (said, outcome) = verdict("any", "", &csv);
    assert!(said.contains("请看一遍下面的警告"), "{said}");
    assert_eq!(outcome, "look");
    let csv = format!("{HEADER}\n王小明,男,20150901,110101201509010016\n");
    let (said, outcome) = verdict("any", "", &csv);
    assert!(said.contains("没有按导入模板检查"), "{said}");
    assert_eq!(outcome, "no-template", "the file asks for nothing");
    let asks = "[[columns]]\nkey = \"sex\"\nlist = [\"男\", \"女\"]";
    let (said, outcome) = verdict("any", asks, &csv);
    assert_eq!(outcome, "ready", "{said}");
    assert!(
        said.contains("看过下面的提示，该删去的删去，就可以提交"),
        "{said}"
    );
}

#[test]
fn after_the_import_nothing_is_submitted() {
    let mut given = given("id = \"p\"\nextends = \"xj-2013\"");
    given.stage = Some("after-import".to_owned());
    let session = checked(&given, &format!("{HEADER}\n王小明,男,20150901,\n"));
    let (said, _) = told(&session);
    assert!(
        said.contains("有错误要处理") && !said.contains("提交"),
        "{said}"
    );
}

#[test]
fn pupils_of_the_systems_list_are_to_be_settled_beside_a_roster_too() {
    let pupil = "王小明,男,20150901,110101201509010016\n";
    let options = given("id = \"p\"\nextends = \"any\"");
    let mut session = checked(&options, &format!("{HEADER}\n{pupil}"));
    assert_eq!(told(&session).1, "no-template");
    let list = format!("{HEADER},问题类型\n王小明,男,20150901,110101201509010016,身份证号重复\n");
    session.open("问题学籍.csv", list.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    let (said, outcome) = told(&session);
    assert!(said.contains("问题学籍名单里有 1 名学生待处理"), "{said}");
    assert_eq!(outcome, "listed");
}
