//! The header of a file beside the template of a profile.

use roster_engine::wire::{CheckOptions, FileChoice};
use roster_engine::{Language, Options, Session, WantedProfile, profiles, template};

use crate::hand_back::finished;

fn opened(name: &str, bytes: &[u8], profile: Option<&str>) -> Session {
    let given = CheckOptions {
        today: "2026-11-21".to_owned(),
        profile: profile.map(str::to_owned),
        ..CheckOptions::default()
    };
    let options = Options::understand(&given).unwrap_or_else(|it| panic!("{}", it.en));
    let mut session = Session::new(options);
    session.open(name, bytes, &mut |_| {});
    session.check(&mut |_| {});
    session
}

#[test]
fn a_template_is_that_of_its_profile_to_the_letter() {
    for it in profiles() {
        let made = template(WantedProfile::named(&it.profile), Language::Zh);
        let bytes = finished(&made.unwrap_or_else(|it| panic!("{}", it.en)));
        let session = opened("blank.xlsx", &bytes, Some(&it.profile));
        let compared = session.compared(0, None).expect("a profile");
        let compared = compared.expect("a header");
        assert!(compared.same, "{}: {:?}", it.profile, compared.lines);
        assert_eq!(compared.lines.len(), it.columns.len());
        assert_eq!(session.compared(1, None).expect("a profile"), None);
    }
}

#[test]
fn each_difference_is_told_once_and_where_it_stands() {
    let text = "姓名,社团,性别,证件类型,出生日期,身份证件号码,姓名\n";
    let session = opened("a.csv", text.as_bytes(), Some("preschool-2016"));
    let compared = session.compared(0, None).expect("a profile");
    let compared = compared.expect("a header");
    let lines = compared.lines.iter().map(|it| {
        let moved = if it.moved { " moved" } else { "" };
        let header = it.header.as_deref().or(it.template.as_deref());
        format!("{} {}{moved}", it.state, header.unwrap_or_default())
    });
    let lines: Vec<String> = lines.collect();
    assert_eq!(
        lines,
        [
            "same 姓名",
            "new 社团",
            "same 性别",
            "same 出生日期 moved",
            "written 证件类型",
            "same 身份证件号码",
            "repeated 姓名",
        ]
    );
    let other = session
        .compared(0, Some("admission-junior"))
        .expect("a profile");
    let missing = other.expect("a header").lines;
    assert!(missing.iter().any(|it| it.state == "missing"));
    let refused = session.compared(0, Some("xj-1913")).expect_err("none");
    assert!(refused.en.contains("xj-2013"), "{}", refused.en);
    assert_eq!(session.compared(9, None).expect("a profile"), None);
}

#[test]
fn a_pupil_who_is_taken_for_the_header_is_masked() {
    let text = "姓名,身份证件号,联系电话\n王小明,110101201509010016,13800138000\n";
    let given = CheckOptions {
        today: "2026-11-21".to_owned(),
        choices: vec![FileChoice {
            header_row: Some(2),
            ..FileChoice::default()
        }],
        ..CheckOptions::default()
    };
    let options = Options::understand(&given).unwrap_or_else(|it| panic!("{}", it.en));
    let mut session = Session::new(options);
    session.open("a.csv", text.as_bytes(), &mut |_| {});
    session.check(&mut |_| {});
    let compared = session.compared(0, None).expect("a profile");
    let lines = compared.expect("a header").lines;
    for told in ["王小明", "110101201509010016", "13800138000"] {
        assert!(!format!("{lines:?}").contains(told), "{told}");
    }
}

#[test]
fn the_header_that_is_the_templates_own_has_the_column_and_keeps_its_name() {
    let header = "姓名,证件号码,性别,出生日期,证件类型,身份证件号码\n";
    let text =
        format!("{header}王小明,110101201509010017,男,20150901,居民身份证,110101201509010017\n");
    let mut session = opened("a.csv", text.as_bytes(), Some("preschool-2016"));
    let wrong = session
        .all_findings()
        .find(|it| it.rule == "R1003")
        .expect("it is checked");
    assert!(matches!(wrong.place, roster_model::Place::Cell(it) if it.position == 5));
    session.apply_safe(&mut |_| {}).expect("there is room");
    let is_second = |it: (_, &str)| it.1 == "身份证件号码";
    assert!(!session.changed().any(is_second), "no two of one name");
    let compared = session
        .compared(0, None)
        .expect("a profile")
        .expect("a header");
    let lines = compared.lines.iter().filter(|it| it.state != "same");
    let lines: Vec<_> = lines.map(|it| (it.state, it.header.as_deref())).collect();
    assert_eq!(lines, [("repeated", Some("证件号码"))]);
}

#[test]
fn a_blank_column_on_the_left_is_a_difference() {
    let text = ",姓名,性别,出生日期,证件类型,身份证件号码\n";
    let session = opened("a.csv", text.as_bytes(), Some("preschool-2016"));
    let compared = session
        .compared(0, None)
        .expect("a profile")
        .expect("a header");
    assert!(!compared.same);
    let first = &compared.lines[0];
    assert_eq!((first.state, first.letter.as_deref()), ("new", Some("A")));
}
