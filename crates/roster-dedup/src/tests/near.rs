//! Promises about near-duplicates: what is found, what never is, and that nothing else decides.

use super::order::Random;
use super::{check, groups_of, sheet, sheet_of};
use roster_model::Stage;

#[test]
fn two_right_numbers_are_two_pupils_whatever_else_they_share() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 现住址               |
         | 王小伟 | 男   | 20150901 | 110101201509010016 | 13812345678 | 通化县新华街336号1室 |
         | 王小炜 | 男   | 20150901 | 110101201509010032 | 13812345678 | 通化县新华街336号1室 |",
        "",
    );
}

#[test]
fn passports_with_different_numbers_are_two_pupils() {
    check(
        "| 姓名       | 性别 | 出生日期 | 身份证件类型 | 身份证件号 |
         | Anna Smith | 女   | 20150902 | 护照         | K4833011   |
         | Anna Smith | 女   | 20150912 | 护照         | M7175422   |",
        "",
    );
}

#[test]
fn a_part_of_the_name_with_other_passport_and_parents_is_another_pupil() {
    let table = |parents: &str| {
        format!(
            "| 姓名         | 性别 | 出生日期 | 身份证件类型 | 身份证件号 | 联系电话    | 成员1姓名 | 现住址               |
             | JOHN SMITHMT | 男   | 20150902 | 护照         | P64619485  | 13812345678 | MARY BROWN | 通化县新华街336号1室 |
             | JOHN SMITHMX | 男   | 20150902 | 护照         | P91116066  | {parents} |"
        )
    };
    check(
        &table("13987654321 | ANNE JONES | 通化县光明街9号102室"),
        "",
    );
    check(
        &table("13812345678 | MARY BROWN | 通化县新华街336号1室"),
        "N likely: 1 review, 2 review",
    );
}

#[test]
fn namesakes_whose_dates_fit_distant_grades_are_two_pupils() {
    let table = |grade: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 年级       |
             | 胡炜程 | 男   | 20190927 | 小学一年级 |
             | 胡炜程 | 男   | 20140927 | {grade} |"
        )
    };
    check(&table("小学六年级"), "");
    check(&table("小学一年级"), "N review: 1 review, 2 review");
}

#[test]
fn twins_without_numbers_are_never_likely() {
    check(
        "| 姓名   | 性别 | 出生日期 | 联系电话    |
         | 王小伟 | 男   | 20150901 | 13812345678 |
         | 王小炜 | 男   | 20150901 | 13812345678 |",
        "N review: 1 review, 2 review",
    );
    check(
        "| 姓名   | 性别 | 出生日期 | 联系电话    | 现住址               |
         | 王恩泽 | 男   | 20150901 | 13812345678 | 通化县新华街336号1室 |
         | 王总泽 | 男   | 20150901 | 13812345678 | 通化县新华街336号1室 |",
        "N review: 1 review, 2 review",
    );
    check(
        "| 姓名   | 性别 | 出生日期 | 联系电话    |
         | 王嘉哲 | 男   | 20150901 | 13812345678 |
         | 王嘉喆 | 男   | 20150901 | 13812345678 |",
        "N review: 1 review, 2 review",
    );
    check(
        "| 姓名   | 性别 | 出生日期 | 联系电话    |
         | 王小明 | 男   | 20150901 | 13812345678 |
         | 王小亮 | 男   | 20150901 | 13812345678 |",
        "",
    );
}

#[test]
fn a_circle_stands_for_a_character_that_could_not_be_typed() {
    for sign in ["□", "？", "〇"] {
        let table = format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
             | 张斌𣲗 | 男   | 20150901 | 110101201509010016 | 13812345678 |
             | 张斌{sign} | 男   | 20150901 |                    | 13812345678 |"
        );
        check(&table, "N likely: 1 review, 2 review");
    }
}

#[test]
fn a_dash_is_the_character_of_one_stroke_and_foreign_sounds_have_several_spellings() {
    for (name, other) in [
        ("黄一诺", "黄—诺"),
        ("阿卜杜拉·买买提", "阿布都拉·买买提"),
        ("阿布都拉·买买提", "阿不杜拉·买买提"),
    ] {
        let table = format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
             | {name} | 男   | 20150901 | 110101201509010016 | 13812345678 |
             | {other} | 男   | 20150901 |                    | 13812345678 |"
        );
        let groups = groups_of(&[&sheet(&table)], Stage::BeforeImport);
        assert_eq!(groups.len(), 1, "{name} {other}");
    }
}

