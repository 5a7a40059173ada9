//! Rows that somebody told apart: what a decision outlives, and what cannot be decided.

use roster_engine::{Describe, Session, Values};

use crate::corpus_truth::options;

fn checked(roster: &str) -> Session {
    let mut session = Session::new(options("before-import"));
    session.open("roster.csv", roster.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    session
}

#[test]
fn a_decision_outlives_the_safe_fixes_and_a_changed_name_ends_it() {
    let roster = "姓名,性别,出生日期,身份证件号,联系电话,国籍/地区,民族\n\
        王小伟,男,2015/9/1,110101201509010016,138 1234 5678,中国,汉\n\
        王小炜,1,2015-9-1,,13812345678,中国,汉\n";
    let mut session = checked(roster);
    assert_eq!(session.groups().len(), 1);
    assert_eq!(session.tell_apart(&[("g2", None)], &mut |_| {}), Ok(1));
    assert_eq!(session.groups().len(), 0);
    assert!(session.apply_safe(&mut |_| {}).is_ok_and(|it| it > 0));
    assert_eq!(session.groups().len(), 0);

    let file = session.decisions().content;
    let roster_engine::Content::Ready(bytes) = file else {
        panic!("the file is ready");
    };
    let pairs = roster_engine::decisions_of_file("decisions.json", &bytes).expect("its own file");
    for (name, groups) in [("王小炜", 0), ("王小玮", 1)] {
        let mut again = checked(&roster.replace("王小炜", name));
        assert_eq!(again.groups().len(), 1);
        again.set_told_apart(&pairs, &mut |_| {}).expect("pairs");
        assert_eq!(again.groups().len(), groups, "{name}");
    }
}

#[test]
fn what_nothing_tells_apart_is_refused_and_changes_nothing() {
    let same = "姓名,性别,出生日期,联系电话\n\
        王小伟,男,20150901,13812345678\n\
        王小伟,男,20150901,13812345678\n";
    let mut many = "姓名,性别,出生日期,联系电话\n".to_owned();
    for row in 0..65 {
        many.push_str(&format!("王小伟,男,20150901,138123{row:05}\n"));
    }
    for (roster, said) in [
        (
            same,
            "g2组的第2行和第3行的姓名、性别、出生日期、证件号、学籍号、电话、监护人和住址都一样，没有可以区分的内容",
        ),
        (&*many, "超过64行"),
    ] {
        let mut session = checked(roster);
        let refused = session.tell_apart(&[("g2", None)], &mut |_| {});
        assert!(refused.is_err_and(|it| it.zh.contains(said)));
        assert_eq!(session.groups().len(), 1);
    }
    let mut session = checked(same);
    for wrong in [("g3", None), ("g2", Some(2)), ("g02", None)] {
        assert!(session.tell_apart(&[wrong], &mut |_| {}).is_err());
    }
}

#[test]
fn a_group_that_the_system_flags_stays_and_says_that_it_is_decided() {
    let mut session = checked(
        "姓名,性别,出生日期,身份证件号,联系电话\n\
        王小伟,男,20150901,110101201509010016,13812345678\n\
        李芳,女,20150902,110101201509010016,13912345678\n",
    );
    let told = |session: &Session| {
        let describe = Describe {
            session,
            values: Values::Masked,
        };
        describe
            .groups()
            .map(|it| it.told_apart)
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&session), [false]);
    assert_eq!(session.tell_apart(&[("g2", None)], &mut |_| {}), Ok(1));
    assert_eq!(told(&session), [true]);
}

#[test]
fn rows_and_files_behind_leave_the_names_of_groups_as_they_are() {
    let names = |session: &Session| {
        let describe = Describe {
            session,
            values: Values::Masked,
        };
        describe.groups().map(|it| it.group).collect::<Vec<_>>()
    };
    let roster = "姓名,性别,出生日期,身份证件号\n\
        李芳,女,20150902,110101201509020022\n\
        王小伟,男,20150901,110101201509010016\n\
        王小伟,男,20150901,110101201509010016\n";
    assert_eq!(names(&checked(roster)), ["g3"]);
    let more = format!("{roster}李芳,女,20150902,110101201509020022\n王小玮,男,20150901,\n");
    let mut session = checked(&more);
    assert_eq!(names(&session), ["g2", "g3", "g3.2"]);
    let others = "姓名,性别,出生日期\n陈思远,男,20140305\n陈思远,男,20140305\n";
    session.open("behind.csv", others.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    assert_eq!(names(&session), ["g2", "g3", "g3.2", "g2-2"]);
}
