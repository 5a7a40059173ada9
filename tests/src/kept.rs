//! Changes are kept when files come and go, and made again where their texts stand.

use roster_engine::Session;

use crate::corpus_truth::options;

const ROSTER: &str = "姓名,性别,出生日期\n张三,男,20150101\n 李四,女,20150102\n王五 ,男,20150103\n";
const OTHER: &str = "姓名,性别,出生日期\n赵六,男,20150104\n";

fn checked(files: &[(&str, &str)], kept: &[u8]) -> Session {
    let mut session = Session::new(options("before-import"));
    session.set_kept(kept);
    for (name, text) in files {
        session.open(name, text.as_bytes(), &mut |_| {});
    }
    session.check(&mut |_| {});
    session
}

fn changed(session: &Session) -> Vec<&str> {
    session.changed().map(|it| it.1).collect()
}

#[test]
fn changes_stay_with_their_file_whatever_comes_or_goes() {
    let mut first = checked(&[("a.csv", ROSTER)], &[]);
    assert!(first.keep_changes().is_empty(), "nothing was changed yet");
    first.apply_safe(&mut |_| {}).unwrap();
    assert_eq!(changed(&first), ["李四", "王五"]);

    // Another file comes first, then the changed one goes and comes back.
    let mut second = checked(
        &[("b.csv", OTHER), ("a.csv", ROSTER)],
        &first.keep_changes(),
    );
    assert_eq!(changed(&second), ["李四", "王五"]);
    assert_eq!(second.edits().steps(), first.edits().steps());
    let without = checked(&[("b.csv", OTHER)], &second.keep_changes());
    assert!(changed(&without).is_empty());
    let back = checked(&[("a.csv", ROSTER)], &without.keep_changes());
    assert_eq!(changed(&back), ["李四", "王五"]);
    assert_eq!(back.edits().edits(), first.edits().edits());
    assert_eq!(back.keep_changes(), first.keep_changes());

    // Two files of one name: when the first goes, the other has its name.
    let mut two = checked(&[("a.csv", OTHER), ("a.csv", ROSTER)], &[]);
    two.apply_safe(&mut |_| {}).unwrap();
    let one = checked(&[("a.csv", ROSTER)], &two.keep_changes());
    assert_eq!(changed(&one), ["李四", "王五"]);

    // They can be taken back like those that were just made.
    second.undo(&mut |_| {}).unwrap();
    assert!(changed(&second).is_empty());
    assert!(second.keep_changes().is_empty());
}

#[test]
fn changes_are_not_made_in_another_text() {
    let mut first = checked(&[("a.csv", ROSTER)], &[]);
    first.apply_safe(&mut |_| {}).unwrap();
    let kept = first.keep_changes();
    // As many bytes, one cell otherwise.
    let other = ROSTER.replace(" 李四", "李四 ");
    let second = checked(&[("a.csv", &other)], &kept);
    assert_eq!(changed(&second), ["王五"]);
    let back = checked(&[("a.csv", ROSTER)], &second.keep_changes());
    assert_eq!(changed(&back), ["李四", "王五"]);
    let longer = format!("{ROSTER}\n");
    assert!(changed(&checked(&[("a.csv", &longer)], &kept)).is_empty());
}

#[test]
fn bytes_that_are_no_changes_make_none() {
    let mut first = checked(&[("a.csv", ROSTER)], &[]);
    first.apply_safe(&mut |_| {}).unwrap();
    let kept = first.keep_changes();
    for end in 0..kept.len() {
        assert!(changed(&checked(&[("a.csv", ROSTER)], &kept[..end])).len() < 2);
    }
    assert!(changed(&checked(&[("a.csv", ROSTER)], &[0xFF; 64])).is_empty());
}
