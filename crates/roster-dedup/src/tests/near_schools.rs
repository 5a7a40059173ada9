//! A pair of one school is weighed as if that school were alone.

use roster_model::{SheetRole, Stage};

use super::{groups_of, sheet, sheet_of};

/// Rows of many schools, none of them like another.
fn others(rows: usize) -> roster_model::Sheet {
    let headers = ["学校标识码", "姓名", "性别", "出生日期", "身份证件号"].map(str::to_owned);
    let character = |at: usize| char::from_u32(0x4E00 + at as u32).unwrap();
    let row = |at: usize| {
        vec![
            format!("21220696{:02}", at / 2000),
            ["赵", "钱", "孙", "李"][at % 4].to_owned()
                + &String::from_iter([character(at % 211), character(at / 211)]),
            "男".to_owned(),
            format!("{}{:02}{:02}", 2012 + at % 6, 1 + at % 12, 1 + at % 28),
            String::new(),
        ]
    };
    sheet_of(&headers, &(0..rows).map(row).collect::<Vec<_>>())
}

fn pair(phone: &str, other_school: u32) -> roster_model::Sheet {
    sheet(&format!(
        "| 学校标识码 | 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话 |
         | 3122069670 | 赵丅万 | 男   | 20180311 | 110101201803110018 | {phone}  |
         | {other_school} | 赵丅万 | 女 | 20180311 | | {phone} |"
    ))
}

/// The verdicts on pairs of the first sheet.
fn verdicts_on(sheets: &[&roster_model::Sheet]) -> Vec<&'static str> {
    let groups = groups_of(sheets, Stage::BeforeImport);
    let of_first = groups.iter().filter(|it| it.members[0].sheet == 0);
    of_first.map(|it| it.verdict.key()).collect()
}

#[test]
fn more_schools_or_an_archive_hide_nothing() {
    let mut others = others(40_000);
    for phone in ["13812345678", ""] {
        let pair = pair(phone, 3_122_069_670);
        others.role = SheetRole::Roster;
        assert_eq!(verdicts_on(&[&pair]), ["likely"]);
        // Where nothing else is known, somebody has to look.
        let joined = if phone.is_empty() { "review" } else { "likely" };
        assert_eq!(verdicts_on(&[&pair, &others]), [joined]);
        others.role = SheetRole::Archive;
        assert_eq!(verdicts_on(&[&pair, &others]), ["likely"]);
    }
}

#[test]
fn rows_of_two_schools_meet_among_all() {
    let two = pair("", 3_122_069_671);
    assert_eq!(verdicts_on(&[&two]), ["likely"]);
    assert_eq!(verdicts_on(&[&two, &others(40_000)]), ["review"]);
}
