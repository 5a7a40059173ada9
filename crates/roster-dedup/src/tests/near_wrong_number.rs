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
