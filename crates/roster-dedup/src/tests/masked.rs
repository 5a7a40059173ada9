//! Rows of which a program hid some: what shows is compared, and what is hidden is not the same.

use super::check;

fn table(rows: &[&str]) -> String {
    let rows = rows.iter().map(|it| format!("\n| {it} |"));
    "| 姓名 | 性别 | 出生日期 | 身份证件号 | 班级 | 联系电话 | 成员1姓名 |".to_owned()
        + &rows.collect::<String>()
}

#[test]
fn masked_names_are_no_equal_names_and_digits_that_contradict_part_the_rows() {
    check(
        &table(&[
            "张** | 男 | 20160311 | 110101********003X | 四年级2班 | |",
            "张** | 男 | 20160311 | 110102********0796 | 四年级3班 | |",
        ]),
        "",
    );
    check(
        &table(&[
            "张** | 男 | 20160311 | | 四年级2班 | 138****5678 |",
            "张** | 男 | 20160311 | | 四年级3班 | 139****1234 |",
        ]),
        "",
    );
    // The names are whole.
    for other in [
        "110102********0796",
        "110101201603110072",
        "1101**********0796",
    ] {
        check(
            &table(&[
                "彭志远 | 男 | 20160311 | 110101********0013 | 四年级2班 | |",
                &format!("彭志远 | 男 | 20160311 | {other} | 四年级3班 | |"),
            ]),
            "",
        );
    }
}

#[test]
fn what_shows_of_masked_numbers_speaks_for_one_pupil() {
    for other in [
        "110101********0013",
        "110101201603110013",
        "1101****3110013",
    ] {
        check(
            &table(&[
                "彭志远 | 男 | 20160311 | 110101********0013 | 四年级2班 | |",
                &format!("彭志远 | 男 | 20160311 | {other} | 四年级2班 | |"),
            ]),
            if other.contains('*') {
                "F review: 1 review, 2 review"
            } else {
                "F likely: 1 review, 2 review"
            },
        );
    }
    check(
        &table(&[
            "彭** | 男 | 20160311 | 110101********0013 | 四年级2班 | |",
            "彭** | 男 | 20160311 | 110101********0013 | 四年级2班 | |",
            "彭** | 男 | 20160311 | 110101********2536 | 四年级2班 | |",
        ]),
        "N review: 1 review, 2 review",
    );
    // A star behind a whole name is a remark.
    check(
        &table(&[
            "彭志远* | 男 | 20160311 | | 四年级2班 | 13812345678 |",
            "彭志远* | 男 | 20160311 | | 四年级2班 | 13812345678 |",
        ]),
        "G certain: 1 keep, 2 delete",
    );
}
