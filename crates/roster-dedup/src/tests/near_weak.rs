//! Near-duplicates told by little: letters for a character, what is left of a number, the name of a guardian.

use super::check;

#[test]
fn n_letters_in_place_of_a_character() {
    let table = "
        | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 联系电话 |
        | 王子䶮 | 男 | 20150901 | 其他 | | 13812345678 |
        | 王子yan | 男 | 20150901 | 其他 | | 13812345678 |";
    check(table, "N review: 1 review, 2 review");
    check(&table.replace("yan", "Yǎn"), "N review: 1 review, 2 review");
    let surname = table.replace("王子䶮", "吕洋").replace("王子yan", "LV洋");
    check(&surname, "N review: 1 review, 2 review");
    check(&table.replace("yan", "lei"), "");
}

#[test]
fn n_letters_in_capitals() {
    let table = "
        | 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 |
        | John Smith | 男 | 20150901 | 护照 | |
        | JOHN SMITH | 男 | 20150901 | 护照 | |";
    check(table, "N likely: 1 review, 2 review");
    let number = table.replace("护照 | ", "居民身份证 | 110101201509010016");
    check(&number, "B certain: 1 review, 2 review");
}

#[test]
fn what_a_spreadsheet_left_of_a_number_makes_nobody_one_pupil() {
    // Strangers of one town and birth date.
    check(
        "
        | 姓名 | 性别 | 出生日期 | 身份证件号 | 联系电话 |
        | 王子恒 | 男 | 20140101 | 371625201401010000 | 13812345678 |
        | 王子墨 | 男 | 20140101 | 371625201401010000 | 13987654321 |",
        "",
    );
    // Twins, a boy and a girl.
    let groups = check(
        "
        | 姓名 | 性别 | 出生日期 | 身份证件号 | 联系电话 |
        | 王子涵 | 女 | 20150901 | 110101201509010024 | 13812345678 |
        | 王子晗 | 男 | 20150901 | 110101201509010000 | 13812345678 |",
        "N review: 1 review, 2 review",
    );
    assert_eq!(groups.len(), 1);
}

#[test]
fn n_a_guardian_of_a_common_name_and_nothing_else() {
    let table = "
        | 姓名 | 性别 | 出生日期 | 年级 | 联系电话 | 成员1姓名 | 家庭住址 |
        | 吴欣怡 | 女 | 20160919 | 四年级 | 13812345678 | 吴明轩 | 济南市历下区和平路12号3室 |
        | 吴欣怡 | 女 | 20120919 | 八年级 | 13987654321 | 吴明轩 | 济南市历下区文化路77号1室 |";
    check(table, "");
    check(
        &table.replace("八年级", "四年级"),
        "N review: 1 review, 2 review",
    );
}

#[test]
fn a_name_in_pinyin_is_the_name() {
    let table = "
        | 姓名 | 性别 | 出生日期 | 身份证件号 |
        | 王梓涵 | 女 | 20150901 | 110101201509010024 |
        | Wang Zihan | 女 | 20150901 | 110101201509010024 |";
    check(table, "B certain: 1 review, 2 review");
    let unnumbered = table.replacen(
        "Wang Zihan | 女 | 20150901 | 110101201509010024",
        "Zihan Wang | 女 | 20150901 |",
        1,
    );
    check(&unnumbered, "N review: 1 review, 2 review");
    check(&unnumbered.replace("Zihan", "Zihao"), "");
}

#[test]
fn n_two_characters_in_a_short_list() {
    let table = "
        | 姓名 | 性别 | 出生日期 | 身份证件号 |
        | 张睿 | 男 | 20140527 | 110101201405270032 |
        | 张瑞 | 男 | 20140527 | |";
    check(table, "N review: 1 review, 2 review");
    check(&table.replace("张瑞", "张强"), "");
}

#[test]
fn n_a_namesake_who_is_somebody_else_silences_nobody() {
    let family = "建设路5号3栋201 | 13812345678 | 彭大明";
    let table = |number: &str, other: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 现住址 | 联系电话 | 成员1姓名 |
             | 彭志远 | 男 | 20150901 | 440308201509011352 | 解放街9号2栋301 | 13987654321 | 彭立军 |
             | 彭志远 | 男 | 20150901 | {number} | {family} |
             | {other} | {family} |"
        )
    };
    check(
        &table("", "彭智远 | 男 | 20150901 | 110101201509010016"),
        "G certain: 1 corroborate, 2 corroborate\nN review: 2 review, 3 review",
    );
    check(
        &table("", "彭志远 | 男 | 20150908 | 110101201509080014"),
        "G certain: 1 corroborate, 2 corroborate\nN likely: 2 review, 3 review",
    );
    check(
        &table(
            "110101201509010316",
            "彭智远 | 男 | 20150901 | 110101201509010016",
        ),
        "F review: 1 review, 2 review\nN likely: 2 review, 3 review",
    );
}

#[test]
fn n_a_number_in_front_of_the_name() {
    let table = |name: &str, number: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         |
             | 彭志远 | 男   | 20160311 | 110101201603110013 |
             | {name} | 男   | 20160311 | {number} |"
        )
    };
    for name in ["1.彭志远", "３、彭志远", "12．彭志远"] {
        check(
            &table(name, "110101201603110013"),
            "B certain: 1 review, 2 review",
        );
        check(&table(name, ""), "N likely: 1 review, 2 review");
    }
    check(
        &table("李佳怡（曾用名：彭志远）", "110101201603110013"),
        "B certain: 1 review, 2 review",
    );
    check(
        &table("李佳怡（转入）", "110101201603110013"),
        "D certain: 1 review, 2 review",
    );
}

#[test]
fn n_a_passport_with_two_neighbours_exchanged() {
    let table = |number: &str| {
        format!(
            "| 姓名       | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 联系电话    |
             | Anna Smith | 女   | 20150902 | 护照 | M12345678 | 13812345678 |
             | Anna Smith | 女   | 20150912 | 护照 | {number} | 13812345678 |"
        )
    };
    let groups = check(&table("M12354678"), "N likely: 1 review, 2 review");
    let evidence = groups[0].links[0].evidence.iter();
    let kinds: Vec<_> = evidence.map(|it| it.agreement.key()).collect();
    assert!(kinds.contains(&"swapped"), "{kinds:?}");
}

#[test]
fn twins_whose_permits_were_issued_together_are_two_pupils() {
    let table = |(name, number): (&str, &str), (other, next): (&str, &str)| {
        format!(
            "| 姓名 | 性别 | 出生日期 | 身份证件类型 | 身份证件号 |
             | {name} | 女 | 20150901 | 护照 | {number} |
             | {other} | 女 | 20150901 | 护照 | {next} |"
        )
    };
    check(&table(("何咏欣", "H01234567"), ("何咏诗", "H01234568")), "");
    check(
        &table(("Jayden Lee", "M4833011"), ("Jaylen Lee", "M4833013")),
        "",
    );
    check(&table(("何咏欣", "E01234567"), ("何咏馨", "E01234566")), "");
}

#[test]
fn namesakes_who_have_nothing_else_in_common_are_two_pupils() {
    let table = |more: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 联系电话    | 成员1姓名 | 现住址               |
             | 胡炜程 | 男   | 20150927 | 13812345678 | 胡建国    | 通化县新华街336号1室 |
             | 胡炜程 | 男   | 20150917 | 13987654321 | {more} |"
        )
    };
    check(&table("胡志强 | 通化县光明街9号102室"), "");
}
