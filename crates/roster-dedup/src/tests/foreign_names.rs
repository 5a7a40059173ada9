//! Names in letters: however an accent was typed, without it, in capitals, and with their parts turned.

use super::{check, groups_of, sheet};
use roster_model::Stage;

fn table(name: &str, other: &str, number: &str) -> String {
    format!(
        "| 姓名   | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 联系电话 |
         | {name} | 女 | 20160311 | 护照 | {number} | 13812345678 |
         | {other} | 女 | 20160311 | 护照 | {number} | 13812345678 |"
    )
}

#[test]
fn an_accent_in_a_code_of_its_own_makes_no_other_name() {
    let apart = "Nguye\u{302}\u{303}n Thi\u{323} Va\u{302}n Anh";
    check(
        &table("Nguyễn Thị Vân Anh", apart, ""),
        "G certain: 1 keep, 2 delete",
    );
}

#[test]
fn capitals_and_letters_without_accents_are_forms_of_one_name() {
    for (name, other) in [
        ("Nguyễn Thị Vân Anh", "NGUYỄN THỊ VÂN ANH"),
        ("Nguyễn Thị Vân Anh", "Nguyen Thi Van Anh"),
        ("Đặng Thị Vân", "DANG THI VAN"),
        ("José Pérez", "JOSE PEREZ"),
        ("Анна Ёлкина", "АННА ЕЛКИНА"),
    ] {
        check(&table(name, other, ""), "N likely: 1 review, 2 review");
    }
    // Vân and Vấn are two names, and twins may have them.
    check(
        &table("Nguyễn Thị Vân", "Nguyễn Thị Vấn", ""),
        "N review: 1 review, 2 review",
    );
}

#[test]
fn the_parts_of_a_name_may_be_turned() {
    for other in ["Smith John", "Smith, John", "SMITH JOHN"] {
        check(
            &table("John Smith", other, ""),
            "N review: 1 review, 2 review",
        );
        let numbered = table("John Smith", other, "110101201603110021").replace("护照", "");
        let groups = groups_of(&[&sheet(&numbered)], Stage::BeforeImport);
        assert_eq!(groups[0].case.key(), "B", "{other}");
    }
    check(&table("John Smith", "Johan Smyth", ""), "");
}