#[test]
fn a_telephone_that_everybody_has_says_nothing() {
    let headers = ["姓名", "性别", "出生日期", "联系电话"].map(str::to_owned);
    let row = |name: &str, birth: String, phone: &str| {
        vec![name.to_owned(), "男".to_owned(), birth, phone.to_owned()]
    };
    let evidence = |phone: &str| {
        let mut rows = vec![
            row("王思远", "20150312".to_owned(), "13812345678"),
            row("王思远", "20150317".to_owned(), "13812345678"),
        ];
        let others = ["赵", "钱", "孙", "周", "吴", "郑", "冯", "陈", "褚", "卫"];
        for (at, surname) in others.iter().cycle().take(200).enumerate() {
            let birth = format!("2014{:02}{:02}", at % 12 + 1, at % 28 + 1);
            rows.push(row(&format!("{surname}某"), birth, phone));
        }
        let groups = groups_of(&[&sheet_of(&headers, &rows)], Stage::BeforeImport);
        let group = groups.iter().find(|it| it.members[0].row == 0);
        let evidence = group
            .map(|it| it.links[0].evidence.clone())
            .unwrap_or_default();
        evidence
            .iter()
            .find(|it| it.column.key() == "phone")
            .map(|it| it.tenth_bits)
    };
    assert_eq!(evidence("13999999999"), Some(80));
    assert!(evidence("13812345678").is_none_or(|bits| bits < 15));
}

/// A roster of pupils who have nothing to do with one another.
fn strangers(random: &mut Random, rows: usize) -> Vec<Vec<String>> {
    let pick = |random: &mut Random, from: &str| {
        let all: Vec<char> = from.chars().collect();
        all[random.below(all.len())]
    };
    let mut made = Vec::with_capacity(rows);
    for row in 0..rows {
        let surname = pick(random, "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许");
        let given = "梓宇浩欣雨佳思嘉俊文诗博轩涵怡明晨语泽梦睿艺萱琪瑞雅天阳奕彤妍熙";
        let name = [surname, pick(random, given), pick(random, given)]
            .iter()
            .collect();
        let birth = format!(
            "{}{:02}{:02}",
            2010 + random.below(8),
            1 + random.below(12),
            1 + random.below(28)
        );
        let sex = if random.below(2) == 0 { "男" } else { "女" };
        let phone = format!("139{:08}", row * 7919 % 100_000_000);
        made.push(vec![name, sex.to_owned(), birth, String::new(), phone]);
    }
    made
}

const HEADERS: [&str; 5] = ["姓名", "性别", "出生日期", "身份证件号", "联系电话"];

#[test]
fn strangers_are_not_brought_together() {
    let mut random = Random::new(11);
    for _ in 0..20 {
        let rows = strangers(&mut random, 300);
        let groups = groups_of(
            &[&sheet_of(&HEADERS.map(str::to_owned), &rows)],
            Stage::BeforeImport,
        );
        assert!(
            groups
                .iter()
                .all(|it| it.verdict > roster_model::Verdict::Likely),
            "{groups:#?}"
        );
    }
}

#[test]
fn an_exact_copy_is_always_found_and_more_rows_never_part_it() {
    let mut random = Random::new(23);
    for round in 0..40 {
        let mut rows = strangers(&mut random, 60);
        let copied = random.below(rows.len());
        let copy = rows[copied].clone();
        rows.push(copy);
        let together = |rows: &[Vec<String>]| {
            let sheet = sheet_of(&HEADERS.map(str::to_owned), rows);
            let groups = groups_of(&[&sheet], Stage::BeforeImport);
            groups.iter().any(|group| {
                let has = |row: usize| group.members.iter().any(|it| it.row == row as u32);
                group.verdict == roster_model::Verdict::Certain && has(copied) && has(60)
            })
        };
        assert!(together(&rows), "round {round}");
        rows.extend(strangers(&mut random, 200));
        assert!(together(&rows), "round {round}, with more rows");
    }
}

#[test]
fn the_order_of_columns_and_of_sheets_changes_nothing() {
    let tables = [
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 王月如 | 女   | 20150901 | 110101201509010024 | 13800000001 |",
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 王悦如 | 女   | 20150901 | 110101201509010014 | 13800000001 |",
        "| 联系电话    | 身份证件号         | 出生日期 | 姓名   | 性别 |
         | 13800000001 | 110101201509010014 | 20150901 | 王悦如 | 女   |",
    ]
    .map(sheet);
    let weight = |sheets: [usize; 2]| {
        let groups = groups_of(&sheets.map(|it| &tables[it]), Stage::BeforeImport);
        (groups.len(), groups[0].case, groups[0].tenth_bits())
    };
    let expected = weight([0, 1]);
    for sheets in [[1, 0], [0, 2], [2, 0]] {
        assert_eq!(weight(sheets), expected);
    }
}

#[test]
fn a_former_name_says_more_than_how_alike_the_names_are() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 曾用名 | 联系电话    |
         | 刘康书 | 男   | 20150901 | 110101201509010016 |        | 13812345678 |
         | 刘康信 | 男   | 20150901 |                    | 刘康书 | 13812345678 |",
        "N likely: 1 review, 2 review",
    );
    let groups = check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 曾用名 |
         | 刘康书 | 男   | 20150901 | 110101201509010016 |        |
         | 刘康信 | 男   | 20150901 | 110101201509010016 | 刘康书 |",
        "B certain: 1 review, 2 review",
    );
    assert!(
        groups[0].links[0]
            .evidence
            .iter()
            .any(|it| it.agreement.key() == "former-name")
    );
}

