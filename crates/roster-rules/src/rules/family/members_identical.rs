//! # 两名家庭成员是同一个人
//!
//! 家庭成员一和家庭成员二填的是同一个人。
//!
//! ## 为什么重要
//!
//! 第二名家长的信息没有采集到。有事联系不上第一名家长时，就没有别人可以找。
//!
//! ## 怎么改
//!
//! 问清第二名家庭成员是谁，重新填写；确实只有一名家庭成员的，把第二名清空。
//!
//! 姓名相同而证件号不同的两个人，不算同一个人。
//!
//! ## 例子
//!
//! ```roster
//! | 姓名 | 成员1姓名 | 成员1身份证件号 | 成员2姓名 | 成员2身份证件号 |
//! | 王小明 | 王建军 | 110101198503050012 | 王建军 | 110101198503050012 |
//! ! member2_name related=B2
//! | 李小红 | 李志强 |  | 李 志强 |  |
//! ! member2_name
//! | 赵小军 | 赵文明 | 110101198503050012 | 赵文明 |  |
//! ! member2_name
//! | 孙小芳 | 孙海平 | 110101198503050012 | 孙海平 | 110101198503050039 |
//! | 王小明 | 王建军 | 110101198503050012 | 周秀英 | 110101198604120024 |
//! | 王小明 | 无 |  | 无 |  |
//! | 王小明 |  |  |  |  |
//! ```
//!
//! ---
//!
//! # Both family members are one person
//!
//! The first and the second family member are the same person.
//!
//! ## Why it matters
//!
//! Nothing is known of the second parent. When the first cannot be reached there is nobody else.
//!
//! ## How to fix
//!
//! Ask who the second family member is and fill in that person; if there is only one, clear the
//! second.
//!
//! Two people of one name with different document numbers are two people.

use roster_model::{Column, Level};
use roster_values::text::tidy_code;

use super::member_is_student::is_same_name;
use crate::members::{MEMBERS, is_filled};
use crate::{Check, Row, Rule};

pub(crate) const RULE: Rule = Rule {
    code: "R6004",
    slug: "members-identical",
    level: Level::Warning,
    zh: "两名家庭成员是同一个人，请核对第二名。",
    en: "Both family members are the same person; compare the second.",
    basis: "House rule",
    since: "0.1",
    unless: &["R6003"],
    check: Check::Row {
        needs: &[Column::Member1Name, Column::Member2Name],
        check,
    },
};

fn check(row: &mut Row<'_>) {
    let [first, second] = &MEMBERS;
    if !is_same_name(row, first.name, second.name) {
        return;
    }
    let (one, other) = (row.text(first.id_number), row.text(second.id_number));
    let both = is_filled(row, first.id_number) && is_filled(row, second.id_number);
    if both && !tidy_code(one).eq_ignore_ascii_case(&tidy_code(other)) {
        return;
    }
    let related = row.place(first.name);
    row.report(second.name, |finding| finding.related.extend(related));
}
