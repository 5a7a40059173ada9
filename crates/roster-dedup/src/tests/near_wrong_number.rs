//! Lists without a birth date but for that in the number, which is wrong in one of two rows.

use super::check;

/// A list of two pupils of one name and sex, the first with a right number.
fn list(first: &str, second: &str) -> String {
    format!(
        "| 姓名   | 性别 | 身份证号 | 班级  |
         | 王梓涵 | 女   | {first}  | 一年级1班 |
         | 王梓涵 | 女   | {second} | 一年级2班 |"
    )
}

#[test]
fn n_a_wrong_number_is_all_that_says_the_birth_date() {
    for wrong in [
        "110101201503210046", // two digits of the day exchanged
        "110101201053120046", // of year and month
        "110101201501320046", // of month and day
        "110101291503120046",
        "110101201593120046",
        "110101201503920046",
        "110101201503120000",
        "11O101201503120046",
        "110101201503120",
        "110101150312004",
        "11010201503120046",
        "11010120150312046",
        "1101012015031200463",
    ] {
        check(
            &list("110101201503120046", wrong),
            "N likely: 1 review, 2 review",
        );
    }
}

#[test]
fn the_date_of_a_wrong_number_is_nobody_elses() {
    // A namesake, and the neighbour in the register.
    let namesake = list("110101201503120046", "110101201409030060");
    check(&namesake, "");
    let twins = list("110101201503120046", "110101201503120062");
    check(&twins.replacen("王梓涵", "王梓萱", 1), "");
    let cut = list("110101201503120046", "110101201503120000");
    check(&cut.replacen("王梓涵", "王雨萱", 1), "");
}

#[test]
fn without_a_birth_date_one_slip_anywhere_in_the_number_is_found() {
    let number = "110101201511230077";
    let digits: Vec<char> = number.chars().collect();
    let mut wrong: Vec<Vec<char>> = Vec::new();
    for at in 0..18 {
        let (mut dropped, mut doubled, mut swapped) =
            (digits.clone(), digits.clone(), digits.clone());
        dropped.remove(at);
        doubled.insert(at, digits[at]);
        wrong.extend([dropped, doubled]);
        if at > 0 && digits[at] != digits[at - 1] {
            swapped.swap(at, at - 1);
            wrong.push(swapped);
        }
    }
    for wrong in wrong {
        let wrong = String::from_iter(wrong);
        let table = format!(
            "| 班级 | 姓名   | 身份证件号 |
             | 1班  | 陶强涛 | {number} |
             | 1班  | 李一   | 440308201509011352 |
             | 2班  | 陶强涛 | {wrong} |"
        );
        check(&table, "N likely: 1 review, 3 review");
    }
    // So is another number, however it was spoilt.
    for other in [
        "110105201408074524",
        "37010220140807454",
        "1101052014080745244",
    ] {
        check(
            &format!("| 姓名 | 身份证件号 |\n | 陶强涛 | {number} |\n | 陶强涛 | {other} |"),
            "",
        );
    }
}

#[test]
fn n_a_cut_number_that_looks_right_is_a_part_of_the_other() {
    let table = |name: &str, number: &str| {
        format!(
            "| 姓名   | 性别 | 出生日期 | 身份证件号         | 联系电话    |
             | 彭欣悦 | 女   | 20150907 | 110101201509070027 | 13812345678 |
             | {name} | 女   | 20150907 | {number} | 13812345678 |"
        )
    };
    check(
        &table("彭心悦", "110101201509070000"),
        "N review: 1 review, 2 review",
    );
    check(
        &table("彭欣悦", "110101201509070000"),
        "F likely: 1 review, 2 review",
    );
    // A sister, and somebody else of the place.
    check(&table("彭雨涵", "110101201509070000"), "");
}