#[test]
fn a_name_of_one_sound_is_one_name_however_many_characters_differ() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 陈浩宇 | 男   | 20150901 | 110101201509010016 | 13812345678 |
         | 陈昊雨 | 男   | 20150901 |                    | 13812345678 |",
        "N review: 1 review, 2 review",
    );
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         |
         | 陈浩宇 | 男   | 20150901 | 110101201509010016 |
         | 陈昊雨 | 男   | 20150901 | 110101201509010016 |",
        "B certain: 1 review, 2 review",
    );
}

#[test]
fn another_surname_with_one_given_name_birth_date_and_telephone() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 王梓轩 | 男   | 20150901 | 110101201509010016 | 13812345678 |
         | 刘梓轩 | 男   | 20150901 |                    | 13812345678 |",
        "N likely: 1 review, 2 review",
    );
    // With nothing in common but a given name of the year, they are two.
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 王梓轩 | 男   | 20150901 | 110101201509010016 | 13812345678 |
         | 刘梓轩 | 男   | 20150901 |                    | 13987654321 |",
        "",
    );
}

#[test]
fn the_part_of_a_name_before_its_dot() {
    check(
        "| 姓名             | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 阿卜杜拉·买买提 | 男   | 20150901 | 110101201509010016 | 13812345678 |
         | 阿卜杜拉         | 男   | 20150901 |                    | 13812345678 |",
        "N likely: 1 review, 2 review",
    );
}

#[test]
fn a_traditional_form_weighs_the_same_whichever_row_comes_first() {
    let groups = |rows: &str| {
        let table = format!("| 姓名 | 性别 | 出生日期 | 联系电话 |\n{rows}");
        groups_of(&[&sheet(&table)], Stage::BeforeImport)
    };
    let (a, b) = (
        "| 张仁 | 男 | 20150901 | 13812345678 |",
        "| 張仁 | 男 | 20150901 | 13812345678 |",
    );
    let bits = |groups: &[roster_model::Group]| {
        let mut bits: Vec<_> = groups[0].links[0]
            .evidence
            .iter()
            .map(|it| it.tenth_bits)
            .collect();
        bits.sort_unstable();
        bits
    };
    let others: String = (0..40)
        .map(|at| {
            format!(
                "\n| 张{} | 女 | 2014{:04} | |",
                char::from_u32(0x4E00 + at * 7).unwrap(),
                101 + at
            )
        })
        .collect();
    let (one, other) = (
        groups(&format!("{a}\n{b}{others}")),
        groups(&format!("{b}\n{a}{others}")),
    );
    assert_eq!(bits(&one), bits(&other));
}

#[test]
fn a_homophone_and_a_wrong_day_with_one_telephone() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 周晓琳 | 男   | 20150901 | 110101201509010016 | 13812345678 |
         | 周晓林 | 男   | 20150917 |                    | 13812345678 |",
        "N likely: 1 review, 2 review",
    );
}

#[test]
fn twins_of_whom_one_number_is_wrong_are_never_likely() {
    let table = |other: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    | 现住址               |
             | 王小伟 | 男   | 20150901 | 110101201509010016 | 13812345678 | 通化县新华街336号1室 |
             | {other} | 男   | 20150901 | 110101201509010035 | 13812345678 | 通化县新华街336号1室 |"
        )
    };
    check(&table("王小炜"), "N review: 1 review, 2 review");
    check(&table("王小强"), "");
}

#[test]
fn two_right_numbers_a_slip_apart_of_one_name_and_family_are_looked_at() {
    let table = |name: &str, phone: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
             | 孔景岩 | 男   | 20150901 | 110101201509010016 | 13812345678 |
             | {name} | 男   | 20150902 | 110101201509020011 | {phone}     |"
        )
    };
    check(
        &table("孔景岩", "13812345678"),
        "N review: 1 review, 2 review",
    );
    check(&table("孔景岩", "13987654321"), "");
    check(&table("孔景山", "13812345678"), "");
}

#[test]
fn twins_whose_names_are_one_another_turned_round_are_looked_at() {
    check(
        "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
         | 谭一诺 | 男   | 20150901 | 110101201509010016 | 13812345678 |
         | 谭诺一 | 男   | 20150901 |                    | 13812345678 |",
        "N review: 1 review, 2 review",
    );
}

#[test]
fn a_doubled_row_stands_beside_its_like_once() {
    let row = "| 张小凡 | 男 | 20150901 | 110101201509010016 | 13812345678 |";
    check(
        &format!(
            "| 姓名 | 性别 | 出生日期 | 身份证件号 | 联系电话 |
             {row}
             {row}
             | 张小帆 | 男 | 20150901 | 110101201509010017 | 13812345678 |"
        ),
        "A certain: 1 keep, 2 delete\nN likely: 1 review, 3 review",
    );
}
