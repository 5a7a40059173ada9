//! What makes two rows of one name, sex and birth date one family: F and G.

use super::{check, check_sheets};

/// Two rows of one name, with what their families are.
fn of_families(number: &str, one: &str, other: &str) -> String {
    format!(
        "| 姓名   | 性别 | 出生日期 | 身份证件号 | 成员1姓名 | 成员1身份证件号 | 成员2姓名 | 联系电话 | 现住址 |
         | 王子涵 | 女 | 20150901 | {number} | {one} |
         | 王子涵 | 女 | 20150901 |          | {other} |"
    )
}

#[test]
fn g_fathers_of_one_name_are_not_one_father() {
    let one = "王伟 | 110101198008310016 | 赵娜 | 13812345678 | 吉林省通化县李家村一组";
    let own = "110101201509010024";
    // Who has another number is another, whatever else is shared.
    for other in [
        "王伟 | 110101198408050014 | 蒋敏 | 13987654321 | 吉林省通化县王家村二组",
        "王伟 | 110101198408050014 | 蒋敏 | 13987654321 | 吉林省通化县李家村一组",
    ] {
        let expected = "G certain: 1 corroborate, 2 corroborate";
        check(&of_families("", one, other), expected);
        let groups = check(&of_families(own, one, other), expected);
        let evidence = &groups[0].links[0].evidence;
        assert!(evidence.iter().any(|it| it.said.zh == "监护人不同"));
    }
    // A name, a telephone or a village alone do not outweigh what differs.
    for other in [
        "王伟 | | 蒋敏 | 13987654321 | 吉林省通化县王家村二组",
        "王伟 | | | 13987654321 | ",
        "王强 | | | 13987654321 | 吉林省通化县李家村一组",
        "王伟 | 110101198408050014 | 蒋敏 | 13812345678 | 吉林省通化县王家村二组",
    ] {
        check(
            &of_families("", one, other),
            if other.contains("王强") {
                "G certain: 1 corroborate, 2 corroborate"
            } else {
                "G certain: 1 review, 2 review"
            },
        );
    }
    for other in [
        "王伟 | | 赵娜 | 13987654321 | 吉林省通化县王家村二组",
        "王伟 | | | 13987654321 | 吉林省通化县李家村一组",
        "王强 | 110101198008310016 | | 13987654321 |",
        "赵娜 | | | 13812345678 | ",
    ] {
        check(&of_families("", one, other), "G certain: 1 keep, 2 delete");
    }
}

#[test]
fn f_fathers_of_one_name_are_not_one_father() {
    let table = |father: &str| {
        of_families(
            "110101201509010024",
            "王伟 | 110101198008310016 | | 13812345678 |",
            &format!("王伟 | {father} | | 13987654321 |"),
        )
        .replace("|          | 王伟", "| 440308201509010026 | 王伟")
    };
    let other = "110101198408050014";
    check(&table(other), "");
    check(&table(""), "F review: 1 review, 2 review");
    let one_phone = table(other).replace("13987654321", "13812345678");
    check(&one_phone, "F likely: 1 review, 2 review");
}

#[test]
fn f_one_house_and_room_is_worth_a_glance() {
    let table = |families: [&str; 2]| {
        of_families("110101201509010024", families[0], families[1])
            .replace("|          | ", "| 440308201509010026 | ")
    };
    let hint = "F hint: 1 review, 2 review";
    let of = |address: &str, other: &str| {
        let one = format!(" | | | 13812345678 | {address}");
        table([&one, &format!(" | | | 13987654321 | {other}")])
    };
    for home in [
        "吉林省通化县李家村12号",
        "吉林市昌邑区花园3栋2单元501室",
        "吉林市昌邑区花园3-2-501",
    ] {
        check(&of(home, home), hint);
    }
    // Full-width forms and spaces are no other home; another room, a village, a building alone are no home.
    let home = "吉林市昌邑区花园3栋2单元501室";
    check(&of(home, "吉林市昌邑区花园 ３栋２单元５０１室"), hint);
    for (one, other) in [
        (home, "吉林市昌邑区花园3栋2单元502室"),
        ("吉林省通化县李家村一组", "吉林省通化县李家村一组"),
        ("吉林市昌邑区花园小区3栋", "吉林市昌邑区花园小区3栋"),
    ] {
        check(&of(one, other), "");
    }
    // Parents with other numbers are four people, wherever they live.
    check(
        &table([
            &format!("王伟 | 110101198008310016 | 赵娜 | 13812345678 | {home}"),
            &format!("王伟 | 110101198408050014 | 蒋敏 | 13987654321 | {home}"),
        ]),
        "",
    );
    // Twins have two names.
    check(&of(home, home).replacen("王子涵", "王子晗", 1), "");
}

#[test]
fn g_what_many_share_tells_nobody_however_they_are_spread_over_the_sheets() {
    let header = "| 姓名 | 性别 | 出生日期 | 联系电话 | 成员1姓名 | 现住址 |";
    let phone = "13800138123";
    let pupil = |family: &str| format!("| 王子涵 | 女 | 20150901 | {phone} | {family} |");
    let one = pupil("王军 | 吉林省通化县李家村一组");
    let other = pupil("李勇 | 吉林省通化县王家村二组");
    let class = |at: usize| {
        let row = |row: usize| format!("| 李{at}{row} | 男 | 2014{:04} | {phone} | | |", 101 + at);
        (0..5).map(row).collect::<Vec<_>>().join("\n")
    };
    let (first, second) = (class(1), class(2));
    let together = format!("{header}\n{one}\n{other}\n{first}\n{second}");
    check(&together, "G certain: 1 corroborate, 2 corroborate");
    check_sheets(
        &[
            &format!("{header}\n{one}\n{first}"),
            &format!("{header}\n{other}\n{second}"),
        ],
        "G certain: 1.1 corroborate, 2.1 corroborate",
    );
}

#[test]
fn g_a_telephone_of_equal_digits_is_somebodys_unless_nobody_has_such() {
    let one = "王军 | | | 13812345678 | 吉林省通化县李家村一组";
    let with = |phone: &str| format!("王军 | | | {phone} | ");
    // The father's name alone does not outweigh another telephone.
    for phone in ["13977777777", "18600001111", "010-88888888"] {
        let table = of_families("", one, &with(phone));
        check(&table, "G certain: 1 review, 2 review");
    }
    // Where nobody has a telephone there is none to differ.
    for phone in ["13800000000", "13888888888", "15555555555", "无", ""] {
        let table = of_families("", one, &with(phone));
        check(&table, "G certain: 1 keep, 2 delete");
    }
}
