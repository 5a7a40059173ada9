//! Who share much and are two: the evidence says whom the rows may be of.

use super::check;

/// What the evidence of a pair says of a column.
fn said(table: &str, expected: &str, column: &str) -> (String, String) {
    let groups = check(table, expected);
    let evidence = groups[0].links[0].evidence.iter();
    let said = evidence.filter(|it| it.column.key() == column);
    let mut said = said.map(|it| (it.said.zh.clone(), it.said.en.clone()));
    said.next().expect("evidence of this column")
}

/// A girl with a right number, and another row; telephones stand behind.
fn beside(other: &str) -> String {
    format!(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 王雨桐 | 女   | 20150901 | 110101201509010024 | 13812345678 |
         | {other} |"
    )
}

#[test]
fn brothers_and_sisters_with_one_number_are_named() {
    let (number, phone) = ("110101201509010024", "13812345678");
    let of = |other: &str, expected: &str| said(&beside(other), expected, "birth_date");
    for other in [
        format!("王雨欣 | 女 | 20170312 | {number} | {phone}"),
        format!("王欣怡 | 男 | 20121105 | {number} | {phone}"),
        // Named after the mother.
        format!("李雨欣 | 女 | 20170312 | {number} | {phone}"),
        format!("王雨彤 | 女 | 20170312 | {number} | {phone}"),
    ] {
        let (zh, en) = of(
            &other,
            if other.contains('彤') {
                "H certain: 1 keep, 2 change"
            } else {
                "C certain: 1 keep, 2 change"
            },
        );
        assert!(zh.contains("兄弟姐妹"), "{other}: {zh}");
        assert!(en.contains("brothers and sisters"), "{other}: {en}");
    }
    // Strangers, a cousin of no common name, and who can have no sister of that age.
    for other in [
        format!("王雨欣 | 女 | 20170312 | {number} | 13987654321"),
        format!("李欣怡 | 女 | 20170312 | {number} | {phone}"),
        format!("王雨欣 | 女 | 20160312 | {number} | {phone}"),
    ] {
        let (zh, _) = of(&other, "C certain: 1 keep, 2 change");
        assert_eq!(zh, "出生日期不同", "{other}");
    }
    let dotted = "
        | 姓名            | 性别 | 出生日期 | 身份证件号         | 联系电话    |
        | 阿依古丽·买买提 | 女   | 20150901 | 110101201509010024 | 13812345678 |
        | 努尔古丽·买买提 | 女   | 20170312 | 110101201509010024 | 13812345678 |";
    let (zh, _) = said(dotted, "C certain: 1 keep, 2 change", "birth_date");
    assert!(zh.contains("兄弟姐妹"), "{zh}");
}

#[test]
fn twins_are_named_where_no_number_tells_them_from_one_pupil() {
    let twins = "王语桐 | 女 | 20150901 | | 13812345678";
    let (zh, en) = said(&beside(twins), "N review: 1 review, 2 review", "birth_date");
    assert!(zh.contains("双胞胎") && en.contains("twins"), "{zh} {en}");
    for other in [
        // Nothing of one family, another form of a name, a number that speaks for one pupil.
        "王语桐 | 女 | 20150901 | | ",
        "王雨 | 女 | 20150901 | | 13812345678",
        "王语桐 | 女 | 20150901 | 110101201509010084 | 13812345678",
    ] {
        let groups = super::groups_of(
            &[&super::sheet(&beside(other))],
            roster_model::Stage::BeforeImport,
        );
        let text = format!("{groups:?}");
        assert!(groups.len() == 1 && !text.contains("双胞胎"), "{text}");
    }
}

#[test]
fn numbers_that_follow_one_another_are_of_one_counter() {
    let expected = "F review: 1 review, 2 review";
    for (number, is_next) in [("110101201509010040", true), ("110101201509010083", false)] {
        let other = format!("王雨桐 | 女 | 20150901 | {number} | 13987654321");
        let groups = super::groups_of(
            &[&super::sheet(&beside(&other))],
            roster_model::Stage::BeforeImport,
        );
        let text = format!("{groups:?}");
        assert_eq!(text.contains("顺序码相邻"), is_next, "{expected} {text}");
    }
}

#[test]
fn a_birth_date_typed_wrong_makes_no_pupil_of_twins() {
    for other in [
        "王语桐 | 女 | 20150907 | 110101201509010040 | 13812345678",
        "王桐雨 | 女 | 20150910 | 110101201509010040 | 13812345678",
        "王雨桐乐 | 女 | 20160901 | 110101201509010040 | 13812345678",
        "王宇桐 | 男 | 20150907 | 110101201509010032 | 13812345678",
    ] {
        check(&beside(other), "N review: 1 review, 2 review");
    }
}
